//! Single questions: what was judged, what carries it, what only points the way.

use crate::model::tables::{evidence, judgements};
use crate::model::{
    Atom, AtomFinding, CriteriaSet, Dataset, Reason, Row, State, carries, is_about, is_sufficient,
};

/// How one question about an area stands.
pub fn finding(dataset: &Dataset, set: &CriteriaSet, area: &str, atom: &Atom) -> AtomFinding {
    let rows = dataset.rows_of(&evidence::SPEC, evidence::area, area);
    let rows = rows.filter(|row| is_about(row, area, &atom.id));
    let (strong, leads): (Vec<&Row>, Vec<&Row>) = rows.partition(|row| is_sufficient(row));
    let judgement = judgement(dataset, set, area, &atom.id);
    let verdict = judgement.map_or(Verdict::Unjudged, |row| verdict(dataset, row));
    let ids = |rows: &[&Row]| rows.iter().map(|row| row.id.clone()).collect();
    AtomFinding {
        atom: atom.id.clone(),
        state: verdict.state(),
        judgement: judgement.map(|row| row.id.clone()),
        reasons: verdict.reasons(&strong),
        evidence: ids(&strong),
        leads: ids(&leads),
    }
}

/// What a person's judgement comes to.
enum Verdict {
    Unjudged,
    NotAsked,
    Carried(State),
    Uncarried(State),
}

fn verdict(dataset: &Dataset, judgement: &Row) -> Verdict {
    let Some(written) = judgement.get(judgements::state) else { return Verdict::Unjudged };
    let Some(state) = State::named(written.code) else { return Verdict::NotAsked };
    let cited = judgement.get(judgements::evidence).unwrap_or_default().iter();
    let mut cited = cited.filter_map(|id| dataset.row(evidence::SPEC.name, id));
    let is_own = |row: &Row| {
        let area = judgement.get(judgements::area).unwrap_or_default();
        is_about(row, area, judgement.get(judgements::atom).unwrap_or_default())
    };
    match state {
        State::Insufficient => Verdict::Carried(state),
        _ if cited.any(|row| is_own(row) && carries(row, state)) => Verdict::Carried(state),
        _ => Verdict::Uncarried(state),
    }
}

impl Verdict {
    fn state(&self) -> Option<State> {
        match self {
            Self::NotAsked => None,
            Self::Carried(state) => Some(*state),
            Self::Unjudged | Self::Uncarried(_) => Some(State::Insufficient),
        }
    }

    fn reasons(&self, strong: &[&Row]) -> Vec<Reason> {
        let own = match self {
            Self::Unjudged => Reason::Unjudged,
            Self::NotAsked => Reason::NotAsked,
            Self::Carried(state) => Reason::Judged(*state),
            Self::Uncarried(state) => Reason::Unsupported(*state),
        };
        let other = match self {
            Self::Carried(State::Met) => Some(State::NotMet),
            Self::Carried(State::NotMet) => Some(State::Met),
            _ => None,
        };
        let against = |state: State| strong.iter().filter(|row| carries(row, state)).count();
        let contrary = other.map(against).filter(|count| *count > 0).map(Reason::Contrary);
        [Some(own), contrary].into_iter().flatten().collect()
    }
}

fn judgement<'a>(
    dataset: &'a Dataset,
    set: &CriteriaSet,
    area: &'a str,
    atom: &str,
) -> Option<&'a Row> {
    dataset.rows_of(&judgements::SPEC, judgements::area, area).find(|row| {
        row.get(judgements::atom) == Some(atom)
            && row.get(judgements::criteria_set) == Some(set.id.as_str())
    })
}
