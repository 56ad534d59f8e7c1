//! All bodies together, one year at a time, and the cost that comes once.

use super::case::{Case, Size, Spell, Years, count};
use super::weights::Weights;
use crate::model::{Cost, Range, Ratio, State, Total, Year};

/// What it takes once, if the years up to a horizon count.
pub fn cost(case: &Case, horizon: i64) -> Cost {
    let migration: Range = case.sizes.iter().map(|size| migration(size, count(horizon))).sum();
    Cost {
        coordination: case.coordination.clone(),
        systems: case.systems.clone(),
        total: case.coordination.plus(&case.systems).plus(&migration),
        migration,
    }
}

/// A body moves once, and the share that ever takes part is the greatest of all years.
fn migration(size: &Size, horizon: usize) -> Range {
    let counted = || size.uptakes.iter().filter(|uptake| uptake.begins_by(horizon));
    let least = counted().map(|uptake| &uptake.least).max();
    let most = counted().map(|uptake| &uptake.most).max();
    let none = Ratio::whole(0);
    size.share(&size.migration, least.unwrap_or(&none), most.unwrap_or(&none))
}

/// Every year by itself, up to the last.
pub fn years(case: &Case, last: i64) -> Vec<Year> {
    (1..=last).map(|year| in_year(case, year)).collect()
}

fn in_year(case: &Case, year: i64) -> Year {
    let all = |amount: fn(&Spell) -> Range| -> Range {
        case.sizes.iter().map(|size| size.taken(count(year), amount)).sum()
    };
    Year {
        year,
        common: all(|spell| spell.common.clone()).plus(&case.fixed),
        present: all(|spell| spell.present.clone()),
        benefit: all(|spell| spell.benefit.clone()),
        gain: all(Spell::gain).minus(&case.fixed),
    }
}

/// What is won over a horizon.
pub fn total(case: &Case, horizon: i64) -> Total {
    let weights = Weights::new(horizon, 0, case.delay);
    let years = |years| weights.of(years, weights.horizon());
    let sizes: Range = case.sizes.iter().map(|size| won(size, &years)).sum();
    let total = sizes.minus(&case.fixed.times(&years(Years::ALL)));
    Total { horizon, state: state(&total), total }
}

/// What a size wins: summed up before a share is taken of it, which is the same in all these years.
fn won(size: &Size, years: &impl Fn(Years) -> Ratio) -> Range {
    let uptakes = size.uptakes.iter().map(|uptake| {
        let spells = uptake.spells.iter().map(|spell| spell.gain().times(&years(spell.years)));
        size.share(&spells.sum(), &uptake.least, &uptake.most)
    });
    uptakes.sum()
}

/// Whether an amount is certainly above zero, or certainly not.
pub fn state(amount: &Range) -> State {
    if amount.is_positive() {
        State::Met
    } else if amount.high.as_ref().is_some_and(|high| !high.is_positive()) {
        State::NotMet
    } else {
        State::Insufficient
    }
}
