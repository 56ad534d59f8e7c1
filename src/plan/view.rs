//! What a page says, whole: plain data in the page's language, nothing left to look up.
//!
//! Templates get one [`Page`] and the theme's strings, and nothing else.

mod accessibility;
mod areas;
mod blocks;
mod comparison;
mod criteria;
mod data;
mod editions;
mod effect;
mod explanation;
mod funding;
mod home;
mod live;
mod manners;
mod metadata;
mod notes;
mod paper;
mod search;
mod sources;
mod standing;
mod what_if;

pub use accessibility::*;
pub use areas::*;
pub use blocks::*;
pub use comparison::*;
pub use criteria::*;
pub use data::*;
pub use editions::*;
pub use effect::*;
pub use explanation::*;
pub use funding::*;
pub use home::*;
pub use live::*;
pub use manners::*;
pub use metadata::*;
pub use notes::*;
pub use paper::*;
pub use search::*;
pub use sources::*;
pub use standing::*;
pub use what_if::*;

use serde::Serialize;

use crate::text::Language;

/// One page of the site.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Page {
    /// where it is written, below the output folder: `en/areas/library/index.html`
    pub path: String,
    /// what all pages have
    pub head: Head,
    /// the name of its kind, and of its template: `area`
    pub kind: &'static str,
    /// what this kind of page has
    pub body: Body,
    /// where the figures in its text come from
    pub notes: Vec<NoteGroup>,
}

/// What all pages have.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Head {
    /// the page's language
    pub language: Language,
    /// the page's own title
    pub title: String,
    /// one sentence for search engines and lists
    pub description: String,
    /// the way up to the site's top: `../../`, empty at the top
    pub root: String,
    /// the way up to the top of this language
    pub home: String,
    /// the same page in the other language; none on 404
    pub alternate: Option<Link>,
    /// absolute addresses, only with `base_url`
    pub canonical: Option<Canonical>,
    /// the way here, without the page itself
    pub breadcrumbs: Vec<Link>,
    /// the menu
    pub navigation: Vec<NavigationGroup>,
    /// what every page leads to at its end
    pub footer: Vec<Link>,
    /// the stylesheets it needs, by their names in the theme's assets
    pub styles: Vec<&'static str>,
    /// the scripts it uses, in the same way; it reads without them
    pub scripts: Vec<&'static str>,
    /// the same on every page
    pub site: SiteView,
}

/// Absolute addresses of a page.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Canonical {
    /// of this page
    pub here: String,
    /// of the page in Japanese
    pub ja: String,
    /// of the page in English
    pub en: String,
    /// of the top of the site
    pub top: String,
    /// the title of the feed in the page's language, if there is one
    pub feed: Option<String>,
}

/// What is said of the site on every page.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct SiteView {
    /// its name
    pub title: String,
    /// who publishes it
    pub publisher: String,
    /// what it is and what it is not
    pub disclaimer: String,
    /// date of the data, in words
    pub as_of: Option<String>,
    /// where to write to: an office, with its address if there is one
    pub contact: Option<String>,
    /// the licence of data and text, if a page tells it
    pub licence: Option<Link>,
    /// what the licence leaves to the publisher to say
    pub licence_annex: Option<String>,
    /// which edition this is, where it is one
    pub edition: Option<EditionMark>,
}

/// A link in the page's language.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Link {
    /// its words
    pub label: String,
    /// relative, ending in a file name or a fragment
    pub href: String,
}

/// Sections of the menu under one name.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct NavigationGroup {
    /// the name; none where the sections stand by themselves
    pub label: Option<String>,
    /// whether the page is in one of its sections
    pub current: bool,
    /// the sections
    pub links: Vec<NavigationLink>,
}

/// A link to a section.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct NavigationLink {
    /// its words
    pub label: String,
    /// relative
    pub href: String,
    /// whether the page is, or is inside, this section
    pub current: bool,
}

