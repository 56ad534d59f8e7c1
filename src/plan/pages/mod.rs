//! Which pages there are, and what each of them says.

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
mod home;
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
pub use moved::all as moved;
pub use opening::{FOLDER, opening};

use super::Sources;
use super::computed;
use super::diags;
use super::export::Export;
use super::feed;
use super::notes::notes;
use super::prose::{document, prose};
use super::routes::{self, Routes};
use super::scribe::Scribe;
use super::view::{
    Body, Canonical, Head, Link, NavigationGroup, NavigationLink, NotFoundView, Page, Prose,
    SectionView, SiteView,
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
    Computed(&'static str),
    Sources,
    Glossary,
    Handout(String),
    Report,
    Accessibility,
    AccessibilityResults,
    Changes,
    ChangedTable(&'static TableSpec),
    Editions,
    Search,
    NotFound,
    Review,
    Moved { from: String, to: String },
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
        PageKind::Report,
        PageKind::Accessibility,
        PageKind::AccessibilityResults,
        PageKind::Changes,
        PageKind::Editions,
        PageKind::Search,
        PageKind::NotFound,
    ];
    kinds.extend(sources.reviewed.then_some(PageKind::Review));
    kinds.extend(sources.assessments.example.is_some().then_some(PageKind::WhatIf));
    kinds.extend(ids(&tables::areas::SPEC).map(PageKind::Area));
    kinds.extend(ids(&tables::areas::SPEC).map(PageKind::Handout));
    kinds.extend(ids(&tables::departments::SPEC).map(PageKind::Department));
    kinds.extend(ids(&tables::schemes::SPEC).map(PageKind::Scheme));
    kinds.extend(TABLES.iter().map(|spec| PageKind::DataTable(spec)));
    let changed = sources.editions.since.iter().flat_map(|since| since.pages());
    kinds.extend(changed.map(PageKind::ChangedTable));
    let computed = dataset.set().map(|_| computed::NAMES.map(PageKind::Computed));
    kinds.extend(computed.into_iter().flatten());
    let taken: Vec<String> = kinds.iter().map(PageKind::route).collect();
    let mut written: Vec<String> =
        sources.documents.iter().map(|document| document.route.clone()).collect();
    written.sort();
    written.dedup();
    kinds.extend(written.into_iter().filter(|route| !taken.contains(route)).map(PageKind::Section));
    kinds
}

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

impl PageKind {
    /// Whether what a person writes for it is shown.
    fn shows_prose(&self) -> bool {
        !matches!(
            self,
            Self::Department(_)
                | Self::Scheme(_)
                | Self::DataTable(_)
                | Self::Computed(_)
                | Self::Handout(_)
                | Self::Report
                | Self::AccessibilityResults
                | Self::ChangedTable(_)
                | Self::NotFound
                | Self::Moved { .. }
        )
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
            Self::Computed(name) => format!("data/{name}"),
            Self::Sources => "sources".to_owned(),
            Self::Glossary => "glossary".to_owned(),
            Self::Handout(id) => format!("areas/{id}/handout"),
            Self::Report => routes::REPORT.to_owned(),
            Self::Accessibility => routes::ACCESSIBILITY.to_owned(),
            Self::AccessibilityResults => routes::ACCESSIBILITY_RESULTS.to_owned(),
            Self::Changes => routes::CHANGES.to_owned(),
            Self::ChangedTable(spec) => routes::changed_table(spec.name),
            Self::Editions => routes::EDITIONS.to_owned(),
            Self::Search => routes::SEARCH.to_owned(),
            Self::NotFound => "404".to_owned(),
            Self::Review => routes::REVIEW.to_owned(),
            Self::Moved { from, .. } => from.clone(),
        }
    }

    /// Its name for templates.
    fn name(&self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Section(_) | Self::Review => "section",
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
            Self::DataTable(_) | Self::Computed(_) => "data-table",
            Self::Sources => "sources",
            Self::Glossary => "glossary",
            Self::Handout(_) => "handout",
            Self::Report => "report",
            Self::Accessibility => "accessibility",
            Self::AccessibilityResults => "accessibility-results",
            Self::Changes => "changes",
            Self::ChangedTable(_) => "changed-table",
            Self::Editions => "editions",
            Self::Search => "search",
            Self::NotFound => "not-found",
            Self::Moved { .. } => "moved",
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
            Self::Report => words::REPORT,
            Self::Accessibility => words::ACCESSIBILITY,
            Self::AccessibilityResults => words::ACCESSIBILITY_RESULTS,
            Self::Changes => words::CHANGES,
            Self::ChangedTable(spec) => spec.label,
            Self::Editions => words::EDITIONS,
            Self::Search => words::SEARCH,
            Self::NotFound => words::NOT_FOUND,
            Self::Review => words::REVIEW,
            Self::Moved { .. } => words::MOVED,
            Self::DataTable(spec) => spec.label,
            Self::Computed(computed::STATES) => words::STATES_TABLE,
            Self::Computed(_) => words::RESULTS_TABLE,
            Self::Section(_)
            | Self::Area(_)
            | Self::Handout(_)
            | Self::Department(_)
            | Self::Scheme(_) => Label::new("", ""),
        }
    }
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
    let folder = routes::folder(&route, language);
    let path = match kind {
        PageKind::NotFound => {
            let home = routes::folder("", language);
            format!("{home}404.html")
        }
        _ => format!("{folder}index.html"),
    };
    let head = Head {
        styles: assets::styles(&body, &notes),
        scripts: assets::scripts(&body, &notes),
        ..head(&desk, kind)
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

fn head(desk: &Desk<'_>, kind: &PageKind) -> Head {
    let scribe = &desk.scribe;
    let route = scribe.route;
    let not_found = matches!(kind, PageKind::NotFound);
    let bare = not_found || matches!(kind, PageKind::Moved { .. });
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
            let shown = if let PageKind::Moved { to, .. } = kind { to } else { route };
            canonical(desk, base, shown)
        }),
        breadcrumbs: if bare { Vec::new() } else { breadcrumbs(desk) },
        navigation: if bare { Vec::new() } else { navigation(desk) },
        footer: if bare { Vec::new() } else { footer(desk) },
        styles: Vec::new(),
        scripts: Vec::new(),
        site: SiteView { edition: editions::mark(desk).filter(|_| !not_found), ..site(scribe) },
    }
}

