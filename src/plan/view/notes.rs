//! Where the figures in a page's text come from: one note for each cell, at the end of the page.

use serde::Serialize;

use super::{Block, Body, Figure, Link, Prose};
use crate::model::MoneyUnit;

/// What a figure is a figure of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Origin {
    /// a cell of `data`: its table, row and column, and the unit it is shown in
    Cell(&'static str, String, usize, Option<MoneyUnit>),
    /// the rows of a table that were counted
    Rows(&'static str),
    /// the evidence on the page's area; whether what settles a question was counted, or leads
    Evidence(bool),
}

/// The notes on what one passage says.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct NoteGroup {
    /// the document; none for what was counted here
    pub document: Option<String>,
    /// the passage: its heading and lines
    pub passage: Option<Link>,
    /// its words, verbatim
    pub quote: Option<String>,
    /// one for each cell
    pub notes: Vec<NoteView>,
}

/// Where one figure comes from.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct NoteView {
    /// anchor
    pub id: String,
    /// counted over the whole page
    pub number: usize,
    /// the figure as the text shows it, with its unit
    pub shown: String,
    /// the cell in `data`, by table, row and column; the table where rows were counted
    pub cell: Link,
    /// how surely it could be read
    pub confidence: Option<String>,
    /// whether that is less than clear
    pub doubtful: bool,
    /// the printed form where the row differs from it
    pub printed: Option<String>,
    /// how it was computed, if it was
    pub computed: Option<String>,
    /// where one can follow that on the page
    pub steps: Option<Link>,
    /// the places in the text
    pub back: Vec<Link>,
}

impl Body {
    /// The figures that stand in running text, in the order they are read.
    pub fn told(&mut self) -> Vec<&mut Figure> {
        match self {
            Self::Home(view) => {
                let own = view.figures.iter_mut().map(|one| &mut one.figure);
                own.chain(in_prose(&mut view.prose)).collect()
            }
            Self::Area(view) => {
                let counts = view
                    .kinds
                    .iter_mut()
                    .flat_map(|kind| kind.count.iter_mut().chain(std::iter::once(&mut kind.of)));
                let prose = view.prose.iter_mut().flat_map(in_prose);
                in_blocks(&mut view.carried).chain(counts).chain(prose).collect()
            }
            Self::Process(view) => {
                let own = view.parameters.iter_mut().filter_map(|one| one.fact.as_mut());
                in_prose(&mut view.prose).chain(own).collect()
            }
            other => other.prose_mut().into_iter().flat_map(in_prose).collect(),
        }
    }

    fn prose_mut(&mut self) -> Option<&mut Prose> {
        match self {
            Self::Section(view) => Some(&mut view.prose),
            Self::Areas(view) => Some(&mut view.prose),
            Self::Departments(view) => Some(&mut view.prose),
            Self::Funding(view) => Some(&mut view.prose),
            Self::Criteria(view) => Some(&mut view.prose),
            Self::Discrepancies(view) => Some(&mut view.prose),
            Self::DataIndex(view) => Some(&mut view.prose),
            Self::Gaps(view) => Some(&mut view.prose),
            Self::WhatIf(view) => Some(&mut view.prose),
            Self::Sources(view) => Some(&mut view.prose),
            Self::Glossary(view) => Some(&mut view.prose),
            Self::Accessibility(view) => Some(&mut view.prose),
            _ => None,
        }
    }
}

fn in_prose(prose: &mut Prose) -> impl Iterator<Item = &mut Figure> {
    in_blocks(&mut prose.blocks).chain(in_blocks(&mut prose.after))
}

fn in_blocks(blocks: &mut [Block]) -> impl Iterator<Item = &mut Figure> {
    blocks.iter_mut().filter_map(|block| match block {
        Block::Figure(figure) => Some(figure),
        _ => None,
    })
}
