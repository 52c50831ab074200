//! How far a plan was met, as people read it.

use previ_engine::completion::Completion;

use crate::language::Language;
use crate::number::percent_of;
use crate::text::text;

/// Such as "98,6 %" or "hors prévision"; empty where nothing can be said.
#[must_use]
pub fn completion(language: Language, completion: Option<Completion>) -> String {
    match completion {
        None | Some(Completion::Nothing) => String::new(),
        Some(Completion::Unplanned) => text(language, "completion-unplanned"),
        Some(Completion::Percent(percent)) => {
            // With its zero, so that a column of them is aligned.
            let mut shown = percent.round_dp(1);
            shown.rescale(1);
            percent_of(language, shown)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_has_one_decimal_and_what_was_not_planned_has_none() {
        let percent = |text: &str| Some(Completion::Percent(text.parse().unwrap()));
        assert_eq!(completion(Language::French, percent("98.6011")), "98,6\u{202F}%");
        assert_eq!(completion(Language::English, percent("100.00")), "100.0%");
        assert_eq!(completion(Language::French, Some(Completion::Unplanned)), "hors prévision");
        assert_eq!(completion(Language::French, Some(Completion::Nothing)), "");
        assert_eq!(completion(Language::French, None), "");
    }
}
