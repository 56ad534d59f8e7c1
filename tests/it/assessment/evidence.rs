//! Evidence taken away, and evidence added: states follow it, and nothing else moves.

use kyotsu::model::tables::{codes, evidence, judgements};
use kyotsu::model::{CodeEntry, Dataset, Row, Rule, State, Table, Value};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::{Standing, real, settled};

/// What may settle a question; voices, examples and images may not.
const STRONG: [&str; 3] = ["survey", "law", "statement"];

/// In the repository's data nearly all evidence is leads; a few states rest on one survey each.
#[test]
fn taking_away_a_row_of_the_real_evidence_takes_away_what_only_it_carried() {
    let turned = taken_away_one_by_one(real());
    let rows = real().rows(&evidence::SPEC).len();
    assert!(turned > 0 && turned < rows / 2, "{turned} of {rows} rows carry a state alone");
}

/// In the test project every question is settled, most by one row, some by two.
#[test]
fn taking_away_a_row_where_everything_is_settled_does_the_same() {
    let turned = taken_away_one_by_one(settled());
    let rows = settled().rows(&evidence::SPEC).len();
    assert!(turned > rows / 3 && turned < rows, "{turned} of {rows} rows carry a state alone");
    let before = Standing::of(settled());
    let is_open = |state: &Option<State>| matches!(state, None | Some(State::Insufficient));
    assert!(!before.questions.values().any(|answer| is_open(&answer.state)));
}

/// Takes away each row of evidence with every reference to it, and compares everything with what
/// the tables say should become of it. How many rows carried a state alone.
fn taken_away_one_by_one(dataset: &Dataset) -> usize {
    let before = Standing::of(dataset);
    let rows = dataset.rows(&evidence::SPEC);
    let turned = kyotsu::threads::each(rows, |row| {
        let after = Standing::of(&without(dataset, &[&row.id]));
        let (expected, turns) = expected(dataset, &before, row);
        assert_eq!(after.questions, expected.questions, "questions without {}", row.id);
        assert_eq!(after.tests, expected.tests, "tests without {}", row.id);
        let area = row.get(evidence::area).unwrap();
        let others = |standing: &Standing| {
            let mut rest = standing.rest.clone();
            rest.retain(|name, _| !turns || name != area);
            rest
        };
        assert_eq!(others(&after), others(&expected), "what else is said without {}", row.id);
        usize::from(turns)
    });
    turned.into_iter().sum()
}

/// How everything should stand without a row, and whether that turns a state.
fn expected(dataset: &Dataset, before: &Standing, row: &Row) -> (Standing, bool) {
    let mut standing = before.clone();
    let (area, atom) = question(row);
    let turns = carries_alone(dataset, row);
    let answer = standing.questions.get_mut(&(area.clone(), atom)).expect("a known question");
    match is_strong(row) {
        true => answer.evidence -= 1,
        false => answer.leads -= 1,
    }
    if turns {
        answer.state = Some(State::Insufficient);
    }
    let set = dataset.set().unwrap();
    for test in set.tests.iter().filter(|test| !test.rule.is_computed()) {
        let states: Vec<State> = set
            .atoms_of(&test.id)
            .filter_map(|one| standing.questions[&(area.clone(), one.id.clone())].state)
            .collect();
        standing.tests.insert((area.clone(), test.id.clone()), combined(test.rule, &states));
    }
    (standing, turns)
}

/// OR and AND, said in another way than the program does.
fn combined(rule: Rule, states: &[State]) -> State {
    let (decisive, otherwise) = match rule {
        Rule::All => (State::NotMet, State::Met),
        _ => (State::Met, State::NotMet),
    };
    if states.contains(&decisive) {
        decisive
    } else if !states.is_empty() && states.iter().all(|state| *state == otherwise) {
        otherwise
    } else {
        State::Insufficient
    }
}

/// Whether a state rests on this row and on no other.
fn carries_alone(dataset: &Dataset, row: &Row) -> bool {
    let judgements = dataset.rows(&judgements::SPEC).iter();
    let mut on_it = judgements.filter(|one| one.refers_to(judgements::evidence.index, &row.id));
    on_it.any(|judgement| {
        let direction = match judgement.get(judgements::state).map(|state| state.code) {
            Some("met") => "for",
            Some("not_met") => "against",
            _ => return false,
        };
        let cited = judgement.get(judgements::evidence).unwrap_or_default().iter();
        let cited = cited.filter_map(|id| dataset.row("evidence", id));
        let carry =
            |one: &&Row| is_strong(one) && code(one, evidence::direction.index) == direction;
        cited.filter(carry).map(|one| &one.id).eq([&row.id])
    })
}

fn is_strong(row: &Row) -> bool {
    STRONG.contains(&code(row, evidence::strength.index))
}

fn code(row: &Row, column: usize) -> &'static str {
    match &row.values[column] {
        Value::Code(entry) => entry.code,
        other => panic!("no code: {other:?}"),
    }
}

/// The area and the question a row of evidence is about.
fn question(row: &Row) -> (String, String) {
    let area = row.get(evidence::area).unwrap();
    (area.to_owned(), row.get(evidence::atom).unwrap().to_owned())
}

