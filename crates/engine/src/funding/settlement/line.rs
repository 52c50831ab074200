//! The lines of agreements that have to find a cost.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::cmp::Reverse;
use core::ops::Range;

use crate::agreement::{FundingAgreement, FundingLine, Tranche};
use crate::certainty::{Certainty, CertaintyView};
use crate::frame::CertaintyWeights;
use crate::funding::award::year_shares;
use crate::id::{AgreementId, TrancheId};
use crate::money::Percent;
use crate::month::Month;
use crate::plan::Plan;
use crate::rule::{PaymentRule, UnspentRule};
use crate::timeline::Timeline;

/// Where a funding line stands in the plan: its agreement, its tranche, itself.
pub(crate) type LinePlace = (usize, usize, usize);

/// A line paid as a lump sum, as a share of cost or by a scale, as a view counts it.
#[derive(Clone, Debug)]
pub(crate) struct FundedLine {
    pub(crate) place: LinePlace,
    pub(crate) agreement: Arc<FundingAgreement>,
    certainty: Certainty,
    /// What the view counts of it, above zero.
    pub(crate) counted_cents: i64,
    /// The share of its amount that the view counts.
    pub(crate) weight: Percent,
    /// The months of the horizon that it pays for, from 0.
    pub(crate) months: Range<usize>,
    /// Those that what is carried over may pay for.
    pub(crate) carry_months: Range<usize>,
    /// Its shares of the fiscal years it pays for, 0 for the first of the horizon.
    pub(crate) shares: Vec<(i32, i64)>,
    /// The last month of them, inside the horizon or not.
    pub(crate) usable_until: Month,
    /// The fiscal year of its decision, 0 for the first of the horizon.
    pub(crate) decided_year: i32,
    /// The fiscal years of the horizon in which it may earn, use or give back anything: from its decision until
    /// it is over.
    pub(crate) live_years: Range<usize>,
    /// The cost that it or what it carries over may pay, whoever pays it in the end: by month, from the first
    /// to the last that it may pay for.
    pub(crate) eligible_cents: Vec<i64>,
    /// The sum of that up to the end of each month of its period.
    pub(crate) direct_to_cents: Vec<i64>,
    /// The same of staff, where a flat rate is taken of it; else empty.
    pub(crate) staff_to_cents: Vec<i64>,
    /// The same of contributions in kind, where they count; else empty.
    pub(crate) in_kind_to_cents: Vec<i64>,
}

/// The lines of a plan that take part in a view, in order of their ids.
pub(crate) fn funded_lines(
    plan: &Plan,
    timeline: &Timeline,
    view: CertaintyView,
    weights: &CertaintyWeights,
) -> Vec<FundedLine> {
    let mut lines = Vec::new();
    for (a, agreement) in plan.agreements.iter().enumerate() {
        let has_funder = plan.funders.iter().any(|funder| funder.id == agreement.funder);
        if !(agreement.must_find_cost() && has_funder) {
            continue;
        }
        let counts = |tranche: &Tranche| {
            let mut lines = tranche.lines.iter();
            lines.any(|line| agreement.counted_cents(tranche, line, view, weights) > 0)
        };
        for (t, tranche) in agreement.tranches.iter().enumerate() {
            let usable_until = agreement.usable_until(tranche, counts);
            for (l, line) in tranche.lines.iter().enumerate() {
                let counted_cents = agreement.counted_cents(tranche, line, view, weights);
                let Some(certainty) = agreement.certainty_of(tranche, line) else { continue };
                if counted_cents > 0 {
                    let months = months_inside(tranche.from, tranche.to, timeline);
                    let carry_months = months_inside(tranche.from, usable_until, timeline);
                    let month_count = months.len().max(carry_months.len());
                    lines.push(FundedLine {
                        place: (a, t, l),
                        agreement: Arc::clone(agreement),
                        certainty,
                        counted_cents,
                        weight: view.weight(Some(certainty), weights),
                        months,
                        carry_months,
                        shares: shares(tranche, counted_cents, timeline),
                        usable_until,
                        decided_year: year_of(tranche.decision, timeline),
                        live_years: live_years(tranche.decision, usable_until.max(tranche.to), timeline),
                        eligible_cents: alloc::vec![0; month_count],
                        direct_to_cents: Vec::new(),
                        staff_to_cents: Vec::new(),
                        in_kind_to_cents: Vec::new(),
                    });
                }
            }
        }
    }
    lines.sort_by_key(FundedLine::ids);
    lines
}

/// The fiscal year of a month, 0 for the first of the horizon, below zero before it.
pub(crate) fn year_of(month: Month, timeline: &Timeline) -> i32 {
    month.since(timeline.first()).div_euclid(12)
}