/// What a kind of page has.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(untagged)]
pub enum Body {
    /// the first page
    Home(HomeView),
    /// a narrative
    Section(SectionView),
    /// all areas
    Areas(AreasView),
    /// one area
    Area(Box<AreaView>),
    /// all departments
    Departments(DepartmentsView),
    /// one department
    Department(DepartmentView),
    /// all schemes
    Funding(FundingView),
    /// one scheme
    Scheme(SchemeView),
    /// the seven kinds of reason
    Criteria(CriteriaView),
    /// STEP1 to STEP3
    Process(ProcessView),
    /// where sources disagree with themselves
    Discrepancies(DiscrepanciesView),
    /// all tables
    DataIndex(DataIndexView),
    /// one table
    DataTable(DataTableView),
    /// what keeps states open
    Gaps(GapsView),
    /// the worked, fictitious example
    WhatIf(Box<WhatIfView>),
    /// the citations
    Sources(SourcesView),
    /// the terms
    Glossary(GlossaryView),
    /// one area on one sheet
    Handout(Box<SheetView>),
    /// the whole report
    Report(ReportView),
    /// what is aimed at for everybody to be able to read
    Accessibility(AccessibilityView),
    /// what was tested of it
    AccessibilityResults(AccessibilityResultsView),
    /// what differs from the newest edition
    Changes(Box<ChangesView>),
    /// the same in one table
    ChangedTable(Box<ChangedTableView>),
    /// the editions that are kept
    Editions(EditionsView),
    /// where one searches
    Search(SearchView),
    /// 404
    NotFound(NotFoundView),
    /// the former place of a page
    Moved(MovedView),
    /// what opens the site in a folder
    Opening(OpeningView),
}

impl Body {
    /// What a person wrote for the page.
    pub fn prose(&self) -> Option<&Prose> {
        match self {
            Self::Home(view) => Some(&view.prose),
            Self::Section(view) => Some(&view.prose),
            Self::Areas(view) => Some(&view.prose),
            Self::Area(view) => view.prose.as_ref(),
            Self::Departments(view) => Some(&view.prose),
            Self::Funding(view) => Some(&view.prose),
            Self::Criteria(view) => Some(&view.prose),
            Self::Process(view) => Some(&view.prose),
            Self::Discrepancies(view) => Some(&view.prose),
            Self::DataIndex(view) => Some(&view.prose),
            Self::Gaps(view) => Some(&view.prose),
            Self::WhatIf(view) => Some(&view.prose),
            Self::Sources(view) => Some(&view.prose),
            Self::Glossary(view) => Some(&view.prose),
            Self::Accessibility(view) => Some(&view.prose),
            Self::Changes(view) => Some(&view.prose),
            Self::Editions(view) => Some(&view.prose),
            Self::ChangedTable(_) => None,
            Self::Search(view) => Some(&view.prose),
            Self::Handout(_) | Self::Report(_) | Self::AccessibilityResults(_) => None,
            Self::Department(_) | Self::Scheme(_) | Self::DataTable(_) | Self::NotFound(_) => None,
            Self::Moved(_) | Self::Opening(_) => None,
        }
    }

    /// The pieces of what a person wrote, in order.
    pub fn written(&self) -> impl Iterator<Item = &Block> {
        self.prose().into_iter().flat_map(|prose| prose.blocks.iter().chain(&prose.after))
    }

    /// Every chart of the page.
    pub fn charts(&self) -> impl Iterator<Item = &ChartView> {
        let own = match self {
            Self::Process(view) => Some(&view.chart),
            _ => None,
        };
        let written = self.written().filter_map(|block| match block {
            Block::Chart(chart) => Some(&**chart),
            _ => None,
        });
        written.chain(own)
    }

    /// Every table of the page that is made from rows of data.
    pub fn tables(&self) -> impl Iterator<Item = &TableView> {
        let own: Vec<&TableView> = match self {
            Self::Area(view) => {
                let computed = view.tests.iter().flat_map(|test| &test.computed);
                view.funding.iter().chain(&view.systems).chain(computed).collect()
            }
            Self::Departments(view) => vec![&view.table],
            Self::Department(view) => {
                view.map.iter().chain(&view.systems).chain(&view.standard).collect()
            }
            Self::Funding(view) => view.unattached.iter().collect(),
            Self::Scheme(view) => vec![&view.uses],
            Self::Discrepancies(view) => {
                let compared = view.different.iter().chain(&view.agreeing).map(|one| &one.table);
                compared.chain(&view.lost).chain(&view.doubtful).collect()
            }
            Self::DataTable(view) => vec![&view.table],
            _ => Vec::new(),
        };
        let written = self.written().filter_map(|block| match block {
            Block::Table(table) => Some(&**table),
            _ => None,
        });
        written.chain(self.charts().map(|chart| &chart.table)).chain(own)
    }
}

/// The page for addresses that lead nowhere.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct NotFoundView {
    /// ways out; only with `base_url`, since the address asked for may be anywhere
    pub links: Vec<Link>,
    /// the stylesheet's absolute address, under the same condition
    pub stylesheet: Option<String>,
}
