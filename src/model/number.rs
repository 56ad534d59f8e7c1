use std::fmt;

use serde::Serialize;

/// An exact decimal: `digits` divided by ten to the power of `places`. No floats in the model.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct Decimal {
    digits: i64,
    places: u8,
}

impl Decimal {
    /// `Decimal::new(291, 1)` is 29.1.
    pub fn new(digits: i64, places: u8) -> Self {
        Self { digits, places }
    }

    /// The digits without the point.
    pub fn digits(self) -> i64 {
        self.digits
    }

    /// How many of them stand behind the point.
    pub fn places(self) -> u8 {
        self.places
    }

    /// The size for drawing; never for saying.
    pub fn drawn(self) -> f64 {
        self.digits as f64 / 10f64.powi(self.places.into())
    }

    /// With thousands separated by commas, as it is shown to people: `127,907,086`, `56.5`.
    pub fn grouped(self) -> String {
        let plain = self.to_string();
        let (sign, plain) = plain.strip_prefix('-').map_or(("", &*plain), |rest| ("-", rest));
        let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
        let mut shown = String::from(sign);
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                shown.push(',');
            }
            shown.push(digit);
        }
        if !fraction.is_empty() {
            shown.push('.');
            shown.push_str(fraction);
        }
        shown
    }
}

impl From<i64> for Decimal {
    fn from(whole: i64) -> Self {
        Self::new(whole, 0)
    }
}

/// As data: a point, no separators.
impl fmt::Display for Decimal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.digits < 0 { "-" } else { "" };
        let digits = self.digits.unsigned_abs().to_string();
        let places = usize::from(self.places);
        if places == 0 {
            return write!(out, "{sign}{digits}");
        }
        let padded = format!("{digits:0>width$}", width = places + 1);
        let (whole, fraction) = padded.split_at(padded.len() - places);
        write!(out, "{sign}{whole}.{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shown_with_separators_and_kept_places() {
        let shown = |digits, places| Decimal::new(digits, places).grouped();
        assert_eq!(shown(127_907_086, 0), "127,907,086");
        assert_eq!(shown(565, 1), "56.5");
        assert_eq!(shown(-6, 1), "-0.6");
        assert_eq!(shown(30, 1), "3.0");
        assert_eq!(shown(-1_234_567, 2), "-12,345.67");
    }
}
