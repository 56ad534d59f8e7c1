//! Which pages there are, and what each of them says.

mod area;
mod areas;
mod criteria;
mod data;
mod departments;
mod discrepancies;
mod funding;
mod gaps;
mod home;
mod matrix;
mod quotes;
mod reference;
mod what_if;

use super::Sources;
use super::diags;
use super::export::Export;
use super::prose::{document, prose};
use super::routes::{self, Routes};
use super::scribe::Scribe;
use super::view::{
    Block, Body, Canonical, Head, Link, NavigationLink, NotFoundView, Page, Prose, SectionView,
    SiteView,
};
use super::words;
use crate::diag::{Checked, Diagnostic};
use crate::model::TableSpec;
use crate::model::tables::{self, TABLES};
use crate::text::{Label, Language};

/// A page before it has a language.
pub enum PageKind {
    Home,
    Section(String),
    Areas,
    Area(String),
    Departments,
    Department(String),
    Funding,
    Scheme(String),
    Criteria,
    Process,
    Discrepancies,
    Gaps,
    WhatIf,
    DataIndex,
    DataTable(&'static TableSpec),
    Sources,
    Glossary,
    NotFound,
}

/// Every page there is.
pub fn all(sources: &Sources<'_>) -> Vec<PageKind> {
    let dataset = sources.dataset;
    let ids = |spec| dataset.rows(spec).iter().map(|row| row.id.clone());
    let mut kinds = vec![
        PageKind::Home,
        PageKind::Areas,
        PageKind::Departments,
        PageKind::Funding,
        PageKind::Criteria,
        PageKind::Process,
        PageKind::Discrepancies,
        PageKind::Gaps,
        PageKind::DataIndex,
        PageKind::Sources,
        PageKind::Glossary,
        PageKind::NotFound,
    ];
    kinds.extend(sources.assessments.example.is_some().then_some(PageKind::WhatIf));
    kinds.extend(ids(&tables::areas::SPEC).map(PageKind::Area));
    kinds.extend(ids(&tables::departments::SPEC).map(PageKind::Department));
    kinds.extend(ids(&tables::schemes::SPEC).map(PageKind::Scheme));
    kinds.extend(TABLES.iter().map(|spec| PageKind::DataTable(spec)));
    let taken: Vec<String> = kinds.iter().map(PageKind::route).collect();
    let mut written: Vec<String> =
        sources.documents.iter().map(|document| document.route.clone()).collect();
    written.sort();
    written.dedup();
    kinds.extend(written.into_iter().filter(|route| !taken.contains(route)).map(PageKind::Section));
    kinds
}

/// Written pages in a place where no text is shown.
pub fn unshown(sources: &Sources<'_>, kinds: &[PageKind]) -> Vec<Diagnostic> {
    let silent: Vec<String> =
        kinds.iter().filter(|kind| !kind.shows_prose()).map(PageKind::route).collect();
    let unshown = sources.documents.iter().filter(|one| silent.contains(&one.route));
    unshown.map(|one| diags::page_unshown(&one.path)).collect()
}

impl PageKind {
    /// Whether what a person writes for it is shown.
    fn shows_prose(&self) -> bool {
        !matches!(self, Self::Department(_) | Self::Scheme(_) | Self::DataTable(_) | Self::NotFound)
    }

    /// Where it stands.
    pub fn route(&self) -> String {
        match self {
            Self::Home => String::new(),
            Self::Section(route) => route.clone(),
            Self::Areas => "areas".to_owned(),
            Self::Area(id) => format!("areas/{id}"),
            Self::Departments => "departments".to_owned(),
            Self::Department(id) => format!("departments/{id}"),
            Self::Funding => "funding".to_owned(),
            Self::Scheme(id) => format!("funding/{id}"),
            Self::Criteria => "criteria".to_owned(),
            Self::Process => "process".to_owned(),
            Self::Discrepancies => "discrepancies".to_owned(),
            Self::Gaps => "evidence-gaps".to_owned(),
            Self::WhatIf => routes::WHAT_IF.to_owned(),
            Self::DataIndex => "data".to_owned(),
            Self::DataTable(spec) => format!("data/{}", spec.name),
            Self::Sources => "sources".to_owned(),
            Self::Glossary => "glossary".to_owned(),
            Self::NotFound => "404".to_owned(),
        }
    }

    /// Its name for templates.
    fn name(&self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Section(_) => "section",
            Self::Areas => "areas",
            Self::Area(_) => "area",
            Self::Departments => "departments",
            Self::Department(_) => "department",
            Self::Funding => "funding",
            Self::Scheme(_) => "scheme",
            Self::Criteria => "criteria",
            Self::Process => "process",
            Self::Discrepancies => "discrepancies",
            Self::Gaps => "evidence-gaps",
            Self::WhatIf => "what-if",
            Self::DataIndex => "data-index",
            Self::DataTable(_) => "data-table",
            Self::Sources => "sources",
            Self::Glossary => "glossary",
            Self::NotFound => "not-found",
        }
    }

