//! Footnotes: taken out of the text, numbered in the order they are first referred to.

use std::collections::BTreeMap;

use super::diags;
use super::events::{Element, Kind, Part};
use crate::diag::Diagnostic;
use crate::text::{Label, Place, SourcePath, Span};

pub const TITLE: Label = Label::new("注", "Notes");
pub const REFERENCE: Label = Label::new("注", "Note ");
pub const BACK: Label = Label::new("本文へ戻る：注", "Back to the text: note ");

/// A footnote as it was written.
struct Definition {
    parts: Vec<Part>,
    span: Span,
    name: String,
}

/// The footnotes of a page and which of them have been referred to.
#[derive(Default)]
pub struct Footnotes {
    definitions: BTreeMap<String, Definition>,
    used: Vec<String>,
    references: BTreeMap<String, usize>,
}

/// A reference to a footnote.
pub struct Reference {
    /// the footnote's number
    pub number: usize,
    /// the anchor of this reference
    pub id: String,
}

impl Footnotes {
    /// Takes the footnotes out of a page; of two with one name the first counts.
    pub fn taken_from(
        parts: Vec<Part>,
        path: &SourcePath,
        notes: &mut Vec<Diagnostic>,
    ) -> (Vec<Part>, Self) {
        let mut text = Vec::new();
        let mut open: Vec<Definition> = Vec::new();
        let mut footnotes = Self::default();
        for part in parts {
            match part.kind {
                Kind::Open(Element::Footnote(name)) => {
                    open.push(Definition { parts: Vec::new(), span: part.span, name });
                }
                Kind::Close(Element::Footnote(_)) => {
                    notes.extend(open.pop().and_then(|found| footnotes.define(found, path)));
                }
                _ => open.last_mut().map_or(&mut text, |inner| &mut inner.parts).push(part),
            }
        }
        (text, footnotes)
    }

    fn define(&mut self, found: Definition, path: &SourcePath) -> Option<Diagnostic> {
        let key = found.name.to_lowercase();
        if self.definitions.contains_key(&key) {
            return Some(diags::footnote_repeated(found.place(path), &found.name));
        }
        self.definitions.insert(key, found);
        None
    }

    /// Notes a reference; none where there is no such footnote.
    pub fn refer(&mut self, name: &str) -> Option<Reference> {
        let key = name.to_lowercase();
        if !self.definitions.contains_key(&key) {
            return None;
        }
        let position = self.used.iter().position(|used| *used == key);
        let number = position.unwrap_or(self.used.len()) + 1;
        if position.is_none() {
            self.used.push(key.clone());
        }
        let times = self.references.entry(key).or_default();
        *times += 1;
        let id = match times {
            1 => format!("note-{number}-ref"),
            times => format!("note-{number}-ref-{times}"),
        };
        Some(Reference { number, id })
    }

    /// The content of the footnote with a number, once.
    pub fn take(&mut self, number: usize) -> Option<Vec<Part>> {
        let key = self.used.get(number.checked_sub(1)?)?;
        self.definitions.get_mut(key).map(|found| std::mem::take(&mut found.parts))
    }

    /// Tells the footnotes nothing refers to.
    pub fn tell_unused(&self, path: &SourcePath, notes: &mut Vec<Diagnostic>) {
        for (key, found) in &self.definitions {
            if !self.used.contains(key) {
                notes.push(diags::footnote_unused(found.place(path), &found.name));
            }
        }
    }
}

impl Definition {
    /// `[^name]:`, without what follows
    fn place(&self, path: &SourcePath) -> Place {
        let length = "[^]:".len() + self.name.len();
        let end = self.span.end.min(self.span.start + length);
        Place::bytes(path, self.span.start, end)
    }
}
