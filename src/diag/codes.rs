use crate::text::Label;

/// Whether a message stops the build.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// Nothing is written until it is mended.
    Error,
    /// The site is built; somebody should look.
    Warning,
}

/// A stable name for a kind of message.
#[derive(PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Code {
    /// `D204`
    pub id: &'static str,
    /// whether it stops the build
    pub severity: Severity,
    /// what the manual calls it
    pub title: Label,
}

macro_rules! codes {
    ($($name:ident $id:literal $severity:ident $ja:literal $en:literal;)*) => {
        /// The codes by name.
        #[allow(missing_docs, reason = "each code carries its own title")]
        pub mod code {
            use super::{Code, Label, Severity};
            $(pub static $name: Code = Code {
                id: $id,
                severity: Severity::$severity,
                title: Label::new($ja, $en),
            };)*
        }
        /// Every code there is, in the order of the manual.
        pub static CODES: &[&Code] = &[$(&code::$name),*];
    };
}

codes! {
    // D1: files, characters, CSV and TOML as such
    ENCODING "D101" Error "文字コードが読めない" "characters cannot be read";
    QUOTE_OPEN "D102" Error "引用符が閉じていない" "quotation mark left open";
    QUOTE_TRAILING "D103" Error "引用符のあとに文字がある" "characters after a closing quotation mark";
    ROW_WIDTH "D104" Error "列の数が見出しと合わない" "row has more or fewer cells than the header";
    HEADER_EMPTY "D105" Error "見出しが空" "empty header";
    HEADER_REPEATED "D106" Error "同じ見出しが2つある" "header stands twice";
    HEADER_UNKNOWN "D107" Error "知らない見出し" "unknown header";
    HEADER_MISSING "D108" Error "必要な見出しがない" "header is missing";
    FILE_MISSING "D109" Error "必要なファイルがない" "file is missing";
    FILE_UNKNOWN "D110" Warning "読まれないファイル" "file that nothing reads";
    TOML_SYNTAX "D111" Error "TOMLとして読めない" "not valid TOML";
    TOML_KEY_UNKNOWN "D112" Error "知らないキー" "unknown key";
    TOML_VALUE "D113" Error "キーの値が合わない" "value does not fit its key";
    FILE_EMPTY "D114" Error "見出しの行がない" "no header row";

    // D2: tables and what they say of each other
    CELL_MISSING "D201" Error "必要な値が空" "required cell is empty";
    ID_FORM "D202" Error "IDの形が合わない" "ID has the wrong form";
    ID_REPEATED "D203" Error "同じIDが2つある" "ID stands twice";
    NUMBER "D204" Error "数として読めない" "not a number";
    NUMBER_RANGE "D205" Error "数が範囲の外" "number out of range";
    DATE "D206" Error "日付として読めない" "not a date";
    CODE_UNKNOWN "D207" Error "コード表にない値" "value not in the code list";
    REFERENCE "D208" Error "参照先がない" "reference to a row that is not there";
    STRAY_CHARACTER "D209" Error "使えない文字" "character outside the repertoire";
    QUOTE_LENGTH "D210" Error "引用が長すぎる" "quotation is too long";
    ENGLISH_MISSING "D211" Warning "一方の言語がない" "one language is missing";
    LINE_BREAK "D212" Error "セルの中に改行がある" "line break inside a cell";
    UNIT_IN_NUMBER "D213" Error "数に単位が付いている" "number with a unit";
    VALUE_REPEATED "D214" Error "同じ値が2つある" "value stands twice";
    SPACE_AROUND "D215" Warning "前後に空白がある" "blank before or after the value";
    EXPRESSION "D216" Error "式として読めない" "expression cannot be read";
    EXPRESSION_NAME "D217" Error "式の中の名前がない" "name in an expression is not there";
    CITATION_UNUSED "D218" Warning "どこからも使われない出典" "citation nothing refers to";
    SPREADSHEET_ERROR "D219" Error "表計算ソフトのエラー値" "error value of a spreadsheet";
    METHOD_NAME "D220" Error "基準の組にない名前" "name the criteria set does not have";
    METHOD_VALUE "D221" Error "計算方法の値が使えない" "value of the method cannot be used";
    METHOD_SENTENCE "D222" Error "決定表が合わない" "decision table does not fit";
    JUDGEMENT_EVIDENCE "D223" Error "別のことについての根拠" "evidence on something else";
    JUDGEMENT_UNSUPPORTED "D224" Warning "根拠の足りない状態" "state that nothing carries";
    ESTIMATE "D225" Error "試算の入力が合わない" "inputs of an estimate do not fit";
    VALUE_STATUS "D226" Error "値と、その状態か精度が合わない" "value and its status or precision disagree";

    ACCESSIBILITY "D227" Error "アクセシビリティの記載が合わない" "accessibility entry does not fit";

    // D3: pages in Markdown
    FRONT_MATTER "D301" Error "ページの見出し部が読めない" "front matter cannot be read";
    HTML_RAW "D302" Error "HTMLは書けない" "raw HTML";
    LINK_SCHEME "D303" Error "使えないリンク" "link scheme not allowed";
    FIGURE_SYNTAX "D304" Error "値の埋め込みの書き方が違う" "figure reference has the wrong form";
    FIGURE_UNKNOWN "D305" Error "埋め込む値がない" "figure reference leads nowhere";
    FIGURE_UNIT "D306" Error "単位に直せない" "value cannot be shown in that unit";
    LINK_DEAD "D307" Error "リンク先がない" "link leads nowhere";
    FRAGMENT_DEAD "D308" Error "リンク先の見出しがない" "link to a heading that is not there";
    BLOCK_TOML "D309" Error "図表の指定が読めない" "chart or table block cannot be read";
    BLOCK_TABLE "D310" Error "図表の元の表がない" "chart or table of an unknown table";
    BLOCK_COLUMN "D311" Error "図表の列がない" "chart or table of an unknown column";
    BLOCK_VALUE "D312" Error "図にできない値" "value that cannot be charted";
    HEADING_REPEATED "D313" Error "同じ見出しIDが2つある" "heading ID stands twice";
    HEADING_ORDER "D314" Error "見出しの段が飛ぶ" "heading level is skipped";
    HEADINGS_DIFFER "D315" Warning "日英で見出しIDが違う" "heading IDs differ between the languages";
    PAGE_ENGLISH_MISSING "D316" Warning "英語のページがない" "page has no English";
    IMAGE "D318" Error "画像は使えない" "image not supported";
    FOOTNOTE "D319" Error "注がない" "footnote is not defined";

    // D4: the plan of the site
    ROUTE_CLASH "D401" Error "同じ場所に2つのページがある" "two pages in one place";
    SETTINGS "D402" Error "設定が合わない" "setting does not fit";

    ESTIMATE_DOUBTED "D403" Warning "大きすぎると思われる費用" "cost that seems too large";

    // D5: the theme
    TEMPLATE "D501" Error "テンプレートの誤り" "template error";
    STRING_MISSING "D502" Error "画面の語がない" "interface string is missing";
    THEME_UNKNOWN "D503" Error "テーマがない" "theme is not there";
    STRING_UNKNOWN "D504" Warning "使われない画面の語" "interface string that nothing uses";

    // D6: tables that come and go as workbooks
    WORKBOOK "D630" Error "Excelブックとして読めない" "not a workbook that can be read";
    SHEET "D631" Error "読むシートがない" "no sheet to read";
    FORMULA "D632" Error "セルに式がある" "formula in a cell";
    MERGED_CELLS "D633" Error "結合されたセルがある" "merged cells";
    SHOWN "D634" Error "セルの値と表示が違う" "cell shows something else than it holds";
    IMPORT_ID "D635" Error "行のIDがない" "row without its ID";
    IMPORT_ID_REPEATED "D636" Error "シートに同じIDが2つある" "ID stands twice in a sheet";
    DELETION "D637" Error "削除の印が読めない" "mark for a deletion cannot be read";
    DELETION_UNKNOWN "D638" Warning "削除する行がない" "row to delete is not there";
    IMPORT_ENCODING "D639" Error "CSVの文字コードで書けない文字" "letter the encoding of the CSV lacks";

    // D64: editions that are kept, and reasons for changes
    KEPT_PLACE "D640" Error "残した版の場所にページがある" "page in the place of a kept edition";
    REASON_IDLE "D641" Warning "変わっていないものの理由" "reason for what did not change";
    REASON_EDITION "D642" Warning "理由の元の版がない" "reason since an edition that is not kept";
    EDITION_UNREADABLE "D643" Warning "残した版と比べられない" "kept edition cannot be compared with";
    EDITION_FOLDER "D644" Warning "版のフォルダーとして使えない" "folder that is no edition";

    // D65: drafts and what reviewers wrote
    DRAFT_LINK "D650" Error "未公表案へのリンク" "link to an unpublished draft";
    DRAFT_ENGLISH "D651" Warning "英語だけが未公表案" "only the English is a draft";
    COMMENT "D652" Error "コメントのファイルが合わない" "comment file does not fit";
    COMMENT_PAGE "D653" Warning "コメントのページがない" "comment on a page that is not there";

    // D66: what nobody has looked at for long, and what is typed instead of bound
    REVIEW_DUE "D660" Warning "見直しの時期を過ぎた" "review is overdue";
    REVIEW "D661" Error "見直しの指定が合わない" "review entry does not fit";
    FIGURE_TYPED "D662" Warning "表の値が打ち込まれている" "figure of a table is typed";
    // D67: names that cannot be had everywhere
    NAME_UNFIT "D670" Error "Windowsで使えない名前" "name that Windows cannot have";
    NAMES_ALIKE "D671" Error "大文字と小文字だけが違う名前" "names that differ in capitals only";

    // D9: our own fault
    PAGE_FAILED "D901" Error "ページを作れなかった（プログラムの誤り）" "page could not be made (a fault of the program)";
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn ids_are_unique_and_in_order() {
        let ids: Vec<_> = CODES.iter().map(|code| code.id).collect();
        let sorted: BTreeSet<_> = ids.iter().copied().collect();
        assert_eq!(ids, sorted.into_iter().collect::<Vec<_>>());
    }
}
