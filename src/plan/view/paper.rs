//! What is made for paper: one sheet for an area, and the whole report.

use serde::Serialize;

use super::{EffectView, EvidenceView, Figure, KindCount, Link, StandingView, StateView};

/// One area on one sheet.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct SheetView {
    /// its place in the report
    pub id: String,
    /// the area, leading to its page
    pub area: Link,
    /// its department
    pub department: Link,
    /// the criteria set it was assessed by, and the date of the data
    pub assessed_by: String,
    /// why it is listed
    pub why: Vec<String>,
    /// criteria that name it
    pub criteria: Vec<Link>,
    /// the sentence of the decision table
    pub summary: String,
    /// need, consideration, effect and cost, side by side
    pub standing: Vec<StandingView>,
    /// what businesses the state has standardised already, where it is one
    pub covered: Option<String>,
    /// its questions with what their states rest on; none on a handout
    pub questions: Vec<SheetQuestion>,
    /// what could settle a question, the strongest first
    pub evidence: Pieces,
    /// what only points the way
    pub leads: Pieces,
    /// what is missing, and whom one could ask
    pub gaps: Vec<SheetGap>,
    /// how many more are missing
    pub more_gaps: Option<Figure>,
    /// joint procurement per kind
    pub kinds: Vec<KindCount>,
    /// before and after
    pub effects: Vec<EffectView>,
    /// where the whole stands
    pub address: String,
}

/// Evidence or leads, as many as there is room for.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct Pieces {
    /// those shown
    pub shown: Vec<EvidenceView>,
    /// how many more there are
    pub more: Option<Figure>,
}

/// One question, answered in a line.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct SheetQuestion {
    /// in words
    pub label: String,
    /// how it stands
    pub state: StateView,
    /// why
    pub reason: String,
    /// where it opens
    pub href: String,
}

/// What is missing, in short.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct SheetGap {
    /// what is missing, leading to the question one can send out
    pub gap: Link,
    /// whom one could ask
    pub ask: String,
}

/// The whole report on one page.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ReportView {
    /// its chapters, in the order of the navigation
    pub chapters: Vec<ChapterView>,
}

/// A chapter: a page that is taken in, and what follows it.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ChapterView {
    /// its place in the report
    pub id: String,
    /// what the page is called
    pub title: String,
    /// the page it is made of, below the output folder
    pub path: String,
    /// pages of its section, one level below
    pub parts: Vec<ChapterView>,
    /// the areas, where the chapter is about them
    pub groups: Vec<SheetGroup>,
}

/// The areas of a department, each on its sheet.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct SheetGroup {
    /// its place in the report
    pub id: String,
    /// the department
    pub department: String,
    /// its areas
    pub sheets: Vec<SheetView>,
}