fn live_years(decision: Month, end: Month, timeline: &Timeline) -> Range<usize> {
    let inside = |year: i32| year.clamp(0, timeline.year_count() as i32) as usize;
    inside(year_of(decision, timeline))..inside(year_of(end.max(decision), timeline) + 1)
}

fn shares(tranche: &Tranche, cents: i64, timeline: &Timeline) -> Vec<(i32, i64)> {
    let shares = year_shares(tranche, cents, |month| timeline.fiscal_year(month));
    shares.into_iter().map(|(year, cents)| (year_of(year.first, timeline), cents)).collect()
}

fn months_inside(from: Month, to: Month, timeline: &Timeline) -> Range<usize> {
    let place = |months: i32| months.clamp(0, timeline.month_count() as i32) as usize;
    let from = place(from.since(timeline.first()));
    from..place(to.since(timeline.first()) + 1).max(from)
}

impl FundedLine {
    /// Its tranche in the plan.
    pub(crate) fn tranche(&self) -> &Tranche {
        &self.agreement.tranches[self.place.1]
    }

    /// Itself in the plan.
    pub(crate) fn line(&self) -> &FundingLine {
        &self.tranche().lines[self.place.2]
    }

    /// The cost that it may pay in a month of the horizon, counted from 0.
    pub(crate) fn eligible_cents_in(&self, month: usize) -> i64 {
        let place = month.checked_sub(self.months.start);
        place.and_then(|place| self.eligible_cents.get(place)).copied().unwrap_or(0)
    }

    /// Its turn among those who pay: the surest first, then what is worst to leave unused, then what ends
    /// first.
    pub(crate) fn turn(&self) -> (Reverse<Certainty>, u8, Month) {
        let loss = match self.agreement.payment {
            PaymentRule::Fixed(UnspentRule::Keep { .. }) => 2,
            PaymentRule::Fixed(UnspentRule::Carry { .. }) => 1,
            PaymentRule::Fixed(UnspentRule::GiveBack)
            | PaymentRule::Rate(_)
            | PaymentRule::Scale
            | PaymentRule::General => 0,
        };
        (Reverse(self.certainty), loss, self.tranche().to)
    }

    /// Where its tranche stands in the plan.
    pub(crate) fn tranche_place(&self) -> (usize, usize) {
        (self.place.0, self.place.1)
    }

    /// What orders lines of one turn.
    pub(crate) fn ids(&self) -> (AgreementId, TrancheId, usize) {
        (self.agreement.id, self.tranche().id, self.place.2)
    }

    /// Counts only so much of it.
    pub(crate) fn recount(&mut self, cents: i64, timeline: &Timeline) {
        self.counted_cents = cents;
        self.shares = shares(self.tranche(), cents, timeline);
    }
}

/// Two states of a line, in plans of the same frame.
impl FundedLine {
    /// Whether the same costs are eligible in the same months as for another state of it.
    pub(crate) fn is_sorted_as(&self, before: &Self) -> bool {
        let (agreement, other) = (&self.agreement, &before.agreement);
        self.place == before.place
            && self.months == before.months
            && self.carry_months == before.carry_months
            && (Arc::ptr_eq(agreement, other)
                || (agreement.id == other.id
                    && self.line().activity == before.line().activity
                    && agreement.eligible == other.eligible
                    && agreement.ceilings == other.ceilings
                    && agreement.pays_its_partners() == other.pays_its_partners()))
    }

    /// Whether it gives the same money by the same rules, where the same costs are eligible.
    pub(crate) fn is_as(&self, before: &Self) -> bool {
        let (agreement, other) = (&self.agreement, &before.agreement);
        let (tranche, earlier) = (self.tranche(), before.tranche());
        self.counted_cents == before.counted_cents
            && self.shares == before.shares
            && (Arc::ptr_eq(agreement, other)
                || (agreement.payment == other.payment
                    && agreement.partners == other.partners
                    && self.ids() == before.ids()
                    && self.turn() == before.turn()
                    && self.weight == before.weight
                    && self.usable_until == before.usable_until
                    && self.line().amount() == before.line().amount()
                    && (tranche.from, tranche.decision, tranche.report)
                        == (earlier.from, earlier.decision, earlier.report)))
    }

    /// The first fiscal year in which it finds another base.
    pub(crate) fn first_change_of_base(&self, before: &Self) -> Option<usize> {
        let differs =
            |now: &[i64], before: &[i64]| now.iter().zip(before).position(|(now, before)| now != before);
        let places = [
            differs(&self.eligible_cents, &before.eligible_cents),
            differs(&self.staff_to_cents, &before.staff_to_cents),
            differs(&self.in_kind_to_cents, &before.in_kind_to_cents),
        ];
        places.into_iter().flatten().min().map(|place| (self.months.start + place) / 12)
    }
}
