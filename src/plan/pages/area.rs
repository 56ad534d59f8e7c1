//! One area: what the documents carry about it, question by question.

use super::{Desk, matrix, quotes};
use crate::model::tables::{
    areas, codes, criteria_applications, departments, effects, evidence, funding, inventory, kinds,
    smart_report,
};
use crate::model::{CodeEntry, Row, TableSpec};
use crate::plan::view::{
    AreaView, Block, EvidenceView, Figure, Link, NamedBy, QuestionView, QuoteView,
};
use crate::plan::words;

pub fn view(desk: &mut Desk<'_>, id: &str) -> AreaView {
    let prose = desk.prose();
    let parts = Parts::new(desk, id);
    let scribe = &desk.scribe;
    AreaView {
        department: department(desk, id),
        why: parts.area.map(|area| matrix::why(desk, area)).unwrap_or_default(),
        criteria: parts.applications.iter().map(|row| named_by(desk, row)).collect(),
        summary: summary(desk, &parts),
        questions: questions(desk, &parts),
        kinds: matrix::kind_counts(desk, id),
        funding: scribe.table_if_any(
            "funding",
            &funding::SPEC,
            &[funding::kind.index, funding::scheme.index, funding::ministry.index],
            parts.funding.iter().copied(),
        ),
        effects: parts.effects.iter().map(|row| quotes::effect(desk, row)).collect(),
        voices: voices(desk, id),
        systems: scribe.table_if_any(
            "systems",
            &inventory::SPEC,
            &[inventory::name.index, inventory::group.index, inventory::standardised.index],
            parts.systems.iter().copied(),
        ),
        cautions: cautions(desk),
        prose: (!prose.blocks.is_empty()).then_some(prose),
        sources: scribe.citations_of(parts.rows()),
        data: data(desk),
    }
}

/// The rows of every table that are about one area.
struct Parts<'a> {
    area: Option<&'a Row>,
    applications: Vec<&'a Row>,
    evidence: Vec<&'a Row>,
    kinds: Vec<&'a Row>,
    funding: Vec<&'a Row>,
    effects: Vec<&'a Row>,
    systems: Vec<&'a Row>,
}

impl<'a> Parts<'a> {
    fn new(desk: &Desk<'a>, id: &str) -> Self {
        let dataset = desk.scribe.dataset;
        let about = |spec: &'static TableSpec, column| {
            let rows = dataset.rows(spec).iter();
            let is_about = move |row: &&'a Row| row.refers_to(column, id);
            rows.filter(is_about).collect::<Vec<_>>()
        };
        let kinds = about(&kinds::SPEC, kinds::area.index);
        let of_kind =
            |row: &&'a Row| kinds.iter().any(|kind| row.refers_to(funding::kind.index, &kind.id));
        Self {
            area: dataset.row(areas::SPEC.name, id),
            applications: about(&criteria_applications::SPEC, criteria_applications::area.index),
            evidence: about(&evidence::SPEC, evidence::area.index),
            funding: dataset.rows(&funding::SPEC).iter().filter(of_kind).collect(),
            effects: about(&effects::SPEC, effects::area.index),
            systems: about(&inventory::SPEC, inventory::area.index),
            kinds,
        }
    }

    fn rows(&self) -> impl Iterator<Item = &'a Row> {
        let parts = [
            &self.applications,
            &self.evidence,
            &self.kinds,
            &self.funding,
            &self.effects,
            &self.systems,
        ];
        parts.into_iter().flatten().copied()
    }
}

fn department(desk: &Desk<'_>, id: &str) -> Link {
    let dataset = desk.scribe.dataset;
    let area = dataset.row(areas::SPEC.name, id);
    let department = area.and_then(|area| area.get(areas::department));
    let row = department.and_then(|id| dataset.row(departments::SPEC.name, id));
    row.map(|row| desk.scribe.row_link("departments", row, departments::name)).unwrap_or_default()
}

fn named_by(desk: &Desk<'_>, row: &Row) -> NamedBy {
    let scribe = &desk.scribe;
    let words = row.words(criteria_applications::words);
    NamedBy {
        criterion: matrix::criterion_link(
            desk,
            row.get(criteria_applications::criterion).unwrap_or_default(),
        ),
        basis: row
            .get(criteria_applications::basis)
            .map(|basis| scribe.say(basis.label))
            .unwrap_or_default(),
        foreign: scribe.foreign(&words),
        words: scribe.word(&words),
        source: scribe.source(&criteria_applications::SPEC, row).unwrap_or_default(),
    }
}

