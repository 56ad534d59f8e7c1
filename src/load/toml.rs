//! TOML as a tree with places, and a reader that tells all mistakes of a table at once.

use std::collections::BTreeMap;

use toml::de::{DeTable, DeValue};

use super::diags;
use crate::diag::{Checked, Diagnostic};
use crate::text::{Place, SourcePath, Span, Words, nearest};

/// A thing and the bytes it was written in.
#[derive(Clone, Debug)]
pub struct Spanned<T> {
    /// the thing
    pub value: T,
    /// where it stands
    pub span: Span,
}

/// A TOML value.
#[derive(Clone, Debug)]
pub enum Node {
    /// text
    Text(String),
    /// a whole number
    Integer(i64),
    /// a truth value
    Flag(bool),
    /// a number with a point or a date: kept as written
    Other(String),
    /// several values
    List(Vec<Spanned<Node>>),
    /// keys and values in the order of the file
    Table(Vec<(Spanned<String>, Spanned<Node>)>),
}

/// Parses a text that begins `offset` bytes into its file.
pub fn parse_toml(path: &SourcePath, text: &str, offset: usize) -> Checked<Spanned<Node>> {
    let (root, errors) = DeTable::parse_recoverable(text);
    let mut notes: Vec<Diagnostic> = errors
        .iter()
        .map(|error| {
            let span = error.span().unwrap_or(0..0);
            let place = Place::bytes(path, span.start + offset, span.end + offset);
            diags::toml_syntax(place, error.message())
        })
        .collect();
    // What follows a syntax error is guesswork; one message for a line is enough.
    notes.sort();
    notes.dedup_by_key(|note| {
        note.place.span.map(|span| crate::text::locate(text, span.start - offset).line)
    });
    let span = Span { start: offset, end: offset + text.len() };
    Checked { value: Spanned { value: table_node(root.get_ref(), offset), span }, notes }
}

fn table_node(table: &DeTable<'_>, offset: usize) -> Node {
    let mut entries: Vec<_> = table
        .iter()
        .map(|(key, value)| {
            let name =
                Spanned { value: key.get_ref().to_string(), span: shifted(key.span(), offset) };
            (name, node(value.get_ref(), shifted(value.span(), offset), offset))
        })
        .collect();
    entries.sort_by_key(|(key, _)| key.span);
    Node::Table(entries)
}

fn node(value: &DeValue<'_>, span: Span, offset: usize) -> Spanned<Node> {
    let value = match value {
        DeValue::String(text) => Node::Text(text.to_string()),
        DeValue::Integer(number) => number
            .as_str()
            .replace('_', "")
            .parse()
            .map_or_else(|_| Node::Other(number.as_str().to_owned()), Node::Integer),
        DeValue::Float(number) => Node::Other(number.as_str().to_owned()),
        DeValue::Boolean(flag) => Node::Flag(*flag),
        DeValue::Datetime(date) => Node::Other(date.to_string()),
        DeValue::Array(items) => Node::List(
            items
                .iter()
                .map(|item| node(item.get_ref(), shifted(item.span(), offset), offset))
                .collect(),
        ),
        DeValue::Table(table) => table_node(table, offset),
    };
    Spanned { value, span }
}

fn shifted(span: std::ops::Range<usize>, offset: usize) -> Span {
    Span { start: span.start + offset, end: span.end + offset }
}

/// A table of nothing but texts: a theme's words.
pub fn flat_strings(path: &SourcePath, root: &Spanned<Node>) -> Checked<BTreeMap<String, String>> {
    let mut keys = keys(path, root);
    let strings = keys.pairs().into_iter().map(|(key, text)| (key.value, text.value)).collect();
    let mut notes = Vec::new();
    keys.finish(&mut notes);
    Checked { value: strings, notes }
}

/// Reads one table key by key; what nobody asked for is told by [`Keys::finish`].
pub struct Keys<'a> {
    path: &'a SourcePath,
    span: Span,
    entries: &'a [(Spanned<String>, Spanned<Node>)],
    asked: Vec<String>,
    /// the keys that must be there and are not
    missing: Vec<String>,
    notes: Vec<Diagnostic>,
}

/// A reader for a table; for anything else one without keys, and a note.
pub fn keys<'a>(path: &'a SourcePath, node: &'a Spanned<Node>) -> Keys<'a> {
    let mut keys = Keys {
        path,
        span: node.span,
        entries: &[],
        asked: Vec::new(),
        missing: Vec::new(),
        notes: Vec::new(),
    };
    match &node.value {
        Node::Table(entries) => keys.entries = entries,
        _ => keys.wrong(node.span, "表（[名前] または { … }）", "a table ([name] or { … })"),
    }
    keys
}

impl<'a> Keys<'a> {
    /// The place of a key's value, or of the whole table where the key is missing.
    pub fn place(&self, key: &str) -> Place {
        let span = self.find(key).map_or(self.span, |node| node.span);
        Place::bytes(self.path, span.start, span.end)
    }

