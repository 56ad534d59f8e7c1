//! What is told of the accessibility policy and its test results.

use super::told;
use crate::diag::{Diagnostic, code};
use crate::text::{Place, nearest};

pub fn accessibility_word<'a>(
    place: Place,
    written: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let fix = match nearest(written, known.clone()) {
        Some(near) => say!("「{near}」と書いてください", "write 「{near}」"),
        None => say!("この中から選んでください", "choose one of these"),
    };
    let list = known.collect::<Vec<_>>().join(", ");
    told(
        &code::ACCESSIBILITY,
        place,
        say!(
            "「{written}」は使えない語です",
            "「{written}」 is not among the words to choose from"
        ),
        say!("次のどれか：{list}", "one of: {list}"),
        fix,
    )
}

pub fn success_unknown(place: Place, number: &str) -> Diagnostic {
    told(
        &code::ACCESSIBILITY,
        place,
        say!(
            "「{number}」という達成基準はありません",
            "there is no success criterion 「{number}」"
        ),
        say!(
            "WCAG 2.2 のレベルAとAAの達成基準か 4.1.1 の番号",
            "the number of a level A or AA criterion of WCAG 2.2, or 4.1.1"
        ),
        say!("「1.4.3」のように書いてください", "write it like 「1.4.3」"),
    )
}

pub fn success_repeated(place: Place, number: &str) -> Diagnostic {
    told(
        &code::ACCESSIBILITY,
        place,
        say!("達成基準 {number} が2回書かれています", "success criterion {number} stands twice"),
        say!("1つの達成基準に1つの結果", "one result for each criterion"),
        say!("どちらかを消してください", "delete one of the two"),
    )
}

pub fn finding_without_person(place: Place) -> Diagnostic {
    told(
        &code::ACCESSIBILITY,
        place,
        say!(
            "人が試験していないのに、結果が書かれています",
            "a result is entered that no person has tested"
        ),
        say!("method は person か both", "a method of person or both"),
        say!(
            "人が試験したら method を直してください。まだなら result を untested にしてください",
            "correct method once a person has tested it; until then set result to untested"
        ),
    )
}

pub fn claim_untested(place: Place, untested: &[&str]) -> Diagnostic {
    let list = untested.join(", ");
    told(
        &code::ACCESSIBILITY,
        place,
        say!(
            "試験していない達成基準があるのに、対応度が書かれています",
            "a degree of conformance is claimed while criteria are untested"
        ),
        say!(
            "すべての達成基準の結果。未試験：{list}",
            "a result for every criterion; untested: {list}"
        ),
        say!(
            "試験の結果を書くか、claim の行を消してください",
            "enter the results, or delete the line with claim"
        ),
    )
}

pub fn claim_failed(place: Place, failed: &[&str]) -> Diagnostic {
    let list = failed.join(", ");
    told(
        &code::ACCESSIBILITY,
        place,
        say!(
            "不適合の達成基準があるのに、準拠と書かれています",
            "conformance is claimed while criteria have failed"
        ),
        say!("不適合のない結果。不適合：{list}", "no criterion that failed; failed: {list}"),
        say!("claim を \"partly\" にしてください", "set claim to \"partly\""),
    )
}

pub fn claim_undated(place: Place) -> Diagnostic {
    told(
        &code::ACCESSIBILITY,
        place,
        say!("いつ試験した結果かが書かれていません", "it is not said when the tests were made"),
        say!("試験をした日", "the day of the tests"),
        say!("date = 2026-11-22 のように書いてください", "write it like date = 2026-11-22"),
    )
}
