//! The first page, and areas in a matrix.

use serde::Serialize;

use super::{ChangesInBrief, Figure, Link, Prose, StandingView};

/// The first page.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct HomeView {
    /// what this is and is not
    pub prose: Prose,
    /// figures with their words
    pub figures: Vec<LabelledFigure>,
    /// areas by department, each with its kinds and leads
    pub matrix: Vec<MatrixGroup>,
    /// ways in for four readers
    pub ways: Vec<Way>,
    /// what changed since the newest edition, if anything did
    pub changes: Option<ChangesInBrief>,
}

/// A figure with its words.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct LabelledFigure {
    /// the figure
    pub figure: Figure,
    /// what it counts
    pub label: String,
}

/// A way in for a kind of reader.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Way {
    /// the reader
    pub reader: String,
    /// where they find their answers
    pub links: Vec<Link>,
}

/// The areas of one department.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct MatrixGroup {
    /// the department
    pub department: Link,
    /// its areas
    pub areas: Vec<MatrixRow>,
}

/// An area in a list.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct MatrixRow {
    /// the area
    pub area: Link,
    /// criteria that name it
    pub criteria: Vec<Link>,
    /// need, consideration, effect and cost, side by side
    pub standing: Vec<StandingView>,
    /// joint procurement per kind, never summed
    pub kinds: Vec<KindCount>,
    /// how many leads the documents carry
    pub leads: Figure,
}

/// A kind of the survey with its count.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct KindCount {
    /// the kind
    pub name: String,
    /// n
    pub count: Option<Figure>,
    /// of how many
    pub of: Figure,
}
