//! What can be found on pages: their titles, what people wrote, and the parts made from data.

use std::collections::BTreeMap;

use super::{Draft, plain};
use crate::model::tables::{areas, citations, departments, documents, glossary, schemes};
use crate::plan::computed;
use crate::plan::view::{
    AreaView, Body, CriteriaView, DiscrepanciesView, DocumentView, EffectView, GapsView, Page,
    ProcessView, QuestionView, SchemeView, StepItemView, TermView,
};
use crate::text::Language;

/// The page of questions the documents leave open: each of its headings is one.
const QUESTIONS: &str = "unknowns";

/// Everything on the pages of one language.
pub fn drafts<'a>(pages: impl Iterator<Item = &'a Page> + Clone) -> Vec<Draft> {
    let repeated = Repeated::of(pages.clone());
    pages.flat_map(|page| Reader::new(page).read(&repeated)).collect()
}

/// Reasons by how many questions they are given for: one that many areas share tells them apart
/// from nothing.
struct Repeated<'a>(BTreeMap<&'a str, usize>);

impl<'a> Repeated<'a> {
    fn of(pages: impl Iterator<Item = &'a Page>) -> Self {
        let mut counts = BTreeMap::new();
        for page in pages {
            if let Body::Area(area) = &page.body {
                for judgement in questions(area).filter_map(|one| one.judgement.as_ref()) {
                    *counts.entry(judgement.reason.as_str()).or_default() += 1;
                }
            }
        }
        Self(counts)
    }

    fn has(&self, reason: &str) -> bool {
        self.0.get(reason).is_some_and(|count| *count > 1)
    }
}

fn questions(area: &AreaView) -> impl Iterator<Item = &QuestionView> {
    area.tests.iter().flat_map(|test| &test.questions).chain(&area.traits)
}

/// Who reads one page.
struct Reader<'a> {
    page: &'a Page,
    route: &'a str,
    found: Vec<Draft>,
}

impl<'a> Reader<'a> {
    fn new(page: &'a Page) -> Self {
        let path = match page.head.language {
            Language::Ja => page.path.as_str(),
            Language::En => page.path.trim_start_matches("en/"),
        };
        let route = path.trim_end_matches("index.html").trim_end_matches('/');
        Self { page, route, found: Vec::new() }
    }

    fn read(mut self, repeated: &Repeated<'_>) -> Vec<Draft> {
        match &self.page.body {
            Body::Area(view) => self.area(view, repeated),
            Body::Department(view) => {
                self.whole("department", departments::SPEC.name, Vec::new());
                self.effects(&view.effects);
            }
            Body::Scheme(view) => self.scheme(view),
            // The rows of other tables are found by what they say.
            Body::DataTable(_) if self.is_computed() => self.by_title("data"),
            Body::DataTable(_) | Body::Handout(_) | Body::Moved(_) | Body::NotFound(_) => {
                return Vec::new();
            }
            Body::Glossary(view) => {
                view.groups.iter().flat_map(|group| &group.terms).for_each(|term| self.term(term));
            }
            Body::Sources(view) => view.documents.iter().for_each(|one| self.document(one)),
            Body::Criteria(view) => self.criteria(view),
            Body::Process(view) => self.process(view),
            Body::Gaps(view) => self.gaps(view),
            Body::Discrepancies(view) => self.discrepancies(view),
            Body::Report(_) | Body::AccessibilityResults(_) => self.by_title("text"),
            _ => {}
        }
        self.prose();
        self.found
    }

    /// A part of this page.
    fn part(&self, kind: &'static str, anchor: &str, title: &str, text: Vec<String>) -> Draft {
        Draft {
            kind,
            route: self.route.to_owned(),
            anchor: Some(anchor.to_owned()),
            title: title.to_owned(),
            within: self.page.head.title.clone(),
            text,
            ..Draft::default()
        }
    }

    fn push(&mut self, kind: &'static str, anchor: &str, title: &str, text: Vec<String>) {
        self.found.push(self.part(kind, anchor, title, text));
    }

    fn is_computed(&self) -> bool {
        computed::NAMES.iter().any(|name| self.route == format!("data/{name}"))
    }

