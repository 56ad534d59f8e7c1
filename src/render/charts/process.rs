//! Steps in order, from top to bottom so that they can be read on a telephone too.

use super::ChartWords;
use super::sheet::{Anchor, Area, LINE, Sheet, WIDTH, number};
use super::text::{BOLD, width, wrap};
use super::timeline::texts;
use crate::plan::view::ChartView;

const PADDING: f64 = 12.0;
const ARROW: f64 = 30.0;
const WIDEST_TAB: f64 = 130.0;

/// The names of the steps are the categories; what is done in them is the text of every series.
pub fn draw(chart: &ChartView, words: &ChartWords) -> Sheet {
    let mut sheet = Sheet::new(WIDTH);
    let tab = tab(&chart.categories);
    sheet.y = 1.0;
    for (index, name) in chart.categories.iter().enumerate() {
        if index > 0 {
            arrow(&mut sheet);
        }
        step(&mut sheet, name, &texts(chart, index), tab, words);
    }
    sheet.y += 1.0;
    sheet
}

fn tab(names: &[String]) -> f64 {
    let widest = names.iter().map(|name| width(name) * BOLD).fold(0.0, f64::max);
    widest.min(WIDEST_TAB) + 2.0 * PADDING
}

fn step(sheet: &mut Sheet, name: &str, texts: &[String], tab: f64, words: &ChartWords) {
    let names = wrap(name, (tab - 2.0 * PADDING + 0.1) / BOLD);
    let room = sheet.width - 1.0 - tab - 2.0 * PADDING;
    let lines: Vec<String> = texts.iter().flat_map(|text| wrap(text, room)).collect();
    let most = lines.len().max(names.len()).max(1);
    let height = LINE * most as f64 + 2.0 * PADDING;
    let top = sheet.y;
    sheet.rect("step", Area { x: 1.0, y: top, width: sheet.width - 2.0, height });
    sheet.rect("series-1", Area { x: 1.0, y: top, width: tab, height });
    let centred = |count: usize| top + (height - LINE * count as f64) / 2.0;
    let at = (1.0 + tab / 2.0, centred(names.len()));
    sheet.lines("label on-1 strong", at, Anchor::Middle, &names);
    let left = 1.0 + tab + PADDING;
    if lines.is_empty() {
        sheet.missing(left, centred(1) + 2.0, &words.no_data);
    }
    sheet.lines("label", (left, centred(lines.len())), Anchor::Start, &lines);
    sheet.y += height;
}

fn arrow(sheet: &mut Sheet) {
    let middle = sheet.width / 2.0;
    let (top, tip) = (sheet.y + 5.0, sheet.y + ARROW - 5.0);
    sheet.line("thread", (middle, top), (middle, tip - 8.0));
    let [left, right, middle, back, tip] =
        [middle - 7.0, middle + 7.0, middle, tip - 9.0, tip].map(number);
    sheet.path("arrow", &format!("M{left} {back}L{right} {back}L{middle} {tip}Z"));
    sheet.y += ARROW;
}
