//! What STEP2 comes to: for the page's calculator, in words, as tables and as lines to download.

mod download;
mod form;
mod live;
mod machine;
mod outcome;
mod scenarios;
mod shown;
mod tables;
mod told;

pub use download::{result_columns, results};
pub use form::form;
pub use live::Tables;
pub use machine::{input, output};
pub use shown::{Words, grouped, percent, shown, trimmed};
pub use tables::tables;
