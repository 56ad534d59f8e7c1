//! A criteria set: the words a site assesses against, as data.

use super::{
    Answers, Atom, Input, Method, NamedScenario, Outcome, Parameter, Prompt, Reading, Sentence,
    StudyMethod, Test,
};
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
    /// what the answers to single questions are called
    pub answers: Answers,
    /// what is asked of an area, in the order of the columns
    pub tests: Vec<Test>,
    /// the questions of the tests, and traits
    pub atoms: Vec<Atom>,
    /// what the computation needs
    pub inputs: Vec<Input>,
    /// what to think of
    pub prompts: Vec<Prompt>,
    /// the ways to study feasibility
    pub methods: Vec<StudyMethod>,
    /// what may come of it; empty where the document has no list
    pub outcomes: Vec<Outcome>,
    /// the decision table of the summary: the first row that fits
    pub sentences: Vec<Sentence>,
    /// how unclear words are read
    pub readings: Vec<Reading>,
    /// what else the method sets
    pub parameters: Vec<Parameter>,
    /// what is changed one at a time, with its words
    pub scenarios: Vec<NamedScenario>,
    /// the parameters as the computation takes them
    pub method: Method,
}

impl CriteriaSet {
    /// Every citation the set uses.
    pub fn sources(&self) -> impl Iterator<Item = &str> {
        let parts = self.criteria.iter().map(|one| &one.source);
        let parts = parts.chain(self.statements.iter().map(|one| &one.source));
        let parts = parts.chain(self.steps.iter().map(|one| &one.source));
        let parts = parts.chain(self.readings.iter().map(|one| &one.source));
        std::iter::once(&self.source).chain(parts).map(String::as_str)
    }

    /// A test by id.
    pub fn test(&self, id: &str) -> Option<&Test> {
        self.tests.iter().find(|test| test.id == id)
    }

    /// A question by id.
    pub fn atom(&self, id: &str) -> Option<&Atom> {
        self.atoms.iter().find(|atom| atom.id == id)
    }

    /// An input by id.
    pub fn input(&self, id: &str) -> Option<&Input> {
        self.inputs.iter().find(|input| input.id == id)
    }

    /// The questions of a test, in order.
    pub fn atoms_of<'a>(&'a self, test: &'a str) -> impl Iterator<Item = &'a Atom> + Clone {
        self.atoms.iter().filter(move |atom| atom.test.as_deref() == Some(test))
    }

    /// A sentence of the steps by id, with its step.
    pub fn item(&self, id: &str) -> Option<(&Step, &StepItem)> {
        let items =
            self.steps.iter().flat_map(|step| step.items.iter().map(move |one| (step, one)));
        items.into_iter().find(|(_, item)| item.id == id)
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

impl Step {
    /// Whether a sentence stands under another, at whatever depth; a circle ends the way up.
    pub fn is_below(&self, item: &StepItem, above: &str) -> bool {
        let mut parent = item.parent.as_deref();
        for _ in &self.items {
            match parent {
                Some(id) if id == above => return true,
                Some(id) => {
                    let next = self.items.iter().find(|one| one.id == id);
                    parent = next.and_then(|one| one.parent.as_deref());
                }
                None => return false,
            }
        }
        false
    }
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
