//! The sentences of reading pages: one function for each, Japanese and English side by side.

use crate::diag::{Code, Diagnostic, code};
use crate::text::{Language, Place, Words};

fn told(
    place: Place,
    code: &'static Code,
    message: Words,
    expected: Option<Words>,
    fix: Words,
) -> Diagnostic {
    Diagnostic { place, code, message, expected, fix }
}

pub fn title_empty(place: Place) -> Diagnostic {
    told(
        place,
        &code::FRONT_MATTER,
        Words::new("ページの題が空です", "the title is empty"),
        None,
        Words::new(
            "title = \"ページの題\" と書いてください",
            "write title = \"Title of the page\"",
        ),
    )
}

pub fn html_raw(place: Place) -> Diagnostic {
    told(
        place,
        &code::HTML_RAW,
        Words::new("HTMLは書けません", "HTML cannot be written here"),
        Some(Words::new("Markdownだけ", "Markdown only")),
        Words::new(
            "Markdownで書いてください（**強調**、[文字](/costs/) など）。記号の < は \\< と書きます",
            "write Markdown (**bold**, [words](/costs/)); the sign < is written \\<",
        ),
    )
}

pub fn image(place: Place) -> Diagnostic {
    told(
        place,
        &code::IMAGE,
        Words::new("画像は使えません", "images cannot be used"),
        Some(Words::new("表か図（table か chart の囲み）", "a table or chart block")),
        Words::new(
            "![…](…) を削除し、内容を文章か表にしてください",
            "delete the ![…](…) and say in words or in a table what it shows",
        ),
    )
}

fn link_forms() -> Option<Words> {
    Some(Words::new(
        "/costs/、/costs/#見出しのID、#見出しのID、https://…、mailto:… のどれか",
        "one of /costs/, /costs/#heading-id, #heading-id, https://…, mailto:…",
    ))
}

pub fn link_scheme(place: Place, written: &str) -> Diagnostic {
    told(
        place,
        &code::LINK_SCHEME,
        Words::new(
            format!("「{written}」へのリンクは使えません"),
            format!("a link to 「{written}」 is not allowed"),
        ),
        link_forms(),
        Words::new(
            "リンク先を https:// か / で始めてください",
            "begin the target with https:// or with /",
        ),
    )
}

pub fn link_empty(place: Place) -> Diagnostic {
    told(
        place,
        &code::LINK_SCHEME,
        Words::new("リンク先が空です", "the link has no target"),
        link_forms(),
        Words::new(
            "( ) の中にリンク先を書くか、[ ] と ( ) を外してください",
            "write the target inside ( ), or take [ ] and ( ) away",
        ),
    )
}

pub fn link_outside(place: Place) -> Diagnostic {
    told(
        place,
        &code::LINK_SCHEME,
        Words::new("リンクがサイトの外に出ています", "the link leads out of the site's folder"),
        link_forms(),
        Words::new(
            "../ を減らすか、/ で始まるリンク先を書いてください",
            "take a ../ away, or write a target that begins with /",
        ),
    )
}

pub fn link_broken(place: Place) -> Diagnostic {
    told(
        place,
        &code::LINK_SCHEME,
        Words::new("リンクとして読めません", "this cannot be read as a link"),
        Some(Words::new(
            "[文字](/costs/) の形。文字の中に別のリンクや [[…]] はなく、リンク先に空白はない",
            "the form [words](/costs/), no other link or [[…]] in the words, no blank in the target",
        )),
        Words::new(
            "[[…]] はリンクの外に出し、リンク先の空白を除いてください。記号のままなら \\]( と書きます",
            "move [[…]] out of the link and blanks out of the target; the bare signs are written \\](",
        ),
    )
}

pub fn figure_form(place: Place, meant: Option<&str>) -> Diagnostic {
    let fix = match meant {
        Some(meant) => Words::new(format!("{meant} と書いてください"), format!("write {meant}")),
        None => Words::new(
            "表の名前、行のID、列の名前を半角の点で区切って書いてください",
            "write the table, the row's ID and the column with full stops between them",
        ),
    };
    told(
        place,
        &code::FIGURE_SYNTAX,
        Words::new("値の埋め込みの書き方が違います", "the figure reference has the wrong form"),
        figure_forms(),
        fix,
    )
}

