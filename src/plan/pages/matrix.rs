//! Areas in a row: how they stand, what the documents carry about them.

use super::Desk;
use crate::model::tables::{
    areas, criteria_applications, departments, evidence, kinds, prefecture_counts,
};
use crate::model::{Row, is_sufficient};
use crate::plan::standing::Teller;
use crate::plan::view::{Figure, KindCount, Link, MatrixGroup, MatrixRow, Origin, StandingView};
use crate::plan::words;
use crate::text::Label;

/// Every area, by department in the order of the map.
pub fn groups(desk: &Desk<'_>) -> Vec<MatrixGroup> {
    let scribe = &desk.scribe;
    let departments = scribe.dataset.rows(&departments::SPEC).iter();
    departments
        .map(|department| MatrixGroup {
            department: scribe.row_link("departments", department, departments::name),
            areas: rows(desk, &department.id),
        })
        .filter(|group| !group.areas.is_empty())
        .collect()
}

/// The areas of a department.
pub fn rows(desk: &Desk<'_>, department: &str) -> Vec<MatrixRow> {
    let areas = desk.scribe.dataset.rows_of(&areas::SPEC, areas::department, department);
    areas.map(|area| row(desk, area)).collect()
}

fn row(desk: &Desk<'_>, area: &Row) -> MatrixRow {
    let scribe = &desk.scribe;
    let evidence = scribe.dataset.rows_of(&evidence::SPEC, evidence::area, &area.id);
    let leads = evidence.filter(|row| !is_sufficient(row)).count();
    let href = scribe.to_anchor(&format!("areas/{}", area.id), "questions");
    MatrixRow {
        area: scribe.row_link("areas", area, areas::name),
        criteria: criteria(desk, &area.id),
        standing: standing(desk, &area.id),
        kinds: kind_counts(desk, &area.id),
        leads: scribe.count(leads, Label::new("", ""), href),
    }
}

/// How an area stands, side by side.
pub fn standing(desk: &Desk<'_>, area: &str) -> Vec<StandingView> {
    teller(desk, area).map(|teller| teller.standing()).unwrap_or_default()
}

/// Who words an area's findings; none without a criteria set.
pub fn teller<'a>(desk: &Desk<'a>, area: &'a str) -> Option<Teller<'a>> {
    let set = desk.scribe.dataset.set()?;
    let assessment = desk.sources.assessments.areas.get(area)?;
    Some(Teller { scribe: desk.scribe, set, area, assessment })
}

/// Why an area is listed, in words.
pub fn why(desk: &Desk<'_>, area: &Row) -> Vec<String> {
    let reasons = area.get(areas::why_listed).unwrap_or_default().iter();
    reasons.map(|entry| desk.scribe.say(entry.label)).collect()
}

/// The criteria that name an area, each once.
pub fn criteria(desk: &Desk<'_>, area: &str) -> Vec<Link> {
    let dataset = desk.scribe.dataset;
    let applications =
        dataset.rows_of(&criteria_applications::SPEC, criteria_applications::area, area);
    let mut ids: Vec<&str> =
        applications.filter_map(|row| row.get(criteria_applications::criterion)).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter().map(|id| criterion_link(desk, id)).collect()
}

/// A criterion by its number.
pub fn criterion_link(desk: &Desk<'_>, id: &str) -> Link {
    Link {
        label: words::sentence(
            desk.scribe.language,
            format!("基準{id}"),
            format!("Criterion {id}"),
        ),
        href: desk.scribe.to_anchor("criteria", &format!("criterion-{id}")),
    }
}

/// Joint procurement of an area's kinds, each by itself: a prefecture may be in several.
pub fn kind_counts(desk: &Desk<'_>, area: &str) -> Vec<KindCount> {
    let scribe = &desk.scribe;
    let column = kinds::prefectures.index;
    let kinds = scribe.dataset.rows_of(&kinds::SPEC, kinds::area, area);
    kinds
        .map(|kind| KindCount {
            name: scribe.word(&kind.words(kinds::name)),
            count: scribe.figure(&kinds::SPEC, kind, column, None).map(without_unit),
            of: prefectures(desk),
        })
        .collect()
}

/// How many prefectures the survey shows.
fn prefectures(desk: &Desk<'_>) -> Figure {
    let count = desk.scribe.dataset.rows(&prefecture_counts::SPEC).len();
    let href = desk.scribe.to(&format!("data/{}", prefecture_counts::SPEC.name));
    let figure = desk.scribe.count(count, Label::new("", ""), href);
    Figure { origin: Some(Origin::Rows(prefecture_counts::SPEC.name)), ..figure }
}

fn without_unit(figure: Figure) -> Figure {
    Figure { unit: String::new(), ..figure }
}
