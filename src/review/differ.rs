//! What differs between two finished pages, marked on the newer one.
//!
//! Marks are put between the bytes of the page and change none of them, so that without its marks a
//! page is what it was. What stood on the older page stands in the marks, as words.

use super::align::{Step, align, exchanged};
use super::marks::{Change, NEW, OLD, SAID, place};
use super::page::{Form, Item, Page, Run, Word};
use super::words;
use crate::text::{Language, escaped};

/// A page with its marks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Marked {
    /// the newer page
    pub html: String,
    /// in how many places it differs from the older one
    pub places: usize,
}

/// Marks on a page what differs from an older one.
pub fn compared(base: &str, now: &str, language: Language) -> Marked {
    let unmarked = || Marked { html: now.to_owned(), places: 0 };
    if main(base) == main(now) {
        return unmarked();
    }
    let (old, new) = (Page::new(base), Page::new(now));
    let steps = align(&old.items, &new.items);
    if steps.iter().all(|step| matches!(step, Step::Same(..))) {
        return unmarked();
    }
    let mut writer = Writer {
        old: &old,
        new: &new,
        language,
        steps: &steps,
        marks: Vec::new(),
        places: 0,
        last: None,
    };
    writer.write();
    Marked { html: inserted(now, writer.marks), places: writer.places }
}

/// The main part of a page, without reading it.
fn main(html: &str) -> &str {
    let range = html.find("<main").zip(html.rfind("</main>"));
    range.and_then(|(start, end)| html.get(start..end)).unwrap_or(html)
}

/// A text with more put between its bytes; what comes first at a byte stays first.
pub fn inserted(text: &str, mut more: Vec<(usize, String)>) -> String {
    more.sort_by_key(|(at, _)| *at);
    let mut all =
        String::with_capacity(text.len() + more.iter().map(|one| one.1.len()).sum::<usize>());
    let mut done = 0;
    for (at, mark) in more {
        all.push_str(text.get(done..at).unwrap_or(""));
        all.push_str(&mark);
        done = at;
    }
    all + text.get(done..).unwrap_or("")
}

/// Elements that hold nothing but a line.
const LINES: [&str; 10] = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "summary", "button"];

struct Writer<'a> {
    old: &'a Page<'a>,
    new: &'a Page<'a>,
    language: Language,
    steps: &'a [Step],
    marks: Vec<(usize, String)>,
    places: usize,
    /// the thing on the newer page that was dealt with last
    last: Option<usize>,
}

