//! One table: headers to columns, rows to checked rows.

use std::collections::{BTreeMap, BTreeSet};

use super::{beside, cell, diags};
use crate::diag::{Checked, Diagnostic};
use crate::load::{Raw, RawRow, RawTable, english_missing, japanese_missing};
use crate::model::tables::{TABLES, codes};
use crate::model::{
    Absence, Column, Confidence, FileColumn, Kind, Need, PageTable, Row, Sourcing, Table,
    TableSpec, Unit, Value,
};
use crate::text::{Cell, Label, Place, Words, folded, nearest};

/// Checks a table against its declaration; a missing file gives a table without rows.
pub fn check(spec: &'static TableSpec, raw: Option<&RawTable>) -> Checked<Table> {
    let Some(raw) = raw else { return Checked::clean(Table::new(spec, Vec::new())) };
    let mut notes = Vec::new();
    let layout = Layout::new(spec, raw, &mut notes);
    let mut seen = BTreeMap::new();
    let mut rows = Vec::new();
    for raw_row in &raw.rows {
        let reader = Reader { raw, row: raw_row, layout: &layout };
        let mut told = Vec::new();
        let row = reader.row(spec, &mut told);
        // Where cells do not stand under their headers, what is said of them is guesswork.
        notes.extend(told.into_iter().filter(|_| raw_row.fits));
        if let Some(column) = layout.at("id") {
            match seen.get(&row.id) {
                Some(first) if !row.id.is_empty() => {
                    notes.push(diags::id_repeated(raw.place(raw_row, column), &row.id, *first));
                }
                _ => {
                    seen.insert(row.id.clone(), raw_row.number);
                }
            }
        }
        rows.push(row);
    }
    notes.extend(repeated_values(spec, raw, &layout));
    Checked { value: Table::new(spec, rows), notes }
}

/// Tells the CSV files in `data` that no table is declared for.
pub fn unknown_files(raw: &Raw) -> Vec<Diagnostic> {
    let known = |name: &str| TABLES.iter().any(|spec| spec.name == name);
    let unknown = raw.tables.iter().filter(|(name, _)| !known(name));
    unknown
        .map(|(name, table)| {
            diags::table_unknown(&table.path, name, TABLES.iter().map(|spec| spec.name))
        })
        .collect()
}

/// A stranger's table beside a page: every column that holds only numbers is a number.
pub fn page_table(raw: &RawTable) -> Checked<PageTable> {
    let mut notes = Vec::new();
    let mut columns = Vec::new();
    for (index, header) in raw.headers.iter().enumerate() {
        let texts = raw.rows.iter().map(|row| row.cells.get(index).map_or("", |cell| &cell.text));
        let numeric = texts.clone().any(|text| super::decimal(text).is_ok())
            && texts.clone().all(is_number_or_mark);
        let column = if numeric { &LOOSE_NUMBER } else { &LOOSE_TEXT };
        let values = raw.rows.iter().map(|row| {
            let text = row.cells.get(index).map_or("", |cell| &cell.text);
            let (value, told) = cell::check(text, column, || raw.place(row, index));
            notes.extend(told);
            value
        });
        let values = values.collect();
        columns.push((header.text.trim().to_owned(), values));
    }
    Checked { value: PageTable { columns }, notes }
}

static LOOSE_NUMBER: Column = Column {
    name: "",
    label: Label::new("", ""),
    kind: Kind::Decimal(Unit(Label::new("", ""))),
    need: Need::Optional,
};
static LOOSE_TEXT: Column =
    Column { name: "", label: Label::new("", ""), kind: Kind::Printed, need: Need::Optional };

fn is_number_or_mark(text: &str) -> bool {
    cell::absence(text.trim(), LOOSE_NUMBER.kind).is_some() || super::decimal(text).is_ok()
}

/// Which column of the file holds what.
struct Layout {
    columns: BTreeMap<String, usize>,
}

impl Layout {
    /// Finds every header the table knows, and tells those it does not and those that lack.
    fn new(spec: &TableSpec, raw: &RawTable, notes: &mut Vec<Diagnostic>) -> Self {
        let known = spec.file_columns();
        let (columns, meant) = found(&known, raw, notes);
        let missing =
            known.iter().filter(|one| one.is_required() && !columns.contains_key(&one.name));
        if !raw.headers.is_empty() {
            // A header that was misspelt is not missing too.
            let missing = missing.filter(|one| !meant.contains(&one.name));
            let place = || Place { cell: None, value: None, ..raw.header_place(0) };
            let told = |one: &FileColumn| diags::header_missing(place(), &one.name, &one.label.ja);
            notes.extend(missing.map(told));
        }
        Self { columns }
    }

    fn at(&self, name: &str) -> Option<usize> {
        self.columns.get(name).copied()
    }
}

/// Which column of a file stands where, with what is told of headers the table does not know.
pub fn headers(spec: &TableSpec, raw: &RawTable) -> Checked<BTreeMap<String, usize>> {
    let mut notes = Vec::new();
    let (columns, _) = found(&spec.file_columns(), raw, &mut notes);
    Checked { value: columns, notes }
}

