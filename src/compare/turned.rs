//! States that turned, and what turned them: the area is assessed again with a change taken back.

use std::collections::{BTreeMap, BTreeSet};

use super::Version;
use crate::assess::assess;
use crate::model::tables::{
    areas, estimate_bands, estimate_spans, estimates, evidence, judgements,
};
use crate::model::{
    Assessment, Cause, Causes, Dataset, Field, Row, State, Table, TableDifference, TableSpec, Turn,
    kind,
};
use crate::validate::estimated;

/// Above so many changes to an area not every pair is tried; all are, and then fewer and fewer.
const PAIRED: usize = 24;

/// Every test of every area both versions have, where its state differs.
pub fn turned(old: &Version<'_>, new: &Version<'_>, differences: &[TableDifference]) -> Vec<Turn> {
    let mut all = Vec::new();
    for (area, now) in &new.assessments.areas {
        let Some(before) = old.assessments.areas.get(area) else { continue };
        let turned = now.tests.iter().filter_map(|test| {
            let from = before.test(&test.test)?.state;
            (from != test.state).then_some((test.test.as_str(), from, test.state))
        });
        let turned: Vec<(&str, State, State)> = turned.collect();
        if turned.is_empty() {
            continue;
        }
        let trial = Trial::new(old.dataset, new.dataset, area, differences);
        all.extend(turned.into_iter().map(|(test, from, to)| Turn {
            area: area.clone(),
            test: test.to_owned(),
            from,
            to,
            causes: trial.causes(test, from),
        }));
    }
    all
}

/// One area of both versions, cut out of its dataset, and everything that differs about it.
struct Trial<'a> {
    area: &'a str,
    old: Dataset,
    new: Dataset,
    /// what may be taken back, judgements first
    changes: Vec<Cause>,
}

impl<'a> Trial<'a> {
    fn new(old: &Dataset, new: &Dataset, area: &'a str, differences: &[TableDifference]) -> Self {
        let about = About::new([old, new], area);
        let (old, new) = (about.cut(old), about.cut(new));
        let of = |spec: &TableSpec| {
            let table = differences.iter().find(|one| one.spec.name == spec.name);
            table.map_or(&[][..], |table| &table.rows)
        };
        let is_here = |spec: &TableSpec, id: &str| {
            [&old, &new].iter().any(|dataset| dataset.row(spec.name, id).is_some())
        };
        let rows = CARRYING.iter().flat_map(|spec| {
            let rows = of(spec).iter().filter(|row| is_here(spec, &row.id));
            rows.map(|row| Cause::Row { table: spec.name, id: row.id.clone(), change: row.change })
        });
        let mut changes: Vec<Cause> = rows.collect();
        if old.set() != new.set() {
            changes.push(Cause::Method);
        }
        Self { area, old, new, changes }
    }

    /// What turned a test: single changes, else the smallest set found that does it together.
    fn causes(&self, test: &str, from: State) -> Causes {
        let restores = |taken: &[&Cause]| self.state(taken, test) == Some(from);
        let single: Vec<&Cause> = self.changes.iter().filter(|one| restores(&[one])).collect();
        if !single.is_empty() {
            return Causes::Sole(single.into_iter().cloned().collect());
        }
        let pair = self.pairs().find(|pair| restores(pair));
        let joint = pair.map_or_else(|| self.fewest(&restores), Vec::from);
        Causes::Joint(joint.into_iter().cloned().collect())
    }

    fn pairs(&self) -> impl Iterator<Item = [&Cause; 2]> {
        let few = if self.changes.len() <= PAIRED { self.changes.as_slice() } else { &[] };
        let after = |(at, one)| few.iter().skip(at + 1).map(move |other| [one, other]);
        few.iter().enumerate().flat_map(after)
    }

    /// All changes, less every one that is not needed.
    fn fewest(&self, restores: &impl Fn(&[&Cause]) -> bool) -> Vec<&Cause> {
        let mut kept: Vec<&Cause> = self.changes.iter().collect();
        for one in self.changes.iter().rev() {
            let fewer: Vec<&Cause> = kept.iter().copied().filter(|kept| *kept != one).collect();
            if restores(&fewer) {
                kept = fewer;
            }
        }
        kept
    }

