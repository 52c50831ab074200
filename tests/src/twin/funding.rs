//! Funding agreements.

use previ_engine::account::AccountNumber;
use previ_engine::agreement::{FundingAgreement, Part, Tranche, Trigger};
use previ_engine::cash::CashRow;
use previ_engine::funder::{Funder, FunderKind};
use previ_engine::id::ActivityId;
use previ_engine::month::Month;
use rust_decimal::Decimal;

use super::euros::{round, share_evenly, share_out};
use super::movement::{Movement, Place};
use super::situation::{Situation, months};

/// Decisions, income, payments of every tranche.
pub fn agreement(situation: &Situation<'_>, agreement: &FundingAgreement) -> Vec<Movement> {
    let mut movements = Vec::new();
    let Some(funder) = situation.plan.funders.iter().find(|one| one.id == agreement.funder) else {
        return movements;
    };
    for tranche in &agreement.tranches {
        for line in &tranche.lines {
            let counted = situation.counted(agreement, tranche, line);
            let activity = line.activity.filter(|_| situation.takes_place(line.activity));
            let award = Award { situation, agreement, tranche, funder, counted, activity };
            if agreement.investment.is_some() {
                award.as_investment_grant(&mut movements);
            } else {
                award.as_income(&mut movements);
            }
        }
        receive(situation, agreement, tranche, funder, &mut movements);
    }
    movements
}

fn claim(funder: &Funder) -> Place {
    match funder.kind {
        FunderKind::Foundation | FunderKind::Company | FunderKind::Person => Place::account(467),
        _ => Place::account(441),
    }
}

fn income_account(agreement: &FundingAgreement, funder: &Funder) -> Place {
    let usual = match funder.kind {
        FunderKind::SocialBody => 73,
        FunderKind::Foundation => 7551,
        FunderKind::Company => 7542,
        FunderKind::Person => 7541,
        _ => 741,
    };
    Place::Account(agreement.income_account.unwrap_or(AccountNumber::of(usual)))
}

/// What is counted of a line of a tranche.
struct Award<'a> {
    situation: &'a Situation<'a>,
    agreement: &'a FundingAgreement,
    tranche: &'a Tranche,
    funder: &'a Funder,
    counted: Decimal,
    activity: Option<ActivityId>,
}

impl Award<'_> {
    fn post(&self, out: &mut Vec<Movement>, month: Month, debit: Place, credit: Place, euros: Decimal) {
        let row = CashRow::Grants(self.funder.kind);
        out.push(Movement { month: Some(month), debit, credit, euros, activity: self.activity, row });
    }

    /// Income of the years up to the decision at once, of later years in their first month.
    fn as_income(&self, out: &mut Vec<Movement>) {
        let decision = self.tranche.decision;
        let mut years: Vec<(Month, Decimal)> = Vec::new();
        for month in months(self.tranche.from, self.tranche.to) {
            let start = self.situation.year_start(month);
            match years.last_mut() {
                Some((year, count)) if *year == start => *count += Decimal::ONE,
                _ => years.push((start, Decimal::ONE)),
            }
        }
        let weights: Vec<Decimal> = years.iter().map(|(_, months)| *months).collect();
        let (claim, deferred) = (claim(self.funder), Place::account(487));
        let income = income_account(self.agreement, self.funder);
        for ((start, _), share) in years.iter().zip(share_out(self.counted, &weights)) {
            if *start <= self.situation.year_start(decision) {
                self.post(out, decision, claim, income, share);
            } else {
                self.post(out, decision, claim, deferred, share);
                self.post(out, *start, deferred, income, share);
            }
        }
    }

    /// Own funds, released as the investment loses value.
    fn as_investment_grant(&self, out: &mut Vec<Movement>) {
        let (grant, released) = (Place::account(131), Place::account(139));
        let decision = self.tranche.decision;
        self.post(out, decision, claim(self.funder), grant, self.counted);
        let investments = &self.situation.plan.investments;
        let Some(investment) = investments.iter().find(|one| Some(one.id) == self.agreement.investment)
        else {
            return;
        };
        let Some(life) = investment.life_months else { return };
        let start = investment.in_use.unwrap_or(investment.purchase);
        let mut last = decision;
        for (place, part) in share_evenly(self.counted, usize::from(life)).into_iter().enumerate() {
            last = start.plus(place as i32).max(decision);
            self.post(out, last, released, Place::account(747), part);
        }
        self.post(out, last, grant, released, self.counted);
    }
}

/// The payments of a tranche: each in proportion to what it is of the whole tranche, none more than what
/// those before it leave.
fn receive(
    situation: &Situation<'_>,
    agreement: &FundingAgreement,
    tranche: &Tranche,
    funder: &Funder,
    movements: &mut Vec<Movement>,
) {
    let delay = i32::from(funder.delay_months);
    let counted: Decimal = tranche.lines.iter().map(|line| situation.counted(agreement, tranche, line)).sum();
    let full: Decimal =
        tranche.lines.iter().map(|line| round(line.granted.unwrap_or(line.asked).euros())).sum();
    let mut due: Vec<Month> = Vec::new();
    let mut parts: Vec<Decimal> = Vec::new();
    for instalment in &tranche.instalments {
        due.push(match instalment.trigger {
            Trigger::InMonth(month) => month,
            Trigger::OnDecision => tranche.decision,
        });
        let part = match instalment.part {
            Part::Share(share) => full * share.value() / Decimal::ONE_HUNDRED,
            Part::Amount(amount) => amount.euros(),
        };
        let left = full - parts.iter().sum::<Decimal>();
        parts.push(part.min(left));
    }
    if tranche.instalments.is_empty() {
        due.push(tranche.decision);
        parts.push(full);
    }
    parts.push(full - parts.iter().sum::<Decimal>());
    for (month, part) in due.into_iter().zip(share_out(counted, &parts)) {
        movements.push(Movement {
            month: Some(month.plus(delay)),
            debit: Place::Treasury(agreement.account),
            credit: claim(funder),
            euros: part,
            activity: None,
            row: CashRow::Grants(funder.kind),
        });
    }
}
