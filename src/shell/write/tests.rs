use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::super::disk::{Disk, Trial};
use super::super::manifest::{JOURNAL, MANIFEST, PARTIAL};
use super::plan::{Listing, Plan};
use super::site::Site;
use super::{Files, Written, in_place, publish, publish_on, staging};

const OLD: &[(&str, &str)] = &[
    ("index.html", "old"),
    ("same.html", "same"),
    ("gone/index.html", "old"),
    ("shape", "a file"),
    ("費用/index.html", "old"),
];
const NEW: &[(&str, &str)] = &[
    ("index.html", "new"),
    ("same.html", "same"),
    ("shape/index.html", "a folder now"),
    ("費用/index.html", "new"),
    ("費用/表.csv", "new"),
];
const OTHERS: &[(&str, &str)] =
    &[(".gitignore", "*\n"), (".git/HEAD", "main"), ("gone/memo.txt", "mine")];

fn files(of: &[(&str, &str)]) -> Files {
    of.iter().map(|(path, text)| ((*path).to_owned(), Arc::from(text.as_bytes()))).collect()
}

fn put(folder: &Path, of: &[(&str, &str)]) {
    for (path, text) in of {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// What a visitor and the owners of foreign files see: everything but our own records.
fn seen(folder: &Path) -> BTreeMap<String, String> {
    let listing = Listing::of(folder).unwrap();
    let records = [MANIFEST, JOURNAL, PARTIAL];
    let shown = listing.files.into_iter().filter(|(key, _)| !records.contains(&key.as_str()));
    shown.map(|(key, path)| (key, fs::read_to_string(folder.join(path)).unwrap())).collect()
}

fn shown(of: &[(&str, &str)]) -> BTreeMap<String, String> {
    of.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

fn with_others(of: &[(&str, &str)]) -> BTreeMap<String, String> {
    shown(&[of, OTHERS].concat())
}

/// A folder with the old site and files of others in it.
fn old_site() -> (tempfile::TempDir, PathBuf) {
    let parent = tempfile::tempdir().unwrap();
    let output = parent.path().join("output");
    publish(&output, &files(OLD)).unwrap();
    put(&output, OTHERS);
    fs::create_dir_all(output.join(".git/refs/tags")).unwrap();
    (parent, output)
}

fn siblings(parent: &Path) -> Vec<String> {
    let entries = fs::read_dir(parent).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

fn disk(exchange: Option<ErrorKind>) -> Disk {
    Disk { trial: Trial { exchange, ..Trial::default() } }
}

const WAYS: [Option<ErrorKind>; 3] =
    [None, Some(ErrorKind::Unsupported), Some(ErrorKind::ResourceBusy)];

#[test]
fn a_first_site_is_written_and_a_second_time_nothing_is() {
    let parent = tempfile::tempdir().unwrap();
    let output = parent.path().join("新しい/output");
    let first = publish(&output, &files(OLD)).unwrap();
    assert_eq!(first, Written { written: 5, unchanged: 0, removed: 0 });
    let nothing = disk(None);
    nothing.trial.left.set(Some(1)); // making sure of the parent folder, and not one change more
    let second = publish_on(&nothing, &output, &files(OLD)).unwrap();
    assert_eq!(second, Written { written: 0, unchanged: 5, removed: 0 });
    assert_eq!(siblings(output.parent().unwrap()), ["output"]);
}

#[test]
fn what_changed_is_written_and_what_others_put_there_stays() {
    for way in WAYS {
        let (parent, output) = old_site();
        let counts = publish_on(&disk(way), &output, &files(NEW)).unwrap();
        assert_eq!(counts, Written { written: 4, unchanged: 1, removed: 2 }, "{way:?}");
        assert_eq!(seen(&output), with_others(NEW), "{way:?}");
        assert!(output.join(".git/refs/tags").is_dir(), "{way:?}");
        assert!(!output.join(JOURNAL).exists() && !output.join(PARTIAL).exists(), "{way:?}");
        assert_eq!(siblings(parent.path()), ["output"], "{way:?}");
        let again = publish(&output, &files(NEW)).unwrap();
        assert_eq!(again.written + again.removed, 0, "{way:?}");
    }
}

#[test]
fn without_links_unchanged_files_are_copied() {
    let (_parent, output) = old_site();
    let disk = Disk { trial: Trial { link: Some(ErrorKind::CrossesDevices), ..Trial::default() } };
    publish_on(&disk, &output, &files(NEW)).unwrap();
    assert_eq!(seen(&output), with_others(NEW));
}

#[test]
fn a_folder_of_others_is_refused_and_dotfiles_are_no_sign_of_one() {
    let output = tempfile::tempdir().unwrap();
    put(output.path(), &[(".gitignore", "*\n")]);
    publish(output.path(), &files(OLD)).unwrap();
    fs::remove_file(output.path().join(MANIFEST)).unwrap();
    let fault = publish(output.path(), &files(NEW)).unwrap_err();
    assert_eq!(fault.exit, 2);
    assert_eq!(fs::read_to_string(output.path().join("index.html")).unwrap(), "old");
}

#[test]
fn a_file_of_others_in_our_way_is_refused() {
    for path in ["shape/index.html/deeper.txt", "費用/表.csv"] {
        let parent = tempfile::tempdir().unwrap();
        let output = parent.path().join("output");
        publish(&output, &files(&[("index.html", "old")])).unwrap();
        put(&output, &[(path, "mine")]);
        let fault = publish(&output, &files(NEW)).unwrap_err();
        assert_eq!(fault.exit, 2, "{path}");
        assert_eq!(fs::read_to_string(output.join(path)).unwrap(), "mine");
        assert_eq!(fs::read_to_string(output.join("index.html")).unwrap(), "old");
    }
}

#[test]
fn a_file_is_no_output_folder() {
    let file = tempfile::NamedTempFile::new().unwrap();
    assert_eq!(publish(file.path(), &files(NEW)).unwrap_err().exit, 2);
}

/// Runs with ever more changes allowed until one run is not stopped; checks after each stop.
fn stop_everywhere(way: Option<ErrorKind>, check: impl Fn(&Path, &Path)) {
    for allowed in 0.. {
        let (parent, output) = old_site();
        let disk = disk(way);
        disk.trial.left.set(Some(allowed));
        let finished = publish_on(&disk, &output, &files(NEW)).is_ok() && allowed_left(&disk);
        check(parent.path(), &output);
        publish(&output, &files(NEW)).unwrap();
        assert_eq!(seen(&output), with_others(NEW), "after stop {allowed}, {way:?}");
        assert!(output.join(".git/refs/tags").is_dir());
        assert!(!output.join(JOURNAL).exists() && !output.join(PARTIAL).exists());
        assert_eq!(siblings(parent.path()), ["output"], "after stop {allowed}, {way:?}");
        if finished {
            assert!(allowed > 10, "hardly anything was tried");
            return;
        }
    }
}

fn allowed_left(disk: &Disk) -> bool {
    disk.trial.left.get().is_some_and(|left| left > 0)
}

#[test]
fn killed_anywhere_the_old_or_the_new_site_is_whole() {
    stop_everywhere(None, |_, output| {
        let seen = seen(output);
        assert!(seen == with_others(OLD) || seen == with_others(NEW), "{seen:?}");
    });
}

#[test]
fn killed_between_two_moves_the_old_site_stands_beside() {
    stop_everywhere(Some(ErrorKind::Unsupported), |parent, output| {
        let aside = siblings(parent).into_iter().find(|name| name.starts_with(".output.former-"));
        let place = if output.exists() { output.to_owned() } else { parent.join(aside.unwrap()) };
        let seen = seen(&place);
        assert!(seen == with_others(OLD) || seen == with_others(NEW), "{seen:?}");
    });
}

#[test]
fn killed_in_place_each_file_is_old_or_new_and_the_next_run_completes() {
    stop_everywhere(Some(ErrorKind::ResourceBusy), |_, output| {
        let (old, new) = (with_others(OLD), with_others(NEW));
        for (path, text) in seen(output) {
            let known = [old.get(&path), new.get(&path)];
            assert!(known.contains(&Some(&text)), "{path}: {text}");
        }
        for (path, text) in OTHERS {
            assert_eq!(&fs::read_to_string(output.join(path)).unwrap(), text);
        }
    });
}

#[test]
fn a_file_that_is_open_elsewhere_keeps_the_old_site_whole() {
    for held in ["index.html", "費用/index.html", "gone/index.html"] {
        let (_parent, output) = old_site();
        let mut disk = disk(Some(ErrorKind::ResourceBusy));
        disk.trial.held = Some(output.join(held));
        let fault = publish_on(&disk, &output, &files(NEW)).unwrap_err();
        assert!(fault.words.ja.contains(held), "{}", fault.words.ja);
        assert_eq!(seen(&output), with_others(OLD), "{held}");
        disk.trial.held = None;
        publish_on(&disk, &output, &files(NEW)).unwrap();
        assert_eq!(seen(&output), with_others(NEW), "{held}");
    }
}

#[test]
fn a_first_site_begun_in_place_is_still_ours() {
    let output = tempfile::tempdir().unwrap();
    let disk = disk(None);
    let site = Site::at(&disk, output.path()).unwrap();
    let plan = Plan::new(&site, &files(NEW)).unwrap();
    disk.trial.left.set(Some(8)); // the journal and one file
    in_place::publish(&disk, &site, &plan).unwrap_err();
    assert_eq!(seen(output.path()).len(), 1);
    assert!(!output.path().join(MANIFEST).exists());
    publish(output.path(), &files(OLD)).unwrap();
    assert_eq!(seen(output.path()), shown(OLD));
}

#[test]
fn what_others_add_meanwhile_moves_along() {
    let (_parent, output) = old_site();
    let disk = Disk::default();
    let site = Site::at(&disk, &output).unwrap();
    let plan = Plan::new(&site, &files(NEW)).unwrap();
    put(&output, &[("late/memo.txt", "mine")]);
    assert!(staging::publish(&disk, &site, &plan).unwrap());
    assert_eq!(fs::read_to_string(output.join("late/memo.txt")).unwrap(), "mine");
    assert!(!output.join("gone/index.html").exists());
}

#[cfg(unix)]
#[test]
fn a_linked_output_folder_stays_a_link() {
    let (parent, output) = old_site();
    let link = parent.path().join("www");
    std::os::unix::fs::symlink(&output, &link).unwrap();
    publish(&link, &files(NEW)).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(seen(&output), with_others(NEW));
}
