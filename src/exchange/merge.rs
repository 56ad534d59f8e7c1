//! A sheet into a table: row by row by id, cell by cell.

use std::collections::BTreeSet;

use super::columns::{Columns, Pair, by_id, text};
use super::difference::{CellChange, RowChange};
use super::edit::{Edit, edited, is_quoted, line, line_end, written};
use super::{Base, Difference, diags};
use crate::diag::{Checked, Diagnostic};
use crate::load::{RawRow, RawTable};
use crate::model::{Confidence, Kind, Part, TableSpec};
use crate::text::{Span, folded, guarded, unguarded};
use crate::validate::alike;

/// What says that a row is to go.
const MARKS: [&str; 8] = ["yes", "true", "1", "○", "◯", "はい", "削除", "delete"];

/// A table after an import.
pub struct Merged {
    /// its file; the same bytes where nothing changes
    pub bytes: Vec<u8>,
    /// what changes
    pub difference: Difference,
}

/// Merges a sheet into a table that reads without fault.
pub fn merge(spec: &TableSpec, base: &Base, sheet: &RawTable) -> Checked<Merged> {
    let mut notes = Vec::new();
    let mut difference = Difference::default();
    if let Some(columns) = Columns::of(spec, base, sheet).note(&mut notes) {
        difference = compared(base, sheet, &columns, &mut notes);
        difference.columns = new_columns(&columns, &difference);
    }
    let edits = edits(base, &difference);
    let bytes = edited(base, edits).unwrap_or_else(|letter| {
        notes.push(diags::encoding(&base.path, letter));
        base.bytes.to_vec()
    });
    Checked { value: Merged { bytes, difference }, notes }
}

fn compared(
    base: &Base,
    sheet: &RawTable,
    columns: &Columns,
    notes: &mut Vec<Diagnostic>,
) -> Difference {
    let own_id = base.columns.get("id").copied();
    let own = own_id.map(|id| by_id(&base.raw, id)).unwrap_or_default();
    let mut difference = Difference::default();
    let mut seen = BTreeSet::new();
    for row in sheet.rows.iter().filter(|row| is_filled(row, columns)) {
        let id = text(row, columns.id);
        if id.is_empty() {
            notes.push(diags::id_missing(sheet.place(row, columns.id)));
            continue;
        }
        if !seen.insert(id) {
            notes.push(diags::id_repeated(sheet.place(row, columns.id), id));
            continue;
        }
        let gone = is_deleted(sheet, row, columns, notes);
        match (own.get(id), gone) {
            (Some(_), true) => difference.deleted.push(id.to_owned()),
            (None, true) => {
                notes.push(diags::deletion_unknown(sheet.place(row, columns.id), id));
            }
            (own, false) => {
                let cells = changes(row, own.copied(), &columns.pairs);
                let change = RowChange { id: id.to_owned(), number: row.number, cells };
                match own {
                    Some(_) if change.cells.is_empty() => difference.same += 1,
                    Some(_) => difference.changed.push(change),
                    None => difference.added.push(change),
                }
            }
        }
    }
    let missing = base.raw.rows.iter().map(|row| own_id.map_or("", |id| text(row, id)));
    let missing = missing.filter(|id| !id.is_empty() && !seen.contains(id));
    difference.missing = missing.map(str::to_owned).collect();
    difference
}

/// Whether a row says anything that counts; what stands in ignored columns does not.
fn is_filled(row: &RawRow, columns: &Columns) -> bool {
    let others = columns.pairs.iter().map(|pair| pair.sheet);
    let mut all = others.chain([columns.id]).chain(columns.delete);
    all.any(|column| !text(row, column).is_empty())
}

fn is_deleted(
    sheet: &RawTable,
    row: &RawRow,
    columns: &Columns,
    notes: &mut Vec<Diagnostic>,
) -> bool {
    let Some(column) = columns.delete else { return false };
    let mark = folded(text(row, column));
    let is_mark = MARKS.contains(&mark.as_str());
    if !is_mark && !mark.is_empty() {
        notes.push(diags::deletion(sheet.place(row, column), text(row, column)));
    }
    is_mark
}

fn changes(row: &RawRow, own: Option<&RawRow>, pairs: &[Pair]) -> Vec<CellChange> {
    let change = |pair: &Pair| {
        let before = own.zip(pair.base).map_or("", |(own, column)| text(own, column));
        let after = text(row, pair.sheet);
        (!is_same(before, after, pair, own.is_none())).then(|| CellChange {
            column: pair.column.name.clone(),
            label: pair.column.label.ja.clone(),
            before: before.to_owned(),
            after: kept(after, pair.column.kind),
        })
    };
    pairs.iter().filter_map(change).collect()
}

