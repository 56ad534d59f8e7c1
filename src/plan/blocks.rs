//! Fenced `chart` and `table` blocks: what they ask for, looked up and checked.

use super::Sources;
use super::charts;
use super::diags;
use super::frame::Frame;
use super::scribe::Scribe;
use super::view::{Block, ColumnView, Link, RowView, TableView};
use super::what_if;
use crate::diag::{Checked, Diagnostic};
use crate::markdown::{BlockKind, BlockSpec, Document, Spanned};
use crate::model::tables::{TABLES, named};
use crate::model::{Decimal, MoneyUnit};
use crate::text::{Place, SourcePath};

/// What a block becomes; nothing where it asks for what is not there.
pub fn block(
    sources: &Sources<'_>,
    scribe: &Scribe<'_>,
    document: &Document,
    spec: &BlockSpec,
) -> Checked<Option<Block>> {
    let mut asker = Asker { sources, scribe: *scribe, path: &document.path, notes: Vec::new() };
    let block = asker.block(spec);
    Checked { value: block, notes: asker.notes }
}

/// Looks names up, and tells those that are not there.
pub struct Asker<'a> {
    sources: &'a Sources<'a>,
    /// the writer of the page
    pub scribe: Scribe<'a>,
    path: &'a SourcePath,
    /// what there is to tell
    pub notes: Vec<Diagnostic>,
}

impl<'a> Asker<'a> {
    fn block(&mut self, spec: &BlockSpec) -> Option<Block> {
        if spec.kind == BlockKind::Sharing {
            return self.sharing(spec);
        }
        let mut frame = self.frame(spec)?;
        self.narrow(&mut frame, spec);
        match spec.kind {
            BlockKind::Sharing => None,
            BlockKind::Table => self.table(&frame, spec).map(|table| Block::Table(Box::new(table))),
            BlockKind::Chart => charts::chart(self, &frame, spec)
                .filter(|_| self.notes.is_empty())
                .map(|chart| Block::Chart(Box::new(chart))),
        }
    }

    /// The calculator that shares a cost, from the example in `data`.
    fn sharing(&mut self, spec: &BlockSpec) -> Option<Block> {
        let sharing = what_if::sharing(self.sources, &self.scribe);
        if sharing.is_none() {
            self.notes.push(diags::sharing_missing(spec.place.clone()));
        }
        sharing.map(|sharing| Block::Sharing(Box::new(sharing)))
    }

