//! What is won by size, so that a gain of all does not hide a loss of some.

use super::case::{Case, Size, Spell, count};
use super::yearly::state;
use crate::model::{Band, BandEffect, BandTotal, BandYear, Range, Ratio};

/// Every band, those that would show a single body without their numbers.
pub fn bands(case: &Case, bands: &[Band], horizons: &[i64], last: i64) -> Vec<BandEffect> {
    let hidden = suppressed(bands);
    let parts: Vec<Range> = (1..=last).map(|year| part(case, count(year))).collect();
    let shown = |(index, (size, band)): (usize, (&Size, &Band))| {
        let suppressed = hidden.contains(&index);
        let years = if suppressed { Vec::new() } else { years(size, &parts) };
        let horizons = if suppressed { &[] } else { horizons };
        let totals = horizons.iter().map(|horizon| total(&years, *horizon)).collect();
        BandEffect { id: band.id.clone(), suppressed, years, totals }
    };
    case.sizes.iter().zip(bands).enumerate().map(shown).collect()
}

/// Bands of one body; if there is only one, another with it, which could be had by subtraction.
fn suppressed(bands: &[Band]) -> Vec<usize> {
    let all = || bands.iter().enumerate().filter(|(_, band)| band.bodies > 0);
    let single: Vec<usize> =
        all().filter(|(_, band)| band.bodies == 1).map(|(index, _)| index).collect();
    let others = all().filter(|(_, band)| band.bodies > 1);
    let fewest = others.min_by_key(|(_, band)| band.bodies).map(|(index, _)| index);
    match *single {
        [_] => single.into_iter().chain(fewest).collect(),
        _ => single,
    }
}

/// A band year by year; `parts` are what a body bears in each.
fn years(size: &Size, parts: &[Range]) -> Vec<BandYear> {
    let in_year = |(year, part): (i64, &Range)| BandYear {
        year,
        gain: size.taken(count(year), Spell::gain),
        each: taking_part(size, count(year)).map(|spell| spell.gain().minus(part)),
    };
    (1..).zip(parts).map(in_year).collect()
}

/// What holds for the bodies of a size in a year in which some may take part.
fn taking_part(size: &Size, year: usize) -> Option<&Spell> {
    let (uptake, spell) = size.in_year(year)?;
    let some = uptake.most.is_positive() && size.bodies.is_positive();
    some.then_some(spell)
}

/// Every year's ends are reached at once, so that they may be summed.
fn total(years: &[BandYear], horizon: i64) -> BandTotal {
    let counted = years.iter().filter(|year| year.year <= horizon);
    let counted: Vec<&Range> = counted.filter_map(|year| year.each.as_ref()).collect();
    let each: Range = counted.iter().copied().cloned().sum();
    let state = (!counted.is_empty()).then(|| state(&each));
    BandTotal { horizon, each, state }
}

/// What a body that takes part bears in a year of what does not depend on their number.
fn part(case: &Case, year: usize) -> Range {
    let one = |_: &Spell| Range::exactly(Ratio::whole(1));
    let bodies: Range = case.sizes.iter().map(|size| size.taken(year, one)).sum();
    let among = |fixed: &Ratio, few| shared(fixed, if few { &bodies.low } else { &bodies.high });
    Range {
        low: case.fixed.low.as_ref().and_then(|fixed| among(fixed, fixed.is_negative())),
        high: case.fixed.high.as_ref().and_then(|fixed| among(fixed, fixed.is_positive())),
    }
}

/// Unbounded if perhaps nobody takes part: however few do, they bear it all.
fn shared(fixed: &Ratio, bodies: &Option<Ratio>) -> Option<Ratio> {
    fixed.over(bodies.as_ref()?)
}
