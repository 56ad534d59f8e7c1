//! Every way out of a page leads somewhere, and nothing comes in from outside.

use std::collections::{BTreeMap, BTreeSet};

use scraper::node::Element;

use super::page::{Page, has_scheme, target};
use super::{none, site};

/// Attributes that hold an address.
const ADDRESSES: [&str; 6] = ["href", "src", "xlink:href", "action", "data", "poster"];

/// Attributes that name ids of the same page.
const REFERENCES: [&str; 6] =
    ["aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers", "for"];

/// The places of each page.
type Ids = BTreeMap<String, BTreeSet<String>>;

#[test]
fn every_link_leads_to_a_file_and_to_a_place_in_it() {
    let ids =
        site().each_page(|page| vec![(page.path.clone(), ids(page).map(str::to_owned).collect())]);
    let ids: Ids = ids.into_iter().collect();
    none("links that do not work", site().faults(|page| link_faults(page, &ids)));
}

fn link_faults(page: &Page, ids: &Ids) -> Vec<String> {
    let mut faults = Vec::new();
    for element in page.all("*") {
        for (name, href) in element.value().attrs() {
            let is_link = ADDRESSES.contains(&name) && !is_outside(element.value(), href);
            if !is_link {
                continue;
            }
            match target(&page.path, href) {
                Err(why) => faults.push(format!("{href:?} {why}")),
                Ok((path, _)) if !site().files.contains_key(&path) => {
                    faults.push(format!("{href:?}: there is no {path}"));
                }
                Ok((path, Some(place))) if !is_there(ids, &path, &place) => {
                    faults.push(format!("{href:?}: there is no place {place:?} in {path}"));
                }
                Ok(_) => {}
            }
        }
    }
    faults
}

fn is_there(ids: &Ids, path: &str, place: &str) -> bool {
    ids.get(path).is_some_and(|ids| ids.contains(place))
}

/// The only ways out of the site: links that say so, and that nothing follows by itself.
fn is_outside(element: &Element, href: &str) -> bool {
    let says_so =
        element.attr("rel").is_some_and(|rel| rel.split(' ').any(|rel| rel == "external"));
    element.name() == "a" && says_so && has_scheme(href)
}

fn ids(page: &Page) -> impl Iterator<Item = &str> {
    page.all("[id]").into_iter().filter_map(|element| element.attr("id"))
}

#[test]
fn an_id_names_one_place() {
    none(
        "ids that are taken, empty or missing",
        site().faults(|page| {
            let mut seen = BTreeSet::new();
            let repeated = ids(page).filter(|id| id.is_empty() || !seen.insert(*id));
            let mut faults: Vec<_> = repeated.map(|id| format!("id {id:?} again")).collect();
            for name in REFERENCES {
                let elements = page.all(&format!("[{name}]"));
                let named = elements.iter().filter_map(|element| element.attr(name));
                let missing = named.flat_map(str::split_whitespace).filter(|id| !seen.contains(id));
                faults.extend(missing.map(|id| format!("{name} names {id:?}")));
            }
            faults
        }),
    );
}

#[test]
fn pages_load_nothing_from_outside() {
    none(
        "things from outside, or in the page",
        site().faults(|page| {
            let loading = page.all(
                "script:not([type='application/json'], [type='application/ld+json']), link, img, source, iframe, object, embed, \
                 audio, video",
            );
            let inline = page.all("style, [style], base, [srcset], [onclick], [onload]");
            let outside = loading.iter().filter(|element| {
                let address = element.attr("src").or(element.attr("href")).or(element.attr("data"));
                address.is_none_or(|address| target(&page.path, address).is_err())
            });
            outside.chain(&inline).map(|element| element.html()).collect()
        }),
    );
}

#[test]
fn stylesheets_and_drawings_load_nothing_from_outside() {
    let mut faults = Vec::new();
    for (path, text) in texts(&["css", "svg", "js"]) {
        let calls = ["@import", "fetch(", "XMLHttpRequest", "import(", "sendBeacon", "<script"];
        let found = calls.iter().filter(|call| text.contains(*call));
        faults.extend(found.map(|call| format!("{path}: {call}")));
        for address in text.split("url(").skip(1) {
            let address = address.split(')').next().unwrap_or_default().trim_matches(['"', '\'']);
            let inside = address.starts_with('#') || address.starts_with("data:");
            let there = target(path, address).is_ok_and(|(to, _)| site().files.contains_key(&to));
            if !inside && !there {
                faults.push(format!("{path}: url({address})"));
            }
        }
        let addresses = text.matches("http://").count() + text.matches("https://").count();
        let names = text.matches("http://www.w3.org/").count();
        if path.ends_with(".svg") && addresses != names || path.ends_with(".css") && addresses > 0 {
            faults.push(format!("{path}: an address"));
        }
    }
    none("things from outside", faults);
}

/// Published files by their ending.
fn texts(endings: &[&str]) -> Vec<(&'static str, &'static str)> {
    let ends = |path: &str| endings.iter().any(|ending| path.ends_with(&format!(".{ending}")));
    let files = site().files.iter().filter(|(path, _)| ends(path));
    files.map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).unwrap())).collect()
}
