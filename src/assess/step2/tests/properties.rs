//! Laws of the results, on random estimates.

use std::cmp::Ordering;

use proptest::prelude::*;

use super::random::{choices, estimates, method, point, wider};
use super::reference;
use crate::assess::step2::case::Case;
use crate::assess::step2::{effect, payback};
use crate::model::{
    BandEffect, BandTotal, Change, Effect, Estimate, Flip, Method, Payback, PresentValue, Range,
    Ratio, Sign, State,
};

/// Whether a range holds another; an end that is none is unbounded.
fn holds(outer: &Range, inner: &Range) -> bool {
    let below = outer.low.is_none()
        || inner.low.as_ref().is_some_and(|low| outer.low.as_ref() <= Some(low));
    let above = |high: &Ratio| inner.high.as_ref().is_some_and(|inner| inner <= high);
    below && outer.high.as_ref().is_none_or(above)
}

/// Whether a time is no later than another; none is never.
fn no_later<T: Ord>(one: &Option<T>, other: &Option<T>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one <= other,
        (one, None) => one.is_some() || other.is_none(),
        (None, Some(_)) => false,
    }
}

fn certain(outer: State, inner: State) -> bool {
    outer == State::Insufficient || outer == inner
}

fn in_sign(outer: Sign, inner: Sign) -> bool {
    outer == Sign::Open || outer == inner
}

/// That what comes of an estimate of which less is known tells nothing else.
fn includes(outer: &Effect, inner: &Effect) {
    assert!(holds(&outer.cost.total, &inner.cost.total));
    assert!(holds(&outer.cost.migration, &inner.cost.migration));
    for (outer, inner) in outer.years.iter().zip(&inner.years) {
        assert!(holds(&outer.common, &inner.common) && holds(&outer.present, &inner.present));
        assert!(holds(&outer.benefit, &inner.benefit) && holds(&outer.gain, &inner.gain));
    }
    for (outer, inner) in outer.totals.iter().zip(&inner.totals) {
        assert!(holds(&outer.total, &inner.total) && certain(outer.state, inner.state));
    }
    for (outer, inner) in outer.paybacks.iter().zip(&inner.paybacks) {
        assert!(no_later(&outer.earliest, &inner.earliest), "{outer:?} {inner:?}");
        assert!(no_later(&inner.latest, &outer.latest), "{outer:?} {inner:?}");
        assert!(certain(outer.state, inner.state));
    }
    for (outer, inner) in outer.values.iter().zip(&inner.values) {
        assert!(holds(&outer.value, &inner.value) && in_sign(outer.sign, inner.sign));
    }
    for (outer, inner) in outer.break_even.iter().zip(&inner.break_even) {
        assert!(no_later(&outer.low, &inner.low) && no_later(&inner.high, &outer.high));
    }
    outer.bands.iter().zip(&inner.bands).for_each(|(outer, inner)| includes_band(outer, inner));
    for (outer, inner) in outer.scenarios.iter().zip(&inner.scenarios) {
        assert!(certain(outer.effect, inner.effect) && certain(outer.payback, inner.payback));
        let signs = outer.values.iter().zip(&inner.values);
        assert!(signs.into_iter().all(|(outer, inner)| in_sign(outer.sign, inner.sign)));
    }
}

/// Totals can be compared where the same years count.
fn includes_band(outer: &BandEffect, inner: &BandEffect) {
    for (outer, inner) in outer.years.iter().zip(&inner.years) {
        assert!(holds(&outer.gain, &inner.gain));
        if let Some(inner) = &inner.each {
            assert!(holds(outer.each.as_ref().unwrap(), inner));
        }
    }
    let counted =
        |band: &BandEffect| band.years.iter().map(|year| year.each.is_some()).collect::<Vec<_>>();
    if counted(outer) == counted(inner) {
        for (outer, inner) in outer.totals.iter().zip(&inner.totals) {
            assert!(holds(&outer.each, &inner.each));
            assert!(
                outer
                    .state
                    .is_none_or(|outer| Some(outer) == inner.state || outer == State::Insufficient)
            );
        }
    }
}

