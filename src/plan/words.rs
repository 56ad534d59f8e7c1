//! The words pages are put together with, where no table and no page of the project has them.

use crate::text::{Label, Language};

macro_rules! words {
    ($($name:ident $ja:literal $en:literal;)*) => {
        $(pub const $name: Label = Label::new($ja, $en);)*
    };
}

words! {
    HOME "ホーム" "Home";
    AREAS "業務領域" "Business areas";
    DEPARTMENTS "部門" "Departments";
    FUNDING "国の補助金・交付金等" "National funding schemes";
    CRITERIA "基準" "Criteria";
    PROCESS "選定プロセス" "Selection process";
    DISCREPANCIES "資料の食い違い" "Discrepancies";
    DATA "データ" "Data";
    SOURCES "出典" "Sources";
    GLOSSARY "用語集" "Glossary";
    NOT_FOUND "ページが見つかりません" "Page not found";
    NOT_FOUND_ABOUT "お探しのページは、移動したか、なくなりました。"
        "The page you are looking for has moved or is gone.";

    LICENCE "公共データ利用規約（第1.0版）" "Public Data License (Version 1.0)";
    SOURCE "出典" "source";
    ROWS "行" " rows";
    NO_DATA "データなし" "no data";
    ABSENT_BLANK "記載なし" "not stated";
    ABSENT_NONE "該当なし" "none";
    ABSENT_UNKNOWN "不明" "unknown";
    ABSENT_SUPPRESSED "秘匿" "suppressed";
    YES "あり" "yes";
    LIST_SEPARATOR "、" ", ";
    AS_PRINTED "印刷された形" "As printed";
    ID "ID" "ID";
    CSV "CSV" "CSV";
    JSON "JSON" "JSON";

    COMPARED "比べたもの" "Compared";
    LEFT "前者" "The former";
    RIGHT "後者" "The latter";
    DIFFERENCE "差" "Difference";
    WHOLE "全体" "whole";
    CANNOT_TELL "値がなく比べられない" "cannot be compared: no value";
    DEPARTMENT "部門" "Department";
    AREA_COUNT "業務領域" "Areas";
    SYSTEM_COUNT "一覧のシステム" "Systems in the inventory";
    MAP_COUNT "図の枠" "Boxes on the map";
    READER_COUNCIL "議会・首長" "Council members and mayors";
    READER_STAFF "自治体職員" "Municipal staff";
    READER_VENDOR "事業者" "Vendors";
    READER_RESIDENT "住民・研究者" "Residents and researchers";
    UNATTACHED "種類が読み取れない行" "Rows whose kind cannot be read";
    STATUS_UNVERIFIED "制度の現況は未確認。" "Present state of the scheme unverified.";
    GRID "情報システムの種類と制度" "Kinds of system and schemes";
    OTHER_MINISTRY "所管の記載が一つでないもの" "Ministry not printed, or more than one";
    VOICE_NOTE "個人の意見であり、団体や国の見解ではない。"
        "A personal opinion; not the view of a body or of the state.";
}

/// Unit and label of a figure on the first page.
pub const KINDS_COUNTED: (Label, Label) = (
    Label::new("種類", " kinds"),
    Label::new(
        "都道府県が共同調達した情報システムの種類（実態調査）",
        "of system procured jointly by prefectures (survey)",
    ),
);

/// Unit and label of a figure on the first page.
pub const PREFECTURES_COUNTED: (Label, Label) = (
    Label::new("都道府県", " prefectures"),
    Label::new("実態調査に匿名で載る都道府県", "shown anonymously in the survey"),
);

/// A sentence with parts in it, put together in both languages.
pub fn sentence(language: Language, ja: String, en: String) -> String {
    match language {
        Language::Ja => ja,
        Language::En => en,
    }
}
