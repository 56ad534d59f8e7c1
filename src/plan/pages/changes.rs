//! What differs from the newest edition: states first, then rows cell by cell, then keys.

use super::Desk;
use crate::model::tables::{self, areas};
use crate::model::{Row, State, TableSpec};
use crate::plan::cells::{Sides, plain, worded};
use crate::plan::editions::{ROOM, STATES, Since, area_anchor, areas_named, fitting, row_anchor};
use crate::plan::routes::{self, CHANGES, CHANGES_FILE};
use crate::plan::view::{
    CauseView, CellView, ChangedFile, ChangedKey, ChangedRow, ChangedTable, ChangedTableView,
    ChangesView, ComparedFile, ComparedKey, ComparedRow, ComparedTable, Link, SinceView, StateView,
    TurnedArea, TurnedState, TurnedTest, TurningCause,
};
use crate::plan::words;
use crate::text::{Label, Words};

/// The page of changes.
pub fn view(desk: &mut Desk<'_>) -> ChangesView {
    let prose = desk.prose();
    let editions = desk.sources.editions;
    let Some(since) = &editions.since else {
        let nothing = match editions.kept.is_empty() {
            true => words::CHANGES_NO_EDITION,
            false => words::CHANGES_UNREADABLE,
        };
        let nothing = Some(desk.scribe.say(nothing));
        return ChangesView { prose, nothing, ..ChangesView::default() };
    };
    let teller = Teller { desk, since };
    let (turned, more_turned) = teller.turned();
    let (files, more_keys) = teller.files();
    ChangesView {
        prose,
        since: Some(teller.since()),
        nothing: since.is_empty().then(|| desk.scribe.say(words::CHANGES_NONE)),
        turned,
        more_turned,
        tables: since.comparison.tables.iter().filter_map(|one| teller.part(one)).collect(),
        files,
        more_keys,
        file: (!since.is_empty()).then(|| file(desk)),
    }
}

/// The page of one table's rows.
pub fn table(desk: &Desk<'_>, since: &Since<'_>, spec: &'static TableSpec) -> ChangedTableView {
    let teller = Teller { desk, since };
    let found = since.comparison.tables.iter().find(|one| one.table.id == spec.name);
    let table = found.map(|one| teller.table(one, spec)).unwrap_or_default();
    ChangedTableView { since: teller.since(), table, file: file(desk) }
}

/// What the page of one table's rows is called.
pub fn table_title(desk: &Desk<'_>, spec: &TableSpec) -> String {
    let (changes, label) = (desk.scribe.say(words::CHANGES), desk.scribe.say(spec.label));
    words::sentence(
        desk.scribe.language,
        format!("{changes}：{label}"),
        format!("{changes}: {label}"),
    )
}

/// An edition's day, leading to its first page.
pub fn edition_link(desk: &Desk<'_>, since: &Since<'_>) -> Link {
    let shown = since.date.shown(desk.scribe.language);
    let label = words::EDITION_OF.get(desk.scribe.language).replace("{day}", &shown);
    Link { label, href: desk.to_edition(since.date, "index.html") }
}

fn file(desk: &Desk<'_>) -> Link {
    Link { label: desk.scribe.say(words::JSON), href: desk.scribe.to_file(CHANGES_FILE) }
}

/// Who tells what differs on one page.
struct Teller<'a> {
    desk: &'a Desk<'a>,
    since: &'a Since<'a>,
}

