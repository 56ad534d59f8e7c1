//! What the last build left, so that the next one makes only what changed.
//!
//! A page says everything it will say, so two equal pages under one theme are the same bytes: what
//! an edit touches is told by comparing values, and there is nothing else to keep in step. Only the
//! last build is held, and what was said while a page was made is said again with it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::editions::Former;
use crate::diag::{Checked, Diagnostic};
use crate::plan::view::SearchIndex;
use crate::plan::{Export, Page};
use crate::render::Theme;
use crate::threads;

/// The last build, less its files that cost nothing to make.
#[derive(Default)]
pub struct Memory {
    pub(super) theme: Theme,
    pub(super) pages: Shelf<Page, Option<Arc<str>>>,
    pub(super) reports: Shelf<ReportMatter, Option<Arc<str>>>,
    pub(super) opening: Shelf<Page, Option<Arc<str>>>,
    pub(super) exports: Shelf<Export, Files>,
    pub(super) search: Shelf<SearchIndex, Files>,
    pub(super) former: Option<Former>,
}

/// Files by their paths.
pub type Files = Vec<(String, Arc<[u8]>)>;

/// What a report is made of: its page, and the finished pages it takes in.
#[derive(PartialEq)]
pub struct ReportMatter {
    pub page: Page,
    pub chapters: BTreeMap<String, Arc<str>>,
}

impl Memory {
    /// Takes a theme over, and forgets what another one made.
    pub(super) fn under(&mut self, theme: Theme) {
        if !self.theme.looks_like(&theme) {
            self.pages = Shelf::default();
            self.reports = Shelf::default();
            self.opening = Shelf::default();
        }
        self.theme = theme;
    }

    /// What the theme publishes as it is.
    pub(super) fn assets(&self) -> BTreeMap<String, Arc<[u8]>> {
        self.theme.assets.clone()
    }
}

/// Things made, each beside what it was made of.
pub struct Shelf<M, T>(BTreeMap<String, Kept<M, T>>);

struct Kept<M, T> {
    matter: M,
    made: T,
    notes: Vec<Diagnostic>,
}

impl<M, T> Default for Shelf<M, T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<M: PartialEq + Sync, T: Clone + Send + Sync> Shelf<M, T> {
    /// Makes what is other than it was and keeps the rest; what is no longer wanted is forgotten.
    /// The names of what was made go to `anew`.
    pub fn fill(
        &mut self,
        wanted: Vec<(String, M)>,
        anew: &mut BTreeSet<String>,
        make: impl Fn(&M) -> Checked<T> + Sync + Send,
    ) {
        let names = wanted.iter().map(|(name, _)| name.clone()).collect();
        self.add(wanted, anew, make);
        self.keep(&names);
    }

    /// The same, and nothing is forgotten.
    pub fn add(
        &mut self,
        wanted: Vec<(String, M)>,
        anew: &mut BTreeSet<String>,
        make: impl Fn(&M) -> Checked<T> + Sync + Send,
    ) {
        let made = threads::each(&wanted, |(name, matter)| {
            let same = self.0.get(name).is_some_and(|kept| kept.matter == *matter);
            (!same).then(|| make(matter))
        });
        for ((name, matter), made) in wanted.into_iter().zip(made) {
            let Some(Checked { value, notes }) = made else { continue };
            anew.insert(name.clone());
            self.0.insert(name, Kept { matter, made: value, notes });
        }
    }

    /// Forgets everything but this.
    pub fn keep(&mut self, names: &BTreeSet<String>) {
        self.0.retain(|name, _| names.contains(name));
    }

    /// What was made of this name, if anything was, and what was said of it.
    pub fn found(&self, name: &str) -> Option<(&T, &[Diagnostic])> {
        self.0.get(name).map(|kept| (&kept.made, kept.notes.as_slice()))
    }

    /// What was made, by name; what was said of it goes to `notes`.
    pub fn told<'a>(
        &'a self,
        notes: &mut Vec<Diagnostic>,
    ) -> impl Iterator<Item = (&'a str, &'a T)> + use<'a, M, T> {
        notes.extend(self.0.values().flat_map(|kept| kept.notes.iter().cloned()));
        self.0.iter().map(|(name, kept)| (name.as_str(), &kept.made))
    }
}
