//! Funding schemes: by ministry, crossed with kinds of system, one by one.

use std::collections::BTreeSet;

use super::Desk;
use crate::model::Row;
use crate::model::tables::{areas, funding, kinds, ministries, schemes};
use crate::plan::view::{
    FundingView, GridRow, GridView, Link, MinistryView, SchemeView, TableView,
};
use crate::plan::words;

/// All schemes.
pub fn index(desk: &mut Desk<'_>) -> FundingView {
    FundingView {
        prose: desk.prose(),
        grid: grid(desk),
        ministries: by_ministry(desk),
        unattached: unattached(desk),
    }
}

/// Kinds down, schemes across; a cell leads to the line where the use is stated.
fn grid(desk: &Desk<'_>) -> GridView {
    let scribe = &desk.scribe;
    let dataset = scribe.dataset;
    let uses = dataset.rows(&funding::SPEC);
    let schemes = dataset.rows(&schemes::SPEC);
    let used = |kind: &&Row| uses.iter().any(|row| row.refers_to(funding::kind.index, &kind.id));
    let cell = |kind: &Row, scheme: &Row| {
        let both = |row: &&Row| {
            row.refers_to(funding::kind.index, &kind.id)
                && row.refers_to(funding::scheme.index, &scheme.id)
        };
        uses.iter().find(both).and_then(|row| scribe.source(&funding::SPEC, row))
    };
    let rows = dataset.rows(&kinds::SPEC).iter().filter(used).map(|kind| GridRow {
        label: scribe.word(&kind.words(kinds::name)),
        href: scribe.to(&format!("areas/{}", kind.get(kinds::area).unwrap_or_default())),
        cells: schemes.iter().map(|scheme| cell(kind, scheme)).collect(),
    });
    GridView {
        caption: scribe.say(words::GRID),
        columns: schemes.iter().map(|row| scribe.row_link("funding", row, schemes::name)).collect(),
        rows: rows.collect(),
    }
}

fn by_ministry(desk: &Desk<'_>) -> Vec<MinistryView> {
    let scribe = &desk.scribe;
    let all = scribe.dataset.rows(&schemes::SPEC);
    let links = |wanted: &dyn Fn(&Row) -> bool| -> Vec<Link> {
        let chosen = all.iter().filter(|row| wanted(row));
        chosen.map(|row| scribe.row_link("funding", row, schemes::name)).collect()
    };
    let ministries = scribe.dataset.rows(&ministries::SPEC).iter();
    let mut views: Vec<MinistryView> = ministries
        .map(|ministry| MinistryView {
            name: scribe.word(&ministry.words(ministries::name)),
            schemes: links(&|row| row.refers_to(schemes::ministry.index, &ministry.id)),
        })
        .collect();
    views.push(MinistryView {
        name: scribe.say(words::OTHER_MINISTRY),
        schemes: links(&|row| row.get(schemes::ministry).is_none()),
    });
    views.retain(|view| !view.schemes.is_empty());
    views
}

fn unattached(desk: &Desk<'_>) -> Option<TableView> {
    let scribe = &desk.scribe;
    let rows = scribe.dataset.rows(&funding::SPEC).iter();
    let mut table = scribe.table_if_any(
        "unattached",
        &funding::SPEC,
        &[funding::scheme.index, funding::kind_printed.index, funding::kind_alternatives.index],
        rows.filter(|row| row.get(funding::kind).is_none()),
    )?;
    table.caption = scribe.say(words::UNATTACHED);
    Some(table)
}

/// One scheme.
pub fn view(desk: &mut Desk<'_>, id: &str) -> SchemeView {
    let scribe = &desk.scribe;
    let dataset = scribe.dataset;
    let scheme = dataset.row(schemes::SPEC.name, id);
    let uses: Vec<&Row> = dataset.rows_of(&funding::SPEC, funding::scheme, id).collect();
    let mut table = scribe.table_of(
        "uses",
        &funding::SPEC,
        &[
            funding::kind.index,
            funding::kind_printed.index,
            funding::kind_alternatives.index,
            funding::ministry.index,
        ],
        uses.iter().copied(),
    );
    table.note = Some(scribe.say(words::STATUS_UNVERIFIED));
    SchemeView {
        form: scheme
            .and_then(|row| row.get(schemes::form))
            .map(|form| scribe.say(form.label))
            .unwrap_or_default(),
        ministry: scheme
            .and_then(|row| row.get(schemes::ministry))
            .map(|id| scribe.named(ministries::SPEC.name, id).0),
        uses: table,
        areas: areas_of(desk, &uses),
        source: scheme.and_then(|row| scribe.source(&schemes::SPEC, row)).unwrap_or_default(),
    }
}

/// The areas of the kinds a scheme was used for, each once.
fn areas_of(desk: &Desk<'_>, uses: &[&Row]) -> Vec<Link> {
    let dataset = desk.scribe.dataset;
    let kinds = uses.iter().filter_map(|row| row.get(funding::kind));
    let found: BTreeSet<&str> =
        kinds.filter_map(|kind| dataset.row(kinds::SPEC.name, kind)?.get(kinds::area)).collect();
    found
        .into_iter()
        .filter_map(|area| dataset.row(areas::SPEC.name, area))
        .map(|area| desk.scribe.row_link("areas", area, areas::name))
        .collect()
}
