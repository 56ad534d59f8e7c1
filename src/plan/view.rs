//! What a page says, whole: plain data in the page's language, nothing left to look up.
//!
//! Templates get one [`Page`] and the theme's strings, and nothing else.

mod accessibility;
mod comparison;
mod editions;
mod effect;
mod explanation;
mod live;
mod manners;
mod metadata;
mod notes;
mod paper;
mod search;
mod standing;
mod what_if;

pub use accessibility::*;
pub use comparison::*;
pub use editions::*;
pub use effect::*;
pub use explanation::*;
pub use live::*;
pub use manners::*;
pub use metadata::*;
pub use notes::*;
pub use paper::*;
pub use search::*;
pub use standing::*;
pub use what_if::*;

use serde::Serialize;

use crate::model::Decimal;
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

/// A piece of running text or what stands between.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(tag = "is", rename_all = "lowercase")]
pub enum Block {
    /// markup made from Markdown: safe as it is
    Html {
        /// the markup, not always a whole element
        html: String,
    },
    /// a figure bound to its cell
    Figure(Figure),
    /// a table
    Table(Box<TableView>),
    /// a chart; the render stage draws it
    Chart(Box<ChartView>),
    /// the calculator that shares a cost
    Sharing(Box<SharingView>),
}

/// A piece of prose in the language it is written in.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct Prose {
    /// the language it is really in, if that is not the page's
    pub foreign: Option<Language>,
    /// its pieces before what is made from data, in order
    pub blocks: Vec<Block>,
    /// its pieces after that
    pub after: Vec<Block>,
    /// its headings of the second level
    pub outline: Vec<Link>,
}

/// A published figure: its words, and the way to where it comes from.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Figure {
    /// the number as shown: `4,786`
    pub text: String,
    /// what stands behind it: `億円`
    pub unit: String,
    /// its note on this page, its row in `data`, its calculation or method parameter
    pub href: String,
    /// `inferred` or `garbled` if the reading is not sure
    pub doubt: Option<String>,
    /// what it is a figure of, where a note can tell
    #[serde(skip)]
    pub origin: Option<Origin>,
    /// its place on the page, where its note leads back to
    pub id: Option<String>,
    /// the number of its note
    pub note: Option<usize>,
}

/// A table ready to be set.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct TableView {
    /// unique on the page
    pub id: String,
    /// what it shows, with unit and number of rows where they help
    pub caption: String,
    /// its columns
    pub columns: Vec<ColumnView>,
    /// its rows; the first cell is the row's header
    pub rows: Vec<RowView>,
    /// the citations of its rows, each once
    pub sources: Vec<Link>,
    /// the whole table with its downloads
    pub data: Option<Link>,
    /// something to know about all of it
    pub note: Option<String>,
    /// the columns whose sum over any of its rows means something
    pub summed: Vec<usize>,
}

impl TableView {
    /// How many rows a table has that a reader may want in another order; themes ask the same.
    const WORTH_SORTING: usize = 5;

    /// Whether a reader is given more than the rows: their order, a part of them, their sum.
    pub fn is_worked_with(&self) -> bool {
        self.rows.len() >= Self::WORTH_SORTING
    }
}

/// A column ready to be set.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct ColumnView {
    /// the header
    pub label: String,
    /// numbers stand to the right
    pub numeric: bool,
}

/// A row ready to be set.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct RowView {
    /// anchor, unique on the page; none where the row is no place to link to
    pub anchor: Option<String>,
    /// one for each column
    pub cells: Vec<CellView>,
    /// the citation of the row: `151行`
    pub source: Option<Link>,
}

