//! Ids that become folders of the site.

use super::references::place;
use crate::diag::Diagnostic;
use crate::load::{Raw, id_of_device};
use crate::model::Dataset;
use crate::model::tables::{areas, departments, schemes};
use crate::text::unfit_for_windows;

/// Every id that Windows cannot have for a folder.
pub fn check(dataset: &Dataset, raw: &Raw) -> Vec<Diagnostic> {
    let specs = [&areas::SPEC, &departments::SPEC, &schemes::SPEC];
    let tables = specs.into_iter().filter_map(|spec| Some((spec, raw.tables.get(spec.name)?)));
    let told = tables.flat_map(|(spec, file)| {
        let unfit = dataset.rows(spec).iter().filter(|row| unfit_for_windows(&row.id).is_some());
        unfit.map(move |row| id_of_device(place(file, spec, row, "id"), &row.id))
    });
    told.collect()
}
