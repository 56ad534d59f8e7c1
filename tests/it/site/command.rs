//! The program itself, run as people run it: the same bytes anywhere, and no half-made site.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use super::{project, site};

/// A folder's files by their path.
type Folder = BTreeMap<String, Vec<u8>>;

fn kyotsu(arguments: &[&str]) -> Output {
    ran(&mut command(arguments))
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kyotsu"));
    command.args(["--lang", "en"]).args(arguments);
    command
}

fn ran(command: &mut Command) -> Output {
    command.output().expect("the program starts")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("not stopped by a signal")
}

fn said(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    format!("{}{}", text(&output.stdout), text(&output.stderr))
}

/// A build that must succeed, and what it said.
fn build(root: &Path, output: &Path) -> String {
    let built = kyotsu(&["build", "--root", text(root), "--output", text(output)]);
    assert_eq!(code(&built), 0, "{}", said(&built));
    said(&built)
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn folder(path: &Path) -> Folder {
    let mut files = Folder::new();
    collect(path, path, &mut files);
    files
}

fn collect(root: &Path, path: &Path, files: &mut Folder) {
    for entry in fs::read_dir(path).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let name = text(path.strip_prefix(root).unwrap()).to_owned();
            files.insert(name, fs::read(&path).unwrap());
        }
    }
}

/// Compares folders and tells the names of what differs, not megabytes.
fn assert_same(one: &Folder, other: &Folder) {
    let names: Vec<_> = one.keys().chain(other.keys()).collect();
    let differ: Vec<_> =
        names.into_iter().filter(|name| one.get(*name) != other.get(*name)).collect();
    assert!(differ.is_empty(), "{differ:?}");
    assert!(!one.is_empty());
}

fn without_records(mut folder: Folder) -> Folder {
    folder.retain(|name, _| !name.starts_with(".kyotsu"));
    folder
}

fn in_memory() -> Folder {
    site().files.iter().map(|(path, bytes)| (path.clone(), bytes.to_vec())).collect()
}

#[test]
fn threads_time_zone_and_language_do_not_show() {
    let place = tempfile::tempdir().unwrap();
    let surroundings =
        [("1", "Asia/Tokyo", "ja_JP.UTF-8", "one"), ("4", "America/St_Johns", "C", "four")];
    let folders = surroundings.map(|(threads, zone, language, name)| {
        let output = place.path().join(name);
        let built = ran(Command::new(env!("CARGO_BIN_EXE_kyotsu"))
            .args(["build", "--root", text(project::root()), "--output", text(&output)])
            .current_dir(place.path())
            .env("RAYON_NUM_THREADS", threads)
            .env("TZ", zone)
            .env("LANG", language)
            .env("LC_ALL", language));
        assert_eq!(code(&built), 0, "{}", said(&built));
        folder(&output)
    });
    let [one, four] = folders;
    assert_same(&one, &four);
    assert_same(&without_records(one), &in_memory());
}

#[test]
fn a_second_build_writes_nothing() {
    let place = tempfile::tempdir().unwrap();
    let output = place.path().join("site");
    build(&project::small(), &output);
    let index = output.join("index.html");
    let before = (folder(&output), fs::metadata(&index).unwrap().modified().unwrap());
    let told = build(&project::small(), &output);
    assert!(told.contains("files written: 0,"), "{told}");
    assert_same(&before.0, &folder(&output));
    assert_eq!(before.1, fs::metadata(&index).unwrap().modified().unwrap());
}

#[test]
fn a_project_from_the_program_alone_is_this_site() {
    let place = tempfile::tempdir().unwrap();
    let root = place.path().join("新しいサイト");
    let made = ran(command(&["init", text(&root)]).current_dir(place.path()));
    assert_eq!(code(&made), 0, "{}", said(&made));
    let built = ran(command(&["build", "--root", text(&root)]).current_dir(place.path()));
    assert_eq!(code(&built), 0, "{}", said(&built));
    assert_same(&without_records(folder(&root.join("output"))), &in_memory());
}

#[test]
fn an_empty_project_builds_too() {
    let place = tempfile::tempdir().unwrap();
    let root = place.path().join("site");
    assert_eq!(code(&kyotsu(&["init", "--empty", text(&root)])), 0);
    build(&root, &root.join("output"));
    assert!(root.join("output/index.html").exists());
    assert!(root.join("output/en/index.html").exists());
}

