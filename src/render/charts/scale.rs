//! A scale from zero with round ticks, each written out in full.

use super::text::width;

/// From the smallest to the largest of what is drawn, and always over zero.
#[derive(Clone, PartialEq, Debug)]
pub struct Scale {
    /// zero, or the smallest value below it
    pub low: f64,
    /// the largest value
    pub high: f64,
    /// the round numbers between them
    pub ticks: Vec<Tick>,
}

/// A round number on a scale.
#[derive(Clone, PartialEq, Debug)]
pub struct Tick {
    /// how far along the scale, from 0 to 1
    pub at: f64,
    /// the number with all its digits
    pub text: String,
}

const TICKS: i64 = 6;

impl Scale {
    /// The scale of some values, with as many ticks as have room for their numbers.
    pub fn over(values: impl IntoIterator<Item = f64>, room: f64) -> Self {
        let values: Vec<f64> = values.into_iter().collect();
        let low = values.iter().copied().fold(0.0, f64::min);
        let mut high = values.iter().copied().fold(0.0, f64::max);
        if high - low < SMALLEST {
            high = low + 1.0;
        }
        let whole = values.iter().all(|value| value.fract() == 0.0);
        let ticks = ticks(low, high, whole, room);
        Self { low, high, ticks }
    }

    /// How far along a value lies, from 0 to 1.
    pub fn share(&self, value: f64) -> f64 {
        (value - self.low) / (self.high - self.low)
    }

    /// How wide the widest number of a tick is.
    pub fn widest(&self) -> f64 {
        self.ticks.iter().map(|tick| width(&tick.text)).fold(0.0, f64::max)
    }
}

const SMALLEST: f64 = 1e-6;

fn ticks(low: f64, high: f64, whole: bool, room: f64) -> Vec<Tick> {
    let finest = if whole { 0 } else { -7 };
    (finest..=20)
        .flat_map(|zeros| [1, 2, 5].map(|digit| Step { digit, zeros }))
        .find_map(|step| step.ticks(low, high, room))
        .unwrap_or_default()
}

/// From one tick to the next: a digit and the zeros behind it, or places if negative.
struct Step {
    digit: i64,
    zeros: i32,
}

impl Step {
    fn ticks(&self, low: f64, high: f64, room: f64) -> Option<Vec<Tick>> {
        let size = self.times(1);
        let (first, last) = ((low / size).ceil(), (high / size).floor());
        if last - first >= TICKS as f64 {
            return None;
        }
        let ticks: Vec<Tick> = (first as i64..=last as i64)
            .map(|count| Tick {
                at: (self.times(count) - low) / (high - low),
                text: self.text(count),
            })
            .collect();
        let widest = ticks.iter().map(|tick| width(&tick.text)).fold(0.0, f64::max);
        let fits = size / (high - low) * room >= widest + 12.0 || ticks.len() < 2;
        fits.then_some(ticks)
    }

    /// Read from its digits, which is exact where a power would be rounded.
    fn times(&self, count: i64) -> f64 {
        format!("{}e{}", count * self.digit, self.zeros).parse().unwrap_or(f64::MAX)
    }

    fn text(&self, count: i64) -> String {
        let count = count * self.digit;
        let sign = if count < 0 { "-" } else { "" };
        let digits = count.unsigned_abs().to_string();
        match usize::try_from(self.zeros) {
            _ if count == 0 => "0".to_owned(),
            Ok(zeros) => format!("{sign}{}", grouped(&format!("{digits}{}", "0".repeat(zeros)))),
            Err(_) => format!("{sign}{}", with_places(&digits, self.zeros.unsigned_abs() as usize)),
        }
    }
}

fn grouped(digits: &str) -> String {
    let mut shown = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

fn with_places(digits: &str, places: usize) -> String {
    let padded = format!("{digits:0>width$}", width = places + 1);
    let (whole, fraction) = padded.split_at(padded.len() - places);
    format!("{}.{fraction}", grouped(whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(values: &[f64]) -> Vec<String> {
        let scale = Scale::over(values.iter().copied(), 300.0);
        scale.ticks.into_iter().map(|tick| tick.text).collect()
    }

    #[test]
    fn round_numbers_from_zero() {
        assert_eq!(shown(&[45.0]), ["0", "10", "20", "30", "40"]);
        assert_eq!(shown(&[11.0, 1.0]), ["0", "2", "4", "6", "8", "10"]);
        assert_eq!(shown(&[1.0]), ["0", "1"]);
        assert_eq!(shown(&[5310.0]), ["0", "1,000", "2,000", "3,000", "4,000", "5,000"]);
    }

    #[test]
    fn fewer_where_the_digits_need_the_room() {
        assert_eq!(shown(&[127_907_086.0]), ["0", "50,000,000", "100,000,000"]);
    }

    #[test]
    fn fractions_only_where_there_are_any() {
        assert_eq!(shown(&[0.35]), ["0", "0.1", "0.2", "0.3"]);
        assert_eq!(shown(&[0.0]), ["0", "1"]);
    }

    #[test]
    fn below_zero_and_above() {
        assert_eq!(shown(&[-6.0, 9.0]), ["-5", "0", "5"]);
    }

    #[test]
    fn a_tick_lies_where_its_value_would() {
        let scale = Scale::over([45.0], 300.0);
        let forty = scale.ticks.last().map(|tick| tick.at);
        assert_eq!(forty, Some(scale.share(40.0)));
    }
}
