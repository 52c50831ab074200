//! A projection as one certainty view counts the money.

mod changes;
mod funding;
mod items;
mod pay;
mod payments;
mod shared_costs;

use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::allocation::Allocation;
use crate::certainty::CertaintyView;
use crate::cubes::Cubes;
use crate::frame::AppropriationTarget;
use crate::funding::expected::TranchePayments;
use crate::funding::settlement::Settlement;
use crate::funding::together::Together;
use crate::id::ItemId;
use crate::journal::{ActivityIndex, Book, Context, Entry, Rule, Segment, Sheet, accounts};
use crate::money::Quantity;
use crate::month::Month;
use crate::plan::Plan;
use crate::projection::Projection;
use crate::reference::{Threshold, ThresholdKind, threshold_in};
use crate::registry::Registry;
use crate::staff::PayCalendar;
use crate::timeline::Timeline;
use crate::view::changes::Changes;

/// The journal of one certainty view and the sums made of it.
///
/// Items whose condition fails post nothing; time of a position on an activity that does not take place
/// stays with the structure, which pays it.
#[derive(Clone, Debug)]
pub struct View {
    /// Which money it counts.
    pub certainty: CertaintyView,
    pub(crate) plan: Plan,
    pub(crate) timeline: Timeline,
    pub(crate) registry: Arc<Registry>,
    pub(crate) segments: Vec<Segment>,
    /// How many segments come before those of bank readings and of results.
    before_readings: usize,
    pub(crate) thresholds: Arc<[Threshold]>,
    /// What pay is calculated with.
    pay: Arc<PayCalendar>,
    pub(crate) cubes: Cubes,
    /// Which costs funding looks at together.
    pub(crate) together: Together,
    /// Which costs of the structure go to which activities.
    pub(crate) allocation: Arc<Allocation>,
    /// Who pays what.
    pub(crate) settlement: Arc<Settlement>,
    /// What agreements pay, by their places and those of their tranches.
    pub(crate) payments: Arc<Vec<Vec<TranchePayments>>>,
    /// What agreements post, by their places; those that post nothing are among them.
    agreements: Arc<Vec<Segment>>,
}

impl Projection {
    /// Makes one view over the shared segments: who pays what, the payments of agreements, their entries,
    /// bank readings, the appropriation of results.
    #[must_use]
    pub fn view(&self, certainty: CertaintyView) -> View {
        self.view_after(certainty, None)
    }

    /// The same view, made of `last` as far as that goes: where frame and accounts are the same its sums are
    /// those of `last` with what changed; where no agreement changed either, who pays what is settled again
    /// only if funding looks at what changed.
    #[must_use]
    pub fn view_after(&self, certainty: CertaintyView, last: Option<&View>) -> View {
        let last = last.filter(|last| {
            last.certainty == certainty
                && Arc::ptr_eq(&last.plan.frame, &self.plan.frame)
                && Arc::ptr_eq(&last.registry, &self.registry)
        });
        let mut items = items::items(self, certainty);
        let mut view = View {
            certainty,
            plan: self.plan.clone(),
            timeline: self.timeline.clone(),
            registry: Arc::clone(&self.registry),
            thresholds: Arc::clone(&self.thresholds),
            pay: Arc::clone(&self.pay),
            cubes: last.map_or(&self.cubes, |last| &last.cubes).clone(),
            segments: core::mem::take(&mut items.all),
            before_readings: 0,
            together: Together::of(&self.plan, &self.registry),
            allocation: Arc::default(),
            settlement: Arc::default(),
            payments: Arc::default(),
            agreements: Arc::default(),
        };
        let item_count = view.segments.len();
        view.allocate(self, last, &items);
        view.fund(last, &items.takes_place);
        view.add_agreements();
        view.before_readings = view.segments.len();
        match last {
            Some(last) => view.count_changes(last),
            None => {
                let conditional = items.conditional.into_iter().map(|place| &view.segments[place]);
                conditional.chain(&view.segments[item_count..]).for_each(|segment| view.cubes.add(segment));
            }
        }
        let context = self.context();
        view.post_readings(&context);
        view.post_appropriation(&context);
        view
    }

    /// What posting needs to know.
    pub(crate) fn context(&self) -> Context<'_> {
        let (frame, timeline, registry) = (&self.plan.frame, &self.timeline, &self.registry);
        Context { frame, timeline, registry, pay: &self.pay }
    }
}

impl View {
    /// Makes the sums of `last` its own, readings and results not yet among them.
    fn count_changes(&mut self, last: &View) {
        let (counted, after) = last.segments.split_at(last.before_readings);
        let Changes { gone, come } = Changes::between(counted, &self.segments);
        after.iter().chain(gone).for_each(|segment| self.cubes.remove(segment));
        come.into_iter().for_each(|segment| self.cubes.add(segment));
    }

    fn add(&mut self, segment: Segment) {
        if !segment.is_empty() {
            self.cubes.add(&segment);
            self.segments.push(segment);
        }
    }

    /// The forecast goes on from the balance read; the difference stands in 471.
    fn post_readings(&mut self, context: &Context<'_>) {
        let mut readings = self.plan.readings.clone();
        readings.sort_by_key(|reading| (reading.month, reading.id));
        for reading in &readings {
            let Some(month) = self.timeline.index(reading.month) else { continue };
            let mut sheet = Sheet::default();
            let mut book = Book::new(context, reading.id.into(), ActivityIndex::STRUCTURE, &mut sheet);
            let account = book.treasury(Some(reading.account));
            let difference = reading.balance.cents() - self.cubes.balance(account, month);
            let suspense = book.account(accounts::SUSPENSE);
            book.post(reading.month, Rule::Reading, account, suspense, difference);
            self.add(Segment::new(reading.id.into(), &book));
        }
    }

