//! Departments: their areas, their systems, their boxes on the map.

use super::{Desk, matrix, quotes};
use crate::model::tables::{
    areas, departments, effects, inventory, inventory_groups, map_systems, standard_businesses,
};
use crate::model::{Dataset, Row};
use crate::plan::view::{
    CellView, ColumnView, DepartmentView, DepartmentsView, MatrixRow, RowView, StandingView,
    StateCount, StateCounts, StateView, TableView,
};
use crate::plan::words;
use crate::text::Label;

/// All departments with counts that lead to what was counted.
pub fn index(desk: &mut Desk<'_>) -> DepartmentsView {
    let prose = desk.prose();
    let scribe = &desk.scribe;
    let rows = scribe.dataset.rows(&departments::SPEC).iter();
    let columns = [words::DEPARTMENT, words::AREA_COUNT, words::SYSTEM_COUNT, words::MAP_COUNT];
    let table = TableView {
        id: "departments".to_owned(),
        caption: scribe.say(departments::SPEC.label),
        columns: columns
            .iter()
            .enumerate()
            .map(|(index, label)| ColumnView { label: scribe.say(*label), numeric: index > 0 })
            .collect(),
        rows: rows.map(|row| index_row(desk, row)).collect(),
        data: Some(scribe.link(scribe.say(departments::SPEC.label), "data/departments")),
        // Areas, systems and boxes are each of one department.
        summed: vec![1, 2, 3],
        ..TableView::default()
    };
    DepartmentsView { prose, table }
}

fn index_row(desk: &Desk<'_>, department: &Row) -> RowView {
    let scribe = &desk.scribe;
    let dataset = scribe.dataset;
    let id = department.id.as_str();
    let name = scribe.row_link("departments", department, departments::name);
    let count = |table: &str, count: usize| CellView {
        text: count.to_string(),
        href: Some(scribe.to(&format!("data/{table}"))),
        figure: true,
        ..CellView::default()
    };
    let cells = vec![
        CellView { text: name.label, href: Some(name.href), ..CellView::default() },
        count("areas", dataset.rows_of(&areas::SPEC, areas::department, id).count()),
        count("inventory", systems(dataset, id).len()),
        count(
            "map_systems",
            dataset.rows_of(&map_systems::SPEC, map_systems::department, id).count(),
        ),
    ];
    RowView { anchor: None, cells, source: None }
}

/// One department.
pub fn view(desk: &mut Desk<'_>, id: &str) -> DepartmentView {
    let scribe = desk.scribe;
    let dataset = scribe.dataset;
    let unattached = dataset
        .rows_of(&effects::SPEC, effects::department, id)
        .filter(|row| row.get(effects::area).is_none());
    let areas = matrix::rows(desk, id);
    DepartmentView {
        counts: counts(desk, &areas),
        areas,
        map: scribe.table_if_any(
            "map",
            &map_systems::SPEC,
            &[
                map_systems::name.index,
                map_systems::relation.index,
                map_systems::printed_count.index,
            ],
            dataset.rows_of(&map_systems::SPEC, map_systems::department, id),
        ),
        systems: scribe.table_if_any(
            "systems",
            &inventory::SPEC,
            &[
                inventory::name.index,
                inventory::group.index,
                inventory::standardised.index,
                inventory::area.index,
            ],
            systems(dataset, id),
        ),
        standard: scribe.table_if_any(
            "standard",
            &standard_businesses::SPEC,
            &[standard_businesses::name.index],
            dataset
                .rows(&standard_businesses::SPEC)
                .iter()
                .filter(|row| row.refers_to(standard_businesses::department.index, id)),
        ),
        effects: unattached.map(|row| quotes::effect(desk, row)).collect(),
    }
}

/// How many areas stand how, test by test, in the order of the matrix.
fn counts(desk: &Desk<'_>, areas: &[MatrixRow]) -> Vec<StateCounts> {
    let tests = areas.first().map(|row| row.standing.as_slice()).unwrap_or_default();
    let of_test = |(at, test): (usize, &StandingView)| {
        let mut states: Vec<(StateView, usize)> = Vec::new();
        for state in areas.iter().filter_map(|row| Some(&row.standing.get(at)?.state)) {
            match states.iter_mut().find(|(known, _)| known == state) {
                Some((_, count)) => *count += 1,
                None => states.push((state.clone(), 1)),
            }
        }
        let figure = |count| {
            let unit = Label::new("領域", if count == 1 { " area" } else { " areas" });
            desk.scribe.count(count, unit, format!("#{AREAS}"))
        };
        states.sort_by_key(|(state, _)| TONES.iter().position(|tone| *tone == state.tone));
        StateCounts {
            label: test.label.clone(),
            states: states
                .into_iter()
                .map(|(state, count)| StateCount { state, count: figure(count) })
                .collect(),
        }
    };
    tests.iter().enumerate().map(of_test).collect()
}

/// What is settled comes first.
const TONES: [&str; 4] = ["met", "denied", "caution", "open"];

/// Where the counted areas stand on the page.
const AREAS: &str = "matrix";

/// The systems of the inventory whose heading is mapped to a department.
fn systems<'a>(dataset: &'a Dataset, department: &str) -> Vec<&'a Row> {
    let groups: Vec<&Row> = dataset
        .rows(&inventory_groups::SPEC)
        .iter()
        .filter(|group| group.refers_to(inventory_groups::department.index, department))
        .collect();
    let belongs = |system: &&Row| {
        groups.iter().any(|group| system.refers_to(inventory::group.index, &group.id))
    };
    dataset.rows(&inventory::SPEC).iter().filter(belongs).collect()
}
