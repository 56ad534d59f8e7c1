//! The sheet that is drawn on: elements with classes, without a colour among them.

use std::fmt::Write;

use super::text::{escape, width};

/// The usual width of a drawing.
pub const WIDTH: f64 = 480.0;
/// The size of all text.
pub const FONT: f64 = 15.0;
/// From one line of text to the next.
pub const LINE: f64 = 20.0;
/// From the top of a line to where its letters stand.
pub const BASELINE: f64 = 15.0;

/// The drawing so far, and how far down it reaches.
pub struct Sheet {
    /// the elements
    pub body: String,
    /// as wide as the longest unbreakable text asks for
    pub width: f64,
    /// where the next thing may begin
    pub y: f64,
}

/// A rectangle.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Area {
    /// its left edge
    pub x: f64,
    /// its upper edge
    pub y: f64,
    /// how wide
    pub width: f64,
    /// how high
    pub height: f64,
}

/// What of a text stands at its place.
#[derive(Clone, Copy)]
pub enum Anchor {
    /// its beginning
    Start,
    /// its middle
    Middle,
    /// its end
    End,
}

/// How a surface is lined, beside its colour.
#[derive(Clone, Copy)]
pub enum Lining {
    /// like /
    Rising,
    /// like \
    Falling,
    /// like |
    Upright,
}

impl Sheet {
    /// An empty one.
    pub fn new(width: f64) -> Self {
        Self { body: String::new(), width, y: 0.0 }
    }

    /// Begins a group.
    pub fn open(&mut self, class: &str) {
        self.put(format_args!("<g class=\"{class}\">"));
    }

    /// Begins a set of axes, whose values are all in one unit.
    pub fn open_panel(&mut self, unit: &str) {
        let unit = escape(unit);
        self.put(format_args!("<g class=\"panel\" data-unit=\"{unit}\">"));
    }

    /// Begins what is drawn for the value of a series at a category.
    pub fn open_value(&mut self, series: usize, category: usize) {
        self.put(format_args!("<g data-at=\"{series}-{category}\">"));
    }

    /// Ends it.
    pub fn close(&mut self) {
        self.body.push_str("</g>");
    }

    /// One line of text; `y` is where the letters stand.
    pub fn text(&mut self, class: &str, (x, y): (f64, f64), anchor: Anchor, text: &str) {
        let (x, y, anchor, text) = (number(x), number(y), anchored(anchor), escape(text));
        self.put(format_args!("<text class=\"{class}\" x=\"{x}\" y=\"{y}\"{anchor}>{text}</text>"));
    }

    /// One line of text that runs upwards.
    pub fn rising_text(&mut self, class: &str, (x, y): (f64, f64), text: &str) {
        let (x, y, text) = (number(x), number(y), escape(text));
        self.put(format_args!(
            "<text class=\"{class}\" x=\"{x}\" y=\"{y}\" transform=\"rotate(-90 {x} {y})\">{text}</text>"
        ));
    }

    /// Lines of text, the first with its top at `y`.
    pub fn lines(&mut self, class: &str, (x, y): (f64, f64), anchor: Anchor, lines: &[String]) {
        let mut baseline = y + BASELINE;
        for line in lines {
            self.text(class, (x, baseline), anchor, line);
            baseline += LINE;
        }
    }

    /// A rectangle.
    pub fn rect(&mut self, class: &str, area: Area) {
        let [x, y, width, height] = [area.x, area.y, area.width, area.height].map(number);
        self.put(format_args!(
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>"
        ));
    }

    /// A straight line.
    pub fn line(&mut self, class: &str, from: (f64, f64), to: (f64, f64)) {
        let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(number);
        self.put(format_args!(
            "<line class=\"{class}\" x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"/>"
        ));
    }

    /// A dot.
    pub fn dot(&mut self, class: &str, (x, y): (f64, f64), radius: f64) {
        let [x, y, radius] = [x, y, radius].map(number);
        self.put(format_args!("<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>"));
    }

    /// Any outline.
    pub fn path(&mut self, class: &str, outline: &str) {
        if !outline.is_empty() {
            self.put(format_args!("<path class=\"{class}\" d=\"{outline}\"/>"));
        }
    }

    /// A surface of a series: its colour, and its lining for those who do not see colour.
    pub fn surface(&mut self, series: usize, area: Area, lined: Area) {
        let step = series % 5 + 1;
        self.rect(&format!("series-{step}"), area);
        if let Some(lining) = lining(step) {
            self.path(&format!("lining on-{step}"), &strokes(lined, lining, 6.0));
        }
    }

    /// The box and the word where a value is missing; how wide both are.
    pub fn missing(&mut self, x: f64, y: f64, word: &str) -> f64 {
        let area = Area { x, y, width: MISSING, height: 16.0 };
        self.open("no-data");
        self.rect("empty", area);
        self.path("hatch", &strokes(area, Lining::Rising, 6.0));
        self.text("label", (x + MISSING + 8.0, y + 13.5), Anchor::Start, word);
        self.close();
        MISSING + 8.0 + width(word)
    }

    fn put(&mut self, element: std::fmt::Arguments) {
        // Writing to a String cannot fail.
        let _ = self.body.write_fmt(element);
    }
}

/// How wide the box for a missing value is.
pub const MISSING: f64 = 56.0;

fn anchored(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    }
}

fn lining(step: usize) -> Option<Lining> {
    match step {
        2 => Some(Lining::Rising),
        3 => Some(Lining::Upright),
        4 => Some(Lining::Falling),
        _ => None,
    }
}

/// Parallel strokes that fill an area and do not leave it.
pub fn strokes(area: Area, lining: Lining, apart: f64) -> String {
    let (x, y, width, height) = (area.x, area.y, area.width, area.height);
    let slant = if matches!(lining, Lining::Upright) { 0.0 } else { height };
    let count = ((width + slant) / apart).ceil() as usize;
    let mut outline = String::new();
    for step in 1..count {
        let along = step as f64 * apart;
        let (from, to) = ((along - height).max(0.0), along.min(width));
        let (top, bottom) = (along - to, along - from);
        let upright = x + along - apart / 2.0;
        let [x1, y1, x2, y2] = match lining {
            Lining::Rising => [x + from, y + bottom, x + to, y + top],
            Lining::Falling => [x + from, y + height - bottom, x + to, y + height - top],
            Lining::Upright => [upright, y, upright, y + height],
        }
        .map(number);
        outline.push_str(&format!("M{x1} {y1}L{x2} {y2}"));
    }
    outline
}

/// A coordinate with one decimal at most.
pub fn number(value: f64) -> String {
    let tenths = (value * 10.0).round();
    if tenths == 0.0 { "0".to_owned() } else { (tenths / 10.0).to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_have_one_decimal() {
        assert_eq!(number(12.34), "12.3");
        assert_eq!(number(-0.01), "0");
        assert_eq!(number(7.0), "7");
    }

    #[test]
    fn strokes_stay_inside() {
        let area = Area { x: 0.0, y: 0.0, width: 12.0, height: 6.0 };
        assert_eq!(strokes(area, Lining::Rising, 6.0), "M0 6L6 0M6 6L12 0");
        assert_eq!(strokes(area, Lining::Upright, 6.0), "M3 0L3 6");
    }
}
