//! What starts a look at the sources: events where they come, else time.

use std::path::Path;
use std::sync::Arc;
use std::thread::sleep;
use std::time::Duration;

use notify::{RecommendedWatcher, Watcher};

use super::ears::{Ears, Heard};
use super::shares;
use super::words;
use super::workshop::Workshop;
use crate::shell::terminal::tell;
use crate::text::{Label, Language};

/// Looks whenever something may have changed.
pub struct Watch<W = RecommendedWatcher> {
    ears: Option<Ears<W>>,
    pace: Pace,
    /// how often the sources had been found to be other than before
    known: u64,
}

/// How long is waited for what.
#[derive(Clone, Copy)]
struct Pace {
    /// between two looks where events do not come
    poll: Duration,
    /// how long silence is believed
    silence: Duration,
    /// how much later than a change its event may come
    late: Duration,
}

const PACE: Pace = Pace {
    poll: Duration::from_millis(500),
    silence: Duration::from_secs(10),
    late: Duration::from_secs(1),
};

impl<W: Watcher> Watch<W> {
    /// Begins to listen, unless it is asked to look again and again, or nothing would be told; says
    /// which, where nothing is listened to.
    pub fn new(root: &Path, poll: bool) -> (Self, Option<Label>) {
        let (ears, said) = match () {
            () if poll => (None, Some(words::POLLING)),
            () if shares::tells_nothing(root) => (None, Some(words::SHARED)),
            () => match Ears::new(root) {
                None => (None, Some(words::REFUSED_EVENTS)),
                ears => (ears, None),
            },
        };
        (Self { ears, pace: PACE, known: 0 }, said)
    }

    /// Looks without end.
    pub fn watch(mut self, workshop: &Arc<Workshop>, language: Language) {
        self.known = workshop.look();
        loop {
            if let Some(said) = self.turn(workshop) {
                tell(said.get(language));
            }
        }
    }

    /// Waits once, and looks; says so where nothing is listened to from now on.
    fn turn(&mut self, workshop: &Arc<Workshop>) -> Option<Label> {
        let pace = self.pace;
        let Some(ears) = &mut self.ears else {
            sleep(pace.poll);
            workshop.look();
            return None;
        };
        let heard = ears.wait(pace.silence);
        let found = workshop.look();
        // Somebody may have asked for a page, and so have found before this did what nobody told.
        let is_news = found != self.known;
        let heard = match heard {
            Heard::Nothing if is_news && ears.wait(pace.late) != Heard::Something => Heard::Lost,
            heard => heard,
        };
        self.known = found;
        if heard != Heard::Lost {
            return None;
        }
        self.ears = None;
        Some(words::DEAF)
    }
}

#[cfg(test)]
mod tests;
