//! What is there, what shall be there, and whose it is.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::super::fault::{Deed, Fault};
use super::super::manifest::{self, JOURNAL, MANIFEST, PARTIAL};
use super::site::Site;
use super::{Files, Written};

/// Everything that is decided before anything is touched.
pub struct Plan {
    /// all our files, the manifest among them
    pub files: Files,
    /// those that are already there, byte for byte
    pub same: BTreeSet<String>,
    /// ours of an earlier time
    pub stale: BTreeSet<String>,
    /// files of others, and folders of others that hold nothing
    pub foreign: Listing,
}

/// The content of a folder, each path relative to it; symbolic links count as files.
#[derive(Default, Debug)]
pub struct Listing {
    /// files by their path with `/`
    pub files: BTreeMap<String, PathBuf>,
    /// folders that hold nothing
    pub empty: Vec<PathBuf>,
}

impl Plan {
    /// Compares; a folder that is not ours, or a file of others in our way, is refused.
    pub fn new(site: &Site, files: &Files) -> Result<Self, Fault> {
        let mut all = files.clone();
        all.insert(MANIFEST.to_owned(), Arc::from(manifest::written(files)));
        let mut found = Listing::of(&site.live)?;
        let ours = ours(&site.live, &found)?;
        let foreign = found.files.extract_if(.., |key, _| !ours.contains(key)).collect();
        found.empty.retain(|path| !meets(&all, &key(path)));
        let foreign = Listing { files: foreign, empty: found.empty };
        if let Some((_, path)) = foreign.files.iter().find(|(key, _)| meets(&all, key)) {
            return Err(Fault::output_taken(&site.live.join(path)));
        }
        let is_same = |key: &str, bytes| {
            found.files.get(key).is_some_and(|path| holds(&site.live.join(path), bytes))
        };
        let same = all.iter().filter(|(key, bytes)| is_same(key, bytes));
        let same = same.map(|(key, _)| key.clone()).collect();
        let stale = found.files.into_keys().filter(|key| !all.contains_key(key)).collect();
        Ok(Self { files: all, same, stale, foreign })
    }

    /// Whether the folder is not yet as it shall be.
    pub fn changes_something(&self) -> bool {
        self.same.len() < self.files.len() || !self.stale.is_empty()
    }

    /// The counts for people: without our own records.
    pub fn written(&self) -> Written {
        let count = |paths: &BTreeSet<String>| paths.iter().filter(|path| !is_record(path)).count();
        let unchanged = count(&self.same);
        Written {
            written: self.files.len() - 1 - unchanged,
            unchanged,
            removed: count(&self.stale),
        }
    }
}

impl Listing {
    /// Everything below a folder; nothing if it is not there.
    pub fn of(folder: &Path) -> Result<Self, Fault> {
        let mut listing = Self::default();
        if folder.exists() {
            listing.collect(folder, Path::new(""))?;
        }
        Ok(listing)
    }

    fn collect(&mut self, root: &Path, below: &Path) -> Result<(), Fault> {
        let folder = root.join(below);
        let unreadable = |error| Fault::disk(Deed::Read, &folder, &error);
        let mut empty = true;
        for entry in fs::read_dir(&folder).map_err(unreadable)? {
            let entry = entry.map_err(unreadable)?;
            let path = below.join(entry.file_name());
            empty = false;
            match entry.file_type().map_err(unreadable)?.is_dir() {
                true => self.collect(root, &path)?,
                false => {
                    self.files.insert(key(&path), path);
                }
            }
        }
        if empty && !below.as_os_str().is_empty() {
            self.empty.push(below.to_owned());
        }
        Ok(())
    }
}

/// Whether some file has this path, or stands above or below it.
pub fn meets(files: &Files, path: &str) -> bool {
    let below = format!("{path}/");
    let above = |(at, _): (usize, &str)| path.get(..at).is_some_and(|up| files.contains_key(up));
    files.contains_key(path)
        || path.match_indices('/').any(above)
        || files.range(below.clone()..).next().is_some_and(|(next, _)| next.starts_with(&below))
}

/// The paths that are ours by manifest or journal; a folder without either must be new.
fn ours(live: &Path, found: &Listing) -> Result<BTreeSet<String>, Fault> {
    let read = |name| fs::read(live.join(name)).ok();
    let listed = read(MANIFEST).and_then(|bytes| manifest::paths(&bytes));
    let begun = read(JOURNAL).and_then(|bytes| manifest::journal_paths(&bytes));
    if listed.is_none() && begun.is_none() {
        refuse_unless_new(live, found)?;
    }
    let records = [MANIFEST, JOURNAL, PARTIAL].map(str::to_owned);
    Ok(listed.into_iter().chain(begun).flatten().chain(records).collect())
}

/// Dotfiles (`.gitignore`, `.git`) are no sign of somebody else's folder.
fn refuse_unless_new(live: &Path, found: &Listing) -> Result<(), Fault> {
    let empty = found.empty.iter().map(|path| key(path));
    match found.files.keys().cloned().chain(empty).find(|key| !key.starts_with('.')) {
        Some(key) => Err(Fault::output_foreign(live, &key)),
        None => Ok(()),
    }
}

fn is_record(path: &str) -> bool {
    [MANIFEST, JOURNAL, PARTIAL].contains(&path)
}

fn holds(path: &Path, bytes: &[u8]) -> bool {
    let is_candidate = |found: fs::Metadata| found.is_file() && found.len() == bytes.len() as u64;
    fs::symlink_metadata(path).is_ok_and(is_candidate)
        && fs::read(path).is_ok_and(|found| found == bytes)
}

/// A path as our files are named. Names that are not Unicode are never ours, and are told apart.
fn key(path: &Path) -> String {
    let parts = path.iter().map(|part| match part.to_str() {
        Some(part) => part.to_owned(),
        None => format!("{part:?}"),
    });
    parts.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_meet_at_above_and_below() {
        let files: Files = ["a/b", "c"].map(|path| (path.to_owned(), Arc::from([]))).into();
        for path in ["a/b", "a", "a/b/c", "c", "c/d/e"] {
            assert!(meets(&files, path), "{path}");
        }
        for path in ["a/c", "b", "cc", "a-b"] {
            assert!(!meets(&files, path), "{path}");
        }
    }
}
