//! The project that `kyotsu init` writes is part of the program: a change to it builds it anew.
#![allow(clippy::disallowed_macros, reason = "this is how a build script speaks to cargo")]

fn main() {
    for part in ["content", "data", "themes", "kyotsu.toml", "docs/diagnostics", "docs/manual"] {
        println!("cargo::rerun-if-changed={part}");
    }
}
