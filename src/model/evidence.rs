//! What evidence can do: carry a state, or only point the way.

use super::tables::evidence;
use super::{Row, State};

/// The strengths that can carry a state; the others are leads.
const SUFFICIENT: [&str; 3] = ["survey", "law", "statement"];

/// Whether a row of `evidence` can settle a question at all.
pub fn is_sufficient(row: &Row) -> bool {
    row.get(evidence::strength).is_some_and(|entry| SUFFICIENT.contains(&entry.code))
}

/// Whether a row of `evidence` is about a question of an area.
pub fn is_about(row: &Row, area: &str, atom: &str) -> bool {
    row.get(evidence::area) == Some(area) && row.get(evidence::atom) == Some(atom)
}

/// Whether a row of `evidence` carries a state: strong enough, and pointing that way.
pub fn carries(row: &Row, state: State) -> bool {
    let direction = row.get(evidence::direction).map(|entry| entry.code);
    let points = match state {
        State::Met => direction == Some("for"),
        State::NotMet => direction == Some("against"),
        State::Insufficient => true,
    };
    is_sufficient(row) && points
}
