//! Who writes one page: its language, where it stands, and how it links and cites.

use super::routes::{self, Routes};
use super::view::{CellView, Figure, Link};
use super::words;
use crate::model::tables::{citations, documents};
use crate::model::{Absence, Confidence, Dataset, Row, TableSpec, Value, kind};
use crate::text::{Label, Language, Words, is_japanese};

/// The writer of one page in one language.
#[derive(Clone, Copy)]
pub struct Scribe<'a> {
    /// the checked data
    pub dataset: &'a Dataset,
    /// every page there is
    pub routes: &'a Routes,
    /// the page's language
    pub language: Language,
    /// where the page stands
    pub route: &'a str,
}

impl<'a> Scribe<'a> {
    /// Fixed words in the page's language.
    pub fn say(&self, label: Label) -> String {
        label.get(self.language).to_owned()
    }

    /// Words of the data in the page's language, or in Japanese where English is missing.
    pub fn word(&self, words: &Words) -> String {
        words.get(self.language).to_owned()
    }

    /// The same, and nothing for nothing.
    pub fn note(&self, words: &Words) -> Option<String> {
        (!words.is_empty()).then(|| self.word(words))
    }

    /// The language words are really in, if it is not the page's.
    pub fn foreign(&self, words: &Words) -> Option<Language> {
        let language = words.language(self.language);
        (language != self.language).then_some(language)
    }

    /// The language of a text nobody translates, if it is not the page's.
    pub fn foreign_text(&self, text: &str) -> Option<Language> {
        (self.language == Language::En && text.contains(is_japanese)).then_some(Language::Ja)
    }

    /// The way to a page.
    pub fn to(&self, route: &str) -> String {
        routes::href(self.route, route, self.language)
    }

    /// The way to a place on a page; on the same page only the fragment.
    pub fn to_anchor(self, route: &str, id: &str) -> String {
        match route == self.route {
            true => format!("#{id}"),
            false => format!("{}#{id}", self.to(route)),
        }
    }

    /// The way to a file of the site, the same in both languages.
    pub fn to_file(self, path: &str) -> String {
        format!("{}{path}", routes::root(self.route, self.language))
    }

    /// A link to a page.
    pub fn link(&self, label: impl Into<String>, route: &str) -> Link {
        Link { label: label.into(), href: self.to(route) }
    }

    /// A link to a row's own page, `areas/library`, by the row's name.
    pub fn row_link(
        &self,
        section: &str,
        row: &Row,
        name: crate::model::Field<kind::Words>,
    ) -> Link {
        self.link(self.word(&row.words(name)), &format!("{section}/{}", row.id))
    }

    /// The way to a citation.
    pub fn to_citation(self, id: &str) -> String {
        self.to_anchor("sources", &format!("c-{id}"))
    }

    /// The way to where a row comes from: its citation, or itself where it is one.
    pub fn to_source(self, spec: &TableSpec, row: &Row, column: usize) -> Option<String> {
        match spec.name {
            name if name == citations::SPEC.name => Some(self.to_citation(&row.id)),
            name if name == documents::SPEC.name => {
                Some(self.to_anchor("sources", &format!("d-{}", row.id)))
            }
            _ => row.cited(column).map(|id| self.to_citation(id)),
        }
    }

    /// The way to a row of `data`, which leads on to its citation.
    pub fn to_row(self, spec: &TableSpec, row: &Row) -> String {
        self.to_anchor(&format!("data/{}", spec.name), &row.id)
    }

    /// A link from a row of a table: to the row in `data`, and from there to its citation.
    pub fn row_source(&self, spec: &TableSpec, row: &Row) -> Option<Link> {
        let source = self.source(spec, row)?;
        let is_there = self.route == format!("data/{}", spec.name);
        Some(if is_there { source } else { Link { href: self.to_row(spec, row), ..source } })
    }

    /// A link to a row's citation, named by its line in the document.
    pub fn source(&self, spec: &TableSpec, row: &Row) -> Option<Link> {
        let href = self.to_source(spec, row, usize::MAX)?;
        let label = match row.line {
            Some(line) => self.line(line),
            None => self.say(words::SOURCE),
        };
        Some(Link { label, href })
    }

    /// A link to a citation, named by its heading.
    pub fn citation(&self, id: &str) -> Link {
        let row = self.dataset.row(citations::SPEC.name, id);
        let heading = row.map_or_else(|| Words::same(id), |row| row.words(citations::heading));
        Link { label: self.word(&heading), href: self.to_citation(id) }
    }

    /// A line of a document's text.
    pub fn line(&self, line: i64) -> String {
        match self.language {
            Language::Ja => format!("{line}行"),
            Language::En => format!("line {line}"),
        }
    }

    /// The lines of a cited passage: `151–194行`, or one line.
    pub fn lines(&self, citation: &Row) -> String {
        let from = citation.get(citations::line_from).unwrap_or_default();
        let to = citation.get(citations::line_to).unwrap_or_default();
        match (from == to, self.language) {
            (true, _) => self.line(from),
            (false, Language::Ja) => format!("{from}–{to}行"),
            (false, Language::En) => format!("lines {from}–{to}"),
        }
    }

    /// How unsure a reading is, if it is.
    pub fn doubt(&self, confidence: Confidence) -> Option<String> {
        (confidence != Confidence::Clear).then(|| self.say(confidence.label()))
    }

    /// A number of things counted here, leading to the table they were counted in.
    pub fn count(&self, count: usize, unit: Label, href: String) -> Figure {
        Figure { text: count.to_string(), unit: self.say(unit), href, ..Figure::default() }
    }

    /// What stands for a missing value, and what it means.
    pub fn absent(&self, absence: Absence) -> CellView {
        let (mark, meaning) = match absence {
            Absence::Blank => ("", words::ABSENT_BLANK),
            Absence::None => ("–", words::ABSENT_NONE),
            Absence::Unknown => ("…", words::ABSENT_UNKNOWN),
            Absence::Suppressed => ("X", words::ABSENT_SUPPRESSED),
        };
        CellView { text: mark.to_owned(), absent: Some(self.say(meaning)), ..CellView::default() }
    }

    /// The name of a row another table refers to, and its page if it has one.
    pub fn named(&self, table: &str, id: &str) -> (String, Option<String>) {
        let row = self.dataset.row(table, id);
        let name = row.and_then(|row| {
            row.values.iter().find_map(|value| match value {
                Value::Words(words) => Some(self.word(words)),
                _ => None,
            })
        });
        let href = match table {
            "areas" | "departments" => Some(self.to(&format!("{table}/{id}"))),
            "schemes" => Some(self.to(&format!("funding/{id}"))),
            // Evidence is told by a whole sentence: one reads on where its source stands.
            "evidence" => Some(self.to_anchor("data/evidence", id)),
            _ => None,
        };
        (name.unwrap_or_else(|| id.to_owned()), href)
    }
}
