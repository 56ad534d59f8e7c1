//! Finished pages for those who work on them: what differs from an older edition, what reviewers
//! wrote, and the mark of a draft. Nothing of it is ever part of a published page.
//!
//! A page is taken as any theme made it; what is added stands between its bytes.

mod align;
mod comments;
mod differ;
mod dress;
mod marks;
mod markup;
mod page;
#[cfg(test)]
mod tests;
mod words;

pub use comments::{commented, listed};
pub use differ::{Marked, compared};
pub use dress::{
    ASSETS, Differing, FORMER, How, OPENING, barred, draft_page, script, style, title, unpublished,
};
pub use marks::{former, unmarked};
