//! A line of an agreement through the fiscal years of the plan.

use std::collections::BTreeMap;

use previ_engine::rule::PaymentRule;
use rust_decimal::Decimal;

use super::award::Award;
use super::classes::Group;
use super::costs::Ground;
use super::{rate, scale};

/// What a line of an agreement has in a fiscal year and how much of it finds costs.
#[derive(Clone, Copy, Debug, Default)]
pub struct Use {
    /// Carried over from earlier years.
    pub carried: Decimal,
    /// Of this year.
    pub new: Decimal,
    pub carried_used: Decimal,
    pub new_used: Decimal,
    /// The part of what is used that a flat rate makes due without a cost.
    pub beyond: Decimal,
}

impl Use {
    /// What was carried over and is not used.
    pub fn carried_left(&self) -> Decimal {
        self.carried - self.carried_used
    }

    /// What is new and not used.
    pub fn new_left(&self) -> Decimal {
        self.new - self.new_used
    }
}

/// A line of an agreement in each fiscal year of the plan.
pub struct Life<'a> {
    pub award: Award<'a>,
    pub years: Vec<Use>,
    /// What it pays through each limit, in cents, by the fiscal year in which it pays.
    pub charged: BTreeMap<(Group, i32), i64>,
    /// What a scale earns in each fiscal year, and before the plan.
    scale: Vec<Decimal>,
    scale_before: Decimal,
}

impl<'a> Life<'a> {
    pub fn new(award: Award<'a>, ground: &Ground) -> Self {
        let of = |first, last| match award.agreement.payment {
            PaymentRule::Scale => scale::earned(&award, &ground.costs, first, last),
            _ => Decimal::ZERO,
        };
        let scale = (0..award.situation.years()).map(|year| of(year, year)).collect();
        let scale_before = of(i32::MIN, -1);
        Self { award, years: Vec::new(), charged: BTreeMap::new(), scale, scale_before }
    }

    /// What found costs up to the end of a fiscal year; of a rate with what came before the plan, once it is
    /// decided.
    pub fn earned(&self, year: i32) -> Decimal {
        if self.award.agreement.payment == PaymentRule::Scale {
            let earned: Decimal = self.scale.iter().take(usize::try_from(year + 1).unwrap_or(0)).sum();
            return if year >= self.award.decided() { self.scale_before + earned } else { Decimal::ZERO };
        }
        let is_rate = matches!(self.award.agreement.payment, PaymentRule::Rate(_));
        let past = if is_rate && year >= self.award.decided() { self.award.past() } else { Decimal::ZERO };
        let years = self.years.iter().take(usize::try_from(year + 1).unwrap_or(0));
        past + years.map(|of_year| of_year.new_used).sum::<Decimal>()
    }

    /// What it paid through a limit before a fiscal year, in cents.
    pub fn charged_before(&self, group: Group, year: i32) -> i64 {
        let charged = self.charged.iter().filter(|((of, when), _)| *of == group && *when < year);
        charged.map(|(_, cents)| cents).sum()
    }

    /// What there is to give in the next fiscal year.
    pub fn begin(&mut self, ground: &Ground) {
        let award = &self.award;
        let year = self.years.len() as i32;
        let mut next = Use::default();
        if year >= award.decided() {
            match award.agreement.payment {
                PaymentRule::General => {}
                PaymentRule::Fixed(_) => {
                    let closed = award.situation.year_of(award.closing()) < year;
                    if let Some(last) = self.years.last().filter(|_| !closed) {
                        next.carried = last.carried_left() + last.new_left();
                    }
                    next.new = award.income_of(year);
                }
                PaymentRule::Scale => {
                    let first = if year == award.decided() { 0 } else { year };
                    next.new = scale::earned(award, &ground.costs, first, year);
                }
                PaymentRule::Rate(share) => {
                    let due = rate::due(award, share, ground, award.situation.end_of(year));
                    let earned = self.earned(year - 1).max(award.past());
                    next.new = (due - earned).max(Decimal::ZERO);
                }
            }
        }
        self.years.push(next);
    }
}
