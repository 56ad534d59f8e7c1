//! The tables as they go out: one file for each, ASCII headers, every row's citation with it.

use crate::model::tables::TABLES;
use crate::model::{Column, Dataset, Kind, Row, Sourcing, TableSpec, Value};

/// A table to download.
#[derive(Clone, PartialEq, Debug)]
pub struct Export {
    /// its name, and its folder below `data`
    pub name: &'static str,
    /// its columns
    pub columns: Vec<ExportColumn>,
    /// its rows, one text for each column; empty for no value
    pub rows: Vec<Vec<String>>,
}

/// A column to download.
#[derive(Clone, PartialEq, Debug)]
pub struct ExportColumn {
    /// ASCII header
    pub name: String,
    /// whether JSON has numbers in it
    pub numeric: bool,
}

/// A stranger's table beside a page, to download.
#[derive(Clone, PartialEq, Debug)]
pub struct Attachment {
    /// below the output folder: `costs/survey.csv`
    pub path: String,
    /// as the file has them
    pub headers: Vec<String>,
    /// one text for each header
    pub rows: Vec<Vec<String>>,
}

/// Every table beside a page.
pub fn attachments(dataset: &Dataset) -> Vec<Attachment> {
    let tables = dataset.page_tables.iter();
    tables
        .map(|(path, table)| {
            let inside = path.as_str().strip_prefix("content/").unwrap_or(path.as_str());
            let count = table.columns.first().map_or(0, |(_, values)| values.len());
            let cell = |row: usize, values: &[Value]| {
                values.get(row).map(Value::plain).unwrap_or_default()
            };
            Attachment {
                path: inside.to_owned(),
                headers: table.columns.iter().map(|(header, _)| header.clone()).collect(),
                rows: (0..count)
                    .map(|row| table.columns.iter().map(|(_, values)| cell(row, values)).collect())
                    .collect(),
            }
        })
        .collect()
}

/// Every table, in the order of the data page.
pub fn all(dataset: &Dataset) -> Vec<Export> {
    TABLES.iter().map(|spec| export(dataset, spec)).collect()
}

/// The headers of a table as it stands in `data`, without citations of single cells.
pub fn plain_columns(spec: &TableSpec) -> Vec<String> {
    columns(spec, &[]).into_iter().map(|column| column.name).collect()
}

/// The cells of a row under them.
pub fn plain_row(spec: &TableSpec, row: &Row) -> Vec<String> {
    cells(spec, &[], row)
}

fn export(dataset: &Dataset, spec: &'static TableSpec) -> Export {
    let rows = dataset.rows(spec);
    Export {
        name: spec.name,
        columns: columns(spec, rows),
        rows: rows.iter().map(|row| cells(spec, rows, row)).collect(),
    }
}

fn columns(spec: &TableSpec, rows: &[Row]) -> Vec<ExportColumn> {
    let column = |name: &str, numeric| ExportColumn { name: name.to_owned(), numeric };
    let mut columns = vec![column("id", false)];
    for (index, own) in spec.columns.iter().enumerate() {
        columns.extend(
            own.headers()
                .into_iter()
                .map(|(name, _)| ExportColumn { name, numeric: own.is_numeric() }),
        );
        if has_own_sources(rows, index) {
            columns.push(column(&format!("{}_source", own.name), false));
        }
    }
    if spec.sourcing == Sourcing::Cited {
        columns.extend([
            column("source", false),
            column("line", true),
            column("confidence", false),
            column("as_printed", false),
        ]);
    }
    columns.extend([column("note_ja", false), column("note_en", false)]);
    columns
}

fn cells(spec: &TableSpec, rows: &[Row], row: &Row) -> Vec<String> {
    let mut cells = vec![row.id.clone()];
    for (index, (column, value)) in spec.columns.iter().zip(&row.values).enumerate() {
        cells.extend(value_cells(column, value));
        if has_own_sources(rows, index) {
            cells.push(row.cell_sources.get(&index).cloned().unwrap_or_default());
        }
    }
    if spec.sourcing == Sourcing::Cited {
        cells.extend([
            row.source.clone().unwrap_or_default(),
            row.line.map(|line| line.to_string()).unwrap_or_default(),
            row.confidence.code().to_owned(),
            row.as_printed.clone().unwrap_or_default(),
        ]);
    }
    cells.extend([row.note.ja.clone(), row.note.en.clone()]);
    cells
}

fn value_cells(column: &Column, value: &Value) -> Vec<String> {
    match (column.kind, value) {
        (Kind::Words, Value::Words(words)) => vec![words.ja.clone(), words.en.clone()],
        (Kind::Words, _) => vec![String::new(), String::new()],
        _ => vec![value.plain()],
    }
}

fn has_own_sources(rows: &[Row], column: usize) -> bool {
    rows.iter().any(|row| row.cell_sources.contains_key(&column))
}
