//! The running sum of what is won less what it took, with all but the adoption at one end.

use super::case::{Case, Size, Uptake, Years};
use super::movers::{Movers, Share};
use super::weights::{Flow, Weights};
use crate::model::{Range, Ratio};

/// The running sum at every year end up to the last, as it depends on adoption. It is told in parts
/// of a yen of today so small that it stays whole where the amounts are.
pub struct Path<'a> {
    weights: &'a Weights,
    /// the last year end
    pub end: usize,
    /// once, before anybody moves
    outlay: Ratio,
    /// a year, whoever takes part
    fixed: Vec<Flow>,
    pub sizes: Vec<Movers>,
}

/// The running sum at one moment: what is there anyhow, and what each share of each size wins.
pub struct Moment {
    anyhow: Ratio,
    pub gains: Vec<Vec<Ratio>>,
}

/// A choice of the shares of each size.
pub type Point = Vec<Vec<Ratio>>;

/// Shares are per mille.
const ALL: i64 = 1000;

impl<'a> Path<'a> {
    /// With costs at their most and gains at their least; none if that is unbounded.
    pub fn worst(case: &Case, weights: &'a Weights) -> Option<Self> {
        let (cost, gain): (End, End) = (|cost| cost.high.as_ref(), |gain| gain.low.as_ref());
        Side { weights, end: weights.horizon(), cost, gain }.path(case)
    }

    /// With costs at their least and gains at their most, up to the last year end at which that is
    /// bounded; none if not even the cost is.
    pub fn best(case: &Case, weights: &'a Weights) -> Option<Self> {
        let (cost, gain): (End, End) = (|cost| cost.low.as_ref(), |gain| gain.high.as_ref());
        Side { weights, end: bounded(case, weights), cost, gain }.path(case)
    }

    /// The running sum at a year end.
    pub fn moment(&self, end: usize) -> Moment {
        let won = |share: &Share| self.weights.worth(&share.flows, end);
        Moment {
            anyhow: self.weights.worth(&self.fixed, end).minus(&self.outlay),
            gains: self.sizes.iter().map(|size| size.shares.iter().map(won).collect()).collect(),
        }
    }

    /// The running sum at a moment for one choice of the shares.
    pub fn value(&self, moment: &Moment, point: &Point) -> Ratio {
        let sizes = self.sizes.iter().zip(&moment.gains).zip(point);
        let values = sizes.map(|((size, gains), shares)| size.value(gains, shares));
        values.sum::<Ratio>().plus(&moment.anyhow)
    }

    /// A choice of the shares for which it is least.
    pub fn lowest(&self, moment: &Moment) -> Point {
        self.sizes.iter().zip(&moment.gains).map(|(size, gains)| size.lowest(gains)).collect()
    }

    /// The least it can be at the end, in yen.
    pub fn least(&self) -> Ratio {
        let moment = self.moment(self.end);
        self.yen(&self.value(&moment, &self.lowest(&moment)))
    }

    /// The greatest it can be at the end, in yen.
    pub fn greatest(&self) -> Ratio {
        let moment = self.moment(self.end);
        let sizes = self.sizes.iter().zip(&moment.gains);
        let point = sizes.map(|(size, gains)| size.highest(gains)).collect();
        self.yen(&self.value(&moment, &point))
    }

    fn yen(&self, value: &Ratio) -> Ratio {
        let yen = self.weights.unit.times(&Ratio::whole(ALL));
        value.over(&yen).unwrap_or_else(|| Ratio::whole(0))
    }
}

impl Moment {
    /// Part of the way to a later one; within a year it is linear.
    pub fn towards(&self, later: &Self, part: &Ratio) -> Self {
        let between = |from: &Ratio, to: &Ratio| from.plus(&to.minus(from).times(part));
        let all = |(from, to): (&Vec<Ratio>, &Vec<Ratio>)| {
            from.iter().zip(to).map(|(from, to)| between(from, to)).collect()
        };
        Self {
            anyhow: between(&self.anyhow, &later.anyhow),
            gains: self.gains.iter().zip(&later.gains).map(all).collect(),
        }
    }
}

/// One end of a range.
type End = fn(&Range) -> Option<&Ratio>;

/// Which end of everything is taken, up to which year end.
struct Side<'a> {
    weights: &'a Weights,
    end: usize,
    cost: End,
    gain: End,
}

impl<'a> Side<'a> {
    fn path(&self, case: &Case) -> Option<Path<'a>> {
        let once = (self.cost)(&case.coordination)?.plus((self.cost)(&case.systems)?);
        let fixed = case.fixed.negated().times(&Ratio::whole(ALL));
        let sizes = some_bodies(case).map(|size| self.movers(size));
        Some(Path {
            outlay: once.times(&self.weights.unit).times(&Ratio::whole(ALL)),
            fixed: self.flows([(Years::ALL, fixed)])?,
            sizes: sizes.collect::<Option<_>>()?,
            weights: self.weights,
            end: self.end,
        })
    }

    /// Nobody takes part, nothing comes of it: even of what is unbounded.
    fn movers(&self, size: &Size) -> Option<Movers> {
        let uptakes = some_uptake(size).filter(|uptake| uptake.begins_by(self.weights.horizon()));
        let shares: Vec<Share> =
            uptakes.map(|uptake| self.share(size, uptake)).collect::<Option<_>>()?;
        let migration = match shares.is_empty() {
            true => Ratio::whole(0),
            false => (self.cost)(&size.migration)?.times(&size.bodies).times(&self.weights.unit),
        };
        Some(Movers { migration, shares })
    }

    fn share(&self, size: &Size, uptake: &Uptake) -> Option<Share> {
        let spells = uptake.spells.iter();
        let gains = spells.map(|spell| (spell.years, spell.gain().times(&size.bodies)));
        let flows = self.flows(gains)?;
        Some(Share { least: uptake.least.clone(), most: uptake.most.clone(), flows })
    }

    /// Those that count before the end.
    fn flows(&self, gains: impl IntoIterator<Item = (Years, Range)>) -> Option<Vec<Flow>> {
        let counted = |years: Years| self.weights.start(years.from) < self.end;
        let gains = gains.into_iter().filter(|(years, _)| counted(*years));
        gains
            .map(|(years, gain)| Some(Flow { years, yearly: (self.gain)(&gain)?.clone() }))
            .collect()
    }
}

/// The last year end before some share can win without bound.
fn bounded(case: &Case, weights: &Weights) -> usize {
    let spells = some_bodies(case).flat_map(some_uptake).flat_map(|uptake| &uptake.spells);
    let unbounded = spells.filter(|spell| spell.gain().high.is_none());
    let starts = unbounded.map(|spell| weights.start(spell.years.from));
    starts.chain([weights.horizon()]).min().unwrap_or(0)
}

fn some_bodies(case: &Case) -> impl Iterator<Item = &Size> {
    case.sizes.iter().filter(|size| !size.bodies.is_zero())
}

fn some_uptake(size: &Size) -> impl Iterator<Item = &Uptake> {
    size.uptakes.iter().filter(|uptake| !uptake.most.is_zero())
}

/// A year end as a time.
pub fn years(end: usize) -> Ratio {
    Ratio::whole(i64::try_from(end).unwrap_or(i64::MAX))
}

/// The part of a year at which a running sum that rises from one value to another is zero.
pub fn root(before: &Ratio, after: &Ratio) -> Ratio {
    before.over(&before.minus(after)).unwrap_or_else(|| Ratio::whole(0))
}
