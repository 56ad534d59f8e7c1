//! STEP2, 効果の見立て: whether common operation wins more than it costs, and when that has paid
//! for the change. Every result is the exact range over all that was entered as a range.

mod bands;
mod break_even;
mod case;
mod earliest;
mod latest;
mod movers;
mod path;
mod payback;
mod programme;
mod relapse;
mod scenarios;
mod simplex;
#[cfg(test)]
mod tests;
mod weights;
mod yearly;

use self::case::Case;
use crate::model::{Effect, Estimate, Method};

/// Computes an estimate by a method. Hours that staff save count only where the caller has added
/// their worth to the benefit.
pub fn effect(estimate: &Estimate, method: &Method) -> Effect {
    let case = Case::new(estimate);
    let last = method.horizons.iter().copied().max().unwrap_or(method.deciding);
    let horizons = || method.horizons.iter().copied();
    let pairs =
        horizons().flat_map(|horizon| method.rates.iter().map(move |rate| (horizon, *rate)));
    let (paybacks, values) =
        pairs.map(|(horizon, rate)| payback::payback(&case, horizon, rate)).unzip();
    let break_even =
        method.rates.iter().map(|rate| break_even::break_even(&case, method.deciding, *rate));
    Effect {
        cost: yearly::cost(&case, method.deciding),
        years: yearly::years(&case, last),
        totals: horizons().map(|horizon| yearly::total(&case, horizon)).collect(),
        paybacks,
        values,
        break_even: break_even.collect(),
        bands: bands::bands(&case, &estimate.bands, &method.horizons, last),
        scenarios: scenarios::scenarios(&case, method),
        falls_back: relapse::falls_back(&case, method.deciding),
    }
}
