//! The method of a criteria set: tests, questions, decision table, parameters.

use std::collections::{BTreeMap, BTreeSet};

use super::criteria::{Notes, Reader, each};
use super::diags;
use crate::load::Keys;
use crate::model::tables::facts;
use crate::model::{
    Answers, Atom, Basis, Change, Condition, CriteriaSet, Input, Inquiry, Method, NamedScenario,
    Outcome, Parameter, Prompt, Reading, Rule, Scenario, Sentence, State, StudyMethod, Test,
};
use crate::text::Place;

/// The years STEP2 may look ahead.
const LONGEST_HORIZON: i64 = 60;

/// Reads the method into a set whose criteria and steps have been read.
pub fn read(reader: &Reader<'_>, root: &mut Keys<'_>, set: &mut CriteriaSet, notes: &mut Notes) {
    if let Some(mut entry) = root.table("answers") {
        set.answers = answers(&mut entry);
        entry.finish(notes);
    }
    set.tests = list(root, "test", notes, |one| &one.id, |entry| test(entry, set));
    set.atoms = list(root, "atom", notes, |one| &one.id, |entry| atom(entry, set));
    set.inputs = list(root, "input", notes, |one| &one.id, |entry| input(entry, set));
    set.methods = list(root, "method", notes, |one| &one.id, |entry| study_method(entry, set));
    set.outcomes = list(root, "outcome", notes, |one| &one.id, outcome);
    set.prompts = list(root, "prompt", notes, |one| &one.id, |entry| prompt(entry, set));
    set.readings = list(root, "reading", notes, |one| &one.id, |entry| reading(reader, entry, set));
    let scenarios = list(root, "scenario", notes, |one: &Option<_>| scenario_id(one), scenario);
    set.scenarios = scenarios.into_iter().flatten().collect();
    sentences(root, set, notes);
    parameters(reader, root, set, notes);
}

