//! What was computed, to download: every row says what it is, by which set, of which date, and that
//! it is no decision.

use super::export::{Export, ExportColumn};
use super::{Sources, effect};
use crate::model::tables::{areas, judgements};
use crate::model::{Assessment, AtomFinding, CriteriaSet, Row, TestFinding};
use crate::text::Words;

/// The names of the computed tables, and of their folders below `data`.
pub const STATES: &str = "states";
/// What STEP2 comes to.
pub const RESULTS: &str = "results";

/// All of them.
pub const NAMES: [&str; 2] = [STATES, RESULTS];

/// Said in every computed row.
pub struct Nature {
    set: String,
    as_of: String,
    disclaimer: Words,
}

/// A row made by arranging and computing, not a published fact.
const NATURE: &str = "computed";

impl Nature {
    /// What is said of this project's rows.
    pub fn new(sources: &Sources<'_>) -> Self {
        let settings = &sources.dataset.settings;
        Self {
            set: sources.assessments.set.clone(),
            as_of: settings.as_of.map(|date| date.to_string()).unwrap_or_default(),
            disclaimer: settings.disclaimer.clone(),
        }
    }

    /// The headers where a row names its set already.
    fn headers_without_set(&self) -> Vec<String> {
        let mut headers = vec!["nature".to_owned(), "as_of".to_owned()];
        headers.extend(words_columns("disclaimer"));
        headers
    }

    /// The cells under them.
    pub fn cells_without_set(&self) -> Vec<String> {
        let Words { ja, en } = self.disclaimer.clone();
        vec![NATURE.to_owned(), self.as_of.clone(), ja, en]
    }

    fn columns(&self) -> Vec<ExportColumn> {
        let headers = [vec!["criteria_set".to_owned()], self.headers_without_set()].concat();
        headers.into_iter().map(|name| ExportColumn { name, numeric: false }).collect()
    }

    fn cells(&self) -> Vec<String> {
        [vec![self.set.clone()], self.cells_without_set()].concat()
    }
}

/// `name_ja` and `name_en`.
fn words_columns(name: &str) -> [String; 2] {
    [format!("{name}_ja"), format!("{name}_en")]
}

/// The computed tables, for a project with a criteria set.
pub fn all(sources: &Sources<'_>) -> Vec<Export> {
    let Some(set) = sources.dataset.set() else { return Vec::new() };
    let nature = Nature::new(sources);
    let rows = |lines: fn(&Sources<'_>, &CriteriaSet, &Row, &Assessment) -> Vec<Vec<String>>| {
        let areas = sources.dataset.rows(&areas::SPEC).iter();
        let lines = areas.flat_map(|area| {
            let assessment = sources.assessments.areas.get(&area.id);
            assessment.map(|one| lines(sources, set, area, one)).unwrap_or_default()
        });
        lines.map(|line| [line, nature.cells()].concat()).collect()
    };
    let export = |name, columns: Vec<ExportColumn>, rows| Export {
        name,
        columns: columns.into_iter().chain(nature.columns()).collect(),
        rows,
    };
    vec![
        export(STATES, state_columns(), rows(states)),
        export(RESULTS, effect::result_columns(), rows(results)),
    ]
}

/// A column of text, or of numbers.
pub fn column(name: &str, numeric: bool) -> ExportColumn {
    ExportColumn { name: name.to_owned(), numeric }
}

fn state_columns() -> Vec<ExportColumn> {
    let words = |name: &str| words_columns(name).map(|name| column(&name, false));
    let mut columns = vec![column("area", false)];
    columns.extend(words("area_name"));
    columns.extend([column("step", false), column("level", false), column("id", false)]);
    columns.extend(words("label"));
    columns.push(column("state", false));
    columns.extend(words("state"));
    columns.extend([column("evidence", true), column("leads", true)]);
    columns.extend(words("reason"));
    columns
}

/// A line for each test and for each question.
fn states(
    sources: &Sources<'_>,
    set: &CriteriaSet,
    area: &Row,
    assessment: &Assessment,
) -> Vec<Vec<String>> {
    let mut lines = Vec::new();
    for finding in &assessment.tests {
        lines.extend(test(set, finding));
        lines.extend(finding.atoms.iter().filter_map(|atom| answer(sources, set, atom)));
    }
    lines.extend(assessment.traits.iter().filter_map(|atom| answer(sources, set, atom)));
    let name = area.words(areas::name);
    let head = [area.id.clone(), name.ja, name.en];
    lines.into_iter().map(|line| [head.to_vec(), line].concat()).collect()
}

fn test(set: &CriteriaSet, finding: &TestFinding) -> Option<Vec<String>> {
    let test = set.test(&finding.test)?;
    let state = test.state(finding.state);
    let count =
        |of: fn(&AtomFinding) -> usize| finding.atoms.iter().map(of).sum::<usize>().to_string();
    Some(vec![
        test.step.clone(),
        "test".to_owned(),
        test.id.clone(),
        test.label.ja.clone(),
        test.label.en.clone(),
        finding.state.code().to_owned(),
        state.ja.clone(),
        state.en.clone(),
        count(|atom| atom.evidence.len()),
        count(|atom| atom.leads.len()),
        String::new(),
        String::new(),
    ])
}

/// A question that is asked of areas; where evidence is only gathered, nothing is judged.
fn answer(sources: &Sources<'_>, set: &CriteriaSet, finding: &AtomFinding) -> Option<Vec<String>> {
    let atom = set.atom(&finding.atom).filter(|atom| atom.inquiry.is_some())?;
    let test = atom.test.as_deref().and_then(|id| set.test(id));
    if test.is_some_and(|test| test.rule.is_computed()) {
        return None;
    }
    let words = set.answers.of(finding.state);
    let row = finding.judgement.as_ref();
    let row = row.and_then(|id| sources.dataset.row(judgements::SPEC.name, id));
    let reason = row.and_then(|row| row.get(judgements::reason)).cloned().unwrap_or_default();
    Some(vec![
        test.map(|test| test.step.clone()).unwrap_or_default(),
        "question".to_owned(),
        atom.id.clone(),
        atom.label.ja.clone(),
        atom.label.en.clone(),
        finding.state.map_or("not_applicable", |state| state.code()).to_owned(),
        words.ja.clone(),
        words.en.clone(),
        finding.evidence.len().to_string(),
        finding.leads.len().to_string(),
        reason.ja,
        reason.en,
    ])
}

fn results(
    _: &Sources<'_>,
    _: &CriteriaSet,
    area: &Row,
    assessment: &Assessment,
) -> Vec<Vec<String>> {
    let computed = assessment.effect.iter().flat_map(effect::results);
    computed.map(|line| [vec![area.id.clone()], line].concat()).collect()
}
