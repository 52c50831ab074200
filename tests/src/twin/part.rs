//! A tranche with its lines and what they pay.

use previ_engine::agreement::{FundingAgreement, Tranche};
use previ_engine::funder::Funder;
use previ_engine::month::Month;
use previ_engine::rule::PaymentRule;
use rust_decimal::Decimal;

use super::award::Award;
use super::costs::Ground;
use super::euros::{round, share_evenly};
use super::life::Life;
use super::situation::{Situation, months};
use super::{base, rate};

/// A tranche of an agreement.
pub struct Part<'a> {
    pub situation: &'a Situation<'a>,
    pub agreement: &'a FundingAgreement,
    pub tranche: &'a Tranche,
    pub funder: &'a Funder,
    /// Its lines, those that count nothing among them.
    pub awards: Vec<Award<'a>>,
}

impl Part<'_> {
    /// Whether it is claimed month by month.
    pub fn is_claimed(&self) -> bool {
        let rule = self.agreement.payment;
        self.agreement.investment.is_none() && matches!(rule, PaymentRule::Rate(_) | PaymentRule::Scale)
    }

    /// What all its lines count.
    pub fn counted(&self) -> Decimal {
        self.awards.iter().map(|award| award.counted).sum()
    }

    /// What all its lines count before a ceiling on public money.
    pub fn said(&self) -> Decimal {
        let lines = self.tranche.lines.iter();
        lines.map(|line| self.situation.counted(self.agreement, self.tranche, line)).sum()
    }

    /// What its lines ask for or were granted.
    pub fn full(&self) -> Decimal {
        self.tranche.lines.iter().map(|line| round(line.granted.unwrap_or(line.asked).euros())).sum()
    }

    /// The lines that take part.
    pub fn lines(&self) -> impl Iterator<Item = &Award<'_>> {
        self.awards.iter().filter(|award| award.counted > Decimal::ZERO)
    }

    /// The month in which it is over.
    pub fn end(&self) -> Month {
        self.tranche.to.max(self.tranche.decision)
    }

    /// The month of its report when it is over in its own time.
    pub fn report(&self) -> Month {
        let usual = self.situation.year_start(self.end()).plus(11 + 6);
        self.tranche.report.unwrap_or(usual).max(self.end())
    }

    /// What its lines earned up to the end of a fiscal year.
    pub fn earned(&self, lives: &[Life<'_>], year: i32) -> Decimal {
        let own = lives.iter().filter(|life| {
            life.award.agreement.id == self.agreement.id && life.award.tranche.id == self.tranche.id
        });
        own.map(|life| life.earned(year)).sum()
    }

    /// What of it is covered up to a month: by costs, by what they make due, or by time.
    pub fn covered(&self, ground: &Ground, month: Month) -> Decimal {
        let of_line = |award: &Award<'_>| match self.agreement.payment {
            PaymentRule::Fixed(_) | PaymentRule::Scale if self.agreement.investment.is_none() => {
                base::base(award, ground, month)
            }
            PaymentRule::Rate(share) if self.agreement.investment.is_none() => {
                rate::due(award, share, ground, month)
            }
            _ => {
                let period: Vec<Month> = months(self.tranche.from, self.tranche.to).collect();
                let even = share_evenly(award.counted, period.len());
                let passed = period.into_iter().zip(even).filter(|(of, _)| *of <= month);
                passed.map(|(_, part)| part).sum()
            }
        };
        self.lines().map(of_line).sum()
    }
}
