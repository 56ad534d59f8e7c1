//! What is said to reviewers, in both languages.

use super::marks::Change;
use super::page::Form;
use crate::text::{Label, Language};

pub const BEFORE: Label = Label::new("前：", "before: ");
pub const NOW: Label = Label::new("今：", "now: ");
pub const REDRAWN: Label = Label::new("図が前の版と違います。", "The drawing differs from before.");
pub const REDRAWN_WITH: Label = Label::new(
    "図が前の版と違います。違う数値：",
    "The drawing differs from before. Numbers that differ:",
);
pub const DRAWN: Label = Label::new("前の版にない図です。", "A drawing that was not there before.");
pub const UNDRAWN: Label =
    Label::new("ここにあった図がなくなりました。", "The drawing that was here is gone.");

/// How a place differs.
pub fn change(change: Change) -> Label {
    match change {
        Change::Changed(Form::Drawing) => Label::new("図の変更", "Drawing changed"),
        Change::Changed(_) => Label::new("変更", "Changed"),
        Change::Added(Form::Row) => Label::new("行の追加", "Row added"),
        Change::Added(_) => Label::new("追加", "Added"),
        Change::Removed(Form::Row) => Label::new("行の削除", "Row removed"),
        Change::Removed(_) => Label::new("削除", "Removed"),
    }
}

/// A cell with its older and its newer value; all of it is markup already.
pub fn cell(name: &str, before: &str, after: &str, language: Language) -> String {
    let none = match language {
        Language::Ja => "（空）",
        Language::En => "(empty)",
    };
    let or = |text: &str| if text.is_empty() { none.to_owned() } else { text.to_owned() };
    let (before, after) = (or(before), or(after));
    match language {
        Language::Ja => format!("{name}：{before} → {after}"),
        Language::En => format!("{name}: {before} → {after}"),
    }
}

pub fn row_added(name: &str, language: Language) -> String {
    match language {
        Language::Ja => format!("{name}：追加"),
        Language::En => format!("{name}: added"),
    }
}

pub fn row_removed(name: &str, language: Language) -> String {
    match language {
        Language::Ja => format!("{name}：削除"),
        Language::En => format!("{name}: removed"),
    }
}

/* The bar of differences */

pub const BAR: Label = Label::new("前の版との違い", "Differences from before");
pub const PREVIOUS: Label = Label::new("前の違い", "Previous");
pub const NEXT: Label = Label::new("次の違い", "Next");
pub const PAGE_SAME: Label =
    Label::new("このページに違いはありません", "Nothing differs on this page");
pub const PAGE_NEW: Label = Label::new("前の版にないページです", "This page was not there before");
pub const FORMER: Label = Label::new("前の版のページ", "The page before");

pub fn places(count: usize, language: Language) -> String {
    match language {
        Language::Ja => format!("違い {count}か所"),
        Language::En if count == 1 => "1 difference".to_owned(),
        Language::En => format!("{count} differences"),
    }
}

pub fn against(base: &str, language: Language) -> String {
    match language {
        Language::Ja => format!("比べている版：{base}"),
        Language::En => format!("Compared with: {base}"),
    }
}

pub fn pages(count: usize, language: Language) -> String {
    match language {
        Language::Ja => format!("違うページの一覧（{count}）"),
        Language::En => format!("Pages that differ ({count})"),
    }
}

pub fn state(is_new: bool, language: Language) -> &'static str {
    match (is_new, language) {
        (true, Language::Ja) => "新しいページ",
        (true, Language::En) => "new page",
        (false, Language::Ja) => "なくなったページ",
        (false, Language::En) => "page is gone",
    }
}

/* Drafts */

pub const DRAFT_NAME: Label = Label::new("未公表案", "Unpublished draft");
pub const DRAFT: Label = Label::new(
    "未公表案：このページは、まだ公表していません。引用や転載をしないでください。",
    "Unpublished draft: this page has not been published. Please do not quote or pass it on.",
);
pub const UNPUBLISHED: Label = Label::new(
    "未公表案：確認のために作ったもので、公表したサイトではありません。引用や転載をしないでください。",
    "Unpublished draft: made for review, this is not the published site. Please do not quote or pass it on.",
);
pub const LIST: Label = Label::new("コメントの一覧", "All comments");

/* Comments */

pub const COMMENT: Label = Label::new("コメント", "Comment");
pub const OPEN: Label = Label::new("未対応", "open");
pub const SETTLED: Label = Label::new("対応済み", "settled");
pub const CHANGED: Label = Label::new(
    "このコメントのあと、ここの文が変わりました。もとの文：",
    "The words here have changed since. They were: ",
);
pub const GONE: Label = Label::new(
    "コメントの付いた所は、このページからなくなりました。もとの文：",
    "The place this comment is on is no longer on the page. Its words were: ",
);
pub const GONE_TITLE: Label = Label::new("所がなくなったコメント", "Comments whose place is gone");
pub const ANSWER: Label = Label::new("対応：", "Settled: ");
pub const FILE: Label = Label::new("ファイル：", "File: ");

/* The page of comments */

pub const HOW_TO_SETTLE: Label = Label::new(
    "対応したら、コメントのファイル（review フォルダーの .toml）をメモ帳などで開き、settled = \"\" の引用符の間に、日付と何をしたかを書いて保存します。例：settled = \"2026-11-25 本文を直した\"",
    "When a comment has been dealt with, open its file (.toml in the folder review) in a text editor, write the date and what was done between the quotation marks of settled = \"\" and save it, such as settled = \"2026-11-25 the text was mended\".",
);
pub const NONE: Label = Label::new("コメントはまだありません。", "There are no comments yet.");
pub const PAGE_GONE: Label = Label::new("（今はないページ）", "(no such page now)");
pub const SIGN_OFFS: Label = Label::new("確認した人", "Sign-offs");
pub const NO_SIGN_OFF: Label =
    Label::new("まだ誰も確認していません。", "Nobody has signed off yet.");
pub const HOW_TO_SIGN: Label = Label::new(
    "版を確認したら、review/sign-off.toml に次の4行を書き足します。",
    "Whoever agrees with an edition adds these four lines to review/sign-off.toml.",
);
pub const EDITION: Label = Label::new("版", "Edition");
pub const WHO: Label = Label::new("名前", "Name");
pub const ON: Label = Label::new("日付", "Date");
pub const REMARK: Label = Label::new("備考", "Remark");

pub fn count(open: usize, settled: usize, language: Language) -> String {
    match language {
        Language::Ja => format!("未対応 {open}件、対応済み {settled}件"),
        Language::En => format!("{open} open, {settled} settled"),
    }
}
