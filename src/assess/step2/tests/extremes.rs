//! Every end of a result is reached by some point, found without the search of the engine.

use std::ops::RangeInclusive;

use proptest::prelude::*;

use super::random::estimates;
use super::reference::{self, value};
use super::vertices::vertices;
use crate::assess::step2::effect;
use crate::assess::step2::simplex::Form;
use crate::model::{Band, Estimate, Method, Range, Ratio};

/// An adoption that is not known: which band and span, from where to where.
struct Open {
    band: usize,
    span: usize,
    ends: [Ratio; 2],
}

/// The adoptions that are not known.
fn open(estimate: &Estimate) -> Vec<Open> {
    let mut found = Vec::new();
    for (band, given) in estimate.bands.iter().enumerate() {
        for (span, given) in given.spans.iter().enumerate() {
            let Some(Range { low: Some(low), high: Some(high) }) = &given.adoption else {
                continue;
            };
            if low < high {
                found.push(Open { band, span, ends: [low.clone(), high.clone()] });
            }
        }
    }
    found
}

/// With all amounts at their best or worst, adoption as it is.
fn side(estimate: &Estimate, best: bool) -> Estimate {
    let pick = |range: &mut Range, high: bool| {
        let end = if high { &range.high } else { &range.low };
        *range = Range::exactly(end.clone().unwrap());
    };
    let mut side = estimate.clone();
    for cost in [&mut side.coordination, &mut side.systems, &mut side.fixed] {
        pick(cost, !best);
    }
    for band in &mut side.bands {
        pick(&mut band.migration, !best);
        for span in &mut band.spans {
            pick(&mut span.common, !best);
            pick(&mut span.present, best);
            pick(&mut span.benefit, best);
        }
    }
    side
}

/// With the adoptions that are not known at a point.
fn at(estimate: &Estimate, open: &[Open], point: &[Ratio]) -> Estimate {
    let mut given = estimate.clone();
    for (open, share) in open.iter().zip(point) {
        given.bands[open.band].spans[open.span].adoption = Some(Range::exactly(share.clone()));
    }
    given
}

/// With only the first so many adoptions not known.
fn few(mut estimate: Estimate, most: usize) -> Estimate {
    for open in open(&estimate).into_iter().skip(most) {
        let [_, high] = open.ends;
        estimate.bands[open.band].spans[open.span].adoption = Some(Range::exactly(high));
    }
    estimate
}

/// Every choice of one of some values for each.
fn product(values: &[Vec<Ratio>]) -> Vec<Vec<Ratio>> {
    values.iter().fold(vec![Vec::new()], |points, values| {
        let longer = |point: Vec<Ratio>| {
            let with = move |value: &Ratio| [point.clone(), vec![value.clone()]].concat();
            values.iter().map(with)
        };
        points.into_iter().flat_map(longer).collect()
    })
}

fn corners(open: &[Open]) -> Vec<Vec<Ratio>> {
    product(&open.iter().map(|open| open.ends.to_vec()).collect::<Vec<_>>())
}

/// Where some share equals an end of its own or of another.
fn grid(open: &[Open], estimate: &Estimate) -> Vec<Vec<Ratio>> {
    let shares = |band: &Band| -> Vec<Ratio> {
        let adoptions = band.spans.iter().filter_map(|span| span.adoption.as_ref());
        adoptions
            .flat_map(|range| [range.low.clone().unwrap(), range.high.clone().unwrap()])
            .collect()
    };
    let within = |open: &Open| {
        let mut values = shares(&estimate.bands[open.band]);
        values.retain(|value| *value >= open.ends[0] && *value <= open.ends[1]);
        values.sort();
        values.dedup();
        values
    };
    product(&open.iter().map(within).collect::<Vec<_>>())
}

/// Who decides how many of a band move: an open adoption, or as many as are known to take part.
#[derive(Clone)]
enum Leader {
    Open(usize),
    Known(Ratio),
}

fn leaders(estimate: &Estimate, open: &[Open], horizon: i64) -> Vec<Vec<Leader>> {
    let of = |(index, band): (usize, &Band)| {
        let counted = band.spans.iter().filter(|span| span.from <= horizon);
        let known = counted.filter_map(|span| span.adoption.as_ref());
        let known = known.filter(|range| range.low == range.high).map(value).max();
        let open = open
            .iter()
            .enumerate()
            .filter(|(_, open)| open.band == index && band.spans[open.span].from <= horizon);
        let open = open.map(|(variable, _)| Leader::Open(variable));
        open.chain(known.map(Leader::Known)).collect::<Vec<_>>()
    };
    let all: Vec<Vec<Leader>> = estimate.bands.iter().enumerate().map(of).collect();
    all.iter().fold(vec![Vec::new()], |chosen, leaders| {
        let with = |chosen: Vec<Leader>| {
            leaders.iter().map(move |leader| [chosen.clone(), vec![leader.clone()]].concat())
        };
        chosen.into_iter().flat_map(with).collect()
    })
}

