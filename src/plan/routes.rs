//! Where pages stand, and the relative ways between them.

use std::collections::{BTreeMap, BTreeSet};

use super::metadata::FILES;
use super::{Sources, diags};
use crate::diag::Diagnostic;
use crate::markdown::Piece;
use crate::model::tables::{TABLES, areas, citations, departments, documents, glossary, schemes};
use crate::text::{Language, SourcePath, relative, up};

/// Sections that every site has, whether or not anybody wrote a page for them.
pub const BUILT_IN: [&str; 12] = [
    "",
    "areas",
    "departments",
    "funding",
    "criteria",
    "process",
    "discrepancies",
    "evidence-gaps",
    "data",
    "sources",
    "glossary",
    SEARCH,
];

/// The folder of the English pages.
const ENGLISH: &str = "en/";

/// The whole report on one page.
pub const REPORT: &str = "report";

/// What is aimed at for everybody to be able to read.
pub const ACCESSIBILITY: &str = "accessibility";

/// What was tested of it.
pub const ACCESSIBILITY_RESULTS: &str = "accessibility/results";

/// What reviewers wrote, where they may read it.
pub const REVIEW: &str = "review";

/// Where one searches.
pub const SEARCH: &str = "search";

/// What differs from the newest edition.
pub const CHANGES: &str = "changes";

/// The same for programs.
pub const CHANGES_FILE: &str = "changes/changes.json";

/// The editions that are kept.
pub const EDITIONS: &str = "editions";

/// The differences in one table, where they have a page of their own.
pub fn changed_table(table: &str) -> String {
    format!("{CHANGES}/{table}")
}

/// The fictitious example, where there is one.
pub const WHAT_IF: &str = "what-if";

/// Every route there is, and the places on pages that can be linked to.
#[derive(Debug)]
pub struct Routes {
    pages: BTreeSet<String>,
    files: BTreeSet<String>,
    anchors: BTreeMap<String, BTreeSet<String>>,
    withheld: BTreeSet<String>,
}

impl Routes {
    /// Collects the routes of built-in pages, of rows that have pages, and of written pages.
    pub fn new(sources: &Sources<'_>, notes: &mut Vec<Diagnostic>) -> Self {
        let mut routes = Self {
            pages: BUILT_IN.map(str::to_owned).into(),
            files: BTreeSet::new(),
            anchors: BTreeMap::new(),
            withheld: sources.withheld.clone(),
        };
        routes.add_rows(sources);
        let paper = [REPORT, ACCESSIBILITY, ACCESSIBILITY_RESULTS, CHANGES, EDITIONS];
        routes.pages.extend(paper.map(str::to_owned));
        let areas = sources.dataset.rows(&areas::SPEC).iter();
        routes.pages.extend(areas.map(|area| format!("areas/{}/handout", area.id)));
        routes.pages.extend(sources.reviewed.then(|| REVIEW.to_owned()));
        let example = sources.assessments.example.as_ref();
        routes.pages.extend(example.map(|_| WHAT_IF.to_owned()));
        if let Some(since) = &sources.editions.since {
            routes.pages.extend(since.pages().map(|spec| changed_table(spec.name)));
            routes.files.insert(CHANGES_FILE.to_owned());
        }
        for document in sources.documents {
            routes.pages.insert(document.route.clone());
            let ids = document.outline.iter().map(|heading| heading.id.clone());
            let blocks = document.pieces.iter().filter_map(|piece| match piece {
                Piece::Block(block) => block.id.clone(),
                _ => None,
            });
            let anchors = routes.anchors.entry(document.route.clone()).or_default();
            anchors.extend(ids.chain(blocks));
        }
        let tables = sources.dataset.page_tables.keys();
        let published = tables.filter_map(|path| path.as_str().strip_prefix("content/"));
        routes.files.extend(published.map(str::to_owned));
        notes.extend(routes.clashes(sources));
        notes.extend(routes.unknown_sections(sources));
        routes
    }