fn is_same(before: &str, after: &str, pair: &Pair, is_new: bool) -> bool {
    // A spreadsheet ends the lines in a cell in its own way.
    let lines = |text: &str| unguarded(text).replace("\r\n", "\n");
    // What is published says of every row how surely it was read; a file may say so only of doubts.
    let clear = Confidence::Clear.code();
    let is_clear = |text: &str| text.is_empty() || text == clear;
    let is_typed = is_new && pair.base.is_some();
    let is_confidence = pair.column.part == Part::Confidence && !is_typed;
    if is_confidence && is_clear(before) && is_clear(after) {
        return true;
    }
    lines(before) == lines(after) || alike(before, after, &pair.column)
}

/// A new text as the file keeps it: one that a spreadsheet would compute is made safe.
fn kept(text: &str, kind: Kind) -> String {
    match kind {
        Kind::Text | Kind::Words | Kind::Printed => guarded(unguarded(text)),
        _ => text.to_owned(),
    }
}

/// Columns the file lacks and some row fills in.
fn new_columns(columns: &Columns, difference: &Difference) -> Vec<String> {
    let rows = || difference.changed.iter().chain(&difference.added);
    let is_used = |name: &str| rows().flat_map(|row| &row.cells).any(|cell| cell.column == name);
    let lacking = columns.pairs.iter().filter(|pair| pair.base.is_none());
    let names = lacking.map(|pair| pair.column.name.clone());
    names.filter(|name| is_used(name)).collect()
}

/// The difference as edits of the file's text.
fn edits(base: &Base, difference: &Difference) -> Vec<Edit> {
    let Some(id) = base.columns.get("id").copied() else { return Vec::new() };
    let own = by_id(&base.raw, id);
    let quotes = base.raw.headers.iter().all(|header| is_quoted(base, header.span));
    let mut edits = Vec::new();
    for change in &difference.changed {
        let Some(row) = own.get(change.id.as_str()) else { continue };
        for cell in &change.cells {
            let own = base.columns.get(&cell.column).and_then(|column| row.cells.get(*column));
            edits.extend(own.map(|own| Edit {
                span: own.span,
                text: written(&cell.after, is_quoted(base, own.span)),
            }));
        }
    }
    for id in &difference.deleted {
        let span = own.get(id.as_str()).and_then(|row| line(base, row));
        edits.extend(span.map(|span| Edit { span, text: String::new() }));
    }
    let deleted: BTreeSet<&str> = difference.deleted.iter().map(String::as_str).collect();
    edits.extend(widened(base, difference, id, &deleted, quotes));
    edits.extend(appended(base, difference, quotes));
    edits
}

/// The columns the file lacked, behind its last one in every line.
fn widened(
    base: &Base,
    difference: &Difference,
    id: usize,
    deleted: &BTreeSet<&str>,
    quotes: bool,
) -> Vec<Edit> {
    let Some(last) = base.raw.headers.len().checked_sub(1) else { return Vec::new() };
    if difference.columns.is_empty() {
        return Vec::new();
    }
    let value = |row: &str, column: &str| {
        let row = difference.changed.iter().find(|change| change.id == row);
        let mut cells = row.into_iter().flat_map(|row| &row.cells);
        let cell = cells.find(|cell| cell.column == column);
        cell.map(|cell| cell.after.clone()).unwrap_or_default()
    };
    let at = |span: Span, texts: Vec<String>| Edit {
        span: Span { start: span.end, end: span.end },
        text: texts.iter().map(|text| format!(",{}", written(text, quotes))).collect(),
    };
    let header =
        base.raw.headers.get(last).map(|header| at(header.span, difference.columns.clone()));
    let rows = base.raw.rows.iter().filter(|row| !deleted.contains(text(row, id)));
    let rows = rows.filter_map(|row| {
        let texts = difference.columns.iter().map(|column| value(text(row, id), column));
        Some(at(row.cells.get(last)?.span, texts.collect()))
    });
    header.into_iter().chain(rows).collect()
}

/// The new rows, behind the last line.
fn appended(base: &Base, difference: &Difference, quotes: bool) -> Option<Edit> {
    if difference.added.is_empty() {
        return None;
    }
    let known = |index: usize| {
        let column = base.columns.iter().find(|(_, at)| **at == index);
        column.map_or("", |(name, _)| name.as_str())
    };
    let own = (0..base.raw.headers.len()).map(known);
    let columns: Vec<&str> = own.chain(difference.columns.iter().map(String::as_str)).collect();
    let end = line_end(&base.text);
    let is_open = !base.text.is_empty() && !base.text.ends_with(['\r', '\n']);
    let mut added = if is_open { end.to_owned() } else { String::new() };
    for row in &difference.added {
        let cells = columns.iter().map(|name| written(new_cell(row, name), quotes));
        added.push_str(&cells.collect::<Vec<_>>().join(","));
        added.push_str(end);
    }
    let at = base.text.len();
    Some(Edit { span: Span { start: at, end: at }, text: added })
}

fn new_cell<'a>(row: &'a RowChange, column: &str) -> &'a str {
    match column {
        "id" => &row.id,
        name => {
            let cell = row.cells.iter().find(|cell| cell.column == name);
            cell.map_or("", |cell| &cell.after)
        }
    }
}
