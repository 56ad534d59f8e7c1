//! The last good site, what is wrong with the sources, and when each path changed.
//!
//! A site is made in three steps: the pages that were asked for last, all pages, and what is made of
//! them: the whole report, the index, the tables to download. Each is shown as soon as it is there;
//! whoever asks for what is not yet there waits for it, and nobody sees what is older than its sources.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use super::base::Base;
use super::problems::Problems;
use super::stamps::{SAVING, Stamps};
use super::words;
use crate::build::{Audience, Begun, Built, Differing, Memory, Options, begin, overdue};
use crate::diag::{sort, stops};
use crate::shell::clock;
use crate::shell::editions;
use crate::shell::fault::Fault;
use crate::shell::read;
use crate::shell::report;
use crate::shell::terminal::{Stream, colour, tell};
use crate::text::{Language, Snapshot};

/// One project under work. Whoever asks waits until it is made.
pub struct Workshop {
    root: PathBuf,
    language: Language,
    /// what pages are compared with, if anything
    base: Option<Base>,
    /// which run of the program this is, so that a page knows when it outlived one
    session: u128,
    /// held while the sources are looked at, until what was asked for last can be shown
    sources: Mutex<Sources>,
    state: Mutex<State>,
    /// something is to be told, or there to be shown
    news: Condvar,
}

#[derive(Default)]
struct Sources {
    snapshot: Snapshot,
    stamps: Stamps,
    /// whether equal stamps are enough to know that nothing changed
    settled: bool,
    /// counts how often they were other than before
    found: u64,
}

#[derive(Default)]
struct State {
    /// whether a site is being made
    busy: bool,
    /// what the last build left, for the next one
    memory: Memory,
    /// counts what there was to tell
    number: u64,
    /// whether the first site was made, or failed
    has_begun: bool,
    site: Option<Files>,
    /// what there is already of the site that is being made
    ahead: Option<Files>,
    /// the number at which each path last changed
    changed: BTreeMap<String, u64>,
    problems: Arc<Problems>,
    /// the pages that differ from the base, and the number at which that list last changed
    differing: Arc<Vec<Differing>>,
    differing_since: u64,
    /// the pages that were asked for last, the newest at the end
    asked: VecDeque<String>,
}

/// Files of the site by their paths.
type Files = BTreeMap<String, Arc<[u8]>>;

