//! The sentences of rendering: one function for each, Japanese and English side by side.

use crate::diag::{Diagnostic, code};
use crate::text::{Place, SourcePath, Words, nearest};

pub fn theme_unknown(name: &str) -> Diagnostic {
    Diagnostic {
        place: Place::file(&SourcePath::new("kyotsu.toml")),
        code: &code::THEME_UNKNOWN,
        message: Words::new(
            format!("テーマ「{name}」がありません"),
            format!("there is no theme 「{name}」"),
        ),
        expected: Some(Words::new("themes の下のフォルダー名", "the name of a folder in themes")),
        fix: Words::new("theme = \"default\" と書いてください", "write theme = \"default\""),
    }
}

pub fn string_missing(path: &SourcePath, key: &str) -> Diagnostic {
    Diagnostic {
        place: Place::file(path),
        code: &code::STRING_MISSING,
        message: Words::new(
            format!("画面の語「{key}」がありません"),
            format!("interface string 「{key}」 is missing"),
        ),
        expected: Some(Words::new(
            "もう一方の言語にあるすべてのキー",
            "every key of the other language",
        )),
        fix: Words::new(
            format!("{key} = \"…\" の行を足してください"),
            format!("add a line {key} = \"…\""),
        ),
    }
}

pub fn template(place: Place, cause: &str) -> Diagnostic {
    let cause = cause.lines().next().unwrap_or(cause);
    Diagnostic {
        place,
        code: &code::TEMPLATE,
        message: Words::new(
            format!("テンプレートを使えません（{cause}）"),
            format!("the template cannot be used ({cause})"),
        ),
        expected: None,
        fix: Words::new(
            "示した場所を直すか、その行を既定のテーマの同じファイルと比べてください",
            "mend the place shown, or compare the line with the same file of the default theme",
        ),
    }
}

pub fn chart_refused(page: &str, chart: &str) -> Diagnostic {
    Diagnostic {
        place: Place::file(&SourcePath::new(page)),
        code: &code::PAGE_FAILED,
        message: Words::new(
            format!("図「{chart}」を描けませんでした"),
            format!("chart 「{chart}」 could not be drawn"),
        ),
        expected: None,
        fix: Words::new(
            "プログラムの誤りです。図の指定とともに知らせてください",
            "this is a fault of the program; report it with the chart's block",
        ),
    }
}

/// A file of a theme that stands for no other and that nothing names.
pub fn theme_file<'a>(
    path: &SourcePath,
    inside: &str,
    known: impl Iterator<Item = &'a str>,
) -> Diagnostic {
    let near = nearest(inside, known);
    let fix = match near {
        Some(near) => Words::new(
            format!("「{near}」という名前にするか、削除してください"),
            format!("name it 「{near}」, or delete it"),
        ),
        None => Words::new(
            "themes/default のファイルと同じ名前にするか、削除してください",
            "give it the name of a file in themes/default, or delete it",
        ),
    };
    Diagnostic {
        place: Place::file(path),
        code: &code::FILE_UNKNOWN,
        message: Words::new(
            format!("テーマの「{inside}」は、どこでも使われません"),
            format!("nothing uses 「{inside}」 of the theme"),
        ),
        expected: Some(Words::new(
            "themes/default と同じ名前のファイル、assets/theme.css、テーマの中で名前を挙げたファイル",
            "a file named as in themes/default, assets/theme.css, or one the theme names itself",
        )),
        fix,
    }
}

pub fn string_unknown<'a>(
    place: Place,
    key: &str,
    known: impl Iterator<Item = &'a str>,
) -> Diagnostic {
    let fix = match nearest(key, known) {
        Some(near) => {
            Words::new(format!("「{near}」と書いてください"), format!("write 「{near}」"))
        }
        None => Words::new("この行を削除してください", "delete this line"),
    };
    Diagnostic {
        place,
        code: &code::STRING_UNKNOWN,
        message: Words::new(
            format!("画面の語「{key}」を使うテンプレートがありません"),
            format!("no template uses the interface string 「{key}」"),
        ),
        expected: Some(Words::new(
            "既定のテーマにあるキーか、テーマのテンプレートが t.キー として使うもの",
            "a key of the default theme, or one that a template of the theme uses as t.KEY",
        )),
        fix,
    }
}
