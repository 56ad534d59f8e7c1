//! What people say of how everybody can read the site.

use serde::Serialize;

use super::{Figure, LabelledFigure, Link, Prose, TableView};

/// What is aimed at.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct AccessibilityView {
    /// what a person wrote beside it
    pub prose: Prose,
    /// the policy; none where nothing is published yet
    pub policy: Option<PolicyView>,
    /// the results
    pub results: Link,
}

/// The policy.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct PolicyView {
    /// standard and level
    pub target: String,
    /// which pages
    pub scope: String,
    /// since when
    pub date: Option<String>,
    /// by when
    pub term: Option<String>,
    /// where to write to
    pub contact: Option<String>,
    /// what is left out for now
    pub exceptions: Vec<ExceptionView>,
}

/// Something that is left out for now.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ExceptionView {
    /// what
    pub part: String,
    /// why
    pub reason: String,
    /// what will be done
    pub plan: String,
}

/// What was tested.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct AccessibilityResultsView {
    /// the policy
    pub policy: Link,
    /// the results; none where nothing is published yet
    pub results: Option<ResultsView>,
}

/// The results.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ResultsView {
    /// what people claim, in the words of the standard
    pub claim: Option<String>,
    /// by whom
    pub by: String,
    /// when
    pub date: Option<String>,
    /// on which pages
    pub pages: String,
    /// with what
    pub tools: String,
    /// how many there are of each, first of the claim
    pub tables: Vec<ResultsTable>,
}

/// The criteria of one standard.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ResultsTable {
    /// what they are
    pub title: String,
    /// how many there are
    pub of: Figure,
    /// how many were found how
    pub counts: Vec<LabelledFigure>,
    /// one row for each
    pub table: TableView,
}
