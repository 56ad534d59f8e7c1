//! `kyotsu init`: the project that comes with the program, or its bones.

use std::path::Path;

use include_dir::{Dir, include_dir};

use super::arguments::InitArguments;
use super::disk::Disk;
use super::fault::{Deed, Fault};
use super::{DONE, read, terminal};
use crate::text::Language;

static CONTENT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/content");
static DATA: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/data");
static THEMES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes");
static SETTINGS: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/kyotsu.toml"));

static EMPTY_SETTINGS: &[u8] = include_bytes!("empty/kyotsu.toml");
static EMPTY_PAGE: &[u8] = include_bytes!("empty/page.md");
static EMPTY_ENGLISH: &[u8] = include_bytes!("empty/page.en.md");

/// A file that comes with the program: its path in a project, and its bytes.
type Embedded = (String, &'static [u8]);

/// Makes a project and says what to do next.
pub fn run(arguments: &InitArguments, language: Language) -> Result<u8, Fault> {
    let made = make(arguments)?;
    terminal::say(&told(&arguments.folder, made, language)).map(|()| DONE)
}

/// Makes a project and counts its files; a folder that holds anything but dotfiles is refused.
fn make(arguments: &InitArguments) -> Result<usize, Fault> {
    let folder = &arguments.folder;
    refuse_unless_empty(folder)?;
    let files = files(arguments);
    let disk = Disk::default();
    for (path, bytes) in &files {
        let path = folder.join(path);
        disk.create_folder(path.parent().unwrap_or(folder))?;
        disk.write(&path, bytes)?;
    }
    Ok(files.len())
}

/// The files of the themes that come with the program, for projects that have none of their own.
pub fn themes() -> Vec<Embedded> {
    below("themes", &THEMES)
}

fn refuse_unless_empty(folder: &Path) -> Result<(), Fault> {
    if !folder.exists() {
        return Ok(());
    }
    if !folder.is_dir() {
        return Err(Fault::not_a_folder(folder));
    }
    let entries =
        std::fs::read_dir(folder).map_err(|error| Fault::disk(Deed::Read, folder, &error))?;
    let mut names = entries.filter_map(Result::ok).map(|entry| entry.file_name());
    match names.any(|name| !name.as_encoded_bytes().starts_with(b".")) {
        true => Err(Fault::init_not_empty(folder)),
        false => Ok(()),
    }
}

fn files(arguments: &InitArguments) -> Vec<Embedded> {
    let mut files = match arguments {
        InitArguments { manual: true, .. } => super::manual::project(),
        InitArguments { empty: true, .. } => bones(),
        _ => whole(),
    };
    if arguments.theme {
        files.extend(below("themes", &THEMES));
    }
    files
}

/// The real site, less its theme.
fn whole() -> Vec<Embedded> {
    let mut files = vec![("kyotsu.toml".to_owned(), SETTINGS)];
    files.extend(below("data", &DATA));
    files.extend(below("content", &CONTENT));
    files
}

/// Settings to fill in, one page, and the header row of each table.
fn bones() -> Vec<Embedded> {
    let mut files = vec![
        ("kyotsu.toml".to_owned(), EMPTY_SETTINGS),
        ("content/page.md".to_owned(), EMPTY_PAGE),
        ("content/page.en.md".to_owned(), EMPTY_ENGLISH),
    ];
    let tables = below("data", &DATA).into_iter().filter(|(path, _)| path.ends_with(".csv"));
    files.extend(tables.map(|(path, bytes)| (path, first_line(bytes))));
    files
}

fn first_line(bytes: &[u8]) -> &[u8] {
    bytes.split_inclusive(|byte| *byte == b'\n').next().unwrap_or(bytes)
}

/// The files of a folder that comes with the program, under a name of their own.
pub fn below(name: &str, folder: &'static Dir<'static>) -> Vec<Embedded> {
    let mut files = Vec::new();
    collect(name, folder, &mut files);
    files.sort();
    files
}

fn collect(name: &str, folder: &'static Dir<'static>, files: &mut Vec<Embedded>) {
    for file in folder.files().filter(|file| kept(file.path())) {
        files.push((format!("{name}/{}", file.path().display()), file.contents()));
    }
    for inner in folder.dirs().filter(|inner| kept(inner.path())) {
        collect(name, inner, files);
    }
}

/// What an editor had left beside the files when the program was made does not belong to it.
fn kept(path: &Path) -> bool {
    !path.file_name().is_some_and(|name| read::ignored(&name.to_string_lossy()))
}

fn told(folder: &Path, files: usize, language: Language) -> String {
    let folder = folder.display();
    match language {
        Language::Ja => {
            format!(
                "{folder} に{files}個のファイルを作りました\n次に：kyotsu preview --root {folder}\n"
            )
        }
        Language::En => {
            format!("made {files} files in {folder}\nnext: kyotsu preview --root {folder}\n")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn init(folder: &Path, empty: bool, theme: bool) -> Result<usize, Fault> {
        make(&InitArguments { folder: folder.to_owned(), empty, theme, manual: false })
    }

    #[test]
    fn a_new_project_is_the_real_site_without_its_theme() {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("新しい/site");
        init(&folder, false, false).unwrap();
        assert_eq!(fs::read(folder.join("kyotsu.toml")).unwrap(), SETTINGS);
        for (path, bytes) in below("data", &DATA) {
            assert_eq!(fs::read(folder.join(path)).unwrap(), bytes);
        }
        assert!(!folder.join("themes").exists());
    }

    #[test]
    fn an_empty_project_has_headers_and_settings_only() {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("site");
        init(&folder, true, true).unwrap();
        let content: Vec<_> = fs::read_dir(folder.join("content")).unwrap().collect();
        assert_eq!(content.len(), 2, "the first page in both languages");
        let table = fs::read_to_string(folder.join("data/kinds.csv")).unwrap();
        assert_eq!(table.matches('\n').count(), 1);
        assert!(folder.join("themes/default").is_dir());
    }

    #[test]
    fn a_folder_in_use_is_refused_and_dotfiles_are_no_use() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join(".git")).unwrap();
        init(folder.path(), true, false).unwrap();
        assert_eq!(init(folder.path(), true, false).unwrap_err().exit, 2);
        let file = folder.path().join("kyotsu.toml");
        assert_eq!(init(&file, true, false).unwrap_err().exit, 2);
    }
}
