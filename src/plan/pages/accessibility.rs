//! What people aim at and have tested, as they entered it; the program adds the counts only.

use super::Desk;
use crate::model::accessibility::{Claim, Finding, Method, Outcome, Results, Success};
use crate::plan::routes;
use crate::plan::scribe::Scribe;
use crate::plan::view::{
    AccessibilityResultsView, AccessibilityView, CellView, ColumnView, ExceptionView, Figure,
    LabelledFigure, PolicyView, ResultsTable, ResultsView, RowView, TableView,
};
use crate::plan::words;
use crate::text::Label;

/// The policy.
pub fn policy(desk: &mut Desk<'_>) -> AccessibilityView {
    let prose = desk.prose();
    let scribe = &desk.scribe;
    let policy = scribe.dataset.accessibility.policy.as_ref();
    let policy = policy.map(|policy| PolicyView {
        target: scribe.word(&policy.target),
        scope: scribe.word(&policy.scope),
        date: policy.date.map(|date| date.shown(scribe.language)),
        term: scribe.note(&policy.term),
        contact: scribe.note(&policy.contact).or_else(|| super::head::contact(scribe)),
        exceptions: policy
            .exceptions
            .iter()
            .map(|one| ExceptionView {
                part: scribe.word(&one.part),
                reason: scribe.word(&one.reason),
                plan: scribe.word(&one.plan),
            })
            .collect(),
    });
    let results =
        scribe.link(scribe.say(words::ACCESSIBILITY_RESULTS), routes::ACCESSIBILITY_RESULTS);
    AccessibilityView { prose, policy, results }
}

/// The results of the tests.
pub fn results(desk: &Desk<'_>) -> AccessibilityResultsView {
    let scribe = &desk.scribe;
    let results = scribe.dataset.accessibility.results.as_ref();
    AccessibilityResultsView {
        policy: scribe.link(scribe.say(words::ACCESSIBILITY), routes::ACCESSIBILITY),
        results: results.map(|results| ResultsView {
            claim: results.claim.map(|claim| scribe.say(claim_word(claim))),
            by: scribe.word(&results.by),
            date: results.date.map(|date| date.shown(scribe.language)),
            pages: scribe.word(&results.pages),
            tools: scribe.word(&results.tools),
            tables: vec![
                table(scribe, results, "jis", words::CRITERIA_CLAIMED),
                table(scribe, results, "beyond", words::CRITERIA_AIMED),
            ],
        }),
    }
}

fn table(scribe: &Scribe<'_>, results: &Results, id: &str, title: Label) -> ResultsTable {
    let found: Vec<(&Success, &Finding)> = results.of(id == "jis").collect();
    let figure = |count: usize| Figure {
        text: count.to_string(),
        unit: scribe.say(words::CRITERIA_UNIT),
        href: format!("#{id}"),
        ..Figure::default()
    };
    let outcomes = [Outcome::Pass, Outcome::Fail, Outcome::NotApplicable, Outcome::Untested];
    let counts = outcomes.into_iter().map(|outcome| {
        let count = found.iter().filter(|(_, finding)| finding.outcome == outcome).count();
        LabelledFigure { label: scribe.say(outcome_word(outcome)), figure: figure(count) }
    });
    let columns = [
        words::CRITERION_NAME,
        words::CRITERION_LEVEL,
        words::CRITERION_RESULT,
        words::CRITERION_METHOD,
        words::CRITERION_NOTE,
    ];
    let columns =
        columns.map(|label| ColumnView { label: scribe.say(label), numeric: false }).into();
    ResultsTable {
        title: scribe.say(title),
        of: figure(found.len()),
        counts: counts.collect(),
        table: TableView {
            id: id.to_owned(),
            caption: scribe.say(title),
            columns,
            rows: found
                .iter()
                .map(|(criterion, finding)| row(scribe, criterion, finding))
                .collect(),
            ..TableView::default()
        },
    }
}

fn row(scribe: &Scribe<'_>, criterion: &Success, finding: &Finding) -> RowView {
    let cell = |text: String| CellView { text, ..CellView::default() };
    let cells = vec![
        cell(format!("{} {}", criterion.number, scribe.say(criterion.name))),
        cell(criterion.level.name().to_owned()),
        cell(scribe.say(outcome_word(finding.outcome))),
        method_word(finding.method).map_or_else(CellView::default, |word| cell(scribe.say(word))),
        cell(scribe.word(&finding.note)),
    ];
    RowView { anchor: Some(format!("sc-{}", criterion.number)), cells, source: None }
}

fn claim_word(claim: Claim) -> Label {
    match claim {
        Claim::Conforms => words::CLAIM_CONFORMS,
        Claim::Partly => words::CLAIM_PARTLY,
        Claim::Considered => words::CLAIM_CONSIDERED,
    }
}

fn outcome_word(outcome: Outcome) -> Label {
    match outcome {
        Outcome::Pass => words::OUTCOME_PASS,
        Outcome::Fail => words::OUTCOME_FAIL,
        Outcome::NotApplicable => words::OUTCOME_NOT_APPLICABLE,
        Outcome::Untested => words::OUTCOME_UNTESTED,
    }
}

fn method_word(method: Method) -> Option<Label> {
    match method {
        Method::Person => Some(words::METHOD_PERSON),
        Method::Program => Some(words::METHOD_PROGRAM),
        Method::Both => Some(words::METHOD_BOTH),
        Method::None => None,
    }
}
