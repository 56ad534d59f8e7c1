//! Fenced blocks of TOML that ask for a chart or a table.

use super::{BlockKind, BlockSpec, Filter, Sort, Spanned, Test, diags};
use crate::diag::Checked;
use crate::load::{Keys, RawPage, filter, keys, parse_toml};
use crate::text::{Place, Span};

/// What the word after a fence asks for, if it is ours.
pub fn kind(language: &str) -> Option<BlockKind> {
    match language.to_ascii_lowercase().as_str() {
        "chart" => Some(BlockKind::Chart),
        "table" => Some(BlockKind::Table),
        "sharing" => Some(BlockKind::Sharing),
        _ => None,
    }
}

/// Reads a block from its opening fence to its closing one.
pub fn block(page: &RawPage, kind: BlockKind, span: Span) -> Checked<Option<BlockSpec>> {
    let place = Place::bytes(&page.path, span.start, span.end);
    let Some(inner) = between_fences(&page.text, span) else {
        let first = page.text.get(span.start..span.end).and_then(|text| text.lines().next());
        let end = span.start + first.map_or(0, str::len);
        let note = diags::block_open(Place::bytes(&page.path, span.start, end));
        return Checked { value: None, notes: vec![note] };
    };
    let text = page.text.get(inner.start..inner.end).unwrap_or("");
    let parsed = parse_toml(&page.path, text, inner.start);
    let is_readable = parsed.notes.is_empty();
    let mut notes = parsed.notes;
    let mut keys = keys(&page.path, &parsed.value);
    let mut reader = Reader { source: &page.text, keys: &mut keys };
    let spec = reader.spec(kind, place);
    let draws = kind != BlockKind::Sharing;
    if draws && is_readable && spec.table.is_some() == spec.file.is_some() {
        let fence = Place::bytes(&page.path, span.start, inner.start);
        keys.tell(diags::block_origin(fence, spec.table.is_some()));
    }
    keys.finish(&mut notes);
    Checked { value: Some(spec), notes }
}

/// The lines between two fences; none where the block runs on to the end of the page.
fn between_fences(source: &str, span: Span) -> Option<Span> {
    let written = source.get(span.start..span.end)?.trim_end();
    let mark = written.chars().next()?;
    let width = written.len() - written.trim_start_matches(mark).len();
    let first = written.find('\n')? + 1;
    let last = written.rfind('\n')? + 1;
    let fence = written.get(last..)?.trim();
    let closes = fence.len() >= width && fence.chars().all(|letter| letter == mark);
    closes.then_some(Span { start: span.start + first, end: span.start + last })
}

struct Reader<'a, 'b> {
    source: &'a str,
    keys: &'b mut Keys<'a>,
}

impl Reader<'_, '_> {
    fn spec(&mut self, kind: BlockKind, place: Place) -> BlockSpec {
        BlockSpec {
            kind,
            // A table has one form only: there the key is told as unknown.
            shape: if kind == BlockKind::Chart { self.text("type") } else { None },
            table: self.text("table"),
            file: self.text("file"),
            label: self.text("label"),
            values: self.texts("values"),
            columns: self.texts("columns"),
            series: self.text("series"),
            filters: self.filters(),
            sort: self.sort(),
            limit: self.limit(),
            unit: self.text("unit"),
            counted: self.text("n"),
            id: self.id(),
            title: self.keys.maybe_text("title"),
            description: self.keys.maybe_text("description"),
            note: self.keys.maybe_text("note"),
            place,
        }
    }

    fn text(&mut self, key: &str) -> Option<Spanned<String>> {
        let value = self.keys.maybe_text(key)?;
        let span = self.keys.place(key).span?;
        Some(self.narrowed(Spanned { value, span }))
    }

    fn texts(&mut self, key: &str) -> Vec<Spanned<String>> {
        let texts = self.keys.texts(key);
        texts.into_iter().map(|text| self.narrowed(text)).collect()
    }

    fn filters(&mut self) -> Vec<Spanned<Filter>> {
        let mut filters = Vec::new();
        for text in self.texts("where") {
            match filter(&text.value).filter(is_sensible) {
                Some(value) => {
                    let start = text.value.find(&value.column).unwrap_or(0);
                    let column = part(&text, start, start + value.column.len());
                    filters.push(Spanned { value, span: column.span });
                }
                None => {
                    let place = self.place(&text);
                    self.keys.tell(diags::block_filter(place, &text.value));
                }
            }
        }
        filters
    }

    fn sort(&mut self) -> Option<Spanned<Sort>> {
        let text = self.text("sort")?;
        let descending = text.value.starts_with('-');
        let column = part(&text, usize::from(descending), text.value.len());
        Some(Spanned { value: Sort { column: column.value, descending }, span: column.span })
    }

    fn limit(&mut self) -> Option<i64> {
        let limit = self.keys.maybe_integer("limit")?;
        if limit < 1 {
            let place = self.keys.place("limit");
            self.keys.tell(diags::block_limit(place));
            return None;
        }
        Some(limit)
    }

    fn id(&mut self) -> Option<String> {
        let id = self.text("id")?;
        let fits =
            |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        if id.value.is_empty() || !id.value.chars().all(fits) {
            let place = self.place(&id);
            self.keys.tell(diags::block_id(place));
            return None;
        }
        Some(id.value)
    }

    fn place(&self, text: &Spanned<String>) -> Place {
        let place = Place::bytes(self.keys.path(), text.span.start, text.span.end);
        Place { value: Some(text.value.clone()), ..place }
    }

    /// The bytes inside the quotation marks, where they hold the text just as it is.
    fn narrowed(&self, text: Spanned<String>) -> Spanned<String> {
        let written = self.source.get(text.span.start..text.span.end).unwrap_or("");
        let width = ["\"\"\"", "'''", "\"", "'"].iter().find_map(|quote| {
            let inner = written.strip_prefix(quote)?.strip_suffix(quote)?;
            (inner == text.value).then_some(quote.len())
        });
        let width = width.unwrap_or(0);
        let span = Span { start: text.span.start + width, end: text.span.end - width };
        Spanned { value: text.value, span }
    }
}

/// Whether a condition is none of those that are not there: `a >= 1`, `a == b`, `a =`.
fn is_sensible(filter: &Filter) -> bool {
    let is_value = match &filter.test {
        Test::Is(value) | Test::IsNot(value) => {
            !value.is_empty() && !value.starts_with(['=', '<', '>'])
        }
        Test::Filled | Test::Empty => true,
    };
    is_value && !filter.column.contains(['<', '>', '!'])
}

/// A stretch of a text without blanks around it, in its own place; in the whole text's place where
/// that is written with escapes.
fn part(text: &Spanned<String>, start: usize, end: usize) -> Spanned<String> {
    let stretch = text.value.get(start..end).unwrap_or("");
    let value = stretch.trim();
    let blank = stretch.len() - stretch.trim_start().len();
    let is_plain = text.span.end - text.span.start == text.value.len();
    let from = text.span.start + start + blank;
    let span = if is_plain { Span { start: from, end: from + value.len() } } else { text.span };
    Spanned { value: value.to_owned(), span }
}