    /// Whether a key is there, whatever it holds.
    pub fn has(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    /// Whether a key holds just this text.
    pub fn is_text(&mut self, key: &str, text: &str) -> bool {
        matches!(self.take(key).map(|node| &node.value), Some(Node::Text(found)) if found == text)
    }

    /// Whether a key holds a truth value.
    pub fn is_flag(&self, key: &str) -> bool {
        matches!(self.find(key).map(|node| &node.value), Some(Node::Flag(_)))
    }

    /// The file being read.
    pub fn path(&self) -> &'a SourcePath {
        self.path
    }

    /// Text that must be there.
    pub fn text(&mut self, key: &str) -> String {
        self.required_text(key).unwrap_or_default()
    }

    /// Text that must be there; none where it is missing or no text, which is told.
    pub fn required_text(&mut self, key: &str) -> Option<String> {
        let found = self.maybe_text(key);
        if self.find(key).is_none() {
            self.missing.push(key.to_owned());
        }
        found
    }

    /// Text that may be missing.
    pub fn maybe_text(&mut self, key: &str) -> Option<String> {
        match self.take(key).map(|node| (node.span, &node.value)) {
            Some((_, Node::Text(text))) => Some(text.clone()),
            Some((span, _)) => {
                self.wrong(span, "引用符で囲んだ文字（\"…\"）", "text in quotation marks (\"…\")");
                None
            }
            None => None,
        }
    }

    /// Every key and its text: a table whose keys people choose.
    pub fn pairs(&mut self) -> Vec<(Spanned<String>, Spanned<String>)> {
        let mut pairs = Vec::new();
        for (key, value) in self.entries {
            if let Some(text) = self.maybe_text(&key.value) {
                pairs.push((key.clone(), Spanned { value: text, span: value.span }));
            }
        }
        pairs
    }

    /// `KEY_ja` and `KEY_en`; Japanese must be there, English should.
    pub fn words(&mut self, key: &str) -> Words {
        let ja = self.text(&format!("{key}_ja"));
        let en = self.maybe_text(&format!("{key}_en")).unwrap_or_default();
        self.in_both(key, Words { ja, en })
    }

    /// `KEY_ja` and `KEY_en`, or neither.
    pub fn maybe_words(&mut self, key: &str) -> Words {
        let ja = self.maybe_text(&format!("{key}_ja")).unwrap_or_default();
        let en = self.maybe_text(&format!("{key}_en")).unwrap_or_default();
        let japanese = format!("{key}_ja");
        if ja.is_empty() && !en.is_empty() && self.is_open(&japanese) {
            let place = self.place(&format!("{key}_en"));
            self.tell(diags::japanese_missing(place, &japanese, &en));
        }
        self.in_both(key, Words { ja, en })
    }

    /// Tells words that are there in Japanese only.
    fn in_both(&mut self, key: &str, words: Words) -> Words {
        if !words.ja.is_empty() && words.en.is_empty() && self.is_open(&format!("{key}_en")) {
            let place = self.place(&format!("{key}_ja"));
            self.tell(diags::english_missing(place, &words.ja));
        }
        words
    }

    /// Whether a text is yet to be written; what is there and is no text is told as such.
    fn is_open(&self, key: &str) -> bool {
        matches!(self.find(key).map(|node| &node.value), None | Some(Node::Text(_)))
    }

    /// A whole number that may be missing.
    pub fn maybe_integer(&mut self, key: &str) -> Option<i64> {
        match self.take(key).map(|node| (node.span, &node.value)) {
            Some((_, Node::Integer(number))) => Some(*number),
            Some((span, _)) => {
                self.wrong(span, "整数", "a whole number");
                None
            }
            None => None,
        }
    }

    /// A whole number that must be there.
    pub fn required_integer(&mut self, key: &str) -> Option<i64> {
        if self.find(key).is_none() {
            self.missing.push(key.to_owned());
        }
        self.maybe_integer(key)
    }

    /// A list of whole numbers; empty where it is missing.
    pub fn integers(&mut self, key: &str) -> Vec<i64> {
        let Some(found) = self.take(key) else { return Vec::new() };
        let Node::List(items) = &found.value else {
            self.wrong(found.span, "整数の並び（[5, 10]）", "a list of whole numbers ([5, 10])");
            return Vec::new();
        };
        let mut numbers = Vec::new();
        for item in items {
            match item.value {
                Node::Integer(number) => numbers.push(number),
                _ => self.wrong(item.span, "整数", "a whole number"),
            }
        }
        numbers
    }