    /// Its title where nobody wrote one.
    fn title(&self) -> Label {
        match self {
            Self::Home => words::HOME,
            Self::Areas => words::AREAS,
            Self::Departments => words::DEPARTMENTS,
            Self::Funding => words::FUNDING,
            Self::Criteria => words::CRITERIA,
            Self::Process => words::PROCESS,
            Self::Discrepancies => words::DISCREPANCIES,
            Self::Gaps => words::GAPS,
            Self::WhatIf => words::WHAT_IF,
            Self::DataIndex => words::DATA,
            Self::Sources => words::SOURCES,
            Self::Glossary => words::GLOSSARY,
            Self::NotFound => words::NOT_FOUND,
            Self::DataTable(spec) => spec.label,
            Self::Section(_) | Self::Area(_) | Self::Department(_) | Self::Scheme(_) => {
                Label::new("", "")
            }
        }
    }
}

/// Who writes a page, and what they tell on the way.
pub struct Desk<'a> {
    /// what the site is planned from
    pub sources: &'a Sources<'a>,
    /// the writer
    pub scribe: Scribe<'a>,
    /// the tables that were computed, to be counted
    pub computed: &'a [Export],
    /// what there is to tell
    pub notes: Vec<Diagnostic>,
}

impl Desk<'_> {
    /// What a person wrote for this page.
    pub fn prose(&mut self) -> Prose {
        prose(self.sources, &self.scribe, self.scribe.route).note(&mut self.notes)
    }
}

/// One page in one language.
pub fn page(
    sources: &Sources<'_>,
    routes: &Routes,
    computed: &[Export],
    kind: &PageKind,
    language: Language,
) -> Checked<Page> {
    let route = kind.route();
    let scribe = Scribe { dataset: sources.dataset, routes, language, route: &route };
    let mut desk = Desk { sources, scribe, computed, notes: Vec::new() };
    let body = body(&mut desk, kind);
    let folder = routes::folder(&route, language);
    let path = match kind {
        PageKind::NotFound => {
            let home = routes::folder("", language);
            format!("{home}404.html")
        }
        _ => format!("{folder}index.html"),
    };
    let head = Head { scripts: scripts(&body), ..head(&desk, kind) };
    let page = Page { path, head, kind: kind.name(), body };
    Checked { value: page, notes: desk.notes }
}

fn body(desk: &mut Desk<'_>, kind: &PageKind) -> Body {
    match kind {
        PageKind::Home => Body::Home(home::view(desk)),
        PageKind::Section(_) => Body::Section(SectionView { prose: desk.prose() }),
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
        PageKind::Sources => Body::Sources(reference::sources(desk)),
        PageKind::Glossary => Body::Glossary(reference::glossary(desk)),
        PageKind::NotFound => Body::NotFound(not_found(desk)),
    }
}

/// The scripts a page uses, in the order they need each other.
fn scripts(body: &Body) -> Vec<&'static str> {
    let prose = match body {
        Body::Section(view) => Some(&view.prose),
        _ => None,
    };
    let blocks = prose.into_iter().flat_map(|prose| prose.blocks.iter().chain(&prose.after));
    match body {
        Body::Home(_) | Body::Areas(_) => vec!["matrix.js"],
        Body::WhatIf(_) => vec!["assessment.js", "form.js", "what-if.js"],
        _ if blocks.into_iter().any(|block| matches!(block, Block::Sharing(_))) => {
            vec!["assessment.js", "form.js", "sharing.js"]
        }
        _ => Vec::new(),
    }
}

fn head(desk: &Desk<'_>, kind: &PageKind) -> Head {
    let scribe = &desk.scribe;
    let route = scribe.route;
    let not_found = matches!(kind, PageKind::NotFound);
    let other = scribe.language.other();
    Head {
        language: scribe.language,
        title: title(desk, kind, scribe.language),
        description: description(desk, kind),
        root: routes::root(if not_found { "" } else { route }, scribe.language),
        home: scribe.to("").trim_end_matches("index.html").to_owned(),
        alternate: (!not_found).then(|| Link {
            label: match other {
                Language::Ja => "日本語".to_owned(),
                Language::En => "English".to_owned(),
            },
            href: routes::across(route, scribe.language, route, other),
        }),
        canonical: desk.sources.base_url.filter(|_| !not_found).map(|base| {
            let at = |language| format!("{base}{}", routes::folder(route, language));
            Canonical { here: at(scribe.language), ja: at(Language::Ja), en: at(Language::En) }
        }),
        breadcrumbs: if not_found { Vec::new() } else { breadcrumbs(desk) },
        navigation: if not_found { Vec::new() } else { navigation(desk) },
        footer: if not_found { Vec::new() } else { footer(desk) },
        scripts: Vec::new(),
        site: site(scribe),
    }
}

