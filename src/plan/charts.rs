//! Charts as data: what stands along them, what is drawn there, and the same numbers as a table.

use super::blocks::{Asker, id};
use super::diags;
use super::frame::Frame;
use super::scribe::Scribe;
use super::view::{
    CellView, ChartView, ColumnView, Mark, Panel, RowView, Series, Shape, TableView,
};
use super::words;
use crate::markdown::{BlockSpec, Spanned};
use crate::model::{Decimal, Ratio, Value};
use crate::text::Language;

/// The kinds of chart a page may ask for.
pub const TYPES: [&str; 7] =
    ["bars", "columns", "stacked", "grouped", "bands", "distribution", "timeline"];

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
    Some(finish(asker, frame, spec, drawn))
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
    let at = |category: &str, name: &str| {
        let found = frame.rows.iter().position(|row| {
            frame.words(*row, label) == category && frame.words(*row, series) == name
        });
        found.and_then(|index| marks.values.get(index).cloned().flatten())
    };
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
    let most = values.iter().copied().max().unwrap_or(0).min(200);
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

fn finish(asker: &mut Asker<'_>, frame: &Frame<'_>, spec: &BlockSpec, drawn: Drawn) -> ChartView {
    let scribe = asker.scribe;
    let title = spec.title.clone().unwrap_or_else(|| frame.data().label);
    let title = with_unit_and_count(asker, spec, &drawn, title);
    let table = table(&scribe, frame, spec, &drawn, &title);
    ChartView {
        id: id(spec),
        description: spec.description.clone().unwrap_or_else(|| description(&scribe, &drawn)),
        title,
        shape: drawn.shape,
        categories: drawn.categories,
        panels: drawn.panels,
        sources: frame.sources(),
        table,
    }
}

/// `都道府県数（単位：都道府県、n=47）`
fn with_unit_and_count(
    asker: &mut Asker<'_>,
    spec: &BlockSpec,
    drawn: &Drawn,
    title: String,
) -> String {
    let language = asker.scribe.language;
    let mut units: Vec<&str> = drawn.panels.iter().map(|panel| panel.unit.as_str()).collect();
    units.dedup();
    let mut parts = Vec::new();
    if let ([unit], false) = (units.as_slice(), drawn.shape == Shape::Timeline)
        && !unit.is_empty()
    {
        parts.push(words::sentence(language, format!("単位：{unit}"), format!("unit: {unit}")));
    }
    let counted = asker.counted(spec).or(drawn.counted.map(|count| count.to_string()));
    if let Some(counted) = counted {
        parts.push(format!("n={counted}"));
    }
    match (parts.is_empty(), language) {
        (true, _) => title,
        (false, Language::Ja) => format!("{title}（{}）", parts.join("、")),
        (false, Language::En) => format!("{title} ({})", parts.join(", ")),
    }
}

/// What one sees in a chart: the largest and the smallest value of each measure.
fn description(scribe: &Scribe<'_>, drawn: &Drawn) -> String {
    let told = drawn.panels.iter().flat_map(|panel| {
        panel.series.iter().filter_map(|series| extremes(scribe, drawn, panel, series))
    });
    let told: Vec<String> = told.collect();
    match (drawn.shape, scribe.language) {
        (Shape::Timeline, _) => drawn.categories.join(words::LIST_SEPARATOR.get(scribe.language)),
        (_, Language::Ja) => told.concat(),
        (_, Language::En) => told.join(" "),
    }
}

fn extremes(scribe: &Scribe<'_>, drawn: &Drawn, panel: &Panel, series: &Series) -> Option<String> {
    let size = |mark: &Mark| Ratio::from(mark.size);
    let named = drawn.categories.iter().zip(&series.values);
    let marks: Vec<_> = named.filter_map(|(name, mark)| Some((name, mark.as_ref()?))).collect();
    // `max_by_key` takes the last of equals; read backwards, that is the first.
    let most = marks.iter().rev().max_by_key(|(_, mark)| size(mark))?;
    let least = marks.iter().min_by_key(|(_, mark)| size(mark))?;
    let unit = &panel.unit;
    let value = |mark: &Mark| match scribe.language {
        Language::Ja => format!("{}{unit}", mark.text),
        Language::En => format!("{} {unit}", mark.text).trim_end().to_owned(),
    };
    let (label, high, low) = (&series.label, value(most.1), value(least.1));
    Some(words::sentence(
        scribe.language,
        format!(
            "{label}は「{}」の{high}が最も大きく、「{}」の{low}が最も小さい。",
            most.0, least.0
        ),
        format!("{label}: largest for '{}' ({high}), smallest for '{}' ({low}).", most.0, least.0),
    ))
}

/// The numbers of a chart as a table: a row for each category, a column for each series.
fn table(
    scribe: &Scribe<'_>,
    frame: &Frame<'_>,
    spec: &BlockSpec,
    drawn: &Drawn,
    title: &str,
) -> TableView {
    let series =
        || drawn.panels.iter().flat_map(|panel| panel.series.iter().map(move |one| (panel, one)));
    let timeline = drawn.shape == Shape::Timeline;
    let mut columns = vec![ColumnView { label: drawn.label.clone(), numeric: false }];
    columns.extend(series().map(|(panel, series)| ColumnView {
        label: scribe.with_unit(series.label.clone(), &panel.unit),
        numeric: !timeline,
    }));
    let rows = drawn.categories.iter().enumerate().map(|(index, category)| {
        let row = drawn.rows.get(index).copied().flatten();
        let mut first = CellView { text: category.clone(), ..CellView::default() };
        if let Some(row) = row {
            (first.doubt, first.note) = frame.remarks(row);
        }
        let values = series().map(|(_, series)| match series.values.get(index) {
            Some(Some(mark)) => {
                CellView { text: mark.text.clone(), figure: !timeline, ..CellView::default() }
            }
            _ => CellView { text: scribe.say(words::NO_DATA), ..CellView::default() },
        });
        // What was counted over all rows leads to all of them.
        let source = row.map_or_else(|| Some(frame.data()), |row| frame.source(row));
        RowView { anchor: None, cells: std::iter::once(first).chain(values).collect(), source }
    });
    TableView {
        id: format!("{}-table", id(spec)),
        caption: title.to_owned(),
        rows: rows.collect(),
        columns,
        sources: frame.sources(),
        data: Some(frame.data()).filter(|data| !frame.sources().contains(data)),
        note: spec.note.clone(),
    }
}
