//! STEP2 on ten thousand random inputs, written down for the browser to compute again: the page's
//! calculator and the program must agree digit for digit (`tests/browser/calculators.test.mjs`).

use kyotsu::assess::step2::effect;
use kyotsu::model::{Band, Change, Estimate, Method, Range, Ratio, Scenario, Span};
use kyotsu::plan::{calculator_input, calculator_output};
use kyotsu::threads;

const COUNT: u64 = 10_000;

#[test]
fn random_inputs_are_computed_and_written_for_the_browser() {
    let seeds: Vec<u64> = (0..COUNT).collect();
    let lines = threads::each(&seeds, |seed| line(*seed));
    let path = format!("{}/vectors.ndjson", env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(path, lines.concat()).unwrap();

    let all = lines.concat();
    for part in [
        r#""state":"met""#,
        r#""state":"not_met""#,
        r#""state":"insufficient""#,
        r#""sign":"zero""#,
        r#""sign":"open""#,
        r#""suppressed":true"#,
        r#""adoption":null"#,
        r#""each":null"#,
        r#""falls_back":true"#,
        r#""latest":null"#,
        r#""low":null"#,
        "1000000000000000",
        r#"[null,null]"#,
        r#""flips":["effect","payback""#,
        r#""state":"none""#,
    ] {
        assert!(all.contains(part), "no input led to {part}");
    }
}

/// One input and what it comes to.
fn line(seed: u64) -> String {
    let mut chance = Chance(seed);
    let method = chance.method();
    let estimate = chance.estimate();
    let vector = serde_json::json!({
        "input": calculator_input(&estimate, &method),
        "output": calculator_output(&effect(&estimate, &method)),
    });
    format!("{vector}\n")
}

/// Numbers that look random and are the same on every machine (SplitMix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A whole number from `low` to `high`.
    fn from(&mut self, low: i64, high: i64) -> i64 {
        let width = u64::try_from(high - low + 1).unwrap();
        low + i64::try_from(self.next() % width).unwrap()
    }

    /// Once in so many times.
    fn once_in(&mut self, times: i64) -> bool {
        self.from(1, times) == 1
    }

    fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        let last = i64::try_from(choices.len()).unwrap() - 1;
        choices[usize::try_from(self.from(0, last)).unwrap()]
    }

    fn method(&mut self) -> Method {
        let deciding = if self.once_in(1000) { 60 } else { self.from(1, 8) };
        let shorter = self.from(1, deciding);
        let horizons = if shorter == deciding { vec![deciding] } else { vec![shorter, deciding] };
        let rates = vec![0, self.of(&[37, 400, 1250])];
        Method { horizons, deciding, rates, scenarios: self.scenarios(), plausible: None }
    }

    fn scenarios(&mut self) -> Vec<Scenario> {
        let count = self.from(0, 3);
        let each = (0..count).map(|at| {
            let change = match self.from(1, 5) {
                1 => Change::Cost(self.of(&[0, 1100, 1500])),
                2 => Change::Operating(self.of(&[900, 1300])),
                3 => Change::Benefit(self.of(&[0, 700, 1300])),
                4 => Change::Adoption(self.of(&[0, 333, 750])),
                _ => Change::Delay(self.from(0, 3)),
            };
            Scenario { id: format!("change-{at}"), change }
        });
        each.collect()
    }

    fn estimate(&mut self) -> Estimate {
        // One scale for all amounts: mixed at random, the largest alone would decide.
        let scale = self.of(&[1, 10, 1_000, 1_000_000, 1_000_000_000_000_000]);
        let bands = (0..self.from(0, 3)).map(|at| self.band(at, scale)).collect();
        Estimate {
            coordination: self.cost(scale),
            systems: self.cost(scale),
            fixed: self.cost(scale / 10),
            bands,
            ..Estimate::default()
        }
    }

    fn band(&mut self, at: i64, scale: i64) -> Band {
        let bodies = if self.once_in(6) { self.from(0, 1) } else { self.from(2, 9) };
        let migration = match self.once_in(3) {
            true => Range::exactly(Ratio::whole(0)),
            false => Range::between(Ratio::whole(self.from(0, scale / 10)), Ratio::whole(scale)),
        };
        let mut from = 1;
        let spans = (0..self.from(1, 3)).map(|at| {
            let span = self.span(from, at == 0, scale);
            from += self.from(1, 4);
            span
        });
        let spans = spans.collect();
        Band { id: format!("band-{at}"), bodies, migration, spans, ..Band::default() }
    }

    fn span(&mut self, from: i64, is_first: bool, scale: i64) -> Span {
        let adoption = (is_first || !self.once_in(3)).then(|| self.adoption());
        let common = self.cost(scale);
        let present = self.cost(scale);
        let benefit = self.amount(scale);
        Span { from, adoption, common, present, benefit, ..Span::default() }
    }

    /// Per mille: known, a range, or anything.
    fn adoption(&mut self) -> Range {
        let whole = |share| Ratio::whole(share);
        let share = self.of(&[0, 250, 500, 875, 1000]);
        match self.from(1, 4) {
            1 => Range::between(whole(0), whole(1000)),
            2 => Range::between(whole(share / 2), whole(share)),
            _ => Range::exactly(whole(share)),
        }
    }

    /// A cost: its lower end is always there.
    fn cost(&mut self, scale: i64) -> Range {
        let low = if self.once_in(8) { self.from(-scale, 0) } else { self.from(0, scale) };
        let high = match self.from(1, 8) {
            1 => None,
            2 | 3 => Some(low + self.from(0, scale)),
            _ => Some(low),
        };
        Range { low: Some(Ratio::whole(low)), high: high.map(Ratio::whole) }
    }

    /// An amount of either sign, with or without ends.
    fn amount(&mut self, scale: i64) -> Range {
        let low = self.from(-scale, scale);
        let high = low + self.from(0, scale);
        let end = |end: i64, is_open: bool| (!is_open).then(|| Ratio::whole(end));
        let (no_low, no_high) = (self.once_in(12), self.once_in(12));
        match self.once_in(2) {
            true => Range::exactly(Ratio::whole(low)),
            false => Range { low: end(low, no_low), high: end(high, no_high) },
        }
    }
}
