//! Charts as inline SVG: charts-rs says how long the bars are, every word and number is ours.
//!
//! The drawing is 480 units wide so that its text can still be read on a telephone; colours,
//! fonts and the dark and printed forms come from the theme's `charts.css`.

mod bars;
mod columns;
mod flow;
mod geometry;
mod panel;
mod process;
mod scale;
mod sheet;
mod stacked;
#[cfg(test)]
mod tests;
mod text;
mod timeline;

use crate::plan::view::{ChartView, Shape};
use sheet::{FONT, Sheet, WIDTH, number};
use text::escape;

/// The words a drawing needs in the page's language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChartWords {
    /// where there is no value: `データなし`
    pub no_data: String,
    /// before the unit of a scale: `単位：`
    pub unit: String,
}

/// A whole `<svg>`, or none where the chart library refuses.
pub fn draw(chart: &ChartView, words: &ChartWords) -> Option<String> {
    let sheet = match chart.shape {
        _ if is_empty(chart) => Some(nothing(words)),
        Shape::Bars | Shape::Grouped | Shape::Bands => bars::draw(chart, words),
        Shape::Columns if columns::fit(chart) => columns::draw(chart, words),
        Shape::Columns => bars::draw(chart, words),
        Shape::Stacked => stacked::draw(chart, words),
        Shape::Timeline => Some(timeline::draw(chart, words)),
        Shape::Process => Some(process::draw(chart, words)),
    }?;
    Some(framed(chart, &sheet))
}

fn is_empty(chart: &ChartView) -> bool {
    chart.categories.is_empty() || chart.panels.iter().all(|panel| panel.series.is_empty())
}

fn nothing(words: &ChartWords) -> Sheet {
    let mut sheet = Sheet::new(WIDTH);
    sheet.missing(0.0, 4.0, &words.no_data);
    sheet.y = 30.0;
    sheet
}

fn framed(chart: &ChartView, sheet: &Sheet) -> String {
    let id = identifier(&chart.id);
    format!(
        "<svg class=\"chart chart-{}\" viewBox=\"0 0 {} {}\" font-size=\"{}\" role=\"img\" \
         aria-labelledby=\"{id}-title {id}-desc\"><title id=\"{id}-title\">{}</title>\
         <desc id=\"{id}-desc\">{}</desc>{}</svg>",
        name(chart.shape),
        number(sheet.width),
        number(sheet.y.ceil()),
        number(FONT),
        escape(&chart.title),
        escape(&chart.description),
        sheet.body,
    )
}

fn name(shape: Shape) -> &'static str {
    match shape {
        Shape::Bars => "bars",
        Shape::Columns => "columns",
        Shape::Stacked => "stacked",
        Shape::Grouped => "grouped",
        Shape::Bands => "bands",
        Shape::Timeline => "timeline",
        Shape::Process => "process",
    }
}

/// White space would make two references of one in `aria-labelledby`.
fn identifier(id: &str) -> String {
    escape(id).split_whitespace().collect::<Vec<_>>().join("-")
}
