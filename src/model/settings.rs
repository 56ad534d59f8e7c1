//! `kyotsu.toml`, checked.

use super::Date;
use crate::text::{Place, Words};

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
    /// the menu, in its order
    pub navigation: Vec<Group>,
    /// where to write to
    pub contact: Contact,
    /// the licence's annex 重要情報
    pub licence_annex: Words,
    /// pages that have moved: those written here, then areas with former ids
    pub moved: Vec<Moved>,
}

/// A page that stood elsewhere before.
#[derive(Clone, PartialEq, Debug)]
pub struct Moved {
    /// where it stood: `areas/library`
    pub from: String,
    /// where it stands
    pub to: String,
    /// where the former place is written
    pub from_place: Place,
    /// where the new one is
    pub to_place: Place,
}

/// Sections under one name of the menu.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Group {
    /// what it is called; empty where the sections stand by themselves
    pub name: Words,
    /// their routes, in order
    pub sections: Vec<String>,
}

impl Settings {
    /// Every section of the menu, in order.
    pub fn sections(&self) -> impl Iterator<Item = &str> {
        self.navigation.iter().flat_map(|group| &group.sections).map(String::as_str)
    }
}

/// Where to send corrections.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Contact {
    /// the office
    pub name: Words,
    /// an address for letters or mail, as text
    pub address: Option<String>,
}
