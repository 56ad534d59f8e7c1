//! A theme: templates, words and assets. A file of `themes/NAME` stands for the same file of the
//! default theme.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use tera::{Context, ErrorKind, Kwargs, ReportError, State, Tera, Value};

use super::{diags, tongues, unused};
use crate::diag::{Checked, Diagnostic};
use crate::load::{flat_strings, parse_toml};
use crate::plan::Page;
use crate::text::{Language, Place, Snapshot, SourcePath, decode};

/// Everything pages are set with.
#[derive(Default)]
pub struct Theme {
    /// the templates, once for each language: the filter `marked` differs; none where they
    /// cannot be used, which has been told
    engines: BTreeMap<Language, Tera>,
    /// the words of the interface
    strings: BTreeMap<Language, BTreeMap<String, String>>,
    /// files published as they are, by their path below the output folder
    pub assets: BTreeMap<String, Arc<[u8]>>,
    /// where each template stands, by its name
    places: BTreeMap<String, SourcePath>,
    /// what stands in them
    sources: Vec<(String, String)>,
}

pub const DEFAULT: &str = "default";

/// Loads a theme over the default one.
pub fn theme(snapshot: &Snapshot, name: &str) -> Checked<Theme> {
    let mut notes = Vec::new();
    let files = Files::new(snapshot, name);
    if files.own == 0 {
        notes.push(diags::theme_unknown(name));
    }
    let strings = strings(&files).note(&mut notes);
    let (places, sources) = texts(&files);
    let engines = engines(&sources, &places).note(&mut notes);
    notes.extend(unused::told(snapshot, name));
    Checked { value: Theme { engines, strings, assets: files.assets(), places, sources }, notes }
}

/// What a template is given, and nothing else.
#[derive(Serialize)]
struct Given<'a> {
    page: &'a Page,
    t: &'a BTreeMap<String, String>,
    drawings: &'a BTreeMap<String, String>,
    /// the stylesheet of a theme of its own, after all others
    own_style: Option<&'static str>,
}

/// What a theme changes of the look; the default theme has none.
pub const OWN_STYLE: &str = "theme.css";

impl Theme {
    /// One page by the template of its kind.
    pub fn render(
        &self,
        page: &Page,
        drawings: &BTreeMap<String, String>,
    ) -> Checked<Option<String>> {
        let none = BTreeMap::new();
        let t = self.strings.get(&page.head.language).unwrap_or(&none);
        let given = Given { page, t, drawings, own_style: self.own_style() };
        let context = match Context::from_serialize(&given) {
            Ok(context) => context,
            Err(error) => return self.failed(&error),
        };
        let Some(engine) = self.engines.get(&page.head.language) else {
            return Checked::clean(None);
        };
        match engine.render(&format!("{}.html", page.kind), &context) {
            Ok(html) => Checked::clean(Some(html)),
            Err(error) => self.failed(&error),
        }
    }

    /// Whether both set every page in the same way; their assets may differ.
    pub fn looks_like(&self, other: &Self) -> bool {
        self.strings == other.strings
            && self.places == other.places
            && self.sources == other.sources
            && self.own_style() == other.own_style()
    }

    fn own_style(&self) -> Option<&'static str> {
        self.assets.contains_key(&format!("assets/{OWN_STYLE}")).then_some(OWN_STYLE)
    }

    /// A word of the interface; its key where it is missing, which has been told.
    pub fn string(&self, language: Language, key: &str) -> String {
        let found = self.strings.get(&language).and_then(|strings| strings.get(key));
        found.cloned().unwrap_or_else(|| key.to_owned())
    }

    fn failed(&self, error: &tera::Error) -> Checked<Option<String>> {
        Checked { value: None, notes: vec![template_note(error, &self.places)] }
    }
}

/// The files of a theme by their path inside it.
struct Files<'a> {
    files: BTreeMap<&'a str, (&'a SourcePath, &'a Arc<[u8]>)>,
    /// every file of words, the default theme's first
    words: Vec<(&'a SourcePath, &'a Arc<[u8]>)>,
    /// how many of them the named theme has itself
    own: usize,
}

impl<'a> Files<'a> {
    fn new(snapshot: &'a Snapshot, name: &str) -> Self {
        let mut files = BTreeMap::new();
        let mut words = Vec::new();
        let mut own = 0;
        for theme in [DEFAULT, name].iter().skip(usize::from(name == DEFAULT)) {
            let folder = format!("themes/{theme}/");
            own = 0;
            for (path, bytes) in snapshot.iter() {
                if let Some(inside) = path.as_str().strip_prefix(&folder) {
                    files.insert(inside, (path, bytes));
                    words.extend(inside.ends_with(".toml").then_some((path, bytes)));
                    own += 1;
                }
            }
        }
        Self { files, words, own }
    }

