//! The fictitious examples people may play with: apart from every state and every download.

use super::Estimate;
use crate::text::Words;

/// `data/examples.toml`.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Examples {
    /// what the what-if page starts from
    pub what_if: Option<WhatIf>,
    /// what the cost-sharing calculator starts from
    pub sharing: Option<Sharing>,
}

/// A made-up business and why each amount is what it is.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct WhatIf {
    /// the amounts
    pub estimate: Estimate,
    /// each with the input it is about
    pub assumptions: Vec<(String, Words)>,
}

/// A made-up cost and the bodies that share it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Sharing {
    /// what it is called
    pub name: Words,
    /// a remark for readers
    pub note: Words,
    /// yen to share
    pub total: i64,
    /// per mille by equal parts, by population, by use; 1000 together
    pub weights: [i64; 3],
    /// who shares
    pub bodies: Vec<SharingBody>,
}

/// A made-up body.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct SharingBody {
    /// decides ties
    pub code: String,
    /// what it is called
    pub name: Words,
    /// persons
    pub population: i64,
    /// how much it uses, in any unit
    pub usage: i64,
}
