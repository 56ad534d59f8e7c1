//! What stands around every page: its title and description, the ways from it, whose site it is.

use super::{Desk, PageKind, changes, editions, sheet};
use crate::model::TableSpec;
use crate::model::tables;
use crate::plan::prose::document;
use crate::plan::scribe::Scribe;
use crate::plan::view::{Canonical, Head, Link, NavigationGroup, NavigationLink, SiteView};
use crate::plan::{computed, feed, routes, words};
use crate::text::{Label, Language};

/// The head of a page, less what its parts need to be drawn.
pub fn head(desk: &Desk<'_>, kind: &PageKind) -> Head {
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

/// What a section is called.
pub fn section_name(desk: &Desk<'_>, route: &str) -> String {
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
pub fn contact(scribe: &Scribe<'_>) -> Option<String> {
    let contact = &scribe.dataset.settings.contact;
    let name = scribe.note(&contact.name)?;
    Some(match &contact.address {
        Some(address) => scribe.with_unit(name, address),
        None => name,
    })
}
