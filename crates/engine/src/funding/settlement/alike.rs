//! Costs of an activity, taken together where everybody looks at them alike, then where the same lines may
//! pay them, their months aside.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::funding::cells::CellKey;
use crate::funding::settlement::choice::Choice;
use crate::funding::settlement::nature::{Access, Group, nature};
use crate::funding::settlement::units::{Unit, Units};
use crate::id::AgreementId;
use crate::journal::ActivityIndex;
use crate::registry::Registry;
use crate::rule::CostNature;

/// Costs of an activity that look the same to everybody.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Alike {
    pub(crate) activity: ActivityIndex,
    /// Which wishes are for them.
    pub(crate) wished: Vec<bool>,
    /// Whether a key brought them here.
    pub(crate) is_shared: bool,
    /// Their nature, where a ceiling asks for it.
    nature: Option<CostNature>,
    /// The choices that are for them.
    chosen: Vec<usize>,
    /// The agreement whose partners they go to.
    pub(crate) partners_of: Option<AgreementId>,
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

/// What is alike among some cells, and which of it each of them is.
pub(crate) fn alike(
    keys: &[CellKey],
    units: &Units<'_>,
    choices: &[Choice],
    registry: &Registry,
) -> (Vec<Alike>, Vec<usize>) {
    let asks_nature = units.all.iter().any(|unit| unit.sorting.asks_nature());
    let mut found: BTreeMap<Alike, Vec<usize>> = BTreeMap::new();
    for (cell, key) in keys.iter().enumerate() {
        let account = registry.account_at(key.account).number;
        let wants = |choice: &usize| choices[*choice].wants(key, account);
        let alike = Alike {
            activity: key.activity,
            is_shared: key.is_shared,
            wished: units.wishes.iter().map(|wishes| wishes.allows(account, key.position)).collect(),
            nature: asks_nature.then(|| nature(key, account)),
            chosen: (0..choices.len()).filter(wants).collect(),
            partners_of: key.partners_of,
        };
        found.entry(alike).or_default().push(cell);
    }
    let mut of_cells = alloc::vec![0; keys.len()];
    for (place, cell) in
        found.values().enumerate().flat_map(|(place, cells)| cells.iter().map(move |cell| (place, cell)))
    {
        of_cells[*cell] = place;
    }
    (found.into_keys().collect(), of_cells)
}

/// The costs of each activity by the units that may pay them, and what is alike in each.
pub(crate) fn groups(
    alike: &[Alike],
    units: &Units<'_>,
    choices: &[Choice],
    registry: &Registry,
) -> BTreeMap<Costs, Vec<usize>> {
    let units_of = units.of_activities(registry);
    let flat: Vec<usize> =
        (0..units.all.len()).filter(|unit| units.all[*unit].sorting.has_flat_rate).collect();
    let mut groups: BTreeMap<Costs, Vec<usize>> = BTreeMap::new();
    for (place, alike) in alike.iter().enumerate() {
        let mut able = Vec::new();
        for unit in &units_of[usize::from(alike.activity.0)] {
            let known = &units.all[*unit];
            if known.may_pay(alike) {
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
