//! What keeps states open, as questions one can send out.

use std::collections::{BTreeMap, BTreeSet};

use super::Desk;
use crate::model::tables::areas;
use crate::model::{Assessment, CriteriaSet, Gap, Missing, Row};
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

/// An area for which something is missing.
type Open<'a> = (&'a Row, &'a Assessment, &'a Gap);

/// What is missing, for which test.
type Lack<'a> = (Option<&'a str>, &'a Missing);

fn groups(desk: &Desk<'_>, set: &CriteriaSet) -> Vec<GapGroup> {
    let scribe = &desk.scribe;
    let mut open: BTreeMap<Lack<'_>, Vec<Open<'_>>> = BTreeMap::new();
    for area in scribe.dataset.rows(&areas::SPEC) {
        let Some(assessment) = desk.sources.assessments.areas.get(&area.id) else { continue };
        for gap in &assessment.gaps {
            let lack = (gap.test.as_deref(), &gap.missing);
            open.entry(lack).or_default().push((area, assessment, gap));
        }
    }
    // The questions of a test that are open for some area, in the order of the set.
    let atoms = set.atoms.iter().map(|atom| Missing::Atom(atom.id.clone()));
    let inputs = set.inputs.iter().map(|input| Missing::Input(input.id.clone()));
    let all: Vec<Missing> = atoms.chain(inputs).collect();
    let entries = |test: Option<&str>| {
        let of_test = all.iter().filter_map(|missing| open.get(&(test, missing)));
        of_test.filter_map(|open| entry(desk, set, open)).collect()
    };
    let of_test = set.tests.iter().map(|test| GapGroup {
        id: test.id.clone(),
        label: scribe.word(&test.label),
        gaps: entries(Some(&test.id)),
    });
    let of_traits =
        GapGroup { id: "study".to_owned(), label: scribe.say(words::STUDY), gaps: entries(None) };
    of_test.chain([of_traits]).filter(|group| !group.gaps.is_empty()).collect()
}

/// What is missing for these areas.
fn entry(desk: &Desk<'_>, set: &CriteriaSet, open: &[Open<'_>]) -> Option<GapEntry> {
    let scribe = &desk.scribe;
    let (first, assessment, gap) = open.first()?;
    let (test, missing) = (gap.test.as_deref(), &gap.missing);
    let teller = Teller { scribe: *scribe, set, area: &first.id, assessment };
    let link = |area: &Row| Link {
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
