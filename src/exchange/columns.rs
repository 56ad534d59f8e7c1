//! Which column of a sheet is which column of the file.

use std::collections::BTreeMap;

use super::{Base, diags};
use crate::diag::{Checked, Diagnostic};
use crate::load::{RawRow, RawTable};
use crate::model::tables::DELETE;
use crate::model::{FileColumn, Part, TableSpec};
use crate::text::folded;
use crate::validate::headers;

/// The columns of a sheet that say anything about the file.
pub struct Columns {
    /// which one holds the ids
    pub id: usize,
    /// which one holds the marks of deletion
    pub delete: Option<usize>,
    /// the others, in the order of the table
    pub pairs: Vec<Pair>,
}

/// A column that stands in the sheet.
pub struct Pair {
    /// what it is
    pub column: FileColumn,
    /// where it stands in the sheet
    pub sheet: usize,
    /// where it stands in the file, if it does
    pub base: Option<usize>,
}

impl Columns {
    /// Finds them by their headers; none where nothing names the rows.
    pub fn of(spec: &TableSpec, base: &Base, sheet: &RawTable) -> Checked<Option<Self>> {
        let delete = sheet.headers.iter().position(|header| is_delete(&header.text));
        let mut found = headers(spec, sheet);
        let column = |note: &Diagnostic| note.place.cell.map(|cell| cell.column - 1);
        found.notes.retain(|note| delete.is_none() || column(note) != delete);
        let Some(id) = found.value.get("id").copied() else {
            found.notes.extend(sheet.whole.then(|| diags::id_column(sheet.header_place(0))));
            return Checked { value: None, notes: found.notes };
        };
        // What publication adds is for readers; nobody changes the table by it.
        let columns = spec.file_columns().into_iter();
        let columns = columns.filter(|column| !matches!(column.part, Part::Id | Part::Added));
        let pair = |column: FileColumn| {
            let sheet = *found.value.get(&column.name)?;
            Some(Pair { base: base.columns.get(&column.name).copied(), sheet, column })
        };
        let pairs = columns.filter_map(pair).collect();
        Checked { value: Some(Self { id, delete, pairs }), notes: found.notes }
    }
}

fn is_delete(header: &str) -> bool {
    [DELETE.name, DELETE.label.ja].iter().any(|name| folded(name) == folded(header))
}

/// A row's text in a column, without blanks around it.
pub fn text(row: &RawRow, column: usize) -> &str {
    row.cells.get(column).map_or("", |cell| cell.text.trim())
}

/// The first row of each id.
pub fn by_id(table: &RawTable, id: usize) -> BTreeMap<&str, &RawRow> {
    let mut rows = BTreeMap::new();
    for row in table.rows.iter().filter(|row| !text(row, id).is_empty()) {
        rows.entry(text(row, id)).or_insert(row);
    }
    rows
}
