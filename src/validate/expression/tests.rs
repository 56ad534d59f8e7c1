use super::*;
use crate::load::table as raw_table;
use crate::model::tables::{customisation, customisation_bands};
use crate::text::SourcePath;

/// Two size classes, one of which adds up.
fn dataset() -> Dataset {
    let bands = "id,name_ja,bodies,cost_yen,source\n\
        large,大,291,310400000000,s\nsmall,小,1450,168200000000,s\n";
    let parts = "id,band,status,bodies,share_percent,source\n\
        a,large,custom,242,83.2,s\nb,large,shared,49,16.8,s\nc,small,custom,810,55.9,s\n";
    let mut dataset = Dataset::default();
    for (spec, text) in [(&customisation_bands::SPEC, bands), (&customisation::SPEC, parts)] {
        let raw = raw_table(&SourcePath::new(spec.path()), &text.into()).value;
        dataset.tables.insert(spec.name, super::super::table::check(spec, Some(&raw)).value);
    }
    dataset
}

fn value(text: &str) -> Option<String> {
    let dataset = dataset();
    let expression = parse(text, None, &dataset).unwrap();
    expression.value(&dataset, None).map(|value| value.rounded(4).to_string())
}

fn fault(text: &str) -> (String, Cause) {
    let fault = parse(text, None, &dataset()).unwrap_err();
    (text[fault.start..fault.end].to_owned(), fault.cause)
}

#[test]
fn arithmetic_is_exact_and_binds_as_usual() {
    assert_eq!(value("1 + 2 * 3").as_deref(), Some("7.0000"));
    assert_eq!(value("(1 + 2) * 3 - 0.1").as_deref(), Some("8.9000"));
    assert_eq!(value("10 - 4 - 3").as_deref(), Some("3.0000"));
    assert_eq!(value("round(242 / 291 * 100, 1)").as_deref(), Some("83.2000"));
    assert_eq!(value("1 / 0"), None);
}

#[test]
fn tables_are_counted_summed_and_read() {
    assert_eq!(value("count(customisation)").as_deref(), Some("3.0000"));
    assert_eq!(
        value("count(customisation where status = custom and band = large)").as_deref(),
        Some("1.0000")
    );
    assert_eq!(value("sum(customisation.bodies where band = large)").as_deref(), Some("291.0000"));
    assert_eq!(
        value("sum(customisation_bands.cost_yen) / 100000000").as_deref(),
        Some("4786.0000")
    );
    assert_eq!(value("customisation_bands.large.bodies").as_deref(), Some("291.0000"));
}

#[test]
fn row_by_row_this_is_the_row_and_references_lead_on() {
    let dataset = dataset();
    let bands = &customisation_bands::SPEC;
    let expression =
        parse("sum(customisation.bodies where band = this) - bodies", Some(bands), &dataset)
            .unwrap();
    let differences: Vec<String> = dataset
        .rows(bands)
        .iter()
        .filter_map(|row| expression.value(&dataset, Some(This { table: bands, row })))
        .map(|value| value.rounded(0).to_string())
        .collect();
    assert_eq!(differences, ["0", "-640"]);

    let parts = &customisation::SPEC;
    let through = parse("round(bodies / band.bodies * 100, 1)", Some(parts), &dataset).unwrap();
    let first = &dataset.rows(parts)[0];
    let share = through.value(&dataset, Some(This { table: parts, row: first }));
    assert_eq!(share.map(|share| share.rounded(1).to_string()).as_deref(), Some("83.2"));

    let fellows =
        parse("sum(customisation.bodies where band = this.band)", Some(parts), &dataset).unwrap();
    let sum = fellows.value(&dataset, Some(This { table: parts, row: first }));
    assert_eq!(sum, Some(Ratio::whole(291)));
}

#[test]
fn faults_name_the_words_at_fault() {
    assert_eq!(
        fault("count(customization)"),
        ("customization".into(), Cause::Table("customization".into()))
    );
    assert_eq!(
        fault("1 + customisation_bands.huge.bodies"),
        (
            "customisation_bands.huge.bodies".into(),
            Cause::Row("huge".into(), "customisation_bands")
        )
    );
    assert_eq!(
        fault("sum(customisation.status)"),
        ("customisation.status".into(), Cause::Column("status".into(), "customisation"))
    );
    assert_eq!(fault("1 +"), (String::new(), Cause::Form));
    assert_eq!(fault("1 2"), ("2".into(), Cause::Form));
    assert_eq!(fault("bodies"), ("bodies".into(), Cause::Form));
    assert_eq!(fault("round(1, 99)"), ("99".into(), Cause::Form));
}

proptest::proptest! {
    /// Whatever is typed, there is an expression or a fault inside the text.
    #[test]
    fn no_text_is_too_strange(text in "[a-z0-9_.()+*/=! ,-]{0,40}|.{0,20}") {
        if let Err(fault) = parse(&text, None, &dataset()) {
            proptest::prop_assert!(text.get(fault.start..fault.end).is_some());
        }
    }
}
