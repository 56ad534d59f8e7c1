//! `kyotsu preview`: the site while it is worked on, from memory, on this machine only.
//!
//! Files are watched, but not trusted to be: whatever is asked for, the sources are looked at
//! first, so that a page is never older than they are. The last good site stays until a good one
//! replaces it; what is to be mended is told beside it, on the page.

mod answer;
mod base;
mod ears;
mod events;
mod http;
mod port;
mod problems;
mod shares;
mod stamps;
mod watch;
mod words;
mod workshop;

use std::path::absolute;
use std::sync::Arc;
use std::thread;

use notify::RecommendedWatcher;

use super::DONE;
use super::arguments::PreviewArguments;
use super::fault::Fault;
use super::terminal::{say, tell};
use crate::text::Language;
use base::Base;
use watch::Watch;
use workshop::Workshop;

/// Serves until it is stopped.
pub fn run(arguments: &PreviewArguments, language: Language) -> Result<u8, Fault> {
    let root = absolute(&arguments.root).unwrap_or_else(|_| arguments.root.clone());
    if !root.is_dir() {
        return Err(Fault::root_missing(&arguments.root));
    }
    let base = arguments.review.as_ref().map(|asked| Base::read(&root, asked, language));
    let base = base.transpose()?;
    let (listener, port) = port::open(arguments.port)?;
    if arguments.port != 0 && port != arguments.port {
        tell(words::taken(arguments.port, port).get(language));
    }
    // Events are waited for before the first look, so that nothing falls between the two.
    let (watch, said) = Watch::<RecommendedWatcher>::new(&root, arguments.poll);
    if let Some(said) = said {
        tell(said.get(language));
    }
    let workshop = Workshop::new(root, language, base);
    workshop.look();
    say(&words::address(port))?;
    let watched = Arc::clone(&workshop);
    thread::spawn(move || watch.watch(&watched, language));
    for stream in listener.incoming().flatten() {
        let workshop = Arc::clone(&workshop);
        thread::spawn(move || answer::answer(stream, &workshop, port));
    }
    Ok(DONE)
}
