//! Numbers as they come in tables: full-width digits, separators, △.

use crate::model::Decimal;
use crate::text::half_width;

/// The most yen anything may cost: what a computation may still multiply safely.
pub const MOST_YEN: i64 = 1_000_000_000_000_000;

/// Why a text is no number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NumberFault {
    /// nothing of a number in it
    NotANumber,
    /// a number with its unit behind it, or a currency before it
    WithUnit,
}

/// Reads `1,234`, `１２３`, `△5`, `29.1`, `¥100`; no exponents, no units.
pub fn decimal(written: &str) -> Result<Decimal, NumberFault> {
    let text = half_width(written);
    let unsigned = text.strip_prefix(['△', '▲', '-', '−', '－']);
    let negative = unsigned.is_some();
    let body = unsigned.unwrap_or(&text).trim();
    let body = body.strip_prefix(['¥', '\\']).unwrap_or(body);
    match plain(body) {
        Some((digits, places)) => Ok(Decimal::new(if negative { -digits } else { digits }, places)),
        None if starts_as_number(body) => Err(NumberFault::WithUnit),
        None => Err(NumberFault::NotANumber),
    }
}

/// Digits and decimal places of `1,234.5`; separators only where they belong.
fn plain(body: &str) -> Option<(i64, u8)> {
    let (whole, fraction) = body.split_once('.').unwrap_or((body, ""));
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let grouped = whole.contains(',');
    let well_grouped = !grouped || first.len() <= 3;
    if first.is_empty() || !well_grouped || !all_digits(first) {
        return None;
    }
    if !groups.all(|group| group.len() == 3 && all_digits(group)) || !all_digits(fraction) {
        return None;
    }
    if body.ends_with('.') || fraction.len() > 9 {
        return None;
    }
    let digits = format!("{}{fraction}", whole.replace(',', "")).parse().ok()?;
    Some((digits, u8::try_from(fraction.len()).ok()?))
}

/// `3億円`, `12件`, `約5`: a person would say a number, and mean a unit.
fn starts_as_number(body: &str) -> bool {
    let digits = body.trim_end_matches(|letter: char| !letter.is_ascii_digit());
    let unit = body.get(digits.len()..).unwrap_or("").trim();
    let is_unit = unit.contains(|letter: char| letter.is_alphabetic() || letter == '%');
    is_unit && plain(digits).is_some() && !unit.eq_ignore_ascii_case("e")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_people_write_them() {
        let read = |written| decimal(written).map(|number| number.to_string());
        assert_eq!(read("1,234"), Ok("1234".into()));
        assert_eq!(read("１２，３４５"), Ok("12345".into()));
        assert_eq!(read("△5"), Ok("-5".into()));
        assert_eq!(read(" 29.10 "), Ok("29.10".into()));
        assert_eq!(read("¥100"), Ok("100".into()));
    }

    #[test]
    fn what_is_no_number() {
        for written in
            ["三", "", "1,23", "12,3456", "1e5", "1.", ".5", "--5", "12345678901234567890"]
        {
            assert_eq!(decimal(written), Err(NumberFault::NotANumber), "{written}");
        }
        for written in ["43団体", "3億円", "29.1%"] {
            assert_eq!(decimal(written), Err(NumberFault::WithUnit), "{written}");
        }
    }
}