/// A cell ready to be set.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct CellView {
    /// its words; for a missing value the mark `–`, `…` or `X`
    pub text: String,
    /// what a mark means, for screen readers; none for a value
    pub absent: Option<String>,
    /// the language, if it is not the page's
    pub foreign: Option<Language>,
    /// where it leads: a citation for figures, a page for names
    pub href: Option<String>,
    /// whether it is a figure
    pub figure: bool,
    /// what it is if its reading is not sure: `推定`
    pub doubt: Option<String>,
    /// further links, for lists
    pub links: Vec<Link>,
    /// a remark under it
    pub note: Option<String>,
    /// what it is sorted by, where that is not its words
    pub sort: Option<String>,
}

/// A chart ready to be drawn.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ChartView {
    /// unique on the page
    pub id: String,
    /// with unit and n
    pub title: String,
    /// what one sees in it, for those who do not
    pub description: String,
    /// how it is drawn
    pub shape: Shape,
    /// the places along it
    pub categories: Vec<String>,
    /// what is drawn at each
    pub panels: Vec<Panel>,
    /// under it
    pub sources: Vec<Link>,
    /// the same numbers as a table
    pub table: TableView,
    /// the same numbers as a file beside the page
    pub file: Option<Link>,
}

/// How a chart is drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    /// horizontal bars, one for each category
    Bars,
    /// upright columns, one for each category
    Columns,
    /// horizontal bars, the series one behind the other
    Stacked,
    /// horizontal bars, the series one under the other
    Grouped,
    /// panels of horizontal bars over the same categories
    Bands,
    /// events in order
    Timeline,
    /// steps in order
    Process,
}

/// One set of axes: most charts have one, bands one for each measure.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Panel {
    /// what is measured, where there are several
    pub title: Option<String>,
    /// behind every number: `団体`
    pub unit: String,
    /// one or more
    pub series: Vec<Series>,
}

/// One value for each category.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Series {
    /// in the legend, where there are several
    pub label: String,
    /// none is drawn as データなし, never as 0
    pub values: Vec<Option<Mark>>,
}

/// A value to draw and to say.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Mark {
    /// how long it is
    #[serde(serialize_with = "as_text")]
    pub size: Decimal,
    /// what stands at it, exact
    pub text: String,
}

fn as_text<S: serde::Serializer>(value: &Decimal, out: S) -> Result<S::Ok, S::Error> {
    out.collect_str(value)
}

/// The first page.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct HomeView {
    /// what this is and is not
    pub prose: Prose,
    /// figures with their words
    pub figures: Vec<LabelledFigure>,
    /// areas by department, each with its kinds and leads
    pub matrix: Vec<MatrixGroup>,
    /// ways in for four readers
    pub ways: Vec<Way>,
    /// what changed since the newest edition, if anything did
    pub changes: Option<ChangesInBrief>,
}

/// A figure with its words.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct LabelledFigure {
    /// the figure
    pub figure: Figure,
    /// what it counts
    pub label: String,
}

/// A way in for a kind of reader.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Way {
    /// the reader
    pub reader: String,
    /// where they find their answers
    pub links: Vec<Link>,
}

/// The areas of one department.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct MatrixGroup {
    /// the department
    pub department: Link,
    /// its areas
    pub areas: Vec<MatrixRow>,
}

/// An area in a list.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct MatrixRow {
    /// the area
    pub area: Link,
    /// criteria that name it
    pub criteria: Vec<Link>,
    /// need, consideration, effect and cost, side by side
    pub standing: Vec<StandingView>,
    /// joint procurement per kind, never summed
    pub kinds: Vec<KindCount>,
    /// how many leads the documents carry
    pub leads: Figure,
}

/// A kind of the survey with its count.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct KindCount {
    /// the kind
    pub name: String,
    /// n
    pub count: Option<Figure>,
    /// of how many
    pub of: Figure,
}

/// A narrative.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct SectionView {
    /// the whole of it
    pub prose: Prose,
}

/// All areas.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct AreasView {
    /// before the list
    pub prose: Prose,
    /// by department
    pub groups: Vec<MatrixGroup>,
}

