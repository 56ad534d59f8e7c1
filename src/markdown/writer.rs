//! Parts to pieces.

use super::events::{Element, Kind, Notice, Part};
use super::footnotes::{self, Footnotes};
use super::headings::Outline;
use super::leftovers::leftovers;
use super::links::{Target, target};
use super::numerals::{Numeral, numerals};
use super::sheet::Sheet;
use super::tables::Tables;
use super::{Heading, LinkRef, Piece, block, diags, figure};
use crate::diag::{Checked, Diagnostic};
use crate::load::RawPage;
use crate::text::{Label, Place, Span, escaped};

/// What writing a page gives.
pub struct Written {
    pub pieces: Vec<Piece>,
    pub outline: Vec<Heading>,
    pub numerals: Vec<Numeral>,
}

/// Writes a page: its text, then its footnotes.
pub fn write(page: &RawPage, parts: Vec<Part>) -> Checked<Written> {
    let mut notes = Vec::new();
    let (text, footnotes) = Footnotes::taken_from(parts, &page.path, &mut notes);
    let mut writer = Writer {
        page,
        out: Sheet::default(),
        outline: Outline::new(&page.path),
        footnotes,
        tables: Tables::default(),
        depth: 0,
        apart: 0,
        in_tables: 0,
        numerals: Vec::new(),
        notes,
    };
    writer.parts(text);
    writer.footnotes();
    let (pieces, outline) = (writer.out.0, writer.outline.headings);
    let written = Written { pieces, outline, numerals: writer.numerals };
    Checked { value: written, notes: writer.notes }
}

/// The word after a fence that marks where the generated part of a page stands.
const GENERATED: &str = "generated";

struct Writer<'a> {
    page: &'a RawPage,
    out: Sheet,
    outline: Outline<'a>,
    footnotes: Footnotes,
    tables: Tables,
    /// how many lists, quotes and footnotes are open
    depth: usize,
    /// how many headings, links, quotes and tables are open: what stands there is no running text
    apart: usize,
    /// how many of them are tables: their cells can hold figures, as running text can
    in_tables: usize,
    numerals: Vec<Numeral>,
    notes: Vec<Diagnostic>,
}

