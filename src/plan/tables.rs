//! Rows and columns of a table as a reader sees them.

use std::collections::BTreeSet;

use super::scribe::Scribe;
use super::view::{CellView, ColumnView, Link, RowView, TableView};
use super::words;
use crate::model::tables::{citations, is_summed};
use crate::model::{Kind, Row, TableSpec};

/// What of a table is shown.
pub struct Choice<'a> {
    /// unique on the page
    pub id: String,
    /// what it shows
    pub caption: String,
    /// the table
    pub spec: &'static TableSpec,
    /// the columns, in order
    pub columns: Vec<usize>,
    /// the rows, in order
    pub rows: Vec<&'a Row>,
}

impl Scribe<'_> {
    /// A table with the chosen rows and columns, each row with its citation.
    pub fn table(&self, choice: Choice<'_>) -> TableView {
        let Choice { id, caption, spec, columns, rows } = choice;
        let heads = columns.iter().filter_map(|column| spec.columns.get(*column));
        TableView {
            columns: heads
                .map(|column| ColumnView {
                    label: self.header(column),
                    numeric: column.is_numeric(),
                })
                .collect(),
            sources: self.citations_of(rows.iter().copied()),
            rows: rows.iter().map(|row| self.row(spec, row, &columns)).collect(),
            data: Some(self.link(self.say(spec.label), &format!("data/{}", spec.name))),
            note: None,
            summed: (0..columns.len())
                .filter(|at| columns.get(*at).is_some_and(|column| is_summed(spec, *column)))
                .collect(),
            id,
            caption,
        }
    }

    /// The table with columns named in the program.
    pub fn table_of<'a>(
        &self,
        id: &str,
        spec: &'static TableSpec,
        columns: &[usize],
        rows: impl IntoIterator<Item = &'a Row>,
    ) -> TableView {
        self.table(Choice {
            id: id.to_owned(),
            caption: self.say(spec.label),
            spec,
            columns: columns.to_vec(),
            rows: rows.into_iter().collect(),
        })
    }

    /// The same, and nothing where there are no rows.
    pub fn table_if_any<'a>(
        &self,
        id: &str,
        spec: &'static TableSpec,
        columns: &[usize],
        rows: impl IntoIterator<Item = &'a Row>,
    ) -> Option<TableView> {
        let table = self.table_of(id, spec, columns, rows);
        (!table.rows.is_empty()).then_some(table)
    }

    /// A row; what is unsure about it stands at the cell that names it.
    pub fn row(&self, spec: &'static TableSpec, row: &Row, columns: &[usize]) -> RowView {
        let mut cells: Vec<CellView> =
            columns.iter().map(|column| self.cell(spec, row, *column)).collect();
        if let Some(cell) = cells.get_mut(naming(spec, columns)) {
            cell.doubt = self.doubt(row.confidence);
            cell.note = self.note(&row.note);
        }
        RowView { anchor: None, cells, source: self.row_source(spec, row) }
    }

    /// Each citation of some rows once, in the order they come up.
    pub fn citations_of<'a>(&self, rows: impl IntoIterator<Item = &'a Row>) -> Vec<Link> {
        let mut seen = BTreeSet::new();
        let ids =
            rows.into_iter().flat_map(|row| row.source.iter().chain(row.cell_sources.values()));
        let ids: Vec<&String> = ids.filter(|id| seen.insert((*id).clone())).collect();
        let links: Vec<Link> = ids.iter().map(|id| self.citation(id)).collect();
        let repeated = |link: &Link| links.iter().filter(|one| one.label == link.label).count() > 1;
        let told = ids.iter().zip(&links).map(|(id, link)| match repeated(link) {
            true => Link {
                label: self.with_unit(link.label.clone(), &self.lines_of(id)),
                ..link.clone()
            },
            false => link.clone(),
        });
        told.collect()
    }

    /// The lines of a cited passage: what tells it from others under the same heading.
    pub fn lines_of(&self, citation: &str) -> String {
        let row = self.dataset.row(citations::SPEC.name, citation);
        row.map(|row| self.lines(row)).unwrap_or_default()
    }

    /// A whole table with everything known of each row, for its own page.
    pub fn whole_table(&self, spec: &'static TableSpec) -> TableView {
        let columns: Vec<usize> = (0..spec.columns.len()).collect();
        let rows = self.dataset.rows(spec);
        let mut table = self.table_of(spec.name, spec, &columns, rows);
        table.columns.insert(0, ColumnView { label: self.say(words::ID), numeric: false });
        table.summed.iter_mut().for_each(|column| *column += 1);
        let printed = rows.iter().any(|row| row.as_printed.is_some());
        for (view, row) in table.rows.iter_mut().zip(rows) {
            view.anchor = Some(row.id.clone());
            view.cells.insert(0, CellView { text: row.id.clone(), ..CellView::default() });
            if printed {
                view.cells.push(self.printed(row));
            }
        }
        if printed {
            table.columns.push(ColumnView { label: self.say(words::AS_PRINTED), numeric: false });
        }
        table.data = None;
        table
    }

    fn printed(&self, row: &Row) -> CellView {
        let text = row.as_printed.clone().unwrap_or_default();
        CellView { foreign: self.foreign_text(&text), text, ..CellView::default() }
    }
}

/// The columns of a table that say what a row is, for lists where little room is left.
pub fn naming_columns(spec: &TableSpec) -> Vec<usize> {
    let all: Vec<usize> = (0..spec.columns.len()).collect();
    vec![naming(spec, &all)]
}

/// Which of some columns has room for a remark: the first that holds text, else the first.
pub fn naming(spec: &TableSpec, columns: &[usize]) -> usize {
    let holds_text = |column: &usize| {
        let kind = spec.columns.get(*column).map(|column| column.kind);
        matches!(kind, Some(Kind::Words | Kind::Printed))
    };
    columns.iter().position(holds_text).unwrap_or(0)
}
