//! Systems that tell nothing, too late or too little, played by what notify calls a watcher.

use std::fs;

use notify::event::{EventKind, ModifyKind};
use notify::{Config, Error, Event, EventHandler, NullWatcher, RecursiveMode, WatcherKind};

use super::*;

/// A project of one page, saved with other words to find that it changed.
struct Project {
    root: tempfile::TempDir,
    workshop: Arc<Workshop>,
}

impl Project {
    fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("content")).unwrap();
        fs::write(root.path().join("kyotsu.toml"), include_str!("../../empty/kyotsu.toml"))
            .unwrap();
        let workshop = Workshop::new(root.path().to_owned(), Language::En, None);
        let project = Self { root, workshop };
        project.save("1");
        project.workshop.look();
        project
    }

    fn save(&self, text: &str) {
        for name in ["page.md", "page.en.md"] {
            let page = format!("+++\ntitle = \"{text}\"\n+++\n");
            fs::write(self.root.path().join("content").join(name), page).unwrap();
        }
    }

    /// A watch that waits a moment only for what its system tells.
    fn watched<W: Watcher>(&self) -> Watch<W> {
        let (watch, said) = Watch::new(self.root.path(), false);
        assert_eq!(said, None);
        let moment = Duration::from_millis(20);
        let pace = Pace { poll: moment, silence: moment, late: moment };
        Watch { pace, known: self.workshop.look(), ..watch }
    }

    /// From now on changes are found by looking.
    fn assert_polled<W: Watcher>(&self, watch: &mut Watch<W>) {
        assert!(watch.ears.is_none());
        let before = self.workshop.look();
        self.save("polled");
        assert_eq!(watch.turn(&self.workshop), None);
        assert_eq!(self.workshop.look(), before + 1);
    }
}

/// What a watcher must have and a watch never uses.
macro_rules! never_asked {
    () => {
        fn unwatch(&mut self, _: &Path) -> notify::Result<()> {
            Ok(())
        }
        fn kind() -> WatcherKind {
            WatcherKind::NullWatcher
        }
    };
}

/// A system where one may listen, and nothing is ever heard.
struct Silent {
    _handler: Box<dyn EventHandler>,
}

impl Watcher for Silent {
    fn new<F: EventHandler>(handler: F, _: Config) -> notify::Result<Self> {
        Ok(Self { _handler: Box::new(handler) })
    }
    fn watch(&mut self, _: &Path, _: RecursiveMode) -> notify::Result<()> {
        Ok(())
    }
    never_asked!();
}

/// A system that has no room for one folder more: `content` cannot be watched.
struct Full;

impl Watcher for Full {
    fn new<F: EventHandler>(_: F, _: Config) -> notify::Result<Self> {
        Ok(Self)
    }
    fn watch(&mut self, path: &Path, _: RecursiveMode) -> notify::Result<()> {
        match path.ends_with("content") {
            true => Err(Error::generic("no space left on device")),
            false => Ok(()),
        }
    }
    never_asked!();
}

/// A system without events.
struct Missing;

impl Watcher for Missing {
    fn new<F: EventHandler>(_: F, _: Config) -> notify::Result<Self> {
        Err(Error::generic("function not implemented"))
    }
    fn watch(&mut self, _: &Path, _: RecursiveMode) -> notify::Result<()> {
        Ok(())
    }
    never_asked!();
}

/// A system that tells one change when it begins, and has filled up by then.
struct Filling {
    handler: Box<dyn EventHandler>,
    is_full: bool,
}

impl Watcher for Filling {
    fn new<F: EventHandler>(handler: F, _: Config) -> notify::Result<Self> {
        Ok(Self { handler: Box::new(handler), is_full: false })
    }
    fn watch(&mut self, path: &Path, _: RecursiveMode) -> notify::Result<()> {
        if self.is_full {
            return Err(Error::generic("no space left on device"));
        }
        if path.ends_with("content") {
            self.is_full = true;
            let event =
                Event::new(EventKind::Modify(ModifyKind::Any)).add_path(path.join("page.md"));
            self.handler.handle_event(Ok(event));
        }
        Ok(())
    }
    never_asked!();
}

#[test]
fn where_nothing_is_told_of_a_change_files_are_looked_at() {
    let project = Project::new();
    let mut watch = project.watched::<Silent>();
    assert_eq!(watch.turn(&project.workshop), None);
    assert!(watch.ears.is_some(), "silence alone is no sign");
    project.save("2");
    assert_eq!(watch.turn(&project.workshop), Some(words::DEAF));
    project.assert_polled(&mut watch);
}

#[test]
fn what_a_request_found_first_was_not_told_either() {
    let project = Project::new();
    let mut watch = project.watched::<Silent>();
    project.save("2");
    project.workshop.find("index.html");
    assert_eq!(watch.turn(&project.workshop), Some(words::DEAF));
    project.assert_polled(&mut watch);
}

#[test]
fn a_watcher_that_ends_is_told() {
    let project = Project::new();
    // It lets go of who is to be told, and so ends at once.
    let mut watch = project.watched::<NullWatcher>();
    assert_eq!(watch.turn(&project.workshop), Some(words::DEAF));
    project.assert_polled(&mut watch);
}

#[test]
fn a_watcher_that_cannot_take_a_folder_more_is_given_up() {
    let project = Project::new();
    let mut watch = project.watched::<Filling>();
    assert_eq!(watch.turn(&project.workshop), Some(words::DEAF));
    project.assert_polled(&mut watch);
}

#[test]
fn a_watcher_that_cannot_begin_is_told_at_once() {
    let project = Project::new();
    let root = project.root.path();
    assert_eq!(Watch::<Missing>::new(root, false).1, Some(words::REFUSED_EVENTS));
    let (mut watch, said) = Watch::<Full>::new(root, false);
    assert_eq!(said, Some(words::REFUSED_EVENTS));
    project.assert_polled(&mut watch);
    assert_eq!(Watch::<Silent>::new(root, true).1, Some(words::POLLING));
}

#[test]
fn what_the_system_tells_is_heard_and_keeps_its_ears() {
    let project = Project::new();
    let mut watch = project.watched::<RecommendedWatcher>();
    watch.pace.silence = Duration::from_secs(30);
    let before = project.workshop.look();
    project.save("2");
    while project.workshop.look() == before {
        assert_eq!(watch.turn(&project.workshop), None);
    }
    assert!(watch.ears.is_some());
}
