//! The settlement (*qui paie quoi*): fiscal year by fiscal year, which money finds which cost, and what
//! becomes of money that finds none.

mod alike;
mod base;
mod ceiling;
mod choice;
mod classes;
mod fixed;
mod limit;
mod line;
mod nature;
mod rate;
mod reach;
mod scale;
mod units;
mod years;

use alloc::collections::BTreeMap;
use alloc::sync::Arc;
use alloc::vec::Vec;

use classes::Classes;
pub(crate) use classes::{CostClass, PostsOfClass};
use line::FundedLine;
pub(crate) use line::LinePlace;
use reach::Reach;
use years::Settling;

use crate::certainty::CertaintyView;
use crate::frame::CertaintyWeights;
use crate::funding::cells::Cells;
use crate::journal::ActivityIndex;
use crate::month::Month;
use crate::payment::Trigger;
use crate::plan::Plan;
use crate::registry::Registry;
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
    /// What cost covers of it at the end of each month of the horizon, where a payment waits for that: the
    /// eligible cost so far, its share of it for a share of cost.
    pub(crate) covered_cents: Vec<i64>,
}

impl Outcome {
    /// What stands before the first fiscal year, and what a scale earns in each of them.
    fn begin(line: &FundedLine<'_>, timeline: &Timeline) -> (Self, Vec<i64>) {
        let none = || alloc::vec![0; timeline.year_count()];
        let mut outcome = Self {
            earned_cents: none(),
            paid_cents: none(),
            beyond_cents: none(),
            base_cents: line.base_by_year(timeline.year_count()),
            ..Self::default()
        };
        let (past_cents, scale_cents) = match line.agreement.payment {
            PaymentRule::Rate(_) => {
                let past = rate::past_cents(line);
                rate::claim_past(line, past, &mut outcome.movements);
                (past, Vec::new())
            }
            PaymentRule::Scale => {
                let earned = scale::claim(line, timeline, &mut outcome.movements);
                (earned.past_cents, earned.year_cents)
            }
            PaymentRule::Fixed(_) | PaymentRule::General => (0, Vec::new()),
        };
        outcome.past_cents = past_cents;
        let mut instalments = line.tranche.instalments.iter();
        if instalments.any(|instalment| matches!(instalment.trigger, Trigger::WhenSpent(_))) {
            let covered = |month| match line.agreement.payment {
                PaymentRule::Rate(rate) => rate::due_cents(line, rate, past_cents, month),
                PaymentRule::Fixed(_) | PaymentRule::Scale | PaymentRule::General => line.base_cents(month),
            };
            outcome.covered_cents = (0..timeline.month_count()).map(covered).collect();
        }
        (outcome, scale_cents)
    }
}

/// Who pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// The own income of an activity.
    OwnIncome(ActivityIndex),
    /// Money of a line carried over from earlier fiscal years.
    Carried(usize),
    /// Money of a line of this fiscal year.
    New(usize),
}

/// A payer takes cents of a class of cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct AssignmentRow {
    pub(crate) source: Source,
    pub(crate) class: usize,
    pub(crate) cents: i64,
}

/// Who pays what in a view.
#[derive(Clone, Debug, Default)]
pub(crate) struct Settlement {
    pub(crate) classes: Vec<CostClass>,
    pub(crate) rows: Vec<AssignmentRow>,
    /// The lines that take part, in the order of [`Source`].
    pub(crate) lines: Vec<LinePlace>,
    pub(crate) outcomes: BTreeMap<LinePlace, Outcome>,
    /// What the view counts of lines that a ceiling on public money cuts, even to nothing.
    pub(crate) cuts: BTreeMap<LinePlace, i64>,
    /// How costs are sorted into classes, and who may pay each.
    sorted: Arc<Classes>,
}

impl Settlement {
    /// What the lines of the agreement at a place come to, and what is left of those that a ceiling cuts.
    pub(crate) fn of_agreement(
        &self,
        place: usize,
    ) -> impl Iterator<Item = (&LinePlace, Option<&Outcome>, Option<&i64>)> {
        let lines = (place, 0, 0)..(place + 1, 0, 0);
        let outcomes = self.outcomes.range(lines.clone()).map(|(line, outcome)| (line, Some(outcome), None));
        outcomes.chain(self.cuts.range(lines).map(|(line, left)| (line, None, Some(left))))
    }

    /// What posts have in each class, of the costs that it settled.
    pub(crate) fn posts(&self, cells: &Cells) -> Vec<PostsOfClass> {
        self.sorted.posts(cells)
    }

    /// What each line may pay with what it carried over, and with its new money.
    pub(crate) fn reaches(&self) -> [&[Reach]; 2] {
        let reaches = &self.sorted.reaches;
        [&reaches.of_carried, &reaches.of_new]
    }
}

/// Settles a view over the costs and own income of the items posted so far. Costs stay sorted as in `last`, that of another plan with the
/// same agreements, where the same lines may pay them.
pub(crate) fn settle(
    plan: &Plan,
    view: CertaintyView,
    weights: &CertaintyWeights,
    cells: &Cells,
    registry: &Registry,
    timeline: &Timeline,
    last: Option<&Settlement>,
) -> Settlement {
    let mut lines = line::funded_lines(plan, timeline, view, weights);
    let cuts = ceiling::cut(&mut lines, plan, (view, weights), cells, registry, timeline);
    let choices = choice::choices(&lines, registry);
    let last = last.filter(|last| last.cuts == cuts);
    let kept = last.and_then(|last| Some((Arc::clone(&last.sorted), last.sorted.count(cells, &mut lines)?)));
    let (sorted, classes) = kept.unwrap_or_else(|| {
        let sorted = Classes::new(cells, &lines, &choices, registry, timeline);
        let counted = sorted.count(cells, &mut lines).unwrap_or_default();
        (Arc::new(sorted), counted)
    });
    base::complete(&mut lines, cells, registry);
    let begun = lines.iter().map(|line| Outcome::begin(line, timeline));
    let (outcomes, scale_cents): (Vec<Outcome>, Vec<Vec<i64>>) = begun.unzip();
    let costs = (&*classes, &sorted.reaches);
    let mut settling = Settling::new(timeline, cells, costs, &lines, (choices, outcomes, scale_cents));
    for year in 0..timeline.year_count() {
        settling.settle_year(year);
    }
    let (rows, outcomes) = settling.end();
    let places: Vec<LinePlace> = lines.iter().map(|line| line.place).collect();
    let outcomes = places.iter().copied().zip(outcomes).collect();
    Settlement { classes, rows, lines: places, outcomes, cuts, sorted }
}

#[cfg(test)]
mod tests;
