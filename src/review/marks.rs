//! What is put on pages for those who work on them, and taken off again.

use super::markup::{Kind, attribute, tokens};
use super::page::{Form, MARK};
use super::words;
use crate::text::Language;

/// Around words that are new.
pub const NEW: &str = "data-review=\"new\"";
/// On what stood on the older page.
pub const OLD: &str = "data-review=\"old\"";
/// On what is said about the page and is no part of it.
pub const SAID: &str = "data-review=\"said\"";

/// How a place differs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Change {
    Changed(Form),
    Added(Form),
    Removed(Form),
}

/// The sign of a place: told in words, and led to by its number.
pub fn place(number: usize, change: Change, language: Language) -> String {
    let told = words::change(change).get(language);
    format!(
        "<span class=\"review-place\" id=\"difference-{number}\" tabindex=\"-1\" {SAID}>{told} {number}</span>"
    )
}

/// A marked page without its marks: what was marked.
pub fn unmarked(html: &str) -> String {
    without(html, &["old", "said"], &["new"])
}

/// A marked page as the older one, as far as words go: what was added is left out.
pub fn former(html: &str) -> String {
    without(html, &["new", "said"], &["old"])
}

/// A page without some elements, and without the tags of others.
fn without(html: &str, gone: &[&str], unwrapped: &[&str]) -> String {
    let mut kept = String::with_capacity(html.len());
    // Of each open element: whether its tags are kept, and whether all of it is gone.
    let mut open: Vec<(&str, bool, bool)> = Vec::new();
    for token in tokens(html) {
        let is_gone = open.last().is_some_and(|(_, _, gone)| *gone);
        let keeps = match token.kind {
            Kind::Open(name) => {
                let mark = attribute(token.source, MARK).unwrap_or("");
                let goes = is_gone || gone.contains(&mark);
                let stays = !goes && !unwrapped.contains(&mark);
                if token.opens() {
                    open.push((name, stays, goes));
                }
                stays
            }
            Kind::Close(name) => match open.iter().rposition(|(one, ..)| *one == name) {
                Some(at) => {
                    let closed = open.split_off(at);
                    closed.first().is_some_and(|(_, stays, _)| *stays)
                }
                None => !is_gone,
            },
            Kind::Text | Kind::Other => !is_gone,
        };
        if keeps {
            kept.push_str(token.source);
        }
    }
    kept
}
