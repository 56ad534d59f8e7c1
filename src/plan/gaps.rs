//! The file to fill in: every judgement there is and every question that is open, in the columns of
//! the table `judgements`, so that it can be sent out, filled in and put back in its place.

use std::collections::BTreeSet;

use super::Sources;
use super::computed::Nature;
use super::export::{DateForm, Datum, Export, ExportColumn, Forms, entered};
use super::standing::{missing, outcomes};
use crate::model::tables::{RIGHTS, added, areas, judgements};
use crate::model::{Assessment, CriteriaSet, FileColumn, Gap, Missing, Row};
use crate::text::Words;

/// Where it stands below the output folder.
pub const FILE: &str = "evidence-gaps/judgements.csv";

/// The same with Japanese headers, for spreadsheets.
pub const EXCEL: &str = "evidence-gaps/judgements-excel.csv";

/// The file, for a project with a criteria set.
pub fn file(sources: &Sources<'_>) -> Option<Export> {
    let set = sources.dataset.set()?;
    let nature = Nature::new(sources);
    let entered = entered(&judgements::SPEC);
    let declared = entered.iter().map(|column| ExportColumn::declared(column, DateForm::Day));
    let mut columns: Vec<ExportColumn> = declared.collect();
    let asked = added(&judgements::SPEC).into_iter().filter(|one| one.name != RIGHTS.name);
    columns.extend(asked.map(|one| ExportColumn {
        added: true,
        ..ExportColumn::new(one.name, one.label, Datum::Text)
    }));
    let sheet = Sheet { sources, set, entered };
    let mut lines: Vec<Vec<String>> = Vec::new();
    for area in sources.dataset.rows(&areas::SPEC) {
        let assessment = sources.assessments.areas.get(&area.id);
        lines.extend(assessment.iter().flat_map(|one| sheet.lines(area, one)));
    }
    lines.extend(sheet.others(&lines));
    let rows = lines.into_iter().map(|line| [line, nature.cells_without_set()].concat());
    Some(Export {
        name: judgements::SPEC.name,
        stem: FILE.trim_end_matches(".csv").to_owned(),
        forms: Forms::Csv,
        label: judgements::SPEC.label.words(),
        about: judgements::SPEC.about.words(),
        rows: rows.collect(),
        columns,
        key: vec!["id"],
        as_of: sources.dataset.settings.as_of,
    })
}

/// The rows of the file, in the columns a person fills in.
struct Sheet<'a> {
    sources: &'a Sources<'a>,
    set: &'a CriteriaSet,
    entered: Vec<FileColumn>,
}

impl Sheet<'_> {
    /// The lines of one area: one for each question that was judged or is open.
    fn lines(&self, area: &Row, assessment: &Assessment) -> Vec<Vec<String>> {
        let set = self.set;
        let name = area.words(areas::name);
        let lines = assessment.atoms().filter_map(|finding| {
            let judged = finding.judgement.as_ref();
            let row = judged.and_then(|id| self.sources.dataset.row(judgements::SPEC.name, id));
            let atom = set.atom(&finding.atom)?;
            let inquiry = atom.inquiry.as_ref()?;
            let line = match row {
                Some(row) => self.judged(row),
                None => self.open(area, &atom.id),
            };
            let form = form(set, assessment, atom.test.as_deref(), &inquiry.form);
            let could_become = could_become(set, assessment, &atom.id, atom.test.as_deref());
            let asked = asked([&name, &inquiry.question, &form, &inquiry.ask, &could_become]);
            Some([line, asked].concat())
        });
        lines.collect()
    }

    /// Judgements nobody is asked for, or by another set: the file takes the place of the table, and
    /// nothing may be lost on the way.
    fn others(&self, lines: &[Vec<String>]) -> Vec<Vec<String>> {
        let written: BTreeSet<&String> = lines.iter().filter_map(|line| line.first()).collect();
        let rows = self.sources.dataset.rows(&judgements::SPEC).iter();
        let others = rows.filter(|row| !written.contains(&row.id));
        let unasked = Words::default();
        others.map(|row| [self.judged(row), asked([&unasked; 5])].concat()).collect()
    }

    /// A judgement as it is, marks and all.
    fn judged(&self, row: &Row) -> Vec<String> {
        self.entered.iter().map(|column| row.text(column.part)).collect()
    }

    /// A judgement nobody has made yet.
    fn open(&self, area: &Row, atom: &str) -> Vec<String> {
        let cell = |column: &FileColumn| match column.name.as_str() {
            "id" => format!("{}-{}", area.id, atom.to_lowercase()),
            "area" => area.id.clone(),
            "criteria_set" => self.set.id.clone(),
            "atom" => atom.to_owned(),
            _ => String::new(),
        };
        self.entered.iter().map(cell).collect()
    }
}

/// What is asked, in the columns beside the table's own.
fn asked(words: [&Words; 5]) -> Vec<String> {
    words.into_iter().flat_map(|words| [words.ja.clone(), words.en.clone()]).collect()
}

/// The form of an answer, with the inputs a computed test still misses.
fn form(set: &CriteriaSet, assessment: &Assessment, test: Option<&str>, form: &Words) -> Words {
    let mine = assessment.gaps.iter().filter(|gap| gap.test.as_deref() == test && test.is_some());
    let input = |gap: &Gap| match &gap.missing {
        Missing::Input(_) => missing(set, &gap.missing).map(|(label, _)| label.clone()),
        Missing::Atom(_) => None,
    };
    let labels: Vec<Words> = mine.filter_map(input).collect();
    if labels.is_empty() {
        return form.clone();
    }
    let labels = joined(&labels, "、", ", ");
    Words {
        ja: format!("{}（不足：{}）", form.ja, labels.ja),
        en: format!("{} (missing: {})", form.en, labels.en),
    }
}

/// What an answer could change; nothing where the question is settled.
fn could_become(
    set: &CriteriaSet,
    assessment: &Assessment,
    atom: &str,
    test: Option<&str>,
) -> Words {
    let is_computed = test.and_then(|id| set.test(id)).is_some_and(|test| test.rule.is_computed());
    let gap = assessment.gaps.iter().find(|gap| match &gap.missing {
        Missing::Atom(id) => id == atom,
        Missing::Input(_) => is_computed && gap.test.as_deref() == test,
    });
    let all = gap.map(|gap| outcomes(set, assessment, gap)).unwrap_or_default();
    joined(&all, "。", "; ")
}

/// All of some words, each language with its own separator.
fn joined(all: &[Words], ja: &str, en: &str) -> Words {
    let half = |pick: fn(&Words) -> &String, separator: &str| {
        all.iter().map(|words| pick(words).as_str()).collect::<Vec<_>>().join(separator)
    };
    Words { ja: half(|words| &words.ja, ja), en: half(|words| &words.en, en) }
}
