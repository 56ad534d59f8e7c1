//! What we wrote last time, kept in the output folder: the only files we may ever remove.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// The manifest's name in the output folder.
pub const MANIFEST: &str = ".kyotsu-manifest.json";
/// The name of a list of changes that were begun.
pub const JOURNAL: &str = ".kyotsu-journal";
/// The name of a file that is being written in place.
pub const PARTIAL: &str = ".kyotsu-partial";

/// A file that only a build of drafts has.
const DRAFTS_ONLY: &str = "assets/kyotsu-review.js";

#[derive(Serialize, Deserialize)]
struct Manifest {
    /// whether drafts are among them; a published folder does not speak of drafts
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    drafts: bool,
    files: Vec<Entry>,
}

/// One file as it was written.
#[derive(Serialize, Deserialize)]
pub struct Entry {
    /// its path below the output folder
    pub path: String,
    blake3: String,
    size: usize,
}

/// The manifest of files, without a date: the same files give the same bytes.
pub fn written(files: &BTreeMap<String, Arc<[u8]>>) -> Vec<u8> {
    // What only reviewers get tells a build of drafts apart.
    let drafts = files.contains_key(DRAFTS_ONLY);
    let files = files
        .iter()
        .map(|(path, bytes)| Entry {
            path: path.clone(),
            blake3: blake3::hash(bytes).to_hex().to_string(),
            size: bytes.len(),
        })
        .collect();
    json(&Manifest { drafts, files })
}

/// The paths a manifest lists; nothing if it cannot be read.
pub fn paths(bytes: &[u8]) -> Option<BTreeSet<String>> {
    let manifest: Manifest = serde_json::from_slice(bytes).ok()?;
    Some(manifest.files.into_iter().map(|entry| entry.path).collect())
}

/// Whether a manifest is of a build of drafts; none if it cannot be read.
pub fn of_drafts(bytes: &[u8]) -> Option<bool> {
    let manifest: Manifest = serde_json::from_slice(bytes).ok()?;
    Some(manifest.drafts)
}

/// The files a manifest lists; nothing if it cannot be read.
pub fn entries(bytes: &[u8]) -> Option<Vec<Entry>> {
    let manifest: Manifest = serde_json::from_slice(bytes).ok()?;
    Some(manifest.files)
}

impl Entry {
    /// Whether a file still holds what was written.
    pub fn is(&self, bytes: &[u8]) -> bool {
        self.size == bytes.len() && self.blake3 == blake3::hash(bytes).to_hex().as_str()
    }
}

/// A journal of the paths that are ours from now on.
pub fn journal<'a>(paths: impl Iterator<Item = &'a str>) -> Vec<u8> {
    json(&paths.collect::<Vec<_>>())
}

/// The paths a journal lists; nothing if it cannot be read.
pub fn journal_paths(bytes: &[u8]) -> Option<BTreeSet<String>> {
    serde_json::from_slice(bytes).ok()
}

fn json(value: &impl Serialize) -> Vec<u8> {
    // Texts and numbers always have a JSON form.
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_lists_what_it_was_made_of() {
        let files: BTreeMap<String, Arc<[u8]>> =
            [("費用/index.html".to_owned(), Arc::from(b"a".as_slice()))].into();
        let bytes = written(&files);
        assert_eq!(paths(&bytes).unwrap(), ["費用/index.html".to_owned()].into());
        assert_eq!(bytes, written(&files));
        assert_eq!(paths(b"{}"), None);
    }
}
