//! Dataset to [`Assessments`]: how each area stands, by the rules of the criteria set. Pure, total,
//! exact; it cannot fail and tells nothing. A blank is never a no.
//!
//! The set holds every word and which questions belong together; here is only how states combine
//! ([`kleene`]), what carries them ([`questions`]) and what STEP2 computes ([`step2`]).

mod gaps;
pub mod kleene;
mod prompts;
mod questions;
pub mod sharing;
pub mod step2;
mod withheld;

#[cfg(test)]
mod tests;

pub use withheld::withheld;

use crate::model::tables::areas;
use crate::model::{
    Assessment, Assessments, AtomFinding, CriteriaSet, Dataset, Effect, Method, Ratio, Reason, Row,
    Rule, Sharing, SharingBody, State, Test, TestFinding,
};
use crate::threads;

/// Assesses every area by the dataset's criteria set.
pub fn assess(dataset: &Dataset) -> Assessments {
    let Some(set) = dataset.set() else { return Assessments::default() };
    let rows: Vec<&Row> = dataset.rows(&areas::SPEC).iter().collect();
    let assessed = threads::each(&rows, |row| (row.id.clone(), area(dataset, set, &row.id)));
    let examples = &dataset.examples;
    let example = examples.what_if.as_ref();
    Assessments {
        set: set.id.clone(),
        areas: assessed.into_iter().collect(),
        example: example.map(|example| step2::effect(&example.estimate, &set.method)),
        shares: examples.sharing.as_ref().and_then(shares),
    }
}

/// What the bodies of the example bear; none where the example cannot be shared out.
fn shares(example: &Sharing) -> Option<Vec<i64>> {
    let weight = |per_mille: i64| Ratio::whole(per_mille).over(&Ratio::whole(1000));
    let [equal, people, usage] = example.weights;
    let weights =
        sharing::Weights { equal: weight(equal)?, people: weight(people)?, usage: weight(usage)? };
    let body = |body: &SharingBody| sharing::Body {
        code: body.code.clone(),
        people: body.population,
        usage: body.usage,
    };
    let bodies: Vec<sharing::Body> = example.bodies.iter().map(body).collect();
    match sharing::shares(example.total, &weights, &bodies) {
        sharing::Sharing::Shares(shares) => Some(shares),
        _ => None,
    }
}

/// One area: its questions first, then the tests they make, then what follows from those.
fn area(dataset: &Dataset, set: &CriteriaSet, id: &str) -> Assessment {
    let estimate = dataset.estimates.get(id);
    let effect = estimate.map(|estimate| step2::effect(estimate, &set.method));
    let computed = Computed { effect: effect.as_ref(), method: &set.method };
    let questions =
        |test| set.atoms_of(test).map(|atom| questions::finding(dataset, set, id, atom));
    let tests: Vec<TestFinding> = set
        .tests
        .iter()
        .map(|test| finding(test, questions(&test.id).collect(), &computed))
        .collect();
    let traits = set.atoms.iter().filter(|atom| atom.test.is_none());
    let traits = traits.map(|atom| questions::finding(dataset, set, id, atom)).collect();
    let mut assessment = Assessment { tests, traits, ..Assessment::default() };
    assessment.sentence = sentence(set, &assessment.tests);
    assessment.prompts = prompts::applying(dataset, set, id, &assessment);
    assessment.gaps = gaps::all(set, &assessment, estimate);
    assessment.effect = effect;
    assessment
}

/// What the computed tests are read from.
struct Computed<'a> {
    effect: Option<&'a Effect>,
    method: &'a Method,
}

fn finding(test: &Test, atoms: Vec<AtomFinding>, computed: &Computed<'_>) -> TestFinding {
    let (state, reasons) = match test.rule {
        Rule::Any | Rule::All => combined(test.rule, &atoms),
        Rule::Effect | Rule::Cost => computed.state(test.rule, &atoms),
    };
    TestFinding { test: test.id.clone(), state, atoms, reasons }
}

/// The state that judged questions make together; what is not asked is left out.
fn combined(rule: Rule, atoms: &[AtomFinding]) -> (State, Vec<Reason>) {
    let asked: Vec<State> = atoms.iter().filter_map(|atom| atom.state).collect();
    let reasons = if asked.is_empty() { vec![Reason::NothingAsked] } else { Vec::new() };
    let state = match rule {
        Rule::All => kleene::all(asked),
        _ => kleene::any(asked),
    };
    (state, reasons)
}

impl Computed<'_> {
    /// A computed state; what people judged of it stands beside it and never replaces it.
    fn state(&self, rule: Rule, atoms: &[AtomFinding]) -> (State, Vec<Reason>) {
        let deciding = self.method.deciding;
        let state = self.effect.map(|effect| match rule {
            Rule::Cost => effect.cost_state(deciding),
            _ => effect.effect_state(deciding),
        });
        let mut reasons = vec![if state.is_some() { Reason::Computed } else { Reason::NoInputs }];
        let judged = atoms.iter().filter_map(|atom| atom.state);
        let judged = judged.filter(|state| *state != State::Insufficient);
        reasons.extend(judged.map(Reason::Qualitative));
        if self.is_doubted() {
            reasons.push(Reason::Doubted);
        }
        if rule == Rule::Cost && self.effect.is_some_and(|effect| effect.falls_back) {
            reasons.push(Reason::FallsBack);
        }
        (state.unwrap_or(State::Insufficient), reasons)
    }

    /// Whether an entered yearly cost is larger than what all municipalities spend.
    fn is_doubted(&self) -> bool {
        let parts = self.effect.zip(self.method.plausible);
        parts.is_some_and(|(effect, limit)| effect.yearly_cost_exceeds(limit))
    }
}

/// The first row of the decision table that fits.
fn sentence(set: &CriteriaSet, tests: &[TestFinding]) -> Option<usize> {
    let states: Vec<(&str, State)> =
        tests.iter().map(|test| (test.test.as_str(), test.state)).collect();
    set.sentences.iter().position(|sentence| sentence.fits(&states))
}
