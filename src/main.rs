//! Arguments in, exit code out; nothing else.

use std::process::ExitCode;

fn main() -> ExitCode {
    kyotsu::shell::run(std::env::args_os()).into()
}