impl Teller<'_> {
    fn since(&self) -> SinceView {
        let comparison = &self.since.comparison;
        let rows = |change: &str| {
            let rows = comparison.tables.iter().flat_map(|table| &table.rows);
            rows.filter(|row| row.change == change).count()
        };
        let keys = comparison.files.iter().map(|file| file.keys.len()).sum();
        let counts = [
            (words::CHANGES_STATES, comparison.states.len(), STATES),
            (words::CHANGES_ADDED, rows("added"), "rows-title"),
            (words::CHANGES_REMOVED, rows("removed"), "rows-title"),
            (words::CHANGES_CHANGED, rows("changed"), "rows-title"),
            (words::CHANGES_KEYS, keys, "keys-title"),
        ];
        let told = counts.into_iter().filter(|(_, count, _)| *count > 0);
        let told = told.map(|(label, count, anchor)| Link {
            label: counted(self.desk, label, count),
            href: self.desk.scribe.to_anchor(CHANGES, anchor),
        });
        SinceView { edition: edition_link(self.desk, self.since), counts: told.collect() }
    }

    /// So many more than there is room for.
    fn more(&self, count: usize, label: Label) -> Option<String> {
        (count > 0).then(|| counted(self.desk, label, count))
    }

    /// The states that turned, area by area, and how many areas there is no room for.
    fn turned(&self) -> (Vec<TurnedArea>, Option<String>) {
        let (areas, left) = self.since.turned_areas();
        let told = areas.iter().filter_map(|id| {
            let tests: Vec<&TurnedState> = self.since.turned(id).collect();
            Some(TurnedArea {
                id: area_anchor(id),
                area: self.area(tests.first()?),
                tests: tests.into_iter().map(|state| self.test(state)).collect(),
            })
        });
        (told.collect(), self.more(left, words::CHANGES_MORE_AREAS))
    }

    fn area(&self, state: &TurnedState) -> CellView {
        let there = self.since.new.row(areas::SPEC.name, &state.area.id).is_some();
        let href = there.then(|| self.desk.scribe.to(&format!("areas/{}", state.area.id)));
        CellView { href, ..worded(&self.desk.scribe, &state.area.name) }
    }

    fn test(&self, state: &TurnedState) -> TurnedTest {
        let proved = match state.causes.as_slice() {
            [_] if !state.joint => words::CAUSE_SOLE,
            _ if state.joint => words::CAUSE_JOINT,
            _ => words::CAUSE_EACH,
        };
        let (from, to) = states(self.desk, self.since, state);
        TurnedTest {
            label: self.desk.scribe.word(&state.test.name),
            from,
            to,
            proved: self.desk.scribe.say(proved),
            causes: state.causes.iter().map(|cause| self.cause(cause)).collect(),
        }
    }

    fn cause(&self, cause: &TurningCause) -> CauseView {
        let scribe = &self.desk.scribe;
        let (Some(table), Some(row)) = (&cause.table, &cause.row) else {
            let href = Some(scribe.to_anchor(CHANGES, "keys-title"))
                .filter(|_| !self.since.comparison.files.is_empty());
            let row = CellView { href, ..plain(scribe, &scribe.say(words::CRITERIA_SET)) };
            return CauseView { row, change: None, reasons: Vec::new() };
        };
        let text = format!("{} {}", scribe.word(&table.name), row.id);
        let href = Some(to_row(self.desk, self.since, &table.id, &row.id));
        CauseView {
            row: CellView { text, href, ..CellView::default() },
            change: cause.change.map(|code| scribe.say(change(code))),
            reasons: self.reasons(&cause.reasons),
        }
    }

    fn reasons(&self, reasons: &[Words]) -> Vec<CellView> {
        reasons.iter().map(|reason| worded(&self.desk.scribe, reason)).collect()
    }

    /// A table on the page of changes: with its rows, or with the way to them.
    fn part(&self, compared: &ComparedTable) -> Option<ChangedTable> {
        let spec = tables::named(&compared.table.id)?;
        if !self.since.has_page(spec.name) {
            return Some(self.table(compared, spec));
        }
        let label = self.desk.scribe.say(words::CHANGES_SEE_ROWS);
        let href = self.desk.scribe.to(&routes::changed_table(spec.name));
        Some(ChangedTable { page: Some(Link { label, href }), ..self.head(compared, spec) })
    }

    /// A table with its rows.
    fn table(&self, compared: &ComparedTable, spec: &'static TableSpec) -> ChangedTable {
        let (rows, left) = self.since.shown(compared);
        let sides = Sides::new(self.desk.scribe, self.since, spec);
        ChangedTable {
            rows: rows.iter().map(|row| self.row(&sides, spec, row)).collect(),
            more: self.more(left, words::CHANGES_MORE_ROWS),
            ..self.head(compared, spec)
        }
    }

    fn head(&self, compared: &ComparedTable, spec: &'static TableSpec) -> ChangedTable {
        let scribe = &self.desk.scribe;
        let count = |code: &str| compared.rows.iter().filter(|row| row.change == code).count();
        let counts = [
            (words::CHANGES_ADDED, count("added")),
            (words::CHANGES_REMOVED, count("removed")),
            (words::CHANGES_CHANGED, count("changed")),
        ];
        let told = counts.into_iter().filter(|(_, count)| *count > 0);
        let told: Vec<String> =
            told.map(|(label, count)| counted(self.desk, label, count)).collect();
        ChangedTable {
            id: format!("table-{}", spec.name),
            table: scribe.link(scribe.say(spec.label), &format!("data/{}", spec.name)),
            counted: told.join(words::LIST_SEPARATOR.get(scribe.language)),
            reordered: compared.reordered,
            ..ChangedTable::default()
        }
    }

    fn row(&self, sides: &Sides<'_>, spec: &'static TableSpec, row: &ComparedRow) -> ChangedRow {
        let scribe = &self.desk.scribe;
        let id = &row.row.id;
        let now = self.since.new.row(spec.name, id);
        let inside = format!("data/{}/index.html#{id}", spec.name);
        let href = match now {
            Some(now) => scribe.to_row(spec, now),
            None => self.desk.to_edition(self.since.date, &inside),
        };
        let then = self.since.old.row(spec.name, id);
        ChangedRow {
            id: row_anchor(spec.name, id),
            change: scribe.say(change(row.change)),
            tone: row.change,
            row: Link { label: id.clone(), href },
            name: worded(scribe, &row.row.name),
            areas: self.areas(spec, now.or(then), &row.row.name),
            cells: sides.cells(row),
            reasons: self.reasons(&row.reasons),
        }
    }

    /// The areas a row names, where its own name is not theirs.
    fn areas(&self, spec: &TableSpec, row: Option<&Row>, name: &Words) -> Vec<Link> {
        let ids = row.into_iter().flat_map(|row| areas_named(spec, row));
        let rows = ids.filter_map(|id| self.since.new.row(areas::SPEC.name, id));
        let rows = rows.filter(|row| row.words(areas::name) != *name);
        rows.map(|row| self.desk.scribe.row_link("areas", row, areas::name)).collect()
    }

    fn files(&self) -> (Vec<ChangedFile>, Option<String>) {
        let all: Vec<(&ComparedFile, &ComparedKey)> = self
            .since
            .comparison
            .files
            .iter()
            .flat_map(|file| file.keys.iter().map(move |key| (file, key)))
            .collect();
        let length = |text: &Option<String>| text.as_ref().map_or(0, String::len);
        let weight = |(_, key): &(&ComparedFile, &ComparedKey)| {
            300 + key.key.len() + length(&key.old) + length(&key.new)
        };
        let shown = fitting(&all, ROOM, weight);
        let mut files: Vec<ChangedFile> = Vec::new();
        for (file, key) in shown {
            if files.last().is_none_or(|last| last.path != file.path) {
                files.push(ChangedFile { path: file.path.clone(), keys: Vec::new() });
            }
            if let Some(last) = files.last_mut() {
                last.keys.push(self.key(key));
            }
        }
        (files, self.more(all.len() - shown.len(), words::CHANGES_MORE_KEYS))
    }

    fn key(&self, key: &ComparedKey) -> ChangedKey {
        let side = |text: &Option<String>| {
            text.as_ref().map(|text| plain(&self.desk.scribe, &text.replace('\n', " ")))
        };
        ChangedKey {
            key: key.key.clone(),
            old: side(&key.old),
            new: side(&key.new),
            reasons: self.reasons(&key.reasons),
        }
    }
}