/// That what comes of a point is what the definitions say.
fn agrees(point: &Estimate) {
    let effect = effect(point, &method());
    assert_eq!(reference::value(&effect.cost.total), reference::cost(point, 3));
    for year in &effect.years {
        assert_eq!(reference::value(&year.gain), reference::gain(point, year.year));
        let parts = year.benefit.plus(&year.present).minus(&year.common);
        assert_eq!(parts, year.gain);
    }
    for total in &effect.totals {
        let sums = reference::sums(point, total.horizon, 0, 0);
        assert_eq!(Some(&reference::value(&total.total)), sums.last());
    }
    let pairs = effect.paybacks.iter().zip(&effect.values);
    pairs.for_each(|(payback, value)| agrees_at(point, payback, value, 0));
    let left = reference::missing(point, 3, 0, 0);
    let lost = |end: usize| left[end..].iter().any(Ratio::is_negative);
    assert_eq!(effect.falls_back, (1..3).any(|end| !left[end].is_negative() && lost(end)));
    for found in &effect.break_even {
        assert_eq!(found.low, found.high);
        assert_eq!(found.low, reference::break_even(point, 3, found.rate));
    }
    effect.bands.iter().zip(&point.bands).filter(|(found, _)| !found.suppressed).for_each(
        |(found, band)| {
            let each = |year| reference::each(point, band, year);
            for year in &found.years {
                assert_eq!(year.each.as_ref().map(reference::value), each(year.year));
            }
            for BandTotal { horizon, each: total, .. } in &found.totals {
                let sum: Ratio = (1..=*horizon).filter_map(each).sum();
                assert_eq!(reference::value(total), sum);
            }
        },
    );
}

/// The inputs a scenario asks for, and the delay.
fn changed(point: &Estimate, change: Change) -> (Estimate, i64) {
    let mut point = point.clone();
    let scale = |range: &mut Range, share| {
        *range = range.times(&Ratio::whole(share).over(&Ratio::whole(1000)).unwrap());
    };
    if let Change::Cost(share) = change {
        scale(&mut point.coordination, share);
        scale(&mut point.systems, share);
    }
    if let Change::Operating(share) = change {
        scale(&mut point.fixed, share);
    }
    for band in &mut point.bands {
        if let Change::Cost(share) = change {
            scale(&mut band.migration, share);
        }
        for span in &mut band.spans {
            match (change, &mut span.adoption) {
                (Change::Operating(share), _) => scale(&mut span.common, share),
                (Change::Benefit(share), _) => scale(&mut span.benefit, share),
                (Change::Adoption(share), Some(adoption)) => scale(adoption, share),
                _ => {}
            }
        }
    }
    (point, if let Change::Delay(years) = change { years } else { 0 })
}

/// The states of a point at the deciding horizon: the effect, the payback, the signs by rate.
fn states(point: &Estimate, delay: i64, method: &Method) -> (State, State, Vec<Sign>) {
    let met = |met| if met { State::Met } else { State::NotMet };
    let left = |rate| reference::missing(point, method.deciding, rate, delay).pop().unwrap();
    let total = reference::sums(point, method.deciding, 0, delay).pop().unwrap();
    let paid = reference::payback(point, method.deciding, 0, delay).is_some();
    let sign = |rate: &i64| match left(*rate).cmp(&Ratio::whole(0)) {
        Ordering::Less => Sign::Negative,
        Ordering::Equal => Sign::Zero,
        Ordering::Greater => Sign::Positive,
    };
    (met(total.is_positive()), met(paid), method.rates.iter().map(sign).collect())
}

/// That scenarios tell the states of the changed point, and what of it is another.
fn scenarios_agree(point: &Estimate) {
    let method = method();
    let base = states(point, 0, &method);
    for (scenario, found) in method.scenarios.iter().zip(effect(point, &method).scenarios) {
        let (point, delay) = changed(point, scenario.change);
        let told = states(&point, delay, &method);
        let signs: Vec<Sign> = found.values.iter().map(|value| value.sign).collect();
        assert_eq!((found.effect, found.payback, &signs), (told.0, told.1, &told.2));
        let mut flips = Vec::new();
        flips.extend((told.0 != base.0).then_some(Flip::Effect));
        flips.extend((told.1 != base.1).then_some(Flip::Payback));
        let pairs = method.rates.iter().zip(told.2.iter().zip(&base.2));
        flips.extend(
            pairs.filter(|(_, (now, then))| now != then).map(|(rate, _)| Flip::Value(*rate)),
        );
        assert_eq!(found.flips, flips);
    }
}

