//! What is told of a value in a cell: what it should be, and how it is written.

use super::told;
use crate::diag::{Diagnostic, code};
use crate::model::{CodeEntry, Column, Kind};
use crate::text::{Place, Words, half_width, nearest};
use crate::validate::date::{in_its_era, spreadsheet_day};
use crate::validate::number::decimal;

pub fn cell_missing(place: Place, column: &Column) -> Diagnostic {
    let kind = kind_words(column.kind);
    let (ja, en) = (kind.ja, kind.en);
    told(
        &code::CELL_MISSING,
        place,
        say!("値がありません", "there is no value"),
        (ja.clone(), en.clone()),
        say!(
            "{ja}を入力してください。分からないあいだは、この行を表から外してください",
            "type {en}; until it is known, leave the row out"
        ),
    )
}

pub fn space_around(place: Place) -> Diagnostic {
    told(
        &code::SPACE_AROUND,
        place,
        say!("値の前か後に空白があります", "blank before or after the value"),
        (String::new(), String::new()),
        say!("空白を消してください（読むときは無視します）", "delete it (it is ignored)"),
    )
}

pub fn line_break(place: Place) -> Diagnostic {
    told(
        &code::LINE_BREAK,
        place,
        say!("セルの中に改行があります", "line break inside the cell"),
        say!("1セルに1行", "one line in a cell"),
        say!(
            "改行を消すか、行を分けてください（ExcelではAlt+Enterで入った改行です）",
            "delete it or make two rows (in Excel it was typed with Alt+Enter)"
        ),
    )
}

pub fn stray_invisible(place: Place, letter: char) -> Diagnostic {
    let point = u32::from(letter);
    told(
        &code::STRAY_CHARACTER,
        place,
        say!("見えない文字（U+{point:04X}）があります", "invisible character (U+{point:04X})"),
        say!("ふつうの文字", "ordinary characters"),
        say!("セルの値を手で打ち直してください", "type the value again by hand"),
    )
}

pub fn stray_foreign(place: Place, letter: char) -> Diagnostic {
    let point = u32::from(letter);
    told(
        &code::STRAY_CHARACTER,
        place,
        say!(
            "使えない文字「{letter}」（U+{point:04X}）があります",
            "character 「{letter}」 (U+{point:04X}) is not allowed"
        ),
        say!("かな、漢字、英数字と記号", "kana, kanji, Latin letters, digits and punctuation"),
        say!(
            "見た目の似た英字やかなに打ち直してください",
            "type the Latin letter or kana it looks like"
        ),
    )
}

pub fn stray_platform(place: Place, letter: char) -> Diagnostic {
    let plain = match letter {
        '〜' | '～' => "から".to_owned(),
        letter => half_width(&letter.to_string()),
    };
    told(
        &code::STRAY_CHARACTER,
        place,
        say!("機種依存文字「{letter}」があります", "platform-dependent character 「{letter}」"),
        say!("どの機種でも読める文字", "a character every machine can read"),
        say!("「{plain}」と書いてください", "write 「{plain}」"),
    )
}

pub fn id_form(place: Place, id: &str) -> Diagnostic {
    let near: String = half_width(id)
        .to_lowercase()
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' })
        .collect();
    let near = near.trim_matches('-');
    let fix = if near.is_empty() || near.contains("--") {
        say!("英語の短い名前を付けてください（例：library）", "give it a short name (e.g. library)")
    } else {
        say!("「{near}」と書いてください", "write 「{near}」")
    };
    told(
        &code::ID_FORM,
        place,
        say!("ID「{id}」は使えません", "ID 「{id}」 cannot be used"),
        say!("半角の英小文字・数字・ハイフン", "lower-case ASCII letters, digits and hyphens"),
        fix,
    )
}

