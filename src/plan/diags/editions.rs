//! The sentences about editions and reasons for changes.

use super::{missing, told};
use crate::diag::{Diagnostic, code};
use crate::model::Date;
use crate::text::{Place, SourcePath, Words};

pub fn kept_place(path: &SourcePath, edition: Date) -> Diagnostic {
    told(
        &code::KEPT_PLACE,
        Place::file(path),
        Words::new(
            format!("editions/{edition} には残した版を置きます。このファイルとぶつかります"),
            format!("the kept edition stands at editions/{edition}; this file clashes with it"),
        ),
        Words::default(),
        Words::new(
            "content の中で、日付でない名前のフォルダーに移してください",
            "move it to a folder of content whose name is no date",
        ),
    )
}

pub fn reason_idle(place: Place, table: &str, row: &str, since: Date) -> Diagnostic {
    told(
        &code::REASON_IDLE,
        place,
        Words::new(
            format!("「{table}」の「{row}」は、{since} の版から変わっていません"),
            format!("「{row}」 of 「{table}」 has not changed since the edition of {since}"),
        ),
        Words::new(
            "変わった行のID。kyotsu.toml などでは、変わったキー",
            "the ID of a row that changed; of a file such as kyotsu.toml, a key",
        ),
        Words::new(
            format!(
                "kyotsu diff editions/{since} . で変わった行を確かめ、そのIDを書くか、この理由の行を消してください"
            ),
            format!(
                "see with kyotsu diff editions/{since} . what changed and write its ID, or delete this reason"
            ),
        ),
    )
}

pub fn reason_table<'a>(
    place: Place,
    table: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let message = Words::new(
        format!("「{table}」という表はありません"),
        format!("there is no table 「{table}」"),
    );
    missing(&code::REASON_IDLE, place, message, table, known)
}

pub fn reason_edition<'a>(
    place: Place,
    since: &str,
    kept: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let message = Words::new(
        format!("{since} の版は editions にありません"),
        format!("no edition of {since} is kept in editions"),
    );
    if kept.clone().next().is_some() {
        return missing(&code::REASON_EDITION, place, message, since, kept);
    }
    let fix = Words::new(
        format!(
            "kyotsu build --edition {since} で版を残したあとに書くか、この理由の行を消してください"
        ),
        format!(
            "write it once an edition is kept with kyotsu build --edition {since}, or delete this reason"
        ),
    );
    told(&code::REASON_EDITION, place, message, Words::default(), fix)
}
