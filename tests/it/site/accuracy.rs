//! The published tables say what the data says, to the last digit.

use std::collections::BTreeMap;

use kyotsu::build::{Options, build};
use kyotsu::text::{SourcePath, guarded, unguarded};

use super::{none, project, site};

/// A table by row and column.
type Cells = BTreeMap<(String, String), String>;

#[test]
fn a_published_table_can_be_read_as_data_and_gives_the_same_site() {
    let mut snapshot = project::snapshot();
    for (name, _, published) in tables() {
        snapshot.insert(SourcePath::new(format!("data/{name}.csv")), published);
    }
    let again = build(&snapshot, &Options::default());
    let told: Vec<String> = again.notes.iter().map(|note| format!("{note:?}")).collect();
    none("messages about the published tables", told);
    let before = &site().files;
    assert!(again.output.files.keys().eq(before.keys()));
    let changed = again.output.files.iter().filter(|(path, bytes)| before[*path] != **bytes);
    none("files that changed", changed.map(|(path, _)| path.clone()).collect());
}

#[test]
fn every_published_cell_is_the_cell_in_the_data() {
    let mut faults = Vec::new();
    for (name, ours, published) in tables() {
        let (ours, published) = (meant(cells(&ours)), meant(cells(&published)));
        let is_same = |(at, text): &(&(String, String), &String)| published.get(*at) == Some(text);
        let changed =
            ours.iter().filter(|(_, text)| !text.is_empty()).filter(|cell| !is_same(cell));
        faults.extend(changed.map(|(at, text)| {
            let now = published.get(at).map_or("nothing", String::as_str);
            format!("{name} {} {}: {text:?} became {now:?}", at.0, at.1)
        }));
        let invented = published.iter().filter(|(at, text)| {
            let is_default = text.is_empty() || (at.1 == "confidence" && *text == "clear");
            !is_default && ours.get(*at).is_none_or(String::is_empty)
        });
        faults.extend(invented.map(|(at, text)| format!("{name} {at:?}: {text:?} from nowhere")));
    }
    none("cells that are not those of the data", faults);
}

#[test]
fn json_says_what_csv_says() {
    let mut faults = Vec::new();
    for (name, _, published) in tables() {
        let json = &site().files[&format!("data/{name}/{name}.json")];
        let rows: Vec<serde_json::Map<String, serde_json::Value>> =
            serde_json::from_slice(json).unwrap();
        let mut found = Cells::new();
        for row in &rows {
            let id = row["id"].as_str().unwrap();
            for (column, value) in row {
                let text = match value {
                    serde_json::Value::Null => String::new(),
                    serde_json::Value::String(text) => guarded(text),
                    number => number.to_string(),
                };
                found.insert((id.to_owned(), column.clone()), text);
            }
        }
        for (at, text) in cells(&published) {
            let said = &found[&at];
            if *said != text {
                faults.push(format!("{name} {at:?}: {text:?} and {said:?}"));
            }
        }
    }
    none("cells that differ", faults);
}

/// Cells as they are meant: without what publication adds, fiscal years in one form.
fn meant(cells: Cells) -> Cells {
    let is_beside = |column: &str| column.ends_with("_status") || column.ends_with("_precision");
    let is_fiscal = |id: &str, column: &str| {
        let precision = cells.get(&(id.to_owned(), format!("{column}_precision")));
        precision.is_some_and(|precision| precision == "fiscal_year")
    };
    let is_own = |column: &str| !is_beside(column) && column != "rights";
    let own = cells.iter().filter(|((_, column), _)| is_own(column));
    let own = own.map(|((id, column), text)| {
        let year = text.strip_suffix("年度").or(is_fiscal(id, column).then_some(text.as_str()));
        let is_year = |year: &&str| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
        let text = match year.filter(is_year) {
            Some(year) => format!("FY{year}"),
            None => unguarded(text).to_owned(),
        };
        ((id.clone(), column.clone()), text)
    });
    own.collect()
}

/// Each table's name, its bytes in the data, and its bytes on the site.
fn tables() -> Vec<(String, Vec<u8>, Vec<u8>)> {
    let snapshot = project::snapshot();
    let tables = snapshot.below("data").filter(|(path, _)| path.extension() == "csv");
    let tables = tables.map(|(path, bytes)| {
        let name = path.file_name().trim_end_matches(".csv").to_owned();
        let published = site().files[&format!("data/{name}/{name}.csv")].to_vec();
        (name, bytes.to_vec(), published)
    });
    let tables: Vec<_> = tables.collect();
    assert!(tables.len() > 40, "{} tables", tables.len());
    tables
}

fn cells(csv: &[u8]) -> Cells {
    let mut reader = csv::Reader::from_reader(csv);
    let headers = reader.headers().unwrap().clone();
    let mut cells = Cells::new();
    for row in reader.records() {
        let row = row.unwrap();
        let at = |column: &str| (row[0].to_owned(), column.to_owned());
        cells.extend(headers.iter().zip(&row).map(|(column, text)| (at(column), text.to_owned())));
    }
    cells
}
