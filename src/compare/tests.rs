//! Laws of comparing, on a small site and random edits to it; and what turned a state, case by case.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::{Version, compare, rows};
use crate::assess::{assess, withheld};
use crate::load::{Raw, load, write_csv};
use crate::model::tables::TABLES;
use crate::model::{Assessments, Cause, Causes, Dataset, Differences, RowChange, State, Turn};
use crate::text::{Snapshot, SourcePath};
use crate::validate::validate;

macro_rules! small {
    ($($name:literal),*) => {
        &[$(($name, include_str!(concat!("../../tests/sites/three-tests/", $name)))),*]
    };
}

/// A site whose every question is settled: three tests, four areas.
static SMALL: &[(&str, &str)] = small!(
    "kyotsu.toml",
    "data/areas.csv",
    "data/citations.csv",
    "data/departments.csv",
    "data/documents.csv",
    "data/evidence.csv",
    "data/judgements.csv",
    "data/updates.csv",
    "data/criteria/three-tests.toml"
);

const JUDGEMENTS: &str = "judgements";
const EVIDENCE: &str = "evidence";

/// The small site with its two tables that carry states open to edits.
#[derive(Clone)]
struct Project {
    files: BTreeMap<String, String>,
    tables: BTreeMap<&'static str, Sheet>,
}

#[derive(Clone, PartialEq)]
struct Sheet {
    headers: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// A project, checked and assessed.
struct Checked {
    raw: Raw,
    dataset: Dataset,
    published: Dataset,
    assessments: Assessments,
}

impl Project {
    fn small() -> Self {
        let files = SMALL.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
        let files: BTreeMap<String, String> = files.collect();
        let sheet = |name: &'static str| {
            let mut reader =
                csv::Reader::from_reader(files[&format!("data/{name}.csv")].as_bytes());
            let texts = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect();
            let headers = texts(reader.headers().unwrap());
            let rows = reader.records().map(|record| texts(&record.unwrap())).collect();
            (name, Sheet { headers, rows })
        };
        let tables = [sheet(JUDGEMENTS), sheet(EVIDENCE)].into();
        Self { files, tables }
    }

    fn sheet(&mut self, table: &str) -> &mut Sheet {
        self.tables.get_mut(table).unwrap()
    }

    /// The same with one cell changed.
    fn with(mut self, table: &str, id: &str, header: &str, value: &str) -> Self {
        let sheet = self.sheet(table);
        let column = sheet.headers.iter().position(|one| one == header).unwrap();
        let row = sheet.rows.iter_mut().find(|row| row[0] == id).unwrap();
        row[column] = value.to_owned();
        self
    }

    /// The same without a row.
    fn without(mut self, table: &str, id: &str) -> Self {
        self.sheet(table).rows.retain(|row| row[0] != id);
        self
    }

    /// The same with a row as another project has it, or without it where that has none.
    fn back(mut self, older: &Self, table: &str, id: &str) -> Self {
        let before = older.tables[table].rows.iter().find(|row| row[0] == id).cloned();
        let rows = &mut self.sheet(table).rows;
        let at = rows.iter().position(|row| row[0] == id);
        match (at, before) {
            (Some(at), Some(before)) => rows[at] = before,
            (Some(at), None) => drop(rows.remove(at)),
            (None, before) => rows.extend(before),
        }
        self
    }

    /// Has judgements cite another row of evidence, or none, instead of one.
    fn cite(&mut self, former: &str, instead: Option<&str>) {
        let sheet = self.sheet(JUDGEMENTS);
        let column = sheet.headers.iter().position(|one| one == "evidence").unwrap();
        for row in &mut sheet.rows {
            let ids = row[column].split(' ');
            let ids = ids.filter_map(|id| if id == former { instead } else { Some(id) });
            row[column] = ids.collect::<Vec<_>>().join(" ");
        }
    }

    /// Whether no question of an area is judged twice: checking refuses that, and no version with
    /// mistakes is compared.
    fn judges_once(&self) -> bool {
        let sheet = &self.tables[JUDGEMENTS];
        let columns = ["area", "criteria_set", "atom"]
            .map(|header| sheet.headers.iter().position(|one| one == header).unwrap());
        let judged: BTreeSet<_> =
            sheet.rows.iter().map(|row| columns.map(|column| &row[column])).collect();
        judged.len() == sheet.rows.len()
    }

