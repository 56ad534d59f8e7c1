//! The whole report on one page, put together from pages that are finished already.
//!
//! Each chapter is the main part of its page: what only a screen can use is left out, its headings
//! go down, its ids carry the chapter's name, and links between chapters stay on the page.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use lol_html::html_content::Element;
use lol_html::{HandlerResult, RewriteStrSettings, element, rewrite_str};

use super::Theme;
use crate::diag::Checked;
use crate::plan::Page;
use crate::plan::view::{ChapterView, ReportView};
use crate::text::{joined, relative};
use crate::threads;

/// What only a screen can use.
const ON_SCREEN_ONLY: &str = "nav, form, button, dialog, script, template, .downloads, .print-mark";

/// Attributes that name ids of the same page.
const NAMES_OF_IDS: [&str; 7] =
    ["for", "headers", "list", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns"];

/// Attributes that lead somewhere.
const LEADING: [&str; 2] = ["href", "data-source"];

/// The report as HTML, from the finished pages by their paths.
pub fn report<'a>(
    theme: &Theme,
    page: &Page,
    view: &ReportView,
    finished: impl Fn(&str) -> Option<&'a str> + Sync,
) -> Checked<Option<String>> {
    let mut chapters = Vec::new();
    for chapter in &view.chapters {
        chapters.push((chapter, 1));
        chapters.extend(chapter.parts.iter().map(|part| (part, 2)));
    }
    let taken = threads::each(&chapters, |(chapter, depth)| {
        Taken::new(chapter, *depth, finished(&chapter.path).unwrap_or(""))
    });
    let places = Places::new(page, view, &taken);
    let linked = threads::each(&taken, |one| places.linked(one));
    // The chapters are put in last: they are right already, and most of the page.
    let path = |one: &Taken<'_>| one.chapter.path.clone();
    let marks = taken.iter().map(|one| (path(one), mark(one.chapter))).collect();
    let html = theme.render(page, &marks);
    html.map(|html| html.map(|html| filled(&places.own(&html), &taken, &linked)))
}

/// What stands for a chapter until it is put in.
fn mark(chapter: &ChapterView) -> String {
    format!("<!--{}-->", chapter.path)
}

/// The report with its chapters where their marks stand.
fn filled(html: &str, taken: &[Taken<'_>], linked: &[String]) -> String {
    let marks = taken.iter().map(|one| mark(one.chapter));
    let chapters: BTreeMap<String, &String> = marks.zip(linked).collect();
    let mut whole =
        String::with_capacity(html.len() + linked.iter().map(String::len).sum::<usize>());
    for piece in html.split_inclusive("-->") {
        let (text, comment) = piece.split_at(piece.rfind("<!--").unwrap_or(piece.len()));
        whole.push_str(text);
        whole.push_str(chapters.get(comment).map_or(comment, |chapter| chapter));
    }
    whole
}

/// A chapter taken from its page.
struct Taken<'a> {
    chapter: &'a ChapterView,
    markup: String,
    /// the ids that are left, as they were on the page
    ids: BTreeSet<String>,
}

impl<'a> Taken<'a> {
    fn new(chapter: &'a ChapterView, depth: u8, page: &str) -> Self {
        let ids = RefCell::new(BTreeSet::new());
        let named = |id: &str| format!("{}--{id}", chapter.id);
        let take = |element: &mut Element<'_, '_>| {
            if let Some(id) = element.get_attribute("id") {
                set(element, "id", &named(&id));
                ids.borrow_mut().insert(id);
            }
            for name in NAMES_OF_IDS {
                if let Some(list) = element.get_attribute(name) {
                    let list: Vec<String> = list.split_whitespace().map(named).collect();
                    set(element, name, &list.join(" "));
                }
            }
            Ok(())
        };
        let lower = |element: &mut Element<'_, '_>| {
            let level = element.tag_name().trim_start_matches('h').parse::<u8>().unwrap_or(1);
            element.set_tag_name(&format!("h{}", (level + depth).min(6)))?;
            Ok(())
        };
        let opened = |element: &mut Element<'_, '_>| {
            set(element, "open", "");
            Ok(())
        };
        let dropped = |element: &mut Element<'_, '_>| {
            element.remove();
            Ok(())
        };
        // First of all, so that no id of what is left out counts as there.
        let kept = rewritten(main(page), vec![element!(ON_SCREEN_ONLY, dropped)]);
        let handlers = vec![
            element!("details", opened),
            element!("h1, h2, h3, h4, h5", lower),
            element!("*", take),
        ];
        let markup = rewritten(&kept, handlers);
        Self { chapter, markup, ids: ids.into_inner() }
    }
}

/// The inside of a page's main part.
fn main(page: &str) -> &str {
    let start = page.find("<main").and_then(|at| Some(at + page.get(at..)?.find('>')? + 1));
    let inside = start.zip(page.rfind("</main>")).and_then(|(from, to)| page.get(from..to));
    inside.unwrap_or("")
}

/// Where everything stands that the report takes in.
struct Places<'a> {
    /// the path of the report itself
    here: &'a str,
    /// the chapter made of a page, and the ids that are left of the page
    chapters: BTreeMap<String, (&'a str, Option<&'a BTreeSet<String>>)>,
}

