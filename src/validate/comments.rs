//! What reviewers wrote, checked: comments, one in a file, and sign-offs.

use super::{date, diags};
use crate::diag::{Checked, Diagnostic};
use crate::load::{Keys, RawToml, keys};
use crate::model::{Comment, Commentary, Date, SignOff};

const SIGN_OFF: &str = "sign_off";

/// Checks every file of the folder `review`.
pub fn comments(raw: &[RawToml]) -> Checked<Commentary> {
    let mut notes = Vec::new();
    let mut commentary = Commentary::default();
    for file in raw {
        let mut root = keys(&file.path, &file.root);
        match root.has(SIGN_OFF) {
            true => {
                let tables = root.tables(SIGN_OFF);
                let read = tables.into_iter().filter_map(|one| sign_off(one, &mut notes));
                commentary.sign_offs.extend(read.collect::<Vec<_>>());
                root.finish(&mut notes);
            }
            false => commentary.comments.extend(comment(root, &mut notes)),
        }
    }
    Checked { value: commentary, notes }
}

fn comment(mut keys: Keys<'_>, notes: &mut Vec<Diagnostic>) -> Option<Comment> {
    let page_place = keys.place("page");
    let page = required(&mut keys, "page", notes);
    let anchor = keys.maybe_text("anchor").unwrap_or_default();
    let words = keys.maybe_text("words").unwrap_or_default();
    let who = required(&mut keys, "who", notes);
    let on = day(&mut keys, "on", notes);
    let text = required(&mut keys, "text", notes);
    let settled = match keys.is_flag("settled") {
        true => {
            notes.push(diags::comment_settled(keys.place("settled")));
            keys.flag("settled");
            String::new()
        }
        false => keys.maybe_text("settled").unwrap_or_default(),
    };
    let path = keys.path().clone();
    keys.finish(notes);
    let page = page?.trim_start_matches('/').to_owned();
    let page = if page.is_empty() || page.ends_with('/') { page + "index.html" } else { page };
    Some(Comment {
        path,
        page,
        page_place,
        anchor,
        words,
        who: who?,
        on,
        text: text?,
        settled: settled.trim().to_owned(),
    })
}

fn sign_off(mut keys: Keys<'_>, notes: &mut Vec<Diagnostic>) -> Option<SignOff> {
    let edition = day(&mut keys, "edition", notes);
    let who = required(&mut keys, "who", notes);
    let on = day(&mut keys, "on", notes);
    let note = keys.maybe_text("note").unwrap_or_default();
    keys.finish(notes);
    Some(SignOff { edition: edition?.to_string(), who: who?, on, note })
}

/// A text with something in it.
fn required(keys: &mut Keys<'_>, key: &str, notes: &mut Vec<Diagnostic>) -> Option<String> {
    let place = keys.place(key);
    let text = keys.required_text(key)?;
    if text.trim().is_empty() {
        notes.push(diags::comment_empty(place, key));
        return None;
    }
    Some(text.trim().to_owned())
}

fn day(keys: &mut Keys<'_>, key: &str, notes: &mut Vec<Diagnostic>) -> Option<Date> {
    let place = keys.place(key);
    if !keys.has(key) {
        keys.required_text(key);
        return None;
    }
    let written = keys.maybe_date_text(key)?;
    match date(&written) {
        Some(day @ Date::Day(..)) => return Some(day),
        Some(_) => notes.push(diags::comment_day(place, key, &written)),
        None => notes.push(diags::date(place, &written)),
    }
    None
}
