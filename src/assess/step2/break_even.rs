//! How many bodies it takes for the gains to bear the cost, all of them at their mix.

use super::case::{Case, Size, Years};
use super::weights::Weights;
use crate::model::{BreakEven, Range, Ratio};

/// The number of bodies at which what is won equals what it takes.
pub fn break_even(case: &Case, horizon: i64, rate: i64) -> BreakEven {
    let weights = Weights::new(horizon, rate, 0);
    let years = weights.of(Years::ALL, weights.horizon());
    let all: Ratio = case.sizes.iter().map(|size| size.bodies.clone()).sum();
    let needs = Needs::new(case, &weights, &all, &years);
    let (low, high) = needs.map_or((None, None), |needs| (needs.least(), needs.most()));
    let shown = |needed: Option<Ratio>| needed.filter(|needed| *needed <= all)?.to_whole();
    BreakEven { rate, low: shown(low), high: shown(high) }
}

/// Yen a year, what comes once spread over the years.
struct Needs {
    /// that all together have to bear
    burden: Range,
    /// that a body wins
    each: Range,
}

impl Needs {
    /// None without bodies or without years.
    fn new(case: &Case, weights: &Weights, all: &Ratio, years: &Ratio) -> Option<Self> {
        let (body, year) = (Ratio::whole(1).over(all)?, Ratio::whole(1).over(years)?);
        let mean = |amount: &dyn Fn(&Size) -> Range| -> Range {
            let sizes = case.sizes.iter().map(|size| amount(size).times(&size.bodies));
            sizes.sum::<Range>().times(&body)
        };
        let gain = mean(&|size| gain(size, weights));
        let migration = mean(&|size| size.migration.clone());
        let once = case.coordination.plus(&case.systems).times(&weights.unit);
        Some(Self {
            burden: once.times(&year).plus(&case.fixed),
            each: gain.minus(&migration.times(&weights.unit)).times(&year),
        })
    }

    /// If each wins without bound one is enough.
    fn least(&self) -> Option<Ratio> {
        let burden = self.burden.low.as_ref()?;
        match &self.each.high {
            Some(each) => needed(burden, each),
            None => Some(Ratio::whole(i64::from(burden.is_positive()))),
        }
    }

    fn most(&self) -> Option<Ratio> {
        needed(self.burden.high.as_ref()?, self.each.low.as_ref()?)
    }
}

/// What a body wins over the horizon.
fn gain(size: &Size, weights: &Weights) -> Range {
    let spells = size.uptakes.iter().flat_map(|uptake| &uptake.spells);
    let counted = |years| weights.of(years, weights.horizon());
    spells.map(|spell| spell.gain().times(&counted(spell.years))).sum()
}

/// None if no number of bodies is enough.
fn needed(burden: &Ratio, each: &Ratio) -> Option<Ratio> {
    let number = burden.over(each).filter(|_| each.is_positive())?;
    Some(number.ceil().max(Ratio::whole(0)))
}
