//! Markup taken apart: as much of HTML as finished pages have.

use crate::text::unescaped;

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind<'a> {
    /// the beginning of an element
    Open(&'a str),
    /// the end of one
    Close(&'a str),
    /// words
    Text,
    /// comments, declarations, and what scripts and styles hold
    Other,
}

/// A piece of a page, with the bytes it stands at.
#[derive(Clone, Copy, Debug)]
pub struct Token<'a> {
    pub kind: Kind<'a>,
    pub start: usize,
    pub end: usize,
    pub source: &'a str,
}

/// Elements whose inside is no markup.
const RAW: [&str; 4] = ["script", "style", "textarea", "title"];

/// No name of a letter is longer than this, with its signs.
const LONGEST: usize = 34;

/// Elements without an end.
const VOID: [&str; 13] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

impl Token<'_> {
    /// Whether it begins an element that has an end.
    pub fn opens(&self) -> bool {
        matches!(self.kind, Kind::Open(name) if !VOID.contains(&name))
            && !self.source.ends_with("/>")
    }
}

/// The pieces of a page, in order; nothing is left out.
pub fn tokens(html: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(rest) = html.get(at..).filter(|rest| !rest.is_empty()) {
        let (kind, length) = next(rest);
        let mut take = |kind, length: usize| {
            let source = html.get(at..at + length).unwrap_or("");
            tokens.push(Token { kind, start: at, end: at + length, source });
            at += length;
        };
        take(kind, length);
        if let Kind::Open(name) = kind
            && RAW.contains(&name)
        {
            let inside = rest.get(length..).unwrap_or("");
            let end = inside.find(&format!("</{name}")).unwrap_or(inside.len());
            if end > 0 {
                take(Kind::Other, end);
            }
        }
    }
    tokens
}

/// What a text begins with, and how long that is.
fn next(rest: &str) -> (Kind<'_>, usize) {
    let until = |end: &str| rest.find(end).map_or(rest.len(), |at| at + end.len());
    let name = |from: usize| {
        let name = rest.get(from..).unwrap_or("");
        let end = name.find(|letter: char| letter.is_whitespace() || matches!(letter, '>' | '/'));
        name.get(..end.unwrap_or(name.len())).unwrap_or("")
    };
    match rest.as_bytes() {
        [b'<', b'!', b'-', b'-', ..] => (Kind::Other, until("-->")),
        [b'<', b'!' | b'?', ..] => (Kind::Other, until(">")),
        [b'<', b'/', ..] => (Kind::Close(name(2)), until(">")),
        [b'<', letter, ..] if letter.is_ascii_alphabetic() => (Kind::Open(name(1)), tag(rest)),
        _ => {
            let more = rest.char_indices().skip(1).find(|(_, letter)| *letter == '<');
            (Kind::Text, more.map_or(rest.len(), |(at, _)| at))
        }
    }
}

/// The length of a tag; `>` in quotation marks does not end it.
fn tag(rest: &str) -> usize {
    let mut quote = None;
    for (at, letter) in rest.char_indices() {
        match (quote, letter) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), letter) if open == letter => quote = None,
            _ => {}
        }
    }
    rest.len()
}

/// The attributes of a tag, as they are written.
pub fn attributes(tag: &str) -> Vec<(&str, &str)> {
    let start = tag.find(char::is_whitespace).unwrap_or(tag.len());
    let mut rest = tag.get(start..).unwrap_or("").trim_end_matches(['>', '/']).trim_start();
    let mut found = Vec::new();
    while !rest.is_empty() {
        let end = rest.find(|letter: char| letter == '=' || letter.is_whitespace());
        let (name, after) = rest.split_at_checked(end.unwrap_or(rest.len())).unwrap_or((rest, ""));
        let (value, after) = match after.trim_start().strip_prefix('=').map(str::trim_start) {
            None => ("", after),
            Some(value) => written(value),
        };
        found.push((name, value));
        rest = after.trim_start();
    }
    found
}

/// A value at the start of a text, and what follows it.
fn written(text: &str) -> (&str, &str) {
    let quoted = text.chars().next().filter(|letter| matches!(letter, '"' | '\''));
    match quoted {
        Some(quote) => {
            let inside = text.get(1..).unwrap_or("");
            inside.split_once(quote).unwrap_or((inside, ""))
        }
        None => text.split_once(char::is_whitespace).unwrap_or((text, "")),
    }
}

/// One attribute of a tag.
pub fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    attributes(tag).into_iter().find(|(one, _)| *one == name).map(|(_, value)| value)
}

/// The letter a `&…;` at the start of a text stands for, and its length.
pub fn reference(text: &str) -> Option<(char, usize)> {
    let end = text.find(';').filter(|end| *end < LONGEST)?;
    let read = unescaped(text.get(..=end)?);
    let mut letters = read.chars();
    letters.next().filter(|_| letters.next().is_none()).map(|letter| (letter, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_page_is_left_out() {
        for html in [
            "<!doctype html><p class='a>b'>x &amp; y<br>1 < 2</p><!-- <p> --><script>a<b</script>",
            "<p",
            "<title>a<b",
            "</",
            "<",
            "a<",
        ] {
            let all: String = tokens(html).iter().map(|token| token.source).collect();
            assert_eq!(all, html);
        }
    }

    #[test]
    fn attributes_are_found_however_they_are_written() {
        let tag = "<a href=\"x>y\" hidden data-review='new' id=top>";
        let expected = [("href", "x>y"), ("hidden", ""), ("data-review", "new"), ("id", "top")];
        assert_eq!(attributes(tag), expected);
        assert_eq!(attribute("<br/>", "id"), None);
    }

    #[test]
    fn a_reference_is_one_letter() {
        for (text, letter) in [("&lt;b", ('<', 4)), ("&#x2F;", ('/', 6)), ("&#12354; ", ('あ', 8))]
        {
            assert_eq!(reference(text), Some(letter));
        }
        for text in ["& ", "&nosuch;", "& and; more", "&"] {
            assert_eq!(reference(text), None, "{text}");
        }
    }
}