/// One area.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct AreaView {
    /// its department
    pub department: Link,
    /// why it is listed
    pub why: Vec<String>,
    /// criteria that name it, with the words
    pub criteria: Vec<NamedBy>,
    /// the sentence of the decision table
    pub summary: String,
    /// how much the documents carry
    pub carried: Vec<Block>,
    /// the criteria set it was assessed by, and the date of the data
    pub assessed_by: String,
    /// need, consideration, effect and cost, side by side
    pub standing: Vec<StandingView>,
    /// what businesses the state has standardised already, where it is one
    pub covered: Option<String>,
    /// stage and outcome, if entered
    pub progress: Vec<ProgressView>,
    /// the same, opened
    pub tests: Vec<TestView>,
    /// the questions that belong to no test
    pub traits: Vec<QuestionView>,
    /// the ways to study feasibility
    pub studies: Vec<StudyView>,
    /// what local governments said
    pub opinions: Vec<OpinionView>,
    /// joint procurement per kind
    pub kinds: Vec<KindCount>,
    /// schemes used
    pub funding: Option<TableView>,
    /// before and after
    pub effects: Vec<EffectView>,
    /// opinions of staff
    pub voices: Vec<QuoteView>,
    /// systems of the inventory
    pub systems: Option<TableView>,
    /// what the 2020 paper warns of
    pub cautions: Vec<QuoteView>,
    /// the editor's own page, if there is one
    pub prose: Option<Prose>,
    /// the citations used, each once
    pub sources: Vec<Link>,
    /// the rows of this page
    pub data: Vec<Link>,
    /// the way to its handout
    pub handout: String,
    /// what changed for it since the newest edition, where one is kept
    pub changes: Option<ChangesInBrief>,
}

/// A criterion that names an area.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct NamedBy {
    /// the criterion
    pub criterion: Link,
    /// why it is applied
    pub basis: String,
    /// the printed words
    pub words: String,
    /// the language of the words, if not the page's
    pub foreign: Option<Language>,
    /// its citation
    pub source: Link,
}

/// One piece of evidence, or a lead.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct EvidenceView {
    /// its strength in words
    pub strength: String,
    /// its strength as a code
    pub code: &'static str,
    /// which way it points
    pub direction: String,
    /// what it says
    pub text: String,
    /// a remark
    pub note: Option<String>,
    /// its citation
    pub source: Link,
}

/// A pair of before and after.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct EffectView {
    /// before
    pub before: String,
    /// after
    pub after: String,
    /// the system named, if one is
    pub system: Option<String>,
    /// a remark
    pub note: Option<String>,
    /// how sure the reading is
    pub doubt: Option<String>,
    /// its citation
    pub source: Link,
}

/// Words of a document, marked as such.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct QuoteView {
    /// what it is about
    pub about: Option<String>,
    /// the words
    pub text: String,
    /// whether the words are the document's own; else a translation or our wording
    pub verbatim: bool,
    /// a remark
    pub note: Option<String>,
    /// its citation
    pub source: Link,
}

/// All departments.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct DepartmentsView {
    /// before the list
    pub prose: Prose,
    /// each with counts
    pub table: TableView,
}

/// One department.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct DepartmentView {
    /// how many of its areas stand how, by test
    pub counts: Vec<StateCounts>,
    /// its areas
    pub areas: Vec<MatrixRow>,
    /// its boxes on the map
    pub map: Option<TableView>,
    /// its systems in the inventory
    pub systems: Option<TableView>,
    /// standardised businesses beside it on the map
    pub standard: Option<TableView>,
    /// pairs that belong to no area
    pub effects: Vec<EffectView>,
}

/// All schemes.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct FundingView {
    /// before the tables
    pub prose: Prose,
    /// kinds down, schemes across
    pub grid: GridView,
    /// schemes by ministry
    pub ministries: Vec<MinistryView>,
    /// rows whose kind cannot be read
    pub unattached: Option<TableView>,
}

