//! Tables out to a workbook, and back into the project.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Options, check};
use crate::diag::{self, Diagnostic, stops};
use crate::exchange::{self, Base, Merged};
use crate::load::{self, RawTable};
use crate::model::TableSpec;
use crate::model::tables::{self, TABLES};
use crate::plan::{Entry, entry};
use crate::render;
use crate::text::{Language, Snapshot, SourcePath, folded};

/// A workbook of tables.
#[derive(Debug, Default)]
pub struct Exported {
    /// its bytes; none where a table cannot be read, or is too large for a workbook
    pub workbook: Option<Vec<u8>>,
    /// how many tables it holds
    pub tables: usize,
    /// the texts the messages are about
    pub sources: BTreeMap<SourcePath, Arc<str>>,
    /// what is to be told of the tables' files, in order
    pub notes: Vec<Diagnostic>,
}

/// The file somebody wants to have in a table.
pub struct Asked<'a> {
    /// what it is called
    pub name: &'a str,
    /// what is in it
    pub bytes: &'a Arc<[u8]>,
    /// the table
    pub table: &'a str,
}

/// What an import would come to.
#[derive(Debug, Default)]
pub struct Imported {
    /// the difference in words
    pub told: String,
    /// the table's new file, if it is another
    pub file: Option<(SourcePath, Vec<u8>)>,
    /// the texts the messages are about
    pub sources: BTreeMap<SourcePath, Arc<str>>,
    /// all messages, in order; with an error among them nothing is to be written
    pub notes: Vec<Diagnostic>,
}

/// The name of the table that somebody means, by its name, its file or what people call it.
pub fn table_named(named: &str) -> Option<&'static str> {
    let name = named.trim().trim_start_matches("data/").trim_end_matches(".csv");
    let is = |spec: &&TableSpec| spec.name == name || folded(spec.label.ja) == folded(name);
    TABLES.iter().copied().find(is).map(|spec| spec.name)
}

/// The names of all tables.
pub fn table_names() -> Vec<&'static str> {
    TABLES.iter().map(|spec| spec.name).collect()
}

/// Tables as a workbook to fill in; all of them where none is named.
pub fn export(snapshot: &Snapshot, names: &[&str]) -> Exported {
    let asked = |spec: &&TableSpec| names.is_empty() || names.contains(&spec.name);
    let mut exported = Exported::default();
    let mut entries = Vec::new();
    for spec in TABLES.iter().copied().filter(asked) {
        let base = Base::of(spec, snapshot).note(&mut exported.notes);
        entries.push(sheet(spec, &base, snapshot));
        exported.sources.insert(base.path, base.text);
    }
    diag::sort(&mut exported.notes);
    exported.tables = entries.len();
    if !stops(&exported.notes) {
        exported.workbook = render::entry_workbook(&entries);
    }
    exported
}

fn sheet(spec: &'static TableSpec, base: &Base, snapshot: &Snapshot) -> Entry {
    let ids = |table: &str| match tables::named(table) {
        Some(target) => Base::of(target, snapshot).value.ids(),
        None => Vec::new(),
    };
    let entered = exchange::entered(spec, base);
    entry(spec, &entered.columns, entered.rows, ids)
}

/// A workbook or CSV into a table: what would change, after all the checks of the project.
pub fn import(snapshot: &Snapshot, asked: &Asked<'_>, language: Language) -> Imported {
    let mut imported = Imported::default();
    let Some(spec) = tables::named(asked.table) else { return imported };
    let base = Base::of(spec, snapshot);
    if stops(&base.notes) {
        // What cannot be read cannot be merged into; the check tells it with all else.
        let built = check(snapshot, &Options::default());
        return Imported { sources: built.sources, notes: built.notes, ..imported };
    }
    let base = base.value;
    if let Some(sheet) = read(spec, asked, &mut imported) {
        merge(spec, snapshot, &base, &sheet, &mut imported, language);
    }
    diag::sort(&mut imported.notes);
    imported
}

/// The rows of the file, wherever they come from.
fn read(spec: &TableSpec, asked: &Asked<'_>, imported: &mut Imported) -> Option<RawTable> {
    let path = SourcePath::new(asked.name);
    if path.extension() != "csv" {
        let names = [spec.name, spec.label.ja];
        return load::sheet(&path, asked.bytes, &names).note(&mut imported.notes);
    }
    let (text, table) = load::csv(&path, asked.bytes);
    imported.sources.insert(path, text);
    table.note(&mut imported.notes)
}

fn merge(
    spec: &'static TableSpec,
    snapshot: &Snapshot,
    base: &Base,
    sheet: &RawTable,
    imported: &mut Imported,
    language: Language,
) {
    let Merged { bytes, difference } = exchange::merge(spec, base, sheet).note(&mut imported.notes);
    imported.told = exchange::told(spec, &difference, language);
    if difference.is_empty() {
        return;
    }
    let merged = base.with(spec, &bytes).value;
    let mut next = snapshot.clone();
    next.insert(base.path.clone(), bytes.clone());
    let mut built = check(&next, &Options::default());
    // What reviewers wrote keeps no data out.
    built.notes.retain(|note| note.place.path.folder() != load::REVIEW);
    imported.notes.extend(exchange::placed(spec, &merged, sheet, built.notes));
    imported.sources.extend(built.sources);
    imported.file = Some((base.path.clone(), bytes));
}
