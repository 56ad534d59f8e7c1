/// How a question stands. Nothing known is neither yes nor no.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum State {
    /// 根拠あり: there is evidence for it
    Met,
    /// 根拠により否定: there is evidence against it
    NotMet,
    /// 判断材料不足: there is not enough to say
    Insufficient,
}

impl State {
    /// All, in the order of files and tables.
    pub const ALL: [Self; 3] = [Self::Met, Self::NotMet, Self::Insufficient];

    /// The word used in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not_met",
            Self::Insufficient => "insufficient",
        }
    }

    /// The state a file names.
    pub fn named(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}
