//! What was changed on the site, for feed readers; and whether its pages are there.

use super::routes::{self, Routes};
use super::view::{Feed, FeedEntry};
use super::{Sources, diags, words};
use crate::diag::Diagnostic;
use crate::model::tables::updates;
use crate::model::{Dataset, Date, Row};
use crate::text::Language;

/// Whether there is anything to follow.
pub fn is_there(dataset: &Dataset) -> bool {
    dataset.rows(&updates::SPEC).iter().any(|row| row.get(updates::date).is_some())
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
        Some(base) if is_there(sources.dataset) => {
            Language::ALL.map(|language| feed(sources.dataset, base, language)).into()
        }
        _ => Vec::new(),
    }
}

fn feed(dataset: &Dataset, base: &str, language: Language) -> Feed {
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
        })
    };
    Feed {
        address: format!("{base}{path}"),
        home: at(""),
        title: title(dataset, language),
        disclaimer: settings.disclaimer.get(language).to_owned(),
        publisher: settings.publisher.get(language).to_owned(),
        entries: rows.iter().filter_map(entry).collect(),
        path,
        language,
    }
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
