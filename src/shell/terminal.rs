//! What is said, and to which of the two streams.

use std::io::{self, IsTerminal, Write};

use super::fault::Fault;

/// A stream that may be a terminal.
#[derive(Clone, Copy)]
pub enum Stream {
    /// what was asked for
    Out,
    /// what there is to say about it
    Err,
}

/// Writes to the standard output. A reader that has gone away (`| head`) is no fault.
pub fn say(text: &str) -> Result<(), Fault> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Fault::output(&error)),
        _ => Ok(()),
    }
}

/// Writes to the standard error. When even that fails there is nobody left to tell.
pub fn tell(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Whether colour may be used: on a terminal that shows it, unless `NO_COLOR` is set.
pub fn colour(stream: Stream) -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    // The old Windows console shows escape sequences as text; newer ones set one of these.
    let able = !cfg!(windows) || set("WT_SESSION") || set("TERM");
    able && !set("NO_COLOR") && is_terminal(stream)
}

/// Whether somebody is watching.
pub fn is_terminal(stream: Stream) -> bool {
    match stream {
        Stream::Out => io::stdout().is_terminal(),
        Stream::Err => io::stderr().is_terminal(),
    }
}
