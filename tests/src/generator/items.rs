//! Random activities, lines, positions, investments, loans, contributions in kind, transfers, readings
//! and notes.

use std::collections::BTreeMap;
use std::sync::Arc;

use previ_engine::activity::Activity;
use previ_engine::contract::Contract;
use previ_engine::id::{
    ActivityId, InKindId, InvestmentId, ItemId, LineId, LoanId, NoteId, PositionId, ReadingId, TransferId,
};
use previ_engine::in_kind::{InKind, InKindKind};
use previ_engine::investment::Investment;
use previ_engine::line::BudgetLine;
use previ_engine::loan::{Loan, Repayment};
use previ_engine::note::{Note, NoteState};
use previ_engine::position::{Position, Time, TimeShare, WorkedDays};
use previ_engine::treasury::{BalanceReading, Transfer};

use super::Maker;

const LINE_ACCOUNTS: [u32; 47] = [
    60, 6061, 6063, 606, 611, 613, 6132, 616, 6226, 625, 6256, 6281, 63, 635, 64, 641, 645, 65, 6541, 661,
    6611, 67, 68, 6811, 6815, 69, 695, 70, 706, 7061, 707, 708, 71, 72, 74, 741, 75, 754, 7541, 75412, 756,
    7561, 758, 76, 768, 77, 7815,
];
const ASSET_ACCOUNTS: [u32; 7] = [205, 21, 213, 2154, 2182, 2183, 2184];
const LOAN_ACCOUNTS: [u32; 4] = [164, 1641, 168, 1681];

impl Maker {
    /// A forest: each one stands under one made before it, or under the structure.
    pub fn activities(&mut self) -> Vec<Arc<Activity>> {
        let mut above: Vec<ActivityId> = Vec::new();
        let mut activities = Vec::new();
        for id in self.activities.clone() {
            let (from, to) = self.dates(25);
            let parent = if self.dice.chance(60) { self.dice.pick_any(&above) } else { None };
            let only_if = self.condition();
            activities.push(Arc::new(Activity {
                id,
                label: "action".to_owned(),
                parent,
                from,
                to,
                only_if,
                deliverables: Vec::new(),
                details: Vec::new(),
            }));
            above.push(id);
        }
        activities
    }

    pub fn line(&mut self) -> BudgetLine {
        BudgetLine {
            id: LineId(self.number()),
            label: "ligne".to_owned(),
            account: self.account_of(&LINE_ACCOUNTS),
            activity: self.any_activity(),
            schedule: self.schedule(),
            settlement: self.settlement(),
            only_if: self.condition(),
            pool: None,
            actual: BTreeMap::new(),
        }
    }

    pub fn in_kind(&mut self) -> InKind {
        InKind {
            id: InKindId(self.number()),
            label: "bénévolat".to_owned(),
            kind: self.dice.pick(&[
                InKindKind::Relief,
                InKindKind::FreeUse,
                InKindKind::Services,
                InKindKind::Volunteering,
            ]),
            activity: self.any_activity(),
            schedule: self.schedule(),
            only_if: self.condition(),
            hourly: None,
        }
    }

    pub fn position(&mut self) -> Position {
        let from = self.month_around();
        let to = self.month_around();
        let gross = (0..=self.dice.below(3))
            .map(|_| (from.plus(self.dice.between(-6, 30) as i32), self.plain_amount()))
            .collect();
        let time = (0..self.dice.below(4))
            .filter_map(|_| {
                let activity = self.dice.pick_any(&self.activities)?;
                let time = if self.dice.chance(50) {
                    Time::Share(self.percent_to(60))
                } else {
                    Time::Days(self.days_to(120))
                };
                let (from, to) = if self.dice.chance(30) { self.dates(60) } else { (None, None) };
                Some(TimeShare { activity, time, from, to })
            })
            .collect();
        Position {
            id: PositionId(self.number()),
            label: "animatrice".to_owned(),
            holder: self.dice.chance(30).then(|| "Camille".to_owned()),
            from: from.min(to),
            to: self.dice.chance(60).then_some(from.max(to)),
            gross,
            index: if self.dice.chance(50) { self.dice.pick_any(&self.indexes) } else { None },
            employer_rate: Some(self.percent_to(60)),
            employee_rate: self.dice.chance(50).then(|| self.percent_to(30)),
            time,
            only_if: self.condition(),
            scale: BTreeMap::new(),
            contract: Contract::default(),
            operational_share: self.dice.chance(30).then(|| self.percent_to(100)),
            worked: self.worked(),
            lent: Vec::new(),
            pool: None,
        }
    }

