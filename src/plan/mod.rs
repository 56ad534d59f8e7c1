//! Dataset and prose to whole pages: routes, links, tables, charts, exports.
//!
//! A page gets everything it will say as plain data in its language; a template can ask for
//! nothing more. So what an edit touches is answered by comparing values.

mod blocks;
mod charts;
mod computed;
mod diags;
mod effect;
mod explanation;
mod export;
mod figures;
mod frame;
mod gaps;
mod pages;
mod prose;
mod routes;
mod scribe;
mod standing;
mod tables;
pub mod view;
mod what_if;
mod words;

pub use effect::{input as calculator_input, output as calculator_output};
pub use explanation::{area, explanation};
pub use export::{Attachment, Export, ExportColumn};
pub use view::{Explanation, Page};

use crate::diag::{Checked, Diagnostic};
use crate::markdown::Document;
use crate::model::tables::estimates;
use crate::model::{Assessments, Dataset, Reason};
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
    /// where each area stands
    pub assessments: &'a Assessments,
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
    let computed = computed::all(sources);
    let planned = threads::each(&wanted, |(kind, language)| {
        pages::page(sources, &routes, &computed, kind, *language)
    });
    let mut pages: Vec<Page> = planned.into_iter().map(|page| page.note(&mut notes)).collect();
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    notes.extend(headings(sources.documents));
    notes.extend(pages::unshown(sources, &kinds));
    notes.extend(doubted(sources));
    let sitemap = pages.iter().filter(|page| page.head.language == Language::Ja);
    let sitemap = sitemap.filter_map(|page| page.head.canonical.clone()).collect();
    let site = Site {
        pages,
        exports: export::all(sources.dataset).into_iter().chain(computed).collect(),
        attachments: export::attachments(sources.dataset)
            .into_iter()
            .chain(gaps::file(sources))
            .collect(),
        sitemap,
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
