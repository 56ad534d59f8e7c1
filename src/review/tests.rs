//! What is marked on a page, and what it is without its marks.

use proptest::prelude::*;

use super::{compared, former, unmarked};
use crate::text::Language;

fn page(main: &str) -> String {
    format!("<!doctype html><html><body><main id=\"main\">{main}</main></body></html>")
}

/// The marked main part, with short signs for the marks.
fn marked(base: &str, now: &str) -> (String, usize) {
    let marked = compared(&page(base), &page(now), Language::En);
    let html = marked.html;
    assert_eq!(unmarked(&html), page(now), "without its marks a page is what it was");
    assert_eq!(sorted(&former(&html)), sorted(&page(base)), "what was there is told");
    let main = html.split("<main id=\"main\">").nth(1).unwrap().split("</main>").next().unwrap();
    let mut short = main.to_owned();
    for (long, sign) in [
        ("<ins data-review=\"new\">", "{+"),
        ("</ins>", "+}"),
        ("<del data-review=\"old\">", "{-"),
        ("</del>", "-}"),
        ("<span class=\"review-said\" data-review=\"said\">before: </span>", ""),
        ("<span class=\"review-said\" data-review=\"said\">now: </span>", ""),
    ] {
        short = short.replace(long, sign);
    }
    while let Some(at) = short.find("<span class=\"review-place\"") {
        let end = at + short[at..].find("</span>").unwrap() + "</span>".len();
        let told = short[at..end].rsplit('>').nth(1).unwrap().replace("</span", "");
        short.replace_range(at..end, &format!("[{told}]"));
    }
    (short, marked.places)
}

/// The letters of a page without blanks and drawings: what is gone may stand behind what it stood
/// before, where only that may be.
fn sorted(html: &str) -> String {
    let page = super::page::Page::new(html);
    let runs = page.items.iter().flat_map(|item| &item.runs);
    let text: String = runs.map(super::page::Run::text).collect();
    let mut letters: Vec<char> = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    letters.sort_unstable();
    letters.into_iter().collect()
}

#[test]
fn a_page_against_itself_has_no_marks() {
    let html = "<h1>費用</h1><p>経費は5兆円。</p><table><tr><td>市</td><td>1</td></tr></table>";
    assert_eq!(marked(html, html), (html.to_owned(), 0));
    let elsewhere = compared("<p>x</p><main>a</main>", "<p>y</p><main>a</main>", Language::Ja);
    assert_eq!((elsewhere.places, &*elsewhere.html), (0, "<p>y</p><main>a</main>"));
}

#[test]
fn a_number_shows_what_it_was() {
    let (html, places) =
        marked("<p>経費は5,600億円です。</p>", "<p>経費は<b>5,800</b>億円です。</p>");
    assert_eq!(html, "<p>経費は<b>[Changed 1]{-5,600-}{+5,800+}</b>億円です。</p>");
    assert_eq!(places, 1);
}

#[test]
fn words_are_marked_within_their_elements() {
    let (html, _) = marked(
        "<p>Read the old report today.</p>",
        "<p>Read the <a href=\"#\">new</a> report, and <i>act</i> today.</p>",
    );
    let expected = "<p>Read the <a href=\"#\">[Changed 1]{-old-}{+new+}</a> report{+, and +}<i>{+act+}</i> today.</p>";
    assert_eq!(html, expected);
}

#[test]
fn a_sentence_that_is_gone_stays_as_words() {
    let (html, _) = marked("<p>前の文。残る文です。</p>", "<p>残る文です。</p>");
    assert_eq!(html, "<p>[Changed 1]{-前の文。-}残る文です。</p>");
}

#[test]
fn rows_are_known_by_their_names() {
    let row = |name: &str, value: &str| format!("<tr><th>{name}</th><td>{value}</td></tr>");
    let table = |rows: &str| {
        format!("<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody>{rows}</tbody></table>")
    };
    let base = table(&(row("図書", "1") + &row("道路", "2") + &row("公園", "3")));
    let now = table(&(row("図書", "1") + &row("公園", "4") + &row("学校", "5")));
    let (html, places) = marked(&base, &now);
    let expected = table(&[
        row("図書", "1"),
        "<tr class=\"review-gone\" data-review=\"old\"><td>[Row removed 1]{-道路-}</td><td>{-2-}</td></tr>".to_owned(),
        row("公園", "[Changed 2]{-3-}{+4+}"),
        row("[Row added 3]{+学校+}", "{+5+}"),
    ]
    .concat());
    assert_eq!(html, expected);
    assert_eq!(places, 3);
}

