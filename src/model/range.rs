//! Amounts of which only the ends are known, and what they come to.

use std::iter::Sum;

use super::Ratio;

/// A closed range; an end that is `None` is unbounded.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Range {
    /// the least it can be
    pub low: Option<Ratio>,
    /// the most it can be
    pub high: Option<Ratio>,
}

impl Range {
    /// One known value.
    pub fn exactly(value: Ratio) -> Self {
        Self { low: Some(value.clone()), high: Some(value) }
    }

    /// Anything from one value to another.
    pub fn between(low: Ratio, high: Ratio) -> Self {
        Self { low: Some(low), high: Some(high) }
    }

    /// Nothing is known, not even the sign.
    pub fn unknown() -> Self {
        Self::default()
    }

    /// A cost of which nothing is known: none below zero.
    pub fn unknown_cost() -> Self {
        Self { low: Some(Ratio::whole(0)), high: None }
    }

    /// Adoption of which nothing is known, in per mille: anything from nobody to everybody.
    pub fn unknown_adoption() -> Self {
        Self::between(Ratio::whole(0), Ratio::whole(1000))
    }

    /// The sum of two that do not depend on each other.
    pub fn plus(&self, other: &Self) -> Self {
        Self { low: sum(&self.low, &other.low), high: sum(&self.high, &other.high) }
    }

    /// The difference of two that do not depend on each other.
    pub fn minus(&self, other: &Self) -> Self {
        self.plus(&other.negated())
    }

    /// With the other sign.
    pub fn negated(&self) -> Self {
        let end = |end: &Option<Ratio>| end.as_ref().map(Ratio::negated);
        Self { low: end(&self.high), high: end(&self.low) }
    }

    /// So many times, the number not below zero.
    pub fn times(&self, number: &Ratio) -> Self {
        self.scaled(number, number)
    }

    /// Between `least` and `most` times, neither below zero; no times anything, even something
    /// unbounded, is nothing.
    pub fn scaled(&self, least: &Ratio, most: &Ratio) -> Self {
        if most.is_zero() {
            return Self::exactly(Ratio::whole(0));
        }
        let end = |end: &Ratio, outward| end.times(if outward { most } else { least });
        Self {
            low: self.low.as_ref().map(|low| end(low, low.is_negative())),
            high: self.high.as_ref().map(|high| end(high, high.is_positive())),
        }
    }

    /// Whether every value is above zero.
    pub fn is_positive(&self) -> bool {
        self.low.as_ref().is_some_and(Ratio::is_positive)
    }

    /// Whether every value is below zero.
    pub fn is_negative(&self) -> bool {
        self.high.as_ref().is_some_and(Ratio::is_negative)
    }

    /// Whether it is zero and nothing else.
    pub fn is_zero(&self) -> bool {
        [&self.low, &self.high].into_iter().all(|end| end.as_ref().is_some_and(Ratio::is_zero))
    }
}

impl Sum for Range {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::exactly(Ratio::whole(0)), |sum, part| sum.plus(&part))
    }
}

/// The sum of two ends; unbounded if either is.
fn sum(left: &Option<Ratio>, right: &Option<Ratio>) -> Option<Ratio> {
    Some(left.as_ref()?.plus(right.as_ref()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(low: impl Into<Option<i64>>, high: impl Into<Option<i64>>) -> Range {
        Range { low: low.into().map(Ratio::whole), high: high.into().map(Ratio::whole) }
    }

    #[test]
    fn sums_and_differences_are_taken_end_by_end() {
        assert_eq!(range(1, 2).plus(&range(-5, 10)), range(-4, 12));
        assert_eq!(range(1, 2).minus(&range(-5, 10)), range(-9, 7));
        assert_eq!(range(1, None).minus(&range(3, 4)), range(-3, None));
        assert_eq!(range(3, 4).minus(&range(1, None)), range(None, 3));
        assert_eq!([range(1, 2), range(3, None)].into_iter().sum::<Range>(), range(4, None));
    }

    #[test]
    fn a_share_pulls_each_end_outward() {
        let scaled = |range: Range| range.scaled(&Ratio::whole(2), &Ratio::whole(3));
        assert_eq!(scaled(range(1, 10)), range(2, 30));
        assert_eq!(scaled(range(-10, -1)), range(-30, -2));
        assert_eq!(scaled(range(-10, 10)), range(-30, 30));
        assert_eq!(scaled(range(None, -1)), range(None, -2));
        assert_eq!(scaled(range(0, None)), range(0, None));
    }

    #[test]
    fn nothing_of_something_unbounded_is_nothing() {
        let scaled = |most| Range::unknown().scaled(&Ratio::whole(0), &Ratio::whole(most));
        assert_eq!(scaled(0), range(0, 0));
        assert_eq!(scaled(1), Range::unknown());
        assert_eq!(Range::unknown().times(&Ratio::whole(0)), range(0, 0));
    }

    #[test]
    fn a_sign_is_certain_or_not_told() {
        let signs = |range: Range| [range.is_negative(), range.is_zero(), range.is_positive()];
        assert_eq!(signs(range(1, None)), [false, false, true]);
        assert_eq!(signs(range(0, 5)), [false, false, false]);
        assert_eq!(signs(range(None, 0)), [false, false, false]);
        assert_eq!(signs(range(0, 0)), [false, true, false]);
        assert_eq!(signs(range(None, -1)), [true, false, false]);
    }
}
