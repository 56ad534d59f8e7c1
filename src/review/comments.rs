//! Comments beside their places, and all of them on one page.

use super::differ::{behind, inserted};
use super::marks::SAID;
use super::page::{Form, Item, Page};
use super::words;
use crate::model::{Comment, Commentary, Date, SignOff};
use crate::text::{Language, escaped, relative};

/// Puts comments beside what they are on; those whose place is gone stand at the end.
pub fn commented(html: &str, comments: &[&Comment], language: Language) -> String {
    let page = Page::new(html);
    let mut more = Vec::new();
    let mut astray = String::new();
    for comment in comments {
        let note = |about| note(comment, about, language);
        match found(&page, comment) {
            Spot::Here(item) => more.push((beside(&page, item), note(None))),
            Spot::Changed(item) => {
                more.push((beside(&page, item), note(Some(words::CHANGED))));
            }
            Spot::Top => more.push((page.inside.0, note(None))),
            Spot::Gone => astray.push_str(&note(Some(words::GONE))),
        }
    }
    if !astray.is_empty() {
        let title = words::GONE_TITLE.get(language);
        let end = format!(
            "<section class=\"review-astray\" {SAID} aria-label=\"{title}\"><h2>{title}</h2>{astray}</section>"
        );
        more.push((page.inside.1, end));
    }
    inserted(html, more)
}

/// Where a comment belongs on a page.
enum Spot<'a> {
    Here(&'a Item),
    /// the anchor is there, the words are not
    Changed(&'a Item),
    /// on the page as a whole
    Top,
    Gone,
}

fn found<'a>(page: &'a Page<'_>, comment: &Comment) -> Spot<'a> {
    let wanted = plain(&comment.words);
    if wanted.is_empty() && comment.anchor.is_empty() {
        return Spot::Top;
    }
    let anchors = anchors(page);
    let placed = || page.items.iter().zip(&anchors).filter(|(item, _)| item.form != Form::Drawing);
    // A row may be known by any of its cells.
    let says = |item: &Item| {
        let mut said = item.runs.iter().map(|run| plain(&run.text()));
        !wanted.is_empty() && said.any(|said| said.starts_with(&wanted) || begins(&wanted, &said))
    };
    let at_anchor = |(_, anchor): &(&Item, &Option<&str>)| anchor.unwrap_or("") == comment.anchor;
    if let Some((item, _)) = placed().find(|one| at_anchor(one) && says(one.0)) {
        return Spot::Here(item);
    }
    if let Some((item, _)) = placed().find(|(item, _)| says(item)) {
        return Spot::Here(item);
    }
    let near = || placed().filter(|one| !comment.anchor.is_empty() && at_anchor(one));
    let likest = near().max_by_key(|(item, _)| alike(&wanted, item));
    let likest = likest.filter(|(item, _)| alike(&wanted, item) * 2 >= wanted.chars().count());
    match likest.or_else(|| near().next()) {
        Some((item, _)) if wanted.is_empty() => Spot::Here(item),
        Some((item, _)) => Spot::Changed(item),
        None => Spot::Gone,
    }
}

/// How many pairs of letters of some words a thing says too.
fn alike(wanted: &str, item: &Item) -> usize {
    let said = item.runs.first().map(|run| plain(&run.text())).unwrap_or_default();
    let letters: Vec<char> = wanted.chars().collect();
    letters.windows(2).filter(|pair| said.contains(&pair.iter().collect::<String>())).count()
}

/// Fewer letters than this may begin anything.
const TELLING: usize = 8;

/// Whether a place of several stretches begins with the first of them.
fn begins(wanted: &str, said: &str) -> bool {
    said.chars().count() >= TELLING && wanted.starts_with(said)
}

fn plain(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// The anchor of each thing: its own or one around it, else that of the heading it comes after.
fn anchors<'a>(page: &Page<'a>) -> Vec<Option<&'a str>> {
    let mut heading = None;
    let anchor = |item: &Item| {
        let around = || page.around(item.element);
        let own = around().find_map(|(_, one)| one.id);
        let is_heading = around()
            .next()
            .is_some_and(|(_, one)| matches!(one.name.as_bytes(), [b'h', b'1'..=b'6']));
        if is_heading && own.is_some() {
            heading = own;
        }
        own.or(heading)
    };
    page.items.iter().map(anchor).collect()
}

/// In a table beside the row's name, elsewhere behind the block.
fn beside(page: &Page<'_>, item: &Item) -> usize {
    match item.form {
        Form::Row => item.runs.first().map_or(page.inside.1, |run| run.end),
        _ => behind(page, item),
    }
}

/// A comment as it stands beside its place.
fn note(comment: &Comment, about: Option<crate::text::Label>, language: Language) -> String {
    let open = if comment.is_settled() { "" } else { " open" };
    let about = about.map(|about| {
        format!(
            "<p class=\"review-about\">{}<q>{}</q></p>",
            about.get(language),
            escaped(&comment.words)
        )
    });
    format!(
        "<details class=\"review-comment {}\" id=\"comment-{}\"{open} {SAID}><summary>{}</summary>{}{}</details>",
        class(comment),
        escaped(&comment.name()),
        head(comment, language),
        about.unwrap_or_default(),
        said(comment, language),
    )
}

fn class(comment: &Comment) -> &'static str {
    if comment.is_settled() { "review-settled" } else { "review-open" }
}

