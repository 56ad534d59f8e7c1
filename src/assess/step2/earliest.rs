//! The earliest moment from which some adoption keeps the cost recovered.
//!
//! No corner need be the best: one adoption may recover soon and lose it again, another late, and
//! only something between them keeps to all the conditions.

use super::path::{Path, root, years};
use super::programme::programme;
use super::simplex::{Form, Simplex};
use crate::model::Ratio;

/// The earliest such moment within a horizon. Where the path ends before it, some gain is unbounded:
/// then all can be recovered right after the end of the path.
pub fn earliest(path: &Path<'_>, horizon: usize) -> Option<Ratio> {
    let (mut simplex, ends) = programme(path);
    let mut held = ends.len();
    loop {
        let (before, kept) = ends.split_at(held);
        let Some(goal) = before.last() else { return Some(years(0)) };
        let point = highest(&mut simplex, goal, kept);
        if goal.value(&point).is_negative() {
            return match kept.first() {
                Some(next) => {
                    let part = crossing(&mut simplex, [goal, next], kept, point);
                    Some(years(before.len() - 1).plus(&part))
                }
                None => (path.end < horizon).then(|| years(path.end)),
            };
        }
        held =
            before.iter().rposition(|end| end.value(&point).is_negative()).map_or(0, |at| at + 1);
    }
}

/// A point at which the goal is greatest while nothing is missing at any end that is kept. These
/// can all be met; few of them bind, so each is required only once a point breaks it.
fn highest(simplex: &mut Simplex, goal: &Form, kept: &[Form]) -> Vec<Ratio> {
    loop {
        simplex.maximise(goal);
        let point = simplex.point();
        let values = kept.iter().map(|end| (end.value(&point), end));
        let broken = values.filter(|(value, _)| value.is_negative()).min_by(|a, b| a.0.cmp(&b.0));
        match broken {
            Some((_, end)) if simplex.require(end) => {}
            _ => return point,
        }
    }
}

/// The least part of a year after which nothing need be missing. The greatest value is a convex
/// line of pieces: the root of a piece never lies before its own.
fn crossing(
    simplex: &mut Simplex,
    [before, after]: [&Form; 2],
    kept: &[Form],
    mut point: Vec<Ratio>,
) -> Ratio {
    loop {
        let part = root(&before.value(&point), &after.value(&point));
        let goal = before.towards(after, &part);
        point = highest(simplex, &goal, kept);
        if !goal.value(&point).is_positive() {
            return part;
        }
    }
}