/// How many pages are made before all others.
const ASKED: usize = 4;

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
    pub fn new(root: PathBuf, language: Language, base: Option<Base>) -> Arc<Self> {
        let session = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |at| at.as_nanos());
        let (sources, state, news) = (Mutex::default(), Mutex::default(), Condvar::new());
        Arc::new(Self { root, language, base, session, sources, state, news })
    }

    /// Which run of the program this is.
    pub fn session(&self) -> u128 {
        self.session
    }

    /// Looks at the sources. If they changed it is back when what was asked for last can be shown,
    /// and the rest is made meanwhile. Counts how often they were other than before.
    pub fn look(self: &Arc<Self>) -> u64 {
        let mut sources = self.sources.lock().unwrap_or_else(PoisonError::into_inner);
        let failed = self.state().problems.is_fault();
        match sources.read(&self.root, failed) {
            Ok(false) => {}
            Ok(true) => {
                let memory = self.waited(|state| state.busy).begin();
                let (workshop, snapshot) = (Arc::clone(self), sources.snapshot.clone());
                thread::spawn(move || workshop.make(&snapshot, memory));
                drop(self.waited(|state| state.busy && state.ahead.is_none()));
            }
            Err(fault) => {
                sources.settled = false;
                self.fail(&fault);
            }
        }
        sources.found
    }

    /// What stands at a path now, and the number of what is told with it.
    pub fn find(self: &Arc<Self>, path: &str) -> (Found, u64) {
        self.state().ask(path);
        self.look();
        let state = self.waited(|state| state.busy && !state.is_ahead(path));
        let file = |path: &str| {
            state.shown(path).cloned().or_else(|| editions::published(&self.root, path))
        };
        let found = file(path).map_or_else(|| Found::Nothing(file(NOT_FOUND)), Found::File);
        (found, state.number)
    }

    /// A page as it is served where pages are compared: with its marks; else as it is.
    pub fn marked(&self, path: &str, html: Vec<u8>) -> Vec<u8> {
        let Some(base) = &self.base else { return html };
        // Before the first site is whole, nobody knows which pages differ.
        let pages = Arc::clone(&self.waited(|state| state.busy && !state.has_begun).differing);
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

    /// Makes a site: the pages that were asked for last, all pages, and then what is made of them.
    fn make(&self, snapshot: &Snapshot, mut memory: Memory) {
        let start = Instant::now();
        // Whatever happens, nobody waits for ever.
        let _done = Done(self);
        let options = Options { audience: Audience::Preview, ..Options::default() };
        let mut begun = begin(snapshot, &options, &mut memory);
        let asked = self.state().asked.clone();
        self.show(&mut begun, &mut memory, |path| asked.iter().any(|one| one == path));
        self.show(&mut begun, &mut memory, |_| true);
        let built = begun.finish(&mut memory);
        self.end(built, memory, start);
    }

    /// Shows what can be shown of a site that is not yet whole.
    fn show(&self, begun: &mut Begun, memory: &mut Memory, wanted: impl Fn(&str) -> bool) {
        let Some(files) = begun.ahead(wanted, memory) else { return };
        let (mut notes, sources) = begun.told();
        notes.extend(overdue(begun.reviews(), clock::today()));
        sort(&mut notes);
        self.state().show(files, Problems::of(&notes, sources));
        self.news.notify_all();
    }

    /// Takes over the whole site, or keeps the last one and tells why.
    fn end(&self, built: Built, memory: Memory, start: Instant) {
        let Built { output, sources, mut notes, rendered, reviews, .. } = built;
        notes.extend(overdue(&reviews, clock::today()));
        sort(&mut notes);
        tell(&report::text(&notes, &sources, self.language, colour(Stream::Err)));
        let is_good = !stops(&notes);
        if is_good {
            tell(&words::built(rendered.len(), output.pages, start.elapsed(), self.language));
        }
        let files = is_good.then_some(output.files);
        let differing = files.as_ref().and_then(|files| self.differing(files));
        let mut state = self.state();
        state.memory = memory;
        state.end(files, differing, Problems::of(&notes, &sources));
    }

    /// How the pages of the next site differ from the base, where they are compared. It takes a while,
    /// so nobody is kept waiting for the state meanwhile.
    fn differing(&self, files: &Files) -> Option<Vec<Differing>> {
        let base = self.base.as_ref()?;
        let state = self.state();
        let (former, known) = (state.site.clone(), Arc::clone(&state.differing));
        drop(state);
        let gone = if former.is_none() { base.gone(files) } else { BTreeSet::new() };
        let former = former.unwrap_or_default();
        let paths = former.keys().chain(files.keys());
        let changed = paths.filter(|path| differ(former.get(*path), files.get(*path))).cloned();
        let changed: BTreeSet<String> = changed.chain(gone).collect();
        Some(base.differing(files, &changed, &known))
    }

    /// The disk refused: what was is left as it is, and that is told once.
    fn fail(&self, fault: &Fault) {
        let problems = Problems::fault(&fault.words);
        let mut state = self.waited(|state| state.busy);
        if *state.problems != problems {
            tell(&fault.told(self.language));
            state.number += 1;
            state.problems = Arc::new(problems);
            self.news.notify_all();
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The state once it no longer is like that.
    fn waited(&self, mut is_so: impl FnMut(&State) -> bool) -> MutexGuard<'_, State> {
        let waited = self.news.wait_while(self.state(), |state| is_so(state));
        waited.unwrap_or_else(PoisonError::into_inner)
    }
}

/// Ends the making of a site, even where that was a fault of the program.
struct Done<'a>(&'a Workshop);

impl Drop for Done<'_> {
    fn drop(&mut self) {
        let mut state = self.0.state();
        state.busy = false;
        state.ahead = None;
        drop(state);
        self.0.news.notify_all();
    }
}

/// Whether two files say other things. What was kept since the last site need not be read for that.
fn differ(one: Option<&Arc<[u8]>>, other: Option<&Arc<[u8]>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => !Arc::ptr_eq(one, other) && one != other,
        (one, other) => one.is_some() || other.is_some(),
    }
}

