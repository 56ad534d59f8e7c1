//! Inputs and results as the calculator in the page reads and writes them: whole yen as text, codes
//! for states.

use crate::model::{
    Band, BandEffect, Change, Effect, Estimate, Flip, Method, Range, Ratio, ScenarioEffect, Span,
    State,
};
use crate::plan::view::{
    BandInput, BandOutput, BandTotalOutput, BandYearOutput, BreakEvenOutput, CostOutput,
    EffectInput, EffectOutput, Ends, PaybackOutput, ScenarioInput, ScenarioOutput, SignOutput,
    SpanInput, TotalOutput, ValueOutput, YearOutput,
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
    EffectOutput {
        cost: CostOutput {
            coordination: ends(&effect.cost.coordination),
            systems: ends(&effect.cost.systems),
            migration: ends(&effect.cost.migration),
            total: ends(&effect.cost.total),
        },
        years: effect
            .years
            .iter()
            .map(|year| YearOutput {
                year: year.year,
                common: ends(&year.common),
                present: ends(&year.present),
                benefit: ends(&year.benefit),
                gain: ends(&year.gain),
            })
            .collect(),
        effect: effect
            .totals
            .iter()
            .map(|total| TotalOutput {
                horizon: total.horizon,
                total: ends(&total.total),
                state: total.state.code(),
                words: String::new(),
            })
            .collect(),
        payback: effect
            .paybacks
            .iter()
            .map(|payback| PaybackOutput {
                horizon: payback.horizon,
                rate: payback.rate,
                percent: String::new(),
                earliest: payback.earliest.as_ref().map(years),
                latest: payback.latest.as_ref().map(years),
                state: payback.state.code(),
                words: String::new(),
            })
            .collect(),
        npv: effect
            .values
            .iter()
            .map(|value| ValueOutput {
                horizon: value.horizon,
                rate: value.rate,
                percent: String::new(),
                value: ends(&value.value),
                sign: value.sign.code(),
                words: String::new(),
            })
            .collect(),
        break_even: effect
            .break_even
            .iter()
            .map(|one| BreakEvenOutput {
                rate: one.rate,
                low: one.low.map(|bodies| bodies.to_string()),
                high: one.high.map(|bodies| bodies.to_string()),
            })
            .collect(),
        bands: effect.bands.iter().map(band_output).collect(),
        scenarios: effect.scenarios.iter().map(scenario_output).collect(),
        falls_back: effect.falls_back,
    }
}

fn band_output(band: &BandEffect) -> BandOutput<Ends, Option<Ends>> {
    BandOutput {
        id: band.id.clone(),
        name: String::new(),
        suppressed: band.suppressed,
        years: band
            .years
            .iter()
            .map(|year| BandYearOutput {
                year: year.year,
                gain: ends(&year.gain),
                each: year.each.as_ref().map(ends),
            })
            .collect(),
        totals: band
            .totals
            .iter()
            .map(|total| BandTotalOutput {
                horizon: total.horizon,
                each: ends(&total.each),
                state: total.state.map_or("none", State::code),
                words: String::new(),
            })
            .collect(),
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
