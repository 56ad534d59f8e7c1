//! Whether a cost can be recovered and lost again, so that the answer depends on the horizon.

use super::case::Case;
use super::path::Path;
use super::weights::Weights;

/// On any of the paths with all amounts and all adoptions at one end, undiscounted.
pub fn falls_back(case: &Case, horizon: i64) -> bool {
    let weights = Weights::new(horizon, 0, case.delay);
    let whole = |path: &Path<'_>| path.end == weights.horizon();
    [case.clone().at_least(), case.clone().at_most()].iter().any(|case| {
        let paths = [Path::worst(case, &weights), Path::best(case, &weights).filter(whole)];
        paths.iter().flatten().any(relapses)
    })
}

/// Whether something is missing at a year end after one at which nothing was. The adoption of the
/// path is known, so its least is its value.
fn relapses(path: &Path<'_>) -> bool {
    let missing = (1..=path.end).map(|end| {
        let moment = path.moment(end);
        path.value(&moment, &path.lowest(&moment)).is_negative()
    });
    missing.skip_while(|missing| *missing).any(|missing| missing)
}
