use serde::Serialize;

/// The two languages everything is said in. Japanese comes first everywhere.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// 日本語
    Ja,
    /// English (British spelling)
    En,
}

impl Language {
    /// Both, in the order pages are made.
    pub const ALL: [Self; 2] = [Self::Ja, Self::En];

    /// The value of an HTML `lang` attribute.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::En => "en",
        }
    }

    /// The one it is not.
    pub fn other(self) -> Self {
        match self {
            Self::Ja => Self::En,
            Self::En => Self::Ja,
        }
    }
}

/// One thing said in both languages. English may be empty where data has none yet.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize)]
pub struct Words {
    /// Japanese
    pub ja: String,
    /// English, or nothing
    pub en: String,
}

impl Words {
    /// Both languages at once.
    pub fn new(ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self { ja: ja.into(), en: en.into() }
    }

    /// The same text in both: a name in ASCII, a number.
    pub fn same(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { ja: text.clone(), en: text }
    }

    /// The words in a language, and Japanese where English is missing.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::En if !self.en.is_empty() => &self.en,
            _ => &self.ja,
        }
    }

    /// The language [`Words::get`] really answers in.
    pub fn language(&self, asked: Language) -> Language {
        match asked {
            Language::En if !self.en.is_empty() => Language::En,
            _ => Language::Ja,
        }
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.ja.is_empty() && self.en.is_empty()
    }
}

/// Words fixed in the program: names of tables, columns and codes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Label {
    /// Japanese
    pub ja: &'static str,
    /// English
    pub en: &'static str,
}

impl Label {
    /// Both languages at once.
    pub const fn new(ja: &'static str, en: &'static str) -> Self {
        Self { ja, en }
    }

    /// The label in a language.
    pub fn get(self, language: Language) -> &'static str {
        match language {
            Language::Ja => self.ja,
            Language::En => self.en,
        }
    }

    /// The label as owned words.
    pub fn words(self) -> Words {
        Words::new(self.ja, self.en)
    }
}