impl Writer<'_> {
    fn write(&mut self) {
        for (at, step) in self.steps.iter().enumerate() {
            match *step {
                Step::Same(_, new) => self.last = Some(new),
                Step::Changed(old, new) => {
                    if let (Some(old), Some(item)) =
                        (self.old.items.get(old), self.new.items.get(new))
                    {
                        self.changed(old, item);
                    }
                    self.last = Some(new);
                }
                Step::Added(new) => {
                    if let Some(item) = self.new.items.get(new) {
                        self.added(item);
                    }
                    self.last = Some(new);
                }
                Step::Removed(old) => {
                    if let Some(item) = self.old.items.get(old) {
                        self.removed(item, at);
                    }
                }
            }
        }
    }

    fn put(&mut self, at: usize, mark: String) {
        self.marks.push((at, mark));
    }

    /// The sign a place begins with, and by which one gets there.
    fn place(&mut self, change: Change) -> String {
        self.places += 1;
        place(self.places, change, self.language)
    }

    /* Changed */

    fn changed(&mut self, old: &Item, new: &Item) {
        match new.form {
            Form::Drawing => self.redrawn(old, new),
            Form::Run | Form::Row => {
                let mut sign = Some(self.place(Change::Changed(new.form)));
                for step in align_runs(old, new) {
                    self.run(step, old, new, &mut sign);
                }
            }
        }
    }

    fn run(&mut self, step: Step, old: &Item, new: &Item, sign: &mut Option<String>) {
        match step {
            Step::Same(..) => {}
            Step::Changed(one, other) => {
                if let (Some(one), Some(other)) = (old.runs.get(one), new.runs.get(other)) {
                    self.reworded(one, other, sign);
                }
            }
            Step::Added(at) => {
                if let Some(run) = new.runs.get(at) {
                    self.begin(run.start, sign);
                    self.insert(&run.words, false);
                }
            }
            Step::Removed(at) => {
                let kept = |step: &Step| match step {
                    Step::Same(one, other) | Step::Changed(one, other) if *one < at => Some(*other),
                    _ => None,
                };
                let before = align_runs(old, new).iter().rev().find_map(kept);
                let spot = before.and_then(|at| new.runs.get(at)).map(|run| run.end);
                let spot = spot.or_else(|| new.runs.first().map(|run| run.start));
                if let (Some(spot), Some(run)) = (spot, old.runs.get(at)) {
                    self.begin(spot, sign);
                    self.put(spot, self.deleted(&run.text(), true));
                }
            }
        }
    }

    fn begin(&mut self, at: usize, sign: &mut Option<String>) {
        if let Some(sign) = sign.take() {
            self.put(at, sign);
        }
    }

    /// The words that differ, each time the older ones first.
    fn reworded(&mut self, old: &Run, new: &Run, sign: &mut Option<String>) {
        for exchange in exchanged(old, new) {
            let words = new.words.get(exchange.new.clone()).unwrap_or(&[]);
            let before = exchange.new.start.checked_sub(1).and_then(|at| new.words.get(at));
            let at = match (words.first(), before) {
                (Some(first), _) => first.start,
                (None, Some(before)) => before.end,
                (None, None) => new.start,
            };
            self.begin(at, sign);
            let gone = old.words.get(exchange.old).unwrap_or(&[]);
            let gone: String = gone.iter().map(|word| word.text.as_str()).collect();
            if !gone.is_empty() {
                self.put(at, self.deleted(&gone, true));
            }
            self.insert(words, true);
        }
    }

    fn insert(&mut self, words: &[Word], is_said: bool) {
        let mut is_said = is_said;
        for (start, end) in stretches(words) {
            let said = if is_said { said(words::NOW.get(self.language)) } else { String::new() };
            is_said = false;
            self.put(start, format!("<ins {NEW}>{said}"));
            self.put(end, "</ins>".to_owned());
        }
    }

    fn deleted(&self, text: &str, is_said: bool) -> String {
        let said = if is_said { said(words::BEFORE.get(self.language)) } else { String::new() };
        format!("<del {OLD}>{said}{}</del>", escaped(text))
    }

    /* Drawings */

    fn redrawn(&mut self, old: &Item, new: &Item) {
        let Some(drawing) = self.new.elements.get(new.element) else { return };
        let at = drawing.start;
        let sign = self.place(Change::Changed(Form::Drawing));
        let numbers = self.numbers(old, new);
        let told = match numbers.is_empty() {
            true => words::REDRAWN.get(self.language).to_owned(),
            false => words::REDRAWN_WITH.get(self.language).to_owned(),
        };
        let list: Vec<String> = numbers.iter().map(|number| format!("<li>{number}</li>")).collect();
        let list = match list.is_empty() {
            true => String::new(),
            false => format!("<ul>{}</ul>", list.concat()),
        };
        let note = format!("<div class=\"review-drawing\" {SAID}><p>{sign}{told}</p>{list}</div>");
        self.put(at, note);
    }

    /// The numbers that differ in the table of a drawing: what stands in the same figure.
    fn numbers(&self, old: &Item, new: &Item) -> Vec<String> {
        let (was, is) = (Figure::around(self.old, old), Figure::around(self.new, new));
        let told = self.steps.iter().map(|step| match *step {
            Step::Same(..) => Vec::new(),
            Step::Changed(one, other) => match (self.old.items.get(one), is.row(other)) {
                (Some(one), Some(other)) => self.cells(one, other),
                _ => Vec::new(),
            },
            Step::Added(at) => {
                let row = is.row(at).map(|row| words::row_added(&name(row), self.language));
                row.into_iter().collect()
            }
            Step::Removed(at) => {
                let row = was.row(at).map(|row| words::row_removed(&name(row), self.language));
                row.into_iter().collect()
            }
        });
        told.flatten().collect()
    }

    /// The cells of a row that differ: its name, and the older and the newer value.
    fn cells(&self, old: &Item, new: &Item) -> Vec<String> {
        let name = name(new);
        let steps = align_runs(old, new);
        let changed = steps.iter().filter_map(|step| match *step {
            Step::Changed(one, other) => {
                let (before, after) = (old.runs.get(one)?.text(), new.runs.get(other)?.text());
                let pair = (escaped(&before), escaped(&after));
                Some(words::cell(&name, &pair.0, &pair.1, self.language))
            }
            _ => None,
        });
        changed.collect()
    }

    /* Added and removed */

    fn added(&mut self, item: &Item) {
        let sign = self.place(Change::Added(item.form));
        let Some(element) = self.new.elements.get(item.element) else { return };
        if item.form == Form::Drawing {
            let told = words::DRAWN.get(self.language);
            let note = format!("<p class=\"review-drawing\" {SAID}>{sign}{told}</p>");
            self.put(element.start, note);
            return;
        }
        let mut sign = Some(sign);
        for run in &item.runs {
            self.begin(run.start, &mut sign);
            self.insert(&run.words, false);
        }
    }

    fn removed(&mut self, item: &Item, at: usize) {
        let sign = self.place(Change::Removed(item.form));
        if item.form == Form::Row
            && let Some(spot) = self.row_spot(at)
        {
            let row = self.old_row(item, &sign);
            self.put(spot, row);
            return;
        }
        let text = match item.form {
            Form::Drawing => words::UNDRAWN.get(self.language).to_owned(),
            Form::Run => self.deleted(&item.runs.iter().map(Run::text).collect::<String>(), false),
            Form::Row => {
                let cells: Vec<String> = item.runs.iter().map(Run::text).collect();
                self.deleted(&cells.join(" "), false)
            }
        };
        let spot = self.spot();
        self.put(spot, format!("<p class=\"review-gone\" {OLD}>{sign}{text}</p>"));
    }

    /// A row that is gone, with its cells as words.
    fn old_row(&self, item: &Item, sign: &str) -> String {
        let mut cells: Vec<(Option<usize>, String)> = Vec::new();
        for run in &item.runs {
            match cells.last_mut().filter(|(cell, _)| *cell == run.cell) {
                Some((_, text)) => text.push_str(&run.text()),
                None => cells.push((run.cell, run.text())),
            }
        }
        let mut sign = Some(sign);
        let cells = cells.iter().map(|(_, text)| {
            let sign = sign.take().unwrap_or("");
            format!("<td>{sign}{}</td>", self.deleted(text, false))
        });
        let cells: String = cells.collect();
        format!("<tr class=\"review-gone\" {OLD}>{cells}</tr>")
    }

    /// Where a row may stand that is gone: behind the one before it, or before the next.
    fn row_spot(&self, step: usize) -> Option<usize> {
        let row = |at: usize| {
            let item = self.new.items.get(at).filter(|item| item.form == Form::Row)?;
            self.new.elements.get(item.element)
        };
        let before = self.last.and_then(row);
        let next = self.steps.iter().skip(step).find_map(|step| match *step {
            Step::Same(_, at) | Step::Changed(_, at) | Step::Added(at) => Some(at),
            Step::Removed(_) => None,
        });
        let next = next.and_then(row);
        match (before, next) {
            (Some(before), Some(next)) => {
                let heads = |row: &super::page::Element<'_>| {
                    let parent = row.parent.and_then(|at| self.new.elements.get(at));
                    parent.is_some_and(|one| one.name == "thead")
                };
                let is_head = before.parent != next.parent && heads(before) && !heads(next);
                Some(if is_head { next.start } else { before.end })
            }
            (Some(before), None) => Some(before.end),
            (None, next) => next.map(|next| next.start),
        }
    }

    /// Where a block may stand, behind what was dealt with last.
    fn spot(&self) -> usize {
        let Some(item) = self.last.and_then(|at| self.new.items.get(at)) else {
            return self.new.inside.0;
        };
        behind(self.new, item)
    }
}

