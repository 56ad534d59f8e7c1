//! A table's CSV as it stands.

use std::sync::Arc;

use crate::diag::Checked;
use crate::load::{RawTable, table, write_csv};
use crate::model::TableSpec;
use crate::text::{Encoding, Snapshot, SourcePath, decode};

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
    /// its rows
    pub raw: RawTable,
}

impl Base {
    /// The file of a table in a project.
    pub fn of(spec: &TableSpec, snapshot: &Snapshot) -> Checked<Self> {
        let path = SourcePath::new(spec.path());
        let bytes = snapshot.get(&path).cloned().unwrap_or_else(|| header(spec).into());
        Self::read(path, bytes)
    }

    /// The same table with other bytes.
    pub fn with(&self, bytes: &[u8]) -> Checked<Self> {
        Self::read(self.path.clone(), bytes.into())
    }

    fn read(path: SourcePath, bytes: Arc<[u8]>) -> Checked<Self> {
        let decoded = decode(&bytes);
        let text: Arc<str> = decoded.text.into();
        let encoding = decoded.encoding;
        table(&path, &text).map(|raw| Self { path, bytes, encoding, text, raw })
    }
}

/// The first line of a file nobody has made yet.
fn header(spec: &TableSpec) -> Vec<u8> {
    let columns = spec.file_columns();
    let entered = columns.iter().filter(|column| column.part.is_entered());
    let names: Vec<&str> = entered.map(|column| column.name.as_str()).collect();
    write_csv(&names, &[]).into_bytes()
}
