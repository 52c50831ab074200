//! The naive twin: the whole calculation a second time, written from the rules alone by somebody who had
//! not read the engine. Decimal euros, one loop per month, nothing kept, nothing clever.
//!
//! Each part of the plan says which money moves in which month (`movement`); `books` keeps
//! the books month by month and reads the statements from them.

mod allocation;
mod assets;
mod assignment;
mod award;
mod base;
mod books;
mod ceiling;
mod choice;
mod classes;
mod costs;
mod days;
mod euros;
#[cfg(test)]
mod examples;
mod fixed;
mod flow;
mod funding;
mod instalments;
mod life;
mod lines;
mod movement;
mod network;
mod part;
mod partners;
mod provision;
mod rate;
mod scale;
mod schedule;
mod sheet;
mod situation;
mod staff;
mod treasury;
mod triggers;

use std::collections::BTreeMap;

use previ_engine::certainty::CertaintyView;
use previ_engine::id::{ActivityId, ItemId};
use previ_engine::plan::Plan;

pub use books::Statements;

use movement::Movement;
use situation::Situation;

/// The statements of a plan as one view counts its money, and whether the rules decide all of them. They do not
/// where a line pays in several years costs that it limits by nature or at a flat rate, and could have paid more
/// or less of them in an earlier year without paying less in all; nor where only a part of its money may pay some
/// of the costs that it limits.
#[must_use]
pub fn calculate(plan: &Plan, view: CertaintyView) -> (Statements, bool) {
    let situation = Situation::new(plan, view);
    let (movements, is_open) = movements(&situation);
    (books::keep(&situation, &movements), !is_open)
}

/// What each activity, or the structure, costs with the shared costs that keys give it, in cents by fiscal year from
/// 0: what funders look at.
#[must_use]
pub fn full_costs(plan: &Plan, view: CertaintyView) -> BTreeMap<(Option<ActivityId>, usize), i64> {
    let situation = Situation::new(plan, view);
    let mut movements = before_agreements(&situation);
    funding::before_payment(&situation, &mut movements);
    let mut found: BTreeMap<(Option<ActivityId>, usize), i64> = BTreeMap::new();
    for cost in costs::ground(&situation, &movements).costs {
        *found.entry((cost.activity, cost.year as usize)).or_default() += euros::cents(cost.euros);
    }
    found
}

/// All money that moves, in any order, and whether the rules leave something open.
fn movements(situation: &Situation<'_>) -> (Vec<(ItemId, Movement)>, bool) {
    let mut movements = before_agreements(situation);
    // Last: what funders pay depends on what everything else costs.
    let is_open = funding::agreements(situation, &mut movements);
    (movements, is_open)
}

/// What everything but agreements moves.
fn before_agreements(situation: &Situation<'_>) -> Vec<(ItemId, Movement)> {
    let plan = situation.plan;
    let mut movements: Vec<(ItemId, Movement)> = Vec::new();
    for item in &plan.frame.opening.items {
        note(&mut movements, ItemId::Opening(item.id), treasury::opening_item(situation, item));
    }
    for transfer in &plan.transfers {
        note(&mut movements, ItemId::Transfer(transfer.id), treasury::transfer(transfer));
    }
    for line in &plan.lines {
        note(&mut movements, ItemId::Line(line.id), lines::budget_line(situation, line));
    }
    for in_kind in &plan.in_kind {
        note(&mut movements, ItemId::InKind(in_kind.id), lines::in_kind(situation, in_kind));
    }
    for position in &plan.positions {
        note(&mut movements, ItemId::Position(position.id), staff::position(situation, position));
    }
    for investment in &plan.investments {
        note(&mut movements, ItemId::Investment(investment.id), assets::investment(situation, investment));
    }
    for loan in &plan.loans {
        note(&mut movements, ItemId::Loan(loan.id), assets::loan(situation, loan));
    }
    movements
}

fn note(movements: &mut Vec<(ItemId, Movement)>, item: ItemId, of_item: Vec<Movement>) {
    movements.extend(of_item.into_iter().map(|movement| (item, movement)));
}
