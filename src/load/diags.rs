//! The sentences of loading: one function for each, Japanese and English side by side.

use crate::diag::{Diagnostic, code};
use crate::text::{Place, SourcePath, Unfit, Words};

pub fn encoding(path: &SourcePath, text: &str, line: usize) -> Diagnostic {
    let start = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let fix = match path.extension().as_str() {
        "csv" => Words::new(
            "Excelの「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」を選んで保存し直してください",
            "save it again from Excel as 'CSV UTF-8 (Comma delimited)'",
        ),
        _ => Words::new(
            "メモ帳などの「名前を付けて保存」で文字コードに「UTF-8」を選んで保存し直してください",
            "save it again from your editor with the encoding UTF-8",
        ),
    };
    Diagnostic {
        place: Place::bytes(path, start, start),
        code: &code::ENCODING,
        message: Words::new(
            "UTF-8でもShift_JIS（CP932）でもない文字があります",
            "characters that are neither UTF-8 nor Shift_JIS (CP932)",
        ),
        expected: Some(Words::new("UTF-8のテキスト", "text in UTF-8")),
        fix,
    }
}

pub fn file_missing(path: &str) -> Diagnostic {
    Diagnostic {
        place: Place::file(&SourcePath::new(path)),
        code: &code::FILE_MISSING,
        message: Words::new(format!("{path} がありません"), format!("{path} is missing")),
        expected: None,
        fix: Words::new(
            format!("{path} のあるフォルダーで実行するか、kyotsu init で新しく作ってください"),
            format!("run in the folder that holds {path}, or make one with kyotsu init"),
        ),
    }
}

pub fn file_unknown(path: &SourcePath) -> Diagnostic {
    let fix = match path.extension().as_str() {
        "xlsx" | "xls" | "xlsm" => Words::new(
            "このフォルダーの外へ移し、kyotsu import ファイル --table 表の名前 で取り込んでください",
            "move it out of this folder and take it in with kyotsu import FILE --table NAME",
        ),
        _ if is_page_in_capitals(path) => Words::new(
            format!("名前を小文字の「{}」に直してください", path.file_name().to_lowercase()),
            format!("rename it 「{}」, in small letters", path.file_name().to_lowercase()),
        ),
        _ => Words::new(
            "名前を確かめるか、このフォルダーの外へ移してください",
            "check its name, or move it out of this folder",
        ),
    };
    Diagnostic {
        place: Place::file(path),
        code: &code::FILE_UNKNOWN,
        message: Words::new("このファイルは読まれません", "nothing reads this file"),
        expected: Some(Words::new(
            "data には決まった名前のCSVとTOML、content には page.md・page.en.md とCSV",
            "CSV and TOML of known names in data; page.md, page.en.md and CSV in content",
        )),
        fix,
    }
}

/// Windows makes no difference between `Page.md` and `page.md`; other systems do.
fn is_page_in_capitals(path: &SourcePath) -> bool {
    let small = path.file_name().to_lowercase();
    path.as_str().starts_with("content/") && matches!(small.as_str(), "page.md" | "page.en.md")
}

/// A file that cannot be copied to Windows.
pub fn name_unfit(path: &SourcePath, name: &str, why: Unfit) -> Diagnostic {
    let (ja, en) = match why {
        Unfit::Device => {
            ("Windowsでは装置の名前です".to_owned(), "it names a device on Windows".to_owned())
        }
        Unfit::Letter(letter) => (
            format!("Windowsでは名前に「{}」を使えません", letter.escape_debug()),
            format!("names on Windows have no 「{}」", letter.escape_debug()),
        ),
        Unfit::End => (
            "Windowsでは名前の終わりに空白とピリオドを使えません".to_owned(),
            "names on Windows do not end in a blank or a full stop".to_owned(),
        ),
    };
    Diagnostic {
        place: Place::file(path),
        code: &code::NAME_UNFIT,
        message: Words::new(
            format!("「{name}」という名前は使えません。{ja}"),
            format!("the name 「{name}」 cannot be used: {en}"),
        ),
        expected: None,
        fix: Words::new(format!("「{name}」の名前を変えてください"), format!("rename 「{name}」")),
    }
}

/// An id that gives a page a folder Windows cannot have.
pub fn id_of_device(place: Place, id: &str) -> Diagnostic {
    Diagnostic {
        place,
        code: &code::NAME_UNFIT,
        message: Words::new(
            format!("ID「{id}」はフォルダーの名前になりますが、Windowsでは装置の名前です"),
            format!("the ID 「{id}」 becomes the name of a folder, and names a device on Windows"),
        ),
        expected: None,
        fix: Words::new(
            format!("「{id}-1」のように、ほかのIDにしてください"),
            format!("give it another ID, such as 「{id}-1」"),
        ),
    }
}

