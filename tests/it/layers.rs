//! The one-way order of modules, and the door each outside crate enters by.
//!
//! A new arrow is a line in this table, and so a conversation; `ARCHITECTURE.md` says it in words.

use std::fs;
use std::path::{Path, PathBuf};

/// A module, the modules it may use, and the outside crates that enter by it.
type Layer = (&'static str, &'static [&'static str], &'static [&'static str]);

const LAYERS: &[Layer] = &[
    ("text", &[], &["encoding_rs", "html_escape", "percent_encoding", "unicode_normalization"]),
    ("threads", &[], &["rayon"]),
    ("diag", &["text"], &[]),
    ("model", &["text"], &["num_bigint", "num_rational", "num_traits"]),
    ("load", &["diag", "text", "threads"], &["calamine", "csv", "toml"]),
    ("markdown", &["load", "diag", "text"], &["pulldown_cmark"]),
    ("validate", &["load", "model", "diag", "text", "threads"], &["jiff"]),
    ("assess", &["model", "text", "threads"], &[]),
    ("compare", &["load", "validate", "assess", "model", "diag", "text"], &[]),
    ("exchange", &["validate", "load", "model", "diag", "text"], &[]),
    ("plan", &["markdown", "model", "diag", "text", "threads"], &[]),
    (
        "render",
        &["plan", "load", "diag", "text", "threads"],
        &["tera", "charts_rs", "roxmltree", "rust_xlsxwriter", "lol_html"],
    ),
    ("review", &["model", "text"], &["similar"]),
    (
        "build",
        &[
            "review", "render", "plan", "compare", "exchange", "assess", "validate", "markdown",
            "load", "model", "diag", "text", "threads",
        ],
        &[],
    ),
    (
        "shell",
        &["build", "diag", "text"],
        &[
            "clap",
            "clap_complete",
            "clap_mangen",
            "annotate_snippets",
            "walkdir",
            "zip",
            "indicatif",
            "include_dir",
            "rustix",
            "sys_locale",
            "blake3",
            "httparse",
            "notify",
            "std::net",
            "std::fs",
            "std::env",
            "std::time",
        ],
    ),
];

/// Outside crates with more than one door: the files or folders that may use them.
const SHARED: &[(&str, &[&str])] = &[
    (
        "serde",
        &[
            "text/words.rs",
            "model/number.rs",
            "model/date.rs",
            "plan/view.rs",
            "plan/view/",
            "render/",
            "shell/",
        ],
    ),
    ("serde_json", &["render/", "shell/json.rs", "shell/manifest.rs", "shell/preview/"]),
];

#[test]
fn modules_are_used_in_one_direction() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let told = files(&root).into_iter().flat_map(|path| {
        let name = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
        breaches(&name, &fs::read_to_string(&path).unwrap())
    });
    let told: Vec<String> = told.collect();
    assert!(told.is_empty(), "not in the table of tests/it/layers.rs:\n{}\n", told.join("\n"));
}

#[test]
fn a_breach_is_found_however_it_is_written() {
    let told = |name, source| breaches(name, source).join(" ");
    assert_eq!(told("text/a.rs", "\nuse crate::{diag::code, text};"), "src/text/a.rs:2: diag");
    assert_eq!(told("text/a.rs", "fn f() { crate::plan::x() }"), "src/text/a.rs:1: plan");
    assert_eq!(told("plan/a.rs", "use std::{fmt, fs};"), "src/plan/a.rs:1: std::fs");
    assert_eq!(told("plan/a.rs", "fn f() { ::csv::Reader }"), "src/plan/a.rs:1: csv");
    assert_eq!(told("plan/prose.rs", "use serde::Serialize;"), "src/plan/prose.rs:1: serde");
    let fine = "// crate::plan\nconst A: &str = \"\\\"crate::plan\"; use super::csv; my_csv::x();\n\
                const B: char = '\"'; #[cfg(test)]\nmod tests { use crate::plan; }";
    assert_eq!(told("model/a.rs", fine), "");
}

/// The Rust files below a folder that are not tests.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.retain(|path| !matches!(path.file_stem().unwrap().to_str(), Some("tests" | "bin")));
    entries.sort();
    let inside = |path: PathBuf| if path.is_dir() { files(&path) } else { vec![path] };
    let mut found: Vec<_> = entries.into_iter().flat_map(inside).collect();
    found.retain(|path| path.extension().is_some_and(|ending| ending == "rs"));
    found
}

/// What a file uses and may not: `src/text/path.rs:3: plan`.
fn breaches(name: &str, source: &str) -> Vec<String> {
    let module = name.split('/').next().unwrap().trim_end_matches(".rs");
    if matches!(module, "lib" | "main") {
        return Vec::new();
    }
    let layer = LAYERS.iter().find(|(layer, ..)| *layer == module);
    let (_, modules, crates) = layer.unwrap_or_else(|| panic!("{module} is in no layer"));
    let code = code(source);
    let own = after(&code, "crate")
        .filter(|(_, used)| used != module && !modules.contains(&used.as_str()));
    let doors =
        LAYERS.iter().flat_map(|(_, _, crates)| *crates).filter(|door| !crates.contains(door));
    let shared =
        SHARED.iter().filter(|(_, files)| !files.iter().any(|file| name.starts_with(file)));
    let outside = doors.chain(shared.map(|(door, _)| door)).flat_map(|door| {
        let (start, part) = door.split_once("::").unwrap_or((door, ""));
        let used = after(&code, start).filter(move |(_, used)| part.is_empty() || part == used);
        used.map(|(line, _)| (line, (*door).to_owned()))
    });
    own.chain(outside).map(|(line, what)| format!("src/{name}:{line}: {what}")).collect()
}

/// What follows `start::` anywhere, by line; `start::{a, b::c}` is followed by a and b.
fn after(code: &str, start: &str) -> impl Iterator<Item = (usize, String)> {
    let start = format!("{start}::");
    let ends_in_word = |text: &str| text.ends_with(|c: char| c.is_alphanumeric() || c == '_');
    let before = |at: usize| code[..at].strip_suffix("::").unwrap_or(&code[..at]);
    let is_path = |at: &usize| !ends_in_word(before(*at));
    let found = code.match_indices(&start).map(|(at, _)| at).filter(is_path);
    let found = found.flat_map(|at| {
        let line = code[..at].matches('\n').count() + 1;
        heads(&code[at + start.len()..]).into_iter().map(move |head| (line, head))
    });
    found.collect::<Vec<_>>().into_iter()
}

/// The first word of a path, or of each path in a group.
fn heads(path: &str) -> Vec<String> {
    let word = |text: &str| {
        text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
    };
    let Some(group) = path.strip_prefix('{') else { return vec![word(path)] };
    let mut depth = 0;
    let mut level = |letter| {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        depth
    };
    let group = &group[..group.find(|letter| level(letter) < 0).unwrap_or(group.len())];
    let mut depth = 0;
    let parts = group.split(|letter| {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        letter == ',' && depth == 0
    });
    parts.map(word).collect()
}

/// A source without comments, strings and tests, its lines kept.
fn code(source: &str) -> String {
    let plain = source.replace("\\\\", "").replace("\\\"", "").replace("'\"'", "");
    let mut code = String::new();
    let mut in_string = false;
    for line in plain.lines() {
        for (index, part) in line.split('"').enumerate() {
            in_string ^= index > 0;
            if !in_string {
                code.push_str(part.split("//").next().unwrap());
                if part.contains("//") {
                    break;
                }
            }
        }
        code.push('\n');
    }
    while let Some(start) = code.find("#[cfg(test)]") {
        let mut depth = 0;
        let length = code[start..].find(|letter| {
            depth += i32::from(letter == '{') - i32::from(letter == '}');
            depth == 0 && matches!(letter, '}' | ';')
        });
        let end = length.map_or(code.len(), |length| start + length + 1);
        code.replace_range(start..end, &"\n".repeat(code[start..end].matches('\n').count()));
    }
    code
}
