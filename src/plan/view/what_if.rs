//! The fictitious examples people may recompute in the page.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{EffectInput, FormView, LiveBand, LiveTable, LiveText, Outcome, Prose};

/// The what-if page.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct WhatIfView {
    /// before it
    pub prose: Prose,
    /// what the example is called
    pub name: String,
    /// what it is: fictitious
    pub note: String,
    /// what it is computed from, to be changed
    pub form: FormView,
    /// its bands in words
    pub bands: Vec<WhatIfBand>,
    /// why each amount is what it is
    pub assumptions: Vec<AssumptionView>,
    /// the heading of the main results
    pub outcome: LiveText,
    /// the main results, in sight while inputs are changed
    pub outcomes: Vec<Outcome>,
    /// what it comes to, as a whole
    pub tables: Vec<LiveTable>,
    /// year by year
    pub years: LiveTable,
    /// what single changes turn
    pub scenarios: LiveTable,
    /// band by band
    pub results: Vec<LiveBand>,
    /// a band's results before it has an index
    pub template: LiveBand,
    /// areas whose inputs were entered, to start from
    pub starts: Vec<StartView>,
    /// what scripts read, by the id of its element
    pub data: BTreeMap<String, ScriptData>,
}

/// A band of the example in words.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct WhatIfBand {
    /// its name
    pub name: String,
    /// what it is compared with
    pub baseline: String,
    /// staff hours by first year, which are apart from money
    pub hours: Vec<HoursView>,
}

/// Staff hours from a year on.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct HoursView {
    /// the first year
    pub from: i64,
    /// hours a body and year
    pub hours: String,
}

/// An assumption and why it was made.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct AssumptionView {
    /// the input it is about
    pub label: String,
    /// why
    pub text: String,
}

/// An area to start from.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct StartView {
    /// its id, for the address
    pub id: String,
    /// its name
    pub label: String,
    /// the element with its inputs
    pub data: String,
}

/// What a script reads.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ScriptData {
    /// the inputs
    pub input: ScriptInput,
    /// the words it writes
    pub labels: ScriptLabels,
}

/// The inputs of a calculator.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(untagged)]
pub enum ScriptInput {
    /// of STEP2
    Effect(Box<EffectInput>),
    /// of sharing a cost
    Sharing(SharingInput),
}

/// The words a script writes, in the page's language.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct ScriptLabels {
    /// single words
    #[serde(flatten)]
    pub single: BTreeMap<&'static str, String>,
    /// what codes are called, by where they stand
    pub words: BTreeMap<&'static str, BTreeMap<String, String>>,
    /// what is said of changes
    pub status: BTreeMap<&'static str, String>,
    /// what is said of wrong fields
    pub errors: BTreeMap<&'static str, String>,
}

/// Sharing a cost.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct SharingView {
    /// what the example is called
    pub name: String,
    /// what it is: fictitious
    pub note: String,
    /// what it is computed from
    pub input: SharingInput,
    /// the total as people read it
    pub total: String,
    /// what each body bears, in the order of the input
    pub shares: Vec<String>,
    /// what the script reads, by the id of its element
    pub data: BTreeMap<String, ScriptData>,
}

/// What a cost is shared from.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct SharingInput {
    /// whole yen
    pub total: String,
    /// by equal parts, by population, by use; 1 together
    pub weights: [String; 3],
    /// who shares
    pub bodies: Vec<SharingBodyInput>,
}

/// A body that shares.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[allow(missing_docs, reason = "the columns of the form, by their names")]
pub struct SharingBodyInput {
    pub code: String,
    pub name: String,
    pub population: String,
    #[serde(rename = "use")]
    pub usage: String,
}
