//! What is said about a chart: its title, what one sees in it, the same numbers as a table.

use super::{Drawn, file};
use crate::markdown::BlockSpec;
use crate::model::Ratio;
use crate::plan::blocks::{Asker, id};
use crate::plan::frame::Frame;
use crate::plan::scribe::Scribe;
use crate::plan::view::{
    CellView, ChartView, ColumnView, Mark, Panel, RowView, Series, Shape, TableView,
};
use crate::plan::words;
use crate::text::Language;

/// A drawing with everything that is said about it.
pub fn captioned(
    asker: &mut Asker<'_>,
    frame: &Frame<'_>,
    spec: &BlockSpec,
    drawn: Drawn,
) -> ChartView {
    let scribe = asker.scribe;
    let title = spec.title.clone().unwrap_or_else(|| frame.data().label);
    let title = with_unit_and_count(asker, spec, &drawn, title);
    let table = table(&scribe, frame, spec, &drawn, &title);
    ChartView {
        file: Some(file::link(&scribe, &id(spec))),
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
            first.sort = frame.cell(row, label(frame, spec)).sort;
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
        summed: summed(frame, spec, drawn),
    }
}

/// The column the categories come from.
fn label(frame: &Frame<'_>, spec: &BlockSpec) -> usize {
    spec.label.as_ref().and_then(|name| frame.find(&name.value)).unwrap_or(0)
}

/// The columns whose numbers may be added up; how many rows have a value is no such number.
fn summed(frame: &Frame<'_>, spec: &BlockSpec, drawn: &Drawn) -> Vec<usize> {
    if drawn.counted.is_some() {
        return Vec::new();
    }
    let column = |at: usize| {
        let name = spec.values.get(if spec.series.is_some() { 0 } else { at })?;
        frame.find(&name.value)
    };
    let series = drawn.panels.iter().map(|panel| panel.series.len()).sum();
    let summed = (0..series).filter(|at| column(*at).is_some_and(|one| frame.is_summed(one)));
    summed.map(|at| at + 1).collect()
}