/// The columns of a file by name, and those that misspelt headers seem to mean.
fn found(
    known: &[FileColumn],
    raw: &RawTable,
    notes: &mut Vec<Diagnostic>,
) -> (BTreeMap<String, usize>, BTreeSet<String>) {
    let mut columns = BTreeMap::new();
    let mut meant = BTreeSet::new();
    for (index, header) in raw.headers.iter().enumerate() {
        let written = header.text.trim();
        match known.iter().find(|one| one.is(written)) {
            Some(one) => {
                let first = *columns.entry(one.name.clone()).or_insert(index);
                let other = raw.headers.get(first).map_or("", |header| header.text.trim());
                if other != written {
                    notes.push(diags::header_twice(raw.header_place(index), written, other));
                }
            }
            None if written.is_empty() => {}
            None => {
                let names = known.iter().flat_map(|one| [one.name.as_str(), &one.label.ja]);
                let near = nearest(written, names);
                let near_one = near.and_then(|near| known.iter().find(|one| one.is(near)));
                meant.extend(near_one.map(|one| one.name.clone()));
                let place = raw.header_place(index);
                let entered = known.iter().filter(|one| one.part.is_entered());
                let names = entered.map(|one| one.name.as_str());
                notes.push(diags::header_unknown(place, written, names, near));
            }
        }
    }
    (columns, meant)
}

/// Which column of a file stands under a header, by its name or its label.
pub fn column_of(spec: &TableSpec, raw: &RawTable, header: &str) -> Option<usize> {
    let known = spec.file_columns().into_iter().find(|one| one.name == header);
    let is = |written: &str| written == header || known.as_ref().is_some_and(|one| one.is(written));
    raw.headers.iter().position(|one| is(one.text.trim()))
}

/// Reads one row by the layout of its file.
struct Reader<'a> {
    raw: &'a RawTable,
    row: &'a RawRow,
    layout: &'a Layout,
}

impl Reader<'_> {
    fn row(&self, spec: &'static TableSpec, notes: &mut Vec<Diagnostic>) -> Row {
        let id = self.text(self.cell("id", &common::ID, notes));
        let values = spec.columns.iter().map(|column| self.told_value(column, notes)).collect();
        let cited = spec.sourcing == Sourcing::Cited;
        let source = if cited { self.cell("source", &common::SOURCE, notes) } else { BLANK };
        let line = match self.cell("line", &common::LINE, notes) {
            Value::Number(number) => Some(number.digits()),
            _ => None,
        };
        let confidence = match self.cell("confidence", &common::CONFIDENCE, notes) {
            Value::Code(entry) if entry.code == "inferred" => Confidence::Inferred,
            Value::Code(entry) if entry.code == "garbled" => Confidence::Garbled,
            _ => Confidence::Clear,
        };
        let as_printed = self.text(self.cell("as_printed", &common::PRINTED, notes));
        let note = match self.value(&common::NOTE, notes) {
            Value::Words(words) => words,
            _ => Words::default(),
        };
        Row {
            id,
            values,
            source: Some(self.text(source)).filter(|source| !source.is_empty()),
            cell_sources: self.cell_sources(spec, notes),
            line,
            confidence,
            as_printed: Some(as_printed).filter(|printed| !printed.is_empty()),
            note,
            cell: Cell { row: self.row.number, column: self.layout.at("id").unwrap_or(0) + 1 },
            span: self.layout.at("id").and_then(|id| self.raw.place(self.row, id).span),
        }
    }

    /// The value of a column, with what is told beside it.
    fn told_value(&self, column: &Column, notes: &mut Vec<Diagnostic>) -> Value {
        let told = notes.len();
        let value = self.value(column, notes);
        let is_read = notes.len() == told;
        let mut beside = |ending: &str, list: &Column| {
            let header = format!("{}_{ending}", column.name);
            match self.cell(&header, list, notes) {
                Value::Code(entry) => Some((entry, self.layout.at(&header).unwrap_or(0))),
                _ => None,
            }
        };
        let status = beside("status", &common::STATUS).filter(|_| column.may_be_marked());
        let precision = beside("precision", &common::PRECISION);
        let precision = precision.filter(|_| matches!(column.kind, Kind::Date));
        // What cannot be read has been told; whether its status fits, nobody knows.
        if !is_read {
            return value;
        }
        let place = |at| move || self.raw.place(self.row, at);
        let value = told_beside(value, notes, |value| match status {
            Some((entry, at)) => beside::with_status(value, entry, place(at)),
            None => Ok(value),
        });
        told_beside(value, notes, |value| match precision {
            Some((entry, at)) => beside::with_precision(value, entry, place(at)),
            None => Ok(value),
        })
    }

    /// The value of a column, put together from two cells for words.
    fn value(&self, column: &Column, notes: &mut Vec<Diagnostic>) -> Value {
        let Kind::Words = column.kind else { return self.cell(column.name, column, notes) };
        let half = |language: &str, notes: &mut Vec<Diagnostic>| {
            let need = if language == "ja" { column.need } else { Need::Optional };
            let part = Column { name: column.name, label: column.label, kind: Kind::Words, need };
            self.text(self.cell(&format!("{}_{language}", column.name), &part, notes))
        };
        let before = notes.len();
        let ja = half("ja", notes);
        let told = notes.len();
        let words = Words { ja, en: half("en", notes) };
        let header = |language| format!("{}_{language}", column.name);
        let place = |one, other| {
            let at = |language| self.layout.at(&header(language));
            self.raw.place(self.row, at(one).or(at(other)).unwrap_or(0))
        };
        // What is there and cannot be used has been told as such.
        if !words.ja.is_empty() && words.en.is_empty() && notes.len() == told {
            notes.push(english_missing(place("en", "ja"), &words.ja));
        }
        // Under a header that was misspelt there may be Japanese.
        let is_open = told == before && self.layout.at(&header("ja")).is_some();
        if words.ja.is_empty() && !words.en.is_empty() && is_open {
            notes.push(japanese_missing(place("ja", "en"), &header("ja"), &words.en));
        }
        if words.is_empty() { BLANK } else { Value::Words(words) }
    }

    fn cell(&self, header: &str, column: &Column, notes: &mut Vec<Diagnostic>) -> Value {
        let Some(index) = self.layout.at(header) else { return BLANK };
        let text = self.row.cells.get(index).map_or("", |cell| cell.text.as_str());
        let (value, told) = cell::check(text, column, || self.raw.place(self.row, index));
        notes.extend(told);
        value
    }

    fn text(&self, value: Value) -> String {
        match value {
            Value::Text(text) => text,
            Value::Refs(ids) => ids.into_iter().next().unwrap_or_default(),
            _ => String::new(),
        }
    }

    fn cell_sources(
        &self,
        spec: &TableSpec,
        notes: &mut Vec<Diagnostic>,
    ) -> BTreeMap<usize, String> {
        let mut sources = BTreeMap::new();
        for (index, column) in spec.columns.iter().enumerate() {
            let header = format!("{}_source", column.name);
            let source = self.text(self.cell(&header, &common::CELL_SOURCE, notes));
            if !source.is_empty() {
                sources.insert(index, source);
            }
        }
        sources
    }
}

