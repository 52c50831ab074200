//! What is shared with others: time lent, money of joint projects, hours of volunteers.

use std::sync::Arc;

use previ_engine::agreement::FundingAgreement;
use previ_engine::in_kind::HourlyValue;
use previ_engine::lending::{Lending, LendingPrice};
use previ_engine::partner::{Answers, PartnerShare, Partnership};
use previ_engine::plan::Plan;
use previ_engine::position::Position;

use super::{Dice, Maker};

impl Maker {
    /// Lends time of positions, gives agreements partners and volunteers a value of their hours. With dice of its own:
    /// everything else in the plan of a seed is what it would be without.
    pub fn add_shared(&mut self, plan: &mut Plan, dice: &mut Dice) {
        std::mem::swap(&mut self.dice, dice);
        for position in plan.positions.iter_mut().map(Arc::make_mut) {
            if self.dice.chance(30) {
                position.lent = (0..self.dice.between(1, 2)).map(|_| self.lending(position)).collect();
            }
        }
        for agreement in plan.agreements.iter_mut().map(Arc::make_mut) {
            if self.dice.chance(25) {
                agreement.partners = Some(self.partnership(agreement));
            }
        }
        for item in plan.in_kind.iter_mut().map(Arc::make_mut) {
            if self.dice.chance(50) {
                let values = [HourlyValue::MinimumWage, HourlyValue::MinimumWageWithContributions];
                item.hourly = Some(self.dice.pick(&values));
            }
        }
        let index = Arc::make_mut(&mut plan.frame).assumptions.indexes.first_mut();
        if let Some(index) = index.filter(|_| self.dice.chance(50)) {
            index.name = "SMIC".to_owned();
        }
        std::mem::swap(&mut self.dice, dice);
    }

    fn lending(&mut self, position: &Position) -> Lending {
        let from = position.from.plus(self.dice.between(-3, 12) as i32);
        Lending {
            to: "voisins".to_owned(),
            share: self.percent_to(50),
            from: self.dice.chance(40).then_some(from),
            until: self.dice.chance(40).then(|| from.plus(self.dice.between(0, 24) as i32)),
            price: if self.dice.chance(60) {
                LendingPrice::Cost
            } else {
                LendingPrice::Monthly(self.plain_amount())
            },
            delay_months: self.dice.below(4) as u8,
        }
    }

    fn partnership(&mut self, agreement: &FundingAgreement) -> Partnership {
        let answers = if self.dice.chance(50) {
            Answers::EachPartner
        } else {
            Answers::LeadAlone { is_eligible: self.dice.chance(60) }
        };
        let share = |maker: &mut Self| PartnerShare {
            name: format!("partenaire de {}", agreement.label),
            share: maker.percent_to(45),
        };
        let shares = (0..self.dice.between(1, 2)).map(|_| share(self)).collect();
        Partnership { answers, shares, delay_months: self.dice.below(4) as u8 }
    }
}