pub fn id_repeated(place: Place, id: &str, first: usize) -> Diagnostic {
    told(
        &code::ID_REPEATED,
        place,
        say!("ID「{id}」は{first}行目にもあります", "ID 「{id}」 stands in row {first} too"),
        say!("行ごとに違うID", "a different ID for each row"),
        say!("どちらかのIDを変えてください", "change one of them"),
    )
}

pub fn id_repeated_toml(place: Place, id: &str) -> Diagnostic {
    told(
        &code::ID_REPEATED,
        place,
        say!("ID「{id}」が2つあります", "ID 「{id}」 stands twice"),
        say!("項目ごとに違うID", "a different ID for each entry"),
        say!("どちらかのIDを変えてください", "change one of them"),
    )
}

pub fn value_repeated(place: Place, value: &str, first: usize) -> Diagnostic {
    told(
        &code::VALUE_REPEATED,
        place,
        say!("「{value}」は{first}行目にもあります", "「{value}」 stands in row {first} too"),
        say!("行ごとに違う値", "a different value in each row"),
        say!("どちらかを直すか、重なった行を削除してください", "mend one, or delete the row"),
    )
}

pub fn number(place: Place, text: &str) -> Diagnostic {
    let fix = match kanji_number(text) {
        Some(number) => {
            say!("半角数字で {number} と書いてください", "write {number} in digits")
        }
        None => say!("半角数字で書いてください（例：43）", "write it in digits (e.g. 43)"),
    };
    told(
        &code::NUMBER,
        place,
        say!("「{text}」は数として読めません", "「{text}」 is not a number"),
        say!("数（例：43、1,234、29.1）", "a number (e.g. 43, 1,234, 29.1)"),
        fix,
    )
}

pub fn unit_in_number(place: Place, text: &str) -> Diagnostic {
    let number = without_unit(text);
    told(
        &code::UNIT_IN_NUMBER,
        place,
        say!("「{text}」に単位が付いています", "「{text}」 has a unit"),
        say!("単位の付かない数", "a number without its unit"),
        say!("「{number}」と書いてください", "write 「{number}」"),
    )
}

pub fn not_a_count(place: Place, text: &str) -> Diagnostic {
    told(
        &code::NUMBER_RANGE,
        place,
        say!("「{text}」は件数になりません", "「{text}」 is not a count"),
        say!("0以上の整数", "a whole number, 0 or more"),
        say!("小数や負の数でない値を書いてください", "write a whole number that is not negative"),
    )
}

pub fn not_yen(place: Place, text: &str) -> Diagnostic {
    told(
        &code::NUMBER_RANGE,
        place,
        say!("「{text}」は金額として範囲の外です", "「{text}」 is out of range for yen"),
        say!("1円単位の整数で1000兆円まで", "whole yen, up to 1,000 trillion"),
        say!("円を単位とする整数で書いてください", "write whole yen"),
    )
}

pub fn date(place: Place, text: &str) -> Diagnostic {
    let fix = match (in_its_era(text), spreadsheet_day(text)) {
        (Some(meant), _) => say!(
            "{meant} と書いてください（この元号にその日はありません）",
            "write {meant} (the era had no such day)"
        ),
        (None, Some(meant)) => say!(
            "{meant} のことなら、そう書いてください（Excelが日付を数で保存したものです）",
            "write {meant} if that is meant (Excel saved the date as a number)"
        ),
        (None, None) if lacks_its_year(text) => say!(
            "2024-04-12 のように、年から書いてください（Excelに 4/12 と打つと、年のない形で保存されます）",
            "write it with its year, like 2024-04-12 (Excel saves what is typed as 4/12 without one)"
        ),
        (None, None) => say!("2024-04-12 の形で書いてください", "write it like 2024-04-12"),
    };
    told(
        &code::DATE,
        place,
        say!("「{text}」は日付として読めません", "「{text}」 is not a date"),
        say!(
            "2024-04-12、2024-04、2024、FY2024、令和6年4月12日、R6.4.12 のどれか",
            "2024-04-12, 2024-04, 2024, FY2024, 令和6年4月12日 or R6.4.12"
        ),
        fix,
    )
}

