//! Everything that is published beside pages.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::load::write_csv;
use crate::plan::view::Canonical;
use crate::plan::{Attachment, Export, ExportColumn};
use crate::text::escaped;

/// A table as CSV and JSON, by path.
pub fn downloads(export: &Export) -> Vec<(String, Vec<u8>)> {
    let path = |ending: &str| format!("data/{0}/{0}.{ending}", export.name);
    let headers: Vec<&str> = export.columns.iter().map(|column| column.name.as_str()).collect();
    vec![
        (path("csv"), write_csv(&headers, &export.rows).into_bytes()),
        (path("json"), json(export)),
    ]
}

/// A stranger's table beside a page, published where its page stands.
pub fn attachments(attachment: &Attachment) -> (String, Vec<u8>) {
    let headers: Vec<&str> = attachment.headers.iter().map(String::as_str).collect();
    (attachment.path.clone(), write_csv(&headers, &attachment.rows).into_bytes())
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

fn json(export: &Export) -> Vec<u8> {
    let rows: Vec<JsonRow<'_>> =
        export.rows.iter().map(|cells| JsonRow { columns: &export.columns, cells }).collect();
    let mut bytes = serde_json::to_vec_pretty(&rows).unwrap_or_default();
    bytes.push(b'\n');
    bytes
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
            match (cell.is_empty(), column.numeric) {
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

    #[test]
    fn json_keeps_numbers_as_numbers_and_nothing_as_null() {
        let column = |name: &str, numeric| ExportColumn { name: name.to_owned(), numeric };
        let export = Export {
            name: "t",
            columns: vec![column("name", false), column("n", true), column("share", true)],
            rows: vec![
                vec!["甲".into(), "43".into(), "29.1".into()],
                vec!["乙".into(), "".into(), "…".into()],
            ],
        };
        let text = String::from_utf8(json(&export)).unwrap();
        let compact: String = text.split_whitespace().collect();
        assert_eq!(
            compact,
            r#"[{"name":"甲","n":43,"share":29.1},{"name":"乙","n":null,"share":null}]"#
        );
    }
}
