//! `data/accessibility.toml`: what people aim at and have tested. Nothing is claimed for them.

use super::{date, diags};
use crate::diag::Checked;
use crate::load::{Keys, RawToml, keys};
use crate::model::Date;
use crate::model::accessibility::{
    Accessibility, CRITERIA, Claim, Exception, Finding, Method, Outcome, Policy, Results,
};
use crate::text::Place;

const CLAIMS: [(&str, Claim); 3] =
    [("conforms", Claim::Conforms), ("partly", Claim::Partly), ("considered", Claim::Considered)];

const OUTCOMES: [(&str, Outcome); 4] = [
    ("pass", Outcome::Pass),
    ("fail", Outcome::Fail),
    ("not_applicable", Outcome::NotApplicable),
    ("untested", Outcome::Untested),
];

const METHODS: [(&str, Method); 3] =
    [("person", Method::Person), ("program", Method::Program), ("both", Method::Both)];

/// Reads policy and results; a project may do without either.
pub fn check(raw: Option<&RawToml>) -> Checked<Accessibility> {
    let Some(raw) = raw else { return Checked::clean(Accessibility::default()) };
    let mut notes = Vec::new();
    let mut root = keys(&raw.path, &raw.root);
    let policy = root.table("policy").map(|mut entry| {
        let mut policy = policy(&mut entry);
        for mut one in entry.tables("exception") {
            policy.exceptions.push(exception(&mut one));
            one.finish(&mut notes);
        }
        entry.finish(&mut notes);
        policy
    });
    let results = root.table("results").map(|mut entry| {
        let findings = Findings::read(&mut entry, &mut notes);
        let results = results(&mut entry, findings);
        entry.finish(&mut notes);
        results
    });
    root.finish(&mut notes);
    Checked { value: Accessibility { policy, results }, notes }
}

fn policy(entry: &mut Keys<'_>) -> Policy {
    Policy {
        target: entry.words("target"),
        scope: entry.words("scope"),
        date: day(entry),
        term: entry.maybe_words("term"),
        contact: entry.maybe_words("contact"),
        exceptions: Vec::new(),
    }
}

fn exception(entry: &mut Keys<'_>) -> Exception {
    Exception {
        part: entry.words("part"),
        reason: entry.words("reason"),
        plan: entry.words("plan"),
    }
}

fn day(entry: &mut Keys<'_>) -> Option<Date> {
    let written = entry.maybe_date_text("date")?;
    let read = date(&written);
    if read.is_none() {
        entry.tell(diags::date(entry.place("date"), &written));
    }
    read
}

/// What was found, and the numbers it was entered for.
struct Findings {
    all: Vec<Finding>,
    entered: Vec<Option<Place>>,
}

impl Findings {
    fn read(results: &mut Keys<'_>, notes: &mut Vec<crate::diag::Diagnostic>) -> Self {
        let mut findings = Self {
            all: vec![Finding::default(); CRITERIA.len()],
            entered: vec![None; CRITERIA.len()],
        };
        for mut entry in results.tables("criterion") {
            findings.take(&mut entry);
            entry.finish(notes);
        }
        findings
    }

    fn take(&mut self, entry: &mut Keys<'_>) {
        let number = entry.required_text("number");
        let finding = Finding {
            outcome: named(entry, "result", &OUTCOMES, true).unwrap_or_default(),
            method: named(entry, "method", &METHODS, false).unwrap_or_default(),
            note: entry.maybe_words("note"),
        };
        let settled = matches!(finding.outcome, Outcome::Pass | Outcome::Fail);
        if settled && !matches!(finding.method, Method::Person | Method::Both) {
            entry.tell(diags::finding_without_person(entry.place("method")));
        }
        let Some(number) = number else { return };
        let at = CRITERIA.iter().position(|criterion| criterion.number == number);
        let places = at.and_then(|at| self.all.get_mut(at).zip(self.entered.get_mut(at)));
        match places {
            None => entry.tell(diags::success_unknown(entry.place("number"), &number)),
            Some((_, Some(_))) => {
                entry.tell(diags::success_repeated(entry.place("number"), &number));
            }
            Some((found, entered)) => {
                *entered = Some(entry.place("number"));
                *found = finding;
            }
        }
    }
}

fn results(entry: &mut Keys<'_>, findings: Findings) -> Results {
    let results = Results {
        claim: named(entry, "claim", &CLAIMS, false),
        by: entry.words("by"),
        date: day(entry),
        pages: entry.words("pages"),
        tools: entry.words("tools"),
        findings: findings.all,
    };
    let Some(claim) = results.claim else { return results };
    let with = |outcome| -> Vec<&'static str> {
        let found = results.of(true).filter(|(_, finding)| finding.outcome == outcome);
        found.map(|(criterion, _)| criterion.number).collect()
    };
    let (untested, failed) = (with(Outcome::Untested), with(Outcome::Fail));
    if !untested.is_empty() {
        entry.tell(diags::claim_untested(entry.place("claim"), &untested));
    } else if claim == Claim::Conforms && !failed.is_empty() {
        entry.tell(diags::claim_failed(entry.place("claim"), &failed));
    } else if results.date.is_none() && !entry.has("date") {
        entry.tell(diags::claim_undated(entry.place("claim")));
    }
    results
}

/// One of a few words; another is told.
fn named<T: Copy>(
    entry: &mut Keys<'_>,
    key: &str,
    known: &[(&str, T)],
    required: bool,
) -> Option<T> {
    let written = if required { entry.required_text(key) } else { entry.maybe_text(key) }?;
    let found = known.iter().find(|(name, _)| *name == written);
    if found.is_none() {
        let names = known.iter().map(|(name, _)| *name);
        entry.tell(diags::accessibility_word(entry.place(key), &written, names));
    }
    found.map(|(_, value)| *value)
}
