//! Strangers' tables beside pages, to download.

use crate::model::{Dataset, Value};

/// A stranger's table beside a page, to download.
#[derive(Clone, PartialEq, Debug)]
pub struct Attachment {
    /// below the output folder: `costs/survey.csv`
    pub path: String,
    /// as the file has them
    pub headers: Vec<String>,
    /// one text for each header
    pub rows: Vec<Vec<String>>,
    /// which columns are numbers
    pub numeric: Vec<bool>,
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
            let is_number = |value: &Value| matches!(value, Value::Number(_));
            Attachment {
                path: inside.to_owned(),
                headers: table.columns.iter().map(|(header, _)| header.clone()).collect(),
                numeric: table.columns.iter().map(|(_, all)| all.iter().any(is_number)).collect(),
                rows: (0..count)
                    .map(|row| table.columns.iter().map(|(_, values)| cell(row, values)).collect())
                    .collect(),
            }
        })
        .collect()
}
