//! How an area stands, put into words: states, reasons, gaps. The words of the method come from
//! the criteria set; here is only what joins them.

use super::effect;
use super::scribe::Scribe;
use super::view::{
    EvidenceView, GapView, JudgementView, Link, QuestionView, QuoteView, StandingView, StateView,
    StudyView, TableView, TestView,
};
use super::words::{self, sentence};
use crate::model::tables::{evidence, judgements};
use crate::model::{
    Assessment, Atom, AtomFinding, CriteriaSet, Gap, Inquiry, Missing, Reason, Row, State, Test,
    TestFinding,
};
use crate::text::Words;

/// Words one area's findings in one language.
pub struct Teller<'a> {
    /// the writer of the page
    pub scribe: Scribe<'a>,
    /// the set the area was assessed by
    pub set: &'a CriteriaSet,
    /// the area
    pub area: &'a str,
    /// where it stands
    pub assessment: &'a Assessment,
}

impl<'a> Teller<'a> {
    /// The sentence of the decision table, its states filled in.
    pub fn summary(&self) -> String {
        let row = self.assessment.sentence.and_then(|at| self.set.sentences.get(at));
        let mut text = row.map(|row| self.scribe.word(&row.text)).unwrap_or_default();
        for (test, finding) in self.tests() {
            let state = self.scribe.word(test.state(finding.state));
            text = text.replace(&format!("{{{}}}", test.id), &state);
        }
        text
    }

    /// What stands side by side.
    pub fn standing(&self) -> Vec<StandingView> {
        self.tests()
            .map(|(test, finding)| StandingView {
                id: test.id.clone(),
                label: self.scribe.word(&test.label),
                state: self.state(test, finding.state),
                leads: counted(
                    &self.scribe,
                    finding.atoms.iter().map(|atom| atom.leads.len()).sum(),
                ),
                aside: self.aside(finding),
                href: self.to_test(&test.id),
            })
            .collect()
    }

    /// Every test, opened, with the tables of what was computed.
    pub fn opened(&self) -> Vec<TestView> {
        self.tests()
            .map(|(test, finding)| TestView {
                id: test.id.clone(),
                step: self.step(&test.step),
                label: self.scribe.word(&test.label),
                state: self.state(test, finding.state),
                rule: self.rule(test.item.as_deref()),
                examples: self.examples(test.item.as_deref()),
                combined: self.scribe.word(&test.reading),
                reasons: self.reasons(&finding.reasons),
                missing: self.missing_inputs(&test.id),
                questions: finding.atoms.iter().filter_map(|atom| self.question(atom)).collect(),
                computed: self.computed(test),
                prompts: self.prompts(&test.id),
            })
            .collect()
    }

    /// What was computed for a test, as tables; none where no inputs were entered.
    fn computed(&self, test: &Test) -> Vec<TableView> {
        let estimate = self.scribe.dataset.estimates.get(self.area);
        let parts = estimate.zip(self.assessment.effect.as_ref());
        parts.map_or_else(Vec::new, |(estimate, result)| {
            effect::tables(&self.scribe, self.set, estimate, result, test.rule)
        })
    }

    /// The inputs a computed test misses.
    fn missing_inputs(&self, test: &str) -> Vec<Link> {
        let gaps = self.assessment.gaps.iter().filter(|gap| gap.test.as_deref() == Some(test));
        let inputs = gaps.filter_map(|gap| match &gap.missing {
            Missing::Input(_) => Some((&gap.missing, missing(self.set, &gap.missing)?.0)),
            Missing::Atom(_) => None,
        });
        let link = |(missing, label): (&Missing, &Words)| Link {
            label: self.scribe.word(label),
            href: self.scribe.to_anchor("evidence-gaps", &gap_anchor(missing)),
        };
        inputs.map(link).collect()
    }

    /// The questions that belong to no test.
    pub fn traits(&self) -> Vec<QuestionView> {
        self.assessment.traits.iter().filter_map(|atom| self.question(atom)).collect()
    }

