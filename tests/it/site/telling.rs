//! What the program tells beside the site: a page of problems, reminders, help, completions.

use std::fs;
use std::path::Path;

use crate::folder::{Place, text, write};
use crate::program::{Run, program};

/// What it said to a line, after it ended with a code.
#[track_caller]
fn said(root: &Path, line: &str, code: i32) -> String {
    program().args(line.split(' ')).current_dir(root).told().ended(code)
}

/// An empty project, with a page that says when it was reviewed.
fn project(review: &str) -> Place {
    let place = Place::new();
    said(place.path(), "--lang en init --empty .", 0);
    let page = format!("+++\ntitle = \"費用\"\n{review}+++\n\n本文。\n");
    let english = "+++\ntitle = \"Costs\"\n+++\n\nText.\n";
    write(place.path(), "content/costs/page.md", page);
    write(place.path(), "content/costs/page.en.md", english);
    write(place.path(), "content/page.en.md", english);
    place
}

const REVIEW: &str = "last_reviewed_on = 2026-05-22\nreview_in = 6\n";

#[test]
fn a_review_is_told_by_check_from_the_day_after_it_is_due() {
    let place = project(REVIEW);
    let on_the_day = said(place.path(), "--lang ja check --today 2026-11-22", 0);
    assert!(!on_the_day.contains("D660"), "{on_the_day}");
    let after = said(place.path(), "--lang ja check --today 2026-11-23", 0);
    assert!(
        after.contains("警告[D660]: 「/costs」の見直しの時期（2026年11月22日まで）"),
        "{after}"
    );
    assert!(after.contains("last_reviewed_on を \"2026-11-23\" に"), "{after}");
    let wrong = said(place.path(), "--lang ja check --today 22.11.2026", 2);
    assert!(wrong.contains("2026-11-22 の形で"), "{wrong}");
}

#[test]
fn a_review_shows_on_no_page_and_stops_no_build() {
    let (with, without) = (project("last_reviewed_on = 2020-01-01\nreview_in = 1\n"), project(""));
    for place in [&with, &without] {
        let told = said(place.path(), "--lang en build --strict", 0);
        assert!(!told.contains("D660"), "{told}");
    }
    let page = |place: &Place| text(place.path(), "output/costs/index.html");
    assert_eq!(page(&with), page(&without));
}

#[test]
fn problems_are_written_as_one_page_and_only_over_such_a_page() {
    let place = project("");
    let rows = "id,number,name_ja,name_en,prefectures,area,source\nk1,1,<b>,B,三,,\n";
    write(place.path(), "data/kinds.csv", rows);
    for _ in 0..2 {
        let told = said(place.path(), "--lang ja check --format html --output 確認.html", 1);
        assert!(told.ends_with("開く：確認.html\n"), "{told}");
    }
    let page = text(place.path(), "確認.html");
    assert_eq!(page, said(place.path(), "--lang ja check --format html", 1));
    assert!(page.contains("<dt>Excelのセル</dt><dd>E2</dd>"), "{page}");
    assert!(!page.contains("<b>") && !page.contains("src=") && !page.contains("url("), "{page}");
    assert!(!page.contains("href=\"h"), "{page}");
    let before = fs::read(place.at("kyotsu.toml")).unwrap();
    said(place.path(), "--lang ja check --format html --output kyotsu.toml", 2);
    assert_eq!(fs::read(place.at("kyotsu.toml")).unwrap(), before);
    said(place.path(), "--lang ja check --output new.html", 2);
    assert!(!place.at("new.html").exists());
}

#[test]
fn help_is_given_on_commands_and_on_messages() {
    let place = Place::new();
    let help = |line: &str, code: i32| said(place.path(), line, code);
    assert!(help("--lang ja help", 0).contains("コマンド:\n  build"));
    assert_eq!(help("--lang ja help check", 0), help("--lang ja check --help", 0));
    assert!(help("--lang ja help d204", 0).starts_with("D204 数として読めない\n"));
    assert!(help("--lang en help D204", 0).contains("How to mend it:\n  1. "));
    assert!(help("--lang ja help D2044", 2).contains("「D204」ではありませんか"));
    assert!(help("--lang en help nothing", 2).contains("kyotsu help lists the commands"));
}

#[test]
fn shells_and_man_are_told_every_command() {
    let place = Place::new();
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let script = said(place.path(), &format!("--lang en completions {shell}"), 0);
        for word in ["explain", "strict", "completions"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
    let page = said(place.path(), "--lang en man", 0);
    assert!(page.contains(".TH kyotsu 1") && page.contains("kyotsu\\-build(1)"), "{page}");
    let page = said(place.path(), "--lang ja man check", 0);
    assert!(page.contains(".TH kyotsu-check 1") && page.contains("誤りをすべて"), "{page}");
    said(place.path(), "--lang ja man chekc", 2);
}

#[test]
fn a_project_that_has_only_begun_has_no_odd_pages() {
    let place = Place::new();
    let root = place.path();
    said(root, "--lang ja init --empty .", 0);
    let told = said(root, "--lang ja build --strict", 0);
    assert!(told.contains("警告 0"), "{told}");
    let page = |path: &str| text(&root.join("output"), path);
    for path in ["areas", "criteria", "process", "evidence-gaps", "glossary"] {
        assert!(page(&format!("{path}/index.html")).contains("まだ内容はありません"), "{path}");
    }
    assert!(!page("index.html").contains("matrix-title"));
}

#[test]
fn an_area_without_criteria_is_told_apart_from_one_that_is_not_there() {
    let place = Place::new();
    let root = place.path();
    said(root, "--lang ja init --empty .", 0);
    write(root, "data/departments.csv", "id,name_ja,name_en\nd,部門,Department\n");
    let areas = "id,name_ja,name_en,department,why_listed\nbooks,図書,Books,d,inventory\n";
    write(root, "data/areas.csv", areas);
    let told = said(root, "--lang ja explain 図書", 2);
    assert!(told.contains("基準の組がまだありません"), "{told}");
    let told = said(root, "--lang ja explain 図画", 2);
    assert!(told.contains("業務領域「図画」はありません"), "{told}");
}
