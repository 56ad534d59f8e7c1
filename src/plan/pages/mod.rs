//! What each page says.

mod accessibility;
mod area;
mod areas;
mod assets;
mod brief;
mod changes;
mod criteria;
mod data;
mod departments;
mod discrepancies;
mod editions;
mod funding;
mod gaps;
mod glossary;
mod head;
mod home;
mod kind;
mod matrix;
mod moved;
mod opening;
mod quotes;
mod reference;
mod report;
mod search;
mod sheet;
mod what_if;

use std::collections::BTreeMap;

pub use editions::in_the_way;
pub use kind::{PageKind, all};
pub use moved::all as moved;
pub use opening::{FOLDER, opening};

use super::Sources;
use super::diags;
use super::export::Export;
use super::notes::notes;
use super::prose::prose;
use super::routes::{self, Routes};
use super::scribe::Scribe;
use super::view::{Body, Head, Link, NotFoundView, Page, Prose, SectionView};
use super::words;
use crate::diag::{Checked, Diagnostic};
use crate::text::{Label, Language};

/// Gives each report the stylesheets of the pages it takes in, under its own.
pub fn dress_reports(pages: &mut [Page]) {
    let worn: BTreeMap<String, Vec<&'static str>> =
        pages.iter().map(|page| (page.path.clone(), page.head.styles.clone())).collect();
    for page in pages {
        let Body::Report(view) = &page.body else { continue };
        let parts = view.chapters.iter().flat_map(|one| one.parts.iter().chain([one]));
        let mut styles: Vec<&'static str> = Vec::new();
        let taken_in = parts.filter_map(|chapter| worn.get(&chapter.path)).flatten();
        for style in taken_in.chain(&page.head.styles) {
            if !styles.contains(style) {
                styles.push(style);
            }
        }
        page.head.styles = styles;
    }
}

/// Written pages in a place where no text is shown.
pub fn unshown(sources: &Sources<'_>, kinds: &[PageKind]) -> Vec<Diagnostic> {
    let silent: Vec<String> =
        kinds.iter().filter(|kind| !kind.shows_prose()).map(PageKind::route).collect();
    let unshown = sources.documents.iter().filter(|one| silent.contains(&one.route));
    unshown.map(|one| diags::page_unshown(&one.path)).collect()
}

/// Who writes a page, and what they tell on the way.
pub struct Desk<'a> {
    /// what the site is planned from
    pub sources: &'a Sources<'a>,
    /// the writer
    pub scribe: Scribe<'a>,
    /// the tables as they are published
    pub tables: &'a [Export],
    /// what there is to tell
    pub notes: Vec<Diagnostic>,
}

impl<'a> Desk<'a> {
    /// A table as it is published; an empty one where there is none of that name.
    pub fn table(&self, name: &str) -> &'a Export {
        self.tables.iter().find(|table| table.name == name).unwrap_or(&NO_TABLE)
    }

    /// What a person wrote for this page.
    pub fn prose(&mut self) -> Prose {
        prose(self.sources, &self.scribe, self.scribe.route).note(&mut self.notes)
    }
}

static NO_TABLE: Export = Export::none();

/// One page in one language.
pub fn page(
    sources: &Sources<'_>,
    routes: &Routes,
    tables: &[Export],
    kind: &PageKind,
    language: Language,
) -> Checked<Page> {
    let route = kind.route();
    let scribe = Scribe { dataset: sources.dataset, routes, language, route: &route };
    let mut desk = Desk { sources, scribe, tables, notes: Vec::new() };
    let mut body = body(&mut desk, kind);
    let notes = notes(&scribe, &mut body);
    let path = match kind {
        PageKind::NotFound => routes::folder("", language) + "404.html",
        _ => routes::page_path(&route, language),
    };
    let head = Head {
        styles: assets::styles(&body, &notes),
        scripts: assets::scripts(&body, &notes),
        ..head::head(&desk, kind)
    };
    let page = Page { path, head, kind: kind.name(), body, notes };
    Checked { value: page, notes: desk.notes }
}

fn body(desk: &mut Desk<'_>, kind: &PageKind) -> Body {
    match kind {
        PageKind::Home => Body::Home(home::view(desk)),
        // What there is to list is added when the page is finished (`review`).
        PageKind::Section(_) | PageKind::Review => {
            Body::Section(SectionView { prose: desk.prose() })
        }
        PageKind::Areas => Body::Areas(areas::view(desk)),
        PageKind::Area(id) => Body::Area(Box::new(area::view(desk, id))),
        PageKind::Departments => Body::Departments(departments::index(desk)),
        PageKind::Department(id) => Body::Department(departments::view(desk, id)),
        PageKind::Funding => Body::Funding(funding::index(desk)),
        PageKind::Scheme(id) => Body::Scheme(funding::view(desk, id)),
        PageKind::Criteria => Body::Criteria(criteria::criteria(desk)),
        PageKind::Process => Body::Process(criteria::process(desk)),
        PageKind::Discrepancies => Body::Discrepancies(discrepancies::view(desk)),
        PageKind::Gaps => Body::Gaps(gaps::view(desk)),
        PageKind::WhatIf => match what_if::view(desk) {
            Some(view) => Body::WhatIf(Box::new(view)),
            None => Body::Section(SectionView { prose: desk.prose() }),
        },
        PageKind::DataIndex => Body::DataIndex(data::index(desk)),
        PageKind::DataTable(spec) => Body::DataTable(data::view(desk, spec)),
        PageKind::Computed(name) => Body::DataTable(data::computed(desk, name)),
        PageKind::Sources => Body::Sources(reference::sources(desk)),
        PageKind::Glossary => Body::Glossary(glossary::view(desk)),
        PageKind::Handout(id) => Body::Handout(Box::new(sheet::view(desk, id, sheet::HANDOUT))),
        PageKind::Report => Body::Report(report::view(desk)),
        PageKind::Accessibility => Body::Accessibility(accessibility::policy(desk)),
        PageKind::AccessibilityResults => Body::AccessibilityResults(accessibility::results(desk)),
        PageKind::Changes => Body::Changes(Box::new(changes::view(desk))),
        PageKind::ChangedTable(spec) => match &desk.sources.editions.since {
            Some(since) => Body::ChangedTable(Box::new(changes::table(desk, since, spec))),
            None => Body::Section(SectionView { prose: desk.prose() }),
        },
        PageKind::Editions => Body::Editions(editions::view(desk)),
        PageKind::Search => Body::Search(search::view(desk)),
        PageKind::NotFound => Body::NotFound(not_found(desk)),
        PageKind::Moved { to, .. } => Body::Moved(moved::view(desk, to)),
    }
}

/// Any address may be asked for, so its links are absolute or not there.
fn not_found(desk: &Desk<'_>) -> NotFoundView {
    let scribe = &desk.scribe;
    let Some(base) = desk.sources.base_url else {
        return NotFoundView { links: Vec::new(), stylesheet: None };
    };
    let absolute = |label: Label, route: &str| Link {
        label: scribe.say(label),
        href: format!("{base}{}", routes::page_path(route, scribe.language)),
    };
    NotFoundView {
        links: vec![
            absolute(words::HOME, ""),
            absolute(words::AREAS, "areas"),
            absolute(words::DATA, "data"),
        ],
        stylesheet: Some(format!("{base}assets/style.css")),
    }
}
