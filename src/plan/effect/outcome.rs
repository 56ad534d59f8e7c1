//! The main results of an estimate over the deciding horizon, which stay in sight.

use super::live::{Kind, Tables, cell};
use crate::plan::view::{BandOutput, LiveCell, LiveText, Outcome};
use crate::plan::words;
use crate::text::Label;

/// Words with one value in them: as they read now, and with the path of the value.
pub fn filled(words: &str, name: &str, path: &str, value: &str) -> LiveText {
    let mark = format!("{{{name}}}");
    LiveText {
        text: words.replace(&mark, value),
        pattern: Some(words.replace(&mark, &format!("{{{path}}}"))),
    }
}

impl Tables<'_> {
    /// The heading of the main results.
    pub fn outcome(&self) -> LiveText {
        let deciding = self.deciding().to_string();
        filled(&self.say(words::OUTCOME), "horizon", "effect.deciding.horizon", &deciding)
    }

    /// Effect, cost, what is left and how many bodies it takes.
    pub fn outcomes(&self) -> Vec<Outcome> {
        let parts = [self.effect_outcome(), self.cost_outcome(), self.value_outcome()];
        parts.into_iter().flatten().chain(self.break_even_outcome()).collect()
    }

    fn effect_outcome(&self) -> Option<Outcome> {
        let one = self.shown.effect.iter().find(|one| one.horizon == self.deciding())?;
        Some(Outcome {
            label: self.words_only(words::EFFECT),
            state: Some(state("effect.deciding.state", &one.words, one.state)),
            values: vec![self.value(words::GAIN_YEN, "effect.deciding.total", &one.total)],
        })
    }

    /// Undiscounted, as the headline is.
    fn cost_outcome(&self) -> Option<Outcome> {
        let one = self.shown.payback.iter().find(|one| one.horizon == self.deciding())?;
        Some(Outcome {
            label: self.words_only(words::COST),
            state: Some(state("payback.deciding.state", &one.words, one.state)),
            values: vec![
                self.value(words::COST_YEN, "cost.total", &self.shown.cost.total),
                self.value(words::EARLIEST, "payback.deciding.earliest", &one.earliest),
                self.value(words::LATEST, "payback.deciding.latest", &one.latest),
            ],
        })
    }

    /// At the last rate, which is the one people change.
    fn value_outcome(&self) -> Option<Outcome> {
        let deciding = self.shown.npv.iter().filter(|one| one.horizon == self.deciding());
        let (at, one) = deciding.enumerate().last()?;
        let path = |name: &str| format!("npv.deciding:{at}.{name}");
        Some(Outcome {
            label: filled(&self.say(words::NPV_AT), "rate", &path("rate"), &one.percent),
            state: Some(state(&path("sign"), &one.words, one.sign)),
            values: vec![self.value(words::YEN, &path("value"), &one.value)],
        })
    }

    fn break_even_outcome(&self) -> Option<Outcome> {
        let one = self.shown.break_even.first()?;
        Some(Outcome {
            label: self.words_only(words::BREAK_EVEN),
            state: None,
            values: vec![self.value(words::UNDISCOUNTED, "break_even.0", &one.bodies)],
        })
    }

    /// What one body of a band gains over the deciding horizon.
    pub(super) fn digest(&self, path: &str, band: Option<&BandOutput<String, String>>) -> Outcome {
        let deciding = self.deciding();
        let total = band.and_then(|band| band.totals.iter().find(|one| one.horizon == deciding));
        let path = |name: &str| format!("{path}.totals.deciding.{name}");
        let (words, code) = total.map_or(("", ""), |one| (one.words.as_str(), one.state));
        let each = total.map(|one| one.each.as_str()).unwrap_or_default();
        Outcome {
            label: self.words_only(words::EFFECT),
            state: Some(state(&path("state"), words, code)),
            values: vec![self.value(words::EACH_YEN, &path("each"), each)],
        }
    }

    fn value(&self, label: Label, path: &str, text: &str) -> (String, LiveCell) {
        (self.say(label), cell(Kind::Number, path.to_owned(), text.to_owned()))
    }

    /// The horizon that decides.
    pub(super) fn deciding(&self) -> i64 {
        self.words.set.method.deciding
    }
}

/// A state where a calculator writes one.
pub fn state(path: &str, words: &str, code: &'static str) -> LiveCell {
    LiveCell { code: Some(code), ..cell(Kind::State, path.to_owned(), words.to_owned()) }
}
