//! Which account a label means.

use previ_engine::account::AccountNumber;
use previ_engine::reference::Reference;

use super::headings::Side;
use super::text::{position, words};
use super::usual::USUAL;

/// An account found by a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Meaning {
    pub(crate) account: AccountNumber,
    /// Whether the words found make up at least half of the label.
    pub(crate) is_sure: bool,
}

/// The words of the chart and of usual lines, split once.
pub(crate) struct Lexicon<'a> {
    pub(crate) reference: &'a Reference,
    chart: Vec<(AccountNumber, Vec<String>)>,
    usual: Vec<(Vec<String>, Option<AccountNumber>, Option<AccountNumber>)>,
}

impl<'a> Lexicon<'a> {
    pub(crate) fn new(reference: &'a Reference) -> Self {
        let below_class = reference.chart.iter().filter(|account| account.number.digits() > 1);
        let account = |number: Option<u32>| number.map(AccountNumber::of);
        Self {
            reference,
            chart: below_class.map(|account| (account.number, words(&account.label_fr))).collect(),
            usual: USUAL
                .iter()
                .map(|(text, cost, income)| (words(text), account(*cost), account(*income)))
                .collect(),
        }
    }

    /// The account that `label` means on a side; below `heading` where some meaning stands there.
    ///
    /// The label of an account of the chart, said in full, comes first; then the longest usual wording
    /// that stands in the label.
    pub(crate) fn meaning(&self, label: &str, side: Side, heading: Option<AccountNumber>) -> Option<Meaning> {
        let label = words(label);
        if label.is_empty() {
            return None;
        }
        let is_below = |account: AccountNumber| heading.is_none_or(|heading| account.is_under(heading));
        // Class 8 says "Prestations" for what is free of charge; without heading that means class 6 or 7.
        let class = heading.map_or(side.class(), AccountNumber::class);
        let on_side = |account: AccountNumber| account.class() == class;
        let said_in_full = self
            .chart
            .iter()
            .find(|(account, words)| on_side(*account) && is_below(*account) && *words == label);
        if let Some((account, _)) = said_in_full {
            return Some(Meaning { account: *account, is_sure: true });
        }
        let found = self.usual.iter().filter_map(|(wording, cost, income)| {
            let account = match side {
                Side::Charges => *cost,
                Side::Income => *income,
            };
            let account = account.filter(|account| is_below(*account))?;
            let at = position(&label, wording)?;
            Some((account, wording.len(), at))
        });
        // The longest, then the one that stands first.
        let (account, length, _) = found.max_by_key(|(_, length, at)| (*length, std::cmp::Reverse(*at)))?;
        Some(Meaning { account, is_sure: length * 2 >= label.len() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn empty() -> Reference {
        Reference {
            edition: "test".into(),
            chart: Vec::new(),
            thresholds: Vec::new(),
            payroll: Default::default(),
        }
    }

    fn account(label: &str, side: Side) -> Option<String> {
        Lexicon::new(&empty()).meaning(label, side, None).map(|meaning| meaning.account.to_string())
    }

    #[test]
    fn usual_labels_mean_an_account_of_their_side() {
        let cases = [
            ("Loyer du local", Side::Charges, "6132"),
            ("Assurance MAIF", Side::Charges, "616"),
            ("Salaires bruts", Side::Charges, "641"),
            ("Charges sociales", Side::Charges, "645"),
            ("Repas des bénévoles", Side::Charges, "6257"),
            ("Cotisations des adhérents", Side::Income, "756"),
            ("Cotisation à la fédération", Side::Charges, "6281"),
            ("Rémunérations d'intermédiaires et honoraires", Side::Charges, "622"),
            ("Dons manuels", Side::Income, "7541"),
            ("Bénévolat", Side::Income, "875"),
        ];
        for (label, side, expected) in cases {
            assert_eq!(account(label, side).as_deref(), Some(expected), "{label}");
        }
        assert_eq!(account("Loyer", Side::Charges), Some("6132".into()));
        assert_eq!(account("Zorglub", Side::Charges), None);
        assert_eq!(account("", Side::Charges), None);
    }

    #[test]
    fn a_heading_keeps_the_meaning_below_it() {
        let heading = |number| Some(AccountNumber::of(number));
        let reference = empty();
        let lexicon = Lexicon::new(&reference);
        let under = |label, number| lexicon.meaning(label, Side::Charges, heading(number));
        assert_eq!(under("Location", 61).map(|m| m.account), heading(613));
        assert_eq!(under("Location", 62), None);
    }

    #[test]
    fn the_table_says_nothing_twice_and_stays_in_its_classes() {
        for (place, (wording, cost, income)) in USUAL.iter().enumerate() {
            let again = USUAL.iter().skip(place + 1).find(|(other, _, _)| words(other) == words(wording));
            let agrees = again.is_none_or(|(_, other_cost, other_income)| {
                (cost, income) == (other_cost, other_income)
                    || (cost.is_none() && other_income.is_none())
                    || (income.is_none() && other_cost.is_none())
            });
            assert!(agrees, "{wording}");
            let class = |number: &Option<u32>| number.map(|n| AccountNumber::of(n).class());
            assert!(matches!(class(cost), None | Some(6 | 8)), "{wording}");
            assert!(matches!(class(income), None | Some(7 | 8)), "{wording}");
        }
    }
}
