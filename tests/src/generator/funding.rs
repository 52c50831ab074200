//! Random funders and funding agreements.

use previ_engine::agreement::{FundingAgreement, FundingLine, Tranche};
use previ_engine::certainty::{Certainty, Stage};
use previ_engine::funder::{Funder, FunderKind};
use previ_engine::id::{AgreementId, FunderId, TrancheId};
use previ_engine::money::Amount;
use previ_engine::payment::{Instalment, Part, Trigger};
use previ_engine::rule::{Eligibility, PaymentRule};

use super::{Maker, values};

const GRANT_ACCOUNTS: [u32; 6] = [73, 741, 742, 754, 7551, 756];

impl Maker {
    pub fn funder(&mut self, id: FunderId) -> Funder {
        Funder {
            id,
            name: "financeur".to_owned(),
            kind: self.dice.pick(&FunderKind::ALL),
            delay_months: if self.dice.chance(50) { 0 } else { self.dice.between(1, 14) as u8 },
        }
    }

    pub fn agreement(&mut self, id: AgreementId) -> FundingAgreement {
        let for_investment = self.dice.chance(25);
        FundingAgreement {
            id,
            label: "convention".to_owned(),
            funder: self.dice.pick(&self.funders),
            stage: self.dice.pick(&Stage::ALL),
            certainty: self.certainty(20),
            income_account: self.dice.chance(20).then(|| self.account_of(&GRANT_ACCOUNTS)),
            investment: if for_investment { self.dice.pick_any(&self.investments) } else { None },
            payment: PaymentRule::General,
            eligible: Eligibility::default(),
            ceilings: Vec::new(),
            provision: None,
            account: self.any_treasury(),
            total: None,
            person: String::new(),
            tranches: (0..self.dice.between(1, 3)).map(|_| self.tranche()).collect(),
            partners: None,
        }
    }

    fn certainty(&mut self, percent: u64) -> Option<Certainty> {
        self.dice.chance(percent).then(|| self.dice.pick(&Certainty::ALL))
    }

    fn tranche(&mut self) -> Tranche {
        let from = self.month_around();
        let length = if self.dice.chance(50) { 11 } else { self.dice.between(0, 30) };
        Tranche {
            decision: from.plus(self.dice.between(-8, 14) as i32),
            certainty: self.certainty(30),
            instalments: (0..self.dice.below(4)).map(|_| self.instalment()).collect(),
            ..Tranche::new(
                TrancheId(self.number()),
                from,
                from.plus(length as i32),
                (0..self.dice.between(1, 3)).map(|_| self.funding_line()).collect(),
            )
        }
    }

    fn funding_line(&mut self) -> FundingLine {
        FundingLine {
            activity: self.any_activity(),
            asked: self.plain_amount(),
            granted: self.dice.chance(40).then(|| self.plain_amount()),
            certainty: self.certainty(20),
            actual: None,
        }
    }

    pub fn instalment(&mut self) -> Instalment {
        let part = self.part();
        let trigger =
            if self.dice.chance(40) { Trigger::OnDecision } else { Trigger::InMonth(self.month_around()) };
        Instalment::new(part, trigger)
    }

    /// Whole percents and whole cents: what is finer may differ by a cent, for a part of a tranche is
    /// counted in hundredths of a cent.
    fn part(&mut self) -> Part {
        if self.dice.chance(60) {
            Part::Share(values::percent(self.dice.between(0, 70) * 1_000_000))
        } else {
            Part::Amount(Amount::from_cents(self.plain_amount().cents()))
        }
    }
}
