//! Paper to write pieces on: markup grows together, everything else stands alone.

use super::Piece;
use crate::text::escaped;

#[derive(Default)]
pub struct Sheet(pub Vec<Piece>);

impl Sheet {
    /// Markup as it is.
    pub fn html(&mut self, html: &str) {
        match self.0.last_mut() {
            Some(Piece::Html(last)) => last.push_str(html),
            _ => self.0.push(Piece::Html(html.to_owned())),
        }
    }

    /// Words, escaped.
    pub fn text(&mut self, text: &str) {
        self.html(&escaped(text));
    }

    /// Words in which terms may be found, together with those before them.
    pub fn running(&mut self, text: &str) {
        match self.0.last_mut() {
            Some(Piece::Text(last)) => last.push_str(text),
            _ => self.0.push(Piece::Text(text.to_owned())),
        }
    }

    pub fn piece(&mut self, piece: Piece) {
        self.0.push(piece);
    }

    /// Markup at the end of the last paragraph, or after whatever came last.
    pub fn inside_last_paragraph(&mut self, html: &str) {
        const END: &str = "</p>\n";
        match self.0.last_mut() {
            Some(Piece::Html(last)) if last.ends_with(END) => {
                last.truncate(last.len() - END.len());
                last.push_str(html);
                last.push_str(END);
            }
            _ => self.html(html),
        }
    }
}
