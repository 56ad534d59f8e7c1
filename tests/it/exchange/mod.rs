//! Tables out to a workbook and back: what nobody touched stays, what somebody did comes in alone.
//!
//! The workbooks of these tests are our own exports and such as `rust_xlsxwriter` makes: formulas,
//! merged cells, dates, percentages. One was saved by LibreOffice: `libreoffice.xlsx`, the export of
//! the small project opened there, edited in three cells, and saved as a workbook of Excel.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests stop at the first surprise of their own"
)]

mod command;
mod files;
mod laws;
mod libreoffice;
mod sheets;

use std::sync::Arc;

use kyotsu::build::{Asked, Imported, import};
use kyotsu::text::{Language, Snapshot};
use rust_xlsxwriter::Workbook;

use crate::site::project;

/// A small project that is checked in a moment.
fn small() -> Snapshot {
    project::below(&project::small())
}

/// What an import of a workbook's or CSV's bytes comes to.
fn imported(snapshot: &Snapshot, name: &str, bytes: Vec<u8>, table: &str) -> Imported {
    let bytes: Arc<[u8]> = bytes.into();
    import(snapshot, &Asked { name, bytes: &bytes, table }, Language::Ja)
}

/// A workbook with one sheet of texts.
fn book(sheet: &str, rows: &[&[&str]]) -> Workbook {
    let mut book = Workbook::new();
    let page = book.add_worksheet().set_name(sheet).unwrap();
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            page.write_string(row, column, *cell).unwrap();
        }
    }
    book
}

/// The codes and cells of all messages: `D632 [a.xlsx]areas B2`.
fn told(imported: &Imported) -> Vec<String> {
    let place = |note: &kyotsu::diag::Diagnostic| {
        let cell = note
            .place
            .cell
            .map(|cell| format!(" {}{}", kyotsu::text::spreadsheet_column(cell.column), cell.row));
        format!("{} {}{}", note.code.id, note.place.path, cell.unwrap_or_default())
    };
    imported.notes.iter().map(place).collect()
}
