//! What agreements promise, what of that is still to come, and what may have to go back.

use alloc::vec::Vec;

use crate::agreement::{FundingAgreement, Tranche};
use crate::funding::award::year_shares;
use crate::funding::settlement::{LinePlace, Outcome};
use crate::id::FunderId;
use crate::journal::{AccountIndex, Entry, Rule, accounts};
use crate::money::Amount;
use crate::month::Month;
use crate::statement::funding::funding_by_agreement;
use crate::statement::funding_sums::add;
use crate::view::View;

/// What an agreement or a tranche promises, in cents.
///
/// The sums by fiscal year are those of the horizon; parts of other years are in the totals only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Promise {
    /// What was or will be asked for the association itself, whatever its certainty (*demandé*).
    ///
    /// Like all that follows, without the part of partners who answer themselves to the funder.
    pub asked_cents: i64,
    /// What was granted so far (*accordé*).
    pub granted_cents: i64,
    /// What the view counts of it: granted where known, else asked, times the weight of its certainty, less
    /// what a ceiling on public money cuts (*compté*).
    pub counted_cents: i64,
    /// What the view counts by fiscal year it pays for, in proportion to its months.
    pub by_year_cents: Vec<i64>,
    /// At each year end, what it will still pay: what is counted, less what came so far and less what will
    /// never be claimed for want of cost (*reste à recevoir*).
    pub to_come_cents: Vec<i64>,
    /// At each year end, what came and is neither earned nor paid back yet (*à rendre si le projet
    /// s'arrêtait*). Nothing for general grants, which are never given back, nor for investment grants.
    pub at_risk_cents: Vec<i64>,
}

/// A funder and its agreements together, in cents (*total par financeur*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunderFunding {
    /// Which funder.
    pub funder: FunderId,
    /// The sum of what its agreements promise.
    pub promise: Promise,
    /// Cost that they pay, by fiscal year; for those that must find a cost.
    pub paid_cents: Vec<i64>,
    /// Earned by fiscal year.
    pub income_cents: Vec<i64>,
    /// Received by fiscal year, less what was paid back.
    pub received_cents: Vec<i64>,
}

/// Every funder of an agreement with its sums, in the order of the plan.
#[must_use]
pub fn funding_by_funder(view: &View) -> Vec<FunderFunding> {
    let rows = funding_by_agreement(view);
    let none = || alloc::vec![0_i64; view.timeline.year_count()];
    let mut found = Vec::new();
    for funder in &view.plan.funders {
        let agreements = view.plan.agreements.iter().zip(&rows);
        let mut own = agreements.filter(|(agreement, _)| agreement.funder == funder.id).peekable();
        if own.peek().is_none() {
            continue;
        }
        let mut sum = FunderFunding {
            funder: funder.id,
            promise: Promise::of_years(view.timeline.year_count()),
            paid_cents: none(),
            income_cents: none(),
            received_cents: none(),
        };
        for (_, row) in own {
            sum.promise.add(&row.promise);
            add(&mut sum.paid_cents, &row.paid_cents);
            add(&mut sum.income_cents, &row.income_cents);
            add(&mut sum.received_cents, &row.received_cents);
        }
        found.push(sum);
    }
    found
}

impl Promise {
    fn of_years(years: usize) -> Self {
        let none = || alloc::vec![0; years];
        Self { by_year_cents: none(), to_come_cents: none(), at_risk_cents: none(), ..Self::default() }
    }

    fn add(&mut self, other: &Self) {
        self.asked_cents += other.asked_cents;
        self.granted_cents += other.granted_cents;
        self.counted_cents += other.counted_cents;
        add(&mut self.by_year_cents, &other.by_year_cents);
        add(&mut self.to_come_cents, &other.to_come_cents);
        add(&mut self.at_risk_cents, &other.at_risk_cents);
    }
}

/// The promise of an agreement, or of one tranche of it: the sum of its tranches, since what one received
/// too much does not pay for another.
pub(crate) fn promise(
    view: &View,
    (place, agreement): (usize, &FundingAgreement),
    only: Option<usize>,
    entries: &[Entry],
) -> Promise {
    let mut sum = Promise::of_years(view.timeline.year_count());
    for (number, tranche) in agreement.tranches.iter().enumerate() {
        if only.is_none_or(|only| only == number) {
            sum.add(&of_tranche(view, agreement, (place, number), tranche, entries));
        }
    }
    sum
}

