//! The results as tables of an area's page, each with the way to the inputs it was computed from.

use super::live::Tables;
use super::shown::{Words, shown};
use crate::model::tables::estimates;
use crate::model::{CriteriaSet, Effect, Estimate, Rule};
use crate::plan::scribe::Scribe;
use crate::plan::view::{CellView, ColumnView, Link, LiveTable, RowView, TableView};
use crate::plan::words;

/// What was computed for a test.
pub fn tables(
    scribe: &Scribe<'_>,
    set: &CriteriaSet,
    estimate: &Estimate,
    effect: &Effect,
    rule: Rule,
) -> Vec<TableView> {
    let words = Words { scribe, set };
    let shown = shown(&words, estimate, effect);
    let tables = Tables { words: &words, estimate, shown: &shown };
    let sheet = Sheet { words: &words, estimate, source: source(scribe, estimate) };
    match rule {
        Rule::Effect => {
            let whole = [tables.totals(), tables.years()].map(|table| sheet.still(table));
            [whole.to_vec(), vec![sheet.bands(&tables)], sheet.hours(&tables)].concat()
        }
        Rule::Cost => [
            tables.cost(),
            tables.paybacks(),
            tables.values(),
            tables.break_even(),
            tables.scenarios(),
        ]
        .map(|table| sheet.still(table))
        .to_vec(),
        Rule::Any | Rule::All => Vec::new(),
    }
}

/// The way to the inputs.
fn source(scribe: &Scribe<'_>, estimate: &Estimate) -> Link {
    Link {
        label: scribe.say(words::INPUTS),
        href: scribe.to_anchor(&format!("data/{}", estimates::SPEC.name), &estimate.id),
    }
}

/// Sets tables that stay as they are.
struct Sheet<'a> {
    words: &'a Words<'a>,
    estimate: &'a Estimate,
    source: Link,
}

impl Sheet<'_> {
    fn still(&self, table: LiveTable) -> TableView {
        let base = Some(table.base).filter(|base| !base.is_empty());
        let rows = base.into_iter().chain(table.rows);
        let rows = rows.map(|row| row.into_iter().map(|cell| cell.text).collect()).collect();
        let columns = table.columns.into_iter();
        let columns = columns
            .map(|column| ColumnView { label: column.label.text, numeric: column.numeric })
            .collect();
        let note = table.note.filter(|note| note.holds).map(|note| note.text);
        TableView { note, ..self.table(&table.id, table.caption, columns, rows) }
    }

    /// One body of each band over each horizon, and whether it is a burden there.
    fn bands(&self, tables: &Tables<'_>) -> TableView {
        let say = |label| self.words.scribe.say(label);
        let mut rows = Vec::new();
        for (band, shown) in self.estimate.bands.iter().zip(&tables.shown.bands) {
            let level = band.level.map(say).unwrap_or_default();
            let head = [shown.name.clone(), level, band.bodies.to_string()];
            if shown.suppressed {
                let tail = ["X".to_owned(), "X".to_owned(), say(words::BAND_SUPPRESSED)];
                rows.push([head.clone(), tail].concat());
            }
            for total in &shown.totals {
                let state = match tables.is_burden(shown) {
                    true => format!("{} {}", total.words, say(words::BURDEN_MARK)),
                    false => total.words.clone(),
                };
                let tail = [total.horizon.to_string(), total.each.clone(), state];
                rows.push([head.clone(), tail].concat());
            }
        }
        let columns = [
            (words::BAND, false),
            (words::LEVEL, false),
            (words::BODIES, true),
            (words::HORIZON, true),
            (words::EACH_YEN, true),
            (words::STATE, false),
        ];
        let columns = columns.map(|(label, numeric)| ColumnView { label: say(label), numeric });
        let mut table = self.table("bands", say(words::BANDS_CAPTION), columns.to_vec(), rows);
        let is_burden = tables.shown.bands.iter().any(|band| tables.is_burden(band));
        table.note = is_burden.then(|| say(words::BURDEN));
        table
    }

    /// Staff hours stand beside; they enter the sums only where an hour was given a value.
    fn hours(&self, tables: &Tables<'_>) -> Vec<TableView> {
        let say = |label| self.words.scribe.say(label);
        let mut rows = Vec::new();
        let bands = self.estimate.bands.iter().zip(&tables.shown.bands);
        for (band, _) in bands.filter(|(_, shown)| !shown.suppressed) {
            let spans = band.spans.iter().filter_map(|span| Some((span, span.hours.as_ref()?)));
            let name = self.words.scribe.word(&band.name);
            rows.extend(spans.map(|(span, hours)| {
                vec![name.clone(), span.from.to_string(), self.words.range(hours)]
            }));
        }
        if rows.is_empty() {
            return Vec::new();
        }
        let columns = [(words::BAND, false), (words::FROM_YEAR, true), (words::HOURS, true)];
        let columns = columns.map(|(label, numeric)| ColumnView { label: say(label), numeric });
        vec![self.table("hours", say(words::HOURS_CAPTION), columns.to_vec(), rows)]
    }

    fn table(
        &self,
        id: &str,
        caption: String,
        columns: Vec<ColumnView>,
        rows: Vec<Vec<String>>,
    ) -> TableView {
        let cell = |text: String| CellView { text, ..CellView::default() };
        TableView {
            id: format!("computed-{id}"),
            caption,
            columns,
            rows: rows
                .into_iter()
                .map(|row| RowView {
                    anchor: None,
                    cells: row.into_iter().map(cell).collect(),
                    source: None,
                })
                .collect(),
            sources: vec![self.source.clone()],
            data: None,
            note: None,
            summed: Vec::new(),
        }
    }
}
