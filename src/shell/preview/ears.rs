//! The events of a project's folders.
//!
//! What an event says is not believed, only that there was one: the look finds out what changed.

use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::{Config, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::build::EDITIONS;
use crate::shell::editions;
use crate::shell::read::{FOLDERS, SETTINGS, ignored};

/// How long it must be quiet after an event: programs save in several steps.
const QUIET: Duration = Duration::from_millis(60);
/// How long a noise may go on before it is looked at all the same.
const NOISE: Duration = Duration::from_secs(1);

/// What listens to a project: the system's own events, or what a test puts in their place.
pub struct Ears<W = RecommendedWatcher> {
    root: PathBuf,
    watcher: W,
    events: Receiver<notify::Result<Event>>,
}

/// What was heard.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Heard {
    /// something may have changed
    Something,
    /// nothing happened that was told
    Nothing,
    /// nothing will be told any more, or not of every folder
    Lost,
}

impl<W: Watcher> Ears<W> {
    /// Listens at a project; none where that cannot be.
    pub fn new(root: &Path) -> Option<Self> {
        let (sender, events) = channel();
        // Nobody listens any more where it cannot be sent.
        let watcher = W::new(move |event| drop(sender.send(event)), Config::default()).ok()?;
        let mut ears = Self { root: root.to_owned(), watcher, events };
        ears.listen().then_some(ears)
    }

    /// Folders are watched, for a file put in the place of another is another file. The root is
    /// watched for its own files only: the output may stand below it. Whether all can be heard.
    fn listen(&mut self) -> bool {
        let folders = FOLDERS.map(|folder| self.root.join(folder));
        let editions = editions::watched(&self.root);
        let mut watch = |folder: &Path, how| {
            // What goes away while it is looked for has nothing to tell.
            !folder.is_dir() || self.watcher.watch(folder, how).is_ok() || !folder.is_dir()
        };
        watch(&self.root, RecursiveMode::NonRecursive)
            && folders.iter().all(|folder| watch(folder, RecursiveMode::Recursive))
            && editions.iter().all(|folder| watch(folder, RecursiveMode::NonRecursive))
    }

    /// Waits for something to happen, and then for quiet.
    pub fn wait(&mut self, most: Duration) -> Heard {
        let until = Instant::now() + most;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            match self.events.recv_timeout(left) {
                Ok(event) if self.matters(&event) => break,
                Ok(_) => {}
                Err(RecvTimeoutError::Timeout) => return Heard::Nothing,
                Err(RecvTimeoutError::Disconnected) => return Heard::Lost,
            }
        }
        let start = Instant::now();
        while start.elapsed() < NOISE && self.events.recv_timeout(QUIET).is_ok() {}
        // A folder made or put back just now is not yet watched.
        if self.listen() { Heard::Something } else { Heard::Lost }
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
    let is_part = FOLDERS.contains(&first.as_ref()) || first == SETTINGS || first == EDITIONS;
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
