//! What a source says twice, and whether it agrees with itself.

use super::Ratio;
use crate::text::Words;

/// A declared comparison and its outcome.
#[derive(Clone, PartialEq, Debug)]
pub struct Reconciliation {
    /// unique in its file
    pub id: String,
    /// what is compared
    pub title: Words,
    /// what a reader should know about it
    pub note: Words,
    /// what the left side is, in words
    pub left_label: Words,
    /// what the right side is, in words
    pub right_label: Words,
    /// the left side as written
    pub left: String,
    /// the right side as written
    pub right: String,
    /// the citation of what is declared
    pub source: String,
    /// one comparison, or one for each row of a table
    pub comparisons: Vec<Comparison>,
}

/// Two exact values side by side.
#[derive(Clone, PartialEq, Debug)]
pub struct Comparison {
    /// the row compared, for comparisons row by row: table and id
    pub row: Option<(&'static str, String)>,
    /// the left side; none if a cell it needs is empty
    pub left: Option<Ratio>,
    /// the right side
    pub right: Option<Ratio>,
}

impl Comparison {
    /// Equal, different, or not to be told.
    pub fn agrees(&self) -> Option<bool> {
        Some(self.left.as_ref()? == self.right.as_ref()?)
    }
}

impl Reconciliation {
    /// The comparisons that differ.
    pub fn differences(&self) -> impl Iterator<Item = &Comparison> {
        self.comparisons.iter().filter(|one| one.agrees() == Some(false))
    }
}
