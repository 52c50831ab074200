//! The files of texts, and what they contain.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::language::Language;
use crate::number::{NARROW_SPACE, NO_BREAK_SPACE};

/// A file of texts in both languages.
pub(crate) struct LocaleFile {
    /// Its name without folder and ending.
    pub(crate) name: &'static str,
    french: &'static str,
    english: &'static str,
}

macro_rules! locale_files {
    ($($name:literal),*) => {
        [$(LocaleFile {
            name: $name,
            french: include_str!(concat!("../locales/fr/", $name, ".ftl")),
            english: include_str!(concat!("../locales/en/", $name, ".ftl")),
        }),*]
    };
}

/// One file per crate.
pub(crate) const FILES: [LocaleFile; 7] =
    locale_files!["words", "engine", "file", "sheets", "session", "app", "cli"];

impl LocaleFile {
    /// The texts of a language, with the spaces its typography wants.
    pub(crate) fn source(&self, language: Language) -> Cow<'static, str> {
        match language {
            Language::French => Cow::Owned(french_spaces(self.french)),
            Language::English => Cow::Borrowed(self.english),
        }
    }
}

/// Makes the plain spaces that French wants around its signs unbreakable: narrow before `; ! ? %` and
/// between digits, full before `: € »` and after `«` and `n°`.
fn french_spaces(source: &str) -> String {
    let mut text = String::with_capacity(source.len() + source.len() / 32);
    let mut rest = source.chars().peekable();
    let mut before = '\n';
    while let Some(found) = rest.next() {
        let kept = match (found, rest.peek()) {
            // The spaces that begin a line belong to the file, not to its texts.
            (' ', _) if before == '\n' || before == ' ' => ' ',
            (' ', Some(';' | '!' | '?' | '%')) => NARROW_SPACE,
            (' ', Some(':' | '€' | '»')) => NO_BREAK_SPACE,
            (' ', _) if before == '«' || before == '°' => NO_BREAK_SPACE,
            (' ', Some('0'..='9')) if before.is_ascii_digit() => NARROW_SPACE,
            (other, _) => other,
        };
        text.push(kept);
        before = found;
    }
    text
}

/// A message of the files, or one of its attributes, and what it needs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextId {
    /// The file it stands in, such as `engine`.
    pub file: &'static str,
    /// Id of the message.
    pub id: String,
    /// Name of the attribute, such as `hint`; the message itself when `None`.
    pub attribute: Option<String>,
    /// Names of the variables it uses.
    pub variables: BTreeSet<String>,
}

/// Every message and attribute of a language with the variables it uses, so that tests can compare them
/// with the codes of a crate.
#[must_use]
pub fn ids(language: Language) -> Vec<TextId> {
    FILES.iter().flat_map(|file| ids_of(file.name, &file.source(language))).collect()
}

fn ids_of(file: &'static str, source: &str) -> Vec<TextId> {
    let mut found: Vec<TextId> = Vec::new();
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        if let Some(id) = defined(line).filter(|_| line.starts_with(|c: char| c.is_ascii_alphabetic())) {
            let variables = BTreeSet::new();
            found.push(TextId { file, id: id.into(), attribute: None, variables });
        } else if let Some(name) = line.trim_start().strip_prefix('.').and_then(defined)
            && let Some(last) = found.last()
        {
            let (id, variables) = (last.id.clone(), BTreeSet::new());
            found.push(TextId { file, id, attribute: Some(name.into()), variables });
        }
        if let Some(last) = found.last_mut() {
            last.variables.extend(line.split('$').skip(1).map(|after| identifier(after).into()));
        }
    }
    found
}

/// The identifier that a line `identifier = …` defines.
fn defined(line: &str) -> Option<&str> {
    let id = identifier(line);
    let rest = line.get(id.len()..)?;
    (!id.is_empty() && rest.trim_start().starts_with('=')).then_some(id)
}

fn identifier(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'));
    text.get(..end.unwrap_or(text.len())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use fluent_bundle::FluentResource;

    #[test]
    fn every_file_is_written_as_fluent_wants() {
        for (file, language) in FILES.iter().flat_map(|file| Language::ALL.map(|l| (file, l))) {
            let source = file.source(language).into_owned();
            if let Err((_, errors)) = FluentResource::try_new(source.clone()) {
                let at = |place: usize| source.get(..place).map_or(0, |before| before.lines().count());
                let lines: Vec<_> = errors.iter().map(|e| (at(e.pos.start), e.to_string())).collect();
                panic!("locales/{}/{}.ftl, line and error: {lines:?}", language.code(), file.name);
            }
        }
    }

    #[test]
    fn both_languages_have_the_same_texts_with_the_same_variables_in_the_same_files() {
        let [french, english] = Language::ALL.map(|l| ids(l).into_iter().collect::<BTreeSet<_>>());
        let only: Vec<_> = french.symmetric_difference(&english).collect();
        assert!(only.is_empty(), "in one language only, or with other variables: {only:#?}");
    }

    #[test]
    fn no_id_occurs_twice() {
        let mut seen = BTreeSet::new();
        for text in ids(Language::French) {
            let (id, attribute) = (text.id.clone(), text.attribute.clone());
            assert!(seen.insert((id, attribute)), "{text:?}");
        }
    }

    #[test]
    fn no_text_uses_a_sign_that_the_fonts_of_the_program_lack() {
        let drawn = |c: char| {
            c == '\n'
                || (' '..='~').contains(&c)
                || ('\u{A0}'..='\u{FF}').contains(&c)
                || "ŒœŸ‘’“”–—…•€−×÷≤≥≠\u{202F}".contains(c)
        };
        for (file, language) in FILES.iter().flat_map(|file| Language::ALL.map(|l| (file, l))) {
            for (number, line) in (1..).zip(file.source(language).lines()) {
                let bad: Vec<char> = line.chars().filter(|c| !drawn(*c)).collect();
                assert!(bad.is_empty(), "{}/{}.ftl:{number}: {bad:?}", language.code(), file.name);
            }
        }
    }

    #[test]
    fn french_spaces_do_not_break_and_the_layout_of_the_file_stays() {
        assert_eq!(french_spaces("a = Vraiment ?"), "a = Vraiment\u{202F}?");
        assert_eq!(french_spaces("a = « b » : 5 €"), "a = «\u{A0}b\u{A0}»\u{A0}: 5\u{A0}€");
        assert_eq!(french_spaces("a = n° 1 234"), "a = n°\u{A0}1\u{202F}234");
        assert_eq!(french_spaces("a =\n    { $n } %\n    ? b"), "a =\n    { $n }\u{202F}%\n    ? b");
    }

    #[test]
    fn ids_attributes_and_variables_are_read_from_a_file() {
        let source = "# $no\none = Hello { $name }\n    .hint = { $count ->\n        [one] a\n       *[other] { $b }\n    }\ntwo =\n    B";
        let found = ids_of("app", source);
        let short: Vec<_> = found
            .iter()
            .map(|text| {
                let variables: Vec<&str> = text.variables.iter().map(String::as_str).collect();
                (text.id.as_str(), text.attribute.as_deref(), variables)
            })
            .collect();
        assert_eq!(
            short,
            [("one", None, vec!["name"]), ("one", Some("hint"), vec!["b", "count"]), ("two", None, vec![])]
        );
    }
}