    /// A whole number, or a range of two whose ends may be `"open"`; none where it is missing.
    pub fn range(&mut self, key: &str) -> Option<(Option<i64>, Option<i64>)> {
        let found = self.take(key)?;
        let end = |node: &Spanned<Node>| match &node.value {
            Node::Integer(number) => Some(Some(*number)),
            Node::Text(text) if text == "open" => Some(None),
            _ => None,
        };
        let range = match &found.value {
            Node::List(items) => match items.as_slice() {
                [low, high] => end(low).zip(end(high)),
                _ => None,
            },
            _ => end(found).map(|value| (value, value)),
        };
        if range.is_none() {
            self.wrong(
                found.span,
                "整数、または [下限, 上限]（限りがなければ \"open\"）",
                "a whole number, or [low, high] (\"open\" where there is no limit)",
            );
        }
        range
    }

    /// A truth value; `false` where it is missing.
    pub fn flag(&mut self, key: &str) -> bool {
        match self.take(key).map(|node| (node.span, &node.value)) {
            Some((_, Node::Flag(flag))) => *flag,
            Some((span, _)) => {
                self.wrong(span, "true か false", "true or false");
                false
            }
            None => false,
        }
    }

    /// One text or a list of texts, each with its place; empty where it is missing.
    pub fn texts(&mut self, key: &str) -> Vec<Spanned<String>> {
        let Some(found) = self.take(key) else { return Vec::new() };
        let items = match &found.value {
            Node::Text(_) => std::slice::from_ref(found),
            Node::List(items) => items,
            _ => {
                self.wrong(
                    found.span,
                    "文字の並び（[\"…\", \"…\"]）",
                    "a list of texts ([\"…\", \"…\"])",
                );
                &[]
            }
        };
        let mut texts = Vec::new();
        for item in items {
            match &item.value {
                Node::Text(text) => texts.push(Spanned { value: text.clone(), span: item.span }),
                _ => self.wrong(
                    item.span,
                    "引用符で囲んだ文字（\"…\"）",
                    "text in quotation marks (\"…\")",
                ),
            }
        }
        texts
    }

    /// Whether a key holds the tables of `[[KEY]]`, where it may hold something else.
    pub fn has_tables(&self, key: &str) -> bool {
        let Some(Node::List(items)) = self.find(key).map(|node| &node.value) else { return false };
        items.iter().any(|item| matches!(item.value, Node::Table(_)))
    }

    /// The tables of `[[KEY]]`; empty where it is missing.
    pub fn tables(&mut self, key: &str) -> Vec<Keys<'a>> {
        let path = self.path;
        match self.take(key).map(|node| (node.span, &node.value)) {
            Some((_, Node::List(items))) => items.iter().map(|item| keys(path, item)).collect(),
            Some((span, _)) => {
                self.wrong(span, "[[…]] の表", "tables written as [[…]]");
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// The table of `[KEY]`, if it is there.
    pub fn table(&mut self, key: &str) -> Option<Keys<'a>> {
        let path = self.path;
        self.take(key).map(|node| keys(path, node))
    }

    /// The line a date was written in, quoted or as a TOML date.
    pub fn maybe_date_text(&mut self, key: &str) -> Option<String> {
        match self.take(key).map(|node| (node.span, &node.value)) {
            Some((_, Node::Text(text) | Node::Other(text))) => Some(text.clone()),
            Some((_, Node::Integer(year))) => Some(year.to_string()),
            Some((span, _)) => {
                self.wrong(span, "日付（2024-04-12）", "a date (2024-04-12)");
                None
            }
            None => None,
        }
    }

    /// Adds a message about this table.
    pub fn tell(&mut self, note: Diagnostic) {
        self.notes.push(note);
    }

    /// Tells the keys nobody asked for, with the nearest one that is known, and those that are
    /// missing; a key that was misspelt is not missing too.
    pub fn finish(mut self, notes: &mut Vec<Diagnostic>) {
        let absent: Vec<&str> =
            self.asked.iter().map(String::as_str).filter(|key| self.find(key).is_none()).collect();
        for (key, _) in self.entries.iter().filter(|(key, _)| !self.asked.contains(&key.value)) {
            let place = Place {
                value: Some(key.value.clone()),
                ..Place::bytes(self.path, key.span.start, key.span.end)
            };
            let near = nearest(&key.value, absent.iter().copied());
            self.missing.retain(|missing| near != Some(missing));
            let known = self.asked.iter().map(String::as_str);
            self.notes.push(diags::toml_key_unknown(place, &key.value, known, near));
        }
        let place = Place::bytes(self.path, self.span.start, self.span.end);
        let missing = self.missing.iter();
        notes.extend(missing.map(|key| diags::toml_key_missing(place.clone(), key)));
        notes.append(&mut self.notes);
    }

    fn take(&mut self, key: &str) -> Option<&'a Spanned<Node>> {
        self.asked.push(key.to_owned());
        self.find(key)
    }

    fn find(&self, key: &str) -> Option<&'a Spanned<Node>> {
        self.entries.iter().find(|(name, _)| name.value == key).map(|(_, value)| value)
    }

    fn wrong(&mut self, span: Span, ja: &str, en: &str) {
        let place = Place::bytes(self.path, span.start, span.end);
        self.notes.push(diags::toml_value(place, ja, en));
    }
}