/// The data without some rows of evidence, as if they had never been cited.
fn without(dataset: &Dataset, ids: &[&str]) -> Dataset {
    let mut dataset = dataset.clone();
    let is_gone = |id: &str| ids.contains(&id);
    let mut rows = dataset.rows(&evidence::SPEC).to_vec();
    rows.retain(|row| !is_gone(&row.id));
    dataset.tables.insert("evidence", Table::new(&evidence::SPEC, rows));
    for row in &mut dataset.tables.get_mut("judgements").unwrap().rows {
        if let Value::Refs(cited) = &mut row.values[judgements::evidence.index] {
            cited.retain(|id| !is_gone(id));
        }
    }
    dataset
}

/// A row of evidence somebody may add, and whether the judgement of its question cites it.
#[derive(Clone, Debug)]
struct Added {
    question: (String, String),
    strength: &'static str,
    direction: &'static str,
    is_cited: bool,
}

impl Added {
    fn new(
        (question, strength, direction, is_cited): (
            (String, String),
            &'static str,
            &'static str,
            bool,
        ),
    ) -> Self {
        Self { question, strength, direction, is_cited }
    }
}

/// Rows about a few questions, so that several are about one.
fn any_added() -> impl Strategy<Value = Vec<Added>> {
    let rows = settled().rows(&judgements::SPEC).iter();
    let questions = rows.map(|row| {
        let (area, atom) = (row.get(judgements::area), row.get(judgements::atom));
        (area.unwrap().to_owned(), atom.unwrap().to_owned())
    });
    let codes = |list: &'static [CodeEntry]| {
        select(list.iter().map(|entry| entry.code).collect::<Vec<_>>())
    };
    subsequence(questions.collect::<Vec<_>>(), 1..4).prop_flat_map(move |few| {
        let (strength, direction) = (codes(codes::STRENGTH), codes(codes::DIRECTION));
        vec((select(few), strength, direction, any::<bool>()).prop_map(Added::new), 1..16)
    })
}

/// The data with rows of evidence added.
fn with(dataset: &Dataset, added: &[Added]) -> Dataset {
    let mut dataset = dataset.clone();
    let mut rows = dataset.rows(&evidence::SPEC).to_vec();
    for (at, one) in added.iter().enumerate() {
        let id = format!("added-{at}");
        rows.push(row(&id, one));
        let judgements = &mut dataset.tables.get_mut("judgements").unwrap().rows;
        let about = |row: &&mut Row| {
            row.get(judgements::area) == Some(&*one.question.0)
                && row.get(judgements::atom) == Some(&*one.question.1)
        };
        let judgement = judgements.iter_mut().find(about).expect("every question is judged");
        if let (true, Value::Refs(cited)) =
            (one.is_cited, &mut judgement.values[judgements::evidence.index])
        {
            cited.push(id);
        }
    }
    dataset.tables.insert("evidence", Table::new(&evidence::SPEC, rows));
    dataset
}

fn row(id: &str, added: &Added) -> Row {
    let mut row = settled().rows(&evidence::SPEC)[0].clone();
    let entry = |list: &'static [CodeEntry], code| {
        Value::Code(list.iter().find(|entry| entry.code == code).unwrap())
    };
    row.id = id.to_owned();
    row.values[evidence::area.index] = Value::Refs(vec![added.question.0.clone()]);
    row.values[evidence::atom.index] = Value::Text(added.question.1.clone());
    row.values[evidence::strength.index] = entry(codes::STRENGTH, added.strength);
    row.values[evidence::direction.index] = entry(codes::DIRECTION, added.direction);
    row
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..Default::default() })]

    /// Some rows are missing at first, so that states are open and may be settled.
    #[test]
    fn more_evidence_never_takes_a_state_away(
        is_missing in vec(any::<bool>(), settled().rows(&evidence::SPEC).len()),
        added in any_added(),
    ) {
        let rows = settled().rows(&evidence::SPEC).iter().zip(is_missing);
        let missing: Vec<&str> =
            rows.filter(|(_, is_missing)| *is_missing).map(|(row, _)| row.id.as_str()).collect();
        let fewer = without(settled(), &missing);
        let (before, after) = (Standing::of(&fewer), Standing::of(&with(&fewer, &added)));
        for (question, was) in &before.questions {
            let is = &after.questions[question];
            let stays = was.state == Some(State::Insufficient) || was.state == is.state;
            prop_assert!(stays, "{question:?} was {was:?} and is {is:?}");
            prop_assert!(was.evidence <= is.evidence && was.leads <= is.leads, "{question:?}");
        }
        for (test, was) in &before.tests {
            let is = after.tests[test];
            prop_assert!(*was == State::Insufficient || *was == is, "{test:?}: {was:?}, {is:?}");
        }
        let count = |standing: &Standing| -> usize {
            standing.questions.values().map(|answer| answer.evidence + answer.leads).sum()
        };
        prop_assert_eq!(count(&before) + added.len(), count(&after));
    }
}
