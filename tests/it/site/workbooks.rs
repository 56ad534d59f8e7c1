//! The workbooks: the same cells as the CSV, with their types, and the same bytes every time.

use std::collections::BTreeMap;
use std::io::Read;

use roxmltree::Document;

use super::open_data::sheet;
use super::{none, site};

/// The cells of a sheet by place, numbers apart from texts.
#[derive(Debug, PartialEq, Clone)]
enum Cell {
    Number(String),
    Text(String),
}

struct Book {
    parts: BTreeMap<String, String>,
}

impl Book {
    fn read(bytes: &[u8]) -> Self {
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut parts = BTreeMap::new();
        for at in 0..zip.len() {
            let mut part = zip.by_index(at).unwrap();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            parts.insert(part.name().unwrap().into_owned(), text);
        }
        Self { parts }
    }

    fn texts(&self) -> Vec<String> {
        let xml = Document::parse(&self.parts["xl/sharedStrings.xml"]).unwrap();
        let items = xml.descendants().filter(|node| node.has_tag_name_local("si"));
        items
            .map(|item| item.descendants().filter_map(|node| node.text_of("t")).collect())
            .collect()
    }

    fn cells(&self, number: usize) -> BTreeMap<String, Cell> {
        let texts = self.texts();
        let xml =
            Document::parse(&self.parts[&format!("xl/worksheets/sheet{number}.xml")]).unwrap();
        let cells = xml.descendants().filter(|node| node.has_tag_name_local("c"));
        let read = |cell: roxmltree::Node<'_, '_>| {
            assert!(!cell.descendants().any(|one| one.has_tag_name_local("f")), "a formula");
            let value = cell.descendants().find_map(|node| node.text_of("v"))?;
            let value = match cell.attribute("t") {
                Some("s") => Cell::Text(texts[value.parse::<usize>().unwrap()].clone()),
                _ => Cell::Number(value),
            };
            Some((cell.attribute("r").unwrap().to_owned(), value))
        };
        cells.filter_map(read).collect()
    }
}

trait Local {
    fn has_tag_name_local(&self, name: &str) -> bool;
    fn text_of(&self, name: &str) -> Option<String>;
}

impl Local for roxmltree::Node<'_, '_> {
    fn has_tag_name_local(&self, name: &str) -> bool {
        self.is_element() && self.tag_name().name() == name
    }

    fn text_of(&self, name: &str) -> Option<String> {
        self.has_tag_name_local(name).then(|| self.text().unwrap_or_default().to_owned())
    }
}

fn letters(column: usize) -> String {
    kyotsu::text::spreadsheet_column(column + 1)
}

#[test]
fn a_workbook_says_what_the_csv_says() {
    let mut faults = Vec::new();
    let books: Vec<&String> = site().files.keys().filter(|path| path.ends_with(".xlsx")).collect();
    assert!(books.len() > 50);
    for path in books {
        let book = Book::read(&site().files[path]);
        let twin = path.replace(".xlsx", "-excel.csv");
        let sheet = sheet(&twin, &site().files[&twin]);
        let cells = book.cells(1);
        let mut expected = 0;
        for (row, texts) in std::iter::once(&sheet.headers).chain(&sheet.rows).enumerate() {
            for (column, text) in texts.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
                expected += 1;
                let at = format!("{}{}", letters(column), row + 1);
                let same = match cells.get(&at) {
                    Some(Cell::Text(found)) => found == kyotsu::text::unguarded(text),
                    Some(Cell::Number(found)) => found.parse::<f64>() == text.parse::<f64>(),
                    None => false,
                };
                faults.extend((!same).then(|| format!("{path} {at}: {text:?}")));
            }
        }
        faults.extend((expected != cells.len()).then(|| format!("{path}: cells from nowhere")));
        let explained = book.cells(2);
        let header = explained.get("A1");
        faults.extend((header != Some(&Cell::Text("列名".to_owned()))).then(|| path.clone()));
    }
    none("cells of workbooks that differ", faults);
}

#[test]
fn numbers_are_typed_and_dates_are_text() {
    let book = Book::read(&site().files["data/timeline/timeline.xlsx"]);
    assert!(matches!(&book.cells(1)["B2"], Cell::Text(date) if date.starts_with("20")));
    let book = Book::read(&site().files["data/costs/costs.xlsx"]);
    assert!(matches!(book.cells(1)["D2"], Cell::Number(_)));
    let codes = Book::read(&site().files["data/kinds/kinds.xlsx"]).cells(2);
    assert!(codes.values().any(|cell| *cell == Cell::Text("garbled".to_owned())));
    assert!(
        Book::read(&site().files["data/kinds/kinds.xlsx"]).parts["docProps/core.xml"]
            .contains("2026-11-21T00:00:00Z")
    );
}
