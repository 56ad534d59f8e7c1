//! A workbook to fill in: a sheet a table, lists to choose from, the columns explained behind them.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, IgnoreError,
    Workbook, Worksheet, XlsxError,
};

use super::workbook::MOST_DIGITS;
use crate::load::EXPLAINED;
use crate::plan::{Entry, dictionary_sheet};

/// The last row a spreadsheet has, counted from 0.
const LAST_ROW: u32 = 1_048_575;
/// The most letters a list of choices may have in a cell's rule, commas counted.
const LONGEST_LIST: usize = 255;
/// The formats every spreadsheet has: text, and a number without places.
const TEXT: u8 = 49;
const WHOLE: u8 = 1;

/// The workbook's bytes, the same for the same tables; nothing where they are too large for one.
pub fn entry_workbook(entries: &[Entry]) -> Option<Vec<u8>> {
    made(entries).ok()
}

fn made(entries: &[Entry]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // No date of writing: the same tables give the same bytes.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    for entry in entries {
        table(workbook.add_worksheet(), entry)?;
    }
    explained(workbook.add_worksheet(), entries)?;
    workbook.save_to_buffer()
}

fn table(sheet: &mut Worksheet, entry: &Entry) -> Result<(), XlsxError> {
    let table = &entry.table;
    sheet.set_name(table.name)?;
    let header = Format::new().set_bold();
    // What is typed into a column of texts stays as it is typed: 001, 2024-04, 1-2.
    let text = Format::new().set_num_format_index(TEXT);
    let number = Format::new().set_num_format_index(WHOLE);
    for ((at, column), choices) in (0..).zip(&table.columns).zip(&entry.choices) {
        let is_whole = column.datum == crate::plan::Datum::Integer;
        sheet.set_column_width(at, if is_whole { 14 } else { 24 })?;
        if !is_whole {
            sheet.set_column_format(at, &text)?;
        }
        sheet.write_string_with_format(0, at, &column.header.ja, &header)?;
        choose(sheet, at, choices)?;
        for (row, cells) in (1..).zip(&table.rows) {
            let cell = cells.get(usize::from(at)).map_or("", String::as_str);
            match whole(cell).filter(|_| is_whole) {
                Some(value) => sheet.write_number_with_format(row, at, value, &number)?,
                None if cell.is_empty() => continue,
                None => sheet.write_string_with_format(row, at, cell, &text)?,
            };
        }
    }
    let columns = u16::try_from(table.columns.len()).unwrap_or(u16::MAX);
    if let Some(last) = columns.checked_sub(1) {
        let numbers = IgnoreError::NumberStoredAsText;
        sheet.ignore_error_range(1, 0, LAST_ROW, last, numbers)?;
    }
    sheet.set_freeze_panes(1, 1)?;
    Ok(())
}

/// A list to choose from; other values are warned about, as a mark may stand there too.
fn choose(sheet: &mut Worksheet, at: u16, choices: &[String]) -> Result<(), XlsxError> {
    let length: usize = choices.iter().map(|one| one.encode_utf16().count() + 1).sum();
    if choices.is_empty() || length > LONGEST_LIST {
        return Ok(());
    }
    let rule = DataValidation::new()
        .allow_list_strings(choices)?
        .set_error_style(DataValidationErrorStyle::Warning)
        .set_error_message("一覧にない値です。このまま入れますか。")?;
    sheet.add_data_validation(1, at, LAST_ROW, at, &rule)?;
    Ok(())
}

/// A whole number that a spreadsheet holds and shows as it is written.
fn whole(text: &str) -> Option<f64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_plain = digits == "0" || !digits.starts_with('0') && text != "-";
    let is_whole = digits.bytes().all(|byte| byte.is_ascii_digit());
    let fits = is_plain && is_whole && (1..=MOST_DIGITS).contains(&digits.len()) && text != "-0";
    text.parse().ok().filter(|_| fits)
}

/// What the columns of all sheets hold.
fn explained(sheet: &mut Worksheet, entries: &[Entry]) -> Result<(), XlsxError> {
    sheet.set_name(EXPLAINED)?;
    let header = Format::new().set_bold();
    let mut row = 0;
    for entry in entries {
        let lines = dictionary_sheet(&entry.table);
        // One header heads the columns of all tables.
        let headed = usize::from(row > 0);
        for (index, cells) in lines.iter().enumerate().skip(headed) {
            let first = if index == 0 { "シート" } else { entry.table.name };
            let cells = std::iter::once(first).chain(cells.iter().map(String::as_str));
            for (at, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
                match index {
                    0 => sheet.write_string_with_format(row, at, cell, &header)?,
                    _ => sheet.write_string(row, at, cell)?,
                };
            }
            row += 1;
        }
    }
    sheet.set_column_width(0, 20)?;
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_numbers_that_read_the_same_are_typed() {
        for text in ["0", "43", "-5", "999999999999999"] {
            assert_eq!(whole(text).map(|value| value.to_string()).as_deref(), Some(text));
        }
        for text in ["", "-", "-0", "001", "1,234", "29.1", "…", "X", "１", "1234567890123456"] {
            assert_eq!(whole(text), None, "{text}");
        }
    }
}
