//! The definitions, word for word, for an estimate whose amounts are all known.

use crate::model::{Band, Estimate, Range, Ratio, Span};

/// The only value of a range.
pub fn value(range: &Range) -> Ratio {
    assert_eq!(range.low, range.high);
    range.low.clone().unwrap()
}

pub fn whole(value: i64) -> Ratio {
    Ratio::whole(value)
}

/// The span that covers a year, and the share that takes part in it.
pub fn in_year(band: &Band, year: i64) -> (&Span, Ratio) {
    let index = band.spans.iter().rposition(|span| span.from <= year).unwrap();
    let adoption = band.spans[..=index].iter().rev().find_map(|span| span.adoption.as_ref());
    (&band.spans[index], value(adoption.unwrap()).over(&whole(1000)).unwrap())
}

/// G of a year of operation.
pub fn gain(estimate: &Estimate, year: i64) -> Ratio {
    let bands = estimate.bands.iter().map(|band| {
        let (span, share) = in_year(band, year);
        let each = value(&span.benefit).plus(&value(&span.present)).minus(&value(&span.common));
        each.times(&share).times(&whole(band.bodies))
    });
    bands.sum::<Ratio>().minus(&value(&estimate.fixed))
}

/// K over so many years.
pub fn cost(estimate: &Estimate, horizon: i64) -> Ratio {
    let bands = estimate.bands.iter().map(|band| {
        let most = (1..=horizon).map(|year| in_year(band, year).1).max();
        let moved = most.unwrap_or_else(|| whole(0)).times(&whole(band.bodies));
        moved.times(&value(&band.migration))
    });
    bands.sum::<Ratio>().plus(&value(&estimate.coordination)).plus(&value(&estimate.systems))
}

/// C at every year end, operation beginning so many years late.
pub fn sums(estimate: &Estimate, horizon: i64, rate: i64, delay: i64) -> Vec<Ratio> {
    let factor = whole(10_000).over(&whole(10_000 + rate)).unwrap();
    let mut sums = vec![whole(0)];
    for year in 1..=horizon {
        let gain = if year > delay { gain(estimate, year - delay) } else { whole(0) };
        let worth = factor.power(u32::try_from(year).unwrap());
        sums.push(sums.last().unwrap().plus(&gain.times(&worth)));
    }
    sums
}

/// D at every year end.
pub fn missing(estimate: &Estimate, horizon: i64, rate: i64, delay: i64) -> Vec<Ratio> {
    let cost = cost(estimate, horizon);
    sums(estimate, horizon, rate, delay).iter().map(|sum| sum.minus(&cost)).collect()
}

/// The least s from which D is never below zero.
pub fn payback(estimate: &Estimate, horizon: i64, rate: i64, delay: i64) -> Option<Ratio> {
    let left = missing(estimate, horizon, rate, delay);
    if left.last().unwrap().is_negative() {
        return None;
    }
    let Some(last) = left.iter().rposition(Ratio::is_negative) else { return Some(whole(0)) };
    let (before, after) = (&left[last], &left[last + 1]);
    let part = before.negated().over(&after.minus(before)).unwrap();
    Some(whole(i64::try_from(last).unwrap()).plus(&part))
}

/// What a body that takes part wins in a year after an equal part of F; none if none takes part.
pub fn each(estimate: &Estimate, band: &Band, year: i64) -> Option<Ratio> {
    let bodies = |band: &Band| in_year(band, year).1.times(&whole(band.bodies));
    let all: Ratio = estimate.bands.iter().map(bodies).sum();
    let (span, _) = in_year(band, year);
    let won = value(&span.benefit).plus(&value(&span.present)).minus(&value(&span.common));
    let part = value(&estimate.fixed).over(&all)?;
    bodies(band).is_positive().then(|| won.minus(&part))
}

/// N* with all bodies at their mix.
pub fn break_even(estimate: &Estimate, horizon: i64, rate: i64) -> Option<i64> {
    let factor = whole(10_000).over(&whole(10_000 + rate)).unwrap();
    let worth = |year: i64| factor.power(u32::try_from(year).unwrap());
    let years: Ratio = (1..=horizon).map(worth).sum();
    let bodies = whole(estimate.bands.iter().map(|band| band.bodies).sum());
    let won = |year: i64| -> Ratio {
        let bands = estimate.bands.iter().map(|band| {
            let (span, _) = in_year(band, year);
            let each = value(&span.benefit).plus(&value(&span.present)).minus(&value(&span.common));
            each.times(&whole(band.bodies))
        });
        bands.sum::<Ratio>().times(&worth(year))
    };
    let gain = (1..=horizon).map(won).sum::<Ratio>().over(&years.times(&bodies))?;
    let moving = |band: &Band| value(&band.migration).times(&whole(band.bodies));
    let migration = estimate.bands.iter().map(moving).sum::<Ratio>().over(&bodies)?;
    let once = value(&estimate.coordination).plus(&value(&estimate.systems));
    let burden = once.over(&years)?.plus(&value(&estimate.fixed));
    let left = gain.minus(&migration.over(&years)?);
    let number = burden.over(&left).filter(|_| left.is_positive())?.ceil().max(whole(0));
    number.to_whole().filter(|_| number <= bodies)
}
