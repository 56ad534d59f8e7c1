//! Literate cases: `tests/cases/**/*.md`, one behaviour each.
//!
//! A case lays its files over the small project in `tests/cases/base` and the repository's default
//! theme, and says what is told (fence `diagnostics`) and what readers get (fence `main`).
//! `UPDATE=1 cargo test --test it cases` rewrites these fences: read what it wrote.

pub mod file;
mod manual;
mod page;
mod project;
mod told;

use std::fs;
use std::path::{Path, PathBuf};

use file::{Case, Fence};
use kyotsu::build::{Options, check, overdue};
use kyotsu::diag::CODES;
use project::Project;

use crate::folder::files;

#[test]
fn every_case_gives_what_it_says() {
    let project = Project::read(&root());
    let update = std::env::var_os("UPDATE").is_some();
    let paths = paths(&folder());
    let wrong = kyotsu::threads::each(&paths, |path| differences(path, &project, update));
    let wrong: Vec<String> = wrong.into_iter().flatten().collect();
    let (count, all) = (wrong.len(), paths.len());
    assert!(count == 0, "\n{}\n{count} of {all} cases differ\n", wrong.join("\n"));
}

/// D901 is our own fault: no sources provoke it. What is told of workbooks (D63) is told in
/// `tests/it/exchange`: they are no text.
fn is_provoked(id: &str) -> bool {
    id != "D901" && !id.starts_with("D63")
}

#[test]
fn every_code_is_told_in_some_case() {
    let texts: String = paths(&folder()).iter().map(|path| read(path)).collect();
    let told = |id: &str| {
        texts.contains(&format!("\nerror {id} ")) || texts.contains(&format!("\nwarning {id} "))
    };
    let ids = CODES.iter().map(|code| code.id).filter(|id| is_provoked(id));
    let untold: Vec<_> = ids.filter(|id| !told(id)).collect();
    assert!(untold.is_empty(), "no case tells {}", untold.join(", "));
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn folder() -> PathBuf {
    root().join("tests/cases")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The case files below a folder, in order; those of the base project are none.
fn paths(folder: &Path) -> Vec<PathBuf> {
    let files = files(folder);
    let is_case = |path: &PathBuf| {
        path.extension().is_some_and(|ending| ending == "md")
            && !path.starts_with(folder.join("base"))
    };
    files.into_iter().filter(is_case).collect()
}

/// What a case gives that it does not say; with `update` it says so from now on.
fn differences(path: &Path, project: &Project, update: bool) -> Option<String> {
    let written = read(path);
    let name = path.strip_prefix(root()).unwrap().display().to_string();
    let mut case = match Case::parse(&written) {
        Ok(case) => case,
        Err(fault) => return Some(format!("{name}: {fault}")),
    };
    if let Err(fault) = answer(&mut case, project) {
        return Some(format!("{name}: {fault}"));
    }
    let got = case.written();
    if update && got != written {
        fs::write(path, &got).unwrap();
    }
    (!update && got != written).then(|| format!("{name}:\n{}", difference(&written, &got)))
}

/// Runs a case and puts what it gives into its fences.
fn answer(case: &mut Case, project: &Project) -> Result<(), String> {
    let snapshot = project.with(&case.files()?, case.has_pages())?;
    let mut built = check(&snapshot, &Options::default());
    if let Some(today) = case.today()? {
        built.notes.extend(overdue(&built.reviews, today));
        kyotsu::diag::sort(&mut built.notes);
    }
    for fence in case.fences_mut() {
        match fence.kind() {
            "diagnostics" => fence.body = told::lines(&built.notes, &built.sources),
            "main" => fence.body = page_text(fence, &built.output)?,
            _ => {}
        }
    }
    Ok(())
}

fn page_text(fence: &Fence, output: &kyotsu::build::Output) -> Result<String, String> {
    let path = fence.attribute("path").ok_or("a main fence needs path=/…/index.html")?;
    let bytes = output.files.get(path.trim_start_matches('/'));
    let html = bytes.and_then(|bytes| std::str::from_utf8(bytes).ok());
    let html = html.ok_or(format!("there is no page {path}"))?;
    page::text(html, fence.attribute("select").unwrap_or("main"))
}

/// The lines from the first to the last that differ.
pub fn difference(expected: &str, got: &str) -> String {
    let (expected, got): (Vec<_>, Vec<_>) = (expected.lines().collect(), got.lines().collect());
    let same =
        |pairs: &mut dyn Iterator<Item = (&&str, &&str)>| pairs.take_while(|(a, b)| a == b).count();
    let before = same(&mut expected.iter().zip(&got));
    let after = same(&mut expected[before..].iter().rev().zip(got[before..].iter().rev()));
    let marked = |mark: &str, lines: &[&str]| -> String {
        lines[before..lines.len() - after].iter().map(|line| format!("  {mark} {line}\n")).collect()
    };
    format!("{}{}", marked("-", &expected), marked("+", &got))
}
