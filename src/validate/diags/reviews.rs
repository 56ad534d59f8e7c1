//! What is told of reviews.

use super::told;
use crate::diag::{Diagnostic, code};
use crate::text::{Place, nearest};

/// One of the two keys without the other.
pub fn review_half(place: Place, missing: &str) -> Diagnostic {
    told(
        &code::REVIEW,
        place,
        say!("{missing} がありません", "{missing} is missing"),
        say!(
            "last_reviewed_on（見直した日）と review_in（次までの月数）の両方",
            "both last_reviewed_on (the day) and review_in (months to the next)"
        ),
        say!(
            "last_reviewed_on = \"2026-11-22\" と review_in = 6 のように、2行とも書いてください",
            "write both lines, such as last_reviewed_on = \"2026-11-22\" and review_in = 6"
        ),
    )
}

pub fn review_months(place: Place, months: i64, most: u16) -> Diagnostic {
    told(
        &code::REVIEW,
        place,
        say!("{months} は月数として使えません", "{months} cannot be a number of months"),
        say!("1から{most}までの月数", "months from 1 to {most}"),
        say!(
            "半年なら review_in = 6、1年なら review_in = 12 と書いてください",
            "write review_in = 6 for half a year, review_in = 12 for a year"
        ),
    )
}

pub fn review_day(place: Place, written: &str) -> Diagnostic {
    told(
        &code::REVIEW,
        place,
        say!("「{written}」は日まで書かれていません", "「{written}」 names no day"),
        say!("見直した日（2026-11-22）", "the day of the review (2026-11-22)"),
        say!(
            "last_reviewed_on = \"2026-11-22\" のように書いてください",
            "write it like last_reviewed_on = \"2026-11-22\""
        ),
    )
}

pub fn review_of_nothing(place: Place) -> Diagnostic {
    told(
        &code::REVIEW,
        place,
        say!("どの表の見直しかがありません", "it is not said which tables are reviewed"),
        say!("tables = [\"表の名前\", …]", "tables = [\"name of a table\", …]"),
        say!(
            "tables = [\"funding\", \"schemes\"] のように書いてください",
            "write it like tables = [\"funding\", \"schemes\"]"
        ),
    )
}

pub fn review_table<'a>(
    place: Place,
    name: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let fix = match nearest(name, known) {
        Some(near) => say!("「{near}」と書いてください", "write 「{near}」"),
        None => say!(
            "data のファイルの名前から .csv を除いて書いてください",
            "write the name of a file in data without .csv"
        ),
    };
    told(
        &code::REVIEW,
        place,
        say!("「{name}」という表はありません", "there is no table 「{name}」"),
        say!("data の表の名前", "the name of a table of data"),
        fix,
    )
}
