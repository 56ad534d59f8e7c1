//! A written page as its reader gets it: links resolved, figures bound, blocks set.

use super::Sources;
use super::diags;
use super::scribe::Scribe;
use super::terms::Terms;
use super::view::{Block, Figure, Link, Prose};
use crate::diag::{Checked, Diagnostic};
use crate::markdown::{Document, FigureRef, LinkRef, Piece, Spanned};
use crate::model::tables::named;
use crate::model::{MoneyUnit, Table, TableSpec};
use crate::text::{Language, Place, escaped};

/// The prose written for a route, in the page's language or else in Japanese.
pub fn prose(sources: &Sources<'_>, scribe: &Scribe<'_>, route: &str) -> Checked<Prose> {
    match document(sources, route, scribe.language) {
        Some(document) => written(sources, scribe, document),
        None => Checked::clean(Prose::default()),
    }
}

/// The page written for a route in a language; the Japanese one where there is no English.
pub fn document<'a>(
    sources: &Sources<'a>,
    route: &str,
    language: Language,
) -> Option<&'a Document> {
    let of = |language| {
        let wanted = move |one: &&Document| one.route == route && one.language == language;
        sources.documents.iter().find(wanted)
    };
    of(language).or_else(|| of(Language::Ja))
}

fn written(sources: &Sources<'_>, scribe: &Scribe<'_>, document: &Document) -> Checked<Prose> {
    let own = document.language == scribe.language;
    let writer = Writer { sources, scribe: *scribe, document };
    let mut notes = Vec::new();
    let mut terms = Terms::new(*scribe, document.language);
    let mut parts = document.pieces.split(|piece| matches!(piece, Piece::Generated));
    let outline = document.outline.iter().filter(|heading| heading.level == 2);
    let prose = Prose {
        foreign: (!own).then_some(document.language),
        blocks: parts
            .next()
            .map(|pieces| writer.blocks(pieces, &mut terms, &mut notes))
            .unwrap_or_default(),
        after: parts.flat_map(|pieces| writer.blocks(pieces, &mut terms, &mut notes)).collect(),
        outline: outline
            .map(|heading| Link { label: heading.text.clone(), href: format!("#{}", heading.id) })
            .collect(),
    };
    // What is wrong with a page is told where it is shown in its own language.
    Checked { value: prose, notes: if own { notes } else { Vec::new() } }
}

/// Markup next to markup is one piece: fewer pieces, smaller pages to compare.
fn push_html(blocks: &mut Vec<Block>, more: &str) {
    match blocks.last_mut() {
        Some(Block::Html { html }) => html.push_str(more),
        _ => blocks.push(Block::Html { html: more.to_owned() }),
    }
}

struct Writer<'a> {
    sources: &'a Sources<'a>,
    scribe: Scribe<'a>,
    document: &'a Document,
}

impl Writer<'_> {
    fn blocks(
        &self,
        pieces: &[Piece],
        terms: &mut Terms<'_>,
        notes: &mut Vec<Diagnostic>,
    ) -> Vec<Block> {
        let mut blocks = Vec::new();
        for piece in pieces {
            match piece {
                Piece::Html(html) => push_html(&mut blocks, html),
                Piece::Text(text) => push_html(&mut blocks, &terms.marked(text)),
                Piece::Href(link) => push_html(&mut blocks, &escaped(&self.href(link, notes))),
                Piece::Figure(figure) => match self.figure(figure) {
                    Ok(figure) => blocks.push(Block::Figure(figure)),
                    Err(note) => notes.push(*note),
                },
                Piece::Block(spec) => {
                    let block =
                        super::blocks::block(self.sources, &self.scribe, self.document, spec);
                    blocks.extend(block.note(notes));
                }
                Piece::Generated => {}
            }
        }
        blocks
    }

    /// The way to what a link names; a link that leads nowhere is told.
    fn href(&self, link: &LinkRef, notes: &mut Vec<Diagnostic>) -> String {
        let routes = self.scribe.routes;
        let fragment = link.fragment.as_deref();
        if routes.has_file(&link.target) {
            return self.scribe.to_file(&link.target);
        }
        if routes.is_withheld(&link.target) {
            notes.push(diags::link_to_draft(link.place.clone(), &link.target));
            return String::new();
        }
        if !routes.has_page(&link.target) {
            notes.push(diags::link_dead(link.place.clone(), &link.target, routes.pages()));
            return String::new();
        }
        match fragment {
            None => self.scribe.to(&link.target),
            Some(id) => {
                if !self.has_anchor(&link.target, id) {
                    let known = routes.anchors(&link.target);
                    notes.push(diags::fragment_dead(link.place.clone(), id, known));
                }
                self.scribe.to_anchor(&link.target, id)
            }
        }
    }

    fn has_anchor(&self, route: &str, id: &str) -> bool {
        let here = route == self.document.route;
        let own = here && self.document.outline.iter().any(|heading| heading.id == id);
        own || self.scribe.routes.has_anchor(route, id)
    }

    fn figure(&self, figure: &FigureRef) -> Result<Figure, Box<Diagnostic>> {
        let (table, column) = self.column(&figure.table, &figure.column)?;
        let row = table.row(&figure.row.value).ok_or_else(|| {
            let ids = table.rows.iter().map(|row| row.id.as_str());
            Box::new(diags::figure_unknown(
                self.place(&figure.row),
                &figure.row.value,
                table.spec.name,
                ids,
            ))
        })?;
        let unit = figure.unit.as_ref().map(|unit| self.unit(unit)).transpose()?;
        let shown = self.scribe.figure(table.spec, row, column, unit);
        shown.ok_or_else(|| {
            let has = |unit| self.scribe.shown(table.spec, row, column, unit).is_some();
            let place = figure.place.clone();
            Box::new(match &figure.unit {
                _ if !has(None) => diags::figure_empty(place, &figure.row.value),
                Some(written) if !has(unit) => diags::figure_unit(place, &written.value),
                _ => diags::figure_uncited(place, table.spec.name),
            })
        })
    }

    fn column(
        &self,
        name: &Spanned<String>,
        column: &Spanned<String>,
    ) -> Result<(&Table, usize), Box<Diagnostic>> {
        let unknown = |at: &Spanned<String>, among: &str, known: Vec<&str>| {
            let place = self.place(at);
            Box::new(diags::figure_unknown(place, &at.value, among, known.into_iter()))
        };
        let spec: &'static TableSpec = named(&name.value).ok_or_else(|| {
            let tables = crate::model::tables::TABLES.iter().map(|spec| spec.name);
            unknown(name, "data", tables.collect())
        })?;
        let (index, _) = spec.column(&column.value).ok_or_else(|| {
            let columns = spec.columns.iter().map(|column| column.name);
            unknown(column, spec.name, columns.collect())
        })?;
        let table = self.sources.dataset.table(spec.name);
        table.map(|table| (table, index)).ok_or_else(|| unknown(name, "data", Vec::new()))
    }

    fn unit(&self, unit: &Spanned<String>) -> Result<MoneyUnit, Box<Diagnostic>> {
        let known = MoneyUnit::named(&unit.value);
        known.ok_or_else(|| Box::new(diags::figure_unit(self.place(unit), &unit.value)))
    }

    fn place(&self, at: &Spanned<String>) -> Place {
        Place::bytes(&self.document.path, at.span.start, at.span.end)
    }
}
