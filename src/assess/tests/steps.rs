//! Need, consideration, and what follows from them, as the model says in words.

use super::*;
use crate::model::{Missing, Reason};

use State::{Insufficient, Met, NotMet};

#[test]
fn a_blank_is_never_a_no() {
    let area = Project::default().assessed();
    for test in ["need", "consideration", "effect"] {
        assert_eq!(area.state(test), Insufficient, "{test}");
    }
    for atom in area.atoms() {
        assert_eq!(
            (atom.state, &*atom.reasons),
            (Some(Insufficient), [Reason::Unjudged].as_slice())
        );
    }
}

#[test]
fn either_need_is_enough_and_both_must_be_denied() {
    for (first, second, need) in [
        ("met", "insufficient", Met),
        ("not_met", "met", Met),
        ("met", "met", Met),
        ("not_met", "insufficient", Insufficient),
        ("not_met", "not_met", NotMet),
        ("not_met", "not_applicable", NotMet),
        ("not_applicable", "not_applicable", Insufficient),
    ] {
        let area = Project::judged(&[("N1", first), ("N2", second)]).assessed();
        assert_eq!(area.state("need"), need, "{first}, {second}");
    }
}

#[test]
fn one_denied_consideration_is_a_caution_and_the_open_ones_stay_listed() {
    for (first, second, consideration) in [
        ("met", "met", Met),
        ("met", "insufficient", Insufficient),
        ("met", "not_applicable", Met),
        ("met", "not_met", NotMet),
        ("insufficient", "not_met", NotMet),
        ("not_applicable", "not_met", NotMet),
        ("not_applicable", "not_applicable", Insufficient),
    ] {
        let area = Project::judged(&[("C1", first), ("C2", second)]).assessed();
        assert_eq!(area.state("consideration"), consideration, "{first}, {second}");
        let asked = area.gaps.iter().any(|gap| gap.missing == Missing::Atom("C1".into()));
        assert_eq!(asked, first == "insufficient", "{first}, {second}");
    }
}

#[test]
fn consideration_and_need_never_change_each_other() {
    let answers = ["met", "not_met", "insufficient", "not_applicable"];
    for need in answers {
        for consideration in answers {
            let area = Project::judged(&[("N1", need), ("C1", consideration)]).assessed();
            let alone = |atom, state| Project::judged(&[(atom, state)]).assessed();
            assert_eq!(area.state("need"), alone("N1", need).state("need"));
            let expected = alone("C1", consideration).state("consideration");
            assert_eq!(area.state("consideration"), expected, "{need}, {consideration}");
        }
    }
}

/// Strength and direction of one row, and the state it carries.
const CARRIES: [(&str, &str, Option<State>); 18] = [
    ("survey", "for", Some(Met)),
    ("survey", "against", Some(NotMet)),
    ("survey", "neutral", None),
    ("law", "for", Some(Met)),
    ("law", "against", Some(NotMet)),
    ("law", "neutral", None),
    ("statement", "for", Some(Met)),
    ("statement", "against", Some(NotMet)),
    ("statement", "neutral", None),
    ("example", "for", None),
    ("example", "against", None),
    ("example", "neutral", None),
    ("voice", "for", None),
    ("voice", "against", None),
    ("voice", "neutral", None),
    ("image", "for", None),
    ("image", "against", None),
    ("image", "neutral", None),
];

#[test]
fn only_strong_evidence_that_points_that_way_carries_a_state() {
    for (strength, direction, carried) in CARRIES {
        for (written, state) in [("met", Met), ("not_met", NotMet)] {
            let mut project = Project::default();
            project.evidence("N1", strength, direction);
            project.judgement("N1", written, &format!("n1-{strength}"));
            let area = project.assessed();
            let atom = area.atom("N1");
            let (stands, reason) = match carried == Some(state) {
                true => (state, Reason::Judged(state)),
                false => (Insufficient, Reason::Unsupported(state)),
            };
            assert_eq!(atom.state, Some(stands), "{strength} {direction} {written}");
            assert!(atom.reasons.contains(&reason), "{strength} {direction} {written}");
            let is_strong = ["survey", "law", "statement"].contains(&strength);
            assert_eq!(
                (atom.evidence.len(), atom.leads.len()),
                if is_strong { (1, 0) } else { (0, 1) }
            );
        }
    }
}

