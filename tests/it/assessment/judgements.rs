//! What the file of judgements does to the site: none, one changed, and all filled in.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kyotsu::assess::assess;
use kyotsu::build::{Options, build, check};
use kyotsu::diag::Severity;
use kyotsu::model::{Reason, State};
use kyotsu::text::{Snapshot, SourcePath};

use super::{Standing, dataset, real, with_judgements};
use crate::site::{none, project, site};

/// The file of open questions, as it is published.
const OPEN_QUESTIONS: &str = "evidence-gaps/judgements.csv";

#[test]
fn without_judgements_nothing_is_settled() {
    let written = text("data/judgements.csv");
    let head = written.lines().next().unwrap();
    let blank = changed(&written, |row| {
        for column in ["state", "reason_ja", "reason_en", "evidence"] {
            row.set(column, "");
        }
    });
    for file in [format!("{head}\n"), blank] {
        let standing = Standing::of(&dataset(&with_judgements(project::snapshot(), &file)));
        assert_eq!(standing.questions.len(), Standing::of(real()).questions.len());
        for (question, answer) in standing.questions {
            assert_eq!(answer.state, Some(State::Insufficient), "{question:?}");
        }
        for (test, state) in standing.tests {
            assert_eq!(state, State::Insufficient, "{test:?}");
        }
    }
}

/// An area of 全庁横断 whose need rests on one survey: the judgement is taken back.
#[test]
fn one_judgement_changes_the_files_that_show_it_and_no_other() {
    let mut count = 0;
    let file = changed(&text("data/judgements.csv"), |row| {
        if row.get("area") == "online-application" && row.get("atom") == "N1" {
            assert_eq!(row.get("state"), "met", "this test takes back a judgement");
            row.set("state", "insufficient");
            row.set("reason_ja", "調査をもう一度読む。");
            row.set("reason_en", "The survey is being read again.");
            count += 1;
        }
    });
    assert_eq!(count, 1);
    let snapshot = with_judgements(project::snapshot(), &file);
    let after = build(&snapshot, &Options::default()).output.files;
    let before = &site().files;
    let paths = before.keys().chain(after.keys());
    let changed: BTreeSet<&str> =
        paths.filter(|path| before.get(*path) != after.get(*path)).map(String::as_str).collect();
    let shown = [
        // the area: its state, its question, its summary
        "areas/online-application/index.html",
        "en/areas/online-application/index.html",
        "areas/online-application/handout/index.html",
        "en/areas/online-application/handout/index.html",
        // the report, which holds all of these
        "report/index.html",
        "en/report/index.html",
        // the matrix of areas: first page, list of areas, its department
        "index.html",
        "en/index.html",
        "areas/index.html",
        "en/areas/index.html",
        "departments/cross/index.html",
        "en/departments/cross/index.html",
        // the question is open now
        "evidence-gaps/index.html",
        "en/evidence-gaps/index.html",
        OPEN_QUESTIONS,
        "evidence-gaps/judgements-excel.csv",
        // the table itself
        "data/judgements/index.html",
        "en/data/judgements/index.html",
        "data/judgements/judgements.csv",
        "data/judgements/judgements.json",
        "data/judgements/judgements-excel.csv",
        "data/judgements/judgements.xlsx",
        // what is computed from it
        "data/states/states.csv",
        "data/states/states.json",
        "data/states/states-excel.csv",
        "data/states/states.xlsx",
        "data/states/index.html",
        "en/data/states/index.html",
        // its reason, to be found
        "search/ja/index.js",
        "search/en/index.js",
        "search/ja/evidence.js",
        "search/en/evidence.js",
    ];
    assert_eq!(changed, BTreeSet::from(shown));
}

#[test]
fn the_file_of_open_questions_can_be_put_back_as_it_is() {
    let file = published(&site().files);
    let again = Standing::of(&dataset(&with_judgements(project::snapshot(), &file)));
    assert_eq!(again, Standing::of(real()));
}