    /// A page whose words are found elsewhere, or are in tables.
    fn by_title(&mut self, kind: &'static str) {
        let (route, title) = (self.route.to_owned(), self.page.head.title.clone());
        self.found.push(Draft { kind, route, title, ..Draft::default() });
    }

    /// The page of a row.
    fn whole(&mut self, kind: &'static str, table: &str, text: Vec<String>) {
        let id = self.route.rsplit('/').next().unwrap_or_default();
        let row = Some((table.to_owned(), id.to_owned()));
        let title = self.page.head.title.clone();
        let route = self.route.to_owned();
        self.found.push(Draft { kind, route, row, title, text, ..Draft::default() });
    }

    fn area(&mut self, view: &AreaView, repeated: &Repeated<'_>) {
        let mut text: Vec<String> = view.criteria.iter().map(|one| one.words.clone()).collect();
        text.extend(view.kinds.iter().map(|kind| kind.name.clone()));
        let systems = view.systems.iter().flat_map(|table| &table.rows);
        text.extend(systems.filter_map(|row| row.cells.first()).map(|cell| cell.text.clone()));
        for one in &view.progress {
            text.extend(one.outcome.iter().chain(&one.text).cloned());
        }
        text.extend(
            view.voices.iter().flat_map(|one| one.about.iter().chain([&one.text])).cloned(),
        );
        text.extend(view.opinions.iter().flat_map(|one| [one.from.clone(), one.text.clone()]));
        self.whole("area", areas::SPEC.name, text);
        if let Some(area) = self.found.last_mut() {
            area.within.clone_from(&view.department.label);
        }
        for question in questions(view) {
            self.question(question, repeated);
        }
        self.effects(&view.effects);
    }

    fn question(&mut self, question: &QuestionView, repeated: &Repeated<'_>) {
        let reason = question.judgement.as_ref().map(|judgement| &judgement.reason);
        let reason = reason.filter(|reason| !repeated.has(reason));
        let pieces = question.evidence.iter().chain(&question.leads);
        let pieces = pieces.flat_map(|piece| [Some(&piece.text), piece.note.as_ref()]);
        let text: Vec<String> = pieces.chain([reason]).flatten().cloned().collect();
        if !text.is_empty() {
            // The label is the same for every area; the area's name tells which it is.
            let anchor = format!("question-{}", question.id);
            let mut draft = self.part("evidence", &anchor, &self.page.head.title, text);
            draft.within.clone_from(&question.label);
            self.found.push(draft);
        }
    }

    fn effects(&mut self, effects: &[EffectView]) {
        for effect in effects {
            let title = effect.system.as_ref().unwrap_or(&self.page.head.title).clone();
            let mut text = vec![effect.before.clone(), effect.after.clone()];
            text.extend(effect.note.clone());
            self.push("effect", "effects-title", &title, text);
        }
    }

    fn scheme(&mut self, view: &SchemeView) {
        let mut text = vec![view.form.clone()];
        text.extend(view.ministry.clone());
        let kinds = view.uses.rows.iter().filter_map(|row| row.cells.first());
        text.extend(kinds.map(|cell| cell.text.clone()));
        self.whole("scheme", schemes::SPEC.name, text);
    }

    fn term(&mut self, term: &TermView) {
        let title = match self.page.head.language {
            Language::Ja => &term.ja,
            Language::En => &term.en,
        };
        let mut draft = self.part("term", &term.id, title, vec![term.meaning.clone()]);
        draft.row = Some((glossary::SPEC.name.to_owned(), term.id.replacen("t-", "", 1)));
        draft.names.push(term.reading.clone());
        draft.within.clear();
        self.found.push(draft);
    }

