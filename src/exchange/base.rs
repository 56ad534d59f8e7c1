//! A table's CSV as it stands.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::columns::text;
use crate::diag::Checked;
use crate::load::{RawTable, csv, write_csv};
use crate::model::TableSpec;
use crate::text::{Encoding, Snapshot, SourcePath, decode};
use crate::validate::headers;

/// A table's file: its bytes, and what they are read as.
pub struct Base {
    /// `data/NAME.csv`
    pub path: SourcePath,
    /// the bytes; only a header where there is no file yet
    pub bytes: Arc<[u8]>,
    /// how its letters are written
    pub encoding: Encoding,
    /// its text
    pub text: Arc<str>,
    /// its rows; none where its letters cannot be read
    pub raw: RawTable,
    /// where the columns it has stand in them
    pub columns: BTreeMap<String, usize>,
}

impl Base {
    /// The file of a table in a project.
    pub fn of(spec: &TableSpec, snapshot: &Snapshot) -> Checked<Self> {
        let path = SourcePath::new(spec.path());
        let bytes = snapshot.get(&path).cloned().unwrap_or_else(|| header(spec).into());
        Self::read(spec, path, bytes)
    }

    /// The same table with other bytes.
    pub fn with(&self, spec: &TableSpec, bytes: &[u8]) -> Checked<Self> {
        Self::read(spec, self.path.clone(), bytes.into())
    }

    /// The ids of its rows, in their order.
    pub fn ids(&self) -> Vec<String> {
        let Some(id) = self.columns.get("id") else { return Vec::new() };
        let ids = self.raw.rows.iter().map(|row| text(row, *id)).filter(|id| !id.is_empty());
        ids.map(str::to_owned).collect()
    }

    fn read(spec: &TableSpec, path: SourcePath, bytes: Arc<[u8]>) -> Checked<Self> {
        let encoding = decode(&bytes).encoding;
        let (text, table) = csv(&path, &bytes);
        table.map(|raw| {
            let raw = raw.unwrap_or_else(|| RawTable::unreadable(&path));
            let columns = headers(spec, &raw).value;
            Self { path, bytes, encoding, text, raw, columns }
        })
    }
}

/// The first line of a file nobody has made yet.
fn header(spec: &TableSpec) -> Vec<u8> {
    let columns = spec.file_columns();
    let entered = columns.iter().filter(|column| column.part.is_entered());
    let names: Vec<&str> = entered.map(|column| column.name.as_str()).collect();
    write_csv(&names, &[]).into_bytes()
}
