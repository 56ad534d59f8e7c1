//! The sentences of importing.

use crate::diag::{Code, Diagnostic, code};
use crate::text::{Place, SourcePath, Words};

fn told(
    code: &'static Code,
    place: Place,
    message: (String, String),
    expected: (&str, &str),
    fix: (&str, &str),
) -> Diagnostic {
    Diagnostic {
        place,
        code,
        message: Words::new(message.0, message.1),
        expected: Some(Words::new(expected.0, expected.1)),
        fix: Words::new(fix.0, fix.1),
    }
}

pub fn id_column(place: Place) -> Diagnostic {
    told(
        &code::IMPORT_ID,
        place,
        ("IDの列がありません".to_owned(), "there is no column of IDs".to_owned()),
        ("1行目に「ID」か id の見出し", "a header ID or id in row 1"),
        (
            "1行目を見出しの行にし、IDの列を入れてください（kyotsu export で作るシートにあります）",
            "make row 1 the header row, with a column ID (a sheet made by kyotsu export has it)",
        ),
    )
}

pub fn id_missing(place: Place) -> Diagnostic {
    told(
        &code::IMPORT_ID,
        place,
        ("この行にIDがありません".to_owned(), "this row has no ID".to_owned()),
        (
            "どの行か分かるID（英小文字・数字・ハイフン）",
            "an ID of lower-case letters, digits and hyphens",
        ),
        (
            "既にある行ならそのIDを、新しい行ならほかと違うIDを書くか、行ごと削除してください",
            "write the row's ID, or a new one for a new row, or delete the row",
        ),
    )
}

pub fn id_repeated(place: Place, id: &str) -> Diagnostic {
    told(
        &code::IMPORT_ID_REPEATED,
        place,
        (
            format!("ID「{id}」の行がシートに2つあります"),
            format!("the sheet has two rows with the ID 「{id}」"),
        ),
        ("行ごとに違うID", "a different ID for each row"),
        (
            "写した行なら新しいIDを書き、そうでなければ片方を削除してください",
            "write a new ID if it is a copied row, else delete one of them",
        ),
    )
}

pub fn deletion(place: Place, written: &str) -> Diagnostic {
    told(
        &code::DELETION,
        place,
        (
            format!("「{written}」では、行を消すのかどうか分かりません"),
            format!("「{written}」 does not say whether the row is to go"),
        ),
        ("消す行に yes、ほかは空", "yes for rows to delete, else nothing"),
        (
            "行を消すなら yes と書き、残すなら空にしてください",
            "write yes to delete the row, or clear the cell to keep it",
        ),
    )
}

pub fn deletion_unknown(place: Place, id: &str) -> Diagnostic {
    told(
        &code::DELETION_UNKNOWN,
        place,
        (
            format!("消す行「{id}」が表にありません"),
            format!("the table has no row 「{id}」 to delete"),
        ),
        ("表にあるID", "an ID of the table"),
        (
            "IDを確かめてください。もう消してある行なら、そのままで構いません",
            "look at the ID; if the row has been deleted already, leave it",
        ),
    )
}

pub fn encoding(path: &SourcePath, letter: char) -> Diagnostic {
    told(
        &code::IMPORT_ENCODING,
        Place::file(path),
        (
            format!("「{letter}」は、このCSVの文字コード（Shift_JIS）で書けません"),
            format!("「{letter}」 cannot be written in this CSV's encoding (Shift_JIS)"),
        ),
        ("UTF-8のCSV", "a CSV in UTF-8"),
        (
            "このCSVをメモ帳で開き、「名前を付けて保存」で文字コードに「UTF-8」を選んで保存してから、もう一度取り込んでください",
            "open this CSV in Notepad, save it with the encoding UTF-8, and import again",
        ),
    )
}
