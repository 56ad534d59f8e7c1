//! The program, run as people run it, and what it tells them.

use std::ffi::OsStr;
use std::process::Command;

/// The program, with nothing asked of it yet.
pub fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_kyotsu"))
}

/// The program in a language, with what it is asked.
pub fn kyotsu(language: &str, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Command {
    let mut program = program();
    program.args(["--lang", language]).args(arguments);
    program
}

/// A run to its end.
pub trait Run {
    /// Runs the program, and gives what it told.
    fn told(&mut self) -> Told;
}

impl Run for Command {
    fn told(&mut self) -> Told {
        let output = self.output().expect("the program starts");
        let text = |bytes| String::from_utf8(bytes).expect("what is told is UTF-8");
        let asked: Vec<_> = self.get_args().map(OsStr::to_string_lossy).collect();
        Told {
            asked: asked.join(" "),
            code: output.status.code().expect("not stopped by a signal"),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }
}

/// What a run came to.
pub struct Told {
    asked: String,
    /// the code it ended with
    pub code: i32,
    /// on its standard output
    pub out: String,
    /// on its standard error
    pub err: String,
}

impl Told {
    /// All that was told.
    pub fn all(&self) -> String {
        format!("{}{}", self.out, self.err)
    }

    /// The code, and all that was told.
    pub fn said(&self) -> (i32, String) {
        (self.code, self.all())
    }

    /// All that was told by a run that must end with a code.
    #[track_caller]
    pub fn ended(&self, code: i32) -> String {
        assert_eq!(self.code, code, "{}: {}", self.asked, self.all());
        self.all()
    }
}