impl<'a> Places<'a> {
    fn new(page: &'a Page, view: &'a ReportView, taken: &'a [Taken<'a>]) -> Self {
        let chapters = taken
            .iter()
            .map(|one| (one.chapter.path.clone(), (one.chapter.id.as_str(), Some(&one.ids))));
        // An area is there by its sheet, whichever of its pages is meant.
        let groups = view.chapters.iter().flat_map(|chapter| &chapter.groups);
        let sheets = groups.flat_map(|group| &group.sheets).flat_map(|sheet| {
            let area = joined(&page.path, &sheet.area.href);
            let handout = area.as_ref().and_then(|area| joined(area, "handout/index.html"));
            let paths = area.into_iter().chain(handout);
            paths.map(|path| (path, (sheet.id.as_str(), None)))
        });
        Self { here: &page.path, chapters: chapters.chain(sheets).collect() }
    }

    /// A chapter's markup with its links as they are right in the report.
    fn linked(&self, one: &Taken<'_>) -> String {
        let named = |id: &&str| {
            let own = id.strip_prefix(one.chapter.id.as_str()).and_then(|id| id.strip_prefix("--"));
            own.is_some_and(|id| one.ids.contains(id))
        };
        // What was left out may have named what stays.
        let forget = |element: &mut Element<'_, '_>| {
            for name in NAMES_OF_IDS {
                let Some(list) = element.get_attribute(name) else { continue };
                let left: Vec<&str> = list.split_whitespace().filter(named).collect();
                match left.is_empty() {
                    true => element.remove_attribute(name),
                    false => set(element, name, &left.join(" ")),
                }
            }
            Ok(())
        };
        let lead = |element: &mut Element<'_, '_>| self.lead(element, &one.chapter.path);
        rewritten(&one.markup, vec![element!("*", forget), element!("[href], [data-source]", lead)])
    }

    /// The report with the links of its own parts kept on the page where that can be.
    fn own(&self, html: &str) -> String {
        let lead = |element: &mut Element<'_, '_>| self.lead(element, self.here);
        rewritten(html, vec![element!("main [href], main [data-source]", lead)])
    }

    /// Sends an element of a page where it leads in the report.
    fn lead(&self, element: &mut Element<'_, '_>, from: &str) -> HandlerResult {
        for name in LEADING {
            let value = element.get_attribute(name);
            if let Some(to) = value.and_then(|value| self.placed(from, &value)) {
                set(element, name, &to);
            }
        }
        Ok(())
    }

    /// The way from the report to where a link of a page leads; none for one that stays as it is.
    fn placed(&self, from: &str, href: &str) -> Option<String> {
        let (path, place) = href.split_once('#').unwrap_or((href, ""));
        let is_own = path.is_empty() && from == self.here;
        if is_own || path.contains(':') || path.starts_with("//") {
            return None;
        }
        let path = if path.is_empty() { from.to_owned() } else { joined(from, path)? };
        Some(match self.chapters.get(&path) {
            Some((id, Some(ids))) if ids.contains(place) => format!("#{id}--{place}"),
            Some((id, _)) => format!("#{id}"),
            None if place.is_empty() => relative(self.here, &path),
            None => format!("{}#{place}", relative(self.here, &path)),
        })
    }
}

/// Markup with some of its elements rewritten; as it was where that fails, which it cannot for
/// what the program has made itself.
fn rewritten<'h>(
    html: &str,
    handlers: Vec<(std::borrow::Cow<'h, lol_html::Selector>, lol_html::ElementContentHandlers<'h>)>,
) -> String {
    let settings = handlers
        .into_iter()
        .fold(RewriteStrSettings::new(), |all, one| all.append_element_content_handler(one));
    rewrite_str(html, settings).unwrap_or_else(|_| html.to_owned())
}

/// Sets an attribute whose name is one of ours, and so never refused.
fn set(element: &mut Element<'_, '_>, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chapter(id: &str) -> ChapterView {
        ChapterView {
            id: id.to_owned(),
            title: id.to_owned(),
            path: format!("en/{id}/index.html"),
            parts: Vec::new(),
            groups: Vec::new(),
        }
    }

    const PAGE: &str = "<body><nav id=n></nav><main id=main class=wrap><h1>Costs</h1>\
        <form><p id=lost>a</p></form><details><summary id=s>b</summary></details>\
        <p id=p aria-labelledby='s p'>c</p></main><a id=out></a></body>";

    #[test]
    fn a_chapter_is_the_main_part_less_what_only_a_screen_can_use() {
        let costs = chapter("costs");
        let taken = Taken::new(&costs, 1, PAGE);
        assert_eq!(
            taken.markup,
            "<h2>Costs</h2><details open=\"\"><summary id=\"costs--s\">b</summary></details>\
             <p id=\"costs--p\" aria-labelledby=\"costs--s costs--p\">c</p>"
        );
        assert_eq!(taken.ids.iter().map(String::as_str).collect::<Vec<_>>(), ["p", "s"]);
    }

    #[test]
    fn links_stay_on_the_page_where_they_can() {
        let costs = chapter("costs");
        let taken = Taken::new(&costs, 1, PAGE);
        let places = Places {
            here: "en/report/index.html",
            chapters: [("en/costs/index.html".to_owned(), ("costs", Some(&taken.ids)))].into(),
        };
        let from = |from: &str, href: &str| places.placed(from, href);
        let area = "en/areas/library/index.html";
        for (href, to) in [
            ("../../costs/index.html", "#costs"),
            ("../../costs/index.html#p", "#costs--p"),
            ("../../costs/index.html#lost", "#costs"),
            ("#here", "../areas/library/index.html#here"),
            ("../../../data/kinds/kinds.csv", "../../data/kinds/kinds.csv"),
        ] {
            assert_eq!(from(area, href).as_deref(), Some(to), "{href}");
        }
        assert_eq!(from("en/report/index.html", "#costs--p"), None);
        assert_eq!(from(area, "https://example.jp/"), None);
        assert_eq!(from("en/costs/index.html", "#p").as_deref(), Some("#costs--p"));
    }
}
