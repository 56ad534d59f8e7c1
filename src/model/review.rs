//! What people promised to look at again, and by when.

use super::Date;
use crate::text::Place;

/// A page or some tables, when somebody last looked at them, and when somebody should again.
///
/// It is told by `check` and is part of no page: the day of a build does not show.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Review {
    /// the day of the last review, where it is written
    pub place: Place,
    /// the page's route, or the names of the tables
    pub of: String,
    /// the last day on which nobody need look
    pub due: Date,
}

/// The same day so many months later; the month's last where it has no such day.
pub fn months_later((year, month, day): (u16, u8, u8), months: u16) -> Date {
    let all = i32::from(year) * 12 + i32::from(month) - 1 + i32::from(months);
    let small = |part: i32| i8::try_from(part).unwrap_or(1);
    let (year, month) = (i16::try_from(all / 12).unwrap_or(i16::MAX), all % 12 + 1);
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    Date::Day(year, small(month), small(i32::from(day).min(last)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_counted_by_the_calendar() {
        assert_eq!(months_later((2026, 5, 22), 6), Date::Day(2026, 11, 22));
        assert_eq!(months_later((2026, 11, 22), 2), Date::Day(2027, 1, 22));
        assert_eq!(months_later((2026, 12, 1), 12), Date::Day(2027, 12, 1));
        assert_eq!(months_later((2023, 8, 31), 6), Date::Day(2024, 2, 29));
        assert_eq!(months_later((2026, 10, 31), 1), Date::Day(2026, 11, 30));
        assert_eq!(months_later((2099, 11, 30), 3), Date::Day(2100, 2, 28));
    }
}
