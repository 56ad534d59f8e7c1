//! The stages in a row: the whole program, less the disk.

mod audience;
mod begun;
mod diags;
mod diff;
mod editions;
mod exchange;
mod links;
mod memory;

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use crate::assess::{assess, withheld};
use crate::compare::Version;
use crate::diag::{self, Checked, Diagnostic, code};
use crate::load::{Raw, load};
use crate::markdown::markdown;
use crate::model::{Date, Review};
use crate::plan::view::Body;
use crate::plan::{self, Page, Site, Sources, plan};
use crate::render;
use crate::text::{Language, Snapshot, SourcePath};
use crate::validate::{are_read, validate};

pub use self::audience::{Audience, lists_comments};
pub use self::exchange::{Asked, Exported, Imported, export, import, table_named, table_names};
pub use crate::plan::language_of;
pub use crate::review::{
    ASSETS, Differing, FORMER, How, Marked, barred, compared, script, style, title,
};
use audience::Drafts;
pub use begun::Begun;
use begun::Known;
pub use diff::{Diffed, Mistakes, Side, diff};
pub use editions::{EDITIONS, edition, edition_day};
pub use links::{DeadLink, dead_links};
pub use memory::Memory;
use memory::{Files, ReportMatter};

/// What a person may ask for beside the sources.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// where the site will stand; ends in `/`; else what the settings say
    pub base_url: Option<String>,
    /// for whom it is built
    pub audience: Audience,
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
    /// the days of the kept editions whose sites belong beside these files, the newest first
    pub editions: Vec<String>,
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
    /// what is to be looked at again, whatever day it is
    pub reviews: Vec<Review>,
    /// what was made, and not kept from the last build: pages by their paths, tables and indexes
    pub rendered: BTreeSet<String>,
    /// how many pages were kept out as drafts
    pub withheld: usize,
}

/// Builds the site. Same snapshot, same bytes.
pub fn build(snapshot: &Snapshot, options: &Options) -> Built {
    rebuild(snapshot, options, &mut Memory::default())
}

/// Builds the site and makes only what changed since the last build. Same snapshot, same bytes,
/// whatever the memory.
pub fn rebuild(snapshot: &Snapshot, options: &Options, memory: &mut Memory) -> Built {
    begin(snapshot, options, memory).finish(memory)
}

/// Plans the site; what somebody waits for can then be made before all the rest.
pub fn begin(snapshot: &Snapshot, options: &Options, memory: &mut Memory) -> Begun {
    begun(snapshot, options, None, memory)
}

/// Plans the site, or the edition of a day.
fn begun(snapshot: &Snapshot, options: &Options, own: Option<Date>, memory: &mut Memory) -> Begun {
    let mut notes = Vec::new();
    let raw = load(snapshot).note(&mut notes);
    let mut documents = markdown(&raw.pages).note(&mut notes);
    let mut dataset = validate(&raw).note(&mut notes);
    let audience = options.audience;
    let drafts = Drafts::of(&documents);
    let kept_out = drafts.kept_from(audience, &mut documents, &mut dataset);
    let theme = render::theme(snapshot, theme_name(&dataset.settings.theme)).note(&mut notes);
    let base_url = options.base_url.as_deref().or(dataset.settings.base_url.as_deref());
    // What is not published has no address.
    let base_url = base_url.filter(|_| audience == Audience::Public);
    let base_url = editions::address(base_url, own);
    let assessments = assess(&dataset);
    let published = withheld(&dataset, &assessments);
    let kept = editions::kept(snapshot).note(&mut notes);
    let days = kept.iter().map(Date::to_string).collect();
    let former = editions::Former::newest(snapshot, &kept, memory.former.take()).note(&mut notes);
    let now = Version {
        raw: Some(&raw),
        dataset: &dataset,
        published: published.as_ref().unwrap_or(&dataset),
        assessments: &assessments,
    };
    let sources = Sources {
        dataset: now.published,
        assessments: &assessments,
        documents: &documents,
        base_url: base_url.as_deref(),
        editions: &editions::told(kept, own, former.as_ref(), &now),
        withheld: &kept_out,
        reviewed: audience != Audience::Public,
    };
    let site = plan(&sources).note(&mut notes);
    memory.former = former;
    memory.under(theme);
    if !are_read(&raw) {
        notes.retain(|note| !is_consequence(note));
    }
    drafts.settle(audience, &mut notes);
    let mut sources = texts(snapshot, raw);
    let commentary = audience::commentary(snapshot, audience, &mut sources).note(&mut notes);
    let known = Known {
        audience,
        drafts: drafts.marked(audience),
        commentary,
        withheld: kept_out.len(),
        editions: days,
        dated: dataset.settings.as_of.and_then(day),
        reviews: dataset.reviews,
    };
    Begun::new(site, known, sources, notes)
}

