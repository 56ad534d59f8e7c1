//! For whom a site is built: the public never gets a draft, nor what reviewers wrote.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Output, diags};
use crate::diag::{Checked, Diagnostic, code};
use crate::load;
use crate::markdown::Document;
use crate::model::{Commentary, Dataset};
use crate::plan::{REVIEW, language_of, page_path};
use crate::review;
use crate::text::{Language, Place, Snapshot, SourcePath, up};
use crate::validate;

/// For whom a site is built.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Audience {
    /// everybody: no drafts, no comments
    #[default]
    Public,
    /// those who work on it: drafts marked, comments shown
    Preview,
    /// reviewers: every page marked as a draft, with all they need to comment
    Drafts,
}

/// Whether reviewers wrote anything.
pub fn is_commented(snapshot: &Snapshot) -> bool {
    snapshot.below(load::REVIEW).next().is_some()
}

/// The pages that are drafts: a page is one in both languages where its Japanese says so.
pub struct Drafts {
    /// each file, with where it says so
    files: BTreeMap<SourcePath, Option<Place>>,
    routes: BTreeSet<String>,
    /// those of which only the English is one
    english: BTreeSet<String>,
}

impl Drafts {
    /// Finds them.
    pub fn of(documents: &[Document]) -> Self {
        let said = |language| {
            let said = move |one: &&Document| one.language == language && one.front.draft.is_some();
            documents.iter().filter(said).map(|one| one.route.clone()).collect::<BTreeSet<_>>()
        };
        let has_japanese = |route: &String| {
            documents.iter().any(|one| one.language == Language::Ja && one.route == *route)
        };
        let mut routes = said(Language::Ja);
        let (english, alone): (BTreeSet<_>, BTreeSet<_>) =
            said(Language::En).into_iter().partition(has_japanese);
        routes.extend(alone);
        let english = &english - &routes;
        let is_one = |one: &&Document| {
            let of_english = one.language == Language::En && english.contains(&one.route);
            of_english || routes.contains(&one.route)
        };
        let files = documents.iter().filter(is_one);
        let files = files.map(|one| (one.path.clone(), one.front.draft.clone())).collect();
        Self { files, routes, english }
    }

    /// Takes them out where the site is for the public, with the tables beside them; their routes.
    pub fn kept_from(
        &self,
        audience: Audience,
        documents: &mut Vec<Document>,
        dataset: &mut Dataset,
    ) -> BTreeSet<String> {
        if audience != Audience::Public {
            return BTreeSet::new();
        }
        documents.retain(|one| !self.files.contains_key(&one.path));
        dataset.page_tables.retain(|path, _| {
            let folder = path.folder().strip_prefix("content").unwrap_or("");
            !self.routes.contains(folder.trim_matches('/'))
        });
        self.routes.clone()
    }

    /// The pages that say they are drafts, where drafts are shown.
    pub fn marked(&self, audience: Audience) -> BTreeSet<String> {
        if audience == Audience::Public {
            return BTreeSet::new();
        }
        let whole = self.routes.iter();
        let whole = whole.flat_map(|route| Language::ALL.map(|one| page_path(route, one)));
        whole.chain(self.english.iter().map(|route| page_path(route, Language::En))).collect()
    }

    /// What is told for the public: nothing of a draft that is kept out, but that its English is.
    pub fn settle(&self, audience: Audience, notes: &mut Vec<Diagnostic>) {
        if audience != Audience::Public {
            return;
        }
        let lacks_english = |note: &Diagnostic| {
            let route = note.place.path.folder().strip_prefix("content").unwrap_or("");
            *note.code == code::PAGE_ENGLISH_MISSING
                && self.english.contains(route.trim_matches('/'))
        };
        notes.retain(|note| !self.files.contains_key(&note.place.path) && !lacks_english(note));
        let english = self.files.iter().filter(|(path, _)| {
            let route = path.folder().strip_prefix("content").unwrap_or("");
            self.english.contains(route.trim_matches('/'))
        });
        notes.extend(english.filter_map(|(_, place)| Some(diags::draft_english(place.clone()?))));
    }
}

/// Puts the mark on pages that are drafts, before the report takes them in.
pub fn mark(finished: &mut BTreeMap<String, Arc<str>>, drafts: &BTreeSet<String>) {
    for path in drafts {
        if let Some(html) = finished.get_mut(path) {
            *html = review::draft_page(html, language_of(path)).into();
        }
    }
}

/// What reviewers wrote, for those who may read it.
pub fn commentary(
    snapshot: &Snapshot,
    audience: Audience,
    sources: &mut BTreeMap<SourcePath, Arc<str>>,
) -> Checked<Commentary> {
    if audience == Audience::Public {
        return Checked::default();
    }
    let mut notes = Vec::new();
    let raw = load::comments(snapshot, sources).note(&mut notes);
    let commentary = validate::comments(&raw).note(&mut notes);
    Checked { value: commentary, notes }
}

/// Adds what only reviewers and those who work on a site get: comments, and on every page of a
/// build of drafts its mark. Comments on pages that are not there are told.
pub fn dress(commentary: &Commentary, audience: Audience, output: &mut Output) -> Vec<Diagnostic> {
    if audience == Audience::Public {
        return Vec::new();
    }
    let is_page = |path: &str| output.files.contains_key(path);
    let astray = commentary.comments.iter().filter(|one| !is_page(&one.page));
    let notes = astray.map(|one| diags::comment_page(one, output.files.keys())).collect();
    comment(commentary, &mut output.files);
    list(commentary, &mut output.files);
    if audience == Audience::Drafts {
        unpublished(output);
    }
    notes
}

/// Whether a page is the one that lists all comments: it is made of the others.
pub fn lists_comments(path: &str) -> bool {
    Language::ALL.iter().any(|one| page_path(REVIEW, *one) == path)
}

/// Each comment beside its place.
pub fn comment(commentary: &Commentary, files: &mut BTreeMap<String, Arc<[u8]>>) {
    let mut pages: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for one in &commentary.comments {
        pages.entry(&one.page).or_default().push(one);
    }
    for (path, comments) in pages {
        if let Some(html) = files.get(path).map(|bytes| text(bytes)) {
            let html = review::commented(&html, &comments, language_of(path));
            files.insert(path.to_owned(), html.into_bytes().into());
        }
    }
}

/// All comments on the page that lists them.
fn list(commentary: &Commentary, files: &mut BTreeMap<String, Arc<[u8]>>) {
    for one in Language::ALL {
        let path = page_path(REVIEW, one);
        if let Some(html) = files.get(&path).map(|bytes| text(bytes)) {
            let title = |page: &str| files.get(page).map(|bytes| review::title(&text(bytes)));
            let html = review::listed(&html, &path, commentary, title, one);
            files.insert(path, html.into_bytes().into());
        }
    }
}

/// Says on every page that it is no published one, and lets reviewers comment on it.
fn unpublished(output: &mut Output) {
    for (path, bytes) in &mut output.files {
        if path.ends_with(".html") {
            *bytes =
                review::unpublished(&text(bytes), &up(path), language_of(path)).into_bytes().into();
        }
    }
    for (name, bytes) in review::ASSETS {
        output.files.insert(format!("assets/{name}"), Arc::from(bytes));
    }
    let opening = review::unpublished(&text(&output.opening), review::OPENING, Language::Ja);
    output.opening = opening.into_bytes().into();
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
