//! Linear programmes over a box, solved exactly.
//!
//! Every variable is a linear form of the few that are zero at present. A condition is added once
//! the point meets it, so that the point never leaves what is allowed and no first phase with
//! variables of its own is needed. Bland's rule (the least number enters, the least number leaves)
//! never comes back to where it was.

use std::mem;

use crate::model::Ratio;

/// `constant + coefficient * variable + ...`
#[derive(Clone, Debug)]
pub struct Form {
    pub constant: Ratio,
    pub coefficients: Vec<Ratio>,
}

/// A point of a box, and the conditions it keeps to.
pub struct Simplex {
    /// the numbers of the variables that are zero
    free: Vec<usize>,
    /// the others, each as a form of these
    bound: Vec<(usize, Form)>,
}

impl Simplex {
    /// Variables between zero and their upper ends, not below zero themselves.
    pub fn within(upper: &[Ratio]) -> Self {
        let distance = |(index, end): (usize, &Ratio)| {
            let form = Form::of(upper.len(), end.clone(), [(index, Ratio::whole(-1))]);
            (upper.len() + index, form)
        };
        Self {
            free: (0..upper.len()).collect(),
            bound: upper.iter().enumerate().map(distance).collect(),
        }
    }

    /// Moves to where a form is greatest, and tells how great.
    pub fn maximise(&mut self, form: &Form) -> Ratio {
        let mut goal = self.current(form);
        while let Some((column, row)) = self.step(&goal) {
            self.exchange(column, row, &mut goal);
        }
        goal.constant
    }

    /// From here on a form is not to be below zero; whether the conditions so far allow it.
    pub fn require(&mut self, form: &Form) -> bool {
        if self.maximise(form).is_negative() {
            return false;
        }
        let number = self.free.len() + self.bound.len();
        self.bound.push((number, self.current(form)));
        true
    }

    /// Where it stands.
    pub fn point(&self) -> Vec<Ratio> {
        let mut point = vec![zero(); self.free.len()];
        for (number, form) in &self.bound {
            if let Some(value) = point.get_mut(*number) {
                value.clone_from(&form.constant);
            }
        }
        point
    }

    /// A form of the variables as one of those that are zero at present.
    fn current(&self, form: &Form) -> Form {
        let coefficient = |number: &usize| form.coefficients.get(*number).cloned();
        let free = self.free.iter().map(|number| coefficient(number).unwrap_or_else(zero));
        let mut current = Form { constant: form.constant.clone(), coefficients: free.collect() };
        for (number, row) in &self.bound {
            if let Some(factor) = form.coefficients.get(*number) {
                current.add(factor, row);
            }
        }
        current
    }

    /// The column that raises the goal and the row that first stops it.
    fn step(&self, goal: &Form) -> Option<(usize, usize)> {
        let raising = self.free.iter().zip(&goal.coefficients).enumerate();
        let raising = raising.filter(|(_, (_, coefficient))| coefficient.is_positive());
        let (column, _) = raising.min_by_key(|(_, (number, _))| **number)?;
        let stops = self.bound.iter().enumerate().filter_map(|(row, (number, form))| {
            let fall = form.coefficients.get(column).filter(|fall| fall.is_negative())?;
            Some((form.constant.over(&fall.negated())?, number, row))
        });
        stops.min().map(|(_, _, row)| (column, row))
    }

    /// Lets a free variable and a bound one change places.
    fn exchange(&mut self, column: usize, row: usize, goal: &mut Form) {
        let (number, mut form) = self.bound.swap_remove(row);
        let Some(entering) = self.free.get_mut(column) else { return };
        let entering = mem::replace(entering, number);
        form.solve(column);
        for (_, other) in &mut self.bound {
            other.replace(column, &form);
        }
        goal.replace(column, &form);
        self.bound.push((entering, form));
    }
}

impl Form {
    /// Of so many variables, few of which matter.
    pub fn of<const N: usize>(
        variables: usize,
        constant: Ratio,
        parts: [(usize, Ratio); N],
    ) -> Self {
        let mut coefficients = vec![zero(); variables];
        for (index, part) in parts {
            coefficients.iter_mut().skip(index).take(1).for_each(|place| place.clone_from(&part));
        }
        Self { constant, coefficients }
    }

    /// Its value where the variables have some values.
    pub fn value(&self, point: &[Ratio]) -> Ratio {
        let parts = self.coefficients.iter().zip(point).map(|(factor, value)| factor.times(value));
        parts.sum::<Ratio>().plus(&self.constant)
    }

    /// Part of the way to another.
    pub fn towards(&self, other: &Self, part: &Ratio) -> Self {
        let mut form = self.clone();
        form.add(part, other);
        form.add(&part.negated(), self);
        form
    }

    fn add(&mut self, factor: &Ratio, other: &Self) {
        if factor.is_zero() {
            return;
        }
        self.constant = self.constant.plus(&other.constant.times(factor));
        for (to, from) in self.coefficients.iter_mut().zip(&other.coefficients) {
            if !from.is_zero() {
                *to = to.plus(&from.times(factor));
            }
        }
    }

    /// From `y = constant + a x + ...` to `x = -constant/a + y/a - ...`, y in the place of x.
    fn solve(&mut self, column: usize) {
        let Some(divisor) = self.coefficients.get(column).cloned() else { return };
        let divide = |value: &Ratio| value.over(&divisor).unwrap_or_else(zero);
        self.constant = divide(&self.constant.negated());
        for (at, value) in self.coefficients.iter_mut().enumerate() {
            *value = divide(&if at == column { Ratio::whole(1) } else { value.negated() });
        }
    }

    /// Puts a form in the place of the variable it is solved for.
    fn replace(&mut self, column: usize, solved: &Self) {
        let Some(place) = self.coefficients.get_mut(column) else { return };
        let factor = mem::replace(place, zero());
        self.add(&factor, solved);
    }
}

fn zero() -> Ratio {
    Ratio::whole(0)
}