    fn checked(&self) -> Checked {
        let mut snapshot: Snapshot =
            self.files.iter().map(|(name, text)| (name, text.as_bytes())).collect();
        for (name, sheet) in &self.tables {
            let headers: Vec<&str> = sheet.headers.iter().map(String::as_str).collect();
            let text = write_csv(&headers, &sheet.rows);
            snapshot.insert(SourcePath::new(format!("data/{name}.csv")), text.into_bytes());
        }
        let raw = load(&snapshot).value;
        let dataset = validate(&raw).value;
        let assessments = assess(&dataset);
        let published = withheld(&dataset, &assessments).unwrap_or_else(|| dataset.clone());
        Checked { raw, dataset, published, assessments }
    }

    fn state(&self, area: &str, test: &str) -> State {
        self.checked().assessments.areas[area].test(test).unwrap().state
    }
}

impl Checked {
    fn version(&self) -> Version<'_> {
        Version {
            raw: Some(&self.raw),
            dataset: &self.dataset,
            published: &self.published,
            assessments: &self.assessments,
        }
    }

    /// Every row as its cells, by table and id.
    fn rows(&self) -> Rows {
        let mut all = Rows::new();
        for spec in TABLES {
            let columns = rows::told_columns(spec);
            for row in self.dataset.rows(spec) {
                let cells = columns.iter().map(|one| (one.name.clone(), row.text(one.part)));
                all.insert((spec.name, row.id.clone()), cells.collect());
            }
        }
        all
    }
}

