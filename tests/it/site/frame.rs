//! What every page has, and which pages there must be.

use super::page::{Page, across, around, below, has_class, selected, target, words};
use super::{ADDRESS, none, project, site, site_with_address};
use kyotsu::model::tables::TABLES;
use scraper::ElementRef;

/// The pages of the first work, less those with a row of data behind them.
const PAGES: [&str; 20] = [
    "",
    "areas/",
    "departments/",
    "systems/",
    "procurement/",
    "funding/",
    "criteria/",
    "process/",
    "proposals/",
    "national-role/",
    "background/",
    "costs/",
    "cloud/",
    "agenda/",
    "evidence-gaps/",
    "discrepancies/",
    "data/",
    "sources/",
    "glossary/",
    "about/",
];

#[test]
fn every_page_is_there_in_both_languages() {
    let rows = [("areas", "areas"), ("departments", "departments"), ("funding", "schemes")];
    let rows = rows.iter().flat_map(|(section, table)| {
        let ids = project::ids(&format!("{table}.csv"));
        ids.into_iter().map(move |id| format!("{section}/{id}/"))
    });
    let tables = TABLES.iter().map(|spec| format!("data/{}/", spec.name));
    let pages = PAGES.map(str::to_owned).into_iter().chain(rows).chain(tables);
    let paths = pages.map(|page| format!("{page}index.html")).chain(["404.html".to_owned()]);
    let missing = paths.flat_map(|path| [format!("en/{path}"), path]);
    let missing = missing.filter(|path| !site().files.contains_key(path)).collect();
    none("pages that are missing", missing);
}

/// Nobody may have entered a row yet; the page and the files with their headers are there.
#[test]
fn every_table_has_a_page_and_files() {
    let names = || TABLES.iter().map(|spec| spec.name).chain(["states", "results"]);
    let endings = [".csv", "-excel.csv", ".xlsx", ".json"];
    let files =
        names().flat_map(|name| endings.map(|ending| format!("data/{name}/{name}{ending}")));
    let pages =
        names().flat_map(|name| ["", "en/"].map(|en| format!("{en}data/{name}/index.html")));
    let about = ["dictionary.csv", "dictionary-excel.csv", "codes.csv", "codes-excel.csv"];
    let about = about.into_iter().chain(["datapackage.json", "catalog.jsonld"]);
    let form = [".csv", "-excel.csv"].map(|ending| format!("evidence-gaps/judgements{ending}"));
    let all = files.chain(pages).chain(about.map(|name| format!("data/{name}"))).chain(form);
    let missing = all.filter(|path| site().files.get(path).is_none_or(|file| file.is_empty()));
    none("downloads that are missing or empty", missing.collect());
}

#[test]
fn nothing_is_said_in_one_language_only() {
    let pages = site().pages();
    let alone = pages.iter().filter(|path| !site().files.contains_key(&across(path)));
    none("pages in one language", alone.map(|path| (*path).to_owned()).collect());
}

#[test]
fn every_page_says_what_it_is() {
    none("pages without a part", site().faults(parts));
}

fn parts(page: &Page) -> Vec<String> {
    let mut faults = Vec::new();
    let mut expect = |holds: bool, what: &str| {
        if !holds {
            faults.push(what.to_owned());
        }
    };
    let one = |selector: &str| match page.all(selector).as_slice() {
        [only] => Some(*only),
        _ => None,
    };
    let has_words = |selector| one(selector).is_some_and(|one| !words(one).is_empty());
    let language = page.html.root_element().attr("lang");
    expect(language == Some(page.language().code()), "html has not the lang of its place");
    expect(has_words("head > title"), "no title");
    expect(has_words("h1"), "not one h1");
    expect(one("main#main").is_some(), "not one main with the id main");
    let description = one("meta[name=description]").and_then(|meta| meta.attr("content"));
    let described = description.is_some_and(|words| !words.is_empty()) || page.is_not_found();
    expect(described, "no description");
    expect(one("meta[charset=utf-8]").is_some(), "no charset");
    expect(one("meta[name=viewport]").is_some(), "no viewport");
    faults
}

#[test]
fn headings_go_down_one_level_at_a_time() {
    none("headings out of order", site().faults(heading_faults));
}

fn heading_faults(page: &Page) -> Vec<String> {
    let headings = page.all("h1, h2, h3, h4, h5, h6");
    let level = |heading: &ElementRef| heading.value().name()[1..].parse::<u8>().unwrap();
    let jumps = headings.windows(2).filter(|pair| level(&pair[1]) > level(&pair[0]) + 1);
    let empty = headings.iter().filter(|heading| words(**heading).is_empty());
    let told = |heading: &ElementRef| format!("{} 「{}」", heading.value().name(), words(*heading));
    jumps.map(|pair| told(&pair[1])).chain(empty.map(told)).collect()
}

