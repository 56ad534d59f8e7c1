//! A table as a workbook: its rows with their types, and its columns explained on a second sheet.

use std::collections::BTreeMap;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::load::EXPLAINED;
use crate::plan::{Export, dictionary_sheet};

/// The most digits a spreadsheet keeps and shows of a number.
pub const MOST_DIGITS: usize = 15;

/// The workbook's bytes, the same for the same table; nothing where it is too large for one.
pub fn workbook(table: &Export) -> Option<Vec<u8>> {
    made(table).ok()
}

fn made(table: &Export) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(table)?);
    let header = Format::new().set_bold();
    let sheet = workbook.add_worksheet();
    sheet.set_name(table.name)?;
    let mut formats = BTreeMap::new();
    for (at, column) in (0..).zip(&table.columns) {
        let width = if column.datum.is_numeric() { 14 } else { 24 };
        sheet.set_column_width(at, width)?;
        sheet.write_string_with_format(0, at, &column.header.ja, &header)?;
        for (row, cells) in (1..).zip(&table.rows) {
            let text = cells.get(usize::from(at)).map_or("", String::as_str);
            match column.datum.is_numeric() {
                true => write_number(sheet, (row, at), text, &mut formats)?,
                false => write_text(sheet, (row, at), text)?,
            }
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    let sheet = workbook.add_worksheet();
    sheet.set_name(EXPLAINED)?;
    for (row, cells) in (0..).zip(&dictionary_sheet(table)) {
        for (at, text) in (0..).zip(cells) {
            match row {
                0 => drop(sheet.write_string_with_format(row, at, text, &header)?),
                _ => write_text(sheet, (row, at), text)?,
            }
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    workbook.save_to_buffer()
}

/// The date of the data, never the date of the writing.
fn properties(table: &Export) -> Result<DocProperties, XlsxError> {
    let date = table.as_of.map(|date| date.first_day()).unwrap_or((2000, 1, 1));
    let (year, month, day) = date;
    Ok(DocProperties::new()
        .set_title(&table.label.ja)
        .set_creation_datetime(&ExcelDateTime::from_ymd(year, month, day)?))
}

/// A text as a text, whatever it begins with.
fn write_text(sheet: &mut Worksheet, (row, at): (u32, u16), text: &str) -> Result<(), XlsxError> {
    if !text.is_empty() {
        sheet.write_string(row, at, text)?;
    }
    Ok(())
}

/// A number with the places it is written with; as text where digits would be lost.
fn write_number(
    sheet: &mut Worksheet,
    (row, at): (u32, u16),
    text: &str,
    formats: &mut BTreeMap<usize, Format>,
) -> Result<(), XlsxError> {
    let Some(number) = exact(text) else { return write_text(sheet, (row, at), text) };
    let places = text.split_once('.').map_or(0, |(_, places)| places.len());
    let format = formats.entry(places).or_insert_with(|| {
        let point = if places > 0 { "." } else { "" };
        Format::new().set_num_format(format!("0{point}{}", "0".repeat(places)))
    });
    sheet.write_number_with_format(row, at, number, format)?;
    Ok(())
}

/// The number a spreadsheet would show as it is written.
fn exact(text: &str) -> Option<f64> {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    text.parse().ok().filter(|_| digits <= MOST_DIGITS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_would_lose_digits_stays_text() {
        assert_eq!(exact("-29.10"), Some(-29.1));
        assert_eq!(exact("999999999999999"), Some(999_999_999_999_999.0));
        assert_eq!(exact("9007199254740993"), None);
        assert_eq!(exact(""), None);
    }
}
