//! What STEP2 is computed from: amounts that may be ranges, bands of bodies, adoption over years.

use super::Range;
use crate::text::{Label, Words};

/// What somebody entered, or made up for an example, about commonising one area.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Estimate {
    /// unique among estimates
    pub id: String,
    /// the area it is about; none for the example
    pub area: Option<String>,
    /// what it is called
    pub name: Words,
    /// yen, once: what it takes to agree
    pub coordination: Range,
    /// yen, once: the common systems
    pub systems: Range,
    /// yen a year that do not depend on how many take part
    pub fixed: Range,
    /// yen that need not be spent on development: shown beside the cost, never counted
    pub avoided: Option<Range>,
    /// yen for an hour of staff time, where one was entered
    pub hour_value: Option<i64>,
    /// bodies by size
    pub bands: Vec<Band>,
    /// a remark for readers
    pub note: Words,
}

/// Bodies of one size.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Band {
    /// unique in the estimate
    pub id: String,
    /// what it is called
    pub name: Words,
    /// state, prefectures or municipalities, where it was entered
    pub level: Option<Label>,
    /// how many there are
    pub bodies: i64,
    /// yen once for a body that takes part, not below zero
    pub migration: Range,
    /// what it is compared with
    pub baseline: Baseline,
    /// from the first year on, in order
    pub spans: Vec<Span>,
}

/// What operation after commonisation is compared with.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Baseline {
    /// today's operation
    #[default]
    Existing,
    /// operation as if introduced without commonising
    New,
}

/// Years in which the same amounts hold, until the next span begins.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Span {
    /// the first of them, counted from 1
    pub from: i64,
    /// per mille of the bodies that take part; none: the same unknown as in the span before
    pub adoption: Option<Range>,
    /// yen a year and body: operation after commonisation
    pub common: Range,
    /// yen a year and body: the operation it is compared with
    pub present: Range,
    /// yen a year and body: how benefits change
    pub benefit: Range,
    /// hours a year and body that staff save, shown beside
    pub hours: Option<Range>,
}

/// How STEP2 is computed; every part is a parameter of the criteria set.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Method {
    /// years counted, each shown
    pub horizons: Vec<i64>,
    /// the one that decides
    pub deciding: i64,
    /// discount rates in basis points
    pub rates: Vec<i64>,
    /// what is changed, one at a time
    pub scenarios: Vec<Scenario>,
    /// yen a year above which an entered cost is doubted
    pub plausible: Option<i64>,
}

/// One change to the inputs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scenario {
    /// unique in the set
    pub id: String,
    /// what is changed
    pub change: Change,
}

/// What a scenario changes, and to what.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Change {
    /// every part of the cost of commonising, per mille
    Cost(i64),
    /// the cost of common operation, per mille
    Operating(i64),
    /// the change of benefits, per mille
    Benefit(i64),
    /// adoption, per mille of what was entered
    Adoption(i64),
    /// everything begins so many years later
    Delay(i64),
}
