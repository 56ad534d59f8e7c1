//! Raw rows to a [`Dataset`]: what comes out cannot be wrong any more.
//!
//! Each table is checked against its declaration, then the tables against each other. All
//! mistakes are told at once; a cell that cannot be used is absent in the result.

mod accessibility;
mod beside;
mod cell;
mod comments;
mod criteria;
mod date;
mod diags;
mod estimates;
mod examples;
mod expression;
mod folders;
mod judgements;
mod method;
mod moved;
mod number;
mod places;
mod reconcile;
mod references;
mod reviews;
mod settings;
mod table;

pub use self::cell::alike;
pub use self::comments::comments;
pub use self::references::are_read;
pub use self::table::headers;

use self::date::date;
use self::number::decimal;

use std::collections::BTreeMap;

use crate::diag::Checked;
use crate::load::Raw;
use crate::model::tables::TABLES;
use crate::model::{Dataset, Date, Estimate, Table};
use crate::threads;

/// A day, written in no other way than `2026-11-22`.
pub fn day(written: &str) -> Option<Date> {
    date(written).filter(|day| matches!(day, Date::Day(..)) && day.to_string() == written)
}

/// The estimates that the rows of a dataset make; what is wrong with them was told when it was checked.
pub fn estimated(dataset: &Dataset) -> BTreeMap<String, Estimate> {
    estimates::check(dataset, &Raw::default()).value
}

/// Checks everything that was read.
pub fn validate(raw: &Raw) -> Checked<Dataset> {
    let mut notes = Vec::new();
    let checked: Vec<Checked<Table>> =
        threads::each(TABLES, |spec| table::check(spec, raw.tables.get(spec.name)));
    let mut dataset = Dataset::default();
    for table in checked {
        let table = table.note(&mut notes);
        dataset.tables.insert(table.spec.name, table);
    }
    notes.extend(table::unknown_files(raw));
    notes.extend(references::check(&mut dataset, raw));
    dataset.settings = settings::check(raw.settings.as_ref()).note(&mut notes);
    dataset.criteria = criteria::check(&raw.criteria, &dataset).note(&mut notes);
    notes.extend(settings::set(raw.settings.as_ref(), &dataset));
    let renamed = moved::renamed(&dataset, raw).note(&mut notes);
    dataset.settings.moved.extend(renamed);
    notes.extend(judgements::check(&dataset, raw));
    dataset.estimates = estimates::check(&dataset, raw).note(&mut notes);
    dataset.examples = examples::check(raw.examples.as_ref()).note(&mut notes);
    dataset.accessibility = accessibility::check(raw.accessibility.as_ref()).note(&mut notes);
    dataset.reconciliations =
        reconcile::check(raw.reconciliations.as_ref(), &dataset).note(&mut notes);
    for (path, raw) in &raw.page_tables {
        dataset.page_tables.insert(path.clone(), table::page_table(raw).note(&mut notes));
    }
    dataset.reviews = reviews::check(raw).note(&mut notes);
    notes.extend(places::check(&dataset, raw));
    notes.extend(folders::check(&dataset, raw));
    notes.extend(references::unused_citations(&dataset, raw));
    Checked { value: dataset, notes }
}