#[test]
fn the_first_row_of_a_body_goes_into_the_body() {
    let head = "<thead><tr><th>A</th></tr></thead>";
    let base =
        format!("<table>{head}<tbody><tr><td>x</td></tr><tr><td>y</td></tr></tbody></table>");
    let now = format!("<table>{head}<tbody><tr><td>y</td></tr></tbody></table>");
    let (html, _) = marked(&base, &now);
    assert!(html.contains("</thead><tbody><tr class=\"review-gone\""), "{html}");
}

#[test]
fn an_empty_cell_and_a_filled_one_differ() {
    let (html, _) = marked(
        "<table><tr><th>市</th><td></td><td>1</td></tr></table>",
        "<table><tr><th>市</th><td>9</td><td></td></tr></table>",
    );
    let expected = "<table><tr><th>市</th><td>[Changed 1]{+9+}</td><td>{-1-}</td></tr></table>";
    assert_eq!(html, expected);
}

#[test]
fn a_block_that_is_gone_stands_where_a_block_may() {
    let (html, places) = marked(
        "<details><summary>Sum</summary><p>gone</p></details><p>end</p>",
        "<details><summary><b>Sum</b></summary></details><p>end</p>",
    );
    let gone = "<p class=\"review-gone\" data-review=\"old\">[Removed 1]{-gone-}</p>";
    let expected = format!("<details><summary><b>Sum</b></summary>{gone}</details><p>end</p>");
    assert_eq!((html, places), (expected, 1));
    let (html, _) = marked("<p>gone</p><p>end</p>", "<p>end</p>");
    assert_eq!(html, format!("{gone}<p>end</p>"));
}

#[test]
fn a_drawing_tells_which_of_its_numbers_differ() {
    let figure = |length: &str, value: &str| {
        format!(
            "<figure><svg role=\"img\"><path d=\"{length}\"/></svg><table><tr><th>図書</th><td>{value}</td></tr></table></figure>"
        )
    };
    let (html, places) = marked(&figure("M1", "12"), &figure("M2", "14"));
    assert!(html.contains("[Drawing changed 1]"), "{html}");
    assert!(html.contains("<li>図書: 12 → 14</li>"), "{html}");
    assert_eq!(places, 2);
}

#[test]
fn what_is_said_about_a_page_is_not_compared() {
    let now = "<p>a</p><details data-review=\"said\"><summary>comment</summary></details>";
    assert_eq!(compared(&page("<p>a</p>"), &page(now), Language::Ja).places, 0);
}

#[test]
fn signs_of_markup_are_told_as_signs() {
    let (html, _) = marked("<p>a &lt; b &amp; c</p>", "<p>a &lt; b or d</p>");
    assert_eq!(html, "<p>a &lt; b [Changed 1]{-&amp; c-}{+or d+}</p>");
}

/// A piece of a page, at random.
fn block() -> impl Strategy<Value = String> {
    let word = || {
        prop::sample::select(vec![
            "費用",
            "は",
            "12",
            "1,300",
            "円。",
            "old",
            " ",
            "&amp;",
            "<b>強</b>",
        ])
    };
    let line = move || prop::collection::vec(word(), 0..6).prop_map(|words| words.concat());
    prop_oneof![
        line().prop_map(|text| format!("<p>{text}</p>")),
        line().prop_map(|text| format!("<h2 id=\"h\">{text}</h2>")),
        (line(), line()).prop_map(|(a, b)| format!("<ul><li>{a}<ul><li>{b}</li></ul></li></ul>")),
        (line(), line()).prop_map(|(a, b)| format!("<details><summary>{a}</summary>{b}</details>")),
        (line(), line(), line(), line()).prop_map(|(a, b, c, d)| {
            format!("<table><tbody><tr><th>{a}</th><td>{b}</td></tr><tr><th>{c}</th><td><p>{d}</p></td></tr></tbody></table>")
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever two pages say: the marks come off again, and both texts can be read from them.
    #[test]
    fn marks_come_off_and_both_texts_are_there(
        base in prop::collection::vec(block(), 0..6),
        now in prop::collection::vec(block(), 0..6),
        shared in prop::collection::vec(block(), 0..3),
    ) {
        let base = [shared.concat(), base.concat()].concat();
        let now = [now.concat(), shared.concat()].concat();
        marked(&base, &now);
        prop_assert_eq!(marked(&now, &now).1, 0);
    }
}
