//! What stands in running text: figures, tables and charts as data.

use serde::Serialize;

use super::{Link, Origin, SharingView};
use crate::model::Decimal;
use crate::text::Language;

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
