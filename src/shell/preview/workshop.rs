//! The last good site, what is wrong with the sources, and when each path changed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use super::base::Base;
use super::problems::Problems;
use super::stamps::Stamps;
use super::words;
use crate::build::{Audience, Built, Differing, Memory, Options, overdue, rebuild};
use crate::diag::{sort, stops};
use crate::shell::clock;
use crate::shell::editions;
use crate::shell::fault::Fault;
use crate::shell::read;
use crate::shell::report;
use crate::shell::terminal::{Stream, colour, tell};
use crate::text::{Language, Snapshot};

/// One project under work. Whoever asks waits while it is built.
pub struct Workshop {
    root: PathBuf,
    language: Language,
    /// what pages are compared with, if anything
    base: Option<Base>,
    /// which run of the program this is, so that a page knows when it outlived one
    session: u128,
    state: Mutex<State>,
    news: Condvar,
}

#[derive(Default)]
struct State {
    snapshot: Snapshot,
    stamps: Stamps,
    /// whether equal stamps are enough to know that nothing changed
    settled: bool,
    memory: Memory,
    /// counts what there was to tell
    number: u64,
    site: Option<BTreeMap<String, Arc<[u8]>>>,
    /// the number at which each path last changed
    changed: BTreeMap<String, u64>,
    problems: Arc<Problems>,
    /// the pages that differ from the base, and the number at which that list last changed
    differing: Arc<Vec<Differing>>,
    differing_since: u64,
}

/// How things stand after a number.
pub struct News {
    pub number: u64,
    /// the paths that changed since
    pub changed: Vec<String>,
    pub problems: Arc<Problems>,
    pub has_site: bool,
    /// whether the list of pages that differ is another
    pub differs: bool,
}

/// What stands at a path.
pub enum Found {
    File(Arc<[u8]>),
    /// no such path; what the site says of that, if there is a site
    Nothing(Option<Arc<[u8]>>),
}

impl Workshop {
    /// A project nobody has looked at yet.
    pub fn new(root: PathBuf, language: Language, base: Option<Base>) -> Self {
        let session = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |at| at.as_nanos());
        Self { root, language, base, session, state: Mutex::default(), news: Condvar::new() }
    }

    /// Which run of the program this is.
    pub fn session(&self) -> u128 {
        self.session
    }

    /// Looks at the sources and builds if they changed; whether they did.
    pub fn look(&self) -> bool {
        let mut state = self.state();
        let changed = match state.read(&self.root) {
            Ok(None) => false,
            Ok(Some(snapshot)) => {
                state.build(snapshot, self.language, self.base.as_ref());
                true
            }
            Err(fault) => state.fail(&fault, self.language),
        };
        if changed {
            self.news.notify_all();
        }
        changed
    }

    /// What stands at a path now, and the number of what is told with it.
    pub fn find(&self, path: &str) -> (Found, u64) {
        self.look();
        let state = self.state();
        let file = |path: &str| {
            let made = state.site.as_ref()?.get(path).cloned();
            made.or_else(|| editions::published(&self.root, path))
        };
        let found = file(path).map_or_else(|| Found::Nothing(file(NOT_FOUND)), Found::File);
        (found, state.number)
    }

    /// A page as it is served where pages are compared: with its marks; else as it is.
    pub fn marked(&self, path: &str, html: Vec<u8>) -> Vec<u8> {
        let Some(base) = &self.base else { return html };
        let pages = Arc::clone(&self.state().differing);
        base.marked(path, &String::from_utf8_lossy(&html), &pages).into_bytes()
    }

    /// A page as it was in the edition pages are compared with.
    pub fn former(&self, path: &str) -> Option<&str> {
        self.base.as_ref()?.page(path)
    }

    /// What is to tell after a number; waits for it, but not longer than `most`.
    pub fn news(&self, after: u64, most: Duration) -> Option<News> {
        let state = self.state();
        let is_old = |state: &mut State| state.number <= after;
        let waited = self.news.wait_timeout_while(state, most, is_old);
        let (state, timeout) = waited.unwrap_or_else(PoisonError::into_inner);
        (!timeout.timed_out()).then(|| state.since(after))
    }

    /// How things stand, for a page that was served at a number.
    pub fn since(&self, number: u64) -> News {
        self.state().since(number)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The page for paths that lead nowhere.
const NOT_FOUND: &str = "404.html";

impl State {
    /// The sources, if they are other than they were.
    fn read(&mut self, root: &Path) -> Result<Option<Snapshot>, Fault> {
        let stamps = Stamps::take(root, &self.stamps)?;
        if self.settled && stamps == self.stamps {
            return Ok(None);
        }
        // Stamped before it is read: what changes in between is read once more.
        let snapshot = read::snapshot(root)?;
        self.settled = stamps.settled();
        self.stamps = stamps;
        let same = self.snapshot.iter().eq(snapshot.iter());
        let failed = self.problems.is_fault();
        Ok((failed || !same || self.number == 0).then_some(snapshot))
    }

    fn build(&mut self, snapshot: Snapshot, language: Language, base: Option<&Base>) {
        let start = Instant::now();
        let options = Options { audience: Audience::Preview, ..Options::default() };
        let built = rebuild(&snapshot, &options, &mut self.memory);
        self.snapshot = snapshot;
        self.number += 1;
        let Built { output, sources, mut notes, rendered, reviews, .. } = built;
        notes.extend(overdue(&reviews, clock::today()));
        sort(&mut notes);
        tell(&report::text(&notes, &sources, language, colour(Stream::Err)));
        if !stops(&notes) {
            self.replace(output.files, base);
            tell(&words::built(rendered.len(), output.pages, start.elapsed(), language));
        }
        self.problems = Arc::new(Problems::of(&notes, &sources));
    }

    /// The disk refused: what was is left as it is; whether that is new.
    fn fail(&mut self, fault: &Fault, language: Language) -> bool {
        self.settled = false;
        let problems = Problems::fault(&fault.words);
        if *self.problems == problems {
            return false;
        }
        tell(&fault.told(language));
        self.number += 1;
        self.problems = Arc::new(problems);
        true
    }

    fn replace(&mut self, files: BTreeMap<String, Arc<[u8]>>, base: Option<&Base>) {
        let former = self.site.take().unwrap_or_default();
        let paths = former.keys().chain(files.keys());
        let changed = paths.filter(|path| former.get(*path) != files.get(*path));
        let changed: BTreeSet<String> = changed.cloned().collect();
        if let Some(base) = base {
            let first = if former.is_empty() { base.gone(&files) } else { BTreeSet::new() };
            let differing = base.differing(&files, &(&changed | &first), &self.differing);
            if differing != *self.differing {
                self.differing = Arc::new(differing);
                self.differing_since = self.number;
            }
        }
        self.changed.extend(changed.into_iter().map(|path| (path, self.number)));
        self.site = Some(files);
    }

    fn since(&self, number: u64) -> News {
        let changed = self.changed.iter().filter(|(_, at)| **at > number);
        News {
            number: self.number,
            changed: changed.map(|(path, _)| path.clone()).collect(),
            problems: Arc::clone(&self.problems),
            has_site: self.site.is_some(),
            differs: self.differing_since > number,
        }
    }
}
