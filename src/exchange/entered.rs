//! A table as a sheet to fill in.

use super::Base;
use super::columns::text;
use crate::model::tables::DELETE;
use crate::model::{FileColumn, Kind, Part, TableSpec};
use crate::text::unguarded;

/// What stands on the sheet of a table.
pub struct Entered {
    /// its columns; the last one is for marks of deletion
    pub columns: Vec<String>,
    /// its rows, one text for each column
    pub rows: Vec<Vec<String>>,
}

/// The columns a person enters, what else the file has, and every row as the file writes it.
pub fn entered(spec: &TableSpec, base: &Base) -> Entered {
    let columns: Vec<FileColumn> = spec.file_columns();
    let is_shown = |column: &&FileColumn| {
        let stands = column.part != Part::Added && base.columns.contains_key(&column.name);
        column.part.is_entered() || stands
    };
    let columns: Vec<&FileColumn> = columns.iter().filter(is_shown).collect();
    let rows = base.raw.rows.iter().map(|row| {
        let cell = |column: &&FileColumn| {
            let written = base.columns.get(&column.name).map_or("", |index| text(row, *index));
            shown(written, column.kind).to_owned()
        };
        columns.iter().map(cell).chain([String::new()]).collect()
    });
    let names = columns.iter().map(|column| column.name.as_str());
    Entered {
        rows: rows.collect(),
        columns: names.chain([DELETE.name]).map(str::to_owned).collect(),
    }
}

/// A workbook needs no apostrophe: its texts are texts.
fn shown(written: &str, kind: Kind) -> &str {
    match kind {
        Kind::Text | Kind::Words | Kind::Printed => unguarded(written),
        _ => written,
    }
}
