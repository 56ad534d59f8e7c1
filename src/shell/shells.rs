//! `kyotsu completions` and `kyotsu man`: the command line for shells and for `man`.

use super::DONE;
use super::arguments::{self, CompletionsArguments, ManArguments, Shell};
use super::fault::Fault;
use super::terminal::say;
use crate::text::Language;

/// Writes a shell's completions to the standard output.
pub fn completions(arguments: &CompletionsArguments, language: Language) -> Result<u8, Fault> {
    let mut command = arguments::command(language);
    let shell = match arguments.shell {
        Shell::Bash => clap_complete::Shell::Bash,
        Shell::Zsh => clap_complete::Shell::Zsh,
        Shell::Fish => clap_complete::Shell::Fish,
        Shell::Powershell => clap_complete::Shell::PowerShell,
    };
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, "kyotsu", &mut script);
    say(&String::from_utf8_lossy(&script)).map(|()| DONE)
}

/// Writes the manual page of the program, or of one command, to the standard output.
pub fn man(arguments: &ManArguments, language: Language) -> Result<u8, Fault> {
    let page = page(arguments.command.as_deref(), language)?;
    say(&page).map(|()| DONE)
}

fn page(named: Option<&str>, language: Language) -> Result<String, Fault> {
    let mut whole = arguments::command(language);
    // Names the commands `kyotsu-build` and so on.
    whole.build();
    let command = match named {
        None => whole,
        Some(name) => {
            let found = whole.find_subcommand(name).cloned();
            found.ok_or_else(|| Fault::topic_unknown(name, None))?
        }
    };
    let mut page = Vec::new();
    let source = concat!("kyotsu ", env!("CARGO_PKG_VERSION"));
    clap_mangen::Man::new(command)
        .source(source)
        .render(&mut page)
        .map_err(|error| Fault::output(&error))?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}