    fn text(&self, inside: &str) -> Option<(&'a SourcePath, String)> {
        let (path, bytes) = self.files.get(inside)?;
        Some((path, decode(bytes).lines()))
    }

    fn assets(&self) -> BTreeMap<String, Arc<[u8]>> {
        let assets = self.files.iter().filter(|(inside, _)| inside.starts_with("assets/"));
        assets.map(|(inside, (_, bytes))| ((*inside).to_owned(), Arc::clone(bytes))).collect()
    }
}

/// The words in both languages; a key one language lacks is told.
fn strings(files: &Files<'_>) -> Checked<BTreeMap<Language, BTreeMap<String, String>>> {
    let mut notes = Vec::new();
    let mut all = BTreeMap::new();
    let mut origins = BTreeMap::new();
    for language in Language::ALL {
        let name = format!("strings.{}.toml", language.code());
        let mut strings = BTreeMap::new();
        // A theme of its own words names those that are other; the rest are the default's.
        for (path, bytes) in files.words.iter().filter(|(path, _)| path.file_name() == name) {
            let root = parse_toml(path, &decode(bytes).lines(), 0).note(&mut notes);
            let own = flat_strings(path, &root).note(&mut notes);
            origins.extend(own.keys().map(|key| (key.clone(), *path)));
            strings.extend(own);
        }
        all.insert(language, strings);
    }
    for language in Language::ALL {
        let (Some(here), Some(there)) = (all.get(&language), all.get(&language.other())) else {
            continue;
        };
        let name = format!("strings.{}.toml", language.code());
        let missing = there.keys().filter(|key| !here.contains_key(*key));
        let missing = missing.filter_map(|key| Some((key, origins.get(key)?)));
        notes.extend(missing.map(|(key, path)| diags::string_missing(&path.beside(&name), key)));
    }
    Checked { value: all, notes }
}

/// Where the templates stand, by name, and what stands in them.
fn texts(files: &Files<'_>) -> (BTreeMap<String, SourcePath>, Vec<(String, String)>) {
    let mut places = BTreeMap::new();
    let mut sources = Vec::new();
    for inside in files.files.keys() {
        let Some(name) = inside.strip_prefix("templates/") else { continue };
        if let Some((path, text)) = files.text(inside) {
            places.insert(name.to_owned(), path.clone());
            sources.push((name.to_owned(), text));
        }
    }
    (places, sources)
}

/// The templates, parsed together because they refer to each other.
fn engines(
    sources: &[(String, String)],
    places: &BTreeMap<String, SourcePath>,
) -> Checked<BTreeMap<Language, Tera>> {
    let mut engines = BTreeMap::new();
    let mut notes = Vec::new();
    for language in Language::ALL {
        let mut engine = Tera::new();
        // Filters must be known before templates that use them.
        engine.register_filter("marked", move |text: &str, _: Kwargs, _: &State<'_>| {
            Value::safe_string(&tongues::marked(text, language))
        });
        let added = engine.add_raw_templates(sources.iter().map(|(name, text)| (name, text)));
        match added {
            Ok(()) => {
                engines.insert(language, engine);
            }
            Err(error) => notes.push(template_note(&error, places)),
        }
    }
    Checked { value: engines, notes }
}

/// Tera's message at the place it names, as well as it names one.
fn template_note(error: &tera::Error, places: &BTreeMap<String, SourcePath>) -> Diagnostic {
    let place = |report: &ReportError| {
        let path = places.get(report.filename())?;
        Some(Place::bytes(path, report.span().range.start, report.span().range.end))
    };
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let at = place(report).unwrap_or_else(|| named_in(report.message(), places));
            diags::template(at, report.message())
        }
        _ => diags::template(named_in(&error.to_string(), places), &error.to_string()),
    }
}

/// The template a message names first; some of Tera's messages have no other place.
fn named_in(message: &str, places: &BTreeMap<String, SourcePath>) -> Place {
    let named = places.iter().filter_map(|(name, path)| Some((message.find(name.as_str())?, path)));
    let first = named.min_by_key(|(at, _)| *at).map(|(_, path)| path);
    first.map_or_else(|| Place::file(&SourcePath::new("themes")), Place::file)
}
