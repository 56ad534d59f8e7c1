//! Values as they are shown: number, unit, and the way to where they come from.

use super::scribe::Scribe;
use super::tables::naming;
use super::view::{CellView, Figure, Link, Origin};
use super::words;
use crate::model::{CodeEntry, Column, Decimal, Kind, MoneyUnit, Row, TableSpec, Value};
use crate::text::{Label, Language};

/// A value's number and unit.
pub struct Shown {
    /// `4,786`
    pub text: String,
    /// `億円`
    pub unit: String,
    /// for drawing; none for what is no number
    pub size: Option<Decimal>,
}

impl Scribe<'_> {
    /// A cell as a figure in running text; none if it has no value, or cannot be in that unit.
    pub fn figure(
        &self,
        spec: &TableSpec,
        row: &Row,
        column: usize,
        unit: Option<MoneyUnit>,
    ) -> Option<Figure> {
        let shown = self.shown(spec, row, column, unit)?;
        self.to_source(spec, row, column)?;
        Some(Figure {
            text: shown.text,
            unit: shown.unit,
            href: self.to_row(spec, row),
            doubt: self.doubt(row.confidence),
            origin: Some(Origin::Cell(spec.name, row.id.clone(), column, unit)),
            ..Figure::default()
        })
    }

    /// A cell's value in words and numbers.
    pub fn shown(
        &self,
        spec: &TableSpec,
        row: &Row,
        column: usize,
        unit: Option<MoneyUnit>,
    ) -> Option<Shown> {
        let value = row.values.get(column)?;
        let declared = spec.columns.get(column)?;
        let plain = |text: String| Shown { text, unit: String::new(), size: None };
        Some(match (value, declared.kind) {
            (Value::Absent(_), _) => return None,
            (Value::Yen(yen), kind) => self.money(*yen, unit.unwrap_or(default_unit(kind))),
            (Value::Number(number), Kind::Integer(own) | Kind::Decimal(own)) => {
                match own.0.ja.is_empty() {
                    true => self.counted(spec, row, *number, unit)?,
                    false if unit.is_some() => return None,
                    false => self.number(*number, own.0),
                }
            }
            (_, _) if unit.is_some() => return None,
            (Value::Date(date), _) => plain(date.shown(self.language)),
            (Value::Words(words), _) => plain(self.word(words)),
            (Value::Code(entry), _) => plain(self.say(entry.label)),
            (value, _) => plain(value.plain()),
        })
    }

    /// An amount in a unit.
    pub fn money(&self, yen: i64, unit: MoneyUnit) -> Shown {
        let amount = unit.shown(yen, self.language);
        Shown { text: amount.grouped(), unit: self.say(unit.label()), size: Some(amount) }
    }

    /// How an amount was brought into its unit: from how many yen, and by which rule.
    pub fn converted(
        &self,
        spec: &TableSpec,
        row: &Row,
        column: usize,
        unit: Option<MoneyUnit>,
    ) -> Option<String> {
        let yen = match row.values.get(column)? {
            Value::Yen(yen) => *yen,
            Value::Number(number) if unit.is_some() => number.digits(),
            _ => return None,
        };
        let unit = unit.unwrap_or(default_unit(spec.columns.get(column)?.kind));
        let rule = match unit.is_exact(yen, self.language) {
            _ if unit == MoneyUnit::Yen => return None,
            true => words::CONVERTED,
            false => words::ROUNDED,
        };
        let exact = self.money(yen, MoneyUnit::Yen);
        let unit = self.say(unit.label());
        Some(self.say(rule).replace("{yen}", &exact.text).replace("{unit}", unit.trim()))
    }

    fn number(&self, number: Decimal, unit: Label) -> Shown {
        let unit = self.unit_word(number, unit);
        Shown { text: number.grouped(), unit, size: Some(number) }
    }

    /// A number whose unit stands in the row's own `unit` column, if there is one.
    fn counted(
        &self,
        spec: &TableSpec,
        row: &Row,
        number: Decimal,
        money: Option<MoneyUnit>,
    ) -> Option<Shown> {
        let entry = match row.values.get(spec.column("unit").map_or(usize::MAX, |(at, _)| at)) {
            Some(Value::Code(entry)) => *entry,
            _ => return money.is_none().then(|| self.number(number, Label::new("", ""))),
        };
        match (entry.code, money) {
            ("yen", Some(unit)) if number.places() == 0 => Some(self.money(number.digits(), unit)),
            (_, Some(_)) => None,
            _ => Some(self.number(number, entry.label)),
        }
    }

    /// The unit behind a number; English says `1 prefecture`.
    pub fn unit_word(&self, number: Decimal, unit: Label) -> String {
        let word = self.say(unit);
        let one = self.language == Language::En && number == Decimal::from(1);
        match one {
            true => singular(&word),
            false => word,
        }
    }

    /// A cell of a table.
    pub fn cell(&self, spec: &TableSpec, row: &Row, column: usize) -> CellView {
        let (Some(value), Some(declared)) = (row.values.get(column), spec.columns.get(column))
        else {
            return CellView::default();
        };
        let own = row.cell_sources.get(&column).map(|id| self.to_citation(id));
        let mut cell = self.value_cell(spec, row, column, value, declared);
        if cell.href.is_none() {
            cell.href = own;
        }
        cell.sort = self.sort_key(spec, row, column, value);
        cell
    }

    /// What a cell is sorted by where its words are no good for it: dates as data, amounts before
    /// they were rounded, codes in the order of their list, names in Japanese by their readings.
    fn sort_key(
        &self,
        spec: &TableSpec,
        row: &Row,
        column: usize,
        value: &Value,
    ) -> Option<String> {
        let declared = spec.columns.get(column)?;
        match value {
            Value::Date(date) => Some(date.to_string().trim_start_matches("FY").to_owned()),
            Value::Yen(yen) => {
                let exact = default_unit(declared.kind).unrounded(*yen, self.language)?;
                Some(exact.to_string())
            }
            Value::Code(entry) => {
                let Kind::Code(list) = declared.kind else { return None };
                let place = list.iter().position(|one| one.code == entry.code)?;
                Some(place.to_string())
            }
            Value::Words(_) if self.language == Language::Ja => {
                let (reading, _) = spec.column("reading")?;
                let names = column == naming(spec, &(0..spec.columns.len()).collect::<Vec<_>>());
                let reading = row.values.get(reading).filter(|_| names)?;
                Some(reading.plain()).filter(|reading| !reading.is_empty())
            }
            _ => None,
        }
    }

    fn value_cell(
        &self,
        spec: &TableSpec,
        row: &Row,
        column: usize,
        value: &Value,
        declared: &Column,
    ) -> CellView {
        let text = |text: String| CellView { text, ..CellView::default() };
        match value {
            Value::Absent(absence) => self.absent(*absence),
            Value::Words(words) => {
                CellView { foreign: self.foreign(words), ..text(self.word(words)) }
            }
            Value::Text(printed) => {
                CellView { foreign: self.foreign_text(printed), ..text(printed.clone()) }
            }
            Value::Flag => text(self.say(words::YES)),
            Value::Codes(entries) => text(self.joined(entries)),
            Value::Refs(ids) => self.references(declared, ids),
            Value::Number(_) | Value::Yen(_) => {
                let shown = self.shown(spec, row, column, None);
                CellView { figure: true, ..text(shown.map(|shown| shown.text).unwrap_or_default()) }
            }
            Value::Date(_) | Value::Code(_) => text(
                self.shown(spec, row, column, None).map(|shown| shown.text).unwrap_or_default(),
            ),
        }
    }

    fn references(&self, declared: &Column, ids: &[String]) -> CellView {
        let (Kind::Ref(table) | Kind::Refs(table)) = declared.kind else {
            return CellView::default();
        };
        let named: Vec<_> = ids.iter().map(|id| self.named(table, id)).collect();
        if let [(text, href)] = named.as_slice() {
            return CellView { text: text.clone(), href: href.clone(), ..CellView::default() };
        }
        let links = named
            .iter()
            .map(|(label, href)| Some(Link { label: label.clone(), href: href.clone()? }));
        match links.collect::<Option<Vec<Link>>>() {
            Some(links) => CellView { links, ..CellView::default() },
            None => {
                let labels: Vec<&str> = named.iter().map(|(label, _)| label.as_str()).collect();
                let text = labels.join(words::LIST_SEPARATOR.get(self.language));
                CellView { text, ..CellView::default() }
            }
        }
    }

    fn joined(&self, entries: &[&CodeEntry]) -> String {
        let labels: Vec<_> = entries.iter().map(|entry| self.say(entry.label)).collect();
        labels.join(words::LIST_SEPARATOR.get(self.language))
    }

    /// A column's header with its unit: `総経費（億円）`.
    pub fn header(&self, column: &Column) -> String {
        let label = self.say(column.label);
        let unit = match column.kind {
            Kind::Integer(unit) | Kind::Decimal(unit) => self.say(unit.0),
            Kind::Yen(unit) => self.say(unit.label()),
            _ => String::new(),
        };
        self.with_unit(label, unit.trim())
    }

    /// A name with its unit behind it.
    pub fn with_unit(&self, label: String, unit: &str) -> String {
        match (unit, self.language) {
            ("", _) => label,
            (unit, Language::Ja) => format!("{label}（{unit}）"),
            (unit, Language::En) => format!("{label} ({unit})"),
        }
    }
}

/// The unit money of a column is shown in.
fn default_unit(kind: Kind) -> MoneyUnit {
    match kind {
        Kind::Yen(unit) => unit,
        _ => MoneyUnit::Yen,
    }
}

/// English units are plural in the tables: ` prefectures`, ` businesses`, ` cities`.
fn singular(word: &str) -> String {
    let ended = [("ities", "ity"), ("odies", "ody"), ("anies", "any"), ("sses", "ss"), ("s", "")];
    let found = ended
        .iter()
        .find_map(|(plural, one)| word.strip_suffix(plural).map(|stem| format!("{stem}{one}")));
    found.unwrap_or_else(|| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::singular;

    #[test]
    fn one_of_a_kind() {
        assert_eq!(singular(" prefectures"), " prefecture");
        assert_eq!(singular(" bodies"), " body");
        assert_eq!(singular(" businesses"), " business");
        assert_eq!(singular(" companies"), " company");
        assert_eq!(singular("%"), "%");
    }
}
