//! The criteria and the process, quoted in full from the newest set.

use super::{Desk, quotes};
use crate::model::tables::{areas, criteria_applications, facts};
use crate::model::{
    Basis, CriteriaSet, Criterion, Decimal, MoneyUnit, Parameter, Statement, Step, StepItem,
};
use crate::plan::view::{
    ChartView, CriteriaView, CriterionView, ExampleView, Link, Mark, Panel, ParameterView,
    ProcessView, QuoteView, ReadingGroup, ReadingView, Series, Shape, StepItemView, StepView,
    TableView,
};
use crate::plan::words;
use crate::text::Words;

/// Statements about the process stand on its page, the others with the criteria.
const ABOUT_PROCESS: &str = "process";

pub fn criteria(desk: &mut Desk<'_>) -> CriteriaView {
    let prose = desk.prose();
    let Some(set) = desk.scribe.dataset.set() else {
        return CriteriaView {
            prose,
            set: String::new(),
            statements: Vec::new(),
            criteria: Vec::new(),
        };
    };
    CriteriaView {
        prose,
        set: desk.scribe.word(&set.name),
        statements: statements(desk, set, false),
        criteria: set.criteria.iter().map(|criterion| criterion_view(desk, criterion)).collect(),
    }
}

pub fn process(desk: &mut Desk<'_>) -> ProcessView {
    let prose = desk.prose();
    let set = desk.scribe.dataset.set();
    ProcessView {
        prose,
        chart: chart(desk, set),
        statements: set.map(|set| statements(desk, set, true)).unwrap_or_default(),
        steps: set
            .map(|set| set.steps.iter().map(|step| step_view(desk, step)).collect())
            .unwrap_or_default(),
        readings: set.map(|set| readings(desk, set)).unwrap_or_default(),
        parameters: set.map(|set| parameters(desk, set)).unwrap_or_default(),
        scenarios: set
            .map(|set| set.scenarios.iter().map(|one| desk.scribe.word(&one.label)).collect())
            .unwrap_or_default(),
    }
}

/// How unclear words are read, step by step, then those about the criteria.
fn readings(desk: &Desk<'_>, set: &CriteriaSet) -> Vec<ReadingGroup> {
    let scribe = &desk.scribe;
    let steps = set.steps.iter().map(|step| (step.id.as_str(), step.id.clone()));
    let groups = steps.chain([("criteria", scribe.say(words::STEP_CRITERIA))]);
    let group = |(id, label): (&str, String)| ReadingGroup {
        id: format!("readings-{}", id.to_lowercase()),
        label,
        readings: set
            .readings
            .iter()
            .filter(|reading| reading.step == id)
            .map(|reading| ReadingView {
                id: format!("reading-{}", reading.id),
                word: scribe.word(&reading.word),
                text: scribe.word(&reading.text),
                source: scribe.citation(&reading.source),
            })
            .collect(),
    };
    groups.map(group).filter(|group| !group.readings.is_empty()).collect()
}

fn parameters(desk: &Desk<'_>, set: &CriteriaSet) -> Vec<ParameterView> {
    let scribe = &desk.scribe;
    let view = |parameter: &Parameter| ParameterView {
        id: format!("parameter-{}", parameter.id),
        label: scribe.word(&parameter.label),
        values: parameter.values.iter().map(i64::to_string).collect(),
        fact: parameter.fact.as_deref().and_then(|id| {
            let row = scribe.dataset.row(facts::SPEC.name, id)?;
            scribe.figure(&facts::SPEC, row, facts::value.index, Some(MoneyUnit::HundredMillion))
        }),
        text: scribe.word(&parameter.text),
        basis: match &parameter.basis {
            Basis::Editor => scribe.say(words::BASIS_EDITOR),
            Basis::External(source) => scribe.word(source),
        },
        is_external: matches!(parameter.basis, Basis::External(_)),
    };
    set.parameters.iter().map(view).collect()
}

