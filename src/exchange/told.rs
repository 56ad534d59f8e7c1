//! A difference in words, for people to say yes or no to.

use super::Difference;
use super::difference::{CellChange, RowChange};
use crate::model::TableSpec;
use crate::text::Language;

/// How many ids of rows that stay are listed.
const LISTED: usize = 20;

/// What an import would change.
pub fn told(spec: &TableSpec, difference: &Difference, language: Language) -> String {
    let words = Words(language);
    let mut told = words.head(spec, difference);
    for name in &difference.columns {
        told.push_str(&words.say(&format!("  列を加える {name}"), &format!("  new column {name}")));
    }
    for row in &difference.changed {
        told.push_str(&words.row("変わる行", "changed", row));
    }
    for row in &difference.added {
        told.push_str(&words.row("加わる行", "new", row));
    }
    for id in &difference.deleted {
        told.push_str(&words.say(&format!("  消える行 {id}"), &format!("  deleted {id}")));
    }
    told.push_str(&words.missing(&difference.missing));
    told
}

struct Words(Language);

impl Words {
    fn say(&self, ja: &str, en: &str) -> String {
        let line = match self.0 {
            Language::Ja => ja,
            Language::En => en,
        };
        format!("{line}\n")
    }

    fn head(&self, spec: &TableSpec, difference: &Difference) -> String {
        let counts = [&difference.changed, &difference.added].map(Vec::len);
        let ([changed, added], deleted) = (counts, difference.deleted.len());
        let same = difference.same;
        let path = spec.path();
        self.say(
            &format!(
                "{path}「{}」：変わる行 {changed}、加わる行 {added}、消える行 {deleted}、変わらない行 {same}",
                spec.label.ja
            ),
            &format!(
                "{path} 「{}」: rows changed: {changed}, new: {added}, deleted: {deleted}, unchanged: {same}",
                spec.label.en
            ),
        )
    }

    fn row(&self, ja: &str, en: &str, row: &RowChange) -> String {
        let RowChange { id, number, cells } = row;
        let head = self.say(
            &format!("  {ja} {}（シートの{number}行目）", plain(id)),
            &format!("  {en} {} (row {number} of the sheet)", plain(id)),
        );
        let cells = cells.iter().map(|cell| self.cell(cell));
        format!("{head}{}", cells.collect::<String>())
    }

    fn cell(&self, cell: &CellChange) -> String {
        let CellChange { column, label, before, after } = cell;
        let quoted = |text: &str, none: &str| match text {
            "" => none.to_owned(),
            text => format!("「{}」", plain(text)),
        };
        self.say(
            &format!("    {column}（{label}）：{}→{}", quoted(before, "空"), quoted(after, "空")),
            &format!("    {column}: {} → {}", quoted(before, "blank"), quoted(after, "blank")),
        )
    }

    fn missing(&self, ids: &[String]) -> String {
        if ids.is_empty() {
            return String::new();
        }
        let count = ids.len();
        let listed = |separator: &str| {
            let first: Vec<String> = ids.iter().take(LISTED).map(|id| plain(id)).collect();
            first.join(separator)
        };
        let more = count.saturating_sub(LISTED);
        let (ja, en) = match more {
            0 => (String::new(), String::new()),
            more => (format!("、ほか{more}行"), format!(" and {more} more")),
        };
        self.say(
            &format!(
                "  シートにない行 {count}（消さずに残します。消すときは「削除」の列に yes）：{}{ja}",
                listed("、")
            ),
            &format!(
                "  not in the sheet: {count} (they stay; to delete one, write yes under 'delete'): {}{en}",
                listed(", ")
            ),
        )
    }
}

/// Without the control characters a cell may hold.
fn plain(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}
