//! Small cases worked out by hand.

use super::given::{band, estimate, known, method, payback, plain, range, span, whole};
use crate::assess::step2::effect;
use crate::model::{
    Band, BandEffect, Change, Estimate, Flip, Method, Range, Scenario, Sign, Span, State,
};

fn texts(texts: [&str; 2]) -> [Option<String>; 2] {
    texts.map(|text| (text != "none").then(|| text.to_owned()))
}

/// A year of two bands, one of which may take part or not.
fn two_bands() -> Estimate {
    let sure = Span { present: known(50), common: range(10, 30), ..span(1, known(1000), known(5)) };
    let open = span(1, range(0, 500), range(-10, 20));
    let bands = vec![band(2, range(3, 4), vec![sure]), band(10, range(1, None), vec![open])];
    Estimate { systems: range(7, 9), fixed: range(6, 14), ..estimate(range(0, 1), bands) }
}

#[test]
fn a_year_is_summed_over_bands_term_by_term() {
    let effect = effect(&two_bands(), &method(1, &[0]));
    let year = &effect.years[0];
    assert_eq!(whole(&year.common), texts(["26", "74"]));
    assert_eq!(whole(&year.present), texts(["100", "100"]));
    assert_eq!(whole(&year.benefit), texts(["-40", "110"]));
    assert_eq!(whole(&year.gain), texts(["-14", "184"]));
    assert_eq!(whole(&effect.totals[0].total), texts(["-14", "184"]));
}

#[test]
fn a_cost_is_told_in_three_parts() {
    let cost = effect(&two_bands(), &method(1, &[0])).cost;
    assert_eq!(whole(&cost.migration), texts(["6", "none"]));
    assert_eq!(whole(&cost.coordination), texts(["0", "1"]));
    assert_eq!(whole(&cost.total), texts(["13", "none"]));
}

#[test]
fn a_body_bears_an_equal_part_of_what_is_fixed() {
    let bands = effect(&two_bands(), &method(1, &[0])).bands;
    let each = |band: &BandEffect| whole(band.years[0].each.as_ref().unwrap());
    // Between 2 and 7 bodies take part: each bears from 6/7 to 14/2.
    assert_eq!(each(&bands[0]), texts(["18", "44"]));
    assert_eq!(each(&bands[1]), texts(["-17", "19"]));
    assert_eq!(bands[0].totals[0].state, Some(State::Met));
    assert_eq!(bands[1].totals[0].state, Some(State::Insufficient));
    assert_eq!(whole(&bands[1].years[0].gain), texts(["-50", "100"]));
}

#[test]
fn the_fixed_part_of_a_body_is_unbounded_if_perhaps_nobody_takes_part() {
    let each = |fixed: Range| {
        let spans = vec![span(1, range(0, 1000), known(0))];
        let given = Estimate { fixed, ..estimate(known(0), vec![band(4, known(0), spans)]) };
        let bands = effect(&given, &method(1, &[0])).bands;
        whole(bands[0].years[0].each.as_ref().unwrap())
    };
    assert_eq!(each(range(8, 12)), texts(["none", "-2"]));
    assert_eq!(each(range(-12, -8)), texts(["2", "none"]));
    assert_eq!(each(range(-8, 8)), texts(["none", "none"]));
    assert_eq!(each(range(-8, 0)), texts(["0", "none"]));
    assert_eq!(each(range(0, None)), texts(["none", "0"]));
    assert_eq!(each(known(0)), texts(["0", "0"]));
}

#[test]
fn a_band_in_which_nobody_takes_part_has_no_state() {
    let spans = vec![span(1, known(0), known(100)), span(2, known(500), known(3))];
    let given = estimate(known(0), vec![band(4, known(0), spans)]);
    let mut method = method(3, &[0]);
    method.horizons = vec![1, 3];
    let found = &effect(&given, &method).bands[0];
    assert_eq!(found.years[0].each, None);
    assert_eq!(found.totals[0].state, None);
    assert_eq!(whole(&found.totals[0].each), texts(["0", "0"]));
    assert_eq!(whole(&found.totals[1].each), texts(["6", "6"]));
    assert_eq!(found.totals[1].state, Some(State::Met));
}

