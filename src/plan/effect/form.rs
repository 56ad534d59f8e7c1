//! The fields of the STEP2 calculator, named by the path of their values.

use super::machine::input;
use super::shown::{Words, grouped, percent};
use crate::model::Estimate;
use crate::plan::view::{
    BandInput, Ends, FieldView, FormBand, FormSpan, FormView, PairView, SpanInput,
};
use crate::plan::words;
use crate::text::Label;

/// The fields for an estimate, filled in.
pub fn form(words: &Words<'_>, estimate: &Estimate) -> FormView {
    let input = input(estimate, &words.set.method);
    let fields = Fields { words };
    let rate = input.rates.last().copied().unwrap_or_default();
    FormView {
        fields: vec![
            fields.field("horizon", words::HORIZON, input.deciding.to_string()),
            fields.field("rate", words::RATE, percent(rate)),
        ],
        pairs: vec![
            fields.pair("coordination", "coordination", &input.coordination),
            fields.pair("systems", "systems", &input.systems),
            fields.pair("fixed", "fixed", &input.fixed),
        ],
        bands: input
            .bands
            .iter()
            .zip(&estimate.bands)
            .enumerate()
            .map(|(at, (band, named))| {
                let name = words.scribe.word(&named.name);
                fields.band(&format!("bands.{at}"), Some(band), name)
            })
            .collect(),
        template: fields.band("bands.*", None, String::new()),
    }
}

struct Fields<'a> {
    words: &'a Words<'a>,
}

impl Fields<'_> {
    fn band(&self, path: &str, band: Option<&BandInput>, name: String) -> FormBand {
        let spans = band.map(|band| band.spans.as_slice()).unwrap_or_default();
        let unknown = [None, None];
        let migration = band.map_or(&unknown, |band| &band.migration);
        FormBand {
            name,
            bodies: FieldView {
                name: format!("{path}.bodies"),
                label: self.input("bodies"),
                value: band.map(|band| grouped(&band.bodies.to_string())).unwrap_or_default(),
            },
            migration: self.pair(&format!("{path}.migration"), "migration", migration),
            spans: spans
                .iter()
                .enumerate()
                .map(|(at, span)| self.span(&format!("{path}.spans.{at}"), Some(span)))
                .collect(),
            template: self.span(&format!("{path}.spans.*"), None),
            path: path.to_owned(),
        }
    }

    fn span(&self, path: &str, span: Option<&SpanInput>) -> FormSpan {
        let unknown: Ends = [None, None];
        let ends = |of: fn(&SpanInput) -> &Ends| span.map_or(&unknown, of);
        // Rates are counted in hundredths of a percent, adoption in tenths.
        let share = |per_mille: i64| percent(per_mille * 10);
        let adoption = span.and_then(|span| span.adoption);
        let adoption_field = PairView {
            name: format!("{path}.adoption"),
            label: self.input("adoption") + &self.words.scribe.say(words::IN_PERCENT),
            low: adoption.map(|[low, _]| share(low)).unwrap_or_default(),
            high: adoption.map(|[_, high]| share(high)).unwrap_or_default(),
            hidden: span.is_some() && adoption.is_none(),
        };
        FormSpan {
            from: span.map(|span| span.from.to_string()).unwrap_or_default(),
            pairs: vec![
                adoption_field,
                self.pair(&format!("{path}.common"), "common", ends(|span| &span.common)),
                self.pair(&format!("{path}.present"), "present", ends(|span| &span.present)),
                self.pair(&format!("{path}.benefit"), "benefit", ends(|span| &span.benefit)),
            ],
            path: path.to_owned(),
        }
    }

    fn field(&self, name: &str, label: Label, value: String) -> FieldView {
        FieldView { name: name.to_owned(), label: self.words.scribe.say(label), value }
    }

    fn pair(&self, name: &str, input: &str, [low, high]: &Ends) -> PairView {
        PairView {
            name: name.to_owned(),
            label: self.input(input) + &self.words.scribe.say(words::IN_YEN),
            low: low.as_deref().map(grouped).unwrap_or_default(),
            high: high.as_deref().map(grouped).unwrap_or_default(),
            hidden: false,
        }
    }

    /// An input as the criteria set calls it.
    fn input(&self, id: &str) -> String {
        self.words.input(id)
    }
}
