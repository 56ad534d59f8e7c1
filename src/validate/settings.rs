//! `kyotsu.toml`.

use super::{date, diags, moved, reviews};
use crate::diag::{Checked, Diagnostic};
use crate::load::{Keys, RawToml, keys};
use crate::model::{Contact, Dataset, Group, Settings};
use crate::text::Words;

/// Reads the settings; what is missing gets a default a site can be built with.
pub fn check(raw: Option<&RawToml>) -> Checked<Settings> {
    let Some(raw) = raw else { return Checked::clean(Settings::default()) };
    let mut notes = Vec::new();
    let mut root = keys(&raw.path, &raw.root);
    let mut settings = Settings {
        title: root.words("title"),
        description: root.words("description"),
        publisher: root.words("publisher"),
        disclaimer: root.words("disclaimer"),
        as_of: None,
        base_url: base_url(&mut root),
        theme: root.maybe_text("theme").unwrap_or_else(|| "default".to_owned()),
        criteria_set: root.maybe_text("criteria_set"),
        navigation: navigation(&mut root, &mut notes),
        contact: Contact::default(),
        licence_annex: root.maybe_words("licence_annex"),
        moved: Vec::new(),
    };
    if let Some(written) = root.maybe_date_text("as_of") {
        settings.as_of = date(&written);
        if settings.as_of.is_none() {
            root.tell(diags::date(root.place("as_of"), &written));
        }
    }
    if let Some(mut contact) = root.table("contact") {
        settings.contact.name = contact.words("name");
        settings.contact.address = contact.maybe_text("address");
        contact.finish(&mut notes);
    }
    if let Some(mut table) = root.table("moved") {
        settings.moved = moved::written(&mut table);
        table.finish(&mut notes);
    }
    reviews::form(&mut root, &mut notes);
    root.finish(&mut notes);
    Checked { value: settings, notes }
}

/// The menu: a list of sections, or groups of them under names.
fn navigation(root: &mut Keys<'_>, notes: &mut Vec<Diagnostic>) -> Vec<Group> {
    let sections = |keys: &mut Keys<'_>, key| {
        keys.texts(key).into_iter().map(|one| one.value).collect::<Vec<_>>()
    };
    if !root.has_tables("navigation") {
        let sections = sections(root, "navigation");
        return vec![Group { name: Words::default(), sections }];
    }
    let groups = root.tables("navigation").into_iter().map(|mut keys| {
        let group = Group { name: keys.words("name"), sections: sections(&mut keys, "sections") };
        keys.finish(notes);
        group
    });
    groups.collect()
}

fn base_url(root: &mut Keys<'_>) -> Option<String> {
    let url = root.maybe_text("base_url")?;
    let fits = (url.starts_with("https://") || url.starts_with("http://")) && url.ends_with('/');
    if !fits {
        root.tell(diags::base_url(root.place("base_url"), &url));
    }
    fits.then_some(url)
}

/// Tells a criteria set that is not there.
pub fn set(raw: Option<&RawToml>, dataset: &Dataset) -> Option<Diagnostic> {
    let raw = raw?;
    let named = dataset.settings.criteria_set.as_ref()?;
    if dataset.criteria.contains_key(named) {
        return None;
    }
    let place = keys(&raw.path, &raw.root).place("criteria_set");
    let known = dataset.criteria.keys().map(String::as_str);
    Some(diags::set_unknown(place, named, known))
}
