//! Horizontal bars with the series one behind the other.

use super::ChartWords;
use super::flow::{Item, Swatch, flow, narrowest};
use super::geometry::{self, Bars, Plot};
use super::panel::{Frame, grid, mark, marks, overhang, stack, ticks};
use super::scale::Scale;
use super::sheet::{Anchor, Area, LINE, Sheet, WIDTH};
use super::text::{width, wrap};
use crate::plan::view::{ChartView, Mark, Panel};

const BAND: f64 = 46.0;
const LINED: f64 = 9.0;
const BETWEEN_ROWS: f64 = 12.0;
const INDENT: f64 = 1.0;

/// All panels, one under another.
pub fn draw(chart: &ChartView, words: &ChartWords) -> Option<Sheet> {
    stack(sheet_width(chart), chart, words, |sheet, panel| {
        draw_panel(sheet, panel, &chart.categories, words)
    })
}

fn sheet_width(chart: &ChartView) -> f64 {
    let all = chart.panels.iter().flat_map(|panel| marks(panel, chart.categories.len()));
    all.map(|mark| narrowest(&mark.text)).fold(WIDTH, f64::max)
}

fn draw_panel(
    sheet: &mut Sheet,
    panel: &Panel,
    names: &[String],
    words: &ChartWords,
) -> Option<()> {
    let reached = || (0..names.len()).flat_map(|category| reach(panel, category));
    let (left, right) = overhang(reached());
    let frame = Frame { left, length: sheet.width - left - right, right };
    let scale = Scale::over(reached(), frame.length);
    let plot = Plot {
        panel,
        categories: names.len(),
        scale: &scale,
        length: frame.length,
        band: BAND,
        stacked: true,
    };
    let bars = geometry::lying(plot)?;
    ticks(sheet, &scale, frame);
    for (category, name) in names.iter().enumerate() {
        let row = Row { panel, category, bars: &bars, scale: &scale, frame };
        row.draw(sheet, name, words);
    }
    Some(())
}

/// How far a stack goes below and above zero.
fn reach(panel: &Panel, category: usize) -> [f64; 2] {
    let values = panel.series.iter().filter_map(|series| mark(series, category));
    values
        .map(|mark| mark.size.drawn())
        .fold([0.0, 0.0], |[below, above], value| [below + value.min(0.0), above + value.max(0.0)])
}

struct Row<'a> {
    panel: &'a Panel,
    category: usize,
    bars: &'a Bars,
    scale: &'a Scale,
    frame: Frame,
}

impl Row<'_> {
    fn draw(&self, sheet: &mut Sheet, name: &str, words: &ChartWords) {
        let lines = wrap(name, sheet.width - INDENT);
        sheet.lines("label category", (INDENT, sheet.y + 4.0), Anchor::Start, &lines);
        sheet.y += LINE * lines.len() as f64 + 2.0;
        grid(sheet, self.scale, self.frame, sheet.y + 2.0, sheet.y + BAND - 2.0);
        let mut outside = Vec::new();
        for (index, series) in self.panel.series.iter().enumerate() {
            let bar = self.bars.get(&(index, self.category));
            let value = match mark(series, self.category).zip(bar) {
                Some((mark, bar)) if self.segment(sheet, index, mark, bar) => continue,
                Some((mark, _)) => (Swatch::Series(index), &mark.text),
                None => (Swatch::Missing, &words.no_data),
            };
            let (swatch, value) = (value.0, value.1.clone());
            let at = matches!(swatch, Swatch::Missing).then_some((index, self.category));
            outside.push(Item { swatch, label: series.label.clone(), value, at });
        }
        sheet.y += BAND - 2.0;
        flow(sheet, INDENT, outside);
        sheet.y += BETWEEN_ROWS;
    }

    /// Draws the segment, and its value if there is room in it.
    fn segment(&self, sheet: &mut Sheet, index: usize, mark: &Mark, bar: &Area) -> bool {
        let area = Area { x: bar.x + self.frame.left, y: bar.y + sheet.y, ..*bar };
        let foot = Area { y: area.y + area.height - LINED, height: LINED, ..area };
        sheet.open_value(index, self.category);
        sheet.surface(index, area, foot);
        let fits = width(&mark.text) + 8.0 <= area.width;
        if fits {
            let at = (area.x + area.width / 2.0, area.y + (area.height - LINED) / 2.0 + 6.0);
            sheet.text(&format!("value on-{}", index % 5 + 1), at, Anchor::Middle, &mark.text);
        }
        sheet.close();
        fits
    }
}