/// Nobody is asked about the study itself, so the file has no question on it.
#[test]
fn the_file_of_open_questions_loses_no_judgement() {
    let file = changed(&text("data/judgements.csv"), |row| {
        if row.get("area") == "online-application" && row.get("atom") == "N1" {
            row.set("id", "online-application-study");
            row.set("atom", "study");
            row.set("evidence", "");
        }
    });
    let snapshot = with_judgements(without_templates(project::snapshot()), &file);
    let published = published(&build(&snapshot, &Options::default()).output.files);
    let (ours, published) = (ids(&file), ids(&published));
    none("judgements that are lost", ours.difference(&published).cloned().collect());
    assert!(published.len() > ours.len());
}

#[test]
fn the_file_of_open_questions_can_be_filled_in_and_put_back() {
    let (mut met, mut looked) = (0, 0);
    let file = changed(&published(&site().files), |row| {
        if !row.get("state").is_empty() {
            return;
        }
        let is_met = met <= looked;
        *(if is_met { &mut met } else { &mut looked }) += 1;
        row.set("state", if is_met { "met" } else { "insufficient" });
        row.set("reason_ja", "市の調査による。");
        row.set("reason_en", "By a survey of the city.");
        row.set("decided_by_ja", "担当課");
        row.set("decided_by_en", "section in charge");
        row.set("decided_on", "2026-12-01");
    });
    assert!(met > 100 && looked > 100, "{met} and {looked} were blank");
    let snapshot = with_judgements(without_templates(project::snapshot()), &file);
    let notes = check(&snapshot, &Options::default()).notes;
    let errors = notes.iter().filter(|note| note.severity() == Severity::Error);
    none("mistakes", errors.map(|note| format!("{note:?}")).collect());
    let warned: Vec<&str> = notes.iter().map(|note| note.code.id).collect();
    assert_eq!(warned, vec!["D224"; met], "a state without evidence is warned about, once each");
    let areas = assess(&dataset(&snapshot)).areas;
    let reasons = || areas.values().flat_map(|area| area.atoms()).flat_map(|atom| &atom.reasons);
    let count = |reason: Reason| reasons().filter(|one| **one == reason).count();
    assert_eq!(count(Reason::Unsupported(State::Met)), met);
    // Those nobody asks anybody about stay as they were.
    let unasked = areas.len();
    assert_eq!(count(Reason::Unjudged), unasked);
}

/// A row of a CSV file by its headers.
struct Record<'a> {
    headers: &'a csv::StringRecord,
    cells: Vec<String>,
}

impl Record<'_> {
    fn at(&self, header: &str) -> usize {
        self.headers.iter().position(|one| one == header).expect("a header of the file")
    }

    fn get(&self, header: &str) -> &str {
        &self.cells[self.at(header)]
    }

    fn set(&mut self, header: &str, text: &str) {
        let at = self.at(header);
        self.cells[at] = text.to_owned();
    }
}

/// A CSV file with every row changed, as another program would write it.
fn changed(file: &str, mut change: impl FnMut(&mut Record<'_>)) -> String {
    let mut reader = csv::Reader::from_reader(file.as_bytes());
    let headers = reader.headers().unwrap().clone();
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&headers).unwrap();
    for row in reader.records() {
        let cells = row.unwrap().iter().map(str::to_owned).collect();
        let mut record = Record { headers: &headers, cells };
        change(&mut record);
        writer.write_record(&record.cells).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn ids(file: &str) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    changed(file, |row| {
        ids.insert(row.get("id").to_owned());
    });
    ids
}

/// A file of the repository's project.
fn text(path: &str) -> String {
    project::text(&project::snapshot(), path)
}

/// The file of open questions, as people get it.
fn published(files: &BTreeMap<String, Arc<[u8]>>) -> String {
    let file = String::from_utf8(files[OPEN_QUESTIONS].to_vec()).unwrap();
    file.trim_start_matches('\u{feff}').to_owned()
}

/// Where no page is looked at, filling templates would take most of the time.
fn without_templates(snapshot: Snapshot) -> Snapshot {
    let is_template = |path: &SourcePath| path.extension() == "html";
    let files = snapshot.iter().map(|(path, bytes)| match is_template(path) {
        true => (path.as_str(), Vec::new()),
        false => (path.as_str(), bytes.to_vec()),
    });
    files.collect()
}
