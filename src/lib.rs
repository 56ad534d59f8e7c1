//! kyotsu (共通): curated data in, a cited static site out.
//!
//! The stages, in the order they run: load, validate, assess, plan, render, write. Everything is
//! read once into a [`text::Snapshot`]; plain functions turn it into files; only `shell` touches
//! the disk. Modules are listed in reading order, and each may use only those above it that
//! `ARCHITECTURE.md` names (`tests/it/layers.rs` holds the table).

pub mod text;

pub mod threads;

pub mod diag;

pub mod model;

pub mod load;

pub mod markdown;

pub mod validate;

pub mod assess;

pub mod compare;

pub mod exchange;

pub mod plan;

pub mod render;

pub mod review;

pub mod build;

pub mod shell;