/// Whether a message says that something is not there. It may stand in a table that could not be read,
/// and one cause is not told a hundred times.
fn is_consequence(note: &Diagnostic) -> bool {
    let absent = [
        &code::EXPRESSION_NAME,
        &code::JUDGEMENT_UNSUPPORTED,
        &code::FIGURE_UNKNOWN,
        &code::LINK_DEAD,
        &code::FRAGMENT_DEAD,
    ];
    // A reference of one table to another knows whether that other one was read.
    let by_name = note.code == &code::REFERENCE && note.place.path.extension() == "toml";
    by_name || absent.contains(&note.code)
}

/// Everything [`build`] would tell, of drafts and of what reviewers wrote as well.
pub fn check(snapshot: &Snapshot, options: &Options) -> Built {
    let mut built = build(snapshot, options);
    if built.withheld > 0 || audience::is_commented(snapshot) {
        let whole = build(snapshot, &Options { audience: Audience::Drafts, ..options.clone() });
        built.notes.extend(whole.notes);
        built.sources.extend(whole.sources);
        diag::sort(&mut built.notes);
    }
    built
}

/// What should have been looked at again before a day: for `check` and people, never for pages.
pub fn overdue(reviews: &[Review], (year, month, day): (u16, u8, u8)) -> Vec<Diagnostic> {
    let small = |part: u8| i8::try_from(part).unwrap_or(1);
    let today = Date::Day(i16::try_from(year).unwrap_or(i16::MAX), small(month), small(day));
    let due = reviews.iter().filter(|review| review.due < today);
    due.map(|review| diags::review_due(review, today)).collect()
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
    /// whether there is such an area, and nothing to assess it by
    pub lacks_criteria: bool,
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
        editions: &plan::Editions::default(),
        withheld: &BTreeSet::new(),
        reviewed: false,
    };
    let found = plan::area(&sources, named);
    let explanation = found.as_ref().ok().and_then(|id| plan::explanation(&sources, id, language));
    diag::sort(&mut notes);
    let told = explanation.map(|explanation| match form {
        Form::Text => render::explanation::text(&explanation, language),
        Form::Json => render::json(&explanation),
    });
    let lacks_criteria = found.is_ok() && dataset.set().is_none();
    let known = found.err().unwrap_or_default();
    Explained { told, known, lacks_criteria, sources: texts(snapshot, raw), notes }
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
            texts.insert(path.clone(), crate::text::decode(bytes).lines().into());
        }
    }
    texts
}

/// Pages, downloads and assets; the same list in the same order every time. The pages made before
/// stand in the memory already.
fn render_all(
    site: Site,
    before: BTreeSet<String>,
    memory: &mut Memory,
    anew: &mut BTreeSet<String>,
    drafts: &BTreeSet<String>,
) -> Checked<Output> {
    let mut notes = Vec::new();
    let pages_in_all = before.len() + site.pages.len();
    let mut output = Output { files: memory.assets(), pages: pages_in_all, ..Output::default() };
    for (path, html) in pages(site.pages, before, memory, anew, drafts).note(&mut notes) {
        output.files.insert(path, html.into());
    }
    let exports = site.exports.into_iter().map(|export| (export.stem.clone(), export)).collect();
    memory.exports.fill(exports, anew, |export| Checked::clean(files(render::downloads(export))));
    for (_, files) in memory.exports.told(&mut notes) {
        output.files.extend(files.iter().cloned());
    }
    for (path, bytes) in site.attachments.iter().map(render::attachments) {
        output.files.insert(path, Arc::from(bytes));
    }
    let package = render::json(&site.package).into_bytes();
    let catalogue = render::json(&site.catalogue).into_bytes();
    output.files.insert("data/datapackage.json".to_owned(), Arc::from(package));
    output.files.insert("data/catalog.jsonld".to_owned(), Arc::from(catalogue));
    let languages: Vec<_> = site.search.iter().map(|index| index.language).collect();
    let name = |language: Language| format!("search/{}", language.code());
    let indexes = site.search.into_iter().map(|index| (name(index.language), index)).collect();
    memory.search.fill(indexes, anew, |index| Checked::clean(files(render::search(index))));
    for (made, files) in memory.search.told(&mut notes) {
        let size = files.iter().map(|(_, bytes)| bytes.len()).sum();
        let language = languages.iter().find(|language| name(**language) == made);
        output.search.extend(language.map(|language| (*language, size)));
        output.files.extend(files.iter().cloned());
    }
    if !site.sitemap.is_empty() {
        let sitemap = render::sitemap(&site.sitemap).into_bytes();
        output.files.insert("sitemap.xml".to_owned(), Arc::from(sitemap));
    }
    for feed in &site.feeds {
        output.files.insert(feed.path.clone(), Arc::from(render::feed(feed).into_bytes()));
    }
    if let Some(changes) = &site.changes {
        let changes = render::json(changes).into_bytes();
        output.files.insert(plan::CHANGES_FILE.to_owned(), Arc::from(changes));
    }
    let robots = render::robots(site.base_url.as_deref()).into_bytes();
    output.files.insert("robots.txt".to_owned(), Arc::from(robots));
    let opening = site.opening.into_iter().map(|page| (page.path.clone(), page)).collect();
    let theme = &memory.theme;
    memory.opening.fill(opening, anew, |page| rendered(page, || render::page(theme, page)));
    if let Some((_, Some(html))) = memory.opening.told(&mut notes).next() {
        output.opening = Arc::clone(html).into();
    }
    Checked { value: output, notes }
}