/// `4月12日` and `4/12`: month and day.
fn lacks_its_year(text: &str) -> bool {
    let text = half_width(text);
    let is_small = |part: &str| {
        (1..=2).contains(&part.len()) && part.bytes().all(|letter| letter.is_ascii_digit())
    };
    let parts = text.trim_end_matches('日').split_once(['月', '/', '-']);
    parts.is_some_and(|(month, day)| is_small(month) && (day.is_empty() || is_small(day)))
}

pub fn spreadsheet_error(place: Place, text: &str) -> Diagnostic {
    told(
        &code::SPREADSHEET_ERROR,
        place,
        say!("「{text}」はExcelのエラーです", "「{text}」 is an error of Excel"),
        say!("式の結果ではない値", "a value, not a failed formula"),
        say!(
            "Excelで式を直すか、値を手で入力してください。なければ空にします",
            "mend the formula in Excel or type the value; leave the cell empty if there is none"
        ),
    )
}

pub fn flag(place: Place, text: &str) -> Diagnostic {
    told(
        &code::CODE_UNKNOWN,
        place,
        say!("「{text}」は使えません", "「{text}」 cannot be used"),
        say!("yes か空", "yes, or nothing"),
        say!("当てはまれば yes、なければ空にしてください", "write yes if it applies, else nothing"),
    )
}

pub fn code_unknown(place: Place, text: &str, list: &[CodeEntry]) -> Diagnostic {
    let codes: Vec<_> = list.iter().map(|entry| entry.code).collect();
    let ja: Vec<_> =
        list.iter().map(|entry| format!("{}（{}）", entry.code, entry.label.ja)).collect();
    let fix = match nearest(text, codes.iter().copied()) {
        Some(near) => say!("「{near}」と書いてください", "write 「{near}」"),
        None => {
            let first = codes.first().copied().unwrap_or("");
            say!("「{first}」などから選んでください", "choose one, such as 「{first}」")
        }
    };
    told(
        &code::CODE_UNKNOWN,
        place,
        say!("「{text}」はこの列のコードにありません", "「{text}」 is not a code of this column"),
        (format!("次のどれか：{}", ja.join("、")), format!("one of: {}", codes.join(", "))),
        fix,
    )
}

pub fn status_with_value(place: Place, status: &CodeEntry, value: &str) -> Diagnostic {
    let code = status.code;
    told(
        &code::VALUE_STATUS,
        place,
        say!(
            "値「{value}」があるのに、状態が「{code}」です",
            "there is a value 「{value}」, but the status is 「{code}」"
        ),
        say!("値があれば observed", "observed where there is a value"),
        say!(
            "状態を「observed」にするか、値を消してください",
            "write 「observed」 as the status, or delete the value"
        ),
    )
}

pub fn status_without_value(place: Place, status: &CodeEntry) -> Diagnostic {
    let code = status.code;
    told(
        &code::VALUE_STATUS,
        place,
        say!(
            "値がないことと、状態「{code}」が合いません",
            "there is no value, which the status 「{code}」 does not fit"
        ),
        say!(
            "値のない理由：missing、not_applicable、suppressed。記載がなければ空欄",
            "why there is no value: missing, not_applicable, suppressed; blank if nothing is stated"
        ),
        say!(
            "値を入力するか、状態を空欄か値のない理由に直してください",
            "type the value, or make the status blank or the reason why there is none"
        ),
    )
}

pub fn precision_differs(place: Place, precision: &CodeEntry, date: &str) -> Diagnostic {
    let code = precision.code;
    told(
        &code::VALUE_STATUS,
        place,
        say!(
            "日付「{date}」と精度「{code}」が合いません",
            "date 「{date}」 and precision 「{code}」 disagree"
        ),
        say!(
            "2024-04-12 は day、2024-04 は month、2024 は year か fiscal_year",
            "day for 2024-04-12, month for 2024-04, year or fiscal_year for 2024"
        ),
        say!("日付か精度を直してください", "mend the date or its precision"),
    )
}