/// The way to where a row's difference is told.
pub fn to_row(desk: &Desk<'_>, since: &Since<'_>, table: &str, row: &str) -> String {
    match since.place(table, row) {
        (route, Some(anchor)) => desk.scribe.to_anchor(&route, &anchor),
        (route, None) => desk.scribe.to(&route),
    }
}

/// How a state stood and stands, as the criteria sets of then and now call it.
pub fn states(desk: &Desk<'_>, since: &Since<'_>, state: &TurnedState) -> (StateView, StateView) {
    let is_caution = |old: bool| {
        let dataset = if old { since.old } else { since.new };
        let test = dataset.set().and_then(|set| set.test(&state.test.id));
        test.is_some_and(|test| test.is_caution)
    };
    let view = |code: &str, name: &Words, old: bool| StateView {
        label: desk.scribe.word(name),
        tone: match State::named(code) {
            Some(State::Met) => "met",
            Some(State::NotMet) if is_caution(old) => "caution",
            Some(State::NotMet) => "denied",
            Some(State::Insufficient) | None => "open",
        },
    };
    let (from, to) = (&state.from, &state.to);
    (view(&from.id, &from.name, true), view(&to.id, &to.name, false))
}

/// What became of a row.
pub fn change(code: &str) -> Label {
    match code {
        "added" => words::ROW_ADDED,
        "removed" => words::ROW_REMOVED,
        _ => words::ROW_CHANGED,
    }
}

/// So many of something, in words.
pub fn counted(desk: &Desk<'_>, label: Label, count: usize) -> String {
    label.get(desk.scribe.language).replace("{count}", &count.to_string())
}
