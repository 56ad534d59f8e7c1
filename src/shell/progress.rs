//! A sign of life on a terminal; elsewhere nothing.

use std::time::Duration;

use indicatif::ProgressBar;

use super::terminal::{Stream, is_terminal};
use crate::text::{Label, Language};

/// Reading the project.
pub const READING: Label = Label::new("読んでいます", "reading");
/// Making the pages.
pub const BUILDING: Label = Label::new("作っています", "building");
/// Checking without making pages.
pub const CHECKING: Label = Label::new("調べています", "checking");
/// Writing what changed.
pub const WRITING: Label = Label::new("書いています", "writing");

/// A turning sign that names the stage; it is gone when the value is.
pub struct Progress {
    bar: ProgressBar,
    language: Language,
}

impl Progress {
    /// Begins with no stage.
    pub fn start(language: Language) -> Self {
        let bar = match is_terminal(Stream::Err) {
            true => ProgressBar::new_spinner(),
            false => ProgressBar::hidden(),
        };
        bar.enable_steady_tick(Duration::from_millis(100));
        Self { bar, language }
    }

    /// Names the stage that begins.
    pub fn stage(&self, label: Label) {
        self.bar.set_message(label.get(self.language));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
