//! What programs read of the tables: a data package, data sets for search engines, a catalogue.

#![allow(missing_docs, reason = "each field is the property of that name")]

use std::collections::BTreeMap;

use serde::Serialize;

/// `datapackage.json`.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Package {
    #[serde(rename = "$schema")]
    pub schema: &'static str,
    pub name: &'static str,
    pub title: String,
    pub title_en: String,
    pub description: String,
    pub description_en: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub homepage: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created: Option<String>,
    pub contributors: Vec<Contributor>,
    pub licenses: Vec<PackageLicence>,
    pub sources: Vec<PackageSource>,
    pub resources: Vec<Resource>,
}

/// Who made it.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Contributor {
    pub title: String,
    pub title_en: String,
    pub roles: Vec<&'static str>,
}

/// A licence, with what the publisher adds to it.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct PackageLicence {
    pub name: &'static str,
    pub path: &'static str,
    pub title: &'static str,
    pub title_en: &'static str,
    pub annex: String,
    pub annex_en: String,
}

/// A document the data come from.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct PackageSource {
    pub title: String,
    pub title_en: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
}

/// One CSV.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Resource {
    pub name: String,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub path: String,
    pub title: String,
    pub title_en: String,
    pub description: String,
    pub description_en: String,
    pub format: &'static str,
    pub mediatype: &'static str,
    pub encoding: &'static str,
    pub dialect: Dialect,
    pub schema: Schema,
}

/// How a CSV is written.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Dialect {
    pub header: bool,
    pub delimiter: &'static str,
    pub quote_char: &'static str,
    pub double_quote: bool,
    pub line_terminator: &'static str,
}

/// What its columns hold.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Schema {
    pub fields: Vec<SchemaField>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub primary_key: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub foreign_keys: Vec<ForeignKey>,
    pub missing_values: [&'static str; 1],
}

/// A column.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct SchemaField {
    pub name: String,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub title: String,
    pub title_en: String,
    pub description: String,
    pub description_en: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub unit: String,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub constraints: BTreeMap<&'static str, Constraint>,
}

/// What its values must be.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(untagged)]
pub enum Constraint {
    Is(bool),
    OneOf(Vec<String>),
    Pattern(String),
}

/// Columns that name rows of another CSV, or of the same.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ForeignKey {
    pub fields: Vec<String>,
    pub reference: Reference,
}

/// The rows they name.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Reference {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource: Option<String>,
    pub fields: Vec<String>,
}

/// A thing with a type, for search engines (schema.org).
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SchemaDataset {
    #[serde(rename = "@context", skip_serializing_if = "Option::is_none")]
    pub context: Option<&'static str>,
    #[serde(rename = "@type")]
    pub kind: &'static str,
    pub name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    pub in_language: &'static str,
    pub url: String,
    pub license: &'static str,
    pub creator: Agent,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_modified: Option<String>,
    pub is_accessible_for_free: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub variable_measured: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub included_in_data_catalog: Option<PartOf>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub distribution: Vec<Download>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dataset: Vec<PartOf>,
}

/// Who made it.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Agent {
    #[serde(rename = "@type")]
    pub kind: &'static str,
    pub name: String,
}

/// A thing named by its page.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct PartOf {
    #[serde(rename = "@type")]
    pub kind: &'static str,
    pub name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    pub url: String,
}

/// A file.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Download {
    #[serde(rename = "@type")]
    pub kind: &'static str,
    pub name: String,
    pub encoding_format: &'static str,
    pub content_url: String,
}

/// `catalog.jsonld`, by DCAT.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Catalogue {
    #[serde(rename = "@context")]
    pub context: BTreeMap<&'static str, &'static str>,
    #[serde(rename = "@id")]
    pub id: String,
    #[serde(rename = "@type")]
    pub kind: &'static str,
    #[serde(rename = "dct:title")]
    pub title: [Said; 2],
    #[serde(rename = "dct:description")]
    pub description: [Said; 2],
    #[serde(rename = "dct:publisher")]
    pub publisher: Publisher,
    #[serde(rename = "dct:license")]
    pub license: Node,
    #[serde(rename = "dct:rights")]
    pub rights: [Said; 2],
    #[serde(rename = "dct:modified", skip_serializing_if = "Option::is_none")]
    pub modified: Option<Typed>,
    #[serde(rename = "dcat:dataset")]
    pub datasets: Vec<CatalogueDataset>,
}

/// A table in it.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct CatalogueDataset {
    #[serde(rename = "@id")]
    pub id: String,
    #[serde(rename = "@type")]
    pub kind: &'static str,
    #[serde(rename = "dct:identifier")]
    pub identifier: &'static str,
    #[serde(rename = "dct:title")]
    pub title: [Said; 2],
    #[serde(rename = "dct:description")]
    pub description: [Said; 2],
    #[serde(rename = "dct:license")]
    pub license: Node,
    #[serde(rename = "dct:modified", skip_serializing_if = "Option::is_none")]
    pub modified: Option<Typed>,
    #[serde(rename = "dcat:landingPage", skip_serializing_if = "Option::is_none")]
    pub page: Option<Node>,
    #[serde(rename = "dcat:distribution")]
    pub distributions: Vec<Distribution>,
}

/// A file of a table.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Distribution {
    #[serde(rename = "@type")]
    pub kind: &'static str,
    #[serde(rename = "dct:title")]
    pub title: [Said; 2],
    #[serde(rename = "dcat:downloadURL")]
    pub url: Node,
    #[serde(rename = "dcat:mediaType")]
    pub media_type: Node,
    #[serde(rename = "dct:license")]
    pub license: Node,
}

/// Words in one language.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Said {
    #[serde(rename = "@language")]
    pub language: &'static str,
    #[serde(rename = "@value")]
    pub value: String,
}

/// Something named by its address.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Node {
    #[serde(rename = "@id")]
    pub id: String,
}

/// A value with its type.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Typed {
    #[serde(rename = "@type")]
    pub kind: &'static str,
    #[serde(rename = "@value")]
    pub value: String,
}

/// Who publishes it.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Publisher {
    #[serde(rename = "@type")]
    pub kind: &'static str,
    #[serde(rename = "foaf:name")]
    pub name: [Said; 2],
}
