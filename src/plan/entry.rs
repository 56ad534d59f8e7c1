//! A table as a sheet to fill in: its columns as they are declared, and what one may choose from.

use super::export::{DateForm, Datum, Export, ExportColumn, Forms};
use crate::model::TableSpec;
use crate::model::tables::DELETE;

/// A sheet to fill in.
#[derive(Debug)]
pub struct Entry {
    /// its columns and rows
    pub table: Export,
    /// what may stand in each column; nothing where anything may
    pub choices: Vec<Vec<String>>,
}

/// The sheet of a table; `ids` gives those of the rows a column may name.
pub fn entry(
    spec: &TableSpec,
    columns: &[String],
    rows: Vec<Vec<String>>,
    ids: impl Fn(&str) -> Vec<String>,
) -> Entry {
    let known = spec.file_columns();
    let column = |name: &String| match known.iter().find(|column| &column.name == name) {
        Some(column) => ExportColumn::declared(column, DateForm::Day),
        None => ExportColumn::new(name, DELETE.label, Datum::Flag),
    };
    let columns: Vec<ExportColumn> = columns.iter().map(column).collect();
    let choices = columns.iter().map(|column| match column.datum {
        Datum::Flag => vec!["yes".to_owned()],
        Datum::Code(list) => list.iter().map(|entry| entry.code.to_owned()).collect(),
        Datum::Ref(table) => ids(table),
        _ => Vec::new(),
    });
    Entry {
        choices: choices.collect(),
        table: Export {
            name: spec.name,
            stem: spec.name.to_owned(),
            forms: Forms::All,
            label: spec.label.words(),
            about: spec.about.words(),
            columns,
            rows,
            key: vec!["id"],
            as_of: None,
        },
    }
}
