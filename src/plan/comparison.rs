//! What differs between two versions, with every name a reader needs.

use super::reasons::Reasons;
use super::view::{
    ComparedCell, ComparedFile, ComparedKey, ComparedRow, ComparedTable, Comparison, Named,
    TurnedState, TurningCause,
};
use crate::model::tables::areas;
use crate::model::{
    Cause, Causes, Dataset, Date, Differences, FileDifference, Kind, Row, RowDifference, State,
    TableDifference, TableSpec, Turn, Value,
};
use crate::text::Words;

/// Both versions as they may be published, the older one first, and what differs.
pub struct Compared<'a> {
    /// the older version
    pub old: &'a Dataset,
    /// the newer version
    pub new: &'a Dataset,
    /// what differs
    pub differences: &'a Differences,
    /// the version assessed by the other's criteria set: `old` or `new`
    pub criteria_borrowed_by: Option<&'static str>,
    /// the day of the edition the older version is, if that is known
    pub since: Option<Date>,
}

/// Puts names to everything that differs.
pub fn comparison(compared: &Compared<'_>) -> Comparison {
    let Compared { old, new, differences, criteria_borrowed_by, since } = *compared;
    let teller = Teller { compared, reasons: Reasons::new(old, new, since) };
    Comparison {
        tables: differences.tables.iter().map(|table| teller.table(table)).collect(),
        files: differences.files.iter().map(|one| teller.file(one)).collect(),
        states: differences.turned.iter().map(|turn| teller.state(turn)).collect(),
        assessed: old.set().is_some() && new.set().is_some(),
        criteria_borrowed_by,
        disclaimer: new.settings.disclaimer.clone(),
    }
}

/// Who tells the differences, with the reasons that are given for them.
struct Teller<'a> {
    compared: &'a Compared<'a>,
    reasons: Reasons<'a>,
}

impl Teller<'_> {
    fn table(&self, table: &TableDifference) -> ComparedTable {
        ComparedTable {
            table: named_table(table.spec),
            reordered: table.reordered,
            rows: table.rows.iter().map(|row| self.row(table.spec, row)).collect(),
        }
    }

    fn row(&self, spec: &TableSpec, row: &RowDifference) -> ComparedRow {
        ComparedRow {
            row: self.compared.named(spec, &row.id),
            change: row.change.code(),
            cells: cells(row),
            reasons: self.reasons.of(spec.name, &row.id),
        }
    }

    fn state(&self, turn: &Turn) -> TurnedState {
        let old = self.compared.old.set().and_then(|set| set.test(&turn.test));
        let new = self.compared.new.set().and_then(|set| set.test(&turn.test));
        let state = |test: Option<&crate::model::Test>, state: State| Named {
            id: state.code().to_owned(),
            name: test.map(|test| test.state(state).clone()).unwrap_or_default(),
        };
        TurnedState {
            area: self.compared.named(&areas::SPEC, &turn.area),
            test: Named {
                id: turn.test.clone(),
                name: new.map(|test| test.label.clone()).unwrap_or_default(),
            },
            from: state(old, turn.from),
            to: state(new, turn.to),
            joint: matches!(turn.causes, Causes::Joint(_)),
            causes: turn.causes.all().iter().map(|cause| self.cause(cause)).collect(),
        }
    }

    fn cause(&self, cause: &Cause) -> TurningCause {
        let Cause::Row { table, id, change } = cause else {
            return TurningCause {
                kind: "criteria",
                table: None,
                row: None,
                change: None,
                cells: Vec::new(),
                reasons: Vec::new(),
            };
        };
        let found = self.compared.differences.tables.iter().find(|one| one.spec.name == *table);
        let row = found.and_then(|table| table.rows.iter().find(|row| row.id == *id));
        TurningCause {
            kind: "row",
            table: found.map(|table| named_table(table.spec)),
            row: found.map(|table| self.compared.named(table.spec, id)),
            change: Some(change.code()),
            cells: row.map(cells).unwrap_or_default(),
            reasons: self.reasons.of(table, id),
        }
    }

    fn file(&self, file: &FileDifference) -> ComparedFile {
        let keys = file.keys.iter().map(|key| ComparedKey {
            key: key.key.clone(),
            old: key.old.clone(),
            new: key.new.clone(),
            reasons: self.reasons.of(file.path.as_str(), &key.key),
        });
        ComparedFile { path: file.path.to_string(), keys: keys.collect() }
    }
}

impl Compared<'_> {
    /// A row by its newer name, or its older one where it is gone.
    fn named(&self, spec: &TableSpec, id: &str) -> Named {
        let found = [self.new, self.old].into_iter().find_map(|dataset| {
            let row = dataset.row(spec.name, id)?;
            Some(name(dataset, spec, row))
        });
        Named { id: id.to_owned(), name: found.unwrap_or_default() }
    }
}

fn named_table(spec: &TableSpec) -> Named {
    Named { id: spec.name.to_owned(), name: spec.label.words() }
}

fn cells(row: &RowDifference) -> Vec<ComparedCell> {
    let cells = row.cells.iter().map(|cell| ComparedCell {
        column: cell.column.clone(),
        label: cell.label.clone(),
        old: cell.old.clone(),
        new: cell.new.clone(),
        withheld: cell.old == cell.new,
    });
    cells.collect()
}

/// A row's own name, else that of what it is about, else its first words.
fn name(dataset: &Dataset, spec: &TableSpec, row: &Row) -> Words {
    let own = spec.column("name").and_then(|(index, _)| words(row.values.get(index)?));
    own.or_else(|| about(dataset, spec, row))
        .or_else(|| row.values.iter().find_map(words))
        .unwrap_or_default()
}

fn about(dataset: &Dataset, spec: &TableSpec, row: &Row) -> Option<Words> {
    let mut cells = spec.columns.iter().zip(&row.values);
    cells.find_map(|(column, value)| {
        let (Kind::Ref(target), Value::Refs(ids)) = (column.kind, value) else { return None };
        let target = dataset.table(target)?;
        let (index, _) = target.spec.column("name")?;
        words(target.row(ids.first()?)?.values.get(index)?)
    })
}

fn words(value: &Value) -> Option<Words> {
    match value {
        Value::Words(words) => Some(words.clone()),
        _ => None,
    }
}
