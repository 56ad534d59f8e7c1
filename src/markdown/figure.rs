//! `[[table.row.column|unit]]`: a figure that stands in a table, never typed.

use super::{FigureRef, diags};
use crate::diag::Diagnostic;
use crate::load::Spanned;
use crate::text::{Place, SourcePath, Span, half_width};

/// Reads a figure; in a cell of a Markdown table its bar is written `\|`.
pub fn figure(path: &SourcePath, source: &str, span: Span) -> Result<FigureRef, Box<Diagnostic>> {
    let written = source.get(span.start..span.end).unwrap_or("");
    let place =
        Place { value: Some(written.to_owned()), ..Place::bytes(path, span.start, span.end) };
    let inner = written.trim_start_matches("[[").trim_end_matches("]]");
    read(inner, span.start + 2, place.clone())
        .ok_or_else(|| Box::new(diags::figure_form(place, mended(inner).as_deref())))
}

fn read(inner: &str, offset: usize, place: Place) -> Option<FigureRef> {
    let (name, unit) = match inner.split_once('|') {
        Some((name, unit)) => (name.strip_suffix('\\').unwrap_or(name), Some(unit)),
        None => (inner, None),
    };
    let mut parts = name.split('.');
    let (table, row, column) = (parts.next()?, parts.next()?, parts.next()?);
    let fits = parts.next().is_none()
        && is_name(table, '_')
        && is_name(row, '-')
        && is_name(column, '_')
        && unit.is_none_or(is_unit);
    let row_at = offset + table.len() + 1;
    let column_at = row_at + row.len() + 1;
    fits.then(|| FigureRef {
        table: spanned(table, offset),
        row: spanned(row, row_at),
        column: spanned(column, column_at),
        unit: unit.map(|unit| spanned(unit, offset + inner.len() - unit.len())),
        place,
    })
}

fn is_name(text: &str, joint: char) -> bool {
    let fits =
        |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == joint;
    !text.is_empty() && text.chars().all(fits)
}

fn is_unit(unit: &str) -> bool {
    let fits = |letter: char| !letter.is_control() && !"|[]*`<>".contains(letter);
    !unit.is_empty() && unit.trim() == unit && unit.chars().all(fits)
}

fn spanned(text: &str, start: usize) -> Spanned<String> {
    Spanned { value: text.to_owned(), span: Span { start, end: start + text.len() } }
}

/// What was probably meant, where only width, case or blanks are wrong.
fn mended(inner: &str) -> Option<String> {
    let narrow = half_width(inner).replace('。', ".");
    let (name, unit) = match narrow.split_once('|') {
        Some((name, unit)) => (name.trim_end_matches('\\'), format!("|{}", unit.trim())),
        None => (narrow.as_str(), String::new()),
    };
    let name: String = name.to_lowercase().split_whitespace().collect();
    let mended = format!("{name}{unit}");
    read(&mended, 0, Place::file(&SourcePath::new("")))?;
    Some(format!("[[{mended}]]"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<FigureRef, Box<Diagnostic>> {
        figure(&SourcePath::new("p"), text, Span { start: 0, end: text.len() })
    }

    #[test]
    fn each_part_has_its_place() {
        let text = "[[costs.city-5.annual_yen|億円]]";
        let figure = read(text).unwrap();
        let slice = |part: &Spanned<String>| &text[part.span.start..part.span.end];
        assert_eq!(slice(&figure.table), "costs");
        assert_eq!(slice(&figure.row), "city-5");
        assert_eq!(slice(&figure.column), "annual_yen");
        assert_eq!(slice(figure.unit.as_ref().unwrap()), "億円");
    }

    #[test]
    fn in_a_table_the_bar_has_a_backslash() {
        let figure = read("[[costs.a.b\\|億円]]").unwrap();
        assert_eq!(figure.column.value, "b");
        assert_eq!(figure.unit.unwrap().value, "億円");
    }

    #[test]
    fn a_wrong_form_is_told_with_what_to_type() {
        let fix = |text: &str| read(text).unwrap_err().fix.en;
        assert_eq!(fix("[[Costs．a．b｜億円]]"), "write [[costs.a.b|億円]]");
        assert_eq!(fix("[[ costs.a.b ]]"), "write [[costs.a.b]]");
        for wrong in ["[[costs.a]]", "[[a.b.c.d]]", "[[a.b.c|]]", "[[a.b_c.d]]", "[[費用.a.b]]"] {
            assert!(fix(wrong).starts_with("write the table"), "{wrong}");
        }
    }
}
