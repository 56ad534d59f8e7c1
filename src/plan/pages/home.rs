//! The first page: what this is, figures to know, all areas, ways in.

use super::{Desk, brief, matrix};
use crate::model::tables::{facts, kinds, prefecture_counts};
use crate::model::{MoneyUnit, TableSpec};
use crate::plan::view::{Figure, HomeView, LabelledFigure, Link, Origin, Way};
use crate::plan::words;
use crate::text::Label;

pub fn view(desk: &mut Desk<'_>) -> HomeView {
    HomeView {
        prose: desk.prose(),
        figures: figures(desk),
        matrix: matrix::groups(desk),
        ways: ways(desk),
        changes: brief::of_site(desk),
    }
}

/// The figures a reader should know first; those the data does not have are left out.
fn figures(desk: &Desk<'_>) -> Vec<LabelledFigure> {
    let found = [
        fact(desk, "inventory-total", None),
        fact(desk, "cost-total", Some(MoneyUnit::HundredMillion)),
        counted(desk, &kinds::SPEC, words::KINDS_COUNTED),
        counted(desk, &prefecture_counts::SPEC, words::PREFECTURES_COUNTED),
    ];
    found.into_iter().flatten().collect()
}

fn fact(desk: &Desk<'_>, id: &str, unit: Option<MoneyUnit>) -> Option<LabelledFigure> {
    let scribe = &desk.scribe;
    let row = scribe.dataset.row(facts::SPEC.name, id)?;
    Some(LabelledFigure {
        figure: scribe.figure(&facts::SPEC, row, facts::value.index, unit)?,
        label: scribe.word(&row.words(facts::label)),
    })
}

/// How many rows a table has; none where nobody filled it in, for then nothing was counted.
fn counted(
    desk: &Desk<'_>,
    spec: &'static TableSpec,
    (unit, label): (Label, Label),
) -> Option<LabelledFigure> {
    let scribe = &desk.scribe;
    let count = Some(scribe.dataset.rows(spec).len()).filter(|count| *count > 0)?;
    let href = scribe.to(&format!("data/{}", spec.name));
    let figure = scribe.count(count, unit, href);
    let figure = Figure { origin: Some(Origin::Rows(spec.name)), ..figure };
    Some(LabelledFigure { figure, label: scribe.say(label) })
}

/// Where each of four readers finds their answer. Pages nobody wrote are left out.
fn ways(desk: &Desk<'_>) -> Vec<Way> {
    let readers: [(Label, &[&str]); 4] = [
        (words::READER_COUNCIL, &["areas", "evidence-gaps", "unknowns", "costs"]),
        (words::READER_STAFF, &["evidence-gaps", "procurement", "funding", "what-if"]),
        (words::READER_VENDOR, &["criteria", "process", "cloud", "procurement"]),
        (words::READER_RESIDENT, &["unknowns", "background", "sources", "data"]),
    ];
    let ways = readers.into_iter().map(|(reader, routes)| Way {
        reader: desk.scribe.say(reader),
        links: links(desk, routes),
    });
    ways.collect()
}

fn links(desk: &Desk<'_>, routes: &[&str]) -> Vec<Link> {
    let known = routes.iter().filter(|route| desk.scribe.routes.has_page(route));
    known.map(|route| desk.scribe.link(super::head::section_name(desk, route), route)).collect()
}
