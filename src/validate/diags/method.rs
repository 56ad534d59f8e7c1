//! What is told of criteria sets and judgements.

use super::told;
use crate::diag::{Diagnostic, code};
use crate::model::{CodeEntry, Column, State};
use crate::text::{Place, Words, nearest};

/// What a name is a name of.
pub type Noun = (&'static str, &'static str);

pub const SET: Noun = ("基準の組", "criteria set");
pub const QUESTION: Noun = ("問い", "question");
pub const TEST: Noun = ("見立て", "test");
pub const STEP: Noun = ("段階", "step");
pub const ITEM: Noun = ("段階の文", "sentence of the steps");
pub const RULE: Noun = ("決め方", "rule");
pub const TONE: Noun = ("見せ方", "tone");
pub const STATE: Noun = ("状態", "state");
pub const STAND: Noun = ("置き場所", "test or method");
pub const CRITERION: Noun = ("基準", "criterion");
pub const INPUT: Noun = ("入力", "input");
pub const BASIS: Noun = ("よりどころ", "basis");
pub const CHANGE: Noun = ("変えるもの", "change");
pub const BASELINE: Noun = ("比べる運用", "baseline");
pub const OUTCOME: Noun = ("結果", "outcome");

/// A name that the set, or the program, does not know.
pub fn set_name<'a>(
    place: Place,
    (ja, en): Noun,
    name: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let list = known.clone().collect::<Vec<_>>().join(", ");
    let expected = match list.is_empty() {
        true => say!("{ja}はまだ一つもありません", "there is no {en} yet"),
        false => say!("次のどれか：{list}", "one of: {list}"),
    };
    let fix = match nearest(name, known) {
        Some(near) => say!("「{near}」と書いてください", "write 「{near}」"),
        None if list.is_empty() => {
            say!("先に{ja}を足すか、これを削除してください", "add a {en} first, or delete this")
        }
        None => say!("示した名前のどれかに直してください", "write one of these names"),
    };
    told(
        &code::METHOD_NAME,
        place,
        say!("{ja}「{name}」はありません", "there is no {en} 「{name}」"),
        expected,
        fix,
    )
}

pub fn scenario(place: Place, value: i64) -> Diagnostic {
    told(
        &code::METHOD_VALUE,
        place,
        say!("{value} は使えません", "{value} cannot be used"),
        say!(
            "0以上の整数（参加率は1000まで、遅れは60年まで）",
            "a whole number from 0 (adoption up to 1000, delay up to 60 years)"
        ),
        say!(
            "1.1倍なら「1100」、2年の遅れなら「2」のように書いてください",
            "write it like 1100 for 1.1 times, or 2 for a delay of two years"
        ),
    )
}

pub fn horizons(place: Place, longest: i64) -> Diagnostic {
    told(
        &code::METHOD_VALUE,
        place,
        say!(
            "計算する年数（horizons、deciding）がないか、合いません",
            "the years to compute (horizons, deciding) are missing or do not fit"
        ),
        say!(
            "horizons に1から{longest}までの年数、deciding にそのうちの1つ",
            "horizons: years from 1 to {longest}; deciding: one of them"
        ),
        say!(
            "id = \"horizons\" の [[parameter]] に values = [5, 10]、id = \"deciding\" に values = [10] のように書いてください",
            "write values = [5, 10] in the [[parameter]] with id = \"horizons\", values = [10] in the one with id = \"deciding\""
        ),
    )
}

pub fn rates(place: Place) -> Diagnostic {
    told(
        &code::METHOD_VALUE,
        place,
        say!(
            "割引率（rates）がないか、合いません",
            "the discount rates (rates) are missing or do not fit"
        ),
        say!(
            "0と、ほかに0以上の率（1万分の1の単位。4%は400）",
            "0, and other rates from 0 (basis points; 4 % is 400)"
        ),
        say!(
            "id = \"rates\" の [[parameter]] に values = [0, 400] のように書いてください",
            "write values = [0, 400] in the [[parameter]] with id = \"rates\""
        ),
    )
}

