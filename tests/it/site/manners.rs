//! What a site owes the web: addresses, feeds, redirects, a policy, and drawings others can read.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use kyotsu::build::{Built, FOLDER, Options, build};
use roxmltree::{Document, Node};

use super::page::{Page, target};
use super::{ADDRESS, none, project, site, site_with_address};
use crate::assessment::three_tests;

/// A small site with a theme of its own, a moved page and updates.
fn small() -> &'static Built {
    static BUILT: OnceLock<Built> = OnceLock::new();
    BUILT.get_or_init(|| {
        let options = Options { base_url: Some(ADDRESS.to_owned()), ..Options::default() };
        build(&three_tests::snapshot(), &options)
    })
}

fn small_page(path: &str) -> Page {
    Page::read(path, &small().output.files[path])
}

fn text(files: &BTreeMap<String, Arc<[u8]>>, path: &str) -> String {
    String::from_utf8(files.get(path).unwrap_or_else(|| panic!("no {path}")).to_vec()).unwrap()
}

fn address(page: &Page, selector: &str) -> Option<String> {
    match page.all(selector).as_slice() {
        [link] => link.attr("href").map(str::to_owned),
        _ => None,
    }
}

/// The file at an address of the site.
fn file(address: &str) -> Option<String> {
    let path = address.strip_prefix(ADDRESS)?.split('#').next()?;
    let is_folder = path.is_empty() || path.ends_with('/');
    Some(if is_folder { format!("{path}index.html") } else { path.to_owned() })
}

const PLAIN_SCRIPTS: &str =
    "script:not([src]):not([type='application/json'], [type='application/ld+json'])";

/// A policy that forbids them would silently leave a page without them.
#[test]
fn nothing_stands_in_a_page_that_its_policy_forbids() {
    let inside = |page: &Page| {
        let mut faults: Vec<String> = page
            .all(&format!("style, [style], base, iframe, object, embed, {PLAIN_SCRIPTS}"))
            .iter()
            .map(|one| one.html().chars().take(120).collect())
            .collect();
        for element in page.all("*") {
            let handlers = element.value().attrs().filter(|(name, _)| name.starts_with("on"));
            faults
                .extend(handlers.map(|(name, _)| format!("{name} of {}", element.value().name())));
        }
        faults.extend(
            (page.all("meta[http-equiv='Content-Security-Policy']").len() != 1)
                .then(|| "not one policy".to_owned()),
        );
        faults
    };
    none("what a policy forbids", site().faults(inside));
    let scripts = site().files.iter().filter(|(path, _)| path.ends_with(".js"));
    let forbidden = [
        "eval(",
        "new Function",
        "setAttribute('style'",
        "setAttribute(\"style\"",
        "fetch(",
        "XMLHttpRequest",
        "import(",
    ];
    let found = scripts.flat_map(|(path, bytes)| {
        let script = String::from_utf8_lossy(bytes).into_owned();
        forbidden
            .iter()
            .filter(move |one| script.contains(**one))
            .map(move |one| format!("{path}: {one}"))
    });
    none("what a script may not do", found.collect());
}

/// Nothing loaded comes from elsewhere; links that lead away are told as such.
#[test]
fn nothing_is_asked_of_others() {
    let loaded = |page: &Page| {
        let elements = page.all("link[rel=stylesheet], link[rel=icon], [src], [srcset], [poster]");
        let addresses =
            elements.iter().filter_map(|one| one.attr("href").or(one.attr("src")).or(Some("?")));
        addresses.filter(|one| target(&page.path, one).is_err()).map(str::to_owned).collect()
    };
    none("loaded from elsewhere", site().faults(loaded));
    let styles = site().files.iter().filter(|(path, _)| path.ends_with(".css"));
    let outside = styles.filter(|(_, bytes)| {
        let style = String::from_utf8_lossy(bytes);
        style.contains("@import") || style.contains("url(http") || style.contains("url(//")
    });
    none("styles that load", outside.map(|(path, _)| path.clone()).collect());
}

#[test]
fn each_address_leads_back_from_the_other_language() {
    let site = site_with_address();
    let faults = site.faults(|page| {
        if page.is_not_found() {
            return Vec::new();
        }
        let canonical = address(page, "link[rel=canonical]").unwrap_or_default();
        let mut faults = Vec::new();
        for language in ["ja", "en", "x-default"] {
            let there =
                address(page, &format!("head link[hreflang={language}]")).unwrap_or_default();
            let other = file(&there).filter(|path| site.files.contains_key(path));
            let Some(other) = other.map(|path| site.page(&path)) else {
                faults.push(format!("{language}: {there:?}"));
                continue;
            };
            let here = page.language().code();
            let back = address(&other, &format!("head link[hreflang={here}]"));
            let own = address(&other, "link[rel=canonical]");
            if back.as_ref() != Some(&canonical) || own.as_ref() != Some(&there) {
                faults.push(format!("{there} leads back to {back:?}"));
            }
        }
        faults
    });
    none("addresses that do not lead back", faults);
}

