//! Folders on the disk: a place of a test's own, projects in it, what stands there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use kyotsu::text::Snapshot;
use tempfile::TempDir;

use crate::site::project;

/// Files by their paths below a folder, as a build gives them.
pub type Files = BTreeMap<String, Arc<[u8]>>;

/// A folder of a test's own, gone when the test is.
pub struct Place(TempDir);

impl Place {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// A path below it.
    pub fn at(&self, path: &str) -> PathBuf {
        self.path().join(path)
    }
}

/// Makes a folder a copy of the small project, and gives it back.
pub fn small<P: AsRef<Path>>(root: P) -> P {
    put(root.as_ref(), &project::below(&project::small()));
    root
}

/// Writes a project into a folder.
pub fn put(root: &Path, snapshot: &Snapshot) {
    for (path, bytes) in snapshot.iter() {
        write(root, path.as_str(), bytes);
    }
}

/// Writes a file below a folder, and the folders around it.
pub fn write(root: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// Replaces a text that stands once in a file.
pub fn edit(root: &Path, path: &str, old: &str, new: &str) {
    let text = text(root, path);
    assert_eq!(text.matches(old).count(), 1, "{old} in {text}");
    write(root, path, text.replace(old, new));
}

/// A file below a folder as text.
pub fn text(root: &Path, path: &str) -> String {
    fs::read_to_string(root.join(path)).unwrap()
}

/// Everything below a folder as it is.
pub fn read(folder: &Path) -> Files {
    let files = files(folder).into_iter();
    files.map(|path| (inside(folder, &path), fs::read(path).unwrap().into())).collect()
}

/// The files below a folder, in order; those that begin with a dot too.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> = entries.collect();
    paths.sort();
    let within = |path: PathBuf| if path.is_dir() { files(&path) } else { vec![path] };
    paths.into_iter().flat_map(within).collect()
}

/// The names of what stands in a folder, in order.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = entries.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    names
}

/// A path as it is from a folder, as a site names it.
pub fn inside(folder: &Path, path: &Path) -> String {
    name(path.strip_prefix(folder).unwrap()).replace('\\', "/")
}

/// A path as it is typed.
pub fn name(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// The files that differ: to tell all of both would be megabytes.
pub fn differing<T: PartialEq>(
    one: &BTreeMap<String, T>,
    other: &BTreeMap<String, T>,
) -> BTreeSet<String> {
    let paths = one.keys().chain(other.keys());
    paths.filter(|path| one.get(*path) != other.get(*path)).cloned().collect()
}
