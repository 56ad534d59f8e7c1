//! Emphasis that knows Japanese.
//!
//! CommonMark asks for a blank or punctuation on the far side of `**` when punctuation stands on
//! the near side. Japanese has no blanks, so `**「重要」**です` stays unread, and `**はい。**次の**語**`
//! is read the wrong way round. Mending what is left over cannot help there: all pairs are therefore
//! undone and found again, with 「 and 。 counted as letters and kanji as a far side that will do.

use super::events::{Element, Kind, Part};
use super::lines::is_wide;
use crate::text::Span;

/// A row of the same mark, and what it came to open and close.
struct Run {
    span: Span,
    mark: u8,
    can_open: bool,
    can_close: bool,
    /// marks used up from the left, in order
    closed: Vec<Element>,
    /// marks used up from the right, the innermost first
    opened: Vec<Element>,
}

enum Item {
    Part(Part),
    Run(Run),
}

/// Finds all emphasis by `*` and `~~` anew; `_` is left as the parser reads it.
pub fn emphasised(source: &str, parts: Vec<Part>) -> Vec<Part> {
    let flat = parts.into_iter().map(|part| undone(source, part)).collect();
    let mut items = Vec::new();
    for part in merged(source, flat) {
        if is_verbatim(source, &part) {
            split(source, part.span, &mut items);
        } else {
            items.push(Item::Part(part));
        }
    }
    pair(&mut items);
    let mut parts = Vec::new();
    for item in items {
        match item {
            Item::Part(part) => parts.push(part),
            Item::Run(run) => run.resolve(&mut parts),
        }
    }
    parts
}

/// Whether a part is text that means what the file writes: no escape, no entity.
pub fn is_verbatim(source: &str, part: &Part) -> bool {
    matches!(&part.kind, Kind::Text(text) if written(source, part.span) == text)
}

/// Whether a backslash takes the meaning from the character at a byte.
pub fn is_escaped(source: &str, at: usize) -> bool {
    let before = source.get(..at).unwrap_or("");
    (before.len() - before.trim_end_matches('\\').len()) % 2 == 1
}

fn written(source: &str, span: Span) -> &str {
    source.get(span.start..span.end).unwrap_or("")
}

/// Emphasis the parser found, as the marks it was written with.
fn undone(source: &str, part: Part) -> Part {
    let (element, at_start) = match &part.kind {
        Kind::Open(element) => (element, true),
        Kind::Close(element) => (element, false),
        _ => return part,
    };
    let marks: &[&str] = match element {
        Element::Emphasis => &["*"],
        Element::Strong => &["**"],
        Element::Strike => &["~~", "~"],
        _ => return part,
    };
    let whole = written(source, part.span);
    let Some(mark) = marks.iter().find(|mark| whole.starts_with(*mark) && whole.ends_with(*mark))
    else {
        return part;
    };
    let Span { start, end } = part.span;
    let span = if at_start {
        Span { start, end: start + mark.len() }
    } else {
        Span { start: end - mark.len(), end }
    };
    Part { kind: Kind::Text((*mark).to_owned()), span }
}

/// Texts that stand side by side in the file as one.
fn merged(source: &str, parts: Vec<Part>) -> Vec<Part> {
    let mut merged: Vec<Part> = Vec::with_capacity(parts.len());
    for part in parts {
        if let Some(last) = merged.last_mut()
            && last.span.end == part.span.start
            && is_verbatim(source, last)
            && is_verbatim(source, &part)
            && !is_escaped(source, part.span.start)
            && let (Kind::Text(before), Kind::Text(text)) = (&mut last.kind, &part.kind)
        {
            before.push_str(text);
            last.span.end = part.span.end;
        } else {
            merged.push(part);
        }
    }
    merged
}

/// Cuts a text into runs of marks and what stands between them.
fn split(source: &str, span: Span, items: &mut Vec<Item>) {
    let text = written(source, span);
    let mut from = 0;
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find(['*', '~'])) {
        let start = at + found;
        let mark = text.as_bytes().get(start).copied().unwrap_or_default();
        let length = text.bytes().skip(start).take_while(|byte| *byte == mark).count();
        at = start + length;
        let run = Span { start: span.start + start, end: span.start + at };
        if is_escaped(source, run.start) {
            // Only the first mark is taken; the rest of the row stands for itself.
            at = start + 1;
        } else if mark == b'*' || length == 2 {
            push_text(text, span.start, from, start, items);
            items.push(Item::Run(Run::new(source, run, mark)));
            from = at;
        }
    }
    push_text(text, span.start, from, text.len(), items);
}

