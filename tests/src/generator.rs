//! Random plans: any value of any part, small enough to be read when something fails.
//!
//! The same seed always gives the same plan. The number of an item follows from its kind and its place,
//! so that items of two random plans can be exchanged: a reference that stands in one mostly stands in
//! the other.

mod broken;
mod details;
mod dice;
mod frame;
mod funding;
mod items;
mod pay;
mod pools;
mod project;
mod rules;
mod shared;
mod sized;
mod values;

use std::sync::Arc;

use previ_engine::id::{ActivityId, AgreementId, FunderId, IndexId, InvestmentId, TreasuryId};
use previ_engine::month::Month;
use previ_engine::plan::Plan;
use previ_engine::rule::PaymentRule;

pub use broken::broken_plan;
pub use dice::Dice;
pub use pay::plan_with_calculated_pay;
pub use sized::{large_plan, sized, usual_plan};

/// A random plan that the check finds nothing fatal in.
#[must_use]
pub fn random_plan(seed: u64) -> Plan {
    let mut maker = Maker::new(Dice::new(seed));
    let mut plan = Plan::new(maker.frame());
    plan.treasury = maker.all(maker.treasury.clone(), Maker::treasury_account);
    plan.activities = maker.activities();
    plan.funders = maker.all(maker.funders.clone(), Maker::funder);
    plan.agreements = maker.all(maker.agreements.clone(), Maker::agreement);
    plan.investments = maker.all(maker.investments.clone(), Maker::investment);
    plan.lines = maker.some(6, Maker::line);
    plan.positions = maker.some(3, Maker::position);
    plan.loans = maker.some(2, Maker::loan);
    plan.in_kind = maker.some(2, Maker::in_kind);
    if !maker.treasury.is_empty() {
        plan.transfers = maker.some(3, Maker::transfer);
        plan.readings = maker.some(3, Maker::reading);
    }
    plan.notes = maker.some(2, Maker::note);
    maker.add_rules(&mut plan, &mut Dice::new(!seed));
    maker.add_shared(&mut plan, &mut Dice::new(seed.rotate_left(32)));
    pools::add_pools(&mut plan, &mut Dice::new(seed ^ 0x90_0150));
    shuffle_all(&mut plan, &mut maker.dice);
    plan
}

/// Puts every collection of a plan in another order; the default treasury account stays the first one.
///
/// Payments of a tranche and shares of a position's time keep theirs: cents follow it. So do chosen costs, which
/// are served as they are listed, and the lines of fixed and rate agreements, the first one pays first, and of
/// those with a provision, which is the first one's.
pub fn shuffle_all(plan: &mut Plan, dice: &mut Dice) {
    if let Some((_, others)) = plan.treasury.split_first_mut() {
        dice.shuffle(others);
    }
    dice.shuffle(&mut plan.transfers);
    dice.shuffle(&mut plan.readings);
    dice.shuffle(&mut plan.activities);
    dice.shuffle(&mut plan.lines);
    dice.shuffle(&mut plan.positions);
    dice.shuffle(&mut plan.funders);
    dice.shuffle(&mut plan.agreements);
    dice.shuffle(&mut plan.investments);
    dice.shuffle(&mut plan.loans);
    dice.shuffle(&mut plan.in_kind);
    dice.shuffle(&mut plan.notes);
    dice.shuffle(&mut plan.pools);
    let frame = Arc::make_mut(&mut plan.frame);
    dice.shuffle(&mut frame.assumptions.indexes);
    dice.shuffle(&mut frame.opening.items);
    for agreement in &mut plan.agreements {
        let agreement = Arc::make_mut(agreement);
        dice.shuffle(&mut agreement.tranches);
        dice.shuffle(&mut agreement.eligible.accounts);
        dice.shuffle(&mut agreement.eligible.positions);
        dice.shuffle(&mut agreement.ceilings);
        agreement.partners.iter_mut().for_each(|partners| dice.shuffle(&mut partners.shares));
        agreement.tranches.iter_mut().for_each(|tranche| dice.shuffle(&mut tranche.releases));
        if agreement.payment == PaymentRule::General && agreement.provision.is_none() {
            for tranche in &mut agreement.tranches {
                dice.shuffle(&mut tranche.lines);
            }
        }
    }
}

/// Makes the items of one plan; knows which ones there are to refer to.
struct Maker {
    dice: Dice,
    first: Month,
    years: u8,
    treasury: Vec<TreasuryId>,
    indexes: Vec<IndexId>,
    activities: Vec<ActivityId>,
    funders: Vec<FunderId>,
    agreements: Vec<AgreementId>,
    investments: Vec<InvestmentId>,
    last_number: u32,
}

impl Maker {
    fn new(mut dice: Dice) -> Self {
        let year = dice.between(2020, 2030);
        let number = if dice.chance(50) { 1 } else { dice.between(1, 12) };
        let years = if dice.chance(4) { dice.between(5, 10) } else { dice.between(1, 4) };
        let accounts = if dice.chance(5) { 0 } else { dice.below(3) + 1 };
        let mut ids = |base: u32, most: u32| -> Vec<u32> {
            let count = dice.below(u64::from(most) + 1) as u32;
            (1..=count).map(|place| base + place).collect()
        };
        let (indexes, activities, funders) = (ids(INDEXES, 2), ids(ACTIVITIES, 5), ids(FUNDERS, 2));
        let (agreements, investments) = (ids(AGREEMENTS, 4), ids(INVESTMENTS, 2));
        Self {
            first: values::month(year as i32, number as u8),
            years: years as u8,
            treasury: (1..=accounts as u32).map(|place| TreasuryId(TREASURY + place)).collect(),
            indexes: indexes.into_iter().map(IndexId).collect(),
            activities: activities.into_iter().map(ActivityId).collect(),
            funders: std::iter::once(FUNDERS).chain(funders).map(FunderId).collect(),
            agreements: agreements.into_iter().map(AgreementId).collect(),
            investments: investments.into_iter().map(InvestmentId).collect(),
            last_number: OTHERS,
            dice,
        }
    }

    /// A number no other item has.
    fn number(&mut self) -> u32 {
        self.last_number += 1;
        self.last_number
    }

    fn all<Id, T>(&mut self, ids: Vec<Id>, make: fn(&mut Self, Id) -> T) -> Vec<Arc<T>> {
        ids.into_iter().map(|id| Arc::new(make(self, id))).collect()
    }

    fn some<T>(&mut self, most: u64, make: fn(&mut Self) -> T) -> Vec<Arc<T>> {
        (0..self.dice.below(most + 1)).map(|_| Arc::new(make(self))).collect()
    }
}

const TREASURY: u32 = 10_000;
const INDEXES: u32 = 20_000;
const ACTIVITIES: u32 = 30_000;
const FUNDERS: u32 = 40_000;
const AGREEMENTS: u32 = 50_000;
const INVESTMENTS: u32 = 60_000;
const OTHERS: u32 = 70_000;
