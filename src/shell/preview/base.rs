//! The edition pages are compared with: its finished pages.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::build::{Differing, EDITIONS, How, Options, barred, build, compared, title};
use crate::diag::stops;
use crate::shell::fault::Fault;
use crate::shell::read;
use crate::shell::report;
use crate::shell::terminal::{Stream, colour, tell};
use crate::text::Language;

/// An older edition, read once.
pub struct Base {
    /// what the person called it
    named: String,
    pages: BTreeMap<String, String>,
}

type Files = BTreeMap<String, Arc<[u8]>>;

impl Base {
    /// Finds the pages of an edition: by its date, in a site's folder, or made from a project.
    pub fn read(root: &Path, asked: &Path, language: Language) -> Result<Self, Fault> {
        let folder = folder(root, asked);
        let pages = match folder.join(read::SETTINGS).is_file() {
            true => made(&folder, language)?,
            false => found(&folder)?,
        };
        match pages.is_empty() {
            true => Err(Fault::base_unknown(asked)),
            false => Ok(Self { named: asked.display().to_string(), pages }),
        }
    }

    /// A page as it was.
    pub fn page(&self, path: &str) -> Option<&str> {
        self.pages.get(path).map(String::as_str)
    }

    /// The pages a site does not have any more.
    pub fn gone(&self, files: &Files) -> BTreeSet<String> {
        self.pages.keys().filter(|path| !files.contains_key(*path)).cloned().collect()
    }

    /// How the pages of a site differ. What is known of pages that did not change is kept.
    pub fn differing(
        &self,
        files: &Files,
        changed: &BTreeSet<String>,
        known: &[Differing],
    ) -> Vec<Differing> {
        let paths: BTreeSet<&String> = self.pages.keys().chain(files.keys()).collect();
        let paths = paths.into_iter().filter(|path| path.ends_with(".html") && !is_own(path));
        let differs = |path: &String| {
            if !changed.contains(path) {
                return known.iter().find(|one| one.path == *path).cloned();
            }
            self.differs(path, files.get(path).map(|bytes| String::from_utf8_lossy(bytes)))
        };
        paths.filter_map(differs).collect()
    }

    fn differs(&self, path: &str, now: Option<impl AsRef<str>>) -> Option<Differing> {
        let differing =
            |html: &str, how| Differing { path: path.to_owned(), title: title(html), how };
        match (self.page(path), now) {
            (Some(before), Some(now)) => {
                let now = now.as_ref();
                let places = compared(before, now, language(path)).places;
                (places > 0).then(|| differing(now, How::Places(places)))
            }
            (None, Some(now)) => Some(differing(now.as_ref(), How::New)),
            (Some(before), None) => Some(differing(before, How::Gone)),
            (None, None) => None,
        }
    }

    /// A page with its marks and the bar above it.
    pub fn marked(&self, path: &str, html: &str, pages: &[Differing]) -> String {
        let language = language(path);
        let before = self.page(path);
        let marked = before.map(|before| compared(before, html, language).html);
        // The list may be of the site before this page changed.
        let others = pages.iter().filter(|one| one.path != path).cloned();
        let own = if is_own(path) { None } else { self.differs(path, Some(html)) };
        let mut pages: Vec<Differing> = others.chain(own).collect();
        pages.sort_by(|one, other| one.path.cmp(&other.path));
        let html = marked.as_deref().unwrap_or(html);
        let former = before.map(|_| format!("{}{path}", crate::build::FORMER));
        barred(html, path, &self.named, &pages, former.as_deref(), language)
    }
}

fn language(path: &str) -> Language {
    if path.starts_with("en/") { Language::En } else { Language::Ja }
}

/// The page of comments is no part of any edition.
fn is_own(path: &str) -> bool {
    matches!(path, "review/index.html" | "en/review/index.html")
}

/// Whether a page belongs to an edition kept beside the site.
fn is_of_another(path: &str) -> bool {
    path.strip_prefix(EDITIONS).is_some_and(|inside| inside.matches('/').count() > 1)
}

/// The folder meant: an edition's by its date, and in it the site.
fn folder(root: &Path, asked: &Path) -> PathBuf {
    let edition = root.join(EDITIONS).join(asked);
    let folder = if asked.is_dir() { asked.to_owned() } else { edition };
    let site = folder.join("site");
    if site.join("index.html").is_file() { site } else { folder }
}

/// The pages of a folder that holds a site.
fn found(folder: &Path) -> Result<BTreeMap<String, String>, Fault> {
    let mut pages = BTreeMap::new();
    if !folder.join("index.html").is_file() {
        return Ok(pages);
    }
    for path in read::files(folder)? {
        let name = read::name(folder, &path)?;
        if name.extension() == "html" && !is_of_another(name.as_str()) {
            let html = String::from_utf8_lossy(&read::bytes(&path)?).into_owned();
            pages.insert(name.as_str().to_owned(), html);
        }
    }
    Ok(pages)
}

/// The pages a project makes.
fn made(folder: &Path, language: Language) -> Result<BTreeMap<String, String>, Fault> {
    let built = build(&read::snapshot(folder)?, &Options::default());
    if stops(&built.notes) {
        tell(&report::text(&built.notes, &built.sources, language, colour(Stream::Err)));
        return Err(Fault::base_wrong(folder));
    }
    let pages = built.output.files.into_iter().filter(|(path, _)| path.ends_with(".html"));
    Ok(pages.map(|(path, html)| (path, String::from_utf8_lossy(&html).into_owned())).collect())
}
