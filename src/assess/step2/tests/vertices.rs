//! Corners of what linear conditions allow, found by trying every combination of them.

use crate::assess::step2::simplex::Form;
use crate::model::Ratio;

/// The points at which as many forms as there are variables are zero.
pub fn vertices(forms: &[Form], variables: usize) -> Vec<Vec<Ratio>> {
    let mut found = Vec::new();
    let mut chosen = Vec::new();
    choose(forms, variables, &mut chosen, &mut found);
    found
}

fn choose<'a>(
    forms: &'a [Form],
    missing: usize,
    chosen: &mut Vec<&'a Form>,
    found: &mut Vec<Vec<Ratio>>,
) {
    if missing == 0 {
        found.extend(solve(chosen));
        return;
    }
    for (index, form) in forms.iter().enumerate() {
        chosen.push(form);
        choose(&forms[index + 1..], missing - 1, chosen, found);
        chosen.pop();
    }
}

/// Gauss and Jordan: the only point at which all are zero.
fn solve(forms: &[&Form]) -> Option<Vec<Ratio>> {
    let mut rows: Vec<Vec<Ratio>> = forms
        .iter()
        .map(|form| form.coefficients.iter().cloned().chain([form.constant.negated()]).collect())
        .collect();
    for column in 0..rows.len() {
        let pivot = (column..rows.len()).find(|row| !rows[*row][column].is_zero())?;
        rows.swap(column, pivot);
        let divisor = rows[column][column].clone();
        rows[column].iter_mut().for_each(|value| *value = value.over(&divisor).unwrap());
        for row in (0..rows.len()).filter(|row| *row != column) {
            let (factor, solved) = (rows[row][column].clone(), rows[column].clone());
            let pairs = rows[row].iter_mut().zip(&solved);
            pairs.for_each(|(value, by)| *value = value.minus(&by.times(&factor)));
        }
    }
    Some(rows.into_iter().map(|row| row.last().unwrap().clone()).collect())
}

#[test]
fn two_lines_meet_once_or_not_at_all() {
    let form = |constant, x, y| Form {
        constant: Ratio::whole(constant),
        coefficients: vec![Ratio::whole(x), Ratio::whole(y)],
    };
    let forms = [form(-3, 1, 1), form(-1, 0, 1), form(-5, 2, 2)];
    let half = |twice| Ratio::whole(twice).over(&Ratio::whole(2)).unwrap();
    assert_eq!(vertices(&forms, 2), [vec![half(4), half(2)], vec![half(3), half(2)]]);
}
