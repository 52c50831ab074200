//! Calculated pay: contracts, scales and an employer, any of their values.

use std::collections::BTreeMap;
use std::sync::Arc;

use previ_engine::contract::{Absence, Contract, ContractKind, PayScale, YearlyBonus};
use previ_engine::employer::{DaysOff, Employer, HeadcountBand, PayrollTax, WhitMonday};
use previ_engine::money::{Amount, Percent, Quantity};
use previ_engine::month::Month;
use previ_engine::payment::Part;
use previ_engine::plan::Plan;
use previ_engine::position::Position;
use rust_decimal::Decimal;

use super::dice::Dice;
use super::random_plan;

/// A random plan whose pay is calculated, as far as its positions say no rate of their own: most say none.
#[must_use]
pub fn plan_with_calculated_pay(seed: u64) -> Plan {
    let mut plan = random_plan(seed);
    let mut dice = Dice::new(seed ^ 0x9A1);
    Arc::make_mut(&mut plan.frame).association.employer = employer(&mut dice);
    for position in plan.positions.iter_mut().map(Arc::make_mut) {
        if dice.chance(85) {
            position.employer_rate = None;
            position.employee_rate = None;
        }
        position.contract = contract(position, &mut dice);
        if dice.chance(30) {
            position.scale = BTreeMap::from([(position.from, scale(&mut dice))]);
        } else {
            // From a few hours a week to four ceilings of the social insurance.
            let gross = Amount::from_cents(dice.between(30_000, 1_600_000));
            position.gross = BTreeMap::from([(position.from, gross)]);
        }
    }
    plan
}

fn employer(dice: &mut Dice) -> Employer {
    let bands = [HeadcountBand::Under11, HeadcountBand::From11To49, HeadcountBand::From50];
    let tax =
        PayrollTax { liable: percent(dice, 100), before: Amount::from_cents(dice.between(0, 2_000_000)) };
    Employer {
        collective_agreement: None,
        headcount: dice.pick(&bands),
        is_in_alsace_moselle: dice.chance(30),
        work_accident_rate: dice.chance(50).then(|| percent(dice, 6)),
        mobility_rate: dice.chance(50).then(|| percent(dice, 3)),
        health_cover: dice.chance(50).then(|| Amount::from_cents(dice.between(0, 9_000))),
        provident_rate: dice.chance(50).then(|| percent(dice, 2)),
        occupational_health: dice.chance(50).then(|| Amount::from_cents(dice.between(0, 20_000))),
        payroll_tax: dice.chance(60).then_some(tax),
        posts_leave_owed: dice.chance(50),
        days_off: DaysOff {
            leave: dice.chance(50).then(|| quantity(dice, 30)),
            reduced_time: quantity(dice, 12),
            further: quantity(dice, 5),
            whit_monday: dice.pick(&[WhitMonday::Holiday, WhitMonday::Worked]),
        },
    }
}

fn contract(position: &Position, dice: &mut Dice) -> Contract {
    let kinds = [
        ContractKind::Permanent,
        ContractKind::FixedTerm { end_bonus: percent(dice, 10) },
        ContractKind::FixedTerm { end_bonus: Percent::default() },
        ContractKind::Apprentice,
    ];
    let working_time = (0..dice.below(3)).map(|_| (later(position.from, dice), percent(dice, 100))).collect();
    let bonuses = (0..dice.below(3)).map(|_| {
        let part = if dice.chance(50) {
            Part::Share(percent(dice, 100))
        } else {
            Part::Amount(Amount::from_cents(dice.between(0, 200_000)))
        };
        YearlyBonus { month: dice.between(1, 12) as u8, part }
    });
    let bonuses = bonuses.collect();
    let absences = (0..dice.below(2)).map(|_| {
        let from = later(position.from, dice);
        Absence { from, to: from.plus(dice.between(0, 8) as i32), kept: percent(dice, 100) }
    });
    let absences = absences.collect();
    Contract {
        kind: dice.pick(&kinds),
        working_time,
        is_executive: dice.chance(20),
        work_accident_rate: dice.chance(20).then(|| percent(dice, 6)),
        tax_at_source: dice.chance(40).then(|| percent(dice, 20)),
        bonuses,
        absences,
        leave_days_paid_out: if dice.chance(30) { quantity(dice, 25) } else { Quantity::default() },
    }
}

fn scale(dice: &mut Dice) -> PayScale {
    if dice.chance(50) {
        return PayScale::MinimumWage(number(100 + dice.between(0, 300), 2));
    }
    PayScale::Points {
        coefficient: number(dice.between(240, 500), 0),
        personal: quantity(dice, 60),
        yearly: quantity(dice, 5),
    }
}

fn later(from: Month, dice: &mut Dice) -> Month {
    from.plus(dice.between(0, 30) as i32)
}

/// A percentage up to `most`, with two decimals.
fn percent(dice: &mut Dice, most: i64) -> Percent {
    Percent::new(Decimal::new(dice.between(0, most * 100), 2)).unwrap_or_default()
}

/// A number up to `most`, in halves.
fn quantity(dice: &mut Dice, most: i64) -> Quantity {
    number(dice.between(0, most * 2) * 5, 1)
}

fn number(value: i64, decimals: u32) -> Quantity {
    Quantity::new(Decimal::new(value, decimals)).unwrap_or_default()
}
