//! A sum shared among bodies: equally, by inhabitants, by use.

use std::collections::BTreeSet;

use crate::model::Ratio;

/// A body that bears a part.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Body {
    /// unique; where remainders are equal, the lesser bears the yen
    pub code: String,
    /// inhabitants
    pub people: i64,
    /// how much it uses, in a unit common to all
    pub usage: i64,
}

/// How much of the sum is shared by what.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Weights {
    /// 均等割
    pub equal: Ratio,
    /// 人口割
    pub people: Ratio,
    /// 利用量
    pub usage: Ratio,
}

/// The shares, or why there are none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Sharing {
    /// whole yen in the order of the bodies, together the sum
    Shares(Vec<i64>),
    /// there is no body
    NoBody,
    /// the sum, a weight, a number of inhabitants or a use is below zero
    BelowZero,
    /// the weights are not one together
    NotOne,
    /// something is shared by inhabitants, and there are none
    NoPeople,
    /// something is shared by use, and there is none
    NoUsage,
}

/// Shares whole yen by largest remainder, whatever the order of the bodies.
pub fn shares(total: i64, weights: &Weights, bodies: &[Body]) -> Sharing {
    match wrong(total, weights, bodies) {
        Some(wrong) => wrong,
        None => Sharing::Shares(rounded(&exact(total, weights, bodies), bodies)),
    }
}

/// What keeps a sum from being shared.
fn wrong(total: i64, weights: &Weights, bodies: &[Body]) -> Option<Sharing> {
    let all = [&weights.equal, &weights.people, &weights.usage];
    let below = |body: &Body| body.people < 0 || body.usage < 0;
    let nothing = |weight: &Ratio, number| !weight.is_zero() && sum(bodies, number).is_zero();
    if bodies.is_empty() {
        Some(Sharing::NoBody)
    } else if total < 0 || all.iter().any(|weight| weight.is_negative()) || bodies.iter().any(below)
    {
        Some(Sharing::BelowZero)
    } else if all.into_iter().cloned().sum::<Ratio>() != Ratio::whole(1) {
        Some(Sharing::NotOne)
    } else if nothing(&weights.people, people) {
        Some(Sharing::NoPeople)
    } else {
        nothing(&weights.usage, usage).then_some(Sharing::NoUsage)
    }
}

/// What each would bear if a yen could be divided.
fn exact(total: i64, weights: &Weights, bodies: &[Body]) -> Vec<Ratio> {
    let bases: [(&Ratio, Number); 3] =
        [(&weights.equal, |_| 1), (&weights.people, people), (&weights.usage, usage)];
    let counted = bases.into_iter().filter(|(weight, _)| !weight.is_zero());
    let rates = counted.filter_map(|(weight, number)| {
        Some((weight.times(&Ratio::whole(total)).over(&sum(bodies, number))?, number))
    });
    let rates: Vec<(Ratio, Number)> = rates.collect();
    let share =
        |body| rates.iter().map(|(rate, number)| rate.times(&Ratio::whole(number(body)))).sum();
    bodies.iter().map(share).collect()
}

/// The whole yen of each, and one yen more for the largest remainders until none is missing.
fn rounded(exact: &[Ratio], bodies: &[Body]) -> Vec<i64> {
    let remainder = |share: &Ratio| share.minus(&share.floor());
    let mut order: Vec<_> = exact.iter().map(remainder).zip(bodies).enumerate().collect();
    let missing =
        order.iter().map(|(_, (remainder, _))| remainder.clone()).sum::<Ratio>().to_whole();
    order.sort_by(|(_, (a, left)), (_, (b, right))| {
        b.cmp(a).then_with(|| left.code.cmp(&right.code))
    });
    let missing = missing.and_then(|count| usize::try_from(count).ok()).unwrap_or(0);
    let raised: BTreeSet<usize> = order.into_iter().take(missing).map(|(index, _)| index).collect();
    let whole = |share: &Ratio| share.floor().to_whole().unwrap_or(i64::MAX);
    let one = |index| i64::from(raised.contains(&index));
    exact.iter().enumerate().map(|(index, share)| whole(share) + one(index)).collect()
}

