//! Editions on the disk: `editions/DATE/{kyotsu.toml,data,site}`, written once and never again.
//!
//! The folder is laid out like a project, so `kyotsu diff editions/DATE .` reads it as one; `site`
//! holds what was published, with its own manifest, so `kyotsu verify` can look at it.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use super::disk::Disk;
use super::fault::{Deed, Fault};
use super::manifest::{self, MANIFEST};
use super::read;
use crate::build::{EDITIONS, Output, edition_day};
use crate::text::{Snapshot, SourcePath};

/// Files by their paths, with `/`.
pub type Files = BTreeMap<String, Arc<[u8]>>;

/// Where the site stands in the folder of an edition.
const SITE: &str = "site";

/// The files of editions that a build reads: of each that it is one, of the newest its data too.
/// The sites are not read: they are never built again.
pub fn sources(root: &Path) -> Result<Vec<PathBuf>, Fault> {
    let folders = folders(root)?;
    let newest = newest(&folders);
    let mut sources = Vec::new();
    for folder in &folders {
        let signs = [folder.join(read::SETTINGS), folder.join(SITE).join("index.html")];
        sources.extend(signs.into_iter().filter(|path| path.is_file()));
        if Some(folder) == newest {
            sources.extend(read::files(&folder.join("data"))?);
        }
    }
    Ok(sources)
}

/// The folders that are worth watching: where editions come and go, and what is compared with.
pub fn watched(root: &Path) -> Vec<PathBuf> {
    let folders = folders(root).unwrap_or_default();
    let data = newest(&folders).map(|newest| newest.join("data"));
    [Some(root.join(EDITIONS)), data].into_iter().flatten().filter(|one| one.is_dir()).collect()
}

/// Stops where an edition of a day cannot be kept: no day, there already, or not the newest.
pub fn refuse(root: &Path, day: &str) -> Result<(), Fault> {
    if edition_day(day).is_none() {
        return Err(Fault::edition_date(day));
    }
    if place(root, day).exists() {
        return Err(Fault::edition_taken(&place(root, day), day));
    }
    let folders = folders(root)?;
    let newest =
        newest(&folders).and_then(|folder| folder.file_name()).map(|name| name.to_string_lossy());
    match newest {
        Some(newest) if *newest > *day => Err(Fault::edition_older(day, &newest)),
        _ => Ok(()),
    }
}

/// Everything an edition holds, by its path in its folder: the data as it was read, and the site.
pub fn files(snapshot: &Snapshot, site: &Output) -> Files {
    let settings = SourcePath::new(read::SETTINGS);
    let settings = snapshot.get(&settings).map(|bytes| (&settings, bytes));
    let sources = settings.into_iter().chain(snapshot.below("data"));
    let sources = sources.map(|(path, bytes)| (path.to_string(), Arc::clone(bytes)));
    let mut files: Files = sources.collect();
    let site_files = site.files.iter();
    files.extend(site_files.map(|(path, bytes)| (format!("{SITE}/{path}"), Arc::clone(bytes))));
    let manifest = manifest::written(&site.files);
    files.insert(format!("{SITE}/{MANIFEST}"), Arc::from(manifest));
    files
}

/// A project as it will be once an edition is kept.
pub fn with(snapshot: &Snapshot, day: &str, files: &Files) -> Snapshot {
    let mut snapshot = snapshot.clone();
    let index = format!("{SITE}/index.html");
    for (path, bytes) in files {
        if !path.starts_with(&format!("{SITE}/")) || *path == index {
            let path = SourcePath::new(format!("{EDITIONS}/{day}/{path}"));
            snapshot.insert(path, Arc::clone(bytes));
        }
    }
    snapshot
}

/// Keeps an edition, whole or not at all.
pub fn keep(disk: &Disk, root: &Path, day: &str, files: &Files) -> Result<(), Fault> {
    let place = place(root, day);
    let staging = place.with_file_name(format!(".{day}.partial"));
    // What a killed process has left is of no use to anybody.
    disk.remove_tree(&staging)?;
    let kept = fill(disk, &staging, files).and_then(|()| match place.exists() {
        true => Err(Fault::edition_taken(&place, day)),
        false => disk.rename(&staging, &place),
    });
    if kept.is_err() {
        // What cannot be removed now is removed by the next run.
        let _ = disk.remove_tree(&staging);
    }
    kept
}

fn fill(disk: &Disk, staging: &Path, files: &Files) -> Result<(), Fault> {
    let mut made: Option<PathBuf> = None;
    for (path, bytes) in files {
        let path = staging.join(path);
        let folder = path.parent().unwrap_or(staging);
        if made.as_deref() != Some(folder) {
            disk.create_folder(folder)?;
            made = Some(folder.to_owned());
        }
        disk.write(&path, bytes)?;
    }
    Ok(())
}

