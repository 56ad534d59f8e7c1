//! The words the calculators write, and the calculator that shares a cost.

use std::collections::BTreeMap;

use super::Sources;
use super::effect::{Words, grouped, trimmed};
use super::scribe::Scribe;
use super::view::{
    ScriptData, ScriptInput, ScriptLabels, SharingBodyInput, SharingInput, SharingView,
};
use super::words;
use crate::model::{Decimal, Estimate, Rule, Sign, State};
use crate::text::Label;

/// The words of the STEP2 calculator for an estimate.
pub fn labels(words: &Words<'_>, estimate: &Estimate) -> ScriptLabels {
    let scribe = words.scribe;
    let single = [
        ("no_low", words::NO_LOW),
        ("no_high", words::NO_HIGH),
        ("range", words::RANGE),
        ("not_within", words::NOT_WITHIN),
        ("not_attainable", words::NOT_ATTAINABLE),
        ("nobody", words::NOBODY),
        ("absent", words::ABSENT),
        ("list_separator", words::LIST_SEPARATOR),
    ];
    ScriptLabels {
        single: said(scribe, single),
        words: codes(words, estimate),
        status: said(
            scribe,
            [("updated", words::WHAT_IF_UPDATED), ("stale", words::CALCULATOR_STALE)],
        ),
        errors: said(
            scribe,
            [
                ("money", words::WRONG_MONEY),
                ("migration", words::WRONG_MIGRATION),
                ("benefit", words::WRONG_BENEFIT),
                ("bodies", words::WRONG_BODIES),
                ("horizon", words::WRONG_HORIZON),
                ("rate", words::WRONG_RATE),
                ("adoption", words::WRONG_ADOPTION),
                ("order", words::WRONG_ORDER),
            ],
        ),
    }
}

/// What codes are called, by where they stand in the results.
fn codes(
    words: &Words<'_>,
    estimate: &Estimate,
) -> BTreeMap<&'static str, BTreeMap<String, String>> {
    let scribe = words.scribe;
    let states = |rule: Rule| -> BTreeMap<String, String> {
        State::ALL
            .iter()
            .map(|state| (state.code().to_owned(), words.state_of(rule, *state)))
            .collect()
    };
    let signs = [Sign::Positive, Sign::Negative, Sign::Zero, Sign::Open];
    let signs = signs.iter().map(|sign| (sign.code().to_owned(), words.sign_of(*sign)));
    // Of a band there may be nobody to judge for.
    let mut effects = states(Rule::Effect);
    effects.insert("none".to_owned(), scribe.say(words::NOBODY));
    let names = estimate.bands.iter().map(|band| (band.id.clone(), scribe.word(&band.name)));
    let flips = [
        ("effect", words::FLIP_EFFECT),
        ("payback", words::FLIP_PAYBACK),
        ("npv", words::FLIP_VALUE),
        ("none", words::FLIP_NONE),
    ];
    let flips = flips.map(|(code, label)| (code.to_owned(), scribe.say(label)));
    BTreeMap::from([
        ("effect.state", effects),
        ("payback.state", states(Rule::Cost)),
        ("npv.sign", signs.collect()),
        ("bands.id", names.collect()),
        ("scenarios.flips", flips.into()),
    ])
}

fn said<const N: usize>(
    scribe: &Scribe<'_>,
    labels: [(&'static str, Label); N],
) -> BTreeMap<&'static str, String> {
    labels.into_iter().map(|(key, label)| (key, scribe.say(label))).collect()
}

/// The element the calculator reads.
const SHARING: &str = "sharing-input";

/// The calculator that shares a cost; none without an example.
pub fn sharing(sources: &Sources<'_>, scribe: &Scribe<'_>) -> Option<SharingView> {
    let example = sources.dataset.examples.sharing.as_ref()?;
    let shares = sources.assessments.shares.as_ref()?;
    let weight = |per_mille: i64| Decimal::new(per_mille, 3).to_string();
    let input = SharingInput {
        total: example.total.to_string(),
        weights: example.weights.map(|one| trimmed(&weight(one))),
        bodies: example
            .bodies
            .iter()
            .map(|body| SharingBodyInput {
                code: body.code.clone(),
                name: scribe.word(&body.name),
                population: body.population.to_string(),
                usage: body.usage.to_string(),
            })
            .collect(),
    };
    let labels = ScriptLabels {
        status: said(
            scribe,
            [("updated", words::SHARING_UPDATED), ("stale", words::CALCULATOR_STALE)],
        ),
        errors: said(
            scribe,
            [
                ("total", words::WRONG_TOTAL),
                ("weight", words::WRONG_WEIGHT),
                ("weights", words::WRONG_WEIGHTS),
                ("zero_total", words::WRONG_ZERO_TOTAL),
                ("code", words::WRONG_CODE),
                ("repeated", words::WRONG_REPEATED),
                ("population", words::WRONG_COUNT),
                ("use", words::WRONG_COUNT),
            ],
        ),
        ..ScriptLabels::default()
    };
    let data = ScriptData { input: ScriptInput::Sharing(input.clone()), labels };
    Some(SharingView {
        name: scribe.word(&example.name),
        note: scribe.word(&example.note),
        total: grouped(&input.total),
        shares: shares.iter().map(|share| grouped(&share.to_string())).collect(),
        input,
        data: BTreeMap::from([(SHARING.to_owned(), data)]),
    })
}
