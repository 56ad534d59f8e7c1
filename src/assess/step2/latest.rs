//! The moment from which the cost is recovered for good, whatever the adoption.

use super::path::{Moment, Path, root, years};
use crate::model::Ratio;

/// The latest such moment; none if something may be missing at the end.
pub fn latest(path: &Path<'_>) -> Option<Ratio> {
    let missing = |moment: &Moment| path.value(moment, &path.lowest(moment)).is_negative();
    let mut after = path.moment(path.end);
    if missing(&after) {
        return None;
    }
    for end in (0..path.end).rev() {
        let before = path.moment(end);
        if missing(&before) {
            return Some(years(end).plus(&crossing(path, &before, &after)));
        }
        after = before;
    }
    Some(years(0))
}

/// The part of a year after which nothing is missing. The least is a concave line of pieces: the
/// root of a piece never lies beyond its own.
fn crossing(path: &Path<'_>, before: &Moment, after: &Moment) -> Ratio {
    let mut point = path.lowest(before);
    loop {
        let part = root(&path.value(before, &point), &path.value(after, &point));
        let now = before.towards(after, &part);
        point = path.lowest(&now);
        if !path.value(&now, &point).is_negative() {
            return part;
        }
    }
}
