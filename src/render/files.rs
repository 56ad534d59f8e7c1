//! Everything that is published beside pages.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::workbook::workbook;
use crate::load::write_csv;
use crate::plan::view::Canonical;
use crate::plan::{Attachment, Export, ExportColumn, Forms};
use crate::text::{escaped, guarded};

/// What tells Excel that a file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A table in its forms, by path.
pub fn downloads(export: &Export) -> Vec<(String, Vec<u8>)> {
    let path = |ending: &str| format!("{}{ending}", export.stem);
    let rows = guarded_rows(export);
    let plain: Vec<&str> = export.columns.iter().map(|column| column.name.as_str()).collect();
    let titled: Vec<&str> = export.columns.iter().map(|column| &*column.header.ja).collect();
    let excel = format!("{BYTE_ORDER_MARK}{}", write_csv(&titled, &rows));
    let mut files = vec![
        (path(".csv"), write_csv(&plain, &rows).into_bytes()),
        (path("-excel.csv"), excel.into_bytes()),
    ];
    if export.forms == Forms::All {
        files.push((path(".json"), objects(export)));
        files.extend(workbook(export).map(|bytes| (path(".xlsx"), bytes)));
    }
    files
}

/// The rows with every text as a spreadsheet will show it.
fn guarded_rows(export: &Export) -> Vec<Vec<String>> {
    let cell = |(column, text): (&ExportColumn, &String)| match column.datum.is_text() {
        true => guarded(text),
        false => text.clone(),
    };
    export.rows.iter().map(|row| export.columns.iter().zip(row).map(cell).collect()).collect()
}

/// A stranger's table beside a page, published where its page stands.
pub fn attachments(attachment: &Attachment) -> (String, Vec<u8>) {
    let headers: Vec<&str> = attachment.headers.iter().map(String::as_str).collect();
    let cell = |(numeric, text): (&bool, &String)| match numeric {
        true => text.clone(),
        false => guarded(text),
    };
    let row = |row: &Vec<String>| attachment.numeric.iter().zip(row).map(cell).collect();
    let rows: Vec<Vec<String>> = attachment.rows.iter().map(row).collect();
    (attachment.path.clone(), write_csv(&headers, &rows).into_bytes())
}

/// Anything for programs, as JSON.
pub fn json(view: &impl Serialize) -> String {
    // Texts and lists always have a JSON form.
    let mut text = serde_json::to_string_pretty(view).unwrap_or_default();
    text.push('\n');
    text
}

/// The sitemap: every page with its two languages.
pub fn sitemap(pages: &[Canonical]) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for page in pages {
        for here in [&page.ja, &page.en] {
            xml.push_str(&format!("<url><loc>{}</loc>", escaped(here)));
            for (language, href) in [("ja", &page.ja), ("en", &page.en)] {
                let href = escaped(href);
                xml.push_str(&format!(
                    "<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{href}\"/>"
                ));
            }
            xml.push_str("</url>\n");
        }
    }
    xml.push_str("</urlset>\n");
    xml
}

fn objects(export: &Export) -> Vec<u8> {
    let rows: Vec<JsonRow<'_>> =
        export.rows.iter().map(|cells| JsonRow { columns: &export.columns, cells }).collect();
    json(&rows).into_bytes()
}

/// A row as an object whose keys stand in the order of the columns.
struct JsonRow<'a> {
    columns: &'a [ExportColumn],
    cells: &'a [String],
}

impl Serialize for JsonRow<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let mut map = out.serialize_map(Some(self.columns.len()))?;
        for (column, cell) in self.columns.iter().zip(self.cells) {
            let number = || cell.parse::<serde_json::Number>().ok();
            match (cell.is_empty(), column.datum.is_numeric()) {
                (true, _) => map.serialize_entry(&column.name, &())?,
                (false, true) => map.serialize_entry(&column.name, &number())?,
                (false, false) => map.serialize_entry(&column.name, cell)?,
            }
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Datum;
    use crate::text::Label;

    fn export() -> Export {
        let column = |name: &str, ja, datum| ExportColumn::new(name, Label::new(ja, ""), datum);
        Export {
            stem: "data/t/t".to_owned(),
            columns: vec![
                column("name", "名称", Datum::Text),
                column("n", "数", Datum::Integer),
                column("share", "割合", Datum::Decimal),
            ],
            rows: vec![
                vec!["=甲".into(), "43".into(), "-29.1".into()],
                vec!["乙".into(), "".into(), "".into()],
            ],
            ..Export::none()
        }
    }

    #[test]
    fn json_keeps_numbers_as_numbers_and_nothing_as_null() {
        let text = String::from_utf8(objects(&export())).unwrap();
        let compact: String = text.split_whitespace().collect();
        assert_eq!(
            compact,
            r#"[{"name":"=甲","n":43,"share":-29.1},{"name":"乙","n":null,"share":null}]"#
        );
    }

    #[test]
    fn csv_guards_texts_and_leaves_numbers_alone() {
        let files = downloads(&export());
        let text = |ending: &str| {
            let file = files.iter().find(|(path, _)| path == &format!("data/t/t{ending}"));
            String::from_utf8(file.unwrap().1.clone()).unwrap()
        };
        assert_eq!(text(".csv"), "name,n,share\n'=甲,43,-29.1\n乙,,\n");
        assert_eq!(text("-excel.csv"), "\u{feff}名称,数,割合\n'=甲,43,-29.1\n乙,,\n");
    }
}