/// Every page of the site, by its path; one that could not be made is left out, and told.
fn pages(
    pages: Vec<Page>,
    before: BTreeSet<String>,
    memory: &mut Memory,
    anew: &mut BTreeSet<String>,
    drafts: &BTreeSet<String>,
) -> Checked<BTreeMap<String, Arc<str>>> {
    let mut notes = Vec::new();
    let (reports, pages): (Vec<Page>, Vec<Page>) = pages.into_iter().partition(is_report);
    let kept = before.into_iter().chain(pages.iter().map(|page| page.path.clone())).collect();
    make(pages, memory, anew);
    memory.pages.keep(&kept);
    let theme = &memory.theme;
    let mut finished = finished(memory.pages.told(&mut notes));
    audience::mark(&mut finished, drafts);
    // A report is made of the other pages, so it comes after them.
    let reports = reports.into_iter().map(|page| {
        let chapters = chapters(&page, &finished);
        (page.path.clone(), ReportMatter { page, chapters })
    });
    memory.reports.fill(reports.collect(), anew, |matter| report(theme, matter));
    finished.extend(self::finished(memory.reports.told(&mut notes)));
    Checked { value: finished, notes }
}

/// Whether a page is made of the others.
fn is_report(page: &Page) -> bool {
    matches!(page.body, Body::Report(_))
}

/// Makes the pages that are other than they were; all others stay in the memory as they are.
fn make(pages: Vec<Page>, memory: &mut Memory, anew: &mut BTreeSet<String>) {
    let pages = pages.into_iter().map(|page| (page.path.clone(), page)).collect();
    let theme = &memory.theme;
    memory.pages.add(pages, anew, |page| rendered(page, || render::page(theme, page)));
}

/// The pages that could be made.
fn finished<'a>(
    told: impl Iterator<Item = (&'a str, &'a Option<Arc<str>>)>,
) -> BTreeMap<String, Arc<str>> {
    told.filter_map(|(path, html)| Some((path.to_owned(), html.clone()?))).collect()
}

fn files(files: Vec<(String, Vec<u8>)>) -> Files {
    files.into_iter().map(|(path, bytes)| (path, bytes.into())).collect()
}

/// The finished pages a report takes in.
fn chapters(page: &Page, finished: &BTreeMap<String, Arc<str>>) -> BTreeMap<String, Arc<str>> {
    let Body::Report(view) = &page.body else { return BTreeMap::new() };
    let chapters = view.chapters.iter().flat_map(|one| [one].into_iter().chain(&one.parts));
    let found = chapters.filter_map(|one| finished.get_key_value(&one.path));
    found.map(|(path, html)| (path.clone(), Arc::clone(html))).collect()
}

/// The whole report, from the pages it takes in.
fn report(theme: &render::Theme, matter: &ReportMatter) -> Checked<Option<Arc<str>>> {
    let page = &matter.page;
    let Body::Report(view) = &page.body else { return Checked::clean(None) };
    let find = |path: &str| matter.chapters.get(path).map(|html| &**html);
    rendered(page, || render::report(theme, page, view, find))
}

/// One page; a panic in making it is told as our own fault, and the others are made.
fn rendered(page: &Page, make: impl Fn() -> Checked<Option<String>>) -> Checked<Option<Arc<str>>> {
    let made =
        catch_unwind(AssertUnwindSafe(make)).map(|made| made.map(|html| html.map(Arc::from)));
    made.unwrap_or_else(|_| Checked { value: None, notes: vec![diags::page_failed(&page.path)] })
}
