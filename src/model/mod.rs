//! The nouns: what a checked project consists of. Nothing here can be wrong any more.
//!
//! A [`Dataset`] is tables of typed cells, each row with its citation, beside the few things that
//! are no tables: settings, criteria sets, reconciliations.

pub mod accessibility;
mod assessment;
mod comment;
mod criteria;
mod dataset;
mod date;
mod differences;
mod effect;
mod estimate;
mod evidence;
mod examples;
mod file;
mod method;
mod money;
mod number;
mod range;
mod ratio;
mod reconciliation;
mod review;
mod settings;
mod state;
mod table;
pub mod tables;
mod value;

pub use assessment::{Assessment, Assessments, AtomFinding, Gap, Missing, Reason, TestFinding};
pub use comment::{Comment, Commentary, SignOff};
pub use criteria::{CriteriaSet, Criterion, Example, Statement, Step, StepItem, Voice};
pub use dataset::{Dataset, PageTable, Row, Table};
pub use date::Date;
pub use differences::{
    Cause, Causes, CellDifference, Differences, FileDifference, KeyDifference, RowChange,
    RowDifference, TableDifference, Turn,
};
pub use effect::{
    BandEffect, BandTotal, BandYear, BreakEven, Cost, Effect, Flip, Payback, PresentValue,
    RateSign, ScenarioEffect, Sign, Total, Year,
};
pub use estimate::{Band, Baseline, Change, Estimate, Method, Scenario, Span};
pub use evidence::{carries, is_about, is_sufficient};
pub use examples::{Examples, Sharing, SharingBody, WhatIf};
pub use file::{FileColumn, Part};
pub use method::{
    Answers, Atom, Basis, Condition, Input, Inquiry, NamedScenario, Outcome, Parameter, Prompt,
    Reading, Rule, Sentence, StudyMethod, Test,
};
pub use money::MoneyUnit;
pub use number::Decimal;
pub use range::Range;
pub use ratio::Ratio;
pub use reconciliation::{Comparison, Reconciliation};
pub use review::{Review, months_later};
pub use settings::{Contact, Group, Moved, Settings};
pub use state::State;
pub use table::{
    Absence, CodeEntry, Column, Confidence, Field, Kind, Need, Sourcing, TableSpec, Unit, Value,
    kind,
};
