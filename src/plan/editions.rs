//! The editions that are kept, and what differs from the newest of them: where each difference
//! stands on the site, and what of them there is room for.

use std::collections::{BTreeMap, BTreeSet};

use super::comparison::{Compared, comparison};
use super::routes;
use super::view::{ComparedRow, ComparedTable, Comparison, TurnedState};
use crate::model::tables::{areas, change_reasons};
use crate::model::{Dataset, Date, Differences, Kind, Row, TableSpec, Value, tables};
use crate::text::Words;

/// The editions of a project.
#[derive(Default)]
pub struct Editions<'a> {
    /// the days of those that are kept, the newest first
    pub kept: Vec<Date>,
    /// the day of the one that is being made, where one is
    pub own: Option<Date>,
    /// what differs from the newest; none where none is kept, or it cannot be read
    pub since: Option<Since<'a>>,
}

/// What differs from the newest edition.
pub struct Since<'a> {
    /// its day
    pub date: Date,
    /// its data, as it may be published
    pub old: &'a Dataset,
    /// the data now, as it may be published
    pub new: &'a Dataset,
    /// everything that differs, with its names
    pub comparison: Comparison,
    /// how many rows of each table stand on pages, where not all of them do
    room: BTreeMap<String, usize>,
    /// the tables whose rows have a page of their own
    apart: BTreeSet<String>,
    /// the areas whose states that turned there is room for
    areas: BTreeSet<String>,
}

/// How many bytes of each kind of difference the page of changes tells, about: states, rows, keys.
pub const ROOM: usize = 26_000;

/// How many bytes of one table's rows their own page tells, about.
const PAGE: usize = 80_000;

/// What the markup of a row and of a cell weighs beside its words.
const ROW: usize = 300;
const CELL: usize = 150;

impl<'a> Since<'a> {
    /// Names the differences and sees what there is room for. Reasons are told with the changes,
    /// not as changes.
    pub fn new(date: Date, old: &'a Dataset, new: &'a Dataset, differences: &Differences) -> Self {
        let mut comparison = comparison(&Compared {
            old,
            new,
            differences,
            criteria_borrowed_by: None,
            since: Some(date),
        });
        comparison.tables.retain(|table| table.table.id != change_reasons::SPEC.name);
        let (room, apart) = placed(&comparison);
        let turned = turned_areas(&comparison);
        let areas = fitting(&turned, ROOM, |(_, weight)| *weight).iter();
        let areas = areas.map(|(area, _)| (*area).to_owned()).collect();
        Self { date, old, new, room, apart, areas, comparison }
    }

    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        let Comparison { tables, files, states, .. } = &self.comparison;
        tables.is_empty() && files.is_empty() && states.is_empty()
    }

    /// Whether the rows of a table stand on a page of their own.
    pub fn has_page(&self, table: &str) -> bool {
        self.apart.contains(table)
    }

    /// The routes of the tables that have pages of their own.
    pub fn pages(&self) -> impl Iterator<Item = &'static TableSpec> + '_ {
        let named = self.comparison.tables.iter().filter_map(|one| tables::named(&one.table.id));
        named.filter(|spec| self.has_page(spec.name))
    }

    /// The rows of a table that there is room for, and how many are left.
    pub fn shown<'t>(&self, table: &'t ComparedTable) -> (&'t [ComparedRow], usize) {
        let room = self.room.get(&table.table.id).copied().unwrap_or_default();
        let shown = table.rows.get(..room).unwrap_or(&table.rows);
        (shown, table.rows.len() - shown.len())
    }

    /// Where a row's difference stands: the page, and the place on it if it is shown there.
    pub fn place(&self, table: &str, row: &str) -> (String, Option<String>) {
        let route = match self.has_page(table) {
            true => routes::changed_table(table),
            false => routes::CHANGES.to_owned(),
        };
        let found = self.comparison.tables.iter().find(|one| one.table.id == table);
        let is_shown =
            found.is_some_and(|found| self.shown(found).0.iter().any(|one| one.row.id == row));
        (route, is_shown.then(|| row_anchor(table, row)))
    }

    /// The states of an area that turned.
    pub fn turned(&self, area: &str) -> impl Iterator<Item = &TurnedState> {
        self.comparison.states.iter().filter(move |state| state.area.id == area)
    }

    /// Where the states of an area that turned are told: of those there is room for, their own place.
    pub fn turned_place(&self, area: &str) -> String {
        if self.areas.contains(area) { area_anchor(area) } else { STATES.to_owned() }
    }

    /// The ids of the areas with states that turned, of which there is room for the first.
    pub fn turned_areas(&self) -> (Vec<&str>, usize) {
        let all = turned_areas(&self.comparison);
        let shown: Vec<&str> =
            all.iter().map(|(area, _)| *area).filter(|area| self.areas.contains(*area)).collect();
        let left = all.len() - shown.len();
        (shown, left)
    }

    /// The rows about an area that differ, by table.
    pub fn rows_about(&self, area: &str) -> Vec<(&ComparedTable, &ComparedRow)> {
        let all = self.comparison.tables.iter();
        let all = all.flat_map(|table| table.rows.iter().map(move |row| (table, row)));
        all.filter(|(table, row)| self.is_about(&table.table.id, &row.row.id, area)).collect()
    }

    /// Whether a row, as it was or as it is, is an area's own or names it.
    fn is_about(&self, table: &str, row: &str, area: &str) -> bool {
        if table == areas::SPEC.name {
            return row == area;
        }
        let Some(spec) = tables::named(table) else { return false };
        let mut found = [self.old, self.new].into_iter().filter_map(|one| one.row(table, row));
        found.any(|row| areas_named(spec, row).any(|id| id == area))
    }
}

