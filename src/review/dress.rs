//! What a page wears for those who work on it: the mark of a draft, the bar of differences.

use super::differ::inserted;
use super::marks::SAID;
use super::markup::{Kind, tokens};
use super::words;
use crate::text::{Language, escaped, relative, unescaped};

/// The style and the script of reviewers, by their names.
pub const ASSETS: [(&str, &[u8]); 2] = [
    ("kyotsu-review.css", include_bytes!("review.css")),
    ("kyotsu-review.js", include_bytes!("review.js")),
];

/// A page that is a draft, marked as one: the mark stands in its main part, so that it goes along
/// into the report.
pub fn draft_page(html: &str, language: Language) -> String {
    let mark = format!(
        "<p class=\"review-draft\" role=\"note\" {SAID}><strong>{}</strong></p>",
        words::DRAFT.get(language)
    );
    let places = Places::of(html);
    inserted(html, places.main.map(|at| (at.1, mark)).into_iter().collect())
}

/// A page of a build of drafts: marked, kept from search engines, ready to be commented on. `up` is
/// the way to the top of the site.
pub fn unpublished(html: &str, up: &str, language: Language) -> String {
    let places = Places::of(html);
    let folder = if language == Language::En { "en/" } else { "" };
    let list =
        format!("<a href=\"{up}{folder}review/index.html\">{}</a>", words::LIST.get(language));
    let mark = format!(
        "<section class=\"review-draft\" aria-label=\"{}\" {SAID}><strong>{}</strong> {list}</section>",
        words::DRAFT_NAME.get(language),
        words::UNPUBLISHED.get(language)
    );
    // What stands beside the site is no page to comment on.
    let writes = if up == OPENING { String::new() } else { script(&format!("{up}assets/")) };
    let top = format!("\n<meta name=\"robots\" content=\"noindex\">{writes}");
    let end = style(&format!("{up}assets/"));
    let more = [
        places.head.map(|at| (at, top)),
        places.head_end.map(|at| (at, end)),
        places.main.map(|at| (at.0, mark.clone())).or(places.body.map(|at| (at, mark))),
    ];
    inserted(html, more.into_iter().flatten().collect())
}

/// The way to the site from the page that opens it.
pub const OPENING: &str = "site/";

/// The tag of the script of reviewers, from the folder it stands in; first of all scripts, so that
/// it sees a page as it was served.
pub fn script(folder: &str) -> String {
    format!("<script src=\"{folder}kyotsu-review.js\" data-preview defer></script>")
}

/// The tag of their style.
pub fn style(folder: &str) -> String {
    format!("<link rel=\"stylesheet\" href=\"{folder}kyotsu-review.css\" data-preview>\n")
}

/// A page in the list of those that differ.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Differing {
    /// where it stands
    pub path: String,
    /// what it is called
    pub title: String,
    /// how it differs
    pub how: How,
}

/// How a page differs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum How {
    /// in so many places
    Places(usize),
    /// it was not there
    New,
    /// it is not there any more
    Gone,
}

/// A page with the bar of differences; `former` is where the older page can be read.
pub fn barred(
    html: &str,
    path: &str,
    base: &str,
    pages: &[Differing],
    former: Option<&str>,
    language: Language,
) -> String {
    let own = pages.iter().find(|page| page.path == path).map(|page| page.how);
    let count = match own {
        Some(How::Places(count)) => words::places(count, language),
        Some(How::New) => words::PAGE_NEW.get(language).to_owned(),
        _ => words::PAGE_SAME.get(language).to_owned(),
    };
    let links = match own {
        Some(How::Places(count)) => format!(
            "<a class=\"review-previous\" href=\"#difference-{count}\">{}</a><a class=\"review-next\" href=\"#difference-1\">{}</a><span class=\"review-at\" role=\"status\"></span>",
            words::PREVIOUS.get(language),
            words::NEXT.get(language)
        ),
        _ => String::new(),
    };
    let former = former
        .map(|href| format!("<a href=\"{}\">{}</a>", escaped(href), words::FORMER.get(language)));
    let listed: String = pages.iter().map(|page| entry(path, page, language)).collect();
    let bar = format!(
        "<section class=\"review-bar\" aria-label=\"{}\" {SAID}><p><strong>{count}</strong>{links}{}</p><details><summary>{}</summary><p>{}</p><ul>{listed}</ul></details></section>",
        words::BAR.get(language),
        former.unwrap_or_default(),
        words::pages(pages.len(), language),
        escaped(&words::against(base, language)),
    );
    let at = Places::of(html).main.map(|at| at.0);
    inserted(html, at.map(|at| (at, bar)).into_iter().collect())
}

fn entry(here: &str, page: &Differing, language: Language) -> String {
    let title = escaped(&page.title);
    let link = |href: &str| format!("<a href=\"{}\">{title}</a>", escaped(href));
    let path = escaped(&page.path);
    match page.how {
        How::Gone => {
            let link = link(&format!("{FORMER}{}", page.path));
            format!("<li>{link} <code>{path}</code> {}</li>", words::state(false, language))
        }
        _ if page.path == here => {
            let how = how(page.how, language);
            format!(
                "<li><strong aria-current=\"page\">{title}</strong> <code>{path}</code> {how}</li>"
            )
        }
        _ => {
            let how = how(page.how, language);
            format!("<li>{} <code>{path}</code> {how}</li>", link(&relative(here, &page.path)))
        }
    }
}

/// Where the preview serves the pages of the older edition.
pub const FORMER: &str = "/.kyotsu/base/";

fn how(how: How, language: Language) -> String {
    match how {
        How::Places(count) => words::places(count, language),
        _ => words::state(how == How::New, language).to_owned(),
    }
}

/// The title of a page without the site's.
pub fn title(html: &str) -> String {
    let all = tokens(html);
    let at = all.iter().position(|token| token.kind == Kind::Open("title"));
    let text = at.and_then(|at| all.get(at + 1)).map_or("", |token| token.source);
    let own = text.rsplit_once(" | ").map_or(text, |(own, _)| own);
    unescaped(own.trim())
}

/// Where things are put on a page.
struct Places {
    /// behind `<head>`
    head: Option<usize>,
    /// before its end
    head_end: Option<usize>,
    /// behind `<body>`
    body: Option<usize>,
    /// before `<main>`, and behind it
    main: Option<(usize, usize)>,
}

impl Places {
    fn of(html: &str) -> Self {
        let all = tokens(html);
        let find = |kind| all.iter().find(|token| token.kind == kind);
        Self {
            head: find(Kind::Open("head")).map(|token| token.end),
            head_end: find(Kind::Close("head")).map(|token| token.start),
            body: find(Kind::Open("body")).map(|token| token.end),
            main: find(Kind::Open("main")).map(|token| (token.start, token.end)),
        }
    }
}
