//! The criteria with what speaks of them, and the process.

use serde::Serialize;

use super::{ChartView, Link, ParameterView, Prose, QuoteView, ReadingGroup};

/// The criteria of a set.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct CriteriaView {
    /// before them
    pub prose: Prose,
    /// the set
    pub set: String,
    /// said of the set as a whole
    pub statements: Vec<QuoteView>,
    /// one for each
    pub criteria: Vec<CriterionView>,
}

/// One criterion.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct CriterionView {
    /// `1`
    pub id: String,
    /// quoted in full
    pub text: QuoteView,
    /// what it names
    pub examples: Vec<ExampleView>,
    /// what staff said
    pub voices: Vec<QuoteView>,
    /// areas it is applied to
    pub areas: Vec<Link>,
}

/// Something a criterion names.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ExampleView {
    /// as printed
    pub words: String,
    /// areas it is about
    pub areas: Vec<Link>,
}

/// The process.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ProcessView {
    /// before it
    pub prose: Prose,
    /// the steps drawn
    pub chart: ChartView,
    /// said of the process as a whole
    pub statements: Vec<QuoteView>,
    /// STEP1 to STEP3
    pub steps: Vec<StepView>,
    /// how unclear words are read, by step
    pub readings: Vec<ReadingGroup>,
    /// what else the method sets
    pub parameters: Vec<ParameterView>,
    /// what is changed one at a time
    pub scenarios: Vec<String>,
}

/// One step.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct StepView {
    /// `STEP1`
    pub id: String,
    /// as printed
    pub title: String,
    /// the question it asks
    pub question: QuoteView,
    /// its sentences, nested
    pub items: Vec<StepItemView>,
}

/// One sentence of a step and what stands under it.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct StepItemView {
    /// anchor
    pub id: String,
    /// what is printed before it: `(1)`
    pub mark: Option<String>,
    /// quoted
    pub text: String,
    /// a remark
    pub note: Option<String>,
    /// what stands under it
    pub items: Vec<StepItemView>,
}