/// A 404 page has nothing before its text to skip, and no other language to go to.
#[test]
fn the_first_thing_to_reach_skips_to_the_text() {
    none(
        "pages without a way past their head",
        site().faults(|page| {
            let first = page.all("body :is(a[href], button, input, select, summary, [tabindex])");
            let skips = |link: &&ElementRef| {
                link.attr("href") == Some("#main") && !words(**link).is_empty()
            };
            match page.is_not_found() || first.first().filter(skips).is_some() {
                true => Vec::new(),
                false => vec!["the first link does not lead to #main".to_owned()],
            }
        }),
    );
}

#[test]
fn the_other_language_is_one_step_away() {
    none(
        "pages without a way to the same page in the other language",
        site().faults(|page| {
            let other = page.language().other().code();
            let links = page.all("body a[rel~=alternate][hreflang]");
            let same = links.iter().any(|link| {
                let here = target(&page.path, link.attr("href").unwrap_or_default());
                here.is_ok_and(|(path, _)| path == across(&page.path))
                    && site().files.contains_key(&across(&page.path))
                    && link.attr("hreflang") == Some(other)
                    && link.attr("lang") == Some(other)
            });
            match page.is_not_found() || (links.len() == 1 && same) {
                true => Vec::new(),
                false => vec![format!("{} links", links.len())],
            }
        }),
    );
}

#[test]
fn a_page_for_any_address_links_nowhere_without_one() {
    for path in ["404.html", "en/404.html"] {
        let page = site().page(path);
        let links = page.all("[href], [src]");
        assert!(links.is_empty(), "{path}: {}", links[0].html());
    }
}

#[test]
fn a_page_for_any_address_links_absolutely_with_one() {
    for path in ["404.html", "en/404.html"] {
        let page = site_with_address().page(path);
        let links = page.all("[href], [src]");
        assert!(links.len() > 3, "{path}");
        for link in links {
            let href = link.attr("href").or(link.attr("src")).unwrap();
            let inside = href.strip_prefix(ADDRESS);
            let there = inside.is_some_and(|inside| site().files.contains_key(inside));
            assert!(there, "{path}: {href}");
        }
    }
}

const WITH_ADDRESS_ONLY: &str = "link[rel=canonical], link[hreflang], meta[property^='og:']";

#[test]
fn absolute_addresses_are_there_only_with_an_address() {
    none(
        "absolute addresses of a site without one",
        site().faults(|page| page.all(WITH_ADDRESS_ONLY).iter().map(ElementRef::html).collect()),
    );
    assert!(!site().files.contains_key("sitemap.xml"));
    assert!(site_with_address().files.contains_key("sitemap.xml"));
    none("wrong addresses", site_with_address().faults(address_faults));
}

fn address_faults(page: &Page) -> Vec<String> {
    if page.is_not_found() {
        return Vec::new();
    }
    let folder = |path: &str| format!("{ADDRESS}{}", path.trim_end_matches("index.html"));
    let english = format!("en/{}", page.route());
    let expected = [
        ("link[rel=canonical]", folder(&page.path)),
        ("link[hreflang=ja]", folder(page.route())),
        ("link[hreflang=en]", folder(&english)),
    ];
    let wrong = expected.into_iter().filter(|(selector, address)| {
        let found = page.all(selector);
        !matches!(found.as_slice(), [link] if link.attr("href") == Some(address))
    });
    wrong.map(|(selector, address)| format!("{selector} is not {address}")).collect()
}

/// What a table needs to be read aloud. One written in Markdown is as small as its heads.
#[test]
fn tables_name_themselves_their_columns_and_their_rows() {
    none("tables that cannot be read aloud", site().faults(table_faults));
}

fn table_faults(page: &Page) -> Vec<String> {
    let mut faults = Vec::new();
    for table in page.all("table") {
        let written =
            table.attr("id").is_none() && around(table).any(|one| has_class(one, "prose"));
        let captions = below(table, "caption");
        let captioned = captions.iter().any(|caption| !words(*caption).is_empty());
        let rows = below(table, "tbody tr");
        let headed = |row: &ElementRef| row.select(&selected("th[scope]")).next().is_some();
        let columns = below(table, "thead th[scope=col]");
        let told = written || (captioned && rows.iter().all(headed));
        if !told || columns.is_empty() || rows.is_empty() {
            faults.push(format!("table {:?}", table.attr("id").unwrap_or_default()));
        }
    }
    let drawings = page.all("svg").into_iter();
    let mute = drawings.filter(|svg| match svg.attr("aria-hidden") {
        Some(_) => false,
        None => svg.attr("role") != Some("img") || below(*svg, "title, desc").len() != 2,
    });
    faults.extend(mute.map(|svg| format!("svg without words {:?}", has_class(svg, "chart"))));
    faults
}
