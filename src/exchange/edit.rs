//! A CSV with some of its bytes replaced and all others kept.

use super::Base;
use crate::load::RawRow;
use crate::text::{Span, encode, width};

/// A piece of the text that becomes another.
pub struct Edit {
    /// what is replaced; empty where something is put in
    pub span: Span,
    /// what stands there then
    pub text: String,
}

/// The bytes with these edits; else the first letter the file's encoding lacks.
pub fn edited(base: &Base, mut edits: Vec<Edit>) -> Result<Vec<u8>, char> {
    edits.sort_by_key(|edit| edit.span);
    let mark = base.bytes.len() - width(&base.text, base.encoding).min(base.bytes.len());
    let mut bytes = base.bytes.get(..mark).unwrap_or_default().to_vec();
    let (mut at, mut read) = (0, mark);
    let mut keep = |bytes: &mut Vec<u8>, until: usize| {
        let length = width(base.text.get(at..until).unwrap_or(""), base.encoding);
        bytes.extend(base.bytes.get(read..read + length).unwrap_or_default());
        (at, read) = (until, read + length);
    };
    let mut dropped = Vec::new();
    for edit in edits {
        keep(&mut bytes, edit.span.start);
        keep(&mut dropped, edit.span.end);
        bytes.extend(encode(&edit.text, base.encoding)?);
    }
    keep(&mut bytes, base.text.len());
    Ok(bytes)
}

/// The cell as it stands in the file, quoted where it must be, or where it was.
pub fn written(text: &str, was_quoted: bool) -> String {
    match was_quoted || text.contains([',', '"', '\r', '\n']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.to_owned(),
    }
}

/// Whether a cell of the file has quotation marks.
pub fn is_quoted(base: &Base, span: Span) -> bool {
    base.text.get(span.start..).is_some_and(|rest| rest.starts_with('"'))
}

/// What ends the lines of the file.
pub fn line_end(text: &str) -> &'static str {
    match text.find(['\r', '\n']).and_then(|at| text.get(at..)) {
        Some(rest) if rest.starts_with("\r\n") => "\r\n",
        Some(rest) if rest.starts_with('\r') => "\r",
        _ => "\n",
    }
}

/// A row with the line end behind it, or the one before it where it is the last.
pub fn line(base: &Base, row: &RawRow) -> Option<Span> {
    let (first, last) = (row.cells.first()?.span, row.cells.last()?.span);
    let rest = base.text.get(last.end..)?;
    // Empty columns that were left out end with the line.
    let end = rest.find(['\r', '\n']).unwrap_or(rest.len());
    let behind = rest.get(end..)?;
    let length = if behind.starts_with("\r\n") { 2 } else { behind.len().min(1) };
    Some(Span { start: first.start, end: last.end + end + length })
}
