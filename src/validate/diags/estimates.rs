//! What is told of the inputs of a computation, entered or made up.

use super::told;
use crate::diag::{Diagnostic, code};
use crate::text::Place;

pub fn range_reversed(place: Place, low: &str, high: &str) -> Diagnostic {
    told(
        &code::ESTIMATE,
        place,
        say!(
            "上限 {high} が下限 {low} より小さい値です",
            "the upper end {high} is below the lower end {low}"
        ),
        say!("{low} 以上の値", "a value from {low}"),
        say!(
            "小さい方を下限に、大きい方を上限に書いてください",
            "write the smaller value as the lower end, the larger as the upper end"
        ),
    )
}

pub fn cost_negative(place: Place, value: &str) -> Diagnostic {
    told(
        &code::ESTIMATE,
        place,
        say!("費用が負の値 {value} です", "a cost of {value} is below zero"),
        say!("0以上の額", "an amount from 0"),
        say!(
            "0以上の額を書いてください。減る額は便益（benefit）に書きます",
            "write an amount from 0; what is saved belongs under benefit"
        ),
    )
}

pub fn number_negative(place: Place, value: i64) -> Diagnostic {
    told(
        &code::ESTIMATE,
        place,
        say!("{value} は負の値です", "{value} is below zero"),
        say!("0以上の整数", "a whole number from 0"),
        say!("0以上の数を書いてください", "write a number from 0"),
    )
}

pub fn adoption(place: Place, value: &str) -> Diagnostic {
    told(
        &code::ESTIMATE,
        place,
        say!("{value} は参加率として使えません", "{value} cannot be an adoption rate"),
        say!("0から100まで、小数1桁まで", "from 0 to 100 with one decimal at most"),
        say!("「62.5」のように書いてください", "write it like 「62.5」"),
    )
}

pub fn adoption_per_mille(place: Place, value: &str) -> Diagnostic {
    told(
        &code::ESTIMATE,
        place,
        say!("{value} は参加率として使えません", "{value} cannot be an adoption rate"),
        say!("0から1000までの千分率", "per mille from 0 to 1000"),
        say!("62.5%なら「625」のように書いてください", "write it like 625 for 62.5 %"),
    )
}

pub fn adoption_twice(place: Place) -> Diagnostic {
    told(
        &code::ESTIMATE,
        place,
        say!(
            "参加率があるのに、前の行と同じとも書かれています",
            "there is an adoption rate, and it is also said to be as before"
        ),
        say!("どちらか一方", "one of the two"),
        say!(
            "adoption と same_adoption のどちらかを空欄にしてください",
            "leave adoption or same_adoption blank"
        ),
    )
}

/// The first row of a band has nothing to keep.
pub fn adoption_before(place: Place) -> Diagnostic {
    told(
        &code::ESTIMATE,
        place,
        say!(
            "区分の最初の行なので、同じにする参加率がありません",
            "the band's first row has no adoption rate to keep"
        ),
        say!("最初の行には、その行の参加率", "an adoption rate of its own"),
        say!("adoption に参加率を書いてください", "write the rate under adoption"),
    )
}

pub fn span_first(place: Place, key: &str) -> Diagnostic {
    told(
        &code::ESTIMATE,
        place,
        say!("区分の最初の行が1年目ではありません", "the band's first row is not year 1"),
        say!("1年目から始まる行", "a row from year 1"),
        say!(
            "最初の行の {key} に「1」と書いてください",
            "write 「1」 under {key} in the first row"
        ),
    )
}

pub fn span_order(place: Place, year: i64) -> Diagnostic {
    told(
        &code::ESTIMATE,
        place,
        say!("{year}年目が、前の年より後ではありません", "year {year} is not after the one before"),
        say!("区分の中で、年の順", "the years of a band in order"),
        say!("年を直すか、年の順に並べ替えてください", "correct the year, or put them in order"),
    )
}

pub fn span_repeated(place: Place, year: i64, first: usize) -> Diagnostic {
    told(
        &code::ESTIMATE,
        place,
        say!(
            "同じ区分の{year}年目からの行が{first}行目にもあります",
            "row {first} is from year {year} of the same band too"
        ),
        say!("区分と年ごとに1行", "one row for each band and year"),
        say!(
            "年を直すか、どちらかの行を削除してください",
            "correct the year, or delete one of them"
        ),
    )
}

pub fn estimate_without_bands(place: Place, id: &str) -> Diagnostic {
    told(
        &code::ESTIMATE,
        place,
        say!("「{id}」に、団体の規模の区分がありません", "「{id}」 has no size band"),
        say!("data/estimate_bands.csv に1行以上", "at least one row in data/estimate_bands.csv"),
        say!(
            "estimate_bands.csv に、estimate の列を「{id}」とした行を足してください",
            "add a row to estimate_bands.csv with 「{id}」 under estimate"
        ),
    )
}

pub fn estimate_of_one_body(place: Place, id: &str) -> Diagnostic {
    told(
        &code::ESTIMATE,
        place,
        say!(
            "試算「{id}」の団体は1つだけで、合計がその団体の額になります",
            "estimate 「{id}」 counts a single body, whose amounts its totals would be"
        ),
        say!("合わせて2団体以上", "two bodies or more in all"),
        say!(
            "ほかの団体の規模も estimate_bands に書くか、この試算を消してください",
            "add the sizes of other bodies to estimate_bands, or delete this estimate"
        ),
    )
}

pub fn example_without_bands(place: Place) -> Diagnostic {
    told(
        &code::ESTIMATE,
        place,
        say!("団体の規模の区分がありません", "there is no size band"),
        say!("[[what-if.band]] が1つ以上", "at least one [[what-if.band]]"),
        say!("[[what-if.band]] を足してください", "add a [[what-if.band]]"),
    )
}
