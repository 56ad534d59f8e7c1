//! Horizontal bars: one for each category, several for each, and panels of them.

use super::ChartWords;
use super::geometry::{self, Bars, Plot};
use super::panel::{Frame, grid, mark, marks, overhang, stack, ticks};
use super::scale::Scale;
use super::sheet::{Anchor, Area, LINE, MISSING, Sheet, WIDTH};
use super::text::{widest_piece, width, wrap_evenly};
use crate::plan::view::{ChartView, Panel};

/// All panels, one under another.
pub fn draw(chart: &ChartView, words: &ChartWords) -> Option<Sheet> {
    let labels = Labels::of(chart);
    let frame = frame(chart, &labels, words);
    stack(frame.width(), chart, words, |sheet, panel| {
        draw_panel(sheet, panel, &labels, frame, words)
    })
}

const BETWEEN_ROWS: f64 = 4.0;
const BEFORE_BAR: f64 = 8.0;
const BEHIND_BAR: f64 = 6.0;
const WIDEST_LABEL: f64 = 212.0;
const SHORTEST_PLOT: f64 = 150.0;
const MOST_LINES: usize = 3;

/// The names of the categories, in lines.
struct Labels {
    lines: Vec<Vec<String>>,
    /// how wide the column to the left of the bars is; 0 if they stand above
    column: f64,
}

impl Labels {
    fn of(chart: &ChartView) -> Self {
        let several = chart.panels.iter().any(|panel| panel.series.len() > 1);
        let beside = Self::within(&chart.categories, WIDEST_LABEL);
        let whole = chart.categories.iter().all(|name| widest_piece(name) <= WIDEST_LABEL);
        let short = beside.lines.iter().all(|lines| lines.len() <= MOST_LINES);
        if !several && whole && short {
            return beside;
        }
        Self { column: 0.0, ..Self::within(&chart.categories, WIDTH) }
    }

    fn within(names: &[String], room: f64) -> Self {
        let lines: Vec<_> = names.iter().map(|name| wrap_evenly(name, room)).collect();
        let column = lines.iter().flatten().map(|line| width(line)).fold(0.0, f64::max);
        Self { lines, column }
    }

    fn stand_above(&self) -> bool {
        self.column == 0.0
    }
}

fn frame(chart: &ChartView, labels: &Labels, words: &ChartWords) -> Frame {
    let categories = labels.lines.len();
    let ends = chart.panels.iter().map(|panel| overhang(sizes(panel, categories)));
    let (before, behind) = ends.fold((0.0_f64, 0.0_f64), |most, (before, behind)| {
        (most.0.max(before), most.1.max(behind))
    });
    let all = chart.panels.iter().flat_map(|panel| marks(panel, categories));
    let longest = all.map(|mark| width(&mark.text)).fold(0.0, f64::max);
    let column = if labels.stand_above() { 0.0 } else { labels.column + BEFORE_BAR };
    let (left, right) = (column.max(before), (BEHIND_BAR + longest + 2.0).max(behind));
    let missing = MISSING + 12.0 + width(&words.no_data) - right;
    let length = (WIDTH - left - right).max(SHORTEST_PLOT).max(missing);
    Frame { left, length, right }
}

fn sizes(panel: &Panel, categories: usize) -> impl Iterator<Item = f64> {
    marks(panel, categories).map(|mark| mark.size.drawn())
}

fn draw_panel(
    sheet: &mut Sheet,
    panel: &Panel,
    labels: &Labels,
    frame: Frame,
    words: &ChartWords,
) -> Option<()> {
    let categories = labels.lines.len();
    let scale = Scale::over(sizes(panel, categories), frame.length);
    let (length, band) = (frame.length, band(panel));
    let plot = Plot { panel, categories, scale: &scale, length, band, stacked: false };
    let bars = geometry::lying(plot)?;
    ticks(sheet, &scale, frame);
    let rows = rows(sheet.y, labels, band);
    let bottom = rows.last().map_or(sheet.y, |row| row.bottom);
    if !labels.stand_above() {
        grid(sheet, &scale, frame, sheet.y, bottom);
    }
    for (category, row) in rows.iter().enumerate() {
        if labels.stand_above() {
            grid(sheet, &scale, frame, row.bars_top + 2.0, row.bottom - 2.0);
        }
        row.label(sheet, labels.stand_above(), frame);
        draw_row(sheet, panel, category, row, &bars, frame, words);
    }
    sheet.y = bottom + 1.0;
    Some(())
}

/// What charts-rs needs for bars of 16: it keeps 5 at both ends and 3 between them.
fn band(panel: &Panel) -> f64 {
    let bars = panel.series.len().max(1) as f64;
    16.0 * bars + 3.0 * (bars - 1.0) + 10.0
}

/// The room of a category.
struct Row<'a> {
    lines: &'a [String],
    label_top: f64,
    bars_top: f64,
    bottom: f64,
}

fn rows(top: f64, labels: &Labels, band: f64) -> Vec<Row<'_>> {
    let mut top = top + BETWEEN_ROWS / 2.0;
    let mut rows = Vec::new();
    for lines in &labels.lines {
        let text = LINE * lines.len() as f64;
        let row = if labels.stand_above() {
            Row { lines, label_top: top, bars_top: top + text, bottom: top + text + band }
        } else {
            let height = f64::max(band, text + BETWEEN_ROWS);
            let middle = top + height / 2.0;
            Row {
                lines,
                label_top: middle - text / 2.0,
                bars_top: middle - band / 2.0,
                bottom: top + height,
            }
        };
        top = row.bottom;
        rows.push(row);
    }
    rows
}

impl Row<'_> {
    fn label(&self, sheet: &mut Sheet, above: bool, frame: Frame) {
        if above {
            sheet.lines("label category", (0.0, self.label_top), Anchor::Start, self.lines);
        } else {
            let x = frame.left - BEFORE_BAR;
            sheet.lines("label category", (x, self.label_top), Anchor::End, self.lines);
        }
    }
}

fn draw_row(
    sheet: &mut Sheet,
    panel: &Panel,
    category: usize,
    row: &Row,
    bars: &Bars,
    frame: Frame,
    words: &ChartWords,
) {
    for (index, series) in panel.series.iter().enumerate() {
        let bar = bars.get(&(index, category));
        sheet.open_value(index, category);
        match mark(series, category).zip(bar) {
            Some((mark, bar)) => {
                let area = Area { x: bar.x + frame.left, y: bar.y + row.bars_top, ..*bar };
                sheet.surface(index, area, area);
                let end = area.x + area.width + BEHIND_BAR;
                let baseline = area.y + area.height / 2.0 + 5.5;
                sheet.text("value", (end, baseline), Anchor::Start, &mark.text);
            }
            None => {
                let top = row.bars_top + 5.0 + 19.0 * index as f64;
                sheet.missing(frame.left + BEHIND_BAR, top, &words.no_data);
            }
        }
        sheet.close();
    }
}
