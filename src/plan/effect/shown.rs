//! The results in words. The calculator in the page puts the same words in the same places.

use super::machine::{ends, years};
use super::told::{self, Telling};
use crate::model::{CriteriaSet, Effect, Estimate, Flip, Range, Ratio, Rule, Sign, State, Test};
use crate::plan::scribe::Scribe;
use crate::plan::view::{ShownBreakEven, ShownEffect, ShownScenario};
use crate::plan::words;

/// The words results are put into.
pub struct Words<'a> {
    /// the writer of the page
    pub scribe: &'a Scribe<'a>,
    /// the set whose words states have
    pub set: &'a CriteriaSet,
}

/// A rate in percent: `4`, `0.5`.
pub fn percent(rate: i64) -> String {
    let text =
        Ratio::whole(rate).over(&Ratio::whole(100)).unwrap_or(Ratio::whole(0)).places_text(2);
    trimmed(&text)
}

/// A number with decimal places, without zeros that say nothing: `0.3`.
pub fn trimmed(decimal: &str) -> String {
    decimal.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Digits in threes behind a true minus sign, where a line may break: `−1,234`.
pub fn grouped(digits: &str) -> String {
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |rest| ("−", rest));
    let mut shown = String::from(sign);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

impl Words<'_> {
    /// An amount: one number where both ends read the same.
    pub fn range(&self, range: &Range) -> String {
        let [low, high] = ends(range);
        let low = low.map_or_else(|| self.say(words::NO_LOW), |low| grouped(&low));
        let high = high.map_or_else(|| self.say(words::NO_HIGH), |high| grouped(&high));
        self.between(low, high)
    }

    fn between(&self, low: String, high: String) -> String {
        if low == high {
            return low;
        }
        self.say(words::RANGE).replace("{low}", &low).replace("{high}", &high)
    }

    fn say(&self, label: crate::text::Label) -> String {
        self.scribe.say(label)
    }

    /// A state as the test of a rule calls it.
    pub fn state_of(&self, rule: Rule, state: State) -> String {
        let test = self.set.tests.iter().find(|test| test.rule == rule);
        test.map(|test: &Test| self.scribe.word(test.state(state))).unwrap_or_default()
    }

    /// An input as the criteria set calls it.
    pub fn input(&self, id: &str) -> String {
        let input = self.set.input(id);
        input.map_or_else(|| id.to_owned(), |input| self.scribe.word(&input.label))
    }

    /// A sign.
    pub fn sign_of(&self, sign: Sign) -> String {
        self.say(match sign {
            Sign::Positive => words::SIGN_POSITIVE,
            Sign::Negative => words::SIGN_NEGATIVE,
            Sign::Zero => words::SIGN_ZERO,
            Sign::Open => words::SIGN_OPEN,
        })
    }

    /// What a scenario turns.
    fn flips(&self, flips: &[Flip]) -> String {
        let flip = |flip: &Flip| match flip {
            Flip::Effect => self.say(words::FLIP_EFFECT),
            Flip::Payback => self.say(words::FLIP_PAYBACK),
            Flip::Value(rate) => self.say(words::FLIP_VALUE).replace("{rate}", &percent(*rate)),
        };
        if flips.is_empty() {
            return self.say(words::FLIP_NONE);
        }
        let all: Vec<String> = flips.iter().map(flip).collect();
        all.join(&self.say(words::LIST_SEPARATOR))
    }
}

/// Every result in words.
pub fn shown(words: &Words<'_>, estimate: &Estimate, effect: &Effect) -> ShownEffect {
    let bands = estimate.bands.iter().zip(&effect.bands);
    ShownEffect {
        cost: told::cost(words, effect),
        years: told::years(words, effect),
        effect: told::totals(words, effect),
        payback: told::paybacks(words, effect),
        npv: told::values(words, effect),
        break_even: break_even(words, effect),
        bands: bands
            .map(|(band, result)| told::band(words, words.scribe.word(&band.name), result))
            .collect(),
        scenarios: scenarios(words, effect),
        falls_back: effect.falls_back,
    }
}

impl Telling for Words<'_> {
    type Amount = String;
    type Moment = String;
    type Each = String;

    fn amount(&self, range: &Range) -> String {
        self.range(range)
    }

    fn moment(&self, moment: Option<&Ratio>) -> String {
        moment.map_or_else(|| self.say(words::NOT_WITHIN), years)
    }

    fn each(&self, range: Option<&Range>) -> String {
        range.map_or_else(|| self.say(words::NOBODY), |range| self.range(range))
    }

    fn state(&self, rule: Rule, state: Option<State>) -> String {
        state.map_or_else(|| self.say(words::NOBODY), |state| self.state_of(rule, state))
    }

    fn sign(&self, sign: Sign) -> String {
        self.sign_of(sign)
    }

    fn percent(&self, rate: i64) -> String {
        percent(rate)
    }
}

fn break_even(words: &Words<'_>, effect: &Effect) -> Vec<ShownBreakEven> {
    let bodies = |bodies: Option<i64>| match bodies {
        Some(bodies) => grouped(&bodies.to_string()),
        None => words.say(words::NOT_ATTAINABLE),
    };
    let shown = effect.break_even.iter().map(|one| ShownBreakEven {
        percent: percent(one.rate),
        bodies: words.between(bodies(one.low), bodies(one.high)),
    });
    shown.collect()
}

fn scenarios(words: &Words<'_>, effect: &Effect) -> Vec<ShownScenario> {
    let label = |id: &str| {
        let named = words.set.scenarios.iter().find(|one| one.scenario.id == id);
        named.map(|one| words.scribe.word(&one.label)).unwrap_or_else(|| id.to_owned())
    };
    let shown = effect.scenarios.iter().map(|one| ShownScenario {
        label: label(&one.id),
        effect: (one.effect.code(), words.state_of(Rule::Effect, one.effect)),
        payback: (one.payback.code(), words.state_of(Rule::Cost, one.payback)),
        npv: one
            .values
            .iter()
            .map(|value| (value.sign.code(), words.sign_of(value.sign)))
            .collect(),
        flips: words.flips(&one.flips),
    });
    shown.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_and_amounts_read_as_people_write_them() {
        assert_eq!([0, 37, 50, 400, 1000].map(percent), ["0", "0.37", "0.5", "4", "10"]);
        let amounts = ["0", "-1", "999", "-1000", "1234567"].map(grouped);
        assert_eq!(amounts, ["0", "−1", "999", "−1,000", "1,234,567"]);
    }
}
