//! What is told of comments and sign-offs.

use super::told;
use crate::diag::{Diagnostic, code};
use crate::text::Place;

/// A key with nothing in it.
pub fn comment_empty(place: Place, key: &str) -> Diagnostic {
    let (what, fix) = match key {
        "page" => (
            say!("ページの場所", "where the page stands"),
            say!(
                "page = \"costs/index.html\" のように、ページの場所を書いてください",
                "write where the page stands, such as page = \"costs/index.html\""
            ),
        ),
        "who" => (
            say!("書いた人の名前", "the name of who wrote it"),
            say!(
                "who = \"山田花子\" のように、名前を書いてください",
                "write a name, such as who = \"Yamada Hanako\""
            ),
        ),
        _ => (
            say!("コメントの文", "the words of the comment"),
            say!(
                "text の引用符の間に書くか、いらないファイルなら消してください",
                "write them between the quotation marks of text, or delete the file if it is not needed"
            ),
        ),
    };
    told(&code::COMMENT, place, say!("{key} が空です", "{key} is empty"), what, fix)
}

/// Something that is less exact than a day.
pub fn comment_day(place: Place, key: &str, written: &str) -> Diagnostic {
    told(
        &code::COMMENT,
        place,
        say!("「{written}」は日まで書かれていません", "「{written}」 names no day"),
        say!("日付（2026-11-22）", "a day (2026-11-22)"),
        say!(
            "{key} = \"2026-11-22\" のように書いてください",
            "write it like {key} = \"2026-11-22\""
        ),
    )
}

/// `true` does not say when and how.
pub fn comment_settled(place: Place) -> Diagnostic {
    told(
        &code::COMMENT,
        place,
        say!("settled に true か false が書かれています", "settled holds true or false"),
        say!(
            "対応した日と、何をしたか（まだなら空の \"\"）",
            "when and how it was dealt with (\"\" while it is open)"
        ),
        say!(
            "settled = \"2026-11-25 本文を直した\" のように書いてください",
            "write it like settled = \"2026-11-25 the text was mended\""
        ),
    )
}
