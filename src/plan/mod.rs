//! Dataset and prose to whole pages: routes, links, tables, charts, exports.
//!
//! A page gets everything it will say as plain data in its language; a template can ask for
//! nothing more. So what an edit touches is answered by comparing values.

mod attachment;
mod blocks;
mod cells;
mod charts;
mod comparison;
mod computed;
mod diags;
mod dictionary;
mod editions;
mod effect;
mod entry;
mod explanation;
mod export;
mod feed;
mod figures;
mod frame;
mod gaps;
mod metadata;
mod notes;
mod pages;
mod prose;
mod reasons;
mod routes;
mod scribe;
mod search;
mod standing;
mod tables;
mod terms;
mod unbound;
pub mod view;
mod what_if;
mod words;

pub use attachment::Attachment;
pub use comparison::{Compared, comparison};
pub use dictionary::sheet as dictionary_sheet;
pub use editions::{Editions, Since};
pub use effect::{input as calculator_input, output as calculator_output};
pub use entry::{Entry, entry};
pub use explanation::{area, explanation};
pub use export::{DateForm, Datum, Export, ExportColumn, Forms};
pub use pages::FOLDER;
pub use routes::{CHANGES_FILE, EDITIONS, REVIEW, language_of, page_path};
pub use view::{Explanation, Page};

use std::collections::BTreeSet;

use crate::diag::{Checked, Diagnostic};
use crate::markdown::Document;
use crate::model::tables::estimates;
use crate::model::{Assessments, Dataset, Reason};
use crate::text::Language;
use crate::threads;

/// Everything that will be published, as data.
#[derive(Debug)]
pub struct Site {
    /// the pages, in the order of their paths
    pub pages: Vec<Page>,
    /// the tables to download
    pub exports: Vec<Export>,
    /// the tables beside pages, published where their pages stand
    pub attachments: Vec<Attachment>,
    /// the tables described together, for programs
    pub package: view::Package,
    /// the same as a catalogue of data sets
    pub catalogue: view::Catalogue,
    /// what can be found, by language
    pub search: Vec<view::SearchIndex>,
    /// absolute addresses for the sitemap, only with `base_url`
    pub sitemap: Vec<view::Canonical>,
    /// what was changed, in both languages; only with `base_url`
    pub feeds: Vec<view::Feed>,
    /// the page that opens the site in a folder
    pub opening: Option<Page>,
    /// what differs from the newest edition, where one is kept
    pub changes: Option<view::Comparison>,
    /// where the site will stand
    pub base_url: Option<String>,
}

/// What a site is planned from.
pub struct Sources<'a> {
    /// the checked data
    pub dataset: &'a Dataset,
    /// where each area stands
    pub assessments: &'a Assessments,
    /// the pages people wrote
    pub documents: &'a [Document],
    /// where the site will stand, if anywhere: ends in `/`
    pub base_url: Option<&'a str>,
    /// the editions that are kept, and what differs from the newest
    pub editions: &'a Editions<'a>,
    /// the routes of drafts that are kept out
    pub withheld: &'a BTreeSet<String>,
    /// whether there is a page of comments: for reviewers, never for the public
    pub reviewed: bool,
}

/// Plans every page in both languages.
pub fn plan(sources: &Sources<'_>) -> Checked<Site> {
    let mut notes = Vec::new();
    let routes = routes::Routes::new(sources, &mut notes);
    let mut kinds = pages::all(sources);
    kinds.extend(pages::moved(sources, &routes).note(&mut notes));
    let wanted: Vec<_> =
        kinds.iter().flat_map(|kind| Language::ALL.map(|language| (kind, language))).collect();
    let tables: Vec<Export> =
        export::all(sources.dataset).into_iter().chain(computed::all(sources)).collect();
    let planned = threads::each(&wanted, |(kind, language)| {
        pages::page(sources, &routes, &tables, kind, *language)
    });
    let mut pages: Vec<Page> = planned.into_iter().map(|page| page.note(&mut notes)).collect();
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    pages::dress_reports(&mut pages);
    notes.extend(headings(sources.documents));
    notes.extend(pages::unshown(sources, &kinds));
    notes.extend(doubted(sources));
    notes.extend(unbound::unbound(sources, &routes));
    notes.extend(feed::dead(sources, &routes));
    notes.extend(reasons::idle(sources));
    notes.extend(pages::in_the_way(sources));
    // What is kept is found by way of the site it was kept from.
    let found = sources.editions.own.is_none();
    let sitemap = pages.iter().filter(|_| found).filter(|page| page.head.language == Language::Ja);
    let sitemap = sitemap.filter(|page| !matches!(page.body, view::Body::Moved(_)));
    let sitemap = sitemap.filter_map(|page| page.head.canonical.clone()).collect();
    let site = Site {
        search: search::all(sources, &routes, &pages),
        package: metadata::package(sources, &tables),
        catalogue: metadata::catalogue(sources, &tables),
        exports: dictionary::listings(sources, &tables)
            .into_iter()
            .chain(gaps::file(sources))
            .chain(tables)
            .collect(),
        attachments: attachment::attachments(sources.dataset)
            .into_iter()
            .chain(pages.iter().flat_map(charts::files))
            .collect(),
        pages,
        sitemap,
        feeds: feed::all(sources),
        opening: Some(pages::opening(sources, &routes)),
        changes: sources.editions.since.as_ref().map(|since| since.comparison.clone()),
        base_url: sources.base_url.map(str::to_owned),
    };
    Checked { value: site, notes }
}

/// Inputs that the computation doubted.
fn doubted(sources: &Sources<'_>) -> Vec<Diagnostic> {
    let limit = sources.dataset.set().and_then(|set| set.method.plausible).unwrap_or_default();
    let doubted = sources.assessments.areas.iter().filter(|(_, assessment)| {
        assessment.tests.iter().any(|test| test.reasons.contains(&Reason::Doubted))
    });
    doubted
        .filter_map(|(area, _)| {
            let estimate = sources.dataset.estimates.get(area)?;
            let row = sources.dataset.row(estimates::SPEC.name, &estimate.id)?;
            Some(diags::estimate_doubted(row.place(&estimates::SPEC), area, limit))
        })
        .collect()
}

/// What differs between the languages of one page.
fn headings(documents: &[Document]) -> Vec<Diagnostic> {
    let of = |language| documents.iter().filter(move |one: &&Document| one.language == language);
    let has = |route: &str| of(Language::Ja).any(|one| one.route == route);
    let alone = of(Language::En).filter(|en| !has(&en.route));
    let alone = alone.map(|en| diags::page_japanese_missing(&en.path));
    let japanese = documents.iter().filter(|one| one.language == Language::Ja);
    let pairs = japanese.map(|ja| {
        let english = |one: &&Document| one.language == Language::En && one.route == ja.route;
        (ja, documents.iter().find(english))
    });
    pairs
        .flat_map(|(ja, en)| match en {
            Some(en) => crate::markdown::headings_differ(ja, en),
            None => vec![diags::page_english_missing(&ja.path)],
        })
        .chain(alone)
        .collect()
}
