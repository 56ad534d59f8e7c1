//! What can be found on the site: every page, every part with a place of its own, every row that is
//! told in words, as a reader sees them.
//!
//! What stands word for word on the pages of many areas is found where it comes from, once: rules
//! with the process, what is missing with the evidence gaps, cautions in their table. States are
//! not searched; the matrix of areas filters them.

mod pages;
mod plain;
mod rows;

use std::collections::BTreeMap;

use super::Sources;
use super::routes::{self, Routes};
use super::scribe::Scribe;
use super::view::{Page, SearchEntry, SearchIndex};
use crate::model::tables::aliases;
use crate::text::{Label, Language, searchable};
use crate::threads;

/// What can be found, in the order of results that match equally well.
pub const KINDS: [(&str, Label); 14] = [
    ("area", Label::new("業務領域", "Business area")),
    ("term", Label::new("用語", "Term")),
    ("department", Label::new("部門", "Department")),
    ("kind", Label::new("共同調達の種類", "Kind jointly procured")),
    ("system", Label::new("システム", "System")),
    ("scheme", Label::new("国の制度", "Funding scheme")),
    ("method", Label::new("基準・プロセス", "Criteria and process")),
    ("text", Label::new("本文", "Text")),
    ("question", Label::new("資料では分からないこと", "What the documents do not say")),
    ("evidence", Label::new("根拠・手がかり", "Evidence and leads")),
    ("effect", Label::new("導入の前と後", "Before and after")),
    ("discrepancy", Label::new("食い違い・失われたもの", "Discrepancy or loss")),
    ("citation", Label::new("出典", "Source")),
    ("data", Label::new("データ", "Data")),
];

/// The kinds with names, found by their names in the other language too; others have sentences.
const NAMED: [&str; 6] = ["area", "term", "department", "kind", "system", "scheme"];

/// Everything that can be found, by language.
pub fn all(sources: &Sources<'_>, routes: &Routes, pages: &[Page]) -> Vec<SearchIndex> {
    let printed = printed(sources);
    let drafts =
        threads::each(&Language::ALL, |language| drafts(sources, routes, pages, *language));
    let title = |draft: &Draft| (draft.place(), draft.title.clone());
    let titles: Vec<BTreeMap<_, _>> =
        drafts.iter().map(|drafts| drafts.iter().map(title).collect()).collect();
    // Names are found in the other language too.
    let others = titles.iter().rev();
    let indexes: Vec<_> = Language::ALL.into_iter().zip(drafts).zip(others).collect();
    threads::each(&indexes, |((language, drafts), others)| {
        let other = |draft: &Draft| others.get(&draft.place()).cloned();
        let entries = drafts.iter().cloned().map(|mut draft| {
            draft
                .names
                .extend(draft.row.iter().flat_map(|row| printed.get(row)).flatten().cloned());
            draft.names.extend(other(&draft).filter(|_| NAMED.contains(&draft.kind)));
            draft.entry(*language)
        });
        SearchIndex { language: *language, entries: entries.collect() }
    })
}

/// A row, by table and id.
type RowName = (String, String);

/// The variant names of rows.
fn printed(sources: &Sources<'_>) -> BTreeMap<RowName, Vec<String>> {
    let mut printed: BTreeMap<RowName, Vec<String>> = BTreeMap::new();
    for row in sources.dataset.rows(&aliases::SPEC) {
        let (table, target) = (row.get(aliases::table), row.get(aliases::target));
        let Some((row, name)) = table.zip(target).zip(row.get(aliases::printed)) else { continue };
        printed.entry((row.0.to_owned(), row.1.to_owned())).or_default().push(name.to_owned());
    }
    printed
}

/// A place that can be found, before it has the names the other language gives it.
#[derive(Clone, Default)]
struct Draft {
    kind: &'static str,
    route: String,
    anchor: Option<String>,
    row: Option<RowName>,
    title: String,
    within: String,
    names: Vec<String>,
    text: Vec<String>,
}

impl Draft {
    /// Where it stands, the same in both languages.
    fn place(&self) -> (String, Option<String>) {
        (self.route.clone(), self.anchor.clone())
    }

    fn entry(self, language: Language) -> SearchEntry {
        let page = routes::href(routes::SEARCH, &self.route, language);
        let mut known = vec![searchable(&self.title)];
        let mut is_new = |name: &String| {
            let folded = searchable(name);
            let is_new = !folded.is_empty() && !known.contains(&folded);
            known.push(folded);
            is_new
        };
        let mut names = self.names;
        names.retain(&mut is_new);
        let mut text = self.text;
        text.retain(|piece| !piece.trim().is_empty());
        SearchEntry {
            kind: self.kind,
            href: self.anchor.map_or(page.clone(), |anchor| format!("{page}#{anchor}")),
            within: if self.within == self.title { String::new() } else { self.within },
            title: self.title,
            names,
            text,
        }
    }
}

/// Everything in one language, those of a kind together.
fn drafts(
    sources: &Sources<'_>,
    routes: &Routes,
    pages: &[Page],
    language: Language,
) -> Vec<Draft> {
    let scribe = Scribe { dataset: sources.dataset, routes, language, route: routes::SEARCH };
    let mut drafts = pages::drafts(pages.iter().filter(|page| page.head.language == language));
    drafts.extend(rows::drafts(&scribe));
    drafts.sort_by_key(|draft| KINDS.iter().position(|(id, _)| *id == draft.kind));
    drafts
}
