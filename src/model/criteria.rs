//! A criteria set: the words a site assesses against, as data.

use crate::text::Words;

/// A versioned set of criteria and steps, in full, from one document.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct CriteriaSet {
    /// `2024-04-wt`
    pub id: String,
    /// what it is called
    pub name: Words,
    /// the document it is quoted from
    pub document: String,
    /// its citation
    pub source: String,
    /// the kinds of reason, in printed order
    pub criteria: Vec<Criterion>,
    /// sentences about the set as a whole
    pub statements: Vec<Statement>,
    /// the steps of the process, in order
    pub steps: Vec<Step>,
}

impl CriteriaSet {
    /// Every citation the set uses.
    pub fn sources(&self) -> impl Iterator<Item = &str> {
        let parts = self.criteria.iter().map(|one| &one.source);
        let parts = parts.chain(self.statements.iter().map(|one| &one.source));
        let parts = parts.chain(self.steps.iter().map(|one| &one.source));
        std::iter::once(&self.source).chain(parts).map(String::as_str)
    }
}

/// A kind of reason to look at an area.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Criterion {
    /// as printed: `1`
    pub id: String,
    /// quoted in full
    pub text: Words,
    /// its citation
    pub source: String,
    /// what the document names
    pub examples: Vec<Example>,
    /// what staff said
    pub voices: Vec<Voice>,
    /// a remark for readers
    pub note: Words,
}

/// Something a criterion names.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Example {
    /// as printed
    pub words: Words,
    /// areas it is about
    pub areas: Vec<String>,
}

/// An opinion of one municipality's member of staff.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Voice {
    /// the business it is about
    pub about: Words,
    /// areas it is about
    pub areas: Vec<String>,
    /// quoted
    pub text: Words,
}

/// A sentence about the set as a whole.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Statement {
    /// unique in the set
    pub id: String,
    /// quoted
    pub text: Words,
    /// its citation
    pub source: String,
    /// a remark for readers
    pub note: Words,
}

/// One step of the process.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Step {
    /// `STEP1`
    pub id: String,
    /// as printed
    pub title: Words,
    /// the question the step asks
    pub question: Words,
    /// its citation
    pub source: String,
    /// what it says, in order
    pub items: Vec<StepItem>,
    /// a remark for readers
    pub note: Words,
}

/// One sentence of a step.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct StepItem {
    /// unique in the set: `N1`
    pub id: String,
    /// what it does there: `need`, `example`, `method`
    pub role: String,
    /// what is printed before it: `(1)`, `(例)`
    pub mark: Words,
    /// the item it stands under
    pub parent: Option<String>,
    /// quoted
    pub text: Words,
    /// a remark for readers
    pub note: Words,
}