/// How much the documents carry, in one sentence; never what follows from it.
fn summary(desk: &Desk<'_>, parts: &Parts<'_>) -> Vec<Block> {
    let sufficient = parts.evidence.iter().filter(|row| matrix::is_sufficient(row)).count();
    let leads = parts.evidence.len() - sufficient;
    let language = desk.scribe.language;
    let html = |ja: &str, en: &str| Block::Html {
        html: words::sentence(language, ja.to_owned(), en.to_owned()),
    };
    let figure = |count: usize| {
        Block::Figure(Figure {
            text: count.to_string(),
            unit: String::new(),
            href: "#questions".to_owned(),
            doubt: None,
        })
    };
    match (sufficient, leads) {
        (0, 0) => vec![html(
            "資料は、この業務領域について、問いの根拠や手がかりになることを述べていません。",
            "The documents say nothing about this area that could answer a question or point to an answer.",
        )],
        _ => vec![
            html(
                "この業務領域について、問いの根拠となりうる資料の記述は",
                "On this area the documents carry evidence that could settle a question (",
            ),
            figure(sufficient),
            html("件、手がかりは", ") and leads ("),
            figure(leads),
            html(
                "件です。手がかりだけでは問いに答えられません。",
                "). Leads alone settle nothing.",
            ),
        ],
    }
}

/// Each question with what the documents carry on it.
fn questions(desk: &Desk<'_>, parts: &Parts<'_>) -> Vec<QuestionView> {
    codes::ATOM.iter().map(|atom| question(desk, atom, &parts.evidence)).collect()
}

fn question(desk: &Desk<'_>, atom: &'static CodeEntry, rows: &[&Row]) -> QuestionView {
    let scribe = &desk.scribe;
    let mine = rows.iter().filter(|row| row.get(evidence::atom) == Some(atom));
    let (evidence, leads): (Vec<&Row>, Vec<&Row>) =
        mine.copied().partition(|row| matrix::is_sufficient(row));
    let view = |row: &Row| evidence_view(desk, row);
    QuestionView {
        id: atom.code.to_owned(),
        label: scribe.say(atom.label),
        rule: rule(desk, atom.code),
        evidence: evidence.into_iter().map(view).collect(),
        leads: leads.into_iter().map(view).collect(),
    }
}

/// The sentence of the process a question comes from.
fn rule(desk: &Desk<'_>, atom: &str) -> Option<Link> {
    let sets = desk.scribe.dataset.criteria.values();
    let steps = sets.flat_map(|set| &set.steps);
    let found = steps.flat_map(|step| step.items.iter().map(move |item| (step, item)));
    let (step, item) = found
        .into_iter()
        .find(|(step, item)| item.id == atom || (atom == "study" && step.id == "STEP3"))?;
    let anchor = if item.id == atom { &item.id } else { &step.id };
    Some(Link { label: step.id.clone(), href: desk.scribe.to_anchor("process", anchor) })
}

fn evidence_view(desk: &Desk<'_>, row: &Row) -> EvidenceView {
    let scribe = &desk.scribe;
    let strength = row.get(evidence::strength);
    EvidenceView {
        strength: strength.map(|entry| scribe.say(entry.label)).unwrap_or_default(),
        code: strength.map_or("", |entry| entry.code),
        direction: row
            .get(evidence::direction)
            .map(|entry| scribe.say(entry.label))
            .unwrap_or_default(),
        text: scribe.word(&row.words(evidence::text)),
        note: scribe.note(&row.note),
        source: scribe.source(&evidence::SPEC, row).unwrap_or_default(),
    }
}

/// What members of staff said about this area.
fn voices(desk: &Desk<'_>, id: &str) -> Vec<QuoteView> {
    let criteria = desk.scribe.dataset.criteria.values().flat_map(|set| &set.criteria);
    let voices = criteria.flat_map(|one| one.voices.iter().map(move |voice| (one, voice)));
    voices
        .filter(|(_, voice)| voice.areas.iter().any(|area| area == id))
        .map(|(criterion, voice)| {
            quotes::quote(
                desk,
                Some(&voice.about),
                &voice.text,
                &quotes::voice_note(),
                &criterion.source,
            )
        })
        .collect()
}

/// What the 2020 paper says to keep in mind about any area.
fn cautions(desk: &Desk<'_>) -> Vec<QuoteView> {
    let scribe = &desk.scribe;
    let rows = scribe.dataset.rows(&smart_report::SPEC).iter();
    let cautions =
        rows.filter(|row| row.get(smart_report::part).is_some_and(|part| part.code == "caution"));
    cautions
        .map(|row| QuoteView {
            about: None,
            text: scribe.word(&row.words(smart_report::text)),
            verbatim: false,
            note: scribe.note(&row.note),
            source: row.source.as_deref().map(|id| scribe.citation(id)).unwrap_or_default(),
        })
        .collect()
}

/// The tables this page was made from.
fn data(desk: &Desk<'_>) -> Vec<Link> {
    let specs: [&'static TableSpec; 6] = [
        &evidence::SPEC,
        &criteria_applications::SPEC,
        &kinds::SPEC,
        &funding::SPEC,
        &effects::SPEC,
        &inventory::SPEC,
    ];
    specs
        .into_iter()
        .map(|spec| desk.scribe.link(desk.scribe.say(spec.label), &format!("data/{}", spec.name)))
        .collect()
}
