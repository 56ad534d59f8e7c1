//! The styles and scripts of a kind of page, by their names in the theme.

use crate::plan::terms;
use crate::plan::view::{Block, Body, NoteGroup, TableView};

/// The stylesheets a page needs, in the order they build on each other.
pub fn styles(body: &Body, notes: &[NoteGroup]) -> Vec<&'static str> {
    let mut styles = vec!["style.css"];
    styles.extend(kind_styles(body));
    styles.extend(body.charts().next().map(|_| "charts.css"));
    for script in scripts(body, notes) {
        styles.extend_from_slice(match script {
            "tables.js" => &["tables.css"],
            "what-if.js" => &["calculators.css", "what-if.css"],
            "sharing.js" => &["calculators.css", "sharing.css"],
            _ => &[],
        });
    }
    styles.extend(is_noted(body, notes).then_some("notes.css"));
    styles
}

/// Whether a page has notes on figures, terms in its text, or is what those lead to.
fn is_noted(body: &Body, notes: &[NoteGroup]) -> bool {
    let has_term =
        |block: &Block| matches!(block, Block::Html { html } if html.contains(terms::CLASS));
    let is_led_to = matches!(body, Body::Sources(_) | Body::Glossary(_));
    is_led_to || !notes.is_empty() || body.written().any(has_term)
}

/// What only some kinds of page are set with.
fn kind_styles(body: &Body) -> &'static [&'static str] {
    match body {
        Body::Home(_) | Body::Areas(_) => &["matrix.css"],
        Body::Department(_) => &["matrix.css", "area.css"],
        Body::Area(_) | Body::Gaps(_) => &["area.css"],
        Body::Search(_) => &["search.css"],
        Body::Changes(_) | Body::ChangedTable(_) | Body::Editions(_) => &["changes.css"],
        Body::Handout(_) => &["area.css", "handout.css"],
        Body::Report(_) => &["area.css", "handout.css", "report.css"],
        Body::Criteria(_)
        | Body::Process(_)
        | Body::Funding(_)
        | Body::Discrepancies(_)
        | Body::Sources(_)
        | Body::Glossary(_) => &["reference.css"],
        _ => &[],
    }
}

/// The scripts a page uses, in the order they need each other.
pub fn scripts(body: &Body, notes: &[NoteGroup]) -> Vec<&'static str> {
    let mut scripts = match body {
        Body::Home(_) | Body::Areas(_) => vec!["matrix.js"],
        Body::Search(_) => vec!["search.js"],
        Body::WhatIf(_) => vec!["assessment.js", "form.js", "what-if.js"],
        _ if body.written().any(|block| matches!(block, Block::Sharing(_))) => {
            vec!["shares.js", "form.js", "sharing.js"]
        }
        _ => Vec::new(),
    };
    scripts.extend(body.charts().next().map(|_| "charts.js"));
    // What differs is read side by side, in the order of the documents: nothing to sort or add up.
    let is_worked_with = !matches!(body, Body::Discrepancies(_));
    let works = is_worked_with && body.tables().any(TableView::is_worked_with);
    scripts.extend(works.then_some("tables.js"));
    scripts.extend((!notes.is_empty()).then_some("notes.js"));
    scripts
}
