//! The method of a criteria set: what is asked, how answers combine, and every word of it.

use super::{Scenario, State};
use crate::text::Words;

/// What is asked of an area as a whole: one of the columns that stand side by side.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Test {
    /// unique in the set: `need`
    pub id: String,
    /// the step it belongs to
    pub step: String,
    /// the sentence of the steps it quotes
    pub item: Option<String>,
    /// how its state comes about
    pub rule: Rule,
    /// what it is called
    pub label: Words,
    /// what its states are called, in the order of [`State::ALL`]
    pub states: [Words; 3],
    /// how its questions are put together, as readers are told
    pub reading: Words,
    /// whether `not_met` asks for care instead of denying
    pub is_caution: bool,
}

impl Test {
    /// What a state of this test is called.
    pub fn state(&self, state: State) -> &Words {
        let [met, not_met, insufficient] = &self.states;
        match state {
            State::Met => met,
            State::NotMet => not_met,
            State::Insufficient => insufficient,
        }
    }
}

/// How the state of a test comes about.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Rule {
    /// one question with evidence for it is enough
    #[default]
    Any,
    /// every question needs evidence for it
    All,
    /// computed: operation after commonisation against the operation it is compared with
    Effect,
    /// computed: when the cost of commonising is recovered
    Cost,
}

impl Rule {
    /// All, each with its word in files.
    pub const NAMED: [(&'static str, Self); 4] =
        [("any", Self::Any), ("all", Self::All), ("effect", Self::Effect), ("cost", Self::Cost)];

    /// Whether the state is computed and not judged.
    pub fn is_computed(self) -> bool {
        matches!(self, Self::Effect | Self::Cost)
    }
}

/// One question about an area.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Atom {
    /// unique in the set: `N1`
    pub id: String,
    /// the test it belongs to; none for traits, which only choose prompts
    pub test: Option<String>,
    /// the sentence of the steps it quotes
    pub item: Option<String>,
    /// what it is called
    pub label: Words,
    /// what one would ask to settle it; none if nobody is asked
    pub inquiry: Option<Inquiry>,
}

/// What the answers to single questions are called.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Answers {
    /// in the order of [`State::ALL`]
    pub states: [Words; 3],
    /// the question is not asked of an area
    pub not_applicable: Words,
}

impl Answers {
    /// What an answer is called; none is a question that is not asked.
    pub fn of(&self, state: Option<State>) -> &Words {
        let [met, not_met, insufficient] = &self.states;
        match state {
            Some(State::Met) => met,
            Some(State::NotMet) => not_met,
            Some(State::Insufficient) => insufficient,
            None => &self.not_applicable,
        }
    }
}

/// Something the computation needs.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Input {
    /// `coordination`
    pub id: String,
    /// the test it keeps open
    pub test: String,
    /// what it is called
    pub label: Words,
    /// what one would ask for it
    pub inquiry: Inquiry,
}

impl Input {
    /// Everything the computation takes, by the name it has in files.
    pub const KNOWN: [&str; 9] = [
        "bodies",
        "adoption",
        "coordination",
        "systems",
        "migration",
        "fixed",
        "common",
        "present",
        "benefit",
    ];
}

/// A question one can send out.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Inquiry {
    /// the question
    pub question: Words,
    /// the form an answer should have
    pub form: Words,
    /// whom one could ask; says nothing about who is responsible
    pub ask: Words,
}

/// Something to think of, shown where its conditions hold.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Prompt {
    /// unique in the set
    pub id: String,
    /// the test or the method of study it stands at
    pub at: String,
    /// all of these hold
    pub conditions: Vec<Condition>,
    /// what it says
    pub text: Words,
}

/// What must hold of an area for a prompt to be shown.
#[derive(Clone, PartialEq, Debug)]
pub enum Condition {
    /// a question stands so
    Atom(String, Vec<State>),
    /// a test stands so
    Test(String, Vec<State>),
    /// a criterion names the area
    Criterion(String),
}

/// A way to study feasibility.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct StudyMethod {
    /// unique in the set
    pub id: String,
    /// the sentence of the steps it quotes
    pub item: Option<String>,
    /// what it is called
    pub label: Words,
}

/// What may come of the process, as people enter it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Outcome {
    /// unique in the set
    pub id: String,
    /// what it is called
    pub label: Words,
}

/// A row of the decision table: the sentence said of an area whose tests stand so.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Sentence {
    /// the states a test may have; a test that is not named may have any
    pub pattern: Vec<(String, Vec<State>)>,
    /// what is said; `{need}` stands for the state of that test
    pub text: Words,
}

impl Sentence {
    /// Whether the tests stand as the row says.
    pub fn fits(&self, states: &[(&str, State)]) -> bool {
        let is_so = |test: &str, wanted: &[State]| {
            states.iter().any(|(id, state)| *id == test && wanted.contains(state))
        };
        self.pattern.iter().all(|(test, wanted)| is_so(test, wanted))
    }
}

/// How an unclear word of the document is read.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Reading {
    /// unique in the set
    pub id: String,
    /// the step it is about, or `criteria`
    pub step: String,
    /// the word
    pub word: Words,
    /// how it is read
    pub text: Words,
    /// its citation
    pub source: String,
}

/// A number or rule of the method that is no word of the document.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Parameter {
    /// unique in the set
    pub id: String,
    /// its numbers, if it has any
    pub values: Vec<i64>,
    /// what it is called
    pub label: Words,
    /// what it is and why
    pub text: Words,
    /// where it comes from
    pub basis: Basis,
    /// the row of `facts` it takes its number from
    pub fact: Option<String>,
}

/// Where a parameter comes from.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum Basis {
    /// 編集者の設定
    #[default]
    Editor,
    /// a publication, cited in words
    External(Words),
}

/// A scenario and what it is called.
#[derive(Clone, PartialEq, Debug)]
pub struct NamedScenario {
    /// what is changed
    pub scenario: Scenario,
    /// what it is called
    pub label: Words,
}
