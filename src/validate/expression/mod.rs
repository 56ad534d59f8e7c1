//! Arithmetic over tables, as reconciliations write it.
//!
//! `count(inventory where standardised)`, `sum(costs.total_yen)`, `facts.systems.value`,
//! `round(bodies / band.bodies * 100, 1)`. Everything is exact; a cell without a value gives none.

use crate::load::{Filter, Test, filter};
use crate::model::tables::named;
use crate::model::{Column, Dataset, Kind, Ratio, Row, TableSpec, Value};

/// A parsed and checked expression.
#[derive(Clone, Debug)]
pub enum Expression {
    Number(Ratio),
    Cell { table: &'static TableSpec, row: String, column: usize },
    Own { column: usize },
    Through { reference: usize, table: &'static TableSpec, column: usize },
    Count { table: &'static TableSpec, filters: Vec<Filter> },
    Sum { table: &'static TableSpec, column: usize, filters: Vec<Filter> },
    Round { inner: Box<Expression>, places: u8 },
    Binary { operator: char, left: Box<Expression>, right: Box<Expression> },
}

/// What is wrong with an expression: the bytes in it, and what stands there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    pub start: usize,
    pub end: usize,
    pub cause: Cause,
}

/// Why an expression cannot be used.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Cause {
    /// the form is wrong
    Form,
    /// there is no such table
    Table(String),
    /// the table has no such row
    Row(String, &'static str),
    /// the table has no such column, or none that is a number
    Column(String, &'static str),
}

/// No expression needs more bytes.
const LONGEST: usize = 1000;

/// Parses an expression; `each` is the table whose rows it is read for, if any.
pub fn parse(
    text: &str,
    each: Option<&'static TableSpec>,
    dataset: &Dataset,
) -> Result<Expression, Fault> {
    // Brackets nest by recursion, so that the length bounds the depth.
    if text.len() > LONGEST {
        return Err(Fault { start: 0, end: text.len(), cause: Cause::Form });
    }
    let mut parser = Parser { text, at: 0, each, dataset };
    let expression = parser.sum()?;
    parser.blanks();
    match parser.rest().is_empty() {
        true => Ok(expression),
        false => Err(parser.fault(Cause::Form)),
    }
}

/// The row an expression is read for.
#[derive(Clone, Copy)]
pub struct This<'a> {
    pub table: &'static TableSpec,
    pub row: &'a Row,
}

impl This<'_> {
    /// A cell as a condition names it.
    fn cell(self, column: &str) -> Option<String> {
        let (index, _) = self.table.column(column)?;
        self.row.values.get(index).map(Value::plain)
    }
}

impl Expression {
    /// Its value, for a row where it is read row by row; none if a cell has no value.
    pub fn value(&self, dataset: &Dataset, this: Option<This<'_>>) -> Option<Ratio> {
        let row = this.map(|this| this.row);
        match self {
            Self::Number(number) => Some(number.clone()),
            Self::Cell { table, row, column } => number(dataset.row(table.name, row)?, *column),
            Self::Own { column } => number(row?, *column),
            Self::Through { reference, table, column } => {
                let Value::Refs(ids) = row?.values.get(*reference)? else { return None };
                number(dataset.row(table.name, ids.first()?)?, *column)
            }
            Self::Count { table, filters } => {
                let count = rows(dataset, table, filters, this).count();
                i64::try_from(count).ok().map(Ratio::whole)
            }
            Self::Sum { table, column, filters } => rows(dataset, table, filters, this)
                .map(|row| number(row, *column))
                .try_fold(Ratio::whole(0), |sum, value| Some(sum.plus(&value?))),
            Self::Round { inner, places } => {
                inner.value(dataset, this).map(|value| Ratio::from(value.rounded(*places)))
            }
            Self::Binary { operator, left, right } => {
                let (left, right) = (left.value(dataset, this)?, right.value(dataset, this)?);
                match operator {
                    '+' => Some(left.plus(&right)),
                    '-' => Some(left.minus(&right)),
                    '*' => Some(left.times(&right)),
                    _ => left.over(&right),
                }
            }
        }
    }
}

/// The rows of a table that pass all conditions; `this` in them is the row read for.
pub fn rows<'a>(
    dataset: &'a Dataset,
    table: &'static TableSpec,
    filters: &'a [Filter],
    this: Option<This<'a>>,
) -> impl Iterator<Item = &'a Row> {
    dataset.rows(table).iter().filter(move |row| {
        filters.iter().all(|filter| {
            let names = dataset.names(table.name, row, &filter.column).unwrap_or_default();
            resolved(&filter.test, this).passes(&names)
        })
    })
}

