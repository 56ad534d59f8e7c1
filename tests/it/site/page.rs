//! A finished page, and what can be asked of it.

use kyotsu::text::Language;
use scraper::{ElementRef, Html, Selector};

/// A finished page.
pub struct Page {
    /// below the output folder
    pub path: String,
    /// its elements
    pub html: Html,
}

impl Page {
    /// Reads a page.
    pub fn read(path: &str, bytes: &[u8]) -> Self {
        let text = std::str::from_utf8(bytes).expect("pages are UTF-8");
        Self { path: path.to_owned(), html: Html::parse_document(text) }
    }

    /// The language its place says.
    pub fn language(&self) -> Language {
        match self.path.starts_with("en/") {
            true => Language::En,
            false => Language::Ja,
        }
    }

    /// Its path without the language.
    pub fn route(&self) -> &str {
        self.path.strip_prefix("en/").unwrap_or(&self.path)
    }

    /// Whether it is shown in place of any address.
    pub fn is_not_found(&self) -> bool {
        self.route() == "404.html"
    }

    /// The elements a selector names.
    pub fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        // What stands in a template is no part of the page until a script puts it there.
        let in_template = |element: &ElementRef<'_>| {
            around(*element).skip(1).any(|around| around.value().name() == "template")
        };
        let selector = selected(selector);
        self.html.select(&selector).filter(|element| !in_template(element)).collect()
    }
}

/// The path of the same page in the other language.
pub fn across(path: &str) -> String {
    match path.strip_prefix("en/") {
        Some(japanese) => japanese.to_owned(),
        None => format!("en/{path}"),
    }
}

/// The elements below another that a selector names.
pub fn below<'a>(element: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    element.select(&selected(selector)).collect()
}

/// A selector, parsed.
pub fn selected(selector: &str) -> Selector {
    Selector::parse(selector).expect("a selector")
}

/// An element's text, its white space as one space.
pub fn words(element: ElementRef<'_>) -> String {
    element.text().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

/// The texts of the elements a selector names.
pub fn texts(page: &Page, selector: &str) -> Vec<String> {
    page.all(selector).into_iter().map(words).collect()
}

/// Whether an element has a class.
pub fn has_class(element: ElementRef<'_>, class: &str) -> bool {
    element.value().classes().any(|one| one == class)
}

/// The element itself and those around it, from the inside.
pub fn around(element: ElementRef<'_>) -> impl Iterator<Item = ElementRef<'_>> {
    std::iter::once(element).chain(element.ancestors().filter_map(ElementRef::wrap))
}

/// Where a relative link leads: a path below the output folder, and a place there.
///
/// An error says why the link cannot work everywhere: on a server, in a folder, on a stick.
pub fn target(from: &str, href: &str) -> Result<(String, Option<String>), &'static str> {
    let (path, place) = match href.split_once('#') {
        Some((_, "")) => return Err("leads to no place"),
        Some((path, place)) => (path, Some(place.to_owned())),
        None => (href, None),
    };
    if is_absolute(path) {
        return Err("is absolute");
    }
    if path.is_empty() {
        let here = place.is_some().then(|| from.to_owned()).ok_or("is empty")?;
        return Ok((here, place));
    }
    if path.ends_with('/') || path.ends_with("..") || path == "." {
        return Err("ends in a folder");
    }
    Ok((joined(from, path).ok_or("leaves the site")?, place))
}

fn is_absolute(path: &str) -> bool {
    path.starts_with('/') || path.starts_with('\\') || has_scheme(path)
}

/// Whether an address is not one of the site's own files.
pub fn has_scheme(href: &str) -> bool {
    let scheme = href.split_once(':').map(|(scheme, _)| scheme);
    href.starts_with("//")
        || scheme.is_some_and(|scheme| scheme.chars().all(|letter| letter.is_ascii_alphanumeric()))
}

fn joined(from: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            ".." => drop(parts.pop()?),
            "." => {}
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[test]
fn links_are_followed_as_a_browser_does() {
    let to = |path: &str, place: Option<&str>| Ok((path.to_owned(), place.map(str::to_owned)));
    let from = "en/areas/library/index.html";
    assert_eq!(target(from, "../forest/index.html#a"), to("en/areas/forest/index.html", Some("a")));
    assert_eq!(target(from, "../../../index.html"), to("index.html", None));
    assert_eq!(target(from, "#top"), to(from, Some("top")));
    for wrong in ["/index.html", "//a.jp/", "https://a.jp/", "mailto:a", "../", "..", "", "#"] {
        assert!(target(from, wrong).is_err(), "{wrong}");
    }
    assert_eq!(target(from, "../../../../index.html"), Err("leaves the site"));
}