#[test]
fn a_single_body_is_not_shown_nor_to_be_had_by_subtraction() {
    let hidden = |bodies: &[i64]| -> Vec<usize> {
        let spans = || vec![span(1, known(1000), known(1))];
        let bands: Vec<Band> =
            bodies.iter().map(|bodies| band(*bodies, known(0), spans())).collect();
        let found = effect(&estimate(known(0), bands), &method(1, &[0])).bands;
        let hidden = found.iter().enumerate().filter(|(_, band)| band.suppressed);
        hidden
            .inspect(|(_, band)| assert!(band.years.is_empty() && band.totals.is_empty()))
            .map(|(index, _)| index)
            .collect()
    };
    assert_eq!(hidden(&[5, 3, 9]), [0usize; 0]);
    assert_eq!(hidden(&[5, 1, 9]), [0, 1]);
    assert_eq!(hidden(&[5, 1, 3, 0, 3]), [1, 2]);
    assert_eq!(hidden(&[5, 1, 1]), [1, 2]);
    assert_eq!(hidden(&[1]), [0]);
    assert_eq!(hidden(&[1, 0]), [0]);
}

/// One band whose gain is known in the first two years and open from the third on.
fn open_from_the_third(outlay: i64) -> Estimate {
    let spans = vec![span(1, range(0, 1000), known(10)), span(3, None, range(0, None))];
    estimate(known(outlay), vec![band(1, known(0), spans)])
}

#[test]
fn an_unbounded_gain_recovers_all_right_before_its_first_year_end() {
    let earliest = |outlay, horizon| {
        let effect = effect(&open_from_the_third(outlay), &method(horizon, &[0]));
        let [earliest, latest] = payback(&effect, 0);
        assert_eq!(latest, None);
        earliest
    };
    assert_eq!(earliest(100, 5).unwrap(), "2.0000");
    assert_eq!(earliest(15, 5).unwrap(), "1.5000");
    assert_eq!(earliest(100, 2), None);
    let always =
        estimate(known(100), vec![band(1, known(0), vec![span(1, known(1), range(0, None))])]);
    assert_eq!(payback(&effect(&always, &method(5, &[0])), 0), texts(["0.0000", "none"]));
}

#[test]
fn a_cost_without_bound_is_never_certain_to_be_recovered() {
    let mut given = plain(100, &[60, 60]);
    given.systems = range(0, None);
    let effect = effect(&given, &method(2, &[0]));
    assert_eq!(payback(&effect, 0), texts(["1.6667", "none"]));
    assert_eq!(whole(&effect.values[0].value), texts(["none", "20"]));
    assert_eq!(effect.values[0].sign, Sign::Open);
    assert_eq!(effect.break_even[0].high, None);
}

#[test]
fn nobody_takes_part_and_nothing_comes_of_it() {
    let nothing = Range::unknown();
    let spans = vec![Span { present: nothing.clone(), ..span(1, known(0), nothing) }];
    let bands = vec![band(5, range(0, None), spans.clone()), band(0, range(0, None), spans)];
    let effect = effect(&estimate(known(0), bands), &method(2, &[0, 400]));
    assert_eq!(payback(&effect, 400), texts(["0.0000", "0.0000"]));
    assert_eq!(effect.totals[0].state, State::NotMet);
    assert_eq!(effect.values[0].sign, Sign::Zero);
    assert_eq!(whole(&effect.cost.total), texts(["0", "0"]));
}

