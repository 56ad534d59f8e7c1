//! What was computed, to download: every row says what it is, by which set, of which date, and that
//! it is no decision.

use super::export::{DateForm, Datum, Export, ExportColumn, Forms};
use super::{Sources, effect, words};
use crate::model::tables::{areas, codes, judgements};
use crate::model::{Assessment, AtomFinding, CodeEntry, CriteriaSet, Row, TestFinding};
use crate::text::{Label, Words};

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
const NATURE: CodeEntry =
    CodeEntry { code: "computed", label: Label::new("計算した行", "computed") };

static NATURES: &[CodeEntry] = &[NATURE];

static LEVELS: &[CodeEntry] = &[
    CodeEntry { code: "test", label: Label::new("まとめた状態", "test") },
    CodeEntry { code: "question", label: Label::new("問い", "question") },
];

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

    /// The cells of a row that names its set already.
    pub fn cells_without_set(&self) -> Vec<String> {
        let Words { ja, en } = self.disclaimer.clone();
        vec![NATURE.code.to_owned(), self.as_of.clone(), ja, en]
    }

    fn columns() -> Vec<ExportColumn> {
        let column = ExportColumn::new;
        let mut columns = vec![
            column("criteria_set", Label::new("基準の組", "Criteria set"), Datum::Text).always(),
            column("nature", Label::new("行の性格", "Nature of the row"), Datum::Code(NATURES))
                .always(),
            column("as_of", Label::new("データの時点", "Data as of"), Datum::Date(DateForm::Day)),
        ];
        columns.extend(ExportColumn::words("disclaimer", Label::new("断り書き", "Disclaimer")));
        columns
    }

    fn cells(&self) -> Vec<String> {
        [vec![self.set.clone()], self.cells_without_set()].concat()
    }
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
    let export = |name, [label, about]: [Label; 2], columns: Vec<ExportColumn>, rows| Export {
        name,
        stem: format!("data/{name}/{name}"),
        forms: Forms::All,
        label: label.words(),
        about: about.words(),
        columns: columns.into_iter().chain(Nature::columns()).collect(),
        rows,
        key: if name == STATES { vec!["area", "level", "id"] } else { Vec::new() },
        as_of: sources.dataset.settings.as_of,
    };
    let words = [words::STATES_TABLE, words::STATES_ABOUT];
    let result_words = [words::RESULTS_TABLE, words::RESULTS_ABOUT];
    vec![
        export(STATES, words, state_columns(), rows(states)),
        export(RESULTS, result_words, effect::result_columns(), rows(results)),
    ]
}

fn state_columns() -> Vec<ExportColumn> {
    let column = ExportColumn::new;
    let mut columns =
        vec![column("area", Label::new("業務領域", "Business area"), Datum::Ref("areas")).always()];
    columns
        .extend(ExportColumn::words("area_name", Label::new("業務領域の名称", "Name of the area")));
    columns.extend([
        column("step", Label::new("段階", "Step"), Datum::Text),
        column("level", Label::new("種別", "Level"), Datum::Code(LEVELS)).always(),
        column("id", Label::new("項目", "Item"), Datum::Text).always(),
    ]);
    columns.extend(ExportColumn::words("label", Label::new("項目の名称", "Name of the item")));
    columns.push(column("state", Label::new("状態", "State"), Datum::Code(codes::JUDGED)).always());
    columns.extend(ExportColumn::words("state", Label::new("状態の名称", "Name of the state")));
    columns.extend([
        column("evidence", Label::new("根拠の数", "Pieces of evidence"), Datum::Integer).always(),
        column("leads", Label::new("手がかりの数", "Leads"), Datum::Integer).always(),
    ]);
    columns.extend(ExportColumn::words("reason", Label::new("理由", "Reason")));
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
