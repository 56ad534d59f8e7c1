//! Estimates to compute.

use crate::model::{Band, Effect, Estimate, Method, Range, Ratio, Span};

pub fn range(low: impl Into<Option<i64>>, high: impl Into<Option<i64>>) -> Range {
    Range { low: low.into().map(Ratio::whole), high: high.into().map(Ratio::whole) }
}

pub fn known(value: i64) -> Range {
    range(value, value)
}

/// Years in which a body wins an amount, all of it a benefit; adoption as in the span before if
/// there is none.
pub fn span(from: i64, adoption: impl Into<Option<Range>>, benefit: Range) -> Span {
    let (common, present) = (known(0), known(0));
    Span { from, adoption: adoption.into(), common, present, benefit, hours: None }
}

pub fn band(bodies: i64, migration: Range, spans: Vec<Span>) -> Band {
    Band { id: format!("band of {bodies}"), bodies, migration, spans, ..Band::default() }
}

pub fn estimate(coordination: Range, bands: Vec<Band>) -> Estimate {
    Estimate { coordination, systems: known(0), fixed: known(0), bands, ..Estimate::default() }
}

/// One body that takes part from the beginning and wins an amount each year.
pub fn plain(outlay: i64, gains: &[i64]) -> Estimate {
    let whole = |from| (from == 1).then(|| known(1000));
    let spans = (1..).zip(gains).map(|(from, gain)| span(from, whole(from), known(*gain)));
    estimate(known(outlay), vec![band(1, known(0), spans.collect())])
}

pub fn method(horizon: i64, rates: &[i64]) -> Method {
    Method {
        horizons: vec![horizon],
        deciding: horizon,
        rates: rates.to_vec(),
        ..Method::default()
    }
}

/// The earliest and the latest payback at a rate, to four places.
pub fn payback(effect: &Effect, rate: i64) -> [Option<String>; 2] {
    let found = effect.paybacks.iter().find(|payback| payback.rate == rate).unwrap();
    [&found.earliest, &found.latest].map(|end| end.as_ref().map(|end| end.places_text(4)))
}

/// A range in words of the contract: whole, or none where it is unbounded.
pub fn whole(range: &Range) -> [Option<String>; 2] {
    [&range.low, &range.high].map(|end| end.as_ref().map(Ratio::whole_text))
}
