//! Dataset and prose to whole pages: routes, links, tables, charts, exports.
//!
//! A page gets everything it will say as plain data in its language; a template can ask for
//! nothing more. So what an edit touches is answered by comparing values.

mod blocks;
mod charts;
mod diags;
mod export;
mod figures;
mod frame;
mod pages;
mod prose;
mod routes;
mod scribe;
mod tables;
pub mod view;
mod words;

pub use export::{Attachment, Export, ExportColumn};
pub use view::Page;

use crate::diag::{Checked, Diagnostic};
use crate::markdown::Document;
use crate::model::Dataset;
use crate::text::Language;
use crate::threads;

/// Everything that will be published, as data.
#[derive(Debug, Default)]
pub struct Site {
    /// the pages, in the order of their paths
    pub pages: Vec<Page>,
    /// the tables to download
    pub exports: Vec<Export>,
    /// the tables beside pages, published where their pages stand
    pub attachments: Vec<Attachment>,
    /// absolute addresses for the sitemap, only with `base_url`
    pub sitemap: Vec<view::Canonical>,
}

/// What a site is planned from.
pub struct Sources<'a> {
    /// the checked data
    pub dataset: &'a Dataset,
    /// the pages people wrote
    pub documents: &'a [Document],
    /// where the site will stand, if anywhere: ends in `/`
    pub base_url: Option<&'a str>,
}

/// Plans every page in both languages.
pub fn plan(sources: &Sources<'_>) -> Checked<Site> {
    let mut notes = Vec::new();
    let routes = routes::Routes::new(sources, &mut notes);
    let kinds = pages::all(sources);
    let wanted: Vec<_> =
        kinds.iter().flat_map(|kind| Language::ALL.map(|language| (kind, language))).collect();
    let planned =
        threads::each(&wanted, |(kind, language)| pages::page(sources, &routes, kind, *language));
    let mut pages: Vec<Page> = planned.into_iter().map(|page| page.note(&mut notes)).collect();
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    notes.extend(headings(sources.documents));
    notes.extend(pages::unshown(sources, &kinds));
    let sitemap = pages.iter().filter(|page| page.head.language == Language::Ja);
    let sitemap = sitemap.filter_map(|page| page.head.canonical.clone()).collect();
    let site = Site {
        pages,
        exports: export::all(sources.dataset),
        attachments: export::attachments(sources.dataset),
        sitemap,
    };
    Checked { value: site, notes }
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
