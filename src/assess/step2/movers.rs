//! The bodies of one size at one moment: what their shares win, less what it costs to move.
//!
//! That is linear in the shares but for the migration: every body moves once, so that it costs as
//! much as the greatest share of all years.

use super::weights::Flow;
use crate::model::Ratio;

/// Bodies of one size, as far as they can take part.
pub struct Movers {
    /// once, for each per mille that takes part
    pub migration: Ratio,
    pub shares: Vec<Share>,
}

/// One unknown share of them, per mille.
pub struct Share {
    pub least: Ratio,
    pub most: Ratio,
    /// for each per mille
    pub flows: Vec<Flow>,
}

impl Movers {
    /// What a choice of the shares wins.
    pub fn value(&self, gains: &[Ratio], point: &[Ratio]) -> Ratio {
        let won: Ratio = gains.iter().zip(point).map(|(gain, share)| gain.times(share)).sum();
        won.minus(&greatest(point).times(&self.migration))
    }

    /// The choice that wins least. Shares that lose are at their most, the others at their least;
    /// but one of these, raised, may cost more to move than it wins.
    pub fn lowest(&self, gains: &[Ratio]) -> Vec<Ratio> {
        let shares = || self.shares.iter().zip(gains);
        let point: Vec<Ratio> =
            shares().map(|(share, gain)| share.end(gain.is_negative()).clone()).collect();
        let moved = greatest(&point);
        let raised = self.shares.iter().enumerate().filter(|(_, share)| share.most > moved);
        let raised = raised.map(|(at, share)| replaced(&point, at, &share.most));
        let choices = raised.map(|point| (self.value(gains, &point), point));
        let least = choices.min().filter(|(least, _)| *least < self.value(gains, &point));
        least.map_or(point, |(_, raised)| raised)
    }

    /// The choice that wins most. Shares that win are at their most, as far as it pays to move.
    pub fn highest(&self, gains: &[Ratio]) -> Vec<Ratio> {
        let moved = self.worthwhile(gains).max(self.certain());
        let shares = self.shares.iter().zip(gains);
        shares.map(|(share, gain)| share.end(gain.is_positive()).min(&moved).clone()).collect()
    }

    /// The share up to which it pays to move: those that can still grow win more than that costs.
    fn worthwhile(&self, gains: &[Ratio]) -> Ratio {
        let winning = self.shares.iter().zip(gains).filter(|(_, gain)| gain.is_positive());
        let mut winning: Vec<_> = winning.map(|(share, gain)| (&share.most, gain)).collect();
        winning.sort_by(|(one, _), (other, _)| other.cmp(one));
        let mut together = Ratio::whole(0);
        let pays = winning.into_iter().find(|(_, gain)| {
            together = together.plus(gain);
            together > self.migration
        });
        pays.map_or_else(|| Ratio::whole(0), |(most, _)| most.clone())
    }

    /// The choice with every share at its least.
    pub fn least(&self) -> Vec<Ratio> {
        self.shares.iter().map(|share| share.least.clone()).collect()
    }

    /// The greatest of the least shares: no fewer will have moved.
    pub fn certain(&self) -> Ratio {
        greatest(self.shares.iter().map(|share| &share.least))
    }
}

impl Share {
    /// Whether it is not known.
    pub fn is_open(&self) -> bool {
        self.least < self.most
    }

    fn end(&self, most: bool) -> &Ratio {
        if most { &self.most } else { &self.least }
    }
}

/// The greatest of some shares; nothing of none.
fn greatest<'a>(shares: impl IntoIterator<Item = &'a Ratio>) -> Ratio {
    shares.into_iter().max().cloned().unwrap_or_else(|| Ratio::whole(0))
}

fn replaced(point: &[Ratio], at: usize, share: &Ratio) -> Vec<Ratio> {
    let pick = |(index, old)| if index == at { share } else { old };
    point.iter().enumerate().map(pick).cloned().collect()
}