/// The page for paths that lead nowhere.
const NOT_FOUND: &str = "404.html";

impl Sources {
    /// Looks whether they are other than they were, and reads them then.
    fn read(&mut self, root: &Path, failed: bool) -> Result<bool, Fault> {
        let start = Instant::now();
        let (stamps, snapshot) = loop {
            let stamps = Stamps::take(root, &self.stamps)?;
            if self.settled && stamps == self.stamps {
                return Ok(false);
            }
            let snapshot = read::snapshot(root)?;
            // What is saved while it is read may be read half: it is read again, but not for ever.
            if Stamps::of(root)? == stamps || start.elapsed() > SAVING {
                break (stamps, snapshot);
            }
        };
        self.settled = stamps.settled();
        self.stamps = stamps;
        let same = self.found > 0 && self.snapshot.iter().eq(snapshot.iter());
        if same && !failed {
            return Ok(false);
        }
        self.snapshot = snapshot;
        self.found += 1;
        Ok(true)
    }
}

impl State {
    fn begin(&mut self) -> Memory {
        self.busy = true;
        std::mem::take(&mut self.memory)
    }

    /// Remembers which pages are looked at.
    fn ask(&mut self, path: &str) {
        if path.ends_with(".html") {
            self.asked.retain(|one| one != path);
            self.asked.push_back(path.to_owned());
            let many = self.asked.len().saturating_sub(ASKED);
            self.asked.drain(..many);
        }
    }

    fn is_ahead(&self, path: &str) -> bool {
        self.ahead.as_ref().is_some_and(|files| files.contains_key(path))
    }

    /// What is shown at a path: what is there already of the next site, else what is there.
    fn shown(&self, path: &str) -> Option<&Arc<[u8]>> {
        let ahead = self.ahead.as_ref().and_then(|files| files.get(path));
        ahead.or_else(|| self.site.as_ref()?.get(path))
    }

    fn show(&mut self, files: Files, problems: Problems) {
        let changed = files.iter().filter(|(path, bytes)| differ(self.shown(path), Some(bytes)));
        let changed = changed.map(|(path, _)| path.clone()).collect();
        self.ahead = Some(files);
        self.tell(changed, false, problems);
    }

    fn end(&mut self, files: Option<Files>, differing: Option<Vec<Differing>>, problems: Problems) {
        let (had_site, former) = (self.site.is_some(), self.site.take().unwrap_or_default());
        let has_site = had_site || files.is_some();
        let next = files.unwrap_or_else(|| former.clone());
        let ahead = self.ahead.take().unwrap_or_default();
        let shown = |path: &String| ahead.get(path).or_else(|| former.get(path));
        let paths = ahead.keys().chain(former.keys()).chain(next.keys());
        let changed = paths.filter(|path| differ(shown(path), next.get(*path))).cloned().collect();
        self.site = has_site.then_some(next);
        let differing = differing.filter(|differing| *differing != *self.differing);
        self.tell(changed, differing.is_some(), problems);
        if let Some(differing) = differing {
            self.differing = Arc::new(differing);
            self.differing_since = self.number;
        }
        self.has_begun = true;
    }

    /// Counts what is new. While the first site is made nobody has seen anything that is now other.
    fn tell(&mut self, changed: Vec<String>, differs: bool, problems: Problems) {
        let is_news = !changed.is_empty() || differs || *self.problems != problems;
        self.number = match self.has_begun {
            true => self.number + u64::from(is_news),
            false => 1,
        };
        self.changed.extend(changed.into_iter().map(|path| (path, self.number)));
        self.problems = Arc::new(problems);
    }

    fn since(&self, number: u64) -> News {
        let changed = self.changed.iter().filter(|(_, at)| **at > number);
        News {
            number: self.number,
            changed: changed.map(|(path, _)| path.clone()).collect(),
            problems: Arc::clone(&self.problems),
            has_site: self.site.is_some() || self.ahead.is_some(),
            differs: self.differing_since > number,
        }
    }
}

#[cfg(test)]
mod tests;
