//! Judgements, and what else people say of an area by the words of a criteria set.

use std::collections::BTreeMap;

use super::diags;
use super::references::place;
use crate::diag::Diagnostic;
use crate::load::{Raw, RawTable};
use crate::model::tables::{evidence, judgements, progress};
use crate::model::{CodeEntry, CriteriaSet, Dataset, Row, State, TableSpec, carries, is_about};

/// Tells what a judgement lacks, or says that no set knows.
pub fn check(dataset: &Dataset, raw: &Raw) -> Vec<Diagnostic> {
    let mut notes = Vec::new();
    notes.extend(checked(dataset, raw, &judgements::SPEC, judgement));
    notes.extend(repeated(dataset, raw));
    notes.extend(checked(dataset, raw, &evidence::SPEC, asked));
    notes.extend(checked(dataset, raw, &progress::SPEC, stage));
    notes
}

/// One row in its file.
struct Sheet<'a> {
    dataset: &'a Dataset,
    file: &'a RawTable,
    spec: &'static TableSpec,
    row: &'a Row,
}

fn checked(
    dataset: &Dataset,
    raw: &Raw,
    spec: &'static TableSpec,
    check: fn(&Sheet<'_>) -> Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let Some(file) = raw.tables.get(spec.name) else { return Vec::new() };
    let rows = dataset.rows(spec).iter();
    rows.flat_map(|row| check(&Sheet { dataset, file, spec, row })).collect()
}

impl<'a> Sheet<'a> {
    fn place(&self, header: &str) -> crate::text::Place {
        place(self.file, self.spec, self.row, header)
    }

    /// The set a row names, or what to tell.
    fn set(&self, name: Option<&str>) -> Result<Option<&'a CriteriaSet>, Box<Diagnostic>> {
        let Some(name) = name else { return Ok(None) };
        let sets = &self.dataset.criteria;
        sets.get(name).map(Some).ok_or_else(|| {
            let known = sets.keys().map(String::as_str);
            Box::new(diags::set_unknown(self.place("criteria_set"), name, known))
        })
    }

    /// A blank that the row's state does not allow.
    fn blank(&self, column: &str, header: &str) -> Option<Diagnostic> {
        let (_, column) = self.spec.column(column)?;
        Some(diags::judgement_part(self.place(header), column))
    }
}

fn judgement(sheet: &Sheet<'_>) -> Vec<Diagnostic> {
    let row = sheet.row;
    let set = match sheet.set(row.get(judgements::criteria_set)) {
        Ok(set) => set,
        Err(note) => return vec![*note],
    };
    let Some((set, atom)) = set.zip(row.get(judgements::atom)) else { return Vec::new() };
    if set.atom(atom).is_none() {
        let atoms = set.atoms.iter().map(|one| one.id.as_str());
        return vec![diags::set_name(sheet.place("atom"), diags::QUESTION, atom, atoms)];
    }
    let mut notes = foreign_evidence(sheet, atom);
    if let Some(state) = row.get(judgements::state) {
        let blanks = [
            row.get(judgements::reason).is_none().then(|| sheet.blank("reason", "reason_ja")),
            row.get(judgements::decided_by)
                .is_none()
                .then(|| sheet.blank("decided_by", "decided_by_ja")),
            row.get(judgements::decided_on)
                .is_none()
                .then(|| sheet.blank("decided_on", "decided_on")),
        ];
        notes.extend(blanks.into_iter().flatten().flatten());
        notes.extend(unsupported(sheet, state));
    }
    notes
}

/// Evidence on another area or question; nothing where it is told already that an area is unknown.
fn foreign_evidence(sheet: &Sheet<'_>, atom: &str) -> Vec<Diagnostic> {
    let Some(area) = sheet.row.get(judgements::area) else { return Vec::new() };
    let known = cited(sheet.dataset, sheet.row).filter(|row| row.get(evidence::area).is_some());
    let foreign = known.filter(|row| !is_about(row, area, atom));
    let told = |row: &Row| diags::judgement_evidence(sheet.place("evidence"), &row.id, area, atom);
    foreign.map(told).collect()
}

/// The rows of `evidence` a judgement names.
fn cited<'a>(dataset: &'a Dataset, row: &'a Row) -> impl Iterator<Item = &'a Row> {
    let ids = row.get(judgements::evidence).unwrap_or_default().iter();
    ids.filter_map(|id| dataset.row(evidence::SPEC.name, id))
}

fn unsupported(sheet: &Sheet<'_>, written: &CodeEntry) -> Option<Diagnostic> {
    let state = State::named(written.code).filter(|state| *state != State::Insufficient)?;
    let carried = cited(sheet.dataset, sheet.row).any(|row| carries(row, state));
    (!carried).then(|| diags::judgement_unsupported(sheet.place("state"), written))
}

/// One judgement for each area, question and set.
fn repeated(dataset: &Dataset, raw: &Raw) -> Vec<Diagnostic> {
    let Some(file) = raw.tables.get(judgements::SPEC.name) else { return Vec::new() };
    let mut seen = BTreeMap::new();
    let mut notes = Vec::new();
    for row in dataset.rows(&judgements::SPEC) {
        let (Some(area), Some(atom)) = (row.get(judgements::area), row.get(judgements::atom))
        else {
            continue;
        };
        let key = (area, atom, row.get(judgements::criteria_set));
        match seen.get(&key) {
            Some(first) => {
                let place = place(file, &judgements::SPEC, row, "atom");
                notes.push(diags::judgement_repeated(place, area, atom, *first));
            }
            None => {
                seen.insert(key, row.cell.row);
            }
        }
    }
    notes
}

/// Evidence bears on a question that some set asks.
fn asked(sheet: &Sheet<'_>) -> Vec<Diagnostic> {
    let Some(atom) = sheet.row.get(evidence::atom) else { return Vec::new() };
    let atoms = sheet.dataset.criteria.values().flat_map(|set| &set.atoms);
    let atoms = atoms.map(|one| one.id.as_str());
    let unknown = !atoms.clone().any(|one| one == atom);
    unknown
        .then(|| diags::set_name(sheet.place("atom"), diags::QUESTION, atom, atoms))
        .into_iter()
        .collect()
}

fn stage(sheet: &Sheet<'_>) -> Vec<Diagnostic> {
    let row = sheet.row;
    let set = match sheet.set(row.get(progress::criteria_set)) {
        Ok(Some(set)) => set,
        Ok(None) => return Vec::new(),
        Err(note) => return vec![*note],
    };
    let mut notes = Vec::new();
    let stage = row.get(progress::stage).unwrap_or_default();
    if !set.steps.iter().any(|step| step.id == stage) {
        let steps = set.steps.iter().map(|step| step.id.as_str());
        notes.push(diags::set_name(sheet.place("stage"), diags::STEP, stage, steps));
    }
    if let Some(outcome) = row.get(progress::outcome) {
        let known = set.outcomes.iter().map(|one| one.id.as_str());
        if set.outcomes.is_empty() {
            notes.push(diags::outcome_without_list(sheet.place("outcome"), &set.id));
        } else if !known.clone().any(|one| one == outcome) {
            notes.push(diags::set_name(sheet.place("outcome"), diags::OUTCOME, outcome, known));
        }
    }
    notes
}
