//! The first hour, followed to the letter: its files are written, its commands are run.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Stdio;

use encoding_rs::SHIFT_JIS;
use kyotsu::text::Language;
use kyotsu::threads;
use rust_xlsxwriter::Workbook;

use super::{none, page, read, root, settled};
use crate::folder::{Place, name, text, write};
use crate::program::{Run, kyotsu, program};

/// The pages in their order.
const PARTS: [&str; 6] = ["start", "tables", "check", "judge", "write", "publish"];

/// What the program asks before it writes; answered with `--yes` here, as nobody is at a terminal.
const ASKED: [&str; 2] = ["書き込みますか [y/N] y\n", "write this? [y/N] y\n"];

#[test]
fn the_first_hour_gives_what_it_shows() {
    let wrong = threads::each(&Language::ALL, |language| walk(*language));
    none(wrong.into_iter().flatten().collect());
}

fn walk(language: Language) -> Vec<String> {
    let place = Place::new();
    let mut reader = Reader { place: place.path(), language, imported: BTreeSet::new() };
    let wrong = PARTS.iter().filter_map(|part| {
        let path = page(&format!("first-hour/{part}"), language);
        let mut case = read(&path);
        if *part == "judge" {
            reader.copies_the_criteria();
        }
        for fence in case.fences_mut() {
            match (fence.kind(), fence.path().map(str::to_owned)) {
                ("console", _) => fence.body = reader.runs(&fence.body),
                (_, Some(name)) => reader.saves(&name, &fence.body),
                _ => {}
            }
        }
        settled(&path, &case.written())
    });
    let wrong = wrong.collect();
    assert!(place.at("library.zip").exists());
    assert!(place.at("site/output/library/index.html").exists());
    wrong
}

/// Somebody at a desk with Excel.
struct Reader<'a> {
    place: &'a Path,
    language: Language,
    /// tables that came in by a workbook: the page shows what they have become
    imported: BTreeSet<String>,
}

impl Reader<'_> {
    fn copies_the_criteria(&self) {
        let from = self.place.join("tebiki/data/criteria/sample.toml");
        let to = self.place.join("site/data/criteria");
        fs::create_dir(&to).unwrap();
        fs::copy(from, to.join("sample.toml")).unwrap();
    }

    /// Saves a file as the program for it does: Excel with a mark and CR LF, once in CP932.
    fn saves(&mut self, name: &str, body: &str) {
        let site = self.place.join("site");
        if name.ends_with(".xlsx") {
            book(&self.place.join(name), name.trim_end_matches(".xlsx"), body);
            return;
        }
        if self.imported.remove(name) {
            assert_eq!(text(&site, name).replace("\r\n", "\n"), body, "{name} after the import");
            return;
        }
        let windows = body.replace('\n', "\r\n");
        let bytes = match name {
            "data/departments.csv" => SHIFT_JIS.encode(&windows).0.into_owned(),
            _ if name.ends_with(".csv") => format!("\u{feff}{windows}").into_bytes(),
            _ => windows.into_bytes(),
        };
        write(&site, name, bytes);
    }

    /// A box of commands with what the program answers.
    fn runs(&mut self, body: &str) -> String {
        let commands = body.lines().filter_map(|line| line.strip_prefix("> kyotsu "));
        let commands: Vec<String> = commands.map(str::to_owned).collect();
        assert!(!commands.is_empty(), "a box without a command: {body}");
        let told = commands.iter().map(|line| format!("> kyotsu {line}\n{}", self.run(line)));
        let told: Vec<String> = told.collect();
        let tables = commands.iter().filter_map(|line| line.strip_prefix("import "));
        let tables = tables.filter_map(|line| line.split(' ').nth(2));
        self.imported.extend(tables.map(|table| format!("data/{table}.csv")));
        told.concat()
    }

    fn run(&self, line: &str) -> String {
        let mut program = kyotsu(self.language.code(), line.split(' '));
        let is_import = line.starts_with("import ");
        program.args(is_import.then_some("--yes")).current_dir(self.place);
        // One file for both, so that lines stay in the order people see them in.
        let told = tempfile::NamedTempFile::new().unwrap();
        let file = fs::OpenOptions::new().append(true).open(told.path()).unwrap();
        program.stdout(Stdio::from(file.try_clone().unwrap())).stderr(Stdio::from(file));
        program.status().expect("the program starts");
        let text = timeless(&fs::read_to_string(told.path()).unwrap());
        match text.trim_end().rsplit_once('\n') {
            Some((before, last)) if is_import => {
                let asked = ASKED[usize::from(self.language == Language::En)];
                format!("{before}\n{asked}{last}\n")
            }
            _ => text,
        }
    }
}

/// `1.3秒` and `1.3 s` as the pages have them: how long it took is not the same twice.
fn timeless(text: &str) -> String {
    let line = |line: &str| {
        for unit in ["秒）", " s)"] {
            if let Some(before) = line.strip_suffix(unit) {
                let kept = before.trim_end_matches(|letter: char| "0123456789.".contains(letter));
                return format!("{kept}1.0{unit}\n");
            }
        }
        format!("{line}\n")
    };
    text.lines().map(line).collect()
}

/// A workbook of one sheet, as the exported one looks once it is filled in.
fn book(path: &Path, sheet: &str, rows: &str) {
    let mut book = Workbook::new();
    let page = book.add_worksheet().set_name(sheet).unwrap();
    for (row, cells) in (0..).zip(rows.lines()) {
        for (column, cell) in (0..).zip(cells.split(',')) {
            page.write_string(row, column, cell).unwrap();
        }
    }
    book.save(path).unwrap();
}

#[test]
fn the_manual_that_comes_with_the_program_is_this_one() {
    let place = Place::new();
    let made = place.at("tebiki");
    program().args(["init", name(&made), "--manual"]).told().ended(0);
    for part in ["kyotsu.toml", "content/page.md", "data/criteria/sample.toml"] {
        assert_eq!(fs::read(made.join(part)).unwrap(), fs::read(root().join(part)).unwrap());
    }
}
