//! Open data, and where the sources disagree with themselves.

use serde::Serialize;

use super::{Figure, Link, Prose, SchemaDataset, TableView};

/// Where sources disagree with themselves.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct DiscrepanciesView {
    /// before them
    pub prose: Prose,
    /// comparisons that differ
    pub different: Vec<ReconciliationView>,
    /// comparisons that agree
    pub agreeing: Vec<ReconciliationView>,
    /// what the text lost, by document
    pub lost: Vec<TableView>,
    /// rows whose reading is not sure, by table
    pub doubtful: Vec<TableView>,
}

/// A comparison and its outcome.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ReconciliationView {
    /// anchor
    pub id: String,
    /// what is compared
    pub title: String,
    /// what to know about it
    pub note: Option<String>,
    /// both sides as written
    pub left: String,
    /// the other side
    pub right: String,
    /// the comparisons shown
    pub table: TableView,
    /// the citation
    pub source: Link,
}

/// All tables.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct DataIndexView {
    /// before them
    pub prose: Prose,
    /// each with its size and downloads
    pub tables: Vec<DataEntry>,
    /// what was computed from them
    pub computed: Vec<DataEntry>,
    /// the tables about them, and the descriptions for programs
    pub about: Vec<Link>,
    /// what was changed on the site, the newest first
    pub updates: Option<TableView>,
    /// how to cite the data
    pub citation: Citation,
    /// the same for search engines
    #[serde(skip)]
    pub metadata: Box<SchemaDataset>,
}

/// What to write when using the data.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Citation {
    /// as it is
    pub plain: String,
    /// adapted
    pub adapted: String,
}

/// A table in the list of tables.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct DataEntry {
    /// its page
    pub page: Link,
    /// what one row is
    pub about: String,
    /// how many rows
    pub rows: Figure,
    /// its files
    pub files: Vec<Link>,
}

/// One table.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct DataTableView {
    /// what one row is
    pub about: String,
    /// all rows
    pub table: TableView,
    /// its columns
    pub dictionary: Vec<DictionaryEntry>,
    /// its files
    pub files: Vec<Link>,
    /// whether it was computed, not entered
    pub computed: bool,
    /// the same for search engines
    #[serde(skip)]
    pub metadata: Box<SchemaDataset>,
}

/// A column in the dictionary.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct DictionaryEntry {
    /// header in the file
    pub name: String,
    /// in words
    pub label: String,
    /// the header in spreadsheets
    pub header: String,
    /// what it holds
    pub kind: String,
    /// whether a cell may be empty
    pub required: bool,
    /// whether it holds words as printed
    pub printed: bool,
    /// whether publication put it beside the table's own
    pub added: bool,
    /// the values it may have
    pub codes: Vec<(String, String)>,
}
