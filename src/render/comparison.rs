//! What differs between two versions, as text for a terminal.

use crate::plan::view::{
    ComparedCell, ComparedFile, ComparedRow, ComparedTable, Comparison, Named, TurnedState,
    TurningCause,
};
use crate::text::{Label, Language, Words};

/// For people: tables first, then files, then the states that turned and why.
pub fn text(comparison: &Comparison, language: Language) -> String {
    Sheet { language, text: String::new() }.told(comparison)
}

const SAME: Label = Label::new("違いはありません", "nothing differs");
const BLANK: Label = Label::new("（空欄）", "(blank)");
const ABSENT: Label = Label::new("（なし）", "(absent)");
const WITHHELD: Label =
    Label::new("公表しない値が変わりました", "a value that is not published changed");
const REORDERED: Label = Label::new("行の順が変わりました", "the rows stand in another order");
const STATES: Label = Label::new("状態が変わった業務領域", "States that turned");
const CRITERIA: Label = Label::new("基準の組", "the criteria set");
const SOLE: Label = Label::new("理由：", "because of ");
const EACH: Label = Label::new(
    "理由（どれか1つを戻すと、元の状態に戻る）：",
    "because of (any one of these, changed back alone, restores the state):",
);
const JOINT: Label = Label::new(
    "理由（1つだけ戻しても元の状態に戻らず、次のすべてを戻すと戻る）：",
    "jointly because of (no single one restores the state, all of these together do):",
);
const WHY: Label = Label::new("変更の理由：", "why it changed: ");
const OLD_BORROWS: Label = Label::new(
    "前のデータには基準の組がないため、後の基準の組で状態を求めました",
    "the older data has no criteria set; its states were found by the newer one",
);
const NEW_BORROWS: Label = Label::new(
    "後のデータには基準の組がないため、前の基準の組で状態を求めました",
    "the newer data has no criteria set; its states were found by the older one",
);
const UNASSESSED: Label = Label::new(
    "基準の組のない版があるため、状態は比べていません",
    "a version has no criteria set, so states were not compared",
);

/// How many letters of a name stand beside an id.
const NAME_SHOWN: usize = 30;

/// A text being written, line by line.
struct Sheet {
    language: Language,
    text: String,
}

impl Sheet {
    fn told(mut self, comparison: &Comparison) -> String {
        for table in &comparison.tables {
            self.table(table);
        }
        for file in &comparison.files {
            self.file(file);
        }
        if !comparison.states.is_empty() {
            self.line(0, STATES.get(self.language));
            for state in &comparison.states {
                self.state(state);
            }
            if !comparison.disclaimer.is_empty() {
                self.line(0, comparison.disclaimer.get(self.language));
            }
            self.text.push('\n');
        }
        self.remarks(comparison);
        let closing = self.closing(comparison);
        self.line(0, &closing);
        self.text
    }

    fn table(&mut self, table: &ComparedTable) {
        let name = table.table.name.get(self.language).to_owned();
        let id = &table.table.id;
        self.line(
            0,
            &match self.language {
                Language::Ja => format!("{name}（data/{id}.csv）"),
                Language::En => format!("{name} (data/{id}.csv)"),
            },
        );
        for row in &table.rows {
            self.row(row);
        }
        if table.reordered {
            self.line(1, REORDERED.get(self.language));
        }
        self.text.push('\n');
    }

    fn row(&mut self, row: &ComparedRow) {
        let change = change(row.change).get(self.language);
        let named = self.named(&row.row);
        self.line(
            1,
            &match self.language {
                Language::Ja => format!("{change}：{named}"),
                Language::En => format!("{change}: {named}"),
            },
        );
        self.cells(2, row.change, &row.cells);
        self.reasons(2, &row.reasons);
    }

    /// Why something changed, as somebody said.
    fn reasons(&mut self, depth: usize, reasons: &[Words]) {
        for reason in reasons {
            let told = format!("{}{}", WHY.get(self.language), reason.get(self.language));
            self.line(depth, &told);
        }
    }

    /// A row that is new or gone has one side only.
    fn cells(&mut self, depth: usize, change: &str, cells: &[ComparedCell]) {
        for cell in cells {
            let label = cell.label.get(self.language);
            let (old, new) = (self.value(&cell.old), self.value(&cell.new));
            let told = match change {
                "added" => new,
                "removed" => old,
                _ if cell.withheld => WITHHELD.get(self.language).to_owned(),
                _ => format!("{old} → {new}"),
            };
            self.line(depth, &format!("「{label}」 {told}"));
        }
    }

