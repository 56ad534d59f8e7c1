//! The published tables keep the rules for data that machines can read (31 March 2026), and come
//! back as they went out.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kyotsu::build::{Options, build};
use kyotsu::model::tables::{TABLES, codes};
use kyotsu::text::{Snapshot, SourcePath, guarded, stray_in_data, unguarded};

use super::{none, project, site};
use crate::assessment::three_tests;

/// A published CSV.
pub struct Sheet {
    /// below the output folder
    pub path: String,
    /// row 1
    pub headers: Vec<String>,
    /// the others
    pub rows: Vec<Vec<String>>,
}

impl Sheet {
    /// The cells of a column.
    pub fn column(&self, name: &str) -> Option<Vec<&str>> {
        let at = self.headers.iter().position(|header| header == name)?;
        Some(self.rows.iter().map(|row| row[at].as_str()).collect())
    }
}

/// Reads a CSV strictly: a row wider or narrower than the first is a fault.
pub fn sheet(path: &str, bytes: &[u8]) -> Sheet {
    let text = std::str::from_utf8(bytes).unwrap();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let mut rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect());
    let headers = rows.next().unwrap();
    Sheet { path: path.to_owned(), headers, rows: rows.collect() }
}

/// Every published CSV.
pub fn sheets() -> Vec<Sheet> {
    let files = site().files.iter().filter(|(path, _)| path.ends_with(".csv"));
    let sheets: Vec<Sheet> = files.map(|(path, bytes)| sheet(path, bytes)).collect();
    assert!(sheets.len() > 100, "{} tables", sheets.len());
    sheets
}

/// What the dictionary says of a column.
struct Described {
    kind: String,
    unit: String,
    printed: bool,
}

/// The dictionary: columns by table and name, in either kind of file.
fn dictionary() -> BTreeMap<(String, String), Described> {
    let sheet = sheet("data/dictionary.csv", &site().files["data/dictionary.csv"]);
    let cell = |row: &[String], name: &str| {
        row[sheet.headers.iter().position(|header| header == name).unwrap()].clone()
    };
    let mut columns = BTreeMap::new();
    for row in &sheet.rows {
        for (ending, name) in [("", "column"), ("-excel", "header_ja")] {
            let described = Described {
                kind: cell(row, "type"),
                unit: cell(row, "unit_ja"),
                printed: cell(row, "printed") == "yes",
            };
            let at = (format!("{}{ending}", cell(row, "table")), cell(row, name));
            assert!(columns.insert(at.clone(), described).is_none(), "{at:?} stands twice");
        }
    }
    columns
}

/// The name the dictionary knows a file by.
fn table(sheet: &Sheet) -> String {
    sheet.path.rsplit('/').next().unwrap().trim_end_matches(".csv").to_owned()
}

/// Looks at every cell of every table together with what the dictionary says of its column.
fn cell_faults(find: impl Fn(&str, &str, &Described) -> Option<String>) -> Vec<String> {
    let dictionary = dictionary();
    let mut faults = Vec::new();
    // The form to fill in has columns of the table of judgements and of those who ask.
    for sheet in sheets().iter().filter(|sheet| sheet.path.starts_with("data/")) {
        for (at, header) in sheet.headers.iter().enumerate() {
            let Some(described) = dictionary.get(&(table(sheet), header.clone())) else {
                faults.push(format!("{}: {header} is not in the dictionary", sheet.path));
                continue;
            };
            let cells = sheet.rows.iter().map(|row| row[at].as_str());
            let found = cells.filter_map(|cell| Some((cell, find(header, cell, described)?)));
            faults.extend(
                found.map(|(cell, why)| format!("{} {header} {cell:?}: {why}", sheet.path)),
            );
        }
    }
    faults
}

