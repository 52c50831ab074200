//! A tranche of an agreement with its money, its payments and what became of it.

use previ_engine::agreement::{Amendment, FundingAgreement, FundingLine, Tranche};
use previ_engine::certainty::Certainty;
use previ_engine::id::{ActivityId, TrancheId};
use previ_engine::money::Amount;
use previ_engine::month::Month;
use previ_engine::payment::Instalment;
use previ_engine::provision::Release;
use previ_engine::rule::{ChosenCost, ChosenKind};
use previ_words::{fiscal_year, month_long, text};

use super::instalment::{InstalmentForm, with_one_more};
use crate::open::Session;

/// A tranche.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrancheForm {
    /// Which tranche.
    pub id: TrancheId,
    /// Its title, such as 2027.
    pub title: String,
    /// First month it pays for.
    pub from: Month,
    /// Last month it pays for.
    pub to: Month,
    /// Month of the decision.
    pub decision: Month,
    /// The month by which it has to be asked for.
    pub filing: Option<Month>,
    /// The month of its signature, where it is not that of the decision.
    pub signature: Option<Month>,
    /// The month of its interim report, where one is dated.
    pub interim_report: Option<Month>,
    /// The month typed for its report, where it is not the usual one.
    pub typed_report: Option<Month>,
    /// The usual month of its report.
    pub usual_report: Month,
    /// The certainty typed, where it is not that of the agreement.
    pub typed_certainty: Option<Certainty>,
    /// Its money, per activity.
    pub lines: Vec<FundingLineForm>,
    /// Its payments as typed; a single one when there are none, at the decision or, where money is claimed
    /// as it is earned, after the report.
    pub instalments: Vec<InstalmentForm>,
    /// Its payments with one more: two halves to begin with, then what is left.
    pub with_one_more: Vec<Instalment>,
    /// The month in which all of it comes, where no payments are typed.
    pub only_payment: Month,
    /// The costs that the user wants it to pay first.
    pub chosen: Vec<ChosenForm>,
    /// The activity and the sum of a further one to begin with: its first line.
    pub first_line: (Option<ActivityId>, Amount),
    /// The parts of its provision that are released.
    pub releases: Vec<Release>,
    /// What it was before each change of the convention, the oldest first.
    pub amendments: Vec<AmendmentForm>,
    /// All lines together, in cents.
    pub total_cents: i64,
    /// What no payment pays, in cents, as long as payments are typed.
    pub unpaid_cents: i64,
}

/// Money of a tranche.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FundingLineForm {
    /// What it is for; the structure when absent.
    pub activity: Option<ActivityId>,
    /// Its name.
    pub activity_name: String,
    /// What was or will be asked.
    pub asked: Amount,
    /// What was granted, once known.
    pub granted: Option<Amount>,
    /// What came, once known.
    pub actual: Option<Amount>,
    /// The certainty that counts; none when refused.
    pub certainty: Option<Certainty>,
}

/// A cost that a tranche is wanted to pay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChosenForm {
    /// As it is in the plan, to be changed and given back.
    pub chosen: ChosenCost,
    /// Such as "606 Achats, Festival".
    pub label: String,
}

/// A change of the convention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmendmentForm {
    /// When it was signed.
    pub month: Month,
    /// Why.
    pub reason: String,
    /// What the tranche was before it, all lines together, in cents.
    pub before_cents: i64,
    /// What it became, in cents.
    pub after_cents: i64,
}

impl TrancheForm {
    pub(super) fn new(session: &Session, agreement: &FundingAgreement, tranche: &Tranche) -> Self {
        let language = session.language();
        let total_cents = tranche.total_cents();
        let line = |line: &FundingLine| FundingLineForm {
            activity: line.activity,
            activity_name: line.activity.map_or_else(
                || text(language, "activities-structure"),
                |id| session.plan().label(id.into()).to_owned(),
            ),
            asked: line.asked,
            granted: line.granted,
            actual: line.actual,
            certainty: agreement.certainty_of(tranche, line),
        };
        let payments = session.view(session.selected_view()).arrivals(agreement.id, tranche.id);
        let form = |(place, instalment): (usize, &Instalment)| {
            let own = payments.iter().filter(|payment| payment.instalment == Some(place));
            InstalmentForm::new(language, tranche, instalment, &own.copied().collect::<Vec<_>>())
        };
        let instalments: Vec<InstalmentForm> = tranche.instalments.iter().enumerate().map(form).collect();
        let paid: i64 = instalments.iter().map(|instalment| instalment.cents).sum();
        let unpaid_cents = if instalments.is_empty() { 0 } else { total_cents - paid };
        let chosen =
            |chosen: &ChosenCost| ChosenForm { chosen: *chosen, label: chosen_label(session, chosen) };
        Self {
            id: tranche.id,
            title: title(session, tranche),
            from: tranche.from,
            to: tranche.to,
            decision: tranche.decision,
            filing: tranche.filing,
            signature: tranche.signature,
            interim_report: tranche.interim_report,
            typed_report: tranche.report,
            usual_report: Tranche { report: None, ..tranche.clone() }
                .report_after(tranche.end(), &session.plan().frame.timeline()),
            typed_certainty: tranche.certainty,
            lines: tranche.lines.iter().map(line).collect(),
            only_payment: payments.first().map_or(tranche.decision, |payment| payment.arrival),
            unpaid_cents,
            with_one_more: with_one_more(tranche, unpaid_cents),
            instalments,
            chosen: tranche.chosen.iter().map(chosen).collect(),
            first_line: tranche.lines.first().map(|line| (line.activity, line.amount())).unwrap_or_default(),
            releases: tranche.releases.clone(),
            amendments: amendments(tranche),
            total_cents,
        }
    }
}

/// Each amendment with what the next one, or today, made of it.
fn amendments(tranche: &Tranche) -> Vec<AmendmentForm> {
    let cents = |lines: &[FundingLine]| lines.iter().map(|line| line.amount().cents()).sum();
    let later = tranche.amendments.iter().skip(1).map(|next| cents(&next.before));
    let after = later.chain([tranche.total_cents()]);
    let form = |(amendment, after_cents): (&Amendment, i64)| AmendmentForm {
        month: amendment.month,
        reason: amendment.reason.clone(),
        before_cents: cents(&amendment.before),
        after_cents,
    };
    tranche.amendments.iter().zip(after).map(form).collect()
}

fn chosen_label(session: &Session, chosen: &ChosenCost) -> String {
    let plan = session.plan();
    let cost = match chosen.cost {
        ChosenKind::Account(account) => {
            previ_words::account_label(session.language(), session.reference(), account)
        }
        ChosenKind::Position(position) => plan.label(position.into()).to_owned(),
    };
    let structure = || text(session.language(), "activities-structure");
    let activity = chosen.activity.map_or_else(structure, |id| plan.label(id.into()).to_owned());
    format!("{cost}, {activity}")
}

/// The fiscal year it pays for, or its months where it is not one.
fn title(session: &Session, tranche: &Tranche) -> String {
    let year = session.plan().frame.timeline().fiscal_year(tranche.from);
    if year.first == tranche.from && year.last() == tranche.to {
        return fiscal_year(year);
    }
    let month = |month| month_long(session.language(), month);
    format!("{} – {}", month(tranche.from), month(tranche.to))
}
