//! Charts as data: what stands along them, what is drawn there, and the same numbers as a table.

mod caption;
mod file;

pub use file::files;

use super::blocks::Asker;
use super::diags;
use super::frame::Frame;
use super::view::{ChartView, Mark, Panel, Series, Shape};
use super::words;
use crate::markdown::{BlockSpec, Spanned};
use crate::model::{Decimal, Value};

/// The kinds of chart a page may ask for.
pub const TYPES: [&str; 7] =
    ["bars", "columns", "stacked", "grouped", "bands", "distribution", "timeline"];

/// How many columns a distribution may have: one for each value from 0.
const MOST_COLUMNS: i64 = 200;

/// The chart a block asks for.
pub fn chart(asker: &mut Asker<'_>, frame: &Frame<'_>, spec: &BlockSpec) -> Option<ChartView> {
    if spec.values.is_empty() {
        asker.notes.push(diags::block_key(spec.place.clone(), "values"));
        return None;
    }
    let name = spec.shape.as_ref().map_or("bars", |shape| shape.value.as_str());
    let drawn = match name {
        "bars" => plain(asker, frame, spec, Shape::Bars),
        "columns" => plain(asker, frame, spec, Shape::Columns),
        "bands" => plain(asker, frame, spec, Shape::Bands),
        "stacked" => several(asker, frame, spec, Shape::Stacked),
        "grouped" => several(asker, frame, spec, Shape::Grouped),
        "distribution" => distribution(asker, frame, spec),
        "timeline" => timeline(asker, frame, spec),
        _ => {
            let place = spec.shape.as_ref().map(|shape| asker.place(shape));
            asker.notes.push(diags::chart_type(place.unwrap_or(spec.place.clone()), name, TYPES));
            None
        }
    }?;
    Some(caption::captioned(asker, frame, spec, drawn))
}

/// What is drawn, before it has a title.
struct Drawn {
    shape: Shape,
    categories: Vec<String>,
    panels: Vec<Panel>,
    /// header of the categories
    label: String,
    /// the row each category came from, where it is one row
    rows: Vec<Option<usize>>,
    /// how many things were counted, where that is not the number of categories
    counted: Option<usize>,
}

/// One value column a panel: bars, columns, bands.
fn plain(
    asker: &mut Asker<'_>,
    frame: &Frame<'_>,
    spec: &BlockSpec,
    shape: Shape,
) -> Option<Drawn> {
    let label = label(asker, frame, spec)?;
    let unit = spec.unit.as_ref();
    let values: Vec<(usize, &Spanned<String>)> =
        spec.values.iter().filter_map(|name| Some((asker.column(frame, name)?, name))).collect();
    let panels: Vec<Panel> = values
        .into_iter()
        .filter_map(|(column, name)| {
            let marks = marks(asker, frame, column, name, unit)?;
            Some(Panel {
                title: Some(frame.label(column)),
                unit: marks.unit,
                series: vec![Series { label: frame.label(column), values: marks.values }],
            })
        })
        .collect();
    let shape = if panels.len() > 1 { Shape::Bands } else { shape };
    (!panels.is_empty()).then(|| Drawn {
        shape,
        categories: frame.rows.iter().map(|row| frame.words(*row, label)).collect(),
        panels,
        label: frame.label(label),
        rows: frame.rows.iter().copied().map(Some).collect(),
        counted: None,
    })
}

/// Several series over the same categories: from a column that tells them apart, or one column each.
fn several(
    asker: &mut Asker<'_>,
    frame: &Frame<'_>,
    spec: &BlockSpec,
    shape: Shape,
) -> Option<Drawn> {
    let Some(series) = &spec.series else {
        let mut drawn = plain(asker, frame, spec, shape)?;
        let unit = drawn.panels.first().map(|panel| panel.unit.clone()).unwrap_or_default();
        let series = drawn.panels.drain(..).flat_map(|panel| panel.series).collect();
        drawn.panels = vec![Panel { title: None, unit, series }];
        drawn.shape = shape;
        return Some(drawn);
    };
    let label = label(asker, frame, spec)?;
    let series = asker.column(frame, series)?;
    let value_name = spec.values.first()?;
    let value = asker.column(frame, value_name)?;
    let marks = marks(asker, frame, value, value_name, spec.unit.as_ref())?;
    let categories = distinct(frame, label);
    let names = distinct(frame, series);
    let is_at = |row: usize, category: &str, name: &str| {
        frame.words(row, label) == category && frame.words(row, series) == name
    };
    let at = |category: &str, name: &str| {
        let found = frame.rows.iter().position(|row| is_at(*row, category, name));
        found.and_then(|index| marks.values.get(index).cloned().flatten())
    };
    let twice =
        categories.iter().flat_map(|category| names.iter().map(move |name| (category, name)));
    let twice: Vec<_> = twice
        .filter(|(category, name)| {
            frame.rows.iter().filter(|row| is_at(**row, category, name)).count() > 1
        })
        .collect();
    if let Some((category, name)) = twice.first() {
        asker.notes.push(diags::block_twice(spec.place.clone(), category, name));
        return None;
    }
    let series = names
        .iter()
        .map(|name| Series {
            label: name.clone(),
            values: categories.iter().map(|category| at(category, name)).collect(),
        })
        .collect();
    let first = |category: &String| {
        frame.rows.iter().copied().find(|row| frame.words(*row, label) == *category)
    };
    Some(Drawn {
        shape,
        rows: categories.iter().map(first).collect(),
        categories,
        panels: vec![Panel { title: None, unit: marks.unit, series }],
        label: frame.label(label),
        counted: None,
    })
}

