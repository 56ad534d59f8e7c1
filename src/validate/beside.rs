//! What stands beside a value: why there is none, and how exact a date is.

use super::diags;
use crate::diag::Diagnostic;
use crate::model::{Absence, CodeEntry, Date, Value};
use crate::text::Place;

/// A value with the status told beside it; a blank cell is read as the mark it stands for.
pub fn with_status(
    value: Value,
    status: &'static CodeEntry,
    place: impl Fn() -> Place,
) -> Result<Value, Box<Diagnostic>> {
    let meant = match status.code {
        "missing" => Some(Absence::Unknown),
        "not_applicable" => Some(Absence::None),
        "suppressed" => Some(Absence::Suppressed),
        _ => None,
    };
    match (&value, meant) {
        (Value::Absent(Absence::Blank), Some(meant)) => Ok(Value::Absent(meant)),
        (Value::Absent(mark), Some(meant)) if *mark == meant => Ok(value),
        (Value::Absent(_), _) => Err(Box::new(diags::status_without_value(place(), status))),
        (_, Some(_)) => Err(Box::new(diags::status_with_value(place(), status, &value.plain()))),
        (_, None) => Ok(value),
    }
}

/// A date with its precision told beside it: a year may be a fiscal one.
pub fn with_precision(
    value: Value,
    precision: &'static CodeEntry,
    place: impl Fn() -> Place,
) -> Result<Value, Box<Diagnostic>> {
    match (&value, precision.code) {
        (Value::Date(Date::Year(year)), "fiscal_year") => Ok(Value::Date(Date::FiscalYear(*year))),
        (Value::Date(date), code) if date.precision() == code => Ok(value),
        (Value::Date(date), _) => {
            Err(Box::new(diags::precision_differs(place(), precision, &date.to_string())))
        }
        _ => Err(Box::new(diags::precision_without_date(place(), precision))),
    }
}
