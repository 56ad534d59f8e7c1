//! What a cell shows: its value under its number format.

use calamine::{DataRef, ExcelDateTime};

/// Whole numbers beyond this lose digits in a spreadsheet.
const MOST_EXACT: f64 = 9_007_199_254_740_992.0;

/// A cell's text, and why it may not be taken for what is shown.
#[derive(PartialEq, Debug)]
pub struct Shown {
    pub text: String,
    pub fault: Option<Fault>,
}

/// How a cell shows something else than it holds.
#[derive(PartialEq, Eq, Debug)]
pub enum Fault {
    /// fewer places than the value has
    Rounded,
    /// a hundred times the value
    Percent,
    /// thousands, powers of ten or fractions
    Form,
    /// the value has lost digits
    Digits,
    /// a time of day, or nothing but one
    Time,
    /// a date without its year, or of which nobody can say whether it has a day
    Date,
}

/// What a value shows under a format; a format nobody knows is none.
pub fn shown(value: &DataRef<'_>, format: Option<&str>) -> Shown {
    match value {
        DataRef::Empty => plain(String::new()),
        DataRef::String(text) | DataRef::DurationIso(text) => plain(text.clone()),
        DataRef::SharedString(text) => plain((*text).to_owned()),
        DataRef::Bool(is) => plain(if *is { "TRUE" } else { "FALSE" }.to_owned()),
        DataRef::Error(error) => plain(error.to_string()),
        DataRef::Int(number) => number_shown(*number as f64, format),
        DataRef::Float(number) => number_shown(*number, format),
        DataRef::DateTime(date) => date_shown(date, format),
        DataRef::DateTimeIso(text) => match text.split_once('T') {
            Some((day, time)) if time.trim_start_matches(['0', ':', '.']).is_empty() => {
                plain(day.to_owned())
            }
            Some(_) => Shown { text: text.clone(), fault: Some(Fault::Time) },
            None => plain(text.clone()),
        },
    }
}

fn plain(text: String) -> Shown {
    Shown { text, fault: None }
}

fn number_shown(value: f64, format: Option<&str>) -> Shown {
    let text = digits(value);
    let with = |fault| Shown { text: text.clone(), fault: Some(fault) };
    if value.abs() > MOST_EXACT || !value.is_finite() {
        return with(Fault::Digits);
    }
    let form = Form::of(section(format.unwrap_or("General"), value));
    let places = text.split_once('.').map_or(0, |(_, places)| places.len());
    match form {
        Form::General => plain(text),
        Form::Percent => with(Fault::Percent),
        Form::Other => with(Fault::Form),
        Form::Places { most, .. } if places > most => with(Fault::Rounded),
        Form::Places { whole, least, .. } => plain(padded(&text, whole, least)),
    }
}

/// A number in the 15 digits a spreadsheet keeps: 0.1 + 0.2 is 0.3.
fn digits(value: f64) -> String {
    if value.fract() == 0.0 && value.abs() <= MOST_EXACT {
        return format!("{}", value as i64);
    }
    let rounded: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    format!("{rounded}")
}

/// With leading and trailing zeros as its format has them: `001`, `29.10`.
fn padded(text: &str, whole: usize, least: usize) -> String {
    let (sign, text) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (before, behind) = text.split_once('.').unwrap_or((text, ""));
    let point = if least > 0 || !behind.is_empty() { "." } else { "" };
    format!("{sign}{before:0>whole$}{point}{behind:0<least$}")
}

/// How a format sets a number.
#[derive(PartialEq, Debug)]
enum Form {
    General,
    Percent,
    /// digits before the point, and at least and at most so many places
    Places {
        whole: usize,
        least: usize,
        most: usize,
    },
    Other,
}

impl Form {
    fn of(section: &str) -> Self {
        let code = bare(section);
        let is_general = code.eq_ignore_ascii_case("general") || code == "@";
        if is_general {
            return Self::General;
        }
        if code.contains('%') {
            return Self::Percent;
        }
        let (whole, places) = code.split_once('.').unwrap_or((&code, ""));
        let is_digit = |letter: &char| matches!(letter, '0' | '#' | '?');
        let count = |text: &str| text.chars().filter(is_digit).count();
        // A comma behind the last digit divides by a thousand.
        let scaled = [whole, places].iter().any(|part| part.trim_end().ends_with(','));
        let has_power = code.contains(['E', 'e', '/']);
        match count(&code) {
            0 => Self::Other,
            _ if scaled || has_power => Self::Other,
            _ => Self::Places {
                whole: whole.matches('0').count(),
                least: places.matches(['0', '?']).count(),
                most: count(places),
            },
        }
    }
}

