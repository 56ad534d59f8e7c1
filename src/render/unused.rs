//! What a theme holds and nothing uses: a slip of the pen, or a file the default theme has renamed.

use std::collections::BTreeSet;

use super::diags;
use super::theme::{DEFAULT, OWN_STYLE};
use crate::diag::Diagnostic;
use crate::load::{Node, parse_toml};
use crate::text::{Language, Place, Snapshot, SourcePath, decode};

/// Files and words of a theme that stand for nothing of the default theme, and that the theme itself
/// does not name.
pub fn told(snapshot: &Snapshot, name: &str) -> Vec<Diagnostic> {
    if name == DEFAULT {
        return Vec::new();
    }
    let default = inside(snapshot, DEFAULT);
    let own = inside(snapshot, name);
    let texts: Vec<String> =
        own.iter().filter_map(|(inside, path)| text(snapshot, inside, path)).collect();
    let known: BTreeSet<&str> = default.iter().map(|(inside, _)| inside.as_str()).collect();
    let unused = own.iter().filter(|(inside, path)| {
        !known.contains(inside.as_str())
            && !is_for_itself(inside)
            && !is_named(inside, path, snapshot, &texts)
    });
    let extra = format!("assets/{OWN_STYLE}");
    let names: Vec<&str> = known.iter().copied().chain([extra.as_str()]).collect();
    let files = unused.map(|(inside, path)| diags::theme_file(path, inside, names.iter().copied()));
    files.chain(words(snapshot, name, &texts)).collect()
}

/// The files of a theme, by their path inside it.
fn inside(snapshot: &Snapshot, name: &str) -> Vec<(String, SourcePath)> {
    let folder = format!("themes/{name}");
    let files = snapshot.below(&folder);
    let inside = files.filter_map(|(path, _)| {
        let inside = path.as_str().strip_prefix(&folder)?.trim_start_matches('/');
        Some((inside.to_owned(), path.clone()))
    });
    inside.collect()
}

fn text(snapshot: &Snapshot, inside: &str, path: &SourcePath) -> Option<String> {
    let is_text = matches!(path.extension().as_str(), "html" | "css" | "js") && !inside.is_empty();
    is_text.then(|| snapshot.get(path).map(|bytes| decode(bytes).text))?
}

/// What may stand in any theme without being named.
fn is_for_itself(inside: &str) -> bool {
    inside == format!("assets/{OWN_STYLE}")
        || inside.starts_with("strings.")
        || inside == "README.md"
}

/// Whether another file of the theme names it, or it brings components, which are used by name.
fn is_named(inside: &str, path: &SourcePath, snapshot: &Snapshot, texts: &[String]) -> bool {
    let own = text(snapshot, inside, path).unwrap_or_default();
    let is_shown = inside.starts_with("templates/") || inside.starts_with("assets/");
    let brings = inside.starts_with("templates/") && own.contains("endcomponent");
    is_shown && (brings || texts.iter().any(|text| *text != own && text.contains(path.file_name())))
}

/// Words of the interface that no template asks for.
fn words(snapshot: &Snapshot, name: &str, texts: &[String]) -> Vec<Diagnostic> {
    let mut notes = Vec::new();
    for language in Language::ALL {
        let file = |theme: &str| {
            SourcePath::new(format!("themes/{theme}/strings.{}.toml", language.code()))
        };
        let known = keys(snapshot, &file(DEFAULT));
        let known: BTreeSet<&str> = known.iter().map(|(key, _)| key.as_str()).collect();
        for (key, place) in keys(snapshot, &file(name)) {
            let asked = format!("t.{key}");
            if !known.contains(key.as_str()) && !texts.iter().any(|text| text.contains(&asked)) {
                notes.push(diags::string_unknown(place, &key, known.iter().copied()));
            }
        }
    }
    notes
}

/// The keys of a file of words, each where it stands. What is wrong with the file is told elsewhere.
fn keys(snapshot: &Snapshot, path: &SourcePath) -> Vec<(String, Place)> {
    let Some(bytes) = snapshot.get(path) else { return Vec::new() };
    let Node::Table(entries) = parse_toml(path, &decode(bytes).lines(), 0).value.value else {
        return Vec::new();
    };
    let key = entries.into_iter().map(|(key, _)| {
        let place = Place::bytes(path, key.span.start, key.span.end);
        (key.value, place)
    });
    key.collect()
}
