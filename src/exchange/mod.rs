//! Tables out to a sheet that staff edit, and back: what changed, and the CSV with only that changed.
//!
//! Rows are the same by their id. A row the sheet lacks stays; one is deleted only by a mark in the
//! column `delete`. What nobody touched stays byte for byte: edits are made in the bytes of the file.

mod base;
mod columns;
mod diags;
mod difference;
mod edit;
mod entered;
mod merge;
mod placed;
mod told;

pub use base::Base;
pub use difference::Difference;
pub use entered::{Entered, entered};
pub use merge::{Merged, merge};
pub use placed::placed;
pub use told::told;
