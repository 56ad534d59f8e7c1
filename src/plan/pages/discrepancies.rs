//! Where a source disagrees with itself, and what its text lost.

use super::Desk;
use crate::model::tables::{TABLES, documents, lost, named};
use crate::model::{Comparison, Confidence, Ratio, Reconciliation, Row, TableSpec};
use crate::plan::tables::{Choice, naming_columns};
use crate::plan::view::{
    CellView, ColumnView, DiscrepanciesView, Link, ReconciliationView, RowView, TableView,
};
use crate::plan::words;
use crate::text::{Label, Words};

pub fn view(desk: &mut Desk<'_>) -> DiscrepanciesView {
    let prose = desk.prose();
    let (different, agreeing) = desk
        .scribe
        .dataset
        .reconciliations
        .iter()
        .partition::<Vec<&Reconciliation>, _>(|one| one.comparisons.iter().any(is_told));
    DiscrepanciesView {
        prose,
        different: different.into_iter().map(|one| reconciliation(desk, one, true)).collect(),
        agreeing: agreeing.into_iter().map(|one| reconciliation(desk, one, false)).collect(),
        lost: lost_tables(desk),
        doubtful: doubtful_tables(desk),
    }
}

/// Whether a comparison differs or cannot be made.
fn is_told(comparison: &Comparison) -> bool {
    comparison.agrees() != Some(true)
}

/// A comparison; of those made row by row only the rows that differ, where any does.
fn reconciliation(
    desk: &Desk<'_>,
    one: &Reconciliation,
    only_different: bool,
) -> ReconciliationView {
    let scribe = &desk.scribe;
    let wanted = |comparison: &&Comparison| !only_different || is_told(comparison);
    let label =
        |own: &Words, otherwise: Label| scribe.note(own).unwrap_or_else(|| scribe.say(otherwise));
    let labels = [
        scribe.say(words::COMPARED),
        label(&one.left_label, words::LEFT),
        label(&one.right_label, words::RIGHT),
        scribe.say(words::DIFFERENCE),
    ];
    ReconciliationView {
        id: format!("r-{}", one.id),
        title: scribe.word(&one.title),
        note: scribe.note(&one.note),
        left: one.left.clone(),
        right: one.right.clone(),
        source: scribe.citation(&one.source),
        table: TableView {
            id: format!("r-{}-table", one.id),
            caption: scribe.word(&one.title),
            columns: labels
                .into_iter()
                .enumerate()
                .map(|(index, label)| ColumnView { label, numeric: index > 0 })
                .collect(),
            rows: one
                .comparisons
                .iter()
                .filter(wanted)
                .map(|comparison| comparison_row(desk, one, comparison))
                .collect(),
            ..TableView::default()
        },
    }
}

fn comparison_row(desk: &Desk<'_>, one: &Reconciliation, comparison: &Comparison) -> RowView {
    let scribe = &desk.scribe;
    let name = match &comparison.row {
        Some((table, id)) => row_name(desk, table, id),
        None => CellView { text: scribe.say(words::WHOLE), ..CellView::default() },
    };
    let value = |value: Option<Ratio>| match value {
        Some(value) => CellView { text: shown(&value), figure: true, ..CellView::default() },
        None => CellView {
            text: "…".to_owned(),
            absent: Some(scribe.say(words::CANNOT_TELL)),
            ..CellView::default()
        },
    };
    let difference = comparison.left.as_ref().zip(comparison.right.as_ref());
    let cells = vec![
        name,
        value(comparison.left.clone()),
        value(comparison.right.clone()),
        value(difference.map(|(left, right)| left.minus(right))),
    ];
    let label = scribe.lines_of(&one.source);
    let source = Link { label, href: scribe.to_citation(&one.source) };
    RowView { anchor: None, cells, source: Some(source) }
}

/// A row by its name, leading to its place in the data.
fn row_name(desk: &Desk<'_>, table: &str, id: &str) -> CellView {
    let scribe = &desk.scribe;
    let row = scribe.dataset.row(table, id).zip(named(table));
    let text = row.map(|(row, spec)| words_of(desk, spec, row)).unwrap_or_else(|| id.to_owned());
    CellView {
        text,
        href: Some(scribe.to_anchor(&format!("data/{table}"), id)),
        ..CellView::default()
    }
}

/// What tells a row from its fellows: its name, or all its references and codes.
fn words_of(desk: &Desk<'_>, spec: &'static TableSpec, row: &Row) -> String {
    use crate::model::Kind;
    let named = spec.columns.iter().any(|column| matches!(column.kind, Kind::Words));
    let telling = |(_, column): &(usize, &crate::model::Column)| match named {
        true => matches!(column.kind, Kind::Words),
        false => matches!(column.kind, Kind::Ref(_) | Kind::Code(_)),
    };
    let columns = spec.columns.iter().enumerate().filter(telling);
    let limit = if named { 1 } else { usize::MAX };
    let cells = columns.take(limit).map(|(index, _)| desk.scribe.cell(spec, row, index).text);
    let parts: Vec<String> = cells.filter(|text| !text.is_empty()).collect();
    if parts.is_empty() { row.id.clone() } else { parts.join(" / ") }
}

/// Exact where six decimals are enough, else rounded to one.
fn shown(value: &Ratio) -> String {
    let places = (0..=6).find(|places| value.is_exact_at(*places)).unwrap_or(1);
    value.rounded(places).grouped()
}

/// What the text lost, by document.
fn lost_tables(desk: &Desk<'_>) -> Vec<TableView> {
    let scribe = &desk.scribe;
    let documents = scribe.dataset.rows(&documents::SPEC).iter();
    documents
        .map(|document| {
            scribe.table(Choice {
                id: format!("lost-{}", document.id),
                caption: scribe.word(&document.words(documents::title)),
                spec: &lost::SPEC,
                columns: vec![lost::text.index, lost::what.index],
                rows: scribe.dataset.rows_of(&lost::SPEC, lost::document, &document.id).collect(),
            })
        })
        .filter(|table| !table.rows.is_empty())
        .collect()
}

/// Rows that cannot be read reliably, by table.
fn doubtful_tables(desk: &Desk<'_>) -> Vec<TableView> {
    let scribe = &desk.scribe;
    let tables = TABLES.iter().filter_map(|spec| {
        let rows = scribe.dataset.rows(spec).iter();
        let garbled = rows.filter(|row| row.confidence == Confidence::Garbled);
        let id = format!("doubtful-{}", spec.name);
        let mut table = scribe.table_if_any(&id, spec, &naming_columns(spec), garbled)?;
        table.caption = scribe.say(spec.label);
        Some(table)
    });
    tables.collect()
}
