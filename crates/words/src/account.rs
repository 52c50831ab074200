//! Labels of accounts.

use previ_engine::account::AccountNumber;
use previ_engine::reference::Reference;

use crate::language::Language;

/// The label of an account: that of the longest number of the chart it begins with; the number itself
/// where the chart knows none.
#[must_use]
pub fn account_label(language: Language, reference: &Reference, number: AccountNumber) -> String {
    reference.nearest(number).map_or_else(
        || number.to_string(),
        |account| match language {
            Language::French => account.label_fr.clone(),
            Language::English => account.label_en.clone(),
        },
    )
}

/// The label of the two-digit heading an account stands under, such as *Achats* for 6061.
#[must_use]
pub fn heading(language: Language, reference: &Reference, number: AccountNumber) -> String {
    account_label(language, reference, number.heading())
}

#[cfg(test)]
mod tests {
    use super::Language::{English, French};
    use super::*;
    use previ_engine::reference::{ChartAccount, ChartOrigin};

    fn chart() -> Reference {
        let account = |number: &str, french: &str, english: &str| ChartAccount {
            number: number.parse().unwrap(),
            label_fr: french.into(),
            label_en: english.into(),
            origin: ChartOrigin::Anc,
        };
        let chart = vec![account("60", "Achats", "Purchases"), account("606", "Fournitures", "Supplies")];
        Reference { edition: "test".into(), chart, thresholds: Vec::new(), payroll: Default::default() }
    }

    #[test]
    fn an_account_has_the_label_of_the_nearest_one_known() {
        let number = |text: &str| text.parse().unwrap();
        assert_eq!(account_label(French, &chart(), number("6064")), "Fournitures");
        assert_eq!(account_label(English, &chart(), number("607")), "Purchases");
        assert_eq!(account_label(English, &chart(), number("75")), "75");
        assert_eq!(heading(French, &chart(), number("6064")), "Achats");
    }
}
