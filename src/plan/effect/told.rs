//! What both tellings of the results share: the calculator's, in codes and whole yen, and the
//! page's, in words. They differ only in their leaves.

use crate::model::{BandEffect, Effect, Range, Ratio, Rule, Sign, State};
use crate::plan::view::{
    BandOutput, BandTotalOutput, BandYearOutput, CostOutput, PaybackOutput, TotalOutput,
    ValueOutput, YearOutput,
};

/// How the leaves of the results are told.
pub trait Telling {
    /// an amount of yen
    type Amount;
    /// a moment that may never come
    type Moment;
    /// an amount nobody may be there to have
    type Each;

    /// An amount of yen.
    fn amount(&self, range: &Range) -> Self::Amount;
    /// When the cost is recovered, if ever.
    fn moment(&self, moment: Option<&Ratio>) -> Self::Moment;
    /// What one body wins, if any takes part.
    fn each(&self, range: Option<&Range>) -> Self::Each;
    /// A state in words beside its code; none where there is nothing to judge.
    fn state(&self, rule: Rule, state: Option<State>) -> String;
    /// A sign in words beside its code.
    fn sign(&self, sign: Sign) -> String;
    /// A rate in words beside its basis points.
    fn percent(&self, rate: i64) -> String;
}

/// What it takes once.
pub fn cost<T: Telling>(telling: &T, effect: &Effect) -> CostOutput<T::Amount> {
    CostOutput {
        coordination: telling.amount(&effect.cost.coordination),
        systems: telling.amount(&effect.cost.systems),
        migration: telling.amount(&effect.cost.migration),
        total: telling.amount(&effect.cost.total),
    }
}

/// All bodies, year by year.
pub fn years<T: Telling>(telling: &T, effect: &Effect) -> Vec<YearOutput<T::Amount>> {
    let told = effect.years.iter().map(|year| YearOutput {
        year: year.year,
        common: telling.amount(&year.common),
        present: telling.amount(&year.present),
        benefit: telling.amount(&year.benefit),
        gain: telling.amount(&year.gain),
    });
    told.collect()
}

/// What is won over each horizon.
pub fn totals<T: Telling>(telling: &T, effect: &Effect) -> Vec<TotalOutput<T::Amount>> {
    let told = effect.totals.iter().map(|total| TotalOutput {
        horizon: total.horizon,
        total: telling.amount(&total.total),
        state: total.state.code(),
        words: telling.state(Rule::Effect, Some(total.state)),
    });
    told.collect()
}

/// When the cost is recovered.
pub fn paybacks<T: Telling>(telling: &T, effect: &Effect) -> Vec<PaybackOutput<T::Moment>> {
    let told = effect.paybacks.iter().map(|payback| PaybackOutput {
        horizon: payback.horizon,
        rate: payback.rate,
        percent: telling.percent(payback.rate),
        earliest: telling.moment(payback.earliest.as_ref()),
        latest: telling.moment(payback.latest.as_ref()),
        state: payback.state.code(),
        words: telling.state(Rule::Cost, Some(payback.state)),
    });
    told.collect()
}

/// What is left.
pub fn values<T: Telling>(telling: &T, effect: &Effect) -> Vec<ValueOutput<T::Amount>> {
    let told = effect.values.iter().map(|value| ValueOutput {
        horizon: value.horizon,
        rate: value.rate,
        percent: telling.percent(value.rate),
        value: telling.amount(&value.value),
        sign: value.sign.code(),
        words: telling.sign(value.sign),
    });
    told.collect()
}

/// One band.
pub fn band<T: Telling>(
    telling: &T,
    name: String,
    band: &BandEffect,
) -> BandOutput<T::Amount, T::Each> {
    let years = band.years.iter().map(|year| BandYearOutput {
        year: year.year,
        gain: telling.amount(&year.gain),
        each: telling.each(year.each.as_ref()),
    });
    let totals = band.totals.iter().map(|total| BandTotalOutput {
        horizon: total.horizon,
        each: telling.amount(&total.each),
        state: total.state.map_or("none", State::code),
        words: telling.state(Rule::Effect, total.state),
    });
    BandOutput {
        id: band.id.clone(),
        name,
        suppressed: band.suppressed,
        years: years.collect(),
        totals: totals.collect(),
    }
}
