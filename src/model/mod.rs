//! The nouns: what a checked project consists of. Nothing here can be wrong any more.
//!
//! A [`Dataset`] is tables of typed cells, each row with its citation, beside the few things that
//! are no tables: settings, criteria sets, reconciliations.

mod criteria;
mod dataset;
mod date;
mod money;
mod number;
mod ratio;
mod reconciliation;
mod settings;
mod table;
pub mod tables;
mod value;

pub use criteria::{CriteriaSet, Criterion, Example, Statement, Step, StepItem, Voice};
pub use dataset::{Dataset, PageTable, Row, Table};
pub use date::Date;
pub use money::MoneyUnit;
pub use number::Decimal;
pub use ratio::Ratio;
pub use reconciliation::{Comparison, Reconciliation};
pub use settings::{Contact, Settings};
pub use table::{
    Absence, CodeEntry, Column, Confidence, Field, Kind, Need, Sourcing, TableSpec, Unit, Value,
    kind,
};