#[test]
fn one_body_is_enough_if_each_may_win_without_bound() {
    let enough = |outlay, bodies| {
        let spans = vec![span(1, known(1000), range(1, None))];
        let given = estimate(known(outlay), vec![band(bodies, known(0), spans)]);
        let found = effect(&given, &method(10, &[0])).break_even.remove(0);
        [found.low, found.high]
    };
    assert_eq!(enough(50, 9), [Some(1), Some(5)]);
    assert_eq!(enough(50, 4), [Some(1), None]);
    assert_eq!(enough(0, 4), [Some(0), Some(0)]);
    assert_eq!(enough(50, 0), [None, None]);
}

#[test]
fn an_adoption_lasts_until_another_is_entered() {
    let spans = vec![
        span(1, range(500, 1000), known(-10)),
        span(2, None, known(30)),
        span(3, known(1000), known(1)),
    ];
    let effect = effect(&estimate(known(0), vec![band(1, known(8), spans)]), &method(3, &[0]));
    // One unknown for the first two years: half to all of 20, not -10..-5 and 15..30.
    assert_eq!(whole(&effect.totals[0].total), texts(["11", "21"]));
    assert_eq!(whole(&effect.cost.migration), texts(["8", "8"]));
    assert_eq!(whole(&effect.years[1].gain), texts(["15", "30"]));
}

#[test]
fn migration_counts_as_far_as_the_horizon() {
    let spans = vec![span(1, known(500), known(1)), span(3, known(1000), known(1))];
    let given = estimate(known(0), vec![band(10, known(4), spans)]);
    let migration = |horizon| whole(&effect(&given, &method(horizon, &[0])).cost.migration);
    assert_eq!(migration(2), texts(["20", "20"]));
    assert_eq!(migration(3), texts(["40", "40"]));
}

#[test]
fn falling_back_is_looked_for_at_all_ends() {
    let falls_back = |bands| effect(&estimate(known(100), bands), &method(2, &[0])).falls_back;
    let gains = |adoption: Range, first, second| {
        band(1, known(0), vec![span(1, adoption, first), span(2, None, second)])
    };
    let (sure, open) = (known(1000), range(0, 1000));
    // Gains at their most, and not if that is without bound.
    assert!(falls_back(vec![gains(sure.clone(), range(0, 200), known(-150))]));
    assert!(!falls_back(vec![gains(sure.clone(), range(0, None), known(-150))]));
    // Adoption at its least, and at its most.
    let falling = |second| gains(sure.clone(), known(200), known(second));
    assert!(falls_back(vec![falling(-150), gains(open.clone(), known(0), known(100))]));
    assert!(falls_back(vec![falling(-50), gains(open.clone(), known(0), known(-200))]));
    assert!(!falls_back(vec![falling(-50), gains(open, known(0), known(-20))]));
}

#[test]
fn shares_that_pay_for_moving_only_together() {
    let one = |from| span(from, range(0, 1000), known(6));
    let given = |migration| estimate(known(0), vec![band(1, migration, vec![one(1), one(2)])]);
    let most = |migration| {
        let effect = effect(&given(known(migration)), &method(2, &[0]));
        whole(&effect.values[0].value)[1].clone()
    };
    assert_eq!(most(10).unwrap(), "2");
    assert_eq!(most(13).unwrap(), "0");
}

#[test]
fn a_scenario_tells_what_it_turns() {
    let changes = [Change::Cost(1000), Change::Cost(1300), Change::Benefit(0), Change::Delay(1)];
    let scenario = |change| Scenario { id: format!("{change:?}"), change };
    let scenarios = changes.map(scenario).to_vec();
    let method = Method { scenarios, ..method(4, &[0, 1000]) };
    let found = effect(&plain(1000, &[300; 4]), &method).scenarios;
    let flips: Vec<&[Flip]> = found.iter().map(|scenario| &*scenario.flips).collect();
    let all = [Flip::Effect, Flip::Payback, Flip::Value(0)];
    assert_eq!(flips, [&[][..], &all[1..], &all, &all[1..]]);
    assert_eq!(found[1].payback, State::NotMet);
    assert_eq!(found[3].values[0].sign, Sign::Negative);
}
