//! How long it takes from a write on disk to the changed page in the browser, beside what a build
//! from nothing takes in the same run. `benches/README.md` says how to run and read it.
//!
//! A plain program: what is measured takes from a hundredth of a second to minutes and needs a
//! server beside it, where the sampling of criterion or divan has nothing to add.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "a benchmark reads the disk and the clock, prints, and stops at its first surprise"
)]

mod edits;
mod generated;
mod parts;
mod project;
mod served;
mod table;

use project::Project;
use table::{Row, Table};

/// How often each thing is done; the medians are told.
const TIMES: usize = 7;
/// The same for the large project.
const FEW: usize = 3;

fn main() {
    // cargo bench hands on what follows `--`, and `--bench` of its own.
    let asked: Vec<String> = std::env::args().skip(1).filter(|one| one != "--bench").collect();
    let is_asked = |name: &str| asked.is_empty() || asked.iter().any(|one| one == name);
    if is_asked("real") {
        told("real", "the site of this repository", &Project::real(), TIMES);
    }
    if is_asked("large") {
        told("large", "1,741 areas, generated", &generated::project(), FEW);
    }
}

fn told(name: &str, what: &str, project: &Project, times: usize) {
    let snapshot = project.snapshot();
    println!("\n## {name}: {what}\n");
    let cold = parts::cold(&snapshot, times);
    println!(
        "{} pages, {} files, {:.1} MB; medians of {times}\n",
        cold.pages,
        cold.files,
        cold.bytes as f64 / 1e6
    );
    print!("{}", parts_table(&cold));
    println!();
    print!("{}", edits_table(project, &cold, times));
}

fn parts_table(cold: &parts::Cold) -> Table {
    let mut table = Table::new(&["a build from nothing", "seconds", "of the whole"]);
    for (part, seconds) in &cold.parts {
        table.row(Row::of(part).seconds(*seconds).share(*seconds / cold.whole));
    }
    table.row(Row::of("whole").seconds(cold.whole).share(1.0));
    table
}

fn edits_table(project: &Project, cold: &parts::Cold, times: usize) -> Table {
    let snapshot = project.snapshot();
    let heads = [
        "what is saved",
        "told and shown",
        "of the whole",
        "asked at once",
        "of the whole",
        "all is ready",
        "of the whole",
        "pages anew",
        "other anew",
    ];
    let mut table = Table::new(&heads);
    let served = served::Served::start(project);
    for edit in edits::ALL {
        let warm = parts::warm(&snapshot, edit, times);
        let loops = served.measure(edit, times);
        let row = [loops.told, loops.asked, warm.seconds]
            .iter()
            .fold(Row::of(edit.name), |row, seconds| {
                row.seconds(*seconds).share(seconds / cold.whole)
            });
        table.row(row.count(warm.pages).count(warm.others));
    }
    table
}
