//! The commands as people run them.

use std::fs;
use std::path::PathBuf;

use super::book;
use crate::folder::{self, name};
use crate::program::{Run, kyotsu};

/// A copy of the small project, and where things are put beside it.
struct Place(folder::Place);

impl Place {
    fn new() -> Self {
        let place = folder::Place::new();
        folder::small(place.at("project"));
        Self(place)
    }

    fn areas(&self) -> String {
        folder::text(self.0.path(), "project/data/areas.csv")
    }

    fn run(&self, arguments: &[&str]) -> (i32, String) {
        let root = self.0.at("project");
        let mut program = kyotsu("ja", arguments);
        program.args(["--root", name(&root)]).current_dir(self.0.path()).told().said()
    }

    /// A workbook that gives the first area another reason.
    fn workbook(&self, column: &str, value: &str) -> PathBuf {
        let id = self.areas().lines().nth(1).unwrap().split(',').next().unwrap().to_owned();
        let path = self.0.at("edited.xlsx");
        book("areas", &[&["ID", column], &[&id, value]]).save(&path).unwrap();
        path
    }

    fn leftovers(&self) -> Vec<String> {
        let names = folder::names(&self.0.at("project/data")).into_iter();
        names.filter(|name| name.contains("partial")).collect()
    }
}

#[test]
fn nothing_is_written_without_a_yes() {
    let place = Place::new();
    let before = place.areas();
    let edited = place.workbook("name_ja", "別の名前");
    let (code, said) = place.run(&["import", name(&edited), "--table", "areas"]);
    assert_eq!((code, place.areas()), (2, before), "{said}");
    assert!(said.contains("→「別の名前」") && said.contains("--yes"), "{said}");
}

#[test]
fn with_a_yes_one_cell_is_written() {
    let place = Place::new();
    let before = place.areas();
    let former = before.lines().nth(1).unwrap().split(',').nth(1).unwrap().to_owned();
    let edited = place.workbook("name_ja", "別の名前");
    let (code, said) = place.run(&["import", name(&edited), "--table", "areas.csv", "--yes"]);
    assert_eq!(code, 0, "{said}");
    assert_eq!(place.areas(), before.replacen(&former, "別の名前", 1));
    assert!(place.leftovers().is_empty());
    let (code, said) = place.run(&["import", name(&edited), "--table", "業務領域", "--yes"]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("変わるところはありません"), "{said}");
}

#[test]
fn a_mistake_is_told_by_its_cell_and_nothing_is_written() {
    let place = Place::new();
    let before = place.areas();
    let edited = place.workbook("department", "どこか");
    let (code, said) = place.run(&["import", name(&edited), "--table", "areas", "--yes"]);
    assert_eq!((code, place.areas()), (1, before), "{said}");
    assert!(said.contains("[edited.xlsx]areas (B2) 「department」 = 「どこか」"), "{said}");
    assert!(said.contains("直し方"), "{said}");
}

#[test]
fn an_export_comes_back_and_is_never_written_over() {
    let place = Place::new();
    let (code, said) = place.run(&["export", "--table", "areas"]);
    assert_eq!(code, 0, "{said}");
    let book = place.0.at("areas.xlsx");
    let (code, said) = place.run(&["import", name(&book), "--table", "areas"]);
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
    let inside = place.0.at("project/data/areas.xlsx");
    let (code, said) = place.run(&["export", "--table", "areas", "--output", name(&inside)]);
    assert!(code == 2 && !inside.exists(), "{said}");
    let (code, said) = place.run(&["import", "none.xlsx", "--table", "areas"]);
    assert_eq!(code, 3, "{said}");
}
