//! The output folder, and what stands beside it while it is changed.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use super::super::disk::Disk;
use super::super::fault::{Deed, Fault};

/// A published folder and its neighbourhood.
pub struct Site {
    /// the published folder; it may not be there yet
    pub live: PathBuf,
    parent: PathBuf,
    name: OsString,
}

impl Site {
    /// The folder meant by a path. A link is followed: the folder is exchanged, not the link.
    pub fn at(disk: &Disk, output: &Path) -> Result<Self, Fault> {
        let unreadable = |error| Fault::disk(Deed::Read, output, &error);
        let full = std::path::absolute(output).map_err(unreadable)?;
        let live = match fs::metadata(&full) {
            Ok(found) if !found.is_dir() => return Err(Fault::not_a_folder(output)),
            Ok(_) => full.canonicalize().map_err(unreadable)?,
            Err(_) => full,
        };
        let (Some(parent), Some(name)) = (live.parent(), live.file_name()) else {
            return Err(Fault::output_foreign(output, "/"));
        };
        disk.create_folder(parent)?;
        Ok(Self { parent: parent.to_owned(), name: name.to_owned(), live })
    }

    /// Waits for other builds into the same place; without locks on this disk it goes on alone.
    pub fn lock(&self) -> Option<File> {
        let folder = File::open(&self.parent).ok()?;
        folder.lock().ok()?;
        Some(folder)
    }

    /// Where the new tree is put together.
    pub fn staging(&self) -> PathBuf {
        self.beside("staging", &std::process::id().to_string())
    }

    /// Where the old tree waits while the new one moves in.
    pub fn former(&self) -> PathBuf {
        self.beside("former", &std::process::id().to_string())
    }

    /// Puts right what a killed process has left beside the folder.
    pub fn clean_up(&self, disk: &Disk) -> Result<(), Fault> {
        for former in self.left("former")? {
            match self.live.exists() {
                true => disk.remove_tree(&former)?,
                false => disk.rename(&former, &self.live)?,
            }
        }
        for staging in self.left("staging")? {
            disk.remove_tree(&staging)?;
        }
        Ok(())
    }

    fn beside(&self, purpose: &str, number: &str) -> PathBuf {
        let mut name = OsString::from(".");
        name.push(&self.name);
        name.push(format!(".{purpose}-{number}"));
        self.parent.join(name)
    }

    /// The folders beside ours that were made for a purpose, by whatever process.
    fn left(&self, purpose: &str) -> Result<Vec<PathBuf>, Fault> {
        let start = self.beside(purpose, "");
        let start = start.file_name().unwrap_or_default().as_encoded_bytes();
        let is_left = |path: &PathBuf| {
            let name = path.file_name().unwrap_or_default().as_encoded_bytes();
            name.strip_prefix(start)
                .is_some_and(|rest| !rest.is_empty() && rest.iter().all(u8::is_ascii_digit))
        };
        let entries = fs::read_dir(&self.parent)
            .map_err(|error| Fault::disk(Deed::Read, &self.parent, &error))?;
        let mut left: Vec<_> =
            entries.filter_map(Result::ok).map(|entry| entry.path()).filter(is_left).collect();
        left.sort();
        Ok(left)
    }
}
