//! Notes on the figures in a page's text: one for each cell, grouped by the passage it comes from.

use super::scribe::Scribe;
use super::view::{Body, Figure, Link, NoteGroup, NoteView, Origin};
use super::words;
use crate::model::tables::{citations, documents, evidence, named};
use crate::model::{Confidence, MoneyUnit, Row, TableSpec};

/// Gives each figure in the page's text a note, and leads it there.
pub fn notes(scribe: &Scribe<'_>, body: &mut Body) -> Vec<NoteGroup> {
    let mut figures = body.told();
    let grounds = grounds(scribe, &figures);
    let mut ways: Vec<&Option<String>> = Vec::new();
    for ground in &grounds {
        if !ways.contains(&&ground.way) {
            ways.push(&ground.way);
        }
    }
    let mut numbers = 1..;
    let groups = ways.into_iter().map(|way| {
        let of_way: Vec<&Ground<'_>> = grounds.iter().filter(|one| one.way == *way).collect();
        let mut group = of_way.first().map(|one| one.passage(scribe)).unwrap_or_default();
        let notes = of_way.iter().zip(&mut numbers);
        group.notes = notes.map(|(one, number)| one.note(scribe, number, &mut figures)).collect();
        group
    });
    groups.collect()
}

/// What one note is about.
struct Ground<'a> {
    spec: &'static TableSpec,
    /// none where rows were counted
    cell: Option<(&'a Row, usize)>,
    /// the way to its passage
    way: Option<String>,
    /// which of the figures say it, each in its unit
    uses: Vec<(usize, Origin)>,
}

/// What the figures are figures of, each once, in the order they come up.
fn grounds<'a>(scribe: &Scribe<'a>, figures: &[&mut Figure]) -> Vec<Ground<'a>> {
    let mut grounds: Vec<Ground<'a>> = Vec::new();
    for (at, figure) in figures.iter().enumerate() {
        let Some(ground) = figure.origin.clone().and_then(|one| Ground::new(scribe, at, one))
        else {
            continue;
        };
        match grounds.iter_mut().find(|one| one.is_same(&ground)) {
            Some(one) => one.uses.extend(ground.uses),
            None => grounds.push(ground),
        }
    }
    grounds
}

impl<'a> Ground<'a> {
    fn new(scribe: &Scribe<'a>, at: usize, origin: Origin) -> Option<Self> {
        let (spec, cell) = match &origin {
            Origin::Cell(table, row, column, _) => {
                (named(table)?, Some((scribe.dataset.row(table, row)?, *column)))
            }
            Origin::Rows(table) => (named(table)?, None),
            Origin::Evidence(_) => (&evidence::SPEC, None),
        };
        let way = cell.and_then(|(row, column)| scribe.to_source(spec, row, column));
        Some(Self { spec, cell, way, uses: vec![(at, origin)] })
    }

    /// A cell in two units has one note; what was counted in two ways has two.
    fn is_same(&self, other: &Self) -> bool {
        let place = |one: &Self| one.cell.map(|(row, column)| (row.id.clone(), column));
        let counted = |one: &Self| match one.cell {
            None => one.uses.first().map(|(_, origin)| origin.clone()),
            Some(_) => None,
        };
        self.spec.name == other.spec.name
            && place(self) == place(other)
            && counted(self) == counted(other)
    }

    /// What all notes on one passage share.
    fn passage(&self, scribe: &Scribe<'_>) -> NoteGroup {
        let citation = self.citation(scribe);
        let document = citation
            .and_then(|row| row.get(citations::document))
            .and_then(|id| scribe.dataset.row(documents::SPEC.name, id))
            .or(self.cell.map(|(row, _)| row).filter(|_| self.spec.name == documents::SPEC.name));
        let title = document.map(|row| scribe.word(&row.words(documents::title)));
        let place = citation.map(|row| {
            scribe.with_unit(scribe.word(&row.words(citations::heading)), &scribe.lines(row))
        });
        let link = |label: Option<String>| Some(Link { label: label?, href: self.way.clone()? });
        NoteGroup {
            passage: link(place.clone().or(title.clone())),
            document: title.filter(|_| place.is_some()),
            quote: citation.and_then(|row| row.get(citations::quote)).map(str::to_owned),
            notes: Vec::new(),
        }
    }

