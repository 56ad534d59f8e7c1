//! What STEP2 is computed from and comes to: once as the page's own calculator reads and writes it,
//! once in words.

use serde::Serialize;

/// Both ends of an amount, as whole yen; none is unbounded.
pub type Ends = [Option<String>; 2];

/// What a calculator is given.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct EffectInput {
    /// years counted, each shown
    pub horizons: Vec<i64>,
    /// the one that decides
    pub deciding: i64,
    /// basis points
    pub rates: Vec<i64>,
    /// what is changed, one at a time
    pub scenarios: Vec<ScenarioInput>,
    /// yen, once
    pub coordination: Ends,
    /// yen, once
    pub systems: Ends,
    /// yen a year
    pub fixed: Ends,
    /// bodies by size
    pub bands: Vec<BandInput>,
}

/// One change.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ScenarioInput {
    /// unique
    pub id: String,
    /// `cost`, `operating`, `benefit`, `adoption` or `delay`
    pub change: &'static str,
    /// to so many thousandths, of all but delays
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_mille: Option<i64>,
    /// by so many years, of delays
    #[serde(skip_serializing_if = "Option::is_none")]
    pub years: Option<i64>,
}

/// Bodies of one size.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct BandInput {
    /// unique
    pub id: String,
    /// how many
    pub bodies: i64,
    /// yen once a body
    pub migration: Ends,
    /// years with the same amounts
    pub spans: Vec<SpanInput>,
}

/// Years with the same amounts.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct SpanInput {
    /// the first of them
    pub from: i64,
    /// per mille; none: the same unknown as in the span before
    pub adoption: Option<[i64; 2]>,
    /// yen a year and body
    pub common: Ends,
    /// yen a year and body
    pub present: Ends,
    /// yen a year and body
    pub benefit: Ends,
}

/// What a calculator comes to.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct EffectOutput {
    /// yen once
    pub cost: CostOutput<Ends>,
    /// all bodies, year by year
    pub years: Vec<YearOutput<Ends>>,
    /// by horizon
    pub effect: Vec<TotalOutput<Ends>>,
    /// by horizon and rate
    pub payback: Vec<PaybackOutput<Option<String>>>,
    /// by horizon and rate
    pub npv: Vec<ValueOutput<Ends>>,
    /// by rate
    pub break_even: Vec<BreakEvenOutput>,
    /// by band
    pub bands: Vec<BandOutput<Ends, Option<Ends>>>,
    /// what single changes turn
    pub scenarios: Vec<ScenarioOutput>,
    /// whether the cost can be recovered and lost again
    pub falls_back: bool,
}

/// The same in words.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ShownEffect {
    /// yen once
    pub cost: CostOutput<String>,
    /// all bodies, year by year
    pub years: Vec<YearOutput<String>>,
    /// by horizon
    pub effect: Vec<TotalOutput<String>>,
    /// by horizon and rate
    pub payback: Vec<PaybackOutput<String>>,
    /// by horizon and rate
    pub npv: Vec<ValueOutput<String>>,
    /// by rate
    pub break_even: Vec<ShownBreakEven>,
    /// by band
    pub bands: Vec<BandOutput<String, String>>,
    /// what single changes turn
    pub scenarios: Vec<ShownScenario>,
    /// whether the cost can be recovered and lost again
    pub falls_back: bool,
}

/// Yen once.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[allow(missing_docs, reason = "the parts of the cost, by their names")]
pub struct CostOutput<T> {
    pub coordination: T,
    pub systems: T,
    pub migration: T,
    pub total: T,
}

/// Yen in one year: operation after, operation before, benefits, and what is won.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[allow(missing_docs, reason = "the parts of the effect, by their names")]
pub struct YearOutput<T> {
    pub year: i64,
    pub common: T,
    pub present: T,
    pub benefit: T,
    pub gain: T,
}

/// What is won over a horizon.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct TotalOutput<T> {
    /// years counted
    pub horizon: i64,
    /// yen
    pub total: T,
    /// as a code
    pub state: &'static str,
    /// the state in words; empty for programs
    #[serde(skip_serializing_if = "String::is_empty")]
    pub words: String,
}

/// When the cost is recovered.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct PaybackOutput<T> {
    /// years counted
    pub horizon: i64,
    /// basis points
    pub rate: i64,
    /// the rate in percent, in words; empty for programs
    #[serde(skip_serializing_if = "String::is_empty")]
    pub percent: String,
    /// years
    pub earliest: T,
    /// years
    pub latest: T,
    /// as a code
    pub state: &'static str,
    /// the state in words; empty for programs
    #[serde(skip_serializing_if = "String::is_empty")]
    pub words: String,
}

/// What is left over a horizon.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ValueOutput<T> {
    /// years counted
    pub horizon: i64,
    /// basis points
    pub rate: i64,
    /// the rate in percent, in words; empty for programs
    #[serde(skip_serializing_if = "String::is_empty")]
    pub percent: String,
    /// yen
    pub value: T,
    /// as a code
    pub sign: &'static str,
    /// the sign in words; empty for programs
    #[serde(skip_serializing_if = "String::is_empty")]
    pub words: String,
}

/// How many bodies it takes.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct BreakEvenOutput {
    /// basis points
    pub rate: i64,
    /// at best
    pub low: Option<String>,
    /// at worst
    pub high: Option<String>,
}

/// How many bodies it takes, in words.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ShownBreakEven {
    /// the rate in percent
    pub percent: String,
    /// from best to worst
    pub bodies: String,
}

/// One band.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct BandOutput<T, E> {
    /// unique
    pub id: String,
    /// what it is called; empty for programs
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// whether one body could be told from it
    pub suppressed: bool,
    /// year by year
    pub years: Vec<BandYearOutput<T, E>>,
    /// by horizon
    pub totals: Vec<BandTotalOutput<T>>,
}

/// One year of a band.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct BandYearOutput<T, E> {
    /// counted from 1
    pub year: i64,
    /// yen, the band together
    pub gain: T,
    /// yen, one body that takes part
    pub each: E,
}

/// One body of a band over a horizon.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct BandTotalOutput<T> {
    /// years counted
    pub horizon: i64,
    /// yen
    pub each: T,
    /// as a code; `none` where nobody takes part
    pub state: &'static str,
    /// the state in words; empty for programs
    #[serde(skip_serializing_if = "String::is_empty")]
    pub words: String,
}

/// What one change turns.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ScenarioOutput {
    /// unique
    pub id: String,
    /// as a code
    pub effect: &'static str,
    /// as a code
    pub payback: &'static str,
    /// by rate
    pub npv: Vec<SignOutput>,
    /// `effect`, `payback`, `npv-400`
    pub flips: Vec<String>,
}

/// A sign at a rate.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct SignOutput {
    /// basis points
    pub rate: i64,
    /// as a code
    pub sign: &'static str,
}

/// What one change turns, in words.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ShownScenario {
    /// what is changed
    pub label: String,
    /// code and words
    pub effect: (&'static str, String),
    /// code and words
    pub payback: (&'static str, String),
    /// code and words, by rate
    pub npv: Vec<(&'static str, String)>,
    /// what turns
    pub flips: String,
}