impl Writer<'_> {
    fn parts(&mut self, parts: Vec<Part>) {
        let mut parts = parts.into_iter().peekable();
        let mut empty_cell = false;
        let mut cells_end = 0;
        while let Some(part) = parts.next() {
            match part.kind {
                Kind::Open(Element::Heading(level)) => {
                    let content = parts
                        .by_ref()
                        .take_while(|part| !matches!(part.kind, Kind::Close(Element::Heading(_))))
                        .collect();
                    self.heading(level, content, part.span);
                }
                Kind::Open(Element::Cell) => {
                    let next = parts.peek().map(|part| &part.kind);
                    empty_cell = matches!(next, Some(Kind::Close(Element::Cell)));
                    self.tables.open_cell(empty_cell, &mut self.out);
                }
                Kind::Close(Element::Cell) => {
                    cells_end = part.span.end;
                    self.tables.close_cell(empty_cell, &mut self.out);
                }
                Kind::Close(Element::Row) => {
                    self.surplus(Span { start: cells_end, end: part.span.end });
                    self.part(part);
                }
                _ => self.part(part),
            }
        }
    }

    /// Tells cells beyond the header's last: the parser drops them.
    fn surplus(&mut self, rest: Span) {
        let written = self.page.text.get(rest.start..rest.end).unwrap_or("");
        let cells = written.trim().trim_start_matches(['|', ' ', '\t']);
        if !cells.is_empty() {
            let start = rest.end - (written.len() - written.find(cells).unwrap_or(0));
            self.notes.push(diags::row_width(self.place(Span { start, end: start + cells.len() })));
        }
    }

    fn part(&mut self, part: Part) {
        match &part.kind {
            Kind::Open(element) => self.open(element, part.span),
            Kind::Close(element) => self.close(element),
            Kind::Text(text) => {
                self.notes.extend(leftovers(&self.page.path, &self.page.text, &part));
                if self.apart == self.in_tables {
                    self.numerals.extend(numerals(&self.page.path, &self.page.text, &part));
                }
                match self.apart {
                    0 => self.out.running(text),
                    _ => self.out.text(text),
                }
            }
            Kind::Code(text) => self.out.html(&format!("<code>{}</code>", escaped(text))),
            Kind::Fence(info, text) => self.fence(info.as_deref(), text, part.span),
            Kind::Figure => self.figure(part.span),
            Kind::Image => self.notes.push(diags::image(self.place(part.span))),
            Kind::RawHtml => self.notes.push(diags::html_raw(self.place(part.span))),
            Kind::Note(name) => self.reference(name, part.span),
            // `lines` has put a blank or nothing in its place.
            Kind::SoftBreak => {}
            Kind::HardBreak => self.out.html("<br>\n"),
            Kind::Rule => self.out.html("<hr>\n"),
        }
    }

    fn place(&self, span: Span) -> Place {
        Place::bytes(&self.page.path, span.start, span.end)
    }

    fn open(&mut self, element: &Element, span: Span) {
        self.apart += usize::from(stands_apart(element));
        self.in_tables += usize::from(matches!(element, Element::Table(_)));
        match element {
            Element::Paragraph => self.out.html("<p>"),
            Element::Emphasis => self.out.html("<em>"),
            Element::Strong => self.out.html("<strong>"),
            Element::Strike => self.out.html("<del>"),
            Element::Quote => self.container("<blockquote>\n"),
            Element::Notice(notice) => self.notice(*notice),
            Element::List(None) => self.container("<ul>\n"),
            Element::List(Some(1)) => self.container("<ol>\n"),
            Element::List(Some(start)) => self.container(&format!("<ol start=\"{start}\">\n")),
            Element::Item => self.out.html("<li>"),
            Element::Link { target, title, email } => self.link(target, title, *email, span),
            Element::Table(alignments) => {
                let under = self.outline.current();
                self.tables.open(alignments, self.page.language, under, &mut self.out);
            }
            Element::Head | Element::Row => self.tables.open_row(element, &mut self.out),
            // Written by `parts` and `footnotes`, which know what stands inside.
            Element::Heading(_) | Element::Cell | Element::Footnote(_) => {}
        }
    }

    fn close(&mut self, element: &Element) {
        self.apart = self.apart.saturating_sub(usize::from(stands_apart(element)));
        let is_table = matches!(element, Element::Table(_));
        self.in_tables = self.in_tables.saturating_sub(usize::from(is_table));
        match element {
            Element::Paragraph => self.out.html("</p>\n"),
            Element::Emphasis => self.out.html("</em>"),
            Element::Strong => self.out.html("</strong>"),
            Element::Strike => self.out.html("</del>"),
            Element::Quote => self.end_container("</blockquote>\n"),
            Element::Notice(_) => self.end_container("</div>\n"),
            Element::List(None) => self.end_container("</ul>\n"),
            Element::List(Some(_)) => self.end_container("</ol>\n"),
            Element::Item => self.out.html("</li>\n"),
            Element::Link { .. } => self.out.html("</a>"),
            Element::Table(_) => self.tables.close(&mut self.out),
            Element::Head | Element::Row => self.tables.close_row(&mut self.out),
            Element::Heading(_) | Element::Cell | Element::Footnote(_) => {}
        }
    }

    fn container(&mut self, html: &str) {
        self.depth += 1;
        self.out.html(html);
    }

    fn end_container(&mut self, html: &str) {
        self.depth = self.depth.saturating_sub(1);
        self.out.html(html);
    }

    fn notice(&mut self, notice: Notice) {
        let title = match notice {
            Notice::Note => Label::new("注", "Note"),
            Notice::Tip => Label::new("ヒント", "Tip"),
            Notice::Important => Label::new("重要", "Important"),
            Notice::Warning => Label::new("警告", "Warning"),
            Notice::Caution => Label::new("注意", "Caution"),
        };
        let title = title.get(self.page.language);
        self.container(&format!("<div class=\"notice\">\n<p class=\"notice-title\">{title}</p>\n"));
    }

    fn heading(&mut self, level: u8, mut content: Vec<Part>, span: Span) {
        let heading = self.outline.heading(level, &mut content, span, &mut self.notes);
        let (level, id) = (heading.level, escaped(&heading.id));
        self.out.html(&format!("<h{level} id=\"{id}\">"));
        self.apart += 1;
        for part in content {
            if matches!(part.kind, Kind::Figure) {
                self.notes.push(diags::figure_in_heading(self.place(part.span)));
            } else {
                self.part(part);
            }
        }
        self.apart -= 1;
        self.out.html(&format!("</h{level}>\n"));
    }

    fn link(&mut self, written: &str, title: &str, email: bool, span: Span) {
        let place = self.destination(written, span);
        let mut relation = "";
        self.out.html("<a href=\"");
        match target(&self.page.route, written, email) {
            Target::External(url) => {
                self.out.text(&url);
                relation = " rel=\"external\"";
            }
            Target::Mail(url) => self.out.text(&url),
            Target::Internal(target, fragment) => {
                self.out.piece(Piece::Href(LinkRef { target, fragment, place }));
            }
            Target::Nowhere => self.notes.push(diags::link_empty(place)),
            Target::Outside => self.notes.push(diags::link_outside(place)),
            Target::Scheme => self.notes.push(diags::link_scheme(place, written)),
        }
        self.out.html(&format!("\"{relation}"));
        if !title.is_empty() {
            self.out.html(&format!(" title=\"{}\"", escaped(title)));
        }
        self.out.html(">");
    }

    /// The target within a link where it can be found there, else the whole link.
    fn destination(&self, written: &str, span: Span) -> Place {
        let link = self.page.text.get(span.start..span.end).unwrap_or("");
        let found = link.rfind(written).filter(|_| !written.is_empty());
        let span = found.map_or(span, |at| Span {
            start: span.start + at,
            end: span.start + at + written.len(),
        });
        Place { value: Some(written.to_owned()), ..self.place(span) }
    }

    fn figure(&mut self, span: Span) {
        match figure::figure(&self.page.path, &self.page.text, span) {
            Ok(figure) => self.out.piece(Piece::Figure(figure)),
            Err(note) => self.notes.push(*note),
        }
    }

    fn fence(&mut self, info: Option<&str>, text: &str, span: Span) {
        let language = info.and_then(|info| info.split_whitespace().next()).unwrap_or("");
        if language == GENERATED && self.depth == 0 {
            self.out.piece(Piece::Generated);
            return;
        }
        match block::kind(language) {
            Some(_) if self.depth > 0 => self.notes.push(diags::block_nested(self.place(span))),
            Some(kind) => {
                if let Some(block) = block::block(self.page, kind, span).note(&mut self.notes) {
                    if let Some(id) = &block.id {
                        self.outline.claim(id, block.place.clone(), &mut self.notes);
                    }
                    self.out.piece(Piece::Block(Box::new(block)));
                }
            }
            None => {
                // A long line scrolls, and what scrolls must be reached from the keyboard.
                self.out.html("<pre tabindex=\"0\"><code>");
                self.out.text(text);
                self.out.html("</code></pre>\n");
            }
        }
    }

    fn reference(&mut self, name: &str, span: Span) {
        let Some(reference) = self.footnotes.refer(name) else {
            self.notes.push(diags::footnote_missing(self.place(span), name));
            return;
        };
        let (number, id) = (reference.number, reference.id);
        let label = footnotes::REFERENCE.get(self.page.language);
        self.out.html(&format!(
            "<sup class=\"note\"><a id=\"{id}\" href=\"#note-{number}\" \
             aria-label=\"{label}{number}\">{number}</a></sup>"
        ));
    }

    /// The footnotes in their order; one may refer to the next, so the list grows as it is written.
    fn footnotes(&mut self) {
        let mut number = 1;
        let language = self.page.language;
        while let Some(content) = self.footnotes.take(number) {
            if number == 1 {
                let title = footnotes::TITLE.get(language);
                self.out
                    .html(&format!("<section class=\"footnotes\" aria-label=\"{title}\">\n<ol>\n"));
            }
            self.container(&format!("<li id=\"note-{number}\">"));
            self.parts(content);
            let label = footnotes::BACK.get(language);
            self.out.inside_last_paragraph(&format!(
                " <a class=\"note-back\" href=\"#note-{number}-ref\" aria-label=\"{label}{number}\">↩</a>"
            ));
            self.end_container("</li>\n");
            number += 1;
        }
        if number > 1 {
            self.out.html("</ol>\n</section>\n");
            self.outline.leave_to_footnotes(&mut self.notes);
        }
        self.footnotes.tell_unused(&self.page.path, &mut self.notes);
    }
}

/// Whether the words in an element are no running text. Headings are written apart anyway.
fn stands_apart(element: &Element) -> bool {
    matches!(element, Element::Link { .. } | Element::Quote | Element::Table(_))
}
