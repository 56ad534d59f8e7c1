//! A workbook as a spreadsheet program saves it.

use kyotsu::build::Imported;

use super::{imported, small, told};
use crate::site::project::text;

const TABLE: &str = "data/judgements.csv";

/// What is told; not that these snapshots hold no theme.
fn of_the_sheet(imported: &Imported) -> Vec<String> {
    told(imported).into_iter().filter(|one| !one.starts_with("D5")).collect()
}

#[test]
fn three_cells_edited_in_libreoffice_are_the_only_ones_that_change() {
    let project = small();
    let book = include_bytes!("libreoffice.xlsx").to_vec();
    let imported = imported(&project, "libreoffice.xlsx", book, "judgements");
    assert_eq!(of_the_sheet(&imported), Vec::<String>::new());
    let after = String::from_utf8(imported.file.expect("something changes").1).unwrap();
    let before = text(&project, TABLE);
    let edited = [
        (
            "star-charts-money,",
            "費用についての資料による。",
            "照会の回答に、この業務の便利さを述べた記載がある（架空）。",
        ),
        ("moon-terrace-time,", "試験者", "確認者（架空）"),
        ("cloud-register-residents,", "2030-02-01", "2026-11-23"),
    ];
    let wanted = before.split_inclusive('\n').map(|line| {
        let edit = edited.iter().find(|(id, ..)| line.starts_with(id));
        edit.map_or_else(|| line.to_owned(), |(_, from, to)| line.replacen(from, to, 1))
    });
    assert_eq!(after, wanted.collect::<String>());
}

#[test]
fn a_sheet_nobody_edited_there_changes_nothing() {
    let book = include_bytes!("libreoffice.xlsx").to_vec();
    let imported = imported(&small(), "libreoffice.xlsx", book, "inventory");
    assert_eq!(of_the_sheet(&imported), Vec::<String>::new());
    assert!(imported.file.is_none());
}
