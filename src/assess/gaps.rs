//! What keeps states open, and what each answer could change.

use super::combined;
use crate::model::{
    Assessment, AtomFinding, Band, CriteriaSet, Estimate, Gap, Missing, Range, Span, State, Test,
    TestFinding,
};

/// Every gap of an area: questions, then inputs, in the order of the set.
pub fn all(set: &CriteriaSet, assessment: &Assessment, estimate: Option<&Estimate>) -> Vec<Gap> {
    let tests = set.tests.iter().zip(&assessment.tests);
    let of_tests = tests.flat_map(|(test, finding)| of_test(set, test, finding, estimate));
    let traits = assessment.traits.iter().filter(|atom| is_open(set, atom));
    let of_traits = traits.map(|atom| Gap {
        test: None,
        missing: Missing::Atom(atom.atom.clone()),
        could_become: Vec::new(),
    });
    of_tests.chain(of_traits).collect()
}

fn of_test(
    set: &CriteriaSet,
    test: &Test,
    finding: &TestFinding,
    estimate: Option<&Estimate>,
) -> Vec<Gap> {
    if test.rule.is_computed() {
        return inputs(set, test, estimate);
    }
    let open = finding.atoms.iter().filter(|atom| is_open(set, atom));
    open.map(|atom| Gap {
        test: Some(test.id.clone()),
        missing: Missing::Atom(atom.atom.clone()),
        could_become: [State::Met, State::NotMet]
            .map(|answer| (answer, answered(test, finding, &atom.atom, answer)))
            .to_vec(),
    })
    .collect()
}

/// Whether somebody could be asked and has not answered.
fn is_open(set: &CriteriaSet, atom: &AtomFinding) -> bool {
    atom.state == Some(State::Insufficient)
        && set.atom(&atom.atom).is_some_and(|atom| atom.inquiry.is_some())
}

/// What the test would be if one question had this answer and all others stood as they do.
fn answered(test: &Test, finding: &TestFinding, atom: &str, answer: State) -> State {
    let with = |one: &AtomFinding| AtomFinding {
        state: if one.atom == atom { Some(answer) } else { one.state },
        ..one.clone()
    };
    let atoms: Vec<AtomFinding> = finding.atoms.iter().map(with).collect();
    combined(test.rule, &atoms).0
}

/// The inputs a computed test misses. An answer is an amount, so every state is still possible.
fn inputs(set: &CriteriaSet, test: &Test, estimate: Option<&Estimate>) -> Vec<Gap> {
    let mine = set.inputs.iter().filter(|input| input.test == test.id);
    let missing = mine.filter(|input| estimate.is_none_or(|one| is_missing(one, &input.id)));
    missing
        .map(|input| Gap {
            test: Some(test.id.clone()),
            missing: Missing::Input(input.id.clone()),
            could_become: Vec::new(),
        })
        .collect()
}

/// Whether an input has no upper or no lower end somewhere.
fn is_missing(estimate: &Estimate, input: &str) -> bool {
    let spans = || estimate.bands.iter().flat_map(|band: &Band| &band.spans);
    let in_spans = |of: fn(&Span) -> &Range| spans().any(|span| is_unbounded(of(span)));
    match input {
        "bodies" => estimate.bands.iter().all(|band| band.bodies == 0),
        "coordination" => is_unbounded(&estimate.coordination),
        "systems" => is_unbounded(&estimate.systems),
        "fixed" => is_unbounded(&estimate.fixed),
        "migration" => estimate.bands.iter().any(|band| is_unbounded(&band.migration)),
        "adoption" => spans().any(|span| span.adoption == Some(Range::unknown_adoption())),
        "common" => in_spans(|span| &span.common),
        "present" => in_spans(|span| &span.present),
        "benefit" => in_spans(|span| &span.benefit),
        _ => false,
    }
}

fn is_unbounded(range: &Range) -> bool {
    range.low.is_none() || range.high.is_none()
}
