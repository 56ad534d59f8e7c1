//! The edition pages are compared with: its finished pages.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::build::{
    Differing, EDITIONS, FORMER, How, Marked, Options, barred, build, compared, language_of,
    lists_comments, title,
};
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
        let is_told = |path: &&String| path.ends_with(".html") && !lists_comments(path);
        let paths = paths.into_iter().filter(is_told);
        let differs = |path: &String| {
            if !changed.contains(path) {
                return known.iter().find(|one| one.path == *path).cloned();
            }
            match files.get(path) {
                Some(now) => self.told(path, &self.compared(path, &String::from_utf8_lossy(now))),
                None => self.page(path).map(|before| differing(path, before, How::Gone)),
            }
        };
        paths.filter_map(differs).collect()
    }

    /// A page with its marks and the bar above it.
    pub fn marked(&self, path: &str, html: &str, pages: &[Differing]) -> String {
        let marked = self.compared(path, html);
        // The list may be of the site before this page changed.
        let others = pages.iter().filter(|one| one.path != path).cloned();
        let own = self.told(path, &marked).filter(|_| !lists_comments(path));
        let mut pages: Vec<Differing> = others.chain(own).collect();
        pages.sort_by(|one, other| one.path.cmp(&other.path));
        let former = self.page(path).map(|_| format!("{FORMER}{path}"));
        let language = language_of(path);
        barred(&marked.html, path, &self.named, &pages, former.as_deref(), language)
    }

    /// A page against what it was; as it is where it was not there.
    fn compared(&self, path: &str, html: &str) -> Marked {
        match self.page(path) {
            Some(before) => compared(before, html, language_of(path)),
            None => Marked { html: html.to_owned(), places: 0 },
        }
    }

    /// How a page differs; none where it does not.
    fn told(&self, path: &str, marked: &Marked) -> Option<Differing> {
        let how = match self.page(path) {
            Some(_) => Some(How::Places(marked.places)).filter(|_| marked.places > 0),
            None => Some(How::New),
        };
        how.map(|how| differing(path, &marked.html, how))
    }
}

fn differing(path: &str, html: &str, how: How) -> Differing {
    Differing { path: path.to_owned(), title: title(html), how }
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
