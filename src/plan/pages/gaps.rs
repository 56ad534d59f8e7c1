//! What keeps states open, as questions one can send out.

use std::collections::BTreeSet;

use super::Desk;
use crate::model::tables::areas;
use crate::model::{Assessment, CriteriaSet, Gap, Missing};
use crate::plan::gaps::{EXCEL, FILE};
use crate::plan::standing::{self, Teller};
use crate::plan::view::{GapArea, GapEntry, GapGroup, GapsView, Link};
use crate::plan::words::{self, sentence};

pub fn view(desk: &mut Desk<'_>) -> GapsView {
    let prose = desk.prose();
    let scribe = &desk.scribe;
    let groups = scribe.dataset.set().map(|set| groups(desk, set)).unwrap_or_default();
    let file = |(label, path)| Link { label: scribe.say(label), href: scribe.to_file(path) };
    let files = [(words::GAPS_FILE, FILE), (words::GAPS_EXCEL, EXCEL)];
    GapsView { prose, groups, files: files.map(file).into() }
}

fn groups(desk: &Desk<'_>, set: &CriteriaSet) -> Vec<GapGroup> {
    let scribe = &desk.scribe;
    let of_test = set.tests.iter().map(|test| GapGroup {
        id: test.id.clone(),
        label: scribe.word(&test.label),
        gaps: entries(desk, set, Some(&test.id)),
    });
    let of_traits = GapGroup {
        id: "study".to_owned(),
        label: scribe.say(words::STUDY),
        gaps: entries(desk, set, None),
    };
    of_test.chain([of_traits]).filter(|group| !group.gaps.is_empty()).collect()
}

/// The questions of a test that are open for some area, in the order of the set.
fn entries(desk: &Desk<'_>, set: &CriteriaSet, test: Option<&str>) -> Vec<GapEntry> {
    let atoms = set.atoms.iter().map(|atom| Missing::Atom(atom.id.clone()));
    let inputs = set.inputs.iter().map(|input| Missing::Input(input.id.clone()));
    let all = atoms.chain(inputs);
    all.filter_map(|missing| entry(desk, set, test, &missing)).collect()
}

fn entry(
    desk: &Desk<'_>,
    set: &CriteriaSet,
    test: Option<&str>,
    missing: &Missing,
) -> Option<GapEntry> {
    let scribe = &desk.scribe;
    let is_this = |gap: &&Gap| gap.test.as_deref() == test && gap.missing == *missing;
    let areas = scribe.dataset.rows(&areas::SPEC).iter();
    let open: Vec<_> = areas
        .filter_map(|area| {
            let assessment = desk.sources.assessments.areas.get(&area.id)?;
            Some((area, assessment, assessment.gaps.iter().find(is_this)?))
        })
        .collect();
    let (first, assessment, gap) = open.first()?;
    let teller = Teller { scribe: *scribe, set, area: &first.id, assessment };
    let link = |area: &crate::model::Row| Link {
        label: scribe.word(&area.words(areas::name)),
        href: scribe.to_anchor(&format!("areas/{}", area.id), &anchor(test, missing)),
    };
    let led = open.iter().filter(|(_, assessment, _)| leads(assessment, missing) > 0);
    let with_leads = led.map(|(area, assessment, _)| GapArea {
        area: link(area),
        leads: standing::counted(scribe, leads(assessment, missing)),
    });
    let all = scribe.dataset.rows(&areas::SPEC);
    let is_open: BTreeSet<&str> = open.iter().map(|(area, _, _)| area.id.as_str()).collect();
    let settled = all.iter().filter(|area| !is_open.contains(area.id.as_str()));
    let (open_count, of) = (open.len(), all.len());
    Some(GapEntry {
        id: standing::gap_anchor(missing),
        gap: teller.gap(gap)?,
        counted: sentence(
            scribe.language,
            format!("{of}の業務領域のうち{open_count}"),
            format!("{open_count} of {of} areas"),
        ),
        with_leads: with_leads.collect(),
        settled: settled.map(link).collect(),
    })
}

fn leads(assessment: &Assessment, missing: &Missing) -> usize {
    let Missing::Atom(id) = missing else { return 0 };
    assessment.atoms().find(|atom| atom.atom == *id).map_or(0, |atom| atom.leads.len())
}

/// Where an area's page says more.
fn anchor(test: Option<&str>, missing: &Missing) -> String {
    match (missing, test) {
        (Missing::Atom(id), _) => format!("question-{id}"),
        (Missing::Input(_), Some(test)) => format!("test-{test}"),
        (Missing::Input(_), None) => "questions".to_owned(),
    }
}
