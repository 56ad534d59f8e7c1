//! The checked values of the assessment model.

use super::given::{band, estimate, known, method, payback, plain, range, span, whole};
use crate::assess::step2::effect;
use crate::model::{Estimate, Range, State};

/// Payback undiscounted and at 4 %, present value at 4 %, of amounts that are all known.
fn figures(outlay: i64, gains: &[i64]) -> [Option<String>; 3] {
    let horizon = i64::try_from(gains.len()).unwrap();
    let effect = effect(&plain(outlay, gains), &method(horizon, &[0, 400]));
    let [undiscounted, discounted] = [0, 400].map(|rate| {
        let [earliest, latest] = payback(&effect, rate);
        assert_eq!(earliest, latest);
        earliest
    });
    for payback in &effect.paybacks {
        let state = if payback.latest.is_some() { State::Met } else { State::NotMet };
        assert_eq!(payback.state, state);
    }
    let value = effect.values[1].value.clone();
    assert_eq!(value.low, value.high);
    [undiscounted, discounted, value.low.map(|value| value.places_text(4))]
}

/// Payback undiscounted, of amounts that are all known.
fn years(outlay: i64, gains: &[i64]) -> Option<String> {
    figures(outlay, gains)[0].clone()
}

fn some(texts: [&str; 3]) -> [Option<String>; 3] {
    texts.map(|text| (text != "none").then(|| text.to_owned()))
}

#[test]
fn a_cost_recovered_by_equal_gains() {
    assert_eq!(figures(1000, &[250; 10]), some(["4.0000", "4.4503", "1027.7239"]));
    assert_eq!(figures(1000, &[150; 10]), some(["6.6667", "7.9096", "216.6344"]));
    assert_eq!(figures(1000, &[100; 10])[..2], some(["10.0000", "none", ""])[..2]);
    assert_eq!(years(1000, &[90; 10]), None);
}

#[test]
fn a_cost_recovered_by_gains_that_change() {
    assert_eq!(years(1000, &[0, 100, 300, 400, 400, 400]).unwrap(), "4.5000");
    assert_eq!(years(100, &[200, -150, 100]).unwrap(), "2.5000");
    assert_eq!(years(100, &[200]).unwrap(), "0.5000");
    assert_eq!(years(100, &[200, -150]), None);
}

#[test]
fn a_cost_of_nothing_or_less() {
    assert_eq!(years(0, &[-100; 10]), None);
    assert_eq!(years(-50, &[-100, 30, 30]).unwrap(), "2.6667");
    assert_eq!(years(0, &[0, 0]).unwrap(), "0.0000");
}

#[test]
fn an_answer_that_depends_on_the_horizon_is_warned_of() {
    let warned =
        |gains: &[i64], horizon| effect(&plain(100, gains), &method(horizon, &[0])).falls_back;
    assert!(warned(&[200, -150, 100], 3));
    assert!(warned(&[200, -150, 100], 2));
    assert!(!warned(&[200, -150, 100], 1));
    assert!(!warned(&[200, -100, 100], 3));
    assert!(!warned(&[50, 60, 100], 3));
}

/// How many bodies it takes, undiscounted and at 4 %.
fn enough(migration: i64) -> [Option<i64>; 2] {
    let spans = vec![span(1, known(1000), known(1))];
    let mut given = estimate(known(1200), vec![band(1000, known(migration), spans)]);
    given.fixed = known(60);
    let effect = effect(&given, &method(10, &[0, 400]));
    [0, 1].map(|index| {
        let found = &effect.break_even[index];
        assert_eq!(found.low, found.high);
        found.low
    })
}

#[test]
fn the_bodies_it_takes() {
    assert_eq!(enough(0), [Some(180), Some(208)]);
    assert_eq!(enough(5)[0], Some(360));
    assert_eq!(enough(10)[0], None);
}

/// One body whose operation costs something before and after.
fn operation(common: Range, present: Range) -> Estimate {
    let spans = vec![crate::model::Span { common, present, ..span(1, known(1000), known(0)) }];
    estimate(known(0), vec![band(1, known(0), spans)])
}

#[test]
fn an_effect_that_is_not_certain() {
    let state =
        |common, present| effect(&operation(common, present), &method(10, &[0])).totals[0].state;
    assert_eq!(state(range(300, 520), known(400)), State::Insufficient);
    assert_eq!(state(known(400), known(400)), State::NotMet);
    assert_eq!(state(range(300, 399), known(400)), State::Met);
}

#[test]
fn adoption_moves_both_ends_of_the_payback() {
    let spans = vec![span(1, range(500, 1000), known(250))];
    let given = estimate(known(500), vec![band(1, known(500), spans)]);
    let effect = effect(&given, &method(10, &[0]));
    assert_eq!(payback(&effect, 0), ["4.0000", "6.0000"].map(|text| Some(text.to_owned())));
}

#[test]
fn the_earliest_payback_need_not_be_at_a_corner() {
    let changing = |first, second| {
        band(1, known(0), vec![span(1, range(0, 1000), known(first)), span(2, None, known(second))])
    };
    let given = estimate(known(100), vec![changing(200, -300), changing(0, 150)]);
    let effect = effect(&given, &method(2, &[0]));
    assert_eq!(payback(&effect, 0), [Some("1.0000".to_owned()), None]);
    assert_eq!(effect.paybacks[0].state, State::Insufficient);
    assert_eq!(whole(&effect.values[0].value), ["-200", "50"].map(|text| Some(text.to_owned())));
}