/// D at every year end as forms of what is open, if these leaders decide what migration costs.
fn running(estimate: &Estimate, open: &[Open], leaders: &[Leader], method: &Method) -> Vec<Form> {
    let (horizon, rate) = (method.deciding, method.rates[0]);
    let left = |point: &[Ratio]| -> Vec<Ratio> {
        let moved = estimate.bands.iter().zip(leaders).map(|(band, leader)| {
            let share = match leader {
                Leader::Open(variable) => &point[*variable],
                Leader::Known(share) => share,
            };
            share.times(&value(&band.migration)).times(&Ratio::whole(band.bodies))
        });
        let moved = moved.sum::<Ratio>().over(&Ratio::whole(1000)).unwrap();
        let cost = moved.plus(&value(&estimate.coordination)).plus(&value(&estimate.systems));
        let sums = reference::sums(&at(estimate, open, point), horizon, rate, 0);
        sums.iter().map(|sum| sum.minus(&cost)).collect()
    };
    let unit = |variable: usize| {
        (0..open.len()).map(|index| Ratio::whole(i64::from(index == variable))).collect::<Vec<_>>()
    };
    let constant = left(&unit(usize::MAX));
    let units: Vec<Vec<Ratio>> = (0..open.len()).map(|variable| left(&unit(variable))).collect();
    let form = |(end, constant): (usize, &Ratio)| Form {
        constant: constant.clone(),
        coefficients: units.iter().map(|unit| unit[end].minus(constant)).collect(),
    };
    constant.iter().enumerate().map(form).collect()
}

/// The walls of the box, where two shares are equal, and where nothing is missing or over.
fn planes(estimate: &Estimate, open: &[Open], method: &Method) -> Vec<Form> {
    let mut planes = Vec::new();
    let wall =
        |variable, end: &Ratio| Form::of(open.len(), end.negated(), [(variable, Ratio::whole(1))]);
    for (variable, one) in open.iter().enumerate() {
        planes.extend(one.ends.iter().map(|end| wall(variable, end)));
        for (other, _) in open.iter().enumerate().skip(variable + 1) {
            let parts = [(variable, Ratio::whole(1)), (other, Ratio::whole(-1))];
            planes.push(Form::of(open.len(), Ratio::whole(0), parts));
        }
    }
    for leaders in leaders(estimate, open, method.deciding) {
        for (variable, one) in open.iter().enumerate() {
            if let Leader::Known(share) = &leaders[one.band] {
                planes.push(wall(variable, share));
            }
        }
        planes.extend(running(estimate, open, &leaders, method));
    }
    planes
}

fn method(horizon: i64, rate: i64) -> Method {
    super::given::method(horizon, &[rate])
}

const HORIZONS: RangeInclusive<i64> = 2..=4;

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..Default::default() })]

    #[test]
    fn the_earliest_payback_is_that_of_some_point(
        given in estimates(false), horizon in HORIZONS, rate in prop::sample::select(vec![0, 1000]),
    ) {
        let given = side(&few(given, 2), true);
        let (method, open) = (method(horizon, rate), open(&given));
        let inside = |point: &Vec<Ratio>| {
            open.iter().zip(point).all(|(open, share)| *share >= open.ends[0] && *share <= open.ends[1])
        };
        let points = vertices(&planes(&given, &open, &method), open.len());
        let years = points.iter().filter(|point| inside(point));
        let years = years.filter_map(|point| {
            reference::payback(&at(&given, &open, point), horizon, rate, 0)
        });
        let found = &effect(&given, &method).paybacks[0];
        prop_assert_eq!(&found.earliest, &years.min());
    }

    #[test]
    fn the_latest_payback_is_that_of_some_corner(
        given in estimates(false), horizon in HORIZONS, rate in prop::sample::select(vec![0, 1000]),
    ) {
        let given = side(&few(given, 4), false);
        let open = open(&given);
        let corners = corners(&open).into_iter();
        let years = corners.map(|point| reference::payback(&at(&given, &open, &point), horizon, rate, 0));
        let years: Option<Vec<Ratio>> = years.collect();
        let found = &effect(&given, &method(horizon, rate)).paybacks[0];
        prop_assert_eq!(&found.latest, &years.and_then(|years| years.into_iter().max()));
    }

    #[test]
    fn what_is_left_and_what_it_costs_is_that_of_some_points(
        given in estimates(false), horizon in HORIZONS, rate in prop::sample::select(vec![0, 1000]),
    ) {
        let given = few(given, 4);
        let open = &open(&given);
        let left = |best| {
            let given = side(&given, best);
            let points = grid(open, &given).into_iter();
            points.map(move |point| {
                reference::missing(&at(&given, open, &point), horizon, rate, 0).pop().unwrap()
            })
        };
        let found = effect(&given, &method(horizon, rate));
        prop_assert_eq!(&found.values[0].value.low, &left(false).min());
        prop_assert_eq!(&found.values[0].value.high, &left(true).max());
        let ends = |best| {
            let given = side(&given, best);
            corners(open).into_iter().map(move |point| at(&given, open, &point))
        };
        let total = |point: Estimate| reference::sums(&point, horizon, 0, 0).pop().unwrap();
        prop_assert_eq!(&found.totals[0].total.low, &ends(false).map(total).min());
        prop_assert_eq!(&found.totals[0].total.high, &ends(true).map(total).max());
        let cost = |point: Estimate| reference::cost(&point, horizon);
        prop_assert_eq!(&found.cost.total.low, &ends(true).map(cost).min());
        prop_assert_eq!(&found.cost.total.high, &ends(false).map(cost).max());
    }
}
