//! Citations and terms.

use std::collections::BTreeMap;

use super::Desk;
use crate::model::Row;
use crate::model::tables::{TABLES, citations, documents, glossary};
use crate::plan::view::{DocumentView, GlossaryView, Link, PassageView, SourcesView, TermView};
use crate::text::Language;

pub fn sources(desk: &mut Desk<'_>) -> SourcesView {
    let prose = desk.prose();
    let used = used_by(desk);
    let documents = desk.scribe.dataset.rows(&documents::SPEC).iter();
    SourcesView {
        prose,
        documents: documents.map(|document| document_view(desk, document, &used)).collect(),
    }
}

/// The tables that cite a passage, by citation.
fn used_by<'a>(desk: &Desk<'a>) -> BTreeMap<&'a str, Vec<Link>> {
    let mut used: BTreeMap<&str, Vec<Link>> = BTreeMap::new();
    for spec in TABLES {
        let link = desk.scribe.link(desk.scribe.say(spec.label), &format!("data/{}", spec.name));
        for row in desk.scribe.dataset.rows(spec) {
            for id in row.source.iter().chain(row.cell_sources.values()) {
                let links = used.entry(id).or_default();
                if links.last() != Some(&link) {
                    links.push(link.clone());
                }
            }
        }
    }
    for set in desk.scribe.dataset.criteria.values() {
        let link = desk.scribe.link(desk.scribe.word(&set.name), "criteria");
        for id in set.sources() {
            let links = used.entry(id).or_default();
            if !links.contains(&link) {
                links.push(link.clone());
            }
        }
    }
    for one in &desk.scribe.dataset.reconciliations {
        let href = desk.scribe.to_anchor("discrepancies", &format!("r-{}", one.id));
        let label = desk.scribe.word(&one.title);
        used.entry(&one.source).or_default().push(Link { label, href });
    }
    used
}

fn document_view(
    desk: &Desk<'_>,
    document: &Row,
    used: &BTreeMap<&str, Vec<Link>>,
) -> DocumentView {
    let scribe = &desk.scribe;
    let passages = scribe.dataset.rows_of(&citations::SPEC, citations::document, &document.id);
    let mut passages: Vec<&Row> = passages.collect();
    passages.sort_by_key(|row| (row.get(citations::line_from), row.id.clone()));
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
        passages: passages.into_iter().map(|row| passage(desk, row, used)).collect(),
    }
}

fn passage(desk: &Desk<'_>, row: &Row, used: &BTreeMap<&str, Vec<Link>>) -> PassageView {
    let scribe = &desk.scribe;
    PassageView {
        id: format!("c-{}", row.id),
        heading: scribe.word(&row.words(citations::heading)),
        lines: scribe.lines(row),
        quote: row.get(citations::quote).map(str::to_owned),
        rights: row
            .get(citations::rights)
            .map(|rights| scribe.say(rights.label))
            .unwrap_or_default(),
        url: row.get(citations::url).map(str::to_owned),
        used_by: used.get(row.id.as_str()).cloned().unwrap_or_default(),
    }
}

pub fn glossary(desk: &mut Desk<'_>) -> GlossaryView {
    let prose = desk.prose();
    let scribe = &desk.scribe;
    let mut rows: Vec<&Row> = scribe.dataset.rows(&glossary::SPEC).iter().collect();
    match scribe.language {
        Language::Ja => rows.sort_by_key(|row| row.get(glossary::reading).map(hiragana)),
        Language::En => rows.sort_by_key(|row| row.words(glossary::term).en.to_lowercase()),
    }
    GlossaryView { prose, terms: rows.into_iter().map(|row| term(desk, row)).collect() }
}

/// Readings are put in order as hiragana, so that カ and か stand together.
fn hiragana(reading: &str) -> String {
    reading
        .chars()
        .map(|letter| match letter {
            'ァ'..='ヶ' => char::from_u32(u32::from(letter) - 0x60).unwrap_or(letter),
            other => other,
        })
        .collect()
}

fn term(desk: &Desk<'_>, row: &Row) -> TermView {
    let words = row.words(glossary::term);
    TermView {
        id: format!("t-{}", row.id),
        ja: words.ja,
        en: words.en,
        reading: row.get(glossary::reading).unwrap_or_default().to_owned(),
        in_documents: row.is(glossary::in_documents),
        meaning: row
            .get(glossary::meaning)
            .map(|words| desk.scribe.word(words))
            .unwrap_or_default(),
    }
}
