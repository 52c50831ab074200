//! The chart of accounts.

use std::sync::OnceLock;

use previ_engine::account::AccountNumber;
use previ_engine::month::Month;
use previ_engine::reference::{ChartAccount, ChartOrigin, Reference};
use serde::Deserialize;

use crate::thresholds::thresholds;

const CHART: &str = include_str!("../data/chart.ron");

/// The file `chart.ron`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Chart {
    edition: String,
    parts: Vec<Part>,
}

/// Accounts of one source.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Part {
    #[cfg_attr(not(test), expect(dead_code, reason = "required in the file; read by the tests"))]
    source: String,
    #[cfg_attr(not(test), expect(dead_code, reason = "required in the file; read by the tests"))]
    month: Month,
    accounts: Vec<Account>,
}

/// Number, origin, French label, English label.
#[derive(Deserialize)]
struct Account(AccountNumber, Origin, String, String);

/// [`ChartOrigin`] as the file writes it.
#[derive(Clone, Copy, Deserialize)]
enum Origin {
    Anc,
    Usual,
}

/// The reference data that comes with the program, read once.
///
/// The chart would be empty if the embedded file could not be read; a test proves that it can.
#[must_use]
pub fn reference() -> &'static Reference {
    static REFERENCE: OnceLock<Reference> = OnceLock::new();
    REFERENCE.get_or_init(|| {
        let chart = ron::from_str(CHART).unwrap_or(Chart { edition: String::new(), parts: Vec::new() });
        of(chart)
    })
}

fn of(chart: Chart) -> Reference {
    let account = |Account(number, origin, label_fr, label_en)| ChartAccount {
        number,
        label_fr,
        label_en,
        origin: match origin {
            Origin::Anc => ChartOrigin::Anc,
            Origin::Usual => ChartOrigin::Usual,
        },
    };
    let accounts = chart.parts.into_iter().flat_map(|part| part.accounts);
    Reference {
        edition: chart.edition,
        chart: accounts.map(account).collect(),
        thresholds: thresholds(),
        payroll: crate::payroll::payroll(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use previ_engine::funder::FunderKind;
    use previ_engine::in_kind::InKindKind;
    use previ_engine::journal::accounts;

    fn file() -> Chart {
        ron::from_str(CHART).unwrap()
    }

    fn number(text: &str) -> AccountNumber {
        text.parse().unwrap()
    }

    fn knows(number: AccountNumber) -> bool {
        reference().nearest(number).is_some_and(|account| account.number == number)
    }

    #[test]
    fn the_file_can_be_read_and_names_its_edition() {
        assert_eq!(file().edition, reference().edition);
        assert!(!reference().edition.is_empty());
        assert!(reference().chart.len() > 300);
    }

    #[test]
    fn every_part_names_its_source_and_a_month_not_after_the_edition() {
        let edition: Month = file().edition.parse().unwrap();
        for part in file().parts {
            assert!(part.source.len() > 20 && !part.accounts.is_empty(), "{}", part.source);
            assert!(part.month <= edition, "{}", part.source);
        }
    }

    #[test]
    fn accounts_are_sorted_and_each_stands_once() {
        for pair in reference().chart.windows(2) {
            assert!(pair[0].number < pair[1].number, "{} before {}", pair[0].number, pair[1].number);
        }
    }

    #[test]
    fn labels_are_in_both_languages_without_stray_spaces_or_signs_the_fonts_lack() {
        let drawn = |c: char| (' '..='ÿ').contains(&c) || "Œœ–".contains(c);
        for account in &reference().chart {
            for label in [&account.label_fr, &account.label_en] {
                assert!(!label.is_empty() && label.trim() == label, "{}", account.number);
                assert!(label.chars().all(drawn), "{} {label}", account.number);
            }
        }
    }

    #[test]
    fn two_accounts_of_a_class_never_share_a_label() {
        for label in [|a: &'static ChartAccount| &a.label_fr, |a: &'static ChartAccount| &a.label_en] {
            let mut seen = std::collections::BTreeMap::new();
            for account in &reference().chart {
                let before = seen.insert((account.number.class(), label(account)), account.number);
                assert_eq!(before, None, "{}", account.number);
            }
        }
    }

    #[test]
    fn every_account_hangs_on_its_heading_and_its_class() {
        for account in &reference().chart {
            assert!(knows(account.number.heading()), "{}", account.number);
            assert!(knows(AccountNumber::of(account.number.class().into())), "{}", account.number);
        }
    }

    #[test]
    fn the_headings_of_a_french_budget_are_all_there() {
        let headings = (60..=69).chain(70..=78).chain([86, 87]);
        for heading in headings.map(AccountNumber::of) {
            assert!(knows(heading), "{heading}");
        }
    }

    #[test]
    fn every_account_that_the_rules_use_is_known() {
        let funders =
            FunderKind::ALL.into_iter().flat_map(|kind| [kind.income_account(), kind.claim_account()]);
        let kinds = [InKindKind::Relief, InKindKind::FreeUse, InKindKind::Services, InKindKind::Volunteering];
        let in_kind = kinds.into_iter().flat_map(|kind| <[_; 2]>::from(kind.accounts()));
        // Those of the balance sheet that no constant names.
        let shown = [119, 129, 467, 486, 487, 519, 53, 50].map(AccountNumber::of);
        for account in accounts::FIXED.into_iter().chain(funders).chain(in_kind).chain(shown) {
            assert!(knows(account), "{account}");
        }
    }

    #[test]
    fn usual_assets_are_known_with_their_depreciation() {
        for asset in ["205", "2135", "2181", "2182", "2183", "2184"].map(number) {
            assert!(knows(asset) && knows(asset.depreciation()), "{asset}");
        }
        assert!(knows(number("275")));
        assert!(knows(number("531")));
    }

    #[test]
    fn accounts_gone_since_2025_are_not_known() {
        for gone in ["79", "791", "777", "197", "775", "675"].map(number) {
            assert!(!knows(gone), "{gone}");
        }
    }

    #[test]
    fn gifts_in_kind_and_volunteers_have_their_numbers_of_2018_06() {
        let label = |text: &str| reference().nearest(number(text)).unwrap().label_fr.as_str();
        assert_eq!(label("870"), "Dons en nature");
        assert_eq!(label("875"), "Bénévolat");
        assert_eq!(label("7581"), "Indemnités et autres produits");
    }
}
