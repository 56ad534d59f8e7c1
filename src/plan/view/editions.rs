//! What differs from the newest edition, and the editions that are kept.

use serde::Serialize;

use super::{CellView, Link, Prose, StateView};
use crate::text::Language;

/// The page of changes.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct ChangesView {
    /// what a person wrote
    pub prose: Prose,
    /// what is compared with; none where nothing is
    pub since: Option<SinceView>,
    /// why nothing is compared, or that nothing differs
    pub nothing: Option<String>,
    /// states that turned, by area
    pub turned: Vec<TurnedArea>,
    /// how many areas there is no room for
    pub more_turned: Option<String>,
    /// rows, by table
    pub tables: Vec<ChangedTable>,
    /// keys of settings and criteria
    pub files: Vec<ChangedFile>,
    /// how many keys there is no room for
    pub more_keys: Option<String>,
    /// everything for programs
    pub file: Option<Link>,
}

/// The rows of one table that differ, where they need a page.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ChangedTableView {
    /// what is compared with
    pub since: SinceView,
    /// the rows
    pub table: ChangedTable,
    /// everything for programs
    pub file: Link,
}

/// What is compared with.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct SinceView {
    /// the edition, leading to its site
    pub edition: Link,
    /// how much differs: what, how many, and where it is told
    pub counts: Vec<Link>,
}

/// The states of an area that turned.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct TurnedArea {
    /// its place on the page
    pub id: String,
    /// the area; it may be gone
    pub area: CellView,
    /// its tests
    pub tests: Vec<TurnedTest>,
}

/// One test whose state turned.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct TurnedTest {
    /// what it is called
    pub label: String,
    /// how it stood
    pub from: StateView,
    /// how it stands
    pub to: StateView,
    /// how the causes turned it: proved one by one, or jointly
    pub proved: String,
    /// what turned it
    pub causes: Vec<CauseView>,
}

/// What turned a state.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct CauseView {
    /// the row, leading to where it is told
    pub row: CellView,
    /// what became of it
    pub change: Option<String>,
    /// why, if somebody said so
    pub reasons: Vec<CellView>,
}

/// The rows of a table that differ.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct ChangedTable {
    /// its place on the page
    pub id: String,
    /// the table, leading to its page
    pub table: Link,
    /// how many rows became what
    pub counted: String,
    /// its rows; none where they have a page of their own
    pub rows: Vec<ChangedRow>,
    /// that rows stand in another order
    pub reordered: bool,
    /// the page of its rows, where they have one
    pub page: Option<Link>,
    /// how many rows there is no room for
    pub more: Option<String>,
}

/// One row that differs.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ChangedRow {
    /// its place on the page
    pub id: String,
    /// what became of it, in words
    pub change: String,
    /// the same: `added`, `removed` or `changed`
    pub tone: &'static str,
    /// its id, leading to the row
    pub row: Link,
    /// its name
    pub name: CellView,
    /// the areas it is about, where its name does not say so
    pub areas: Vec<Link>,
    /// its cells
    pub cells: Vec<ChangedCell>,
    /// why, if somebody said so
    pub reasons: Vec<CellView>,
}

/// One cell that differs.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ChangedCell {
    /// its header
    pub label: String,
    /// in the edition; none for a new row
    pub old: Option<CellView>,
    /// now; none for a row that is gone
    pub new: Option<CellView>,
    /// that what differs is not published
    pub withheld: bool,
}

/// The keys of a file that differ.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ChangedFile {
    /// the file
    pub path: String,
    /// its keys
    pub keys: Vec<ChangedKey>,
}

/// One key that differs.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ChangedKey {
    /// the way to it
    pub key: String,
    /// in the edition
    pub old: Option<CellView>,
    /// now
    pub new: Option<CellView>,
    /// why, if somebody said so
    pub reasons: Vec<CellView>,
}

/// What changed for one area, or on the whole, in a few lines.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ChangesInBrief {
    /// since which edition
    pub since: String,
    /// the states that turned
    pub turned: Vec<TurnedInBrief>,
    /// what else changed, each leading to where it is told
    pub others: Vec<Link>,
    /// the page of changes
    pub page: Link,
}

/// A state that turned, in a line.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct TurnedInBrief {
    /// the test, leading to where it is told
    pub test: Link,
    /// how it stood
    pub from: StateView,
    /// how it stands
    pub to: StateView,
}

/// The page of editions.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct EditionsView {
    /// what a person wrote
    pub prose: Prose,
    /// the editions, the newest first
    pub kept: Vec<EditionView>,
    /// what changed since the newest
    pub changes: Link,
}

/// One edition.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct EditionView {
    /// its day as data
    pub day: String,
    /// its day in words, leading to its first page
    pub home: Link,
    /// that it is the one a reader is in
    pub here: bool,
    /// its data
    pub data: Link,
    /// what differs from the one before, if there is one
    pub difference: Option<Link>,
    /// how to cite it
    pub citation: String,
    /// the language of the citation, if it is not the page's
    pub foreign: Option<Language>,
}

/// That a page belongs to an edition.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct EditionMark {
    /// its day, in words
    pub date: String,
    /// the way to the site as it is now
    pub newest: String,
}
