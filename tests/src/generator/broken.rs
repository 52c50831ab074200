//! Plans as no one should write them: the engine must say so and go on.

use std::sync::Arc;

use previ_engine::account::AccountNumber;
use previ_engine::id::{ActivityId, AgreementId, FunderId, IndexId, InvestmentId, PositionId, TreasuryId};
use previ_engine::lending::{Lending, LendingPrice};
use previ_engine::money::{Amount, MAX_CENTS, Quantity};
use previ_engine::month::Month;
use previ_engine::partner::{Answers, PartnerShare, Partnership};
use previ_engine::payment::{Part, Trigger};
use previ_engine::plan::Plan;
use previ_engine::position::Time;
use previ_engine::rule::{PaymentRule, UnspentRule};
use previ_engine::schedule::ScheduleRule;
use previ_engine::timing::Timing;
use rust_decimal::Decimal;

use super::dice::Dice;
use super::values::{month, percent};

/// A random plan damaged in several places: references to nothing, cycles, twice the same identity,
/// dates turned round or at the ends of time, counts of nothing, the largest numbers.
#[must_use]
pub fn broken_plan(seed: u64) -> Plan {
    let mut plan = super::random_plan(seed);
    let mut dice = Dice::new(seed ^ 0x00B4_0CE4);
    for _ in 0..=dice.below(12) {
        damage(&mut plan, &mut dice);
    }
    for _ in 0..dice.below(3) {
        damage_rules(&mut plan, &mut dice);
    }
    plan
}

fn extreme_month(dice: &mut Dice) -> Month {
    let inside = month(2027, 5);
    dice.pick(&[month(1, 1), month(1, 12), month(9999, 12), month(2019, 7), month(2060, 1), inside])
}

fn extreme_amount(dice: &mut Dice) -> Amount {
    Amount::from_cents(dice.pick(&[MAX_CENTS, -MAX_CENTS, 0, 1, -1]))
}

fn extreme_quantity(dice: &mut Dice) -> Quantity {
    let most = Decimal::from(10_000_000);
    let numbers = [most, -most, Decimal::ZERO, Decimal::new(1, 6)];
    Quantity::new(numbers[dice.below(4) as usize]).unwrap_or_default()
}

fn extreme_percent(dice: &mut Dice) -> previ_engine::money::Percent {
    percent(dice.pick(&[10_000_000_000, -10_000_000_000, 0, -100_000_000, 100_000_000, 1, -1]))
}

/// Any item of a collection, to be changed.
fn any<'a, T: Clone>(items: &'a mut [Arc<T>], dice: &mut Dice) -> Option<&'a mut T> {
    let place = dice.below(items.len() as u64) as usize;
    items.get_mut(place).map(Arc::make_mut)
}

fn damage(plan: &mut Plan, dice: &mut Dice) {
    match dice.below(12) {
        0 => damage_frame(plan, dice),
        1 => damage_activity(plan, dice),
        2 | 3 => damage_line(plan, dice),
        4 => damage_position(plan, dice),
        5 | 6 => damage_agreement(plan, dice),
        7 => damage_investment(plan, dice),
        8 => damage_loan(plan, dice),
        9 => damage_treasury(plan, dice),
        10 => repeat(plan, dice),
        _ => empty(plan, dice),
    }
}

fn damage_frame(plan: &mut Plan, dice: &mut Dice) {
    let frame = Arc::make_mut(&mut plan.frame);
    match dice.below(6) {
        0 => frame.horizon.years = dice.pick(&[0, 10, 11, 255]),
        1 => frame.horizon.first_year = dice.pick(&[i32::MIN, -1, 0, 1, 9980]),
        2 => frame.association.fiscal_year_starts = dice.pick(&[0, 13, 255]),
        3 => frame.assumptions.appropriation.after_months = dice.pick(&[0, 12, 255]),
        4 => frame.opening.reserves = extreme_amount(dice),
        _ => {
            if let Some(index) = frame.assumptions.indexes.first_mut() {
                index.yearly = extreme_percent(dice);
                index.by_year.insert(i32::MIN, extreme_percent(dice));
            }
            if let Some(item) = frame.opening.items.first_mut() {
                item.due = extreme_month(dice);
                item.amount = extreme_amount(dice);
                item.account = AccountNumber::of(dice.pick(&[1, 2, 512, 6, 7, 864, 120]));
            }
        }
    }
}