fn of_tranche(
    view: &View,
    agreement: &FundingAgreement,
    (place, number): (usize, usize),
    tranche: &Tranche,
    entries: &[Entry],
) -> Promise {
    let timeline = &view.timeline;
    let years = timeline.year_count();
    let mut found = Promise::of_years(years);
    for (place, line) in (0..).map(|line| (place, number, line)).zip(&tranche.lines) {
        found.asked_cents += agreement.own_cents(line.asked.cents());
        found.granted_cents += agreement.own_cents(line.granted.map_or(0, Amount::cents));
        let counted = view.counted_cents(place);
        found.counted_cents += counted;
        for (year, cents) in year_shares(tranche, counted, |month| timeline.fiscal_year(month)) {
            if let Some(sum) = year_of(view, year.first).and_then(|year| found.by_year_cents.get_mut(year)) {
                *sum += cents;
            }
        }
    }
    let mut claimable = alloc::vec![found.counted_cents; years];
    let lines = view.settlement.outcomes.range((place, number, 0)..=(place, number, usize::MAX));
    for (line, outcome) in lines {
        if let Some((year, lost)) = never_claimed(view, agreement, tranche, (*line, outcome)) {
            claimable.iter_mut().skip(year).for_each(|cents| *cents -= lost);
        }
    }
    let moves = Moves::of(view, tranche, entries);
    let (mut received, mut kept, mut earned) = (0, 0, 0);
    for (year, claimable) in claimable.into_iter().enumerate() {
        received += moves.received_cents[year];
        kept += moves.received_cents[year] - moves.repaid_cents[year];
        earned += moves.earned_cents[year];
        found.to_come_cents[year] = (claimable - received).max(0);
        if agreement.must_find_cost() {
            found.at_risk_cents[year] = (kept - earned).max(0);
        }
    }
    found
}

/// What a claimed line will never get for want of cost, and the fiscal year of the horizon in which that is
/// certain: its period is over.
pub(crate) fn never_claimed(
    view: &View,
    agreement: &FundingAgreement,
    tranche: &Tranche,
    (line, outcome): (LinePlace, &Outcome),
) -> Option<(usize, i64)> {
    if !agreement.is_claimed() || tranche.end() > view.timeline.last() {
        return None;
    }
    let year = year_of(view, tranche.end()).unwrap_or(0);
    let lost = view.counted_cents(line) - outcome.earned_cents.get(year)?;
    (lost > 0).then_some((year, lost))
}

/// The fiscal year of the horizon a month falls in; none before it.
fn year_of(view: &View, month: Month) -> Option<usize> {
    usize::try_from(month.since(view.timeline.first()).div_euclid(12)).ok()
}

/// What a tranche received, paid back and earned by fiscal year; what came before the horizon counts in the
/// first.
struct Moves {
    received_cents: Vec<i64>,
    repaid_cents: Vec<i64>,
    earned_cents: Vec<i64>,
}

impl Moves {
    fn of(view: &View, tranche: &Tranche, entries: &[Entry]) -> Self {
        let none = || alloc::vec![0_i64; view.timeline.year_count()];
        let mut moves = Self { received_cents: none(), repaid_cents: none(), earned_cents: none() };
        let own_funds = view.registry.account(accounts::CARRIED_FORWARD);
        let index = view.registry.tranche(tranche.id);
        let class = |account: AccountIndex| view.registry.account_at(account).number.class();
        for entry in entries.iter().filter(|entry| entry.tranche == index) {
            let year = view.timeline.year_of(entry.month);
            let is_earned = |account| match year {
                Some(_) => matches!(class(account), 6 | 7),
                // Income of earlier years is own funds.
                None => account == own_funds,
            };
            let signed =
                |credit: bool, debit: bool| entry.amount_cents * (i64::from(credit) - i64::from(debit));
            let Entry { debit, credit, .. } = *entry;
            let at = year.unwrap_or(0);
            match entry.rule {
                Rule::Instalment => {
                    moves.received_cents[at] += signed(class(credit) == 4, class(debit) == 4);
                }
                Rule::GivenBackPayment => {
                    moves.repaid_cents[at] += signed(class(debit) == 4, class(credit) == 4);
                }
                Rule::PartnersMoney
                | Rule::PartnersMoneyPassedOn
                | Rule::PartnersShare
                | Rule::PartnersSharePayment => {}
                _ => moves.earned_cents[at] += signed(is_earned(credit), is_earned(debit)),
            }
        }
        moves
    }
}
#[cfg(test)]
mod tests {
    use super::*;
    use crate::certainty::Stage;
    use crate::rule::{PaymentRule, UnspentRule};
    use crate::schedule::ScheduleRule;
    use crate::statement::funding::{funding_by_activity, funding_by_tranche};
    use crate::testing::{add_agreement, amount, everything, line, plan};
    use crate::timing::Timing;
    use alloc::sync::Arc;

