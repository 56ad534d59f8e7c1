//! What all panels with a scale have: a heading, a legend, ticks and lines.

use super::ChartWords;
use super::flow::{Item, Swatch, flow};
use super::scale::Scale;
use super::sheet::{Anchor, BASELINE, LINE, Sheet, WIDTH};
use super::text::{BOLD, width, wrap};
use crate::plan::view::{ChartView, Mark, Panel, Series};

/// Where the bars of a panel lie on the sheet.
#[derive(Clone, Copy)]
pub struct Frame {
    /// where they begin
    pub left: f64,
    /// how long the longest may be
    pub length: f64,
    /// for the value behind the longest
    pub right: f64,
}

impl Frame {
    /// The whole width.
    pub fn width(self) -> f64 {
        self.left + self.length + self.right
    }
}

/// How much room the numbers of a scale take beyond its ends, left and right.
pub fn overhang(values: impl IntoIterator<Item = f64>) -> (f64, f64) {
    // With more room there are more ticks, and never narrower ones.
    let scale = Scale::over(values, WIDTH);
    let half = scale.widest() / 2.0 + 1.0;
    (if scale.low < 0.0 { half } else { 1.0 }, half)
}

/// The value of a series at a category.
pub fn mark(series: &Series, category: usize) -> Option<&Mark> {
    series.values.get(category)?.as_ref()
}

/// All values of a panel that are drawn.
pub fn marks(panel: &Panel, categories: usize) -> impl Iterator<Item = &Mark> {
    panel
        .series
        .iter()
        .flat_map(move |series| (0..categories).filter_map(|category| mark(series, category)))
}

/// All panels of a chart, one under another, each under its heading and legend.
pub fn stack(
    wide: f64,
    chart: &ChartView,
    words: &ChartWords,
    draw: impl Fn(&mut Sheet, &Panel) -> Option<()>,
) -> Option<Sheet> {
    let mut sheet = Sheet::new(wide);
    for (index, panel) in chart.panels.iter().enumerate() {
        sheet.y += if index > 0 { BETWEEN_PANELS } else { 0.0 };
        sheet.open_panel(&panel.unit);
        heading(&mut sheet, chart, panel, words);
        legend(&mut sheet, panel);
        draw(&mut sheet, panel)?;
        sheet.close();
    }
    Some(sheet)
}

const BETWEEN_PANELS: f64 = 24.0;

/// What is measured; and in what, where the chart's title cannot say it for all panels.
fn heading(sheet: &mut Sheet, chart: &ChartView, panel: &Panel, words: &ChartWords) {
    let title = panel.title.as_deref().unwrap_or_default();
    let lines = wrap(title, sheet.width / BOLD);
    sheet.lines("panel-title", (0.0, sheet.y), Anchor::Start, &lines);
    sheet.y += LINE * lines.len() as f64;
    if chart.panels.len() > 1 && !panel.unit.is_empty() {
        let unit = wrap(&format!("{}{}", words.unit, panel.unit), sheet.width);
        sheet.lines("unit", (0.0, sheet.y), Anchor::Start, &unit);
        sheet.y += LINE * unit.len() as f64;
    }
}

/// The names of the series, where there are several.
fn legend(sheet: &mut Sheet, panel: &Panel) {
    if panel.series.len() < 2 {
        return;
    }
    let names = panel.series.iter().enumerate().map(|(index, series)| Item {
        swatch: Swatch::Series(index),
        label: series.label.clone(),
        value: String::new(),
        at: None,
    });
    sheet.open("legend");
    flow(sheet, 0.0, names.collect());
    sheet.close();
    sheet.y += 6.0;
}

/// The numbers of a horizontal scale, in a line of their own.
pub fn ticks(sheet: &mut Sheet, scale: &Scale, frame: Frame) {
    sheet.open("ticks");
    for tick in &scale.ticks {
        let half = width(&tick.text) / 2.0;
        let x = (frame.left + tick.at * frame.length).clamp(half, (sheet.width - half).max(half));
        sheet.text("label", (x, sheet.y + BASELINE), Anchor::Middle, &tick.text);
    }
    sheet.close();
    sheet.y += LINE;
}

/// The lines of a horizontal scale behind some bars, and the one that the bars begin at.
pub fn grid(sheet: &mut Sheet, scale: &Scale, frame: Frame, top: f64, bottom: f64) {
    sheet.open("grid");
    for tick in &scale.ticks {
        let x = frame.left + tick.at * frame.length;
        sheet.line("rule", (x, top), (x, bottom));
    }
    let zero = frame.left + scale.share(0.0) * frame.length;
    sheet.line("axis", (zero, top), (zero, bottom));
    sheet.close();
}
