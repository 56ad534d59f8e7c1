//! What a yen of a later year is worth today.

use super::case::{Years, count};
use crate::model::Ratio;

/// Rates are in basis points.
const WHOLE: i64 = 10_000;

/// The worth of a yen a year, summed up to each year end of a horizon; in parts of a yen of today
/// so small that every sum is whole, which spares reducing fractions at every step.
pub struct Weights {
    /// from the beginning on, where it is nothing
    sums: Vec<Ratio>,
    /// what a yen of today counts
    pub unit: Ratio,
    /// years before the first of operation
    delay: usize,
}

/// An amount for each of some years of operation.
pub struct Flow {
    pub years: Years,
    pub yearly: Ratio,
}

impl Weights {
    /// At a rate in basis points.
    pub fn new(horizon: i64, rate: i64, delay: usize) -> Self {
        let divisor = common_divisor(WHOLE, WHOLE.saturating_add(rate)).max(1);
        let (now, next) = (WHOLE / divisor, WHOLE.saturating_add(rate) / divisor);
        let (now, next) = (Ratio::whole(now), Ratio::whole(next));
        let years = u32::try_from(count(horizon)).unwrap_or(0);
        let worth = |year| now.power(year).times(&next.power(years - year));
        let mut sums = vec![Ratio::whole(0)];
        sums.extend((1..=years).map(worth).scan(Ratio::whole(0), |sum, worth| {
            *sum = sum.plus(&worth);
            Some(sum.clone())
        }));
        Self { sums, unit: next.power(years), delay }
    }

    /// The last year end.
    pub fn horizon(&self) -> usize {
        self.sums.len() - 1
    }

    /// The worth of what flows before a year end.
    pub fn worth(&self, flows: &[Flow], end: usize) -> Ratio {
        flows.iter().map(|flow| flow.yearly.times(&self.of(flow.years, end))).sum()
    }

    /// The worth of a yen in each of some years of operation, as far as they lie before a year end.
    pub fn of(&self, years: Years, end: usize) -> Ratio {
        let first = self.start(years.from);
        let last = years.until.map_or(end, |until| self.start(until).min(end));
        match (self.sums.get(first), self.sums.get(last)) {
            (Some(before), Some(sum)) if first < last => sum.minus(before),
            _ => Ratio::whole(0),
        }
    }

    /// The year end at which a year of operation begins.
    pub fn start(&self, year: usize) -> usize {
        year.saturating_add(self.delay).saturating_sub(1)
    }
}

fn common_divisor(one: i64, other: i64) -> i64 {
    if other == 0 { one } else { common_divisor(other, one % other) }
}
