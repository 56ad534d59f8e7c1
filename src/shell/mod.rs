//! The only part that touches disk, clock, environment and terminal.
//!
//! A command reads everything once, has `build` turn it into files and messages, and writes last.
//! What can go wrong here is a [`Fault`](fault::Fault): wrong usage, or a machine that failed.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "somebody must touch disk, clock, environment and terminal; only this module does"
)]

mod arguments;
mod build;
mod check;
mod clock;
mod diff;
mod disk;
mod editions;
mod explain;
mod export;
mod fault;
mod help;
mod html;
mod import;
mod in_use;
mod init;
mod json;
mod manifest;
mod manual;
mod preview;
mod progress;
mod read;
mod replace;
mod report;
mod shells;
mod sides;
mod summary;
mod terminal;
mod verify;
mod write;
mod zip;

use std::ffi::OsString;

use crate::text::Language;
use arguments::{Command, Stop};
use fault::Fault;

/// Everything went well.
const DONE: u8 = 0;
/// The inputs are wrong; nothing was written.
const INPUTS: u8 = 1;
/// The command was written wrongly.
const USAGE: u8 = 2;
/// Disk, rights or another part of the machine failed.
const MACHINE: u8 = 3;

/// Runs the command and gives the exit code.
pub fn run(arguments: impl Iterator<Item = OsString>) -> u8 {
    let (language, parsed) = arguments::parse(arguments);
    let outcome = match parsed {
        Ok(command) => execute(&command, language),
        Err(stop) => answer(&stop),
    };
    outcome.unwrap_or_else(|fault| {
        terminal::tell(&fault.told(language));
        fault.exit
    })
}

fn execute(command: &Command, language: Language) -> Result<u8, Fault> {
    match command {
        Command::Build(arguments) => build::run(arguments, language),
        Command::Check(arguments) => check::run(arguments, language),
        Command::Diff(arguments) => diff::run(arguments, language),
        Command::Verify(arguments) => verify::run(arguments, language),
        Command::Explain(arguments) => explain::run(arguments, language),
        Command::Export(arguments) => export::run(arguments, language),
        Command::Import(arguments) => import::run(arguments, language),
        Command::Init(arguments) => init::run(arguments, language),
        Command::Help(arguments) => help::run(arguments, language),
        Command::Completions(arguments) => shells::completions(arguments, language),
        Command::Man(arguments) => shells::man(arguments, language),
        Command::Preview(arguments) => preview::run(arguments, language),
    }
}

/// Help was asked for, or the command could not be understood.
fn answer(stop: &Stop) -> Result<u8, Fault> {
    match stop {
        Stop::Help(text) => terminal::say(text).map(|()| DONE),
        Stop::Wrong(text) => {
            terminal::tell(text);
            Ok(USAGE)
        }
    }
}