pub fn sentence_missing(place: Place, states: &[(&str, State)]) -> Diagnostic {
    let named = states.iter().map(|(test, state)| format!("{test} = \"{}\"", state.code()));
    let named = named.collect::<Vec<_>>().join(", ");
    told(
        &code::METHOD_SENTENCE,
        place,
        say!("この組合せに当たる文がありません：{named}", "no sentence for {named}"),
        say!("すべての組合せに文が1つ", "a sentence for every combination"),
        say!(
            "最後に、状態を書かない [[sentence]] を足すと、残りのすべてに当たります",
            "a last [[sentence]] that names no test stands for all the rest"
        ),
    )
}

pub fn sentence_unreached(place: Place) -> Diagnostic {
    told(
        &code::METHOD_SENTENCE,
        place,
        say!("この文には、どの組合せも当たりません", "no combination reaches this sentence"),
        say!("前の文に当たらない組合せ", "a combination that no earlier one takes"),
        say!(
            "当たる組合せを取っている文より先に置くか、削除してください",
            "move it before the one that takes its place, or delete it"
        ),
    )
}

pub fn set_unknown<'a>(
    place: Place,
    name: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let told = set_name(place, SET, name, known.clone());
    let fix = match nearest(name, known) {
        Some(_) => told.fix,
        None => Words::new(
            "示した名前のどれかに直すか、その組のファイルを data/criteria に置いてください",
            "write one of these names, or put the file of that set in data/criteria",
        ),
    };
    Diagnostic { code: &code::REFERENCE, fix, ..told }
}

/// A column that a state needs beside it.
pub fn judgement_part(place: Place, column: &Column) -> Diagnostic {
    let (ja, en) = (column.label.ja, column.label.en);
    told(
        &code::CELL_MISSING,
        place,
        say!("状態に「{ja}」がありません", "the state has no 「{en}」"),
        say!("{ja}", "{en}"),
        say!("入力するか、state を空欄にしてください", "type it, or leave state blank"),
    )
}

pub fn judgement_repeated(place: Place, area: &str, atom: &str, first: usize) -> Diagnostic {
    told(
        &code::VALUE_REPEATED,
        place,
        say!(
            "業務領域「{area}」の問い「{atom}」の判断は{first}行目にもあります",
            "area 「{area}」 is judged on 「{atom}」 in row {first} too"
        ),
        say!("業務領域と問いの組ごとに1行", "one row for each area and question"),
        say!("どちらかの行を削除してください", "delete one of them"),
    )
}

pub fn judgement_evidence(place: Place, id: &str, area: &str, atom: &str) -> Diagnostic {
    told(
        &code::JUDGEMENT_EVIDENCE,
        place,
        say!(
            "「{id}」は別の業務領域か問いについての根拠です",
            "「{id}」 is about another area or question"
        ),
        say!(
            "業務領域「{area}」の問い「{atom}」についての根拠",
            "evidence on area 「{area}」, question 「{atom}」"
        ),
        say!("「{id}」を消してください", "delete 「{id}」"),
    )
}

pub fn judgement_unsupported(place: Place, state: &CodeEntry) -> Diagnostic {
    let (ja, en) = (state.label.ja, state.label.en);
    told(
        &code::JUDGEMENT_UNSUPPORTED,
        place,
        say!(
            "「{ja}」を支える根拠がないため、判断材料不足として扱います",
            "nothing carries 「{en}」; it counts as insufficient"
        ),
        say!(
            "その向きの、調査・制度・記述の根拠が1つ以上",
            "at least one survey, law or statement pointing that way"
        ),
        say!(
            "evidence の列に根拠のIDを書くか、state を「insufficient」にしてください",
            "write the ID of such evidence under evidence, or 「insufficient」 under state"
        ),
    )
}

pub fn outcome_without_list(place: Place, set: &str) -> Diagnostic {
    told(
        &code::METHOD_NAME,
        place,
        say!(
            "基準の組「{set}」に結果の一覧はありません",
            "criteria set 「{set}」 has no list of outcomes"
        ),
        say!("空欄", "a blank cell"),
        say!(
            "outcome を空欄にし、結果を text_ja と text_en に文で書いてください",
            "leave outcome blank and write what came of it under text_ja and text_en"
        ),
    )
}

pub fn shares_whole(place: Place) -> Diagnostic {
    told(
        &code::METHOD_VALUE,
        place,
        say!("割合の和が1000ではありません", "the weights do not add up to 1000"),
        say!("和が1000になる0以上の整数が3つ", "three whole numbers from 0 that add up to 1000"),
        say!("equal、population、use の値を直してください", "correct equal, population and use"),
    )
}
