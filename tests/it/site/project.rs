//! The repository's own project, as the program reads it.

use std::fs;
use std::path::{Path, PathBuf};

use kyotsu::text::{Snapshot, SourcePath};

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
            let name = path.strip_prefix(root).unwrap().to_str().unwrap();
            snapshot.insert(SourcePath::new(name), fs::read(&path).unwrap());
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

/// The ids of a table's rows.
pub fn ids(table: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join("data").join(table)).unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap()[0].to_owned()).collect()
}
