//! What differs between two versions of a project's data, and which rows turned a state.

use super::{State, TableSpec};
use crate::text::{SourcePath, Words};

/// Everything that differs, the older version first.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Differences {
    /// the tables in which anything differs, in the order of the data page
    pub tables: Vec<TableDifference>,
    /// the TOML files in which anything differs, in the order of their paths
    pub files: Vec<FileDifference>,
    /// the tests whose states turned, by area, in the order of the set
    pub turned: Vec<Turn>,
}

/// What differs in one table.
#[derive(Clone, Debug)]
pub struct TableDifference {
    /// the table
    pub spec: &'static TableSpec,
    /// rows of the newer version in its order, then those that are gone
    pub rows: Vec<RowDifference>,
    /// whether the rows both versions have stand in another order
    pub reordered: bool,
}

/// What differs in one row.
#[derive(Clone, PartialEq, Debug)]
pub struct RowDifference {
    /// its id
    pub id: String,
    /// what became of it
    pub change: RowChange,
    /// the cells that differ; of a row that is new or gone all that hold anything
    pub cells: Vec<CellDifference>,
}

/// What became of a row.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum RowChange {
    /// only the newer version has it
    Added,
    /// only the older version has it
    Removed,
    /// both have it and it differs
    Changed,
}

/// One cell, as files write it; nothing where it is blank.
#[derive(Clone, PartialEq, Debug)]
pub struct CellDifference {
    /// the header: `reason_ja`
    pub column: String,
    /// the header in people's words
    pub label: Words,
    /// in the older version
    pub old: String,
    /// in the newer version
    pub new: String,
}

/// What differs in one TOML file.
#[derive(Clone, PartialEq, Debug)]
pub struct FileDifference {
    /// the file
    pub path: SourcePath,
    /// the keys whose values differ, in their order
    pub keys: Vec<KeyDifference>,
}

/// One key of a TOML file; none where a version does not have it.
#[derive(Clone, PartialEq, Debug)]
pub struct KeyDifference {
    /// the way to it: `tests[need].label_ja`
    pub key: String,
    /// in the older version
    pub old: Option<String>,
    /// in the newer version
    pub new: Option<String>,
}

/// A state that turned, and why.
#[derive(Clone, PartialEq, Debug)]
pub struct Turn {
    /// the area
    pub area: String,
    /// the test
    pub test: String,
    /// how it stood
    pub from: State,
    /// how it stands
    pub to: State,
    /// what turned it
    pub causes: Causes,
}

/// What turned a state: proved by assessing again with it changed back.
#[derive(Clone, PartialEq, Debug)]
pub enum Causes {
    /// each of these, changed back alone, restores the state
    Sole(Vec<Cause>),
    /// none alone restores it; these together do, and no fewer of them
    Joint(Vec<Cause>),
}

impl Causes {
    /// All that are named.
    pub fn all(&self) -> &[Cause] {
        let (Self::Sole(all) | Self::Joint(all)) = self;
        all
    }
}

/// One thing that turned a state.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Cause {
    /// a row
    Row {
        /// its table
        table: &'static str,
        /// its id
        id: String,
        /// what became of it
        change: RowChange,
    },
    /// the criteria set, or which set is used
    Method,
}

impl PartialEq for TableDifference {
    fn eq(&self, other: &Self) -> bool {
        self.spec.name == other.spec.name
            && self.rows == other.rows
            && self.reordered == other.reordered
    }
}

impl Differences {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.tables.is_empty() && self.files.is_empty() && self.turned.is_empty()
    }
}

impl RowChange {
    /// The word for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
        }
    }
}
