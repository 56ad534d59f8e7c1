//! The results as lines to download, one quantity each.

use super::machine::{ends, years};
use crate::model::{Effect, Range, State};
use crate::plan::computed::column;
use crate::plan::export::ExportColumn;

/// The columns; the area comes first.
pub fn result_columns() -> Vec<ExportColumn> {
    let mut columns = ["area", "quantity", "band"].map(|name| column(name, false)).to_vec();
    columns.extend(["horizon", "rate_basis_points", "year"].map(|name| column(name, true)));
    columns.extend(["low", "high"].map(|name| column(name, true)));
    columns.extend(["unit", "value_status", "state"].map(|name| column(name, false)));
    columns
}

/// One line for each quantity, without the area.
pub fn results(effect: &Effect) -> Vec<Vec<String>> {
    let mut lines = Vec::new();
    for (name, range) in [
        ("cost_coordination", &effect.cost.coordination),
        ("cost_systems", &effect.cost.systems),
        ("cost_migration", &effect.cost.migration),
        ("cost", &effect.cost.total),
    ] {
        lines.push(Line::of(name).yen(range));
    }
    for year in &effect.years {
        for (name, range) in [
            ("operation_common", &year.common),
            ("operation_compared", &year.present),
            ("benefit_change", &year.benefit),
            ("gain", &year.gain),
        ] {
            lines.push(Line { year: Some(year.year), ..Line::of(name) }.yen(range));
        }
    }
    for total in &effect.totals {
        let line = Line { horizon: Some(total.horizon), ..Line::of("effect") };
        lines.push(Line { state: total.state.code(), ..line }.yen(&total.total));
    }
    for payback in &effect.paybacks {
        let line = Line {
            horizon: Some(payback.horizon),
            rate: Some(payback.rate),
            ..Line::of("payback")
        };
        let end = |end: &Option<crate::model::Ratio>| end.as_ref().map(years);
        let line = Line { state: payback.state.code(), ..line };
        lines.push(line.cells([end(&payback.earliest), end(&payback.latest)], "years"));
    }
    for value in &effect.values {
        let line = Line {
            horizon: Some(value.horizon),
            rate: Some(value.rate),
            ..Line::of("net_present_value")
        };
        lines.push(Line { state: value.sign.code(), ..line }.yen(&value.value));
    }
    for one in &effect.break_even {
        let line = Line { rate: Some(one.rate), ..Line::of("break_even") };
        let end = |end: Option<i64>| end.map(|bodies| bodies.to_string());
        lines.push(line.cells([end(one.low), end(one.high)], "bodies"));
    }
    lines.extend(bands(effect));
    lines
}

/// One body of each band; a band in which it would be a single one is withheld.
fn bands(effect: &Effect) -> Vec<Vec<String>> {
    let mut lines = Vec::new();
    for band in &effect.bands {
        let line = || Line { band: &band.id, ..Line::of("gain_each") };
        if band.suppressed {
            lines.push(line().withheld());
        }
        for total in &band.totals {
            let state = total.state.map_or("not_applicable", State::code);
            lines.push(Line { horizon: Some(total.horizon), state, ..line() }.yen(&total.each));
        }
    }
    lines
}

/// One line before its value.
struct Line<'a> {
    quantity: &'a str,
    band: &'a str,
    horizon: Option<i64>,
    rate: Option<i64>,
    year: Option<i64>,
    state: &'a str,
}

impl<'a> Line<'a> {
    fn of(quantity: &'a str) -> Self {
        Self { quantity, band: "", horizon: None, rate: None, year: None, state: "" }
    }

    fn yen(self, range: &Range) -> Vec<String> {
        self.cells(ends(range), "yen")
    }

    fn cells(self, [low, high]: [Option<String>; 2], unit: &str) -> Vec<String> {
        let status = match (&low, &high) {
            (Some(_), Some(_)) => "observed",
            _ => "missing",
        };
        self.line(low.unwrap_or_default(), high.unwrap_or_default(), unit, status)
    }

    fn withheld(self) -> Vec<String> {
        self.line(String::new(), String::new(), "yen", "suppressed")
    }

    fn line(self, low: String, high: String, unit: &str, status: &str) -> Vec<String> {
        let number = |number: Option<i64>| number.map(|one| one.to_string()).unwrap_or_default();
        vec![
            self.quantity.to_owned(),
            self.band.to_owned(),
            number(self.horizon),
            number(self.rate),
            number(self.year),
            low,
            high,
            unit.to_owned(),
            status.to_owned(),
            self.state.to_owned(),
        ]
    }
}