    fn document(&mut self, document: &DocumentView) {
        let text = vec![document.meeting.clone(), document.publisher.clone()];
        let mut draft = self.part("citation", &document.id, &document.title, text);
        draft.row = Some((documents::SPEC.name.to_owned(), document.id.replacen("d-", "", 1)));
        self.found.push(draft);
        let passages = document
            .headings
            .iter()
            .flat_map(|group| group.passages.iter().map(move |passage| (&group.heading, passage)));
        for (heading, passage) in passages {
            let text = passage.quote.iter().cloned().collect();
            let mut draft = self.part("citation", &passage.id, heading, text);
            draft.row = Some((citations::SPEC.name.to_owned(), passage.id.replacen("c-", "", 1)));
            draft.within.clone_from(&document.title);
            self.found.push(draft);
        }
    }

    fn criteria(&mut self, view: &CriteriaView) {
        for one in &view.criteria {
            let mut text = vec![one.text.text.clone()];
            text.extend(one.text.note.clone());
            text.extend(one.examples.iter().map(|example| example.words.clone()));
            let voices = one.voices.iter();
            text.extend(voices.flat_map(|one| one.about.iter().chain([&one.text])).cloned());
            let title = match self.page.head.language {
                Language::Ja => format!("基準{}", one.id),
                Language::En => format!("Criterion {}", one.id),
            };
            self.push("method", &format!("criterion-{}", one.id), &title, text);
        }
        let text = view.statements.iter().map(|one| one.text.clone()).collect();
        self.statements(text);
    }

    fn process(&mut self, view: &ProcessView) {
        for step in &view.steps {
            let title = format!("{} {}", step.id, step.title);
            let mut text = vec![step.question.text.clone()];
            text.extend(step.question.note.clone());
            self.push("method", &step.id, &title, text);
            self.items(&title, &step.items);
        }
        for one in view.readings.iter().flat_map(|group| &group.readings) {
            self.push("method", &one.id, &one.word, vec![one.text.clone()]);
        }
        for one in &view.parameters {
            self.push("method", &one.id, &one.label, vec![one.text.clone(), one.basis.clone()]);
        }
        let text = view.statements.iter().map(|one| one.text.clone()).collect();
        self.statements(text);
    }

    fn items(&mut self, step: &str, items: &[StepItemView]) {
        for item in items {
            let text = item.note.iter().cloned().collect();
            let mut draft = self.part("method", &item.id, &item.text, text);
            draft.within = step.to_owned();
            self.found.push(draft);
            self.items(step, &item.items);
        }
    }

    fn statements(&mut self, text: Vec<String>) {
        if !text.is_empty() {
            let title = self.page.head.title.clone();
            self.push("method", "statements-title", &title, text);
        }
    }

    fn gaps(&mut self, view: &GapsView) {
        for one in view.groups.iter().flat_map(|group| &group.gaps) {
            let text = vec![one.gap.question.clone(), one.gap.form.clone(), one.gap.ask.clone()];
            self.push("method", &one.id, &one.gap.label, text);
        }
    }

    fn discrepancies(&mut self, view: &DiscrepanciesView) {
        for one in view.different.iter().chain(&view.agreeing) {
            let text = one.note.iter().cloned().collect();
            self.push("discrepancy", &one.id, &one.title, text);
        }
    }

    /// What people wrote, heading by heading; a page without it is found by its title.
    fn prose(&mut self) {
        let parts = plain::parts(self.page.body.written());
        let has_own = self.found.iter().any(|draft| draft.anchor.is_none());
        for part in parts {
            let mut text = part.text;
            if part.anchor.is_none() {
                if has_own && text.is_empty() {
                    continue;
                }
                text.extend(self.example());
            }
            let is_question = self.route == QUESTIONS && part.anchor.is_some();
            let title =
                if part.title.is_empty() { self.page.head.title.clone() } else { part.title };
            self.found.push(Draft {
                kind: if is_question { "question" } else { "text" },
                route: self.route.to_owned(),
                anchor: part.anchor,
                title,
                within: self.page.head.title.clone(),
                text,
                ..Draft::default()
            });
        }
    }

    /// What the worked example says of itself.
    fn example(&self) -> Vec<String> {
        let Body::WhatIf(view) = &self.page.body else { return Vec::new() };
        let reasons = view.assumptions.iter().map(|one| one.text.clone());
        [view.name.clone(), view.note.clone()].into_iter().chain(reasons).collect()
    }
}