/// The payback and what is left at a horizon and rate, operation beginning late.
fn agrees_at(point: &Estimate, payback: &Payback, value: &PresentValue, delay: i64) {
    let (horizon, rate) = (payback.horizon, payback.rate);
    let years = reference::payback(point, horizon, rate, delay);
    assert_eq!((&payback.earliest, &payback.latest), (&years, &years), "{horizon} {rate}");
    assert_eq!(payback.state, if years.is_some() { State::Met } else { State::NotMet });
    let left = reference::missing(point, horizon, rate, delay);
    assert_eq!(Some(&reference::value(&value.value)), left.last());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 80, failure_persistence: None, ..Default::default() })]

    #[test]
    fn a_point_is_what_the_definitions_say(given in estimates(true), choices in choices()) {
        agrees(&point(&given, &choices));
    }

    #[test]
    fn a_scenario_is_the_changed_point(given in estimates(true), choices in choices()) {
        scenarios_agree(&point(&given, &choices));
    }

    #[test]
    fn a_point_that_begins_late_too(
        given in estimates(true), choices in choices(), delay in 0..4i64,
    ) {
        let point = point(&given, &choices);
        let case = Case::new(&point).changed(Change::Delay(delay));
        for (horizon, rate) in [(3, 0), (3, 1000), (5, 0)] {
            let (payback, value) = payback::payback(&case, horizon, rate);
            agrees_at(&point, &payback, &value, delay);
        }
    }

    #[test]
    fn every_point_is_included(given in estimates(true), choices in choices()) {
        includes(&effect(&given, &method()), &effect(&point(&given, &choices), &method()));
    }

    #[test]
    fn knowing_less_never_tells_more(given in estimates(true), choices in choices()) {
        includes(&effect(&wider(&given, &choices), &method()), &effect(&given, &method()));
    }

    #[test]
    fn a_state_says_whether_there_is_a_payback(given in estimates(true), delay in 0..3i64) {
        let case = Case::new(&given).changed(Change::Delay(delay));
        for (horizon, rate) in [(1, 0), (3, 0), (5, 1000)] {
            let found = payback::payback(&case, horizon, rate).0;
            prop_assert_eq!(found.state == State::Met, found.latest.is_some());
            prop_assert_eq!(found.state == State::NotMet, found.earliest.is_none());
        }
    }

    #[test]
    fn what_is_recovered_is_never_undone(given in estimates(true), choices in choices()) {
        let point = point(&given, &choices);
        let found = payback::payback(&Case::new(&point), 5, 1000).0;
        let Some(years) = found.latest else { return Ok(()) };
        let left = reference::missing(&point, 5, 1000, 0);
        let end = usize::try_from(years.ceil().to_whole().unwrap()).unwrap();
        prop_assert!(left[end..].iter().all(|left| !left.is_negative()));
        if years.is_positive() {
            let part = years.minus(&years.ceil()).plus(&Ratio::whole(1));
            let rise = left[end].minus(&left[end - 1]);
            prop_assert!(left[end - 1].plus(&rise.times(&part)).is_zero());
            prop_assert!(left[end - 1].is_negative());
        }
    }

    #[test]
    fn more_cost_or_less_gain_is_never_recovered_sooner(
        given in estimates(true), more in 0..20i64, change in 0..4usize,
    ) {
        let mut worse = given.clone();
        let more = Range::exactly(Ratio::whole(more));
        match change {
            0 => worse.coordination = worse.coordination.plus(&more),
            1 => worse.bands[0].migration = worse.bands[0].migration.plus(&more),
            2 => worse.fixed = worse.fixed.plus(&more),
            _ => {
                let benefit = &mut worse.bands[0].spans[0].benefit;
                *benefit = benefit.minus(&more);
            }
        }
        let found = |given: &Estimate| payback::payback(&Case::new(given), 4, 1000).0;
        let (better, worse) = (found(&given), found(&worse));
        prop_assert!(no_later(&better.earliest, &worse.earliest));
        prop_assert!(no_later(&better.latest, &worse.latest));
    }
}
