//! `data/reconciliations.toml`: what a source says twice, computed and compared.

use super::expression::{self, Expression, This};
use super::{cell, diags};
use crate::diag::Checked;
use crate::load::{Filter, Keys, RawToml, filter, keys};
use crate::model::tables::{TABLES, citations, named};
use crate::model::{Comparison, Dataset, Reconciliation, Row, TableSpec};

/// Reads and computes every reconciliation.
pub fn check(raw: Option<&RawToml>, dataset: &Dataset) -> Checked<Vec<Reconciliation>> {
    let mut notes = Vec::new();
    let Some(raw) = raw else { return Checked::clean(Vec::new()) };
    let mut root = keys(&raw.path, &raw.root);
    let mut all: Vec<Reconciliation> = Vec::new();
    for mut entry in root.tables("reconciliation") {
        if let Some(one) = reconciliation(&mut entry, dataset) {
            if !one.id.is_empty() && all.iter().any(|other| other.id == one.id) {
                entry.tell(diags::id_repeated_toml(entry.place("id"), &one.id));
            }
            all.push(one);
        }
        entry.finish(&mut notes);
    }
    root.finish(&mut notes);
    Checked { value: all, notes }
}

fn reconciliation(entry: &mut Keys<'_>, dataset: &Dataset) -> Option<Reconciliation> {
    let id = entry.required_text("id");
    if let Some(id) = id.as_ref().filter(|id| !cell::is_id(id)) {
        entry.tell(diags::id_form(entry.place("id"), id));
    }
    let id = id.unwrap_or_default();
    let title = entry.words("title");
    let note = entry.maybe_words("note");
    let left_label = entry.maybe_words("left_label");
    let right_label = entry.maybe_words("right_label");
    let table = citations::SPEC.name;
    let source = entry.required_text("source");
    if let Some(source) = source.as_ref().filter(|id| dataset.row(table, id).is_none()) {
        let ids = dataset.table(table).map(|table| table.ids()).unwrap_or_default();
        entry.tell(diags::reference(entry.place("source"), source, table, &ids));
    }
    let source = source.unwrap_or_default();
    let each = each(entry);
    let filters = filters(entry, each);
    let (left, left_expression) = side(entry, "left", each, dataset);
    let (right, right_expression) = side(entry, "right", each, dataset);
    let compare = |row: Option<&Row>| -> Option<Comparison> {
        let this = each.zip(row).map(|(table, row)| This { table, row });
        Some(Comparison {
            row: this.map(|this| (this.table.name, this.row.id.clone())),
            left: left_expression.as_ref()?.value(dataset, this),
            right: right_expression.as_ref()?.value(dataset, this),
        })
    };
    let comparisons = match each {
        Some(table) => expression::rows(dataset, table, &filters, None)
            .filter_map(|row| compare(Some(row)))
            .collect(),
        None => compare(None).into_iter().collect(),
    };
    Some(Reconciliation {
        id,
        title,
        note,
        left_label,
        right_label,
        left,
        right,
        source,
        comparisons,
    })
}

fn each(entry: &mut Keys<'_>) -> Option<&'static TableSpec> {
    let name = entry.maybe_text("each")?;
    let table = named(&name);
    if table.is_none() {
        let names = TABLES.iter().map(|spec| spec.name);
        entry.tell(diags::expression_name(entry.place("each"), &name, "data", names));
    }
    table
}

fn filters(entry: &mut Keys<'_>, each: Option<&'static TableSpec>) -> Vec<Filter> {
    let mut filters = Vec::new();
    for text in entry.texts("where") {
        let place = crate::text::Place::bytes(entry.path(), text.span.start, text.span.end);
        match (filter(&text.value), each) {
            (Some(filter), Some(table)) if table.column(&filter.column).is_none() => {
                let names = table.columns.iter().map(|column| column.name);
                entry.tell(diags::expression_name(place, &filter.column, table.name, names));
            }
            (Some(filter), Some(_)) => filters.push(filter),
            _ => entry.tell(diags::expression(place, &text.value)),
        }
    }
    filters
}

/// One side as written and parsed; a fault is told with a caret at its place.
fn side(
    entry: &mut Keys<'_>,
    key: &str,
    each: Option<&'static TableSpec>,
    dataset: &Dataset,
) -> (String, Option<Expression>) {
    let Some(text) = entry.required_text(key) else { return (String::new(), None) };
    match expression::parse(&text, each, dataset) {
        Ok(expression) => (text, Some(expression)),
        Err(fault) => {
            let mut place = entry.place(key);
            if let Some(span) = &mut place.span {
                // The value's span begins with its quotation mark.
                let start = span.start + 1 + fault.start;
                *span = crate::text::Span { start, end: (start + fault.end - fault.start) };
            }
            entry.tell(diags::expression_fault(place, &text, &fault, dataset));
            (text, None)
        }
    }
}