    /// Each result moves to own funds in the month of the general meeting.
    fn post_appropriation(&mut self, context: &Context<'_>) {
        let rule = self.plan.frame.assumptions.appropriation;
        let mut sheet = Sheet::default();
        let mut book = Book::new(context, ItemId::Frame, ActivityIndex::STRUCTURE, &mut sheet);
        let result = book.account(accounts::RESULT);
        let carried = book.account(accounts::CARRIED_FORWARD);
        let reserves = book.account(accounts::PROJECT_RESERVES);
        for (year, fiscal_year) in self.timeline.fiscal_years().into_iter().enumerate() {
            let cents = self.cubes.result_cents(year);
            let target = match rule.to {
                AppropriationTarget::ProjectReserves if cents > 0 => reserves,
                AppropriationTarget::ProjectReserves | AppropriationTarget::CarriedForward => carried,
            };
            let meeting = fiscal_year.last().plus(i32::from(rule.after_months.clamp(1, 11)));
            book.post(meeting, Rule::Appropriation, result, target, cents);
        }
        self.add(Segment::new(ItemId::Frame, &book));
    }

    /// The months and fiscal years.
    #[must_use]
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// Where accounts, activities, tranches and items stand.
    #[must_use]
    pub fn registry(&self) -> &Registry {
        &self.registry
    }

    /// The plan it was made from.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The value of a threshold of the reference data that holds in a month.
    #[must_use]
    pub fn threshold(&self, kind: ThresholdKind, month: Month) -> Option<Quantity> {
        threshold_in(&self.thresholds, kind, month)
    }

    /// The journal: one segment per item that posts something.
    #[must_use]
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// Every entry.
    pub fn entries(&self) -> impl Iterator<Item = Entry> + '_ {
        self.segments.iter().flat_map(Segment::entries)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::certainty::Stage;
    use crate::condition::Condition;
    use crate::id::{AgreementId, ReadingId, TreasuryId};
    use crate::projection::project;
    use crate::schedule::ScheduleRule;
    use crate::testing::{add_agreement, amount, figure, line, month, no_reference, plan};
    use crate::timing::Timing;
    use crate::treasury::BalanceReading;

    fn monthly(id: u32, number: u32, euros: &str) -> crate::line::BudgetLine {
        line(id, number, ScheduleRule::Monthly(amount(euros)), Timing::SameMonth)
    }

    #[test]
    fn spending_on_condition_is_out_of_the_view_that_lacks_the_money() {
        let mut plan = plan(1, "0");
        add_agreement(&mut plan, 10, Stage::Filed, ("2027-01", "2027-12", "2027-02", "1200"));
        let mut cost = monthly(20, 604, "100");
        cost.only_if = Some(Condition::AllOf([AgreementId(10)].into()));
        plan.lines.push(Arc::new(cost));
        let projection = project(&plan, &no_reference(), None);
        let result = |view| figure(&projection.view(view), "result.2027");
        assert_eq!(result(CertaintyView::Certain), 0);
        assert_eq!(result(CertaintyView::Everything), 120_000 - 120_000);
        // Half of the money, all of the cost.
        assert_eq!(result(CertaintyView::Expected), 60_000 - 120_000);
    }

    #[test]
    fn the_forecast_goes_on_from_a_balance_read_at_the_bank() {
        let mut plan = plan(1, "1000");
        plan.lines.push(Arc::new(monthly(20, 613, "100")));
        plan.readings.push(Arc::new(BalanceReading {
            id: ReadingId(30),
            account: TreasuryId(1),
            month: month("2027-03"),
            balance: amount("650"),
        }));
        let view = project(&plan, &no_reference(), None).view(CertaintyView::Everything);
        // 1,000 − 3 × 100 = 700 were expected; 50 are missing and stand in 471.
        assert_eq!(figure(&view, "cash.2027-03"), 65_000);
        assert_eq!(figure(&view, "cash.2027-04"), 55_000);
        assert_eq!(figure(&view, "balance.2027.471"), 5_000);
        assert_eq!(figure(&view, "result.2027"), -120_000);
    }

    #[test]
    fn a_result_moves_to_own_funds_six_months_after_the_year() {
        let mut plan = plan(2, "0");
        plan.lines.push(Arc::new(monthly(20, 706, "100")));
        let view = project(&plan, &no_reference(), None).view(CertaintyView::Everything);
        let sheet = crate::balance::balance_sheet(&view);
        let row = |number: u32| {
            let found = sheet.liabilities.iter().find(|row| row.account.prefix(9) == number);
            found.map(|row| row.cents.clone())
        };
        // 12 × 100.00 a year; 2027's result is carried forward in June 2028.
        assert_eq!(row(120), Some([0, 120_000, 120_000].into()));
        assert_eq!(row(110), Some([0, 0, 120_000].into()));
        assert_eq!(sheet.total_cents, [0, 120_000, 240_000]);
    }

    #[test]
    fn an_edit_of_one_line_makes_the_same_figures_as_a_new_projection() {
        let mut plan = plan(2, "0");
        plan.lines.extend([monthly(20, 706, "100"), monthly(21, 613, "30")].map(Arc::new));
        let first = project(&plan, &no_reference(), None);
        plan.lines[1] = Arc::new(monthly(21, 613, "45"));
        let again = project(&plan, &no_reference(), Some(&first)).view(CertaintyView::Everything);
        let anew = project(&plan, &no_reference(), None).view(CertaintyView::Everything);
        assert_eq!(again.segments(), anew.segments());
    }
}
