//! The one door to arbitrary-precision rationals: what is divided is exact until it is shown.

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
        Self(&self.0 + &other.0)
    }

    /// The difference.
    pub fn minus(&self, other: &Self) -> Self {
        Self(&self.0 - &other.0)
    }

    /// The product.
    pub fn times(&self, other: &Self) -> Self {
        Self(&self.0 * &other.0)
    }

    /// The quotient; none for a division by zero.
    pub fn over(&self, other: &Self) -> Option<Self> {
        (!other.0.is_zero()).then(|| Self(&self.0 / &other.0))
    }

    /// Rounded half away from zero to so many decimal places.
    pub fn rounded(&self, places: u8) -> Decimal {
        let scaled = &self.0 * BigRational::from_integer(BigInt::from(10).pow(places.into()));
        let half = BigRational::new(BigInt::from(1), BigInt::from(2));
        let away =
            if scaled.is_negative() { (scaled - half).ceil() } else { (scaled + half).floor() };
        let digits = away.to_integer();
        let bound = if digits.is_negative() { i64::MIN } else { i64::MAX };
        Decimal::new(digits.to_i64().unwrap_or(bound), places)
    }

    /// Whether so many decimal places show it exactly.
    pub fn is_exact_at(&self, places: u8) -> bool {
        Self::from(self.rounded(places)) == *self
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

    #[test]
    fn rounding_is_half_away_from_zero_and_once() {
        let ratio = |a, b| Ratio::whole(a).over(&Ratio::whole(b)).unwrap();
        assert_eq!(ratio(1, 8).rounded(2), Decimal::new(13, 2));
        assert_eq!(ratio(-1, 8).rounded(2), Decimal::new(-13, 2));
        assert_eq!(ratio(478_600_000_000, 127_907_086).rounded(0), Decimal::new(3742, 0));
        assert!(!ratio(1, 3).is_exact_at(4));
        assert!(ratio(1, 4).is_exact_at(2));
        assert_eq!(Ratio::whole(1).over(&Ratio::whole(0)), None);
    }
}
