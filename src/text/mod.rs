//! Files and places: what every other part speaks of when it says *where*.
//!
//! Nothing here knows tables, pages or the disk.

mod decode;
mod encode;
mod fold;
mod formula;
mod locate;
mod markup;
mod normal;
mod path;
mod repertoire;
mod way;
mod windows;
mod words;

pub use decode::{Decoded, Encoding, decode};
pub use encode::{encode, width};
pub use fold::searchable;
pub use formula::{guarded, unguarded};
pub use locate::{Cell, Location, Place, Span, locate, spreadsheet_column};
pub use markup::{escaped, unescaped};
pub use normal::{composed, folded, half_width, nearest, unvoiced};
pub use path::{Snapshot, SourcePath};
pub use repertoire::{Stray, is_japanese, stray_in_data, stray_in_print};
pub use way::{decoded, joined, relative, up};
pub use windows::{Unfit, unfit_for_windows};
pub use words::{Label, Language, Words};
