//! What every part needs to know of the rest of the plan.

use previ_engine::agreement::{FundingAgreement, FundingLine, Tranche};
use previ_engine::certainty::{Certainty, CertaintyView, Stage};
use previ_engine::condition::Condition;
use previ_engine::frame::IndexStep;
use previ_engine::id::{ActivityId, AgreementId, IndexId};
use previ_engine::month::Month;
use previ_engine::plan::Plan;
use rust_decimal::Decimal;

use super::euros::round;
use super::partners::own;

/// The plan as one view sees it.
pub struct Situation<'a> {
    pub plan: &'a Plan,
    pub view: CertaintyView,
    /// First month of the plan.
    pub first: Month,
    /// Last month of the plan.
    pub last: Month,
}

/// First and last month of something, open where `None`.
pub type Dates = (Option<Month>, Option<Month>);

/// Whether a month lies between two dates.
pub fn inside(month: Month, dates: Dates) -> bool {
    dates.0.is_none_or(|from| month >= from) && dates.1.is_none_or(|to| month <= to)
}

/// What lies between both dates.
pub fn both(one: Dates, other: Dates) -> Dates {
    let from = match (one.0, other.0) {
        (Some(one), Some(other)) => Some(one.max(other)),
        (one, other) => one.or(other),
    };
    let to = match (one.1, other.1) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    };
    (from, to)
}

/// The months from one to another, both included.
pub fn months(from: Month, to: Month) -> impl Iterator<Item = Month> {
    (0..=to.since(from)).map(move |after| from.plus(after))
}

/// How certain a line of an agreement is; `None` when it is refused.
pub fn certainty(agreement: &FundingAgreement, tranche: &Tranche, line: &FundingLine) -> Option<Certainty> {
    let of_stage = match agreement.stage {
        Stage::Refused => return None,
        Stage::Idea => Certainty::NotFiled,
        Stage::Filed => Certainty::Filed,
        Stage::InformalYes => Certainty::Favourable,
        _ => Certainty::Certain,
    };
    Some(line.certainty.or(tranche.certainty).or(agreement.certainty).unwrap_or(of_stage))
}

impl<'a> Situation<'a> {
    pub fn new(plan: &'a Plan, view: CertaintyView) -> Self {
        let first = plan.frame.timeline().first();
        let last = first.plus(12 * i32::from(plan.frame.horizon.years) - 1);
        Self { plan, view, first, last }
    }

    /// The first month of the fiscal year a month lies in.
    pub fn year_start(&self, month: Month) -> Month {
        let mut start = month;
        while start.number() != self.first.number() {
            start = start.plus(-1);
        }
        start
    }

    /// How many fiscal years the plan has.
    pub fn years(&self) -> i32 {
        i32::from(self.plan.frame.horizon.years)
    }

    /// The fiscal year a month lies in: 0 is the first one of the plan, those before it are below zero.
    pub fn year_of(&self, month: Month) -> i32 {
        month.since(self.first).div_euclid(12)
    }

    /// The first month of a fiscal year.
    pub fn start_of(&self, year: i32) -> Month {
        self.first.plus(12 * year)
    }

    /// The last month of a fiscal year.
    pub fn end_of(&self, year: i32) -> Month {
        self.first.plus(12 * year + 11)
    }

    /// The months of a fiscal year.
    pub fn year_months(&self, year: i32) -> impl Iterator<Item = Month> + use<> {
        months(self.start_of(year), self.end_of(year))
    }

    /// Whether an activity takes place: its condition and those above it hold.
    pub fn takes_place(&self, activity: Option<ActivityId>) -> bool {
        let Some(activity) = self.plan.activities.iter().find(|one| Some(one.id) == activity) else {
            return true;
        };
        self.holds(activity.only_if.as_ref()) && self.takes_place(activity.parent)
    }

