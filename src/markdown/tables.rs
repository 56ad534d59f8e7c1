//! Tables written in Markdown.

use super::events::{Align, Element};
use super::sheet::Sheet;
use crate::text::{Label, Language, escaped};

const TABLE: Label = Label::new("表", "Table ");

/// The table being written, and how many there have been.
#[derive(Default)]
pub struct Tables {
    count: usize,
    alignments: Vec<Align>,
    column: usize,
    in_head: bool,
    in_body: bool,
}

impl Tables {
    /// Begins a table; its region is named by number and heading, so that no two are alike.
    pub fn open(&mut self, alignments: &[Align], language: Language, under: &str, out: &mut Sheet) {
        *self = Self { count: self.count + 1, alignments: alignments.to_vec(), ..Self::default() };
        let mut label = format!("{}{}", TABLE.get(language), self.count);
        if !under.is_empty() {
            let colon = Label::new("：", ": ").get(language);
            label.push_str(colon);
            label.push_str(under);
        }
        let label = escaped(&label);
        out.html(&format!(
            "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{label}\">\n<table>\n"
        ));
    }

    pub fn close(&mut self, out: &mut Sheet) {
        out.html(if self.in_body { "</tbody>\n" } else { "" });
        out.html("</table>\n</div>\n");
    }

    pub fn open_row(&mut self, element: &Element, out: &mut Sheet) {
        self.column = 0;
        self.in_head = *element == Element::Head;
        if self.in_head {
            out.html("<thead>\n");
        } else if !self.in_body {
            out.html("<tbody>\n");
            self.in_body = true;
        }
        out.html("<tr>");
    }

    pub fn close_row(&mut self, out: &mut Sheet) {
        out.html(if self.in_head { "</tr>\n</thead>\n" } else { "</tr>\n" });
    }

    /// A header that says nothing is a cell: nobody should hear it read out as a header.
    pub fn open_cell(&mut self, is_empty: bool, out: &mut Sheet) {
        let class = match self.alignments.get(self.column) {
            Some(Align::End) => " class=\"numeric\"",
            Some(Align::Centre) => " class=\"centre\"",
            _ => "",
        };
        if self.in_head && !is_empty {
            out.html(&format!("<th scope=\"col\"{class}>"));
        } else {
            out.html(&format!("<td{class}>"));
        }
    }

    pub fn close_cell(&mut self, is_empty: bool, out: &mut Sheet) {
        self.column += 1;
        out.html(if self.in_head && !is_empty { "</th>" } else { "</td>" });
    }
}
