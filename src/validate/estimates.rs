//! What STEP2 is computed from: three tables put together into one estimate an area.

use std::collections::BTreeMap;

use super::diags;
use super::references::place;
use crate::diag::{Checked, Diagnostic};
use crate::load::{Raw, RawTable};
use crate::model::tables::{estimate_bands, estimate_spans, estimates};
use crate::model::{
    Absence, Band, Baseline, Dataset, Decimal, Estimate, Field, Range, Ratio, Row, Span, TableSpec,
    Value, kind,
};
use crate::text::Place;

/// Puts the estimates together, each by its area.
pub fn check(dataset: &Dataset, raw: &Raw) -> Checked<BTreeMap<String, Estimate>> {
    let mut notes = Vec::new();
    let rows = dataset.rows(&estimates::SPEC).iter();
    let all = rows.filter_map(|row| {
        let area = row.get(estimates::area)?.to_owned();
        Some((area, estimate(dataset, raw, row, &mut notes)))
    });
    let value = all.collect();
    Checked { value, notes }
}

fn estimate(dataset: &Dataset, raw: &Raw, row: &Row, notes: &mut Vec<Diagnostic>) -> Estimate {
    let hour_value = row.get(estimates::hour_value);
    let rows = dataset.rows_of(&estimate_bands::SPEC, estimate_bands::estimate, &row.id);
    let bands: Vec<Band> =
        rows.map(|band| self::band(dataset, raw, band, hour_value, notes)).collect();
    let mut reader = Reader::new(&estimates::SPEC, raw, row, notes);
    let estimate = Estimate {
        id: row.id.clone(),
        area: row.get(estimates::area).map(str::to_owned),
        name: row.words(estimates::name),
        coordination: reader.cost(estimates::coordination, estimates::coordination_to),
        systems: reader.cost(estimates::systems, estimates::systems_to),
        fixed: reader.cost(estimates::fixed, estimates::fixed_to),
        avoided: reader.maybe_cost(estimates::avoided, estimates::avoided_to),
        hour_value,
        bands,
        note: row.note.clone(),
    };
    if estimate.bands.is_empty() {
        reader.tell("id", |place| diags::estimate_without_bands(place, &estimate.id));
    }
    // What is withheld of a band of one body would be the sum of the area.
    if estimate.bands.iter().map(|band| band.bodies).sum::<i64>() == 1 {
        reader.tell("id", |place| diags::estimate_of_one_body(place, &estimate.id));
    }
    estimate
}

fn band(
    dataset: &Dataset,
    raw: &Raw,
    row: &Row,
    hour_value: Option<i64>,
    notes: &mut Vec<Diagnostic>,
) -> Band {
    let rows = dataset.rows_of(&estimate_spans::SPEC, estimate_spans::band, &row.id);
    let mut rows: Vec<&Row> = rows.collect();
    rows.sort_by_key(|row| row.get(estimate_spans::from_year));
    let spans: Vec<Span> = rows
        .iter()
        .enumerate()
        .map(|(at, span)| {
            let before = at.checked_sub(1).and_then(|at| rows.get(at)).copied();
            self::span(raw, span, before, hour_value, notes)
        })
        .collect();
    let mut reader = Reader::new(&estimate_bands::SPEC, raw, row, notes);
    Band {
        id: row.id.clone(),
        name: row.words(estimate_bands::name),
        level: row.get(estimate_bands::level).map(|entry| entry.label),
        bodies: row.get(estimate_bands::bodies).unwrap_or_default(),
        baseline: match row.get(estimate_bands::baseline).map(|entry| entry.code) {
            Some("new") => Baseline::New,
            _ => Baseline::Existing,
        },
        migration: reader.cost(estimate_bands::migration, estimate_bands::migration_to),
        // A band nobody wrote amounts for is unknown throughout, not absent.
        spans: if spans.is_empty() { vec![unknown_span()] } else { spans },
    }
}

fn span(
    raw: &Raw,
    row: &Row,
    before: Option<&Row>,
    hour_value: Option<i64>,
    notes: &mut Vec<Diagnostic>,
) -> Span {
    let from = row.get(estimate_spans::from_year).unwrap_or(1);
    let is_same = row.is(estimate_spans::same_adoption);
    let mut reader = Reader::new(&estimate_spans::SPEC, raw, row, notes);
    match before {
        None if from != 1 => {
            reader.tell("from_year", |place| diags::span_first(place, "from_year"));
        }
        None if is_same => reader.tell("same_adoption", diags::adoption_before),
        Some(before) if before.get(estimate_spans::from_year) == Some(from) => {
            let first = before.cell.row;
            reader.tell("from_year", |place| diags::span_repeated(place, from, first));
        }
        _ => {}
    }
    if is_same && row.get(estimate_spans::adoption).is_some() {
        reader.tell("adoption", diags::adoption_twice);
    }
    let adoption = (!is_same).then(|| reader.adoption());
    let benefit = reader.amount(estimate_spans::benefit, estimate_spans::benefit_to);
    let hours = reader.hours();
    let valued = hour_value.zip(hours.clone()).map(|(yen, hours)| hours.times(&Ratio::whole(yen)));
    Span {
        from,
        adoption,
        common: reader
            .cost(estimate_spans::common, estimate_spans::common_to)
            .plus(&reader.renewal(estimate_spans::common_renewal)),
        present: reader
            .cost(estimate_spans::present, estimate_spans::present_to)
            .plus(&reader.renewal(estimate_spans::present_renewal)),
        benefit: valued.map_or(benefit.clone(), |valued| benefit.plus(&valued)),
        hours,
    }
}

