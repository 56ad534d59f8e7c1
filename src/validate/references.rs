//! The tables against each other: every reference leads to a row.

use std::collections::{BTreeMap, BTreeSet};

use super::diags;
use super::table::column_of;
use crate::diag::Diagnostic;
use crate::load::{Raw, RawTable};
use crate::model::tables::{TABLES, aliases, citations, named};
use crate::model::{Absence, Dataset, Kind, Row, TableSpec, Value};
use crate::text::{Place, folded, nearest};

/// How long a quotation may be, in characters.
const LONGEST_QUOTE: usize = 80;

/// The ids of every table.
type Ids = BTreeMap<&'static str, BTreeSet<String>>;

/// Takes out references that lead nowhere, and tells them.
pub fn check(dataset: &mut Dataset, raw: &Raw) -> Vec<Diagnostic> {
    let ids: Ids = dataset.tables.iter().map(|(name, table)| (*name, table.ids())).collect();
    let mut notes = Vec::new();
    for table in dataset.tables.values_mut() {
        let Some(file) = raw.tables.get(table.spec.name) else { continue };
        for row in &mut table.rows {
            let missing = missing(row, table.spec, &ids);
            let place = |header: &str| place(file, table.spec, row, header);
            let missing = missing.into_iter().filter(|_| is_fit(file, row));
            notes.extend(missing.filter_map(|one| told(&one, place(&one.header), &ids, raw)));
        }
    }
    notes.extend(quotes(dataset, raw));
    notes.extend(alias_targets(dataset, raw, &ids));
    notes
}

/// A reference that leads nowhere.
struct Missing {
    id: String,
    table: &'static str,
    header: String,
}

/// Takes out what a row refers to in vain; citations stay, so that their rows keep one.
fn missing(row: &mut Row, spec: &'static TableSpec, ids: &Ids) -> Vec<Missing> {
    let mut missing = Vec::new();
    for (value, column) in row.values.iter_mut().zip(spec.columns) {
        let (Kind::Ref(table) | Kind::Refs(table)) = column.kind else { continue };
        let gone = keep_known(value, ids.get(table));
        missing.extend(gone.into_iter().map(|id| Missing {
            id,
            table,
            header: column.name.into(),
        }));
    }
    let table = citations::SPEC.name;
    let own = row.source.iter().map(|id| (id, "source".to_owned()));
    let of_cells = row.cell_sources.iter().filter_map(|(column, id)| {
        Some((id, format!("{}_source", spec.columns.get(*column)?.name)))
    });
    let known = |id: &String| ids.get(table).is_some_and(|ids| ids.contains(id));
    let gone = own.chain(of_cells).filter(|(id, _)| !known(id));
    missing.extend(gone.map(|(id, header)| Missing { id: id.clone(), table, header }));
    missing
}

/// What to say of a reference that leads nowhere: nothing where the cause is told elsewhere.
fn told(one: &Missing, place: Place, ids: &Ids, raw: &Raw) -> Option<Diagnostic> {
    let path = named(one.table)?.path();
    let Some(target) = raw.tables.get(one.table) else {
        // A file that is there and no table could not be read.
        let is_there = raw.texts.keys().any(|text| text.as_str() == path);
        return (!is_there).then(|| diags::table_missing(&path));
    };
    let none = BTreeSet::new();
    let known = ids.get(one.table).unwrap_or(&none);
    if !target.whole || is_refused(&one.id, known, target, named(one.table)?) {
        return None;
    }
    Some(diags::reference(place, &one.id, one.table, known))
}

/// Whether the rows of every table that is there could be read, by their ids.
pub fn are_read(raw: &Raw) -> bool {
    let is_read = |spec: &&TableSpec| match raw.tables.get(spec.name) {
        Some(file) => file.whole && column_of(spec, file, "id").is_some(),
        None => raw.texts.keys().all(|path| path.as_str() != spec.path()),
    };
    TABLES.iter().all(is_read)
}

/// Whether an id stands in a file in a form that was refused: `Library` for `library`.
fn is_refused(id: &str, known: &BTreeSet<String>, file: &RawTable, spec: &TableSpec) -> bool {
    let Some(column) = column_of(spec, file, "id") else { return true };
    let mut written = file.rows.iter().filter_map(|row| row.cells.get(column));
    written.any(|cell| !known.contains(cell.text.trim()) && folded(&cell.text) == folded(id))
}