    fn file(&mut self, file: &ComparedFile) {
        self.line(0, &file.path);
        for key in &file.keys {
            let side = |value: &Option<String>| match value {
                Some(value) => self.value(value),
                None => ABSENT.get(self.language).to_owned(),
            };
            let (old, new) = (side(&key.old), side(&key.new));
            self.line(1, &format!("{} {old} → {new}", key.key));
            self.reasons(2, &key.reasons);
        }
        self.text.push('\n');
    }

    fn state(&mut self, state: &TurnedState) {
        let (area, test) = (self.named(&state.area), state.test.name.get(self.language));
        let (from, to) = (state.from.name.get(self.language), state.to.name.get(self.language));
        self.line(
            1,
            &match self.language {
                Language::Ja => format!("{area} {test}：{from} → {to}"),
                Language::En => format!("{area} {test}: {from} → {to}"),
            },
        );
        match state.causes.as_slice() {
            [cause] if !state.joint => {
                let told = format!("{}{}", SOLE.get(self.language), self.cause(cause));
                self.line(2, &told);
                self.cells(3, cause.change.unwrap_or_default(), &cause.cells);
                self.reasons(3, &cause.reasons);
            }
            causes => {
                let heading = if state.joint { JOINT } else { EACH };
                self.line(2, heading.get(self.language));
                for cause in causes {
                    let told = self.cause(cause);
                    self.line(3, &told);
                    self.cells(4, cause.change.unwrap_or_default(), &cause.cells);
                    self.reasons(4, &cause.reasons);
                }
            }
        }
    }

    fn cause(&self, cause: &TurningCause) -> String {
        let (Some(table), Some(row)) = (&cause.table, &cause.row) else {
            return CRITERIA.get(self.language).to_owned();
        };
        let change = change(cause.change.unwrap_or_default()).get(self.language);
        let table = table.name.get(self.language);
        match self.language {
            Language::Ja => format!("{table} {}（{change}）", row.id),
            Language::En => format!("{table} {} ({change})", row.id),
        }
    }

    fn remarks(&mut self, comparison: &Comparison) {
        let remark = match comparison.criteria_borrowed_by {
            _ if !comparison.assessed => UNASSESSED,
            Some("old") => OLD_BORROWS,
            Some(_) => NEW_BORROWS,
            None => return,
        };
        self.line(0, remark.get(self.language));
    }

    fn closing(&self, comparison: &Comparison) -> String {
        let Comparison { tables, files, states, .. } = comparison;
        if tables.is_empty() && files.is_empty() && states.is_empty() {
            return SAME.get(self.language).to_owned();
        }
        let rows = |change: &str| {
            let rows = tables.iter().flat_map(|table| &table.rows);
            rows.filter(|row| row.change == change).count()
        };
        let [added, removed, changed] = ["added", "removed", "changed"].map(rows);
        let keys: usize = files.iter().map(|file| file.keys.len()).sum();
        let states = states.len();
        match self.language {
            Language::Ja => format!(
                "行：追加 {added}、削除 {removed}、変更 {changed}。設定・基準のキー：{keys}。変わった状態：{states}"
            ),
            Language::En => format!(
                "rows added: {added}, removed: {removed}, changed: {changed}; keys of settings and \
                 criteria: {keys}; states turned: {states}"
            ),
        }
    }

    /// `star-charts「星図の貸出し」`
    fn named(&self, named: &Named) -> String {
        let name = named.name.get(self.language);
        match name.char_indices().nth(NAME_SHOWN) {
            _ if name.is_empty() => named.id.clone(),
            Some((end, _)) => format!("{}「{}…」", named.id, name.get(..end).unwrap_or(name)),
            None => format!("{}「{name}」", named.id),
        }
    }

    /// In one line and without control characters: settings may hold any.
    fn value(&self, text: &str) -> String {
        match text.is_empty() {
            true => BLANK.get(self.language).to_owned(),
            false => text.replace(char::is_control, " "),
        }
    }

    fn line(&mut self, depth: usize, text: &str) {
        self.text.push_str(&"  ".repeat(depth));
        self.text.push_str(text);
        self.text.push('\n');
    }
}

fn change(code: &str) -> Label {
    match code {
        "added" => Label::new("加わった行", "added"),
        "removed" => Label::new("なくなった行", "removed"),
        _ => Label::new("変わった行", "changed"),
    }
}
