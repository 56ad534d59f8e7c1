//! Links within a finished folder that lead nowhere.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::render;
use crate::text::{decoded, joined};
use crate::threads;

/// A link that leads nowhere.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct DeadLink {
    /// the page it stands on
    pub page: String,
    /// the link as it is written
    pub href: String,
    /// the file it leads to
    pub file: String,
    /// the place that file does not have; none where the file itself is not there
    pub place: Option<String>,
}

/// Every link on these pages that leads to no file of the folder, or to no place in a page. Links
/// out of the folder are not looked at.
pub fn dead_links(pages: &[(String, Arc<[u8]>)], files: &BTreeSet<String>) -> Vec<DeadLink> {
    let read = threads::each(pages, |(_, html)| render::links(html));
    let names = pages.iter().map(|(page, _)| page.as_str());
    let all: BTreeMap<&str, render::Links> = names.zip(read).collect();
    let mut dead: Vec<DeadLink> = Vec::new();
    for (page, links) in &all {
        let leading = links.leading.iter().filter_map(|href| Some((href, target(page, href)?)));
        dead.extend(leading.filter_map(|(href, (file, place))| {
            let is_there = files.contains(&file);
            let has_place = |place: &String| match all.get(file.as_str()) {
                Some(found) => found.places.contains(place),
                None => true,
            };
            let missing = place.filter(|place| is_there && !has_place(place));
            let is_dead = !is_there || missing.is_some();
            is_dead.then(|| DeadLink {
                page: (*page).to_owned(),
                href: href.clone(),
                file: file.clone(),
                place: missing,
            })
        }));
    }
    dead
}

/// The file and place a link on a page leads to; none where it leads out of the folder.
fn target(page: &str, href: &str) -> Option<(String, Option<String>)> {
    let (way, place) = href.split_once('#').map_or((href, None), |(way, place)| (way, Some(place)));
    let way = way.split('?').next().unwrap_or(way);
    let scheme = way.split('/').next().is_some_and(|first| first.contains(':'));
    if scheme || way.starts_with('/') {
        return None;
    }
    let place = place.filter(|place| !matches!(*place, "" | "top"));
    // The part of a fragment that tells a browser what to mark is no place.
    let letters = |written: &str| decoded(written).unwrap_or_else(|| written.to_owned());
    let place = place.filter(|place| !place.starts_with(":~:")).map(letters);
    if way.is_empty() {
        return Some((page.to_owned(), place));
    }
    // A server shows the page of a folder.
    let is_folder = matches!(way.rsplit('/').next(), Some("" | "." | ".."));
    let page_of = if is_folder { "/index.html" } else { "" };
    Some((joined(page, &format!("{}{page_of}", letters(way)))?, place))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(html: &str) -> Vec<String> {
        let page = ("費用/index.html".to_owned(), Arc::from(html.as_bytes()));
        let other = ("index.html".to_owned(), Arc::from(b"<p id=here>".as_slice()));
        let files = ["費用/index.html", "index.html", "a b.csv", "en/index.html"];
        let files = files.map(str::to_owned).into();
        let dead = dead_links(&[page, other], &files).into_iter();
        dead.map(|one| format!("{} {:?}", one.file, one.place)).collect()
    }

    #[test]
    fn what_is_there_is_no_fault() {
        for href in [
            "../index.html",
            "../index.html#here",
            "../",
            "..",
            "../index.html?q=%E8%B2%BB",
            "../%E8%B2%BB%E7%94%A8/index.html",
            "../a%20b.csv",
            "#",
            "#top",
            "../../elsewhere/index.html",
            "https://example.jp/none",
            "mailto:a@example.jp",
            "/none",
        ] {
            assert_eq!(told(&format!("<a href=\"{href}\">x</a>")), [""; 0], "{href}");
        }
    }

    #[test]
    fn what_is_not_there_is_told_with_what_is_missing() {
        for (href, missing) in [
            ("none.html", "費用/none.html None"),
            ("../none/", "none/index.html None"),
            ("../en", "en None"),
            ("#none", "費用/index.html Some(\"none\")"),
            ("../index.html#%E7%84%A1", "index.html Some(\"無\")"),
        ] {
            assert_eq!(told(&format!("<a href=\"{href}\">x</a>")), [missing], "{href}");
        }
        assert_eq!(told("<img src=none.png>"), ["費用/none.png None"]);
    }
}