fn figure_forms() -> Option<Words> {
    Some(Words::new(
        "[[表.行のID.列]] か [[表.行のID.列|単位]]（Markdownの表の中では \\|）",
        "[[table.row-id.column]] or [[table.row-id.column|unit]] (\\| inside a Markdown table)",
    ))
}

pub fn figure_open(place: Place) -> Diagnostic {
    told(
        place,
        &code::FIGURE_SYNTAX,
        Words::new("[[ に対する ]] がありません", "[[ without its ]]"),
        figure_forms(),
        Words::new(
            "]] で閉じてください。記号のままなら \\[[ と書きます",
            "close it with ]]; the bare signs are written \\[[",
        ),
    )
}

pub fn figure_in_heading(place: Place) -> Diagnostic {
    told(
        place,
        &code::FIGURE_SYNTAX,
        Words::new("見出しに値は埋め込めません", "a heading cannot hold a figure"),
        None,
        Words::new("見出しの下の文に移してください", "move it to the text under the heading"),
    )
}

pub fn footnote_missing(place: Place, name: &str) -> Diagnostic {
    told(
        place,
        &code::FOOTNOTE,
        Words::new(format!("注「{name}」がありません"), format!("there is no note 「{name}」")),
        None,
        Words::new(
            format!("行の初めに [^{name}]: と書き、続けて注の文を書いてください"),
            format!("begin a line with [^{name}]: and write the note after it"),
        ),
    )
}

pub fn footnote_unused(place: Place, name: &str) -> Diagnostic {
    told(
        place,
        &code::FOOTNOTE,
        Words::new(
            format!("注「{name}」はどこからも参照されていません"),
            format!("nothing refers to note 「{name}」"),
        ),
        None,
        Words::new(
            format!("本文に [^{name}] と書くか、この注を削除してください"),
            format!("write [^{name}] in the text, or delete this note"),
        ),
    )
}

pub fn footnote_repeated(place: Place, name: &str) -> Diagnostic {
    told(
        place,
        &code::FOOTNOTE,
        Words::new(format!("注「{name}」が2つあります"), format!("note 「{name}」 stands twice")),
        None,
        Words::new("どちらかの名前を変えるか削除してください", "rename or delete one of them"),
    )
}

pub fn heading_first(place: Place) -> Diagnostic {
    told(
        place,
        &code::HEADING_ORDER,
        Words::new(
            "本文に1段目の見出しは置けません。ページの題が1段目です",
            "the body cannot have a heading of level 1: the page's title is that",
        ),
        Some(Words::new("## で始まる見出し", "a heading that begins with ##")),
        Words::new("# を ## にしてください", "write ## for #"),
    )
}

pub fn heading_skipped(place: Place, above: u8, level: u8) -> Diagnostic {
    let marks = "#".repeat(usize::from(above) + 1);
    told(
        place,
        &code::HEADING_ORDER,
        Words::new(
            format!("{above}段目の見出しの次に{level}段目が来ています"),
            format!("level {level} follows level {above}"),
        ),
        Some(Words::new(format!("{marks} まで"), format!("{marks} at most"))),
        Words::new(format!("{marks} で始めてください"), format!("begin it with {marks}")),
    )
}

pub fn heading_repeated(place: Place, id: &str) -> Diagnostic {
    told(
        Place { value: Some(id.to_owned()), ..place },
        &code::HEADING_REPEATED,
        Words::new(
            format!("ID「{id}」はこのページでもう使われています"),
            format!("ID 「{id}」 is already used on this page"),
        ),
        Some(Words::new("ページの中で1つだけのID", "an ID that stands once on the page")),
        Words::new(
            "見出しの終わりに {#別のID} を付けてください（図表なら id = \"別のID\"）",
            "end the heading with {#another-id} (in a block: id = \"another-id\")",
        ),
    )
}