    /// The ways to study feasibility, each with the prompts that apply.
    pub fn studies(&self) -> Vec<StudyView> {
        let methods = self.set.methods.iter();
        methods
            .map(|method| StudyView {
                id: method.id.clone(),
                label: self.scribe.word(&method.label),
                text: self.rule(method.item.as_deref()),
                prompts: self.prompts(&method.id),
            })
            .collect()
    }

    /// Each test with what was found.
    fn tests(&self) -> impl Iterator<Item = (&'a Test, &'a TestFinding)> {
        let found = |test: &'a Test| Some((test, self.assessment.test(&test.id)?));
        self.set.tests.iter().filter_map(found)
    }

    /// A state as the set calls it.
    pub fn state(&self, test: &Test, state: State) -> StateView {
        let tone = match state {
            State::Met => "met",
            State::NotMet if test.is_caution => "caution",
            State::NotMet => "denied",
            State::Insufficient => "open",
        };
        StateView { label: self.scribe.word(test.state(state)), tone }
    }

    /// What a reader of the state alone would miss.
    fn aside(&self, finding: &TestFinding) -> Option<String> {
        let qualitative =
            finding.reasons.iter().any(|reason| matches!(reason, Reason::Qualitative(_)));
        qualitative.then(|| self.scribe.say(words::QUALITATIVE))
    }

    fn to_test(&self, test: &str) -> String {
        self.scribe.to_anchor(&format!("areas/{}", self.area), &format!("test-{test}"))
    }

    fn step(&self, step: &str) -> Link {
        Link { label: step.to_owned(), href: self.scribe.to_anchor("process", step) }
    }

    /// A sentence of the steps, quoted.
    fn rule(&self, item: Option<&str>) -> Option<QuoteView> {
        let (step, item) = self.set.item(item?)?;
        let mut quote = self.scribe.quote(&item.text, &Words::default(), &step.source);
        quote.about = Some(step.id.clone());
        Some(quote)
    }

    /// What the document names as examples under a sentence, at whatever depth.
    fn examples(&self, item: Option<&str>) -> Vec<String> {
        let Some((step, top)) = item.and_then(|id| self.set.item(id)) else { return Vec::new() };
        let examples = step.items.iter().filter(|one| one.role == "example");
        let below = examples.filter(|one| step.is_below(one, &top.id));
        below.map(|one| self.scribe.word(&one.text)).collect()
    }

    fn prompts(&self, at: &str) -> Vec<String> {
        let here = self.set.prompts.iter().filter(|prompt| prompt.at == at);
        let applying = here.filter(|prompt| self.assessment.prompts.contains(&prompt.id));
        applying.map(|prompt| self.scribe.word(&prompt.text)).collect()
    }

    fn question(&self, finding: &AtomFinding) -> Option<QuestionView> {
        let atom = self.set.atom(&finding.atom)?;
        let test = atom.test.as_deref().and_then(|id| self.set.test(id));
        let judged = test.is_none_or(|test| !test.rule.is_computed()) && atom.inquiry.is_some();
        let view = |id: &String| Some(self.scribe.evidence(self.row(evidence::SPEC.name, id)?));
        Some(QuestionView {
            id: atom.id.clone(),
            label: self.scribe.word(&atom.label),
            state: judged.then(|| self.answer(finding.state)),
            counted: counted(&self.scribe, finding.leads.len()),
            rule: self.rule(atom.item.as_deref()),
            judgement: finding.judgement.as_ref().and_then(|id| self.judgement(id)),
            reasons: if judged { self.reasons(&finding.reasons) } else { Vec::new() },
            evidence: finding.evidence.iter().filter_map(view).collect(),
            leads: finding.leads.iter().filter_map(view).collect(),
            gap: self.gap_of(atom),
        })
    }

    /// How one question stands. Tests may call their states by other names; questions do not.
    fn answer(&self, state: Option<State>) -> StateView {
        let tone = match state {
            Some(State::Met) => "met",
            Some(State::NotMet) => "denied",
            Some(State::Insufficient) => "open",
            None => "unasked",
        };
        StateView { label: self.scribe.word(self.set.answers.of(state)), tone }
    }

