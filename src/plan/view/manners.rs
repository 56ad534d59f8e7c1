//! What a site has beside its pages: former places, feeds, and a way in from a folder.

use serde::Serialize;

use super::Link;
use crate::text::Language;

/// A former place of a page.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct MovedView {
    /// where it stands now, by its title
    pub link: Link,
}

/// What opens the site in a folder, in both languages.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct OpeningView {
    /// Japanese, then English
    pub parts: Vec<OpeningPart>,
}

/// The same in one language.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct OpeningPart {
    /// the language
    pub language: Language,
    /// the site's name
    pub title: String,
    /// what it is and what it is not
    pub disclaimer: String,
    /// who publishes it
    pub publisher: String,
    /// what can be done with it
    pub read: String,
    /// the way in
    pub link: Link,
    /// what to do where it does not open
    pub help: Vec<String>,
}

/// What was changed on the site, for feed readers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Feed {
    /// below the output folder
    pub path: String,
    /// its language
    pub language: Language,
    /// where it stands, which is its id
    pub address: String,
    /// of the first page
    pub home: String,
    /// its words
    pub title: String,
    /// what the site is and what it is not
    pub disclaimer: String,
    /// who publishes it
    pub publisher: String,
    /// the newest first
    pub entries: Vec<FeedEntry>,
}

/// One change.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FeedEntry {
    /// its row, which stays
    pub id: String,
    /// what changed
    pub title: String,
    /// where it can be seen
    pub address: String,
    /// the day, as a moment in Japan
    pub updated: String,
    /// why, if somebody said so
    pub summary: Option<String>,
}
