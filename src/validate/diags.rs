//! The sentences of validation: one function for each, Japanese and English side by side.

/// A pair of sentences.
macro_rules! say {
    ($ja:literal, $en:literal) => {
        (format!($ja), format!($en))
    };
}

mod accessibility;
mod cells;
mod comments;
mod estimates;
mod expressions;
mod method;
mod reviews;

pub use accessibility::*;
pub use cells::*;
pub use comments::*;
pub use estimates::*;
pub use expressions::*;
pub use method::*;
pub use reviews::*;

use std::collections::BTreeSet;

use crate::diag::{Code, Diagnostic, code};
use crate::text::{Place, SourcePath, Words, nearest};

/// The parts every sentence has, in the order they are read.
fn told(
    code: &'static Code,
    place: Place,
    message: (String, String),
    expected: (String, String),
    fix: (String, String),
) -> Diagnostic {
    let expected = Words::new(expected.0, expected.1);
    Diagnostic {
        place,
        code,
        message: Words::new(message.0, message.1),
        expected: (!expected.is_empty()).then_some(expected),
        fix: Words::new(fix.0, fix.1),
    }
}

pub fn table_unknown<'a>(
    path: &SourcePath,
    name: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    // Windows hides endings: `kinds.csv.csv` is meant to be `kinds.csv`.
    let fix = match nearest(name.trim_end_matches(".csv"), known.clone()) {
        Some(near) => say!(
            "「{near}.csv」のことなら、ファイル名を直してください",
            "rename the file if it is meant to be 「{near}.csv」"
        ),
        None => say!(
            "このファイルを data の外へ移すか、ページの横に置いて図表に使ってください",
            "move it out of data, or put it beside a page and use it in a chart or table there"
        ),
    };
    let list = known.collect::<Vec<_>>().join(", ");
    told(
        &code::FILE_UNKNOWN,
        Place::file(path),
        say!(
            "「{name}」という表はありません。読まれません",
            "there is no table 「{name}」; not read"
        ),
        say!("次のどれか：{list}", "one of: {list}"),
        fix,
    )
}

pub fn header_unknown<'a>(
    place: Place,
    header: &str,
    known: impl Iterator<Item = &'a str>,
    near: Option<&str>,
) -> Diagnostic {
    let list = known.collect::<Vec<_>>().join(", ");
    let fix = match near {
        Some(near) => say!("「{near}」と書いてください", "write 「{near}」"),
        None => say!(
            "示した見出しのどれかに直すか、列を削除してください",
            "use one of these headers, or delete the column"
        ),
    };
    told(
        &code::HEADER_UNKNOWN,
        place,
        say!("見出し「{header}」はこの表にありません", "this table has no header 「{header}」"),
        say!("次のどれか：{list}", "one of: {list}"),
        fix,
    )
}

pub fn header_twice(place: Place, header: &str, other: &str) -> Diagnostic {
    told(
        &code::HEADER_REPEATED,
        place,
        say!(
            "見出し「{header}」は「{other}」と同じ列です",
            "header 「{header}」 is the same column as 「{other}」"
        ),
        say!("列ごとに違う見出し", "a different header for each column"),
        say!("どちらかの列を削除してください", "delete one of them"),
    )
}

pub fn header_missing(place: Place, name: &str, label: &str) -> Diagnostic {
    told(
        &code::HEADER_MISSING,
        place,
        say!("見出し「{name}」がありません", "header 「{name}」 is missing"),
        say!("1行目に {name} か「{label}」", "{name} or 「{label}」 in row 1"),
        say!("1行目に {name} の列を足してください", "add a column {name} to row 1"),
    )
}

pub fn lines_reversed(place: Place, from: i64, to: i64) -> Diagnostic {
    told(
        &code::NUMBER_RANGE,
        place,
        say!("終わりの行{to}が始まりの行{from}より前です", "line {to} stands before line {from}"),
        say!("{from} 以上の行", "line {from} or a later one"),
        say!("2つの行を入れ替えてください", "exchange the two lines"),
    )
}

pub fn line_outside(place: Place, last: i64) -> Diagnostic {
    told(
        &code::NUMBER_RANGE,
        place,
        say!("資料のテキストは{last}行までです", "the document's text has {last} lines"),
        say!("1から{last}まで", "1 to {last}"),
        say!("資料のテキストで行を確かめてください", "look the line up in the document's text"),
    )
}

pub fn reference(place: Place, id: &str, table: &str, known: &BTreeSet<String>) -> Diagnostic {
    let fix = match nearest(id, known.iter().map(String::as_str)) {
        Some(near) => say!("「{near}」と書いてください", "write 「{near}」"),
        None => say!(
            "{table} にあるIDを書くか、{table} に「{id}」の行を足してください",
            "write an ID that {table} has, or add a row 「{id}」 to it"
        ),
    };
    told(
        &code::REFERENCE,
        place,
        say!("「{id}」は {table} にありません", "「{id}」 is not in {table}"),
        say!("{table} のID", "an ID of {table}"),
        fix,
    )
}

pub fn table_missing(path: &str) -> Diagnostic {
    told(
        &code::FILE_MISSING,
        Place::file(&SourcePath::new(path)),
        say!("{path} がありません", "{path} is missing"),
        (String::new(), String::new()),
        say!(
            "{path} を置いてください。ほかの表がこの表の行を参照しています",
            "put it there: other tables refer to its rows"
        ),
    )
}

pub fn quote_length(place: Place, length: usize, most: usize) -> Diagnostic {
    told(
        &code::QUOTE_LENGTH,
        place,
        say!("引用が{length}字あります", "the quotation has {length} characters"),
        say!("{most}字まで", "at most {most} characters"),
        say!("要る部分だけを引用してください", "quote only the part that is needed"),
    )
}

pub fn citation_unused(place: Place, id: &str) -> Diagnostic {
    told(
        &code::CITATION_UNUSED,
        place,
        say!("出典「{id}」はどこからも使われていません", "nothing refers to citation 「{id}」"),
        (String::new(), String::new()),
        say!(
            "使う行の source に書くか、この行を削除してください",
            "use it as a source, or delete the row"
        ),
    )
}

/// A place of a page that no folder can have.
pub fn moved_form(place: Place, route: &str) -> Diagnostic {
    told(
        &code::SETTINGS,
        place,
        say!("「{route}」はページの場所になりません", "「{route}」 is no place of a page"),
        say!(
            "フォルダーの名前を / でつないだもの。例：areas/library",
            "names of folders with / between them, such as areas/library"
        ),
        say!(
            "アドレスのうち、サイトの先頭より後、index.html より前を書いてください（en/ は付けません）",
            "write what stands in the address behind the top of the site and before index.html, without en/"
        ),
    )
}

pub fn base_url(place: Place, url: &str) -> Diagnostic {
    let address = url.trim_end_matches('/');
    let address = match address.split_once("://") {
        Some(("http" | "https", _)) => format!("{address}/"),
        Some((_, behind)) => format!("https://{behind}/"),
        None => format!("https://{address}/"),
    };
    told(
        &code::SETTINGS,
        place,
        say!("base_url「{url}」は使えません", "base_url 「{url}」 cannot be used"),
        say!("https:// で始まり / で終わるURL", "a URL that begins with https:// and ends in /"),
        say!("「{address}」と書いてください", "write 「{address}」"),
    )
}
