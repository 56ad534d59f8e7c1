//! `data/criteria/*.toml`: the words the site assesses against.

use std::collections::BTreeMap;

use super::{cell, diags, method};
use crate::diag::Checked;
use crate::load::{Keys, RawToml, keys};
use crate::model::tables::{areas, citations, documents};
use crate::model::{CriteriaSet, Criterion, Dataset, Example, Statement, Step, StepItem, Voice};
use crate::text::Place;

/// Reads every criteria set.
pub fn check(raw: &[RawToml], dataset: &Dataset) -> Checked<BTreeMap<String, CriteriaSet>> {
    let mut notes = Vec::new();
    let mut sets = BTreeMap::new();
    for raw in raw {
        let mut reader = Reader { dataset };
        let mut root = keys(&raw.path, &raw.root);
        let set = reader.set(&mut root, &mut notes);
        if !set.id.is_empty() && sets.contains_key(&set.id) {
            root.tell(diags::id_repeated_toml(root.place("id"), &set.id));
        }
        root.finish(&mut notes);
        sets.insert(set.id.clone(), set);
    }
    Checked { value: sets, notes }
}

/// Reads a set against the tables it names rows of.
pub struct Reader<'a> {
    pub dataset: &'a Dataset,
}

pub type Notes = Vec<crate::diag::Diagnostic>;

impl Reader<'_> {
    fn set(&mut self, root: &mut Keys<'_>, notes: &mut Notes) -> CriteriaSet {
        let id = root.required_text("id");
        if let Some(id) = id.as_ref().filter(|id| !cell::is_id(id)) {
            root.tell(diags::id_form(root.place("id"), id));
        }
        let name = root.words("name");
        let document = self.known(root, "document", documents::SPEC.name);
        let source = self.source(root);
        root.maybe_integer("line");
        root.maybe_words("note");
        let mut set = CriteriaSet {
            id: id.unwrap_or_default(),
            name,
            document,
            criteria: each(root, "criterion", notes, |entry, notes| self.criterion(entry, notes)),
            statements: each(root, "statement", notes, |entry, _| self.statement(entry)),
            steps: each(root, "step", notes, |entry, notes| self.step(entry, notes)),
            source,
            ..CriteriaSet::default()
        };
        method::read(self, root, &mut set, notes);
        set
    }

    fn criterion(&self, entry: &mut Keys<'_>, notes: &mut Notes) -> Criterion {
        let criterion = Criterion {
            id: entry.text("id"),
            text: self.printed(entry, "text"),
            source: self.source(entry),
            note: self.remarks(entry),
            examples: each(entry, "example", notes, |example, _| {
                let words = self.printed(example, "words");
                self.remarks(example);
                Example { words, areas: self.areas(example) }
            }),
            voices: each(entry, "voice", notes, |voice, _| {
                let about = self.printed(voice, "about");
                let text = self.printed(voice, "text");
                self.remarks(voice);
                Voice { about, text, areas: self.areas(voice) }
            }),
        };
        entry.maybe_integer("line");
        criterion
    }

    fn statement(&self, entry: &mut Keys<'_>) -> Statement {
        Statement {
            id: entry.text("id"),
            text: self.printed(entry, "text"),
            source: self.source(entry),
            note: self.remarks(entry),
        }
    }

    fn step(&self, entry: &mut Keys<'_>, notes: &mut Notes) -> Step {
        let step = Step {
            id: entry.text("id"),
            title: self.printed(entry, "title"),
            question: self.printed(entry, "question"),
            source: self.source(entry),
            note: self.remarks(entry),
            items: each(entry, "item", notes, |item, _| self.item(item)),
        };
        for item in step.items.iter().filter(|item| {
            item.parent.as_ref().is_some_and(|parent| !step.items.iter().any(|i| i.id == *parent))
        }) {
            let parent = item.parent.clone().unwrap_or_default();
            let ids = step.items.iter().map(|item| item.id.clone()).collect();
            entry.tell(diags::reference(entry.place("item"), &parent, &step.id, &ids));
        }
        step
    }

    fn item(&self, entry: &mut Keys<'_>) -> StepItem {
        StepItem {
            id: entry.text("id"),
            role: entry.text("role"),
            mark: entry.maybe_words("mark"),
            parent: entry.maybe_text("parent").filter(|parent| !parent.is_empty()),
            text: self.printed(entry, "text"),
            note: self.remarks(entry),
        }
    }

    /// Quoted words: both languages, every character publishable.
    pub fn printed(&self, entry: &mut Keys<'_>, key: &str) -> crate::text::Words {
        let words = entry.words(key);
        let japanese = format!("{key}_ja");
        if let Some(note) = cell::stray(&words.ja, true, || entry.place(&japanese)) {
            entry.tell(note);
        }
        words
    }

    /// The keys every entry may have beside its own.
    fn remarks(&self, entry: &mut Keys<'_>) -> crate::text::Words {
        entry.maybe_integer("line");
        entry.maybe_text("confidence");
        entry.maybe_text("as_printed");
        entry.maybe_words("note")
    }

    pub fn source(&self, entry: &mut Keys<'_>) -> String {
        self.known(entry, "source", citations::SPEC.name)
    }

    fn areas(&self, entry: &mut Keys<'_>) -> Vec<String> {
        let mut known = Vec::new();
        for area in entry.texts("areas") {
            if self.dataset.row(areas::SPEC.name, &area.value).is_some() {
                known.push(area.value);
            } else {
                let place = Place::bytes(entry.path(), area.span.start, area.span.end);
                entry.tell(diags::reference(
                    place,
                    &area.value,
                    areas::SPEC.name,
                    &self.ids("areas"),
                ));
            }
        }
        known
    }

    /// The id of a row of another table.
    pub fn known(&self, entry: &mut Keys<'_>, key: &str, table: &'static str) -> String {
        let Some(id) = entry.required_text(key) else { return String::new() };
        if self.dataset.row(table, &id).is_none() {
            entry.tell(diags::reference(entry.place(key), &id, table, &self.ids(table)));
        }
        id
    }

    fn ids(&self, table: &str) -> std::collections::BTreeSet<String> {
        self.dataset.table(table).map(|table| table.ids()).unwrap_or_default()
    }
}

/// Reads every table of `[[KEY]]` and tells what is left over in it.
pub fn each<T>(
    keys: &mut Keys<'_>,
    key: &str,
    notes: &mut Notes,
    mut read: impl FnMut(&mut Keys<'_>, &mut Notes) -> T,
) -> Vec<T> {
    let entries = keys.tables(key);
    let mut all = Vec::with_capacity(entries.len());
    for mut entry in entries {
        all.push(read(&mut entry, notes));
        entry.finish(notes);
    }
    all
}