fn damage_activity(plan: &mut Plan, dice: &mut Dice) {
    let ids: Vec<ActivityId> = plan.activities.iter().map(|activity| activity.id).collect();
    let above = dice.pick_any(&ids);
    let Some(activity) = any(&mut plan.activities, dice) else { return };
    match dice.below(4) {
        0 => activity.parent = Some(activity.id),
        1 => activity.parent = above,
        2 => activity.parent = Some(ActivityId(9)),
        _ => {
            activity.from = Some(extreme_month(dice));
            activity.to = Some(extreme_month(dice));
        }
    }
}

fn damage_line(plan: &mut Plan, dice: &mut Dice) {
    let Some(line) = any(&mut plan.lines, dice) else { return };
    match dice.below(8) {
        0 => line.account = AccountNumber::of(dice.pick(&[1, 2, 3, 4, 401, 5, 512, 6, 7, 8, 864, 110])),
        1 => line.activity = Some(ActivityId(9)),
        2 => line.settlement.account = Some(TreasuryId(9)),
        3 => {
            line.settlement.timing = match dice.below(5) {
                0 => Timing::After { months: dice.pick(&[0, 61, 255]) },
                1 => Timing::Before { months: dice.pick(&[0, 61, 255]) },
                2 => Timing::InMonths { months: dice.pick(&[&[][..], &[0, 13], &[255]]).to_vec() },
                3 => Timing::Instalments { count: 0, every_months: 0 },
                _ => Timing::Instalments { count: 255, every_months: 255 },
            };
        }
        4 => {
            line.schedule.from = Some(extreme_month(dice));
            line.schedule.to = Some(extreme_month(dice));
        }
        5 => {
            line.schedule.overrides.insert(extreme_month(dice), extreme_amount(dice));
        }
        6 => line.schedule.rule = ScheduleRule::Indexed { yearly: extreme_amount(dice), index: IndexId(9) },
        _ => {
            line.schedule.rule = ScheduleRule::Yearly {
                amounts: [(dice.pick(&[i32::MIN, 0, 2027, i32::MAX]), extreme_amount(dice))].into(),
                years: Default::default(),
                months: vec![0, 13, 7, 7, 255],
            };
        }
    }
}

fn damage_position(plan: &mut Plan, dice: &mut Dice) {
    let Some(position) = any(&mut plan.positions, dice) else { return };
    match dice.below(7) {
        6 => {
            position.operational_share = Some(extreme_percent(dice));
            for share in &mut position.time {
                share.time = Time::Days(extreme_quantity(dice));
                share.from = Some(extreme_month(dice));
                share.to = Some(extreme_month(dice));
            }
            for worked in &mut position.worked {
                worked.days = extreme_quantity(dice);
                worked.year = i32::MAX;
            }
        }
        0 => position.from = extreme_month(dice),
        1 => position.to = Some(extreme_month(dice)),
        2 => position.gross = [(extreme_month(dice), extreme_amount(dice))].into(),
        3 => position.index = Some(IndexId(9)),
        5 => position.lent.push(Lending {
            to: String::new(),
            share: extreme_percent(dice),
            from: Some(extreme_month(dice)),
            until: Some(extreme_month(dice)),
            price: dice.pick(&[LendingPrice::Cost, LendingPrice::Monthly(Amount::ZERO)]),
            delay_months: 255,
        }),
        4 => {
            position.employer_rate = Some(extreme_percent(dice));
            position.employee_rate = Some(extreme_percent(dice));
        }
        _ => {
            for share in &mut position.time {
                share.time = Time::Share(extreme_percent(dice));
            }
            if let Some(share) = position.time.first_mut() {
                share.activity = ActivityId(9);
            }
        }
    }
}

fn damage_agreement(plan: &mut Plan, dice: &mut Dice) {
    let Some(agreement) = any(&mut plan.agreements, dice) else { return };
    match dice.below(4) {
        0 => agreement.funder = FunderId(9),
        1 => agreement.investment = Some(InvestmentId(9)),
        2 => agreement.tranches.clear(),
        _ => {
            for tranche in &mut agreement.tranches {
                match dice.below(4) {
                    0 => tranche.from = extreme_month(dice),
                    1 => tranche.to = extreme_month(dice),
                    2 => tranche.decision = extreme_month(dice),
                    _ => tranche.lines.clear(),
                }
                for line in &mut tranche.lines {
                    line.asked = extreme_amount(dice);
                }
                for instalment in &mut tranche.instalments {
                    instalment.trigger = Trigger::InMonth(extreme_month(dice));
                    instalment.part = if dice.chance(50) {
                        Part::Share(extreme_percent(dice))
                    } else {
                        Part::Amount(extreme_amount(dice))
                    };
                }
            }
        }
    }
}

