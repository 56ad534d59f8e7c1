//! The page of each table: its columns as they are declared, and rows that pass the check.

use std::collections::BTreeMap;
use std::fs;

use kyotsu::model::tables::TABLES;
use kyotsu::model::{CodeEntry, Column, Kind, Need, TableSpec};
use kyotsu::text::Label;
use kyotsu::text::Language::{self, En, Ja};

use super::{none, page, pages, read, settled};

/// The routes of pages on tables.
fn routes() -> Vec<String> {
    let all = pages().into_iter().filter(|one| one.1 == Ja).map(|one| one.0);
    all.filter(|route| route.starts_with("tables/") && route != "tables/toml").collect()
}

fn anchor(spec: &TableSpec) -> String {
    format!("{{#{}}}", spec.name.replace('_', "-"))
}

#[test]
fn every_table_has_its_columns_told_as_they_are_declared() {
    let mut wrong = Vec::new();
    for language in Language::ALL {
        let mut told: BTreeMap<&str, usize> = BTreeMap::new();
        for route in routes() {
            let path = page(&route, language);
            let mut text = fs::read_to_string(&path).unwrap();
            let here = TABLES.iter().filter(|spec| text.contains(&anchor(spec)));
            for spec in here.collect::<Vec<_>>() {
                *told.entry(spec.name).or_default() += 1;
                text = with_columns(&text, spec, language);
            }
            wrong.extend(settled(&path, &text));
        }
        let once: BTreeMap<&str, usize> = TABLES.iter().map(|spec| (spec.name, 1)).collect();
        assert_eq!(told, once, "a table is told once");
    }
    none(wrong);
}

#[test]
fn every_table_has_an_example_and_a_place_in_the_list() {
    for language in Language::ALL {
        let shown: Vec<String> = routes()
            .iter()
            .flat_map(|route| {
                let case = read(&page(route, language));
                let files = case.fences().filter(|one| one.body.lines().count() > 1);
                files.filter_map(|one| Some(one.path()?.to_owned())).collect::<Vec<_>>()
            })
            .collect();
        let list = fs::read_to_string(page("tables", language)).unwrap();
        for spec in TABLES {
            assert!(shown.contains(&spec.path()), "{} has no example", spec.name);
            assert!(list.contains(&format!("`{}`\n", spec.name)), "{} is not listed", spec.name);
        }
    }
}

/// A page with the columns of one table as they are declared: the first Markdown table below its
/// heading, and the paragraph after that.
fn with_columns(text: &str, spec: &TableSpec, language: Language) -> String {
    let heading = text.find(&anchor(spec)).unwrap();
    let start = heading + text[heading..].find("\n| ").unwrap() + 1;
    let paragraph = start + text[start..].find("\n\n").unwrap() + 2;
    let end = paragraph + text[paragraph..].find("\n\n").unwrap();
    let told = format!("{}\n{}", columns(spec, language), named_by(spec, language));
    format!("{}{told}{}", &text[..start], &text[end..])
}

fn columns(spec: &TableSpec, language: Language) -> String {
    let head = match language {
        Ja => "| 列 | 名称 | 入れるもの | 必須 |\n| --- | --- | --- | --- |\n",
        En => "| Column | What it is | What goes in | Required |\n| --- | --- | --- | --- |\n",
    };
    let rows = spec.columns.iter().map(|column| {
        let names: Vec<_> =
            column.headers().into_iter().map(|(name, _)| format!("`{name}`")).collect();
        let names = names.join(comma(language));
        let label = column.label.get(language);
        let need = need(column).get(language);
        format!("| {names} | {label} | {} | {need} |\n", kind(column, language))
    });
    format!("{head}{}", rows.collect::<String>())
}

fn comma(language: Language) -> &'static str {
    match language {
        Ja => "、",
        En => ", ",
    }
}

fn need(column: &Column) -> Label {
    match column.need {
        Need::Required => Label::new("はい", "yes"),
        Need::Unique => Label::new("はい（重複なし）", "yes, once"),
        Need::Optional => Label::new("いいえ", "no"),
    }
}

fn kind(column: &Column, language: Language) -> String {
    let say = |ja: &str, en: &str| match language {
        Ja => ja.to_owned(),
        En => en.to_owned(),
    };
    let with_unit = |label: Label, unit: Label| match unit.get(language).trim() {
        "" => label.get(language).to_owned(),
        unit if language == Ja => format!("{}（{unit}）", label.ja),
        unit => format!("{} ({unit})", label.en),
    };
    match column.kind {
        Kind::Id | Kind::Text => say("文字", "text"),
        Kind::Words => say("日本語と英語の文字", "text in Japanese and English"),
        Kind::Printed => say("印刷されたとおりの文字", "text exactly as printed"),
        Kind::Integer(unit) => with_unit(Label::new("整数", "whole number"), unit.0),
        Kind::Decimal(unit) => with_unit(Label::new("数", "number"), unit.0),
        Kind::Yen(_) => say("円の整数", "whole yen"),
        Kind::Date => say("日付", "date"),
        Kind::Flag => say("`yes` か空", "`yes` or blank"),
        Kind::Code(list) => codes(list, language),
        Kind::Codes(list) => {
            codes(list, language) + &say("（空白で区切る）", " (separated by blanks)")
        }
        Kind::Ref(table) => say(&format!("`{table}` のID"), &format!("ID of `{table}`")),
        Kind::Refs(table) => say(
            &format!("`{table}` のID（空白で区切る）"),
            &format!("IDs of `{table}`, separated by blanks"),
        ),
    }
}

fn codes(list: &[CodeEntry], language: Language) -> String {
    let one = |entry: &CodeEntry| format!("`{}` {}", entry.code, entry.label.get(language).trim());
    list.iter().map(one).collect::<Vec<_>>().join(comma(language))
}

/// The columns that name rows of a table.
fn named_by(spec: &TableSpec, language: Language) -> String {
    let naming = TABLES.iter().flat_map(|other| {
        let refers = |column: &&Column| match column.kind {
            Kind::Ref(table) | Kind::Refs(table) => table == spec.name,
            _ => false,
        };
        other
            .columns
            .iter()
            .filter(refers)
            .map(|column| format!("`{}.{}`", other.name, column.name))
    });
    let mut naming: Vec<String> = naming.collect();
    if spec.name == "citations" {
        naming.push("`source`".to_owned());
    }
    let named = match (naming.is_empty(), language) {
        (true, Ja) => "なし".to_owned(),
        (true, En) => "nothing".to_owned(),
        (false, _) => naming.join(comma(language)),
    };
    match language {
        Ja => format!("この表を指す列：{named}"),
        En => format!("Named by: {named}"),
    }
}
