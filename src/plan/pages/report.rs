//! The whole report: which pages it is made of, in which order.

use std::collections::BTreeSet;

use super::head::section_name;
use super::{Desk, sheet};
use crate::model::tables::{areas, departments, schemes};
use crate::plan::routes;
use crate::plan::view::{ChapterView, ReportView, SheetGroup};

/// Sections a reader uses and does not read.
const LEFT_OUT: [&str; 2] = ["report", "search"];

/// The sources are the notes of the report: they come last.
const LAST: &str = "sources";

pub fn view(desk: &Desk<'_>) -> ReportView {
    let sections = sections(desk);
    ReportView { chapters: sections.iter().map(|route| chapter(desk, route)).collect() }
}

/// The sections of the navigation, or those every site has.
fn sections(desk: &Desk<'_>) -> Vec<String> {
    let mut all: Vec<String> = desk.scribe.dataset.settings.sections().map(str::to_owned).collect();
    if all.is_empty() {
        all.extend(routes::BUILT_IN.iter().map(|route| (*route).to_owned()));
    }
    let there = |route: &String| !route.is_empty() && desk.scribe.routes.has_page(route);
    all.retain(|route| there(route) && !LEFT_OUT.contains(&route.as_str()));
    // A stable sort: everything else stays in its order.
    all.sort_by_key(|route| route == LAST);
    all
}

fn chapter(desk: &Desk<'_>, route: &str) -> ChapterView {
    ChapterView {
        id: route.replace('/', "-"),
        title: section_name(desk, route),
        path: routes::page_path(route, desk.scribe.language),
        parts: parts(desk, route),
        groups: if route == "areas" { groups(desk) } else { Vec::new() },
    }
}

/// The pages of a section's rows, or what people wrote below it.
fn parts(desk: &Desk<'_>, section: &str) -> Vec<ChapterView> {
    let scribe = &desk.scribe;
    let spec = match section {
        "departments" => &departments::SPEC,
        "funding" => &schemes::SPEC,
        _ => return below(desk, section),
    };
    let rows = scribe.dataset.rows(spec).iter();
    let part = |row: &crate::model::Row| {
        let route = format!("{section}/{}", row.id);
        ChapterView { title: scribe.named(spec.name, &row.id).0, ..chapter(desk, &route) }
    };
    rows.map(part).collect()
}

fn below(desk: &Desk<'_>, section: &str) -> Vec<ChapterView> {
    let inside = format!("{section}/");
    let written = desk.sources.documents.iter().map(|document| document.route.as_str());
    let routes: BTreeSet<&str> = written.filter(|route| route.starts_with(&inside)).collect();
    // An area's own page stands in its sheet.
    let routes = routes.into_iter().filter(|_| section != "areas");
    routes.map(|route| chapter(desk, route)).collect()
}

/// Every area, by department in the order of the map.
fn groups(desk: &Desk<'_>) -> Vec<SheetGroup> {
    let dataset = desk.scribe.dataset;
    let of = |department: &str| {
        let rows = dataset.rows_of(&areas::SPEC, areas::department, department);
        rows.map(|row| sheet::view(desk, &row.id, sheet::WHOLE)).collect::<Vec<_>>()
    };
    let groups = dataset.rows(&departments::SPEC).iter().map(|department| SheetGroup {
        id: format!("areas-of-{}", department.id),
        department: desk.scribe.word(&department.words(departments::name)),
        sheets: of(&department.id),
    });
    groups.filter(|group| !group.sheets.is_empty()).collect()
}
