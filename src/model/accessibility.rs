//! `data/accessibility.toml`, checked: what is aimed at, and what was tested.

mod criteria;

pub use criteria::{CRITERIA, Level, Success};

use super::Date;
use crate::text::Words;

/// What is published of how everybody can read the site.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Accessibility {
    /// what is aimed at
    pub policy: Option<Policy>,
    /// what was tested
    pub results: Option<Results>,
}

/// What is aimed at.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Policy {
    /// the standard and level, in words
    pub target: Words,
    /// which pages
    pub scope: Words,
    /// since when
    pub date: Option<Date>,
    /// by when, if the aim has a term
    pub term: Words,
    /// where to write to about it; the site's contact where nothing is said
    pub contact: Words,
    /// what is left out for now
    pub exceptions: Vec<Exception>,
}

/// Something that is left out for now.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Exception {
    /// what
    pub part: Words,
    /// why
    pub reason: Words,
    /// what will be done about it
    pub plan: Words,
}

/// What was tested.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Results {
    /// how far the pages conform, as people have decided
    pub claim: Option<Claim>,
    /// by whom
    pub by: Words,
    /// when
    pub date: Option<Date>,
    /// on which pages
    pub pages: Words,
    /// with what
    pub tools: Words,
    /// one for each of [`CRITERIA`], in their order
    pub findings: Vec<Finding>,
}

/// What people claim of the pages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Claim {
    /// 準拠
    Conforms,
    /// 一部準拠
    Partly,
    /// 配慮し試験
    Considered,
}

/// How one success criterion was found to be.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Finding {
    /// pass, fail, or nobody has looked
    pub outcome: Outcome,
    /// how it was looked at
    pub method: Method,
    /// a remark
    pub note: Words,
}

/// What a test came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Outcome {
    /// 適合
    Pass,
    /// 不適合
    Fail,
    /// 適用なし
    NotApplicable,
    /// 未試験
    #[default]
    Untested,
}

/// How a criterion was looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Method {
    /// by a person
    Person,
    /// by a program alone, which cannot settle it
    Program,
    /// by both
    Both,
    /// not at all
    #[default]
    None,
}

impl Results {
    /// The findings of what the claim is about, or of what is only aimed at.
    pub fn of(&self, claimed: bool) -> impl Iterator<Item = (&'static Success, &Finding)> {
        let all = CRITERIA.iter().zip(&self.findings);
        all.filter(move |(criterion, _)| criterion.claimed == claimed)
    }
}