#[test]
fn the_sitemap_has_every_page_and_no_other() {
    for (name, files) in [("site", &site_with_address().files), ("small", &small().output.files)] {
        let xml = text(files, "sitemap.xml");
        let sitemap = Document::parse(&xml).unwrap();
        let located = sitemap.descendants().filter(|node| {
            node.has_tag_name(("http://www.sitemaps.org/schemas/sitemap/0.9", "loc"))
        });
        let mut listed: Vec<String> = located.filter_map(|node| file(node.text()?)).collect();
        listed.sort();
        let is_listed = |path: &&String| {
            path.ends_with(".html") && !path.ends_with("404.html") && !path.contains("old/")
        };
        let mut pages: Vec<String> = files.keys().filter(is_listed).cloned().collect();
        pages.sort();
        assert_eq!(listed.len(), pages.len(), "{name}");
        assert_eq!(listed, pages, "{name}");
        let robots = text(files, "robots.txt");
        assert!(robots.contains(&format!("\nSitemap: {ADDRESS}sitemap.xml\n")), "{robots}");
    }
    assert_eq!(text(&site().files, "robots.txt"), "User-agent: *\nDisallow:\n");
}

const ATOM: &str = "http://www.w3.org/2005/Atom";

fn parts<'a>(node: Node<'a, 'a>, name: &'static str) -> Vec<Node<'a, 'a>> {
    node.children().filter(|child| child.has_tag_name((ATOM, name))).collect()
}

/// The one text of an element that must be there once.
fn only(node: Node<'_, '_>, name: &'static str) -> String {
    let found: Vec<_> = node.children().filter(|child| child.has_tag_name((ATOM, name))).collect();
    assert_eq!(found.len(), 1, "{name}");
    let said = found[0].text().unwrap_or_default().to_owned();
    assert!(!said.is_empty(), "{name}");
    said
}

fn is_moment(text: &str) -> bool {
    let shape: String =
        text.chars().map(|letter| if letter.is_ascii_digit() { '0' } else { letter }).collect();
    shape == "0000-00-00T00:00:00+00:00"
}

/// What RFC 4287 asks of a feed, and that its entries lead to pages of this site.
#[test]
fn the_feeds_say_what_a_feed_must() {
    for (files, root) in [
        (&site_with_address().files, project::root().join("data")),
        (&small().output.files, project::small().join("data")),
    ] {
        let rows = std::fs::read_to_string(root.join("updates.csv")).unwrap().lines().count() - 1;
        for (path, words) in
            [("feed.xml", "整理の更新"), ("en/feed.xml", "updates of this arrangement")]
        {
            let xml = text(files, path);
            let document = Document::parse(&xml).unwrap();
            let feed = document.root_element();
            assert!(feed.has_tag_name((ATOM, "feed")), "{path}");
            assert!(only(feed, "title").contains(words), "{path}");
            assert_eq!(only(feed, "id"), format!("{ADDRESS}{path}"));
            assert!(!only(feed, "subtitle").is_empty());
            only(parts(feed, "author")[0], "name");
            let links = parts(feed, "link");
            let to = |rel| {
                links
                    .iter()
                    .find(|link| link.attribute("rel") == Some(rel))
                    .unwrap()
                    .attribute("href")
                    .unwrap()
            };
            assert_eq!(to("self"), format!("{ADDRESS}{path}"));
            assert!(files.contains_key(&file(to("alternate")).unwrap()));
            let entries = parts(feed, "entry");
            assert_eq!(entries.len(), rows, "{path}");
            let mut ids = Vec::new();
            let mut times = Vec::new();
            for entry in entries {
                only(entry, "title");
                let id = only(entry, "id");
                let (page, row) = id.split_once('#').unwrap();
                assert!(
                    text(files, &file(page).unwrap()).contains(&format!("id=\"{row}\"")),
                    "{id}"
                );
                let seen = parts(entry, "link")[0].attribute("href").unwrap();
                assert!(files.contains_key(&file(seen).unwrap()), "{seen}");
                times.push(only(entry, "updated"));
                ids.push(id);
            }
            assert!(times.iter().all(|time| is_moment(time)), "{times:?}");
            assert!(times.is_sorted_by(|a, b| a >= b), "the newest is not first: {times:?}");
            assert_eq!(only(feed, "updated"), times[0]);
            ids.sort();
            ids.dedup();
            assert_eq!(ids.len(), rows, "an id stands twice");
        }
    }
    assert!(!site().files.contains_key("feed.xml"));
}

#[test]
fn every_page_names_the_feed_of_its_language_only_with_an_address() {
    let feeds = "link[rel=alternate][type='application/atom+xml']";
    let told = site_with_address().faults(|page| {
        let expected = if page.language().code() == "en" { "en/feed.xml" } else { "feed.xml" };
        let found = address(page, feeds).and_then(|href| Some(target(&page.path, &href).ok()?.0));
        let right = page.is_not_found() || found.as_deref() == Some(expected);
        if right { Vec::new() } else { vec![format!("{found:?}")] }
    });
    none("pages without their feed", told);
    let without = site().faults(|page| page.all(feeds).iter().map(|one| one.html()).collect());
    none("feeds of a site without an address", without);
}