/// Reads every table of `[[KEY]]`; an id stands once in its list.
fn list<T>(
    root: &mut Keys<'_>,
    key: &str,
    notes: &mut Notes,
    id: fn(&T) -> &str,
    mut read: impl FnMut(&mut Keys<'_>) -> T,
) -> Vec<T> {
    let mut seen = BTreeSet::new();
    each(root, key, notes, |entry, _| {
        let one = read(entry);
        let id = id(&one);
        if !id.is_empty() && !seen.insert(id.to_owned()) {
            entry.tell(diags::id_repeated_toml(entry.place("id"), id));
        }
        one
    })
}

fn answers(entry: &mut Keys<'_>) -> Answers {
    Answers {
        states: State::ALL.map(|state| entry.words(state.code())),
        not_applicable: entry.words("not_applicable"),
    }
}

fn test(entry: &mut Keys<'_>, set: &CriteriaSet) -> Test {
    let step = entry.text("step");
    if !step.is_empty() && !set.steps.iter().any(|one| one.id == step) {
        let steps = set.steps.iter().map(|one| one.id.as_str());
        entry.tell(diags::set_name(entry.place("step"), diags::STEP, &step, steps));
    }
    let written = entry.required_text("rule");
    let rule = written.as_deref().and_then(|name| Rule::NAMED.iter().find(|rule| rule.0 == name));
    if let (Some(name), None) = (&written, rule) {
        let names = Rule::NAMED.iter().map(|rule| rule.0);
        entry.tell(diags::set_name(entry.place("rule"), diags::RULE, name, names));
    }
    let tone = entry.maybe_text("not_met_tone");
    if let Some(tone) = tone.as_ref().filter(|tone| *tone != "caution") {
        let tones = ["caution"].into_iter();
        entry.tell(diags::set_name(entry.place("not_met_tone"), diags::TONE, tone, tones));
    }
    Test {
        id: entry.text("id"),
        step,
        item: item(entry, set),
        rule: rule.map(|rule| rule.1).unwrap_or_default(),
        label: entry.words("label"),
        states: State::ALL.map(|state| entry.words(state.code())),
        reading: entry.words("reading"),
        is_caution: tone.is_some(),
    }
}

fn atom(entry: &mut Keys<'_>, set: &CriteriaSet) -> Atom {
    Atom {
        id: entry.text("id"),
        test: test_id(entry, "test", set),
        item: item(entry, set),
        label: entry.words("label"),
        inquiry: entry.has("question_ja").then(|| inquiry(entry)),
    }
}

fn input(entry: &mut Keys<'_>, set: &CriteriaSet) -> Input {
    Input {
        id: input_id(entry, "id"),
        test: test_id(entry, "test", set).unwrap_or_default(),
        label: entry.words("label"),
        inquiry: inquiry(entry),
    }
}

/// The name of something the computation needs.
pub fn input_id(entry: &mut Keys<'_>, key: &str) -> String {
    let id = entry.text(key);
    if !id.is_empty() && !Input::KNOWN.contains(&id.as_str()) {
        let known = Input::KNOWN.into_iter();
        entry.tell(diags::set_name(entry.place(key), diags::INPUT, &id, known));
    }
    id
}

fn inquiry(entry: &mut Keys<'_>) -> Inquiry {
    Inquiry {
        question: entry.words("question"),
        form: entry.words("form"),
        ask: entry.words("ask"),
    }
}

fn study_method(entry: &mut Keys<'_>, set: &CriteriaSet) -> StudyMethod {
    StudyMethod { id: entry.text("id"), item: item(entry, set), label: entry.words("label") }
}

fn outcome(entry: &mut Keys<'_>) -> Outcome {
    Outcome { id: entry.text("id"), label: entry.words("label") }
}

fn prompt(entry: &mut Keys<'_>, set: &CriteriaSet) -> Prompt {
    let at = entry.text("at");
    let places =
        || set.tests.iter().map(|one| &*one.id).chain(set.methods.iter().map(|one| &*one.id));
    if !at.is_empty() && !places().any(|one| one == at) {
        entry.tell(diags::set_name(entry.place("at"), diags::STAND, &at, places()));
    }
    Prompt {
        id: entry.text("id"),
        at,
        conditions: conditions(entry, set),
        text: entry.words("text"),
    }
}

fn conditions(entry: &mut Keys<'_>, set: &CriteriaSet) -> Vec<Condition> {
    let mut conditions = Vec::new();
    if let Some(atom) = entry.maybe_text("atom") {
        if set.atom(&atom).is_none() {
            let atoms = set.atoms.iter().map(|one| one.id.as_str());
            entry.tell(diags::set_name(entry.place("atom"), diags::QUESTION, &atom, atoms));
        }
        conditions.push(Condition::Atom(atom, states(entry, "states")));
    } else if let Some(test) = test_id(entry, "test", set) {
        conditions.push(Condition::Test(test, states(entry, "states")));
    }
    if let Some(criterion) = entry.maybe_text("criterion") {
        if !set.criteria.iter().any(|one| one.id == criterion) {
            let criteria = set.criteria.iter().map(|one| one.id.as_str());
            let place = entry.place("criterion");
            entry.tell(diags::set_name(place, diags::CRITERION, &criterion, criteria));
        }
        conditions.push(Condition::Criterion(criterion));
    }
    conditions
}

fn sentence(entry: &mut Keys<'_>, set: &CriteriaSet) -> Sentence {
    let named = set.tests.iter().filter(|test| entry.has(&test.id)).map(|test| test.id.clone());
    let named: Vec<String> = named.collect();
    // Tests that are not named are no missing keys, only keys somebody might have meant.
    for test in set.tests.iter().filter(|test| !named.contains(&test.id)) {
        entry.maybe_text(&test.id);
    }
    let text = entry.words("text");
    for (key, text) in [("text_ja", &text.ja), ("text_en", &text.en)] {
        let unknown = placeholders(text).find(|name| set.test(name).is_none());
        if let Some(name) = unknown {
            let tests = set.tests.iter().map(|one| one.id.as_str());
            entry.tell(diags::set_name(entry.place(key), diags::TEST, name, tests));
        }
    }
    let pattern = named.into_iter().map(|test| {
        let states = states(entry, &test);
        (test, states)
    });
    Sentence { pattern: pattern.collect(), text }
}

/// The names in braces.
fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0))
}