/// A value with what its neighbour says of it; no value where they disagree, which is told.
fn told_beside(
    value: Value,
    notes: &mut Vec<Diagnostic>,
    with: impl FnOnce(Value) -> Result<Value, Box<Diagnostic>>,
) -> Value {
    with(value).unwrap_or_else(|note| {
        notes.push(*note);
        BLANK
    })
}

const BLANK: Value = Value::Absent(Absence::Blank);

/// The columns every table has.
mod common {
    use super::{Column, Kind, Label, Need, Unit, codes};

    const NONE: Label = Label::new("", "");

    const fn column(name: &'static str, label: Label, kind: Kind, need: Need) -> Column {
        Column { name, label, kind, need }
    }

    pub static ID: Column = column("id", Label::new("ID", "ID"), Kind::Id, Need::Required);
    pub static SOURCE: Column =
        column("source", Label::new("出典", "source"), Kind::Ref("citations"), Need::Required);
    pub static CELL_SOURCE: Column = column("source", NONE, Kind::Ref("citations"), Need::Optional);
    pub static LINE: Column = column("line", NONE, Kind::Integer(Unit(NONE)), Need::Optional);
    pub static CONFIDENCE: Column =
        column("confidence", NONE, Kind::Code(codes::CONFIDENCE), Need::Optional);
    pub static PRINTED: Column = column("as_printed", NONE, Kind::Printed, Need::Optional);
    pub static STATUS: Column =
        column("status", NONE, Kind::Code(codes::VALUE_STATUS), Need::Optional);
    pub static PRECISION: Column =
        column("precision", NONE, Kind::Code(codes::DATE_PRECISION), Need::Optional);
    pub static NOTE: Column = column("note", NONE, Kind::Words, Need::Optional);
}

/// Tells values that stand twice in a column where they may not.
fn repeated_values(spec: &TableSpec, raw: &RawTable, layout: &Layout) -> Vec<Diagnostic> {
    let mut notes = Vec::new();
    for column in spec.columns.iter().filter(|column| column.need == Need::Unique) {
        let Some(index) = layout.at(column.name) else { continue };
        let mut seen = BTreeMap::new();
        for row in &raw.rows {
            let text = row.cells.get(index).map_or("", |cell| cell.text.trim());
            match seen.get(&folded(text)) {
                Some(first) if !text.is_empty() => {
                    notes.push(diags::value_repeated(raw.place(row, index), text, *first));
                }
                _ => {
                    seen.insert(folded(text), row.number);
                }
            }
        }
    }
    notes
}
