//! What a new agreement can be, and be for.

use std::collections::BTreeSet;

use previ_engine::account::AccountNumber;
use previ_engine::diagnostic::Arg;
use previ_engine::funder::FunderKind;
use previ_engine::payment::{Instalment, Part};
use previ_engine::rule::{ChosenKind, FlatRate, PaymentRule};
use previ_reference::{AgreementKind, PaysFor, agreement_kinds, agreement_kinds_for};
use previ_words::{
    Language, account_label, agreement_kind, agreement_kind_short, agreement_kind_why, percent, text,
    text_with, trigger,
};

use crate::edits::Purpose;
use crate::open::Session;

/// A kind of agreement to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindChoice {
    /// The kind.
    pub kind: &'static AgreementKind,
    /// Its name.
    pub name: String,
    /// Its name in a word or two, for the name of an agreement.
    pub short: String,
    /// What is special about it.
    pub why: String,
    /// Whether it is usual for the funder.
    pub is_usual: bool,
    /// The payments it begins with, such as "50 % à la signature, 50 % au compte rendu final", and the share
    /// of cost that they are of, where it is one.
    pub payments: String,
}

/// The kinds for a funder, usual ones first.
#[must_use]
pub fn kind_choices(language: Language, funder: FunderKind) -> Vec<KindChoice> {
    let choice = |kind: &'static AgreementKind| KindChoice {
        name: agreement_kind(language, &kind.id),
        short: agreement_kind_short(language, &kind.id),
        why: agreement_kind_why(language, &kind.id),
        is_usual: kind.funders.contains(&funder),
        payments: payments(language, kind),
        kind,
    };
    agreement_kinds_for(funder).into_iter().map(choice).collect()
}

fn payments(language: Language, kind: &AgreementKind) -> String {
    let one = |instalment: &Instalment| {
        let when = trigger(language, instalment.trigger);
        match instalment.part {
            Part::Share(share) => format!("{} {when}", percent(language, share)),
            Part::Amount(_) => when,
        }
    };
    let all: Vec<String> = kind.instalments.iter().map(one).collect();
    let told = if all.is_empty() { text(language, "kind-one-payment") } else { all.join(", ") };
    let PaymentRule::Rate(rate) = kind.payment else { return told };
    let args = [("payments", Arg::Text(told)), ("rate", Arg::Text(percent(language, rate)))];
    text_with(language, "kind-rate", &args)
}

/// What an agreement of a kind can be for: what it usually pays first.
#[must_use]
pub fn purposes(session: &Session, kind: &AgreementKind) -> Vec<(Purpose, String)> {
    let plan = session.plan();
    let language = session.language();
    if kind.pays_for == PaysFor::Investment {
        let named = plan.investments.iter().map(|item| (Purpose::Investment(item.id), item.label.clone()));
        return named.collect();
    }
    let structure = (Purpose::Structure, text(language, "kind-for-whole"));
    let activities = plan.activities.iter().map(|item| (Purpose::Activity(item.id), item.label.clone()));
    let all = std::iter::once(structure).chain(activities);
    if kind.pays_for == PaysFor::Activity {
        return all.collect();
    }
    let post = |label: &str| text_with(language, "kind-for-post", &[("post", Arg::Text(label.to_owned()))]);
    let posts = plan.positions.iter().map(|item| (Purpose::Post(item.id), post(&item.label)));
    posts.chain(all).collect()
}

/// The costs of the plan that a tranche can be wanted to pay: its posts, then the accounts of its lines.
#[must_use]
pub fn chosen_kinds(session: &Session) -> Vec<(ChosenKind, String)> {
    let plan = session.plan();
    let posts = plan.positions.iter().map(|item| (ChosenKind::Position(item.id), item.label.clone()));
    let accounts: BTreeSet<AccountNumber> =
        plan.lines.iter().map(|line| line.account).filter(|account| account.class() == 6).collect();
    let named = accounts.into_iter().map(|account| {
        let label = account_label(session.language(), session.reference(), account);
        (ChosenKind::Account(account), format!("{account} {label}"))
    });
    posts.chain(named).collect()
}

/// The flat rates of indirect cost in usual use, the lowest first.
#[must_use]
pub fn flat_rates() -> Vec<FlatRate> {
    let mut rates: Vec<FlatRate> = Vec::new();
    for rate in agreement_kinds().iter().flat_map(|kind| &kind.flat_rates) {
        if !rates.contains(rate) {
            rates.push(*rate);
        }
    }
    rates.sort_by_key(|flat_rate| flat_rate.rate.value());
    rates
}