/// Whether a row's cells stand under their headers.
fn is_fit(file: &RawTable, row: &Row) -> bool {
    file.rows.iter().any(|one| one.number == row.cell.row && one.fits)
}

/// Citations that no row and no sentence refers to.
pub fn unused_citations(dataset: &Dataset, raw: &Raw) -> Vec<Diagnostic> {
    let Some(file) = raw.tables.get(citations::SPEC.name) else { return Vec::new() };
    // What a file could not say may have used any of them.
    let fits = |table: &RawTable| table.rows.iter().all(|row| row.fits);
    if !are_read(raw) || !raw.tables.values().all(fits) {
        return Vec::new();
    }
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for row in dataset.tables.values().flat_map(|table| &table.rows) {
        used.extend(row.source.iter().chain(row.cell_sources.values()).map(String::as_str));
    }
    for set in dataset.criteria.values() {
        used.extend(set.sources());
    }
    used.extend(dataset.reconciliations.iter().map(|one| one.source.as_str()));
    used.extend(raw.pages.iter().flat_map(|page| linked(&page.text)));
    let rows = dataset.rows(&citations::SPEC);
    let known: BTreeSet<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    let misspelt = used.difference(&known).filter_map(|id| nearest(id, known.iter().copied()));
    let misspelt: BTreeSet<&str> = misspelt.collect();
    let unused = rows.iter().filter(|row| !used.contains(&*row.id) && !misspelt.contains(&*row.id));
    unused
        .map(|row| diags::citation_unused(place(file, &citations::SPEC, row, "id"), &row.id))
        .collect()
}

/// The citations a page links to: `/sources/#c-ID`.
fn linked(text: &str) -> impl Iterator<Item = &str> {
    text.split("#c-").skip(1).map(|behind| {
        let end = behind.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
        behind.get(..end.unwrap_or(behind.len())).unwrap_or(behind)
    })
}

/// The place of a checked row's cell, by its header.
pub fn place(file: &RawTable, spec: &TableSpec, row: &Row, header: &str) -> Place {
    let raw_row = file.rows.iter().find(|one| one.number == row.cell.row);
    let column = column_of(spec, file, header).unwrap_or(0);
    raw_row.map_or_else(|| Place::file(&file.path), |one| file.place(one, column))
}

/// Keeps the ids that are there and gives back those that are not.
fn keep_known(value: &mut Value, known: Option<&BTreeSet<String>>) -> Vec<String> {
    let Value::Refs(ids) = value else { return Vec::new() };
    let is_known = |id: &String| known.is_some_and(|known| known.contains(id));
    let (kept, missing): (Vec<_>, Vec<_>) = std::mem::take(ids).into_iter().partition(is_known);
    *value = match kept.is_empty() {
        true => Value::Absent(Absence::Blank),
        false => Value::Refs(kept),
    };
    missing
}

fn quotes(dataset: &Dataset, raw: &Raw) -> Vec<Diagnostic> {
    let Some(file) = raw.tables.get(citations::SPEC.name) else { return Vec::new() };
    let rows = dataset.rows(&citations::SPEC).iter();
    let long = rows.filter_map(|row| {
        let length = row.get(citations::quote)?.chars().count();
        (length > LONGEST_QUOTE).then_some((row, length))
    });
    let place = |row| place(file, &citations::SPEC, row, "quote");
    long.map(|(row, length)| diags::quote_length(place(row), length, LONGEST_QUOTE)).collect()
}

/// Aliases name a table and a row of it, which no column kind can say.
fn alias_targets(dataset: &Dataset, raw: &Raw, ids: &Ids) -> Vec<Diagnostic> {
    let Some(file) = raw.tables.get(aliases::SPEC.name) else { return Vec::new() };
    let place = |row, header| place(file, &aliases::SPEC, row, header);
    let mut notes = Vec::new();
    for row in dataset.rows(&aliases::SPEC) {
        let (Some(name), Some(target)) = (row.get(aliases::table), row.get(aliases::target)) else {
            continue;
        };
        match named(name) {
            None => {
                let tables = TABLES.iter().map(|spec| spec.name.to_owned()).collect();
                notes.push(diags::reference(place(row, "table"), name, "data", &tables));
            }
            Some(spec) if dataset.row(name, target).is_none() => {
                let header = "target".to_owned();
                let missing = Missing { id: target.to_owned(), table: spec.name, header };
                notes.extend(told(&missing, place(row, "target"), ids, raw));
            }
            Some(_) => {}
        }
    }
    notes
}
