//! The manual in `docs/manual`: what it shows is what the program does.
//!
//! `UPDATE=1 cargo test --test it manual` writes answers, columns and codes into its pages.

mod messages;
mod tables;
mod walk;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use kyotsu::build::{Built, Options, build, check};
use kyotsu::diag::CODES;
use kyotsu::text::{Language, Snapshot, SourcePath};

use crate::cases::difference;
use crate::cases::file::Case;
use crate::folder::inside;
use crate::site::project;

fn root() -> PathBuf {
    project::root().join("docs/manual")
}

/// The project of the manual, with the theme it is shown in.
fn snapshot() -> Snapshot {
    let mut snapshot = project::below(&root());
    for path in project::files(&project::root().join("themes/default")) {
        let name = inside(project::root(), &path);
        snapshot.insert(SourcePath::new(name), fs::read(&path).unwrap());
    }
    snapshot
}

/// The manual as a site.
fn built() -> &'static Built {
    static BUILT: OnceLock<Built> = OnceLock::new();
    BUILT.get_or_init(|| build(&snapshot(), &Options::default()))
}

/// A page by its route and language.
fn page(route: &str, language: Language) -> PathBuf {
    let name = match language {
        Language::Ja => "page.md",
        Language::En => "page.en.md",
    };
    root().join("content").join(route).join(name)
}

/// Every page, with its route and language.
fn pages() -> Vec<(String, Language, PathBuf)> {
    let content = root().join("content");
    let files = project::files(&content).into_iter();
    let pages = files.filter(|path| path.extension().is_some_and(|ending| ending == "md"));
    let named = pages.map(|path| {
        let folder = path.parent().unwrap().strip_prefix(&content).unwrap();
        let is_english = path.file_name().unwrap() == "page.en.md";
        let language = if is_english { Language::En } else { Language::Ja };
        (folder.to_str().unwrap().to_owned(), language, path.clone())
    });
    named.collect()
}

fn read(path: &Path) -> Case {
    let text = fs::read_to_string(path).unwrap();
    Case::read(&text).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))
}

/// What a page should say and does not; with `UPDATE` it says so from now on.
fn settled(path: &Path, wanted: &str) -> Option<String> {
    let written = fs::read_to_string(path).unwrap();
    if written == wanted {
        return None;
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(path, wanted).unwrap();
        return None;
    }
    Some(format!("{}:\n{}", path.display(), difference(&written, wanted)))
}

fn none(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_manual_is_a_project_without_a_mistake_in_both_languages() {
    let told: Vec<_> = built().notes.iter().map(|note| format!("{note:?}")).collect();
    none(told);
    for (route, _, _) in pages() {
        for prefix in ["", "en/"] {
            let path = format!("{prefix}{route}/index.html").replace("//", "/");
            let path = path.trim_start_matches('/');
            assert!(built().output.files.contains_key(path), "{path}");
        }
    }
}

#[test]
fn english_pages_show_the_same_files_as_the_japanese_ones() {
    let wrong =
        pages().into_iter().filter(|one| one.1 == Language::En).filter_map(|(route, ..)| {
            let files = |language| -> Vec<(String, String)> {
                let case = read(&page(&route, language));
                let named = case.fences().filter_map(|one| Some((one.path()?, &one.body)));
                let named = named.filter(|(path, _)| path.contains('.'));
                named.map(|(path, body)| (path.to_owned(), body.clone())).collect()
            };
            let (ja, en) = (files(Language::Ja), files(Language::En));
            (ja != en).then_some(route)
        });
    none(wrong.collect());
}

#[test]
fn a_file_shown_is_the_manuals_own_or_passes_the_check_beside_it() {
    let mut with = snapshot();
    keep_edition(&mut with);
    let mut wrong = Vec::new();
    for (route, _, path) in pages() {
        if route.starts_with("first-hour") || route == "messages" {
            continue;
        }
        for fence in read(&path).fences() {
            let Some(name) = fence.path() else { continue };
            let name = SourcePath::new(name);
            match snapshot().get(&name) {
                Some(bytes) if !std::str::from_utf8(bytes).unwrap().contains(&fence.body) => {
                    wrong.push(format!("{}: {name} is another", path.display()));
                }
                Some(_) => {}
                None => {
                    with.insert(name, fence.body.clone().into_bytes());
                }
            }
        }
    }
    let checked = check(&with, &Options::default());
    wrong.extend(checked.notes.iter().map(|note| format!("{note:?}")));
    none(wrong);
}

/// Keeps an edition from before the first update had its day, for the reason the manual gives for that.
fn keep_edition(snapshot: &mut Snapshot) {
    let kept = |path: &str| SourcePath::new(format!("editions/2026-11-01/{path}"));
    let data = snapshot.below("data").map(|(path, bytes)| (path.to_string(), bytes.clone()));
    let mut files: Vec<(String, Vec<u8>)> =
        data.map(|(path, bytes)| (path, bytes.to_vec())).collect();
    files.push((
        "kyotsu.toml".to_owned(),
        snapshot.get(&SourcePath::new("kyotsu.toml")).unwrap().to_vec(),
    ));
    files.push(("site/index.html".to_owned(), Vec::new()));
    for (path, bytes) in files {
        let text = String::from_utf8(bytes).unwrap();
        let text = if path == "data/updates.csv" {
            text.replace("2026-11-22", "2026-11-20")
        } else {
            text
        };
        snapshot.insert(kept(&path), text.into_bytes());
    }
}

#[test]
fn a_file_is_named_where_it_is_shown() {
    // Neither the site nor a code host shows what stands behind the marks of a fence.
    for (_, _, path) in pages() {
        let text = fs::read_to_string(&path).unwrap();
        for name in
            read(&path).fences().filter_map(|fence| fence.path()).filter(|one| one.contains('.'))
        {
            assert!(text.contains(&format!(" `{name}`")), "{}: {name}", path.display());
        }
    }
}

#[test]
fn a_block_is_shown_as_it_is_written_and_every_kind_of_chart_is() {
    let kinds = ["bars", "columns", "stacked", "grouped", "bands", "distribution", "timeline"];
    for language in Language::ALL {
        let case = read(&page("writing/charts", language));
        let fences: Vec<_> = case.fences().collect();
        let is_block = |kind: &str| matches!(kind, "chart" | "table");
        let mut shown = Vec::new();
        for pair in fences.windows(2).filter(|pair| is_block(pair[1].kind())) {
            let written = format!("```{}\n{}```\n", pair[1].kind(), pair[1].body);
            assert_eq!(pair[0].body, written);
            shown.push(pair[1].body.clone());
        }
        for kind in kinds {
            assert!(
                shown.iter().any(|body| body.contains(&format!("type = \"{kind}\""))),
                "{kind}"
            );
        }
    }
}

#[test]
fn every_code_the_manual_names_is_one() {
    for (_, _, path) in pages() {
        let text = fs::read_to_string(&path).unwrap();
        for (at, _) in text.match_indices('D') {
            let digits: String =
                text[at + 1..].chars().take_while(|letter| letter.is_ascii_digit()).collect();
            let is_known = CODES.iter().any(|code| code.id[1..] == digits);
            assert!(digits.len() != 3 || is_known, "{}: D{digits}", path.display());
        }
    }
}
