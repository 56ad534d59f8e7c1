//! A folder as one version of the data: a project, a folder of tables, or a published site.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::fault::Fault;
use super::read::{SETTINGS, bytes, files, name};
use super::report::Sources;
use crate::build::{Mistakes, Side};
use crate::diag::Diagnostic;
use crate::text::{Snapshot, SourcePath};

/// One version, read.
pub struct Found {
    snapshot: Snapshot,
    published: bool,
    /// where each file really stands
    paths: BTreeMap<SourcePath, PathBuf>,
}

impl Found {
    /// Reads what a folder holds; anything else is refused.
    pub fn read(folder: &Path) -> Result<Self, Fault> {
        if !folder.is_dir() {
            return Err(Fault::version_missing(folder));
        }
        let mut found =
            Self { snapshot: Snapshot::default(), published: false, paths: BTreeMap::new() };
        let data = folder.join("data");
        if folder.join(SETTINGS).is_file() {
            found.take_project(folder, &data)?;
            return Ok(found);
        }
        // A site has a list of its columns beside its tables, so these are looked for first.
        found.take_downloads(if data.is_dir() { &data } else { folder })?;
        found.published = !found.paths.is_empty();
        if found.published {
            return Ok(found);
        }
        if holds_tables(&data)? {
            found.take_project(folder, &data)?;
        } else if holds_tables(folder)? {
            found.take_project(folder.parent().unwrap_or(folder), folder)?;
        } else {
            return Err(Fault::version_unknown(folder));
        }
        Ok(found)
    }

    /// As it is compared.
    pub fn side(&self) -> Side<'_> {
        Side { snapshot: &self.snapshot, published: self.published }
    }

    /// Mistakes with the places where the files really stand, so that each names its side.
    pub fn told(&self, mistakes: Mistakes) -> (Vec<Diagnostic>, Sources) {
        let real = |path: &SourcePath| {
            let found = self.paths.get(path).map(|path| path.display().to_string());
            found.map_or_else(|| path.clone(), SourcePath::new)
        };
        let notes = mistakes.notes.into_iter().map(|mut note| {
            note.place.path = real(&note.place.path);
            note
        });
        let sources = mistakes.sources.into_iter().map(|(path, text)| (real(&path), text));
        (notes.collect(), sources.collect())
    }

    /// The settings of a project, where there are any, and all of its data.
    fn take_project(&mut self, root: &Path, data: &Path) -> Result<(), Fault> {
        let settings = root.join(SETTINGS);
        if settings.is_file() {
            self.take(SourcePath::new(SETTINGS), &settings)?;
        }
        for path in files(data)? {
            let name = name(data, &path)?;
            self.take(SourcePath::new(format!("data/{name}")), &path)?;
        }
        Ok(())
    }

    /// The plain downloads of a site: `TABLE/TABLE.csv`.
    fn take_downloads(&mut self, data: &Path) -> Result<(), Fault> {
        for path in files(data)? {
            let name = name(data, &path)?;
            if let Some((folder, file)) = name.as_str().split_once('/')
                && file.strip_suffix(".csv") == Some(folder)
            {
                self.take(SourcePath::new(format!("data/{file}")), &path)?;
            }
        }
        Ok(())
    }

    fn take(&mut self, name: SourcePath, path: &Path) -> Result<(), Fault> {
        self.snapshot.insert(name.clone(), bytes(path)?);
        self.paths.insert(name, path.to_owned());
        Ok(())
    }
}

/// Whether tables stand in a folder itself.
fn holds_tables(folder: &Path) -> Result<bool, Fault> {
    let is_table = |path: &PathBuf| {
        path.parent() == Some(folder) && path.extension().is_some_and(|ending| ending == "csv")
    };
    Ok(files(folder)?.iter().any(is_table))
}
