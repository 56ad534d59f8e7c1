//! A project in a folder of its own, so that it may be edited.

use std::fs;
use std::path::{Path, PathBuf};

use kyotsu::text::{Snapshot, SourcePath};

pub struct Project {
    folder: tempfile::TempDir,
}

/// What a project is made of.
const PARTS: [&str; 4] = ["kyotsu.toml", "data", "content", "themes"];

impl Project {
    /// The repository's own.
    pub fn real() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folder = tempfile::tempdir().unwrap();
        for part in PARTS {
            for file in files(&root.join(part)) {
                let to = folder.path().join(file.strip_prefix(root).unwrap());
                fs::create_dir_all(to.parent().unwrap()).unwrap();
                fs::copy(&file, to).unwrap();
            }
        }
        Self { folder }
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    pub fn text(&self, file: &str) -> String {
        fs::read_to_string(self.root().join(file)).unwrap()
    }

    pub fn write(&self, file: &str, text: &str) {
        fs::write(self.root().join(file), text).unwrap();
    }

    pub fn snapshot(&self) -> Snapshot {
        let mut snapshot = Snapshot::default();
        for part in PARTS {
            for file in files(&self.root().join(part)) {
                let name = file.strip_prefix(self.root()).unwrap().to_str().unwrap();
                snapshot.insert(SourcePath::new(name), fs::read(&file).unwrap());
            }
        }
        snapshot
    }
}

/// The files below a path, or the path itself.
fn files(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let entries = fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path());
    let hidden = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().starts_with('.');
    entries.filter(|path| !hidden(path)).flat_map(|path| files(&path)).collect()
}