    /// The dates of an activity, inside those above it.
    pub fn dates(&self, activity: Option<ActivityId>) -> Dates {
        let Some(activity) = self.plan.activities.iter().find(|one| Some(one.id) == activity) else {
            return (None, None);
        };
        both((activity.from, activity.to), self.dates(activity.parent))
    }

    /// Whether a condition is met in this view.
    pub fn holds(&self, condition: Option<&Condition>) -> bool {
        match condition {
            None => true,
            Some(Condition::OneOf(agreements)) => agreements.iter().any(|id| self.granted(*id)),
            Some(Condition::AllOf(agreements)) => agreements.iter().all(|id| self.granted(*id)),
        }
    }

    /// Whether at least one line of an agreement counts in this view.
    fn granted(&self, id: AgreementId) -> bool {
        let Some(agreement) = self.plan.agreements.iter().find(|one| one.id == id) else { return false };
        agreement
            .tranches
            .iter()
            .any(|tranche| tranche.lines.iter().any(|line| !self.whole(agreement, tranche, line).is_zero()))
    }

    /// What this view counts of a line of an agreement.
    pub fn counted(&self, agreement: &FundingAgreement, tranche: &Tranche, line: &FundingLine) -> Decimal {
        own(agreement, self.whole(agreement, tranche, line))
    }

    /// The same with what is for partners.
    pub fn whole(&self, agreement: &FundingAgreement, tranche: &Tranche, line: &FundingLine) -> Decimal {
        let amount = round(line.granted.unwrap_or(line.asked).euros());
        self.weighted(agreement, tranche, line, amount)
    }

    /// What this view counts of an amount that is as certain as a line of an agreement.
    pub fn weighted(
        &self,
        agreement: &FundingAgreement,
        tranche: &Tranche,
        line: &FundingLine,
        amount: Decimal,
    ) -> Decimal {
        let weight = certainty(agreement, tranche, line).map_or(Decimal::ZERO, |one| self.weight(one));
        round(amount * weight / Decimal::ONE_HUNDRED)
    }

    /// Percent of an amount that this view counts.
    fn weight(&self, certainty: Certainty) -> Decimal {
        match (self.view, certainty, &self.plan.frame.assumptions.certainty_weights) {
            (CertaintyView::Everything, _, _) | (CertaintyView::Certain, Certainty::Certain, _) => {
                Decimal::ONE_HUNDRED
            }
            (CertaintyView::Certain, _, _) => Decimal::ZERO,
            (CertaintyView::Expected, Certainty::NotFiled, None) => Decimal::from(20),
            (CertaintyView::Expected, Certainty::Filed, None) => Decimal::from(50),
            (CertaintyView::Expected, Certainty::Favourable, None) => Decimal::from(80),
            (CertaintyView::Expected, Certainty::Certain, None) => Decimal::ONE_HUNDRED,
            (CertaintyView::Expected, Certainty::NotFiled, Some(typed)) => typed.not_filed.value(),
            (CertaintyView::Expected, Certainty::Filed, Some(typed)) => typed.filed.value(),
            (CertaintyView::Expected, Certainty::Favourable, Some(typed)) => typed.favourable.value(),
            (CertaintyView::Expected, Certainty::Certain, Some(typed)) => typed.certain.value(),
        }
    }

    /// The level of an index in a month, 1 in the first month of the plan.
    pub fn level(&self, index: IndexId, month: Month) -> Decimal {
        let indexes = &self.plan.frame.assumptions.indexes;
        let Some(index) = indexes.iter().find(|one| one.id == index) else { return Decimal::ONE };
        let steps_in = match index.steps {
            IndexStep::January => 1,
            IndexStep::FiscalYear => self.first.number(),
        };
        let mut level = Decimal::ONE;
        for passed in months(self.first.plus(1), month) {
            if passed.number() == steps_in {
                let growth = index.by_year.get(&passed.year()).unwrap_or(&index.yearly);
                level *= Decimal::ONE + growth.value() / Decimal::ONE_HUNDRED;
            }
        }
        level
    }
}
