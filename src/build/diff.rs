//! Two versions of a project's data, compared.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Form;
use crate::assess::{assess, withheld};
use crate::compare::{Version, compare};
use crate::diag::{self, Diagnostic, Severity};
use crate::load::{Raw, load};
use crate::model::{Assessments, Dataset};
use crate::plan::{Compared, comparison};
use crate::render;
use crate::text::{Language, Snapshot, SourcePath};
use crate::validate::validate;

/// The header under which tables name a criteria set.
const SET: &str = "criteria_set";

/// One version, and where it was found.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// its files: `data/…` and perhaps `kyotsu.toml`
    pub snapshot: &'a Snapshot,
    /// whether it is the downloads of a published site: tables only, some amounts withheld
    pub published: bool,
}

/// What one version's data has that stops a comparison.
#[derive(Debug, Default)]
pub struct Mistakes {
    /// the messages, in order; errors only
    pub notes: Vec<Diagnostic>,
    /// the texts they are about
    pub sources: BTreeMap<SourcePath, Arc<str>>,
}

/// What differs, or why nobody can say.
#[derive(Debug, Default)]
pub struct Diffed {
    /// what differs; none where a version's data is wrong
    pub told: Option<String>,
    /// what is wrong with the older version
    pub old: Mistakes,
    /// what is wrong with the newer one
    pub new: Mistakes,
}

/// Tells what differs between an older and a newer version.
pub fn diff(old: &Side<'_>, new: &Side<'_>, language: Language, form: Form) -> Diffed {
    let (mut before, mut after) = (Read::of(old), Read::of(new));
    let borrower = match (before.lacks_criteria(), after.lacks_criteria()) {
        (true, false) => Some("old"),
        (false, true) => Some("new"),
        _ => None,
    };
    before.borrow(&after.raw);
    after.borrow(&before.raw);
    let (mut before, mut after) = (before.checked(), after.checked());
    let (old_mistakes, new_mistakes) = (before.mistakes(), after.mistakes());
    if !old_mistakes.notes.is_empty() || !new_mistakes.notes.is_empty() {
        return Diffed { told: None, old: old_mistakes, new: new_mistakes };
    }
    if old.published || new.published {
        before.keep_published();
        after.keep_published();
    }
    let differences = compare(&before.version(), &after.version());
    let comparison = comparison(&Compared {
        old: before.published(),
        new: after.published(),
        differences: &differences,
        criteria_borrowed_by: borrower,
        since: None,
    });
    let told = match form {
        Form::Text => render::comparison::text(&comparison, language),
        Form::Json => render::json(&comparison),
    };
    Diffed { told: Some(told), old: old_mistakes, new: new_mistakes }
}

/// A version, read and checked by itself.
pub(super) fn read(side: &Side<'_>) -> Checked {
    Read::of(side).checked()
}

/// A version as it was read.
struct Read {
    raw: Raw,
    notes: Vec<Diagnostic>,
    /// its own files; what it borrows is not judged here
    own: BTreeSet<SourcePath>,
    published: bool,
}

impl Read {
    fn of(side: &Side<'_>) -> Self {
        let mut notes = Vec::new();
        let raw = load(side.snapshot).note(&mut notes);
        let own = side.snapshot.iter().map(|(path, _)| path.clone()).collect();
        Self { raw, notes, own, published: side.published }
    }

    /// A published site has its tables only.
    fn lacks_criteria(&self) -> bool {
        self.published && self.raw.criteria.is_empty()
    }

    /// Takes from the other version what says how areas are assessed, where this one has nothing.
    fn borrow(&mut self, other: &Raw) {
        if self.lacks_criteria() {
            self.raw.criteria.clone_from(&other.criteria);
        }
        if self.raw.settings.is_none() {
            self.raw.settings.clone_from(&other.settings);
        }
    }

    fn checked(mut self) -> Checked {
        let dataset = validate(&self.raw).note(&mut self.notes);
        let assessments = assess(&dataset);
        let published = withheld(&dataset, &assessments);
        Checked { read: self, dataset, assessments, published }
    }
}

/// A version as it was checked.
pub(super) struct Checked {
    read: Read,
    dataset: Dataset,
    assessments: Assessments,
    published: Option<Dataset>,
}

impl Checked {
    pub(super) fn mistakes(&mut self) -> Mistakes {
        let mut notes = std::mem::take(&mut self.read.notes);
        let is_own = |note: &Diagnostic| self.read.own.contains(&note.place.path);
        // By which set a published table is read, or that there is none, is not its fault.
        let is_of_set = |note: &Diagnostic| {
            note.code == &diag::code::METHOD_NAME || note.place.header.as_deref() == Some(SET)
        };
        let is_its_fault = |note: &Diagnostic| !self.read.published || !is_of_set(note);
        notes.retain(|note| {
            note.severity() == Severity::Error && is_own(note) && is_its_fault(note)
        });
        diag::sort(&mut notes);
        Mistakes { notes, sources: std::mem::take(&mut self.read.raw.texts) }
    }

    /// Forgets what is not published, so that it is not told as a difference.
    fn keep_published(&mut self) {
        let Some(published) = self.published.take() else { return };
        self.dataset = published;
        self.dataset.estimates = crate::validate::estimated(&self.dataset);
        self.assessments = assess(&self.dataset);
    }

    fn published(&self) -> &Dataset {
        self.published.as_ref().unwrap_or(&self.dataset)
    }

    pub(super) fn version(&self) -> Version<'_> {
        Version {
            raw: (!self.read.published).then_some(&self.read.raw),
            dataset: &self.dataset,
            published: self.published(),
            assessments: &self.assessments,
        }
    }
}
