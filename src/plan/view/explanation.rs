//! Where one area stands, by itself.

use serde::Serialize;

use super::{EffectOutput, QuestionView, StudyView, TestView};

/// An area's states with everything they rest on, in one language.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Explanation {
    /// its id
    pub area: String,
    /// its name
    pub name: String,
    /// the criteria set it was assessed by
    pub criteria_set: String,
    /// the date of the data
    pub as_of: Option<String>,
    /// what this is and what it is not
    pub disclaimer: String,
    /// the sentence of the decision table
    pub summary: String,
    /// need, consideration, effect and cost
    pub tests: Vec<TestView>,
    /// the questions that belong to no test
    pub traits: Vec<QuestionView>,
    /// the ways to study feasibility
    pub studies: Vec<StudyView>,
    /// what STEP2 comes to, exact; none where no inputs were entered
    pub computed: Option<EffectOutput>,
}
