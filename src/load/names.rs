//! Whether the project's files, and so the site's, can stand on Windows too.

use std::collections::BTreeMap;

use super::diags;
use crate::diag::Diagnostic;
use crate::text::{Snapshot, SourcePath, unfit_for_windows};

/// Names Windows cannot have, and names it cannot tell apart.
pub fn check(snapshot: &Snapshot) -> Vec<Diagnostic> {
    let paths = || snapshot.iter().map(|(path, _)| path);
    paths().filter_map(unfit).chain(alike(paths())).collect()
}

fn unfit(path: &SourcePath) -> Option<Diagnostic> {
    let mut names = path.as_str().split('/');
    names.find_map(|name| Some(diags::name_unfit(path, name, unfit_for_windows(name)?)))
}

/// Files that differ in capitals only; of pages in folders that do, their places tell.
fn alike<'a>(paths: impl Iterator<Item = &'a SourcePath>) -> Vec<Diagnostic> {
    let is_page = |path: &SourcePath| matches!(path.file_name(), "page.md" | "page.en.md");
    let mut seen: BTreeMap<String, &SourcePath> = BTreeMap::new();
    let mut told = Vec::new();
    for path in paths {
        match seen.get(&path.as_str().to_lowercase()) {
            Some(first) if is_page(path) && is_page(first) => {}
            Some(first) => told.push(diags::names_alike(path, first)),
            None => drop(seen.insert(path.as_str().to_lowercase(), path)),
        }
    }
    told
}