#[test]
fn a_mistake_leaves_the_former_site_as_it_was() {
    let place = tempfile::tempdir().unwrap();
    let (root, output) = (place.path().join("project"), place.path().join("site"));
    assert_eq!(code(&kyotsu(&["init", "--empty", text(&root)])), 0);
    build(&root, &output);
    let before = folder(&output);
    let rows = "id,number,name_ja,name_en,prefectures,area,source\n\
                new,三,新しい種類,New kind,多い,,nowhere\n";
    fs::create_dir_all(root.join("data")).unwrap();
    fs::write(root.join("data/kinds.csv"), rows).unwrap();
    let built = kyotsu(&["build", "--root", text(&root), "--output", text(&output)]);
    let told = said(&built);
    assert_eq!(code(&built), 1, "{told}");
    assert!(told.contains("kinds.csv:2:"), "{told}");
    assert!(told.contains("多い") && told.contains("nowhere"), "not all at once: {told}");
    assert_same(&before, &folder(&output));
    let beside: Vec<_> = fs::read_dir(place.path()).unwrap().collect();
    assert_eq!(beside.len(), 2, "{beside:?}");
}

#[test]
fn this_project_has_nothing_to_mend() {
    let checked = kyotsu(&["check", "--root", text(project::root())]);
    assert_eq!(code(&checked), 0, "{}", said(&checked));
    assert_eq!(said(&checked), "errors: 0, warnings: 0\n");
}

#[test]
fn wrong_usage_is_told_and_nothing_is_done() {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("letter.txt"), "mine").unwrap();
    let root = project::small();
    let refused = [
        vec!["init", text(place.path())],
        vec!["build", "--root", text(&root), "--output", text(place.path())],
        vec!["build", "--no-such-option"],
        vec!["no-such-command"],
    ];
    for arguments in refused {
        let output = kyotsu(&arguments);
        assert_eq!(code(&output), 2, "{arguments:?}: {}", said(&output));
        assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{arguments:?}");
    }
    assert_eq!(folder(place.path()).len(), 1);
}

#[test]
fn a_place_that_cannot_be_written_is_the_machine_s_fault() {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("file");
    fs::write(&file, "in the way").unwrap();
    let below = file.join("site");
    let output = kyotsu(&["build", "--root", text(&project::small()), "--output", text(&below)]);
    assert_eq!(code(&output), 3, "{}", said(&output));
    assert!(said(&output).contains(text(&below)) || said(&output).contains(text(&file)));
    assert_eq!(fs::read(&file).unwrap(), b"in the way");
}

#[test]
fn an_area_is_explained_as_its_page_says_it() {
    let root = env!("CARGO_MANIFEST_DIR");
    let explained = kyotsu(&["explain", "online-application", "--root", root]);
    assert_eq!(code(&explained), 0, "{}", said(&explained));
    let told = said(&explained);
    let page = String::from_utf8_lossy(&site().files["en/areas/online-application/index.html"]);
    let summary = told.lines().nth(1).unwrap();
    assert!(page.contains(summary), "{summary}");
    for part in ["STEP1 Need: ", "Judgement: ", "Leads", "Form of an answer: ", "line 260"] {
        assert!(told.contains(part), "{part}: {told}");
    }

    // By its name too, and for programs.
    let named = kyotsu(&["explain", "電子申請・納付", "--root", root, "--format", "json"]);
    let read: serde_json::Value = serde_json::from_slice(&named.stdout).unwrap();
    assert_eq!(read["area"], "online-application");
    assert_eq!(read["summary"], summary);
    assert_eq!(read["tests"][0]["state"]["tone"], "met");
    assert_eq!(read["computed"], serde_json::Value::Null);
}

#[test]
fn an_unknown_area_is_told_with_the_nearest_one() {
    let unknown = kyotsu(&["explain", "libary", "--root", env!("CARGO_MANIFEST_DIR")]);
    assert_eq!(code(&unknown), 2);
    assert_eq!(said(&unknown), "error: there is no area 「libary」; did you mean 「library」?\n");
}
