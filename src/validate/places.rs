//! Places in documents: lines that can be there, criteria that a set has.

use std::collections::BTreeSet;

use super::diags;
use super::references::place;
use crate::diag::Diagnostic;
use crate::load::Raw;
use crate::model::tables::{TABLES, citations, criteria_applications, documents};
use crate::model::{Dataset, Row};

/// Tells lines that no document has, and criteria that no set has.
pub fn check(dataset: &Dataset, raw: &Raw) -> Vec<Diagnostic> {
    let mut notes = citation_lines(dataset, raw);
    notes.extend(row_lines(dataset, raw));
    notes.extend(criteria(dataset, raw));
    notes
}

/// A passage begins before it ends, and ends before its document does.
fn citation_lines(dataset: &Dataset, raw: &Raw) -> Vec<Diagnostic> {
    let spec = &citations::SPEC;
    let Some(file) = raw.tables.get(spec.name) else { return Vec::new() };
    let mut notes = Vec::new();
    for row in dataset.rows(spec) {
        let (from, to) = (row.get(citations::line_from), row.get(citations::line_to));
        if let (Some(from), Some(to)) = (from, to)
            && from > to
        {
            notes.push(diags::lines_reversed(place(file, spec, row, "line_to"), from, to));
        }
        let Some(last) = lines_of(dataset, row) else { continue };
        for (header, line) in [("line_from", from), ("line_to", to)] {
            if line.is_some_and(|line| line < 1 || line > last) {
                notes.push(diags::line_outside(place(file, spec, row, header), last));
            }
        }
    }
    notes
}

/// A row's line is one of the document it cites.
fn row_lines(dataset: &Dataset, raw: &Raw) -> Vec<Diagnostic> {
    let mut notes = Vec::new();
    for spec in TABLES {
        let Some(file) = raw.tables.get(spec.name) else { continue };
        for row in dataset.rows(spec) {
            let cited = row.source.as_ref().and_then(|id| dataset.row(citations::SPEC.name, id));
            let last = cited.and_then(|citation| lines_of(dataset, citation));
            if let (Some(line), Some(last)) = (row.line, last)
                && (line < 1 || line > last)
            {
                notes.push(diags::line_outside(place(file, spec, row, "line"), last));
            }
        }
    }
    notes
}

/// How many lines the document of a citation has.
fn lines_of(dataset: &Dataset, citation: &Row) -> Option<i64> {
    let document = dataset.row(documents::SPEC.name, citation.get(citations::document)?)?;
    document.get(documents::lines)
}

/// A criterion applied to an area is one of some set.
fn criteria(dataset: &Dataset, raw: &Raw) -> Vec<Diagnostic> {
    let spec = &criteria_applications::SPEC;
    let Some(file) = raw.tables.get(spec.name) else { return Vec::new() };
    let sets = dataset.criteria.values().flat_map(|set| &set.criteria);
    let known: BTreeSet<String> = sets.map(|criterion| criterion.id.clone()).collect();
    let rows = dataset.rows(spec).iter();
    let unknown = rows.filter_map(|row| {
        let criterion = row.get(criteria_applications::criterion)?;
        (!known.contains(criterion)).then_some((row, criterion))
    });
    unknown
        .map(|(row, criterion)| {
            let place = place(file, spec, row, "criterion");
            diags::reference(place, criterion, "data/criteria", &known)
        })
        .collect()
}