    /// The rows a block draws from.
    fn frame(&mut self, spec: &BlockSpec) -> Option<Frame<'a>> {
        let name = match (&spec.table, &spec.file) {
            (Some(table), None) => table,
            (None, Some(file)) => return self.file(file),
            // Both or neither: `markdown` has told.
            _ => return None,
        };
        match named(&name.value) {
            Some(table) => Some(Frame::declared(self.scribe, table)),
            None => {
                let known = TABLES.iter().map(|table| table.name);
                self.notes.push(diags::block_table(self.place(name), &name.value, known));
                None
            }
        }
    }

    fn file(&mut self, file: &Spanned<String>) -> Option<Frame<'a>> {
        let path = self.path.beside(&file.value);
        let Some(table) = self.sources.dataset.page_tables.get(&path) else {
            let beside = self.sources.dataset.page_tables.keys();
            let beside = beside.filter(|other| other.folder() == self.path.folder());
            let names = beside.map(SourcePath::file_name);
            self.notes.push(diags::block_file(self.place(file), &file.value, names));
            return None;
        };
        let published = format!("{}/{}", self.scribe.route, file.value);
        let link = Link {
            label: file.value.clone(),
            href: self.scribe.to_file(published.trim_start_matches('/')),
        };
        Some(Frame::loose(self.scribe, &table.columns, link))
    }

    /// Keeps the rows that are asked for, in the order that is asked for.
    fn narrow(&mut self, frame: &mut Frame<'_>, spec: &BlockSpec) {
        for filter in &spec.filters {
            let name = Spanned { value: filter.value.column.clone(), span: filter.span };
            if name.value == "id" {
                frame.filter(None, &filter.value.test);
            } else if let Some(column) = self.column(frame, &name) {
                frame.filter(Some(column), &filter.value.test);
            }
        }
        if let Some(sort) = &spec.sort {
            let name = Spanned { value: sort.value.column.clone(), span: sort.span };
            if let Some(column) = self.column(frame, &name) {
                frame.sort(column, sort.value.descending);
            }
        }
        if let Some(limit) = spec.limit.and_then(|limit| usize::try_from(limit).ok()) {
            frame.rows.truncate(limit);
        }
    }

    /// A column that is asked for; told with a caret if it is not there.
    pub fn column(&mut self, frame: &Frame<'_>, name: &Spanned<String>) -> Option<usize> {
        let found = frame.find(&name.value);
        if found.is_none() {
            let known = frame.names();
            let place = self.place(name);
            let names = known.iter().map(String::as_str);
            self.notes.push(diags::block_column(place, &name.value, &frame.called(), names));
        }
        found
    }

    /// The unit that is asked for.
    pub fn unit(&mut self, unit: Option<&Spanned<String>>) -> Option<MoneyUnit> {
        let unit = unit?;
        let known = MoneyUnit::named(&unit.value);
        if known.is_none() {
            self.notes.push(diags::figure_unit(self.place(unit), &unit.value));
        }
        known
    }

    /// What `n` of a chart's title counts: the rows of a table, or a figure `table.row.column`.
    pub fn counted(&mut self, spec: &BlockSpec) -> Option<String> {
        let name = spec.counted.as_ref()?;
        let counted = self.count_of(&name.value);
        if counted.is_none() {
            let known = TABLES.iter().map(|table| table.name);
            self.notes.push(diags::block_table(self.place(name), &name.value, known));
        }
        counted
    }

    fn count_of(&self, name: &str) -> Option<String> {
        let parts: Vec<&str> = name.split('.').collect();
        match parts.as_slice() {
            [table] => {
                let rows = self.scribe.dataset.rows(named(table)?);
                Some(Decimal::from(i64::try_from(rows.len()).ok()?).grouped())
            }
            [table, row, column] => {
                let spec = named(table)?;
                let row = self.scribe.dataset.row(table, row)?;
                let (column, _) = spec.column(column)?;
                self.scribe.shown(spec, row, column, None).map(|shown| shown.text)
            }
            _ => None,
        }
    }

    /// Where something stands in the page's file.
    pub fn place<T>(&self, at: &Spanned<T>) -> Place {
        Place::bytes(self.path, at.span.start, at.span.end)
    }

    fn table(&mut self, frame: &Frame<'_>, spec: &BlockSpec) -> Option<TableView> {
        if spec.columns.is_empty() {
            self.notes.push(diags::block_key(spec.place.clone(), "columns"));
            return None;
        }
        let columns: Vec<usize> =
            spec.columns.iter().filter_map(|name| self.column(frame, name)).collect();
        let caption = spec.title.clone().unwrap_or_else(|| frame.data().label);
        Some(TableView {
            id: id(spec),
            caption,
            columns: columns
                .iter()
                .map(|column| ColumnView {
                    label: frame.header(*column),
                    numeric: frame.is_numeric(*column),
                })
                .collect(),
            rows: frame.rows.iter().map(|row| row_view(frame, *row, &columns)).collect(),
            sources: frame.sources(),
            data: Some(frame.data()).filter(|data| !frame.sources().contains(data)),
            note: spec.note.clone(),
            summed: (0..columns.len())
                .filter(|at| columns.get(*at).is_some_and(|column| frame.is_summed(*column)))
                .collect(),
        })
    }
}

fn row_view(frame: &Frame<'_>, row: usize, columns: &[usize]) -> RowView {
    let mut cells: Vec<_> = columns.iter().map(|column| frame.cell(row, *column)).collect();
    if let Some(cell) = cells.get_mut(frame.naming(columns)) {
        (cell.doubt, cell.note) = frame.remarks(row);
    }
    RowView { anchor: None, cells, source: frame.source(row) }
}

/// The block's anchor: its own, or the place it stands at.
pub fn id(spec: &BlockSpec) -> String {
    let at = spec.place.span.map_or(0, |span| span.start);
    spec.id.clone().unwrap_or_else(|| format!("block-{at}"))
}
