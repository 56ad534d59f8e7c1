//! Dates as they come in tables: ISO, 和暦, fiscal years, full-width digits.

use jiff::civil;

use crate::model::Date;
use crate::text::half_width;

/// The Japanese eras: name, letter, first day.
const ERAS: [(&str, &str, (i16, i8, i8)); 5] = [
    ("令和", "R", (2019, 5, 1)),
    ("平成", "H", (1989, 1, 8)),
    ("昭和", "S", (1926, 12, 25)),
    ("大正", "T", (1912, 7, 30)),
    ("明治", "M", (1868, 1, 25)),
];

/// Reads a date as exact as it is written; none if it is no date, or none of its era.
pub fn date(written: &str) -> Option<Date> {
    let (date, era) = real_date(&half_width(written))?;
    era.is_none_or(|era| falls_in(date, era)).then_some(date)
}

/// What a date in an era that had no such day is in our calendar: 平成31年5月 is 2019-05.
pub fn in_its_era(written: &str) -> Option<Date> {
    let (date, era) = real_date(&half_width(written))?;
    era.filter(|era| !falls_in(date, *era)).map(|_| date)
}

/// The day Excel means by a number: it counts from the end of 1899. Years of our time only.
pub fn spreadsheet_day(written: &str) -> Option<Date> {
    let days: i32 =
        half_width(written).parse().ok().filter(|days| (20_000..80_000).contains(days))?;
    let first = civil::Date::new(1899, 12, 30).ok()?;
    let day = first.checked_add(jiff::Span::new().days(days)).ok()?;
    Some(Date::Day(day.year(), day.month(), day.day()))
}

/// A date of the calendar, and the era it was counted in.
fn real_date(text: &str) -> Option<(Date, Option<usize>)> {
    if let Some(year) = fiscal_year(text) {
        return Some((Date::FiscalYear(year), None));
    }
    let (year, rest, era) = leading_year(text)?;
    let numbers = rest_numbers(rest)?;
    let date = match numbers.as_slice() {
        [] => Date::Year(year),
        [month] => Date::Month(year, *month),
        [month, day] => Date::Day(year, *month, *day),
        _ => return None,
    };
    is_real(date).then_some((date, era))
}

/// `FY2017`, `2017年度`, `平成29年度`, `令和元年度`.
fn fiscal_year(text: &str) -> Option<i16> {
    if let Some(year) = text.strip_prefix("FY") {
        return four_digits(year);
    }
    let (year, rest, _) = leading_year(text.strip_suffix("年度")?)?;
    rest.is_empty().then_some(year)
}

/// The year a text begins with, what follows it, and the era it was counted in.
fn leading_year(text: &str) -> Option<(i16, &str, Option<usize>)> {
    for (index, (name, letter, first)) in ERAS.iter().enumerate() {
        let Some(rest) = text.strip_prefix(name).or_else(|| text.strip_prefix(letter)) else {
            continue;
        };
        let (count, rest) = match rest.strip_prefix('元') {
            Some(rest) => (1, rest),
            None => leading_number(rest)?,
        };
        return (count > 0).then_some((first.0 + count - 1, rest, Some(index)));
    }
    let (year, rest) = leading_number(text)?;
    (1000..=2999).contains(&year).then_some((year, rest, None))
}

/// Month and day behind a year: `-04-12`, `/4/12`, `.4.12`, `年4月12日`.
fn rest_numbers(rest: &str) -> Option<Vec<i8>> {
    let mut numbers = Vec::new();
    let mut rest = rest.strip_prefix('年').unwrap_or(rest);
    while !rest.is_empty() {
        rest = rest.trim_start_matches(['-', '/', '.', ' ']);
        let (number, behind) = leading_number(rest)?;
        numbers.push(i8::try_from(number).ok()?);
        rest = behind.trim_start_matches(['月', '日']);
    }
    Some(numbers)
}

fn leading_number(text: &str) -> Option<(i16, &str)> {
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(end)?;
    Some((digits.parse().ok()?, rest))
}

fn four_digits(text: &str) -> Option<i16> {
    let (year, rest) = leading_number(text)?;
    (rest.is_empty() && text.len() == 4).then_some(year)
}

fn is_real(date: Date) -> bool {
    match date {
        Date::Year(_) | Date::FiscalYear(_) => true,
        Date::Month(_, month) => (1..=12).contains(&month),
        Date::Day(year, month, day) => civil::Date::new(year, month, day).is_ok(),
    }
}

/// Whether some day of the date lies in the era: 平成31年5月 does not exist.
fn falls_in(date: Date, era: usize) -> bool {
    let (first, last) = match date {
        Date::Year(year) | Date::FiscalYear(year) => ((year, 1, 1), (year, 12, 31)),
        Date::Month(year, month) => ((year, month, 1), (year, month, 31)),
        Date::Day(year, month, day) => ((year, month, day), (year, month, day)),
    };
    let begins = ERAS.get(era).is_some_and(|(_, _, start)| last >= *start);
    let next = era.checked_sub(1).and_then(|next| ERAS.get(next));
    begins && next.is_none_or(|(_, _, start)| first < *start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_people_write_them() {
        for written in
            ["2024-04-12", "2024/4/12", "R6.4.12", "令和6年4月12日", "２０２４年４月１２日"]
        {
            assert_eq!(date(written), Some(Date::Day(2024, 4, 12)), "{written}");
        }
        assert_eq!(date("平成30年6月"), Some(Date::Month(2018, 6)));
        assert_eq!(date("令和元年"), Some(Date::Year(2019)));
        assert_eq!(date("平成29年度"), Some(Date::FiscalYear(2017)));
        assert_eq!(date("FY2022"), Some(Date::FiscalYear(2022)));
    }

    #[test]
    fn days_as_excel_counts_them() {
        assert_eq!(spreadsheet_day("45394"), Some(Date::Day(2024, 4, 12)));
        assert_eq!(spreadsheet_day("2024"), None);
    }

    #[test]
    fn no_such_day_and_no_such_era_year() {
        for written in ["2023-02-29", "平成31年5月1日", "令和0年", "2024-13", "04-12", "きのう", ""]
        {
            assert_eq!(date(written), None, "{written}");
        }
    }
}
