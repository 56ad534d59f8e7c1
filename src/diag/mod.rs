//! One kind of message for everybody: the terminal, the page in the browser, JSON.
//!
//! A stage words its own sentences in its `diags.rs`, one constructor for each; nobody else builds
//! a [`Diagnostic`]. Severity comes from the code, order from a total sort.

mod codes;

pub use codes::{CODES, Code, Severity, code};

use crate::text::{Place, Words};

/// Something to tell about the sources: what, where, and how to mend it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Diagnostic {
    /// Where it stands; first, so that messages sort by place.
    pub place: Place,
    /// What can be read over the telephone and looked up in the manual.
    pub code: &'static Code,
    /// One terse clause.
    pub message: Words,
    /// What was expected there.
    pub expected: Option<Words>,
    /// What to type.
    pub fix: Words,
}

impl Diagnostic {
    /// Error or warning, by the code.
    pub fn severity(&self) -> Severity {
        self.code.severity
    }
}

/// A value and everything there is to say about how it came about.
///
/// Stages always give both, so that ten mistakes are mended in one round.
#[derive(Clone, Debug, Default)]
pub struct Checked<T> {
    /// The value, as good as it could be made.
    pub value: T,
    /// All messages, in no particular order.
    pub notes: Vec<Diagnostic>,
}

impl<T> Checked<T> {
    /// A value with nothing to say about it.
    pub fn clean(value: T) -> Self {
        Self { value, notes: Vec::new() }
    }

    /// The same messages about something made of the value.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Checked<U> {
        Checked { value: make(self.value), notes: self.notes }
    }

    /// Hands the messages over and keeps the value.
    pub fn note(self, notes: &mut Vec<Diagnostic>) -> T {
        notes.extend(self.notes);
        self.value
    }
}

/// How many messages of one code are told for one file before the rest is only counted.
pub const TOLD_PER_FILE_AND_CODE: usize = 200;

/// Puts messages into their one order and drops exact repetitions.
pub fn sort(notes: &mut Vec<Diagnostic>) {
    notes.sort();
    notes.dedup();
}

/// Whether any message stops the build.
pub fn stops(notes: &[Diagnostic]) -> bool {
    notes.iter().any(|note| note.severity() == Severity::Error)
}
