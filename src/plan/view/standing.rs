//! How areas stand: states with everything they rest on.

use serde::Serialize;

use super::{EvidenceView, Link, QuoteView, TableView};

/// A state in words and in its tone.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct StateView {
    /// as the criteria set calls it
    pub label: String,
    /// `met`, `denied`, `open`, `caution` or `unasked`: how it looks, never alone
    pub tone: &'static str,
}

/// One column of what stands side by side.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct StandingView {
    /// the test: `need`
    pub id: String,
    /// what it is called
    pub label: String,
    /// how it stands
    pub state: StateView,
    /// how many leads there are, in words
    pub leads: String,
    /// what a state that was computed or judged has beside it, in a word or two
    pub aside: Option<String>,
    /// where it opens
    pub href: String,
}

/// How many areas stand how in one test: counts, never a verdict.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct StateCounts {
    /// the test
    pub label: String,
    /// the states some area has
    pub states: Vec<StateCount>,
}

/// How many areas have a state.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct StateCount {
    /// the state
    pub state: StateView,
    /// how many
    pub count: super::Figure,
}

/// One test of an area, opened.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct TestView {
    /// `need`
    pub id: String,
    /// the step it belongs to
    pub step: Link,
    /// what it is called
    pub label: String,
    /// how it stands
    pub state: StateView,
    /// the rule, quoted in full
    pub rule: Option<QuoteView>,
    /// what the document names as examples, quoted
    pub examples: Vec<String>,
    /// how the answers are put together, in our words
    pub combined: String,
    /// what its state rests on beside its questions
    pub reasons: Vec<String>,
    /// the inputs it misses, each at the question one can send out
    pub missing: Vec<Link>,
    /// its questions
    pub questions: Vec<QuestionView>,
    /// what was computed
    pub computed: Vec<TableView>,
    /// what to think of
    pub prompts: Vec<String>,
}

/// One question about an area.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct QuestionView {
    /// `N1`
    pub id: String,
    /// in words
    pub label: String,
    /// how it stands; none where nothing is judged
    pub state: Option<StateView>,
    /// how many leads there are, in words
    pub counted: String,
    /// the sentence it comes from, quoted in full
    pub rule: Option<QuoteView>,
    /// what a person judged
    pub judgement: Option<JudgementView>,
    /// what its state rests on
    pub reasons: Vec<String>,
    /// what could settle it
    pub evidence: Vec<EvidenceView>,
    /// what only points the way
    pub leads: Vec<EvidenceView>,
    /// what would change it
    pub gap: Option<GapView>,
}

/// A person's judgement.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct JudgementView {
    /// why
    pub reason: String,
    /// the role that judged, and when
    pub by: String,
    /// the row
    pub row: Link,
}

/// Something that is missing, as a question one can send out.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct GapView {
    /// what is missing, in a word or two
    pub label: String,
    /// the question
    pub question: String,
    /// the form an answer should have
    pub form: String,
    /// whom one could ask
    pub ask: String,
    /// which states it could change, and to what
    pub outcomes: Vec<String>,
}

/// One way to study feasibility.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct StudyView {
    /// `pilot`
    pub id: String,
    /// what it is called
    pub label: String,
    /// the document's sentence
    pub text: Option<QuoteView>,
    /// what to think of
    pub prompts: Vec<String>,
}

/// How far an area has come, as people entered it.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ProgressView {
    /// the step
    pub stage: String,
    /// what came of it, if that was entered
    pub outcome: Option<String>,
    /// when
    pub date: String,
    /// in words
    pub text: Option<String>,
    /// its citation
    pub source: Link,
}

/// What a local government said.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct OpinionView {
    /// who, by kind
    pub from: String,
    /// when
    pub date: String,
    /// what
    pub text: String,
    /// its citation
    pub source: Link,
}

/// What keeps states open, question by question.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct GapsView {
    /// before them
    pub prose: super::Prose,
    /// the questions by test, then those that only choose prompts
    pub groups: Vec<GapGroup>,
    /// the file to fill in, in its forms
    pub files: Vec<Link>,
}

/// The gaps of one test.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct GapGroup {
    /// anchor
    pub id: String,
    /// the test
    pub label: String,
    /// its questions and inputs
    pub gaps: Vec<GapEntry>,
}

/// One question and the areas it is open for.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct GapEntry {
    /// anchor
    pub id: String,
    /// the question
    pub gap: GapView,
    /// of how many areas it is open, in words
    pub counted: String,
    /// those of them with leads, each with how many
    pub with_leads: Vec<GapArea>,
    /// the areas for which it is settled, or not asked
    pub settled: Vec<Link>,
}

/// An area for which a question is open.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct GapArea {
    /// the area, at the question
    pub area: Link,
    /// how many leads, in words
    pub leads: String,
}

/// A reading of an unclear word.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ReadingView {
    /// anchor
    pub id: String,
    /// the word
    pub word: String,
    /// how it is read
    pub text: String,
    /// its citation
    pub source: Link,
}

/// The readings of one step.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ReadingGroup {
    /// the step, or the criteria
    pub label: String,
    /// anchor
    pub id: String,
    /// its readings
    pub readings: Vec<ReadingView>,
}

/// A parameter of the method.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ParameterView {
    /// anchor
    pub id: String,
    /// what it is called
    pub label: String,
    /// its numbers, if it has any
    pub values: Vec<String>,
    /// the published figure it takes, if it takes one
    pub fact: Option<super::Figure>,
    /// what it is and why
    pub text: String,
    /// 編集者の設定, or the publication it comes from
    pub basis: String,
    /// whether it comes from a publication
    pub is_external: bool,
}
