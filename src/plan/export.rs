//! The tables as they go out: one datum a cell, why a value is missing beside it, every row's
//! citation with it.

use crate::model::tables::{RIGHTS, TABLES, citations, codes, criteria_applications};
use crate::model::{
    Absence, CodeEntry, Dataset, Date, FileColumn, Kind, Need, Part, Row, TableSpec, Value,
};
use crate::text::{Label, Words};

/// A table to download.
#[derive(Clone, PartialEq, Debug)]
pub struct Export {
    /// its name
    pub name: &'static str,
    /// where its files stand, without their ending: `data/kinds/kinds`
    pub stem: String,
    /// which files there are
    pub forms: Forms,
    /// what people call it
    pub label: Words,
    /// what one row is
    pub about: Words,
    /// its columns
    pub columns: Vec<ExportColumn>,
    /// its rows, one text for each column; empty for no value
    pub rows: Vec<Vec<String>>,
    /// the columns that together name a row, if any do
    pub key: Vec<&'static str>,
    /// the date of the data
    pub as_of: Option<Date>,
}

impl Export {
    /// A table without anything.
    pub const fn none() -> Self {
        const NOTHING: Words = Words { ja: String::new(), en: String::new() };
        Self {
            name: "",
            stem: String::new(),
            forms: Forms::All,
            label: NOTHING,
            about: NOTHING,
            columns: Vec::new(),
            rows: Vec::new(),
            key: Vec::new(),
            as_of: None,
        }
    }
}

/// Which files a table has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Forms {
    /// both CSVs, JSON and the workbook
    All,
    /// both CSVs
    Csv,
}

/// A column to download.
#[derive(Clone, PartialEq, Debug)]
pub struct ExportColumn {
    /// ASCII header
    pub name: String,
    /// in people's words
    pub label: Words,
    /// the same with the unit: the header for spreadsheets
    pub header: Words,
    /// what is counted
    pub unit: Label,
    /// what its cells hold
    pub datum: Datum,
    /// whether every cell has a value
    pub required: bool,
    /// whether no value stands twice
    pub unique: bool,
    /// whether publication put it beside the table's own
    pub added: bool,
}

