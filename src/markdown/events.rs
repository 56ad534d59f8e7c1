//! The one door of pulldown-cmark: a page's body as a flat row of parts with places in the file.
//!
//! Flat, because a tree of ten thousand nested quotes would end the stack of whoever walks it.

use pulldown_cmark::{
    Alignment, BlockQuoteKind, CodeBlockKind, Event, LinkType, OffsetIter, Options, Parser, Tag,
};

use crate::text::Span;

/// A part of a page and the bytes it was written in.
#[derive(Clone, Debug)]
pub struct Part {
    pub kind: Kind,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub enum Kind {
    Open(Element),
    Close(Element),
    Text(String),
    Code(String),
    /// a code block: the words after its fence, if it has one, and its lines
    Fence(Option<String>, String),
    Figure,
    Image,
    RawHtml,
    /// a reference to the footnote of this name
    Note(String),
    SoftBreak,
    HardBreak,
    Rule,
}

#[derive(Clone, PartialEq, Debug)]
pub enum Element {
    Paragraph,
    Heading(u8),
    Quote,
    Notice(Notice),
    List(Option<u64>),
    Item,
    Footnote(String),
    Table(Vec<Align>),
    Head,
    Row,
    Cell,
    Emphasis,
    Strong,
    Strike,
    Link { target: String, title: String, email: bool },
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Notice {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Align {
    Start,
    Centre,
    End,
}

/// What pages may use beyond CommonMark. `[[…]]` is read by the parser because nothing else knows
/// where it is not code; heading attributes are not, because the parser drops those it does not know.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_WIKILINKS);

/// The parts of a text from a byte on.
pub fn parts(text: &str, body: usize) -> Vec<Part> {
    let mut events = Parser::new_ext(text.get(body..).unwrap_or(""), OPTIONS).into_offset_iter();
    let mut parts = Vec::new();
    let mut open = Vec::new();
    while let Some((event, range)) = events.next() {
        let kind = match event {
            Event::Start(tag) => match element(&tag) {
                Some(element) => {
                    open.push(element.clone());
                    Some(Kind::Open(element))
                }
                None => Some(whole(&tag, &mut events)),
            },
            Event::End(_) => open.pop().map(Kind::Close),
            other => single(other),
        };
        let span = Span { start: range.start + body, end: range.end + body };
        parts.extend(kind.map(|kind| Part { kind, span }));
    }
    parts
}

/// The elements whose content is of interest.
fn element(tag: &Tag<'_>) -> Option<Element> {
    Some(match tag {
        Tag::Paragraph => Element::Paragraph,
        Tag::Heading { level, .. } => Element::Heading(*level as u8),
        Tag::BlockQuote(None) => Element::Quote,
        Tag::BlockQuote(Some(kind)) => Element::Notice(notice(*kind)),
        Tag::List(start) => Element::List(*start),
        Tag::Item => Element::Item,
        Tag::FootnoteDefinition(name) => Element::Footnote(name.to_string()),
        Tag::Table(alignments) => Element::Table(alignments.iter().map(align).collect()),
        Tag::TableHead => Element::Head,
        Tag::TableRow => Element::Row,
        Tag::TableCell => Element::Cell,
        Tag::Emphasis => Element::Emphasis,
        Tag::Strong => Element::Strong,
        Tag::Strikethrough => Element::Strike,
        Tag::Link { link_type: LinkType::WikiLink { .. }, .. } => return None,
        Tag::Link { link_type, dest_url, title, .. } => Element::Link {
            target: dest_url.to_string(),
            title: title.to_string(),
            email: *link_type == LinkType::Email,
        },
        _ => return None,
    })
}

/// The elements that become one part, read to their end.
fn whole(tag: &Tag<'_>, events: &mut OffsetIter<'_>) -> Kind {
    let content = content(events);
    match tag {
        Tag::Link { .. } => Kind::Figure,
        Tag::Image { .. } => Kind::Image,
        Tag::CodeBlock(CodeBlockKind::Fenced(info)) => Kind::Fence(Some(info.to_string()), content),
        Tag::CodeBlock(CodeBlockKind::Indented) => Kind::Fence(None, content),
        _ => Kind::RawHtml,
    }
}

/// The text up to the end of the element just begun.
fn content(events: &mut OffsetIter<'_>) -> String {
    let mut text = String::new();
    let mut depth = 1;
    for (event, _) in events.by_ref() {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            Event::Text(more) => text.push_str(&more),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    text
}

fn single(event: Event<'_>) -> Option<Kind> {
    Some(match event {
        Event::Text(text) => Kind::Text(text.to_string()),
        Event::Code(text) => Kind::Code(text.to_string()),
        Event::Html(_) | Event::InlineHtml(_) => Kind::RawHtml,
        Event::FootnoteReference(name) => Kind::Note(name.to_string()),
        Event::SoftBreak => Kind::SoftBreak,
        Event::HardBreak => Kind::HardBreak,
        Event::Rule => Kind::Rule,
        // Mathematics and task lists are not switched on.
        _ => return None,
    })
}

fn notice(kind: BlockQuoteKind) -> Notice {
    match kind {
        BlockQuoteKind::Note => Notice::Note,
        BlockQuoteKind::Tip => Notice::Tip,
        BlockQuoteKind::Important => Notice::Important,
        BlockQuoteKind::Warning => Notice::Warning,
        BlockQuoteKind::Caution => Notice::Caution,
    }
}

fn align(alignment: &Alignment) -> Align {
    match alignment {
        Alignment::None | Alignment::Left => Align::Start,
        Alignment::Center => Align::Centre,
        Alignment::Right => Align::End,
    }
}
