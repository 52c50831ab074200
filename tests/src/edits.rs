//! Random edits of a plan, as somebody makes them: one thing at a time, the rest stays the very same.

use std::sync::Arc;

use previ_engine::money::Amount;
use previ_engine::payment::Receipt;
use previ_engine::plan::Plan;
use previ_engine::schedule::ScheduleRule;

use crate::generator::Dice;

/// Changes one thing of `plan`: an item is taken away, added, changed for one of `other`, or moved.
pub fn edit(plan: &mut Plan, other: &Plan, dice: &mut Dice) {
    match dice.below(13) {
        0 => edit_frame(plan, other, dice),
        1 => change(&mut plan.treasury, &other.treasury, |item, was| item.id = was.id, dice),
        2 => change(&mut plan.transfers, &other.transfers, |item, was| item.id = was.id, dice),
        3 => change(&mut plan.readings, &other.readings, |item, was| item.id = was.id, dice),
        4 => change(&mut plan.activities, &other.activities, |item, was| item.id = was.id, dice),
        5 => change(&mut plan.lines, &other.lines, |item, was| item.id = was.id, dice),
        6 => change(&mut plan.positions, &other.positions, |item, was| item.id = was.id, dice),
        7 => change(&mut plan.funders, &other.funders, |item, was| item.id = was.id, dice),
        8 => change(&mut plan.agreements, &other.agreements, |item, was| item.id = was.id, dice),
        9 => change(&mut plan.investments, &other.investments, |item, was| item.id = was.id, dice),
        10 => change(&mut plan.loans, &other.loans, |item, was| item.id = was.id, dice),
        11 => change(&mut plan.in_kind, &other.in_kind, |item, was| item.id = was.id, dice),
        _ => change(&mut plan.notes, &other.notes, |item, was| item.id = was.id, dice),
    }
}

/// Changes the amounts of one budget line: of a few months from any one on, or of all of them.
pub fn edit_cost(plan: &mut Plan, dice: &mut Dice) {
    if plan.lines.is_empty() {
        return;
    }
    let place = dice.below(plan.lines.len() as u64) as usize;
    let months = i64::from(plan.frame.horizon.years) * 12;
    let month = plan.frame.timeline().first().plus(dice.between(0, months - 1) as i32);
    let amount = Amount::from_cents(dice.between(0, 500_000));
    let schedule = &mut Arc::make_mut(&mut plan.lines[place]).schedule;
    let rule = match dice.below(4) {
        0 => ScheduleRule::Once { month, amount },
        1 => ScheduleRule::Monthly(amount),
        _ => schedule.rule.clone(),
    };
    schedule.rule = rule;
    for n in 0..dice.between(1, 3) as i32 {
        schedule.overrides.insert(month.plus(n), amount);
    }
}

/// Changes what one tranche gives, or what came of it: nothing that says which costs it may pay.
pub fn edit_money(plan: &mut Plan, dice: &mut Dice) {
    if plan.agreements.is_empty() {
        return;
    }
    let place = dice.below(plan.agreements.len() as u64) as usize;
    let agreement = Arc::make_mut(&mut plan.agreements[place]);
    let tranches = agreement.tranches.len() as u64;
    if tranches == 0 {
        return;
    }
    let tranche = &mut agreement.tranches[dice.below(tranches) as usize];
    let amount = Amount::from_cents(dice.between(1, 2_000_000));
    let lines = tranche.lines.len() as u64;
    if lines > 0 && dice.below(2) == 0 {
        tranche.lines[dice.below(lines) as usize].granted = Some(amount);
    } else if let Some(instalment) = tranche.instalments.first_mut() {
        instalment.received = Some(Receipt { month: tranche.to.plus(dice.between(0, 9) as i32), amount });
    }
}

fn edit_frame(plan: &mut Plan, other: &Plan, dice: &mut Dice) {
    let frame = Arc::make_mut(&mut plan.frame);
    match dice.below(4) {
        0 => frame.association = other.frame.association.clone(),
        1 => frame.horizon = other.frame.horizon,
        2 => frame.assumptions = other.frame.assumptions.clone(),
        _ => frame.opening = other.frame.opening.clone(),
    }
}

fn change<T: Clone>(items: &mut Vec<Arc<T>>, others: &[Arc<T>], identify: fn(&mut T, &T), dice: &mut Dice) {
    let place = dice.below(items.len() as u64) as usize;
    let other = others.get(dice.below(others.len() as u64) as usize);
    match (dice.below(5), other) {
        (0, _) if !items.is_empty() => drop(items.remove(place)),
        (1, Some(other)) => items.insert(place, Arc::clone(other)),
        (2, _) => dice.shuffle(items),
        (_, Some(other)) if !items.is_empty() => {
            let mut changed = T::clone(other);
            identify(&mut changed, &items[place]);
            items[place] = Arc::new(changed);
        }
        _ => {}
    }
}
