//! Funding schemes, and which kinds they fit.

use serde::Serialize;

use super::{Link, Prose, TableView};

/// All schemes.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct FundingView {
    /// before the tables
    pub prose: Prose,
    /// kinds down, schemes across
    pub grid: GridView,
    /// schemes by ministry
    pub ministries: Vec<MinistryView>,
    /// rows whose kind cannot be read
    pub unattached: Option<TableView>,
}

/// Kinds and schemes crossed.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct GridView {
    /// what it shows
    pub caption: String,
    /// the schemes
    pub columns: Vec<Link>,
    /// the kinds, each with a cell for each scheme
    pub rows: Vec<GridRow>,
}

/// A kind and the schemes used for it.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct GridRow {
    /// the kind
    pub label: String,
    /// its area
    pub href: String,
    /// the citation where the scheme was used
    pub cells: Vec<Option<Link>>,
}

/// The schemes of one ministry.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct MinistryView {
    /// the ministry
    pub name: String,
    /// its schemes
    pub schemes: Vec<Link>,
}

/// One scheme.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct SchemeView {
    /// its legal form
    pub form: String,
    /// who is in charge
    pub ministry: Option<String>,
    /// what it was used for
    pub uses: TableView,
    /// areas it was used in
    pub areas: Vec<Link>,
    /// its citation
    pub source: Link,
}
