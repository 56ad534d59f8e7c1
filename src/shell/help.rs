//! `kyotsu help`: the commands, one of them, or what a message means.

use super::arguments::{self, HelpArguments};
use super::fault::Fault;
use super::terminal::say;
use super::{DONE, manual};
use crate::diag::CODES;
use crate::text::{Language, nearest};

/// Tells what was asked about on the standard output.
pub fn run(arguments: &HelpArguments, language: Language) -> Result<u8, Fault> {
    let topic = arguments.topic.as_deref();
    let text = match topic.and_then(manual::code) {
        Some(code) => manual::text(code, language),
        None if topic == Some(manual::TOPIC) => manual::contents(language),
        None => {
            let unknown = || Fault::topic_unknown(topic.unwrap_or_default(), near(topic));
            arguments::help(topic, language).ok_or_else(unknown)?
        }
    };
    say(&text).map(|()| DONE)
}

fn near(topic: Option<&str>) -> Option<&'static str> {
    let codes = CODES.iter().map(|code| code.id);
    nearest(&topic?.to_uppercase(), codes)
}
