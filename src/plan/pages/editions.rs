//! The editions that are kept: where each is, what it changed, how to cite it.

use super::Desk;
use crate::diag::Diagnostic;
use crate::model::Date;
use crate::plan::view::{EditionMark, EditionView, EditionsView, Link};
use crate::plan::{Sources, diags, routes, words};
use crate::text::{Language, SourcePath, Words, up};

/// The page of editions.
pub fn view(desk: &mut Desk<'_>) -> EditionsView {
    let prose = desk.prose();
    let editions = desk.sources.editions;
    let days: Vec<Date> = editions.own.into_iter().chain(editions.kept.iter().copied()).collect();
    let kept = days.iter().enumerate().map(|(at, day)| edition(desk, *day, days.get(at + 1)));
    let changes = desk.scribe.link(desk.scribe.say(words::CHANGES_SINCE_NEWEST), routes::CHANGES);
    EditionsView { prose, kept: kept.collect(), changes }
}

fn edition(desk: &Desk<'_>, day: Date, before: Option<&Date>) -> EditionView {
    let scribe = &desk.scribe;
    let language = scribe.language;
    let shown = |day: Date| words::EDITION_OF.get(language).replace("{day}", &day.shown(language));
    let link = |label: String, inside: &str| Link { label, href: desk.to_edition(day, inside) };
    let cited = cited(desk, day);
    EditionView {
        day: day.to_string(),
        home: link(shown(day), "index.html"),
        here: desk.sources.editions.own == Some(day),
        data: link(scribe.say(words::DATA), "data/index.html"),
        difference: before.map(|before| {
            let label = words::CHANGES_FROM.get(language).replace("{edition}", &shown(*before));
            link(label, "changes/index.html")
        }),
        citation: scribe.word(&cited),
        foreign: scribe.foreign(&cited),
    }
}

/// How an edition is cited: publisher, title, edition and address.
fn cited(desk: &Desk<'_>, day: Date) -> Words {
    let settings = &desk.scribe.dataset.settings;
    let address = address(desk, day);
    let text = |language: Language| {
        let shown = day.shown(language);
        let edition = words::EDITION_OF.get(language).replace("{day}", &shown);
        let (publisher, title) = (settings.publisher.get(language), settings.title.get(language));
        let address = address.get(language);
        match language {
            Language::Ja => format!("{publisher}「{title}」{edition}、{address}"),
            Language::En => format!("{publisher}, “{title}”, {edition}, {address}"),
        }
    };
    let has_english = !settings.title.en.is_empty();
    let en = if has_english { text(Language::En) } else { String::new() };
    Words::new(text(Language::Ja), en)
}

/// Where an edition stands: its address, or its path in the site.
fn address(desk: &Desk<'_>, day: Date) -> Words {
    let editions = desk.sources.editions;
    let top = desk.sources.base_url.map(|base| match editions.own {
        // The site's own address is where the edition itself stands.
        Some(own) => base.strip_suffix(&format!("{}/{own}/", routes::EDITIONS)).unwrap_or(base),
        None => base,
    });
    let path = format!("{}/{day}/", routes::EDITIONS);
    let at = |language: &str| match top {
        Some(top) => format!("{top}{path}{language}"),
        None => format!("{path}{language}index.html"),
    };
    Words::new(at(""), at("en/"))
}

/// What every page of an edition says of it.
pub fn mark(desk: &Desk<'_>) -> Option<EditionMark> {
    let own = desk.sources.editions.own?;
    let language = desk.scribe.language;
    let folder = routes::folder(desk.scribe.route, language);
    let up = up(&folder);
    let same =
        if desk.scribe.route == routes::EDITIONS { folder } else { routes::folder("", language) };
    Some(EditionMark { date: own.shown(language), newest: format!("{up}../../{same}index.html") })
}

/// Pages and files in the place of an edition that is kept.
pub fn in_the_way(sources: &Sources<'_>) -> Vec<Diagnostic> {
    let documents = sources.documents.iter().map(|one| &one.path);
    let all = documents.chain(sources.dataset.page_tables.keys());
    let taken = |path: &SourcePath| {
        let inside = path.as_str().strip_prefix("content/editions/")?;
        let folder = inside.split('/').next()?.to_owned();
        sources.editions.kept.iter().find(|day| day.to_string() == folder).copied()
    };
    all.filter_map(|path| Some(diags::kept_place(path, taken(path)?))).collect()
}

impl Desk<'_> {
    /// The way to a page of an edition in the language of this page.
    pub fn to_edition(&self, day: Date, inside: &str) -> String {
        let scribe = &self.scribe;
        let root = routes::root(scribe.route, scribe.language);
        let prefix = routes::folder("", scribe.language);
        match self.sources.editions.own {
            Some(own) if own == day => format!("{root}{prefix}{inside}"),
            // Editions stand beside each other.
            Some(_) => format!("{root}../{day}/{prefix}{inside}"),
            None => format!("{root}{}/{day}/{prefix}{inside}", routes::EDITIONS),
        }
    }
}
