//! How states combine: complete tables, and the laws they obey.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::super::{combined, kleene};
use super::*;
use crate::model::{Reason, Rule};

/// Answers to two questions of a test that asks for any: `+` 根拠あり, `-` 根拠により否定,
/// `?` 判断材料不足, `.` 問わない.
const ANY: &str = "
      + - ? .
    + + + + +
    - + - ? -
    ? + ? ? ?
    . + - ? ?
";

/// The same where every question must be met.
const ALL: &str = "
      + - ? .
    + + - ? +
    - - - - -
    ? ? - ? ?
    . + - ? ?
";

#[test]
fn any_and_all_are_as_their_tables_say() {
    for (rule, table) in [(Rule::Any, ANY), (Rule::All, ALL)] {
        let mut told = String::from("\n      + - ? .\n");
        for left in "+-?.".chars() {
            told.push_str(&format!("    {left}"));
            for right in "+-?.".chars() {
                told.push_str(&format!(" {}", mark(standing(rule, &[left, right]))));
            }
            told.push('\n');
        }
        assert_eq!(told, table, "{rule:?}");
    }
}

#[test]
fn nothing_asked_says_nothing_and_says_so() {
    for rule in [Rule::Any, Rule::All] {
        for asked in [[].as_slice(), &['.'], &['.', '.']] {
            let (state, reasons) = combined(rule, &findings(asked));
            assert_eq!((state, reasons), (State::Insufficient, vec![Reason::NothingAsked]));
        }
    }
}

/// A state by its mark; none is a question that is not asked.
fn answer(mark: char) -> Option<State> {
    match mark {
        '+' => Some(State::Met),
        '-' => Some(State::NotMet),
        '?' => Some(State::Insufficient),
        _ => None,
    }
}

fn mark(state: State) -> char {
    match state {
        State::Met => '+',
        State::NotMet => '-',
        State::Insufficient => '?',
    }
}

fn findings(answers: &[char]) -> Vec<AtomFinding> {
    let finding = |mark: &char| AtomFinding {
        atom: String::new(),
        state: answer(*mark),
        judgement: None,
        evidence: Vec::new(),
        leads: Vec::new(),
        reasons: Vec::new(),
    };
    answers.iter().map(finding).collect()
}

fn standing(rule: Rule, answers: &[char]) -> State {
    combined(rule, &findings(answers)).0
}

type Combine = fn(Vec<State>) -> State;

/// OR and AND: what holds of one holds of the other.
const BOTH: [(&str, Combine); 2] =
    [("any", |states| kleene::any(states)), ("all", |states| kleene::all(states))];

fn states(least: usize) -> impl Strategy<Value = Vec<State>> {
    vec(select(&State::ALL[..]), least..8)
}

fn opposite(state: State) -> State {
    match state {
        State::Met => State::NotMet,
        State::NotMet => State::Met,
        State::Insufficient => State::Insufficient,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn the_order_of_questions_does_not_matter(
        (sorted, shuffled) in states(0).prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle()))
    ) {
        for (name, combine) in BOTH {
            prop_assert_eq!(combine(sorted.clone()), combine(shuffled.clone()), "{}", name);
        }
    }

    #[test]
    fn questions_may_be_put_together_in_parts(left in states(1), right in states(1)) {
        for (name, combine) in BOTH {
            let at_once = combine([left.clone(), right.clone()].concat());
            let in_parts = combine(vec![combine(left.clone()), combine(right.clone())]);
            prop_assert_eq!(at_once, in_parts, "{}", name);
        }
    }

    #[test]
    fn an_answer_given_twice_is_one_answer(all in states(0), times in 1usize..4) {
        for (name, combine) in BOTH {
            prop_assert_eq!(combine(all.repeat(times)), combine(all.clone()), "{}", name);
        }
    }

    #[test]
    fn a_question_that_is_not_asked_changes_nothing(
        answers in vec(select(&['+', '-', '?', '.'][..]), 0..8),
        at in any::<Index>(),
    ) {
        for rule in [Rule::Any, Rule::All] {
            let before = combined(rule, &findings(&answers));
            let mut longer = answers.clone();
            longer.insert(at.index(longer.len() + 1), '.');
            prop_assert_eq!(combined(rule, &findings(&longer)), before, "{:?}", rule);
        }
    }

    #[test]
    fn learning_more_never_turns_what_is_settled(
        all in states(1),
        at in any::<Index>(),
        learnt in select(&[State::Met, State::NotMet][..]),
    ) {
        for (name, combine) in BOTH {
            let before = combine(all.clone());
            let mut after = all.clone();
            let one = &mut after[at.index(all.len())];
            if *one == State::Insufficient {
                *one = learnt;
            }
            let after = combine(after);
            prop_assert!(before == State::Insufficient || before == after, "{name}: {all:?}");
        }
    }

    #[test]
    fn not_any_is_all_not(all in states(1)) {
        let turned: Vec<State> = all.iter().copied().map(opposite).collect();
        prop_assert_eq!(opposite(kleene::any(all.clone())), kleene::all(turned.clone()));
        prop_assert_eq!(opposite(kleene::all(all)), kleene::any(turned));
    }
}