/// `language` is the one that lacks the headings; the place is in the English page.
pub fn headings_lacking(place: Place, language: Language, ids: &[&str]) -> Diagnostic {
    let list = ids.join(", ");
    let message = match language {
        Language::En => Words::new(
            format!("日本語のページの見出しIDが英語のページにありません：{list}"),
            format!("heading IDs of the Japanese page are missing in English: {list}"),
        ),
        Language::Ja => Words::new(
            format!("英語のページの見出しIDが日本語のページにありません：{list}"),
            format!("heading IDs of the English page are missing in Japanese: {list}"),
        ),
    };
    told(
        place,
        &code::HEADINGS_DIFFER,
        message,
        Some(Words::new("両方に同じ見出しID", "the same heading IDs in both")),
        Words::new(
            "対応する見出しの終わりに、両方のページで同じ {#ID} を付けてください",
            "end the matching headings of both pages with the same {#id}",
        ),
    )
}

pub fn row_width(place: Place) -> Diagnostic {
    told(
        place,
        &code::ROW_WIDTH,
        Words::new("表の見出しより多いセルがあります", "the row has more cells than the header"),
        Some(Words::new("見出しと同じ数のセル", "as many cells as the header has")),
        Words::new(
            "余分なセルを除くか見出しを足してください。区切りでない | は \\| と書きます",
            "delete the cell or add a header; a | that separates nothing is written \\|",
        ),
    )
}

pub fn block_open(place: Place) -> Diagnostic {
    told(
        place,
        &code::BLOCK_TOML,
        Words::new("図表の囲みが閉じていません", "the block is never closed"),
        Some(Words::new("最後に ``` だけの行", "a line of ``` after it")),
        Words::new("指定の下に ``` の行を足してください", "add a line ``` below the keys"),
    )
}

pub fn block_nested(place: Place) -> Diagnostic {
    told(
        place,
        &code::BLOCK_TOML,
        Words::new(
            "図表は箇条書き・引用・注の中に置けません",
            "a block cannot stand in a list, a quote or a note",
        ),
        Some(Words::new("行の初めから始まる ```", "``` at the beginning of the line")),
        Words::new(
            "前に空行を入れ、> や字下げを外して書いてください",
            "put an empty line before it and take > or the indentation away",
        ),
    )
}

pub fn block_origin(place: Place, has_both: bool) -> Diagnostic {
    let message = if has_both {
        Words::new("table と file が両方あります", "both table and file are given")
    } else {
        Words::new("どの表から作るかがありません", "no table is given")
    };
    told(
        place,
        &code::BLOCK_TOML,
        message,
        Some(Words::new("table か file のどちらか1つ", "either table or file")),
        Words::new(
            "table = \"表の名前\" か file = \"ページの隣のCSV\" のどちらかだけを書いてください",
            "write either table = \"name of a table\" or file = \"CSV beside the page\"",
        ),
    )
}

pub fn block_filter(place: Place, written: &str) -> Diagnostic {
    told(
        place,
        &code::BLOCK_TOML,
        Words::new(
            format!("「{written}」は条件として読めません"),
            format!("「{written}」 cannot be read as a condition"),
        ),
        Some(Words::new(
            "\"列 = 値\"、\"列 != 値\"、\"列\"（空でない）、\"!列\"（空）",
            "\"column = value\", \"column != value\", \"column\" (not empty), \"!column\" (empty)",
        )),
        Words::new("この4つの形のどれかで書いてください", "write it in one of these four forms"),
    )
}

pub fn block_limit(place: Place) -> Diagnostic {
    told(
        place,
        &code::BLOCK_TOML,
        Words::new("limit は1以上です", "limit must be 1 or more"),
        None,
        Words::new(
            "1以上の整数を書くか、この行を削除してください",
            "write a whole number from 1, or delete the line",
        ),
    )
}

pub fn block_id(place: Place) -> Diagnostic {
    told(
        place,
        &code::BLOCK_TOML,
        Words::new("idの形が合いません", "the id has the wrong form"),
        Some(Words::new("英小文字・数字・ハイフン", "lower-case letters, digits and hyphens")),
        Words::new(
            "id = \"cost-by-kind\" のように書いてください",
            "write it like id = \"cost-by-kind\"",
        ),
    )
}
