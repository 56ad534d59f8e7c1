//! Pages to bytes: templates, drawings, downloads.
//!
//! Nothing here knows the model. A page has everything it says; a theme only sets it.

pub mod charts;
pub mod comparison;
mod diags;
mod entry;
pub mod explanation;
mod files;
mod links;
mod report;
mod search;
mod theme;
mod tongues;
mod unused;
mod web;
mod workbook;

pub use entry::entry_workbook;
pub use files::{attachments, downloads, json, sitemap};
pub use links::{Links, links};
pub use report::report;
pub use search::search;
pub use theme::{Theme, theme};
pub use web::{feed, robots};

use std::collections::BTreeMap;

use crate::diag::Checked;
use crate::plan::Page;
use crate::plan::view::{Block, Body};
use charts::ChartWords;

/// One page as HTML; without its bytes where the template cannot be used.
pub fn page(theme: &Theme, page: &Page) -> Checked<Option<String>> {
    let mut notes = Vec::new();
    let words = chart_words(theme, page);
    let mut drawings = BTreeMap::new();
    for chart in page.body.charts() {
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
    let of_blocks = body.written().filter_map(|block| match block {
        Block::Sharing(sharing) => Some(&sharing.data),
        _ => None,
    });
    // Texts and lists always have a JSON form; `<` could end the element.
    let json = |data: String| data.replace('<', "\\u003c");
    let of_tables = match body {
        Body::DataIndex(view) => Some(&view.metadata),
        Body::DataTable(view) => Some(&view.metadata),
        _ => None,
    };
    let metadata = of_tables.map(|data| (METADATA.to_owned(), serde_json::to_string(data)));
    let data = own.into_iter().chain(of_blocks).flatten();
    let data = data.map(|(id, data)| (id.clone(), serde_json::to_string(data)));
    data.chain(metadata).map(|(id, data)| (id, json(data.unwrap_or_default()))).collect()
}

/// What search engines read of a page, by the name templates know.
const METADATA: &str = "metadata";

fn chart_words(theme: &Theme, page: &Page) -> ChartWords {
    ChartWords {
        no_data: theme.string(page.head.language, "no_data"),
        unit: theme.string(page.head.language, "unit"),
    }
}