/// Two files that are one on Windows.
pub fn names_alike(path: &SourcePath, first: &SourcePath) -> Diagnostic {
    Diagnostic {
        place: Place::file(path),
        code: &code::NAMES_ALIKE,
        message: Words::new(
            format!("「{first}」と大文字・小文字だけが違います。Windowsでは同じファイルになります"),
            format!("it differs from 「{first}」 in capitals only; on Windows they are one file"),
        ),
        expected: None,
        fix: Words::new(
            "要らないほうを消すか、名前を変えてください",
            "delete the one you do not need, or rename it",
        ),
    }
}

pub fn file_empty(path: &SourcePath) -> Diagnostic {
    Diagnostic {
        place: Place::file(path),
        code: &code::FILE_EMPTY,
        message: Words::new("見出しの行がありません", "there is no header row"),
        expected: Some(Words::new("1行目に列の見出し", "column headers in row 1")),
        fix: Words::new(
            "1行目に列の見出しを書いてください（kyotsu init で作るひな型にあります）",
            "write the column headers in row 1 (kyotsu init writes a template)",
        ),
    }
}

pub fn separator(place: Place) -> Diagnostic {
    Diagnostic {
        place,
        code: &code::HEADER_UNKNOWN,
        message: Words::new(
            "列がコンマで区切られていません",
            "the columns are not separated by commas",
        ),
        expected: Some(Words::new("コンマ区切り", "commas between columns")),
        fix: Words::new(
            "Excelの「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」を選んで保存し直してください",
            "save it again from Excel as 'CSV UTF-8 (Comma delimited)'",
        ),
    }
}

pub fn quote_open(place: Place) -> Diagnostic {
    Diagnostic {
        place,
        code: &code::QUOTE_OPEN,
        message: Words::new("引用符 \" が閉じていません", "quotation mark \" is never closed"),
        expected: Some(Words::new("値の終わりに \"", "a \" at the end of the value")),
        fix: Words::new(
            "値の終わりに \" を付けてください。値の中の \" は \"\" と書きます",
            "put a \" at the end of the value; a \" inside it is written \"\"",
        ),
    }
}

pub fn quote_trailing(place: Place) -> Diagnostic {
    Diagnostic {
        place,
        code: &code::QUOTE_TRAILING,
        message: Words::new(
            "閉じた引用符のあとに文字があります",
            "there are characters after the closing quotation mark",
        ),
        expected: Some(Words::new("引用符のすぐあとにコンマか行末", "a comma or the line's end")),
        fix: Words::new(
            "値全体を \" で囲み、値の中の \" は \"\" と書いてください",
            "put the whole value in \"…\" and write a \" inside it as \"\"",
        ),
    }
}

pub fn row_width(place: Place, expected: usize, found: usize) -> Diagnostic {
    Diagnostic {
        place,
        code: &code::ROW_WIDTH,
        message: Words::new(
            format!("列が{found}個あります。見出しは{expected}個です"),
            format!("row has {found} cells, the header {expected}"),
        ),
        expected: Some(Words::new(format!("{expected}列"), format!("{expected} cells"))),
        fix: Words::new(
            "コンマを含む値は \" で囲み、足りない列は空のまま、コンマで区切ってください",
            "put values with commas in \"…\"; leave missing cells empty between commas",
        ),
    }
}

pub fn header_empty(place: Place) -> Diagnostic {
    Diagnostic {
        place,
        code: &code::HEADER_EMPTY,
        message: Words::new("見出しが空です", "the header is empty"),
        expected: Some(Words::new("列の名前", "the name of the column")),
        fix: Words::new(
            "1行目に列の名前を書くか、列ごと削除してください",
            "write the column's name in row 1, or delete the column",
        ),
    }
}

pub fn header_repeated(place: Place, name: &str) -> Diagnostic {
    Diagnostic {
        place,
        code: &code::HEADER_REPEATED,
        message: Words::new(
            format!("見出し「{name}」が2つあります"),
            format!("header 「{name}」 stands twice"),
        ),
        expected: Some(Words::new("列ごとに違う見出し", "a different header for each column")),
        fix: Words::new(
            "どちらかの列を削除するか名前を変えてください",
            "delete or rename one of them",
        ),
    }
}

