//! What STEP2 comes to: exact, and free of language.

use super::{Range, Ratio, State};

/// Everything that is computed from one estimate by one method.
#[derive(Clone, PartialEq, Debug)]
pub struct Effect {
    /// what it takes once, at the deciding horizon
    pub cost: Cost,
    /// all bodies together, year by year to the last horizon
    pub years: Vec<Year>,
    /// the effect (1), by horizon
    pub totals: Vec<Total>,
    /// the cost (2), by horizon and rate
    pub paybacks: Vec<Payback>,
    /// by horizon and rate
    pub values: Vec<PresentValue>,
    /// by rate, at the deciding horizon
    pub break_even: Vec<BreakEven>,
    /// in the order of the estimate
    pub bands: Vec<BandEffect>,
    /// in the order of the method, at the deciding horizon
    pub scenarios: Vec<ScenarioEffect>,
    /// whether the cost can be recovered and lost again within the deciding horizon
    pub falls_back: bool,
}

impl Effect {
    /// The state of the effect (1) over so many years.
    pub fn effect_state(&self, horizon: i64) -> State {
        let total = self.totals.iter().find(|total| total.horizon == horizon);
        total.map_or(State::Insufficient, |total| total.state)
    }

    /// The state of the cost (2) over so many years, undiscounted.
    pub fn cost_state(&self, horizon: i64) -> State {
        let payback = self.paybacks.iter().find(|one| one.horizon == horizon && one.rate == 0);
        payback.map_or(State::Insufficient, |payback| payback.state)
    }

    /// Whether operation is said to cost more than so many yen in some year.
    pub fn yearly_cost_exceeds(&self, limit: i64) -> bool {
        let limit = Ratio::whole(limit);
        let is_over =
            |range: &Range| [&range.low, &range.high].into_iter().flatten().any(|end| *end > limit);
        self.years.iter().any(|year| is_over(&year.common) || is_over(&year.present))
    }
}

/// Yen once.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cost {
    pub coordination: Range,
    pub systems: Range,
    pub migration: Range,
    pub total: Range,
}

/// Yen in one year.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Year {
    /// counted from 1
    pub year: i64,
    /// operation after commonisation
    pub common: Range,
    /// the operation it is compared with
    pub present: Range,
    /// how benefits change
    pub benefit: Range,
    /// what is won altogether
    pub gain: Range,
}

/// What is won over a horizon, undiscounted and before the cost.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Total {
    /// years counted
    pub horizon: i64,
    pub total: Range,
    pub state: State,
}

/// When the cost is recovered for good, in years from the first of operation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Payback {
    /// years counted
    pub horizon: i64,
    /// basis points
    pub rate: i64,
    /// at best; none: never within the horizon
    pub earliest: Option<Ratio>,
    /// at worst; none: not certain to be within the horizon
    pub latest: Option<Ratio>,
    pub state: State,
}

/// What is won over a horizon less the cost, in yen of today.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PresentValue {
    /// years counted
    pub horizon: i64,
    /// basis points
    pub rate: i64,
    pub value: Range,
    pub sign: Sign,
}

/// How many bodies it takes for the gains to bear the cost.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BreakEven {
    /// basis points
    pub rate: i64,
    /// at best; none: more than there are
    pub low: Option<i64>,
    /// at worst; none: more than there are, or not bounded
    pub high: Option<i64>,
}

/// What is won by the bodies of one band.
#[derive(Clone, PartialEq, Debug)]
pub struct BandEffect {
    /// of the band
    pub id: String,
    /// whether showing it would show a single body; then nothing else is told
    pub suppressed: bool,
    /// to the last horizon
    pub years: Vec<BandYear>,
    /// by horizon
    pub totals: Vec<BandTotal>,
}

/// One year of a band.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BandYear {
    /// counted from 1
    pub year: i64,
    /// all bodies together, before what does not depend on how many take part
    pub gain: Range,
    /// one body that takes part, after bearing an equal part of that; none: no body takes part
    pub each: Option<Range>,
}

/// One body of a band over a horizon.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BandTotal {
    /// years counted
    pub horizon: i64,
    /// over the years in which some body takes part
    pub each: Range,
    /// none: there is no such year
    pub state: Option<State>,
}

/// What becomes of the states if one thing is changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ScenarioEffect {
    /// of the scenario
    pub id: String,
    pub effect: State,
    /// undiscounted
    pub payback: State,
    pub values: Vec<RateSign>,
    /// what is not as it is without the change
    pub flips: Vec<Flip>,
}

/// The sign of the present value at one rate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RateSign {
    /// basis points
    pub rate: i64,
    pub sign: Sign,
}

/// What a scenario can turn.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Flip {
    /// the state of the effect
    Effect,
    /// the state of the cost
    Payback,
    /// the sign of the present value at a rate in basis points
    Value(i64),
}

/// The sign of an amount that may be a range.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Sign {
    /// certainly above zero
    Positive,
    /// certainly below zero
    Negative,
    /// certainly zero
    Zero,
    /// none of these is certain
    Open,
}

impl Sign {
    /// Of an amount.
    pub fn of(amount: &Range) -> Self {
        if amount.is_zero() {
            Self::Zero
        } else if amount.is_positive() {
            Self::Positive
        } else if amount.is_negative() {
            Self::Negative
        } else {
            Self::Open
        }
    }

    /// As downloads write it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Positive => "positive",
            Self::Negative => "negative",
            Self::Zero => "zero",
            Self::Open => "open",
        }
    }
}
