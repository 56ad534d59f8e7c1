//! `kyotsu.toml`, checked.

use super::Date;
use crate::text::Words;

/// What is true of the site as a whole.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Settings {
    /// the site's name
    pub title: Words,
    /// one sentence under it
    pub description: Words,
    /// who publishes it
    pub publisher: Words,
    /// said of everything computed: what it is and what it is not
    pub disclaimer: Words,
    /// the date of the data, set by a person
    pub as_of: Option<Date>,
    /// where the site will stand; ends in `/`
    pub base_url: Option<String>,
    /// folder below `themes`
    pub theme: String,
    /// the criteria set areas are assessed by; the last one where none is named
    pub criteria_set: Option<String>,
    /// sections in the order of the navigation
    pub navigation: Vec<String>,
    /// where to write to
    pub contact: Contact,
    /// the licence's annex 重要情報
    pub licence_annex: Words,
}

/// Where to send corrections.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Contact {
    /// the office
    pub name: Words,
    /// an address for letters or mail, as text
    pub address: Option<String>,
}
