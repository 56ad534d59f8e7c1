//! One area: what the documents carry about it, question by question.

use super::{Desk, brief, matrix, quotes};
use crate::model::tables::{
    areas, criteria_applications, departments, effects, estimate_bands, estimate_spans, estimates,
    evidence, funding, inventory, judgements, kinds, local_opinions, progress, smart_report,
    standard_businesses,
};
use crate::model::{Date, Row, TableSpec, is_sufficient};
use crate::plan::standing::Teller;
use crate::plan::view::{
    AreaView, Block, Figure, Link, NamedBy, OpinionView, Origin, ProgressView, QuoteView,
};
use crate::plan::words;

pub fn view(desk: &mut Desk<'_>, id: &str) -> AreaView {
    let prose = desk.prose();
    let parts = Parts::new(desk, id);
    let scribe = &desk.scribe;
    let teller = matrix::teller(desk, id);
    AreaView {
        department: department(desk, id),
        why: parts.area.map(|area| matrix::why(desk, area)).unwrap_or_default(),
        criteria: parts.applications.iter().map(|row| named_by(desk, row)).collect(),
        summary: teller.as_ref().map(Teller::summary).unwrap_or_default(),
        carried: carried(desk, &parts),
        assessed_by: assessed_by(desk),
        standing: teller.as_ref().map(Teller::standing).unwrap_or_default(),
        covered: covered(desk, id),
        progress: progress(desk, id),
        tests: teller.as_ref().map(Teller::opened).unwrap_or_default(),
        traits: teller.as_ref().map(Teller::traits).unwrap_or_default(),
        studies: teller.as_ref().map(Teller::studies).unwrap_or_default(),
        opinions: opinions(desk, id),
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
        handout: scribe.to(&format!("areas/{id}/handout")),
        changes: brief::of_area(desk, id),
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
    fn new(desk: &Desk<'a>, id: &'a str) -> Self {
        let dataset = desk.scribe.dataset;
        let about = |spec: &'static TableSpec, column| {
            let table = dataset.table(spec.name).into_iter();
            table.flat_map(|table| table.naming(column, id)).collect::<Vec<_>>()
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

pub fn department(desk: &Desk<'_>, id: &str) -> Link {
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
fn carried(desk: &Desk<'_>, parts: &Parts<'_>) -> Vec<Block> {
    let sufficient = parts.evidence.iter().filter(|row| is_sufficient(row)).count();
    let leads = parts.evidence.len() - sufficient;
    let language = desk.scribe.language;
    let html = |ja: &str, en: &str| Block::Html {
        html: words::sentence(language, ja.to_owned(), en.to_owned()),
    };
    let figure = |count: usize, settles: bool| {
        Block::Figure(Figure {
            text: count.to_string(),
            href: "#questions".to_owned(),
            origin: Some(Origin::Evidence(settles)),
            ..Figure::default()
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
            figure(sufficient, true),
            html("件、手がかりは", ") and leads ("),
            figure(leads, false),
            html(
                "件です。手がかりだけでは問いに答えられません。",
                "). Leads alone settle nothing.",
            ),
        ],
    }
}

/// By which set the area was assessed, and from data of which date.
pub fn assessed_by(desk: &Desk<'_>) -> String {
    let scribe = &desk.scribe;
    let settings = &scribe.dataset.settings;
    let set = scribe.dataset.set().map(|set| scribe.word(&set.name)).unwrap_or_default();
    let date = settings.as_of.map(|date| date.shown(scribe.language)).unwrap_or_default();
    let (set_word, date_word) = (scribe.say(words::ASSESSED_BY), scribe.say(words::AS_OF));
    words::sentence(
        scribe.language,
        format!("{set_word}{set}　{date_word}{date}"),
        format!("{set_word}{set}; {date_word}{date}"),
    )
}

/// Whether a business of the area is among those the state has standardised already.
pub fn covered(desk: &Desk<'_>, id: &str) -> Option<String> {
    let mut businesses = desk.scribe.dataset.rows(&standard_businesses::SPEC).iter();
    let is_there = businesses.any(|row| row.refers_to(standard_businesses::area.index, id));
    is_there.then(|| desk.scribe.say(words::COVERED))
}

/// Stage and outcome, as people entered them for the set the area is assessed by.
fn progress(desk: &Desk<'_>, id: &str) -> Vec<ProgressView> {
    let scribe = &desk.scribe;
    let Some(set) = scribe.dataset.set() else { return Vec::new() };
    let rows = scribe.dataset.rows_of(&progress::SPEC, progress::area, id);
    let of_set = rows.filter(|row| row.get(progress::criteria_set) == Some(set.id.as_str()));
    of_set
        .map(|row| {
            let outcome = row.get(progress::outcome);
            let outcome = set.outcomes.iter().find(|one| Some(one.id.as_str()) == outcome);
            ProgressView {
                stage: row.get(progress::stage).unwrap_or_default().to_owned(),
                outcome: outcome.map(|one| scribe.word(&one.label)),
                date: date(desk, row.get(progress::decided_on)),
                text: row.get(progress::text).map(|text| scribe.word(text)),
                source: scribe.source(&progress::SPEC, row).unwrap_or_default(),
            }
        })
        .collect()
}

/// What local governments said; nobody has been asked where nothing was entered.
fn opinions(desk: &Desk<'_>, id: &str) -> Vec<OpinionView> {
    let scribe = &desk.scribe;
    let rows = scribe.dataset.rows_of(&local_opinions::SPEC, local_opinions::area, id);
    rows.map(|row| OpinionView {
        from: scribe.word(&row.words(local_opinions::from)),
        date: date(desk, row.get(local_opinions::said_on)),
        text: scribe.word(&row.words(local_opinions::text)),
        source: scribe.source(&local_opinions::SPEC, row).unwrap_or_default(),
    })
    .collect()
}

fn date(desk: &Desk<'_>, date: Option<Date>) -> String {
    date.map(|date| date.shown(desk.scribe.language)).unwrap_or_default()
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
    let specs: [&'static TableSpec; 10] = [
        &evidence::SPEC,
        &judgements::SPEC,
        &estimates::SPEC,
        &estimate_bands::SPEC,
        &estimate_spans::SPEC,
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