/// A condition with `this` replaced by the row's id, `this.column` by its cell.
fn resolved(test: &Test, this: Option<This<'_>>) -> Test {
    let replace = |value: &String| {
        let named = this.and_then(|this| match value.strip_prefix("this") {
            Some("") => Some(this.row.id.clone()),
            Some(behind) => this.cell(behind.strip_prefix('.')?),
            None => None,
        });
        named.unwrap_or_else(|| value.clone())
    };
    match test {
        Test::Is(value) => Test::Is(replace(value)),
        Test::IsNot(value) => Test::IsNot(replace(value)),
        other => other.clone(),
    }
}

fn number(row: &Row, column: usize) -> Option<Ratio> {
    match row.values.get(column)? {
        Value::Number(number) => Some(Ratio::from(*number)),
        Value::Yen(yen) => Some(Ratio::whole(*yen)),
        _ => None,
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    each: Option<&'static TableSpec>,
    dataset: &'a Dataset,
}

impl<'a> Parser<'a> {
    fn sum(&mut self) -> Result<Expression, Fault> {
        let mut left = self.product()?;
        while let Some(operator) = self.operator(['+', '-']) {
            let right = self.product()?;
            left = Expression::Binary { operator, left: left.into(), right: right.into() };
        }
        Ok(left)
    }

    fn product(&mut self) -> Result<Expression, Fault> {
        let mut left = self.factor()?;
        while let Some(operator) = self.operator(['*', '/']) {
            let right = self.factor()?;
            left = Expression::Binary { operator, left: left.into(), right: right.into() };
        }
        Ok(left)
    }

    fn factor(&mut self) -> Result<Expression, Fault> {
        self.blanks();
        if self.eat('(') {
            let inner = self.sum()?;
            return self.expect(')').map(|()| inner);
        }
        let start = self.at;
        let word = self.word();
        if word.is_empty() {
            return Err(self.fault(Cause::Form));
        }
        match word {
            "count" if self.eat('(') => self.count(),
            "sum" if self.eat('(') => self.total(),
            "round" if self.eat('(') => self.round(),
            _ => self.name(word, start),
        }
    }

    fn count(&mut self) -> Result<Expression, Fault> {
        self.blanks();
        let start = self.at;
        let word = self.word();
        let table = self.table(word, start)?;
        let filters = self.filters(table)?;
        Ok(Expression::Count { table, filters })
    }

    fn total(&mut self) -> Result<Expression, Fault> {
        self.blanks();
        let start = self.at;
        let word = self.word();
        let (name, column) = word.split_once('.').unwrap_or((word, ""));
        let table = self.table(name, start)?;
        let column = self.numeric(table, column, start)?;
        let filters = self.filters(table)?;
        Ok(Expression::Sum { table, column, filters })
    }

    fn round(&mut self) -> Result<Expression, Fault> {
        let inner = self.sum()?;
        self.expect(',')?;
        self.blanks();
        let start = self.at;
        let places = self.word().parse().ok().filter(|places| *places <= 9);
        let places = places.ok_or_else(|| self.fault_from(start, Cause::Form))?;
        self.expect(')').map(|()| Expression::Round { inner: inner.into(), places })
    }

    /// A number, a cell, or a column of the row read for.
    fn name(&mut self, word: &str, start: usize) -> Result<Expression, Fault> {
        if word.starts_with(|first: char| first.is_ascii_digit()) {
            let number = super::decimal(word).map_err(|_| self.fault_from(start, Cause::Form))?;
            return Ok(Expression::Number(Ratio::from(number)));
        }
        let parts: Vec<&str> = word.split('.').collect();
        match (parts.as_slice(), self.each) {
            ([column], Some(each)) => {
                Ok(Expression::Own { column: self.numeric(each, column, start)? })
            }
            ([reference, column], Some(each)) => self.through(each, reference, column, start),
            ([table, row, column], _) => self.cell(table, row, column, start),
            _ => Err(self.fault_from(start, Cause::Form)),
        }
    }

    fn cell(&self, name: &str, row: &str, column: &str, start: usize) -> Result<Expression, Fault> {
        let table = self.table(name, start)?;
        let column = self.numeric(table, column, start)?;
        if self.dataset.row(table.name, row).is_none() {
            return Err(self.fault_from(start, Cause::Row(row.to_owned(), table.name)));
        }
        Ok(Expression::Cell { table, row: row.to_owned(), column })
    }

    fn through(
        &self,
        each: &'static TableSpec,
        reference: &str,
        column: &str,
        start: usize,
    ) -> Result<Expression, Fault> {
        let missing = || self.fault_from(start, Cause::Column(reference.to_owned(), each.name));
        let (index, found) = each.column(reference).ok_or_else(missing)?;
        let Kind::Ref(target) = found.kind else { return Err(missing()) };
        let table = self.table(target, start)?;
        let column = self.numeric(table, column, start)?;
        Ok(Expression::Through { reference: index, table, column })
    }

    /// `where a = b and c)`, or just the bracket.
    fn filters(&mut self, table: &'static TableSpec) -> Result<Vec<Filter>, Fault> {
        let start = self.at;
        let inside = self.rest().split(')').next().unwrap_or("");
        self.at += inside.len();
        self.expect(')')?;
        let conditions = match inside.trim() {
            "" => return Ok(Vec::new()),
            text => text.strip_prefix("where ").ok_or(Fault {
                start,
                end: start + inside.len(),
                cause: Cause::Form,
            })?,
        };
        conditions
            .split(" and ")
            .map(|text| {
                let fault = |cause| Fault { start, end: start + inside.len(), cause };
                let filter = filter(text).ok_or_else(|| fault(Cause::Form))?;
                match filter.column == "id" || table.column(&filter.column).is_some() {
                    true => Ok(filter),
                    false => Err(fault(Cause::Column(filter.column, table.name))),
                }
            })
            .collect()
    }

    fn table(&self, name: &str, start: usize) -> Result<&'static TableSpec, Fault> {
        named(name).ok_or_else(|| self.fault_from(start, Cause::Table(name.to_owned())))
    }

    fn numeric(&self, table: &TableSpec, name: &str, start: usize) -> Result<usize, Fault> {
        let found =
            table.columns.iter().position(|one| one.name == name && Column::is_numeric(one));
        let cause = || Cause::Column(name.to_owned(), named(table.name).map_or("", |t| t.name));
        found.ok_or_else(|| self.fault_from(start, cause()))
    }

    /// A run of letters a name or number is made of; a hyphen joins only without blanks.
    fn word(&mut self) -> &'a str {
        let rest = self.rest();
        let part = |(at, letter): (usize, char)| {
            let joined = letter == '-' && at > 0;
            !(letter.is_ascii_alphanumeric() || matches!(letter, '_' | '.') || joined)
        };
        let end = rest.char_indices().find(|found| part(*found)).map_or(rest.len(), |(at, _)| at);
        self.at += end;
        rest.get(..end).unwrap_or("")
    }

    fn operator<const N: usize>(&mut self, wanted: [char; N]) -> Option<char> {
        self.blanks();
        let next = self.rest().chars().next().filter(|next| wanted.contains(next))?;
        self.at += 1;
        Some(next)
    }

    fn eat(&mut self, wanted: char) -> bool {
        let found = self.rest().starts_with(wanted);
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, wanted: char) -> Result<(), Fault> {
        self.blanks();
        if self.eat(wanted) { Ok(()) } else { Err(self.fault(Cause::Form)) }
    }

    fn blanks(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn fault(&self, cause: Cause) -> Fault {
        let next = self.rest().chars().next().map_or(0, char::len_utf8);
        Fault { start: self.at, end: self.at + next, cause }
    }

    fn fault_from(&self, start: usize, cause: Cause) -> Fault {
        Fault { start, end: self.at, cause }
    }
}

#[cfg(test)]
mod tests;
