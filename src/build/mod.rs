//! The stages in a row: the whole program, less the disk.

mod diags;
mod diff;
mod exchange;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use crate::assess::{assess, withheld};
use crate::diag::{self, Checked, Diagnostic};
use crate::load::{Raw, load};
use crate::markdown::markdown;
use crate::model::Date;
use crate::plan::view::Body;
use crate::plan::{self, Page, Site, Sources, plan};
use crate::render::{self, Theme};
use crate::text::{Language, Snapshot, SourcePath};
use crate::threads;
use crate::validate::validate;

pub use self::exchange::{Asked, Exported, Imported, export, import, table_named, table_names};
pub use diff::{Diffed, Mistakes, Side, diff};

/// What a person may ask for beside the sources.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// where the site will stand; ends in `/`; else what the settings say
    pub base_url: Option<String>,
}

/// Everything to publish, by its path below the output folder.
#[derive(Clone, Debug, Default)]
pub struct Output {
    /// the files
    pub files: BTreeMap<String, Arc<[u8]>>,
    /// how many of them are pages
    pub pages: usize,
    /// the page that opens the site where both are handed over in one file
    pub opening: Arc<[u8]>,
    /// the date of the data: year, month and day
    pub dated: Option<(u16, u8, u8)>,
    /// how many bytes a search may load, by language
    pub search: BTreeMap<Language, usize>,
}

/// The folder of the site beside the page that opens it.
pub use crate::plan::FOLDER;

/// A site, and everything there is to say about how it came about.
#[derive(Clone, Debug, Default)]
pub struct Built {
    /// the site; not to be published if any message is an error
    pub output: Output,
    /// the texts the messages are about
    pub sources: BTreeMap<SourcePath, Arc<str>>,
    /// all messages, in order
    pub notes: Vec<Diagnostic>,
}

/// Builds the site. Same snapshot, same bytes.
pub fn build(snapshot: &Snapshot, options: &Options) -> Built {
    let mut notes = Vec::new();
    let raw = load(snapshot).note(&mut notes);
    let documents = markdown(&raw.pages).note(&mut notes);
    let dataset = validate(&raw).note(&mut notes);
    let theme = render::theme(snapshot, theme_name(&dataset.settings.theme)).note(&mut notes);
    let base_url = options.base_url.as_deref().or(dataset.settings.base_url.as_deref());
    let assessments = assess(&dataset);
    let published = withheld(&dataset, &assessments);
    let sources = Sources {
        dataset: published.as_ref().unwrap_or(&dataset),
        assessments: &assessments,
        documents: &documents,
        base_url,
    };
    let site = plan(&sources).note(&mut notes);
    let mut output = render_all(&site, &theme).note(&mut notes);
    output.dated = dataset.settings.as_of.and_then(day);
    diag::sort(&mut notes);
    Built { output, sources: texts(snapshot, raw), notes }
}

/// Everything [`build`] would tell.
pub fn check(snapshot: &Snapshot, options: &Options) -> Built {
    build(snapshot, options)
}

/// How an explanation is told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// for people
    Text,
    /// for programs
    Json,
}

/// Where one area stands, and why.
#[derive(Debug, Default)]
pub struct Explained {
    /// the area's states; none if there is no such area
    pub told: Option<String>,
    /// the ids there are, where there is none
    pub known: Vec<String>,
    /// the texts the messages are about
    pub sources: BTreeMap<SourcePath, Arc<str>>,
    /// what is to be told of the data, in order
    pub notes: Vec<Diagnostic>,
}

/// Explains one area, by its id or its name, without making any page.
pub fn explain(snapshot: &Snapshot, named: &str, language: Language, form: Form) -> Explained {
    let mut notes = Vec::new();
    let raw = load(snapshot).note(&mut notes);
    let dataset = validate(&raw).note(&mut notes);
    let assessments = assess(&dataset);
    let published = withheld(&dataset, &assessments);
    let sources = Sources {
        dataset: published.as_ref().unwrap_or(&dataset),
        assessments: &assessments,
        documents: &[],
        base_url: None,
    };
    let found = plan::area(&sources, named);
    let explanation = found.as_ref().ok().and_then(|id| plan::explanation(&sources, id, language));
    diag::sort(&mut notes);
    let told = explanation.map(|explanation| match form {
        Form::Text => render::explanation::text(&explanation, language),
        Form::Json => render::explanation::json(&explanation),
    });
    Explained { told, known: found.err().unwrap_or_default(), sources: texts(snapshot, raw), notes }
}

