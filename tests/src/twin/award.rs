//! A line of a tranche of an agreement and what is counted of it.

use previ_engine::account::AccountNumber;
use previ_engine::agreement::{FundingAgreement, FundingLine, Tranche};
use previ_engine::cash::CashRow;
use previ_engine::funder::{Funder, FunderKind};
use previ_engine::id::ActivityId;
use previ_engine::month::Month;
use previ_engine::rule::{PaymentRule, UnspentRule};
use rust_decimal::Decimal;

use super::books::is_below;
use super::costs::Cost;
use super::euros::share_out;
use super::movement::{Movement, Place};
use super::partners::says;
use super::situation::{Situation, months};

/// What is counted of a line of a tranche.
#[derive(Clone, Copy)]
pub struct Award<'a> {
    pub situation: &'a Situation<'a>,
    pub agreement: &'a FundingAgreement,
    pub tranche: &'a Tranche,
    pub line: &'a FundingLine,
    /// Its place in the tranche.
    pub place: usize,
    pub funder: &'a Funder,
    /// What the view counts of it, once cut by a ceiling on public money.
    pub counted: Decimal,
}

/// The lines of an agreement.
pub fn awards<'a>(
    situation: &'a Situation<'a>,
    agreement: &'a FundingAgreement,
    funder: &'a Funder,
) -> Vec<Award<'a>> {
    let mut awards = Vec::new();
    for tranche in &agreement.tranches {
        for (place, line) in tranche.lines.iter().enumerate() {
            let counted = situation.counted(agreement, tranche, line);
            awards.push(Award { situation, agreement, tranche, line, place, funder, counted });
        }
    }
    awards
}

/// Whether the money of a funder is public.
pub fn is_public(funder: &Funder) -> bool {
    !matches!(funder.kind, FunderKind::Foundation | FunderKind::Company | FunderKind::Person)
}

/// The account of what a funder owes.
pub fn claim(funder: &Funder) -> Place {
    Place::account(if is_public(funder) { 441 } else { 467 })
}

impl Award<'_> {
    pub fn post(&self, out: &mut Vec<Movement>, month: Month, debit: Place, credit: Place, euros: Decimal) {
        let row = CashRow::Grants(self.funder.kind);
        let activity = self.line.activity.filter(|_| self.situation.takes_place(self.line.activity));
        out.push(Movement { month: Some(month), debit, credit, euros, activity, row });
    }

    pub fn income_account(&self) -> AccountNumber {
        let usual = match self.funder.kind {
            FunderKind::SocialBody => 73,
            FunderKind::Foundation => 7551,
            FunderKind::Company => 7542,
            FunderKind::Person => 7541,
            _ => 741,
        };
        self.agreement.income_account.unwrap_or(AccountNumber::of(usual))
    }

    /// The fiscal year of the decision, from 0, below it before the plan.
    pub fn decided(&self) -> i32 {
        self.situation.year_of(self.tranche.decision)
    }

    /// Its fiscal years with their shares, in proportion to their months.
    pub fn shares(&self) -> Vec<(i32, Decimal)> {
        let mut years: Vec<(i32, Decimal)> = Vec::new();
        for month in months(self.tranche.from, self.tranche.to) {
            let year = self.situation.year_of(month);
            match years.last_mut() {
                Some((last, count)) if *last == year => *count += Decimal::ONE,
                _ => years.push((year, Decimal::ONE)),
            }
        }
        let weights: Vec<Decimal> = years.iter().map(|(_, months)| *months).collect();
        years.iter().map(|(year, _)| *year).zip(share_out(self.counted, &weights)).collect()
    }

    /// What becomes income in a fiscal year of the plan and was not used before the plan.
    pub fn income_of(&self, year: i32) -> Decimal {
        let shares = self.shares().into_iter();
        if year == self.decided() {
            shares.filter(|(of, _)| (0..=year).contains(of)).map(|(_, share)| share).sum()
        } else {
            shares.filter(|(of, _)| *of == year).map(|(_, share)| share).sum()
        }
    }

    /// Its shares of the fiscal years before the plan, which count as used.
    pub fn past(&self) -> Decimal {
        self.shares().into_iter().filter(|(of, _)| *of < 0).map(|(_, share)| share).sum()
    }

    /// Whether it may pay a cost with money of the year.
    pub fn may_pay(&self, cost: &Cost) -> bool {
        self.is_for(cost) && cost.month <= self.tranche.to
    }

    /// Whether it may pay a cost with money carried over.
    pub fn may_pay_carried(&self, cost: &Cost) -> bool {
        self.is_for(cost) && cost.month <= self.last_use()
    }

    /// Whether a cost is of its activities, of what it may pay and not too early.
    fn is_for(&self, cost: &Cost) -> bool {
        let of_activity = self.is_of(cost.activity);
        let by_rules = self.agreement.eligible.allows(cost.account, cost.post);
        // At a flat rate, nothing that is shared out is paid otherwise.
        let at_flat_rate = cost.is_shared && self.agreement.eligible.flat_rate.is_some();
        let allowed = says(self.agreement, cost).unwrap_or(by_rules && !at_flat_rate);
        of_activity && allowed && cost.month >= self.tranche.from
    }

    /// Whether an activity is that of the line or stands below it.
    pub fn is_of(&self, activity: Option<ActivityId>) -> bool {
        self.line.activity.is_none_or(|above| is_below(self.situation.plan, activity, above))
    }

    /// Whether a month lies in its period.
    pub fn pays_in(&self, month: Month) -> bool {
        (self.tranche.from..=self.tranche.to).contains(&month)
    }

    /// An amount, weighed as the line is.
    pub fn weighted(&self, euros: Decimal) -> Decimal {
        self.situation.weighted(self.agreement, self.tranche, self.line, euros)
    }

    /// The last month whose costs it may pay with what it carried over.
    fn last_use(&self) -> Month {
        let PaymentRule::Fixed(UnspentRule::Carry { until }) = self.agreement.payment else {
            return self.tranche.to;
        };
        let counts = |tranche: &&Tranche| {
            let mut lines = tranche.lines.iter();
            lines.any(|line| self.situation.counted(self.agreement, tranche, line) > Decimal::ZERO)
        };
        let ends = self.agreement.tranches.iter().filter(counts).map(|tranche| tranche.to).chain(until);
        ends.max().unwrap_or(self.tranche.to).max(self.tranche.to)
    }

    /// The month after which nothing more is used.
    pub fn closing(&self) -> Month {
        self.last_use().max(self.tranche.decision)
    }

    /// The month of the report: settled then.
    pub fn report(&self) -> Month {
        // Six months after the last month of the fiscal year.
        let usual = self.situation.year_start(self.closing()).plus(11 + 6);
        self.tranche.report.unwrap_or(usual).max(self.closing())
    }
}