#[test]
fn headers_are_in_row_1_unique_and_filled() {
    let mut faults = Vec::new();
    for sheet in sheets() {
        let unique: BTreeSet<&String> = sheet.headers.iter().collect();
        if unique.len() != sheet.headers.len() || unique.iter().any(|one| one.trim().is_empty()) {
            faults.push(format!("{}: {:?}", sheet.path, sheet.headers));
        }
        let plain = |header: &String| {
            header.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        };
        let is_plain = sheet.headers.iter().all(plain);
        let bytes = &site().files[&sheet.path];
        // The file of a chart is for readers: what the page shows, in its language.
        let of_chart =
            !sheet.path.starts_with("data/") && !sheet.path.starts_with("evidence-gaps/");
        let excel = of_chart || sheet.path.ends_with("-excel.csv");
        if is_plain == excel || bytes.starts_with("\u{feff}".as_bytes()) != excel {
            faults.push(format!("{}: headers or byte order mark", sheet.path));
        }
        if sheet.headers.iter().any(|header| stray_in_data(header).is_some()) {
            faults.push(format!("{}: letters in headers", sheet.path));
        }
    }
    none("tables whose headers a machine cannot read", faults);
}

#[test]
fn a_cell_holds_one_datum_without_layout() {
    const DITTO: [&str; 8] = ["同上", "〃", "″", "\"", "々", "同左", "仝", "同前"];
    none(
        "cells laid out for the eye",
        cell_faults(|_, cell, _| {
            let text = unguarded(cell);
            let is_laid_out = text.contains(['\n', '\r', '\t'])
                || text != text.trim()
                || text.contains("  ")
                || text.contains("　　")
                || DITTO.contains(&text);
            is_laid_out.then(|| "layout".to_owned())
        }),
    );
}

/// One Japanese letter, a blank and another: spaced out to fill a line.
#[test]
fn words_are_not_spaced_out() {
    none(
        "spaced words",
        cell_faults(|_, cell, described| {
            let letters: Vec<char> = cell.chars().collect();
            let spaced = letters.windows(5).any(|five| {
                five[1] == '　'
                    && five[3] == '　'
                    && five.iter().step_by(2).all(|c| *c > '\u{3000}')
            });
            (spaced && !described.printed).then(|| "spaced out".to_owned())
        }),
    );
}

#[test]
fn numbers_are_numbers_and_dates_have_one_form() {
    none(
        "cells of another type than the dictionary says",
        cell_faults(|_, cell, described| {
            let form = match described.kind.as_str() {
                "integer" => "-9",
                "decimal" => "-9.9",
                "date" => "9999-99-99",
                "month" => "9999-99",
                "year" => "9999",
                "fiscal_year" => "9999年度",
                "date_mixed" => "9999-99-99|9999-99|9999",
                "flag" => "yes",
                _ => return None,
            };
            let fits = match form {
                "-9" => cell.parse::<i64>().is_ok_and(|number| number.to_string() == cell),
                "-9.9" => is_decimal(cell),
                forms => forms.split('|').any(|form| is_like(form, cell)),
            };
            (!fits && !cell.is_empty()).then(|| described.kind.clone())
        }),
    );
}

