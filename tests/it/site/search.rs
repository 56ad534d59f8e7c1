//! What can be found is there: every entry of the index leads to a place that says it.

use std::collections::BTreeMap;

use kyotsu::text::{Language, searchable};
use scraper::ElementRef;
use serde_json::Value;

use super::page::{Page, has_class, target, words};
use super::{none, site, site_with_address};

/// What an index may weigh, with everything it loads.
const LIMIT: usize = 1_000_000;

/// An entry of an index, as it is published.
struct Entry {
    kind: String,
    title: String,
    href: String,
    names: Vec<String>,
    text: Vec<String>,
}

fn folder(language: Language) -> String {
    format!("search/{}/", language.code())
}

fn files(language: Language) -> BTreeMap<&'static str, &'static str> {
    let folder = folder(language);
    let files = site().files.iter().filter(|(path, _)| path.starts_with(&folder));
    files.map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).unwrap())).collect()
}

/// What a script hands over, by the name it says.
fn handed(script: &str) -> (String, Value) {
    let call = script.strip_prefix("kyotsuSearch(").and_then(|rest| rest.strip_suffix(");\n"));
    let (name, data) = call.expect("one call").split_once(',').unwrap();
    (name.trim_matches('"').to_owned(), serde_json::from_str(data).expect("JSON"))
}

fn entries(language: Language) -> Vec<Entry> {
    let mut by_kind: BTreeMap<String, Value> =
        files(language).values().map(|script| handed(script)).collect();
    let head = by_kind.remove("index").unwrap();
    let mut entries = Vec::new();
    for kind in head["kinds"].as_array().unwrap() {
        let name = kind[0].as_str().unwrap();
        let of_kind = by_kind.remove(name).unwrap();
        assert_eq!(of_kind.as_array().unwrap().len(), kind[1].as_u64().unwrap() as usize, "{name}");
        entries.extend(of_kind.as_array().unwrap().iter().map(|entry| read(name, entry)));
    }
    assert!(by_kind.is_empty(), "scripts the index does not name");
    entries
}

fn read(kind: &str, entry: &Value) -> Entry {
    let text = |at: usize| entry[at].as_str().unwrap().to_owned();
    let texts = |at: usize| {
        let texts = entry[at].as_array().unwrap().iter();
        texts.map(|text| text.as_str().unwrap().to_owned()).collect()
    };
    Entry { kind: kind.to_owned(), title: text(0), href: text(2), names: texts(3), text: texts(4) }
}

#[test]
fn the_index_of_a_language_is_small_and_the_same_every_time() {
    for language in Language::ALL {
        let files = files(language);
        let size: usize = files.values().map(|text| text.len()).sum();
        assert!((100_000..LIMIT).contains(&size), "{language:?}: {size} bytes");
        for path in files.keys() {
            assert_eq!(site().files[*path], site_with_address().files[*path], "{path}");
        }
    }
}

#[test]
fn every_entry_leads_to_a_place_that_says_it() {
    for language in Language::ALL {
        let from = match language {
            Language::Ja => "search/index.html",
            Language::En => "en/search/index.html",
        };
        let mut by_page: BTreeMap<String, Vec<(Option<String>, Entry)>> = BTreeMap::new();
        for entry in entries(language) {
            let (path, place) = target(from, &entry.href).unwrap();
            by_page.entry(path).or_default().push((place, entry));
        }
        assert!(by_page.len() > 100);
        let pages: Vec<_> = by_page.iter().collect();
        let faults = kyotsu::threads::each(&pages, |(path, entries)| page_faults(path, entries));
        none("entries that are not as their pages say", faults.into_iter().flatten().collect());
    }
}

fn page_faults(path: &str, entries: &[(Option<String>, Entry)]) -> Vec<String> {
    if !site().files.contains_key(path) {
        return vec![format!("there is no {path}")];
    }
    let page = site().page(path);
    let said = said(&page);
    let ids: Vec<&str> = page.all("[id]").iter().filter_map(|one| one.attr("id")).collect();
    let mut faults = Vec::new();
    for (place, entry) in entries {
        if place.as_ref().is_some_and(|place| !ids.contains(&place.as_str())) {
            faults.push(format!("{path}: no place {place:?}"));
        }
        // A row without a name is called by what it joins, which stands in cells of its own.
        let pieces = entry.title.split(" / ").chain(entry.text.iter().map(String::as_str));
        let silent = pieces.filter(|piece| piece.is_empty() || !said.contains(&searchable(piece)));
        faults.extend(silent.map(|piece| format!("{path} {place:?}: 「{piece}」")));
    }
    faults
}

/// What a page says, less the marks on figures, footnotes and terms.
fn said(page: &Page) -> String {
    let texts = page.html.root_element().descendants();
    let texts = texts.filter_map(|node| Some((node.value().as_text()?, node)));
    let shown = texts.filter(|(_, node)| {
        let around = node.ancestors().filter_map(ElementRef::wrap);
        !around.into_iter().any(|one| one.value().name() == "sup" || has_class(one, "chip"))
    });
    let text: String = shown.map(|(text, _)| text.to_string()).collect();
    searchable(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn every_page_with_words_of_its_own_can_be_found_by_its_title() {
    for language in Language::ALL {
        let entries = entries(language);
        let pages = site().pages().into_iter().map(|path| site().page(path));
        let pages = pages.filter(|page| page.language() == language && !page.is_not_found());
        // A handout is its area's page once more, and the report all pages, under the site's name.
        let paper = ["/handout/index.html", "report/index.html"];
        let pages = pages.filter(|page| !paper.iter().any(|end| page.path.ends_with(end)));
        let lost = pages.filter(|page| {
            let found = entries.iter().any(|entry| {
                let path = target("search/index.html", &entry.href).unwrap().0;
                path == page.route() && title(page) == entry.title
            });
            !found
        });
        none("pages nobody finds", lost.map(|page| page.path).collect());
    }
}

fn title(page: &Page) -> String {
    words(page.all("h1")[0])
}

/// How many areas may share a remark on a piece of evidence.
const FEW: usize = 8;

#[test]
fn what_stands_on_every_area_is_not_found_on_every_area() {
    for language in Language::ALL {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        let entries = entries(language);
        let of_areas = entries.iter().filter(|entry| entry.kind == "evidence");
        for piece in of_areas.flat_map(|entry| &entry.text) {
            *seen.entry(piece.clone()).or_default() += 1;
        }
        assert!(seen.len() > 80);
        let repeated = seen.iter().filter(|(_, count)| **count > FEW);
        none("said of many areas", repeated.map(|(text, _)| text.clone()).collect());
    }
}

#[test]
fn terms_are_found_by_reading_language_and_variant() {
    let has = |language, kind: &str, title: &str, name: &str| {
        let entries = entries(language);
        let entry = entries.iter().find(|entry| entry.kind == kind && entry.title == title);
        assert!(entry.unwrap().names.iter().any(|one| one == name), "{title}: {name}");
    };
    has(Language::Ja, "term", "共通化", "きょうつうか");
    has(Language::Ja, "term", "共通化", "commonisation");
    has(Language::En, "term", "commonisation", "共通化");
    has(Language::En, "term", "commonisation", "きょうつうか");
    has(
        Language::Ja,
        "system",
        "マイナンバーカード交付管理・予約状況管理システム",
        "マイナカード交付管理等システム",
    );
    has(Language::En, "area", "Libraries", "図書館");
}
