use std::collections::{BTreeMap, BTreeSet};

use super::accessibility::Accessibility;
use super::table::{Field, FieldKind};
use super::{
    Confidence, CriteriaSet, Estimate, Examples, Part, Reconciliation, Review, Settings, TableSpec,
    Value,
};
use crate::text::{Cell, Place, SourcePath, Span, Words};

/// A whole checked project, less its prose.
#[derive(Clone, Debug, Default)]
pub struct Dataset {
    /// every table the program knows, by name; a missing file gives a table without rows
    pub tables: BTreeMap<&'static str, Table>,
    /// the criteria sets, by id
    pub criteria: BTreeMap<String, CriteriaSet>,
    /// what STEP2 is computed from, by area
    pub estimates: BTreeMap<String, Estimate>,
    /// what people may play with
    pub examples: Examples,
    /// what is aimed at for everybody to be able to read, and what was tested
    pub accessibility: Accessibility,
    /// what was added up and compared, in the order of its file
    pub reconciliations: Vec<Reconciliation>,
    /// tables beside pages, whose columns nobody declared
    pub page_tables: BTreeMap<SourcePath, PageTable>,
    /// the site's settings
    pub settings: Settings,
    /// what is to be looked at again
    pub reviews: Vec<Review>,
}

/// A table beside a page: its headers and their values, as long as each other.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct PageTable {
    /// header and values of each column
    pub columns: Vec<(String, Vec<Value>)>,
}

/// A checked table.
#[derive(Clone, Debug)]
pub struct Table {
    /// what it is
    pub spec: &'static TableSpec,
    /// its rows in the order of the file
    pub rows: Vec<Row>,
    index: BTreeMap<String, usize>,
    /// the rows that named an id when the table was made, by column and id
    naming: BTreeMap<usize, BTreeMap<String, Vec<usize>>>,
}

/// A checked row: every cell as its column says, every reference to something that is there.
#[derive(Clone, PartialEq, Debug)]
pub struct Row {
    /// unique in the table
    pub id: String,
    /// one value for each of the table's own columns
    pub values: Vec<Value>,
    /// the citation of the row; none in editorial tables
    pub source: Option<String>,
    /// citations of single cells that differ from the row's, by column index
    pub cell_sources: BTreeMap<usize, String>,
    /// the line of the document's text, counted from 1
    pub line: Option<i64>,
    /// how surely it could be read
    pub confidence: Confidence,
    /// the printed form where the row differs from it
    pub as_printed: Option<String>,
    /// a remark for readers
    pub note: Words,
    /// where the row stands in its file
    pub cell: Cell,
    /// the bytes of its id there
    pub span: Option<Span>,
}

impl Dataset {
    /// A table by its declaration.
    pub fn rows(&self, spec: &'static TableSpec) -> &[Row] {
        self.tables.get(spec.name).map_or(&[], |table| &table.rows)
    }

    /// The criteria set areas are assessed by.
    pub fn set(&self) -> Option<&CriteriaSet> {
        let named = self.settings.criteria_set.as_ref().and_then(|id| self.criteria.get(id));
        named.or_else(|| self.criteria.values().next_back())
    }

    /// A table by name.
    pub fn table(&self, name: &str) -> Option<&Table> {
        self.tables.get(name)
    }

    /// A row by table and id.
    pub fn row(&self, table: &str, id: &str) -> Option<&Row> {
        self.table(table)?.row(id)
    }

    /// The rows of a table whose reference column names an id.
    pub fn rows_of<'a>(
        &'a self,
        spec: &'static TableSpec,
        field: Field<super::kind::Ref>,
        id: &'a str,
    ) -> impl Iterator<Item = &'a Row> + 'a {
        self.table(spec.name).into_iter().flat_map(move |table| table.naming(field.index, id))
    }
}

