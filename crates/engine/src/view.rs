//! A projection as one certainty view counts the money.

use alloc::collections::BTreeSet;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::agreement::FundingAgreement;
use crate::cash::CashRow;
use crate::certainty::CertaintyView;
use crate::cubes::Cubes;
use crate::frame::{AppropriationTarget, CertaintyWeights};
use crate::funding::award;
use crate::funding::cells::looked_at;
use crate::funding::expected::{self, Money, TranchePayments};
use crate::funding::settlement::{Settlement, settle};
use crate::id::{AgreementId, ItemId, TrancheId};
use crate::investment;
use crate::journal::{ActivityIndex, Book, Context, Entry, Rule, Segment, Sheet, accounts};
use crate::money::Quantity;
use crate::month::Month;
use crate::payment::ExpectedPayment;
use crate::plan::Plan;
use crate::projection::{Projection, same};
use crate::reference::{Threshold, ThresholdKind, threshold_in};
use crate::registry::Registry;
use crate::staff::salary_tax_segments;
use crate::timeline::Timeline;

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
    pub(crate) thresholds: Arc<[Threshold]>,
    pub(crate) cubes: Cubes,
    /// Who pays what.
    pub(crate) settlement: Arc<Settlement>,
    /// What agreements pay, by their places and those of their tranches.
    pub(crate) payments: Arc<Vec<Vec<TranchePayments>>>,
}

impl Projection {
    /// Makes one view over the shared segments: who pays what, the payments of agreements, their entries,
    /// bank readings, the appropriation of results.
    #[must_use]
    pub fn view(&self, certainty: CertaintyView) -> View {
        self.view_after(certainty, None)
    }

    /// The same view. Takes over from `last` who pays what, where no agreement and no cost or income that
    /// funding looks at is another.
    #[must_use]
    pub fn view_after(&self, certainty: CertaintyView, last: Option<&View>) -> View {
        let weights = self.plan.frame.weights();
        let granted: BTreeSet<AgreementId> = self
            .plan
            .agreements
            .iter()
            .filter(|agreement| agreement.is_granted(certainty, &weights))
            .map(|agreement| agreement.id)
            .collect();
        let is_granted = |id: AgreementId| granted.contains(&id);
        let takes_place: Vec<bool> = (0..self.registry.activity_count())
            .map(|place| self.registry.takes_place(ActivityIndex(place as u16), &is_granted))
            .collect();
        let mut view = View {
            certainty,
            plan: self.plan.clone(),
            timeline: self.timeline.clone(),
            registry: Arc::clone(&self.registry),
            thresholds: Arc::clone(&self.thresholds),
            cubes: self.cubes.clone(),
            segments: Vec::new(),
            settlement: Arc::default(),
            payments: Arc::default(),
        };
        let context = self.context();
        for gated in self.segments.all() {
            let own = gated.only_if.as_ref().is_none_or(|condition| condition.holds(is_granted));
            if gated.is_unconditional {
                view.segments.extend((!gated.segment.is_empty()).then(|| gated.segment.clone()));
            } else if own && takes_place[usize::from(gated.activity.0)] {
                view.add(kept_activities(&gated.segment, &takes_place));
            }
        }
        for segment in self.salary_tax(&context, &is_granted) {
            view.add(kept_activities(&segment, &takes_place));
        }
        match last.filter(|last| view.funds_as(last)) {
            Some(last) => view.take_over(last),
            None => view.fund(&context, &weights, &takes_place),
        }
        view.post_readings(&context);
        view.post_appropriation(&context);
        view
    }

    fn context(&self) -> Context<'_> {
        let (frame, timeline, registry) = (&self.plan.frame, &self.timeline, &self.registry);
        Context { frame, timeline, registry, pay: &self.pay }
    }

    /// The tax on salaries of the positions that take place: owed by all of them together.
    fn salary_tax(&self, context: &Context<'_>, is_granted: &dyn Fn(AgreementId) -> bool) -> Vec<Segment> {
        let Some(tax) = &self.plan.frame.association.employer.payroll_tax else { return Vec::new() };
        let positions = self.plan.positions.iter().zip(&self.segments.positions);
        let there = positions.filter(|(position, _)| {
            position.only_if.as_ref().is_none_or(|condition| condition.holds(is_granted))
        });
        let taxable: Vec<_> =
            there.filter_map(|(position, gated)| Some((&**position, &**gated.taxable.as_ref()?))).collect();
        salary_tax_segments(&taxable, tax, context)
    }
}

/// The segment with the time of activities that do not take place given to the structure.
fn kept_activities(segment: &Segment, takes_place: &[bool]) -> Segment {
    let kept = |activity: ActivityIndex| takes_place.get(usize::from(activity.0)).copied().unwrap_or(true);
    if takes_place.iter().all(|takes_place| *takes_place) || segment.runs().all(|(run, _)| kept(run.activity))
    {
        return segment.clone();
    }
    segment.with_activities(|activity| if kept(activity) { activity } else { ActivityIndex::STRUCTURE })
}