/// Kinds and schemes crossed.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct GridView {
    /// what it shows
    pub caption: String,
    /// the schemes
    pub columns: Vec<Link>,
    /// the kinds, each with a cell for each scheme
    pub rows: Vec<GridRow>,
}

/// A kind and the schemes used for it.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct GridRow {
    /// the kind
    pub label: String,
    /// its area
    pub href: String,
    /// the citation where the scheme was used
    pub cells: Vec<Option<Link>>,
}

/// The schemes of one ministry.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct MinistryView {
    /// the ministry
    pub name: String,
    /// its schemes
    pub schemes: Vec<Link>,
}

/// One scheme.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct SchemeView {
    /// its legal form
    pub form: String,
    /// who is in charge
    pub ministry: Option<String>,
    /// what it was used for
    pub uses: TableView,
    /// areas it was used in
    pub areas: Vec<Link>,
    /// its citation
    pub source: Link,
}

/// The criteria of a set.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct CriteriaView {
    /// before them
    pub prose: Prose,
    /// the set
    pub set: String,
    /// said of the set as a whole
    pub statements: Vec<QuoteView>,
    /// one for each
    pub criteria: Vec<CriterionView>,
}

/// One criterion.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct CriterionView {
    /// `1`
    pub id: String,
    /// quoted in full
    pub text: QuoteView,
    /// what it names
    pub examples: Vec<ExampleView>,
    /// what staff said
    pub voices: Vec<QuoteView>,
    /// areas it is applied to
    pub areas: Vec<Link>,
}

/// Something a criterion names.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ExampleView {
    /// as printed
    pub words: String,
    /// areas it is about
    pub areas: Vec<Link>,
}

/// The process.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ProcessView {
    /// before it
    pub prose: Prose,
    /// the steps drawn
    pub chart: ChartView,
    /// said of the process as a whole
    pub statements: Vec<QuoteView>,
    /// STEP1 to STEP3
    pub steps: Vec<StepView>,
    /// how unclear words are read, by step
    pub readings: Vec<ReadingGroup>,
    /// what else the method sets
    pub parameters: Vec<ParameterView>,
    /// what is changed one at a time
    pub scenarios: Vec<String>,
}

/// One step.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct StepView {
    /// `STEP1`
    pub id: String,
    /// as printed
    pub title: String,
    /// the question it asks
    pub question: QuoteView,
    /// its sentences, nested
    pub items: Vec<StepItemView>,
}

/// One sentence of a step and what stands under it.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct StepItemView {
    /// anchor
    pub id: String,
    /// what is printed before it: `(1)`
    pub mark: Option<String>,
    /// quoted
    pub text: String,
    /// a remark
    pub note: Option<String>,
    /// what stands under it
    pub items: Vec<StepItemView>,
}

/// Where sources disagree with themselves.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct DiscrepanciesView {
    /// before them
    pub prose: Prose,
    /// comparisons that differ
    pub different: Vec<ReconciliationView>,
    /// comparisons that agree
    pub agreeing: Vec<ReconciliationView>,
    /// what the text lost, by document
    pub lost: Vec<TableView>,
    /// rows whose reading is not sure, by table
    pub doubtful: Vec<TableView>,
}

/// A comparison and its outcome.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ReconciliationView {
    /// anchor
    pub id: String,
    /// what is compared
    pub title: String,
    /// what to know about it
    pub note: Option<String>,
    /// both sides as written
    pub left: String,
    /// the other side
    pub right: String,
    /// the comparisons shown
    pub table: TableView,
    /// the citation
    pub source: Link,
}

/// All tables.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct DataIndexView {
    /// before them
    pub prose: Prose,
    /// each with its size and downloads
    pub tables: Vec<DataEntry>,
    /// what was computed from them
    pub computed: Vec<DataEntry>,
    /// the tables about them, and the descriptions for programs
    pub about: Vec<Link>,
    /// what was changed on the site, the newest first
    pub updates: Option<TableView>,
    /// how to cite the data
    pub citation: Citation,
    /// the same for search engines
    #[serde(skip)]
    pub metadata: Box<SchemaDataset>,
}

