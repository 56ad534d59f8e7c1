//! Names and values set one behind the other like words, each with its swatch.

use super::sheet::{Anchor, Area, BASELINE, LINE, Lining, Sheet, strokes};
use super::text::{width, wrap};

/// A name, its value and the surface it is drawn with.
pub struct Item {
    /// the surface
    pub swatch: Swatch,
    /// the name
    pub label: String,
    /// the value, or nothing
    pub value: String,
    /// the series and category it is all that is drawn of
    pub at: Option<(usize, usize)>,
}

/// The surface of a series, or of a value that is missing.
#[derive(Clone, Copy)]
pub enum Swatch {
    /// by its place
    Series(usize),
    /// hatched
    Missing,
}

const SWATCH: f64 = 20.0;
const APART: f64 = 18.0;
const BEFORE_VALUE: f64 = 6.0;

/// Sets the items from `left` to the sheet's right edge, in as many lines as they need.
pub fn flow(sheet: &mut Sheet, left: f64, items: Vec<Item>) {
    let room = sheet.width - left;
    let mut x = left;
    let mut lines_above = 0.0;
    for item in items {
        let set = item.set(room);
        if x > left && x + set.width > sheet.width {
            sheet.y += LINE * lines_above;
            (x, lines_above) = (left, 0.0);
        }
        set.draw(sheet, x);
        x += set.width + APART;
        lines_above = f64::max(lines_above, set.lines.len() as f64);
    }
    sheet.y += LINE * lines_above;
}

/// The narrowest sheet that holds a value with some of its name before it.
pub fn narrowest(value: &str) -> f64 {
    SWATCH + 120.0 + BEFORE_VALUE + width(value)
}

struct Set {
    swatch: Swatch,
    lines: Vec<String>,
    value: String,
    at: Option<(usize, usize)>,
    width: f64,
}

impl Item {
    fn set(self, room: f64) -> Set {
        let behind = if self.value.is_empty() { 0.0 } else { BEFORE_VALUE + width(&self.value) };
        let mut lines = wrap(&self.label, (room - SWATCH - behind).max(SWATCH));
        if lines.is_empty() {
            lines.push(String::new());
        }
        let widest = lines.iter().map(|line| width(line)).fold(0.0, f64::max);
        let width = SWATCH + widest + behind;
        Set { swatch: self.swatch, lines, value: self.value, at: self.at, width }
    }
}

impl Set {
    fn draw(&self, sheet: &mut Sheet, x: f64) {
        let area = Area { x: x + 0.5, y: sheet.y + 3.0, width: 13.0, height: 13.0 };
        if let Some((series, category)) = self.at {
            sheet.open_value(series, category);
        }
        match self.swatch {
            Swatch::Series(index) => sheet.surface(index, area, area),
            Swatch::Missing => {
                sheet.rect("empty", area);
                sheet.path("hatch", &strokes(area, Lining::Rising, 6.0));
            }
        }
        sheet.lines("label", (x + SWATCH, sheet.y), Anchor::Start, &self.lines);
        if let (Some(line), false) = (self.lines.last(), self.value.is_empty()) {
            let right = x + SWATCH + width(line) + BEFORE_VALUE;
            let last = LINE * (self.lines.len() as f64 - 1.0);
            let at = (right, sheet.y + last + BASELINE);
            sheet.text("value", at, Anchor::Start, &self.value);
        }
        if self.at.is_some() {
            sheet.close();
        }
    }
}
