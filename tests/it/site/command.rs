//! The program itself, run as people run it: the same bytes anywhere, and no half-made site.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::{project, site};
use crate::folder::{self, Files, Place, differing, name, write};
use crate::program::{self, Run, Told, program};

fn kyotsu(arguments: &[&str]) -> Told {
    program::kyotsu("en", arguments).told()
}

/// A build that must succeed, and what it said.
fn build(root: &Path, output: &Path) -> String {
    kyotsu(&["build", "--root", name(root), "--output", name(output)]).ended(0)
}

fn assert_same(one: &Files, other: &Files) {
    assert_eq!(differing(one, other), BTreeSet::new());
    assert!(!one.is_empty());
}

fn without_records(mut folder: Files) -> Files {
    folder.retain(|name, _| !name.starts_with(".kyotsu"));
    folder
}

#[test]
fn threads_time_zone_and_language_do_not_show() {
    let place = Place::new();
    let surroundings =
        [("1", "Asia/Tokyo", "ja_JP.UTF-8", "one"), ("4", "America/St_Johns", "C", "four")];
    let folders = surroundings.map(|(threads, zone, language, folder)| {
        let output = place.at(folder);
        let built = program()
            .args(["build", "--root", name(project::root()), "--output", name(&output)])
            .current_dir(place.path())
            .env("RAYON_NUM_THREADS", threads)
            .env("TZ", zone)
            .env("LANG", language)
            .env("LC_ALL", language)
            .told();
        built.ended(0);
        folder::read(&output)
    });
    let [one, four] = folders;
    assert_same(&one, &four);
    assert_same(&without_records(one), &site().files);
}

#[test]
fn a_second_build_writes_nothing() {
    let place = Place::new();
    let output = place.at("site");
    build(&project::small(), &output);
    let index = output.join("index.html");
    let before = (folder::read(&output), fs::metadata(&index).unwrap().modified().unwrap());
    let told = build(&project::small(), &output);
    assert!(told.contains("files written: 0,"), "{told}");
    assert_same(&before.0, &folder::read(&output));
    assert_eq!(before.1, fs::metadata(&index).unwrap().modified().unwrap());
}

#[test]
fn a_project_from_the_program_alone_is_this_site() {
    let place = Place::new();
    let root = place.at("新しいサイト");
    for arguments in [&["init", name(&root)][..], &["build", "--root", name(&root)]] {
        program::kyotsu("en", arguments).current_dir(place.path()).told().ended(0);
    }
    assert_same(&without_records(folder::read(&root.join("output"))), &site().files);
}

#[test]
fn an_empty_project_builds_too() {
    let place = Place::new();
    let root = place.at("site");
    kyotsu(&["init", "--empty", name(&root)]).ended(0);
    build(&root, &root.join("output"));
    assert!(root.join("output/index.html").exists());
    assert!(root.join("output/en/index.html").exists());
}

#[test]
fn a_mistake_leaves_the_former_site_as_it_was() {
    let place = Place::new();
    let (root, output) = (place.at("project"), place.at("site"));
    kyotsu(&["init", "--empty", name(&root)]).ended(0);
    build(&root, &output);
    let before = folder::read(&output);
    let rows = "id,number,name_ja,name_en,prefectures,area,source\n\
                new,三,新しい種類,New kind,多い,,nowhere\n";
    write(&root, "data/kinds.csv", rows);
    let told = kyotsu(&["build", "--root", name(&root), "--output", name(&output)]).ended(1);
    assert!(told.contains("kinds.csv:2:"), "{told}");
    assert!(told.contains("多い") && told.contains("nowhere"), "not all at once: {told}");
    assert_same(&before, &folder::read(&output));
    assert_eq!(folder::names(place.path()), ["project", "site"]);
}

#[test]
fn this_project_has_nothing_to_mend() {
    let told = kyotsu(&["check", "--root", name(project::root())]).ended(0);
    assert_eq!(told, "errors: 0, warnings: 0\n");
}

#[test]
fn wrong_usage_is_told_and_nothing_is_done() {
    let place = Place::new();
    write(place.path(), "letter.txt", "mine");
    let root = project::small();
    let refused = [
        vec!["init", name(place.path())],
        vec!["build", "--root", name(&root), "--output", name(place.path())],
        vec!["build", "--no-such-option"],
        vec!["no-such-command"],
    ];
    for arguments in refused {
        let told = kyotsu(&arguments);
        assert_eq!(told.code, 2, "{arguments:?}: {}", told.all());
        assert!(told.out.is_empty() && !told.err.is_empty(), "{arguments:?}");
    }
    assert_eq!(folder::read(place.path()).len(), 1);
}

#[test]
fn a_place_that_cannot_be_written_is_the_machine_s_fault() {
    let place = Place::new();
    let file = place.at("file");
    fs::write(&file, "in the way").unwrap();
    let below = file.join("site");
    let root = project::small();
    let told = kyotsu(&["build", "--root", name(&root), "--output", name(&below)]).ended(3);
    assert!(told.contains(name(&below)) || told.contains(name(&file)));
    assert_eq!(fs::read(&file).unwrap(), b"in the way");
}

#[test]
fn an_area_is_explained_as_its_page_says_it() {
    let root = env!("CARGO_MANIFEST_DIR");
    let told = kyotsu(&["explain", "online-application", "--root", root]).ended(0);
    let page = String::from_utf8_lossy(&site().files["en/areas/online-application/index.html"]);
    let summary = told.lines().nth(1).unwrap();
    assert!(page.contains(summary), "{summary}");
    for part in ["STEP1 Need: ", "Judgement: ", "Leads", "Form of an answer: ", "line 260"] {
        assert!(told.contains(part), "{part}: {told}");
    }

    // By its name too, and for programs.
    let named = kyotsu(&["explain", "電子申請・納付", "--root", root, "--format", "json"]);
    let read: serde_json::Value = serde_json::from_str(&named.out).unwrap();
    assert_eq!(read["area"], "online-application");
    assert_eq!(read["summary"], summary);
    assert_eq!(read["tests"][0]["state"]["tone"], "met");
    assert_eq!(read["computed"], serde_json::Value::Null);
}

#[test]
fn an_unknown_area_is_told_with_the_nearest_one() {
    let told = kyotsu(&["explain", "libary", "--root", env!("CARGO_MANIFEST_DIR")]).ended(2);
    assert_eq!(told, "error: there is no area 「libary」; did you mean 「library」?\n");
}
