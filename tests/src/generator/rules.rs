//! How the funders of a random plan count what they owe, on which costs, and what becomes of the rest.

use std::sync::Arc;

use previ_engine::id::PositionId;
use previ_engine::plan::Plan;
use previ_engine::rule::{Eligibility, PaymentRule, UnspentRule};

use super::{Dice, Maker};

const ELIGIBLE_ACCOUNTS: [u32; 8] = [60, 61, 64, 641, 613, 6, 6811, 65];

impl Maker {
    /// Gives each agreement its rules, and some plans a project that several funders pay. With dice of its
    /// own: everything else in the plan of a seed is what it would be without.
    pub fn add_rules(&mut self, plan: &mut Plan, dice: &mut Dice) {
        std::mem::swap(&mut self.dice, dice);
        let positions: Vec<PositionId> = plan.positions.iter().map(|position| position.id).collect();
        for agreement in plan.agreements.iter_mut().map(Arc::make_mut) {
            agreement.payment = self.payment_rule();
            agreement.eligible = self.eligibility(&positions);
            for tranche in &mut agreement.tranches {
                if self.dice.chance(20) {
                    tranche.report = Some(tranche.to.plus(self.dice.between(-4, 14) as i32));
                }
            }
        }
        if self.dice.chance(35) {
            self.add_project(plan);
        }
        self.add_details(plan);
        std::mem::swap(&mut self.dice, dice);
    }

    pub fn payment_rule(&mut self) -> PaymentRule {
        match self.dice.below(22) {
            0..=9 => PaymentRule::General,
            20 | 21 => PaymentRule::Scale,
            10 => PaymentRule::Fixed(UnspentRule::Carry { until: Some(self.month_around()) }),
            11 | 12 => PaymentRule::Fixed(UnspentRule::Carry { until: None }),
            13 | 14 => PaymentRule::Fixed(UnspentRule::GiveBack),
            15 | 16 => PaymentRule::Fixed(UnspentRule::Keep { up_to: self.percent_to(30) }),
            _ => PaymentRule::Rate(self.percent_to(100)),
        }
    }

    /// Any cost, or those of some accounts or positions.
    fn eligibility(&mut self, positions: &[PositionId]) -> Eligibility {
        if self.dice.chance(50) {
            return Eligibility::default();
        }
        let accounts = (0..self.dice.below(4)).map(|_| self.account_of(&ELIGIBLE_ACCOUNTS)).collect();
        Eligibility { accounts, positions: self.dice.pick_some(positions, 40), ..Eligibility::default() }
    }
}
