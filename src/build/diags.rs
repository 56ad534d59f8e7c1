//! The sentences of building.

use crate::diag::{Diagnostic, code};
use crate::model::{Comment, Date, Review};
use crate::text::{Language, Place, SourcePath, Words, nearest};

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

/// A folder among the editions that lacks what every edition has.
pub fn edition_lacks(name: &str, file: &str) -> Diagnostic {
    Diagnostic {
        place: Place::file(&SourcePath::new(format!("editions/{name}"))),
        code: &code::EDITION_FOLDER,
        message: Words::new(
            format!("{file} がないため、版として載せません"),
            format!("{file} is missing, so it is not shown as an edition"),
        ),
        expected: None,
        fix: Words::new(
            format!(
                "控えから editions/{name} 全体を戻すか、フォルダーを消して kyotsu build --edition {name} で残し直してください"
            ),
            format!(
                "put all of editions/{name} back from a copy, or delete the folder and keep it anew with kyotsu build --edition {name}"
            ),
        ),
    }
}

/// A folder among the editions whose name is no day.
pub fn edition_misnamed(name: &str) -> Diagnostic {
    Diagnostic {
        place: Place::file(&SourcePath::new(format!("editions/{name}"))),
        code: &code::EDITION_FOLDER,
        message: Words::new(
            format!("「{name}」は日付ではないため、版として載せません"),
            format!("「{name}」 is no date, so it is not shown as an edition"),
        ),
        expected: Some(Words::new("2026-11-22 の形の日付", "a date such as 2026-11-22")),
        fix: Words::new(
            "版の日付がフォルダーの名前になるように戻すか、editions の外に移してください",
            "give the folder the date of the edition as its name again, or move it out of editions",
        ),
    }
}

/// The newest edition has mistakes in the eyes of this program.
pub fn edition_unreadable(day: Date, first: &Diagnostic) -> Diagnostic {
    let Diagnostic { place, message, .. } = first;
    let path = &place.path;
    Diagnostic {
        place: Place::file(&SourcePath::new(format!("editions/{day}/{path}"))),
        code: &code::EDITION_UNREADABLE,
        message: Words::new(
            format!("{day} の版のデータに誤りがあるため、変更点を示せません：{}", message.ja),
            format!(
                "the data of the edition of {day} has mistakes, so changes are not shown: {}",
                message.en
            ),
        ),
        expected: Some(Words::new("残したときのままのファイル", "the files as they were kept")),
        fix: Words::new(
            format!(
                "控えから editions/{day} を戻してください。残したときのままなら、新しい版を kyotsu build --edition で残してください"
            ),
            format!(
                "put editions/{day} back from a copy; if it is as it was kept, keep a new edition with kyotsu build --edition"
            ),
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

pub fn draft_english(place: Place) -> Diagnostic {
    Diagnostic {
        place,
        code: &code::DRAFT_ENGLISH,
        message: Words::new(
            "英語のページだけが未公表案のため、公表するサイトの英語のページには日本語が出ます",
            "only the English is a draft, so the published English page shows the Japanese",
        ),
        expected: None,
        fix: Words::new(
            "公表してよければ draft = true の行を消し、日本語も公表しないなら page.md の +++ の間にも draft = true と書いてください",
            "if it may be published, delete the line draft = true; if the Japanese may not be either, write draft = true between the +++ of page.md too",
        ),
    }
}

pub fn comment_page<'a>(
    comment: &Comment,
    files: impl Iterator<Item = &'a String> + Clone,
) -> Diagnostic {
    let page = &comment.page;
    let pages = files.map(String::as_str).filter(|path| path.ends_with(".html"));
    let fix = match nearest(page, pages) {
        Some(near) => Words::new(
            format!(
                "page = \"{near}\" と書くか、済んだコメントなら {} を消してください",
                comment.path
            ),
            format!("write page = \"{near}\", or delete {} if it is done with", comment.path),
        ),
        None => Words::new(
            format!(
                "今のページの場所（例：costs/index.html）を書くか、済んだコメントなら {} を消してください",
                comment.path
            ),
            format!(
                "write where the page stands now, such as costs/index.html, or delete {} if it is done with",
                comment.path
            ),
        ),
    };
    Diagnostic {
        place: comment.page_place.clone(),
        code: &code::COMMENT_PAGE,
        message: Words::new(
            format!("コメントの付いたページ「{page}」がありません"),
            format!("the page 「{page}」 this comment is on is not there"),
        ),
        expected: Some(Words::new("サイトのページの場所", "where a page of the site stands")),
        fix,
    }
}
