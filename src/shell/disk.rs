//! Every change to the disk, one call each, so that a test can stop before any of them.

use std::fs;
use std::io;
use std::path::Path;

use super::fault::{Deed, Fault};
use super::in_use;

/// The disk as changed by us.
#[derive(Default)]
pub struct Disk {
    /// what a test makes it do
    #[cfg(test)]
    pub trial: Trial,
}

/// A disk that stops, or cannot exchange folders.
#[cfg(test)]
#[derive(Default)]
pub struct Trial {
    /// changes still allowed; after them the process counts as killed
    pub left: std::cell::Cell<Option<usize>>,
    /// how exchanging folders fails
    pub exchange: Option<io::ErrorKind>,
    /// how linking fails
    pub link: Option<io::ErrorKind>,
    /// a file another program holds: it can neither be written nor replaced nor removed
    pub held: Option<std::path::PathBuf>,
}

impl Disk {
    /// Makes a folder and those above it.
    pub fn create_folder(&self, path: &Path) -> Result<(), Fault> {
        self.change(Deed::Write, path, || fs::create_dir_all(path))
    }

    /// Writes a whole file.
    pub fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), Fault> {
        self.change(Deed::Write, path, || fs::write(path, bytes))
    }

    /// Asks whether a file that is there can be replaced: on Windows not one another program holds.
    pub fn probe(&self, path: &Path) -> Result<(), Fault> {
        let opened = self.free(path).and_then(|()| fs::OpenOptions::new().write(true).open(path));
        match opened {
            Err(error) if in_use::is_held(&error) || in_use::may_be_held(&error) => {
                Err(Fault::disk(Deed::Write, path, &error))
            }
            _ => Ok(()),
        }
    }

    /// Moves a file or folder, replacing a file of that name.
    pub fn rename(&self, from: &Path, to: &Path) -> Result<(), Fault> {
        self.change(Deed::Write, to, || fs::rename(from, to))
    }

    /// Makes a second name for a file, or a copy where the disk knows no second names.
    pub fn link(&self, from: &Path, to: &Path) -> Result<(), Fault> {
        self.change(Deed::Write, to, || self.hard_link(from, to).or_else(|_| copy(from, to)))
    }

    /// Gives a folder the rights of another.
    pub fn copy_rights(&self, from: &Path, to: &Path) -> Result<(), Fault> {
        let rights = || fs::metadata(from).and_then(|of| fs::set_permissions(to, of.permissions()));
        self.change(Deed::Write, to, rights)
    }

    /// Removes a file; one that is already gone is as good.
    pub fn remove_file(&self, path: &Path) -> Result<(), Fault> {
        self.change(Deed::Remove, path, || gone(fs::remove_file(path)))
    }

    /// Removes a folder with all it holds.
    pub fn remove_tree(&self, path: &Path) -> Result<(), Fault> {
        self.change(Deed::Remove, path, || gone(fs::remove_dir_all(path)))
    }

    /// Removes a folder if it is empty; says whether it did.
    pub fn remove_if_empty(&self, path: &Path) -> Result<bool, Fault> {
        self.change(Deed::Remove, path, || Ok(fs::remove_dir(path).is_ok()))
    }

    /// Makes a folder where there is none, telling the plain error.
    pub fn try_create_folder(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        fs::create_dir(path)
    }

    /// Moves a folder, telling the plain error.
    pub fn try_rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        fs::rename(from, to)
    }

    /// Exchanges two folders in one call, where the system can.
    pub fn try_exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        self.step()?;
        #[cfg(test)]
        if let Some(kind) = self.trial.exchange {
            return Err(kind.into());
        }
        exchange(one, other)
    }

    fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()> {
        #[cfg(test)]
        if let Some(kind) = self.trial.link {
            return Err(kind.into());
        }
        fs::hard_link(from, to)
    }

    fn change<T>(
        &self,
        deed: Deed,
        path: &Path,
        change: impl FnOnce() -> io::Result<T>,
    ) -> Result<T, Fault> {
        let done = self.free(path).and_then(|()| self.step()).and_then(|()| change());
        done.map_err(|error| Fault::disk(deed, path, &error))
    }

    #[cfg(test)]
    fn free(&self, path: &Path) -> io::Result<()> {
        match self.trial.held.as_deref() == Some(path) {
            true => Err(io::ErrorKind::ResourceBusy.into()),
            false => Ok(()),
        }
    }

    #[cfg(not(test))]
    #[allow(clippy::unused_self, clippy::unnecessary_wraps, reason = "a test holds a file here")]
    fn free(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }

    #[cfg(test)]
    fn step(&self) -> io::Result<()> {
        match self.trial.left.get() {
            Some(0) => Err(io::ErrorKind::Interrupted.into()),
            left => {
                self.trial.left.set(left.map(|left| left - 1));
                Ok(())
            }
        }
    }

    #[cfg(not(test))]
    #[allow(clippy::unused_self, clippy::unnecessary_wraps, reason = "a test stops here")]
    fn step(&self) -> io::Result<()> {
        Ok(())
    }
}

fn gone(removed: io::Result<()>) -> io::Result<()> {
    match removed {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// A copy; a symbolic link stays one.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    #[cfg(unix)]
    if fs::symlink_metadata(from)?.is_symlink() {
        return std::os::unix::fs::symlink(fs::read_link(from)?, to);
    }
    fs::copy(from, to).map(|_| ())
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
