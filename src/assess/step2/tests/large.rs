//! The largest case there can be.

use super::given::{band, estimate, known, method, range, span};
use super::reference;
use crate::assess::step2::effect;
use crate::model::{Band, Estimate, Range, Ratio, Span};

const LARGEST: i64 = 1_000_000_000_000_000;

/// Adoption grows in four steps, each unknown; what a body wins changes twice more.
fn growing(bodies: i64, part: i64) -> Band {
    let yearly = LARGEST / part;
    let step = |from, low, high| span(from, range(low, high), range(yearly / 2, yearly));
    let spans = vec![
        span(1, range(0, 100), range(-yearly, -yearly / 7)),
        step(3, 50, 300),
        step(6, 200, 700),
        step(11, 500, 1000),
        span(20, None, range(yearly / 2, 2 * yearly)),
        span(40, None, range(yearly, 3 * yearly)),
    ];
    let operated = |span| Span { common: known(LARGEST), present: known(LARGEST), ..span };
    let spans = spans.into_iter().map(operated).collect();
    band(bodies, range(3 * yearly, 6 * yearly), spans)
}

fn largest() -> Estimate {
    let bodies = [20, 62, 87, 688, 744, 140];
    let bands = bodies.into_iter().zip(17_011..).map(|(bodies, part)| growing(bodies, part));
    let mut given = estimate(range(LARGEST / 30, LARGEST / 20), bands.collect());
    given.systems = range(LARGEST / 30, LARGEST / 20);
    given.fixed = range(LARGEST / 990, LARGEST / 900);
    given
}

/// With every range at one end, costs at the other.
fn at(estimate: &Estimate, best: bool) -> Estimate {
    let pick = |range: &Range, high: bool| {
        Range::exactly(if high { range.high.clone() } else { range.low.clone() }.unwrap())
    };
    let mut given = estimate.clone();
    for cost in [&mut given.coordination, &mut given.systems, &mut given.fixed] {
        *cost = pick(cost, !best);
    }
    for band in &mut given.bands {
        band.migration = pick(&band.migration, !best);
        for span in &mut band.spans {
            span.benefit = pick(&span.benefit, best);
            span.adoption = span.adoption.as_ref().map(|adoption| pick(adoption, best));
        }
    }
    given
}

/// That a range from the engine holds the two ends by definition.
fn holds(range: &Range, least: &Ratio, most: &Ratio) {
    assert!(range.low.as_ref().unwrap() <= least && range.high.as_ref().unwrap() >= most);
}

#[test]
fn sixty_years_of_the_largest_amounts() {
    let given = largest();
    let effect = effect(&given, &method(60, &[0, 400, 137]));
    let [worst, best] = [false, true].map(|best| at(&given, best));
    for (payback, value) in effect.paybacks.iter().zip(&effect.values) {
        let years = [&best, &worst].map(|given| reference::payback(given, 60, payback.rate, 0));
        let [earliest, latest] = years.map(Option::unwrap);
        let between = |years: &Ratio| *years > Ratio::whole(5) && *years < Ratio::whole(60);
        assert!(between(&earliest) && between(&latest));
        assert!(*payback.earliest.as_ref().unwrap() <= earliest);
        assert!(*payback.latest.as_ref().unwrap() >= latest);
        let left = [&worst, &best].map(|given| reference::missing(given, 60, payback.rate, 0));
        holds(&value.value, &left[0][60], &left[1][60]);
    }
}
