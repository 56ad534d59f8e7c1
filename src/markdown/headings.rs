//! Headings: their order, their anchors, and whether both languages have the same.

use std::collections::BTreeSet;

use super::events::{Kind, Part};
use super::{Document, Heading, diags};
use crate::diag::Diagnostic;
use crate::text::{Language, Place, SourcePath, Span};

/// The headings of a page as they come, and every anchor taken so far.
pub struct Outline<'a> {
    path: &'a SourcePath,
    pub headings: Vec<Heading>,
    taken: BTreeSet<String>,
    level: u8,
}

impl<'a> Outline<'a> {
    pub fn new(path: &'a SourcePath) -> Self {
        // The title stands above everything as the heading of the first level.
        Self { path, headings: Vec::new(), taken: BTreeSet::new(), level: 1 }
    }

    /// Takes up a heading; its content loses what only names the anchor.
    pub fn heading(
        &mut self,
        level: u8,
        content: &mut Vec<Part>,
        span: Span,
        notes: &mut Vec<Diagnostic>,
    ) -> Heading {
        let named = taken_id(content);
        let text = plain(content);
        let place = || self.place(span);
        if level == 1 {
            notes.push(diags::heading_first(place()));
        } else if level > self.level + 1 {
            notes.push(diags::heading_skipped(place(), self.level, level));
        }
        self.level = level.max(2);
        let number = self.headings.len() + 1;
        let id = named.or_else(|| slug(&text)).unwrap_or_else(|| format!("section-{number}"));
        self.claim(&id, self.place(span), notes);
        let heading = Heading { level: self.level, id, text, span };
        self.headings.push(heading.clone());
        heading
    }

    /// Takes an anchor for something on the page.
    pub fn claim(&mut self, id: &str, place: Place, notes: &mut Vec<Diagnostic>) {
        if !self.taken.insert(id.to_owned()) {
            notes.push(diags::heading_repeated(place, id));
        }
    }

    /// On a page with footnotes `note-1` and the like belong to them.
    pub fn leave_to_footnotes(&self, notes: &mut Vec<Diagnostic>) {
        for heading in &self.headings {
            let number = heading.id.strip_prefix("note-").unwrap_or("");
            if number.starts_with(|letter: char| letter.is_ascii_digit()) {
                notes.push(diags::heading_repeated(self.place(heading.span), &heading.id));
            }
        }
    }

    /// The words of the heading something stands under.
    pub fn current(&self) -> &str {
        self.headings.last().map_or("", |heading| &heading.text)
    }

    fn place(&self, span: Span) -> Place {
        Place::bytes(self.path, span.start, span.end)
    }
}

/// Takes ` {#id}` off the end of a heading.
fn taken_id(content: &mut Vec<Part>) -> Option<String> {
    let Kind::Text(text) = &mut content.last_mut()?.kind else {
        return None;
    };
    let (before, rest) = text.rsplit_once("{#")?;
    let id = rest.trim_end().strip_suffix('}')?.to_owned();
    if id.is_empty() || id.contains(|letter: char| letter.is_whitespace() || letter == '{') {
        return None;
    }
    *text = before.trim_end().to_owned();
    if text.is_empty() {
        content.pop();
    }
    Some(id)
}

fn plain(content: &[Part]) -> String {
    let words = content.iter().map(|part| match &part.kind {
        Kind::Text(text) | Kind::Code(text) => text.as_str(),
        Kind::HardBreak => " ",
        _ => "",
    });
    words.collect::<String>().trim().to_owned()
}

/// An anchor from words: lower case, hyphens for blanks, letters and digits of any script.
fn slug(text: &str) -> Option<String> {
    let mut slug = String::new();
    for letter in text.to_lowercase().chars() {
        if letter.is_alphanumeric() || letter == '_' {
            slug.push(letter);
        } else if (letter.is_whitespace() || letter == '-') && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_matches('-');
    (!slug.is_empty()).then(|| slug.to_owned())
}

/// Tells, at the English page, the headings that stand in one language only.
pub fn headings_differ(ja: &Document, en: &Document) -> Vec<Diagnostic> {
    let mut notes = Vec::new();
    if let Some((_, missing)) = lacking(ja, en) {
        notes.push(diags::headings_lacking(Place::file(&en.path), Language::En, &missing));
    }
    if let Some((first, missing)) = lacking(en, ja) {
        let place = Place::bytes(&en.path, first.start, first.end);
        notes.push(diags::headings_lacking(place, Language::Ja, &missing));
    }
    notes
}

/// The anchors of one page the other lacks, and the place of the first.
fn lacking<'a>(page: &'a Document, other: &Document) -> Option<(Span, Vec<&'a str>)> {
    let there: BTreeSet<_> = other.outline.iter().map(|heading| heading.id.as_str()).collect();
    let missing: Vec<_> =
        page.outline.iter().filter(|heading| !there.contains(heading.id.as_str())).collect();
    let first = missing.first()?.span;
    Some((first, missing.into_iter().map(|heading| heading.id.as_str()).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_keep_kana_and_kanji() {
        let cases = [
            ("共通化とは何か？", "共通化とは何か"),
            ("Why is it so?", "why-is-it-so"),
            ("STEP1 – 必要性", "step1-必要性"),
        ];
        for (text, id) in cases {
            assert_eq!(slug(text).as_deref(), Some(id));
        }
        assert_eq!(slug("…！"), None);
    }
}
