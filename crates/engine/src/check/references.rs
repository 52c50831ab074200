//! Items that name other items.

use alloc::vec::Vec;

use super::{CYCLE, DANGLING, about};
use crate::condition::Condition;
use crate::diagnostic::{Arg, Diagnostic, Severity};
use crate::id::{ActivityId, ItemId};
use crate::plan::Plan;
use crate::pool::AllocationKey;
use crate::reference::Reference;
use crate::rule::ChosenKind;
use crate::schedule::{Schedule, ScheduleRule};

struct Links {
    found: Vec<(ItemId, &'static str, ItemId)>,
}

impl Links {
    fn one(&mut self, item: impl Into<ItemId>, field: &'static str, to: Option<impl Into<ItemId>>) {
        if let Some(to) = to {
            self.found.push((item.into(), field, to.into()));
        }
    }

    fn condition(&mut self, item: impl Into<ItemId>, condition: Option<&Condition>) {
        let item = item.into();
        for id in condition.into_iter().flat_map(Condition::agreements) {
            self.found.push((item, "only_if", (*id).into()));
        }
    }

    fn schedule(&mut self, item: impl Into<ItemId>, schedule: &Schedule) {
        if let ScheduleRule::Indexed { index, .. } = schedule.rule {
            self.one(item, "schedule", Some(index));
        }
    }
}

/// Every item named by another one is there.
pub(super) fn dangling(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let mut known = plan.item_ids();
    known.sort();
    let missing = links(plan).into_iter().filter(|(_, _, to)| known.binary_search(to).is_err());
    missing
        .map(|(item, field, to)| {
            about(plan, DANGLING, Severity::Error, item, field)
                .with("wanted", Arg::Text(kind(to).into()))
                .with("number", Arg::Number(to.number().into()))
        })
        .collect()
}

fn links(plan: &Plan) -> Vec<(ItemId, &'static str, ItemId)> {
    let mut links = Links { found: Vec::new() };
    for transfer in &plan.transfers {
        links.one(transfer.id, "from", Some(transfer.from));
        links.one(transfer.id, "to", Some(transfer.to));
    }
    for reading in &plan.readings {
        links.one(reading.id, "account", Some(reading.account));
    }
    for activity in &plan.activities {
        links.one(activity.id, "parent", activity.parent);
        links.condition(activity.id, activity.only_if.as_ref());
    }
    for line in &plan.lines {
        links.one(line.id, "activity", line.activity);
        links.one(line.id, "settlement", line.settlement.account);
        links.one(line.id, "pool", line.pool);
        links.schedule(line.id, &line.schedule);
        links.condition(line.id, line.only_if.as_ref());
    }
    for position in &plan.positions {
        links.one(position.id, "index", position.index);
        for share in &position.time {
            links.one(position.id, "time", Some(share.activity));
        }
        for worked in &position.worked {
            links.one(position.id, "worked", Some(worked.activity));
        }
        links.one(position.id, "pool", position.pool);
        links.condition(position.id, position.only_if.as_ref());
    }
    for agreement in &plan.agreements {
        links.one(agreement.id, "funder", Some(agreement.funder));
        links.one(agreement.id, "investment", agreement.investment);
        links.one(agreement.id, "account", agreement.account);
        for position in &agreement.eligible.positions {
            links.one(agreement.id, "eligible", Some(*position));
        }
        for tranche in &agreement.tranches {
            for line in &tranche.lines {
                links.one(tranche.id, "activity", line.activity);
            }
            for chosen in &tranche.chosen {
                links.one(tranche.id, "chosen", chosen.activity);
                if let ChosenKind::Position(position) = chosen.cost {
                    links.one(tranche.id, "chosen", Some(position));
                }
            }
        }
    }
    for investment in &plan.investments {
        links.one(investment.id, "activity", investment.activity);
        links.one(investment.id, "settlement", investment.settlement.account);
        links.condition(investment.id, investment.only_if.as_ref());
    }
    for loan in &plan.loans {
        links.one(loan.id, "treasury", loan.treasury);
        links.condition(loan.id, loan.only_if.as_ref());
    }
    for item in &plan.in_kind {
        links.one(item.id, "activity", item.activity);
        links.schedule(item.id, &item.schedule);
        links.condition(item.id, item.only_if.as_ref());
    }
    for pool in &plan.pools {
        if let AllocationKey::FloorArea(parts) | AllocationKey::Shares(parts) = &pool.key {
            for activity in parts.keys() {
                links.one(pool.id, "key", Some(*activity));
            }
        }
    }
    for note in &plan.notes {
        links.one(note.id, "about", note.about);
    }
    links.found
}

/// The kind of an item as files name it.
fn kind(item: ItemId) -> &'static str {
    match item {
        ItemId::Frame => "frame",
        ItemId::Treasury(_) => "treasury",
        ItemId::Transfer(_) => "transfers",
        ItemId::Reading(_) => "readings",
        ItemId::Opening(_) => "opening",
        ItemId::Index(_) => "indexes",
        ItemId::Activity(_) => "activities",
        ItemId::Line(_) => "lines",
        ItemId::Position(_) => "positions",
        ItemId::Funder(_) => "funders",
        ItemId::Agreement(_) => "agreements",
        ItemId::Tranche(_) => "tranches",
        ItemId::Investment(_) => "investments",
        ItemId::Loan(_) => "loans",
        ItemId::InKind(_) => "in_kind",
        ItemId::Pool(_) => "pools",
        ItemId::Note(_) => "notes",
    }
}

/// No activity is above itself.
pub(super) fn activity_cycles(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let parent = |id: ActivityId| {
        plan.activities.iter().find(|activity| activity.id == id).and_then(|activity| activity.parent)
    };
    let in_cycle = |id: ActivityId| {
        let mut above = parent(id);
        for _ in 0..plan.activities.len() {
            match above {
                Some(ancestor) if ancestor == id => return true,
                Some(ancestor) => above = parent(ancestor),
                None => return false,
            }
        }
        false
    };
    let found = plan.activities.iter().filter(|activity| in_cycle(activity.id));
    found.map(|activity| about(plan, CYCLE, Severity::Error, activity.id.into(), "parent")).collect()
}