    fn row(&self, table: &str, id: &str) -> Option<&'a Row> {
        self.scribe.dataset.row(table, id)
    }

    fn judgement(&self, id: &str) -> Option<JudgementView> {
        let row = self.row(judgements::SPEC.name, id)?;
        let reason = row.get(judgements::reason)?;
        let by = row.get(judgements::decided_by).map(|by| self.scribe.word(by));
        let on = row.get(judgements::decided_on).map(|date| date.shown(self.scribe.language));
        let by = by.into_iter().chain(on).collect::<Vec<_>>();
        Some(JudgementView {
            reason: self.scribe.word(reason),
            by: by.join(words::LIST_SEPARATOR.get(self.scribe.language)),
            row: Link {
                label: self.scribe.say(words::JUDGEMENT_ROW),
                href: self.scribe.to_anchor(&format!("data/{}", judgements::SPEC.name), id),
            },
        })
    }

    fn reasons(&self, reasons: &[Reason]) -> Vec<String> {
        reasons.iter().map(|reason| self.reason(reason)).collect()
    }

    fn reason(&self, reason: &Reason) -> String {
        let named = |state: &State| self.answer(Some(*state)).label;
        let language = self.scribe.language;
        match reason {
            Reason::Unjudged => self.scribe.say(words::REASON_UNJUDGED),
            Reason::NotAsked => self.scribe.say(words::REASON_NOT_ASKED),
            Reason::NothingAsked => self.scribe.say(words::REASON_NOTHING_ASKED),
            Reason::NoInputs => self.scribe.say(words::REASON_NO_INPUTS),
            Reason::Computed => self.scribe.say(words::REASON_COMPUTED),
            Reason::Doubted => self.scribe.say(words::REASON_DOUBTED),
            Reason::FallsBack => self.scribe.say(words::REASON_FALLS_BACK),
            Reason::Judged(State::Insufficient) => self.scribe.say(words::REASON_LOOKED),
            Reason::Judged(state) => sentence(
                language,
                format!("根拠に基づき「{}」と判断されています。", named(state)),
                format!("Judged \u{201c}{}\u{201d} on the evidence below.", named(state)),
            ),
            Reason::Unsupported(state) => sentence(
                language,
                format!(
                    "「{}」と記入されていますが、それを支える調査・制度・記述がないため、判断材料不足として扱います。",
                    named(state)
                ),
                format!(
                    "Entered as \u{201c}{}\u{201d}, but no survey, law or statement carries it; it counts as insufficient evidence.",
                    named(state)
                ),
            ),
            Reason::Contrary(_) => self.scribe.say(words::REASON_CONTRARY),
            Reason::Qualitative(state) => sentence(
                language,
                format!(
                    "定性的な根拠として「{}」と判断されています。計算による状態には置き換わりません。",
                    named(state)
                ),
                format!(
                    "Qualitative ground: judged \u{201c}{}\u{201d}. It stands beside the computed state and does not replace it.",
                    named(state)
                ),
            ),
        }
    }

    fn gap_of(&self, atom: &Atom) -> Option<GapView> {
        let is_this = |gap: &&Gap| gap.missing == Missing::Atom(atom.id.clone());
        let gap = self.assessment.gaps.iter().find(is_this)?;
        self.gap(gap)
    }

    /// What is missing, as a question one can send out.
    pub fn gap(&self, gap: &Gap) -> Option<GapView> {
        let (label, inquiry) = missing(self.set, &gap.missing)?;
        let outcomes = outcomes(self.set, self.assessment, gap);
        let outcomes = outcomes.iter().map(|words| self.scribe.word(words)).collect();
        Some(self.scribe.inquiry(label, inquiry, outcomes))
    }
}

