//! The page beside the site's folder, for those who get both in one file.

use super::super::routes::{self, Routes};
use super::super::scribe::Scribe;
use super::super::view::{Body, Head, Link, OpeningPart, OpeningView, Page};
use super::super::{Sources, words};
use super::{Desk, PageKind, head};
use crate::text::Language;

/// The folder the site stands in.
pub const FOLDER: &str = "site";

/// The page that opens the site, in both languages.
pub fn opening(sources: &Sources<'_>, routes: &Routes) -> Page {
    let language = Language::Ja;
    let scribe = Scribe { dataset: sources.dataset, routes, language, route: "" };
    let desk = Desk { sources, scribe, tables: &[], notes: Vec::new() };
    let head = Head {
        title: words::OPENING.get(language).to_owned(),
        root: format!("{FOLDER}/"),
        home: format!("{FOLDER}/"),
        alternate: None,
        canonical: None,
        breadcrumbs: Vec::new(),
        navigation: Vec::new(),
        footer: Vec::new(),
        styles: vec!["style.css"],
        ..head::head(&desk, &PageKind::Home)
    };
    let parts = Language::ALL.map(|language| part(sources, language)).into();
    let path = format!("{}.html", words::OPENING.ja);
    Page {
        path,
        head,
        kind: "opening",
        body: Body::Opening(OpeningView { parts }),
        notes: Vec::new(),
    }
}

fn part(sources: &Sources<'_>, language: Language) -> OpeningPart {
    let settings = &sources.dataset.settings;
    let title = settings.title.get(language);
    OpeningPart {
        // Where English is missing the words are Japanese, and are said to be.
        language: settings.title.language(language),
        title: title.to_owned(),
        disclaimer: settings.disclaimer.get(language).to_owned(),
        publisher: settings.publisher.get(language).to_owned(),
        read: words::OPENING_READ.get(language).to_owned(),
        link: Link {
            label: words::OPENING_WAY.get(language).to_owned(),
            href: format!("{FOLDER}/{}index.html", routes::folder("", language)),
        },
        help: [words::OPENING_EXTRACT, words::OPENING_TOGETHER]
            .map(|label| label.get(language).to_owned())
            .into(),
    }
}
