//! A payment of a tranche: how much, when, what came of it.

use previ_engine::agreement::Tranche;
use previ_engine::money::{Amount, Percent};
use previ_engine::month::Month;
use previ_engine::payment::{ExpectedPayment, Instalment, Part, Receipt, Trigger};
use previ_words::{Language, month_long};
use rust_decimal::{Decimal, RoundingStrategy};

/// A payment of a tranche.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstalmentForm {
    /// As it is in the plan, to be changed and given back.
    pub instalment: Instalment,
    /// How much as typed, in cents, whatever a view counts or what came before.
    pub cents: i64,
    /// What the view counts of it: of what is awaited, or of what came, in cents.
    pub awaited_cents: i64,
    /// The month in which the money comes, the funder's delay included, or came; none where it comes several
    /// times.
    pub expected: Option<Month>,
    /// What came, to begin with when it is noted: what is awaited, in its month.
    pub usual_receipt: Receipt,
    /// What is missing of it once it came, in cents; 0 where nothing is.
    pub missing_cents: i64,
    /// The other way to say how much: an amount for a share; for an amount the share of the tranche, down to
    /// two decimals of a percent.
    pub other_part: Part,
    /// The same as one payment each time, where it comes several times; none otherwise.
    pub one_by_one: Vec<Instalment>,
    /// When it is due, such as "à la décision" or "juin 2027".
    pub due: String,
}

impl InstalmentForm {
    /// `payments` are those of this instalment, as the view counts them.
    pub(super) fn new(
        language: Language,
        tranche: &Tranche,
        instalment: &Instalment,
        payments: &[ExpectedPayment],
    ) -> Self {
        let total_cents = tranche.total_cents();
        let cents = match instalment.part {
            Part::Share(share) => share.of_cents(total_cents),
            Part::Amount(amount) => amount.cents(),
        };
        let awaited_cents: i64 = payments.iter().map(|payment| payment.cents).sum();
        let comes_often = payments.len() > 1;
        let expected = payments.first().map(|payment| payment.arrival).filter(|_| !comes_often);
        let came = instalment.received.map(|receipt| receipt.amount.cents());
        Self {
            instalment: instalment.clone(),
            cents,
            awaited_cents,
            expected,
            usual_receipt: Receipt {
                month: expected.unwrap_or(tranche.decision),
                amount: Amount::from_cents(awaited_cents.max(0)),
            },
            missing_cents: came.map_or(0, |came| (cents - came).max(0)),
            other_part: match instalment.part {
                Part::Share(_) => Part::Amount(Amount::from_cents(cents)),
                Part::Amount(_) => Part::Share(share_of(cents, total_cents)),
            },
            one_by_one: payments.iter().filter(|_| comes_often).map(once).collect(),
            due: match instalment.trigger {
                Trigger::InMonth(month) => month_long(language, month),
                trigger => previ_words::trigger(language, trigger),
            },
        }
    }
}

fn once(payment: &ExpectedPayment) -> Instalment {
    let amount = Part::Amount(Amount::from_cents(payment.cents));
    Instalment::new(amount, Trigger::InMonth(payment.due))
}

fn share_of(cents: i64, whole_cents: i64) -> Percent {
    let share = Decimal::from(cents).checked_mul(Decimal::ONE_HUNDRED);
    let share = share.and_then(|share| share.checked_div(Decimal::from(whole_cents)));
    let share = share.map(|share| share.round_dp_with_strategy(2, RoundingStrategy::ToZero));
    share.and_then(Percent::new).unwrap_or_default()
}

/// The payments of a tranche with one more.
pub(super) fn with_one_more(tranche: &Tranche, unpaid_cents: i64) -> Vec<Instalment> {
    let report = Trigger::AfterReport { months: 0 };
    if tranche.instalments.is_empty() {
        let half = Part::Share(share_of(1, 2));
        return vec![Instalment::new(half, Trigger::OnDecision), Instalment::new(half, report)];
    }
    let rest = Part::Amount(Amount::from_cents(unpaid_cents.max(0)));
    let mut payments = tranche.instalments.clone();
    payments.push(Instalment::new(rest, report));
    payments
}