/// How many rows have each value from 0 to the largest.
fn distribution(asker: &mut Asker<'_>, frame: &Frame<'_>, spec: &BlockSpec) -> Option<Drawn> {
    let name = spec.values.first()?;
    let column = asker.column(frame, name)?;
    let values: Vec<i64> = frame
        .rows
        .iter()
        .filter_map(|row| match frame.value(*row, column) {
            Some(Value::Number(number)) if number.places() == 0 => Some(number.digits()),
            _ => None,
        })
        .collect();
    if values.len() != frame.rows.len() {
        let place = asker.place(name);
        asker.notes.push(match frame.is_numeric(column) {
            true => diags::block_gap(place, &name.value),
            false => {
                let example = frame.not_a_number(column);
                diags::block_value(place, &name.value, example.as_deref())
            }
        });
        return None;
    }
    let most = values.iter().copied().max().unwrap_or(0);
    if most > MOST_COLUMNS {
        asker.notes.push(diags::distribution_wide(asker.place(name), most, MOST_COLUMNS));
        return None;
    }
    let count = |wanted: i64| values.iter().filter(|value| **value == wanted).count();
    let marks = (0..=most).map(|value| {
        let size = Decimal::from(i64::try_from(count(value)).unwrap_or(i64::MAX));
        Some(Mark { size, text: size.grouped() })
    });
    let label = label(asker, frame, spec)?;
    let counted = frame.label(label);
    let title = words::sentence(
        asker.scribe.language,
        format!("{}ごとの{counted}の数", frame.label(column)),
        format!("{counted} by {}", frame.label(column).to_lowercase()),
    );
    Some(Drawn {
        shape: Shape::Columns,
        categories: (0..=most).map(|value| value.to_string()).collect(),
        panels: vec![Panel {
            title: Some(title.clone()),
            unit: String::new(),
            series: vec![Series { label: title, values: marks.collect() }],
        }],
        label: frame.header(column),
        rows: Vec::new(),
        counted: Some(values.len()),
    })
}

/// Events in order: dates along it, words at each.
fn timeline(asker: &mut Asker<'_>, frame: &Frame<'_>, spec: &BlockSpec) -> Option<Drawn> {
    let label = label(asker, frame, spec)?;
    let event = asker.column(frame, spec.values.first()?)?;
    let mark = |row: &usize| Some(Mark { size: Decimal::from(0), text: frame.words(*row, event) });
    Some(Drawn {
        shape: Shape::Timeline,
        categories: frame.rows.iter().map(|row| frame.words(*row, label)).collect(),
        panels: vec![Panel {
            title: None,
            unit: String::new(),
            series: vec![Series {
                label: frame.label(event),
                values: frame.rows.iter().map(mark).collect(),
            }],
        }],
        label: frame.label(label),
        rows: frame.rows.iter().copied().map(Some).collect(),
        counted: None,
    })
}

fn label(asker: &mut Asker<'_>, frame: &Frame<'_>, spec: &BlockSpec) -> Option<usize> {
    match &spec.label {
        Some(name) => asker.column(frame, name),
        None => Some(0),
    }
}

fn distinct(frame: &Frame<'_>, column: usize) -> Vec<String> {
    let mut seen = Vec::new();
    for row in &frame.rows {
        let words = frame.words(*row, column);
        if !seen.contains(&words) {
            seen.push(words);
        }
    }
    seen
}

/// A column's numbers and the one unit they are in.
struct Marks {
    unit: String,
    values: Vec<Option<Mark>>,
}

/// The numbers of a column; what is no number is told.
fn marks(
    asker: &mut Asker<'_>,
    frame: &Frame<'_>,
    column: usize,
    name: &Spanned<String>,
    written: Option<&Spanned<String>>,
) -> Option<Marks> {
    if !frame.is_numeric(column) {
        let example = frame.not_a_number(column);
        let place = asker.place(name);
        asker.notes.push(diags::block_value(place, &name.value, example.as_deref()));
        return None;
    }
    let unit = asker.unit(written);
    let numbers = |unit| frame.rows.iter().map(move |row| frame.number(*row, column, unit));
    let shown: Vec<_> = numbers(unit).collect();
    let lost = numbers(None).zip(&shown).any(|(plain, shown)| plain.is_some() && shown.is_none());
    if let Some(written) = written.filter(|_| lost) {
        asker.notes.push(diags::figure_unit(asker.place(written), &written.value));
        return None;
    }
    // English says `1 prefecture`; the chart's unit is the one of most values.
    let mut units: Vec<&str> = shown.iter().flatten().map(|one| one.unit.trim()).collect();
    units.sort_by_key(|unit| std::cmp::Reverse(unit.len()));
    let unit = units.first().copied().unwrap_or("").to_owned();
    let values = shown
        .into_iter()
        .map(|shown| shown.and_then(|one| Some(Mark { size: one.size?, text: one.text })))
        .collect();
    Some(Marks { unit, values })
}
