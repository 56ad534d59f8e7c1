//! `data/examples.toml`: a made-up business and made-up bodies.

use std::collections::BTreeSet;

use super::criteria::{Notes, each};
use super::diags;
use super::method::input_id;
use crate::diag::Checked;
use crate::load::{Keys, RawToml, keys};
use crate::model::{
    Band, Baseline, Estimate, Examples, Range, Ratio, Sharing, SharingBody, Span, WhatIf,
};

/// Reads the examples; a project may do without them.
pub fn check(raw: Option<&RawToml>) -> Checked<Examples> {
    let Some(raw) = raw else { return Checked::clean(Examples::default()) };
    let mut notes = Vec::new();
    let mut root = keys(&raw.path, &raw.root);
    let what_if = root.table("what-if").map(|mut entry| {
        let example = what_if(&mut entry, &mut notes);
        entry.finish(&mut notes);
        example
    });
    let sharing = root.table("sharing").map(|mut entry| {
        let example = sharing(&mut entry, &mut notes);
        entry.finish(&mut notes);
        example
    });
    root.finish(&mut notes);
    Checked { value: Examples { what_if, sharing }, notes }
}

fn what_if(entry: &mut Keys<'_>, notes: &mut Notes) -> WhatIf {
    let estimate = Estimate {
        id: "what-if".to_owned(),
        name: entry.words("name"),
        note: entry.words("note"),
        coordination: cost(entry, "coordination"),
        systems: cost(entry, "systems"),
        fixed: cost(entry, "fixed"),
        bands: each(entry, "band", notes, band),
        ..Estimate::default()
    };
    if estimate.bands.is_empty() {
        entry.tell(diags::example_without_bands(entry.place("band")));
    }
    let assumptions =
        each(entry, "assumption", notes, |one, _| (input_id(one, "about"), one.words("text")));
    WhatIf { estimate, assumptions }
}

fn band(entry: &mut Keys<'_>, notes: &mut Notes) -> Band {
    let baseline = match entry.required_text("baseline").as_deref() {
        Some("new") => Baseline::New,
        Some(other) if other != "existing" => {
            let known = ["existing", "new"].into_iter();
            entry.tell(diags::set_name(entry.place("baseline"), diags::BASELINE, other, known));
            Baseline::Existing
        }
        _ => Baseline::Existing,
    };
    let mut years = BTreeSet::new();
    let band = Band {
        id: entry.text("id"),
        name: entry.words("name"),
        level: None,
        bodies: count(entry, "bodies"),
        baseline,
        migration: cost(entry, "migration"),
        spans: each(entry, "span", notes, |one, _| span(one, &mut years)),
    };
    if !years.contains(&1) {
        entry.tell(diags::span_first(entry.place("span"), "from"));
    }
    band
}

fn span(entry: &mut Keys<'_>, years: &mut BTreeSet<i64>) -> Span {
    let from = entry.required_integer("from").unwrap_or(1);
    let is_later = years.last().is_none_or(|last| from > *last);
    if from < 1 || !is_later {
        entry.tell(diags::span_order(entry.place("from"), from));
    }
    let is_first = years.is_empty();
    years.insert(from);
    Span {
        from,
        adoption: adoption(entry, is_first),
        common: cost(entry, "common"),
        present: cost(entry, "present"),
        benefit: range(entry, "benefit"),
        hours: entry.has("hours").then(|| range(entry, "hours")),
    }
}

/// Per mille, or none for `"same"`.
fn adoption(entry: &mut Keys<'_>, is_first: bool) -> Option<Range> {
    if entry.is_text("adoption", "same") {
        if is_first {
            entry.tell(diags::adoption_before(entry.place("adoption")));
        }
        return None;
    }
    let range = range(entry, "adoption");
    let is_outside = |end: &&Ratio| **end < Ratio::whole(0) || **end > Ratio::whole(1000);
    if let Some(end) = range.low.iter().chain(&range.high).find(is_outside) {
        let text = end.rounded(0).to_string();
        entry.tell(diags::adoption_per_mille(entry.place("adoption"), &text));
        return Some(Range::exactly(Ratio::whole(0)));
    }
    let unknown = Range::unknown_adoption();
    Some(Range { low: range.low.or(unknown.low), high: range.high.or(unknown.high) })
}

/// A number that counts something.
fn count(entry: &mut Keys<'_>, key: &str) -> i64 {
    let number = entry.required_integer(key).unwrap_or_default();
    if number < 0 {
        entry.tell(diags::number_negative(entry.place(key), number));
    }
    number.max(0)
}

fn cost(entry: &mut Keys<'_>, key: &str) -> Range {
    let mut range = range(entry, key);
    let ends = range.low.iter().chain(&range.high);
    if let Some(below) = ends.clone().find(|end| **end < Ratio::whole(0)) {
        let text = below.rounded(0).to_string();
        entry.tell(diags::cost_negative(entry.place(key), &text));
    }
    range.low.get_or_insert(Ratio::whole(0));
    range
}

fn range(entry: &mut Keys<'_>, key: &str) -> Range {
    let (low, high) = entry.range(key).unwrap_or_default();
    if let Some((low, high)) = low.zip(high).filter(|(low, high)| high < low) {
        entry.tell(diags::range_reversed(entry.place(key), &low.to_string(), &high.to_string()));
        return Range::unknown();
    }
    Range { low: low.map(Ratio::whole), high: high.map(Ratio::whole) }
}

fn sharing(entry: &mut Keys<'_>, notes: &mut Notes) -> Sharing {
    let weights = entry.table("weights").map(|mut weights| {
        let names = ["equal", "population", "use"];
        let read = names.map(|name| weights.required_integer(name).unwrap_or_default());
        weights.finish(notes);
        read
    });
    let weights = weights.unwrap_or([1000, 0, 0]);
    if weights.iter().sum::<i64>() != 1000 || weights.iter().any(|weight| *weight < 0) {
        entry.tell(diags::shares_whole(entry.place("weights")));
    }
    Sharing {
        name: entry.words("name"),
        note: entry.words("note"),
        total: count(entry, "total"),
        weights,
        bodies: each(entry, "body", notes, |one, _| SharingBody {
            code: one.text("code"),
            name: one.words("name"),
            population: count(one, "population"),
            usage: count(one, "use"),
        }),
    }
}
