//! The CSV after an import: only what was asked for differs, in the file's own manner.

use kyotsu::exchange::{Base, Merged, merge};
use kyotsu::load::{RawTable, table};
use kyotsu::model::tables::{departments, schemes};
use kyotsu::text::{Encoding, Snapshot, SourcePath, encode};

fn snapshot(bytes: &[u8]) -> Snapshot {
    [("data/departments.csv", bytes.to_vec())].into_iter().collect()
}

fn sheet(text: &str) -> RawTable {
    table(&SourcePath::new("new.csv"), &text.into()).value
}

fn merged(file: &[u8], new: &str) -> Merged {
    let base = Base::of(&departments::SPEC, &snapshot(file)).value;
    let checked = merge(&departments::SPEC, &base, &sheet(new));
    assert!(checked.notes.is_empty(), "{:?}", checked.notes);
    checked.value
}

/// The file after an import, as text.
fn after(file: &str, new: &str) -> String {
    String::from_utf8(merged(file.as_bytes(), new).bytes).unwrap()
}

const FILE: &str = "id,name_ja,name_en\na,甲,\"A, one\"\n\nb,乙,B\nc,丙,C\n";

#[test]
fn a_cell_a_new_row_and_a_deleted_one() {
    let new = "ID,名称（日本語）,name_en,削除\nb,乙2,B,\nc,丙,C,yes\nd,\"丁,1\",D,\n";
    let expected = "id,name_ja,name_en\na,甲,\"A, one\"\n\nb,乙2,B\nd,\"丁,1\",D\n";
    assert_eq!(after(FILE, new), expected);
    let difference = merged(FILE.as_bytes(), new).difference;
    assert_eq!((difference.missing, difference.deleted), (vec!["a".into()], vec!["c".into()]));
}

#[test]
fn columns_the_sheet_lacks_and_the_order_of_the_file_stay() {
    assert_eq!(
        after(FILE, "name_en,id\nC2,c\nA1,a\n"),
        FILE.replace("C\n", "C2\n").replace("\"A, one\"", "\"A1\"")
    );
}

#[test]
fn a_cleared_cell_is_cleared_and_its_quotes_stay() {
    assert_eq!(after(FILE, "id,name_en\na,\n"), FILE.replace("\"A, one\"", "\"\""));
}

#[test]
fn a_column_the_file_lacks_comes_last() {
    let new = "id,note_ja\na,\nb,注\ne,新\n";
    let expected = "id,name_ja,name_en,note_ja\na,甲,\"A, one\",\n\nb,乙,B,注\nc,丙,C,\ne,,,新\n";
    assert_eq!(after(FILE, new), expected);
    assert_eq!(after(FILE, "id,note_ja\na,\nb,\n"), FILE);
}

#[test]
fn the_marks_of_windows_stay() {
    let file = "\u{feff}id,name_ja,name_en\r\na,甲,A\r\nb,乙,B";
    let expected = "\u{feff}id,name_ja,name_en\r\na,甲2,A\r\nb,乙,B\r\nc,丙,C\r\n";
    assert_eq!(after(file, "id,name_ja,name_en\na,甲2,A\nb,乙,B\nc,丙,C\n"), expected);
}

#[test]
fn a_file_of_quotation_marks_gets_more_of_them() {
    let file = "\"id\",\"name_ja\",\"name_en\"\n\"a\",\"甲\",\"A\"\n";
    let expected = format!("{file}\"b\",\"乙\",\"\"\n");
    assert_eq!(after(file, "id,name_ja\na,甲\nb,乙\n"), expected);
}