    fn citation(&self, scribe: &Scribe<'a>) -> Option<&'a Row> {
        let (row, column) = self.cell?;
        match self.spec.name == citations::SPEC.name {
            true => Some(row),
            false => scribe.dataset.row(citations::SPEC.name, row.cited(column)?),
        }
    }

    fn note(&self, scribe: &Scribe<'_>, number: usize, figures: &mut [&mut Figure]) -> NoteView {
        let row = self.cell.map(|(row, _)| row);
        NoteView {
            id: format!("f-{number}"),
            number,
            shown: self.shown(figures),
            cell: self.link(scribe),
            confidence: row.map(|row| scribe.say(row.confidence.label())),
            doubtful: row.is_some_and(|row| row.confidence != Confidence::Clear),
            printed: row.and_then(|row| row.as_printed.clone()),
            computed: self.computed(scribe),
            steps: self.steps(scribe),
            back: self.back(scribe, number, figures),
        }
    }

    /// The figure as it stands in the text; where units differ, each of them.
    fn shown(&self, figures: &[&mut Figure]) -> String {
        let figures = self.uses.iter().filter_map(|(at, _)| figures.get(*at));
        let mut shown: Vec<String> =
            figures.map(|figure| format!("{}{}", figure.text, figure.unit)).collect();
        let mut seen = Vec::new();
        shown.retain(|one| {
            !seen.contains(one) && {
                seen.push(one.clone());
                true
            }
        });
        shown.join(" / ")
    }

    /// The cell, named by table, row and column.
    fn link(&self, scribe: &Scribe<'_>) -> Link {
        let table = scribe.say(self.spec.label);
        let Some((row, column)) = self.cell else {
            let label = scribe.say(words::CELL_TABLE).replace("{table}", &table);
            return scribe.link(label, &format!("data/{}", self.spec.name));
        };
        let column = self.spec.columns.get(column).map(|column| scribe.say(column.label));
        let label = scribe.say(words::CELL).replace("{table}", &table).replace("{row}", &row.id);
        let label = label.replace("{column}", &column.unwrap_or_default());
        Link { label, href: scribe.to_row(self.spec, row) }
    }

    /// How it was computed; what a document prints was not.
    fn computed(&self, scribe: &Scribe<'_>) -> Option<String> {
        let told = self.uses.iter().filter_map(|(_, origin)| match origin {
            Origin::Cell(_, _, column, unit) => self.converted(scribe, *column, *unit),
            Origin::Rows(_) => Some(scribe.say(words::ROWS_COUNTED)),
            Origin::Evidence(true) => Some(scribe.say(words::EVIDENCE_COUNTED)),
            Origin::Evidence(false) => Some(scribe.say(words::LEADS_COUNTED)),
        });
        let mut told: Vec<String> = told.collect();
        told.dedup();
        (!told.is_empty()).then(|| told.join(" "))
    }

    fn converted(
        &self,
        scribe: &Scribe<'_>,
        column: usize,
        unit: Option<MoneyUnit>,
    ) -> Option<String> {
        let (row, _) = self.cell?;
        scribe.converted(self.spec, row, column, unit)
    }

    /// Where what was counted can be seen one by one.
    fn steps(&self, scribe: &Scribe<'_>) -> Option<Link> {
        let (_, origin) = self.uses.first()?;
        let by_question =
            Link { label: scribe.say(words::BY_QUESTION), href: "#questions".to_owned() };
        matches!(origin, Origin::Evidence(_)).then_some(by_question)
    }

    /// Leads the figures to their note, and says where they stand.
    fn back(&self, scribe: &Scribe<'_>, number: usize, figures: &mut [&mut Figure]) -> Vec<Link> {
        let several = self.uses.len() > 1;
        let mut back = Vec::new();
        for ((at, _), use_number) in self.uses.iter().zip(1..) {
            let Some(figure) = figures.get_mut(*at) else { continue };
            let id = format!("f-{number}-{use_number}");
            let place = if several { format!("{number}-{use_number}") } else { number.to_string() };
            let label = scribe.say(words::BACK).replace("{place}", &place);
            back.push(Link { label, href: format!("#{id}") });
            figure.href = format!("#f-{number}");
            figure.note = Some(number);
            figure.id = Some(id);
        }
        back
    }
}