fn damage_rules(plan: &mut Plan, dice: &mut Dice) {
    let Some(agreement) = any(&mut plan.agreements, dice) else { return };
    match dice.below(6) {
        0 => agreement.payment = PaymentRule::Rate(extreme_percent(dice)),
        1 => agreement.payment = PaymentRule::Fixed(UnspentRule::Keep { up_to: extreme_percent(dice) }),
        2 => {
            let until = Some(extreme_month(dice));
            agreement.payment = PaymentRule::Fixed(UnspentRule::Carry { until });
        }
        3 => {
            agreement.eligible.positions.push(PositionId(9));
            agreement.eligible.accounts.push(AccountNumber::of(dice.pick(&[1, 512, 689, 69, 7])));
        }
        4 => {
            let answers = dice.pick(&[Answers::EachPartner, Answers::LeadAlone { is_eligible: true }]);
            let share = |share| PartnerShare { name: String::new(), share };
            let shares = vec![share(extreme_percent(dice)), share(extreme_percent(dice))];
            agreement.partners = Some(Partnership { answers, shares, delay_months: 255 });
        }
        _ => agreement.tranches.iter_mut().for_each(|tranche| tranche.report = Some(extreme_month(dice))),
    }
}

fn damage_investment(plan: &mut Plan, dice: &mut Dice) {
    let Some(investment) = any(&mut plan.investments, dice) else { return };
    match dice.below(5) {
        0 => investment.life_months = dice.pick(&[Some(0), Some(u16::MAX), None]),
        1 => investment.purchase = extreme_month(dice),
        2 => investment.in_use = Some(extreme_month(dice)),
        3 => investment.amount = extreme_amount(dice),
        _ => investment.account = AccountNumber::of(dice.pick(&[2, 28, 6, 512, 401])),
    }
}

fn damage_loan(plan: &mut Plan, dice: &mut Dice) {
    let Some(loan) = any(&mut plan.loans, dice) else { return };
    match dice.below(5) {
        0 => loan.months = dice.pick(&[0, 601, u16::MAX]),
        1 => loan.drawn = extreme_month(dice),
        2 => loan.amount = extreme_amount(dice),
        3 => loan.yearly_rate = extreme_percent(dice),
        _ => loan.account = AccountNumber::of(dice.pick(&[1, 512, 7, 401])),
    }
}

fn damage_treasury(plan: &mut Plan, dice: &mut Dice) {
    if let Some(account) = any(&mut plan.treasury, dice) {
        account.account = AccountNumber::of(dice.pick(&[1, 401, 6, 7, 8, 5]));
        account.opening = extreme_amount(dice);
    }
    if let Some(transfer) = any(&mut plan.transfers, dice) {
        transfer.month = extreme_month(dice);
        transfer.to = transfer.from;
        transfer.from = TreasuryId(9);
        transfer.amount = extreme_amount(dice);
    }
    if let Some(reading) = any(&mut plan.readings, dice) {
        reading.month = extreme_month(dice);
        reading.account = dice.pick(&[TreasuryId(9), reading.account]);
        reading.balance = extreme_amount(dice);
    }
}

/// Twice the same item.
fn repeat(plan: &mut Plan, dice: &mut Dice) {
    match dice.below(4) {
        0 => plan.lines.extend(plan.lines.first().cloned()),
        1 => plan.activities.extend(plan.activities.first().cloned()),
        2 => plan.treasury.extend(plan.treasury.first().cloned()),
        _ => plan.agreements.extend(plan.agreements.first().cloned()),
    }
}

/// A whole collection is gone; what pointed to it points to nothing.
fn empty(plan: &mut Plan, dice: &mut Dice) {
    match dice.below(5) {
        0 => plan.treasury.clear(),
        1 => plan.activities.clear(),
        2 => plan.funders.clear(),
        3 => plan.investments.clear(),
        _ => {
            if let Some(line) = any(&mut plan.lines, dice) {
                let agreements = vec![AgreementId(9)];
                line.only_if = Some(previ_engine::condition::Condition::AllOf(agreements));
            }
            plan.agreements.clear();
        }
    }
}