fn is_decimal(cell: &str) -> bool {
    let plain = cell.strip_prefix('-').unwrap_or(cell);
    let (whole, places) = plain.split_once('.').unwrap_or((plain, "0"));
    [whole, places].iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether a text is a form with any digit for each 9.
fn is_like(form: &str, text: &str) -> bool {
    text.chars().map(|letter| if letter.is_ascii_digit() { '9' } else { letter }).eq(form.chars())
}

#[test]
fn forms_are_told_apart() {
    assert!(is_like("9999年度", "2017年度") && !is_like("9999年度", "令和6年度"));
    assert!(is_decimal("-29.10") && !is_decimal("29.") && !is_decimal("1,234") && !is_decimal("…"));
}

#[test]
fn a_number_has_its_unit_in_its_header_or_beside_it() {
    let dictionary = dictionary();
    let mut faults = Vec::new();
    for ((table, header), described) in &dictionary {
        if table.ends_with("-excel") && !described.unit.is_empty() {
            let says = header.contains(&described.unit);
            faults.extend((!says).then(|| format!("{table}: {header} without {}", described.unit)));
        }
    }
    none("headers without their unit", faults);
}

#[test]
fn only_columns_as_printed_hold_letters_of_one_machine() {
    let mut exempt = 0;
    let counted = std::sync::Mutex::new(&mut exempt);
    none(
        "platform-dependent letters",
        cell_faults(|_, cell, described| {
            let stray = stray_in_data(cell)?;
            if described.printed {
                **counted.lock().unwrap() += 1;
                return None;
            }
            Some(format!("{stray:?}"))
        }),
    );
    assert!(exempt > 0, "no printed letter is left; then nothing needs to be exempt");
}

#[test]
fn a_code_column_holds_codes_of_the_list_beside_the_tables() {
    let codes = sheet("data/codes.csv", &site().files["data/codes.csv"]);
    let listed: BTreeSet<(String, String, String)> =
        codes.rows.iter().map(|row| (row[0].clone(), row[1].clone(), row[2].clone())).collect();
    let dictionary = dictionary();
    let mut faults = Vec::new();
    let mut seen = 0;
    for sheet in sheets().iter().filter(|sheet| sheet.path.starts_with("data/")) {
        let table = table(sheet);
        for (at, header) in sheet.headers.iter().enumerate() {
            let kind =
                dictionary.get(&(table.clone(), header.clone())).map(|one| one.kind.as_str());
            if table.ends_with("-excel") || !matches!(kind, Some("code" | "codes")) {
                continue;
            }
            for code in
                sheet.rows.iter().flat_map(|row| row[at].split(' ')).filter(|c| !c.is_empty())
            {
                seen += 1;
                let entry = (table.clone(), header.clone(), code.to_owned());
                faults.extend((!listed.contains(&entry)).then(|| format!("{entry:?}")));
            }
        }
    }
    assert!(seen > 1000);
    none("codes that are in no list", faults);
}

#[test]
fn ids_are_unique() {
    let mut faults = Vec::new();
    for spec in TABLES {
        let path = format!("data/{0}/{0}.csv", spec.name);
        let sheet = sheet(&path, &site().files[&path]);
        let ids = sheet.column("id").unwrap();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        faults.extend((unique.len() != ids.len()).then_some(path));
    }
    none("tables with an id twice", faults);
}

/// Beside every number or date that may be missing stands why, and the two agree.
#[test]
fn every_missing_number_or_date_has_a_status_beside_it() {
    let dictionary = dictionary();
    let mut faults = Vec::new();
    let mut statuses = 0;
    for sheet in sheets().iter().filter(|sheet| sheet.path.starts_with("data/")) {
        let table = table(sheet);
        if table.ends_with("-excel") || ["results", "states"].contains(&table.as_str()) {
            continue;
        }
        for (at, header) in sheet.headers.iter().enumerate() {
            let kind = &dictionary[&(table.clone(), header.clone())].kind;
            let is_own = header != "line";
            let is_measure =
                ["integer", "decimal", "date", "month", "year", "fiscal_year", "date_mixed"]
                    .contains(&kind.as_str());
            if !is_measure || !is_own {
                continue;
            }
            let status =
                sheet.headers.get(at + 1).filter(|next| **next == format!("{header}_status"));
            let misses = sheet.rows.iter().any(|row| row[at].is_empty());
            if misses != status.is_some() {
                faults.push(format!("{}: {header}", sheet.path));
            }
            for row in sheet.rows.iter().filter(|_| status.is_some()) {
                statuses += 1;
                let agree = row[at].is_empty() != (row[at + 1] == "observed");
                let known = codes::VALUE_STATUS.iter().any(|code| code.code == row[at + 1]);
                if !agree || !(known || row[at + 1].is_empty()) {
                    faults.push(format!("{} {header} {:?} {:?}", sheet.path, row[at], row[at + 1]));
                }
            }
        }
    }
    assert!(statuses > 100);
    none("values without their status", faults);
}

#[test]
fn no_text_is_taken_for_a_formula() {
    const TEXTS: [&str; 2] = ["text", "printed"];
    none(
        "cells a spreadsheet would compute",
        cell_faults(|_, cell, described| {
            let is_text = TEXTS.contains(&described.kind.as_str());
            let is_safe = guarded(unguarded(cell)) == cell;
            (is_text && !is_safe).then(|| "formula".to_owned())
        }),
    );
    let cloud = sheet("", &site().files["data/cloud/cloud.csv"]);
    assert!(cloud.column("as_printed").unwrap().contains(&"'-"), "a dash as printed");
}

#[test]
fn quotations_say_that_they_are_outside_the_licence() {
    for name in ["citations", "criteria_applications", "aliases"] {
        let sheet = sheet(name, &site().files[&format!("data/{name}/{name}.csv")]);
        let rights = sheet.column("rights").unwrap();
        assert!(rights.iter().all(|right| *right == "quotation"), "{name}");
    }
    let facts = sheet("facts", &site().files["data/facts/facts.csv"]);
    let printed = facts.column("as_printed").unwrap();
    for (right, printed) in facts.column("rights").unwrap().iter().zip(printed) {
        assert_eq!(right.is_empty(), printed.is_empty());
    }
}

/// The tables of a project in one of their published forms, put back in their places.
fn put_back(mut snapshot: Snapshot, files: &Files, twin: &str) -> Snapshot {
    for spec in TABLES {
        let path = format!("data/{0}/{0}{twin}.csv", spec.name);
        snapshot.insert(SourcePath::new(spec.path()), files[&path].clone());
    }
    snapshot
}

type Files = BTreeMap<String, Arc<[u8]>>;

fn comes_back(snapshot: &Snapshot, twin: &str) {
    let before = build(snapshot, &Options::default());
    none("messages", before.notes.iter().map(|note| format!("{note:?}")).collect());
    comes_back_as(snapshot, &before.output.files, twin);
}

fn comes_back_as(snapshot: &Snapshot, before: &Files, twin: &str) {
    let again = build(&put_back(snapshot.clone(), before, twin), &Options::default());
    let told = again.notes.iter().map(|note| format!("{note:?}"));
    none("messages about the published tables", told.collect());
    assert!(again.output.files.keys().eq(before.keys()));
    let changed = again.output.files.iter().filter(|(path, bytes)| before[*path] != **bytes);
    none("files that changed", changed.map(|(path, _)| path.clone()).collect());
}

#[test]
fn the_tables_for_excel_can_be_read_as_data_and_give_the_same_site() {
    comes_back_as(&project::snapshot(), &site().files, "-excel");
}

#[test]
fn another_project_comes_back_in_both_forms() {
    for twin in ["", "-excel"] {
        comes_back(&three_tests::snapshot(), twin);
    }
}

/// Whatever may be missing, be dated loosely or look like a formula.
#[test]
fn marks_precisions_and_formulas_come_back() {
    let mut snapshot = three_tests::snapshot();
    let mut put = |table: &str, text: &str| {
        snapshot.insert(SourcePath::new(format!("data/{table}.csv")), text.as_bytes());
    };
    put(
        "updates",
        "id,date,text_ja,text_en,page\n\
         a,2026-11-21,@甲,-5 and so on,\nb,2026-10,＝乙,'90s,\nc,FY2025,丙,c,\nd,2025,丁,d,\n",
    );
    put(
        "effects",
        "id,department,area,before_ja,before_en,after_ja,after_en,printed_count,source,line\n\
         a,sky,star-charts,前,before,後,after,…,policy-findings,11\n\
         b,sky,star-charts,前,before,後,after,-,policy-findings,12\n\
         c,wind,moon-terrace,前,before,後,after,X,policy-findings,13\n\
         d,wind,moon-terrace,前,before,後,after,,policy-findings,14\n\
         e,wind,moon-terrace,前,before,後,after,5,policy-findings,15\n",
    );
    for twin in ["", "-excel"] {
        comes_back(&snapshot, twin);
    }
    let files = build(&snapshot, &Options::default()).output.files;
    let effects = sheet("", &files["data/effects/effects.csv"]);
    let counts = effects.column("printed_count").unwrap().into_iter();
    let told = counts.zip(effects.column("printed_count_status").unwrap());
    let told: BTreeSet<(bool, &str)> =
        told.map(|(count, status)| (count.is_empty(), status)).collect();
    let all = ["", "missing", "not_applicable", "suppressed"].map(|status| (true, status));
    assert_eq!(told, all.into_iter().chain([(false, "observed")]).collect());
    let updates = sheet("", &files["data/updates/updates.csv"]);
    assert_eq!(updates.column("text_ja").unwrap(), ["'@甲", "'＝乙", "丙", "丁"]);
    assert_eq!(updates.column("text_en").unwrap(), ["'-5 and so on", "''90s", "c", "d"]);
    assert_eq!(updates.column("date").unwrap(), ["2026-11-21", "2026-10", "2025", "2025"]);
    assert_eq!(updates.column("date_precision").unwrap(), ["day", "month", "fiscal_year", "year"]);
}
