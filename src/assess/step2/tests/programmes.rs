//! The simplex against trying every corner.

use proptest::collection::vec;
use proptest::prelude::*;

use super::vertices::vertices;
use crate::assess::step2::simplex::{Form, Simplex};
use crate::model::Ratio;

fn forms(variables: usize) -> impl Strategy<Value = Form> {
    (-9..10i64, vec(-5..6i64, variables)).prop_map(|(constant, coefficients)| Form {
        constant: Ratio::whole(constant),
        coefficients: coefficients.into_iter().map(Ratio::whole).collect(),
    })
}

/// The ends of the variables, conditions, and goals.
fn programmes() -> impl Strategy<Value = (Vec<Ratio>, Vec<Form>, Vec<Form>)> {
    (1..4usize).prop_flat_map(|variables| {
        let upper = vec((0..4i64).prop_map(Ratio::whole), variables);
        (upper, vec(forms(variables), 0..4), vec(forms(variables), 1..3))
    })
}

/// What holds the variables in the box.
fn walls(upper: &[Ratio]) -> Vec<Form> {
    let wall = |index: usize, constant: Ratio, sign| {
        Form::of(upper.len(), constant, [(index, Ratio::whole(sign))])
    };
    let both = |(index, end): (usize, &Ratio)| {
        [wall(index, Ratio::whole(0), 1), wall(index, end.clone(), -1)]
    };
    upper.iter().enumerate().flat_map(both).collect()
}

/// The greatest value of a goal at the corners that meet all conditions.
fn tried(upper: &[Ratio], conditions: &[Form], goal: &Form) -> Option<Ratio> {
    let all: Vec<Form> = walls(upper).into_iter().chain(conditions.iter().cloned()).collect();
    let met = |point: &Vec<Ratio>| all.iter().all(|form| !form.value(point).is_negative());
    vertices(&all, upper.len())
        .iter()
        .filter(|point| met(point))
        .map(|point| goal.value(point))
        .max()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_corner_is_better((upper, conditions, goals) in programmes()) {
        let mut simplex = Simplex::within(&upper);
        for (index, condition) in conditions.iter().enumerate() {
            let possible = tried(&upper, &conditions[..=index], condition).is_some();
            prop_assert_eq!(simplex.require(condition), possible);
            if !possible {
                return Ok(());
            }
        }
        for goal in &goals {
            let greatest = simplex.maximise(goal);
            prop_assert_eq!(Some(greatest.clone()), tried(&upper, &conditions, goal));
            let point = simplex.point();
            prop_assert_eq!(goal.value(&point), greatest);
            let all = walls(&upper).into_iter().chain(conditions.iter().cloned());
            prop_assert!(all.into_iter().all(|form| !form.value(&point).is_negative()));
        }
    }
}
