//! The worked, fictitious example, recomputed in the page.

use std::collections::BTreeMap;

use super::Desk;
use crate::model::tables::areas;
use crate::model::{Baseline, CriteriaSet, Effect, Estimate, WhatIf};
use crate::plan::effect::{self, Tables, Words};
use crate::plan::view::{
    AssumptionView, HoursView, ScriptData, ScriptInput, ScriptLabels, StartView, WhatIfBand,
    WhatIfView,
};
use crate::plan::what_if::labels;
use crate::plan::words;

/// The element the calculator reads.
const INPUT: &str = "what-if-input";

/// The page; none without an example and a criteria set that computes.
pub fn view(desk: &mut Desk<'_>) -> Option<WhatIfView> {
    let prose = desk.prose();
    let scribe = &desk.scribe;
    let set = scribe.dataset.set()?;
    let example = scribe.dataset.examples.what_if.as_ref()?;
    let effect = desk.sources.assessments.example.as_ref()?;
    let words = Words { scribe, set };
    let shown = effect::shown(&words, &example.estimate, effect);
    let tables = Tables { words: &words, estimate: &example.estimate, shown: &shown };
    let starts = starts(desk, set);
    let own = ScriptData {
        input: ScriptInput::Effect(Box::new(effect::input(&example.estimate, &set.method))),
        labels: labels(&words, &example.estimate),
    };
    let mut data = BTreeMap::from([(INPUT.to_owned(), own)]);
    data.extend(starts.iter().map(|(start, data)| (start.data.clone(), data.clone())));
    Some(WhatIfView {
        prose,
        name: scribe.word(&example.estimate.name),
        note: scribe.word(&example.estimate.note),
        form: effect::form(&words, &example.estimate),
        bands: bands(desk, &words, &example.estimate),
        assumptions: assumptions(&words, example),
        outcome: tables.outcome(),
        outcomes: tables.outcomes(),
        tables: vec![
            tables.totals(),
            tables.cost(),
            tables.paybacks(),
            tables.values(),
            tables.break_even(),
        ],
        years: tables.years(),
        scenarios: tables.scenarios(),
        results: tables.bands(),
        template: tables.band_template(),
        starts: starts.into_iter().map(|(start, _)| start).collect(),
        data,
    })
}

fn bands(desk: &Desk<'_>, words: &Words<'_>, estimate: &Estimate) -> Vec<WhatIfBand> {
    let bands = estimate.bands.iter().map(|band| WhatIfBand {
        name: desk.scribe.word(&band.name),
        baseline: desk.scribe.say(match band.baseline {
            Baseline::Existing => words::BASELINE_EXISTING,
            Baseline::New => words::BASELINE_NEW,
        }),
        hours: band
            .spans
            .iter()
            .filter_map(|span| {
                let hours = words.range(span.hours.as_ref()?);
                Some(HoursView { from: span.from, hours })
            })
            .collect(),
    });
    bands.collect()
}

fn assumptions(words: &Words<'_>, example: &WhatIf) -> Vec<AssumptionView> {
    let all = example.assumptions.iter();
    all.map(|(about, text)| AssumptionView {
        label: words.input(about),
        text: words.scribe.word(text),
    })
    .collect()
}

/// Areas whose inputs were entered and show no single body.
fn starts(desk: &Desk<'_>, set: &CriteriaSet) -> Vec<(StartView, ScriptData)> {
    let scribe = &desk.scribe;
    let entered = scribe.dataset.estimates.iter().filter(|(area, _)| {
        let assessment = desk.sources.assessments.areas.get(*area);
        let effect = assessment.and_then(|one| one.effect.as_ref());
        effect.is_some_and(|effect: &Effect| !effect.bands.iter().any(|band| band.suppressed))
    });
    entered
        .map(|(area, estimate)| {
            let data = format!("what-if-{area}");
            let names = estimate.bands.iter();
            let names = names.map(|band| (band.id.clone(), scribe.word(&band.name)));
            let mut own = ScriptLabels::default();
            own.words.insert("bands.id", names.collect());
            let input = effect::input(estimate, &set.method);
            let label = scribe.named(areas::SPEC.name, area).0;
            let start = StartView { id: area.clone(), label, data };
            (start, ScriptData { input: ScriptInput::Effect(Box::new(input)), labels: own })
        })
        .collect()
}
