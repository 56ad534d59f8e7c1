//! Japanese on an English page says that it is Japanese, wherever it stands.

use kyotsu::text::Language;
use scraper::{ElementRef, Node};

use super::page::{Page, around};
use super::{none, site};

/// Attributes whose words are read or shown.
const SPOKEN: [&str; 9] = [
    "alt",
    "aria-label",
    "aria-description",
    "aria-roledescription",
    "content",
    "data-label",
    "label",
    "placeholder",
    "title",
];

#[test]
fn english_pages_mark_all_their_japanese() {
    none("Japanese that is not marked", site().faults(unmarked));
}

fn unmarked(page: &Page) -> Vec<String> {
    if page.language() == Language::Ja {
        return Vec::new();
    }
    let mut found = Vec::new();
    for element in page.all("*").into_iter().filter(|element| !is_japanese(*element)) {
        let texts = element.children().filter_map(|child| match child.value() {
            Node::Text(text) => Some(text.to_string()),
            _ => None,
        });
        let spoken = SPOKEN.iter().filter_map(|name| element.attr(name)).map(str::to_owned);
        let japanese = texts.chain(spoken).filter(|text| text.contains(is_japanese_letter));
        let name = element.value().name();
        found.extend(japanese.map(|text| format!("<{name}> {}", text.trim())));
    }
    found
}

/// Whether the nearest language said is Japanese.
fn is_japanese(element: ElementRef<'_>) -> bool {
    around(element).find_map(|element| element.attr("lang")) == Some("ja")
}

/// Kana, kanji, and the punctuation that stands among them.
fn is_japanese_letter(letter: char) -> bool {
    matches!(letter, '　'..='ヿ' | 'ㇰ'..='ㇿ' | '㐀'..='鿿' | '豈'..='﫿' | '！'..='￦')
}

#[test]
fn japanese_is_found_in_text_and_attributes() {
    let told = |path: &str, body: &str| {
        let html = format!("<html lang=en><head><title>a</title></head><body>{body}</body></html>");
        unmarked(&Page::read(path, html.as_bytes())).len()
    };
    for wrong in [
        "<p>共通化</p>",
        "<p>commonisation（共）</p>",
        "<img alt=図>",
        "<nav aria-label=目次></nav>",
        "<p lang=ja><b lang=en>共通</b></p>",
        "<svg><title>図</title></svg>",
    ] {
        assert_eq!(told("en/index.html", wrong), 1, "{wrong}");
    }
    for right in
        ["<p>commonisation – “x”</p>", "<p lang=ja>共通<b>化</b></p>", "<a lang=ja>日本語</a>"]
    {
        assert_eq!(told("en/index.html", right), 0, "{right}");
    }
    assert_eq!(told("index.html", "<p>共通化</p>"), 0);
}
