//! The published tables say what the data says, to the last digit.

use std::collections::BTreeMap;

use kyotsu::build::{Options, build};
use kyotsu::text::SourcePath;

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
        let (ours, published) = (cells(&ours), cells(&published));
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
                    serde_json::Value::String(text) => text.clone(),
                    number => number.to_string(),
                };
                found.insert((id.to_owned(), column.clone()), text);
            }
        }
        for (at, text) in cells(&published) {
            let said = &found[&at];
            // A number column has no number where the sources have a mark.
            let mark = said.is_empty() && ["-", "…", "X"].contains(&text.as_str());
            if *said != text && !mark {
                faults.push(format!("{name} {at:?}: {text:?} and {said:?}"));
            }
        }
    }
    none("cells that differ", faults);
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
