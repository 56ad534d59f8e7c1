//! What differs between two versions of the data, in both languages at once.
//!
//! The keys of `kyotsu diff --format json` are these fields; `docs/diff.md` tells them to users.

use serde::Serialize;

use crate::text::Words;

/// Everything that differs, the older version first.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Comparison {
    /// tables in which anything differs
    pub tables: Vec<ComparedTable>,
    /// settings, criteria sets and other TOML files in which anything differs
    pub files: Vec<ComparedFile>,
    /// states that turned
    pub states: Vec<TurnedState>,
    /// whether both versions could be assessed
    pub assessed: bool,
    /// the version without a criteria set of its own, assessed by the other's: `old` or `new`
    pub criteria_borrowed_by: Option<&'static str>,
    /// what computed states are and are not
    pub disclaimer: Words,
}

/// Something with an id and a name; the name may be empty.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Named {
    /// its id
    pub id: String,
    /// what people call it
    pub name: Words,
}

/// What differs in one table.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ComparedTable {
    /// the table
    pub table: Named,
    /// whether the rows both versions have stand in another order
    pub reordered: bool,
    /// its rows
    pub rows: Vec<ComparedRow>,
}

/// What differs in one row.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ComparedRow {
    /// the row
    pub row: Named,
    /// `added`, `removed` or `changed`
    pub change: &'static str,
    /// its cells
    pub cells: Vec<ComparedCell>,
    /// why, as `change_reasons` gives it
    pub reasons: Vec<Words>,
}

/// One cell, as files write it; empty where it is blank.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ComparedCell {
    /// the header: `reason_ja`
    pub column: String,
    /// the header in people's words
    pub label: Words,
    /// in the older version
    pub old: String,
    /// in the newer version
    pub new: String,
    /// whether what differs is not published
    pub withheld: bool,
}

/// What differs in one TOML file.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ComparedFile {
    /// its path
    pub path: String,
    /// its keys
    pub keys: Vec<ComparedKey>,
}

/// One key; nothing where a version does not have it.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ComparedKey {
    /// the way to it
    pub key: String,
    /// in the older version
    pub old: Option<String>,
    /// in the newer version
    pub new: Option<String>,
    /// why, as `change_reasons` gives it
    pub reasons: Vec<Words>,
}

/// A state that turned.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct TurnedState {
    /// the area
    pub area: Named,
    /// the test
    pub test: Named,
    /// how it stood: `met`, `not_met` or `insufficient`
    pub from: Named,
    /// how it stands
    pub to: Named,
    /// whether only all causes together turned it; else each did
    pub joint: bool,
    /// what turned it
    pub causes: Vec<TurningCause>,
}

/// What turned a state.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct TurningCause {
    /// `row`, or `criteria` for the criteria set
    pub kind: &'static str,
    /// the row's table
    pub table: Option<Named>,
    /// the row
    pub row: Option<Named>,
    /// `added`, `removed` or `changed`
    pub change: Option<&'static str>,
    /// its cells
    pub cells: Vec<ComparedCell>,
    /// why, as `change_reasons` gives it
    pub reasons: Vec<Words>,
}