/// The areas a row names, by their ids.
pub fn areas_named<'a>(spec: &'a TableSpec, row: &'a Row) -> impl Iterator<Item = &'a str> {
    let cells = spec.columns.iter().zip(&row.values);
    let ids = cells.filter_map(|(column, value)| match (column.kind, value) {
        (Kind::Ref(table) | Kind::Refs(table), Value::Refs(ids)) if table == areas::SPEC.name => {
            Some(ids)
        }
        _ => None,
    });
    ids.flatten().map(String::as_str)
}

/// Where the states that turned are told on the page of changes.
pub const STATES: &str = "states-title";

/// Where a row's difference stands on its page.
pub fn row_anchor(table: &str, row: &str) -> String {
    format!("row-{table}-{row}")
}

/// Where the states of an area that turned stand on the page of changes.
pub fn area_anchor(area: &str) -> String {
    format!("area-{area}")
}

/// How many rows of each table are shown, and the tables whose rows need a page of their own: small
/// tables stand together on the page of changes.
fn placed(comparison: &Comparison) -> (BTreeMap<String, usize>, BTreeSet<String>) {
    let weighed = comparison.tables.iter();
    let weighed = weighed.map(|table| (table.rows.iter().map(weight).sum::<usize>(), table));
    let mut tables: Vec<(usize, &ComparedTable)> = weighed.collect();
    tables.sort_by_key(|(weight, _)| *weight);
    let mut left = ROOM;
    let (mut room, mut apart) = (BTreeMap::new(), BTreeSet::new());
    for (weighs, table) in tables {
        let id = table.table.id.clone();
        let fits = weighs <= left;
        left = left.saturating_sub(weighs);
        let shown = if fits { &table.rows } else { fitting(&table.rows, PAGE, weight) };
        if !fits {
            apart.insert(id.clone());
        }
        room.insert(id, shown.len());
    }
    (room, apart)
}

/// As many as there is room for.
pub fn fitting<T>(items: &[T], room: usize, weight: impl Fn(&T) -> usize) -> &[T] {
    let mut left = room;
    let fits = |item: &&T| {
        let weight = weight(item);
        let fits = weight <= left;
        left = left.saturating_sub(weight);
        fits
    };
    let count = items.iter().take_while(fits).count();
    items.get(..count).unwrap_or(items)
}

/// The areas with states that turned, in their order, and what each weighs on a page, about.
fn turned_areas(comparison: &Comparison) -> Vec<(&str, usize)> {
    let mut areas: Vec<(&str, usize)> = Vec::new();
    for state in &comparison.states {
        let reasons = state.causes.iter().flat_map(|cause| &cause.reasons);
        let weight = 2 * ROW + CELL * state.causes.len() + reasons.map(words).sum::<usize>();
        match areas.iter_mut().find(|(area, _)| *area == state.area.id) {
            Some((_, sum)) => *sum += weight,
            None => areas.push((&state.area.id, ROW + weight)),
        }
    }
    areas
}

/// What a row weighs on a page, about.
fn weight(row: &ComparedRow) -> usize {
    let cells = row.cells.iter().map(|cell| CELL + cell.old.len() + cell.new.len());
    ROW + cells.sum::<usize>() + words(&row.row.name) + row.reasons.iter().map(words).sum::<usize>()
}

fn words(words: &Words) -> usize {
    words.ja.len().max(words.en.len())
}
