//! Sheets as staff make them, and what is told of them.

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use super::{book, imported, small, told};
use crate::site::project;

fn bytes(mut book: Workbook) -> Vec<u8> {
    book.save_to_buffer().unwrap()
}

/// The dates of the updates after an import of a sheet with one cell made by hand.
fn update(write: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> super::Imported {
    let mut book = book("updates", &[&["ID", "日付"], &["first"]]);
    write(book.worksheet_from_index(0).unwrap());
    imported(&small(), "a.xlsx", bytes(book), "updates")
}

fn first_id(table: &str) -> String {
    let text = project::text(&small(), &format!("data/{table}.csv"));
    text.lines().nth(1).unwrap().split(',').next().unwrap().to_owned()
}

#[test]
fn a_date_is_a_date_as_exact_as_it_is_shown() {
    let id = first_id("updates");
    for (format, expected) in [("yyyy/m/d", "2024-04-12"), ("yyyy\"年\"m\"月\"", "2024-04")] {
        let came = update(|sheet| {
            let day = ExcelDateTime::from_ymd(2024, 4, 12).unwrap();
            let format = Format::new().set_num_format(format);
            sheet.write_string(1, 0, &id).unwrap();
            sheet.write_datetime_with_format(1, 1, &day, &format).unwrap();
        });
        assert!(came.told.contains(&format!("→「{expected}」")), "{}", came.told);
    }
}

#[test]
fn what_a_sheet_may_not_hold_is_told_by_its_cell() {
    let id = first_id("updates");
    let came = update(|sheet| {
        sheet.write_string(1, 0, &id).unwrap();
        sheet.write_formula(1, 1, Formula::new("=TODAY()").set_result("45394")).unwrap();
        sheet.write_string(2, 0, "b").unwrap();
        let percent = Format::new().set_num_format("0.0%");
        sheet.write_number_with_format(2, 1, 0.291, &percent).unwrap();
        sheet.merge_range(3, 0, 4, 1, "c", &Format::new()).unwrap();
        sheet.write_string(5, 3, "stray").unwrap();
    });
    let told = told(&came);
    let own = |note: &&String| note.contains("[a.xlsx]updates");
    let told: Vec<&str> = told.iter().filter(own).map(String::as_str).collect();
    for expected in [
        "D632 [a.xlsx]updates B2",
        "D634 [a.xlsx]updates B3",
        "D633 [a.xlsx]updates A4",
        "D105 [a.xlsx]updates D1",
    ] {
        assert!(told.contains(&expected), "{expected}: {told:?}");
    }
    let formula = came.notes.iter().find(|note| note.code.id == "D632").unwrap();
    assert!(formula.message.ja.contains("=TODAY()"), "{:?}", formula.message);
    assert!(formula.fix.ja.contains("値"), "{:?}", formula.fix);
}

#[test]
fn the_checks_of_the_project_name_the_cells_of_the_sheet() {
    let id = first_id("areas");
    let book = book("areas", &[&["部門", "ID"], &["nowhere", &id]]);
    let came = imported(&small(), "報告.xlsx", bytes(book), "areas");
    assert!(told(&came).contains(&"D208 [報告.xlsx]areas A2".to_owned()), "{:?}", told(&came));
}

#[test]
fn a_new_row_without_what_it_needs_is_told_at_its_row() {
    let book = book("areas", &[&["ID"], &["new-area"]]);
    let came = imported(&small(), "a.xlsx", bytes(book), "areas");
    assert!(told(&came).contains(&"D201 [a.xlsx]areas A2".to_owned()), "{:?}", told(&came));
}

#[test]
fn an_export_has_lists_texts_that_stay_texts_and_the_columns_explained() {
    let exported = kyotsu::build::export(&small(), &["evidence"]).workbook.unwrap();
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(exported)).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        std::io::Read::read_to_string(&mut zip.by_name(name).unwrap(), &mut text).unwrap();
        text
    };
    let sheet = part("xl/worksheets/sheet1.xml");
    let areas = "<formula1>\"star-charts,moon-terrace,cloud-register,weathercocks\"</formula1>";
    assert!(sheet.contains(areas), "references");
    assert!(sheet.contains("<formula1>\"clear,inferred,garbled\"</formula1>"), "codes");
    assert!(sheet.contains("numberStoredAsText"), "no green corners");
    assert!(part("xl/styles.xml").contains("numFmtId=\"49\""), "texts");
    assert!(part("xl/workbook.xml").contains("列の説明"));
    let words = part("xl/sharedStrings.xml");
    for word in ["シート", "列名", "削除", "読み取りの確かさ", "推定"] {
        assert!(words.contains(&format!("<t>{word}</t>")), "{word}");
    }
}

#[test]
fn the_sheet_is_found_by_its_name_by_its_label_or_as_the_only_one() {
    let id = first_id("areas");
    let rows: &[&[&str]] = &[&["ID"], &[&id]];
    for name in ["areas", "業務領域", "Sheet1"] {
        let came = imported(&small(), "a.xlsx", bytes(book(name, rows)), "areas");
        assert!(came.notes.is_empty(), "{name}: {:?}", told(&came));
    }
    let mut two = book("表1", rows);
    two.add_worksheet().set_name("表2").unwrap();
    let came = imported(&small(), "a.xlsx", bytes(two), "areas");
    assert_eq!(told(&came), ["D631 a.xlsx"]);
    assert!(came.notes[0].message.ja.contains("表1、表2"), "{:?}", came.notes[0].message);
}

#[test]
fn what_is_no_workbook_is_told() {
    for wrong in [b"".to_vec(), b"PK\x03\x04 not a zip".to_vec(), b"\xD0\xCF\x11\xE0".to_vec()] {
        let came = imported(&small(), "a.xlsx", wrong, "areas");
        assert_eq!(told(&came), ["D630 a.xlsx"]);
    }
    let came = imported(&small(), "a.csv", b"id\n\xFF\xFE\n".to_vec(), "areas");
    assert_eq!(told(&came), ["D101 a.csv"]);
}

#[test]
fn a_sheet_without_a_header_row_or_an_id_is_told() {
    let came = imported(&small(), "a.xlsx", bytes(book("areas", &[&[], &["ID"]])), "areas");
    assert_eq!(told(&came), ["D114 [a.xlsx]areas"]);
    let came = imported(&small(), "a.xlsx", bytes(book("areas", &[&["名称（日本語）"]])), "areas");
    assert_eq!(told(&came), ["D635 [a.xlsx]areas A1"]);
}

#[test]
fn a_cell_at_the_far_corner_costs_nothing() {
    let mut book = book("areas", &[&["ID"]]);
    let sheet = book.worksheet_from_index(0).unwrap();
    sheet.write_string(1_048_575, 16_383, "stray").unwrap();
    let came = imported(&small(), "a.xlsx", bytes(book), "areas");
    assert_eq!(told(&came), ["D105 [a.xlsx]areas XFD1"]);
}
