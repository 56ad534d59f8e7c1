//! Inputs and results as the calculator in the page reads and writes them: whole yen as text, codes
//! for states.

use super::told::{self, Telling};
use crate::model::{
    Band, Change, Effect, Estimate, Flip, Method, Range, Ratio, Rule, ScenarioEffect, Sign, Span,
    State,
};
use crate::plan::view::{
    BandInput, BreakEvenOutput, EffectInput, EffectOutput, Ends, ScenarioInput, ScenarioOutput,
    SignOutput, SpanInput,
};

/// What the calculator is given for an estimate.
pub fn input(estimate: &Estimate, method: &Method) -> EffectInput {
    EffectInput {
        horizons: method.horizons.clone(),
        deciding: method.deciding,
        rates: method.rates.clone(),
        scenarios: method
            .scenarios
            .iter()
            .map(|scenario| {
                let (change, per_mille, years) = match scenario.change {
                    Change::Cost(value) => ("cost", Some(value), None),
                    Change::Operating(value) => ("operating", Some(value), None),
                    Change::Benefit(value) => ("benefit", Some(value), None),
                    Change::Adoption(value) => ("adoption", Some(value), None),
                    Change::Delay(years) => ("delay", None, Some(years)),
                };
                ScenarioInput { id: scenario.id.clone(), change, per_mille, years }
            })
            .collect(),
        coordination: ends(&estimate.coordination),
        systems: ends(&estimate.systems),
        fixed: ends(&estimate.fixed),
        bands: estimate.bands.iter().map(band_input).collect(),
    }
}

fn band_input(band: &Band) -> BandInput {
    BandInput {
        id: band.id.clone(),
        bodies: band.bodies,
        migration: ends(&band.migration),
        spans: band.spans.iter().map(span_input).collect(),
    }
}

fn span_input(span: &Span) -> SpanInput {
    let per_mille = |end: &Option<Ratio>, otherwise| {
        end.as_ref().and_then(Ratio::to_whole).unwrap_or(otherwise)
    };
    SpanInput {
        from: span.from,
        adoption: span
            .adoption
            .as_ref()
            .map(|range| [per_mille(&range.low, 0), per_mille(&range.high, 1000)]),
        common: ends(&span.common),
        present: ends(&span.present),
        benefit: ends(&span.benefit),
    }
}

/// What the calculator comes to.
pub fn output(effect: &Effect) -> EffectOutput {
    let bodies = |bodies: Option<i64>| bodies.map(|bodies| bodies.to_string());
    EffectOutput {
        cost: told::cost(&Machine, effect),
        years: told::years(&Machine, effect),
        effect: told::totals(&Machine, effect),
        payback: told::paybacks(&Machine, effect),
        npv: told::values(&Machine, effect),
        break_even: effect
            .break_even
            .iter()
            .map(|one| BreakEvenOutput {
                rate: one.rate,
                low: bodies(one.low),
                high: bodies(one.high),
            })
            .collect(),
        bands: effect.bands.iter().map(|band| told::band(&Machine, String::new(), band)).collect(),
        scenarios: effect.scenarios.iter().map(scenario_output).collect(),
        falls_back: effect.falls_back,
    }
}

/// Tells in codes; words stay empty.
struct Machine;

impl Telling for Machine {
    type Amount = Ends;
    type Moment = Option<String>;
    type Each = Option<Ends>;

    fn amount(&self, range: &Range) -> Ends {
        ends(range)
    }

    fn moment(&self, moment: Option<&Ratio>) -> Option<String> {
        moment.map(years)
    }

    fn each(&self, range: Option<&Range>) -> Option<Ends> {
        range.map(ends)
    }

    fn state(&self, _: Rule, _: Option<State>) -> String {
        String::new()
    }

    fn sign(&self, _: Sign) -> String {
        String::new()
    }

    fn percent(&self, _: i64) -> String {
        String::new()
    }
}

fn scenario_output(scenario: &ScenarioEffect) -> ScenarioOutput {
    let flip = |flip: &Flip| match flip {
        Flip::Effect => "effect".to_owned(),
        Flip::Payback => "payback".to_owned(),
        Flip::Value(rate) => format!("npv-{rate}"),
    };
    ScenarioOutput {
        id: scenario.id.clone(),
        effect: scenario.effect.code(),
        payback: scenario.payback.code(),
        npv: scenario
            .values
            .iter()
            .map(|value| SignOutput { rate: value.rate, sign: value.sign.code() })
            .collect(),
        flips: scenario.flips.iter().map(flip).collect(),
    }
}

/// Whole yen, rounded half away from zero.
pub fn ends(range: &Range) -> Ends {
    let end = |end: &Option<Ratio>| end.as_ref().map(Ratio::whole_text);
    [end(&range.low), end(&range.high)]
}

/// Years to four places.
pub fn years(moment: &Ratio) -> String {
    moment.places_text(4)
}