    fn worked(&mut self) -> Vec<WorkedDays> {
        let days = (0..self.dice.below(3)).filter_map(|_| {
            let activity = self.dice.pick_any(&self.activities)?;
            let year = self.first.year() + self.dice.between(-1, i64::from(self.years)) as i32;
            Some(WorkedDays { activity, year, days: self.days_to(80) })
        });
        days.collect()
    }

    pub fn investment(&mut self, id: InvestmentId) -> Investment {
        let purchase = self.month_around();
        let land = self.dice.chance(15);
        let life = if self.dice.chance(70) { self.dice.between(1, 60) } else { self.dice.between(61, 600) };
        Investment {
            id,
            label: "matériel".to_owned(),
            account: if land { self.account_of(&[211]) } else { self.account_of(&ASSET_ACCOUNTS) },
            activity: self.any_activity(),
            purchase,
            amount: self.plain_amount(),
            in_use: self.dice.chance(30).then(|| purchase.plus(self.dice.between(0, 8) as i32)),
            life_months: (!land).then_some(life as u16),
            settlement: self.settlement(),
            only_if: self.condition(),
        }
    }

    pub fn loan(&mut self) -> Loan {
        let months = if self.dice.chance(80) { self.dice.between(1, 40) } else { self.dice.between(41, 600) };
        Loan {
            id: LoanId(self.number()),
            label: "prêt".to_owned(),
            account: self.account_of(&LOAN_ACCOUNTS),
            drawn: self.month_around(),
            amount: self.plain_amount(),
            yearly_rate: self.percent_to(12),
            months: months as u16,
            repayment: self.dice.pick(&[
                Repayment::ConstantPayment,
                Repayment::ConstantPrincipal,
                Repayment::AtTheEnd,
            ]),
            treasury: self.any_treasury(),
            only_if: self.condition(),
        }
    }

    pub fn transfer(&mut self) -> Transfer {
        Transfer {
            id: TransferId(self.number()),
            label: "virement".to_owned(),
            from: self.dice.pick(&self.treasury),
            to: self.dice.pick(&self.treasury),
            month: self.month_around(),
            amount: self.amount(),
        }
    }

    pub fn reading(&mut self) -> BalanceReading {
        let after = self.dice.between(0, i64::from(self.years) * 12 + 2);
        BalanceReading {
            id: ReadingId(self.number()),
            account: self.dice.pick(&self.treasury),
            month: self.first.plus(after as i32),
            balance: self.amount(),
        }
    }

    pub fn note(&mut self) -> Note {
        let about = self.dice.pick(&[
            ItemId::Frame,
            ItemId::Treasury(previ_engine::id::TreasuryId(super::TREASURY + 1)),
            ItemId::Activity(ActivityId(super::ACTIVITIES + 1)),
        ]);
        Note {
            id: NoteId(self.number()),
            about: self.dice.chance(60).then_some(about),
            text: "devis reçu".to_owned(),
            author: if self.dice.chance(50) { "Dominique".to_owned() } else { String::new() },
            state: self.dice.pick(&[
                NoteState::Settled,
                NoteState::Question,
                NoteState::ToDo,
                NoteState::ToBeSpecified,
            ]),
        }
    }
}
