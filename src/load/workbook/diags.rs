//! The sentences of reading workbooks.

use super::shown::Fault;
use crate::diag::{Diagnostic, code};
use crate::text::{Place, SourcePath, Words, spreadsheet_column};

pub fn unreadable(path: &SourcePath, locked: bool) -> Diagnostic {
    let message = match locked {
        true => Words::new(
            "ブックにパスワードが掛かっています",
            "the workbook is protected by a password",
        ),
        false => Words::new("Excelブックとして読めません", "this cannot be read as a workbook"),
    };
    Diagnostic {
        place: Place::file(path),
        code: &code::WORKBOOK,
        message,
        expected: Some(Words::new(
            "パスワードのないExcelブック（.xlsx）かCSV",
            "a workbook (.xlsx) without a password, or a CSV",
        )),
        fix: Words::new(
            "Excelで開き、「名前を付けて保存」で「Excel ブック (*.xlsx)」を選び、パスワードを付けずに保存し直してください",
            "open it in Excel and save it again as 'Excel Workbook (*.xlsx)' without a password",
        ),
    }
}

pub fn no_sheet(path: &SourcePath, names: &[&str], there: &[String]) -> Diagnostic {
    let name = names.first().copied().unwrap_or_default();
    let listed = |separator: &str| there.join(separator);
    Diagnostic {
        place: Place::file(path),
        code: &code::SHEET,
        message: Words::new(
            format!("シート「{name}」がありません（あるもの：{}）", listed("、")),
            format!("there is no sheet 「{name}」 (there are: {})", listed(", ")),
        ),
        expected: Some(Words::new(
            format!("シートの名前が {}", names.join(" か ")),
            format!("a sheet named {}", names.join(" or ")),
        )),
        fix: Words::new(
            format!("取り込むシートの名前を「{name}」に変えて保存してください"),
            format!("rename the sheet to 「{name}」 and save"),
        ),
    }
}

pub fn formula(place: Place, formula: &str) -> Diagnostic {
    let (ja, en) = match formula {
        "" => (String::new(), String::new()),
        formula => (format!("（={formula}）"), format!(" (={formula})")),
    };
    Diagnostic {
        place,
        code: &code::FORMULA,
        message: Words::new(
            format!("セルに式が入っています{ja}"),
            format!("the cell holds a formula{en}"),
        ),
        expected: Some(Words::new(
            "値そのもの（式の結果は、Excelが最後に計算したときのものかもしれません）",
            "the value itself; the result of a formula may be an old one",
        )),
        fix: Words::new(
            "セルをコピーし、同じ場所に「形式を選択して貼り付け」の「値」で貼り付けてください",
            "copy the cell and paste it in place with 'Paste Special', 'Values'",
        ),
    }
}

pub fn merged(place: Place, start: (u32, u32), end: (u32, u32)) -> Diagnostic {
    let name = |(row, column): (u32, u32)| {
        format!("{}{}", spreadsheet_column(column as usize + 1), u64::from(row) + 1)
    };
    let region = format!("{}:{}", name(start), name(end));
    Diagnostic {
        place,
        code: &code::MERGED_CELLS,
        message: Words::new(
            format!("セル {region} が結合されています"),
            format!("the cells {region} are merged"),
        ),
        expected: Some(Words::new("1つの行と列に1つのセル", "one cell for each row and column")),
        fix: Words::new(
            "「セル結合の解除」を選び、それぞれのセルに値を書いてください",
            "choose 'Unmerge Cells' and write a value into each cell",
        ),
    }
}

pub fn shown(place: Place, fault: &Fault) -> Diagnostic {
    let (message, fix) = sentences(fault);
    Diagnostic {
        place,
        code: &code::SHOWN,
        message,
        expected: Some(Words::new("表示と同じ値", "a value that is what the cell shows")),
        fix,
    }
}

fn sentences(fault: &Fault) -> (Words, Words) {
    let as_text = || {
        Words::new(
            "セルの表示形式を「文字列」にして、見せたいとおりに入力し直してください",
            "set the cell's format to Text and type the value as it should read",
        )
    };
    match fault {
        Fault::Rounded => (
            Words::new("表示されない桁があります", "the value has more digits than are shown"),
            Words::new(
                "表示の桁数を増やすか、見せたい桁までの数を入力し直してください",
                "show more decimal places, or type the number with the places it should have",
            ),
        ),
        Fault::Percent => (
            Words::new(
                "パーセントの表示です（値は表示の100分の1）",
                "the cell shows a percentage; its value is a hundredth of it",
            ),
            Words::new(
                "表示形式を「標準」にして、％を付けずに入力し直してください（29.1% は 29.1）",
                "set the format to General and type the number without % (29.1 for 29.1%)",
            ),
        ),
        Fault::Form => (
            Words::new(
                "値と違う形で表示する書式です（千単位・指数・分数など）",
                "the format shows the value in another form (thousands, powers, fractions)",
            ),
            Words::new(
                "表示形式を「標準」にして、表示と値が同じことを確かめてください",
                "set the format to General and look whether the value is the one you mean",
            ),
        ),
        Fault::Digits => (
            Words::new(
                "Excelが正確に持てる桁数（15桁）を超えています",
                "more digits (15) than a spreadsheet can hold",
            ),
            as_text(),
        ),
        Fault::Time => (
            Words::new("時刻が入っています", "the cell holds a time of day"),
            Words::new(
                "表示形式を「文字列」にして、日付だけを 2024-04-12 の形で入力し直してください",
                "set the format to Text and type the date alone, as 2024-04-12",
            ),
        ),
        Fault::Date => (
            Words::new(
                "日付の一部（年か日）が表示されていないかもしれません",
                "a part of the date, its year or day, may not be shown",
            ),
            Words::new(
                "表示形式を「文字列」にして、2024-04-12 か 2024-04 の形で入力し直してください",
                "set the format to Text and type it as 2024-04-12 or 2024-04",
            ),
        ),
    }
}
