//! TOML files key by key: settings, criteria sets, examples and what else is no table.

use std::collections::{BTreeMap, BTreeSet};

use crate::load::{Node, Raw, RawToml};
use crate::model::{FileDifference, KeyDifference};
use crate::text::SourcePath;

/// What differs in the files of both; a file only one version has differs in all its keys.
pub fn differences(old: &Raw, new: &Raw) -> Vec<FileDifference> {
    let (old, new) = (files(old), files(new));
    let paths: BTreeSet<&SourcePath> = old.keys().chain(new.keys()).copied().collect();
    let empty = BTreeMap::new();
    let differing = paths.into_iter().map(|path| {
        let of = |files: &BTreeMap<&SourcePath, BTreeMap<String, String>>| {
            files.get(path).unwrap_or(&empty).clone()
        };
        FileDifference { path: path.clone(), keys: keys(&of(&old), &of(&new)) }
    });
    differing.filter(|file| !file.keys.is_empty()).collect()
}

fn files(raw: &Raw) -> BTreeMap<&SourcePath, BTreeMap<String, String>> {
    let single = [&raw.settings, &raw.reconciliations, &raw.examples, &raw.accessibility];
    let all = single.into_iter().flatten().chain(&raw.criteria);
    all.map(|file: &RawToml| (&file.path, flat(&file.root.value))).collect()
}

fn keys(old: &BTreeMap<String, String>, new: &BTreeMap<String, String>) -> Vec<KeyDifference> {
    let names: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let differing = names.into_iter().filter(|name| old.get(*name) != new.get(*name));
    let told = differing.map(|name| KeyDifference {
        key: name.clone(),
        old: old.get(name).cloned(),
        new: new.get(name).cloned(),
    });
    told.collect()
}

/// Every value by the way to it.
fn flat(root: &Node) -> BTreeMap<String, String> {
    let mut values = BTreeMap::new();
    collect(root, "", &mut values);
    values
}

fn collect(node: &Node, way: &str, values: &mut BTreeMap<String, String>) {
    let text = match node {
        Node::Table(entries) => {
            for (key, value) in entries {
                let dot = if way.is_empty() { "" } else { "." };
                collect(&value.value, &format!("{way}{dot}{}", key.value), values);
            }
            return;
        }
        Node::List(items) if items.iter().any(|item| matches!(item.value, Node::Table(_))) => {
            for (at, item) in items.iter().enumerate() {
                let name = id(&item.value).unwrap_or_else(|| (at + 1).to_string());
                collect(&item.value, &format!("{way}[{name}]"), values);
            }
            return;
        }
        Node::List(items) => {
            let items = items.iter().filter_map(|item| plain(&item.value));
            items.collect::<Vec<_>>().join(", ")
        }
        _ => plain(node).unwrap_or_default(),
    };
    // Where an id stands twice, which is told elsewhere, both values are kept.
    let kept = values.entry(way.to_owned()).or_default();
    if !kept.is_empty() {
        kept.push('\n');
    }
    kept.push_str(&text);
}

/// What names an entry of a list, so that one put before it does not change all after it.
fn id(node: &Node) -> Option<String> {
    let Node::Table(entries) = node else { return None };
    let (_, value) = entries.iter().find(|(key, _)| key.value == "id")?;
    plain(&value.value)
}

fn plain(node: &Node) -> Option<String> {
    match node {
        Node::Text(text) | Node::Other(text) => Some(text.clone()),
        Node::Integer(number) => Some(number.to_string()),
        Node::Flag(flag) => Some(flag.to_string()),
        Node::List(items) => {
            let items = items.iter().filter_map(|item| plain(&item.value));
            Some(items.collect::<Vec<_>>().join(", "))
        }
        Node::Table(_) => None,
    }
}
