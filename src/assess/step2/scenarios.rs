//! What becomes of the states if one thing is changed.

use super::case::Case;
use super::payback::{present_value, state};
use super::yearly::total;
use crate::model::{Flip, Method, RateSign, Scenario, ScenarioEffect, Sign, State};

/// Every scenario of a method beside what was entered.
pub fn scenarios(case: &Case, method: &Method) -> Vec<ScenarioEffect> {
    let base = States::new(case, method);
    let effect = |scenario: &Scenario| {
        let changed = States::new(&case.changed(scenario.change), method);
        let flips = changed.flips(&base);
        let States { effect, payback, values } = changed;
        ScenarioEffect { id: scenario.id.clone(), effect, payback, values, flips }
    };
    method.scenarios.iter().map(effect).collect()
}

/// What a change can turn, at the deciding horizon.
struct States {
    effect: State,
    payback: State,
    values: Vec<RateSign>,
}

impl States {
    fn new(case: &Case, method: &Method) -> Self {
        let value = |rate| present_value(case, method.deciding, rate);
        let sign = |rate: &i64| RateSign { rate: *rate, sign: Sign::of(&value(*rate)) };
        Self {
            effect: total(case, method.deciding).state,
            payback: state(&value(0)),
            values: method.rates.iter().map(sign).collect(),
        }
    }

    fn flips(&self, base: &Self) -> Vec<Flip> {
        let effect = (self.effect != base.effect).then_some(Flip::Effect);
        let payback = (self.payback != base.payback).then_some(Flip::Payback);
        let pairs = self.values.iter().zip(&base.values);
        let values = pairs.filter(|(now, then)| now != then).map(|(now, _)| Flip::Value(now.rate));
        effect.into_iter().chain(payback).chain(values).collect()
    }
}