/// What stands in the figure around a thing.
struct Figure<'a> {
    page: &'a Page<'a>,
    range: Option<(usize, usize)>,
}

impl<'a> Figure<'a> {
    fn around(page: &'a Page<'a>, item: &Item) -> Self {
        let figure = page.nearest(item.element, "figure");
        Self { page, range: figure.map(|one| (one.start, one.end)) }
    }

    /// A row, if it stands there.
    fn row(&self, at: usize) -> Option<&'a Item> {
        let (start, end) = self.range?;
        let item = self.page.items.get(at).filter(|item| item.form == Form::Row)?;
        let element = self.page.elements.get(item.element)?;
        (start..end).contains(&element.start).then_some(item)
    }
}

/// What a row is called, as markup.
fn name(row: &Item) -> String {
    row.runs.first().map(|run| escaped(&run.text())).unwrap_or_default()
}

/// Where a block may stand behind a thing.
pub fn behind(page: &Page<'_>, item: &Item) -> usize {
    let end = |name| page.nearest(item.element, name).map(|one| one.end);
    let own = page.elements.get(item.element).map_or(page.inside.0, |one| one.end);
    match item.form {
        Form::Drawing => own,
        Form::Row => end("table").unwrap_or(own),
        Form::Run => {
            let lines = page.around(item.element).take_while(|(_, one)| LINES.contains(&one.name));
            let line = lines.last().map(|(_, one)| one.end);
            line.or_else(|| item.runs.last().map(|run| run.end)).unwrap_or(own)
        }
    }
}

/// The runs of two items side by side: cell by cell where they have as many.
fn align_runs(old: &Item, new: &Item) -> Vec<Step> {
    if old.runs.len() != new.runs.len() {
        return align(&old.runs, &new.runs);
    }
    let pairs = old.runs.iter().zip(&new.runs).enumerate();
    let step = |(at, (one, other)): (usize, (&Run, &Run))| match one.text() == other.text() {
        true => Step::Same(at, at),
        false => Step::Changed(at, at),
    };
    pairs.map(step).collect()
}

/// The stretches of words with nothing between them.
fn stretches(words: &[Word]) -> Vec<(usize, usize)> {
    let mut all: Vec<(usize, usize)> = Vec::new();
    for word in words {
        match all.last_mut().filter(|(_, end)| *end == word.start) {
            Some((_, end)) => *end = word.end,
            None if word.text == " " => {}
            None => all.push((word.start, word.end)),
        }
    }
    all
}

fn said(text: &str) -> String {
    format!("<span class=\"review-said\" {SAID}>{text}</span>")
}
