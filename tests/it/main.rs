//! The one test binary beside unit tests: how modules may use each other, and whole builds.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests read their cases from the disk and stop at the first surprise of their own"
)]

mod assessment;
mod cases;
mod compare;
mod editions;
mod exchange;
mod folder;
mod layers;
mod manual;
mod memory;
mod preview;
mod program;
mod review;
mod site;
mod vectors;
mod windows;