type Rows = BTreeMap<(&'static str, String), BTreeMap<String, String>>;

fn compared(old: &Project, new: &Project) -> Differences {
    compare(&old.checked().version(), &new.checked().version())
}

/// The older rows with everything done to them that is told.
fn applied(mut rows: Rows, differences: &Differences) -> Rows {
    for table in &differences.tables {
        let blank: BTreeMap<String, String> = rows::told_columns(table.spec)
            .into_iter()
            .map(|one| (one.name, String::new()))
            .collect();
        for row in &table.rows {
            let key = (table.spec.name, row.id.clone());
            if row.change == RowChange::Removed {
                assert!(rows.remove(&key).is_some(), "{key:?} is gone and was not there");
                continue;
            }
            let cells = rows.entry(key).or_insert_with(|| blank.clone());
            for cell in &row.cells {
                let before = cells.insert(cell.column.clone(), cell.new.clone());
                assert_eq!(before.as_ref(), Some(&cell.old), "{} {}", row.id, cell.column);
            }
        }
    }
    rows
}

fn row(table: &'static str, id: &str, change: RowChange) -> Cause {
    Cause::Row { table, id: id.to_owned(), change }
}

fn turn(area: &str, test: &str, from: State, to: State, causes: Causes) -> Turn {
    Turn { area: area.to_owned(), test: test.to_owned(), from, to, causes }
}

use RowChange::{Added, Changed, Removed};
use State::{Insufficient, Met, NotMet};

#[test]
fn a_dataset_against_itself_differs_in_nothing() {
    let small = Project::small();
    assert_eq!(compared(&small, &small), Differences::default());
}

#[test]
fn a_judgement_that_turned_a_state_is_named() {
    let small = Project::small();
    let new = small.clone().with(JUDGEMENTS, "star-charts-works", "state", "insufficient");
    let differences = compared(&small, &new);
    let cause = row(JUDGEMENTS, "star-charts-works", Changed);
    let expected = turn("star-charts", "feasible", Met, Insufficient, Causes::Sole(vec![cause]));
    assert_eq!(differences.turned, [expected]);
    let cell = &differences.tables[0].rows[0].cells[0];
    assert_eq!(
        (cell.column.as_str(), cell.old.as_str(), cell.new.as_str()),
        ("state", "met", "insufficient")
    );
}

/// The judgement stays as it is; what carried it was found too weak.
#[test]
fn evidence_that_turned_a_state_is_named_and_nothing_else_that_changed() {
    let small = Project::small();
    let new = small
        .clone()
        .with(EVIDENCE, "star-charts-works", "strength", "image")
        .with(EVIDENCE, "star-charts-works-image", "text_ja", "別の絵。")
        .with(JUDGEMENTS, "star-charts-works", "reason_ja", "別の理由。");
    let cause = row(EVIDENCE, "star-charts-works", Changed);
    let expected = turn("star-charts", "feasible", Met, Insufficient, Causes::Sole(vec![cause]));
    assert_eq!(compared(&small, &new).turned, [expected]);
}

/// One question with evidence is enough: where two came at once, neither alone did it.
#[test]
fn two_rows_that_did_it_only_together_are_joint() {
    let small = Project::small();
    let old = small
        .clone()
        .with(JUDGEMENTS, "star-charts-residents", "state", "insufficient")
        .with(JUDGEMENTS, "star-charts-visitors", "state", "insufficient");
    let both: Vec<Cause> = ["star-charts-residents", "star-charts-visitors"]
        .map(|id| row(JUDGEMENTS, id, Changed))
        .into();
    let came = turn("star-charts", "needs", Insufficient, Met, Causes::Joint(both.clone()));
    assert_eq!(compared(&old, &small).turned, [came]);

    // The other way round, either of them alone brings the need back.
    let went = turn("star-charts", "needs", Met, Insufficient, Causes::Sole(both));
    assert_eq!(compared(&small, &old).turned, [went]);
}

/// Every question must be settled: where two were open, closing only one would not have done.
#[test]
fn rows_of_which_each_did_it_are_all_named() {
    let small = Project::small();
    let old = small.clone().with(JUDGEMENTS, "star-charts-time", "state", "insufficient");
    let causes = Causes::Sole(vec![row(JUDGEMENTS, "star-charts-time", Changed)]);
    let new = small.clone().without(EVIDENCE, "star-charts-money-contrary");
    let expected = turn("star-charts", "prospect", Insufficient, Met, causes);
    assert_eq!(compared(&old, &new).turned, [expected]);

    let old = old.with(JUDGEMENTS, "star-charts-money", "state", "insufficient");
    let causes = ["star-charts-time", "star-charts-money"];
    let causes = Causes::Sole(causes.map(|id| row(JUDGEMENTS, id, Changed)).into());
    let expected = turn("star-charts", "prospect", Insufficient, Met, causes);
    assert_eq!(compared(&old, &small).turned, [expected]);
}

#[test]
fn a_judgement_under_another_id_is_one_row_gone_and_one_added_jointly() {
    let small = Project::small();
    let new = small.clone().with(JUDGEMENTS, "star-charts-works", "state", "insufficient").with(
        JUDGEMENTS,
        "star-charts-works",
        "id",
        "star-charts-trial",
    );
    let both = vec![
        row(JUDGEMENTS, "star-charts-trial", Added),
        row(JUDGEMENTS, "star-charts-works", Removed),
    ];
    let expected = turn("star-charts", "feasible", Met, Insufficient, Causes::Joint(both));
    assert_eq!(compared(&small, &new).turned, [expected]);
}

#[test]
fn a_criteria_set_that_turned_a_state_is_named() {
    let small = Project::small();
    let mut new = small.clone();
    let path = "data/criteria/three-tests.toml";
    let set = &small.files[path];
    let all = set.replacen("rule = \"any\"", "rule = \"all\"", 1);
    assert_ne!(set, &all);
    new.files.insert(path.to_owned(), all);
    let differences = compared(&small, &new);
    let turned: Vec<_> =
        differences.turned.iter().map(|turn| (turn.area.as_str(), turn.to)).collect();
    assert_eq!(turned, [("cloud-register", NotMet), ("moon-terrace", NotMet)]);
    for turn in &differences.turned {
        assert_eq!(turn.causes, Causes::Sole(vec![Cause::Method]));
    }
    let [file] = differences.files.as_slice() else { panic!("{:?}", differences.files) };
    let [key] = file.keys.as_slice() else { panic!("{:?}", file.keys) };
    let told = (key.key.as_str(), key.old.as_deref(), key.new.as_deref());
    assert_eq!(told, ("test[needs].rule", Some("any"), Some("all")));
}

#[test]
fn a_key_that_one_version_has_is_told_alone() {
    let small = Project::small();
    let mut new = small.clone();
    let moved = "\"old/clouds\" = \"areas/cloud-register\"";
    let settings = small.files["kyotsu.toml"].replace("[moved]\n", &format!("[moved]\n{moved}\n"));
    new.files.insert("kyotsu.toml".to_owned(), settings);
    let differences = compared(&small, &new);
    let [file] = differences.files.as_slice() else { panic!("{:?}", differences.files) };
    let keys: Vec<&str> = file.keys.iter().map(|key| key.key.as_str()).collect();
    assert_eq!(keys, ["moved.old/clouds"]);
    assert_eq!((&file.keys[0].old, file.path.as_str()), (&None, "kyotsu.toml"));
}

/// Whatever a row says beside its own columns.
#[test]
fn remarks_lines_and_citations_are_cells_too() {
    let small = Project::small();
    let mut changed = small.clone();
    let text = "id,department,area,before_ja,before_en,after_ja,after_en,printed_count,source,line,\
                confidence,as_printed,note_ja,note_en,printed_count_source\n\
                a,sky,star-charts,前,before,後,after,5,policy-findings,11,clear,五,注,note,\n";
    let other = text.replace(
        "5,policy-findings,11,clear,五,注,note,",
        "-,policy-tests,2,garbled,六,,,policy-outcomes",
    );
    let mut old = small;
    old.files.insert("data/effects.csv".to_owned(), text.to_owned());
    changed.files.insert("data/effects.csv".to_owned(), other);
    let differences = compared(&old, &changed);
    let cells = differences.tables[0].rows[0].cells.iter();
    let told: Vec<String> =
        cells.map(|cell| format!("{} {}>{}", cell.column, cell.old, cell.new)).collect();
    let expected = [
        "printed_count 5>-",
        "printed_count_source >policy-outcomes",
        "source policy-findings>policy-tests",
        "line 11>2",
        "confidence clear>garbled",
        "as_printed 五>六",
        "note_ja 注>",
        "note_en note>",
    ];
    assert_eq!(told, expected);
}

#[test]
fn rows_in_another_order_are_told_as_such() {
    let small = Project::small();
    let mut new = small.clone();
    new.sheet(JUDGEMENTS).rows.swap(0, 1);
    let differences = compared(&small, &new);
    let [table] = differences.tables.as_slice() else { panic!("{differences:?}") };
    assert!(table.reordered && table.rows.is_empty() && differences.turned.is_empty());
}

/// One edit to the tables that carry states.
#[derive(Clone, Debug)]
enum Edit {
    State(usize, &'static str),
    Strength(usize, &'static str),
    Direction(usize, &'static str),
    Reason(usize),
    Cited(usize, usize),
    Gone(bool, usize),
    Renamed(bool, usize),
    Moved(bool, usize, &'static str),
    Swapped(bool, usize, usize),
}

fn edit() -> impl Strategy<Value = Edit> {
    let at = || 0..40_usize;
    let state = prop::sample::select(vec!["met", "not_met", "insufficient", "not_applicable", ""]);
    let strength = prop::sample::select(vec!["survey", "voice", "image", "law"]);
    let direction = prop::sample::select(vec!["for", "against"]);
    let area = prop::sample::select(vec!["star-charts", "moon-terrace", "weathercocks"]);
    prop_oneof![
        4 => (at(), state).prop_map(|(at, state)| Edit::State(at, state)),
        3 => (at(), strength).prop_map(|(at, strength)| Edit::Strength(at, strength)),
        3 => (at(), direction).prop_map(|(at, direction)| Edit::Direction(at, direction)),
        1 => at().prop_map(Edit::Reason),
        2 => (at(), at()).prop_map(|(at, other)| Edit::Cited(at, other)),
        2 => (any::<bool>(), at()).prop_map(|(which, at)| Edit::Gone(which, at)),
        2 => (any::<bool>(), at()).prop_map(|(which, at)| Edit::Renamed(which, at)),
        1 => (any::<bool>(), at(), area).prop_map(|(which, at, area)| Edit::Moved(which, at, area)),
        1 => (any::<bool>(), at(), at()).prop_map(|(which, at, to)| Edit::Swapped(which, at, to)),
    ]
}

fn edited(mut project: Project, edits: &[Edit], round: &str) -> Project {
    for (number, edit) in edits.iter().enumerate() {
        let which = |judged: &bool| if *judged { JUDGEMENTS } else { EVIDENCE };
        let set = |project: &mut Project, table: &str, at: usize, header: &str, value: &str| {
            let sheet = project.sheet(table);
            let column = sheet.headers.iter().position(|one| one == header).unwrap();
            let length = sheet.rows.len();
            sheet.rows[at % length][column] = value.to_owned();
        };
        match edit {
            Edit::State(at, state) => set(&mut project, JUDGEMENTS, *at, "state", state),
            Edit::Strength(at, one) => set(&mut project, EVIDENCE, *at, "strength", one),
            Edit::Direction(at, one) => set(&mut project, EVIDENCE, *at, "direction", one),
            Edit::Reason(at) => set(&mut project, JUDGEMENTS, *at, "reason_ja", "改めた。"),
            Edit::Cited(at, other) => {
                let rows = &project.tables[EVIDENCE].rows;
                let id = rows[other % rows.len()][0].clone();
                set(&mut project, JUDGEMENTS, *at, "evidence", &id);
            }
            Edit::Gone(judged, at) => {
                let rows = &mut project.sheet(which(judged)).rows;
                let gone = rows.remove(at % rows.len());
                if !judged {
                    project.cite(&gone[0], None);
                }
            }
            Edit::Renamed(judged, at) => {
                let rows = &project.tables[which(judged)].rows;
                let (former, id) = (rows[at % rows.len()][0].clone(), format!("{round}-{number}"));
                set(&mut project, which(judged), *at, "id", &id);
                if !judged {
                    project.cite(&former, Some(&id));
                }
            }
            Edit::Moved(false, at, area) => set(&mut project, EVIDENCE, *at, "area", area),
            Edit::Moved(true, at, area) => {
                let mut moved = project.clone();
                set(&mut moved, JUDGEMENTS, *at, "area", area);
                if moved.judges_once() {
                    project = moved;
                }
            }
            Edit::Swapped(judged, at, to) => {
                let rows = &mut project.sheet(which(judged)).rows;
                let length = rows.len();
                rows.swap(at % length, to % length);
            }
        }
    }
    project
}

/// Each sole cause restores the state when its row alone is as before; joint ones only together.
fn proved(old: &Project, new: &Project, turn: &Turn) {
    let with_back = |causes: &[Cause]| {
        let back = causes.iter().fold(new.clone(), |project, cause| match cause {
            Cause::Row { table, id, .. } => project.back(old, table, id),
            Cause::Method => panic!("the set is the same"),
        });
        back.state(&turn.area, &turn.test) == turn.from
    };
    assert!(!turn.causes.all().is_empty(), "{turn:?}");
    match &turn.causes {
        Causes::Sole(causes) => {
            for cause in causes {
                assert!(with_back(std::slice::from_ref(cause)), "{cause:?} of {turn:?}");
            }
        }
        Causes::Joint(causes) => {
            assert!(causes.len() > 1 && with_back(causes), "{turn:?}");
            for at in 0..causes.len() {
                let fewer: Vec<Cause> = [&causes[..at], &causes[at + 1..]].concat();
                assert!(!with_back(&fewer), "{:?} is not needed in {turn:?}", causes[at]);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..Default::default() })]

    #[test]
    fn differences_lead_from_one_version_to_the_other_and_causes_are_causes(
        first in prop::collection::vec(edit(), 0..6),
        then in prop::collection::vec(edit(), 1..8),
    ) {
        let old = edited(Project::small(), &first, "first");
        let new = edited(old.clone(), &then, "then");
        let (before, after) = (old.checked(), new.checked());
        let differences = compare(&before.version(), &after.version());
        prop_assert_eq!(applied(before.rows(), &differences), after.rows());
        let mut turned = Vec::new();
        for (area, now) in &after.assessments.areas {
            for test in &now.tests {
                let from = before.assessments.areas[area].test(&test.test).unwrap().state;
                if from != test.state {
                    turned.push((area.as_str(), test.test.as_str(), from, test.state));
                }
            }
        }
        let told = differences.turned.iter();
        let told: Vec<_> =
            told.map(|one| (one.area.as_str(), one.test.as_str(), one.from, one.to)).collect();
        prop_assert_eq!(told, turned);
        for turn in &differences.turned {
            proved(&old, &new, turn);
        }
    }
}
