//! The laws, for every table of the repository's own project and of a small one.

use std::sync::Arc;

use kyotsu::build::export;
use kyotsu::exchange::{Base, merge};
use kyotsu::load::{RawCell, RawTable, sheet, table};
use kyotsu::model::tables::TABLES;
use kyotsu::text::{Snapshot, SourcePath, Span};

use super::{imported, small};
use crate::site::{none, project};

/// A workbook of one table.
fn exported(snapshot: &Snapshot, table: &str) -> Vec<u8> {
    let exported = export(snapshot, &[table]);
    exported.workbook.unwrap_or_else(|| panic!("{table}: {:?}", exported.notes))
}

fn projects() -> [(&'static str, Snapshot); 3] {
    let bare = [("kyotsu.toml", "title_ja = \"題\"\n")].into_iter().collect();
    [("own", project::snapshot()), ("small", small()), ("bare", bare)]
}

#[test]
fn an_untouched_export_changes_nothing() {
    let mut faults = Vec::new();
    for (project, snapshot) in projects() {
        for spec in TABLES {
            let bytes = exported(&snapshot, spec.name);
            let came = imported(&snapshot, "a.xlsx", bytes, spec.name);
            let is_clean = came.file.is_none() && came.notes.is_empty();
            faults.extend(
                (!is_clean)
                    .then(|| format!("{project} {}: {} {:?}", spec.name, came.told, came.notes)),
            );
        }
    }
    none("tables that change", faults);
}

#[test]
fn all_tables_go_out_in_one_workbook_and_come_back_from_it() {
    let snapshot = small();
    let book = export(&snapshot, &[]).workbook.unwrap();
    assert_eq!(book, export(&snapshot, &[]).workbook.unwrap(), "the same bytes");
    for spec in TABLES {
        let came = imported(&snapshot, "all.xlsx", book.clone(), spec.name);
        assert!(came.file.is_none() && came.notes.is_empty(), "{}: {:?}", spec.name, came.notes);
    }
}

/// The sheet of an exported table as it is read.
fn read(snapshot: &Snapshot, name: &str) -> RawTable {
    let bytes: Arc<[u8]> = exported(snapshot, name).into();
    sheet(&SourcePath::new("a.xlsx"), &bytes, &[name]).value.unwrap()
}

#[test]
fn one_edited_cell_changes_exactly_that_cell() {
    let snapshot = project::snapshot();
    let mut faults = Vec::new();
    for spec in TABLES {
        let base = Base::of(spec, &snapshot).value;
        let mut edited = read(&snapshot, spec.name);
        let places = edited.rows.len().saturating_sub(1);
        // First and last row, each in another column that the file has.
        for (row, column) in [(0, 1), (places, base.raw.headers.len() - 1)] {
            let Some(cells) = edited.rows.get_mut(row).map(|row| &mut row.cells) else { continue };
            let header = base.raw.headers[column].text.clone();
            let at = spec
                .file_columns()
                .iter()
                .filter(|one| one.part.is_entered())
                .position(|one| one.is(&header));
            let at = at.unwrap_or_else(|| panic!("{header}"));
            while cells.len() <= at {
                cells.push(RawCell { text: String::new(), span: Span::default() });
            }
            let before = std::mem::replace(&mut cells[at].text, "new, text".to_owned());
            let merged = merge(spec, &base, &edited).value;
            let own = base.raw.rows[row].cells[column].span;
            let mut expected = base.bytes.to_vec();
            expected.splice(own.start..own.end, *b"\"new, text\"");
            faults.extend((merged.bytes != expected).then(|| format!("{} {header}", spec.name)));
            edited.rows[row].cells[at].text = before;
        }
    }
    none("edits that reach further", faults);
}

#[test]
fn no_table_calls_a_column_as_the_one_for_deletions() {
    let delete = &kyotsu::model::tables::DELETE;
    for spec in TABLES {
        let columns = spec.file_columns();
        let taken = columns.iter().find(|one| one.is(delete.name) || one.is(delete.label.ja));
        assert!(taken.is_none(), "{}: {taken:?}", spec.name);
    }
}

#[test]
fn what_is_published_says_the_same_of_the_rows_it_holds() {
    let snapshot = small();
    let site = kyotsu::build::build(&snapshot, &kyotsu::build::Options::default());
    for table in ["areas", "departments", "evidence", "judgements"] {
        let bytes = site.output.files[&format!("data/{table}/{table}.xlsx")].to_vec();
        let came = imported(&snapshot, "a.xlsx", bytes, table);
        assert!(came.file.is_none() && came.notes.is_empty(), "{}{:?}", came.told, came.notes);
    }
}

#[test]
fn what_an_export_reads_is_what_the_file_says() {
    let snapshot = project::snapshot();
    let kinds = read(&snapshot, "kinds");
    let path = SourcePath::new("data/kinds.csv");
    let text: Arc<str> = project::text(&snapshot, "data/kinds.csv").into();
    let own = table(&path, &text).value;
    assert_eq!(kinds.rows.len(), own.rows.len());
    let headers: Vec<_> = kinds.headers.iter().map(|header| header.text.as_str()).collect();
    assert_eq!(headers[0], "ID");
    assert_eq!(headers.last(), Some(&"削除"));
    for (row, own) in kinds.rows.iter().zip(&own.rows) {
        assert_eq!(row.cells[2].text, own.cells[2].text);
    }
}
