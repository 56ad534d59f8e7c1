//! An estimate as the computation reads it: what is one unknown stands in one place.

use crate::model::{self, Change, Decimal, Estimate, Range, Ratio};

/// What is computed: an estimate, or what a scenario makes of it.
#[derive(Clone, Debug)]
pub struct Case {
    pub coordination: Range,
    pub systems: Range,
    /// a year
    pub fixed: Range,
    pub sizes: Vec<Size>,
    /// years before the first of operation
    pub delay: usize,
}

/// Bodies of one size.
#[derive(Clone, Debug)]
pub struct Size {
    pub bodies: Ratio,
    /// once for a body that takes part
    pub migration: Range,
    pub uptakes: Vec<Uptake>,
}

/// One unknown share of the bodies, per mille, and the spells in which it takes part.
#[derive(Clone, Debug)]
pub struct Uptake {
    pub least: Ratio,
    pub most: Ratio,
    pub spells: Vec<Spell>,
}

/// Years of operation in which the same amounts hold for a body.
#[derive(Clone, Debug)]
pub struct Spell {
    pub years: Years,
    pub common: Range,
    pub present: Range,
    pub benefit: Range,
}

/// Years of operation from one on, until another begins.
#[derive(Clone, Copy, Debug)]
pub struct Years {
    /// counted from 1
    pub from: usize,
    /// the first one after; none: without end
    pub until: Option<usize>,
}

impl Years {
    /// All of them.
    pub const ALL: Self = Self { from: 1, until: None };

    fn contain(self, year: usize) -> bool {
        self.from <= year && self.until.is_none_or(|until| year < until)
    }
}

impl Case {
    pub fn new(estimate: &Estimate) -> Self {
        Self {
            coordination: estimate.coordination.clone(),
            systems: estimate.systems.clone(),
            fixed: estimate.fixed.clone(),
            sizes: estimate.bands.iter().map(Size::new).collect(),
            delay: 0,
        }
    }

    /// With one thing changed.
    pub fn changed(&self, change: Change) -> Self {
        let mut case = self.clone();
        match change {
            Change::Cost(share) => {
                let sizes = case.sizes.iter_mut().map(|size| &mut size.migration);
                scale([&mut case.coordination, &mut case.systems].into_iter().chain(sizes), share);
            }
            Change::Operating(share) => {
                scale([&mut case.fixed], share);
                scale(case.spells_mut().map(|spell| &mut spell.common), share);
            }
            Change::Benefit(share) => {
                scale(case.spells_mut().map(|spell| &mut spell.benefit), share);
            }
            Change::Adoption(share) => {
                let share = per_mille(share);
                for uptake in case.uptakes_mut() {
                    uptake.least = uptake.least.times(&share);
                    uptake.most = uptake.most.times(&share);
                }
            }
            Change::Delay(years) => case.delay = count(years),
        }
        case
    }

    /// With every adoption at its least.
    pub fn at_least(mut self) -> Self {
        self.uptakes_mut().for_each(|uptake| uptake.most.clone_from(&uptake.least));
        self
    }

    /// With every adoption at its most.
    pub fn at_most(mut self) -> Self {
        self.uptakes_mut().for_each(|uptake| uptake.least.clone_from(&uptake.most));
        self
    }

    fn uptakes_mut(&mut self) -> impl Iterator<Item = &mut Uptake> {
        self.sizes.iter_mut().flat_map(|size| &mut size.uptakes)
    }

    fn spells_mut(&mut self) -> impl Iterator<Item = &mut Spell> {
        self.uptakes_mut().flat_map(|uptake| &mut uptake.spells)
    }
}

impl Size {
    fn new(band: &model::Band) -> Self {
        let mut uptakes: Vec<Uptake> = Vec::new();
        let ends = band.spans.iter().skip(1).map(|span| Some(count(span.from))).chain([None]);
        for (span, until) in band.spans.iter().zip(ends) {
            let spell = Spell::new(span, until);
            match (&span.adoption, uptakes.last_mut()) {
                (None, Some(before)) => before.spells.push(spell),
                (adoption, _) => uptakes.push(Uptake::new(adoption.as_ref(), spell)),
            }
        }
        let bodies = Ratio::whole(band.bodies.max(0));
        Self { bodies, migration: band.migration.clone(), uptakes }
    }

    /// An amount per body, for between `least` and `most` per mille of them.
    pub fn share(&self, amount: &Range, least: &Ratio, most: &Ratio) -> Range {
        amount.scaled(least, most).times(&self.bodies.times(&per_mille(1)))
    }

    /// An amount per body, for those that take part in a year of operation.
    pub fn taken(&self, year: usize, amount: impl Fn(&Spell) -> Range) -> Range {
        match self.in_year(year) {
            Some((uptake, spell)) => self.share(&amount(spell), &uptake.least, &uptake.most),
            None => Range::exactly(Ratio::whole(0)),
        }
    }

    /// What holds in a year of operation.
    pub fn in_year(&self, year: usize) -> Option<(&Uptake, &Spell)> {
        self.uptakes.iter().find_map(|uptake| {
            let spell = uptake.spells.iter().find(|spell| spell.years.contain(year));
            Some((uptake, spell?))
        })
    }
}

impl Uptake {
    /// An end nobody entered is that of all shares there are.
    fn new(adoption: Option<&Range>, first: Spell) -> Self {
        let end = |end: Option<&Ratio>, other| end.cloned().unwrap_or_else(|| Ratio::whole(other));
        Self {
            least: end(adoption.and_then(|range| range.low.as_ref()), 0),
            most: end(adoption.and_then(|range| range.high.as_ref()), 1000),
            spells: vec![first],
        }
    }

    /// Whether it begins within so many years of operation.
    pub fn begins_by(&self, year: usize) -> bool {
        self.spells.first().is_some_and(|spell| spell.years.from <= year)
    }
}

impl Spell {
    fn new(span: &model::Span, until: Option<usize>) -> Self {
        Self {
            years: Years { from: count(span.from), until },
            common: span.common.clone(),
            present: span.present.clone(),
            benefit: span.benefit.clone(),
        }
    }

    /// What a body wins in a year.
    pub fn gain(&self) -> Range {
        self.benefit.plus(&self.present).minus(&self.common)
    }
}

/// A number of years; none is below zero.
pub fn count(years: i64) -> usize {
    usize::try_from(years).unwrap_or(0)
}

fn scale<'a>(amounts: impl IntoIterator<Item = &'a mut Range>, share: i64) {
    let share = per_mille(share);
    amounts.into_iter().for_each(|amount| *amount = amount.times(&share));
}

fn per_mille(share: i64) -> Ratio {
    Ratio::from(Decimal::new(share, 3))
}
