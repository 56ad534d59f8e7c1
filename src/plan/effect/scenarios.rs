//! What single changes turn, beside what there is without them.

use super::live::{Column, Kind, Shown, Tables, cell, text};
use super::outcome::{filled, state};
use super::percent;
use crate::plan::view::{LiveCell, LiveTable};
use crate::plan::words;

impl Tables<'_> {
    /// What single changes turn.
    pub fn scenarios(&self) -> LiveTable {
        let against = |label, path: &str, kind: &str| Column {
            base: Some(format!("{path}.deciding.{kind}")),
            ..self.state(label, path)
        };
        let mut columns = vec![
            self.head(words::SCENARIO, "id"),
            Column { kind: Kind::Text, ..self.head(words::FLIPS, "flips") },
            against(words::EFFECT, "effect", "state"),
            against(words::PAYBACK, "payback", "state"),
        ];
        columns.extend(self.words.set.method.rates.iter().enumerate().map(|(at, rate)| Column {
            label: filled(
                &self.say(words::NPV_AT),
                "rate",
                &format!("npv.deciding:{at}.rate"),
                &percent(*rate),
            ),
            path: format!("npv.{at}.sign"),
            kind: Kind::State,
            base: Some(format!("npv.deciding:{at}.sign")),
        }));
        let coded =
            |(code, words): &(&'static str, String)| -> Shown { (words.clone(), Some(*code)) };
        let rows = self.shown.scenarios.iter().map(|one| {
            let mut row = vec![text(&one.label), text(&one.flips)];
            row.extend([coded(&one.effect), coded(&one.payback)]);
            row.extend(one.npv.iter().map(coded));
            row
        });
        let mut table = self.table("scenarios", words::SCENARIOS_CAPTION, &columns, rows.collect());
        table.base = self.unchanged();
        // Changes are the method's, whatever is entered: what they are called stays.
        for row in table.rows.iter_mut().chain([&mut table.template]) {
            if let Some(name) = row.first_mut() {
                name.path = None;
            }
        }
        for row in &mut table.rows {
            for (cell, base) in row.iter_mut().zip(&table.base) {
                cell.turned = cell.base.is_some() && cell.code != base.code;
            }
        }
        table
    }

    /// The states as they are without any change.
    fn unchanged(&self) -> Vec<LiveCell> {
        let deciding = self.deciding();
        let stays = LiveCell { path: None, ..cell(Kind::Text, String::new(), "–".to_owned()) };
        let mut row = vec![self.fixed(words::SCENARIO_NONE), stays];
        let effect = self.shown.effect.iter().find(|one| one.horizon == deciding);
        row.extend(effect.map(|one| state("effect.deciding.state", &one.words, one.state)));
        let payback = self.shown.payback.iter().find(|one| one.horizon == deciding);
        row.extend(payback.map(|one| state("payback.deciding.state", &one.words, one.state)));
        let signs = self.shown.npv.iter().filter(|one| one.horizon == deciding).enumerate();
        row.extend(
            signs.map(|(at, one)| state(&format!("npv.deciding:{at}.sign"), &one.words, one.sign)),
        );
        row
    }
}
