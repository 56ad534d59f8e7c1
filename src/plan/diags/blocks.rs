//! What is told of figures, charts and computations in a text.

use super::{missing, told};
use crate::diag::{Diagnostic, code};
use crate::text::{Place, Words, nearest};

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

pub fn figure_uncited(place: Place, table: &str) -> Diagnostic {
    told(
        &code::FIGURE_UNKNOWN,
        place,
        Words::new(
            format!("表 {table} には出典がないので埋め込めません"),
            format!("table {table} cites nothing, so nothing of it is a figure"),
        ),
        Words::new("source の列がある表の値", "a value of a table with a source column"),
        Words::new(
            "言葉で書くか、図表の囲み（table）で載せてください",
            "say it in words, or show it in a table block",
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
        Words::new("単位を直すか消してください", "mend the unit or delete it"),
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

pub fn block_file<'a>(
    place: Place,
    name: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let message = Words::new(
        format!("「{name}」がページの隣にありません"),
        format!("there is no 「{name}」 beside the page"),
    );
    if nearest(name, known.clone()).is_some() {
        return missing(&code::BLOCK_TABLE, place, message, name, known);
    }
    let fix = Words::new(
        format!("{name} を page.md と同じフォルダーに置いてください"),
        format!("put {name} in the folder of page.md"),
    );
    told(&code::BLOCK_TABLE, place, message, Words::default(), fix)
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

/// The example is a value of a stranger's column that is no number.
pub fn block_value(place: Place, column: &str, example: Option<&str>) -> Diagnostic {
    let message = match example {
        Some(value) => Words::new(
            format!("列「{column}」に数でない「{value}」があるので図にできません"),
            format!("column 「{column}」 holds 「{value}」, no number, and cannot be drawn"),
        ),
        None => Words::new(
            format!("列「{column}」は数でないので図にできません"),
            format!("column 「{column}」 holds no numbers and cannot be drawn"),
        ),
    };
    told(
        &code::BLOCK_VALUE,
        place,
        message,
        Words::new("数の列", "a column of numbers"),
        Words::new("数の列を書いてください", "name a column of numbers"),
    )
}

pub fn block_gap(place: Place, column: &str) -> Diagnostic {
    told(
        &code::BLOCK_VALUE,
        place,
        Words::new(
            format!("列「{column}」に値のないセルか小数があるので、分布にできません"),
            format!("column 「{column}」 has cells without a value, or decimals"),
        ),
        Words::new("整数だけの列", "a column of whole numbers"),
        Words::new(
            format!("where = \"{column}\" を足すと、値のある行だけになります"),
            format!("add where = \"{column}\" to take only rows with a value"),
        ),
    )
}

pub fn block_key(place: Place, key: &str) -> Diagnostic {
    told(
        &code::BLOCK_TOML,
        place,
        Words::new(format!("{key} がありません"), format!("{key} is missing")),
        Words::new(
            format!("{key} = [\"列の名前\", …]"),
            format!("{key} = [\"name of a column\", …]"),
        ),
        Words::new(
            format!("{key} に、表の列の名前を書いてください"),
            format!("write {key} with the names of the table's columns"),
        ),
    )
}

pub fn chart_type<const N: usize>(place: Place, name: &str, known: [&str; N]) -> Diagnostic {
    let message = Words::new(
        format!("図の種類「{name}」はありません"),
        format!("there is no chart type 「{name}」"),
    );
    missing(&code::BLOCK_TOML, place, message, name, known.into_iter())
}

pub fn block_twice(place: Place, category: &str, series: &str) -> Diagnostic {
    told(
        &code::BLOCK_VALUE,
        place,
        Words::new(
            format!("「{category}」と「{series}」の組合せの行が2つ以上あります"),
            format!("more than one row has 「{category}」 and 「{series}」"),
        ),
        Words::new("組合せごとに1行", "one row for each combination"),
        Words::new(
            "where = [\"列 = 値\"] で行を絞るか、series の列を変えてください",
            "narrow the rows with where = [\"column = value\"], or name another series column",
        ),
    )
}

pub fn distribution_wide(place: Place, most: i64, limit: i64) -> Diagnostic {
    told(
        &code::BLOCK_VALUE,
        place,
        Words::new(
            format!("値が{most}まであり、分布の図にできません"),
            format!("values go up to {most}: too many for a distribution"),
        ),
        Words::new(format!("{limit}までの整数"), format!("whole numbers up to {limit}")),
        Words::new(
            "type = \"bars\" を使うか、ほかの列を書いてください",
            "use type = \"bars\", or name another column",
        ),
    )
}

pub fn estimate_doubted(place: Place, area: &str, limit: i64) -> Diagnostic {
    told(
        &code::ESTIMATE_DOUBTED,
        place,
        Words::new(
            format!(
                "業務領域「{area}」の年間の費用が、全市区町村の情報システム経費の合計を超えます"
            ),
            format!(
                "a yearly cost of area 「{area}」 exceeds what all municipalities spend on systems"
            ),
        ),
        Words::new(
            format!("{limit}円以下（市区町村のみ、2017年度当初予算、基幹系と内部管理系）"),
            format!(
                "at most {limit} yen (municipalities only, initial budgets FY2017, core and internal systems)"
            ),
        ),
        Words::new(
            "団体数と1団体あたりの額の単位（円）を確かめてください",
            "look at the number of bodies and at the unit of the amounts a body (yen)",
        ),
    )
}

pub fn sharing_missing(place: Place) -> Diagnostic {
    told(
        &code::BLOCK_TABLE,
        place,
        Words::new(
            "費用の分け方の例がありません".to_owned(),
            "there is no example of sharing a cost".to_owned(),
        ),
        Words::new(
            "data/examples.toml に [sharing]".to_owned(),
            "[sharing] in data/examples.toml".to_owned(),
        ),
        Words::new(
            "例を足すか、この囲みを削除してください".to_owned(),
            "add the example, or delete this block".to_owned(),
        ),
    )
}

/// A number in prose that stands in the data, with what shows it from there.
pub fn figure_typed(place: Place, references: &[String], has_more: bool) -> Diagnostic {
    let typed = place.value.clone().unwrap_or_default();
    let (more_ja, more_en) = if has_more { (" など", " and others") } else { ("", "") };
    let (ja, en) = (references.join(" か "), references.join(" or "));
    told(
        &code::FIGURE_TYPED,
        place,
        Words::new(
            format!("「{typed}」は表にある値です。打ち込むと、表を直しても変わりません"),
            format!("「{typed}」 stands in a table; typed, it stays when the table is mended"),
        ),
        Words::new(
            format!("表から埋め込んだ値：{ja}{more_ja}"),
            format!("the value out of its table: {en}{more_en}"),
        ),
        Words::new(
            "同じことの値なら、数と単位を消して、示した形で書いてください",
            "if it is the same figure, write this in place of the number and its unit",
        ),
    )
}
