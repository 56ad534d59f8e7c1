//! Pages as people write them, and what becomes of them.

mod broken;
mod emphasis;
mod prose;
mod random;

use std::sync::Arc;

use super::*;
use crate::load;
use crate::text::locate;

const FRONT: &str = "+++\ntitle = \"費用\"\n+++\n";

/// A page of the route `costs` with a body.
fn read(body: &str) -> Checked<Document> {
    read_file("content/costs/page.md", &format!("{FRONT}{body}"))
}

fn read_file(path: &str, text: &str) -> Checked<Document> {
    let page = load::page(&SourcePath::new(path), &Arc::from(text));
    assert!(page.notes.is_empty(), "{:?}", page.notes);
    document(&page.value)
}

/// The markup of a body nothing is wrong with; what is left to `plan` stands in braces.
fn html(body: &str) -> String {
    let checked = read(body);
    assert!(checked.notes.is_empty(), "{:?}", checked.notes);
    shown(&checked.value)
}

fn shown(document: &Document) -> String {
    let pieces = document.pieces.iter().map(|piece| match piece {
        Piece::Html(html) => html.clone(),
        Piece::Text(text) => crate::text::escaped(text),
        Piece::Href(link) => match &link.fragment {
            Some(fragment) => format!("{{{}#{fragment}}}", link.target),
            None => format!("{{{}}}", link.target),
        },
        Piece::Figure(figure) => {
            let (table, row, column) = (&figure.table, &figure.row, &figure.column);
            let unit =
                figure.unit.as_ref().map_or(String::new(), |unit| format!("|{}", unit.value));
            format!("{{{}.{}.{}{unit}}}", table.value, row.value, column.value)
        }
        Piece::Block(block) => format!("{{{:?}}}\n", block.kind),
        Piece::Generated => "{generated}\n".to_owned(),
    });
    pieces.collect()
}

/// Code, line in the body, column and the bytes of every message about a body.
fn told(body: &str) -> Vec<String> {
    let text = format!("{FRONT}{body}");
    let above = FRONT.matches('\n').count();
    let mut notes = read(body).notes;
    crate::diag::sort(&mut notes);
    let show = |note: &Diagnostic| {
        let span = note.place.span.unwrap();
        let at = locate(&text, span.start);
        let words = &text[span.start..span.end];
        format!("{} {}:{} {}", note.code.id, at.line - above, at.column, words.trim_end())
    };
    notes.iter().map(show).collect()
}
