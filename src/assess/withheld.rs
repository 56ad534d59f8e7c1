//! What is known and not published: the amounts of a band in which they would be a single body's.

use crate::model::tables::{estimate_bands, estimate_spans};
use crate::model::{Absence, Assessments, Column, Dataset, Kind, Row, Table, TableSpec, Value};

/// The dataset with every such amount withheld; none where nothing is.
pub fn withheld(dataset: &Dataset, assessments: &Assessments) -> Option<Dataset> {
    let effects = assessments.areas.values().filter_map(|assessment| assessment.effect.as_ref());
    let bands = effects.flat_map(|effect| &effect.bands).filter(|band| band.suppressed);
    let bands: Vec<&str> = bands.map(|band| band.id.as_str()).collect();
    if bands.is_empty() {
        return None;
    }
    let mut published = dataset.clone();
    let of_band = |row: &Row| bands.contains(&row.id.as_str());
    let of_span = |row: &Row| row.get(estimate_spans::band).is_some_and(|id| bands.contains(&id));
    withhold(&mut published, &estimate_bands::SPEC, of_band, is_amount);
    withhold(&mut published, &estimate_spans::SPEC, of_span, is_amount);
    Some(published)
}

fn withhold(
    dataset: &mut Dataset,
    spec: &'static TableSpec,
    is_one: impl Fn(&Row) -> bool,
    is_amount: fn(&Column) -> bool,
) {
    let rows = dataset.rows(spec).to_vec().into_iter().map(|mut row| {
        if is_one(&row) {
            let cells = row.values.iter_mut().zip(spec.columns);
            let amounts = cells.filter(|(_, column)| is_amount(column));
            amounts.for_each(|(value, _)| withhold_value(value));
        }
        row
    });
    let table = Table::new(spec, rows.collect());
    dataset.tables.insert(spec.name, table);
}

/// What is not there cannot be withheld, and says so.
fn withhold_value(value: &mut Value) {
    if !matches!(value, Value::Absent(_)) {
        *value = Value::Absent(Absence::Suppressed);
    }
}

/// Yen, shares and hours; how many bodies there are and which years are meant is no secret.
fn is_amount(column: &Column) -> bool {
    matches!(column.kind, Kind::Yen(_) | Kind::Decimal(_))
}
