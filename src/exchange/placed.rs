//! Messages about the file as it would be, told at the cells of the sheet they come from.

use super::Base;
use super::columns::{by_id, text};
use crate::diag::Diagnostic;
use crate::load::{RawRow, RawTable};
use crate::model::TableSpec;
use crate::text::{Cell, Place};
use crate::validate::headers;

/// The messages; those about rows and columns of the sheet name its cells.
pub fn placed(
    spec: &TableSpec,
    merged: &Base,
    sheet: &RawTable,
    notes: Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let sheets = headers(spec, sheet).value;
    let owns = &merged.columns;
    let (Some(id), Some(own_id)) = (sheets.get("id"), owns.get("id")) else { return notes };
    let rows = by_id(sheet, *id);
    let row = |cell: Cell| -> Option<&RawRow> {
        let own = merged.raw.rows.iter().find(|row| row.number == cell.row)?;
        rows.get(text(own, *own_id)).copied()
    };
    let place = |place: &Place| -> Option<Place> {
        let cell = place.cell.filter(|_| place.path == merged.path)?;
        let row = row(cell)?;
        let name = owns.iter().find(|(_, column)| **column + 1 == cell.column);
        match name.and_then(|(name, _)| sheets.get(name)) {
            Some(column) => Some(sheet.place(row, *column)),
            // The sheet lacks the column: its row is told, with the header it lacks.
            None => Some(Place { header: place.header.clone(), ..sheet.place(row, *id) }),
        }
    };
    let moved = notes.into_iter().map(|note| match place(&note.place) {
        Some(place) => Diagnostic { place, ..note },
        None => note,
    });
    moved.collect()
}
