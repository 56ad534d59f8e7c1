//! The numbers of a chart as a file beside its page, in the page's language.

use crate::plan::attachment::Attachment;
use crate::plan::routes::folder;
use crate::plan::scribe::Scribe;
use crate::plan::view::{CellView, ChartView, Link, Page, RowView, TableView};
use crate::plan::words;
use crate::text::Language;

/// The way to a chart's file; a file of that name that stands there already keeps it.
pub fn link(scribe: &Scribe<'_>, id: &str) -> Link {
    let place = folder(scribe.route, scribe.language);
    let taken = |name: &str| scribe.routes.has_file(&format!("{place}{name}"));
    let mut name = format!("{id}.csv");
    while taken(&name) {
        name.insert_str(id.len(), "-chart");
    }
    Link { label: "CSV".to_owned(), href: name }
}

/// The files of a page's charts.
pub fn files(page: &Page) -> Vec<Attachment> {
    let (place, _) = page.path.rsplit_once("index.html").unwrap_or_default();
    let charts = page.body.charts().filter_map(|chart| Some((chart, chart.file.as_ref()?)));
    charts.map(|(chart, file)| written(chart, format!("{place}{}", file.href), page)).collect()
}

/// The rows of a chart's table as they are shown, numbers without separators; then what there is
/// to know of each, and where it comes from.
fn written(chart: &ChartView, path: String, page: &Page) -> Attachment {
    let language = page.head.language;
    let table = &chart.table;
    let remarked = table.rows.iter().any(|row| !remarks(row, language).is_empty());
    let cited = table.rows.iter().any(|row| row.source.is_some());
    let mut headers: Vec<String> = table.columns.iter().map(|one| one.label.clone()).collect();
    headers.extend(remarked.then(|| words::REMARK.get(language).to_owned()));
    headers.extend(cited.then(|| words::SOURCE.get(language).to_owned()));
    if let Some(first) = headers.first_mut() {
        // So that spreadsheets read the file as UTF-8.
        first.insert(0, '\u{feff}');
    }
    let mut numeric: Vec<bool> = table.columns.iter().map(|one| one.numeric).collect();
    numeric.resize(headers.len(), false);
    let row = |row: &RowView| {
        let mut cells: Vec<String> = row.cells.iter().map(plain).collect();
        cells.extend(remarked.then(|| remarks(row, language)));
        cells.extend(cited.then(|| citation(row, table)));
        cells
    };
    Attachment { path, headers, rows: table.rows.iter().map(row).collect(), numeric }
}

/// Numbers without what only makes them easier to read.
fn plain(cell: &CellView) -> String {
    match cell.figure {
        true => cell.text.replace(',', ""),
        false => cell.text.clone(),
    }
}

fn remarks(row: &RowView, language: Language) -> String {
    let all = row.cells.iter().flat_map(|cell| cell.doubt.iter().chain(&cell.note));
    let all: Vec<&str> = all.map(String::as_str).collect();
    all.join(words::sentence(language, "。".to_owned(), ". ".to_owned()).as_str())
}

/// A line of a document says little away from the page: the passage stands before it.
fn citation(row: &RowView, table: &TableView) -> String {
    let Some(source) = &row.source else { return String::new() };
    match table.sources.iter().find(|one| one.href == source.href && one.label != source.label) {
        Some(passage) => format!("{} {}", passage.label, source.label),
        None => source.label.clone(),
    }
}
