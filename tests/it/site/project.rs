//! The repository's own project, as the program reads it.

use std::fs;
use std::path::{Path, PathBuf};

use kyotsu::text::{Snapshot, SourcePath};

use crate::folder::inside;

/// The folder that holds `kyotsu.toml`.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The folder of a project that is built in a moment.
pub fn small() -> PathBuf {
    root().join("tests/sites/three-tests")
}

/// Settings, data, pages and themes.
pub fn snapshot() -> Snapshot {
    below(root())
}

/// The same of another project; it may have no theme of its own.
pub fn below(root: &Path) -> Snapshot {
    let mut snapshot = Snapshot::default();
    let parts = ["kyotsu.toml", "data", "content", "themes"].map(|part| root.join(part));
    for part in parts.iter().filter(|part| part.exists()) {
        for path in files(part) {
            snapshot.insert(SourcePath::new(inside(root, &path)), fs::read(&path).unwrap());
        }
    }
    snapshot
}

/// The files below a path, or the path itself; dotfiles are nobody's pages.
pub fn files(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let entries = fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path());
    let mut entries: Vec<PathBuf> = entries.collect();
    entries.sort();
    let hidden =
        |path: &Path| path.file_name().unwrap().to_string_lossy().starts_with(['.', '~', '#']);
    entries.iter().filter(|path| !hidden(path)).flat_map(|path| files(path)).collect()
}

/// A file of a project as text.
pub fn text(snapshot: &Snapshot, path: &str) -> String {
    let bytes = snapshot.get(&SourcePath::new(path)).unwrap_or_else(|| panic!("no {path}"));
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// The project with the first of some words replaced in a file.
pub fn edited(snapshot: &Snapshot, path: &str, from: &str, to: &str) -> Snapshot {
    let before = text(snapshot, path);
    assert!(before.contains(from), "{path} does not say {from}");
    let mut snapshot = snapshot.clone();
    snapshot.insert(SourcePath::new(path), before.replacen(from, to, 1).as_bytes());
    snapshot
}

/// The ids of a table's rows.
pub fn ids(table: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join("data").join(table)).unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap()[0].to_owned()).collect()
}
