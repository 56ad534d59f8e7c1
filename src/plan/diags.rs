//! The sentences of planning: one function for each, Japanese and English side by side.

use crate::diag::{Code, Diagnostic, code};
use crate::text::{Place, SourcePath, Words, nearest};

fn told(
    code: &'static Code,
    place: Place,
    message: Words,
    expected: Words,
    fix: Words,
) -> Diagnostic {
    let expected = (!expected.is_empty()).then_some(expected);
    Diagnostic { place, code, message, expected, fix }
}

/// A name that is not there: the nearest one that is, or some of them.
fn missing<'a>(
    code: &'static Code,
    place: Place,
    message: Words,
    written: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let names: Vec<&str> = known.clone().take(LISTED + 1).collect();
    let list = names.iter().take(LISTED).copied().collect::<Vec<_>>().join(", ");
    let (more_ja, more_en) =
        if names.len() > LISTED { (" など", " and others") } else { ("", "") };
    let fix = match nearest(written, known) {
        Some(near) => {
            Words::new(format!("「{near}」と書いてください"), format!("write 「{near}」"))
        }
        None => Words::new("ある名前に直してください", "write a name that is there"),
    };
    let expected =
        Words::new(format!("次のどれか：{list}{more_ja}"), format!("one of: {list}{more_en}"));
    told(code, place, message, expected, fix)
}

/// How many names a message lists.
const LISTED: usize = 12;

pub fn route_clash(path: &SourcePath, route: &str, other: &str) -> Diagnostic {
    told(
        &code::ROUTE_CLASH,
        Place::file(path),
        Words::new(
            format!("ページの場所「{route}」は「{other}」とぶつかります"),
            format!("the page's place 「{route}」 clashes with 「{other}」"),
        ),
        Words::default(),
        Words::new(
            "フォルダーの名前を変えてください（大文字と小文字は区別されません。en は英語のページです）",
            "rename the folder (case does not count; en is the English site)",
        ),
    )
}

pub fn page_english_missing(path: &SourcePath) -> Diagnostic {
    told(
        &code::PAGE_ENGLISH_MISSING,
        Place::file(path),
        Words::new("英語のページがありません", "the page has no English"),
        Words::new("同じフォルダーの page.en.md", "page.en.md in the same folder"),
        Words::new(
            "page.en.md を書いてください。それまでは英語のページに日本語が出ます",
            "write page.en.md; until then the English page shows the Japanese",
        ),
    )
}

pub fn link_dead<'a>(
    place: Place,
    target: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let message = Words::new(
        format!("リンク先「/{target}/」がありません"),
        format!("there is no page 「/{target}/」"),
    );
    missing(&code::LINK_DEAD, place, message, target, known)
}

pub fn fragment_dead<'a>(
    place: Place,
    id: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let message = Words::new(
        format!("リンク先のページに「#{id}」がありません"),
        format!("the page has no place 「#{id}」"),
    );
    missing(&code::FRAGMENT_DEAD, place, message, id, known)
}

pub fn figure_unknown<'a>(
    place: Place,
    written: &str,
    among: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let message = Words::new(
        format!("「{written}」は {among} にありません"),
        format!("「{written}」 is not in {among}"),
    );
    missing(&code::FIGURE_UNKNOWN, place, message, written, known)
}

pub fn figure_empty(place: Place, row: &str) -> Diagnostic {
    told(
        &code::FIGURE_UNKNOWN,
        place,
        Words::new(
            format!("「{row}」のこの列には値がありません"),
            format!("「{row}」 has no value in this column"),
        ),
        Words::new("値のあるセル", "a cell with a value"),
        Words::new(
            "表に値を入れるか、ほかの行か列を書いてください",
            "fill the cell, or name another row or column",
        ),
    )
}

pub fn figure_unit(place: Place, unit: &str) -> Diagnostic {
    told(
        &code::FIGURE_UNIT,
        place,
        Words::new(
            format!("この値は「{unit}」で表せません"),
            format!("this value cannot be shown in 「{unit}」"),
        ),
        Words::new(
            "金額に、円・千円・百万円・億円・兆円のどれか",
            "for money, one of 円, 千円, 百万円, 億円, 兆円",
        ),
        Words::new(
            "単位を直すか、| から後ろを消してください",
            "mend the unit, or delete it from |",
        ),
    )
}

pub fn block_table<'a>(
    place: Place,
    name: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let message = Words::new(
        format!("「{name}」という表はありません"),
        format!("there is no table 「{name}」"),
    );
    missing(&code::BLOCK_TABLE, place, message, name, known)
}

pub fn block_column<'a>(
    place: Place,
    name: &str,
    table: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let message = Words::new(
        format!("表 {table} に列「{name}」はありません"),
        format!("table {table} has no column 「{name}」"),
    );
    missing(&code::BLOCK_COLUMN, place, message, name, known)
}

pub fn block_value(place: Place, column: &str) -> Diagnostic {
    told(
        &code::BLOCK_VALUE,
        place,
        Words::new(
            format!("列「{column}」は数でないので図にできません"),
            format!("column 「{column}」 holds no numbers and cannot be drawn"),
        ),
        Words::new("数の列", "a column of numbers"),
        Words::new("数の列を書いてください", "name a column of numbers"),
    )
}

pub fn chart_type<const N: usize>(place: Place, name: &str, known: [&str; N]) -> Diagnostic {
    let message = Words::new(
        format!("図の種類「{name}」はありません"),
        format!("there is no chart type 「{name}」"),
    );
    missing(&code::BLOCK_TOML, place, message, name, known.into_iter())
}