#[test]
fn one_card_is_shown_by_others() {
    let card = &site().files["assets/card.png"];
    assert!(card.len() < 30_000, "{} bytes", card.len());
    let side = |at: usize| u32::from_be_bytes(card[at..at + 4].try_into().unwrap());
    assert_eq!((&card[1..4], side(16), side(20)), (b"PNG".as_slice(), 1200, 630));
    let told = site_with_address().faults(|page| {
        let said = |property: &str| match page
            .all(&format!("meta[property='og:{property}']"))
            .as_slice()
        {
            [one] => one.attr("content").unwrap_or_default().to_owned(),
            _ => String::new(),
        };
        let whole = said("image") == format!("{ADDRESS}assets/card.png")
            && ["image:alt", "title", "description", "url", "site_name", "locale"]
                .iter()
                .all(|one| !said(one).is_empty());
        if whole || page.is_not_found() { Vec::new() } else { vec![said("image")] }
    });
    none("pages without a card", told);
}

/// Drawings go out of their pages, into slides and other programs: they must be XML of their own.
#[test]
fn every_drawing_is_well_formed() {
    let icon = text(&site().files, "assets/icon.svg");
    Document::parse(&icon).unwrap();
    let faults = site().faults(|page| {
        let html = text(&site().files, &page.path);
        let mut faults = Vec::new();
        for (at, _) in html.match_indices("<svg") {
            let rest = &html[at..];
            let end = rest.find("</svg>").map_or(rest.len(), |end| end + "</svg>".len());
            if let Err(error) = Document::parse(&rest[..end]) {
                faults.push(format!("{error}: {}", rest.chars().take(80).collect::<String>()));
            }
        }
        faults
    });
    none("drawings that are no XML", faults);
}

#[test]
fn a_former_place_leads_to_the_page() {
    for (path, language) in
        [("old/star-charts/index.html", "ja"), ("en/old/star-charts/index.html", "en")]
    {
        let page = small_page(path);
        let refresh = page.all("meta[http-equiv=refresh]")[0].attr("content").unwrap().to_owned();
        let (to, _) = target(path, refresh.strip_prefix("0; url=").unwrap()).unwrap();
        let prefix = if language == "en" { "en/" } else { "" };
        assert_eq!(to, format!("{prefix}areas/star-charts/index.html"));
        assert!(small().output.files.contains_key(&to));
        let link = page.all("main a")[0].attr("href").unwrap();
        assert_eq!(target(path, link).unwrap().0, to);
        assert_eq!(
            address(&page, "link[rel=canonical]"),
            Some(format!("{ADDRESS}{prefix}areas/star-charts/"))
        );
        assert_eq!(page.all("meta[name=robots][content=noindex]").len(), 1);
        assert_eq!(page.html.root_element().attr("lang"), Some(language));
        let title = super::page::words(page.all("h1")[0]);
        assert_eq!(
            title,
            if language == "en" { "The page has moved" } else { "ページは移りました" }
        );
    }
}

/// The worked second theme: its stylesheet comes last on every page, and its part stands in them.
#[test]
fn a_second_theme_is_the_default_one_with_its_own_part() {
    none("messages", small().notes.iter().map(|note| format!("{note:?}")).collect());
    let pages = small().output.files.keys().filter(|path| path.ends_with(".html"));
    let mut colophons = 0;
    for path in pages {
        let page = small_page(path);
        let styles = page.all("link[rel=stylesheet]");
        let last = styles.last().and_then(|style| style.attr("href")).unwrap_or_default();
        assert!(last.ends_with("assets/theme.css"), "{path}: {last}");
        colophons += page.all(".colophon-title").len();
    }
    assert!(colophons > 50, "{colophons}");
    assert!(small().output.files.contains_key("assets/theme.css"));
    assert!(!small().output.files.keys().any(|path| path.contains("README")));
    assert!(!site().files.contains_key("assets/theme.css"));
    none(
        "styles of another theme",
        site().faults(|page| {
            page.all("link[href$='theme.css']").iter().map(|one| one.html()).collect()
        }),
    );
}

#[test]
fn a_page_beside_the_folder_opens_the_site_in_both_languages() {
    let page = Page::read("はじめに.html", &small().output.opening);
    let links: Vec<_> =
        page.all("main a").iter().map(|link| link.attr("href").unwrap().to_owned()).collect();
    assert_eq!(links, [format!("{FOLDER}/index.html"), format!("{FOLDER}/en/index.html")]);
    for link in page.all("[href], [src]") {
        let href = link.attr("href").or(link.attr("src")).unwrap();
        let inside = href.strip_prefix("site/").unwrap_or_else(|| panic!("{href}"));
        assert!(small().output.files.contains_key(inside), "{href}");
    }
    let said: Vec<_> = page.all(".disclaimer").into_iter().map(super::page::words).collect();
    assert_eq!(said, ["すべて架空です", "All of it is invented"]);
    assert_eq!(page.all("section[lang=en] h2").len(), 1);
}
