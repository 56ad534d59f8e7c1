//! A project as large as it may become: an area for each municipality there is, every one of them
//! judged, with evidence and a system of the inventory, in both languages. Same bytes every time.

use std::fmt::Write;

use crate::project::Project;

/// How many municipalities there are.
const AREAS: usize = 1741;

const QUESTIONS: [&str; 4] = ["N1", "N2", "C1", "C2"];
const STATES: [&str; 3] = ["insufficient", "met", "insufficient"];
const CITATION: &str = "wt-inventory-sheet-1,37,inferred";

/// The repository's project with as many areas more as are missing.
pub fn project() -> Project {
    let project = Project::real();
    let ids = |file: &str| -> Vec<String> {
        let text = project.text(file);
        text.lines().skip(1).filter_map(|row| Some(row.split_once(',')?.0.to_owned())).collect()
    };
    let there = ids("data/areas.csv").len();
    let departments = ids("data/departments.csv");
    let groups = ids("data/inventory_groups.csv");
    let [mut areas, mut judgements, mut evidence, mut inventory] = [const { String::new() }; 4];
    for number in there..AREAS {
        let department = &departments[number % departments.len()];
        let group = &groups[number % groups.len()];
        area(&mut areas, number, department);
        for (at, question) in QUESTIONS.iter().enumerate() {
            let state = STATES[(number + at) % STATES.len()];
            judgement(&mut judgements, number, question, state);
            observed(&mut evidence, number, question);
        }
        system(&mut inventory, number, group);
    }
    for (file, rows) in [
        ("data/areas.csv", areas),
        ("data/judgements.csv", judgements),
        ("data/evidence.csv", evidence),
        ("data/inventory.csv", inventory),
    ] {
        project.write(file, &(project.text(file) + &rows));
    }
    project
}

fn id(number: usize) -> String {
    format!("work-{number:04}")
}

fn area(out: &mut String, number: usize, department: &str) {
    let id = id(number);
    writeln!(out, "{id},第{number}の業務,Work number {number},{department},,inventory").unwrap();
}

fn judgement(out: &mut String, number: usize, question: &str, state: &str) {
    let (id, row) = (id(number), question.to_lowercase());
    writeln!(
        out,
        "{id}-{row},{id},2024-04-wt,{question},{state},\
         第{number}の業務について述べた資料による。,After a document on work number {number}.,\
         {id}-{row}-seen,編集者,editor,2026-11-21,,"
    )
    .unwrap();
}

fn observed(out: &mut String, number: usize, question: &str) {
    let (id, row) = (id(number), question.to_lowercase());
    writeln!(
        out,
        "{id}-{row}-seen,{id},{question},survey,for,\
         第{number}の業務は、多くの団体で同じように行われている。,\
         Work number {number} is carried out alike by many bodies.,{CITATION},,,"
    )
    .unwrap();
}

fn system(out: &mut String, number: usize, group: &str) {
    let id = id(number);
    writeln!(
        out,
        "{id}-system,第{number}の業務のシステム,System of work number {number},{group},,{id},\
         {CITATION},,,"
    )
    .unwrap();
}
