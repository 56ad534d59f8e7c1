//! The columns whose numbers may be added up over rows: the rows share nothing out twice.
//!
//! Left out on purpose: the survey's kinds and what a prefecture procured of them (a prefecture
//! stands in several), cloud adoption (its rows hold parts beside their wholes), shares and amounts
//! for one body or resident, inputs of different areas.

use super::{costs, customisation, customisation_bands};
use crate::model::TableSpec;

static SUMMED: &[(&TableSpec, &[&str])] = &[
    // Each municipality is in one class of population; the paper's own total is their sum.
    (&costs::SPEC, &["total_yen"]),
    // The two classes meet at a population of 100,000 and do not overlap.
    (&customisation_bands::SPEC, &["bodies", "cost_yen"]),
    // A body gave one answer, and those that gave none are in no row.
    (&customisation::SPEC, &["bodies"]),
];

/// Whether the numbers of a column may be added up.
pub fn is_summed(spec: &TableSpec, column: usize) -> bool {
    let named = SUMMED.iter().find(|(one, _)| one.name == spec.name);
    let name = spec.columns.get(column).map(|column| column.name);
    named.is_some_and(|(_, columns)| name.is_some_and(|name| columns.contains(&name)))
}

#[cfg(test)]
mod tests {
    use super::super::{cloud, kinds, prefecture_counts};
    use super::*;

    #[test]
    fn what_is_added_up_is_there_and_is_a_number() {
        for (spec, names) in SUMMED {
            for name in *names {
                let (index, column) = spec.column(name).unwrap();
                assert!(column.is_numeric(), "{}.{name}", spec.name);
                assert!(is_summed(spec, index));
            }
        }
    }

    #[test]
    fn parts_that_overlap_are_never_added_up() {
        for spec in [&kinds::SPEC, &prefecture_counts::SPEC, &cloud::SPEC] {
            let any = (0..spec.columns.len()).any(|column| is_summed(spec, column));
            assert!(!any, "{}", spec.name);
        }
    }
}