fn reading(reader: &Reader<'_>, entry: &mut Keys<'_>, set: &CriteriaSet) -> Reading {
    let step = entry.text("step");
    let steps = set.steps.iter().map(|one| one.id.as_str()).chain(["criteria"]);
    if !step.is_empty() && !steps.clone().any(|one| one == step) {
        entry.tell(diags::set_name(entry.place("step"), diags::STEP, &step, steps));
    }
    Reading {
        id: entry.text("id"),
        step,
        word: entry.words("word"),
        text: entry.words("text"),
        source: reader.source(entry),
    }
}

fn parameter(reader: &Reader<'_>, entry: &mut Keys<'_>) -> Parameter {
    let basis = match entry.required_text("basis").as_deref() {
        Some("external") => Basis::External(entry.words("source")),
        Some(other) if other != "editor" => {
            let known = ["editor", "external"].into_iter();
            entry.tell(diags::set_name(entry.place("basis"), diags::BASIS, other, known));
            Basis::Editor
        }
        _ => Basis::Editor,
    };
    Parameter {
        id: entry.text("id"),
        values: entry.integers("values"),
        label: entry.words("label"),
        text: entry.words("text"),
        basis,
        fact: entry.has("fact").then(|| reader.known(entry, "fact", facts::SPEC.name)),
    }
}

fn scenario_id(scenario: &Option<NamedScenario>) -> &str {
    scenario.as_ref().map_or("", |one| &one.scenario.id)
}

fn scenario(entry: &mut Keys<'_>) -> Option<NamedScenario> {
    let id = entry.text("id");
    let label = entry.words("label");
    let change = entry.required_text("change");
    let value = entry.required_integer("value");
    let (change, value) = (change?, value?);
    let place = entry.place("value");
    if value < 0 || (change == "delay" && value > LONGEST_HORIZON) {
        entry.tell(diags::scenario(place, value));
        return None;
    }
    let change = match change.as_str() {
        "cost" => Change::Cost(value),
        "operating" => Change::Operating(value),
        "benefit" => Change::Benefit(value),
        "adoption" if value <= 1000 => Change::Adoption(value),
        "delay" => Change::Delay(value),
        "adoption" => {
            entry.tell(diags::scenario(place, value));
            return None;
        }
        other => {
            let known = ["cost", "operating", "benefit", "adoption", "delay"].into_iter();
            entry.tell(diags::set_name(entry.place("change"), diags::CHANGE, other, known));
            return None;
        }
    };
    Some(NamedScenario { scenario: Scenario { id, change }, label })
}

/// The parameters, and the method as the computation takes it from them.
fn parameters(reader: &Reader<'_>, root: &mut Keys<'_>, set: &mut CriteriaSet, notes: &mut Notes) {
    let mut places = BTreeMap::new();
    set.parameters = list(
        root,
        "parameter",
        notes,
        |one| &one.id,
        |entry| {
            let parameter = parameter(reader, entry);
            places.insert(parameter.id.clone(), entry.place("values"));
            parameter
        },
    );
    set.method = method(reader, set);
    if set.tests.iter().any(|test| test.rule.is_computed()) {
        deciding(root, &set.method, &places);
    }
}

fn method(reader: &Reader<'_>, set: &CriteriaSet) -> Method {
    let values = |id: &str| {
        let parameter = set.parameters.iter().find(|one| one.id == id);
        parameter.map(|one| one.values.clone()).unwrap_or_default()
    };
    let plausible = set.parameters.iter().find(|one| one.id == "plausible");
    let fact = plausible.and_then(|one| reader.dataset.row(facts::SPEC.name, one.fact.as_deref()?));
    Method {
        horizons: values("horizons"),
        deciding: values("deciding").first().copied().unwrap_or_default(),
        rates: values("rates"),
        scenarios: set.scenarios.iter().map(|one| one.scenario.clone()).collect(),
        plausible: fact.and_then(|row| row.get(facts::value)).map(|value| value.digits()),
    }
}