fn statements(desk: &Desk<'_>, set: &CriteriaSet, about_process: bool) -> Vec<QuoteView> {
    let wanted = |one: &&Statement| one.id.starts_with(ABOUT_PROCESS) == about_process;
    let statements = set.statements.iter().filter(wanted);
    statements.map(|one| quotes::quote(desk, None, &one.text, &one.note, &one.source)).collect()
}

fn criterion_view(desk: &Desk<'_>, criterion: &Criterion) -> CriterionView {
    let none = Words::default();
    CriterionView {
        id: criterion.id.clone(),
        text: quotes::quote(desk, None, &criterion.text, &criterion.note, &criterion.source),
        examples: criterion
            .examples
            .iter()
            .map(|example| ExampleView {
                words: desk.scribe.word(&example.words),
                areas: area_links(desk, example.areas.iter().map(String::as_str)),
            })
            .collect(),
        voices: criterion
            .voices
            .iter()
            .map(|voice| {
                quotes::quote(desk, Some(&voice.about), &voice.text, &none, &criterion.source)
            })
            .collect(),
        areas: applied(desk, &criterion.id),
    }
}

/// The areas a criterion is applied to, each once, in the order of the areas.
fn applied(desk: &Desk<'_>, criterion: &str) -> Vec<Link> {
    let dataset = desk.scribe.dataset;
    let of_this = dataset
        .rows(&criteria_applications::SPEC)
        .iter()
        .filter(|row| row.get(criteria_applications::criterion) == Some(criterion));
    let ids: Vec<&str> = of_this.filter_map(|row| row.get(criteria_applications::area)).collect();
    let areas = dataset.rows(&areas::SPEC).iter().map(|row| row.id.as_str());
    area_links(desk, areas.filter(|area| ids.contains(area)))
}

fn area_links<'a>(desk: &Desk<'_>, ids: impl Iterator<Item = &'a str>) -> Vec<Link> {
    let rows = ids.filter_map(|id| desk.scribe.dataset.row(areas::SPEC.name, id));
    rows.map(|row| desk.scribe.row_link("areas", row, areas::name)).collect()
}

fn step_view(desk: &Desk<'_>, step: &Step) -> StepView {
    StepView {
        id: step.id.clone(),
        title: desk.scribe.word(&step.title),
        question: quotes::quote(desk, None, &step.question, &step.note, &step.source),
        items: items(desk, step, None),
    }
}

/// The sentences under a sentence, in printed order.
fn items(desk: &Desk<'_>, step: &Step, parent: Option<&str>) -> Vec<StepItemView> {
    let under = |item: &&StepItem| item.parent.as_deref() == parent;
    let children = step.items.iter().filter(under);
    children
        .map(|item| StepItemView {
            id: item.id.clone(),
            mark: desk.scribe.note(&item.mark),
            text: desk.scribe.word(&item.text),
            note: desk.scribe.note(&item.note),
            items: items(desk, step, Some(&item.id)),
        })
        .collect()
}

fn chart(desk: &Desk<'_>, set: Option<&CriteriaSet>) -> ChartView {
    let scribe = &desk.scribe;
    let steps = set.map(|set| set.steps.as_slice()).unwrap_or_default();
    let mark = |step: &Step| Some(Mark { size: Decimal::from(0), text: scribe.word(&step.title) });
    ChartView {
        id: "steps".to_owned(),
        title: scribe.say(words::PROCESS),
        description: steps
            .iter()
            .map(|step| format!("{} {}", step.id, scribe.word(&step.title)))
            .collect::<Vec<_>>()
            .join(words::LIST_SEPARATOR.get(scribe.language)),
        shape: Shape::Process,
        categories: steps.iter().map(|step| step.id.clone()).collect(),
        panels: vec![Panel {
            title: None,
            unit: String::new(),
            series: vec![Series { label: String::new(), values: steps.iter().map(mark).collect() }],
        }],
        sources: steps.iter().map(|step| scribe.citation(&step.source)).collect(),
        table: TableView::default(),
        file: None,
    }
}
