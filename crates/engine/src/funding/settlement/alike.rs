//! Costs of an activity, taken together where everybody looks at them alike, then where the same lines may
//! pay them, their months aside.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::funding::cells::CellKey;
use crate::funding::settlement::choice::Choice;
use crate::funding::settlement::nature::{Access, Group, nature};
use crate::funding::settlement::units::{Unit, Units};
use crate::id::{AgreementId, PositionId};
use crate::journal::{AccountIndex, ActivityIndex};
use crate::registry::Registry;
use crate::rule::CostNature;

/// Costs of an activity that look the same to everybody.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Alike {
    pub(crate) activity: ActivityIndex,
    /// Which wishes are for them, by its place among [`AlikeCosts::wished`].
    wished: usize,
    /// Whether a key brought them here.
    pub(crate) is_shared: bool,
    /// Their nature, where a ceiling asks for it.
    nature: Option<CostNature>,
    /// The choices that are for them.
    chosen: Vec<usize>,
    /// The agreement whose partners they go to.
    pub(crate) partners_of: Option<AgreementId>,
}

/// What is alike among some costs.
pub(crate) struct AlikeCosts {
    pub(crate) all: Vec<Alike>,
    /// Which of it each cost is.
    pub(crate) of_cells: Vec<usize>,
    /// For which of all wishes accounts and posts are, no two of them the same.
    wished: Vec<Vec<bool>>,
}

/// Costs of an activity that the same units may pay, and that are chosen alike.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Costs {
    pub(crate) activity: ActivityIndex,
    /// Units, and as which of their groups.
    pub(crate) able: Vec<Access>,
    /// Choices whose line is among them.
    pub(crate) chosen: Vec<usize>,
}

impl AlikeCosts {
    /// What is alike among some costs, seen by some units and choices.
    pub(crate) fn new(keys: &[CellKey], units: &Units<'_>, choices: &[Choice], registry: &Registry) -> Self {
        let asks_nature = units.all.iter().any(|unit| unit.sorting.asks_nature());
        // Few accounts and posts stand on many activities.
        let mut known: BTreeMap<(AccountIndex, Option<PositionId>), usize> = BTreeMap::new();
        let mut wished: BTreeMap<Vec<bool>, usize> = BTreeMap::new();
        let mut choices_of = alloc::vec![Vec::new(); registry.activity_count()];
        for (place, choice) in choices.iter().enumerate() {
            choices_of[usize::from(choice.activity.0)].push(place);
        }
        let look = |(cell, key): (usize, &CellKey)| {
            let account = registry.account_at(key.account).number;
            let wished = *known.entry((key.account, key.position)).or_insert_with(|| {
                let wishes = units.wishes.iter().map(|wishes| wishes.allows(account, key.position));
                let next = wished.len();
                *wished.entry(wishes.collect()).or_insert(next)
            });
            let wants = |choice: &usize| choices[*choice].wants(key, account);
            let alike = Alike {
                activity: key.activity,
                wished,
                is_shared: key.is_shared,
                nature: asks_nature.then(|| nature(key, account)),
                chosen: choices_of[usize::from(key.activity.0)].iter().copied().filter(wants).collect(),
                partners_of: key.partners_of,
            };
            (alike, cell)
        };
        let mut found: Vec<(Alike, usize)> = keys.iter().enumerate().map(look).collect();
        found.sort_unstable();
        let mut all: Vec<Alike> = Vec::new();
        let mut of_cells = alloc::vec![0; keys.len()];
        for (alike, cell) in found {
            if all.last() != Some(&alike) {
                all.push(alike);
            }
            of_cells[cell] = all.len() - 1;
        }
        let mut wished: Vec<(Vec<bool>, usize)> = wished.into_iter().collect();
        wished.sort_unstable_by_key(|(_, place)| *place);
        Self { all, of_cells, wished: wished.into_iter().map(|(wished, _)| wished).collect() }
    }

    /// Which wishes are for costs that look so.
    pub(crate) fn wished(&self, alike: &Alike) -> &[bool] {
        &self.wished[alike.wished]
    }
}

/// The costs of each activity by the units that may pay them, and what is alike in each.
pub(crate) fn groups(
    costs: &AlikeCosts,
    units: &Units<'_>,
    choices: &[Choice],
    registry: &Registry,
) -> BTreeMap<Costs, Vec<usize>> {
    let units_of = units.of_activities(registry);
    let flat: Vec<usize> =
        (0..units.all.len()).filter(|unit| units.all[*unit].sorting.has_flat_rate).collect();
    let mut groups: BTreeMap<Costs, Vec<usize>> = BTreeMap::new();
    for (place, alike) in costs.all.iter().enumerate() {
        let wished = costs.wished(alike);
        let mut able = Vec::new();
        for unit in &units_of[usize::from(alike.activity.0)] {
            let known = &units.all[*unit];
            if known.may_pay(alike, wished) {
                able.push(Access::new(*unit, known.sorting.group(alike.nature)));
            }
        }
        let mut chosen = alike.chosen.clone();
        chosen.retain(|choice| {
            let follows = |unit: &Unit| unit.lines.binary_search(&choices[*choice].line).is_ok();
            able.iter().any(|access| follows(&units.all[access.line()]))
        });
        // What stands on the structure, and what keys brought to the activities of the line.
        let indirect: &[usize] = match alike.activity {
            ActivityIndex::STRUCTURE => &flat,
            activity if alike.is_shared => &units_of[usize::from(activity.0)],
            _ => &[],
        };
        if !flat.is_empty() && !indirect.is_empty() {
            let at_flat_rate = indirect.iter().filter(|unit| units.all[**unit].sorting.has_flat_rate);
            let others = at_flat_rate.filter(|unit| able.iter().all(|known| known.line() != **unit));
            let others = others.filter(|unit| !units.all[**unit].is_barred(alike));
            let others: Vec<Access> = others.map(|unit| Access::new(*unit, Group::FlatRate)).collect();
            able.extend(others);
        }
        let costs = Costs { activity: alike.activity, able, chosen };
        groups.entry(costs).or_default().push(place);
    }
    groups
}
