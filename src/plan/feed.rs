//! What was changed on the site, for feed readers; and whether its pages are there.

use super::routes::{self, Routes};
use super::view::{Feed, FeedEntry, TurnedState};
use super::{Sources, diags, words};
use crate::diag::Diagnostic;
use crate::model::tables::updates;
use crate::model::{Dataset, Date, Row};
use crate::text::Language;

/// Whether there is anything to follow; nothing follows in an edition.
pub fn is_there(sources: &Sources<'_>) -> bool {
    let rows = sources.dataset.rows(&updates::SPEC);
    let editions = sources.editions;
    let is_dated = |row: &Row| row.get(updates::date).is_some();
    editions.own.is_none() && (rows.iter().any(is_dated) || !editions.kept.is_empty())
}

/// The feed's words.
pub fn title(dataset: &Dataset, language: Language) -> String {
    let site = dataset.settings.title.get(language);
    let feed = words::FEED.get(language);
    match language {
        Language::Ja => format!("{site}：{feed}"),
        Language::En => format!("{site}: {feed}"),
    }
}

/// The feeds in both languages; only with an address, and with something to follow.
pub fn all(sources: &Sources<'_>) -> Vec<Feed> {
    match sources.base_url {
        Some(base) if is_there(sources) => {
            Language::ALL.map(|language| feed(sources, base, language)).into()
        }
        _ => Vec::new(),
    }
}

fn feed(sources: &Sources<'_>, base: &str, language: Language) -> Feed {
    let dataset = sources.dataset;
    let settings = &dataset.settings;
    let path = format!("{}feed.xml", routes::folder("", language));
    // Of the same day the last row is the newest.
    let mut rows: Vec<_> = dataset.rows(&updates::SPEC).iter().rev().collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.get(updates::date)));
    let at = |route: &str| format!("{base}{}", routes::folder(route, language));
    let entry = |row: &&Row| {
        Some(FeedEntry {
            id: format!("{}#{}", at("data/updates"), row.id),
            title: row.get(updates::text)?.get(language).to_owned(),
            address: at(row.get(updates::page).map(route).unwrap_or_default()),
            updated: moment(row.get(updates::date)?),
            summary: None,
        })
    };
    let mut entries: Vec<FeedEntry> = turned(sources, base, language);
    entries.extend(editions(sources, base, language));
    entries.extend(rows.iter().filter_map(entry));
    // A stable sort: of the same day what turned comes first.
    entries.sort_by(|a, b| b.updated.cmp(&a.updated));
    Feed {
        address: format!("{base}{path}"),
        home: at(""),
        title: title(dataset, language),
        disclaimer: settings.disclaimer.get(language).to_owned(),
        publisher: settings.publisher.get(language).to_owned(),
        entries,
        path,
        language,
    }
}

/// The states that turned since the newest edition, one entry each: that is what one waits for, and
/// its id stays while it is so. Rows without one are told on the page of changes.
fn turned(sources: &Sources<'_>, base: &str, language: Language) -> Vec<FeedEntry> {
    let Some(since) = &sources.editions.since else { return Vec::new() };
    let as_of = sources.dataset.settings.as_of.filter(|as_of| *as_of > since.date);
    let page = format!("{base}{}", routes::folder(routes::CHANGES, language));
    let entry = |state: &TurnedState| {
        let (area, test) = (state.area.name.get(language), state.test.name.get(language));
        let [from, to] = [&state.from, &state.to].map(|one| one.name.get(language));
        let title = words::FEED_TURNED.get(language);
        let title = title.replace("{area}", area).replace("{test}", test);
        let told = [&state.area.id, &state.test.id, &state.from.id, &state.to.id];
        let told = told.map(String::as_str).join("/");
        let reasons = state.causes.iter().flat_map(|cause| &cause.reasons);
        let reasons: Vec<&str> = reasons.map(|reason| reason.get(language)).collect();
        FeedEntry {
            id: format!("{page}#{}/{told}", since.date),
            title: title.replace("{from}", from).replace("{to}", to),
            address: format!("{page}#{}", since.turned_place(&state.area.id)),
            updated: moment(as_of.unwrap_or(since.date)),
            summary: (!reasons.is_empty()).then(|| reasons.join(" ")),
        }
    };
    since.comparison.states.iter().map(entry).collect()
}

/// The editions that are kept, each leading to what it changed.
fn editions(sources: &Sources<'_>, base: &str, language: Language) -> Vec<FeedEntry> {
    let days = sources.editions.kept.iter();
    let entry = |day: &Date| {
        let edition = words::EDITION_OF.get(language).replace("{day}", &day.shown(language));
        let site = format!("{base}{}/{day}/", routes::EDITIONS);
        FeedEntry {
            id: format!("{site}{}", routes::folder("", language)),
            title: words::FEED_EDITION.get(language).replace("{edition}", &edition),
            address: format!("{site}{}", routes::folder(routes::CHANGES, language)),
            updated: moment(*day),
            summary: None,
        }
    };
    days.map(entry).collect()
}

/// The first moment of a date in Japan.
fn moment(date: Date) -> String {
    let (year, month, day) = match date {
        Date::Year(year) => (year, 1, 1),
        Date::FiscalYear(year) => (year, 4, 1),
        Date::Month(year, month) => (year, month, 1),
        Date::Day(year, month, day) => (year, month, day),
    };
    format!("{year:04}-{month:02}-{day:02}T00:00:00+09:00")
}

/// Changes of pages that are not there.
pub fn dead(sources: &Sources<'_>, routes: &Routes) -> Vec<Diagnostic> {
    let rows = sources.dataset.rows(&updates::SPEC).iter();
    let written = rows.filter_map(|row| Some((row, row.get(updates::page)?)));
    let dead = written.filter(|(_, page)| !routes.has_page(route(page)));
    dead.map(|(row, page)| {
        if routes.is_withheld(route(page)) {
            return diags::link_to_draft(row.place(&updates::SPEC), route(page));
        }
        let pages = routes.pages().filter(|page| !page.is_empty());
        diags::update_page(row.place(&updates::SPEC), route(page), pages)
    })
    .collect()
}

fn route(written: &str) -> &str {
    written.trim_matches('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_its_first_moment_in_japan() {
        assert_eq!(moment(Date::Day(2026, 1, 2)), "2026-01-02T00:00:00+09:00");
        assert_eq!(moment(Date::Month(2026, 12)), "2026-12-01T00:00:00+09:00");
        assert_eq!(moment(Date::FiscalYear(2026)), "2026-04-01T00:00:00+09:00");
        assert_eq!(moment(Date::Year(2026)), "2026-01-01T00:00:00+09:00");
    }
}