impl View {
    /// Whether its agreements and all that funding looks at are those of `last`.
    fn funds_as(&self, last: &View) -> bool {
        let (plan, before) = (&self.plan, &last.plan);
        self.certainty == last.certainty
            && Arc::ptr_eq(&plan.frame, &before.frame)
            && Arc::ptr_eq(&self.registry, &last.registry)
            && same(&plan.agreements, &before.agreements)
            && same(&plan.funders, &before.funders)
            && same(&plan.investments, &before.investments)
            && looked_at(&self.segments, &self.registry).eq(looked_at(&last.segments, &self.registry))
    }

    fn take_over(&mut self, last: &View) {
        self.settlement = Arc::clone(&last.settlement);
        self.payments = Arc::clone(&last.payments);
        let is_funding = |segment: &&Segment| matches!(segment.item, ItemId::Agreement(_));
        for segment in last.segments.iter().filter(is_funding) {
            self.add(segment.clone());
        }
    }

    /// Settles who pays what and posts the agreements.
    fn fund(&mut self, context: &Context<'_>, weights: &CertaintyWeights, takes_place: &[bool]) {
        let plan = self.plan.clone();
        if plan.agreements.iter().any(|agreement| agreement.must_find_cost()) {
            self.settlement = Arc::new(self.settled(context, weights, takes_place));
        }
        let (settlement, registry, timeline) = (&self.settlement, &self.registry, &self.timeline);
        let money = Money { view: self.certainty, weights, settlement, registry, timeline };
        self.payments = Arc::new(expected::payments(&plan, money));
        let agreements = || plan.agreements.iter().enumerate();
        let (investment_grants, others): (Vec<_>, Vec<_>) =
            agreements().partition(|(_, agreement)| agreement.investment.is_some());
        for (place, item) in investment_grants.into_iter().chain(others) {
            let segment = self.segment_of(context, (place, item), weights, takes_place);
            self.add(segment);
        }
    }

    /// Who pays what. What investment grants release lowers the depreciation that other money may pay; what goes to
    /// partners is a cost like others.
    fn settled(&self, context: &Context<'_>, weights: &CertaintyWeights, takes_place: &[bool]) -> Settlement {
        let mut segments = self.segments.clone();
        for (place, item) in self.plan.agreements.iter().enumerate() {
            if item.investment.is_some() {
                segments.push(self.segment_of(context, (place, item), weights, takes_place));
            } else if item.pays_its_partners().is_some() {
                let mut sheet = Sheet::default();
                let mut book = Book::new(context, item.id.into(), ActivityIndex::STRUCTURE, &mut sheet);
                award::post_partners_cost(item, (self.certainty, weights), &mut book);
                segments.push(kept_activities(&Segment::new(item.id.into(), &book), takes_place));
            }
        }
        settle(&self.plan, self.certainty, weights, &segments, &self.registry, &self.timeline)
    }

    /// The entries of an agreement, as far as its settlement and its payments are known.
    fn segment_of(
        &self,
        context: &Context<'_>,
        (place, item): (usize, &FundingAgreement),
        weights: &CertaintyWeights,
        takes_place: &[bool],
    ) -> Segment {
        let mut sheet = Sheet::default();
        let mut book = Book::new(context, item.id.into(), ActivityIndex::STRUCTURE, &mut sheet);
        let Some(funder) = self.plan.funders.iter().find(|funder| funder.id == item.funder) else {
            return Segment::new(item.id.into(), &book);
        };
        let payments = self.payments.get(place).map_or(&[][..], |payments| payments);
        award::post((place, item), funder, (self.certainty, weights), &self.settlement, payments, &mut book);
        let paid_for = self.plan.investments.iter().find(|found| Some(found.id) == item.investment);
        if let Some(paid_for) = paid_for {
            investment::post_grant_release(item, paid_for, self.certainty, weights, &mut book);
        }
        let mut segment = Segment::new(item.id.into(), &book);
        segment.own_row = CashRow::Grants(funder.kind);
        kept_activities(&segment, takes_place)
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

    /// The payments of a tranche, in the order of its instalments: those that are awaited and those that
    /// came, with what the view counts of each. Empty where the plan has no such tranche or no such funder.
    ///
    /// They are what the journal posts, the months outside the horizon included.
    #[must_use]
    pub fn payments(&self, agreement: AgreementId, tranche: TrancheId) -> &[ExpectedPayment] {
        let found =
            self.plan.agreements.iter().zip(self.payments.iter()).find(|(item, _)| item.id == agreement);
        let tranches = found.into_iter().flat_map(|(item, payments)| item.tranches.iter().zip(payments));
        let found = tranches.into_iter().find(|(item, _)| item.id == tranche);
        found.map_or(&[], |(_, payments)| &payments.expected)
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
    use crate::id::{ReadingId, TreasuryId};
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