pub fn precision_without_date(place: Place, precision: &CodeEntry) -> Diagnostic {
    let code = precision.code;
    told(
        &code::VALUE_STATUS,
        place,
        say!("日付がないのに、精度「{code}」があります", "a precision 「{code}」 without a date"),
        (String::new(), String::new()),
        say!("日付を入力するか、精度を消してください", "type the date, or delete its precision"),
    )
}

/// What a column holds, in words.
fn kind_words(kind: Kind) -> Words {
    match kind {
        Kind::Id => Words::new("ID", "an ID"),
        Kind::Text | Kind::Printed | Kind::Words => Words::new("文字", "text"),
        Kind::Integer(_) => Words::new("整数", "a whole number"),
        Kind::Decimal(_) => Words::new("数", "a number"),
        Kind::Yen(_) => Words::new("円を単位とする整数", "whole yen"),
        Kind::Date => Words::new("日付", "a date"),
        Kind::Flag => Words::new("yes か空", "yes or nothing"),
        Kind::Code(_) | Kind::Codes(_) => Words::new("コード表の値", "a value of the code list"),
        Kind::Ref(table) | Kind::Refs(table) => {
            Words::new(format!("{table} のID"), format!("an ID of {table}"))
        }
    }
}

/// `43団体` is 43, `2.5億円` is 250000000: a number in a table has no unit, and money is in yen.
fn without_unit(text: &str) -> String {
    let text = half_width(text);
    let digits = text.trim_end_matches(|letter: char| !letter.is_ascii_digit());
    let unit = text.strip_prefix(digits).unwrap_or("").trim();
    let zeros = match unit.trim_end_matches('円') {
        "千" => 3,
        "万" => 4,
        "百万" => 6,
        "億" => 8,
        "兆" => 12,
        _ => 0,
    };
    let yen = decimal(digits).ok().and_then(|number| {
        let zeros = u32::checked_sub(zeros, number.places().into())?;
        number.digits().checked_mul(10i64.checked_pow(zeros)?)
    });
    yen.filter(|_| zeros > 0).map_or_else(|| digits.to_owned(), |yen| yen.to_string())
}

/// 三 is 3, 十二 is 12: what a person meant who typed a numeral in kanji.
fn kanji_number(text: &str) -> Option<u32> {
    const DIGITS: &str = "〇一二三四五六七八九";
    let digit = |letter: char| {
        DIGITS.chars().position(|one| one == letter).and_then(|at| u32::try_from(at).ok())
    };
    let mut total = 0;
    let mut pending = None;
    for letter in text.trim().chars() {
        match (letter, digit(letter)) {
            (_, Some(value)) => pending = Some(pending.unwrap_or(0) * 10 + value),
            ('十', None) => total += pending.take().unwrap_or(1) * 10,
            ('百', None) => total += pending.take().unwrap_or(1) * 100,
            ('千', None) => total += pending.take().unwrap_or(1) * 1000,
            _ => return None,
        }
    }
    (!text.trim().is_empty()).then(|| total + pending.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::{kanji_number, without_unit};

    #[test]
    fn numerals_in_kanji_are_guessed() {
        assert_eq!(kanji_number("三"), Some(3));
        assert_eq!(kanji_number("四十七"), Some(47));
        assert_eq!(kanji_number("百二十七"), Some(127));
        assert_eq!(kanji_number("約三"), None);
    }

    #[test]
    fn numbers_are_written_without_their_units() {
        assert_eq!(without_unit("43団体"), "43");
        assert_eq!(without_unit("4,786億円"), "478600000000");
        assert_eq!(without_unit("2.5億円"), "250000000");
        assert_eq!(without_unit("３千円"), "3000");
        assert_eq!(without_unit("29.1%"), "29.1");
    }
}