/// What a sum is shared by.
type Number = fn(&Body) -> i64;

fn people(body: &Body) -> i64 {
    body.people
}

fn usage(body: &Body) -> i64 {
    body.usage
}

fn sum(bodies: &[Body], number: Number) -> Ratio {
    bodies.iter().map(|body| Ratio::whole(number(body))).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::Decimal;

    /// Weights in per mille.
    fn weights(equal: i64, people: i64, usage: i64) -> Weights {
        let weight = |per_mille| Ratio::from(Decimal::new(per_mille, 3));
        Weights { equal: weight(equal), people: weight(people), usage: weight(usage) }
    }

    fn body(code: &str, people: i64, usage: i64) -> Body {
        Body { code: code.to_owned(), people, usage }
    }

    #[test]
    fn the_checked_value() {
        let bodies = [body("1", 8_000, 100), body("2", 45_000, 900), body("3", 120_000, 3_000)];
        let found = shares(10_000_000, &weights(300, 500, 200), &bodies);
        assert_eq!(found, Sharing::Shares(vec![1_281_214, 2_750_578, 5_968_208]));
    }

    #[test]
    fn the_lesser_code_bears_the_yen_where_remainders_are_equal() {
        let codes = ["c", "a", "b"].map(|code| body(code, 0, 0));
        assert_eq!(shares(8, &weights(1000, 0, 0), &codes), Sharing::Shares(vec![2, 3, 3]));
    }

    #[test]
    fn what_is_wrong_is_told() {
        let bodies = [body("a", 1, 0), body("b", 0, 0)];
        let told = |total, weights, bodies: &[Body]| shares(total, &weights, bodies);
        assert_eq!(told(1, weights(1000, 0, 0), &[]), Sharing::NoBody);
        assert_eq!(told(-1, weights(1000, 0, 0), &bodies), Sharing::BelowZero);
        assert_eq!(told(1, weights(1001, -1, 0), &bodies), Sharing::BelowZero);
        assert_eq!(told(1, weights(1000, 0, 0), &[body("a", 0, -1)]), Sharing::BelowZero);
        assert_eq!(told(1, weights(999, 0, 0), &bodies), Sharing::NotOne);
        assert_eq!(told(1, weights(0, 1000, 0), &[body("a", 0, 1)]), Sharing::NoPeople);
        assert_eq!(told(1, weights(0, 999, 1), &bodies), Sharing::NoUsage);
        assert_eq!(told(5, weights(0, 1000, 0), &bodies), Sharing::Shares(vec![5, 0]));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..Default::default() })]

        #[test]
        fn shares_are_the_sum_whatever_the_order(
            total in 0..=1_000_000_000_000_000i64,
            numbers in proptest::collection::vec((1..9i64, 1..9i64), 1..9),
            (equal, people) in (0..=500i64, 0..=500i64),
        ) {
            let given: Vec<Body> = numbers
                .iter()
                .enumerate()
                .map(|(index, (people, usage))| body(&index.to_string(), *people, *usage))
                .collect();
            let weights = weights(equal, people, 1000 - equal - people);
            let Sharing::Shares(found) = shares(total, &weights, &given) else {
                return Err(TestCaseError::fail("not shared"));
            };
            prop_assert_eq!(found.iter().sum::<i64>(), total);
            for (share, exact) in found.iter().zip(exact(total, &weights, &given)) {
                let off = Ratio::whole(*share).minus(&exact);
                prop_assert!(off < Ratio::whole(1) && off > Ratio::whole(-1));
            }
            let turned: Vec<Body> = given.iter().rev().cloned().collect();
            let back = found.into_iter().rev().collect();
            prop_assert_eq!(shares(total, &weights, &turned), Sharing::Shares(back));
        }
    }
}
