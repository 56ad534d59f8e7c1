//! A project's files, read once.

use std::path::{Component, Path, PathBuf, absolute};
use std::sync::Arc;

use walkdir::{DirEntry, WalkDir};

use super::fault::{Deed, Fault};
use super::{editions, init};
use crate::build::EDITIONS;
use crate::text::{Snapshot, SourcePath, composed};

/// The folders of a project that are read.
pub const FOLDERS: [&str; 4] = ["data", "content", "themes", "review"];

/// Where nothing may be written but by ourselves: what is read, and what is kept.
fn taken() -> impl Iterator<Item = &'static str> {
    FOLDERS.into_iter().chain([EDITIONS])
}

/// The file of settings beside them.
pub const SETTINGS: &str = "kyotsu.toml";

/// Reads a project; what its default theme lacks comes with the program, and so does another theme
/// of the program where the project has none of that name.
pub fn snapshot(root: &Path) -> Result<Snapshot, Fault> {
    if !root.is_dir() {
        return Err(Fault::root_missing(root));
    }
    let mut snapshot = Snapshot::default();
    for (path, bytes) in init::themes() {
        if path.starts_with("themes/default/") || !root.join(theme(&path)).exists() {
            snapshot.insert(SourcePath::new(path), bytes);
        }
    }
    for path in sources(root)? {
        let name = name(root, &path)?;
        snapshot.insert(name, bytes(&path)?);
    }
    Ok(snapshot)
}

/// A file.
pub fn bytes(path: &Path) -> Result<Arc<[u8]>, Fault> {
    let bytes = std::fs::read(path).map_err(|error| Fault::disk(Deed::Read, path, &error))?;
    Ok(bytes.into())
}

/// Every file of a project that is read.
pub fn sources(root: &Path) -> Result<Vec<PathBuf>, Fault> {
    let mut sources = Vec::new();
    for part in FOLDERS.iter().chain([&SETTINGS]) {
        sources.extend(files(&root.join(part))?);
    }
    sources.extend(editions::sources(root)?);
    Ok(sources)
}

/// The folder of a theme's file: `themes/default`.
fn theme(path: &str) -> &str {
    let end = path.match_indices('/').nth(1).map_or(path.len(), |(at, _)| at);
    path.get(..end).unwrap_or(path)
}

/// Whether a name is an editor's or a system's, not a person's.
pub fn ignored(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || name.ends_with(".swp")
        || matches!(name, "4913" | "Thumbs.db" | "desktop.ini")
}

/// The files below a path in the order of their names; the path may be missing.
pub fn files(path: &Path) -> Result<Vec<PathBuf>, Fault> {
    if !path.exists() {
        return Ok(Vec::new());
    }
    let walk = WalkDir::new(path).follow_links(true).sort_by_file_name();
    let kept = |entry: &DirEntry| entry.depth() == 0 || !is_ignored(entry.path());
    let mut files = Vec::new();
    for entry in walk.into_iter().filter_entry(kept) {
        match entry {
            Ok(entry) if entry.file_type().is_file() => files.push(entry.into_path()),
            Ok(_) => {}
            // An editor's lock may be a link that leads nowhere.
            Err(error) if error.path().is_some_and(is_ignored) => {}
            Err(error) => return Err(fault(path, error)),
        }
    }
    Ok(files)
}

fn is_ignored(path: &Path) -> bool {
    path.file_name().is_some_and(|name| ignored(&name.to_string_lossy()))
}

fn fault(start: &Path, error: walkdir::Error) -> Fault {
    let path = error.path().unwrap_or(start).to_owned();
    Fault::disk(Deed::Read, &path, &error.into())
}

/// A file's name below a root.
pub fn name(root: &Path, path: &Path) -> Result<SourcePath, Fault> {
    let below = path.strip_prefix(root).unwrap_or(path);
    let text = below.to_str().ok_or_else(|| Fault::name_unreadable(path))?;
    Ok(SourcePath::new(composed(text)))
}

