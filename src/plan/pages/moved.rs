//! Former places of pages: each leads to where the page stands now.

use std::collections::BTreeMap;

use super::super::view::{Link, MovedView};
use super::super::{Sources, diags};
use super::head::section_name;
use super::{Desk, PageKind};
use crate::diag::{Checked, Diagnostic};
use crate::model::Moved;
use crate::model::tables::{self, areas, departments, schemes};
use crate::plan::routes::Routes;

/// The pages that stand at former places; what cannot lead on is told.
pub fn all(sources: &Sources<'_>, routes: &Routes) -> Checked<Vec<PageKind>> {
    let mut notes = Vec::new();
    let mut kinds = Vec::new();
    let all = &sources.dataset.settings.moved;
    let mut seen: BTreeMap<String, &Moved> = BTreeMap::new();
    for moved in all {
        let first = *seen.entry(moved.from.to_lowercase()).or_insert(moved);
        match fault(moved, first, all, routes) {
            Some(note) => notes.push(note),
            None => kinds.push(PageKind::Moved { from: moved.from.clone(), to: moved.to.clone() }),
        }
    }
    Checked { value: kinds, notes }
}

/// What keeps a page from standing there, or from leading on.
fn fault(moved: &Moved, first: &Moved, all: &[Moved], routes: &Routes) -> Option<Diagnostic> {
    let Moved { from, to, from_place, to_place } = moved;
    let folded = from.to_lowercase();
    if let Some(page) = routes.pages().find(|page| page.to_lowercase() == folded) {
        return Some(diags::moved_taken(from_place.clone(), page));
    }
    if first.from_place != moved.from_place {
        return Some(diags::moved_twice(from_place.clone(), from, &first.to));
    }
    if routes.has_page(to) {
        return None;
    }
    if routes.is_withheld(to) {
        return Some(diags::link_to_draft(to_place.clone(), to));
    }
    let pages = routes.pages().filter(|page| !page.is_empty());
    Some(match next(all, to) {
        None => diags::moved_unknown(to_place.clone(), to, pages),
        Some(_) => match end(all, to, routes) {
            Some(end) => diags::moved_on(to_place.clone(), to, end),
            None => diags::moved_nowhere(to_place.clone(), to),
        },
    })
}

fn next<'a>(all: &'a [Moved], route: &str) -> Option<&'a str> {
    all.iter().find(|one| one.from == route).map(|one| one.to.as_str())
}

/// The page a chain of moves ends at; none where it goes round, or ends at no page.
fn end<'a>(all: &'a [Moved], route: &'a str, routes: &Routes) -> Option<&'a str> {
    let mut here = route;
    for _ in all {
        match next(all, here) {
            Some(further) if !routes.has_page(here) => here = further,
            _ => break,
        }
    }
    routes.has_page(here).then_some(here)
}

/// Where the page stands now, by its title.
pub fn view(desk: &Desk<'_>, to: &str) -> MovedView {
    let scribe = &desk.scribe;
    let rows = [
        ("areas", areas::SPEC.name),
        ("departments", departments::SPEC.name),
        ("funding", schemes::SPEC.name),
    ];
    let named = to.split_once('/').and_then(|(section, id)| {
        let (_, table) = rows.iter().find(|(one, _)| *one == section)?;
        scribe.dataset.row(table, id)?;
        Some(scribe.named(table, id).0)
    });
    let table = || {
        let spec = tables::named(to.strip_prefix("data/")?)?;
        Some(scribe.say(spec.label))
    };
    let label = named.or_else(table).unwrap_or_else(|| section_name(desk, to));
    let label = if label.is_empty() { to.to_owned() } else { label };
    MovedView { link: Link { label, href: scribe.to(to) } }
}