fn title(desk: &Desk<'_>, kind: &PageKind, language: Language) -> String {
    let scribe = &desk.scribe;
    let named = |spec: &'static TableSpec, id: &str| scribe.named(spec.name, id).0;
    match kind {
        PageKind::Area(id) => named(&tables::areas::SPEC, id),
        PageKind::Department(id) => named(&tables::departments::SPEC, id),
        PageKind::Scheme(id) => named(&tables::schemes::SPEC, id),
        _ => section_title(desk, scribe.route, kind.title(), language),
    }
}

/// The title somebody wrote for a page, or the one it has anyway.
fn section_title(desk: &Desk<'_>, route: &str, otherwise: Label, language: Language) -> String {
    match document(desk.sources, route, language) {
        Some(document) if !document.front.title.is_empty() => document.front.title.clone(),
        _ => otherwise.get(language).to_owned(),
    }
}

fn description(desk: &Desk<'_>, kind: &PageKind) -> String {
    let scribe = &desk.scribe;
    let written = document(desk.sources, scribe.route, scribe.language);
    match (kind, written) {
        (_, Some(document)) if !document.front.description.is_empty() => {
            document.front.description.clone()
        }
        (PageKind::DataTable(spec), _) => scribe.say(spec.about),
        (PageKind::NotFound, _) => scribe.say(words::NOT_FOUND_ABOUT),
        _ => scribe.word(&scribe.dataset.settings.description),
    }
}

/// The way here, from the first page to the one above.
fn breadcrumbs(desk: &Desk<'_>) -> Vec<Link> {
    let route = desk.scribe.route;
    let mut links = Vec::new();
    if !route.is_empty() {
        links.push(desk.scribe.link(desk.scribe.say(words::HOME), ""));
    }
    for (at, _) in route.match_indices('/') {
        let above = route.get(..at).unwrap_or("");
        if desk.scribe.routes.has_page(above) {
            links.push(desk.scribe.link(section_name(desk, above), above));
        }
    }
    links
}

/// The sections the settings name, in their order.
fn navigation(desk: &Desk<'_>) -> Vec<NavigationLink> {
    let scribe = &desk.scribe;
    let sections = scribe.dataset.settings.navigation.iter();
    let known = sections.filter(|section| scribe.routes.has_page(section));
    known
        .map(|section| NavigationLink {
            label: section_name(desk, section),
            href: scribe.to(section),
            current: scribe.route == section || scribe.route.starts_with(&format!("{section}/")),
        })
        .collect()
}

fn section_name(desk: &Desk<'_>, route: &str) -> String {
    let built_in = [
        ("areas", words::AREAS),
        ("departments", words::DEPARTMENTS),
        ("funding", words::FUNDING),
        ("criteria", words::CRITERIA),
        ("process", words::PROCESS),
        ("discrepancies", words::DISCREPANCIES),
        ("data", words::DATA),
        ("sources", words::SOURCES),
        ("glossary", words::GLOSSARY),
    ];
    let label = built_in.iter().find(|(name, _)| *name == route).map(|(_, label)| *label);
    section_title(desk, route, label.unwrap_or(Label::new("", "")), desk.scribe.language)
}

fn site(scribe: &Scribe<'_>) -> SiteView {
    let settings = &scribe.dataset.settings;
    SiteView {
        title: scribe.word(&settings.title),
        publisher: scribe.word(&settings.publisher),
        disclaimer: scribe.word(&settings.disclaimer),
        as_of: settings.as_of.map(|date| date.shown(scribe.language)),
        contact: contact(scribe),
        licence: licence(scribe),
        licence_annex: scribe.note(&settings.licence_annex),
    }
}

/// Where a reader looks for what stands behind a page; sections nobody wrote are left out.
fn footer(desk: &Desk<'_>) -> Vec<Link> {
    let sections = ["sources", "data", "discrepancies", "glossary", "about"];
    let known = sections.into_iter().filter(|route| desk.scribe.routes.has_page(route));
    known.map(|route| desk.scribe.link(section_name(desk, route), route)).collect()
}

/// The page and place where the licence is told.
const LICENCE: (&str, &str) = ("about", "licence");

fn licence(scribe: &Scribe<'_>) -> Option<Link> {
    let (route, anchor) = LICENCE;
    scribe
        .routes
        .has_anchor(route, anchor)
        .then(|| Link { label: scribe.say(words::LICENCE), href: scribe.to_anchor(route, anchor) })
}

/// Whom to write to, with the address where there is one.
fn contact(scribe: &Scribe<'_>) -> Option<String> {
    let contact = &scribe.dataset.settings.contact;
    let name = scribe.note(&contact.name)?;
    Some(match &contact.address {
        Some(address) => scribe.with_unit(name, address),
        None => name,
    })
}

/// Any address may be asked for, so its links are absolute or not there.
fn not_found(desk: &Desk<'_>) -> NotFoundView {
    let scribe = &desk.scribe;
    let Some(base) = desk.sources.base_url else {
        return NotFoundView { links: Vec::new(), stylesheet: None };
    };
    let absolute = |label: Label, route: &str| Link {
        label: scribe.say(label),
        href: format!("{base}{}index.html", routes::folder(route, scribe.language)),
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
