//! The site in one zip file, made by the program itself.

use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::{Command, Output};

use zip::ZipArchive;

use super::project;

fn build(root: &Path, output: &Path, zip: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kyotsu"));
    command.args(["--lang", "en", "build", "--root"]).arg(root);
    command.arg("--output").arg(output).arg("--zip").arg(zip).output().unwrap()
}

#[test]
fn a_zip_holds_the_site_and_what_opens_it() {
    let place = tempfile::tempdir().unwrap();
    let (output, zip) = (place.path().join("out"), place.path().join("渡す.zip"));
    let built = build(&project::small(), &output, &zip);
    assert_eq!(built.status.code(), Some(0), "{built:?}");
    assert!(String::from_utf8_lossy(&built.stdout).contains("渡す.zip"));
    let bytes = fs::read(&zip).unwrap();
    let mut archive = ZipArchive::new(Cursor::new(bytes.clone())).unwrap();
    let mut tops: Vec<String> = Vec::new();
    let mut files = 0;
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let start = usize::try_from(file.header_start()).unwrap();
        let flags = u16::from_le_bytes([bytes[start + 6], bytes[start + 7]]);
        assert!(name.is_ascii() || flags & (1 << 11) != 0, "{name} is not said to be UTF-8");
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        match name.strip_prefix("site/") {
            Some(inside) => {
                files += 1;
                assert_eq!(content, fs::read(output.join(inside)).unwrap(), "{name}");
            }
            None => assert!(String::from_utf8(content).unwrap().contains("site/index.html")),
        }
        tops.push(name.split('/').next().unwrap().to_owned());
    }
    tops.sort();
    tops.dedup();
    assert_eq!(tops, ["site", "はじめに.html"]);
    let written = walk(&output);
    assert_eq!(files, written, "the zip and the folder hold the same files");
    // A second build of the same site is the same zip.
    build(&project::small(), &place.path().join("again"), &place.path().join("again.zip"));
    assert!(fs::read(place.path().join("again.zip")).unwrap() == bytes);
    let left: Vec<_> =
        fs::read_dir(place.path()).unwrap().map(|one| one.unwrap().file_name()).collect();
    assert_eq!(left.len(), 4, "{left:?}");
}

fn walk(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { walk(&path) } else { 1 }).sum()
}

#[test]
fn a_zip_is_not_written_where_the_site_is_not() {
    let place = tempfile::tempdir().unwrap();
    let root = place.path().join("project");
    let at = |path: &str| place.path().join(path);
    fs::create_dir_all(&root).unwrap();
    fs::write(root.join("kyotsu.toml"), "title_ja = \n").unwrap();
    let wrong = build(&root, &at("out"), &at("a.zip"));
    assert_eq!(wrong.status.code(), Some(1), "{wrong:?}");
    fs::write(at("letter.txt"), "mine").unwrap();
    for zip in ["out/a.zip", "letter.txt", "."] {
        let refused = build(&project::small(), &at("out"), &at(zip));
        assert_eq!(refused.status.code(), Some(2), "{zip}: {refused:?}");
    }
    let below_a_file = build(&project::small(), &at("out"), &at("letter.txt/a.zip"));
    assert_eq!(below_a_file.status.code(), Some(3), "{below_a_file:?}");
    assert!(!at("a.zip").exists() && at("out/index.html").exists());
    assert_eq!(fs::read(at("letter.txt")).unwrap(), b"mine");
}
