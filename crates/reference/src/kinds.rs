//! Kinds of funding agreements, as starting values of a new one.

use std::sync::OnceLock;

use previ_engine::account::AccountNumber;
use previ_engine::certainty::Certainty;
use previ_engine::funder::FunderKind;
use previ_engine::month::Month;
use previ_engine::payment::Instalment;
use previ_engine::provision::Provision;
use previ_engine::rule::{Ceiling, FlatRate, PaymentRule};
use serde::Deserialize;

const KINDS: &str = include_str!("../data/agreement-kinds.ron");

/// A kind of funding agreement (*type de convention*): what a new one of it begins with.
///
/// A template and no more: a plan does not remember it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementKind {
    /// Its name in the texts, such as `cpo`.
    pub id: String,
    /// The funders it is usual for, the most usual first.
    pub funders: Vec<FunderKind>,
    /// What it pays for.
    #[serde(default)]
    pub pays_for: PaysFor,
    /// How many years it usually lasts.
    pub years: u8,
    /// Whether each year is a tranche of its own (*tranches annuelles*); one for all its time otherwise.
    pub each_year: bool,
    /// How sure its later tranches are while the first one is certain, each decided in its own year; decided
    /// with the first one when absent.
    #[serde(default)]
    pub later: Option<Certainty>,
    /// How the funder counts what it owes, and what becomes of money not used.
    pub payment: PaymentRule,
    /// The payments of each tranche; one at the decision when there are none.
    #[serde(default)]
    pub instalments: Vec<Instalment>,
    /// Months from the end of a tranche to its report, where that is not six months after the fiscal year.
    #[serde(default)]
    pub report_months: Option<u8>,
    /// Income accounts that differ from that of the funder's kind.
    #[serde(default)]
    pub income_accounts: Vec<(FunderKind, AccountNumber)>,
    /// Flat rates of indirect cost that such agreements may choose from; none is chosen beforehand.
    #[serde(default)]
    pub flat_rates: Vec<FlatRate>,
    /// Limits that it sets on its own money.
    #[serde(default)]
    pub ceilings: Vec<Ceiling>,
    /// Provision for money that may go back or never come.
    #[serde(default)]
    pub provision: Option<Provision>,
    /// Months that its funder takes to pay, for a funder that is new too.
    #[serde(default)]
    pub funder_delay: u8,
    /// Where its values come from.
    pub facts: Vec<Fact>,
}

/// What a kind of agreement pays for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum PaysFor {
    /// An activity, or the structure (*action, fonctionnement*).
    #[default]
    Activity,
    /// A post (*poste*).
    Post,
    /// An investment (*investissement*).
    Investment,
}

/// Where values of a kind come from.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Which of its values.
    pub about: KindValue,
    /// Where it comes from.
    pub source: String,
    /// The month in which that was current.
    pub month: Month,
    /// How well it is known.
    pub standing: Standing,
}

/// A value of a kind of agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum KindValue {
    /// How long it lasts.
    Years,
    /// How sure later tranches are.
    Later,
    /// The payment rule and what becomes of unused money.
    Payment,
    /// The payments.
    Instalments,
    /// The month of the report.
    Report,
    /// The income accounts.
    IncomeAccount,
    /// The flat rates to choose from.
    FlatRates,
    /// The ceilings.
    Ceilings,
    /// The provision.
    Provision,
    /// The time the funder takes.
    FunderDelay,
}

/// How well a fact is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Standing {
    /// Read in the source.
    Read,
    /// Common practice or general knowledge: to be checked on the signed paper.
    Usual,
}

impl AgreementKind {
    /// The income account that differs from that of the funder's kind, if one does.
    #[must_use]
    pub fn income_account(&self, funder: FunderKind) -> Option<AccountNumber> {
        self.income_accounts.iter().find(|(kind, _)| *kind == funder).map(|(_, account)| *account)
    }

    /// Whether some of its values have to be checked on the signed paper.
    #[must_use]
    pub fn is_to_be_checked(&self) -> bool {
        self.facts.iter().any(|fact| fact.standing == Standing::Usual)
    }
}

/// The file `agreement-kinds.ron`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kinds {
    kinds: Vec<AgreementKind>,
}

/// The kinds of agreements, read once, in the order of the file.
///
/// Empty if the embedded file could not be read; a test proves that it can.
#[must_use]
pub fn agreement_kinds() -> &'static [AgreementKind] {
    static ALL: OnceLock<Vec<AgreementKind>> = OnceLock::new();
    ALL.get_or_init(|| ron::from_str::<Kinds>(KINDS).map_or(Vec::new(), |file| file.kinds))
}

