//! Numbers typed in prose that stand in the data: each is told with the reference that shows it.
//!
//! A number counts as a figure with its unit only, as `[[table.row.column|unit]]` would show it:
//! `4,786億円` is one, `4,786` alone is none. Years are none, nor are whole numbers below
//! [`LEAST`]: that 47 prefectures stand in some row says nothing about a sentence on 47 prefectures.

use std::collections::BTreeMap;

use super::Sources;
use super::diags;
use super::figures::Shown;
use super::routes::Routes;
use super::scribe::Scribe;
use crate::diag::Diagnostic;
use crate::markdown::Numeral;
use crate::model::{Kind, MoneyUnit, Row, TableSpec};
use crate::text::{Language, half_width};
use crate::threads;

/// The least whole number that is taken for a figure.
const LEAST: i64 = 100;

/// How many references a message names.
const NAMED: usize = 3;

/// Every number typed in a page that a reference could show.
pub fn unbound(sources: &Sources<'_>, routes: &Routes) -> Vec<Diagnostic> {
    let told = threads::each(&Language::ALL, |language| {
        let scribe = Scribe { dataset: sources.dataset, routes, language: *language, route: "" };
        in_language(sources, &scribe)
    });
    told.into_iter().flatten().collect()
}

fn in_language(sources: &Sources<'_>, scribe: &Scribe<'_>) -> Vec<Diagnostic> {
    let documents = sources.documents.iter().filter(|one| one.language == scribe.language);
    let mut typed: BTreeMap<&str, Vec<Typed<'_>>> = BTreeMap::new();
    for numeral in documents.flat_map(|one| &one.numerals).filter(|one| is_figure(one)) {
        let after = half_width(numeral.after.trim_start());
        let one = Typed { numeral, after, references: Vec::new() };
        typed.entry(&numeral.digits).or_default().push(one);
    }
    if typed.is_empty() {
        return Vec::new();
    }
    for table in sources.dataset.tables.values() {
        for row in &table.rows {
            for (column, declared) in table.spec.columns.iter().enumerate() {
                if declared.is_numeric() {
                    found(scribe, (table.spec, row, column), &mut typed);
                }
            }
        }
    }
    let found = typed.into_values().flatten().filter(|one| !one.references.is_empty());
    found.map(|one| told(&one)).collect()
}

/// A number, what it counts, and what shows the same.
struct Typed<'a> {
    numeral: &'a Numeral,
    after: String,
    references: Vec<String>,
}

/// Whether a number is large or exact enough to be a figure, and no year.
fn is_figure(numeral: &Numeral) -> bool {
    let is_large = numeral.digits.parse().is_ok_and(|whole: i64| whole >= LEAST);
    (is_large || numeral.digits.contains('.')) && !numeral.after.starts_with('年')
}

/// Adds a cell to the numbers that say the same, in each unit it can be shown in.
fn found(
    scribe: &Scribe<'_>,
    (spec, row, column): (&TableSpec, &Row, usize),
    typed: &mut BTreeMap<&str, Vec<Typed<'_>>>,
) {
    let own = match spec.columns.get(column).map(|declared| declared.kind) {
        Some(Kind::Yen(unit)) => unit,
        _ => MoneyUnit::Yen,
    };
    let others = MoneyUnit::ALL.into_iter().filter(|unit| *unit != own).map(Some);
    for unit in std::iter::once(None).chain(others) {
        let Some(shown) = scribe.shown(spec, row, column, unit) else { continue };
        let digits = shown.text.replace(',', "");
        for one in typed.get_mut(digits.as_str()).into_iter().flatten() {
            if counts_the_same(one, &shown) && scribe.to_source(spec, row, column).is_some() {
                one.references.push(reference(scribe, (spec, row, column), unit));
            }
        }
    }
}

fn counts_the_same(one: &Typed<'_>, shown: &Shown) -> bool {
    let unit = shown.unit.trim();
    !unit.is_empty() && one.after.starts_with(&half_width(unit))
}

fn reference(
    scribe: &Scribe<'_>,
    (spec, row, column): (&TableSpec, &Row, usize),
    unit: Option<MoneyUnit>,
) -> String {
    let name = spec.columns.get(column).map_or("", |declared| declared.name);
    let unit = unit.map(|unit| format!("|{}", scribe.say(unit.label()).trim()));
    format!("[[{}.{}.{name}{}]]", spec.name, row.id, unit.unwrap_or_default())
}

fn told(one: &Typed<'_>) -> Diagnostic {
    let named = one.references.get(..NAMED).unwrap_or(&one.references);
    diags::figure_typed(one.numeral.place.clone(), named, one.references.len() > NAMED)
}
