//! One cell: text to value, by the kind of its column.

use super::number::{MOST_YEN, NumberFault, decimal};
use super::{date, diags};
use crate::diag::Diagnostic;
use crate::model::{Absence, CodeEntry, Column, Decimal, FileColumn, Kind, Need, Value};
use crate::text::{
    Label, Place, SourcePath, Stray, half_width, stray_in_data, stray_in_print, unguarded,
};

/// What Excel leaves where a formula failed.
const SPREADSHEET_ERRORS: [&str; 8] =
    ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!"];

/// A cell's value, and what there is to say about it. The place is made only when needed.
pub fn check(text: &str, column: &Column, place: impl Fn() -> Place) -> (Value, Vec<Diagnostic>) {
    let mut notes = Vec::new();
    let is_padded = text != text.trim();
    let text = unguarded(text.trim()).trim();
    if is_padded && !text.is_empty() {
        notes.push(diags::space_around(place()));
    }
    if text.contains(['\n', '\r']) {
        notes.push(diags::line_break(place()));
        return (Value::Absent(Absence::Blank), notes);
    }
    if SPREADSHEET_ERRORS.contains(&text) {
        notes.push(diags::spreadsheet_error(place(), text));
        return (Value::Absent(Absence::Blank), notes);
    }
    // One letter can spoil a number, a date or an ID; then the letter is what there is to tell.
    if let Some(note) = stray(text, matches!(column.kind, Kind::Printed), &place) {
        notes.push(note);
        return (Value::Absent(Absence::Blank), notes);
    }
    let value = match absence(text, column.kind) {
        Some(absence) => {
            if column.need != Need::Optional {
                notes.push(diags::cell_missing(place(), column));
            }
            Value::Absent(absence)
        }
        None => match present(text, column.kind, &place) {
            Ok(value) => value,
            Err(note) => {
                notes.push(*note);
                Value::Absent(Absence::Blank)
            }
        },
    };
    (value, notes)
}

/// Whether two texts say the same in a column, each by itself beyond doubt.
pub fn alike(one: &str, other: &str, column: &FileColumn) -> bool {
    let FileColumn { kind, .. } = *column;
    let column = Column { name: "", label: Label::new("", ""), kind, need: Need::Optional };
    let read = |text| check(text, &column, || Place::file(&SourcePath::new("")));
    let (one, other) = (read(one), read(other));
    one.1.is_empty() && other.1.is_empty() && one.0 == other.0
}

/// Tells the first character that may not be published.
pub fn stray(text: &str, as_printed: bool, place: impl Fn() -> Place) -> Option<Diagnostic> {
    let found = if as_printed { stray_in_print(text) } else { stray_in_data(text) };
    let (letter, fault) = found?;
    // Excel writes the missing-value mark as one character too; it is read before this.
    Some(match fault {
        Stray::Invisible => diags::stray_invisible(place(), letter),
        Stray::Foreign => diags::stray_foreign(place(), letter),
        Stray::PlatformDependent => diags::stray_platform(place(), letter),
    })
}

/// Why there is no value, if there is none. In text, `-` may be a word.
pub fn absence(text: &str, kind: Kind) -> Option<Absence> {
    let may_be_marked = !matches!(kind, Kind::Text | Kind::Printed | Kind::Words);
    match text {
        "" => Some(Absence::Blank),
        "-" | "－" | "–" if may_be_marked => Some(Absence::None),
        "…" | "..." if may_be_marked => Some(Absence::Unknown),
        "X" | "Ｘ" if may_be_marked => Some(Absence::Suppressed),
        _ => None,
    }
}

fn present(text: &str, kind: Kind, place: &impl Fn() -> Place) -> Result<Value, Box<Diagnostic>> {
    match kind {
        Kind::Id => match is_id(text) {
            true => Ok(Value::Text(text.to_owned())),
            false => Err(Box::new(diags::id_form(place(), text))),
        },
        Kind::Text | Kind::Printed | Kind::Words => Ok(Value::Text(text.to_owned())),
        Kind::Integer(_) => whole(text, place).map(|number| Value::Number(Decimal::from(number))),
        Kind::Decimal(_) => number(text, place).map(Value::Number),
        Kind::Yen(_) => yen(text, place).map(Value::Yen),
        Kind::Date => {
            date(text).map(Value::Date).ok_or_else(|| Box::new(diags::date(place(), text)))
        }
        Kind::Flag => match half_width(text).to_lowercase().as_str() {
            "yes" | "true" | "1" | "○" | "◯" | "はい" => Ok(Value::Flag),
            _ => Err(Box::new(diags::flag(place(), text))),
        },
        Kind::Code(list) => code(text, list, place).map(Value::Code),
        Kind::Codes(list) => {
            let codes = text.split_whitespace().map(|one| code(one, list, place));
            codes.collect::<Result<_, _>>().map(Value::Codes)
        }
        Kind::Ref(_) => Ok(Value::Refs(vec![text.to_owned()])),
        Kind::Refs(_) => Ok(Value::Refs(text.split_whitespace().map(str::to_owned).collect())),
    }
}

/// Whether a text may be an id: `[a-z0-9][a-z0-9-]*`.
pub fn is_id(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !text.is_empty() && !text.starts_with('-') && text.bytes().all(fits)
}

fn number(text: &str, place: &impl Fn() -> Place) -> Result<Decimal, Box<Diagnostic>> {
    decimal(text).map_err(|fault| {
        Box::new(match fault {
            NumberFault::NotANumber => diags::number(place(), text),
            NumberFault::WithUnit => diags::unit_in_number(place(), text),
        })
    })
}

fn whole(text: &str, place: &impl Fn() -> Place) -> Result<i64, Box<Diagnostic>> {
    let number = number(text, place)?;
    match number.places() {
        0 if number.digits() >= 0 => Ok(number.digits()),
        _ => Err(Box::new(diags::not_a_count(place(), text))),
    }
}

fn yen(text: &str, place: &impl Fn() -> Place) -> Result<i64, Box<Diagnostic>> {
    let number = number(text, place)?;
    match number.places() {
        0 if number.digits().abs() <= MOST_YEN => Ok(number.digits()),
        _ => Err(Box::new(diags::not_yen(place(), text))),
    }
}

fn code(
    text: &str,
    list: &'static [CodeEntry],
    place: &impl Fn() -> Place,
) -> Result<&'static CodeEntry, Box<Diagnostic>> {
    let named = |entry: &&CodeEntry| entry.code == text || entry.label.ja == text;
    list.iter().find(named).ok_or_else(|| Box::new(diags::code_unknown(place(), text, list)))
}
