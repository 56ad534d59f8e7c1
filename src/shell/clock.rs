//! Which day it is. Only reminders ask: nothing that is published depends on it.

use std::time::{SystemTime, UNIX_EPOCH};

/// A year, a month and a day.
pub type Day = (u16, u8, u8);

const DAY: u64 = 24 * 60 * 60;

/// Today, in Coordinated Universal Time: a reminder may come some hours late.
pub fn today() -> Day {
    let passed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    civil(passed.as_secs() / DAY)
}

/// `2026-11-22`
pub fn day(written: &str) -> Result<Day, String> {
    let parts: Vec<&str> = written.split('-').collect();
    let day = match parts.as_slice() {
        [year, month, day] if year.len() == 4 => {
            year.parse().ok().zip(month.parse().ok()).zip(day.parse().ok())
        }
        _ => None,
    };
    let day = day.map(|((year, month), day)| (year, month, day));
    let day = day.filter(|(_, month, day)| (1..=12).contains(month) && (1..=31).contains(day));
    day.ok_or_else(|| "write it as 2026-11-22".to_owned())
}

/// The day so many days after 1 January 1970: years are counted from March, so that a leap day is
/// the last, and by eras of 400 years, which are all alike.
fn civil(days: u64) -> Day {
    const ERA: u64 = 146_097;
    let since = days + 719_468;
    let (era, of_era) = (since / ERA, since % ERA);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / (ERA - 1)) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = era * 400 + year + u64::from(month <= 2);
    let small = |part: u64| u8::try_from(part).unwrap_or(1);
    (u16::try_from(year).unwrap_or(u16::MAX), small(month), small(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_by_the_calendar() {
        assert_eq!(civil(0), (1970, 1, 1));
        assert_eq!(civil(11_016), (2000, 2, 29));
        assert_eq!(civil(19_782), (2024, 2, 29));
        assert_eq!(civil(19_783), (2024, 3, 1));
        assert_eq!(civil(20_779), (2026, 11, 22));
    }

    #[test]
    fn a_day_is_written_in_one_form() {
        assert_eq!(day("2026-11-22"), Ok((2026, 11, 22)));
        for wrong in ["2026-11", "22.11.2026", "2026-13-01", "26-11-22", "2026-11-32", ""] {
            assert!(day(wrong).is_err(), "{wrong}");
        }
    }
}
