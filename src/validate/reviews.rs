//! `last_reviewed_on` and `review_in`: of a page in its front matter, of tables in the settings.

use super::{date, diags};
use crate::diag::{Checked, Diagnostic};
use crate::load::{Keys, Raw, RawPage, keys};
use crate::model::tables::{TABLES, named};
use crate::model::{Date, Review, months_later};
use crate::text::{Place, Span};

const ON: &str = "last_reviewed_on";
const IN: &str = "review_in";

/// How far ahead a review may be.
const MONTHS_MOST: u16 = 120;

/// Everything that is to be looked at again.
pub fn check(raw: &Raw) -> Checked<Vec<Review>> {
    let mut notes = Vec::new();
    let mut reviews: Vec<Review> =
        raw.pages.iter().filter_map(|page| of_page(page, &mut notes)).collect();
    if let Some(settings) = &raw.settings {
        // `settings` asks for the same tables and tells what is wrong with their form.
        let entries = keys(&settings.path, &settings.root).tables("review");
        let entries = entries.into_iter().map(|mut keys| of_tables(&mut keys, &mut notes));
        reviews.extend(entries.flatten());
    }
    Checked { value: reviews, notes }
}

/// Reads an entry of the settings as far as its form goes.
pub fn form(root: &mut Keys<'_>, notes: &mut Vec<Diagnostic>) {
    for mut keys in root.tables("review") {
        keys.texts("tables");
        keys.maybe_date_text(ON);
        keys.maybe_integer(IN);
        keys.finish(notes);
    }
}

fn of_page(page: &RawPage, notes: &mut Vec<Diagnostic>) -> Option<Review> {
    let mut keys = keys(&page.path, &page.front.root);
    if !keys.has(ON) && !keys.has(IN) {
        return None;
    }
    review(&mut keys, format!("/{}", page.route), notes)
}

fn of_tables(keys: &mut Keys<'_>, notes: &mut Vec<Diagnostic>) -> Option<Review> {
    let tables = keys.texts("tables");
    let path = keys.path();
    let place = |span: Span| Place::bytes(path, span.start, span.end);
    let unknown = tables.iter().filter(|table| named(&table.value).is_none());
    notes.extend(unknown.map(|table| {
        let known = TABLES.iter().map(|spec| spec.name);
        diags::review_table(place(table.span), &table.value, known)
    }));
    if tables.is_empty() {
        notes.push(diags::review_of_nothing(keys.place("tables")));
    }
    let names: Vec<String> = tables.into_iter().map(|table| table.value).collect();
    review(keys, names.join(", "), notes)
}

/// The two keys, which stand together or not at all.
fn review(keys: &mut Keys<'_>, of: String, notes: &mut Vec<Diagnostic>) -> Option<Review> {
    let (place, length_at) = (keys.place(ON), keys.place(IN));
    for (own, other) in [(ON, IN), (IN, ON)] {
        if !keys.has(own) {
            notes.push(diags::review_half(keys.place(other), own));
        }
    }
    let written = keys.maybe_date_text(ON);
    let months = keys.maybe_integer(IN).and_then(|months| {
        let fits = u16::try_from(months).ok().filter(|months| (1..=MONTHS_MOST).contains(months));
        if fits.is_none() {
            notes.push(diags::review_months(length_at, months, MONTHS_MOST));
        }
        fits
    });
    let day = written.and_then(|written| {
        let day = date(&written);
        match day {
            None => notes.push(diags::date(place.clone(), &written)),
            Some(Date::Day(..)) => return day,
            Some(_) => notes.push(diags::review_day(place.clone(), &written)),
        }
        None
    });
    Some(Review { due: months_later(day?.first_day(), months?), place, of })
}
