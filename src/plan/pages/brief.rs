//! What changed since the newest edition, in a few lines: for an area, and for the first page.

use super::Desk;
use super::changes::{change, counted, edition_link, states, to_row};
use crate::plan::editions::{STATES, Since};
use crate::plan::routes::CHANGES;
use crate::plan::view::{ChangesInBrief, Link, TurnedInBrief, TurnedState};
use crate::plan::words;

/// How many rows an area's page names.
const ROWS: usize = 8;

/// What changed for an area; none where no edition is compared with.
pub fn of_area(desk: &Desk<'_>, id: &str) -> Option<ChangesInBrief> {
    let since = desk.sources.editions.since.as_ref()?;
    let scribe = &desk.scribe;
    let rows = since.rows_about(id);
    let named = rows.iter().take(ROWS).map(|(table, row)| {
        let (table_name, change) = (scribe.word(&table.table.name), scribe.say(change(row.change)));
        let label = words::sentence(
            scribe.language,
            format!("{table_name} {}（{change}）", row.row.id),
            format!("{table_name} {} ({change})", row.row.id),
        );
        Link { label, href: to_row(desk, since, &table.table.id, &row.row.id) }
    });
    let mut others: Vec<Link> = named.collect();
    let left = rows.len().saturating_sub(ROWS);
    others.extend((left > 0).then(|| Link {
        label: counted(desk, words::CHANGES_OTHER_ROWS, left),
        href: scribe.to_anchor(CHANGES, "rows-title"),
    }));
    let turned = since.turned(id).map(|state| turned(desk, since, state));
    Some(ChangesInBrief { turned: turned.collect(), others, ..bare(desk, since) })
}

/// How much changed on the whole; none where nothing did, or no edition is compared with.
pub fn of_site(desk: &Desk<'_>) -> Option<ChangesInBrief> {
    let since = desk.sources.editions.since.as_ref().filter(|since| !since.is_empty())?;
    let comparison = &since.comparison;
    let rows = comparison.tables.iter().map(|table| table.rows.len()).sum::<usize>();
    let keys = comparison.files.iter().map(|file| file.keys.len()).sum::<usize>();
    let counts = [
        (words::CHANGES_STATES, comparison.states.len(), STATES),
        (words::CHANGES_ROWS, rows, "rows-title"),
        (words::CHANGES_KEYS, keys, "keys-title"),
    ];
    let told = counts.into_iter().filter(|(_, count, _)| *count > 0);
    let others = told.map(|(label, count, anchor)| Link {
        label: counted(desk, label, count),
        href: desk.scribe.to_anchor(CHANGES, anchor),
    });
    Some(ChangesInBrief { others: others.collect(), ..bare(desk, since) })
}

fn bare(desk: &Desk<'_>, since: &Since<'_>) -> ChangesInBrief {
    ChangesInBrief {
        since: edition_link(desk, since).label,
        turned: Vec::new(),
        others: Vec::new(),
        page: desk.scribe.link(desk.scribe.say(words::CHANGES), CHANGES),
    }
}

fn turned(desk: &Desk<'_>, since: &Since<'_>, state: &TurnedState) -> TurnedInBrief {
    let (from, to) = states(desk, since, state);
    TurnedInBrief {
        test: Link {
            label: desk.scribe.word(&state.test.name),
            href: desk.scribe.to_anchor(CHANGES, &since.turned_place(&state.area.id)),
        },
        from,
        to,
    }
}
