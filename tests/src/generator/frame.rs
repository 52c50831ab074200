//! Random frames: association, horizon, assumptions, opening balance, treasury accounts.

use previ_engine::employer::{DaysOff, Employer, WhitMonday};
use previ_engine::frame::{
    Appropriation, AppropriationTarget, Association, Assumptions, CertaintyWeights, ContributionRhythm,
    Frame, Horizon, Index, IndexStep, Vat,
};
use previ_engine::id::{IndexId, OpeningId, TreasuryId};
use previ_engine::money::{Amount, Percent, Quantity};
use previ_engine::opening::{OpeningBalance, OpeningItem, OpeningSide};
use previ_engine::treasury::TreasuryAccount;
use rust_decimal::Decimal;

use super::{Maker, values};

const THIRD_PARTIES: [u32; 20] =
    [401, 4011, 404, 408, 409, 411, 4111, 418, 421, 428, 431, 437, 441, 4421, 447, 455, 467, 468, 486, 487];
const TREASURIES: [u32; 7] = [512, 5121, 5122, 53, 531, 50, 508];

impl Maker {
    pub fn frame(&mut self) -> Frame {
        let indexes = self.indexes.clone().into_iter().map(|id| self.index(id)).collect();
        Frame {
            association: Association {
                name: "Les Amis du lavoir".to_owned(),
                rna: self.dice.chance(20).then(|| "W123456789".to_owned()),
                siren: self.dice.chance(20).then(|| "123456789".to_owned()),
                fiscal_year_starts: self.first.number(),
                contributions: if self.dice.chance(50) {
                    ContributionRhythm::Monthly
                } else {
                    ContributionRhythm::Quarterly
                },
                vat: self.dice.chance(2).then_some(Vat {}),
                employer: Employer {
                    is_in_alsace_moselle: self.dice.chance(10),
                    days_off: self.days_off(),
                    ..Employer::default()
                },
            },
            horizon: Horizon { first_year: self.first.year(), years: self.years, as_of: None },
            assumptions: Assumptions {
                indexes,
                reserve_months: self
                    .dice
                    .chance(30)
                    .then(|| Quantity::new(Decimal::new(self.dice.between(0, 120), 1)).unwrap_or_default()),
                certainty_weights: self.dice.chance(40).then(|| self.weights()),
                appropriation: self.appropriation(),
            },
            opening: OpeningBalance {
                items: (0..self.dice.below(4)).map(|_| self.opening_item()).collect(),
                reserves: if self.dice.chance(30) { self.amount() } else { Amount::ZERO },
            },
        }
    }

    fn days_off(&mut self) -> DaysOff {
        DaysOff {
            leave: self.dice.chance(30).then(|| self.days_to(30)),
            reduced_time: if self.dice.chance(30) { self.days_to(12) } else { Quantity::default() },
            further: if self.dice.chance(30) { self.days_to(3) } else { Quantity::default() },
            whit_monday: if self.dice.chance(30) { WhitMonday::Worked } else { WhitMonday::Holiday },
        }
    }

    fn index(&mut self, id: IndexId) -> Index {
        Index {
            id,
            name: "prix".to_owned(),
            steps: if self.dice.chance(50) { IndexStep::January } else { IndexStep::FiscalYear },
            yearly: self.growth(),
            by_year: if self.dice.chance(50) { self.by_year(Self::growth) } else { Default::default() },
        }
    }

    fn growth(&mut self) -> Percent {
        values::percent(self.dice.between(-50, 300) * 100_000)
    }

    fn weights(&mut self) -> CertaintyWeights {
        CertaintyWeights {
            not_filed: self.percent_to(100),
            filed: self.percent_to(100),
            favourable: self.percent_to(100),
            certain: self.percent_to(100),
        }
    }

    fn appropriation(&mut self) -> Appropriation {
        if self.dice.chance(40) {
            return Appropriation::default();
        }
        let to = if self.dice.chance(50) {
            AppropriationTarget::CarriedForward
        } else {
            AppropriationTarget::ProjectReserves
        };
        Appropriation { after_months: self.dice.between(1, 11) as u8, to }
    }

    fn opening_item(&mut self) -> OpeningItem {
        let after = self.dice.between(-2, i64::from(self.years) * 12 + 3);
        OpeningItem {
            id: OpeningId(self.number()),
            label: "ouverture".to_owned(),
            account: self.account_of(&THIRD_PARTIES),
            side: if self.dice.chance(50) { OpeningSide::Receivable } else { OpeningSide::Payable },
            amount: self.amount(),
            due: self.first.plus(after as i32),
        }
    }

    pub fn treasury_account(&mut self, id: TreasuryId) -> TreasuryAccount {
        TreasuryAccount {
            id,
            label: "compte".to_owned(),
            account: self.account_of(&TREASURIES),
            opening: self.amount(),
            overdraft_limit: self.dice.chance(30).then(|| self.plain_amount()),
            blocked: self.dice.chance(20),
        }
    }
}
