//! The decision table: of the small set in its order, and of the set that is shipped in its words.

use super::super::sentence;
use super::*;
use crate::model::{CriteriaSet, Test, TestFinding};

use State::{Insufficient, Met, NotMet};

#[test]
fn the_first_row_that_fits_is_said() {
    let row = |answers: &[(&str, &str)]| Project::judged(answers).assessed().sentence;
    assert_eq!(row(&[("N1", "met"), ("C1", "met"), ("C2", "met")]), Some(0));
    assert_eq!(row(&[("N1", "met"), ("C1", "not_met")]), Some(1));
    assert_eq!(row(&[("N1", "not_met"), ("N2", "not_met")]), Some(1));
    assert_eq!(row(&[]), Some(2));
}

/// The shipped set. What it names of other files is not there, and not needed.
fn shipped() -> CriteriaSet {
    let set = include_str!("../../../data/criteria/2024-04-wt.toml");
    let snapshot: Snapshot = [("data/criteria/set.toml", set)].into_iter().collect();
    let mut sets = validate(&load(&snapshot).value).value.criteria;
    sets.remove("2024-04-wt").expect("the set under its name")
}

/// What an area may be told: its states by test, and the sentence in both languages.
struct Said {
    states: Vec<(String, State)>,
    ja: String,
    en: String,
}

impl Said {
    fn state(&self, test: &str) -> State {
        self.states.iter().find(|(id, _)| id == test).expect("a test").1
    }
}

/// Every combination of states of the shipped tests, with its sentence filled in.
fn everything_said(set: &CriteriaSet) -> Vec<Said> {
    let mut combinations = vec![Vec::new()];
    for test in &set.tests {
        let longer = |states: &Vec<(String, State)>, state| {
            [states.clone(), vec![(test.id.clone(), state)]].concat()
        };
        combinations = combinations
            .iter()
            .flat_map(|states| State::ALL.map(|state| longer(states, state)))
            .collect();
    }
    combinations.into_iter().map(|states| said(set, states)).collect()
}

fn said(set: &CriteriaSet, states: Vec<(String, State)>) -> Said {
    let finding = |(test, state): &(String, State)| TestFinding {
        test: test.clone(),
        state: *state,
        atoms: Vec::new(),
        reasons: Vec::new(),
    };
    let findings: Vec<TestFinding> = states.iter().map(finding).collect();
    let row = sentence(set, &findings).unwrap_or_else(|| panic!("no sentence for {states:?}"));
    let mut words = set.sentences[row].text.clone();
    for (test, state) in &states {
        let named = set.test(test).unwrap().state(*state);
        words.ja = words.ja.replace(&format!("{{{test}}}"), &named.ja);
        words.en = words.en.replace(&format!("{{{test}}}"), &named.en);
    }
    Said { states, ja: words.ja, en: words.en }
}

#[test]
fn every_combination_of_the_shipped_tests_has_a_sentence() {
    let all = everything_said(&shipped());
    assert_eq!(all.len(), 81);
    for one in all {
        assert!(one.ja.ends_with('。') && one.en.ends_with('.'), "{} {}", one.ja, one.en);
        assert!(!one.ja.contains(['{', '}']) && !one.en.contains(['{', '}']), "{}", one.ja);
    }
}

/// How the sentences speak of each state of the cost and of the effect.
const SPOKEN: [(&str, State, &[&str], &[&str]); 6] = [
    ("cost", Met, &["期間内に回収されます"], &["is recovered within"]),
    ("cost", NotMet, &["期間内に回収できません"], &["is not recovered within"]),
    ("cost", Insufficient, &["回収できるかどうか"], &["recovered"]),
    ("effect", Met, &["上回ります", "上回り、"], &["the effect exceeds"]),
    ("effect", NotMet, &["上回りません", "上回らず"], &["the effect does not exceed"]),
    (
        "effect",
        Insufficient,
        &["判断でき", "上回るかどうか"],
        &["settle the effect", "or effect", "nor the effect", "whether the effect exceeds"],
    ),
];

#[test]
fn cost_and_effect_are_always_told_as_they_stand() {
    for one in everything_said(&shipped()) {
        for (test, state, ja, en) in SPOKEN {
            if one.state(test) == state {
                assert!(ja.iter().any(|words| one.ja.contains(words)), "{test}: {}", one.ja);
                assert!(en.iter().any(|words| one.en.contains(words)), "{test}: {}", one.en);
            }
        }
        if one.state("cost") == Insufficient {
            assert!(one.ja.contains("分かりません") && one.en.contains("unknown"), "{}", one.ja);
            assert!(
                !one.ja.contains("回収され") && !one.en.contains("is recovered within the period.")
            );
        }
    }
}

/// A row whose words hold for one state only stands for that state only.
#[test]
fn need_and_consideration_are_named_or_fixed_by_the_row() {
    let set = shipped();
    for row in &set.sentences {
        for test in ["need", "consideration"] {
            let is_fixed = row.pattern.iter().any(|(id, states)| id == test && states.len() == 1);
            let place = format!("{{{test}}}");
            let is_named = row.text.ja.contains(&place) && row.text.en.contains(&place);
            assert!(is_fixed || is_named, "{test}: {}", row.text.ja);
        }
    }
}

/// Words that rule, rank or choose; the site says what the material carries.
const RULING: [&str; 32] = [
    "べき",
    "推奨",
    "優先",
    "候補",
    "決定",
    "選定",
    "選ばれ",
    "採用",
    "望ましい",
    "適当",
    "適切",
    "妥当",
    "必要があ",
    "勧め",
    "ください",
    "順位",
    "should",
    "ought",
    "must",
    "recommend",
    "priority",
    "candidate",
    "decided",
    "selected",
    "chosen",
    "suitable",
    "appropriate",
    "desirable",
    "eligible",
    "advis",
    "rank",
    "score",
];

#[test]
fn nothing_said_of_an_area_rules() {
    let set = shipped();
    let sentences = everything_said(&set).into_iter().flat_map(|one| [one.ja, one.en]);
    let states = set.tests.iter().flat_map(Test::named);
    let answers = State::ALL.map(Some).into_iter().chain([None]);
    let answers = answers.map(|state| set.answers.of(state));
    let prompts = set.prompts.iter().map(|prompt| &prompt.text);
    let words = states.chain(answers).chain(prompts);
    let words = words.flat_map(|words| [words.ja.clone(), words.en.clone()]);
    for text in sentences.chain(words) {
        let ruling = RULING.iter().find(|word| text.to_lowercase().contains(*word));
        assert_eq!(ruling, None, "{text}");
    }
}

impl Test {
    /// What its states are called.
    fn named(&self) -> [&crate::text::Words; 3] {
        State::ALL.map(|state| self.state(state))
    }
}
