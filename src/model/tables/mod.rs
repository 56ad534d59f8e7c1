//! Every table the program knows, one declaration each: the dictionary of the site's data.
//!
//! A declaration gives a module with the table's [`TableSpec`](super::TableSpec) and one typed
//! [`Field`](super::Field) for each column, so that `row.get(areas::department)` is checked by the
//! compiler and the same words reach diagnostics, pages and downloads.

macro_rules! table {
    (
        $(#[$doc:meta])*
        $table:ident $sourcing:ident $ja:literal $en:literal $about_ja:literal $about_en:literal;
        $($column:ident: $kind:ident $(($arg:expr))? $need:ident $column_ja:literal $column_en:literal;)*
    ) => {
        $(#[$doc])*
        #[allow(non_upper_case_globals, reason = "fields are named as the file's headers")]
        #[allow(missing_docs, reason = "each column carries its label in both languages")]
        pub mod $table {
            #[allow(unused_imports, reason = "not every table has every kind of column")]
            use crate::model::tables::codes::{self, units};
            use crate::model::table::{Column, Field, Need, Sourcing, TableSpec, kind};
            use crate::text::Label;

            #[allow(non_camel_case_types, reason = "counts the columns")]
            enum Index { $($column),* }
            $(pub const $column: Field<kind::$kind> = Field::new(Index::$column as usize);)*

            pub static SPEC: TableSpec = TableSpec {
                name: stringify!($table),
                label: Label::new($ja, $en),
                about: Label::new($about_ja, $about_en),
                sourcing: Sourcing::$sourcing,
                columns: &[$(Column {
                    name: stringify!($column),
                    label: Label::new($column_ja, $column_en),
                    kind: kind::$kind::kind($($arg)?),
                    need: Need::$need,
                }),*],
            };
        }
    };
}

mod assessment;
pub mod codes;
mod history;
mod process;
mod reference;
mod summed;
mod survey;
mod systems;
mod tax;

pub use assessment::*;
pub use history::*;
pub use process::*;
pub use reference::*;
pub use summed::is_summed;
pub use survey::*;
pub use systems::*;
pub use tax::*;

use super::TableSpec;
use crate::text::Label;

/// All tables, in the order of the data page.
pub static TABLES: &[&TableSpec] = &[
    &departments::SPEC,
    &areas::SPEC,
    &kinds::SPEC,
    &prefecture_counts::SPEC,
    &survey_findings::SPEC,
    &inventory_groups::SPEC,
    &inventory::SPEC,
    &map_systems::SPEC,
    &standard_businesses::SPEC,
    &effects::SPEC,
    &ministries::SPEC,
    &schemes::SPEC,
    &funding::SPEC,
    &criteria_applications::SPEC,
    &evidence::SPEC,
    &judgements::SPEC,
    &estimates::SPEC,
    &estimate_bands::SPEC,
    &estimate_spans::SPEC,
    &local_opinions::SPEC,
    &progress::SPEC,
    &agenda::SPEC,
    &proposals::SPEC,
    &national_role::SPEC,
    &timeline::SPEC,
    &roadmap::SPEC,
    &kpis::SPEC,
    &smart_report::SPEC,
    &smart_figures::SPEC,
    &customisation_bands::SPEC,
    &customisation::SPEC,
    &studies::SPEC,
    &costs::SPEC,
    &cloud::SPEC,
    &cloud_adopters::SPEC,
    &linked_systems::SPEC,
    &platform::SPEC,
    &layout_businesses::SPEC,
    &layout_versions::SPEC,
    &layout_notes::SPEC,
    &basic_policy::SPEC,
    &action_plan::SPEC,
    &business_lists::SPEC,
    &facts::SPEC,
    &lost::SPEC,
    &aliases::SPEC,
    &glossary::SPEC,
    &documents::SPEC,
    &citations::SPEC,
    &updates::SPEC,
    &change_reasons::SPEC,
];

/// A column that publication adds to a table's own; passed over when the file comes back.
#[derive(Debug)]
pub struct Added {
    /// ASCII header
    pub name: &'static str,
    /// the header in people's words
    pub label: Label,
}

macro_rules! added {
    ($($name:literal $ja:literal $en:literal;)*) => {
        &[$(Added { name: $name, label: Label::new($ja, $en) }),*]
    };
}

/// For those who fill the file in.
static ASKED: &[Added] = added! {
    "area_name_ja" "業務領域の名称（日本語）" "Name of the area (Japanese)";
    "area_name_en" "業務領域の名称（英語）" "Name of the area (English)";
    "question_ja" "確かめる問い（日本語）" "What is asked (Japanese)";
    "question_en" "確かめる問い（英語）" "What is asked (English)";
    "answer_form_ja" "答えの形（日本語）" "Form of an answer (Japanese)";
    "answer_form_en" "答えの形（英語）" "Form of an answer (English)";
    "ask_ja" "照会先の例（日本語）" "Whom one could ask (Japanese)";
    "ask_en" "照会先の例（英語）" "Whom one could ask (English)";
    "could_become_ja" "答えで変わること（日本語）" "What an answer could change (Japanese)";
    "could_become_en" "答えで変わること（英語）" "What an answer could change (English)";
    "nature" "行の性格" "Nature of the row";
    "as_of" "データの時点" "Data as of";
    "disclaimer_ja" "断り書き（日本語）" "Disclaimer (Japanese)";
    "disclaimer_en" "断り書き（英語）" "Disclaimer (English)";
};

/// Whose words a row holds where they are not the site's.
pub static RIGHTS: Added = Added { name: "rights", label: Label::new("権利", "Rights") };

/// The column of a workbook that says which rows are to go; no table has it in its file.
pub static DELETE: Added = Added { name: "delete", label: Label::new("削除", "Delete") };

/// The columns that publication adds to a table's own, in their order.
pub fn added(spec: &TableSpec) -> Vec<&'static Added> {
    let asked: &[Added] = if spec.name == judgements::SPEC.name { ASKED } else { &[] };
    let rights = spec.column(RIGHTS.name).is_none().then_some(&RIGHTS);
    asked.iter().chain(rights).collect()
}

/// A table by name.
pub fn named(name: &str) -> Option<&'static TableSpec> {
    TABLES.iter().copied().find(|spec| spec.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Kind;
    use std::collections::BTreeSet;

    #[test]
    fn tables_have_distinct_names_and_references_lead_somewhere() {
        let names: BTreeSet<_> = TABLES.iter().map(|spec| spec.name).collect();
        assert_eq!(names.len(), TABLES.len());
        for spec in TABLES {
            for column in spec.columns {
                if let Kind::Ref(target) | Kind::Refs(target) = column.kind {
                    assert!(names.contains(target), "{}.{}", spec.name, column.name);
                }
            }
        }
    }

    #[test]
    fn a_field_is_the_column_of_its_name() {
        let (index, column) = areas::SPEC.column("department").unwrap();
        assert_eq!(index, areas::department.index);
        assert!(matches!(column.kind, Kind::Ref("departments")));
    }
}
