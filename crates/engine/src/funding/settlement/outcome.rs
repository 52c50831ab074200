//! What the settlement of a line comes to.

use alloc::vec::Vec;

use crate::funding::settlement::line::FundedLine;
use crate::funding::settlement::{rate, scale};
use crate::month::Month;
use crate::payment::Trigger;
use crate::rule::PaymentRule;
use crate::timeline::Timeline;

/// What the settlement of a line posts beside its award and its payments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Movement {
    pub(crate) kind: MovementKind,
    pub(crate) month: Month,
    /// Above zero.
    pub(crate) cents: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MovementKind {
    /// A share of cost or a part of a scale becomes a claim.
    Claimed,
    /// Income of the year goes to dedicated funds.
    FundsCarried,
    /// Dedicated funds become income.
    FundsUsed,
    /// Dedicated funds are owed to the funder.
    FundsGivenBack,
    /// Income of the year is owed to the funder.
    IncomeGivenBack,
    /// What was owed is paid.
    Repaid,
}

/// What one line posts and earned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Outcome {
    pub(crate) movements: Vec<Movement>,
    /// Earned before the horizon.
    pub(crate) past_cents: i64,
    /// Earned up to and with each fiscal year of the horizon, what it earned before counted.
    pub(crate) earned_cents: Vec<i64>,
    /// Cost it pays in each fiscal year of the horizon.
    pub(crate) paid_cents: Vec<i64>,
    /// What a flat rate gives in each of them beyond the cost there is (*forfait au-delà du coût réel*).
    pub(crate) beyond_cents: Vec<i64>,
    /// Cost it may pay in each fiscal year of the horizon, whoever pays it.
    pub(crate) base_cents: Vec<i64>,
    /// What had found no cost when it ended, inside the horizon; kept or not.
    pub(crate) unused_cents: i64,
    /// Of that, what would have found none even if nobody else had paid any.
    pub(crate) short_cents: i64,
}

impl Outcome {
    /// What stands before the first fiscal year, and what a scale earns in each of them.
    pub(super) fn begin(line: &FundedLine, timeline: &Timeline) -> (Self, Vec<i64>) {
        let none = || alloc::vec![0; timeline.year_count()];
        let mut outcome = Self {
            earned_cents: none(),
            paid_cents: none(),
            beyond_cents: none(),
            base_cents: line.base_by_year(timeline.year_count()),
            ..Self::default()
        };
        match line.agreement.payment {
            PaymentRule::Rate(_) => {
                outcome.past_cents = rate::past_cents(line);
                rate::claim_past(line, outcome.past_cents, &mut outcome.movements);
            }
            PaymentRule::Scale => {
                let earned = scale::claim(line, timeline, &mut outcome.movements);
                outcome.past_cents = earned.past_cents;
                return (outcome, earned.year_cents);
            }
            PaymentRule::Fixed(_) | PaymentRule::General => {}
        }
        (outcome, Vec::new())
    }
}

/// What cost covers of a line at the end of each month of the horizon, where a payment waits for that: the
/// eligible cost so far, its share of it for a share of cost.
pub(super) fn covered_cents(line: &FundedLine, timeline: &Timeline) -> Option<Vec<i64>> {
    let mut instalments = line.tranche().instalments.iter();
    if !instalments.any(|instalment| matches!(instalment.trigger, Trigger::WhenSpent(_))) {
        return None;
    }
    let past_cents = rate::past_cents(line);
    let covered = |month| match line.agreement.payment {
        PaymentRule::Rate(rate) => rate::due_cents(line, rate, past_cents, month),
        PaymentRule::Fixed(_) | PaymentRule::Scale | PaymentRule::General => line.base_cents(month),
    };
    Some((0..timeline.month_count()).map(covered).collect())
}