/// Every kind, those usual for a funder first, the most usual one at the very front.
#[must_use]
pub fn agreement_kinds_for(funder: FunderKind) -> Vec<&'static AgreementKind> {
    let mut kinds: Vec<&AgreementKind> = agreement_kinds().iter().collect();
    let place = |kind: &&AgreementKind| kind.funders.iter().position(|usual| *usual == funder);
    // A stable sort: equally usual ones stay in the order of the file.
    kinds.sort_by_key(|kind| place(kind).unwrap_or(usize::MAX));
    kinds
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::reference;
    use previ_engine::payment::{Part, Trigger};
    use previ_engine::rule::UnspentRule;
    use std::collections::BTreeSet;

    fn kind(id: &str) -> &'static AgreementKind {
        agreement_kinds().iter().find(|kind| kind.id == id).unwrap()
    }

    fn first(funder: FunderKind) -> &'static str {
        agreement_kinds_for(funder)[0].id.as_str()
    }

    #[test]
    fn the_file_can_be_read_and_every_kind_has_a_name_of_its_own() {
        ron::from_str::<Kinds>(KINDS).map(drop).unwrap();
        let names: BTreeSet<&str> = agreement_kinds().iter().map(|kind| kind.id.as_str()).collect();
        assert_eq!(names.len(), agreement_kinds().len());
        assert!(names.len() >= 11);
    }

    #[test]
    fn every_value_that_is_set_names_its_source_once_and_no_other_does() {
        for kind in agreement_kinds() {
            let mut told: Vec<KindValue> = kind.facts.iter().map(|fact| fact.about).collect();
            told.sort_unstable();
            let set = [
                (KindValue::Years, kind.years > 1),
                (KindValue::Later, kind.later.is_some()),
                (KindValue::Payment, true),
                (KindValue::Instalments, !kind.instalments.is_empty()),
                (KindValue::Report, kind.report_months.is_some()),
                (KindValue::IncomeAccount, !kind.income_accounts.is_empty()),
                (KindValue::FlatRates, !kind.flat_rates.is_empty()),
                (KindValue::Ceilings, !kind.ceilings.is_empty()),
                (KindValue::Provision, kind.provision.is_some()),
                (KindValue::FunderDelay, kind.funder_delay > 0),
            ];
            let needed: Vec<KindValue> = set.into_iter().filter(|(_, set)| *set).map(|(v, _)| v).collect();
            assert_eq!(told, needed, "{}", kind.id);
            let edition: Month = reference().edition.parse().unwrap();
            for fact in &kind.facts {
                assert!(fact.source.len() > 20 && fact.month <= edition, "{}: {}", kind.id, fact.source);
            }
        }
    }

    #[test]
    fn what_is_ours_or_common_practice_is_to_be_checked_on_the_signed_paper() {
        for fact in agreement_kinds().iter().flat_map(|kind| &kind.facts) {
            let is_a_guess = fact.source.starts_with("Ours") || fact.source.starts_with("Common practice");
            assert!(!is_a_guess || fact.standing == Standing::Usual, "{}", fact.source);
        }
        assert!(kind("cpo").is_to_be_checked());
        assert!(!kind("post-aid").is_to_be_checked());
    }

    #[test]
    fn the_payments_of_a_kind_make_the_whole_tranche() {
        for kind in agreement_kinds().iter().filter(|kind| !kind.instalments.is_empty()) {
            let share = |instalment: &Instalment| match instalment.part {
                Part::Share(share) => share.of_cents(10_000),
                Part::Amount(amount) => panic!("{} of {amount:?}: amounts are not known beforehand", kind.id),
            };
            assert_eq!(kind.instalments.iter().map(share).sum::<i64>(), 10_000, "{}", kind.id);
            assert!(kind.instalments.iter().all(|instalment| instalment.received.is_none()), "{}", kind.id);
        }
    }

    #[test]
    fn numbers_lie_in_the_bounds_of_the_engine() {
        for kind in agreement_kinds() {
            assert!((1..=10).contains(&kind.years) && kind.funder_delay <= 60, "{}", kind.id);
            for instalment in &kind.instalments {
                if let Trigger::EachYearIn(month) = instalment.trigger {
                    assert!((1..=12).contains(&month), "{}", kind.id);
                }
            }
            for (_, account) in &kind.income_accounts {
                let known = reference().nearest(*account).is_some_and(|found| found.number == *account);
                assert!(known && account.class() == 7, "{}", kind.id);
            }
        }
    }

    #[test]
    fn ceilings_belong_only_to_money_that_has_to_find_cost() {
        let general = agreement_kinds().iter().filter(|kind| kind.payment == PaymentRule::General);
        for kind in general {
            assert!(kind.ceilings.is_empty() && kind.flat_rates.is_empty(), "{}", kind.id);
        }
    }

    #[test]
    fn every_funder_has_a_kind_that_is_proposed_first() {
        for funder in FunderKind::ALL {
            assert!(agreement_kinds_for(funder)[0].funders.contains(&funder), "{funder:?}");
            assert_eq!(agreement_kinds_for(funder).len(), agreement_kinds().len());
        }
        assert_eq!(first(FunderKind::State), "cpo");
        assert_eq!(first(FunderKind::Region), "region-70-30");
        assert_eq!(first(FunderKind::Department), "department-70-30");
        assert_eq!(first(FunderKind::Municipality), "operating");
        assert_eq!(first(FunderKind::SocialBody), "caf");
        assert_eq!(first(FunderKind::Europe), "europe");
        assert_eq!(first(FunderKind::EmploymentAid), "post-aid");
        assert_eq!(first(FunderKind::Company), "foundation");
        assert_eq!(first(FunderKind::Person), "gift");
    }

    #[test]
    fn a_cpo_is_firm_for_a_year_and_advances_half_before_the_end_of_march() {
        let cpo = kind("cpo");
        assert_eq!((cpo.years, cpo.each_year, cpo.later), (4, true, Some(Certainty::Favourable)));
        assert_eq!(cpo.payment, PaymentRule::Fixed(UnspentRule::Carry { until: None }));
        assert_eq!(cpo.instalments[0].trigger, Trigger::EachYearIn(3));
        assert_eq!(cpo.instalments[0].part, Part::Share("50".parse().unwrap()));
    }

    #[test]
    fn money_of_a_caf_by_scale_is_in_73_and_a_grant_of_it_in_741() {
        let account = |id, funder| kind(id).income_account(funder).map(|account| account.to_string());
        assert_eq!(FunderKind::SocialBody.income_account().to_string(), "73");
        assert_eq!(account("caf", FunderKind::SocialBody), None);
        assert_eq!(account("caf", FunderKind::Municipality).as_deref(), Some("73"));
        assert_eq!(account("project", FunderKind::SocialBody).as_deref(), Some("741"));
        assert_eq!(account("project", FunderKind::Region), None);
    }
}
