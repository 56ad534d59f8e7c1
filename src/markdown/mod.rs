//! Markdown to prose: pieces of markup, with places for all that only the data can fill in.
//!
//! Markup is written here, escaped and whole; links into the site, figures and charts stay pieces
//! of their own, because only `plan` knows routes and tables. pulldown-cmark enters in `events`.

mod block;
mod diags;
mod emphasis;
mod events;
mod figure;
mod footnotes;
mod headings;
mod leftovers;
mod lines;
mod links;
mod numerals;
mod sheet;
mod tables;
#[cfg(test)]
mod tests;
mod writer;

pub use crate::load::{Filter, Spanned, Test};
pub use headings::headings_differ;
pub use numerals::Numeral;

use crate::diag::{Checked, Diagnostic};
use crate::load::{RawPage, keys};
use crate::text::{Language, Place, SourcePath, Span};

/// A page of Markdown, read.
#[derive(Clone, Debug)]
pub struct Document {
    /// the file
    pub path: SourcePath,
    /// `costs` for `content/costs/page.md`; the first page is the empty text
    pub route: String,
    /// the language it is written in
    pub language: Language,
    /// what stands between the `+++` lines
    pub front: Front,
    /// its content, in order
    pub pieces: Vec<Piece>,
    /// its headings, in order
    pub outline: Vec<Heading>,
    /// the numbers typed in its text, in order
    pub numerals: Vec<Numeral>,
}

/// What a page says of itself.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Front {
    /// its title, the only heading of the first level
    pub title: String,
    /// one sentence for search engines and lists, or nothing
    pub description: String,
    /// its place among its sisters
    pub order: Option<i64>,
    /// where it says that it is a draft, if it does
    pub draft: Option<Place>,
}

/// A heading of the body.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Heading {
    /// 2 to 6
    pub level: u8,
    /// its anchor
    pub id: String,
    /// its plain words
    pub text: String,
    /// where it stands in the file
    pub span: Span,
}

/// A stretch of a page.
#[derive(Clone, Debug)]
pub enum Piece {
    /// Markup, escaped; not always a whole element.
    Html(String),
    /// Words of running text, not yet escaped: `plan` knows the terms among them.
    Text(String),
    /// The value of a `href`: stands between `<a href="` and `">`.
    Href(LinkRef),
    /// A figure of a table, in running text.
    Figure(FigureRef),
    /// A chart or a table, between block elements.
    Block(Box<BlockSpec>),
    /// Where the part of a page that is made from data stands; else it stands at the end.
    Generated,
}

/// A link to a page or a file of the site. Whether it is there is not known yet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LinkRef {
    /// Route without language and slashes around it: `areas/library`, `data/kinds/kinds.csv`.
    /// The first page is the empty text; a link within a page names the page's own route.
    pub target: String,
    /// the heading there
    pub fragment: Option<String>,
    /// the target as the file writes it
    pub place: Place,
}

/// `[[table.row.column|unit]]`
#[derive(Clone, Debug)]
pub struct FigureRef {
    /// the table
    pub table: Spanned<String>,
    /// the row's id
    pub row: Spanned<String>,
    /// the column
    pub column: Spanned<String>,
    /// the unit to show it in
    pub unit: Option<Spanned<String>>,
    /// the whole of it, with brackets
    pub place: Place,
}

/// What a fenced block of TOML asks for.
#[derive(Clone, Debug)]
pub struct BlockSpec {
    /// the word after the fence
    pub kind: BlockKind,
    /// key `type`, charts only
    pub shape: Option<Spanned<String>>,
    /// a table of `data`; either this or `file` is there
    pub table: Option<Spanned<String>>,
    /// a CSV beside the page
    pub file: Option<Spanned<String>>,
    /// the column that names each row
    pub label: Option<Spanned<String>>,
    /// the columns to draw
    pub values: Vec<Spanned<String>>,
    /// the columns to show
    pub columns: Vec<Spanned<String>>,
    /// the column that tells series apart
    pub series: Option<Spanned<String>>,
    /// key `where`: all of them must hold; the place is the column's
    pub filters: Vec<Spanned<Filter>>,
    /// the order of the rows
    pub sort: Option<Spanned<Sort>>,
    /// how many rows at most, 1 or more
    pub limit: Option<i64>,
    /// the unit to show values in
    pub unit: Option<Spanned<String>>,
    /// key `n`: what the title counts, a table or one of its figures
    pub counted: Option<Spanned<String>>,
    /// its anchor, different from all headings
    pub id: Option<String>,
    /// its title
    pub title: Option<String>,
    /// what one sees in it
    pub description: Option<String>,
    /// something to know about all of it
    pub note: Option<String>,
    /// the whole block, with its fences
    pub place: Place,
}

/// What a block becomes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BlockKind {
    /// drawn
    Chart,
    /// set as rows and columns
    Table,
    /// the calculator that shares a cost
    Sharing,
}

/// The order of rows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sort {
    /// by this column
    pub column: String,
    /// written `-column`: largest first
    pub descending: bool,
}

/// Reads all pages, in the order given.
pub fn markdown(pages: &[RawPage]) -> Checked<Vec<Document>> {
    let mut notes = Vec::new();
    let value = pages.iter().map(|page| document(page).note(&mut notes)).collect();
    Checked { value, notes }
}

/// Reads one page.
pub fn document(page: &RawPage) -> Checked<Document> {
    let mut notes = Vec::new();
    let front = front(page, &mut notes);
    let parts = events::parts(&page.text, page.body);
    let parts = emphasis::emphasised(&page.text, parts);
    let parts = lines::joined(page.language, parts);
    let written = writer::write(page, parts).note(&mut notes);
    let document = Document {
        path: page.path.clone(),
        route: page.route.clone(),
        language: page.language,
        front,
        pieces: written.pieces,
        outline: written.outline,
        numerals: written.numerals,
    };
    Checked { value: document, notes }
}

fn front(page: &RawPage, notes: &mut Vec<Diagnostic>) -> Front {
    // Without front matter `load` has said so; that the title is missing too need not be told.
    if page.body == 0 {
        return Front::default();
    }
    let mut keys = keys(&page.path, &page.front.root);
    let title = keys.text("title");
    let place = keys.place("title");
    if title.trim().is_empty() && is_quoted(&page.text, &place) {
        keys.tell(diags::title_empty(place));
    }
    let description = keys.maybe_text("description").unwrap_or_default();
    let order = keys.maybe_integer("order");
    let draft = keys.flag("draft").then(|| keys.place("draft"));
    // What they say is read in `validate`, which knows dates.
    keys.maybe_date_text("last_reviewed_on");
    keys.maybe_integer("review_in");
    keys.finish(notes);
    Front { title, description, order, draft }
}

fn is_quoted(text: &str, place: &Place) -> bool {
    let written = place.span.and_then(|span| text.get(span.start..span.end)).unwrap_or("");
    written.starts_with(['"', '\''])
}