    /// 1,200.00 of rent a year.
    fn with_rent(years: u8) -> crate::plan::Plan {
        let mut plan = plan(years, "0");
        let rent = line(50, 613, ScheduleRule::Monthly(amount("100")), Timing::SameMonth);
        plan.lines.push(Arc::new(rent));
        plan
    }

    #[test]
    fn money_received_and_not_yet_used_may_have_to_go_back() {
        let mut plan = with_rent(3);
        add_agreement(&mut plan, 10, Stage::Signed, ("2027-01", "2028-12", "2027-02", "3000"));
        Arc::make_mut(&mut plan.agreements[0]).payment = PaymentRule::Fixed(UnspentRule::GiveBack);
        let view = everything(&plan);
        let row = &funding_by_agreement(&view)[0];
        // 3,000.00 came in February 2027; 1,200.00 are used each year; the 600.00 left at the end of 2028
        // go back in June 2029.
        assert_eq!(row.received_cents, [300_000, 0, -60_000]);
        assert_eq!(row.income_cents, [120_000, 120_000, 0]);
        assert_eq!(row.promise.at_risk_cents, [180_000, 60_000, 0]);
        assert_eq!(row.promise.by_year_cents, [150_000, 150_000, 0]);
        assert_eq!(row.promise.to_come_cents, [0, 0, 0]);
        let structure = &funding_by_activity(&view)[0];
        // 300.00 of 2027 wait for 2028; 600.00 found no cost at all.
        assert_eq!(structure.carried_cents, [30_000, 0, 0]);
        assert_eq!(structure.surplus_cents, [0, 60_000, 0]);
    }

    #[test]
    fn what_finds_no_cost_to_claim_will_not_come() {
        let mut plan = with_rent(2);
        add_agreement(&mut plan, 10, Stage::Signed, ("2027-01", "2027-12", "2027-01", "1000"));
        let agreement = Arc::make_mut(&mut plan.agreements[0]);
        agreement.payment = "50".parse().map(PaymentRule::Rate).unwrap();
        let view = everything(&plan);
        let promise = &funding_by_agreement(&view)[0].promise;
        // Half of 1,200.00 is 600.00, paid in June 2028: 400.00 of the 1,000.00 are lost.
        assert_eq!(promise.counted_cents, 100_000);
        assert_eq!(promise.to_come_cents, [60_000, 0]);
        assert_eq!(funding_by_activity(&view)[0].surplus_cents, [40_000, 0]);
    }

    #[test]
    fn tranches_and_agreements_add_up_to_their_funder() {
        let mut plan = with_rent(2);
        add_agreement(&mut plan, 10, Stage::Filed, ("2027-01", "2027-12", "2027-02", "700"));
        add_agreement(&mut plan, 20, Stage::Signed, ("2028-01", "2028-12", "2028-02", "900"));
        let second = Arc::make_mut(&mut plan.agreements[1]);
        second.funder = FunderId(11);
        second.tranches[0].lines[0].granted = Some(amount("800"));
        let view = everything(&plan);
        let funders = funding_by_funder(&view);
        assert_eq!(funders.len(), 1);
        let promise = &funders[0].promise;
        assert_eq!((promise.asked_cents, promise.granted_cents), (160_000, 80_000));
        assert_eq!(promise.by_year_cents, [70_000, 80_000]);
        assert_eq!(promise.to_come_cents, [80_000, 0]);
        let tranches = funding_by_tranche(&view);
        assert_eq!(tranches.len(), 2);
        assert_eq!(tranches[1].money, funding_by_agreement(&view)[1]);
    }

    #[test]
    fn what_was_received_before_the_horizon_is_no_longer_to_come() {
        let mut plan = with_rent(1);
        add_agreement(&mut plan, 10, Stage::Running, ("2026-07", "2027-06", "2026-07", "1200"));
        Arc::make_mut(&mut plan.agreements[0]).payment =
            PaymentRule::Fixed(UnspentRule::Carry { until: None });
        let promise = &funding_by_agreement(&everything(&plan))[0].promise;
        // All of it came in July 2026; 600.00 of 2026 count as used, 600.00 pay the rent of six months.
        assert_eq!(promise.to_come_cents, [0]);
        assert_eq!(promise.at_risk_cents, [0]);
        assert_eq!(promise.by_year_cents, [60_000]);
    }
}
