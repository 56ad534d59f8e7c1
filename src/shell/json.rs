//! Messages for programs: one JSON array, all of them, in both languages.

use serde::Serialize;

use super::report::{Sources, cell, location};
use crate::diag::{Diagnostic, Severity};
use crate::text::Words;

#[derive(Serialize)]
struct Message<'a> {
    code: &'static str,
    severity: &'static str,
    file: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    cell: Option<String>,
    header: Option<&'a str>,
    value: Option<&'a str>,
    message: &'a Words,
    expected: Option<&'a Words>,
    fix: &'a Words,
}

/// The messages as a JSON array.
pub fn array(notes: &[Diagnostic], sources: &Sources) -> String {
    let messages: Vec<_> = notes.iter().map(|note| message(note, sources)).collect();
    // Texts and numbers always have a JSON form.
    let mut text = serde_json::to_string_pretty(&messages).unwrap_or_default();
    text.push('\n');
    text
}

fn message<'a>(note: &'a Diagnostic, sources: &Sources) -> Message<'a> {
    let place = &note.place;
    let location = location(place, sources);
    Message {
        code: note.code.id,
        severity: match note.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        file: place.path.as_str(),
        line: location.map(|at| at.line),
        column: location.map(|at| at.column),
        cell: place.cell.map(cell),
        header: place.header.as_deref(),
        value: place.value.as_deref(),
        message: &note.message,
        expected: note.expected.as_ref(),
        fix: &note.fix,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::report::tests::example;

    #[test]
    fn a_message_has_its_place_and_both_languages() {
        let (note, sources) = example();
        let read: serde_json::Value = serde_json::from_str(&array(&[note], &sources)).unwrap();
        let first = &read[0];
        assert_eq!(first["code"], "D204");
        assert_eq!(first["severity"], "error");
        assert_eq!((&first["line"], &first["column"]), (&2.into(), &10.into()));
        assert_eq!(first["cell"], "C2");
        assert_eq!(first["fix"]["en"], "write 43");
    }

    #[test]
    fn no_messages_are_an_empty_array() {
        assert_eq!(array(&[], &Sources::new()), "[]\n");
    }
}
