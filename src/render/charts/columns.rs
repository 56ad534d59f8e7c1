//! Upright columns, for categories with short names.

use super::ChartWords;
use super::geometry::{self, Bars, Plot};
use super::panel::{mark, marks, stack};
use super::scale::Scale;
use super::sheet::{Anchor, Area, LINE, Lining, Sheet, WIDTH, strokes};
use super::text::{widest_piece, width, wrap};
use crate::plan::view::{ChartView, Panel};

const HEIGHT: f64 = 200.0;
const BEFORE_AXIS: f64 = 6.0;
const MOST_LINES: usize = 3;

/// Whether names and values are short enough to stand side by side.
pub fn fit(chart: &ChartView) -> bool {
    let categories = chart.categories.len();
    chart.panels.iter().all(|panel| {
        let band = Upright::of(panel, categories).band;
        let bar = band / panel.series.len().max(1) as f64;
        let names = &chart.categories;
        names.iter().all(|name| widest_piece(name) <= band - 4.0)
            && names.iter().all(|name| wrap(name, band - 4.0).len() <= MOST_LINES)
            && marks(panel, categories).all(|mark| width(&mark.text) <= bar - 2.0)
            && bar >= LINE
    })
}

/// All panels, one under another.
pub fn draw(chart: &ChartView, words: &ChartWords) -> Option<Sheet> {
    stack(WIDTH, chart, words, |sheet, panel| draw_panel(sheet, panel, &chart.categories, words))
}

/// The scale and the room of an upright panel.
struct Upright {
    scale: Scale,
    left: f64,
    band: f64,
}

impl Upright {
    fn of(panel: &Panel, categories: usize) -> Self {
        let values = marks(panel, categories).map(|mark| mark.size.drawn());
        // Numbers above one another need a line each, however long they are.
        let scale = Scale::over(values, f64::MAX);
        let left = scale.widest() + BEFORE_AXIS;
        Self { scale, left, band: (WIDTH - left) / categories.max(1) as f64 }
    }

    fn height_of(&self, share: f64) -> f64 {
        (1.0 - share) * HEIGHT
    }
}

fn draw_panel(
    sheet: &mut Sheet,
    panel: &Panel,
    names: &[String],
    words: &ChartWords,
) -> Option<()> {
    let upright = Upright::of(panel, names.len());
    let plot = Plot {
        panel,
        categories: names.len(),
        scale: &upright.scale,
        length: HEIGHT,
        band: upright.band,
        stacked: false,
    };
    let bars = geometry::standing(plot)?;
    sheet.y += LINE;
    lines_and_ticks(sheet, &upright);
    draw_bars(sheet, panel, names.len(), &bars, &upright, words);
    let zero = sheet.y + upright.height_of(upright.scale.share(0.0));
    sheet.line("axis", (upright.left, zero), (WIDTH, zero));
    sheet.y += HEIGHT + 4.0;
    draw_names(sheet, names, &upright);
    Some(())
}

fn lines_and_ticks(sheet: &mut Sheet, upright: &Upright) {
    sheet.open("grid");
    for tick in &upright.scale.ticks {
        let y = sheet.y + upright.height_of(tick.at);
        sheet.line("rule", (upright.left, y), (WIDTH, y));
    }
    sheet.close();
    sheet.open("ticks");
    for tick in &upright.scale.ticks {
        let y = sheet.y + upright.height_of(tick.at) + 5.5;
        sheet.text("label", (upright.left - BEFORE_AXIS, y), Anchor::End, &tick.text);
    }
    sheet.close();
}

fn draw_bars(
    sheet: &mut Sheet,
    panel: &Panel,
    categories: usize,
    bars: &Bars,
    upright: &Upright,
    words: &ChartWords,
) {
    let bar_band = upright.band / panel.series.len().max(1) as f64;
    for (index, series) in panel.series.iter().enumerate() {
        for category in 0..categories {
            sheet.open_value(index, category);
            match mark(series, category).zip(bars.get(&(index, category))) {
                Some((mark, bar)) => {
                    let area = Area { x: bar.x + upright.left, y: bar.y + sheet.y, ..*bar };
                    sheet.surface(index, area, area);
                    let at = (area.x + area.width / 2.0, area.y - 5.0);
                    sheet.text("value", at, Anchor::Middle, &mark.text);
                }
                None => {
                    let x = upright.left + upright.band * category as f64;
                    missing(sheet, x + bar_band * index as f64, bar_band, &words.no_data);
                }
            }
            sheet.close();
        }
    }
}

/// The word runs upwards: a column is too narrow for it.
fn missing(sheet: &mut Sheet, x: f64, band: f64, word: &str) {
    let wide = (band - 10.0).clamp(8.0, 40.0);
    let middle = x + band / 2.0;
    let foot = sheet.y + HEIGHT;
    let area = Area { x: middle - wide / 2.0, y: foot - 40.0, width: wide, height: 40.0 };
    sheet.open("no-data");
    sheet.rect("empty", area);
    sheet.path("hatch", &strokes(area, Lining::Rising, 6.0));
    sheet.rising_text("label", (middle + 5.5, area.y - 6.0), word);
    sheet.close();
}

fn draw_names(sheet: &mut Sheet, names: &[String], upright: &Upright) {
    let mut most = 1;
    for (category, name) in names.iter().enumerate() {
        let lines = wrap(name, upright.band - 4.0);
        let middle = upright.left + upright.band * (category as f64 + 0.5);
        sheet.lines("label category", (middle, sheet.y), Anchor::Middle, &lines);
        most = most.max(lines.len());
    }
    sheet.y += LINE * most as f64 + 2.0;
}