#[test]
fn evidence_nobody_cites_settles_nothing() {
    let mut project = Project::default();
    project.evidence("N1", "survey", "for");
    project.judgement("N1", "met", "");
    project.judgement("N2", "insufficient", "");
    let area = project.assessed();
    assert_eq!(area.atom("N1").reasons, [Reason::Unsupported(Met)]);
    assert_eq!(area.atom("N2").reasons, [Reason::Judged(Insufficient)]);
    assert_eq!(area.state("need"), Insufficient);
}

#[test]
fn evidence_for_another_question_carries_nothing() {
    let mut project = Project::default();
    project.evidence("N2", "survey", "for");
    project.judgement("N1", "met", "n2-survey");
    assert_eq!(project.assessed().atom("N1").state, Some(Insufficient));
}

#[test]
fn contrary_evidence_is_told_and_leaves_the_judgement() {
    let mut project = Project::judged(&[("N1", "met")]);
    project.evidence("N1", "law", "against");
    project.evidence("N1", "voice", "against");
    let area = project.assessed();
    assert_eq!(area.atom("N1").state, Some(Met));
    assert_eq!(area.atom("N1").reasons, [Reason::Judged(Met), Reason::Contrary(1)]);
}

#[test]
fn a_judgement_by_another_set_is_not_read() {
    let mut project = Project::judged(&[("N1", "met")]);
    project.judgements = project.judgements.replace(",small,", ",former,");
    assert_eq!(project.assessed().atom("N1").reasons, [Reason::Unjudged]);
}

#[test]
fn what_people_say_of_a_computed_test_stands_beside_it() {
    let area = Project::judged(&[("worth", "met")]).assessed();
    assert_eq!(area.state("effect"), Insufficient);
    let reasons = &area.test("effect").unwrap().reasons;
    assert_eq!(*reasons, [Reason::NoInputs, Reason::Qualitative(Met)]);
}

#[test]
fn a_gap_says_what_either_answer_would_make_of_the_test() {
    let of = |answers: &[(&str, &str)], atom: &str| {
        let area = Project::judged(answers).assessed();
        let gap = area.gaps.iter().find(|gap| gap.missing == Missing::Atom(atom.into()));
        gap.map(|gap| gap.could_become.clone())
    };
    let turns = |yes, no| Some(vec![(Met, yes), (NotMet, no)]);
    assert_eq!(of(&[], "N1"), turns(Met, Insufficient));
    assert_eq!(of(&[("N2", "not_met")], "N1"), turns(Met, NotMet));
    assert_eq!(of(&[("N2", "met")], "N1"), turns(Met, Met));
    assert_eq!(of(&[("C2", "met")], "C1"), turns(Met, NotMet));
    assert_eq!(of(&[], "lgwan"), Some(Vec::new()));
    assert_eq!(of(&[("N1", "not_applicable")], "N1"), None);
    assert_eq!(of(&[], "worth"), None);
}

#[test]
fn prompts_are_shown_where_all_their_conditions_hold() {
    let prompts = |project: &Project| project.assessed().prompts.join(" ");
    assert_eq!(prompts(&Project::default()), "always need-open");
    let known = Project::judged(&[("lgwan", "not_met"), ("N1", "met")]);
    assert_eq!(prompts(&known), "always lgwan-known");
    let unasked = Project::judged(&[("lgwan", "not_applicable")]);
    assert_eq!(prompts(&unasked), "always need-open");
    let applications = "a1,library,7,語,words,example,c1\n".to_owned();
    let named = Project { applications, ..Project::default() };
    assert_eq!(prompts(&named), "always need-open seventh-and-open");
}

#[test]
fn every_state_is_explained() {
    let answers = ["met", "not_met", "insufficient", "not_applicable"];
    for need in answers {
        for consideration in answers {
            let judged = [("N1", need), ("N2", need), ("C1", consideration), ("worth", need)];
            let area = Project::judged(&judged).assessed();
            assert!(area.atoms().all(|atom| !atom.reasons.is_empty()));
            // A test rests on its own reasons, or on those of the questions that are asked.
            let is_explained = |test: &crate::model::TestFinding| {
                !test.reasons.is_empty() || test.atoms.iter().any(|atom| atom.state.is_some())
            };
            assert!(area.tests.iter().all(is_explained), "{need}, {consideration}");
        }
    }
}
