//! Cells of two versions side by side, as a reader sees them.

use super::editions::Since;
use super::scribe::Scribe;
use super::view::{CellView, ChangedCell, ComparedCell, ComparedRow};
use super::words;
use crate::model::tables::citations;
use crate::model::{Dataset, FileColumn, Kind, Part, Row, TableSpec, Value};
use crate::text::{Language, Words};

/// Both versions of a table, for one page.
pub struct Sides<'a> {
    scribe: Scribe<'a>,
    /// who tells what was; its links are left out, for what they led to may be gone
    before: Scribe<'a>,
    spec: &'static TableSpec,
    columns: Vec<FileColumn>,
}

impl<'a> Sides<'a> {
    /// The sides of a table.
    pub fn new(scribe: Scribe<'a>, since: &Since<'a>, spec: &'static TableSpec) -> Self {
        let before = Scribe { dataset: since.old, ..scribe };
        Self { scribe, before, spec, columns: spec.file_columns() }
    }

    /// The cells of a row that differ.
    pub fn cells(&self, row: &ComparedRow) -> Vec<ChangedCell> {
        row.cells.iter().map(|cell| self.cell(row, cell)).collect()
    }

    fn cell(&self, row: &ComparedRow, cell: &ComparedCell) -> ChangedCell {
        let part = self.columns.iter().find(|one| one.name == cell.column).map(|one| one.part);
        let shown = |scribe: &Scribe<'_>, text: &str| {
            let row = self.row(scribe.dataset, &row.row.id)?;
            Some(shown(scribe, self.spec, row, part?, text))
        };
        let mut old = shown(&self.before, &cell.old).map(|cell| unlinked(&self.scribe, cell));
        let mut new = shown(&self.scribe, &cell.new);
        // What looks alike where it was rounded is told as the file has it.
        if let (Some(old), Some(new)) = (&mut old, &mut new)
            && !cell.withheld
            && (&old.text, &old.links) == (&new.text, &new.links)
        {
            old.text.clone_from(&cell.old);
            new.text.clone_from(&cell.new);
        }
        ChangedCell { label: self.label(cell, part), old, new, withheld: cell.withheld }
    }

    fn row<'d>(&self, dataset: &'d Dataset, id: &str) -> Option<&'d Row> {
        dataset.row(self.spec.name, id)
    }

    fn label(&self, cell: &ComparedCell, part: Option<Part>) -> String {
        let own = part.and_then(|part| match part {
            Part::Own(index) => self.spec.columns.get(index),
            _ => None,
        });
        match own {
            // The unit stands at the numbers.
            Some(column) if !matches!(column.kind, Kind::Words) => self.scribe.say(column.label),
            _ => self.scribe.word(&cell.label),
        }
    }
}

/// One side of a cell.
fn shown(scribe: &Scribe<'_>, spec: &TableSpec, row: &Row, part: Part, text: &str) -> CellView {
    match part {
        Part::Own(index) => own(scribe, spec, row, index, text),
        Part::English(_) | Part::NoteEnglish => in_language(scribe, text, Language::En),
        Part::Note => in_language(scribe, text, Language::Ja),
        Part::Source | Part::CellSource(_) => cited(scribe, text),
        Part::Confidence => plain(scribe, &scribe.say(row.confidence.label())),
        _ => plain(scribe, text),
    }
}

fn own(scribe: &Scribe<'_>, spec: &TableSpec, row: &Row, index: usize, text: &str) -> CellView {
    let cell = match row.values.get(index) {
        Some(Value::Words(_)) => in_language(scribe, text, Language::Ja),
        Some(Value::Number(_) | Value::Yen(_)) => number(scribe, spec, row, index),
        _ => scribe.cell(spec, row, index),
    };
    CellView { sort: None, note: None, doubt: None, ..cell }
}

/// A number with its unit, leading to its row.
fn number(scribe: &Scribe<'_>, spec: &TableSpec, row: &Row, index: usize) -> CellView {
    let shown = scribe.shown(spec, row, index, None);
    CellView {
        text: shown.map(|shown| format!("{}{}", shown.text, shown.unit)).unwrap_or_default(),
        figure: true,
        href: Some(scribe.to_row(spec, row)),
        ..CellView::default()
    }
}

/// A citation by its heading, leading there.
fn cited(scribe: &Scribe<'_>, id: &str) -> CellView {
    let Some(row) = scribe.dataset.row(citations::SPEC.name, id) else {
        return plain(scribe, id);
    };
    let heading = row.words(citations::heading);
    CellView {
        foreign: scribe.foreign(&heading),
        text: scribe.with_unit(scribe.word(&heading), &scribe.lines(row)),
        href: Some(scribe.to_citation(id)),
        ..CellView::default()
    }
}

/// Words that both versions may have in their own words.
pub fn worded(scribe: &Scribe<'_>, words: &Words) -> CellView {
    CellView { foreign: scribe.foreign(words), text: scribe.word(words), ..CellView::default() }
}

/// A text in no particular language.
pub fn plain(scribe: &Scribe<'_>, text: &str) -> CellView {
    let foreign = scribe.foreign_text(text);
    CellView { foreign, text: text.to_owned(), ..CellView::default() }
}

fn in_language(scribe: &Scribe<'_>, text: &str, language: Language) -> CellView {
    let foreign = (language != scribe.language && !text.is_empty()).then_some(language);
    CellView { foreign, text: text.to_owned(), ..CellView::default() }
}

/// The same without its links.
fn unlinked(scribe: &Scribe<'_>, cell: CellView) -> CellView {
    let labels: Vec<&str> = cell.links.iter().map(|link| link.label.as_str()).collect();
    let listed = labels.join(words::LIST_SEPARATOR.get(scribe.language));
    let text = if labels.is_empty() { cell.text } else { listed };
    CellView { text, href: None, links: Vec::new(), figure: false, ..cell }
}
