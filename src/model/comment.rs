//! What reviewers wrote: comments on places of pages, and who signed off which edition.

use super::Date;
use crate::text::{Place, SourcePath};

/// Everything in the folder `review`.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Commentary {
    /// in the order of their files
    pub comments: Vec<Comment>,
    /// in the order they are written
    pub sign_offs: Vec<SignOff>,
}

/// A comment on a place of a page.
#[derive(Clone, PartialEq, Debug)]
pub struct Comment {
    /// its file
    pub path: SourcePath,
    /// the page below the site's top: `en/costs/index.html`
    pub page: String,
    /// where the page is named
    pub page_place: Place,
    /// the anchor the place has or comes after, or nothing
    pub anchor: String,
    /// the first words of the place, or nothing
    pub words: String,
    /// who wrote it
    pub who: String,
    /// when
    pub on: Option<Date>,
    /// what they say
    pub text: String,
    /// when and how it was dealt with; nothing while it is open
    pub settled: String,
}

impl Comment {
    /// Whether it was dealt with.
    pub fn is_settled(&self) -> bool {
        !self.settled.is_empty()
    }

    /// What names it on a page: its file's name without the ending, as one word.
    pub fn name(&self) -> String {
        let name = self.path.as_str().trim_start_matches("review/").trim_end_matches(".toml");
        name.replace(|letter: char| letter == '/' || letter.is_whitespace(), "-")
    }
}

/// Somebody read an edition and agrees.
#[derive(Clone, PartialEq, Debug)]
pub struct SignOff {
    /// the date of the edition
    pub edition: String,
    /// who
    pub who: String,
    /// when
    pub on: Option<Date>,
    /// what else they say, or nothing
    pub note: String,
}
