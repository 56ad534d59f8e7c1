//! One area on one sheet of paper: for a handout as much as there is room for, in the report whole.

use super::{Desk, area, matrix, quotes};
use crate::model::Row;
use crate::model::tables::{areas, effects};
use crate::plan::standing::{Teller, gap_anchor, missing};
use crate::plan::view::{
    EffectView, EvidenceView, Figure, Link, Pieces, QuestionView, SheetGap, SheetQuestion,
    SheetView,
};
use crate::plan::{routes, words};
use crate::text::Label;

/// How much of everything is shown.
#[derive(Clone, Copy)]
pub struct Room {
    pieces: usize,
    gaps: usize,
    effects: usize,
    questions: usize,
}

/// What fits on one side of A4 whatever the area.
pub const HANDOUT: Room = Room { pieces: 3, gaps: 3, effects: 1, questions: 0 };

/// Everything.
pub const WHOLE: Room =
    Room { pieces: usize::MAX, gaps: usize::MAX, effects: usize::MAX, questions: usize::MAX };

/// The sheet of an area.
pub fn view(desk: &Desk<'_>, id: &str, room: Room) -> SheetView {
    let scribe = &desk.scribe;
    let row = scribe.dataset.row(areas::SPEC.name, id);
    let teller = matrix::teller(desk, id);
    let questions = teller.as_ref().map(questions).unwrap_or_default();
    let pieces = |pick: fn(&QuestionView) -> &Vec<EvidenceView>, codes: &[&str]| {
        pieces(desk, id, questions.iter().flat_map(pick), codes, room.pieces)
    };
    let (gaps, more_gaps) =
        teller.as_ref().map(|teller| gaps(teller, room.gaps)).unwrap_or_default();
    SheetView {
        id: anchor(id),
        area: row.map(|row| scribe.row_link("areas", row, areas::name)).unwrap_or_default(),
        department: area::department(desk, id),
        assessed_by: area::assessed_by(desk),
        why: row.map(|row| matrix::why(desk, row)).unwrap_or_default(),
        criteria: matrix::criteria(desk, id),
        summary: teller.as_ref().map(Teller::summary).unwrap_or_default(),
        standing: teller.as_ref().map(Teller::standing).unwrap_or_default(),
        covered: area::covered(desk, id),
        questions: answered(desk, id, &questions, room.questions),
        evidence: pieces(|one| &one.evidence, &["survey", "law", "statement"]),
        leads: pieces(|one| &one.leads, &["example", "voice", "image"]),
        gaps,
        more_gaps,
        kinds: matrix::kind_counts(desk, id),
        effects: before_and_after(desk, id).take(room.effects).collect(),
        address: address(desk, id),
    }
}

/// Where an area stands in the report.
pub fn anchor(id: &str) -> String {
    format!("areas-{id}")
}

fn questions(teller: &Teller<'_>) -> Vec<QuestionView> {
    let of_tests = teller.opened().into_iter().flat_map(|test| test.questions);
    of_tests.chain(teller.traits()).collect()
}

/// What a question's state rests on: what a person wrote, or else what was found.
fn answered(
    desk: &Desk<'_>,
    id: &str,
    questions: &[QuestionView],
    room: usize,
) -> Vec<SheetQuestion> {
    let asked = questions.iter().filter_map(|question| {
        let written = question.judgement.as_ref().map(|judgement| judgement.reason.clone());
        Some(SheetQuestion {
            label: question.label.clone(),
            state: question.state.clone()?,
            reason: written.or_else(|| question.reasons.first().cloned()).unwrap_or_default(),
            href: desk.scribe.to_anchor(&route(id), &format!("question-{}", question.id)),
        })
    });
    asked.take(room).collect()
}

/// Each piece once, the strongest kind first.
fn pieces<'a>(
    desk: &Desk<'_>,
    id: &str,
    all: impl Iterator<Item = &'a EvidenceView>,
    codes: &[&str],
    room: usize,
) -> Pieces {
    let mut found: Vec<EvidenceView> = Vec::new();
    for piece in all {
        if !found.contains(piece) {
            found.push(piece.clone());
        }
    }
    let rank = |piece: &EvidenceView| codes.iter().position(|code| *code == piece.code);
    found.sort_by_key(|piece| rank(piece).unwrap_or(codes.len()));
    let more = more(desk, id, found.len().saturating_sub(room));
    found.truncate(room);
    Pieces { shown: found, more }
}

/// So many more than there is room for, on the area's own page.
fn more(desk: &Desk<'_>, id: &str, count: usize) -> Option<Figure> {
    let href = desk.scribe.to_anchor(&route(id), "questions");
    (count > 0).then(|| desk.scribe.count(count, Label::new("件", ""), href))
}

fn gaps(teller: &Teller<'_>, room: usize) -> (Vec<SheetGap>, Option<Figure>) {
    let scribe = &teller.scribe;
    let mut all: Vec<SheetGap> = Vec::new();
    for gap in &teller.assessment.gaps {
        let Some((label, inquiry)) = missing(teller.set, &gap.missing) else { continue };
        let href = scribe.to_anchor("evidence-gaps", &gap_anchor(&gap.missing));
        let one = SheetGap {
            gap: Link { label: scribe.word(label), href },
            ask: scribe.word(&inquiry.ask),
        };
        if !all.contains(&one) {
            all.push(one);
        }
    }
    let left = all.len().saturating_sub(room);
    all.truncate(room);
    let href = scribe.to_anchor(&route(teller.area), "questions");
    let more = (left > 0).then(|| scribe.count(left, Label::new("件", ""), href));
    (all, more)
}

fn before_and_after<'a>(desk: &'a Desk<'_>, id: &'a str) -> impl Iterator<Item = EffectView> + 'a {
    let rows = desk.scribe.dataset.rows_of(&effects::SPEC, effects::area, id);
    rows.map(|row: &Row| quotes::effect(desk, row))
}

/// The address of the area's page: where the site stands, or its path in the site.
fn address(desk: &Desk<'_>, id: &str) -> String {
    let folder = routes::folder(&route(id), desk.scribe.language);
    match desk.sources.base_url {
        Some(base) => format!("{base}{folder}"),
        None => format!("{folder}index.html"),
    }
}

fn route(id: &str) -> String {
    format!("areas/{id}")
}

/// What a handout is called.
pub fn title(desk: &Desk<'_>, id: &str) -> String {
    let (name, _) = desk.scribe.named(areas::SPEC.name, id);
    let suffix = desk.scribe.say(words::HANDOUT);
    words::sentence(
        desk.scribe.language,
        format!("{name}（{suffix}）"),
        format!("{name} ({suffix})"),
    )
}
