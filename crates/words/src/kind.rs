//! Kinds of funding agreements in words.

use crate::language::Language;
use crate::text::text;

/// The name of a kind of agreement by its id in the reference data: `Subvention pour un projet`.
#[must_use]
pub fn agreement_kind(language: Language, id: &str) -> String {
    text(language, &format!("agreement-kind-{id}"))
}

/// Its name in a word or two, as part of the name of an agreement: `Projet`.
#[must_use]
pub fn agreement_kind_short(language: Language, id: &str) -> String {
    text(language, &format!("agreement-kind-{id}.short"))
}

/// What is special about it, in a line.
#[must_use]
pub fn agreement_kind_why(language: Language, id: &str) -> String {
    text(language, &format!("agreement-kind-{id}.why"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_has_a_name_and_says_what_is_special_about_it() {
        assert_eq!(agreement_kind(Language::English, "project"), "Grant for a project");
        assert!(agreement_kind_why(Language::French, "project").starts_with("Une somme fixe"));
    }
}
