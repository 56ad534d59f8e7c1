//! One file of the project, written whole or not at all.

use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::fault::Fault;

/// Puts a file in place of the one there, through another beside it.
pub fn replace(disk: &Disk, path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    // A link stays one: what it leads to is replaced.
    let place = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    disk.create_folder(place.parent().unwrap_or(Path::new(".")))?;
    let partial = beside(&place);
    let written = disk
        .write(&partial, bytes)
        .and_then(|()| if place.exists() { disk.copy_rights(&place, &partial) } else { Ok(()) })
        .and_then(|()| disk.rename(&partial, &place));
    if written.is_err() {
        // What cannot be removed now is in nobody's way.
        let _ = disk.remove_file(&partial);
    }
    written
}

/// A name nobody reads or watches, in the same folder.
fn beside(place: &Path) -> PathBuf {
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    place.with_file_name(format!(".{name}.partial-{}", std::process::id()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_file_is_whole_wherever_writing_stops() {
        for left in 0..6 {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("areas.csv");
            fs::write(&path, "old").unwrap();
            let disk = Disk::default();
            disk.trial.left.set(Some(left));
            let written = replace(&disk, &path, b"new");
            let text = fs::read_to_string(&path).unwrap();
            assert_eq!(text, if written.is_ok() { "new" } else { "old" });
            assert_eq!(written.is_ok(), left >= 4, "{left}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_one() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real.csv"), folder.path().join("link.csv"));
        fs::write(&real, "old").unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        replace(&Disk::default(), &link, b"new").unwrap();
        assert!(link.is_symlink());
        assert_eq!(fs::read(&real).unwrap(), b"new");
    }
}
