//! When the cost is recovered for good, and what is left at the end, over all that may be.

use super::case::Case;
use super::earliest::earliest;
use super::latest::latest;
use super::path::Path;
use super::weights::Weights;
use crate::model::{Payback, PresentValue, Range, Ratio, Sign, State};

/// At a horizon and a rate.
pub fn payback(case: &Case, horizon: i64, rate: i64) -> (Payback, PresentValue) {
    let weights = Weights::new(horizon, rate, case.delay);
    let paths = Paths::new(case, &weights);
    let value = paths.value();
    let payback = Payback {
        horizon,
        rate,
        earliest: paths.earliest(),
        latest: paths.worst.as_ref().and_then(latest),
        state: state(&value),
    };
    (payback, PresentValue { horizon, rate, sign: Sign::of(&value), value })
}

/// Only what is left at the end.
pub fn present_value(case: &Case, horizon: i64, rate: i64) -> Range {
    Paths::new(case, &Weights::new(horizon, rate, case.delay)).value()
}

/// Whether the cost is recovered: as the running sum has to keep to it until the end, that is so
/// wherever nothing is missing there.
pub fn state(value: &Range) -> State {
    if value.low.as_ref().is_some_and(|low| !low.is_negative()) {
        State::Met
    } else if value.is_negative() {
        State::NotMet
    } else {
        State::Insufficient
    }
}

/// The running sum at both its ends, as far as they are bounded.
struct Paths<'a> {
    horizon: usize,
    worst: Option<Path<'a>>,
    best: Option<Path<'a>>,
}

impl<'a> Paths<'a> {
    fn new(case: &Case, weights: &'a Weights) -> Self {
        Self {
            horizon: weights.horizon(),
            worst: Path::worst(case, weights),
            best: Path::best(case, weights),
        }
    }

    fn value(&self) -> Range {
        let bounded = self.best.as_ref().filter(|path| path.end == self.horizon);
        Range { low: self.worst.as_ref().map(Path::least), high: bounded.map(Path::greatest) }
    }

    /// A cost that may be below any bound is recovered at once.
    fn earliest(&self) -> Option<Ratio> {
        match &self.best {
            Some(path) => earliest(path, self.horizon),
            None => Some(Ratio::whole(0)),
        }
    }
}
