//! Messages as cases write them: place and names in one line, then what is said, in both languages.

use std::collections::BTreeMap;
use std::sync::Arc;

use kyotsu::diag::{Diagnostic, Severity};
use kyotsu::text::{Place, SourcePath, Stray, Words, locate, spreadsheet_column, stray_in_data};

/// How much of a value is shown.
const VALUE_SHOWN: usize = 30;

/// All messages in order, or `none`.
pub fn lines(notes: &[Diagnostic], sources: &BTreeMap<SourcePath, Arc<str>>) -> String {
    match notes {
        [] => "none\n".to_owned(),
        notes => notes.iter().map(|note| told(note, sources)).collect(),
    }
}

fn told(note: &Diagnostic, sources: &BTreeMap<SourcePath, Arc<str>>) -> String {
    let severity = match note.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let mut text = format!("{severity} {} {}\n", note.code.id, place(&note.place, sources));
    text.push_str(&both("ja", "en", &note.message));
    if let Some(expected) = &note.expected {
        text.push_str(&both("期待", "expected", expected));
    }
    text.push_str(&both("直し方", "fix", &note.fix));
    text
}

fn both(ja: &str, en: &str, words: &Words) -> String {
    format!("  {ja}: {}\n  {en}: {}\n", words.ja, words.en)
}

/// `data/kinds.csv:2:12 (D2) 「都道府県数」 「三」`
fn place(place: &Place, sources: &BTreeMap<SourcePath, Arc<str>>) -> String {
    let mut text = place.path.to_string();
    if let (Some(span), Some(source)) = (place.span, sources.get(&place.path)) {
        let at = locate(source, span.start);
        text.push_str(&format!(":{}:{}", at.line, at.column));
    }
    if let Some(cell) = place.cell {
        text.push_str(&format!(" ({}{})", spreadsheet_column(cell.column), cell.row));
    }
    for name in [&place.header, &place.value].into_iter().flatten() {
        text.push_str(&format!(" 「{}」", shortened(name)));
    }
    text
}

/// In one line, with every character to be seen.
fn shortened(value: &str) -> String {
    let value = value.replace("\r\n", "⏎").replace(['\r', '\n'], "⏎");
    let seen = value.chars().map(|letter| match stray_in_data(letter.encode_utf8(&mut [0; 4])) {
        Some((_, Stray::Invisible)) => format!("\\u{{{:x}}}", u32::from(letter)),
        _ => letter.to_string(),
    });
    let value: String = seen.collect();
    match value.char_indices().nth(VALUE_SHOWN) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value,
    }
}
