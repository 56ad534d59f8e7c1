//! The site in one file to hand over: its folder, and beside it the page that opens it.

use std::io::{Cursor, Write};
use std::path::Path;

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::disk::Disk;
use super::fault::Fault;
use super::manifest::{self, MANIFEST};
use super::read::{real, source_folder};
use super::replace::replace;
use crate::build::{FOLDER, Output};

/// The page that opens the site.
const OPENING: &str = "はじめに.html";

/// Where a zip may not be written: it would be taken for a page or a source, or be somebody's file.
pub fn refuse(zip: &Path, root: &Path, output: &Path) -> Result<(), Fault> {
    let place = real(zip);
    if place.starts_with(real(output)) {
        return Err(Fault::zip_misplaced(zip, output));
    }
    if let Some(folder) = source_folder(root, zip) {
        return Err(Fault::zip_misplaced(zip, &root.join(folder)));
    }
    match std::fs::read(&place) {
        Ok(found) if !found.is_empty() && !found.starts_with(b"PK") => Err(Fault::zip_taken(zip)),
        _ if place.is_dir() => Err(Fault::zip_taken(zip)),
        _ => Ok(()),
    }
}

/// Writes the zip, whole or not at all; one that is there and the same stays.
pub fn write(zip: &Path, output: &Output) -> Result<(), Fault> {
    let bytes = packed(output).map_err(|error| Fault::zip(zip, &error.into()))?;
    if std::fs::read(zip).is_ok_and(|found| found == bytes) {
        return Ok(());
    }
    replace(&Disk::default(), zip, &bytes)
}

/// The same files give the same bytes: in the order of their names, dated by the data.
fn packed(output: &Output) -> ZipResult<Vec<u8>> {
    let (year, month, day) = output.dated.unwrap_or((1980, 1, 1));
    let date = DateTime::from_date_and_time(year, month, day, 0, 0, 0).unwrap_or_default();
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(date)
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, bytes: &[u8]| {
        zip.start_file(name, options)?;
        ZipResult::Ok(zip.write_all(bytes)?)
    };
    put(&format!("{FOLDER}/{MANIFEST}"), &manifest::written(&output.files))?;
    for (path, bytes) in &output.files {
        put(&format!("{FOLDER}/{path}"), bytes)?;
    }
    put(OPENING, &output.opening)?;
    Ok(zip.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;
    use std::sync::Arc;

    fn output() -> Output {
        let files = [("index.html", "a"), ("費用/index.html", "b")];
        let files: BTreeMap<String, Arc<[u8]>> =
            files.map(|(path, text)| (path.to_owned(), Arc::from(text.as_bytes()))).into();
        Output { files, opening: Arc::from(b"c".as_slice()), ..Output::default() }
    }

    #[test]
    fn the_same_site_is_packed_alike_and_dated_by_its_data() {
        let mut output = output();
        let undated = packed(&output).unwrap();
        assert_eq!(undated, packed(&output).unwrap());
        output.dated = Some((2026, 11, 21));
        let dated = packed(&output).unwrap();
        assert_ne!(undated, dated);
        let mut zip = zip::ZipArchive::new(Cursor::new(dated)).unwrap();
        let date = zip.by_index(0).unwrap().last_modified().unwrap();
        assert_eq!((date.year(), date.month(), date.day()), (2026, 11, 21));
    }

    #[test]
    fn a_zip_is_refused_where_it_would_be_taken_for_something_else() {
        let place = tempfile::tempdir().unwrap();
        let root = place.path();
        let at = |path: &str| root.join(path);
        std::fs::create_dir_all(at("output")).unwrap();
        std::fs::write(at("letter.txt"), "mine").unwrap();
        std::fs::write(at("old.zip"), "PK").unwrap();
        let refused = |path: &str| refuse(&at(path), root, &at("output")).err().map(|one| one.exit);
        for path in ["output/a.zip", "output", "data/a.zip", "letter.txt", "x/../output/a.zip"] {
            assert_eq!(refused(path), Some(2), "{path}");
        }
        for path in ["a.zip", "old.zip", "new/a.zip", "output.zip"] {
            assert_eq!(refused(path), None, "{path}");
        }
    }
}
