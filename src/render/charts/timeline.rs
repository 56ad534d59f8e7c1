//! Events in order, down a line: the date, and under it what happened.

use super::ChartWords;
use super::panel::mark;
use super::sheet::{Anchor, LINE, Sheet, WIDTH};
use super::text::{BOLD, wrap};
use crate::plan::view::ChartView;

const LINE_AT: f64 = 8.0;
const LEFT: f64 = 28.0;
const BETWEEN: f64 = 14.0;

/// The dates are the categories; what happened is the text of every series at it.
pub fn draw(chart: &ChartView, words: &ChartWords) -> Sheet {
    let mut sheet = Sheet::new(WIDTH);
    let mut dots = Vec::new();
    for (index, date) in chart.categories.iter().enumerate() {
        sheet.y += if index > 0 { BETWEEN } else { 0.0 };
        dots.push(sheet.y + LINE / 2.0);
        write(&mut sheet, "label date", date, BOLD);
        let events = texts(chart, index);
        for event in &events {
            write(&mut sheet, "label event", event, 1.0);
        }
        if events.is_empty() {
            sheet.missing(LEFT, sheet.y + 2.0, &words.no_data);
            sheet.y += LINE;
        }
    }
    join(&mut sheet, &dots);
    sheet.y += 2.0;
    sheet
}

/// The texts of all series at a place, in order.
pub fn texts(chart: &ChartView, index: usize) -> Vec<String> {
    let series = chart.panels.iter().flat_map(|panel| &panel.series);
    series.filter_map(|series| Some(mark(series, index)?.text.clone())).collect()
}

fn write(sheet: &mut Sheet, class: &str, text: &str, boldness: f64) {
    let lines = wrap(text, (sheet.width - LEFT) / boldness);
    sheet.lines(class, (LEFT, sheet.y), Anchor::Start, &lines);
    sheet.y += LINE * lines.len() as f64;
}

fn join(sheet: &mut Sheet, dots: &[f64]) {
    if let (Some(&first), Some(&last)) = (dots.first(), dots.last()) {
        sheet.line("thread", (LINE_AT, first), (LINE_AT, last));
    }
    for (index, &y) in dots.iter().enumerate() {
        sheet.open_value(0, index);
        sheet.dot("series-1", (LINE_AT, y), 5.5);
        sheet.close();
    }
}
