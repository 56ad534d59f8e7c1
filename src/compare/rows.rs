//! Rows by id, cell by cell, as files write them.

use super::Version;
use crate::model::tables::TABLES;
use crate::model::{
    CellDifference, FileColumn, Part, Row, RowChange, RowDifference, Table, TableDifference,
    TableSpec,
};

/// What differs in every table.
pub fn differences(old: &Version<'_>, new: &Version<'_>) -> Vec<TableDifference> {
    let pairs = TABLES.iter().map(|spec| Pair {
        columns: told_columns(spec),
        old: Sheet::of(old, spec),
        new: Sheet::of(new, spec),
        spec,
    });
    pairs.filter_map(|pair| pair.difference()).collect()
}

/// The columns a row is compared by: all that people enter, and citations of single cells. What
/// stands beside a value is part of the value.
pub fn told_columns(spec: &TableSpec) -> Vec<FileColumn> {
    let is_told = |column: &FileColumn| {
        !matches!(column.part, Part::Id | Part::Status(_) | Part::Precision(_) | Part::Added)
    };
    spec.file_columns().into_iter().filter(is_told).collect()
}

/// A table of one version, as it is and as it may be published.
struct Sheet<'a> {
    table: Option<&'a Table>,
    published: Option<&'a Table>,
}

impl<'a> Sheet<'a> {
    fn of(version: &Version<'a>, spec: &TableSpec) -> Self {
        Self {
            table: version.dataset.table(spec.name),
            published: version.published.table(spec.name),
        }
    }

    fn rows(&self) -> &'a [Row] {
        self.table.map_or(&[], |table| &table.rows)
    }

    fn row(&self, id: &str) -> Option<&'a Row> {
        self.table.and_then(|table| table.row(id))
    }

    fn shown(&self, id: &str, part: Part) -> String {
        let row = self.published.and_then(|table| table.row(id));
        row.map(|row| row.text(part)).unwrap_or_default()
    }
}

/// A table in both versions.
struct Pair<'a> {
    spec: &'static TableSpec,
    columns: Vec<FileColumn>,
    old: Sheet<'a>,
    new: Sheet<'a>,
}

impl Pair<'_> {
    fn difference(&self) -> Option<TableDifference> {
        let now = self.new.rows().iter().filter_map(|row| match self.old.row(&row.id) {
            Some(before) => self.row(RowChange::Changed, Some(before), Some(row)),
            None => self.row(RowChange::Added, None, Some(row)),
        });
        let gone = self.old.rows().iter().filter(|row| self.new.row(&row.id).is_none());
        let gone = gone.filter_map(|row| self.row(RowChange::Removed, Some(row), None));
        let rows: Vec<RowDifference> = now.chain(gone).collect();
        let reordered = self.is_reordered();
        (reordered || !rows.is_empty()).then_some(TableDifference {
            spec: self.spec,
            rows,
            reordered,
        })
    }

    fn row(
        &self,
        change: RowChange,
        old: Option<&Row>,
        new: Option<&Row>,
    ) -> Option<RowDifference> {
        let id = &new.or(old)?.id;
        let of = |row: Option<&Row>, part| row.map(|row| row.text(part)).unwrap_or_default();
        let differing =
            self.columns.iter().filter(|column| of(old, column.part) != of(new, column.part));
        let cells: Vec<CellDifference> = differing
            .map(|column| CellDifference {
                column: column.name.clone(),
                label: column.label.clone(),
                old: old.map(|row| self.old.shown(&row.id, column.part)).unwrap_or_default(),
                new: new.map(|row| self.new.shown(&row.id, column.part)).unwrap_or_default(),
            })
            .collect();
        let is_told = change != RowChange::Changed || !cells.is_empty();
        is_told.then(|| RowDifference { id: id.clone(), change, cells })
    }

    fn is_reordered(&self) -> bool {
        let shared = |one: &Sheet<'_>, other: &Sheet<'_>| -> Vec<String> {
            let rows = one.rows().iter().filter(|row| other.row(&row.id).is_some());
            rows.map(|row| row.id.clone()).collect()
        };
        shared(&self.old, &self.new) != shared(&self.new, &self.old)
    }
}
