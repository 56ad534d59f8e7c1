//! The results as lines to download, one quantity each.

use super::machine::{ends, years};
use crate::model::tables::codes;
use crate::model::{CodeEntry, Effect, Range, State};
use crate::plan::export::{Datum, ExportColumn};
use crate::text::Label;

/// The columns; the area comes first.
pub fn result_columns() -> Vec<ExportColumn> {
    let column = |name: &str, ja, en, datum| ExportColumn::new(name, Label::new(ja, en), datum);
    vec![
        column("area", "業務領域", "Business area", Datum::Ref("areas")).always(),
        column("quantity", "量", "Quantity", Datum::Code(QUANTITIES)).always(),
        column("band", "団体の規模", "Size band", Datum::Ref("estimate_bands")),
        column("horizon", "期間（年）", "Period (years)", Datum::Integer),
        column(
            "rate_basis_points",
            "割引率（万分率）",
            "Discount rate (basis points)",
            Datum::Integer,
        ),
        column("year", "年目", "Year", Datum::Integer),
        column("low", "下端", "Lower end", Datum::Decimal),
        column("high", "上端", "Upper end", Datum::Decimal),
        column("unit", "単位", "Unit", Datum::Code(UNITS)).always(),
        column("value_status", "値の状態", "Status of the value", Datum::Code(codes::VALUE_STATUS))
            .always(),
        column("state", "状態", "State", Datum::Code(RESULTS)),
    ]
}

macro_rules! list {
    ($($code:literal $ja:literal $en:literal;)*) => {
        &[$(CodeEntry { code: $code, label: Label::new($ja, $en) }),*]
    };
}

static QUANTITIES: &[CodeEntry] = list! {
    "cost_coordination" "調整の費用" "cost of coordination";
    "cost_systems" "共通システムの費用" "cost of the common systems";
    "cost_migration" "移行の費用" "cost of migration";
    "cost" "費用の合計" "total cost";
    "operation_common" "共通化後の運用経費" "operating cost after";
    "operation_compared" "比べる運用の経費" "operating cost compared with";
    "benefit_change" "便益の変化" "change of benefits";
    "gain" "効果の差" "gain";
    "effect" "期間の効果の差" "gain over the period";
    "payback" "回収にかかる年数" "payback";
    "net_present_value" "正味現在価値" "net present value";
    "break_even" "回収に要る団体数" "bodies needed for recovery";
    "gain_each" "1団体あたりの効果の差" "gain of one body";
};

static UNITS: &[CodeEntry] = list! {
    "yen" "円" "yen";
    "years" "年" "years";
    "bodies" "団体" "bodies";
};

static RESULTS: &[CodeEntry] = list! {
    "met" "根拠あり" "basis shown";
    "not_met" "根拠により否定" "basis shows otherwise";
    "insufficient" "判断材料不足" "insufficient evidence";
    "not_applicable" "問わない" "not asked";
    "positive" "正" "positive";
    "negative" "負" "negative";
    "zero" "0" "zero";
    "open" "値による" "depends on the values";
};

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