fn push_text(text: &str, offset: usize, start: usize, end: usize, items: &mut Vec<Item>) {
    let words = text.get(start..end).unwrap_or("");
    if !words.is_empty() {
        let span = Span { start: offset + start, end: offset + end };
        items.push(Item::Part(Part { kind: Kind::Text(words.to_owned()), span }));
    }
}

/// Pairs runs that stand in the same element.
fn pair(items: &mut [Item]) {
    let mut waiting: Vec<Vec<usize>> = vec![Vec::new()];
    for at in 0..items.len() {
        match items.get(at) {
            Some(Item::Part(Part { kind: Kind::Open(_), .. })) => waiting.push(Vec::new()),
            Some(Item::Part(Part { kind: Kind::Close(_), .. })) => {
                waiting.pop();
            }
            Some(Item::Run(_)) => {
                if let Some(openers) = waiting.last_mut() {
                    close(items, openers, at);
                }
            }
            _ => {}
        }
    }
}

/// Closes what a run can close; what is left of it may open.
fn close(items: &mut [Item], openers: &mut Vec<usize>, at: usize) {
    let (before, rest) = items.split_at_mut(at);
    let Some(Item::Run(closer)) = rest.first_mut() else {
        return;
    };
    while closer.can_close && closer.left() > 0 {
        let found = openers
            .iter()
            .rposition(|opener| run(before, *opener).is_some_and(|run| run.fits(closer)));
        let Some(depth) = found else { break };
        openers.truncate(depth + 1);
        let Some(opener) = openers.last().and_then(|opener| run_mut(before, *opener)) else {
            break;
        };
        let element = opener.element(closer);
        opener.opened.push(element.clone());
        closer.closed.push(element);
        if opener.left() == 0 {
            openers.pop();
        }
    }
    if closer.can_open && closer.left() > 0 {
        openers.push(at);
    }
}

fn run(items: &[Item], at: usize) -> Option<&Run> {
    match items.get(at) {
        Some(Item::Run(run)) => Some(run),
        _ => None,
    }
}

fn run_mut(items: &mut [Item], at: usize) -> Option<&mut Run> {
    match items.get_mut(at) {
        Some(Item::Run(run)) => Some(run),
        _ => None,
    }
}

impl Run {
    fn new(source: &str, span: Span, mark: u8) -> Self {
        let before = source.get(..span.start).and_then(|text| text.chars().next_back());
        let after = source.get(span.end..).and_then(|text| text.chars().next());
        let (before, after) = (before.unwrap_or('\n'), after.unwrap_or('\n'));
        Self {
            span,
            mark,
            can_open: leans(before, after),
            can_close: leans(after, before),
            closed: Vec::new(),
            opened: Vec::new(),
        }
    }

    fn length(&self) -> usize {
        self.span.end - self.span.start
    }

    /// How many marks nothing has used.
    fn left(&self) -> usize {
        let used = |elements: &[Element]| elements.iter().map(width).sum::<usize>();
        self.length() - used(&self.closed) - used(&self.opened)
    }

    /// Whether a later run may close this one; the threes are CommonMark's rules 9 and 10.
    fn fits(&self, closer: &Self) -> bool {
        let threes = (self.length() + closer.length()).is_multiple_of(3)
            && !(self.length().is_multiple_of(3) && closer.length().is_multiple_of(3));
        self.mark == closer.mark && !((self.can_close || closer.can_open) && threes)
    }

    fn element(&self, closer: &Self) -> Element {
        match (self.mark, self.left().min(closer.left())) {
            (b'~', _) => Element::Strike,
            (_, 1) => Element::Emphasis,
            _ => Element::Strong,
        }
    }

    fn resolve(self, parts: &mut Vec<Part>) {
        let text = char::from(self.mark).to_string().repeat(self.left());
        let mut at = self.span.start;
        let mut push = |kind, width| {
            parts.push(Part { kind, span: Span { start: at, end: at + width } });
            at += width;
        };
        for element in self.closed {
            let width = width(&element);
            push(Kind::Close(element), width);
        }
        if !text.is_empty() {
            let width = text.len();
            push(Kind::Text(text), width);
        }
        for element in self.opened.into_iter().rev() {
            let width = width(&element);
            push(Kind::Open(element), width);
        }
    }
}

fn width(element: &Element) -> usize {
    if *element == Element::Emphasis { 1 } else { 2 }
}

/// Whether a run belongs to what stands near it rather than to what stands far.
fn leans(far: char, near: char) -> bool {
    !near.is_whitespace() && (!is_mark(near) || far.is_whitespace() || is_mark(far) || is_wide(far))
}

/// Punctuation or a symbol, other than Japanese.
fn is_mark(letter: char) -> bool {
    !letter.is_alphanumeric() && !letter.is_whitespace() && !is_wide(letter)
}
