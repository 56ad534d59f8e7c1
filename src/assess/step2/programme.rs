//! The running sum as a linear programme: its variables are what a share that is not known has
//! above its least, and what the greatest share of a size has above the greatest least one.

use super::movers::{Movers, Share};
use super::path::{Moment, Path};
use super::simplex::{Form, Simplex};
use crate::model::Ratio;

/// The variables with what binds them, and the running sum at every year end as a form of them.
pub fn programme(path: &Path<'_>) -> (Simplex, Vec<Form>) {
    let sizes: Vec<Variables<'_>> = path.sizes.iter().map(Variables::new).collect();
    let upper: Vec<Ratio> = sizes.iter().flat_map(Variables::upper).collect();
    let mut simplex = Simplex::within(&upper);
    let mut first = 0;
    for size in &sizes {
        for condition in size.conditions(first, upper.len()) {
            simplex.require(&condition);
        }
        first += size.upper().count();
    }
    let least: Vec<Vec<Ratio>> = path.sizes.iter().map(Movers::least).collect();
    let form = |moment: Moment| {
        let sizes = sizes.iter().zip(&moment.gains);
        let coefficients = sizes.flat_map(|(size, gains)| size.coefficients(gains)).collect();
        Form { constant: path.value(&moment, &least), coefficients }
    };
    (simplex, (0..=path.end).map(|end| form(path.moment(end))).collect())
}

/// The variables of one size: its open shares, and the greatest of them if that is one.
struct Variables<'a> {
    size: &'a Movers,
    /// no fewer will have moved
    certain: Ratio,
    /// how many more can; none where that costs nothing, is known, or is the only share itself
    top: Option<Ratio>,
}

impl<'a> Variables<'a> {
    fn new(size: &'a Movers) -> Self {
        let certain = size.certain();
        let most = size.shares.iter().map(|share| &share.most).max();
        let varies = size.shares.len() > 1 && !size.migration.is_zero();
        let top = most.map(|most| most.minus(&certain)).filter(|top| varies && top.is_positive());
        Self { size, certain, top }
    }

    fn upper(&self) -> impl Iterator<Item = Ratio> {
        self.open().map(|share| share.most.minus(&share.least)).chain(self.top.clone())
    }

    /// No share is above the greatest; its own variables begin at one of all.
    fn conditions(&self, first: usize, all: usize) -> Vec<Form> {
        let Some(_) = self.top else { return Vec::new() };
        let top = first + self.open().count();
        let above = |(index, share): (usize, &Share)| {
            let parts = [(top, Ratio::whole(1)), (first + index, Ratio::whole(-1))];
            Form::of(all, self.certain.minus(&share.least), parts)
        };
        let leading = self.open().enumerate().filter(|(_, share)| share.most > self.certain);
        leading.map(above).collect()
    }

    /// What each variable adds to the running sum. The only share of a size is itself the greatest.
    fn coefficients(&self, gains: &[Ratio]) -> Vec<Ratio> {
        let Movers { migration, shares } = self.size;
        let net =
            |gain: &Ratio| if shares.len() == 1 { gain.minus(migration) } else { gain.clone() };
        let open = shares.iter().zip(gains).filter(|(share, _)| share.is_open());
        let top = self.top.as_ref().map(|_| migration.negated());
        open.map(|(_, gain)| net(gain)).chain(top).collect()
    }

    fn open(&self) -> impl Iterator<Item = &'a Share> {
        self.size.shares.iter().filter(|share| share.is_open())
    }
}