/// Puts the sites of kept editions beside a site, byte for byte: `editions/DATE/…`.
pub fn publish(root: &Path, output: &mut Output) -> Result<(), Fault> {
    for day in &output.editions {
        let site = place(root, day).join(SITE);
        let manifest = site.join(MANIFEST);
        for path in read::files(&site)?.into_iter().chain(manifest.is_file().then_some(manifest)) {
            let name = read::name(&site, &path)?;
            output.files.insert(format!("{EDITIONS}/{day}/{name}"), read::bytes(&path)?);
        }
    }
    Ok(())
}

/// A file of a kept site by its path in the output folder; for the preview, which holds none.
pub fn published(root: &Path, path: &str) -> Option<Arc<[u8]>> {
    let (day, inside) = path.strip_prefix(EDITIONS)?.strip_prefix('/')?.split_once('/')?;
    edition_day(day)?;
    let inside = Path::new(inside);
    let is_inside = inside.components().all(|part| matches!(part, Component::Normal(_)));
    let file = place(root, day).join(SITE).join(inside);
    (is_inside && file.is_file()).then(|| std::fs::read(file).ok().map(Arc::from))?
}

fn place(root: &Path, day: &str) -> PathBuf {
    root.join(EDITIONS).join(day)
}

/// The folders among the editions, in the order of their names.
fn folders(root: &Path) -> Result<Vec<PathBuf>, Fault> {
    let editions = root.join(EDITIONS);
    if !editions.is_dir() {
        return Ok(Vec::new());
    }
    let entries = std::fs::read_dir(&editions);
    let entries = entries.map_err(|error| Fault::disk(Deed::Read, &editions, &error))?;
    let is_ignored =
        |path: &PathBuf| path.file_name().is_none_or(|name| read::ignored(&name.to_string_lossy()));
    let mut folders: Vec<PathBuf> = entries.filter_map(Result::ok).map(|one| one.path()).collect();
    folders.retain(|path| path.is_dir() && !is_ignored(path));
    folders.sort();
    Ok(folders)
}

/// The last of them that is named by a day.
fn newest(folders: &[PathBuf]) -> Option<&PathBuf> {
    let is_day = |folder: &&PathBuf| {
        let name = folder.file_name().map(|name| name.to_string_lossy());
        name.is_some_and(|name| edition_day(&name).is_some())
    };
    folders.iter().rev().find(is_day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    const DAY: &str = "2026-11-22";

    fn files() -> Files {
        let of = [
            ("data/areas.csv", "id"),
            ("kyotsu.toml", ""),
            ("site/index.html", "<p>"),
            ("site/費用/index.html", "<p>"),
        ];
        of.into_iter().map(|(path, text)| (path.to_owned(), Arc::from(text.as_bytes()))).collect()
    }

    #[test]
    fn an_edition_is_kept_whole_wherever_writing_stops() {
        let mut stopped = 0;
        for left in 0.. {
            let root = tempfile::tempdir().unwrap();
            let disk = Disk::default();
            disk.trial.left.set(Some(left));
            let kept = keep(&disk, root.path(), DAY, &files()).is_ok();
            let place = place(root.path(), DAY);
            assert_eq!(place.exists(), kept, "{left}");
            // What was left behind is in nobody's way, and is no edition.
            let found = sources(root.path()).unwrap();
            assert_eq!(found.len(), if kept { 3 } else { 0 }, "{left}: {found:?}");
            if kept {
                assert_eq!(fs::read(place.join("site/費用/index.html")).unwrap(), b"<p>");
                assert_eq!(fs::read_dir(root.path().join(EDITIONS)).unwrap().count(), 1);
                break;
            }
            stopped += 1;
            keep(&Disk::default(), root.path(), DAY, &files()).unwrap();
            assert_eq!(fs::read_dir(root.path().join(EDITIONS)).unwrap().count(), 1);
        }
        assert!(stopped > 8, "hardly anything was tried");
    }

    #[test]
    fn a_kept_edition_is_not_written_over() {
        let root = tempfile::tempdir().unwrap();
        keep(&Disk::default(), root.path(), DAY, &files()).unwrap();
        let other = [("site/index.html".to_owned(), Arc::from(b"other".as_slice()))].into();
        assert_eq!(keep(&Disk::default(), root.path(), DAY, &other).unwrap_err().exit, 2);
        assert_eq!(fs::read(place(root.path(), DAY).join("site/index.html")).unwrap(), b"<p>");
    }

    #[test]
    fn the_preview_finds_kept_pages_and_nothing_outside_them() {
        let root = tempfile::tempdir().unwrap();
        keep(&Disk::default(), root.path(), DAY, &files()).unwrap();
        let found = |path: &str| published(root.path(), path).is_some();
        assert!(
            found("editions/2026-11-22/index.html") && found("editions/2026-11-22/費用/index.html")
        );
        for path in [
            "editions/2026-11-22/../kyotsu.toml",
            "editions/2026-11-22//etc/hostname",
            "editions/../editions/2026-11-22/index.html",
            "editions/2026-11-22",
            "editions/none/index.html",
            "editions/index.html",
        ] {
            assert!(!found(path), "{path}");
        }
    }
}