/// The part of a format that is for the value's sign.
fn section(format: &str, value: f64) -> &str {
    let mut sections = format.split(';');
    let first = sections.next().unwrap_or("");
    let second = sections.next();
    let third = sections.next();
    match value {
        value if value < 0.0 => second.unwrap_or(first),
        0.0 => third.unwrap_or(first),
        _ => first,
    }
}

/// A format without colours, conditions, and letters that are shown as they stand.
fn bare(section: &str) -> String {
    let mut bare = String::new();
    let mut letters = section.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => drop(letters.by_ref().find(|one| *one == '"')),
            '[' => drop(letters.by_ref().find(|one| *one == ']')),
            '\\' | '_' | '*' => drop(letters.next()),
            letter => bare.push(letter),
        }
    }
    bare.trim().to_owned()
}

/// A date as exact as its format shows it.
fn date_shown(date: &ExcelDateTime, format: Option<&str>) -> Shown {
    let (year, month, day, hour, minute, second, milli) = date.to_ymd_hms_milli();
    let has_time = (hour, minute, second, milli) != (0, 0, 0, 0);
    let text = format!("{year:04}-{month:02}-{day:02}");
    if date.is_duration() || has_time || date.as_f64() < 1.0 {
        return Shown { text: digits(date.as_f64()), fault: Some(Fault::Time) };
    }
    let code = bare(format.unwrap_or("")).to_lowercase();
    let has = |letters: &[char]| code.contains(letters);
    match (has(&['y', 'e', 'g']), has(&['m']), has(&['d'])) {
        (true, _, true) => plain(text),
        (true, true, false) => plain(format!("{year:04}-{month:02}")),
        (true, false, false) => plain(format!("{year:04}")),
        // Formats of Japanese Excel that stand in no file may show a day or only a month.
        (false, false, false) if day != 1 => plain(text),
        _ => Shown { text, fault: Some(Fault::Date) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    fn number(value: f64, format: &str) -> (String, Option<Fault>) {
        let Shown { text, fault } = shown(&DataRef::Float(value), Some(format));
        (text, fault)
    }

    fn date(serial: f64, format: Option<&str>) -> (String, Option<Fault>) {
        let date = ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, false);
        let Shown { text, fault } = shown(&DataRef::DateTime(date), format);
        (text, fault)
    }

    #[test]
    fn numbers_are_read_as_they_are_shown() {
        for (value, format, text) in [
            (0.1 + 0.2, "General", "0.3"),
            (43.0, "0", "43"),
            (1_234_567.0, "#,##0", "1234567"),
            (29.1, "0.00", "29.10"),
            (29.1, "0.0##", "29.1"),
            (1.0, "000", "001"),
            (-5.0, "#,##0;[Red]\\△#,##0", "-5"),
            (43.0, "0\"団体\"", "43"),
            (9_007_199_254_740_992.0, "General", "9007199254740992"),
            (-0.0, "General", "0"),
        ] {
            assert_eq!(number(value, format), (text.to_owned(), None), "{format}");
        }
    }

    #[test]
    fn a_number_that_shows_something_else_is_told() {
        for (value, format, fault) in [
            (0.291, "0.0%", Fault::Percent),
            (29.123, "0.0", Fault::Rounded),
            (1_234_567.0, "#,##0,", Fault::Form),
            (1_234_567.0, "0.00E+00", Fault::Form),
            (0.5, "# ?/?", Fault::Form),
            (5.0, ";;;", Fault::Form),
            (1e16, "General", Fault::Digits),
        ] {
            assert_eq!(number(value, format).1, Some(fault), "{format}");
        }
    }

    #[test]
    fn dates_are_as_exact_as_they_are_shown() {
        let read = |format| date(45394.0, format);
        assert_eq!(read(Some("yyyy/m/d")), ("2024-04-12".to_owned(), None));
        assert_eq!(read(Some("[$-411]ggge\"年\"m\"月\"d\"日\"")).0, "2024-04-12");
        assert_eq!(read(Some("yyyy\"年\"m\"月\"")), ("2024-04".to_owned(), None));
        assert_eq!(read(Some("yyyy")), ("2024".to_owned(), None));
        assert_eq!(read(None), ("2024-04-12".to_owned(), None));
    }

    #[test]
    fn a_date_that_hides_a_part_is_told() {
        assert_eq!(date(45394.0, Some("m\"月\"d\"日\"")).1, Some(Fault::Date));
        assert_eq!(date(45383.0, None).1, Some(Fault::Date));
        assert_eq!(date(45394.5, Some("yyyy/m/d h:mm")).1, Some(Fault::Time));
        assert_eq!(date(0.5, Some("h:mm")).1, Some(Fault::Time));
    }
}
