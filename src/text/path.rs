use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// A file's path below the project's root, with `/` on every system.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct SourcePath(Arc<str>);

impl SourcePath {
    /// Takes a path as any system writes it; `\` becomes `/`.
    pub fn new(path: impl AsRef<str>) -> Self {
        Self(path.as_ref().replace('\\', "/").into())
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last part: `kinds.csv` of `data/kinds.csv`.
    pub fn file_name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// Everything before the last `/`, or nothing.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The ending in lower case: `csv`.
    pub fn extension(&self) -> String {
        let name = self.file_name();
        name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_lowercase())
    }

    /// The file called `name` in this file's folder.
    pub fn beside(&self, name: &str) -> Self {
        match self.folder() {
            "" => Self::new(name),
            folder => Self::new(format!("{folder}/{name}")),
        }
    }
}

impl fmt::Display for SourcePath {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Every byte a build may look at, read once. A test is a `Snapshot` made of strings.
#[derive(Clone, Default, Debug)]
pub struct Snapshot {
    files: BTreeMap<SourcePath, Arc<[u8]>>,
}

impl Snapshot {
    /// Adds a file, or replaces it.
    pub fn insert(&mut self, path: SourcePath, bytes: impl Into<Arc<[u8]>>) {
        self.files.insert(path, bytes.into());
    }

    /// The bytes of one file.
    pub fn get(&self, path: &SourcePath) -> Option<&Arc<[u8]>> {
        self.files.get(path)
    }

    /// All files in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (&SourcePath, &Arc<[u8]>)> {
        self.files.iter()
    }

    /// The files below a folder (`content`), in the order of their paths.
    pub fn below<'a>(
        &'a self,
        folder: &'a str,
    ) -> impl Iterator<Item = (&'a SourcePath, &'a Arc<[u8]>)> + 'a {
        self.files.iter().filter(move |(path, _)| {
            path.as_str().strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
        })
    }

    /// Whether nothing at all was read.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

impl<P: AsRef<str>, B: Into<Vec<u8>>> FromIterator<(P, B)> for Snapshot {
    fn from_iter<I: IntoIterator<Item = (P, B)>>(files: I) -> Self {
        let mut snapshot = Self::default();
        for (path, bytes) in files {
            snapshot.insert(SourcePath::new(path), Arc::<[u8]>::from(bytes.into()));
        }
        snapshot
    }
}
