//! The one door to arbitrary-precision rationals: what is divided is exact until it is shown.

use std::iter::Sum;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

use super::Decimal;

/// An exact fraction of any size.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Ratio(BigRational);

impl Ratio {
    /// A whole number.
    pub fn whole(value: i64) -> Self {
        Self(BigRational::from_integer(BigInt::from(value)))
    }

    /// The sum.
    pub fn plus(&self, other: &Self) -> Self {
        self.whole_pair(other).map_or_else(
            || Self(&self.0 + &other.0),
            |(left, right)| Self(BigRational::from_integer(left + right)),
        )
    }

    /// The difference.
    pub fn minus(&self, other: &Self) -> Self {
        self.whole_pair(other).map_or_else(
            || Self(&self.0 - &other.0),
            |(left, right)| Self(BigRational::from_integer(left - right)),
        )
    }

    /// The product.
    pub fn times(&self, other: &Self) -> Self {
        self.whole_pair(other).map_or_else(
            || Self(&self.0 * &other.0),
            |(left, right)| Self(BigRational::from_integer(left * right)),
        )
    }

    /// The quotient; none for a division by zero.
    pub fn over(&self, other: &Self) -> Option<Self> {
        (!other.0.is_zero()).then(|| Self(&self.0 / &other.0))
    }

    /// With the other sign.
    pub fn negated(&self) -> Self {
        Self(-&self.0)
    }

    /// Multiplied by itself so many times; one for none.
    pub fn power(&self, exponent: u32) -> Self {
        let part = |part: &BigInt| part.pow(exponent);
        Self(BigRational::new(part(self.0.numer()), part(self.0.denom())))
    }

    /// The greatest whole number that is no greater.
    pub fn floor(&self) -> Self {
        Self(self.0.floor())
    }

    /// The least whole number that is no less.
    pub fn ceil(&self) -> Self {
        Self(self.0.ceil())
    }

    /// Whether it is zero.
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// Whether it is above zero.
    pub fn is_positive(&self) -> bool {
        self.0.is_positive()
    }

    /// Whether it is below zero.
    pub fn is_negative(&self) -> bool {
        self.0.is_negative()
    }

    /// The whole number it is; none for a fraction, and for what is too large.
    pub fn to_whole(&self) -> Option<i64> {
        self.0.is_integer().then(|| self.0.to_integer().to_i64())?
    }

    /// Rounded half away from zero to so many decimal places.
    pub fn rounded(&self, places: u8) -> Decimal {
        let digits = self.digits(places);
        let bound = if digits.is_negative() { i64::MIN } else { i64::MAX };
        Decimal::new(digits.to_i64().unwrap_or(bound), places)
    }

    /// Rounded half away from zero to a whole number of any size: `-1234`.
    pub fn whole_text(&self) -> String {
        self.digits(0).to_string()
    }

    /// Rounded half away from zero, with exactly so many decimal places: `4.4503`.
    pub fn places_text(&self, places: u8) -> String {
        let digits = self.digits(places);
        let sign = if digits.is_negative() { "-" } else { "" };
        let (behind, width) = (usize::from(places), usize::from(places) + 1);
        let padded = format!("{:0>width$}", digits.magnitude().to_string());
        let (whole, fraction) = padded.split_at(padded.len() - behind);
        let point = if places == 0 { "" } else { "." };
        format!("{sign}{whole}{point}{fraction}")
    }

    /// Both as whole numbers if they are: then there is nothing to reduce, which is most of the work.
    fn whole_pair<'a>(&'a self, other: &'a Self) -> Option<(&'a BigInt, &'a BigInt)> {
        let whole = self.0.is_integer() && other.0.is_integer();
        whole.then(|| (self.0.numer(), other.0.numer()))
    }

    /// What is left without the point once it is rounded half away from zero.
    fn digits(&self, places: u8) -> BigInt {
        let scaled = &self.0 * BigRational::from_integer(BigInt::from(10).pow(places.into()));
        scaled.round().to_integer()
    }

    /// Whether so many decimal places show it exactly.
    pub fn is_exact_at(&self, places: u8) -> bool {
        Self::from(self.rounded(places)) == *self
    }
}

impl Sum for Ratio {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::whole(0), |sum, part| sum.plus(&part))
    }
}

impl From<Decimal> for Ratio {
    fn from(decimal: Decimal) -> Self {
        let denominator = BigInt::from(10).pow(decimal.places().into());
        Self(BigRational::new(BigInt::from(decimal.digits()), denominator))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(above: i64, below: i64) -> Ratio {
        Ratio::whole(above).over(&Ratio::whole(below)).unwrap()
    }

    #[test]
    fn rounding_is_half_away_from_zero_and_once() {
        assert_eq!(ratio(1, 8).rounded(2), Decimal::new(13, 2));
        assert_eq!(ratio(-1, 8).rounded(2), Decimal::new(-13, 2));
        assert_eq!(ratio(478_600_000_000, 127_907_086).rounded(0), Decimal::new(3742, 0));
        assert!(!ratio(1, 3).is_exact_at(4));
        assert!(ratio(1, 4).is_exact_at(2));
        assert_eq!(Ratio::whole(1).over(&Ratio::whole(0)), None);
    }

    #[test]
    fn a_text_has_its_places_whatever_the_size() {
        let shown = |above, below| ratio(above, below).places_text(4);
        assert_eq!([shown(8, 3), shown(-8, 3)], ["2.6667", "-2.6667"]);
        assert_eq!([shown(4, 1), shown(1, 20_000)], ["4.0000", "0.0001"]);
        assert_eq!([shown(-1, 20_001), shown(-1, 2)], ["0.0000", "-0.5000"]);
        assert_eq!(
            ["5", "-5", "0"],
            [(9, 2), (-9, 2), (-1, 3)].map(|(a, b)| ratio(a, b).whole_text())
        );
        let large = Ratio::whole(i64::MAX).times(&Ratio::whole(i64::MAX));
        assert_eq!(large.places_text(1), "85070591730234615847396907784232501249.0");
        assert_eq!(large.whole_text(), "85070591730234615847396907784232501249");
        assert_eq!(large.rounded(0), Decimal::new(i64::MAX, 0));
        assert_eq!(large.to_whole(), None);
    }

    #[test]
    fn floor_and_ceiling_keep_whole_numbers() {
        let both = |value: Ratio| (value.floor().to_whole(), value.ceil().to_whole());
        assert_eq!(both(ratio(7, 2)), (Some(3), Some(4)));
        assert_eq!(both(ratio(-7, 2)), (Some(-4), Some(-3)));
        assert_eq!(both(ratio(6, 2)), (Some(3), Some(3)));
        assert_eq!(ratio(7, 2).to_whole(), None);
    }

    #[test]
    fn powers_signs_and_sums() {
        assert_eq!(ratio(-2, 3).power(3), ratio(-8, 27));
        assert_eq!(ratio(2, 3).power(0), Ratio::whole(1));
        assert_eq!(ratio(2, 3).negated(), ratio(-2, 3));
        assert_eq!([ratio(1, 2), ratio(1, 3)].into_iter().sum::<Ratio>(), ratio(5, 6));
        let signs = |value: Ratio| [value.is_negative(), value.is_zero(), value.is_positive()];
        assert_eq!(signs(ratio(-1, 9)), [true, false, false]);
        assert_eq!(signs(ratio(0, 9)), [false, true, false]);
        assert_eq!(signs(ratio(1, 9)), [false, false, true]);
    }
}
