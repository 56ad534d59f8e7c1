//! A table of `data` or a stranger's CSV, asked in the same way.

use super::figures::Shown;
use super::scribe::Scribe;
use super::tables::naming;
use super::view::{CellView, Link};
use crate::markdown::Test;
use crate::model::tables::is_summed;
use crate::model::{Column, Decimal, MoneyUnit, Row, TableSpec, Value};
use crate::text::half_width;

/// The rows a block draws from.
pub struct Frame<'a> {
    scribe: Scribe<'a>,
    origin: Origin<'a>,
    /// which rows are left, in which order
    pub rows: Vec<usize>,
}

enum Origin<'a> {
    Declared { spec: &'static TableSpec, rows: &'a [Row] },
    Loose { columns: &'a [(String, Vec<Value>)], file: Link },
}

impl<'a> Frame<'a> {
    /// All rows of a table of `data`.
    pub fn declared(scribe: Scribe<'a>, spec: &'static TableSpec) -> Self {
        let rows = scribe.dataset.rows(spec);
        Self { scribe, origin: Origin::Declared { spec, rows }, rows: (0..rows.len()).collect() }
    }

    /// All rows of a CSV beside a page.
    pub fn loose(scribe: Scribe<'a>, columns: &'a [(String, Vec<Value>)], file: Link) -> Self {
        let count = columns.first().map_or(0, |(_, values)| values.len());
        Self { scribe, origin: Origin::Loose { columns, file }, rows: (0..count).collect() }
    }

    /// A column by its name or its header.
    pub fn find(&self, name: &str) -> Option<usize> {
        match &self.origin {
            Origin::Declared { spec, .. } => {
                let is = |column: &Column| column.name == name || column.label.ja == name;
                spec.columns.iter().position(is)
            }
            Origin::Loose { columns, .. } => columns.iter().position(|(header, _)| header == name),
        }
    }

    /// The names of its columns, for suggestions.
    pub fn names(&self) -> Vec<String> {
        match &self.origin {
            Origin::Declared { spec, .. } => {
                spec.columns.iter().map(|column| column.name.to_owned()).collect()
            }
            Origin::Loose { columns, .. } => {
                columns.iter().map(|(header, _)| header.clone()).collect()
            }
        }
    }

    /// What the table is called in messages.
    pub fn called(&self) -> String {
        match &self.origin {
            Origin::Declared { spec, .. } => spec.name.to_owned(),
            Origin::Loose { file, .. } => file.label.clone(),
        }
    }

    /// Where the rows can be had whole.
    pub fn data(&self) -> Link {
        match &self.origin {
            Origin::Declared { spec, .. } => {
                self.scribe.link(self.scribe.say(spec.label), &format!("data/{}", spec.name))
            }
            Origin::Loose { file, .. } => file.clone(),
        }
    }

    /// A column's header, without its unit.
    pub fn label(&self, column: usize) -> String {
        match &self.origin {
            Origin::Declared { spec, .. } => {
                spec.columns.get(column).map(|one| self.scribe.say(one.label)).unwrap_or_default()
            }
            Origin::Loose { columns, .. } => {
                columns.get(column).map(|(header, _)| header.clone()).unwrap_or_default()
            }
        }
    }

    /// A column's header with its unit.
    pub fn header(&self, column: usize) -> String {
        match &self.origin {
            Origin::Declared { spec, .. } => {
                spec.columns.get(column).map(|one| self.scribe.header(one)).unwrap_or_default()
            }
            Origin::Loose { .. } => self.label(column),
        }
    }

    /// Whether a column holds numbers.
    pub fn is_numeric(&self, column: usize) -> bool {
        match &self.origin {
            Origin::Declared { spec, .. } => {
                spec.columns.get(column).is_some_and(Column::is_numeric)
            }
            Origin::Loose { columns, .. } => columns.get(column).is_some_and(|(_, values)| {
                values.iter().any(|value| matches!(value, Value::Number(_)))
            }),
        }
    }

    /// Whether a column's numbers may be added up; nobody has said so of a stranger's.
    pub fn is_summed(&self, column: usize) -> bool {
        match &self.origin {
            Origin::Declared { spec, .. } => is_summed(spec, column),
            Origin::Loose { .. } => false,
        }
    }

    /// A cell's value.
    pub fn value(&self, row: usize, column: usize) -> Option<&Value> {
        match &self.origin {
            Origin::Declared { rows, .. } => rows.get(row)?.values.get(column),
            Origin::Loose { columns, .. } => columns.get(column)?.1.get(row),
        }
    }

    /// A cell as it is shown in a table.
    pub fn cell(&self, row: usize, column: usize) -> CellView {
        match &self.origin {
            Origin::Declared { spec, rows } => {
                rows.get(row).map(|row| self.scribe.cell(spec, row, column)).unwrap_or_default()
            }
            Origin::Loose { .. } => self.loose_cell(row, column),
        }
    }