pub fn toml_syntax(place: Place, cause: &str) -> Diagnostic {
    Diagnostic {
        place,
        code: &code::TOML_SYNTAX,
        message: Words::new(
            "TOMLとして読めません",
            format!("not valid TOML ({})", cause.lines().next().unwrap_or(cause)),
        ),
        expected: Some(Words::new("名前 = \"値\" の形", "the form name = \"value\"")),
        fix: Words::new(
            "文字は \"…\" で囲み、名前は英小文字で書き、閉じていない引用符や括弧がないか確かめてください",
            "put text in \"…\", write names in ASCII, and look for an open quotation mark or bracket",
        ),
    }
}

pub fn toml_key_unknown<'a>(
    place: Place,
    key: &str,
    known: impl Iterator<Item = &'a str>,
    near: Option<&str>,
) -> Diagnostic {
    let list = known.collect::<Vec<_>>().join(", ");
    let fix = match near {
        Some(near) => {
            Words::new(format!("「{near}」と書いてください"), format!("write 「{near}」"))
        }
        None => Words::new("この行を削除してください", "delete this line"),
    };
    Diagnostic {
        place,
        code: &code::TOML_KEY_UNKNOWN,
        message: Words::new(
            format!("「{key}」というキーはありません"),
            format!("there is no key 「{key}」"),
        ),
        expected: Some(Words::new(format!("次のどれか：{list}"), format!("one of: {list}"))),
        fix,
    }
}

pub fn toml_key_missing(place: Place, key: &str) -> Diagnostic {
    Diagnostic {
        place,
        code: &code::TOML_VALUE,
        message: Words::new(
            format!("キー「{key}」がありません"),
            format!("key 「{key}」 is missing"),
        ),
        expected: None,
        fix: Words::new(
            format!("{key} = \"…\" の行を足してください"),
            format!("add a line {key} = \"…\""),
        ),
    }
}

pub fn toml_value(place: Place, ja: &str, en: &str) -> Diagnostic {
    Diagnostic {
        place,
        code: &code::TOML_VALUE,
        message: Words::new("値の形が違います", "the value has the wrong form"),
        expected: Some(Words::new(ja, en)),
        fix: Words::new(format!("{ja}を書いてください"), format!("write {en}")),
    }
}

pub fn front_matter(path: &SourcePath) -> Diagnostic {
    Diagnostic {
        place: Place::bytes(path, 0, 0),
        code: &code::FRONT_MATTER,
        message: Words::new(
            "ページの見出し部（+++ で囲んだ部分）がありません",
            "the page has no front matter between +++ lines",
        ),
        expected: Some(Words::new(
            "1行目に +++、次に title = \"…\"、そのあとに +++",
            "+++ in line 1, then title = \"…\", then +++",
        )),
        fix: Words::new(
            "ファイルの先頭に「+++」「title = \"ページの題\"」「+++」の3行を書いてください",
            "begin the file with three lines: +++, title = \"Title of the page\", +++",
        ),
    }
}

/// Words that readers of English get in Japanese.
pub fn english_missing(place: Place, ja: &str) -> Diagnostic {
    Diagnostic {
        place,
        code: &code::ENGLISH_MISSING,
        message: Words::new(
            format!("「{ja}」の英語がありません"),
            format!("no English for 「{ja}」"),
        ),
        expected: Some(Words::new("英語（イギリスつづり）", "English (British spelling)")),
        fix: Words::new(
            "英語を書いてください。空のあいだ、英語のページには日本語が出ます",
            "write the English; until then the English pages show the Japanese",
        ),
    }
}

/// Words that readers of Japanese do not get at all.
pub fn japanese_missing(place: Place, at: &str, en: &str) -> Diagnostic {
    Diagnostic {
        place,
        code: &code::ENGLISH_MISSING,
        message: Words::new(
            format!("「{en}」の日本語がありません"),
            format!("no Japanese for 「{en}」"),
        ),
        expected: Some(Words::new("日本語と英語の両方", "Japanese and English")),
        fix: Words::new(
            format!("{at} に日本語を書いてください。空のあいだ、日本語のページには何も出ません"),
            format!("write the Japanese in {at}; until then the Japanese pages show nothing"),
        ),
    }
}

/// Something that is no comment, in the folder of comments.
pub fn comment_unknown(path: &SourcePath) -> Diagnostic {
    Diagnostic {
        place: Place::file(path),
        code: &code::FILE_UNKNOWN,
        message: Words::new("このファイルは読まれません", "nothing reads this file"),
        expected: Some(Words::new("コメントのTOMLファイル", "comments, as TOML files")),
        fix: Words::new(
            "ページの「コメントを書く」で保存したファイル（.toml）を入れ、ほかのものは review の外へ移してください",
            "put in the files (.toml) saved with 'Comment' on a page, and move anything else out of review",
        ),
    }
}
