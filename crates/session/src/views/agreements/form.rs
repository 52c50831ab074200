//! One agreement with its tranches and payments, as a form.

use previ_engine::account::AccountNumber;
use previ_engine::agreement::{FundingAgreement, FundingLine, Tranche};
use previ_engine::certainty::{Certainty, Stage};
use previ_engine::funder::FunderKind;
use previ_engine::id::{ActivityId, AgreementId, FunderId, PositionId, TrancheId};
use previ_engine::money::Amount;
use previ_engine::month::Month;
use previ_engine::payment::{Instalment, Part, Trigger};
use previ_engine::rule::PaymentRule;
use previ_words::{Language, fiscal_year, month_long, text};

use crate::open::Session;

/// One agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreementForm {
    /// Which agreement.
    pub id: AgreementId,
    /// Its name.
    pub label: String,
    /// Who pays.
    pub funder: FunderId,
    /// The funder's name.
    pub funder_name: String,
    /// What the funder is; none if it is not in the plan.
    pub funder_kind: Option<FunderKind>,
    /// Months the funder takes to pay.
    pub delay_months: u8,
    /// Where it stands.
    pub stage: Stage,
    /// The certainty typed, where it is not that of the stage.
    pub typed_certainty: Option<Certainty>,
    /// The certainty that counts; none when refused.
    pub certainty: Option<Certainty>,
    /// The income account typed, where it is not that of the funder's kind.
    pub typed_account: Option<AccountNumber>,
    /// The income account that counts; none without a funder.
    pub account: Option<AccountNumber>,
    /// How the funder counts what it owes.
    pub payment: PaymentRule,
    /// The accounts it may pay.
    pub eligible_accounts: Vec<AccountNumber>,
    /// Every post, with whether it may pay its cost.
    pub eligible_positions: Vec<(PositionId, String, bool)>,
    /// Whether it pays for an investment, whose rules are its own.
    pub is_for_investment: bool,
    /// Its tranches, in their order.
    pub tranches: Vec<TrancheForm>,
}

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
    /// The month typed for its report, where it is not the usual one.
    pub typed_report: Option<Month>,
    /// The usual month of its report.
    pub usual_report: Month,
    /// The certainty typed, where it is not that of the agreement.
    pub typed_certainty: Option<Certainty>,
    /// Its money, per activity.
    pub lines: Vec<FundingLineForm>,
    /// Its payments as typed; one at the decision when there are none.
    pub instalments: Vec<InstalmentForm>,
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
    /// The certainty that counts; none when refused.
    pub certainty: Option<Certainty>,
}

/// A payment of a tranche.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstalmentForm {
    /// As it is in the plan, to be changed and given back.
    pub instalment: Instalment,
    /// How much, in cents.
    pub cents: i64,
    /// The month in which the money comes, the funder's delay included, or came; the first one where it
    /// comes several times.
    pub received: Month,
    /// When it is due, such as "à la décision" or "juin 2027".
    pub due: String,
}

impl AgreementForm {
    pub(crate) fn new(session: &Session, id: AgreementId) -> Option<Self> {
        let plan = session.plan();
        let agreement = plan.agreements.iter().find(|agreement| agreement.id == id)?;
        let funder = plan.funders.iter().find(|funder| funder.id == agreement.funder);
        let delay_months = funder.map_or(0, |funder| funder.delay_months);
        let tranche = |tranche| tranche_form(session, agreement, tranche, delay_months);
        Some(Self {
            id,
            label: agreement.label.clone(),
            funder: agreement.funder,
            funder_name: funder.map(|funder| funder.name.clone()).unwrap_or_default(),
            funder_kind: funder.map(|funder| funder.kind),
            delay_months,
            stage: agreement.stage,
            typed_certainty: agreement.certainty,
            certainty: agreement.level(),
            typed_account: agreement.income_account,
            account: funder.map(|funder| agreement.account_of_income(funder)),
            payment: agreement.payment,
            eligible_accounts: agreement.eligible.accounts.clone(),
            eligible_positions: plan
                .positions
                .iter()
                .map(|post| (post.id, post.label.clone(), agreement.eligible.positions.contains(&post.id)))
                .collect(),
            is_for_investment: agreement.investment.is_some(),
            tranches: agreement.tranches.iter().map(tranche).collect(),
        })
    }
}

fn tranche_form(
    session: &Session,
    agreement: &FundingAgreement,
    tranche: &Tranche,
    delay_months: u8,
) -> TrancheForm {
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
        certainty: agreement.certainty_of(tranche, line),
    };
    let view = session.view(session.selected_view());
    let payments = view.payments(agreement.id, tranche.id);
    let instalment = |(place, instalment): (usize, &Instalment)| {
        let own = payments.iter().filter(|payment| payment.instalment == Some(place));
        // Without a funder no payment is awaited.
        let usual = tranche.decision.plus(i32::from(delay_months));
        InstalmentForm {
            instalment: instalment.clone(),
            cents: match instalment.part {
                Part::Share(share) => share.of_cents(total_cents),
                Part::Amount(amount) => amount.cents(),
            },
            received: own.map(|payment| payment.arrival).min().unwrap_or(usual),
            due: due(language, instalment.trigger),
        }
    };
    let instalments: Vec<InstalmentForm> = tranche.instalments.iter().enumerate().map(instalment).collect();
    let paid: i64 = instalments.iter().map(|instalment| instalment.cents).sum();
    TrancheForm {
        id: tranche.id,
        title: title(session, tranche),
        from: tranche.from,
        to: tranche.to,
        decision: tranche.decision,
        typed_report: tranche.report,
        usual_report: Tranche { report: None, ..tranche.clone() }
            .report_after(tranche.to, &session.plan().frame.timeline()),
        typed_certainty: tranche.certainty,
        lines: tranche.lines.iter().map(line).collect(),
        unpaid_cents: if instalments.is_empty() { 0 } else { total_cents - paid },
        instalments,
        total_cents,
    }
}

fn due(language: Language, trigger: Trigger) -> String {
    match trigger {
        Trigger::InMonth(month) => month_long(language, month),
        _ => previ_words::trigger(language, trigger),
    }
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
