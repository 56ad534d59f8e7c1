//! Line ends inside a paragraph: Japanese runs on without a blank, Latin words need one.

use super::events::{Element, Kind, Part};
use crate::text::Language;

/// How a character behaves at the end of a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Side {
    Wide,
    Narrow,
    /// as the other side: figures, and signs both scripts use
    Either,
}

/// Whether a character is as wide as a kanji. Hangul is left out: Korean parts words with blanks.
pub fn is_wide(letter: char) -> bool {
    matches!(letter,
        '\u{2E80}'..='\u{312F}' | '\u{3190}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Puts a blank where a line ends, or nothing between two wide characters.
pub fn joined(language: Language, parts: Vec<Part>) -> Vec<Part> {
    let following = sides_after(&parts);
    let mut before = None;
    let mut joined = Vec::with_capacity(parts.len());
    for (mut part, after) in parts.into_iter().zip(following) {
        if matches!(part.kind, Kind::SoftBreak) {
            if runs_on(language, before, after) {
                continue;
            }
            part.kind = Kind::Text(" ".to_owned());
        } else {
            before = last(&part.kind).or(before.filter(|_| !is_block(&part.kind)));
        }
        joined.push(part);
    }
    joined
}

fn runs_on(language: Language, before: Option<Side>, after: Option<Side>) -> bool {
    match (before, after) {
        (Some(Side::Either), Some(Side::Either)) => language == Language::Ja,
        (Some(before), Some(after)) => before != Side::Narrow && after != Side::Narrow,
        _ => false,
    }
}

/// For each part the side of what stands after it in the same paragraph.
fn sides_after(parts: &[Part]) -> Vec<Option<Side>> {
    let mut after = None;
    let mut sides: Vec<_> = parts
        .iter()
        .rev()
        .map(|part| {
            let here = after;
            after = first(&part.kind).or(after.filter(|_| !is_block(&part.kind)));
            here
        })
        .collect();
    sides.reverse();
    sides
}

fn first(kind: &Kind) -> Option<Side> {
    match kind {
        Kind::Text(text) | Kind::Code(text) => text.chars().next().map(side),
        Kind::Figure => Some(Side::Either),
        _ => None,
    }
}

fn last(kind: &Kind) -> Option<Side> {
    match kind {
        Kind::Text(text) | Kind::Code(text) => text.chars().next_back().map(side),
        Kind::Figure => Some(Side::Either),
        _ => None,
    }
}

fn side(letter: char) -> Side {
    match letter {
        letter if is_wide(letter) => Side::Wide,
        // dashes, curly quotation marks, dots, ※, arrows, ① and ■
        '\u{2010}'..='\u{2027}' | '※' | '\u{2190}'..='\u{21FF}' | '\u{2460}'..='\u{26FF}' => {
            Side::Either
        }
        _ => Side::Narrow,
    }
}

fn is_block(kind: &Kind) -> bool {
    match kind {
        Kind::Open(element) | Kind::Close(element) => !matches!(
            element,
            Element::Emphasis | Element::Strong | Element::Strike | Element::Link { .. }
        ),
        Kind::Fence(..) | Kind::Rule | Kind::HardBreak => true,
        _ => false,
    }
}