/// Where something is computed there are years to compute, and rates with zero among them: states
/// are undiscounted.
fn deciding(root: &mut Keys<'_>, method: &Method, places: &BTreeMap<String, Place>) {
    let fits = |years: &i64| (1..=LONGEST_HORIZON).contains(years);
    let place = |root: &Keys<'_>, id: &str| {
        places.get(id).cloned().unwrap_or_else(|| root.place("parameter"))
    };
    if !method.horizons.iter().all(fits) || !method.horizons.contains(&method.deciding) {
        root.tell(diags::horizons(place(root, "horizons"), LONGEST_HORIZON));
    }
    if !method.rates.contains(&0) || method.rates.iter().any(|rate| *rate < 0) {
        root.tell(diags::rates(place(root, "rates")));
    }
}

/// The decision table: a sentence for every combination, and none that is never said.
fn sentences(root: &mut Keys<'_>, set: &mut CriteriaSet, notes: &mut Notes) {
    let mut places = Vec::new();
    set.sentences = each(root, "sentence", notes, |entry, _| {
        places.push(entry.place("text_ja"));
        sentence(entry, set)
    });
    if set.tests.is_empty() {
        return;
    }
    let mut reached = BTreeSet::new();
    let mut missing = None;
    for states in combinations(set.tests.len()) {
        let named = set.tests.iter().map(|test| test.id.as_str()).zip(states);
        let named: Vec<(&str, State)> = named.collect();
        match set.sentences.iter().position(|sentence| sentence.fits(&named)) {
            Some(at) => {
                reached.insert(at);
            }
            None => missing = missing.or(Some(named)),
        }
    }
    if let Some(states) = missing {
        root.tell(diags::sentence_missing(root.place("sentence"), &states));
    }
    let idle = places.into_iter().enumerate().filter(|(at, _)| !reached.contains(at));
    idle.for_each(|(_, place)| root.tell(diags::sentence_unreached(place)));
}

/// Every combination of states for so many tests.
fn combinations(tests: usize) -> Vec<Vec<State>> {
    let mut all = vec![Vec::new()];
    for _ in 0..tests {
        let longer = all.iter().flat_map(|states| {
            State::ALL.map(|state| states.iter().copied().chain([state]).collect::<Vec<_>>())
        });
        all = longer.collect();
    }
    all
}

/// The sentence of the steps an entry quotes.
fn item(entry: &mut Keys<'_>, set: &CriteriaSet) -> Option<String> {
    let id = entry.maybe_text("item")?;
    if set.item(&id).is_none() {
        let items = set.steps.iter().flat_map(|step| &step.items);
        let items = items.map(|one| one.id.as_str());
        entry.tell(diags::set_name(entry.place("item"), diags::ITEM, &id, items));
        return None;
    }
    Some(id)
}

fn test_id(entry: &mut Keys<'_>, key: &str, set: &CriteriaSet) -> Option<String> {
    let id = entry.maybe_text(key)?;
    if set.test(&id).is_none() {
        let tests = set.tests.iter().map(|one| one.id.as_str());
        entry.tell(diags::set_name(entry.place(key), diags::TEST, &id, tests));
    }
    Some(id)
}

/// One or more states, separated by blanks.
fn states(entry: &mut Keys<'_>, key: &str) -> Vec<State> {
    let written = entry.text(key);
    let mut states = Vec::new();
    for name in written.split_whitespace() {
        match State::named(name) {
            Some(state) => states.push(state),
            None => {
                let known = State::ALL.iter().map(|state| state.code());
                entry.tell(diags::set_name(entry.place(key), diags::STATE, name, known));
            }
        }
    }
    states
}
