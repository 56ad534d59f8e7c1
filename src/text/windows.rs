//! Names that Windows cannot have; a site made here must be one that can be copied there.

/// Why a file or folder cannot have a name on Windows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unfit {
    /// it means a device, whatever its ending: `con`, `aux.csv`
    Device,
    /// a letter no name may have
    Letter(char),
    /// it ends in a blank or a full stop, which Windows leaves off
    End,
}

/// The names of devices, less `com1` to `lpt9`.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Why Windows cannot have a file or folder of this name, if so.
pub fn unfit_for_windows(name: &str) -> Option<Unfit> {
    let forbidden = |letter: &char| letter.is_control() || r#"<>:"|?*\/"#.contains(*letter);
    if let Some(letter) = name.chars().find(forbidden) {
        return Some(Unfit::Letter(letter));
    }
    if is_device(name) {
        return Some(Unfit::Device);
    }
    name.ends_with([' ', '.']).then_some(Unfit::End)
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_lowercase();
    let port = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    let is_number = |number: &str| {
        let mut letters = number.chars();
        let is_digit = letters.next().is_some_and(|one| matches!(one, '0'..='9' | '¹' | '²' | '³'));
        is_digit && letters.next().is_none()
    };
    DEVICES.contains(&stem.as_str()) || port.is_some_and(is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_windows_cannot_have_are_found() {
        for name in ["con", "CON", "Aux.csv", "nul.tar.gz", "com1.md", "LPT9", "com¹", "con .txt"]
        {
            assert_eq!(unfit_for_windows(name), Some(Unfit::Device), "{name}");
        }
        for (name, letter) in [("a:b", ':'), ("what?", '?'), ("a\u{1}", '\u{1}'), ("a|b", '|')] {
            assert_eq!(unfit_for_windows(name), Some(Unfit::Letter(letter)), "{name:?}");
        }
        for name in ["costs ", "costs.", "...", " "] {
            assert_eq!(unfit_for_windows(name), Some(Unfit::End), "{name:?}");
        }
        for name in
            ["costs", "費用", "com10", "comb", "console", "aux-1", "a.b", "page.en.md", ".a"]
        {
            assert_eq!(unfit_for_windows(name), None, "{name}");
        }
    }
}
