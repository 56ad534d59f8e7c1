//! Bytes to raw rows with places. What comes out may be wrong; it is only readable.

mod csv;
mod diags;
mod filter;
mod names;
mod page;
mod review;
mod toml;
mod workbook;

pub use self::csv::{RawCell, RawRow, RawTable, table, write_csv};
pub use self::diags::{english_missing, id_of_device, japanese_missing};
pub use self::filter::{Filter, Test, filter};
pub use self::page::{RawPage, page};
pub use self::review::{REVIEW, comments};
pub use self::toml::{Keys, Node, Spanned, flat_strings, keys, parse_toml};
pub use self::workbook::{EXPLAINED, sheet};

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{Checked, Diagnostic};
use crate::text::{Snapshot, SourcePath, decode};
use crate::threads;

/// Everything readable of a project, nothing of it checked against anything else.
#[derive(Default, Debug)]
pub struct Raw {
    /// the decoded text of every file that is text, for telling places
    pub texts: BTreeMap<SourcePath, Arc<str>>,
    /// the tables in `data`, by file name without its ending
    pub tables: BTreeMap<String, RawTable>,
    /// `kyotsu.toml`
    pub settings: Option<RawToml>,
    /// `data/reconciliations.toml`
    pub reconciliations: Option<RawToml>,
    /// `data/examples.toml`
    pub examples: Option<RawToml>,
    /// `data/accessibility.toml`
    pub accessibility: Option<RawToml>,
    /// `data/criteria/*.toml`
    pub criteria: Vec<RawToml>,
    /// the pages below `content`
    pub pages: Vec<RawPage>,
    /// the tables beside pages
    pub page_tables: BTreeMap<SourcePath, RawTable>,
}

/// A TOML file as a tree with places.
#[derive(Clone, Debug)]
pub struct RawToml {
    /// the file
    pub path: SourcePath,
    /// its content
    pub root: Spanned<Node>,
}

/// Reads every file of a project.
pub fn load(snapshot: &Snapshot) -> Checked<Raw> {
    let files: Vec<_> = snapshot.iter().filter(|(path, _)| is_source(path)).collect();
    let read = threads::each(&files, |(path, bytes)| read_file(path, bytes));
    let mut raw = Raw::default();
    let mut notes = Vec::new();
    for (path, text, file) in read {
        raw.texts.insert(path.clone(), text);
        raw.place(path, file.note(&mut notes));
    }
    notes.extend(missing_files(snapshot, &raw));
    notes.extend(names::check(snapshot));
    Checked { value: raw, notes }
}

/// What one file turned out to be.
enum File {
    Table(RawTable),
    PageTable(RawTable),
    Settings(RawToml),
    Reconciliations(RawToml),
    Examples(RawToml),
    Accessibility(RawToml),
    Criteria(RawToml),
    Page(RawPage),
    Nothing,
}

impl Raw {
    fn place(&mut self, path: SourcePath, file: File) {
        match file {
            File::Table(table) => {
                let name = path.file_name().rsplit_once('.').map_or("", |(name, _)| name);
                let name = name.to_owned();
                self.tables.insert(name, table);
            }
            File::PageTable(table) => {
                self.page_tables.insert(path, table);
            }
            File::Settings(toml) => self.settings = Some(toml),
            File::Reconciliations(toml) => self.reconciliations = Some(toml),
            File::Examples(toml) => self.examples = Some(toml),
            File::Accessibility(toml) => self.accessibility = Some(toml),
            File::Criteria(toml) => self.criteria.push(toml),
            File::Page(page) => self.pages.push(page),
            File::Nothing => {}
        }
    }
}

/// Whether a file is read here; themes are read by `render`.
fn is_source(path: &SourcePath) -> bool {
    let path = path.as_str();
    path == "kyotsu.toml" || path.starts_with("data/") || path.starts_with("content/")
}

/// Reads a table from outside the project, and its text; none where its letters cannot be read.
pub fn csv(path: &SourcePath, bytes: &[u8]) -> (Arc<str>, Checked<Option<RawTable>>) {
    let decoded = decode(bytes);
    let text: Arc<str> = decoded.text.into();
    let checked = match decoded.broken_line {
        Some(line) => Checked { value: None, notes: vec![diags::encoding(path, &text, line)] },
        None => table(path, &text).map(Some),
    };
    (text, checked)
}

fn read_file(path: &SourcePath, bytes: &Arc<[u8]>) -> (SourcePath, Arc<str>, Checked<File>) {
    let decoded = decode(bytes);
    let broken_line = decoded.broken_line;
    // Line ends are no part of what is said; those of tables are left to their cells.
    let text: Arc<str> = match path.extension().as_str() {
        "csv" => decoded.text.into(),
        _ => decoded.lines().into(),
    };
    if let Some(line) = broken_line {
        let notes = vec![diags::encoding(path, &text, line)];
        return (path.clone(), text, Checked { value: File::Nothing, notes });
    }
    let file = parse(path, &text);
    (path.clone(), text, file)
}

fn parse(path: &SourcePath, text: &Arc<str>) -> Checked<File> {
    let toml = |wrap: fn(RawToml) -> File| {
        parse_toml(path, text, 0).map(|root| wrap(RawToml { path: path.clone(), root }))
    };
    match (path.folder(), path.file_name(), path.extension().as_str()) {
        ("", "kyotsu.toml", _) => toml(File::Settings),
        ("data", "reconciliations.toml", _) => toml(File::Reconciliations),
        ("data", "examples.toml", _) => toml(File::Examples),
        ("data", "accessibility.toml", _) => toml(File::Accessibility),
        ("data/criteria", _, "toml") => toml(File::Criteria),
        ("data", _, "csv") => table(path, text).map(File::Table),
        (_, "page.md" | "page.en.md", _) => page(path, text).map(File::Page),
        (folder, _, "csv") if folder.starts_with("content") => {
            table(path, text).map(File::PageTable)
        }
        _ => Checked { value: File::Nothing, notes: vec![diags::file_unknown(path)] },
    }
}

/// The few files no site can do without.
fn missing_files(snapshot: &Snapshot, raw: &Raw) -> Vec<Diagnostic> {
    let mut notes = Vec::new();
    if raw.settings.is_none() && snapshot.get(&SourcePath::new("kyotsu.toml")).is_none() {
        notes.push(diags::file_missing("kyotsu.toml"));
    }
    notes
}
