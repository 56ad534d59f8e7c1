//! Two versions of a project's data to [`Differences`]: rows, cells and keys that differ, and the
//! states that turned, each with the rows that turned it.
//!
//! Values are told as they may be published: an amount that is withheld is compared and not shown.

mod keys;
mod rows;
mod turned;

#[cfg(test)]
mod tests;

use crate::load::Raw;
use crate::model::{Assessments, Dataset, Differences};

/// One version.
#[derive(Clone, Copy)]
pub struct Version<'a> {
    /// its files as they were read; none where only tables are compared
    pub raw: Option<&'a Raw>,
    /// its data, checked
    pub dataset: &'a Dataset,
    /// the same as it may be published
    pub published: &'a Dataset,
    /// where its areas stand
    pub assessments: &'a Assessments,
}

/// Everything that differs between an older and a newer version.
pub fn compare(old: &Version<'_>, new: &Version<'_>) -> Differences {
    let tables = rows::differences(old, new);
    let turned = turned::turned(old, new, &tables);
    let files = old.raw.zip(new.raw).map(|(old, new)| keys::differences(old, new));
    Differences { files: files.unwrap_or_default(), turned, tables }
}