fn unknown_span() -> Span {
    Span {
        from: 1,
        adoption: Some(Range::unknown_adoption()),
        common: Range::unknown_cost(),
        present: Range::unknown_cost(),
        ..Span::default()
    }
}

/// Reads the ranges of one row: a cell and its upper end.
struct Reader<'a> {
    spec: &'static TableSpec,
    file: Option<&'a RawTable>,
    row: &'a Row,
    notes: &'a mut Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    fn new(
        spec: &'static TableSpec,
        raw: &'a Raw,
        row: &'a Row,
        notes: &'a mut Vec<Diagnostic>,
    ) -> Self {
        Self { spec, file: raw.tables.get(spec.name), row, notes }
    }

    fn tell(&mut self, header: &str, note: impl FnOnce(Place) -> Diagnostic) {
        if let Some(file) = self.file {
            self.notes.push(note(place(file, self.spec, self.row, header)));
        }
    }

    /// A cost: none below zero, and zero at least where nothing is known.
    fn cost(&mut self, low: Field<kind::Yen>, high: Field<kind::Yen>) -> Range {
        let mut range = self.range(low.index, high.index);
        for column in [low.index, high.index] {
            if self.end(column).value().is_some_and(|value| value.is_negative()) {
                let text = self.written(column);
                self.tell(self.header(column), |place| diags::cost_negative(place, &text));
            }
        }
        range.low.get_or_insert(Ratio::whole(0));
        range
    }

    /// The same where it may be left out.
    fn maybe_cost(&mut self, low: Field<kind::Yen>, high: Field<kind::Yen>) -> Option<Range> {
        let blank = |column: usize| matches!(self.end(column), End::Blank);
        let is_left_out = blank(low.index) && blank(high.index);
        (!is_left_out).then(|| self.cost(low, high))
    }

    /// Renewal in a column of its own; left blank it is part of the operating cost.
    fn renewal(&mut self, field: Field<kind::Yen>) -> Range {
        match self.end(field.index) {
            End::Blank => Range::exactly(Ratio::whole(0)),
            _ => {
                let column = field.index;
                self.cost(field, Field::new(column))
            }
        }
    }

    /// An amount that may be below zero.
    fn amount(&mut self, low: Field<kind::Yen>, high: Field<kind::Yen>) -> Range {
        self.range(low.index, high.index)
    }

    /// Hours; none where the cells are blank.
    fn hours(&mut self) -> Option<Range> {
        let range = self.range(estimate_spans::hours.index, estimate_spans::hours_to.index);
        (range != Range::unknown()).then_some(range)
    }

    /// A share of bodies in per mille.
    fn adoption(&mut self) -> Range {
        let columns = [estimate_spans::adoption.index, estimate_spans::adoption_to.index];
        for column in columns {
            let Some(Value::Number(percent)) = self.row.values.get(column) else { continue };
            let per_mille = per_mille(*percent);
            let fits = per_mille.is_exact_at(0) && per_mille <= Ratio::whole(1000);
            if !fits || per_mille < Ratio::whole(0) {
                let text = percent.to_string();
                self.tell(self.header(column), |place| diags::adoption(place, &text));
                return Range::unknown_adoption();
            }
        }
        let [low, high] = columns;
        let range = self.range(low, high);
        let ten = |end: Option<Ratio>| end.map(|end| end.times(&Ratio::whole(10)));
        let unknown = Range::unknown_adoption();
        Range { low: ten(range.low).or(unknown.low), high: ten(range.high).or(unknown.high) }
    }

    /// A cell and its upper end: blank above a value means exactly the value.
    fn range(&mut self, low: usize, high: usize) -> Range {
        let (first, last) = (self.end(low), self.end(high));
        let is_blank = |end: &End| matches!(end, End::Blank);
        let range = match (&first, &last) {
            (End::Value(value), last) if is_blank(last) => Range::exactly(value.clone()),
            _ => Range { low: first.value(), high: last.value() },
        };
        match (&range.low, &range.high) {
            (Some(first), Some(last)) if last < first => {
                let (first, last) = (self.written(low), self.written(high));
                self.tell(self.header(high), |place| diags::range_reversed(place, &first, &last));
                Range::unknown()
            }
            _ => range,
        }
    }

    fn end(&self, column: usize) -> End {
        match self.row.values.get(column) {
            Some(Value::Yen(yen)) => End::Value(Ratio::whole(*yen)),
            Some(Value::Number(number)) => End::Value(Ratio::from(*number)),
            // `-` says that there is none, which is a zero somebody wrote.
            Some(Value::Absent(Absence::None)) => End::Value(Ratio::whole(0)),
            Some(Value::Absent(Absence::Unknown | Absence::Suppressed)) => End::Open,
            _ => End::Blank,
        }
    }

    /// A cell as it is told; `-` is the zero it stands for.
    fn written(&self, column: usize) -> String {
        match self.row.values.get(column) {
            Some(Value::Absent(Absence::None)) => "0".to_owned(),
            value => value.map(Value::plain).unwrap_or_default(),
        }
    }

    fn header(&self, column: usize) -> &'static str {
        self.spec.columns.get(column).map_or("id", |column| column.name)
    }
}

fn per_mille(percent: Decimal) -> Ratio {
    Ratio::from(percent).times(&Ratio::whole(10))
}

/// One end of a range as it stands in its cell.
enum End {
    Value(Ratio),
    Open,
    Blank,
}

impl End {
    fn value(&self) -> Option<Ratio> {
        match self {
            Self::Value(value) => Some(value.clone()),
            Self::Open | Self::Blank => None,
        }
    }
}
