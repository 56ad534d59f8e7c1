//! Three-valued logic. A question that is not asked is left out before it gets here.

use crate::model::State;

/// One that is met is enough; nothing to combine says nothing.
pub fn any(states: impl IntoIterator<Item = State>) -> State {
    let best = |so_far: State, state: State| match (so_far, state) {
        (State::Met, _) | (_, State::Met) => State::Met,
        (State::Insufficient, _) | (_, State::Insufficient) => State::Insufficient,
        _ => State::NotMet,
    };
    states.into_iter().reduce(best).unwrap_or(State::Insufficient)
}

/// Every one has to be met; nothing to combine says nothing.
pub fn all(states: impl IntoIterator<Item = State>) -> State {
    negated(any_of_negated(states))
}

fn any_of_negated(states: impl IntoIterator<Item = State>) -> State {
    any(states.into_iter().map(negated))
}

/// Yes and no change places; unknown stays unknown.
fn negated(state: State) -> State {
    match state {
        State::Met => State::NotMet,
        State::NotMet => State::Met,
        State::Insufficient => State::Insufficient,
    }
}
