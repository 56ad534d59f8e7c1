//! How areas stand: what evidence can and cannot do, what one judgement changes on the site, and a
//! criteria set of another kind.

mod estimates;
mod evidence;
mod judgements;
pub mod three_tests;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use kyotsu::assess::assess;
use kyotsu::load::load;
use kyotsu::model::{Assessment, Dataset, State};
use kyotsu::text::{Snapshot, SourcePath};
use kyotsu::validate::validate;

use crate::site::project;

/// The checked data of a project.
fn dataset(snapshot: &Snapshot) -> Dataset {
    validate(&load(snapshot).value).value
}

/// The tables that states rest on.
const WEIGHED: [&str; 4] = ["areas", "evidence", "judgements", "criteria_applications"];

/// The repository's own project, less the tables no state rests on: it is copied often.
fn real() -> &'static Dataset {
    static REAL: OnceLock<Dataset> = OnceLock::new();
    REAL.get_or_init(|| {
        let mut dataset = dataset(&project::snapshot());
        dataset.tables.retain(|name, _| WEIGHED.contains(name));
        dataset
    })
}

/// `tests/sites/three-tests`: every question about every area is settled.
fn settled() -> &'static Dataset {
    static SETTLED: OnceLock<Dataset> = OnceLock::new();
    SETTLED.get_or_init(|| dataset(&three_tests::snapshot()))
}

/// The snapshot with another file `data/judgements.csv`.
fn with_judgements(mut snapshot: Snapshot, file: &str) -> Snapshot {
    snapshot.insert(SourcePath::new("data/judgements.csv"), file.as_bytes());
    snapshot
}

/// How one question stands.
#[derive(Clone, PartialEq, Debug)]
struct Answer {
    /// none if it is not asked
    state: Option<State>,
    evidence: usize,
    leads: usize,
}

/// How everything stands, by area and name.
#[derive(Clone, PartialEq, Debug)]
struct Standing {
    questions: BTreeMap<(String, String), Answer>,
    tests: BTreeMap<(String, String), State>,
    /// what else is said of each area: sentence, prompts, gaps
    rest: BTreeMap<String, String>,
}

impl Standing {
    fn of(dataset: &Dataset) -> Self {
        let areas = assess(dataset).areas;
        let named = |area: &str, name: &str| (area.to_owned(), name.to_owned());
        let questions = areas.iter().flat_map(|(area, one)| {
            one.atoms().map(|atom| {
                let (evidence, leads) = (atom.evidence.len(), atom.leads.len());
                (named(area, &atom.atom), Answer { state: atom.state, evidence, leads })
            })
        });
        let tests = areas.iter().flat_map(|(area, one)| {
            one.tests.iter().map(|test| (named(area, &test.test), test.state))
        });
        let rest = areas.iter().map(|(area, one)| (area.clone(), rest(one)));
        Self { questions: questions.collect(), tests: tests.collect(), rest: rest.collect() }
    }
}

fn rest(area: &Assessment) -> String {
    format!("{:?} {:?} {:?}", area.sentence, area.prompts, area.gaps)
}

#[test]
fn every_state_is_explained() {
    for dataset in [real(), settled()] {
        for (area, one) in assess(dataset).areas {
            for atom in one.atoms() {
                assert!(!atom.reasons.is_empty(), "{area} {}", atom.atom);
            }
            for test in &one.tests {
                let by_questions = test.atoms.iter().any(|atom| atom.state.is_some());
                assert!(!test.reasons.is_empty() || by_questions, "{area} {}", test.test);
            }
        }
    }
}