    fn add_rows(&mut self, sources: &Sources<'_>) {
        let dataset = sources.dataset;
        for (section, spec) in [
            ("areas", &areas::SPEC),
            ("departments", &departments::SPEC),
            ("funding", &schemes::SPEC),
        ] {
            for row in dataset.rows(spec) {
                self.pages.insert(format!("{section}/{}", row.id));
            }
        }
        for spec in TABLES {
            self.pages.insert(format!("data/{}", spec.name));
            self.add_files(&format!("data/{0}/{0}", spec.name));
            let ids = dataset.rows(spec).iter().map(|row| row.id.clone());
            self.anchors.insert(format!("data/{}", spec.name), ids.collect());
        }
        for name in super::computed::NAMES {
            self.pages.extend(dataset.set().map(|_| format!("data/{name}")));
            self.add_files(&format!("data/{name}/{name}"));
        }
        for stem in ["data/dictionary", "data/codes", "evidence-gaps/judgements"] {
            self.files.extend([".csv", "-excel.csv"].map(|ending| format!("{stem}{ending}")));
        }
        self.files.extend(["datapackage.json", "catalog.jsonld"].map(|one| format!("data/{one}")));
        let anchors = |spec, prefix: &'static str| {
            dataset.rows(spec).iter().map(move |row| format!("{prefix}{}", row.id))
        };
        let sources = anchors(&citations::SPEC, "c-").chain(anchors(&documents::SPEC, "d-"));
        self.anchors.insert("sources".to_owned(), sources.collect());
        self.anchors.insert("glossary".to_owned(), anchors(&glossary::SPEC, "t-").collect());
        let reconciliations = dataset.reconciliations.iter().map(|one| format!("r-{}", one.id));
        self.anchors.insert("discrepancies".to_owned(), reconciliations.collect());
        let criteria = dataset.criteria.values().flat_map(|set| &set.criteria);
        let criteria = criteria.map(|one| format!("criterion-{}", one.id));
        self.anchors.entry("criteria".to_owned()).or_default().extend(criteria);
        let steps = dataset.criteria.values().flat_map(|set| &set.steps);
        let steps = steps.flat_map(|step| {
            std::iter::once(&step.id).chain(step.items.iter().map(|item| &item.id))
        });
        let process = self.anchors.entry("process".to_owned()).or_default();
        process.extend(steps.cloned());
        process.extend(["readings", "parameters"].map(str::to_owned));
        for area in dataset.rows(&areas::SPEC) {
            let atoms = dataset.set().into_iter().flat_map(|set| &set.atoms);
            let tests = dataset.set().into_iter().flat_map(|set| &set.tests);
            let atoms = atoms.map(|one| format!("question-{}", one.id));
            let tests = tests.map(|one| format!("test-{}", one.id));
            let anchors = self.anchors.entry(format!("areas/{}", area.id)).or_default();
            anchors.extend(atoms.chain(tests).chain(["questions".to_owned()]));
        }
    }

    /// The files of a table, by their path without its ending.
    fn add_files(&mut self, stem: &str) {
        self.files.extend(FILES.map(|(_, ending, _)| format!("{stem}{ending}")));
    }

    /// Whether a page stands at a route.
    pub fn has_page(&self, route: &str) -> bool {
        self.pages.contains(route)
    }

    /// Whether a page, or what stands beside it, is a draft that is kept out. What data alone make
    /// of the page stays, and can be linked to.
    pub fn is_withheld(&self, target: &str) -> bool {
        let folder = target.rsplit_once('/').map_or("", |(folder, _)| folder);
        let is_file = target.ends_with(".csv") && self.withheld.contains(folder);
        is_file || (self.withheld.contains(target) && !self.has_page(target))
    }

    /// Whether a file to download stands at a path.
    pub fn has_file(&self, path: &str) -> bool {
        self.files.contains(path)
    }

    /// Whether a page has a place of that name.
    pub fn has_anchor(&self, route: &str, id: &str) -> bool {
        self.anchors.get(route).is_some_and(|ids| ids.contains(id))
    }

    /// All routes, for suggestions.
    pub fn pages(&self) -> impl Iterator<Item = &str> + Clone {
        self.pages.iter().map(String::as_str)
    }

    /// The places of a page, for suggestions.
    pub fn anchors(&self, route: &str) -> impl Iterator<Item = &str> + Clone {
        self.anchors.get(route).into_iter().flatten().map(String::as_str)
    }

    /// Routes that differ only in case cannot both be written on Windows; `en` is the English site.
    fn clashes(&self, sources: &Sources<'_>) -> Vec<Diagnostic> {
        // Of the two files of a route the Japanese one comes last and stays.
        let written: BTreeMap<&str, &SourcePath> =
            sources.documents.iter().map(|one| (one.route.as_str(), &one.path)).collect();
        let clash = |(route, path): (&&str, &&SourcePath)| {
            let folded = route.to_lowercase();
            let taken = folded == "en" || folded.starts_with("en/");
            // Two written pages are told once, at the later one.
            let is_told =
                |other: &&String| !written.contains_key(other.as_str()) || other.as_str() < *route;
            let same = |other: &&String| *other != route && other.to_lowercase() == folded;
            let other = self.pages.iter().filter(same).find(is_told).map(String::as_str);
            Some(diags::route_clash(path, route, other.or(taken.then_some("/en/"))?))
        };
        written.iter().filter_map(clash).collect()
    }

    /// Sections the navigation names and nobody wrote.
    fn unknown_sections(&self, sources: &Sources<'_>) -> Vec<Diagnostic> {
        let sections = sources.dataset.settings.sections();
        let unknown = sections.filter(|one| !self.has_page(one) && !self.is_withheld(one));
        let known = self.pages().filter(|page| !page.is_empty() && !page.contains('/'));
        unknown.map(|section| diags::section_unknown(section, known.clone())).collect()
    }
}

/// The folder of a page below the output folder: `en/areas/library/`.
pub fn folder(route: &str, language: Language) -> String {
    let prefix = match language {
        Language::Ja => "",
        Language::En => ENGLISH,
    };
    match route {
        "" => prefix.to_owned(),
        route => [prefix, route, "/"].concat(),
    }
}

/// Where the page of a route is written.
pub fn page_path(route: &str, language: Language) -> String {
    folder(route, language) + "index.html"
}

/// The language of the page written at a path.
pub fn language_of(path: &str) -> Language {
    if path.starts_with(ENGLISH) { Language::En } else { Language::Ja }
}

/// The way from a page's folder to the top of the site.
pub fn root(route: &str, language: Language) -> String {
    up(&folder(route, language))
}

/// The way from one page to another, ending in `index.html`.
pub fn href(from: &str, to: &str, language: Language) -> String {
    across(from, language, to, language)
}

/// The way from a page to a page of either language.
pub fn across(from: &str, from_language: Language, to: &str, to_language: Language) -> String {
    relative(&page_path(from, from_language), &page_path(to, to_language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_relative_and_name_a_file() {
        let ja = |from, to| href(from, to, Language::Ja);
        assert_eq!(ja("", "areas/library"), "areas/library/index.html");
        assert_eq!(ja("areas/library", "areas/forest"), "../forest/index.html");
        assert_eq!(ja("areas/library", ""), "../../index.html");
        assert_eq!(ja("costs", "costs"), "index.html");
        assert_eq!(across("costs", Language::En, "costs", Language::Ja), "../../costs/index.html");
        assert_eq!(across("", Language::Ja, "", Language::En), "en/index.html");
        assert_eq!(root("areas/library", Language::En), "../../../");
    }
}
