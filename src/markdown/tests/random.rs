//! Whatever stands in a file: no panic, and every place is a place in that file.

use proptest::prelude::*;
use pulldown_cmark::{Parser, html::push_html};

use super::*;

/// Words and marks that mean something to a reader of pages.
const WORDS: &[&str] = &[
    "*",
    "**",
    "***",
    "~~",
    "~",
    "_",
    "[[",
    "]]",
    "[[a.b.c]]",
    "[[a.b.c|億円]]",
    "a.b.c",
    "|",
    "\\|",
    "\n",
    "\n\n",
    "\r\n",
    "    ",
    "  \n",
    "> ",
    "- ",
    "3. ",
    "# ",
    "## ",
    "### ",
    "{#i}",
    "---\n",
    "```chart\n",
    "```table\n",
    "```\n",
    "~~~\n",
    "table = \"t\"\n",
    "where = [\"a = b\", \"!c\"]\n",
    "sort = \"-あ\"\n",
    "id = '",
    "\"\"\"",
    "| 甲 | b |\n|--|--:|\n",
    "「",
    "」",
    "。",
    "あ",
    "漢字",
    "x",
    "word",
    " ",
    "　",
    "\t",
    "\\",
    "`",
    "<b>",
    "<!--",
    "<https://a.jp>",
    "&amp;",
    "&#42;",
    "[^a]",
    "\n[^a]: ",
    "![",
    "](/x/)",
    "](#f)",
    "](javascript:x)",
    "[",
    "]",
    "(",
    ")",
    "!",
    "😀",
    "[!NOTE]\n",
    "\u{200D}",
    "\u{0}",
    "#",
    "=",
    "+++\n",
    "[y]: /z/\n",
];

fn any_page() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        8 => prop::sample::select(WORDS).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(word, 0..60).prop_map(|words| words.concat())
}

/// All the places a page speaks of.
fn places(checked: &Checked<Document>) -> Vec<Span> {
    let mut spans: Vec<_> = checked.notes.iter().filter_map(|note| note.place.span).collect();
    spans.extend(checked.value.outline.iter().map(|heading| heading.span));
    for piece in &checked.value.pieces {
        match piece {
            Piece::Html(_) | Piece::Text(_) | Piece::Generated => {}
            Piece::Href(link) => spans.extend(link.place.span),
            Piece::Figure(figure) => {
                spans.extend([figure.table.span, figure.row.span, figure.column.span]);
                spans.extend(figure.unit.as_ref().map(|unit| unit.span));
                spans.extend(figure.place.span);
            }
            Piece::Block(block) => {
                spans.extend(block.place.span);
                spans.extend(block.table.as_ref().map(|table| table.span));
                spans.extend(block.sort.as_ref().map(|sort| sort.span));
                spans.extend(block.filters.iter().map(|filter| filter.span));
            }
        }
    }
    spans
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..Default::default() })]

    #[test]
    fn every_place_lies_in_the_file(body in any_page()) {
        let text = format!("{FRONT}{body}");
        for span in places(&read(&body)) {
            prop_assert!(text.get(span.start..span.end).is_some(), "{span:?} in {text:?}");
            prop_assert!(span.start >= FRONT.len(), "{span:?} in {text:?}");
        }
    }

    /// Every element that is opened is closed, in order, with nothing left over.
    #[test]
    fn markup_is_whole(body in any_page()) {
        let pieces = read(&body).value.pieces;
        let html: String = pieces.iter().map(|piece| match piece {
            Piece::Html(html) => html.as_str(),
            _ => "",
        }).collect();
        let mut open = Vec::new();
        for tag in html.split('<').skip(1) {
            let name = tag.split([' ', '>']).next().unwrap();
            if let Some(name) = name.strip_prefix('/') {
                prop_assert_eq!(open.pop(), Some(name), "{}", html);
            } else if !matches!(name, "br" | "hr") {
                open.push(name);
            }
        }
        prop_assert!(open.is_empty(), "{open:?} in {html}");
    }

    /// Where no Japanese stands, emphasis is CommonMark's.
    #[test]
    fn latin_emphasis_is_commonmark(text in "[a(]{1,2}[ab* .(]{0,16}") {
        let mut expected = String::new();
        push_html(&mut expected, Parser::new(&text));
        prop_assert_eq!(html(&text), expected, "{}", text);
    }
}

#[test]
fn depth_does_not_matter() {
    for mark in ["> ", "- ", "*a ", "[", "[[", "**「", "_a "] {
        read(&mark.repeat(20_000));
    }
}
