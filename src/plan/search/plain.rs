//! Written pages as plain words, heading by heading.

use crate::plan::view::{Block, TableView};

/// What stands under one heading.
#[derive(Debug, Default, PartialEq)]
pub struct Part {
    /// the heading's anchor; none before the first heading
    pub anchor: Option<String>,
    /// the heading
    pub title: String,
    /// its paragraphs, items and cells
    pub text: Vec<String>,
}

/// The parts of a written page; the first stands before its first heading.
pub fn parts<'a>(blocks: impl Iterator<Item = &'a Block>) -> Vec<Part> {
    let mut reader = Reader::default();
    for block in blocks {
        reader.block(block);
    }
    reader.end_piece();
    reader.parts.push(reader.part);
    reader.parts
}

/// Elements within a line; all others end a piece.
const INLINE: [&str; 14] = [
    "a", "em", "strong", "del", "code", "span", "abbr", "dfn", "q", "cite", "b", "i", "small",
    "sup",
];

#[derive(Default)]
struct Reader {
    parts: Vec<Part>,
    part: Part,
    piece: String,
    is_heading: bool,
    /// the element whose words are no words of the text, while it is open
    skipped: Option<&'static str>,
}

impl Reader {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Html { html } => self.html(html),
            Block::Figure(figure) => {
                self.piece.push_str(&figure.text);
                self.piece.push_str(&figure.unit);
            }
            Block::Table(table) => self.table(table),
            Block::Chart(chart) => self.whole(&chart.title),
            Block::Sharing(sharing) => {
                self.whole(&sharing.name);
                self.whole(&sharing.note);
            }
        }
    }

    /// Rows of `data` are found in their tables; those of a stranger's file stand here only.
    fn table(&mut self, table: &TableView) {
        self.whole(&table.caption);
        self.whole(table.note.as_deref().unwrap_or_default());
        if table.sources.iter().any(|link| link.href.ends_with(".csv")) {
            for cell in table.rows.iter().flat_map(|row| &row.cells) {
                self.whole(&cell.text);
            }
        }
    }

    fn whole(&mut self, text: &str) {
        self.end_piece();
        self.piece.push_str(text);
        self.end_piece();
    }

    /// Our own markup: attributes in double quotation marks, `<` and `>` nowhere but around tags.
    fn html(&mut self, html: &str) {
        let mut rest = html;
        while let Some((text, after)) = rest.split_once('<') {
            self.words(text);
            let (tag, after) = after.split_once('>').unwrap_or((after, ""));
            self.tag(tag);
            rest = after;
        }
        self.words(rest);
    }

    fn words(&mut self, text: &str) {
        if self.skipped.is_none() {
            let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
            self.piece.push_str(&text.replace("&amp;", "&"));
        }
    }

    fn tag(&mut self, tag: &str) {
        let name = tag.trim_start_matches('/').split([' ', '/', '\n']).next().unwrap_or("");
        if let Some(skipped) = self.skipped {
            self.skipped = (tag != format!("/{skipped}")).then_some(skipped);
            return;
        }
        let is_way_back = name == "a" && tag.contains("class=\"note-back\"");
        self.skipped = match name {
            "sup" if tag == name || tag.contains("class=") => Some("sup"),
            "a" if is_way_back => Some("a"),
            _ => None,
        };
        if !INLINE.contains(&name) {
            self.end_piece();
        }
        let id = tag.split_once(" id=\"").and_then(|(_, rest)| rest.split('"').next());
        match (name, id) {
            ("h2" | "h3" | "h4" | "h5" | "h6", Some(id)) => {
                let part = Part { anchor: Some(id.to_owned()), ..Part::default() };
                self.parts.push(std::mem::replace(&mut self.part, part));
                self.is_heading = true;
            }
            ("li", Some(id)) if id.starts_with("note-") => self.footnote(id),
            _ => {}
        }
    }

    /// A footnote opens where it stands, and is a part of the page as a whole.
    fn footnote(&mut self, id: &str) {
        let part = Part { anchor: Some(id.to_owned()), ..Part::default() };
        self.parts.push(std::mem::replace(&mut self.part, part));
    }

    fn end_piece(&mut self) {
        let piece = std::mem::take(&mut self.piece);
        let piece = piece.trim();
        if piece.is_empty() {
            return;
        }
        match std::mem::take(&mut self.is_heading) {
            true => self.part.title = piece.to_owned(),
            false => self.part.text.push(piece.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::view::Figure;

    #[test]
    fn a_page_is_read_heading_by_heading_as_it_is_shown() {
        let html = |html: &str| Block::Html { html: html.to_owned() };
        let figure = Figure { text: "4,786".into(), unit: "億円".into(), ..Figure::default() };
        let blocks = [
            html(
                "<p>前<strong>置き</strong>&lt;&amp;amp;<sup class=\"note\"><a id=\"note-1-ref\" href=\"#note-1\">1</a></sup>。</p>\n<p>計",
            ),
            Block::Figure(figure),
            html(
                "です。</p>\n<h2 id=\"a\">見<em>出し</em></h2>\n<ul>\n<li>一</li>\n<li>二</li>\n</ul>\n",
            ),
            html(
                "<section class=\"footnotes\">\n<ol>\n<li id=\"note-1\"><p>注 <a class=\"note-back\" href=\"#note-1-ref\">↩</a></p>\n</li>\n</ol>",
            ),
        ];
        let part = |anchor: Option<&str>, title: &str, text: &[&str]| Part {
            anchor: anchor.map(str::to_owned),
            title: title.to_owned(),
            text: text.iter().map(|piece| (*piece).to_owned()).collect(),
        };
        let expected = [
            part(None, "", &["前置き<&amp;。", "計4,786億円です。"]),
            part(Some("a"), "見出し", &["一", "二"]),
            part(Some("note-1"), "", &["注"]),
        ];
        assert_eq!(parts(blocks.iter()), expected);
    }
}
