//! What can be found in tables: what each of them is, and the rows that no page tells of.

use super::Draft;
use crate::model::tables::{
    TABLES, aliases, areas, citations, departments, documents, effects, estimate_bands,
    estimate_spans, estimates, evidence, glossary, inventory, judgements, kinds, local_opinions,
    lost, map_systems, progress, schemes, standard_businesses,
};
use crate::model::{Column, Kind, Row, TableSpec};
use crate::plan::scribe::Scribe;
use crate::plan::tables::naming;
use crate::plan::words;

/// Tables whose rows are found on pages, under other rows' names, or are numbers only.
const TOLD: [&TableSpec; 15] = [
    &areas::SPEC,
    &departments::SPEC,
    &schemes::SPEC,
    &glossary::SPEC,
    &documents::SPEC,
    &citations::SPEC,
    &evidence::SPEC,
    &judgements::SPEC,
    &effects::SPEC,
    &aliases::SPEC,
    &local_opinions::SPEC,
    &progress::SPEC,
    &estimates::SPEC,
    &estimate_bands::SPEC,
    &estimate_spans::SPEC,
];

/// How many rows of a table may share a remark and still be found by it: most remarks tell how the
/// text was read, and are the same for row after row.
const SAME_REMARK: usize = 3;

/// Every table, and its rows where they have words.
pub fn drafts(scribe: &Scribe<'_>) -> Vec<Draft> {
    let tables = TABLES.iter().map(|spec| Draft {
        kind: "data",
        route: format!("data/{}", spec.name),
        title: scribe.say(spec.label),
        within: scribe.say(words::DATA),
        text: vec![scribe.say(spec.about)],
        ..Draft::default()
    });
    let untold = TABLES.iter().filter(|spec| !TOLD.iter().any(|told| told.name == spec.name));
    let rows = untold.filter(|spec| spec.columns.iter().any(is_worded)).flat_map(|spec| {
        let rows = scribe.dataset.rows(spec);
        let is_telling =
            |row: &Row| rows.iter().filter(|one| one.note == row.note).count() <= SAME_REMARK;
        let draft = |row: &Row| {
            let mut draft = draft(scribe, spec, row);
            draft.text.extend(scribe.note(&row.note).filter(|_| is_telling(row)));
            draft
        };
        rows.iter().map(draft).collect::<Vec<_>>()
    });
    tables.chain(rows).collect()
}

/// Tables whose rows are of another kind than data.
const KINDS: [(&TableSpec, &str); 5] = [
    (&kinds::SPEC, "kind"),
    (&inventory::SPEC, "system"),
    (&map_systems::SPEC, "system"),
    (&standard_businesses::SPEC, "system"),
    (&lost::SPEC, "discrepancy"),
];

fn kind(spec: &TableSpec) -> &'static str {
    let named = KINDS.iter().find(|(one, _)| one.name == spec.name);
    named.map_or("data", |(_, kind)| kind)
}

fn draft(scribe: &Scribe<'_>, spec: &'static TableSpec, row: &Row) -> Draft {
    let columns: Vec<usize> = (0..spec.columns.len()).collect();
    let named = naming(spec, &columns);
    let shown = |index: usize| {
        let cell = scribe.cell(spec, row, index);
        (cell.absent.is_none() && !cell.text.is_empty()).then_some(cell.text)
    };
    let is_told = |column: &Column| {
        is_worded(column) || column.is_numeric() || matches!(column.kind, Kind::Date | Kind::Text)
    };
    let cells = spec.columns.iter().enumerate();
    let cells = cells.filter(|(index, column)| *index != named && is_told(column));
    let mut text: Vec<String> = cells.filter_map(|(index, _)| shown(index)).collect();
    text.extend(row.as_printed.clone());
    let references = || {
        let columns = spec.columns.iter().enumerate();
        let columns = columns.filter(|(_, column)| matches!(column.kind, Kind::Ref(_)));
        columns.filter_map(|(index, _)| shown(index)).collect::<Vec<_>>().join(" / ")
    };
    Draft {
        kind: kind(spec),
        route: format!("data/{}", spec.name),
        anchor: Some(row.id.clone()),
        row: Some((spec.name.to_owned(), row.id.clone())),
        title: shown(named).unwrap_or_else(references),
        within: scribe.say(spec.label),
        text,
        ..Draft::default()
    }
}

fn is_worded(column: &Column) -> bool {
    matches!(column.kind, Kind::Words | Kind::Printed)
}