/// What an answer could change, in both languages.
pub fn outcomes(set: &CriteriaSet, assessment: &Assessment, gap: &Gap) -> Vec<Words> {
    let Some(test) = gap.test.as_deref().and_then(|id| set.test(id)) else {
        return vec![words::GAP_PROMPTS.words()];
    };
    if test.rule.is_computed() {
        return vec![words::GAP_COMPUTED.words()];
    }
    let now = assessment.test(&test.id).map(|finding| finding.state);
    if gap.could_become.iter().all(|(_, state)| Some(*state) == now) {
        return vec![Words::new(
            format!("{}の状態は変わりません。", test.label.ja),
            format!("The state of {} does not change.", test.label.en.to_lowercase()),
        )];
    }
    let all = gap.could_become.iter();
    all.map(|(answer, state)| outcome(set, test, *answer, *state, now)).collect()
}

/// `「根拠あり」なら、ニーズは「根拠あり」`.
fn outcome(
    set: &CriteriaSet,
    test: &Test,
    answer: State,
    state: State,
    now: Option<State>,
) -> Words {
    let (still_ja, still_en) = if now == Some(state) { ("のまま", "still ") } else { ("", "") };
    let (answer, state) = (set.answers.of(Some(answer)), test.state(state));
    let Words { ja, en } = &test.label;
    Words {
        ja: format!("「{}」なら、{ja}は「{}」{still_ja}", answer.ja, state.ja),
        en: format!(
            "if \u{201c}{}\u{201d}: {en} {still_en}\u{201c}{}\u{201d}",
            answer.en, state.en
        ),
    }
}

/// What a gap asks for, by the words of the set.
pub fn missing<'a>(set: &'a CriteriaSet, missing: &Missing) -> Option<(&'a Words, &'a Inquiry)> {
    match missing {
        Missing::Atom(id) => {
            let atom = set.atom(id)?;
            Some((&atom.label, atom.inquiry.as_ref()?))
        }
        Missing::Input(id) => {
            let input = set.input(id)?;
            Some((&input.label, &input.inquiry))
        }
    }
}

/// Where a gap stands on the page of gaps.
pub fn gap_anchor(missing: &Missing) -> String {
    match missing {
        Missing::Atom(id) => format!("gap-{id}"),
        Missing::Input(id) => format!("gap-input-{id}"),
    }
}

/// So many leads, in words: none is something to say too.
pub fn counted(scribe: &Scribe<'_>, leads: usize) -> String {
    match leads {
        0 => scribe.say(words::NO_LEADS),
        1 => sentence(scribe.language, "手がかり1件".to_owned(), "1 lead".to_owned()),
        _ => sentence(scribe.language, format!("手がかり{leads}件"), format!("{leads} leads")),
    }
}

impl Scribe<'_> {
    /// A quotation without anything beside it.
    pub fn quote(&self, text: &Words, note: &Words, source: &str) -> QuoteView {
        QuoteView {
            about: None,
            text: self.word(text),
            verbatim: self.language == crate::text::Language::Ja,
            note: self.note(note),
            source: self.citation(source),
        }
    }

    /// A piece of evidence, or a lead.
    pub fn evidence(&self, row: &Row) -> EvidenceView {
        let strength = row.get(evidence::strength);
        EvidenceView {
            strength: strength.map(|entry| self.say(entry.label)).unwrap_or_default(),
            code: strength.map_or("", |entry| entry.code),
            direction: row
                .get(evidence::direction)
                .map(|entry| self.say(entry.label))
                .unwrap_or_default(),
            text: self.word(&row.words(evidence::text)),
            note: self.note(&row.note),
            source: self.source(&evidence::SPEC, row).unwrap_or_default(),
        }
    }

    /// A question one can send out.
    pub fn inquiry(&self, label: &Words, inquiry: &Inquiry, outcomes: Vec<String>) -> GapView {
        GapView {
            label: self.word(label),
            question: self.word(&inquiry.question),
            form: self.word(&inquiry.form),
            ask: self.word(&inquiry.ask),
            outcomes,
        }
    }
}