impl Table {
    /// A table from its rows; where an id stands twice the first row keeps it.
    pub fn new(spec: &'static TableSpec, rows: Vec<Row>) -> Self {
        let mut index = BTreeMap::new();
        let mut naming: BTreeMap<usize, BTreeMap<String, Vec<usize>>> = BTreeMap::new();
        for (at, row) in rows.iter().enumerate() {
            index.entry(row.id.clone()).or_insert(at);
            for (column, value) in row.values.iter().enumerate() {
                let Value::Refs(ids) = value else { continue };
                let of_column = naming.entry(column).or_default();
                for id in ids {
                    let rows = of_column.entry(id.clone()).or_default();
                    rows.extend((rows.last() != Some(&at)).then_some(at));
                }
            }
        }
        Self { spec, rows, index, naming }
    }

    /// The rows whose reference column names an id, in their order.
    pub fn naming<'a>(&'a self, column: usize, id: &'a str) -> impl Iterator<Item = &'a Row> + 'a {
        let found = self.naming.get(&column).and_then(|ids| ids.get(id));
        let rows = found.into_iter().flatten().filter_map(|at| self.rows.get(*at));
        // What led nowhere was taken out of its row afterwards.
        rows.filter(move |row| row.refers_to(column, id))
    }

    /// The ids of its rows.
    pub fn ids(&self) -> BTreeSet<String> {
        self.index.keys().cloned().collect()
    }

    /// A row by id.
    pub fn row(&self, id: &str) -> Option<&Row> {
        self.rows.get(*self.index.get(id)?)
    }
}

impl Row {
    /// A cell by its column, or nothing if it is absent.
    pub fn get<K: FieldKind>(&self, field: Field<K>) -> Option<K::Read<'_>> {
        self.values.get(field.index).and_then(K::read)
    }

    /// Whether a reference column names an id.
    pub fn refers_to(&self, column: usize, id: &str) -> bool {
        matches!(self.values.get(column), Some(Value::Refs(ids)) if ids.iter().any(|one| one == id))
    }

    /// A cell as a file writes it, marks for missing values included; what a download adds is empty.
    pub fn text(&self, part: Part) -> String {
        let own = |index: usize| self.values.get(index);
        match part {
            Part::Id => self.id.clone(),
            Part::Own(index) => own(index).map(Value::plain).unwrap_or_default(),
            Part::English(index) => match own(index) {
                Some(Value::Words(words)) => words.en.clone(),
                _ => String::new(),
            },
            Part::CellSource(index) => self.cell_sources.get(&index).cloned().unwrap_or_default(),
            Part::Source => self.source.clone().unwrap_or_default(),
            Part::Line => self.line.map(|line| line.to_string()).unwrap_or_default(),
            Part::Confidence => self.confidence.code().to_owned(),
            Part::AsPrinted => self.as_printed.clone().unwrap_or_default(),
            Part::Note => self.note.ja.clone(),
            Part::NoteEnglish => self.note.en.clone(),
            Part::Status(_) | Part::Precision(_) | Part::Added => String::new(),
        }
    }

    /// Whether a flag column says `yes`.
    pub fn is(&self, field: Field<super::kind::Flag>) -> bool {
        self.get(field).is_some()
    }

    /// A name in both languages; the id where the table has none.
    pub fn words(&self, field: Field<super::kind::Words>) -> Words {
        self.get(field).cloned().unwrap_or_else(|| Words::same(self.id.clone()))
    }

    /// Where the row stands: its id in the table's file.
    pub fn place(&self, spec: &TableSpec) -> Place {
        Place {
            path: SourcePath::new(spec.path()),
            span: self.span,
            cell: Some(self.cell),
            header: Some("id".to_owned()),
            value: Some(self.id.clone()),
        }
    }

    /// The citation of one cell: its own, or the row's.
    pub fn cited(&self, column: usize) -> Option<&str> {
        self.cell_sources.get(&column).or(self.source.as_ref()).map(String::as_str)
    }
}
