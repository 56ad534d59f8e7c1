//! A Markdown page: its front matter between `+++` lines, and its body.

use std::sync::Arc;

use super::{RawToml, diags, parse_toml};
use crate::diag::Checked;
use crate::text::{Language, SourcePath};

/// A page as its file has it.
#[derive(Clone, Debug)]
pub struct RawPage {
    /// the file
    pub path: SourcePath,
    /// `content/costs/page.md` is `costs`; the first page is the empty text
    pub route: String,
    /// by the file's name
    pub language: Language,
    /// between the `+++` lines
    pub front: RawToml,
    /// the whole text of the file
    pub text: Arc<str>,
    /// the byte where the body begins
    pub body: usize,
}

const FENCE: &str = "+++";

/// Splits a page; without front matter there is a message and everything is body.
pub fn page(path: &SourcePath, text: &Arc<str>) -> Checked<RawPage> {
    let mut notes = Vec::new();
    let (front, body) = match split(text) {
        Some((start, end, body)) => {
            let parsed = parse_toml(path, text.get(start..end).unwrap_or(""), start);
            (parsed.note(&mut notes), body)
        }
        None => {
            notes.push(diags::front_matter(path));
            (parse_toml(path, "", 0).value, 0)
        }
    };
    let language = if path.file_name() == "page.en.md" { Language::En } else { Language::Ja };
    let route = path.folder().strip_prefix("content").unwrap_or("").trim_matches('/').to_owned();
    let front = RawToml { path: path.clone(), root: front };
    let page = RawPage { path: path.clone(), route, language, front, text: text.clone(), body };
    Checked { value: page, notes }
}

/// Start and end of the front matter, and the start of the body.
fn split(text: &str) -> Option<(usize, usize, usize)> {
    let mut at = 0;
    let mut start = None;
    for line in text.split_inclusive('\n') {
        let next = at + line.len();
        let is_fence = line.trim_end() == FENCE;
        match start {
            None if is_fence => start = Some(next),
            None => return None,
            Some(start) if is_fence => return Some((start, at, next)),
            Some(_) => {}
        }
        at = next;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_body_begins_after_the_second_fence() {
        let text = "+++\r\ntitle = \"費用\"\r\n+++\r\n本文\r\n";
        let (start, end, body) = split(text).unwrap();
        assert_eq!(&text[start..end], "title = \"費用\"\r\n");
        assert_eq!(&text[body..], "本文\r\n");
        assert_eq!(split("本文\n"), None);
        assert_eq!(split("+++\ntitle = 1\n"), None);
    }
}