/// Whose comment it is, and whether it is settled.
fn head(comment: &Comment, language: Language) -> String {
    let state = if comment.is_settled() { words::SETTLED } else { words::OPEN };
    format!(
        "{}（{}）{}{}",
        words::COMMENT.get(language),
        state.get(language),
        escaped(&comment.who),
        shown(comment.on, language)
    )
}

/// What it says, what was answered, and the file it is in.
fn said(comment: &Comment, language: Language) -> String {
    format!(
        "{}{}<p class=\"review-file\">{}{}</p>",
        paragraphs(&comment.text),
        answer(comment, language),
        words::FILE.get(language),
        escaped(comment.path.as_str()),
    )
}

fn answer(comment: &Comment, language: Language) -> String {
    match comment.is_settled() {
        true => {
            format!("<p>{}{}</p>", words::ANSWER.get(language), escaped(&comment.settled))
        }
        false => String::new(),
    }
}

fn shown(day: Option<Date>, language: Language) -> String {
    let shown = day.map(|day| day.shown(language)).unwrap_or_default();
    match language {
        _ if shown.is_empty() => shown,
        Language::Ja => format!("、{shown}"),
        Language::En => format!(", {shown}"),
    }
}

/// A text in paragraphs, its lines kept.
fn paragraphs(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let parts = text.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| format!("<p>{}</p>", escaped(part).replace('\n', "<br>"))).collect()
}

/// The page that lists all comments and sign-offs.
pub fn listed(
    html: &str,
    here: &str,
    commentary: &Commentary,
    page_title: impl Fn(&str) -> Option<String>,
    language: Language,
) -> String {
    let list = match commentary.comments.is_empty() {
        true => format!("<p>{}</p>", words::NONE.get(language)),
        false => by_page(here, commentary, page_title, language),
    };
    let title = words::LIST.get(language);
    let signed = signed(&commentary.sign_offs, language);
    let all = format!(
        "<section class=\"review-list\" aria-label=\"{title}\"><h2>{title}</h2>{list}<p>{}</p></section>{signed}",
        escaped(words::HOW_TO_SETTLE.get(language)),
    );
    inserted(html, vec![(Page::new(html).inside.1, all)])
}

fn by_page(
    here: &str,
    commentary: &Commentary,
    page_title: impl Fn(&str) -> Option<String>,
    language: Language,
) -> String {
    let mut pages: Vec<&str> = commentary.comments.iter().map(|one| one.page.as_str()).collect();
    pages.sort_unstable();
    pages.dedup();
    let settled = commentary.comments.iter().filter(|one| one.is_settled()).count();
    let counts = words::count(commentary.comments.len() - settled, settled, language);
    // Pages with something to do come first.
    let is_done =
        |page: &str| commentary.comments.iter().all(|one| one.page != page || one.is_settled());
    pages.sort_by_key(|page| is_done(page));
    let sections = pages.iter().map(|page| {
        let of_page = || commentary.comments.iter().filter(|one| one.page == *page);
        let title = page_title(page);
        let heading = match &title {
            Some(title) => {
                format!("<a href=\"{}\">{}</a>", escaped(&relative(here, page)), escaped(title))
            }
            None => format!("{}{}", escaped(page), words::PAGE_GONE.get(language)),
        };
        let is_there = title.is_some();
        let open = of_page().filter(|one| !one.is_settled());
        let entries = open.chain(of_page().filter(|one| one.is_settled()));
        let entries = entries.map(|one| entry(here, one, is_there, language));
        format!(
            "<h3>{heading}</h3><ul class=\"review-entries\">{}</ul>",
            entries.collect::<String>()
        )
    });
    format!("<p>{counts}</p>{}", sections.collect::<String>())
}

fn entry(here: &str, comment: &Comment, is_there: bool, language: Language) -> String {
    let head = head(comment, language);
    let href = format!("{}#comment-{}", relative(here, &comment.page), comment.name());
    let head = match is_there {
        true => format!("<a href=\"{}\">{head}</a>", escaped(&href)),
        false => head,
    };
    let words = match comment.words.is_empty() {
        true => String::new(),
        false => format!("<p class=\"review-about\"><q>{}</q></p>", escaped(&comment.words)),
    };
    format!(
        "<li class=\"{}\"><p><strong>{head}</strong></p>{words}{}</li>",
        class(comment),
        said(comment, language),
    )
}

fn signed(sign_offs: &[SignOff], language: Language) -> String {
    let title = words::SIGN_OFFS.get(language);
    let heads = [words::EDITION, words::WHO, words::ON, words::REMARK];
    let heads = heads.map(|head| format!("<th scope=\"col\">{}</th>", head.get(language))).concat();
    let rows = sign_offs.iter().map(|one| {
        let on = one.on.map(|day| day.shown(language)).unwrap_or_default();
        format!(
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{on}</td><td>{}</td></tr>",
            escaped(&one.edition),
            escaped(&one.who),
            escaped(&one.note),
        )
    });
    let list = match sign_offs.is_empty() {
        true => format!("<p>{}</p>", words::NO_SIGN_OFF.get(language)),
        false => format!(
            "<table><caption>{title}</caption><thead><tr>{heads}</tr></thead><tbody>{}</tbody></table>",
            rows.collect::<String>()
        ),
    };
    format!(
        "<section class=\"review-signed\" aria-label=\"{title}\"><h2>{title}</h2>{list}<p>{}</p><pre>[[sign_off]]\nedition = \"2026-11-22\"\nwho = \"\"\non = \"2026-11-25\"</pre></section>",
        words::HOW_TO_SIGN.get(language),
    )
}
