//! Pages to bytes: templates, drawings, downloads.
//!
//! Nothing here knows the model. A page has everything it says; a theme only sets it.

pub mod charts;
mod diags;
pub mod explanation;
mod files;
mod theme;
mod tongues;

pub use files::{attachments, downloads, sitemap};
pub use theme::{Theme, theme};

use std::collections::BTreeMap;

use crate::diag::Checked;
use crate::plan::Page;
use crate::plan::view::{Block, Body, ChartView, Prose};
use charts::ChartWords;

/// One page as HTML; without its bytes where the template cannot be used.
pub fn page(theme: &Theme, page: &Page) -> Checked<Option<String>> {
    let mut notes = Vec::new();
    let words = chart_words(theme, page);
    let mut drawings = BTreeMap::new();
    for chart in charts_of(&page.body) {
        match charts::draw(chart, &words) {
            Some(drawing) => {
                drawings.insert(chart.id.clone(), drawing);
            }
            None => notes.push(diags::chart_refused(&page.path, &chart.id)),
        }
    }
    drawings.extend(data(&page.body));
    let html = theme.render(page, &drawings).note(&mut notes);
    Checked { value: html, notes }
}

/// What the page's scripts read, by the id of its element, as JSON that may stand in markup.
fn data(body: &Body) -> BTreeMap<String, String> {
    let own = match body {
        Body::WhatIf(view) => Some(&view.data),
        _ => None,
    };
    let blocks =
        prose_of(body).into_iter().flat_map(|prose| prose.blocks.iter().chain(&prose.after));
    let of_blocks = blocks.filter_map(|block| match block {
        Block::Sharing(sharing) => Some(&sharing.data),
        _ => None,
    });
    // Texts and lists always have a JSON form; `<` could end the element.
    let json = |data| serde_json::to_string(data).unwrap_or_default().replace('<', "\\u003c");
    own.into_iter().chain(of_blocks).flatten().map(|(id, data)| (id.clone(), json(data))).collect()
}

fn chart_words(theme: &Theme, page: &Page) -> ChartWords {
    ChartWords {
        no_data: theme.string(page.head.language, "no_data"),
        unit: theme.string(page.head.language, "unit"),
    }
}

/// Every chart of a page.
fn charts_of(body: &Body) -> Vec<&ChartView> {
    let mut charts: Vec<&ChartView> = prose_of(body)
        .into_iter()
        .flat_map(|prose| prose.blocks.iter().chain(&prose.after))
        .filter_map(|block| match block {
            Block::Chart(chart) => Some(&**chart),
            _ => None,
        })
        .collect();
    if let Body::Process(process) = body {
        charts.push(&process.chart);
    }
    charts
}

/// What a person wrote for a page.
fn prose_of(body: &Body) -> Option<&Prose> {
    match body {
        Body::Home(view) => Some(&view.prose),
        Body::Section(view) => Some(&view.prose),
        Body::Areas(view) => Some(&view.prose),
        Body::Area(view) => view.prose.as_ref(),
        Body::Departments(view) => Some(&view.prose),
        Body::Funding(view) => Some(&view.prose),
        Body::Criteria(view) => Some(&view.prose),
        Body::Process(view) => Some(&view.prose),
        Body::Discrepancies(view) => Some(&view.prose),
        Body::DataIndex(view) => Some(&view.prose),
        Body::Gaps(view) => Some(&view.prose),
        Body::WhatIf(view) => Some(&view.prose),
        Body::Sources(view) => Some(&view.prose),
        Body::Glossary(view) => Some(&view.prose),
        Body::Department(_) | Body::Scheme(_) | Body::DataTable(_) | Body::NotFound(_) => None,
    }
}
