use std::fmt;

use serde::Serialize;

use crate::text::Language;

/// A date as exact as the source gives it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
pub enum Date {
    /// a calendar year
    Year(i16),
    /// a Japanese fiscal year, from April
    FiscalYear(i16),
    /// a month
    Month(i16, i8),
    /// a day
    Day(i16, i8, i8),
}

impl Date {
    /// Its first day: year, month and day; a fiscal year begins in April.
    pub fn first_day(self) -> (u16, u8, u8) {
        let (year, month, day) = match self {
            Self::Year(year) => (year, 1, 1),
            Self::FiscalYear(year) => (year, 4, 1),
            Self::Month(year, month) => (year, month, 1),
            Self::Day(year, month, day) => (year, month, day),
        };
        let small = |part: i8| u8::try_from(part).unwrap_or(1);
        (u16::try_from(year).unwrap_or(2000), small(month), small(day))
    }

    /// How exact it is, by its code in files.
    pub fn precision(self) -> &'static str {
        match self {
            Self::Year(_) => "year",
            Self::FiscalYear(_) => "fiscal_year",
            Self::Month(..) => "month",
            Self::Day(..) => "day",
        }
    }

    /// As people read it: 2024年4月12日, 12 April 2024.
    pub fn shown(self, language: Language) -> String {
        match (language, self) {
            (Language::Ja, Self::Year(year)) => format!("{year}年"),
            (Language::Ja, Self::FiscalYear(year)) => format!("{year}年度"),
            (Language::Ja, Self::Month(year, month)) => format!("{year}年{month}月"),
            (Language::Ja, Self::Day(year, month, day)) => format!("{year}年{month}月{day}日"),
            (Language::En, Self::Year(year)) => year.to_string(),
            (Language::En, Self::FiscalYear(year)) => format!("fiscal year {year}"),
            (Language::En, Self::Month(year, month)) => format!("{} {year}", month_name(month)),
            (Language::En, Self::Day(year, month, day)) => {
                format!("{day} {} {year}", month_name(month))
            }
        }
    }
}

/// As data: `2024-04-12`, `2018-06`, `2017`, `FY2017`.
impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(out, "{year:04}"),
            Self::FiscalYear(year) => write!(out, "FY{year:04}"),
            Self::Month(year, month) => write!(out, "{year:04}-{month:02}"),
            Self::Day(year, month, day) => write!(out, "{year:04}-{month:02}-{day:02}"),
        }
    }
}

fn month_name(month: i8) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    usize::try_from(month - 1).ok().and_then(|index| NAMES.get(index)).copied().unwrap_or("")
}
