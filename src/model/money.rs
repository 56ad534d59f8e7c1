use super::{Decimal, Ratio};
use crate::text::{Label, Language};

/// The unit an amount of yen is shown in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum MoneyUnit {
    /// 円
    Yen,
    /// 千円
    Thousand,
    /// 百万円
    Million,
    /// 億円
    HundredMillion,
    /// 兆円
    Trillion,
}

impl MoneyUnit {
    /// All, smallest first.
    pub const ALL: [Self; 5] =
        [Self::Yen, Self::Thousand, Self::Million, Self::HundredMillion, Self::Trillion];

    /// How it is written behind a number. English counts 億 in billions.
    pub fn label(self) -> Label {
        match self {
            Self::Yen => Label::new("円", " yen"),
            Self::Thousand => Label::new("千円", " thousand yen"),
            Self::Million => Label::new("百万円", " million yen"),
            Self::HundredMillion => Label::new("億円", " billion yen"),
            Self::Trillion => Label::new("兆円", " trillion yen"),
        }
    }

    /// The unit a person named: `億円`, `billion yen`.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim();
        Self::ALL.into_iter().find(|unit| unit.label().ja == name || unit.label().en.trim() == name)
    }

    /// An amount as it is shown: exact where six decimals are enough, else rounded half-up to one.
    pub fn shown(self, yen: i64, language: Language) -> Decimal {
        let unit = Ratio::whole(self.yen(language));
        let Some(amount) = Ratio::whole(yen).over(&unit) else { return Decimal::from(yen) };
        let places = (0..=6).find(|places| amount.is_exact_at(*places)).unwrap_or(1);
        amount.rounded(places)
    }

    /// Whether [`MoneyUnit::shown`] says an amount to the last yen.
    pub fn is_exact(self, yen: i64, language: Language) -> bool {
        let amount = Ratio::whole(yen).over(&Ratio::whole(self.yen(language)));
        amount.is_some_and(|amount| (0..=6).any(|places| amount.is_exact_at(places)))
    }

    /// The amount with all its digits, where what is shown was rounded.
    pub fn unrounded(self, yen: i64, language: Language) -> Option<Decimal> {
        let places = u8::try_from(self.yen(language).ilog10()).ok()?;
        (!self.is_exact(yen, language)).then(|| Decimal::new(yen, places))
    }

    /// How many yen one of it is.
    fn yen(self, language: Language) -> i64 {
        match (self, language) {
            (Self::Yen, _) => 1,
            (Self::Thousand, _) => 1_000,
            (Self::Million, _) => 1_000_000,
            (Self::HundredMillion, Language::Ja) => 100_000_000,
            (Self::HundredMillion, Language::En) => 1_000_000_000,
            (Self::Trillion, _) => 1_000_000_000_000,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_in_their_units() {
        let ja = |unit: MoneyUnit, yen| unit.shown(yen, Language::Ja).grouped();
        assert_eq!(ja(MoneyUnit::HundredMillion, 478_600_000_000), "4,786");
        assert_eq!(ja(MoneyUnit::HundredMillion, 60_000_000), "0.6");
        assert_eq!(ja(MoneyUnit::Trillion, 56_500_000_000_000), "56.5");
        assert_eq!(ja(MoneyUnit::Yen, 3742), "3,742");
        let exact = |yen| MoneyUnit::HundredMillion.unrounded(yen, Language::Ja);
        assert_eq!(exact(478_600_000_000), None);
        assert_eq!(exact(478_612_345_678), Some(Decimal::new(478_612_345_678, 8)));
        let en = MoneyUnit::HundredMillion.shown(478_600_000_000, Language::En);
        assert_eq!(en.grouped(), "478.6");
    }
}
