//! The citations, and what cites them.

use std::collections::{BTreeMap, BTreeSet};

use super::Desk;
use crate::model::tables::{TABLES, citations, documents};
use crate::model::{CodeEntry, Row, TableSpec};
use crate::plan::view::{DocumentView, Link, PassageGroup, PassageView, SourcesView, UseView};

pub fn sources(desk: &mut Desk<'_>) -> SourcesView {
    let prose = desk.prose();
    let used = used_by(desk);
    let documents = desk.scribe.dataset.rows(&documents::SPEC).iter();
    SourcesView {
        prose,
        documents: documents.map(|document| document_view(desk, document, &used)).collect(),
    }
}

/// Where more rows of a table cite a passage, the table stands for them.
const ROWS_LINKED: usize = 3;

/// What cites each passage, by citation.
fn used_by<'a>(desk: &Desk<'a>) -> BTreeMap<&'a str, Vec<UseView>> {
    let scribe = &desk.scribe;
    let mut used: BTreeMap<&str, Vec<UseView>> = BTreeMap::new();
    for spec in TABLES {
        for (id, rows) in citing(desk, spec) {
            used.entry(id).or_default().push(table_use(desk, spec, &rows));
        }
    }
    for set in scribe.dataset.criteria.values() {
        let whole = scribe.link(scribe.word(&set.name), "criteria");
        for id in BTreeSet::from_iter(set.sources()) {
            used.entry(id).or_default().push(UseView { whole: whole.clone(), rows: Vec::new() });
        }
    }
    for one in &scribe.dataset.reconciliations {
        let href = scribe.to_anchor("discrepancies", &format!("r-{}", one.id));
        let whole = Link { label: scribe.word(&one.title), href };
        used.entry(&one.source).or_default().push(UseView { whole, rows: Vec::new() });
    }
    used
}

/// The rows of a table by what they cite, each once.
fn citing<'a>(desk: &Desk<'a>, spec: &'static TableSpec) -> BTreeMap<&'a str, Vec<&'a Row>> {
    let mut citing: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    for row in desk.scribe.dataset.rows(spec) {
        let ids = row.source.iter().chain(row.cell_sources.values());
        for id in BTreeSet::from_iter(ids) {
            citing.entry(id).or_default().push(row);
        }
    }
    citing
}

fn table_use(desk: &Desk<'_>, spec: &'static TableSpec, rows: &[&Row]) -> UseView {
    let scribe = &desk.scribe;
    let link = |row: &&Row| Link { label: row.id.clone(), href: scribe.to_row(spec, row) };
    UseView {
        whole: scribe.link(scribe.say(spec.label), &format!("data/{}", spec.name)),
        rows: match rows.len() {
            ..=ROWS_LINKED => rows.iter().map(link).collect(),
            _ => Vec::new(),
        },
    }
}

fn document_view(
    desk: &Desk<'_>,
    document: &Row,
    used: &BTreeMap<&str, Vec<UseView>>,
) -> DocumentView {
    let scribe = &desk.scribe;
    let passages = scribe.dataset.rows_of(&citations::SPEC, citations::document, &document.id);
    let mut passages: Vec<&Row> = passages.collect();
    passages.sort_by_key(|row| (row.get(citations::line_from), row.id.clone()));
    let common = common_rights(&passages);
    DocumentView {
        id: format!("d-{}", document.id),
        title: scribe.word(&document.words(documents::title)),
        meeting: scribe.word(&document.words(documents::meeting)),
        publisher: scribe.word(&document.words(documents::publisher)),
        date: document
            .get(documents::date)
            .map(|date| date.shown(scribe.language))
            .unwrap_or_default(),
        url: document.get(documents::url).map(str::to_owned),
        rights: common.map(|rights| scribe.say(rights.label)).unwrap_or_default(),
        headings: headings(desk, &passages, common, used),
    }
}

/// Passages under their headings; a heading is said again where another stands between.
fn headings(
    desk: &Desk<'_>,
    passages: &[&Row],
    common: Option<&CodeEntry>,
    used: &BTreeMap<&str, Vec<UseView>>,
) -> Vec<PassageGroup> {
    let mut groups: Vec<PassageGroup> = Vec::new();
    for row in passages {
        let heading = desk.scribe.word(&row.words(citations::heading));
        let passage = passage(desk, row, common, used);
        match groups.last_mut().filter(|group| group.heading == heading) {
            Some(group) => group.passages.push(passage),
            None => groups.push(PassageGroup { heading, passages: vec![passage] }),
        }
    }
    groups
}

/// The rights most passages are under; of equally many the first.
fn common_rights(passages: &[&Row]) -> Option<&'static CodeEntry> {
    let all = passages.iter().filter_map(|row| row.get(citations::rights));
    let mut counts: Vec<(&'static CodeEntry, usize)> = Vec::new();
    for rights in all {
        match counts.iter_mut().find(|(one, _)| one.code == rights.code) {
            Some((_, count)) => *count += 1,
            None => counts.push((rights, 1)),
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max();
    counts.into_iter().find(|(_, count)| Some(*count) == most).map(|(rights, _)| rights)
}

fn passage(
    desk: &Desk<'_>,
    row: &Row,
    common: Option<&CodeEntry>,
    used: &BTreeMap<&str, Vec<UseView>>,
) -> PassageView {
    let scribe = &desk.scribe;
    PassageView {
        id: format!("c-{}", row.id),
        lines: scribe.lines(row),
        quote: row.get(citations::quote).map(str::to_owned),
        rights: row
            .get(citations::rights)
            .filter(|rights| common.is_none_or(|common| common.code != rights.code))
            .map(|rights| scribe.say(rights.label)),
        url: row.get(citations::url).map(str::to_owned),
        used_by: used.get(row.id.as_str()).cloned().unwrap_or_default(),
    }
}
