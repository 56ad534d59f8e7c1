//! The sentences of building.

use crate::diag::{Diagnostic, code};
use crate::model::{Date, Review};
use crate::text::{Language, Place, SourcePath, Words};

pub fn page_failed(page: &str) -> Diagnostic {
    Diagnostic {
        place: Place::file(&SourcePath::new(page)),
        code: &code::PAGE_FAILED,
        message: Words::new("ページを作れませんでした", "the page could not be made"),
        expected: None,
        fix: Words::new(
            "プログラムの誤りです。このページの元のファイルとともに知らせてください",
            "this is a fault of the program; report it with the sources of this page",
        ),
    }
}

pub fn review_due(review: &Review, today: Date) -> Diagnostic {
    let of = &review.of;
    let [ja, en] = Language::ALL.map(|language| review.due.shown(language));
    Diagnostic {
        place: review.place.clone(),
        code: &code::REVIEW_DUE,
        message: Words::new(
            format!("「{of}」の見直しの時期（{ja}まで）を過ぎています"),
            format!("the review of 「{of}」 was due by {en}"),
        ),
        expected: None,
        fix: Words::new(
            format!(
                "内容を元の資料と見比べ、確かめたら last_reviewed_on を \"{today}\" に書き換えてください"
            ),
            format!("compare it with its documents, then write last_reviewed_on = \"{today}\""),
        ),
    }
}
