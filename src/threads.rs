//! The only threads below `shell`: a map over items, in parallel, its results in their order.

use rayon::prelude::*;

/// Maps every item; the results stand in the order of the items, whatever ran first.
pub fn each<T: Sync, U: Send>(items: &[T], map: impl Fn(&T) -> U + Sync + Send) -> Vec<U> {
    items.par_iter().map(map).collect()
}
