//! The tables of results, each column with the path of its values.

use super::shown::Words;
use crate::model::Estimate;
use crate::plan::view::{
    BandOutput, LiveBand, LiveCell, LiveColumn, LiveNote, LiveTable, LiveText, ShownEffect,
};
use crate::plan::words;
use crate::text::Label;

/// How the cells of a column read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Head,
    Number,
    State,
    Text,
}

/// A column: its label, the path of its values below the row's, and how they read.
pub struct Column {
    pub label: LiveText,
    pub path: String,
    pub kind: Kind,
    /// where the state stands that its states are compared with
    pub base: Option<String>,
}

/// The words of a cell, and the code of a state.
pub type Shown = (String, Option<&'static str>);

/// Sets the results of one estimate as tables.
pub struct Tables<'a> {
    /// the words results are put into
    pub words: &'a Words<'a>,
    /// what was computed from
    pub estimate: &'a Estimate,
    /// the results in words
    pub shown: &'a ShownEffect,
}

impl Tables<'_> {
    /// What it takes once.
    pub fn cost(&self) -> LiveTable {
        let cost = &self.shown.cost;
        let parts = [
            (words::COST_COORDINATION, "coordination", &cost.coordination),
            (words::COST_SYSTEMS, "systems", &cost.systems),
            (words::COST_MIGRATION, "migration", &cost.migration),
            (words::COST_TOTAL, "total", &cost.total),
        ];
        let part = |(label, name, yen): (Label, &str, &String)| {
            vec![self.fixed(label), cell(Kind::Number, format!("cost.{name}"), yen.clone())]
        };
        let mut rows: Vec<Vec<LiveCell>> = parts.into_iter().map(part).collect();
        if let Some(avoided) = &self.estimate.avoided {
            let yen = self.words.range(avoided);
            let fixed = LiveCell { path: None, ..cell(Kind::Number, String::new(), yen) };
            rows.push(vec![self.fixed(words::COST_AVOIDED), fixed]);
        }
        LiveTable {
            id: "cost".to_owned(),
            caption: self.say(words::COST_CAPTION),
            list: None,
            columns: vec![self.column(words::PART, false), self.column(words::YEN, true)],
            base: Vec::new(),
            template: Vec::new(),
            rows,
            note: None,
        }
    }

    /// What is won over each horizon.
    pub fn totals(&self) -> LiveTable {
        let columns = [
            self.head(words::HORIZON, "horizon"),
            self.number(words::GAIN_YEN, "total"),
            self.state(words::STATE, "state"),
        ];
        let rows = self.shown.effect.iter().map(|one| {
            vec![plain(one.horizon), text(&one.total), (one.words.clone(), Some(one.state))]
        });
        self.table("effect", words::TOTALS_CAPTION, &columns, rows.collect())
    }

    /// All bodies, year by year.
    pub fn years(&self) -> LiveTable {
        let columns = [
            self.head(words::YEAR, "year"),
            self.number(words::COMMON_YEN, "common"),
            self.number(words::PRESENT_YEN, "present"),
            self.number(words::BENEFIT_YEN, "benefit"),
            self.number(words::GAIN_YEN, "gain"),
        ];
        let rows = self.shown.years.iter().map(|one| {
            let yen = [&one.common, &one.present, &one.benefit, &one.gain];
            [vec![plain(one.year)], yen.map(|yen| text(yen)).to_vec()].concat()
        });
        self.table("years", words::YEARS_CAPTION, &columns, rows.collect())
    }

    /// When the cost is recovered.
    pub fn paybacks(&self) -> LiveTable {
        let columns = [
            self.head(words::HORIZON, "horizon"),
            self.number(words::RATE, "rate"),
            self.number(words::EARLIEST, "earliest"),
            self.number(words::LATEST, "latest"),
            self.state(words::STATE, "state"),
        ];
        let rows = self.shown.payback.iter().map(|one| {
            let state = (one.words.clone(), Some(one.state));
            vec![
                plain(one.horizon),
                text(&one.percent),
                text(&one.earliest),
                text(&one.latest),
                state,
            ]
        });
        let mut table = self.table("payback", words::PAYBACK_CAPTION, &columns, rows.collect());
        table.note = Some(LiveNote {
            when: "falls_back".to_owned(),
            holds: self.shown.falls_back,
            text: self.say(words::REASON_FALLS_BACK),
        });
        table
    }

    /// What is left.
    pub fn values(&self) -> LiveTable {
        let columns = [
            self.head(words::HORIZON, "horizon"),
            self.number(words::RATE, "rate"),
            self.number(words::VALUE_YEN, "value"),
            self.state(words::SIGN, "sign"),
        ];
        let rows = self.shown.npv.iter().map(|one| {
            let sign = (one.words.clone(), Some(one.sign));
            vec![plain(one.horizon), text(&one.percent), text(&one.value), sign]
        });
        self.table("npv", words::NPV_CAPTION, &columns, rows.collect())
    }

    /// How many bodies it takes.
    pub fn break_even(&self) -> LiveTable {
        let columns = [self.head(words::RATE, "rate"), self.number(words::BODIES, "")];
        let rows = self.shown.break_even.iter();
        let rows = rows.map(|one| vec![text(&one.percent), text(&one.bodies)]).collect();
        self.table("break_even", words::BREAK_EVEN_CAPTION, &columns, rows)
    }

    /// Every band.
    pub fn bands(&self) -> Vec<LiveBand> {
        let bands = self.shown.bands.iter().enumerate();
        bands.map(|(at, shown)| self.band(&at.to_string(), Some(shown))).collect()
    }

    /// A band before it has an index.
    pub fn band_template(&self) -> LiveBand {
        self.band("*", None)
    }

    fn band(&self, at: &str, shown: Option<&BandOutput<String, String>>) -> LiveBand {
        let path = format!("bands.{at}");
        let is_burden = shown.is_some_and(|shown| self.is_burden(shown));
        LiveBand {
            name: shown.map(|shown| shown.name.clone()).unwrap_or_default(),
            suppressed: LiveNote {
                when: format!("{path}.suppressed=true"),
                holds: shown.is_some_and(|shown| shown.suppressed),
                text: self.say(words::BAND_SUPPRESSED),
            },
            burden: LiveNote {
                when: format!("effect.deciding.state=met {path}.totals.deciding.state=not_met"),
                holds: is_burden,
                text: self.say(words::BURDEN_HERE),
            },
            digest: self.digest(&path, shown),
            totals: self.band_totals(&path, shown),
            years: self.band_years(&path, shown),
            path,
        }
    }

    /// Whether the whole gains over the deciding horizon and the band does not.
    pub fn is_burden(&self, band: &BandOutput<String, String>) -> bool {
        let deciding = self.deciding();
        let mut wholes = self.shown.effect.iter();
        let gains = wholes.any(|one| one.horizon == deciding && one.state == "met");
        gains && band.totals.iter().any(|one| one.horizon == deciding && one.state == "not_met")
    }

    fn band_totals(&self, path: &str, band: Option<&BandOutput<String, String>>) -> LiveTable {
        let columns = [
            self.head(words::HORIZON, "horizon"),
            self.number(words::EACH_YEN, "each"),
            self.state(words::STATE, "state"),
        ];
        let totals = band.map(|band| band.totals.as_slice()).unwrap_or_default().iter();
        let rows = totals.map(|one| {
            vec![plain(one.horizon), text(&one.each), (one.words.clone(), Some(one.state))]
        });
        let list = format!("{path}.totals");
        self.table(&list, words::BAND_TOTALS_CAPTION, &columns, rows.collect())
    }

    fn band_years(&self, path: &str, band: Option<&BandOutput<String, String>>) -> LiveTable {
        let columns = [
            self.head(words::YEAR, "year"),
            self.number(words::BAND_GAIN_YEN, "gain"),
            self.number(words::EACH_YEN, "each"),
        ];
        let years = band.map(|band| band.years.as_slice()).unwrap_or_default().iter();
        let rows = years.map(|one| vec![plain(one.year), text(&one.gain), text(&one.each)]);
        let list = format!("{path}.years");
        self.table(&list, words::YEARS_CAPTION, &columns, rows.collect())
    }

    pub(super) fn table(
        &self,
        list: &str,
        caption: Label,
        columns: &[Column],
        rows: Vec<Vec<Shown>>,
    ) -> LiveTable {
        let row = |at: &str, shown: Vec<Shown>| -> Vec<LiveCell> {
            let cells = columns.iter().zip(shown).map(|(column, (text, code))| {
                let below = if column.path.is_empty() { "" } else { "." };
                let path = format!("{list}.{at}{below}{}", column.path);
                let base = column.base.clone();
                LiveCell { code, base, ..cell(column.kind, path, text) }
            });
            cells.collect()
        };
        let blank = columns
            .iter()
            .map(|column| (String::new(), (column.kind == Kind::State).then_some("")))
            .collect();
        let column = |column: &Column| LiveColumn {
            label: column.label.clone(),
            numeric: column.kind == Kind::Number,
        };
        LiveTable {
            id: list.replace('.', "-"),
            caption: self.say(caption),
            list: Some(list.to_owned()),
            columns: columns.iter().map(column).collect(),
            base: Vec::new(),
            template: row("*", blank),
            rows: rows
                .into_iter()
                .enumerate()
                .map(|(at, shown)| row(&at.to_string(), shown))
                .collect(),
            note: None,
        }
    }

    pub(super) fn head(&self, label: Label, path: &str) -> Column {
        let label = self.words_only(label);
        Column { label, path: path.to_owned(), kind: Kind::Head, base: None }
    }

    fn number(&self, label: Label, path: &str) -> Column {
        Column { kind: Kind::Number, ..self.head(label, path) }
    }

    pub(super) fn state(&self, label: Label, path: &str) -> Column {
        Column { kind: Kind::State, ..self.head(label, path) }
    }

    /// A row's head that stays.
    pub(super) fn fixed(&self, label: Label) -> LiveCell {
        LiveCell { path: None, ..cell(Kind::Head, String::new(), self.say(label)) }
    }

    fn column(&self, label: Label, numeric: bool) -> LiveColumn {
        LiveColumn { label: self.words_only(label), numeric }
    }

    /// Words that stay.
    pub fn words_only(&self, label: Label) -> LiveText {
        LiveText { text: self.say(label), pattern: None }
    }

    /// A label in the page's language.
    pub fn say(&self, label: Label) -> String {
        self.words.scribe.say(label)
    }
}

/// A cell of a kind, at a path.
pub fn cell(kind: Kind, path: String, text: String) -> LiveCell {
    let kind = match kind {
        Kind::Head => "head",
        Kind::Number => "number",
        Kind::State => "state",
        Kind::Text => "text",
    };
    LiveCell { kind, path: Some(path), text, code: None, base: None, turned: false }
}

fn plain(number: i64) -> Shown {
    (number.to_string(), None)
}

/// Words alone.
pub fn text(text: &str) -> Shown {
    (text.to_owned(), None)
}
