//! A build on its way: planned, and made step by step.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Audience, Built, Memory, audience, is_report, make, render_all};
use crate::diag::{self, Diagnostic, stops};
use crate::model::{Commentary, Review};
use crate::plan::{Page, Site};
use crate::text::SourcePath;

/// A site that is planned. Nobody need wait for the whole report to see a page: what is asked for is
/// made first, and in the end everything is as if it had been made at once.
pub struct Begun {
    site: Site,
    known: Known,
    sources: BTreeMap<SourcePath, Arc<str>>,
    notes: Vec<Diagnostic>,
    /// the pages that are made
    made: BTreeSet<String>,
    /// what was not kept from the last build
    anew: BTreeSet<String>,
}

/// What is known of a site beside its pages.
pub(super) struct Known {
    pub audience: Audience,
    /// the pages that say they are drafts
    pub drafts: BTreeSet<String>,
    /// what reviewers wrote
    pub commentary: Commentary,
    /// how many pages were kept out as drafts
    pub withheld: usize,
    /// the days of the editions beside it
    pub editions: Vec<String>,
    pub dated: Option<(u16, u8, u8)>,
    pub reviews: Vec<Review>,
}

/// Files of the site by their paths.
type Files = BTreeMap<String, Arc<[u8]>>;

impl Begun {
    pub(super) fn new(
        site: Site,
        known: Known,
        sources: BTreeMap<SourcePath, Arc<str>>,
        notes: Vec<Diagnostic>,
    ) -> Self {
        Self { site, known, sources, notes, made: BTreeSet::new(), anew: BTreeSet::new() }
    }

    /// What is known to be published already: what the theme gives as it is, and of the pages those
    /// that are wanted, or all but those made of others. None where something stops the site, as far
    /// as is known.
    pub fn ahead(&mut self, wanted: impl Fn(&str) -> bool, memory: &mut Memory) -> Option<Files> {
        if stops(&self.notes) {
            return None;
        }
        let is_wanted = |page: &mut Page| {
            !is_report(page) && !audience::lists_comments(&page.path) && wanted(&page.path)
        };
        let pages: Vec<_> = self.site.pages.extract_if(.., is_wanted).collect();
        self.made.extend(pages.iter().map(|page| page.path.clone()));
        make(pages, memory, &mut self.anew);
        let mut finished = BTreeMap::new();
        for path in &self.made {
            let (html, notes) = memory.pages.found(path)?;
            let html = html.as_ref().filter(|_| !stops(notes))?;
            finished.insert(path.clone(), Arc::clone(html));
        }
        audience::mark(&mut finished, &self.known.drafts);
        let mut files = memory.assets();
        files.extend(finished.into_iter().map(|(path, html)| (path, html.into())));
        audience::comment(&self.known.commentary, &mut files);
        Some(files)
    }

    /// What was said of the sources until now, in order, and the texts it is about.
    pub fn told(&self) -> (Vec<Diagnostic>, &BTreeMap<SourcePath, Arc<str>>) {
        let mut notes = self.notes.clone();
        diag::sort(&mut notes);
        (notes, &self.sources)
    }

    /// What is to be looked at again, whatever day it is.
    pub fn reviews(&self) -> &[Review] {
        &self.known.reviews
    }

    /// Makes everything else.
    pub fn finish(self, memory: &mut Memory) -> Built {
        let Self { site, known, sources, mut notes, made, anew: mut rendered } = self;
        let made = render_all(site, made, memory, &mut rendered, &known.drafts);
        let mut output = made.note(&mut notes);
        output.editions = known.editions;
        output.dated = known.dated;
        notes.extend(audience::dress(&known.commentary, known.audience, &mut output));
        diag::sort(&mut notes);
        let (reviews, withheld) = (known.reviews, known.withheld);
        Built { output, sources, notes, reviews, rendered, withheld }
    }
}
