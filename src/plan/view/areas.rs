//! Written sections, areas and departments.

use serde::Serialize;

use super::{
    Block, ChangesInBrief, KindCount, Link, MatrixGroup, MatrixRow, OpinionView, ProgressView,
    Prose, QuestionView, StandingView, StateCounts, StudyView, TableView, TestView,
};
use crate::text::Language;

/// A narrative.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct SectionView {
    /// the whole of it
    pub prose: Prose,
}

/// All areas.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct AreasView {
    /// before the list
    pub prose: Prose,
    /// by department
    pub groups: Vec<MatrixGroup>,
}

/// One area.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct AreaView {
    /// its department
    pub department: Link,
    /// why it is listed
    pub why: Vec<String>,
    /// criteria that name it, with the words
    pub criteria: Vec<NamedBy>,
    /// the sentence of the decision table
    pub summary: String,
    /// how much the documents carry
    pub carried: Vec<Block>,
    /// the criteria set it was assessed by, and the date of the data
    pub assessed_by: String,
    /// need, consideration, effect and cost, side by side
    pub standing: Vec<StandingView>,
    /// what businesses the state has standardised already, where it is one
    pub covered: Option<String>,
    /// stage and outcome, if entered
    pub progress: Vec<ProgressView>,
    /// the same, opened
    pub tests: Vec<TestView>,
    /// the questions that belong to no test
    pub traits: Vec<QuestionView>,
    /// the ways to study feasibility
    pub studies: Vec<StudyView>,
    /// what local governments said
    pub opinions: Vec<OpinionView>,
    /// joint procurement per kind
    pub kinds: Vec<KindCount>,
    /// schemes used
    pub funding: Option<TableView>,
    /// before and after
    pub effects: Vec<EffectView>,
    /// opinions of staff
    pub voices: Vec<QuoteView>,
    /// systems of the inventory
    pub systems: Option<TableView>,
    /// what the 2020 paper warns of
    pub cautions: Vec<QuoteView>,
    /// the editor's own page, if there is one
    pub prose: Option<Prose>,
    /// the citations used, each once
    pub sources: Vec<Link>,
    /// the rows of this page
    pub data: Vec<Link>,
    /// the way to its handout
    pub handout: String,
    /// what changed for it since the newest edition, where one is kept
    pub changes: Option<ChangesInBrief>,
}

/// A criterion that names an area.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct NamedBy {
    /// the criterion
    pub criterion: Link,
    /// why it is applied
    pub basis: String,
    /// the printed words
    pub words: String,
    /// the language of the words, if not the page's
    pub foreign: Option<Language>,
    /// its citation
    pub source: Link,
}

/// One piece of evidence, or a lead.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct EvidenceView {
    /// its strength in words
    pub strength: String,
    /// its strength as a code
    pub code: &'static str,
    /// which way it points
    pub direction: String,
    /// what it says
    pub text: String,
    /// a remark
    pub note: Option<String>,
    /// its citation
    pub source: Link,
}

/// A pair of before and after.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct EffectView {
    /// before
    pub before: String,
    /// after
    pub after: String,
    /// the system named, if one is
    pub system: Option<String>,
    /// a remark
    pub note: Option<String>,
    /// how sure the reading is
    pub doubt: Option<String>,
    /// its citation
    pub source: Link,
}

/// Words of a document, marked as such.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct QuoteView {
    /// what it is about
    pub about: Option<String>,
    /// the words
    pub text: String,
    /// whether the words are the document's own; else a translation or our wording
    pub verbatim: bool,
    /// a remark
    pub note: Option<String>,
    /// its citation
    pub source: Link,
}

/// All departments.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct DepartmentsView {
    /// before the list
    pub prose: Prose,
    /// each with counts
    pub table: TableView,
}

/// One department.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct DepartmentView {
    /// how many of its areas stand how, by test
    pub counts: Vec<StateCounts>,
    /// its areas
    pub areas: Vec<MatrixRow>,
    /// its boxes on the map
    pub map: Option<TableView>,
    /// its systems in the inventory
    pub systems: Option<TableView>,
    /// standardised businesses beside it on the map
    pub standard: Option<TableView>,
    /// pairs that belong to no area
    pub effects: Vec<EffectView>,
}
