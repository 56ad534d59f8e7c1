//! CSV: values by the `csv` crate, places by our own scan of the same bytes.

use std::sync::Arc;

use super::diags;
use crate::diag::{Checked, Diagnostic};
use crate::text::{Cell, Place, SourcePath, Span};

/// A table as its file has it.
#[derive(Clone, Debug)]
pub struct RawTable {
    /// the file
    pub path: SourcePath,
    /// row 1
    pub headers: Vec<RawCell>,
    /// the rows that hold anything
    pub rows: Vec<RawRow>,
    /// whether no row was swallowed by a quotation mark or lacks its header
    pub whole: bool,
}

/// A row as its file has it.
#[derive(Clone, Debug)]
pub struct RawRow {
    /// its number in a spreadsheet
    pub number: usize,
    /// its cells, as many as it has
    pub cells: Vec<RawCell>,
    /// whether its cells stand under their headers
    pub fits: bool,
}

/// A cell as its file has it.
#[derive(Clone, Debug)]
pub struct RawCell {
    /// the characters, without quotation marks
    pub text: String,
    /// the bytes in the file, with them
    pub span: Span,
}

impl RawTable {
    /// A table whose rows cannot be told apart.
    pub fn unreadable(path: &SourcePath) -> Self {
        Self { path: path.clone(), headers: Vec::new(), rows: Vec::new(), whole: false }
    }

    /// The place of a cell.
    pub fn place(&self, row: &RawRow, column: usize) -> Place {
        let cell = row.cells.get(column);
        Place {
            path: self.path.clone(),
            span: cell.or(row.cells.last()).map(|cell| cell.span),
            cell: Some(Cell { row: row.number, column: column + 1 }),
            header: self.headers.get(column).map(|header| header.text.clone()),
            value: cell.map(|cell| cell.text.clone()),
        }
    }

    /// The place of a header.
    pub fn header_place(&self, column: usize) -> Place {
        let header = self.headers.get(column);
        Place {
            path: self.path.clone(),
            span: header.map(|header| header.span),
            cell: Some(Cell { row: 1, column: column + 1 }),
            header: None,
            value: header.map(|header| header.text.clone()),
        }
    }
}

