//! Only what changed is made, and what is kept is what would have been made.

mod edits;
mod many;

use std::collections::BTreeSet;

use kyotsu::build::{Built, Memory, Options, rebuild};
use kyotsu::text::{Snapshot, SourcePath};

use crate::assessment::three_tests::snapshot as small;
use crate::folder;
use crate::site::project::edited;

fn warm(snapshot: &Snapshot, memory: &mut Memory) -> Built {
    rebuild(snapshot, &Options::default(), memory)
}

/// The files that differ between two builds.
fn differing(one: &Built, other: &Built) -> BTreeSet<String> {
    folder::differing(&one.output.files, &other.output.files)
}

fn assert_same(warm: &Built, cold: &Built, edit: &str) {
    let differing = differing(warm, cold);
    assert!(differing.is_empty(), "{edit}: {differing:?}");
    assert_eq!(warm.notes, cold.notes, "{edit}");
    assert_eq!(warm.output.opening, cold.output.opening, "{edit}");
    assert_eq!(warm.output.search, cold.output.search, "{edit}");
    assert_eq!(warm.output.pages, cold.output.pages, "{edit}");
}

#[test]
fn a_second_build_makes_nothing() {
    let mut memory = Memory::default();
    let first = warm(&small(), &mut memory);
    assert!(first.rendered.len() > first.output.pages, "{:?}", first.rendered);
    let second = warm(&small(), &mut memory);
    assert_eq!(second.rendered, BTreeSet::new());
    assert_same(&second, &first, "no edit");
}

#[test]
fn a_cell_makes_the_pages_that_show_it_and_no_others() {
    let mut memory = Memory::default();
    let before = warm(&small(), &mut memory);
    let reason = "星図について、別の資料による。";
    let edit = edited(&small(), "data/judgements.csv", "住む人についての資料による。", reason);
    let after = warm(&edit, &mut memory);
    let changed = differing(&before, &after);
    let pages = |names: &BTreeSet<String>| -> BTreeSet<String> {
        names.iter().filter(|name| name.ends_with(".html")).cloned().collect()
    };
    assert_eq!(pages(&after.rendered), pages(&changed));
    let shown_on =
        ["areas/star-charts/index.html", "data/judgements/index.html", "report/index.html"];
    assert_eq!(pages(&after.rendered), shown_on.map(str::to_owned).into());
}

#[test]
fn a_stylesheet_makes_no_page() {
    let mut memory = Memory::default();
    warm(&small(), &mut memory);
    let path = SourcePath::new("themes/default/assets/style.css");
    let mut snapshot = small();
    snapshot.insert(path, *b"body { color: navy }");
    let after = warm(&snapshot, &mut memory);
    assert_eq!(after.rendered, BTreeSet::new());
    assert_eq!(&*after.output.files["assets/style.css"], b"body { color: navy }");
}

#[test]
fn a_template_makes_every_page_and_no_table() {
    let mut memory = Memory::default();
    let before = warm(&small(), &mut memory);
    let edit = edited(&small(), "themes/default/templates/base.html", "<footer", "<hr><footer");
    let after = warm(&edit, &mut memory);
    let is_page = |name: &&String| name.ends_with(".html");
    assert!(after.rendered.iter().all(|name| name.ends_with(".html")), "{:?}", after.rendered);
    assert_eq!(after.rendered.len(), before.rendered.iter().filter(is_page).count());
}

#[test]
fn what_was_said_of_a_kept_page_is_said_again() {
    let mut memory = Memory::default();
    let broken =
        edited(&small(), "themes/default/templates/areas.html", "page.body", "page.nothing");
    let first = warm(&broken, &mut memory);
    assert!(!first.notes.is_empty());
    let second = warm(&broken, &mut memory);
    assert_eq!(second.rendered, BTreeSet::new());
    assert_eq!(second.notes, first.notes);
}
