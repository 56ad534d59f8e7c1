//! Pages that have moved: `[moved]` in the settings, and the former ids of areas.

use super::diags;
use super::references::place;
use crate::diag::Checked;
use crate::load::{Keys, Raw, Spanned};
use crate::model::tables::areas;
use crate::model::{Dataset, Moved};
use crate::text::{Place, unfit_for_windows};

/// What the settings say: `"old/place" = "new/place"`.
pub fn written(table: &mut Keys<'_>) -> Vec<Moved> {
    let mut moved = Vec::new();
    for (from, to) in table.pairs() {
        let ends = [&from, &to].map(|end| end_of(table, end));
        let wrong = ends.iter().filter(|(route, _)| !is_route(route));
        let wrong: Vec<_> =
            wrong.map(|(route, place)| diags::moved_form(place.clone(), route)).collect();
        if wrong.is_empty() {
            let [(from, from_place), (to, to_place)] = ends;
            moved.push(Moved { from, to, from_place, to_place });
        }
        wrong.into_iter().for_each(|note| table.tell(note));
    }
    moved
}

fn end_of(table: &Keys<'_>, end: &Spanned<String>) -> (String, Place) {
    let place = Place {
        value: Some(end.value.clone()),
        ..Place::bytes(table.path(), end.span.start, end.span.end)
    };
    (route(&end.value), place)
}

/// The areas that had other ids, which `former_ids` lists with blanks between them.
pub fn renamed(dataset: &Dataset, raw: &Raw) -> Checked<Vec<Moved>> {
    let Some(file) = raw.tables.get(areas::SPEC.name) else { return Checked::default() };
    let mut notes = Vec::new();
    let mut moved = Vec::new();
    for row in dataset.rows(&areas::SPEC) {
        let former = row.get(areas::former_ids).unwrap_or_default().split_whitespace();
        for id in former {
            let at = |header| place(file, &areas::SPEC, row, header);
            let from = format!("areas/{id}");
            if is_route(&from) && !id.contains('/') {
                let to = format!("areas/{}", row.id);
                let (from_place, to_place) = (at("former_ids"), at("id"));
                moved.push(Moved { from, to, from_place, to_place });
            } else {
                notes.push(diags::id_form(at("former_ids"), id));
            }
        }
    }
    Checked { value: moved, notes }
}

/// A place as people copy it from an address or from a folder, or write it as a link.
fn route(written: &str) -> String {
    let written = written.replace('\\', "/");
    let inside = written.trim().trim_start_matches('/');
    inside.strip_suffix("index.html").unwrap_or(inside).trim_end_matches('/').to_owned()
}

/// Whether a folder of the site may have this name; `en` and `assets` hold other things.
fn is_route(route: &str) -> bool {
    let mut parts = route.split('/');
    let is_name = |part: &str| {
        let may = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_');
        !part.is_empty() && part.chars().all(may) && unfit_for_windows(part).is_none()
    };
    let first = parts.clone().next().unwrap_or_default().to_lowercase();
    parts.all(is_name) && first != "en" && first != "assets"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_however_it_is_written() {
        for written in
            ["areas/library", "/areas/library/", " areas/library/index.html ", r"areas\library\"]
        {
            assert_eq!(route(written), "areas/library", "{written}");
        }
        for wrong in
            ["", "en", "en/costs", "assets/a", "a//b", "..", "a.html", "a b", "a?b", "aux", "a/con"]
        {
            assert!(!is_route(wrong), "{wrong}");
        }
        assert!(is_route("old/費用-2"));
    }
}