/// What the cells of a published column hold.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Datum {
    /// names the row
    Id,
    /// text
    Text,
    /// text as printed, with every character it has there
    Printed,
    /// a whole number
    Integer,
    /// an exact decimal
    Decimal,
    /// a date
    Date(DateForm),
    /// `yes` or nothing
    Flag,
    /// one of a list
    Code(&'static [CodeEntry]),
    /// several of a list, separated by blanks
    Codes(&'static [CodeEntry]),
    /// the id of a row of another table
    Ref(&'static str),
    /// several of them, separated by blanks
    Refs(&'static str),
}

/// The one form of all dates of a column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DateForm {
    /// 2024-04-12
    Day,
    /// 2024-04
    Month,
    /// 2024
    Year,
    /// 2017年度
    FiscalYear,
    /// as exact as known, with its precision in the next column
    Mixed,
}

impl Datum {
    /// Whether its cells are numbers.
    pub fn is_numeric(self) -> bool {
        matches!(self, Self::Integer | Self::Decimal)
    }

    /// Whether a spreadsheet might take its cells for formulas.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Text | Self::Printed)
    }
}

impl ExportColumn {
    /// A column that is declared nowhere else.
    pub fn new(name: &str, label: Label, datum: Datum) -> Self {
        Self {
            name: name.to_owned(),
            label: label.words(),
            header: label.words(),
            unit: Label::new("", ""),
            datum,
            required: false,
            unique: false,
            added: false,
        }
    }

    /// The same with a value in every cell.
    pub fn always(self) -> Self {
        Self { required: true, ..self }
    }

    /// `NAME_ja` and `NAME_en`.
    pub fn words(name: &str, label: Label) -> [Self; 2] {
        let half = |ending: &str, ja: &str, en: &str| {
            let words = Words::new(format!("{}（{ja}）", label.ja), format!("{} ({en})", label.en));
            let column = Self::new(&format!("{name}_{ending}"), label, Datum::Text);
            Self { label: words.clone(), header: words, ..column }
        };
        [half("ja", "日本語", "Japanese"), half("en", "英語", "English")]
    }

    /// A column of a table as it is declared.
    pub fn declared(column: &FileColumn, form: DateForm) -> Self {
        Self {
            name: column.name.clone(),
            label: column.label.clone(),
            header: column.titled(),
            unit: column.unit(),
            datum: datum(column, form),
            required: column.is_required(),
            unique: column.need == Need::Unique || column.part == Part::Id,
            added: !column.part.is_entered(),
        }
    }
}

fn datum(column: &FileColumn, form: DateForm) -> Datum {
    match column.kind {
        _ if column.name == RIGHTS.name => Datum::Code(codes::RIGHTS),
        Kind::Id => Datum::Id,
        Kind::Text | Kind::Words => Datum::Text,
        Kind::Printed => Datum::Printed,
        Kind::Integer(_) | Kind::Yen(_) => Datum::Integer,
        Kind::Decimal(_) => Datum::Decimal,
        Kind::Date => Datum::Date(form),
        Kind::Flag => Datum::Flag,
        Kind::Code(list) => Datum::Code(list),
        Kind::Codes(list) => Datum::Codes(list),
        Kind::Ref(table) => Datum::Ref(table),
        Kind::Refs(table) => Datum::Refs(table),
    }
}

/// Every table, in the order of the data page.
pub fn all(dataset: &Dataset) -> Vec<Export> {
    TABLES.iter().map(|spec| export(dataset, spec)).collect()
}

/// The columns of a table that a person fills in.
pub fn entered(spec: &TableSpec) -> Vec<FileColumn> {
    let mut columns = spec.file_columns();
    columns.retain(|column| column.part.is_entered());
    columns
}

fn export(dataset: &Dataset, spec: &'static TableSpec) -> Export {
    let rows = dataset.rows(spec);
    let columns: Vec<(FileColumn, DateForm)> = spec
        .file_columns()
        .into_iter()
        .filter(|column| is_wanted(spec, rows, column))
        .map(|column| {
            let form = form(rows, &column);
            (column, form)
        })
        .collect();
    let cells = |row: &Row| {
        let cells = columns.iter().map(|(column, form)| match column.name == RIGHTS.name {
            true if column.part == Part::Added => rights(spec, row),
            _ => cell(row, column.part, *form),
        });
        cells.collect()
    };
    Export {
        name: spec.name,
        stem: format!("data/{0}/{0}", spec.name),
        forms: Forms::All,
        label: spec.label.words(),
        about: spec.about.words(),
        rows: rows.iter().map(cells).collect(),
        columns: columns
            .iter()
            .map(|(column, form)| ExportColumn::declared(column, *form))
            .collect(),
        key: vec!["id"],
        as_of: dataset.settings.as_of,
    }
}

/// What stands beside values is there where some row needs it.
fn is_wanted(spec: &TableSpec, rows: &[Row], column: &FileColumn) -> bool {
    let any = |is: &dyn Fn(&Row) -> bool| rows.iter().any(is);
    match column.part {
        Part::Status(index) => {
            any(&|row| row.values.get(index).is_some_and(|v| is_told(spec, index, v)))
        }
        Part::Precision(index) => precisions(rows, index).len() > 1,
        Part::CellSource(index) => any(&|row| row.cell_sources.contains_key(&index)),
        Part::Added => column.name == RIGHTS.name && any(&|row| is_quoted(spec, row)),
        _ => true,
    }
}

/// Whether a cell calls for a status: a measure without a value, or any mark.
fn is_told(spec: &TableSpec, index: usize, value: &Value) -> bool {
    let is_measure = spec
        .columns
        .get(index)
        .is_some_and(|column| column.is_numeric() || matches!(column.kind, Kind::Date));
    match value {
        Value::Absent(Absence::Blank) => is_measure,
        Value::Absent(_) => true,
        _ => false,
    }
}

fn precisions(rows: &[Row], index: usize) -> Vec<&'static str> {
    let dates = rows.iter().filter_map(|row| match row.values.get(index) {
        Some(Value::Date(date)) => Some(date.precision()),
        _ => None,
    });
    let mut found: Vec<_> = dates.collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn form(rows: &[Row], column: &FileColumn) -> DateForm {
    let (Part::Own(index), Kind::Date) = (column.part, column.kind) else { return DateForm::Day };
    match precisions(rows, index).as_slice() {
        [] | ["day"] => DateForm::Day,
        ["month"] => DateForm::Month,
        ["year"] => DateForm::Year,
        ["fiscal_year"] => DateForm::FiscalYear,
        _ => DateForm::Mixed,
    }
}

/// A cell as it goes out: marks and exactness stand beside the value, not in it.
fn cell(row: &Row, part: Part, form: DateForm) -> String {
    let own = |index: usize| row.values.get(index);
    match part {
        Part::Own(index) => own(index).map(|value| value_cell(value, form)).unwrap_or_default(),
        Part::Status(index) => own(index).map_or("", status).to_owned(),
        Part::Precision(index) => match own(index) {
            Some(Value::Date(date)) => date.precision().to_owned(),
            _ => String::new(),
        },
        part => row.text(part),
    }
}

/// A value as its column writes it: no marks, one form of date.
fn value_cell(value: &Value, form: DateForm) -> String {
    match (value, form) {
        (Value::Absent(_), _) => String::new(),
        (Value::Date(Date::FiscalYear(year)), DateForm::FiscalYear) => format!("{year:04}年度"),
        (Value::Date(Date::FiscalYear(year)), _) => format!("{year:04}"),
        _ => value.plain(),
    }
}

/// Why there is no value; blank where nothing is said of it either.
fn status(value: &Value) -> &'static str {
    match value {
        Value::Absent(Absence::Blank) => "",
        Value::Absent(Absence::Unknown) => "missing",
        Value::Absent(Absence::None) => "not_applicable",
        Value::Absent(Absence::Suppressed) => "suppressed",
        _ => "observed",
    }
}

/// Whose words a row holds, where they are a document's.
fn rights(spec: &TableSpec, row: &Row) -> String {
    let quotation = codes::RIGHTS.first().map_or("", |entry| entry.code);
    if is_quoted(spec, row) { quotation.to_owned() } else { String::new() }
}

/// Whether a row holds words as a document prints them.
fn is_quoted(spec: &TableSpec, row: &Row) -> bool {
    let mut values = row.values.iter().zip(spec.columns);
    let holds_printed = values.any(|(value, column)| {
        matches!(column.kind, Kind::Printed) && !matches!(value, Value::Absent(_))
    });
    let is_own = spec.name == citations::SPEC.name;
    let is_voice = spec.name == criteria_applications::SPEC.name;
    !is_own && (holds_printed || is_voice || row.as_printed.is_some())
}
