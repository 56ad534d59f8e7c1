//! Which prompts of the set apply to an area.

use crate::model::tables::criteria_applications;
use crate::model::{Assessment, Condition, CriteriaSet, Dataset, State};

/// The ids of the prompts whose conditions all hold.
pub fn applying(
    dataset: &Dataset,
    set: &CriteriaSet,
    area: &str,
    assessment: &Assessment,
) -> Vec<String> {
    let holds = |condition: &Condition| match condition {
        Condition::Atom(id, wanted) => {
            atom(assessment, id).is_some_and(|state| wanted.contains(&state))
        }
        Condition::Test(id, wanted) => {
            assessment.test(id).is_some_and(|test| wanted.contains(&test.state))
        }
        Condition::Criterion(id) => is_named(dataset, area, id),
    };
    let applying = set.prompts.iter().filter(|prompt| prompt.conditions.iter().all(holds));
    applying.map(|prompt| prompt.id.clone()).collect()
}

/// How a question stands; none if it is not asked.
fn atom(assessment: &Assessment, id: &str) -> Option<State> {
    assessment.atoms().find(|atom| atom.atom == id)?.state
}

/// Whether a criterion names the area.
fn is_named(dataset: &Dataset, area: &str, criterion: &str) -> bool {
    dataset
        .rows_of(&criteria_applications::SPEC, criteria_applications::area, area)
        .any(|row| row.get(criteria_applications::criterion) == Some(criterion))
}
