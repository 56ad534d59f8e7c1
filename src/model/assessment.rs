//! Where each area stands, with everything it rests on: states, evidence, leads, reasons, gaps.

use std::collections::BTreeMap;

use super::{Effect, State};

/// Every area, assessed by one criteria set.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Assessments {
    /// the set
    pub set: String,
    /// by area
    pub areas: BTreeMap<String, Assessment>,
    /// what the fictitious example comes to; it is apart from every state
    pub example: Option<Effect>,
    /// what the fictitious bodies bear, in their order
    pub shares: Option<Vec<i64>>,
}

/// One area.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Assessment {
    /// one for each test of the set, in its order
    pub tests: Vec<TestFinding>,
    /// the questions that belong to no test
    pub traits: Vec<AtomFinding>,
    /// the prompts that apply, by id, in the order of the set
    pub prompts: Vec<String>,
    /// the row of the decision table, counted from 0; none in a set without one
    pub sentence: Option<usize>,
    /// the computation, where inputs were entered
    pub effect: Option<Effect>,
    /// what keeps states open, in the order of the set
    pub gaps: Vec<Gap>,
}

/// How one test stands, and why.
#[derive(Clone, PartialEq, Debug)]
pub struct TestFinding {
    /// the test
    pub test: String,
    /// how it stands
    pub state: State,
    /// its questions, in the order of the set
    pub atoms: Vec<AtomFinding>,
    /// what its state rests on beside its questions
    pub reasons: Vec<Reason>,
}

/// How one question stands, and why.
#[derive(Clone, PartialEq, Debug)]
pub struct AtomFinding {
    /// the question
    pub atom: String,
    /// how it stands; none if it is not asked of this area (問わない)
    pub state: Option<State>,
    /// the row of `judgements`, if there is one
    pub judgement: Option<String>,
    /// rows of `evidence` strong enough to carry a state, in the order of the file
    pub evidence: Vec<String>,
    /// rows of `evidence` that only point the way
    pub leads: Vec<String>,
    /// what its state rests on, in the order it was weighed
    pub reasons: Vec<Reason>,
}

/// Something that was weighed.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Reason {
    /// nobody has judged the question
    Unjudged,
    /// somebody judged it so, and evidence carries it
    Judged(State),
    /// somebody judged it so, and nothing carries it
    Unsupported(State),
    /// somebody judged that it is not asked of this area
    NotAsked,
    /// so many rows strong enough point the other way than the judgement
    Contrary(usize),
    /// every question of the test is out of the question
    NothingAsked,
    /// what somebody judged of a computed test stands beside it and changes nothing
    Qualitative(State),
    /// no inputs were entered
    NoInputs,
    /// computed from the inputs
    Computed,
    /// an entered cost is larger than all municipalities' together
    Doubted,
    /// recovered for a time, and then no longer: the payback depends on the years counted
    FallsBack,
}

/// What keeps a state open.
#[derive(Clone, PartialEq, Debug)]
pub struct Gap {
    /// the test it keeps open; none for a trait
    pub test: Option<String>,
    /// what is missing
    pub missing: Missing,
    /// what the test would be if the answer were yes, and if it were no
    pub could_become: Vec<(State, State)>,
}

/// What is missing.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Missing {
    /// an answer to a question
    Atom(String),
    /// an input of the computation
    Input(String),
}

impl Assessment {
    /// A test by id.
    pub fn test(&self, id: &str) -> Option<&TestFinding> {
        self.tests.iter().find(|test| test.test == id)
    }

    /// Every question, those of the tests first.
    pub fn atoms(&self) -> impl Iterator<Item = &AtomFinding> {
        self.tests.iter().flat_map(|test| &test.atoms).chain(&self.traits)
    }
}
