//! What the program tells beside the site: a page of problems, reminders, help, completions.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn kyotsu(root: &Path, line: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kyotsu"));
    command.args(line.split(' ')).current_dir(root).output().expect("the program starts")
}

/// What it said, after it ended with a code.
fn said(root: &Path, line: &str, code: i32) -> String {
    let output = kyotsu(root, line);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let told = format!("{}{}", text(&output.stdout), text(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{line}: {told}");
    told
}

/// An empty project, with a page that says when it was reviewed.
fn project(review: &str) -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    said(place.path(), "--lang en init --empty .", 0);
    let page = format!("+++\ntitle = \"費用\"\n{review}+++\n\n本文。\n");
    let english = "+++\ntitle = \"Costs\"\n+++\n\nText.\n";
    fs::create_dir_all(place.path().join("content/costs")).unwrap();
    fs::write(place.path().join("content/costs/page.md"), page).unwrap();
    fs::write(place.path().join("content/costs/page.en.md"), english).unwrap();
    fs::write(place.path().join("content/page.en.md"), english).unwrap();
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
    let page = |place: &tempfile::TempDir| fs::read(place.path().join("output/costs/index.html"));
    assert_eq!(page(&with).unwrap(), page(&without).unwrap());
}

#[test]
fn problems_are_written_as_one_page_and_only_over_such_a_page() {
    let place = project("");
    let rows = "id,number,name_ja,name_en,prefectures,area,source\nk1,1,<b>,B,三,,\n";
    fs::write(place.path().join("data/kinds.csv"), rows).unwrap();
    let file = place.path().join("確認.html");
    for _ in 0..2 {
        let told = said(place.path(), "--lang ja check --format html --output 確認.html", 1);
        assert!(told.ends_with("開く：確認.html\n"), "{told}");
    }
    let page = fs::read_to_string(&file).unwrap();
    assert_eq!(page, said(place.path(), "--lang ja check --format html", 1));
    assert!(page.contains("<dt>Excelのセル</dt><dd>E2</dd>"), "{page}");
    assert!(!page.contains("<b>") && !page.contains("src=") && !page.contains("url("), "{page}");
    assert!(!page.contains("href=\"h"), "{page}");
    let before = fs::read(place.path().join("kyotsu.toml")).unwrap();
    said(place.path(), "--lang ja check --format html --output kyotsu.toml", 2);
    assert_eq!(fs::read(place.path().join("kyotsu.toml")).unwrap(), before);
    said(place.path(), "--lang ja check --output new.html", 2);
    assert!(!place.path().join("new.html").exists());
}

#[test]
fn help_is_given_on_commands_and_on_messages() {
    let place = tempfile::tempdir().unwrap();
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
    let place = tempfile::tempdir().unwrap();
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
    let place = tempfile::tempdir().unwrap();
    let root = place.path();
    said(root, "--lang ja init --empty .", 0);
    let told = said(root, "--lang ja build --strict", 0);
    assert!(told.contains("警告 0"), "{told}");
    let page = |path: &str| fs::read_to_string(root.join("output").join(path)).unwrap();
    for path in ["areas", "criteria", "process", "evidence-gaps", "glossary"] {
        assert!(page(&format!("{path}/index.html")).contains("まだ内容はありません"), "{path}");
    }
    assert!(!page("index.html").contains("matrix-title"));
}

#[test]
fn an_area_without_criteria_is_told_apart_from_one_that_is_not_there() {
    let place = tempfile::tempdir().unwrap();
    let root = place.path();
    said(root, "--lang ja init --empty .", 0);
    fs::write(root.join("data/departments.csv"), "id,name_ja,name_en\nd,部門,Department\n")
        .unwrap();
    let areas = "id,name_ja,name_en,department,why_listed\nbooks,図書,Books,d,inventory\n";
    fs::write(root.join("data/areas.csv"), areas).unwrap();
    let told = said(root, "--lang ja explain 図書", 2);
    assert!(told.contains("基準の組がまだありません"), "{told}");
    let told = said(root, "--lang ja explain 図画", 2);
    assert!(told.contains("業務領域「図画」はありません"), "{told}");
}