/// The folder a place lies in where only people, or editions, write: it would be read next time.
pub fn source_folder(root: &Path, place: &Path) -> Option<&'static str> {
    let place = real(place);
    taken().find(|folder| place.starts_with(real(&root.join(folder))))
}

/// A path with its links followed as far as it is there; what is not there has no links.
pub fn real(path: &Path) -> PathBuf {
    let full = absolute(path).unwrap_or_else(|_| path.to_owned());
    let found = full.ancestors().find_map(|above| Some((above, above.canonicalize().ok()?)));
    let Some((above, mut real)) = found else { return full };
    for part in full.strip_prefix(above).into_iter().flat_map(Path::components) {
        match part {
            Component::ParentDir => drop(real.pop()),
            part => real.push(part),
        }
    }
    real
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn project(files: &[(&str, &str)]) -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = root.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        root
    }

    fn names(snapshot: &Snapshot) -> Vec<&str> {
        let paths = snapshot.iter().map(|(path, _)| path.as_str());
        let embedded = |path: &&str| init::themes().iter().any(|(name, _)| name == path);
        paths.filter(|path| !embedded(path)).collect()
    }

    #[test]
    fn what_editors_and_systems_leave_is_not_read() {
        let root = project(&[
            ("kyotsu.toml", ""),
            ("README.md", ""),
            ("data/kinds.csv", "id\n"),
            ("data/~$kinds.xlsx", ""),
            ("data/.~lock.kinds.csv#", ""),
            ("data/kinds.csv~", ""),
            ("data/.kinds.csv.swp", ""),
            ("data/kinds.swp", ""),
            ("data/4913", ""),
            ("data/Thumbs.db", ""),
            ("content/desktop.ini", ""),
            ("content/.git/config", ""),
            ("content/費用/page.md", ""),
            ("themes/own/page.html", ""),
        ]);
        let snapshot = snapshot(root.path()).unwrap();
        let expected =
            ["content/費用/page.md", "data/kinds.csv", "kyotsu.toml", "themes/own/page.html"];
        assert_eq!(names(&snapshot), expected);
    }

    #[test]
    fn a_project_s_own_theme_file_goes_before_the_embedded_one() {
        let (path, embedded) = init::themes().remove(0);
        let with_own = project(&[(path.as_str(), "own")]);
        let without = project(&[]);
        let read = |root: &tempfile::TempDir| {
            let snapshot = snapshot(root.path()).unwrap();
            snapshot.get(&SourcePath::new(&path)).unwrap().to_vec()
        };
        assert_eq!(read(&with_own), b"own");
        assert_eq!(read(&without), embedded);
    }

    #[test]
    fn another_theme_of_the_program_is_read_whole_or_not_at_all() {
        let all = |root: &tempfile::TempDir| {
            let snapshot = snapshot(root.path()).unwrap();
            snapshot.below("themes/ledger").map(|(path, _)| path.to_string()).collect::<Vec<_>>()
        };
        assert!(all(&project(&[])).len() > 2);
        let own = project(&[("themes/ledger/assets/theme.css", "")]);
        assert_eq!(all(&own), ["themes/ledger/assets/theme.css"]);
    }

    #[test]
    fn names_are_composed() {
        let root = project(&[("data/か\u{3099}.csv", "id\n")]);
        assert_eq!(names(&snapshot(root.path()).unwrap()), ["data/が.csv"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_lock_that_leads_nowhere_is_passed_over() {
        let root = project(&[("data/kinds.csv", "id\n")]);
        std::os::unix::fs::symlink("nobody@nowhere", root.path().join("data/.#kinds.csv")).unwrap();
        assert_eq!(names(&snapshot(root.path()).unwrap()), ["data/kinds.csv"]);
    }

    #[test]
    fn a_missing_root_is_told() {
        let fault = snapshot(Path::new("/nowhere/at/all")).unwrap_err();
        assert_eq!(fault.exit, 3);
        assert!(fault.words.ja.contains("/nowhere/at/all"), "{}", fault.words.ja);
    }
}