/// A table as CSV: UTF-8 without a byte order mark, LF, quoted where needed.
pub fn write_csv(headers: &[&str], rows: &[Vec<String>]) -> String {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail, and all rows are as wide as the header.
    let _ = writer.write_record(headers);
    for row in rows {
        let _ = writer.write_record(row);
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// Reads a table; rows and columns that hold nothing are left out.
pub fn table(path: &SourcePath, text: &Arc<str>) -> Checked<RawTable> {
    let mut table = RawTable { whole: true, ..RawTable::unreadable(path) };
    let mut notes = Vec::new();
    let mut reader =
        ::csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut scan = Scan { text, at: 0, row: 0 };
    // A string cannot fail to be read, and invalid UTF-8 cannot occur in one.
    for record in reader.records().map_while(Result::ok) {
        let start = record.position().map_or(scan.at, |position| position.byte() as usize);
        let (number, found) = scan.record(start);
        let cells = record.iter().zip(&found);
        let cells = cells.map(|(text, at)| RawCell { text: text.to_owned(), span: at.span });
        let mut row = RawRow { number, cells: cells.collect(), fits: true };
        let is_open = found.iter().any(|field| matches!(field.fault, Some(Fault::Open)));
        // Until its quotation mark is closed, a cell may take in whole rows.
        table.whole &= found.iter().all(|field| field.fault.is_none());
        notes.extend(faults(&table, &row, &found));
        if table.headers.is_empty() {
            table.headers = row.cells;
        } else if row.cells.iter().any(|cell| !cell.text.trim().is_empty()) {
            // An open quotation mark has been told; what it swallowed cannot be counted.
            let width = width(&table, &row);
            row.fits = width.is_none() && !is_open;
            notes.extend(width.filter(|_| !is_open));
            table.rows.push(row);
        }
    }
    if table.headers.is_empty() {
        table.whole = false;
        notes.push(diags::file_empty(path));
    }
    if let [header] = table.headers.as_slice()
        && header.text.contains(['\t', ';', '；'])
    {
        let notes = vec![diags::separator(table.header_place(0))];
        return Checked { value: RawTable::unreadable(path), notes };
    }
    trim_empty_columns(&mut table);
    notes.extend(check_headers(&table));
    Checked { value: table, notes }
}

fn faults(table: &RawTable, row: &RawRow, found: &[Found]) -> Vec<Diagnostic> {
    let faults =
        found.iter().enumerate().filter_map(|(column, found)| Some((column, found.fault?)));
    let told = faults.map(|(column, fault)| match fault {
        Fault::Open => diags::quote_open(table.place(row, column)),
        Fault::Trailing => diags::quote_trailing(table.place(row, column)),
    });
    told.collect()
}

/// Excel keeps columns that were once used: empty to the last row they say nothing.
fn trim_empty_columns(table: &mut RawTable) {
    while table.headers.last().is_some_and(|header| header.text.trim().is_empty()) {
        let column = table.headers.len() - 1;
        let used = |row: &RawRow| row.cells.get(column).is_some_and(|cell| !cell.text.is_empty());
        if table.rows.iter().any(used) {
            break;
        }
        table.headers.pop();
        for row in &mut table.rows {
            row.cells.truncate(column);
        }
    }
}

fn width(table: &RawTable, row: &RawRow) -> Option<Diagnostic> {
    let expected = table.headers.len();
    let filled = row.cells.iter().rposition(|cell| !cell.text.is_empty()).map_or(0, |at| at + 1);
    let fits = row.cells.len() == expected || (row.cells.len() > expected && filled <= expected);
    (!fits).then(|| {
        diags::row_width(table.place(row, row.cells.len().min(expected)), expected, row.cells.len())
    })
}

pub(super) fn check_headers(table: &RawTable) -> Vec<Diagnostic> {
    let mut notes = Vec::new();
    for (column, header) in table.headers.iter().enumerate() {
        let name = header.text.trim();
        let place = || table.header_place(column);
        if name.is_empty() {
            notes.push(diags::header_empty(place()));
        } else if table.headers.iter().take(column).any(|other| other.text.trim() == name) {
            notes.push(diags::header_repeated(place(), name));
        }
    }
    notes
}

/// What is wrong with a field's quotation marks; the csv crate accepts both.
#[derive(Clone, Copy)]
enum Fault {
    Open,
    Trailing,
}

struct Found {
    span: Span,
    fault: Option<Fault>,
}

/// A walk over the bytes of a file, record by record.
struct Scan<'a> {
    text: &'a str,
    at: usize,
    row: usize,
}

impl Scan<'_> {
    /// The number of the record that starts at a byte, and its fields.
    fn record(&mut self, start: usize) -> (usize, Vec<Found>) {
        let start = start + line_ends(self.text, start);
        let skipped = self.text.get(self.at..start).unwrap_or("");
        self.row += 1 + skipped.matches('\n').count();
        self.at = start;
        let mut fields = Vec::new();
        loop {
            let (field, next) = self.field();
            fields.push(field);
            self.at = next;
            match self.byte(next) {
                Some(b',') => self.at += 1,
                Some(b'\r') if self.byte(next + 1) == Some(b'\n') => {
                    self.at += 2;
                    break;
                }
                Some(_) => {
                    self.at += 1;
                    break;
                }
                None => break,
            }
        }
        (self.row, fields)
    }

    /// One field from here, and the byte that ends it.
    fn field(&self) -> (Found, usize) {
        let start = self.at;
        let ends = |byte: Option<u8>| matches!(byte, None | Some(b',' | b'\r' | b'\n'));
        let mut at = start;
        let mut fault = None;
        if self.byte(at) == Some(b'"') {
            at += 1;
            loop {
                match (self.byte(at), self.byte(at + 1)) {
                    (Some(b'"'), Some(b'"')) => at += 2,
                    (Some(b'"'), next) => {
                        at += 1;
                        if !ends(next) {
                            fault = Some(Fault::Trailing);
                        }
                        break;
                    }
                    (Some(_), _) => at += 1,
                    (None, _) => {
                        fault = Some(Fault::Open);
                        break;
                    }
                }
            }
        }
        while !ends(self.byte(at)) {
            at += 1;
        }
        (Found { span: Span { start, end: at }, fault }, at)
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }
}

/// How many bytes of line ends stand at a byte: the csv crate's position of a record lies before
/// the empty lines it skips.
fn line_ends(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or("");
    rest.len() - rest.trim_start_matches(['\r', '\n']).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Checked<RawTable> {
        table(&SourcePath::new("data/t.csv"), &Arc::from(text))
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_does() {
        let table = read("id,name\r\na,\"one\r\ntwo\"\r\n\r\nb,three\r\n").value;
        let numbers: Vec<_> = table.rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, [2, 4]);
        let cell = &table.rows[1].cells[1];
        assert_eq!((cell.text.as_str(), cell.span.end - cell.span.start), ("three", 5));
    }

    #[test]
    fn an_open_quotation_mark_is_told_where_it_opens() {
        let checked = read("id,name\na,\"one\n");
        assert_eq!(checked.notes.len(), 1);
        assert_eq!(checked.notes[0].code.id, "D102");
        assert_eq!(checked.notes[0].place.span.unwrap().start, 10);
    }

    #[test]
    fn columns_excel_left_behind_are_dropped() {
        let checked = read("id,name,,\na,one,,\n,,,\n");
        assert!(checked.notes.is_empty(), "{:?}", checked.notes);
        assert_eq!(checked.value.headers.len(), 2);
        assert_eq!(checked.value.rows.len(), 1);
    }
}
