//! Documents and their passages, and the terms.

use serde::Serialize;

use super::{Link, Prose};

/// The citations.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct SourcesView {
    /// before them
    pub prose: Prose,
    /// by document
    pub documents: Vec<DocumentView>,
}

/// A document and its passages.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct DocumentView {
    /// anchor
    pub id: String,
    /// its title
    pub title: String,
    /// the meeting it was made for
    pub meeting: String,
    /// who made it
    pub publisher: String,
    /// when
    pub date: String,
    /// where it stands, if a person entered it
    pub url: Option<String>,
    /// the rights in its passages, where those do not say otherwise
    pub rights: String,
    /// what is cited of it, in its order
    pub headings: Vec<PassageGroup>,
}

/// The passages under one heading of a document.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct PassageGroup {
    /// the heading
    pub heading: String,
    /// in their order
    pub passages: Vec<PassageView>,
}

/// A cited passage.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct PassageView {
    /// anchor
    pub id: String,
    /// lines of the text, in words: `151–194行`
    pub lines: String,
    /// its words, verbatim
    pub quote: Option<String>,
    /// its rights, where they are not those of its fellows
    pub rights: Option<String>,
    /// where it can be read
    pub url: Option<String>,
    /// what cites it
    pub used_by: Vec<UseView>,
}

/// What cites a passage: a table, a criteria set, a comparison.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct UseView {
    /// what it is called, and where it stands
    pub whole: Link,
    /// the ids of its rows, where they are few
    pub rows: Vec<Link>,
}

/// The terms.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct GlossaryView {
    /// before them
    pub prose: Prose,
    /// in the order of their readings, or of their English
    pub groups: Vec<TermGroup>,
}

/// The terms under one heading.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct TermGroup {
    /// anchor
    pub id: String,
    /// `あ行`, `A`
    pub label: String,
    /// in their order
    pub terms: Vec<TermView>,
}

/// One term.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct TermView {
    /// anchor
    pub id: String,
    /// in Japanese
    pub ja: String,
    /// its reading
    pub reading: String,
    /// in English
    pub en: String,
    /// whether the two documents use it
    pub in_documents: bool,
    /// what it means here
    pub meaning: String,
    /// a remark
    pub note: Option<String>,
}