fn canonical(desk: &Desk<'_>, base: &str, route: &str) -> Canonical {
    let at = |language| format!("{base}{}", routes::folder(route, language));
    let has_feed = feed::is_there(desk.sources);
    Canonical {
        here: at(desk.scribe.language),
        ja: at(Language::Ja),
        en: at(Language::En),
        top: base.to_owned(),
        feed: has_feed.then(|| feed::title(desk.sources.dataset, desk.scribe.language)),
    }
}

fn title(desk: &Desk<'_>, kind: &PageKind, language: Language) -> String {
    let scribe = &desk.scribe;
    let named = |spec: &'static TableSpec, id: &str| scribe.named(spec.name, id).0;
    match kind {
        PageKind::Area(id) => named(&tables::areas::SPEC, id),
        PageKind::Handout(id) => sheet::title(desk, id),
        PageKind::ChangedTable(spec) => changes::table_title(desk, spec),
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
        (PageKind::Computed(computed::STATES), _) => scribe.say(words::STATES_ABOUT),
        (PageKind::Computed(_), _) => scribe.say(words::RESULTS_ABOUT),
        (PageKind::Changes | PageKind::ChangedTable(_), _) => scribe.say(words::CHANGES_ABOUT),
        (PageKind::Editions, _) => scribe.say(words::EDITIONS_ABOUT),
        (PageKind::NotFound, _) => scribe.say(words::NOT_FOUND_ABOUT),
        (PageKind::Moved { .. }, _) => scribe.say(words::MOVED_ABOUT),
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

/// The menu the settings name; what nobody wrote is left out.
fn navigation(desk: &Desk<'_>) -> Vec<NavigationGroup> {
    let scribe = &desk.scribe;
    let link = |section: &String| NavigationLink {
        label: section_name(desk, section),
        href: scribe.to(section),
        current: scribe.route == section || scribe.route.starts_with(&format!("{section}/")),
    };
    let groups = scribe.dataset.settings.navigation.iter().map(|group| {
        let known = group.sections.iter().filter(|section| scribe.routes.has_page(section));
        let links: Vec<NavigationLink> = known.map(link).collect();
        let current = links.iter().any(|link| link.current);
        NavigationGroup { label: scribe.note(&group.name), current, links }
    });
    groups.filter(|group| !group.links.is_empty()).collect()
}

fn section_name(desk: &Desk<'_>, route: &str) -> String {
    let built_in = [
        ("areas", words::AREAS),
        ("departments", words::DEPARTMENTS),
        ("funding", words::FUNDING),
        ("criteria", words::CRITERIA),
        ("process", words::PROCESS),
        ("discrepancies", words::DISCREPANCIES),
        ("evidence-gaps", words::GAPS),
        (routes::WHAT_IF, words::WHAT_IF),
        ("data", words::DATA),
        ("sources", words::SOURCES),
        ("glossary", words::GLOSSARY),
        (routes::REPORT, words::REPORT),
        (routes::ACCESSIBILITY, words::ACCESSIBILITY),
        (routes::CHANGES, words::CHANGES),
        (routes::EDITIONS, words::EDITIONS),
    ];
    if let Some(id) = route.strip_prefix("areas/") {
        return desk.scribe.named(tables::areas::SPEC.name, id).0;
    }
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
        edition: None,
    }
}

/// Where a reader looks for what stands behind a page; sections nobody wrote are left out.
fn footer(desk: &Desk<'_>) -> Vec<Link> {
    let sections = [
        "sources",
        "data",
        "discrepancies",
        "glossary",
        "about",
        routes::CHANGES,
        routes::EDITIONS,
        routes::REPORT,
        routes::ACCESSIBILITY,
    ];
    let has_edition = !desk.sources.editions.kept.is_empty();
    let is_telling = |route: &&str| *route != routes::CHANGES || has_edition;
    let known = sections.into_iter().filter(is_telling);
    let known = known.filter(|route| desk.scribe.routes.has_page(route));
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
