//! What an import changes.

/// How a table differs after an import.
#[derive(Default, PartialEq, Eq, Debug)]
pub struct Difference {
    /// rows with other cells
    pub changed: Vec<RowChange>,
    /// new rows, at the end of the file
    pub added: Vec<RowChange>,
    /// the ids of rows marked for deletion
    pub deleted: Vec<String>,
    /// the ids of rows the sheet does not have, which stay
    pub missing: Vec<String>,
    /// how many rows of the sheet say what the file says
    pub same: usize,
    /// columns the file did not have
    pub columns: Vec<String>,
}

/// A row and what its cells become.
#[derive(PartialEq, Eq, Debug)]
pub struct RowChange {
    /// its id
    pub id: String,
    /// its number in the sheet
    pub number: usize,
    /// the cells, in the order of the table
    pub cells: Vec<CellChange>,
}

/// A cell before and after.
#[derive(PartialEq, Eq, Debug)]
pub struct CellChange {
    /// ASCII header
    pub column: String,
    /// the header in people's words
    pub label: String,
    /// as the file has it
    pub before: String,
    /// as it becomes
    pub after: String,
}

impl Difference {
    /// Whether the file stays as it is.
    pub fn is_empty(&self) -> bool {
        self.changed.is_empty() && self.added.is_empty() && self.deleted.is_empty()
    }
}
