//! The account of a line: as the sheet writes it, else as its label means it.

use previ_engine::account::AccountNumber;
use previ_engine::diagnostic::{Arg, Diagnostic, Place, Severity};
use previ_engine::funder::FunderKind;

use super::analysis::Found;
use super::codes::{ACCOUNT_FROM_LABEL, ACCOUNT_GUESSED, ACCOUNT_UNKNOWN, LABEL_DISAGREES, say};
use super::layout::sides::Group;
use super::proposal::{Confidence, Question};
use super::wording::funders;
use super::wording::headings::Side;
use super::wording::lines::Lexicon;
use super::wording::text::{folded, words};

const GRANTS: AccountNumber = AccountNumber::of(74);
const OPERATING_GRANTS: AccountNumber = AccountNumber::of(741);
/// The released part of investment grants, which is no promise of money.
const RELEASED_GRANTS: AccountNumber = AccountNumber::of(747);
/// "Divers" on each side: where a line stands whose label says nothing.
const OTHER_COSTS: AccountNumber = AccountNumber::of(628);
const OTHER_INCOME: AccountNumber = AccountNumber::of(7588);

/// The account of a line and how it was found.
pub(crate) struct Chosen {
    pub(crate) account: AccountNumber,
    pub(crate) confidence: Confidence,
    pub(crate) question: Option<Question>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// Whether an account is that of grants, which become agreements.
pub(crate) fn is_grant(account: AccountNumber) -> bool {
    account.is_under(GRANTS) && !account.is_under(RELEASED_GRANTS)
}

/// The account of a line.
pub(crate) fn choose(line: &Found, place: &Place, lexicon: &Lexicon<'_>) -> Chosen {
    match line.account {
        Some(account) => written(line, account, place, lexicon),
        None => by_label(line, place, lexicon),
    }
}

/// Kept as typed; an unknown number is said, and a label that means another account is asked about.
fn written(line: &Found, account: AccountNumber, place: &Place, lexicon: &Lexicon<'_>) -> Chosen {
    let label = || Arg::Text(line.label.clone());
    let mut chosen =
        Chosen { account, confidence: Confidence::High, question: None, diagnostics: Vec::new() };
    let nearest = lexicon.reference.nearest(account);
    if let Some(nearest) = nearest.filter(|nearest| nearest.number != account) {
        let said = say(ACCOUNT_UNKNOWN, Severity::Note, place.clone()).with("label", label());
        let said = said.with("account", Arg::Account(account));
        chosen.diagnostics.push(said.with("nearest", Arg::Account(nearest.number)));
    }
    let says_the_same = nearest.is_some_and(|known| words(&known.label_fr) == words(&line.label));
    let meant = lexicon
        .meaning(&line.label, line.group.side(), in_kind_heading(line.group))
        .filter(|found| found.is_sure);
    let Some(meant) = meant.map(|found| found.account).filter(|_| !says_the_same) else { return chosen };
    let says_nothing = matches!(meant, OTHER_COSTS | OTHER_INCOME);
    let in_short = meant.digits() < 3 || account.digits() < 3;
    let agrees = if in_short {
        meant.is_under(account) || account.is_under(meant)
    } else {
        meant.prefix(3) == account.prefix(3)
    };
    // Grants stand in 74, whoever pays them.
    let is_paid_grant = is_grant(account) && meant.prefix(2) >= 73;
    if !(agrees || says_nothing || is_paid_grant) {
        let said = say(LABEL_DISAGREES, Severity::Warning, place.clone()).with("label", label());
        let said = said.with("account", Arg::Account(account)).with("suggested", Arg::Account(meant));
        chosen.diagnostics.push(said);
        chosen.confidence = Confidence::Medium;
        chosen.question = Some(Question::LabelSaysOtherwise(meant));
    }
    chosen
}

/// Where contributions in kind stand: 86 for what they are used for, 87 for where they come from.
fn in_kind_heading(group: Group) -> Option<AccountNumber> {
    match group {
        Group::Uses => Some(AccountNumber::of(86)),
        Group::Resources => Some(AccountNumber::of(87)),
        Group::Charges | Group::Income => None,
    }
}

fn by_label(line: &Found, place: &Place, lexicon: &Lexicon<'_>) -> Chosen {
    let side = line.group.side();
    let found = found(line, side, lexicon);
    let (account, confidence, question) = match found {
        Some((account, confidence)) => (account, confidence, Question::AccountFromLabel),
        None => {
            let other = match side {
                Side::Charges => OTHER_COSTS,
                Side::Income => OTHER_INCOME,
            };
            (other, Confidence::Low, Question::AccountGuessed)
        }
    };
    let (code, severity) = match question {
        Question::AccountGuessed => (ACCOUNT_GUESSED, Severity::Warning),
        _ => (ACCOUNT_FROM_LABEL, Severity::Note),
    };
    let said = say(code, severity, place.clone()).with("label", Arg::Text(line.label.clone()));
    let diagnostics = vec![said.with("account", Arg::Account(account))];
    Chosen { account, confidence, question: Some(question), diagnostics }
}

fn found(line: &Found, side: Side, lexicon: &Lexicon<'_>) -> Option<(AccountNumber, Confidence)> {
    let confidence = |is_sure: bool| if is_sure { Confidence::Medium } else { Confidence::Low };
    if let Some(heading) = in_kind_heading(line.group) {
        let meant = lexicon.meaning(&line.label, side, Some(heading));
        return Some(
            meant.map_or((heading, Confidence::Low), |meant| (meant.account, confidence(meant.is_sure))),
        );
    }
    if let Some(heading) = line.heading {
        let below = lexicon.meaning(&line.label, side, Some(heading));
        let account = match below {
            Some(below) => below.account,
            None if heading == GRANTS => OPERATING_GRANTS,
            None => heading,
        };
        let is_sure = below.is_some_and(|below| below.is_sure) || is_grant(account);
        return Some((account, confidence(is_sure)));
    }
    let meant = lexicon.meaning(&line.label, side, None);
    let section = line.section.as_deref().and_then(|section| lexicon.meaning(section, side, None));
    let in_grants = section.is_some_and(|section| is_grant(section.account));
    if side == Side::Income
        && meant.is_none_or(|meant| is_grant(meant.account))
        && let Some(account) = grant(&line.label, in_grants)
    {
        return Some((account, Confidence::Medium));
    }
    match (meant, section) {
        (Some(meant), _) => Some((meant.account, confidence(meant.is_sure))),
        (None, Some(section)) => Some((section.account, Confidence::Low)),
        (None, None) => None,
    }
}

/// The account of a grant told by who pays it.
fn grant(label: &str, in_grants: bool) -> Option<AccountNumber> {
    let is_called_grant = in_grants || folded(label).contains("subvention");
    match funders::kind(label) {
        // Private money is no grant in the chart.
        Some(kind @ FunderKind::Foundation) => Some(kind.income_account()),
        Some(FunderKind::Company | FunderKind::Person) => None,
        Some(kind) if !is_called_grant => Some(kind.income_account()),
        Some(_) => Some(OPERATING_GRANTS),
        None => is_called_grant.then_some(OPERATING_GRANTS),
    }
}

/// Whether a line without account names a funder whose money comes as an agreement.
pub(crate) fn is_agreement(line: &Found, account: AccountNumber) -> bool {
    if line.group != Group::Income {
        return false;
    }
    let pays = |kind: FunderKind| kind.is_public() || kind == FunderKind::Foundation;
    let told_by_funder = line.account.is_none()
        && funders::kind(&line.label).is_some_and(|kind| pays(kind) && kind.income_account() == account);
    is_grant(account) || told_by_funder
}
