//! The languages Prévi speaks.

use std::str::FromStr;

/// A language of the interface (*langue*).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// French, the first one.
    #[default]
    French,
    /// English.
    English,
}

impl Language {
    /// Every language, French first.
    pub const ALL: [Self; 2] = [Self::French, Self::English];

    /// Its two-letter code: `fr` or `en`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }

    /// Its name in itself, for the menu where it is chosen.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::French => "Français",
            Self::English => "English",
        }
    }
}

/// The text is the code of no language of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownLanguage;

impl FromStr for Language {
    type Err = UnknownLanguage;

    /// Reads `fr` or `en`, also with a region as in `fr_FR.UTF-8` or `en-GB`.
    fn from_str(code: &str) -> Result<Self, UnknownLanguage> {
        let language = code.split(['-', '_', '.', '@']).next().unwrap_or_default();
        let known = |known: &Self| known.code().eq_ignore_ascii_case(language);
        Self::ALL.into_iter().find(known).ok_or(UnknownLanguage)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_read_from_its_code_with_or_without_a_region() {
        assert_eq!("fr".parse(), Ok(Language::French));
        assert_eq!("fr_FR.UTF-8".parse(), Ok(Language::French));
        assert_eq!("en-GB".parse(), Ok(Language::English));
        for unknown in ["", "de", "C", "français"] {
            assert_eq!(unknown.parse::<Language>(), Err(UnknownLanguage), "{unknown}");
        }
    }

    #[test]
    fn french_comes_first() {
        assert_eq!(Language::default(), Language::French);
        assert_eq!(Language::ALL[0], Language::French);
    }
}
