//! What programs read of the tables: every file named is there, and every CSV is as it is described.

use std::collections::BTreeSet;

use serde_json::Value;

use super::open_data::{Sheet, sheet};
use super::page::{Page, target};
use super::{ADDRESS, Site, none, site, site_with_address};

fn json(site: &Site, path: &str) -> Value {
    serde_json::from_slice(&site.files[path]).unwrap()
}

fn package() -> Value {
    json(site(), "data/datapackage.json")
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

/// Each CSV with its description.
fn resources() -> Vec<(Value, Sheet)> {
    let package = package();
    let resources = list(&package, "resources").iter().map(|resource| {
        let path = format!("data/{}", text(resource, "path"));
        (resource.clone(), sheet(&path, &site().files[&path]))
    });
    resources.collect()
}

#[test]
fn the_package_names_its_licence_its_sources_and_every_csv() {
    let package = package();
    for key in ["name", "title", "title_en", "description", "version", "created"] {
        assert!(!text(&package, key).is_empty(), "{key}");
    }
    assert!(text(&package["licenses"][0], "path").starts_with("https://"));
    assert!(!text(&package["licenses"][0], "annex").is_empty());
    assert_eq!(list(&package, "sources").len(), 2);
    let named: BTreeSet<String> = list(&package, "resources")
        .iter()
        .map(|resource| format!("data/{}", text(resource, "path")))
        .collect();
    let files =
        site().files.keys().filter(|path| path.starts_with("data/") && path.ends_with(".csv"));
    assert_eq!(files.cloned().collect::<BTreeSet<_>>(), named);
}

#[test]
fn every_csv_is_as_its_schema_says() {
    let all = resources();
    let faults = all.iter().flat_map(|(resource, sheet)| {
        let schema = &resource["schema"];
        let fields = list(schema, "fields");
        let names: Vec<&str> = fields.iter().map(|field| text(field, "name")).collect();
        assert_eq!(names, sheet.headers, "{}", sheet.path);
        let mut faults = Vec::new();
        for field in fields {
            let cells = sheet.column(text(field, "name")).unwrap();
            faults.extend(field_faults(field, &cells));
        }
        faults.extend(key_faults(schema, sheet));
        faults.extend(foreign_faults(resource, sheet, &all));
        faults.into_iter().map(|fault| format!("{}: {fault}", sheet.path)).collect::<Vec<_>>()
    });
    none("cells that are not as described", faults.collect());
}

fn field_faults(field: &Value, cells: &[&str]) -> Vec<String> {
    let name = text(field, "name");
    let constraints = &field["constraints"];
    let present: Vec<&str> = cells.iter().copied().filter(|cell| !cell.is_empty()).collect();
    let mut faults = Vec::new();
    if constraints["required"] == true && present.len() != cells.len() {
        faults.push(format!("{name} is required"));
    }
    if constraints["unique"] == true
        && present.iter().collect::<BTreeSet<_>>().len() != present.len()
    {
        faults.push(format!("{name} is unique"));
    }
    for cell in present {
        let of_type = match text(field, "type") {
            "integer" => cell.parse::<i64>().is_ok(),
            "number" => cell.parse::<f64>().is_ok_and(f64::is_finite),
            "date" => digits(cell) == "9999-99-99",
            "yearmonth" => digits(cell) == "9999-99",
            "year" => digits(cell) == "9999",
            kind => kind == "string",
        };
        let of_list = match constraints["enum"].as_array() {
            Some(list) => list.iter().any(|one| one == cell),
            None => true,
        };
        let like = constraints["pattern"].as_str().is_none_or(|pattern| matches(pattern, cell));
        if !(of_type && of_list && like) {
            faults.push(format!("{name} {cell:?}"));
        }
    }
    faults
}

fn digits(cell: &str) -> String {
    cell.chars().map(|letter| if letter.is_ascii_digit() { '9' } else { letter }).collect()
}

/// The few patterns there are; another one stops the test.
fn matches(pattern: &str, cell: &str) -> bool {
    let is_id = |text: &str| {
        let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        !text.starts_with('-') && text.bytes().all(fits)
    };
    match pattern {
        "[a-z0-9][a-z0-9-]*" => is_id(cell),
        "[0-9]{4}年度" => digits(cell) == "9999年度",
        "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?" => {
            ["9999", "9999-99", "9999-99-99"].contains(&&*digits(cell))
        }
        list => {
            let (one, rest) = list.trim_start_matches('(').split_once(')').unwrap();
            assert_eq!(rest, format!("( ({one}))*"));
            cell.split(' ').all(|code| one.split('|').any(|known| known == code))
        }
    }
}

fn key_faults(schema: &Value, sheet: &Sheet) -> Vec<String> {
    let key: Vec<Vec<&str>> = list(schema, "primaryKey")
        .iter()
        .map(|name| sheet.column(name.as_str().unwrap()).unwrap())
        .collect();
    let at = |row: usize| key.iter().map(|column| column[row]).collect::<Vec<_>>();
    let rows: BTreeSet<Vec<&str>> = (0..sheet.rows.len()).map(at).collect();
    let is_key = key.is_empty() || rows.len() == sheet.rows.len();
    let is_key = is_key && rows.iter().flatten().all(|cell| !cell.is_empty());
    (!is_key).then(|| "two rows with one key".to_owned()).into_iter().collect()
}

fn foreign_faults(resource: &Value, sheet: &Sheet, all: &[(Value, Sheet)]) -> Vec<String> {
    let mut faults = Vec::new();
    for key in list(&resource["schema"], "foreignKeys") {
        let named = key["reference"]["resource"].as_str().unwrap_or(text(resource, "name"));
        let (_, target) = all.iter().find(|(one, _)| text(one, "name") == named).unwrap();
        let known = target.column(key["reference"]["fields"][0].as_str().unwrap()).unwrap();
        let known: BTreeSet<&str> = known.into_iter().collect();
        let column = key["fields"][0].as_str().unwrap();
        let cells = sheet.column(column).unwrap().into_iter().filter(|cell| !cell.is_empty());
        faults.extend(
            cells.filter(|cell| !known.contains(cell)).map(|cell| format!("{column} {cell}")),
        );
    }
    faults
}

/// What a page says to search engines.
fn said(page: &Page) -> Value {
    let scripts = page.all("script[type='application/ld+json']");
    assert_eq!(scripts.len(), 1, "{}", page.path);
    let text: String = scripts[0].text().collect();
    assert!(!text.contains('<'), "{}", page.path);
    serde_json::from_str(&text).unwrap()
}

fn described_pages(site: &Site) -> Vec<(Page, Value)> {
    let is_data = |path: &&str| path.trim_start_matches("en/").starts_with("data/");
    let pages = site.pages().into_iter().filter(is_data).map(|path| site.page(path));
    pages
        .map(|page| {
            let said = said(&page);
            (page, said)
        })
        .collect()
}

#[test]
fn pages_of_data_are_described_in_their_language_and_every_file_is_there() {
    let pages = described_pages(site());
    assert!(pages.len() > 100);
    for (page, said) in &pages {
        let is_index = page.route() == "data/index.html";
        assert_eq!(text(said, "@type"), if is_index { "DataCatalog" } else { "Dataset" });
        assert_eq!(text(said, "inLanguage"), page.language().code());
        assert!(!text(said, "name").is_empty() && !text(said, "description").is_empty());
        assert!(text(said, "license").contains("public_data_license"));
        assert_eq!(text(said, "dateModified"), "2026-11-21");
        let files = list(said, "distribution").iter().map(|one| text(one, "contentUrl"));
        let files: Vec<&str> = files.collect();
        assert_eq!(files.len(), if is_index { 0 } else { 4 }, "{}", page.path);
        let parts = list(said, "dataset").iter().map(|one| text(one, "url"));
        let own = [text(said, "url")];
        for href in files.into_iter().chain(parts).chain(own) {
            let (path, _) = target(&page.path, href).unwrap();
            assert!(site().files.contains_key(&path), "{}: {href}", page.path);
        }
    }
}

#[test]
fn with_an_address_descriptions_are_absolute() {
    let there = |href: &str| {
        let inside = href.strip_prefix(ADDRESS).unwrap_or_else(|| panic!("{href}"));
        let path =
            if inside.ends_with('/') { format!("{inside}index.html") } else { inside.into() };
        assert!(site_with_address().files.contains_key(&path), "{href}");
    };
    for (_, said) in described_pages(site_with_address()) {
        there(text(&said, "url"));
        list(&said, "distribution").iter().for_each(|one| there(text(one, "contentUrl")));
        list(&said, "dataset").iter().for_each(|one| there(text(one, "url")));
    }
    let catalogue = json(site_with_address(), "data/catalog.jsonld");
    for dataset in list(&catalogue, "dcat:dataset") {
        for one in list(dataset, "dcat:distribution") {
            there(text(&one["dcat:downloadURL"], "@id"));
        }
    }
}

#[test]
fn the_catalogue_names_every_table_in_both_languages() {
    let catalogue = json(site(), "data/catalog.jsonld");
    assert_eq!(text(&catalogue, "@type"), "dcat:Catalog");
    let datasets = list(&catalogue, "dcat:dataset");
    assert_eq!(datasets.len(), kyotsu::model::tables::TABLES.len() + 4);
    for dataset in datasets {
        let languages: Vec<&str> =
            list(dataset, "dct:title").iter().map(|one| text(one, "@language")).collect();
        assert_eq!(languages, ["ja", "en"]);
        for one in list(dataset, "dcat:distribution") {
            let path = format!("data/{}", text(&one["dcat:downloadURL"], "@id"));
            assert!(site().files.contains_key(&path), "{path}");
        }
        if let Some(page) = dataset["dcat:landingPage"]["@id"].as_str() {
            assert!(site().files.contains_key(&format!("data/{page}")), "{page}");
        }
    }
}
