//! Searching: the page one searches on, and what is found.

use serde::Serialize;

use super::{Link, Prose};
use crate::text::Language;

/// The page one searches on.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct SearchView {
    /// before the form
    pub prose: Prose,
    /// where the files of the index stand: `ja/`
    pub index: String,
    /// what can be found, in the order of results
    pub kinds: Vec<SearchKind>,
    /// lists to look things up in without searching
    pub ways: Vec<Link>,
    /// the terms, in the order of their readings
    pub glossary: Link,
}

/// A kind of thing that can be found.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct SearchKind {
    /// `area`
    pub id: &'static str,
    /// what it is called
    pub label: String,
}

/// Everything that can be found in one language.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct SearchIndex {
    /// the language
    pub language: Language,
    /// those of a kind together, in the order of results
    pub entries: Vec<SearchEntry>,
}

/// A place of the site that can be found.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct SearchEntry {
    /// its kind
    pub kind: &'static str,
    /// its words on the page it leads to
    pub title: String,
    /// what it is a part of; empty where that would say nothing
    pub within: String,
    /// the way there from the page one searches on
    pub href: String,
    /// what else it is called: readings, variants, the other language
    pub names: Vec<String>,
    /// what stands there, piece by piece
    pub text: Vec<String>,
}
