//! Why rows changed, as `change_reasons` gives it; and reasons for what did not change.

use std::collections::BTreeMap;

use super::editions::{Editions, Since};
use super::{Sources, diags};
use crate::diag::Diagnostic;
use crate::model::tables::{TABLES, change_reasons};
use crate::model::{Dataset, Date, Row};
use crate::text::Words;

/// Reasons by where and what: a table and a row's id, or a file and a key.
pub struct Reasons<'a>(BTreeMap<(&'a str, &'a str), Vec<&'a Words>>);

impl<'a> Reasons<'a> {
    /// The reasons for what differs between two versions: those given for the edition the older one
    /// is, or else those it does not have yet.
    pub fn new(old: &Dataset, new: &'a Dataset, since: Option<Date>) -> Self {
        let is_meant = |row: &&Row| match since {
            Some(since) => row.get(change_reasons::since) == Some(since),
            None => old.row(change_reasons::SPEC.name, &row.id).is_none(),
        };
        let mut reasons: BTreeMap<_, Vec<&Words>> = BTreeMap::new();
        for row in new.rows(&change_reasons::SPEC).iter().filter(is_meant) {
            let of = row.get(change_reasons::table).zip(row.get(change_reasons::row));
            if let Some((of, reason)) = of.zip(row.get(change_reasons::reason)) {
                reasons.entry(of).or_default().push(reason);
            }
        }
        Self(reasons)
    }

    /// Why a row, or a key of a file, changed.
    pub fn of(&self, table: &str, row: &str) -> Vec<Words> {
        let found = self.0.get(&(table, row)).into_iter().flatten();
        found.map(|words| (*words).clone()).collect()
    }
}

/// Reasons for nothing: of an edition that is not kept, or of what is as it was in the newest.
pub fn idle(sources: &Sources<'_>) -> Vec<Diagnostic> {
    let rows = sources.dataset.rows(&change_reasons::SPEC).iter();
    rows.filter_map(|row| told(sources.editions, row)).collect()
}

fn told(editions: &Editions<'_>, row: &Row) -> Option<Diagnostic> {
    let since = row.get(change_reasons::since)?;
    let place = row.place(&change_reasons::SPEC);
    if !editions.kept.contains(&since) {
        let kept: Vec<String> = editions.kept.iter().map(Date::to_string).collect();
        let kept = kept.iter().map(String::as_str);
        return Some(diags::reason_edition(place, &since.to_string(), kept));
    }
    let newest = editions.since.as_ref().filter(|newest| newest.date == since)?;
    let (table, id) = (row.get(change_reasons::table)?, row.get(change_reasons::row)?);
    (!differs(newest, table, id)).then(|| {
        let known = TABLES.iter().map(|spec| spec.name);
        match table.ends_with(".toml") || known.clone().any(|name| name == table) {
            true => diags::reason_idle(place, table, id, since),
            false => diags::reason_table(place, table, known),
        }
    })
}

fn differs(since: &Since<'_>, table: &str, id: &str) -> bool {
    let comparison = &since.comparison;
    let tables = comparison.tables.iter().filter(|one| one.table.id == table);
    let files = comparison.files.iter().filter(|one| one.path == table);
    tables.flat_map(|one| &one.rows).any(|row| row.row.id == id)
        || files.flat_map(|one| &one.keys).any(|key| key.key == id)
}
