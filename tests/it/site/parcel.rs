//! The site in one zip file, made by the program itself.

use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use zip::ZipArchive;

use super::project;
use crate::folder::{self, Place, name, write};
use crate::program::{Run, Told, kyotsu};

fn build(root: &Path, output: &Path, zip: &Path) -> Told {
    let paths = ["--root", name(root), "--output", name(output), "--zip", name(zip)];
    kyotsu("en", ["build"]).args(paths).told()
}

#[test]
fn a_zip_holds_the_site_and_what_opens_it() {
    let place = Place::new();
    let (output, zip) = (place.at("out"), place.at("渡す.zip"));
    let built = build(&project::small(), &output, &zip);
    built.ended(0);
    assert!(built.out.contains("渡す.zip"));
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
    let written = folder::files(&output).len();
    assert_eq!(files, written, "the zip and the folder hold the same files");
    // A second build of the same site is the same zip.
    build(&project::small(), &place.at("again"), &place.at("again.zip"));
    assert!(fs::read(place.at("again.zip")).unwrap() == bytes);
    assert_eq!(folder::names(place.path()), ["again", "again.zip", "out", "渡す.zip"]);
}

#[test]
fn a_zip_is_not_written_where_the_site_is_not() {
    let place = Place::new();
    let at = |path: &str| place.at(path);
    write(place.path(), "project/kyotsu.toml", "title_ja = \n");
    build(&at("project"), &at("out"), &at("a.zip")).ended(1);
    write(place.path(), "letter.txt", "mine");
    for zip in ["out/a.zip", "letter.txt", "."] {
        let refused = build(&project::small(), &at("out"), &at(zip));
        assert_eq!(refused.code, 2, "{zip}: {}", refused.all());
    }
    build(&project::small(), &at("out"), &at("letter.txt/a.zip")).ended(3);
    assert!(!at("a.zip").exists() && at("out/index.html").exists());
    assert_eq!(fs::read(at("letter.txt")).unwrap(), b"mine");
}