    fn loose_cell(&self, row: usize, column: usize) -> CellView {
        match self.value(row, column) {
            Some(Value::Absent(absence)) => self.scribe.absent(*absence),
            Some(Value::Number(number)) => {
                CellView { text: number.grouped(), figure: true, ..CellView::default() }
            }
            Some(value) => {
                let text = value.plain();
                let foreign = self.scribe.foreign_text(&text);
                CellView { text, foreign, ..CellView::default() }
            }
            None => CellView::default(),
        }
    }

    /// A cell in words: the name of what it refers to, the label of a code.
    pub fn words(&self, row: usize, column: usize) -> String {
        let cell = self.cell(row, column);
        match cell.links.is_empty() {
            true => cell.text,
            false => cell.links.iter().map(|link| link.label.clone()).collect::<Vec<_>>().join(" "),
        }
    }

    /// A cell as a number with its unit; none if it has no value, or none in that unit.
    pub fn number(&self, row: usize, column: usize, unit: Option<MoneyUnit>) -> Option<Shown> {
        let shown = match &self.origin {
            Origin::Declared { spec, rows } => {
                self.scribe.shown(spec, rows.get(row)?, column, unit)?
            }
            Origin::Loose { .. } => match self.value(row, column)? {
                // Nobody has said what a stranger counts.
                Value::Number(number) if unit.is_none() => {
                    Shown { text: number.grouped(), unit: String::new(), size: Some(*number) }
                }
                _ => return None,
            },
        };
        shown.size.is_some().then_some(shown)
    }

    /// The first value that keeps a stranger's column from being one of numbers.
    pub fn not_a_number(&self, column: usize) -> Option<String> {
        let Origin::Loose { columns, .. } = &self.origin else { return None };
        let mut texts = columns.get(column)?.1.iter().filter_map(|value| match value {
            Value::Text(text) => Some(text),
            _ => None,
        });
        let is_number = |text: &&String| half_width(text).replace(',', "").parse::<f64>().is_ok();
        texts.find(|text| !is_number(text)).cloned()
    }

    /// A row's citation.
    pub fn source(&self, row: usize) -> Option<Link> {
        match &self.origin {
            Origin::Declared { spec, rows } => self.scribe.row_source(spec, rows.get(row)?),
            Origin::Loose { file, .. } => Some(file.clone()),
        }
    }

    /// Each citation of the rows that are left, once.
    pub fn sources(&self) -> Vec<Link> {
        match &self.origin {
            Origin::Declared { rows, .. } => {
                self.scribe.citations_of(self.rows.iter().filter_map(|row| rows.get(*row)))
            }
            Origin::Loose { file, .. } => vec![file.clone()],
        }
    }

    /// Which of some columns has room for a remark.
    pub fn naming(&self, columns: &[usize]) -> usize {
        match &self.origin {
            Origin::Declared { spec, .. } => naming(spec, columns),
            Origin::Loose { .. } => 0,
        }
    }

    /// How sure a row's reading is, and what to know about it.
    pub fn remarks(&self, row: usize) -> (Option<String>, Option<String>) {
        match &self.origin {
            Origin::Declared { rows, .. } => rows.get(row).map_or((None, None), |row| {
                (self.scribe.doubt(row.confidence), self.scribe.note(&row.note))
            }),
            Origin::Loose { .. } => (None, None),
        }
    }

    /// Keeps the rows that pass a condition.
    pub fn filter(&mut self, column: Option<usize>, test: &Test) {
        let kept = self.rows.iter().copied().filter(|row| {
            let names = match column {
                Some(column) => self.value(*row, column).map(Value::names).unwrap_or_default(),
                None => self.id(*row).into_iter().collect(),
            };
            test.passes(&names)
        });
        self.rows = kept.collect();
    }

    /// A row's id; a stranger's CSV has none.
    fn id(&self, row: usize) -> Option<String> {
        match &self.origin {
            Origin::Declared { rows, .. } => rows.get(row).map(|row| row.id.clone()),
            Origin::Loose { .. } => None,
        }
    }

    /// Puts the rows in order; rows without a value come last either way.
    pub fn sort(&mut self, column: usize, descending: bool) {
        let mut keyed: Vec<(Key, usize)> = self
            .rows
            .iter()
            .map(|row| (self.value(*row, column).map_or(Key::None, Key::of), *row))
            .collect();
        keyed.sort_by(|(a, _), (b, _)| match (a, b) {
            (Key::None, _) | (_, Key::None) => a.cmp(b),
            _ if descending => b.cmp(a),
            _ => a.cmp(b),
        });
        self.rows = keyed.into_iter().map(|(_, row)| row).collect();
    }
}

/// What a value is sorted by.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Number(crate::model::Ratio),
    Date(String),
    Text(String),
    None,
}

impl Key {
    fn of(value: &Value) -> Self {
        match value {
            Value::Number(number) => Self::Number(Decimal::into(*number)),
            Value::Yen(yen) => Self::Number(crate::model::Ratio::whole(*yen)),
            Value::Date(date) => Self::Date(date.to_string().trim_start_matches("FY").to_owned()),
            Value::Absent(_) => Self::None,
            value => Self::Text(value.plain()),
        }
    }
}