#[test]
fn a_shift_jis_file_stays_one_to_the_byte() {
    // 0x81CA and 0xEEF9 are the same letter: what is kept may not be written anew.
    let mut file = encode("id,name_ja,name_en\r\na,甲,A\r\nb,", Encoding::Cp932).unwrap();
    file.extend(b"\xEE\xF9\xFA\x54,");
    file.extend(encode("ｶﾅ\r\nc,丙,C\r\n", Encoding::Cp932).unwrap());
    let changed = merged(&file, "id,name_ja\nc,高①\n").bytes;
    let cut = file.len() - encode("丙,C\r\n", Encoding::Cp932).unwrap().len();
    let mut expected = file[..cut].to_vec();
    expected.extend(encode("高①,C\r\n", Encoding::Cp932).unwrap());
    assert_eq!(changed, expected);
}

#[test]
fn a_letter_shift_jis_lacks_is_told_and_nothing_changes() {
    let file = encode("id,name_ja,name_en\na,甲,A\n", Encoding::Cp932).unwrap();
    let base = Base::of(&departments::SPEC, &snapshot(&file)).value;
    let checked = merge(&departments::SPEC, &base, &sheet("id,name_ja\na,甲〜乙\n"));
    assert_eq!(checked.notes[0].code.id, "D639");
    assert_eq!(checked.value.bytes, file);
}

#[test]
fn the_same_value_in_other_words_is_no_change() {
    let same = |spec: &'static kyotsu::model::TableSpec, file: &str, new: &str| {
        let snapshot = [(spec.path(), file)].into_iter().collect();
        let base = Base::of(spec, &snapshot).value;
        merge(spec, &base, &sheet(new)).value.difference.is_empty()
    };
    use kyotsu::model::tables::{costs, updates};
    assert!(same(&updates::SPEC, "id,date\na,令和6年4月12日\n", "id,date\na,2024/4/12\n"));
    assert!(same(&costs::SPEC, "id,total_yen\na,\"1,234\"\n", "id,total_yen\na,1234\n"));
    assert!(!same(&costs::SPEC, "id,total_yen\na,…\n", "id,total_yen\na,-\n"));
    assert!(same(&updates::SPEC, "id,text_ja\na,'=1\n", "id,text_ja\na,=1\n"));
}

#[test]
fn a_text_that_would_be_computed_is_made_safe() {
    assert_eq!(after(FILE, "id,name_ja\nc,=1+1\n"), FILE.replace("丙", "'=1+1"));
}

#[test]
fn rows_without_an_id_twice_or_with_an_unclear_mark_are_told() {
    let base = Base::of(&departments::SPEC, &snapshot(FILE.as_bytes())).value;
    let new = "id,name_ja,delete,what\n,無,,\na,甲,,\na,甲,,\nb,乙,たぶん,\nz,癸,yes,\n";
    let notes = merge(&departments::SPEC, &base, &sheet(new)).notes;
    let told: Vec<_> = notes.iter().map(|note| (note.code.id, note.place.cell.unwrap())).collect();
    let cell = |row, column| kyotsu::text::Cell { row, column };
    assert_eq!(
        told,
        [
            ("D107", cell(1, 4)),
            ("D635", cell(2, 1)),
            ("D636", cell(4, 1)),
            ("D637", cell(5, 3)),
            ("D638", cell(6, 1)),
        ]
    );
}

#[test]
fn columns_of_publication_are_passed_over() {
    let new = "id,name_ja,rights\na,甲,quotation\n";
    assert!(merged(FILE.as_bytes(), new).difference.is_empty());
}

#[test]
fn what_is_typed_in_a_new_row_stands_in_the_file() {
    let file = "id,name_ja,form,source,confidence\na,甲,grant,c1,\n";
    let new = "id,name_ja,form,source,confidence\na,甲,grant,c1,clear\nb,乙,grant,c1,clear\n";
    let snapshot: Snapshot = [("data/schemes.csv", file.as_bytes().to_vec())].into_iter().collect();
    let base = Base::of(&schemes::SPEC, &snapshot).value;
    let merged = merge(&schemes::SPEC, &base, &sheet(new)).value;
    assert_eq!(String::from_utf8(merged.bytes).unwrap(), format!("{file}b,乙,grant,c1,clear\n"));
}