fn day(date: Date) -> Option<(u16, u8, u8)> {
    let Date::Day(year, month, day) = date else { return None };
    Some((year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?))
}

fn theme_name(written: &str) -> &str {
    if written.is_empty() { "default" } else { written }
}

/// The texts messages may be about: what was loaded, and the theme's files.
fn texts(snapshot: &Snapshot, raw: Raw) -> BTreeMap<SourcePath, Arc<str>> {
    let mut texts = raw.texts;
    for (path, bytes) in snapshot.below("themes") {
        if matches!(path.extension().as_str(), "html" | "toml") {
            texts.insert(path.clone(), crate::text::decode(bytes).text.into());
        }
    }
    texts
}

/// Pages, downloads and assets; the same list in the same order every time.
fn render_all(site: &Site, theme: &Theme) -> Checked<Output> {
    let mut notes = Vec::new();
    let mut output =
        Output { files: theme.assets.clone(), pages: site.pages.len(), ..Output::default() };
    let (reports, pages): (Vec<&Page>, Vec<&Page>) =
        site.pages.iter().partition(|page| matches!(page.body, Body::Report(_)));
    let mut finished: BTreeMap<&str, String> = BTreeMap::new();
    let made = threads::each(&pages, |page| rendered(page, || render::page(theme, page)));
    for (page, html) in pages.iter().zip(made) {
        finished.extend(html.note(&mut notes).map(|html| (page.path.as_str(), html)));
    }
    // A report is made of the other pages, so it comes after them.
    let made = threads::each(&reports, |page| report(theme, page, &finished));
    for (page, html) in reports.iter().zip(made) {
        finished.extend(html.note(&mut notes).map(|html| (page.path.as_str(), html)));
    }
    for (path, html) in finished {
        output.files.insert(path.to_owned(), Arc::from(html.into_bytes()));
    }
    for (path, bytes) in threads::each(&site.exports, render::downloads).into_iter().flatten() {
        output.files.insert(path, Arc::from(bytes));
    }
    for (path, bytes) in site.attachments.iter().map(render::attachments) {
        output.files.insert(path, Arc::from(bytes));
    }
    let package = render::described(&site.package);
    let catalogue = render::described(&site.catalogue);
    output.files.insert("data/datapackage.json".to_owned(), Arc::from(package));
    output.files.insert("data/catalog.jsonld".to_owned(), Arc::from(catalogue));
    for (index, files) in site.search.iter().zip(threads::each(&site.search, render::search)) {
        let size = files.iter().map(|(_, bytes)| bytes.len()).sum();
        output.search.insert(index.language, size);
        output.files.extend(files.into_iter().map(|(path, bytes)| (path, Arc::from(bytes))));
    }
    if !site.sitemap.is_empty() {
        let sitemap = render::sitemap(&site.sitemap).into_bytes();
        output.files.insert("sitemap.xml".to_owned(), Arc::from(sitemap));
    }
    for feed in &site.feeds {
        output.files.insert(feed.path.clone(), Arc::from(render::feed(feed).into_bytes()));
    }
    let robots = render::robots(site.base_url.as_deref()).into_bytes();
    output.files.insert("robots.txt".to_owned(), Arc::from(robots));
    if let Some(page) = &site.opening {
        let html = rendered(page, || render::page(theme, page)).note(&mut notes);
        output.opening = Arc::from(html.unwrap_or_default().into_bytes());
    }
    Checked { value: output, notes }
}

/// The whole report, from the pages it takes in.
fn report(
    theme: &Theme,
    page: &Page,
    finished: &BTreeMap<&str, String>,
) -> Checked<Option<String>> {
    let Body::Report(view) = &page.body else { return Checked::clean(None) };
    let find = |path: &str| finished.get(path).map(String::as_str);
    rendered(page, || render::report(theme, page, view, find))
}

/// One page; a panic in making it is told as our own fault, and the others are made.
fn rendered(page: &Page, make: impl Fn() -> Checked<Option<String>>) -> Checked<Option<String>> {
    let made = catch_unwind(AssertUnwindSafe(make));
    made.unwrap_or_else(|_| Checked { value: None, notes: vec![diags::page_failed(&page.path)] })
}
