//! What starts a look at the sources: events where they come, else time.
//!
//! What an event says is not believed, only that there was one: the look finds out what changed.

use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::sleep;
use std::time::{Duration, Instant};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::words;
use super::workshop::Workshop;
use crate::build;
use crate::shell::editions;
use crate::shell::read::{FOLDERS, SETTINGS, ignored};
use crate::shell::terminal::tell;
use crate::text::Language;

/// Between two looks where events do not come.
const POLL: Duration = Duration::from_millis(500);
/// How long silence is believed.
const SILENCE: Duration = Duration::from_secs(10);
/// How long it must be quiet after an event: programs save in several steps.
const QUIET: Duration = Duration::from_millis(60);
/// How long a noise may go on before it is looked at all the same.
const NOISE: Duration = Duration::from_secs(1);

/// Looks whenever something may have changed, without end.
pub fn watch(workshop: &Workshop, mut ears: Option<Ears>, language: Language) {
    loop {
        match &mut ears {
            None => {
                sleep(POLL);
                workshop.look();
            }
            Some(heard) => match heard.wait(SILENCE) {
                true => drop(workshop.look()),
                // Something changed and was not heard: a shared folder tells nothing.
                false if workshop.look() && !heard.wait(NOISE) => {
                    tell(words::DEAF.get(language));
                    ears = None;
                }
                false => {}
            },
        }
    }
}

/// The events of a project's folders.
pub struct Ears {
    root: PathBuf,
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
}

impl Ears {
    /// Listens at a project; none where that cannot be.
    pub fn new(root: &Path) -> Option<Self> {
        let (sender, events) = channel();
        // Nobody listens any more where it cannot be sent.
        let watcher = notify::recommended_watcher(move |event| drop(sender.send(event))).ok()?;
        let mut ears = Self { root: root.to_owned(), watcher, events };
        ears.listen().ok()?;
        Some(ears)
    }

    /// Folders are watched, for a file put in the place of another is another file. The root is
    /// watched for its own files only: the output may stand below it.
    fn listen(&mut self) -> notify::Result<()> {
        self.watcher.watch(&self.root, RecursiveMode::NonRecursive)?;
        for folder in FOLDERS.map(|folder| self.root.join(folder)).iter().filter(|one| one.is_dir())
        {
            self.watcher.watch(folder, RecursiveMode::Recursive)?;
        }
        for folder in editions::watched(&self.root) {
            self.watcher.watch(&folder, RecursiveMode::NonRecursive)?;
        }
        Ok(())
    }

    /// Waits for something to happen, and then for quiet; whether anything did.
    fn wait(&mut self, most: Duration) -> bool {
        let until = Instant::now() + most;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            match self.events.recv_timeout(left) {
                Ok(event) if self.matters(&event) => break,
                Ok(_) => {}
                Err(RecvTimeoutError::Timeout) => return false,
                Err(RecvTimeoutError::Disconnected) => {
                    sleep(POLL);
                    return true;
                }
            }
        }
        let start = Instant::now();
        while start.elapsed() < NOISE && self.events.recv_timeout(QUIET).is_ok() {}
        // A folder made or put back just now is not yet watched; what cannot be is found by time.
        let _ = self.listen();
        true
    }

    fn matters(&self, event: &notify::Result<Event>) -> bool {
        let Ok(event) = event else { return true };
        let read_only = matches!(event.kind, EventKind::Access(_));
        let one_is_ours = event.paths.iter().any(|path| is_source(&self.root, path));
        event.need_rescan() || (!read_only && one_is_ours)
    }
}

/// Whether a path may be a source, or a folder of sources.
fn is_source(root: &Path, path: &Path) -> bool {
    // A system may name the root in another way than we do.
    let Ok(inside) = path.strip_prefix(root) else { return true };
    let mut names = inside.components().filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy()),
        _ => None,
    });
    let Some(first) = names.next() else { return false };
    let is_part =
        FOLDERS.contains(&first.as_ref()) || first == SETTINGS || first == build::EDITIONS;
    is_part && !names.any(|name| ignored(&name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_read_is_listened_to() {
        let root = Path::new("/project");
        let matters = |path: &str| is_source(root, &root.join(path));
        for path in
            ["kyotsu.toml", "data", "data/kinds.csv", "content/a/page.md", "editions/2026-11-22"]
        {
            assert!(matters(path), "{path}");
        }
        for path in [
            "",
            "output/index.html",
            "README.md",
            "data/~$kinds.xlsx",
            "editions/.2026-11-22.partial",
            "data/.~lock.kinds.csv#",
            "data/.kinds.csv.swp",
            "data/4913",
            "data/kinds.csv~",
            "content/.git/index",
        ] {
            assert!(!matters(path), "{path}");
        }
    }
}
