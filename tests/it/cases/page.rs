//! A page's words without its markup: a line for each paragraph, heading, item and row.

use scraper::{ElementRef, Html, Node, Selector};

const LINES: &[&str] = &[
    "main",
    "section",
    "article",
    "div",
    "nav",
    "figure",
    "figcaption",
    "header",
    "hgroup",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "pre",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "details",
    "summary",
    "br",
    "hr",
];

/// The words of every element a selector finds.
pub fn text(html: &str, selector: &str) -> Result<String, String> {
    let document = Html::parse_document(html);
    let found = Selector::parse(selector).map_err(|error| format!("select={selector}: {error}"))?;
    let mut written = String::new();
    for element in document.select(&found) {
        write(element, &mut written);
        written.push('\n');
    }
    let lines = written.lines().map(|line| line.split([' ', '\t']).filter(|word| !word.is_empty()));
    let lines = lines.map(|words| words.collect::<Vec<_>>().join(" "));
    let text: String = lines.filter(|line| !line.is_empty()).map(|line| line + "\n").collect();
    if text.is_empty() { Err(format!("select={selector} finds no words")) } else { Ok(text) }
}

fn write(element: ElementRef<'_>, out: &mut String) {
    let name = element.value().name();
    if matches!(name, "svg" | "script" | "style") {
        return;
    }
    let is_line = LINES.contains(&name);
    if is_line {
        out.push('\n');
    }
    for child in element.children() {
        match child.value() {
            Node::Text(text) => out.push_str(&text.replace('\n', " ")),
            _ => {
                if let Some(inner) = ElementRef::wrap(child) {
                    write(inner, out);
                }
            }
        }
    }
    if matches!(name, "th" | "td") {
        out.push_str(" | ");
    }
    if is_line {
        out.push('\n');
    }
}
