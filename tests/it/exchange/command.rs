//! The commands as people run them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use super::book;
use crate::site::project;

/// A copy of the small project, and where things are put beside it.
struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self { folder: tempfile::tempdir().unwrap() };
        for path in project::files(&project::small()) {
            let to = place.root().join(path.strip_prefix(project::small()).unwrap());
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::copy(path, to).unwrap();
        }
        place
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join("project")
    }

    fn areas(&self) -> String {
        fs::read_to_string(self.root().join("data/areas.csv")).unwrap()
    }

    fn run(&self, arguments: &[&str]) -> (i32, String) {
        let output: Output = Command::new(env!("CARGO_BIN_EXE_kyotsu"))
            .args(["--lang", "ja"])
            .args(arguments)
            .args(["--root", self.root().to_str().unwrap()])
            .current_dir(self.folder.path())
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let said = format!("{}{}", text(&output.stdout), text(&output.stderr));
        (output.status.code().unwrap(), said)
    }

    /// A workbook that gives the first area another reason.
    fn workbook(&self, column: &str, value: &str) -> PathBuf {
        let id = self.areas().lines().nth(1).unwrap().split(',').next().unwrap().to_owned();
        let path = self.folder.path().join("edited.xlsx");
        book("areas", &[&["ID", column], &[&id, value]]).save(&path).unwrap();
        path
    }

    fn leftovers(&self) -> Vec<String> {
        let entries = fs::read_dir(self.root().join("data")).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.filter(|name| name.contains("partial")).collect()
    }
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn nothing_is_written_without_a_yes() {
    let place = Place::new();
    let before = place.areas();
    let edited = place.workbook("name_ja", "別の名前");
    let (code, said) = place.run(&["import", text(&edited), "--table", "areas"]);
    assert_eq!((code, place.areas()), (2, before), "{said}");
    assert!(said.contains("→「別の名前」") && said.contains("--yes"), "{said}");
}

#[test]
fn with_a_yes_one_cell_is_written() {
    let place = Place::new();
    let before = place.areas();
    let name = before.lines().nth(1).unwrap().split(',').nth(1).unwrap().to_owned();
    let edited = place.workbook("name_ja", "別の名前");
    let (code, said) = place.run(&["import", text(&edited), "--table", "areas.csv", "--yes"]);
    assert_eq!(code, 0, "{said}");
    assert_eq!(place.areas(), before.replacen(&name, "別の名前", 1));
    assert!(place.leftovers().is_empty());
    let (code, said) = place.run(&["import", text(&edited), "--table", "業務領域", "--yes"]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("変わるところはありません"), "{said}");
}

#[test]
fn a_mistake_is_told_by_its_cell_and_nothing_is_written() {
    let place = Place::new();
    let before = place.areas();
    let edited = place.workbook("department", "どこか");
    let (code, said) = place.run(&["import", text(&edited), "--table", "areas", "--yes"]);
    assert_eq!((code, place.areas()), (1, before), "{said}");
    assert!(said.contains("[edited.xlsx]areas (B2) 「department」 = 「どこか」"), "{said}");
    assert!(said.contains("直し方"), "{said}");
}

#[test]
fn an_export_comes_back_and_is_never_written_over() {
    let place = Place::new();
    let (code, said) = place.run(&["export", "--table", "areas"]);
    assert_eq!(code, 0, "{said}");
    let book = place.folder.path().join("areas.xlsx");
    let (code, said) = place.run(&["import", text(&book), "--table", "areas"]);
    assert_eq!(code, 0, "{said}");
    assert_eq!(place.run(&["export", "--table", "areas"]).0, 0, "the same bytes again");
    fs::write(&book, "somebody's work").unwrap();
    let (code, said) = place.run(&["export", "--table", "areas"]);
    assert_eq!(code, 2, "{said}");
    assert_eq!(fs::read_to_string(&book).unwrap(), "somebody's work");
}

#[test]
fn a_wrong_name_or_place_is_told() {
    let place = Place::new();
    let (code, said) = place.run(&["export", "--table", "area"]);
    assert!(code == 2 && said.contains("「areas」ではありませんか"), "{said}");
    let inside = place.root().join("data/areas.xlsx");
    let (code, said) = place.run(&["export", "--table", "areas", "--output", text(&inside)]);
    assert!(code == 2 && !inside.exists(), "{said}");
    let (code, said) = place.run(&["import", "none.xlsx", "--table", "areas"]);
    assert_eq!(code, 3, "{said}");
}
