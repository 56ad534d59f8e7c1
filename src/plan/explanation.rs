//! Where one area stands, by itself: what its page says of states, without the page.

use super::routes::Routes;
use super::scribe::Scribe;
use super::standing::Teller;
use super::view::Explanation;
use super::{Sources, effect};
use crate::model::tables::areas;
use crate::text::{Language, folded};

/// The area an id or a name stands for; else every id there is.
pub fn area(sources: &Sources<'_>, named: &str) -> Result<String, Vec<String>> {
    let rows = sources.dataset.rows(&areas::SPEC);
    let is_named = |words: &crate::text::Words| {
        folded(&words.ja) == folded(named) || folded(&words.en) == folded(named)
    };
    let found = rows.iter().find(|row| row.id == named);
    let found =
        found.or_else(|| rows.iter().find(|row| row.get(areas::name).is_some_and(is_named)));
    found.map(|row| row.id.clone()).ok_or_else(|| rows.iter().map(|row| row.id.clone()).collect())
}

/// Explains an area; links are relative to its page.
pub fn explanation(sources: &Sources<'_>, area: &str, language: Language) -> Option<Explanation> {
    let dataset = sources.dataset;
    let set = dataset.set()?;
    let assessment = sources.assessments.areas.get(area)?;
    // What is wrong with routes is told when the site is planned.
    let routes = Routes::new(sources, &mut Vec::new());
    let route = format!("areas/{area}");
    let scribe = Scribe { dataset, routes: &routes, language, route: &route };
    let teller = Teller { scribe, set, area, assessment };
    Some(Explanation {
        area: area.to_owned(),
        name: scribe.named(areas::SPEC.name, area).0,
        criteria_set: set.id.clone(),
        as_of: dataset.settings.as_of.map(|date| date.to_string()),
        disclaimer: scribe.word(&dataset.settings.disclaimer),
        summary: teller.summary(),
        tests: teller.opened(),
        traits: teller.traits(),
        studies: teller.studies(),
        computed: assessment.effect.as_ref().map(effect::output),
    })
}