    /// How a test stands with some changes taken back.
    fn state(&self, taken: &[&Cause], test: &str) -> Option<State> {
        let mut dataset = self.new.clone();
        for cause in taken {
            match cause {
                Cause::Row { table, id, .. } => restore(&mut dataset, &self.old, table, id),
                Cause::Method => {
                    dataset.criteria.clone_from(&self.old.criteria);
                    dataset.settings.criteria_set.clone_from(&self.old.settings.criteria_set);
                }
            }
        }
        dataset.estimates = estimated(&dataset);
        let assessed: Option<Assessment> = assess(&dataset).areas.remove(self.area);
        Some(assessed?.test(test)?.state)
    }
}

/// The tables whose rows can turn a state.
static CARRYING: [&TableSpec; 5] = [
    &judgements::SPEC,
    &evidence::SPEC,
    &estimates::SPEC,
    &estimate_bands::SPEC,
    &estimate_spans::SPEC,
];

/// The rows that are about one area in either version, by table.
struct About<'a> {
    ids: BTreeMap<&'static str, BTreeSet<&'a str>>,
}

impl<'a> About<'a> {
    fn new(versions: [&'a Dataset; 2], area: &'a str) -> Self {
        let rows = |spec: &'static TableSpec, field: Field<kind::Ref>, of: &BTreeSet<&str>| {
            let rows = versions.into_iter().flat_map(move |version| version.rows(spec));
            let own = rows.filter(|row| of.iter().any(|id| row.refers_to(field.index, id)));
            own.map(|row| row.id.as_str()).collect::<BTreeSet<&str>>()
        };
        let area = BTreeSet::from([area]);
        let own_estimates = rows(&estimates::SPEC, estimates::area, &area);
        let bands = rows(&estimate_bands::SPEC, estimate_bands::estimate, &own_estimates);
        let ids = [
            (judgements::SPEC.name, rows(&judgements::SPEC, judgements::area, &area)),
            (evidence::SPEC.name, rows(&evidence::SPEC, evidence::area, &area)),
            (estimate_spans::SPEC.name, rows(&estimate_spans::SPEC, estimate_spans::band, &bands)),
            (estimate_bands::SPEC.name, bands),
            (estimates::SPEC.name, own_estimates),
            (areas::SPEC.name, area),
        ];
        Self { ids: ids.into() }
    }

    /// A dataset of these rows and the criteria set only: it is copied for every trial.
    fn cut(&self, dataset: &Dataset) -> Dataset {
        let set = dataset.set();
        let mut cut = Dataset {
            criteria: set.map(|set| (set.id.clone(), set.clone())).into_iter().collect(),
            ..Dataset::default()
        };
        cut.settings.criteria_set = set.map(|set| set.id.clone());
        for spec in CARRYING.iter().copied().chain([&areas::SPEC]) {
            let is_own = |row: &&Row| {
                self.ids.get(spec.name).is_some_and(|ids| ids.contains(row.id.as_str()))
            };
            let rows = dataset.rows(spec).iter().filter(is_own).cloned().collect();
            cut.tables.insert(spec.name, Table::new(spec, rows));
        }
        cut
    }
}

/// Puts one row back as the older version has it.
fn restore(dataset: &mut Dataset, old: &Dataset, name: &'static str, id: &str) {
    let Some(table) = dataset.tables.get_mut(name) else { return };
    let mut rows = std::mem::take(&mut table.rows);
    let at = rows.iter().position(|row| row.id == id);
    match (at, old.row(name, id)) {
        (Some(at), Some(before)) => {
            rows.remove(at);
            rows.insert(at, before.clone());
        }
        (Some(at), None) => {
            rows.remove(at);
        }
        (None, Some(before)) => {
            // Of two judgements on one question the first counts, of two inputs the last: what is
            // there now must count, or one of two rows would seem to have done it alone.
            let at = if name == judgements::SPEC.name { rows.len() } else { 0 };
            rows.insert(at, before.clone());
        }
        (None, None) => {}
    }
    *table = Table::new(table.spec, rows);
}
