//! Small random estimates, points of them, and wider ones.

use proptest::collection::vec;
use proptest::prelude::*;

use super::given::{band, estimate};
use crate::model::{Band, Change, Estimate, Method, Range, Ratio, Scenario, Span};

/// Any estimate; `open` ones have unbounded ends.
pub fn estimates(open: bool) -> impl Strategy<Value = Estimate> {
    let once = (cost(-10..40, open), cost(0..20, open), cost(-3..8, open));
    let bands = vec(bands(open), 1..=3);
    (once, bands).prop_map(|((coordination, systems, fixed), bands)| Estimate {
        systems,
        fixed,
        ..estimate(coordination, bands)
    })
}

fn bands(open: bool) -> impl Strategy<Value = Band> {
    let spans = vec((1..3i64, spans(open)), 1..=3);
    (0..4i64, cost(0..25, open), spans).prop_map(|(bodies, migration, spans)| {
        let froms = spans.iter().map(|(years, _)| *years).scan(1, |next, years| {
            let from = *next;
            *next += years;
            Some(from)
        });
        let froms: Vec<i64> = froms.collect();
        let spans = froms.into_iter().zip(spans);
        let spans = spans.map(|(from, (_, span))| Span {
            from,
            adoption: span.adoption.filter(|_| true),
            ..span
        });
        let mut spans: Vec<Span> = spans.collect();
        let first = spans[0].adoption.get_or_insert_with(|| range(250, 1000)).clone();
        spans[0].adoption = Some(first);
        band(bodies, migration, spans)
    })
}

fn spans(open: bool) -> impl Strategy<Value = Span> {
    let adoption =
        prop::option::of(ends(0..5).prop_map(|(low, high)| range(250 * low, 250 * high)));
    let unknown = if open { 0.05 } else { 0.0 };
    let benefit = (ends(-25..25), prop::bool::weighted(unknown), prop::bool::weighted(unknown));
    let benefit = benefit.prop_map(|((low, high), below, above)| Range {
        low: (!below).then(|| Ratio::whole(low)),
        high: (!above).then(|| Ratio::whole(high)),
    });
    (adoption, cost(-5..15, open), cost(-5..15, open), benefit).prop_map(
        |(adoption, common, present, benefit)| Span {
            from: 1,
            adoption,
            common,
            present,
            benefit,
            hours: None,
        },
    )
}

fn cost(values: std::ops::Range<i64>, open: bool) -> impl Strategy<Value = Range> {
    let above = prop::bool::weighted(if open { 0.05 } else { 0.0 });
    (ends(values), above).prop_map(|((low, high), above)| Range {
        low: Some(Ratio::whole(low)),
        high: (!above).then(|| Ratio::whole(high)),
    })
}

/// Two ends, often the same.
fn ends(values: std::ops::Range<i64>) -> impl Strategy<Value = (i64, i64)> {
    (values.clone(), values, any::<bool>()).prop_map(|(one, other, same)| {
        if same { (one, one) } else { (one.min(other), one.max(other)) }
    })
}

fn range(low: i64, high: i64) -> Range {
    Range::between(Ratio::whole(low), Ratio::whole(high))
}

/// What is done with each range of an estimate.
pub fn choices() -> impl Strategy<Value = Vec<i64>> {
    vec(0..5i64, 50)
}

/// Every range of an estimate, and whether it is an adoption.
pub fn ranges(estimate: &mut Estimate) -> Vec<(bool, &mut Range)> {
    let once = [&mut estimate.coordination, &mut estimate.systems, &mut estimate.fixed];
    let mut all: Vec<_> = once.into_iter().map(|range| (false, range)).collect();
    for band in &mut estimate.bands {
        all.push((false, &mut band.migration));
        for span in &mut band.spans {
            all.extend(span.adoption.as_mut().map(|adoption| (true, adoption)));
            all.extend(
                [&mut span.common, &mut span.present, &mut span.benefit]
                    .map(|range| (false, range)),
            );
        }
    }
    all
}

/// A point of an estimate.
pub fn point(estimate: &Estimate, choices: &[i64]) -> Estimate {
    let mut point = estimate.clone();
    for ((_, range), choice) in ranges(&mut point).into_iter().zip(choices.iter().cycle()) {
        let step = Ratio::whole(*choice);
        let far = step.times(&Ratio::whole(30));
        let value = match (&range.low, &range.high) {
            (Some(low), Some(high)) => {
                let quarter = high.minus(low).over(&Ratio::whole(4)).unwrap();
                low.plus(&quarter.times(&step))
            }
            (Some(low), None) => low.plus(&far),
            (None, Some(high)) => high.minus(&far),
            (None, None) => far.minus(&Ratio::whole(60)),
        };
        *range = Range::exactly(value);
    }
    point
}

/// An estimate of which less is known.
pub fn wider(estimate: &Estimate, choices: &[i64]) -> Estimate {
    let mut wider = estimate.clone();
    for ((share, range), choice) in ranges(&mut wider).into_iter().zip(choices.iter().cycle()) {
        if *choice == 4 && !share {
            range.high = None;
        }
        let by = Ratio::whole(if share { 100 * choice } else { *choice });
        let bound = |value: Ratio| if share { value.min(Ratio::whole(1000)) } else { value };
        let floor = |value: Ratio| if share { value.max(Ratio::whole(0)) } else { value };
        range.high = range.high.take().map(|high| bound(high.plus(&by)));
        range.low = range.low.take().map(|low| floor(low.minus(&by)));
    }
    for band in &mut wider.bands {
        band.migration.low = Some(Ratio::whole(0));
    }
    wider
}

/// Horizons that end within, at and after the last span.
pub fn method() -> Method {
    let changes = [
        Change::Cost(1500),
        Change::Operating(900),
        Change::Benefit(700),
        Change::Adoption(500),
        Change::Adoption(0),
        Change::Delay(2),
    ];
    let scenario = |change| Scenario { id: format!("{change:?}"), change };
    Method {
        horizons: vec![1, 3, 5],
        deciding: 3,
        rates: vec![0, 1000],
        scenarios: changes.map(scenario).to_vec(),
        plausible: None,
    }
}