/// What to write when using the data.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Citation {
    /// as it is
    pub plain: String,
    /// adapted
    pub adapted: String,
}

/// A table in the list of tables.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct DataEntry {
    /// its page
    pub page: Link,
    /// what one row is
    pub about: String,
    /// how many rows
    pub rows: Figure,
    /// its files
    pub files: Vec<Link>,
}

/// One table.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct DataTableView {
    /// what one row is
    pub about: String,
    /// all rows
    pub table: TableView,
    /// its columns
    pub dictionary: Vec<DictionaryEntry>,
    /// its files
    pub files: Vec<Link>,
    /// whether it was computed, not entered
    pub computed: bool,
    /// the same for search engines
    #[serde(skip)]
    pub metadata: Box<SchemaDataset>,
}

/// A column in the dictionary.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct DictionaryEntry {
    /// header in the file
    pub name: String,
    /// in words
    pub label: String,
    /// the header in spreadsheets
    pub header: String,
    /// what it holds
    pub kind: String,
    /// whether a cell may be empty
    pub required: bool,
    /// whether it holds words as printed
    pub printed: bool,
    /// whether publication put it beside the table's own
    pub added: bool,
    /// the values it may have
    pub codes: Vec<(String, String)>,
}

/// The citations.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct SourcesView {
    /// before them
    pub prose: Prose,
    /// by document
    pub documents: Vec<DocumentView>,
}

/// A document and its passages.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct DocumentView {
    /// anchor
    pub id: String,
    /// its title
    pub title: String,
    /// the meeting it was made for
    pub meeting: String,
    /// who made it
    pub publisher: String,
    /// when
    pub date: String,
    /// where it stands, if a person entered it
    pub url: Option<String>,
    /// the rights in its passages, where those do not say otherwise
    pub rights: String,
    /// what is cited of it, in its order
    pub headings: Vec<PassageGroup>,
}

/// The passages under one heading of a document.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct PassageGroup {
    /// the heading
    pub heading: String,
    /// in their order
    pub passages: Vec<PassageView>,
}

/// A cited passage.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct PassageView {
    /// anchor
    pub id: String,
    /// lines of the text, in words: `151–194行`
    pub lines: String,
    /// its words, verbatim
    pub quote: Option<String>,
    /// its rights, where they are not those of its fellows
    pub rights: Option<String>,
    /// where it can be read
    pub url: Option<String>,
    /// what cites it
    pub used_by: Vec<UseView>,
}

/// What cites a passage: a table, a criteria set, a comparison.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct UseView {
    /// what it is called, and where it stands
    pub whole: Link,
    /// the ids of its rows, where they are few
    pub rows: Vec<Link>,
}

/// The terms.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct GlossaryView {
    /// before them
    pub prose: Prose,
    /// in the order of their readings, or of their English
    pub groups: Vec<TermGroup>,
}

/// The terms under one heading.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct TermGroup {
    /// anchor
    pub id: String,
    /// `あ行`, `A`
    pub label: String,
    /// in their order
    pub terms: Vec<TermView>,
}

/// One term.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct TermView {
    /// anchor
    pub id: String,
    /// in Japanese
    pub ja: String,
    /// its reading
    pub reading: String,
    /// in English
    pub en: String,
    /// whether the two documents use it
    pub in_documents: bool,
    /// what it means here
    pub meaning: String,
    /// a remark
    pub note: Option<String>,
}

/// The page for addresses that lead nowhere.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct NotFoundView {
    /// ways out; only with `base_url`, since the address asked for may be anywhere
    pub links: Vec<Link>,
    /// the stylesheet's absolute address, under the same condition
    pub stylesheet: Option<String>,
}
