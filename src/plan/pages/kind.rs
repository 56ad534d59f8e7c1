//! Which pages there are, before they have a language.

use crate::model::TableSpec;
use crate::model::tables::{self, TABLES};
use crate::plan::{Sources, computed, routes, words};
use crate::text::Label;

/// A page before it has a language.
pub enum PageKind {
    Home,
    Section(String),
    Areas,
    Area(String),
    Departments,
    Department(String),
    Funding,
    Scheme(String),
    Criteria,
    Process,
    Discrepancies,
    Gaps,
    WhatIf,
    DataIndex,
    DataTable(&'static TableSpec),
    Computed(&'static str),
    Sources,
    Glossary,
    Handout(String),
    Report,
    Accessibility,
    AccessibilityResults,
    Changes,
    ChangedTable(&'static TableSpec),
    Editions,
    Search,
    NotFound,
    Review,
    Moved { from: String, to: String },
}

/// Every page there is.
pub fn all(sources: &Sources<'_>) -> Vec<PageKind> {
    let dataset = sources.dataset;
    let ids = |spec| dataset.rows(spec).iter().map(|row| row.id.clone());
    let mut kinds = vec![
        PageKind::Home,
        PageKind::Areas,
        PageKind::Departments,
        PageKind::Funding,
        PageKind::Criteria,
        PageKind::Process,
        PageKind::Discrepancies,
        PageKind::Gaps,
        PageKind::DataIndex,
        PageKind::Sources,
        PageKind::Glossary,
        PageKind::Report,
        PageKind::Accessibility,
        PageKind::AccessibilityResults,
        PageKind::Changes,
        PageKind::Editions,
        PageKind::Search,
        PageKind::NotFound,
    ];
    kinds.extend(sources.reviewed.then_some(PageKind::Review));
    kinds.extend(sources.assessments.example.is_some().then_some(PageKind::WhatIf));
    kinds.extend(ids(&tables::areas::SPEC).map(PageKind::Area));
    kinds.extend(ids(&tables::areas::SPEC).map(PageKind::Handout));
    kinds.extend(ids(&tables::departments::SPEC).map(PageKind::Department));
    kinds.extend(ids(&tables::schemes::SPEC).map(PageKind::Scheme));
    kinds.extend(TABLES.iter().map(|spec| PageKind::DataTable(spec)));
    let changed = sources.editions.since.iter().flat_map(|since| since.pages());
    kinds.extend(changed.map(PageKind::ChangedTable));
    let computed = dataset.set().map(|_| computed::NAMES.map(PageKind::Computed));
    kinds.extend(computed.into_iter().flatten());
    let taken: Vec<String> = kinds.iter().map(PageKind::route).collect();
    let mut written: Vec<String> =
        sources.documents.iter().map(|document| document.route.clone()).collect();
    written.sort();
    written.dedup();
    kinds.extend(written.into_iter().filter(|route| !taken.contains(route)).map(PageKind::Section));
    kinds
}

impl PageKind {
    /// Whether what a person writes for it is shown.
    pub fn shows_prose(&self) -> bool {
        !matches!(
            self,
            Self::Department(_)
                | Self::Scheme(_)
                | Self::DataTable(_)
                | Self::Computed(_)
                | Self::Handout(_)
                | Self::Report
                | Self::AccessibilityResults
                | Self::ChangedTable(_)
                | Self::NotFound
                | Self::Moved { .. }
        )
    }

    /// Where it stands.
    pub fn route(&self) -> String {
        match self {
            Self::Home => String::new(),
            Self::Section(route) => route.clone(),
            Self::Areas => "areas".to_owned(),
            Self::Area(id) => format!("areas/{id}"),
            Self::Departments => "departments".to_owned(),
            Self::Department(id) => format!("departments/{id}"),
            Self::Funding => "funding".to_owned(),
            Self::Scheme(id) => format!("funding/{id}"),
            Self::Criteria => "criteria".to_owned(),
            Self::Process => "process".to_owned(),
            Self::Discrepancies => "discrepancies".to_owned(),
            Self::Gaps => "evidence-gaps".to_owned(),
            Self::WhatIf => routes::WHAT_IF.to_owned(),
            Self::DataIndex => "data".to_owned(),
            Self::DataTable(spec) => format!("data/{}", spec.name),
            Self::Computed(name) => format!("data/{name}"),
            Self::Sources => "sources".to_owned(),
            Self::Glossary => "glossary".to_owned(),
            Self::Handout(id) => format!("areas/{id}/handout"),
            Self::Report => routes::REPORT.to_owned(),
            Self::Accessibility => routes::ACCESSIBILITY.to_owned(),
            Self::AccessibilityResults => routes::ACCESSIBILITY_RESULTS.to_owned(),
            Self::Changes => routes::CHANGES.to_owned(),
            Self::ChangedTable(spec) => routes::changed_table(spec.name),
            Self::Editions => routes::EDITIONS.to_owned(),
            Self::Search => routes::SEARCH.to_owned(),
            Self::NotFound => "404".to_owned(),
            Self::Review => routes::REVIEW.to_owned(),
            Self::Moved { from, .. } => from.clone(),
        }
    }

    /// Its name for templates.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Section(_) | Self::Review => "section",
            Self::Areas => "areas",
            Self::Area(_) => "area",
            Self::Departments => "departments",
            Self::Department(_) => "department",
            Self::Funding => "funding",
            Self::Scheme(_) => "scheme",
            Self::Criteria => "criteria",
            Self::Process => "process",
            Self::Discrepancies => "discrepancies",
            Self::Gaps => "evidence-gaps",
            Self::WhatIf => "what-if",
            Self::DataIndex => "data-index",
            Self::DataTable(_) | Self::Computed(_) => "data-table",
            Self::Sources => "sources",
            Self::Glossary => "glossary",
            Self::Handout(_) => "handout",
            Self::Report => "report",
            Self::Accessibility => "accessibility",
            Self::AccessibilityResults => "accessibility-results",
            Self::Changes => "changes",
            Self::ChangedTable(_) => "changed-table",
            Self::Editions => "editions",
            Self::Search => "search",
            Self::NotFound => "not-found",
            Self::Moved { .. } => "moved",
        }
    }

    /// Its title where nobody wrote one.
    pub fn title(&self) -> Label {
        match self {
            Self::Home => words::HOME,
            Self::Areas => words::AREAS,
            Self::Departments => words::DEPARTMENTS,
            Self::Funding => words::FUNDING,
            Self::Criteria => words::CRITERIA,
            Self::Process => words::PROCESS,
            Self::Discrepancies => words::DISCREPANCIES,
            Self::Gaps => words::GAPS,
            Self::WhatIf => words::WHAT_IF,
            Self::DataIndex => words::DATA,
            Self::Sources => words::SOURCES,
            Self::Glossary => words::GLOSSARY,
            Self::Report => words::REPORT,
            Self::Accessibility => words::ACCESSIBILITY,
            Self::AccessibilityResults => words::ACCESSIBILITY_RESULTS,
            Self::Changes => words::CHANGES,
            Self::ChangedTable(spec) => spec.label,
            Self::Editions => words::EDITIONS,
            Self::Search => words::SEARCH,
            Self::NotFound => words::NOT_FOUND,
            Self::Review => words::REVIEW,
            Self::Moved { .. } => words::MOVED,
            Self::DataTable(spec) => spec.label,
            Self::Computed(computed::STATES) => words::STATES_TABLE,
            Self::Computed(_) => words::RESULTS_TABLE,
            Self::Section(_)
            | Self::Area(_)
            | Self::Handout(_)
            | Self::Department(_)
            | Self::Scheme(_) => Label::new("", ""),
        }
    }
}
