//! A sheet of a workbook as the raw rows a CSV gives, each cell as the spreadsheet shows it.
//!
//! Where a cell shows something else than it holds, nothing is guessed: it is told. A place is named
//! as Excel names it, `[workbook.xlsx]sheet` and a cell.

mod diags;
mod shown;

use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use calamine::{Dimensions, Reader, SheetType, SheetVisible, Xlsx, XlsxError, XlsxFormulaMetadata};

use super::csv::check_headers;
use super::{RawCell, RawRow, RawTable};
use crate::diag::{Checked, Diagnostic};
use crate::text::{Cell, Place, SourcePath, Span, folded};
use shown::{Shown, shown};

/// The name of the sheet that explains the columns; it holds no table.
pub const EXPLAINED: &str = "列の説明";

type Book = Xlsx<Cursor<Arc<[u8]>>>;

/// Row and column, both from 0.
type At = (u32, u32);

/// Reads the sheet of one of these names, or the only one there is; none if there is none to read.
pub fn sheet(path: &SourcePath, bytes: &Arc<[u8]>, names: &[&str]) -> Checked<Option<RawTable>> {
    let unreadable = |locked| Checked { value: None, notes: vec![diags::unreadable(path, locked)] };
    // The reader is another's; what a damaged file does to it must not end the program.
    let read = catch_unwind(AssertUnwindSafe(|| read(path, bytes, names)));
    match read {
        Ok(Ok(checked)) => checked,
        Ok(Err(XlsxError::Password)) => unreadable(true),
        Ok(Err(_)) | Err(_) => unreadable(false),
    }
}

fn read(
    path: &SourcePath,
    bytes: &Arc<[u8]>,
    names: &[&str],
) -> Result<Checked<Option<RawTable>>, XlsxError> {
    let mut book: Book = Xlsx::new(Cursor::new(bytes.clone()))?;
    let name = match chosen(&book, names) {
        Ok(name) => name,
        Err(there) => {
            let notes = vec![diags::no_sheet(path, names, &there)];
            return Ok(Checked { value: None, notes });
        }
    };
    let path = SourcePath::new(format!("[{}]{name}", path.file_name()));
    let cells = cells(&mut book, &name)?;
    let (table, mut notes) = laid_out(&path, &cells);
    for (at, formula) in formulas(&mut book, &name)? {
        notes.push(diags::formula(place(&table, at), &formula));
    }
    for region in merged(&mut book, &name, &cells)? {
        notes.push(diags::merged(place(&table, region.start), region.start, region.end));
    }
    Ok(Checked { value: Some(table), notes })
}

/// The sheet to read, else the names of those there are.
fn chosen(book: &Book, names: &[&str]) -> Result<String, Vec<String>> {
    let sheets = book.sheets_metadata().iter().filter(|one| one.typ == SheetType::WorkSheet);
    let sheets: Vec<_> = sheets.filter(|one| one.name != EXPLAINED).collect();
    let is_named = |sheet: &str| names.iter().any(|name| folded(name) == folded(sheet));
    let shown: Vec<_> = sheets.iter().filter(|one| one.visible == SheetVisible::Visible).collect();
    match (sheets.iter().find(|one| is_named(&one.name)), shown.as_slice()) {
        (Some(sheet), _) => Ok(sheet.name.clone()),
        (None, [only]) => Ok(only.name.clone()),
        _ => Err(shown.iter().map(|one| one.name.clone()).collect()),
    }
}

/// The cells that show anything.
fn cells(book: &mut Book, name: &str) -> Result<BTreeMap<At, Shown>, XlsxError> {
    let mut reader = book.worksheet_cells_reader(name)?;
    let formats = reader.styles().iter().map(|style| style.number_format.as_ref());
    let formats: Vec<Option<String>> =
        formats.map(|format| format.map(|format| format.format_code.clone())).collect();
    let mut cells = BTreeMap::new();
    while let Some((cell, style)) = reader.next_cell_with_style_id()? {
        let format = formats.get(style).and_then(Option::as_deref);
        let shown = shown(cell.get_value(), format);
        if !shown.text.is_empty() {
            cells.insert(cell.get_position(), shown);
        }
    }
    Ok(cells)
}

/// Every cell with a formula, and the formula where it stands there itself.
fn formulas(book: &mut Book, name: &str) -> Result<Vec<(At, String)>, XlsxError> {
    let mut reader = book.worksheet_cells_reader(name)?;
    let mut found = Vec::new();
    while let Some(cell) = reader.next_cell_with_formula_metadata()? {
        let formula = match cell.formula {
            Some(
                XlsxFormulaMetadata::Normal { formula }
                | XlsxFormulaMetadata::Shared { formula, .. },
            ) => formula,
            Some(_) => String::new(),
            None => continue,
        };
        found.push((cell.pos, formula));
    }
    Ok(found)
}

/// Merged cells among those that are used.
fn merged(
    book: &mut Book,
    name: &str,
    cells: &BTreeMap<At, Shown>,
) -> Result<Vec<Dimensions>, XlsxError> {
    let last = cells.keys().next_back().map_or(0, |(row, _)| *row);
    let mut regions = book.merge_cells_by_sheet_name(name)?;
    regions.retain(|region| region.start != region.end && region.start.0 <= last);
    Ok(regions)
}

/// The cells as a table: row 1 is the header, and only what stands under a header is read.
fn laid_out(path: &SourcePath, cells: &BTreeMap<At, Shown>) -> (RawTable, Vec<Diagnostic>) {
    let mut rows: BTreeMap<u32, BTreeMap<usize, &Shown>> = BTreeMap::new();
    for ((row, column), shown) in cells {
        rows.entry(*row).or_default().insert(*column as usize, shown);
    }
    let headers = rows.remove(&0).map(|row| dense(&row, usize::MAX)).unwrap_or_default();
    let width = headers.len();
    let whole = !headers.is_empty();
    let mut table = RawTable { path: path.clone(), headers, rows: Vec::new(), whole };
    let mut beyond = BTreeMap::new();
    for (row, shown) in &rows {
        let number = *row as usize + 1;
        table.rows.push(RawRow { number, cells: dense(shown, width), fits: true });
        beyond.extend(shown.keys().filter(|column| **column >= width).map(|column| (*column, ())));
    }
    let mut notes = match whole {
        true => check_headers(&table),
        false => vec![super::diags::file_empty(path)],
    };
    let beyond = beyond.keys().filter(|_| whole);
    notes.extend(beyond.map(|column| super::diags::header_empty(table.header_place(*column))));
    let faults = cells.iter().filter_map(|(at, shown)| Some((*at, shown.fault.as_ref()?)));
    notes.extend(faults.map(|(at, fault)| diags::shown(place(&table, at), fault)));
    (table, notes)
}

/// The cells of a row one after the other, up to a width.
fn dense(row: &BTreeMap<usize, &Shown>, width: usize) -> Vec<RawCell> {
    let last = row.keys().rfind(|column| **column < width).map_or(0, |column| column + 1);
    let text = |column: usize| row.get(&column).map_or("", |shown| shown.text.as_str());
    let cell = |column| RawCell { text: text(column).to_owned(), span: Span::default() };
    (0..last).map(cell).collect()
}

fn place(table: &RawTable, (row, column): At) -> Place {
    let (number, column) = (row as usize + 1, column as usize);
    let found = table.rows.binary_search_by_key(&number, |row| row.number);
    match found.ok().and_then(|at| table.rows.get(at)) {
        Some(row) => table.place(row, column),
        None => Place {
            cell: Some(Cell { row: number, column: column + 1 }),
            ..table.header_place(column)
        },
    }
}
