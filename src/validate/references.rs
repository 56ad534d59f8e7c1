//! The tables against each other: every reference leads to a row.

use std::collections::{BTreeMap, BTreeSet};

use super::diags;
use crate::diag::Diagnostic;
use crate::load::{Raw, RawTable};
use crate::model::tables::{citations, named};
use crate::model::{Absence, Dataset, Kind, Row, Table, Value};
use crate::text::Place;

/// How long a quotation may be, in characters.
const LONGEST_QUOTE: usize = 80;

/// Takes out references that lead nowhere, and tells them.
pub fn check(dataset: &mut Dataset, raw: &Raw) -> Vec<Diagnostic> {
    let ids: BTreeMap<&str, BTreeSet<String>> = dataset
        .tables
        .iter()
        .map(|(name, table)| (*name, table.rows.iter().map(|row| row.id.clone()).collect()))
        .collect();
    let empty = BTreeSet::new();
    let known = |table: &str| ids.get(table).unwrap_or(&empty);
    let mut notes = Vec::new();
    for table in dataset.tables.values_mut() {
        let spec = table.spec;
        let Some(raw) = raw.tables.get(spec.name) else { continue };
        for row in &mut table.rows {
            let mut values = std::mem::take(&mut row.values);
            for (value, column) in values.iter_mut().zip(spec.columns) {
                let (Kind::Ref(target) | Kind::Refs(target)) = column.kind else { continue };
                for missing in keep_known(value, known(target)) {
                    let place = place(raw, row, column.name);
                    notes.push(diags::reference(place, &missing, target, known(target)));
                }
            }
            row.values = values;
            let citations = known(citations::SPEC.name);
            let cited = row.source.iter().chain(row.cell_sources.values());
            for source in cited.filter(|source| !citations.contains(*source)) {
                let place = place(raw, row, "source");
                notes.push(diags::reference(place, source, citations::SPEC.name, citations));
            }
        }
    }
    notes.extend(quotes(dataset, raw));
    notes.extend(alias_targets(dataset, raw));
    notes
}

/// Citations that no row and no sentence refers to.
pub fn unused_citations(dataset: &Dataset, raw: &Raw) -> Vec<Diagnostic> {
    let Some(file) = raw.tables.get(citations::SPEC.name) else { return Vec::new() };
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for row in dataset.tables.values().flat_map(|table| &table.rows) {
        used.extend(row.source.iter().chain(row.cell_sources.values()).map(String::as_str));
    }
    for set in dataset.criteria.values() {
        used.extend(set.sources());
    }
    used.extend(dataset.reconciliations.iter().map(|one| one.source.as_str()));
    let unused = dataset.rows(&citations::SPEC).iter().filter(|row| !used.contains(&*row.id));
    unused.map(|row| diags::citation_unused(place(file, row, "id"), &row.id)).collect()
}

/// The place of a checked row's cell, by its header.
pub fn place(raw: &RawTable, row: &Row, header: &str) -> Place {
    let raw_row = raw.rows.iter().find(|one| one.number == row.cell.row);
    let column = raw.headers.iter().position(|one| one.text.trim() == header).unwrap_or(0);
    raw_row.map_or_else(|| Place::file(&raw.path), |one| raw.place(one, column))
}

/// Keeps the ids that are there and gives back those that are not.
fn keep_known(value: &mut Value, known: &BTreeSet<String>) -> Vec<String> {
    let Value::Refs(ids) = value else { return Vec::new() };
    let (kept, missing) = std::mem::take(ids).into_iter().partition(|id| known.contains(id));
    *value = match kept {
        kept if Vec::is_empty(&kept) => Value::Absent(Absence::Blank),
        kept => Value::Refs(kept),
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
    long.map(|(row, length)| diags::quote_length(place(file, row, "quote"), length, LONGEST_QUOTE))
        .collect()
}

/// Aliases name a table and a row of it, which no column kind can say.
fn alias_targets(dataset: &Dataset, raw: &Raw) -> Vec<Diagnostic> {
    use crate::model::tables::{TABLES, aliases};
    let Some(file) = raw.tables.get(aliases::SPEC.name) else { return Vec::new() };
    let mut notes = Vec::new();
    for row in dataset.rows(&aliases::SPEC) {
        let (Some(name), Some(target)) = (row.get(aliases::table), row.get(aliases::target)) else {
            continue;
        };
        if named(name).is_none() {
            let tables = TABLES.iter().map(|spec| spec.name.to_owned()).collect();
            notes.push(diags::reference(place(file, row, "table"), name, "data", &tables));
        } else if dataset.row(name, target).is_none() {
            let ids = dataset.table(name).map(Table::ids).unwrap_or_default();
            notes.push(diags::reference(place(file, row, "target"), target, name, &ids));
        }
    }
    notes
}
