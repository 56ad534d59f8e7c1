//! The page one searches on.

use super::Desk;
use super::head::section_name;
use crate::plan::search::KINDS;
use crate::plan::view::{SearchKind, SearchView};

/// Lists that lead to most of what can be found.
const WAYS: [&str; 5] = ["areas", "departments", "funding", "glossary", "data"];

pub fn view(desk: &mut Desk<'_>) -> SearchView {
    let prose = desk.prose();
    let link = |route: &str| desk.scribe.link(section_name(desk, route), route);
    let kinds = KINDS.iter();
    SearchView {
        prose,
        index: desk.scribe.to_file(&format!("search/{}/", desk.scribe.language.code())),
        kinds: kinds.map(|(id, label)| SearchKind { id, label: desk.scribe.say(*label) }).collect(),
        ways: WAYS.iter().map(|route| link(route)).collect(),
        glossary: link("glossary"),
    }
}
