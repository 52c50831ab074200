//! The costs of each activity, taken together where the same lines may pay them, their months aside.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::account::AccountNumber;
use crate::funding::cells::Cells;
use crate::funding::settlement::choice::Choice;
use crate::funding::settlement::line::FundedLine;
use crate::funding::settlement::nature::{Access, Group, Sorting, nature};
use crate::id::{AgreementId, PositionId};
use crate::journal::ActivityIndex;
use crate::registry::Registry;
use crate::rule::{CostNature, Eligibility};

/// Lines of an agreement for the same activity, which may pay the same costs, their months aside.
pub(crate) struct Unit {
    activity: ActivityIndex,
    pub(crate) lines: Vec<usize>,
    agreement: AgreementId,
    pays_its_partners: Option<bool>,
    sorting: Sorting,
    /// The place of its accounts and posts among those of all units.
    wishes: usize,
}

/// Accounts and posts that agreements wish to pay; many wish the same.
pub(crate) struct Units<'a> {
    pub(crate) all: Vec<Unit>,
    wishes: Vec<&'a Eligibility>,
}

/// The lines by agreement and activity.
pub(crate) fn units<'a>(lines: &[FundedLine<'a>], registry: &Registry) -> Units<'a> {
    let mut places: BTreeMap<(usize, ActivityIndex), usize> = BTreeMap::new();
    let mut known: BTreeMap<(&[AccountNumber], &[PositionId]), usize> = BTreeMap::new();
    let mut units = Units { all: Vec::new(), wishes: Vec::new() };
    for (place, line) in lines.iter().enumerate() {
        let (activity, _) = registry.activity(line.line.activity);
        let unit = *places.entry((line.place.0, activity)).or_insert_with(|| {
            let eligible = &line.agreement.eligible;
            let wishes = *known.entry((&eligible.accounts, &eligible.positions)).or_insert_with(|| {
                units.wishes.push(eligible);
                units.wishes.len() - 1
            });
            let sorting = Sorting::of(line.agreement);
            let pays_its_partners = line.agreement.pays_its_partners();
            let (agreement, lines) = (line.agreement.id, Vec::new());
            units.all.push(Unit { activity, lines, agreement, pays_its_partners, sorting, wishes });
            units.all.len() - 1
        });
        units.all[unit].lines.push(place);
    }
    units
}

impl Unit {
    /// Whether the agreement may pay costs that look alike.
    fn may_pay(&self, alike: &Alike) -> bool {
        match self.pays_its_partners {
            Some(is_eligible) if alike.partners_of == Some(self.agreement) => is_eligible,
            _ => alike.wished[self.wishes],
        }
    }

    /// Whether they are what it gives to its own partners and may not pay.
    fn is_barred(&self, alike: &Alike) -> bool {
        self.pays_its_partners == Some(false) && alike.partners_of == Some(self.agreement)
    }
}

/// Costs of an activity that look the same to everybody.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Alike {
    activity: ActivityIndex,
    /// Which wishes are for them.
    wished: Vec<bool>,
    /// Their nature, where a ceiling asks for it.
    nature: Option<CostNature>,
    /// The choices that are for them.
    chosen: Vec<usize>,
    /// The agreement whose partners they go to.
    partners_of: Option<AgreementId>,
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

/// The costs of each activity by the units that may pay them, by month.
pub(crate) fn groups(
    cells: &Cells,
    units: &Units<'_>,
    choices: &[Choice],
    registry: &Registry,
) -> BTreeMap<Costs, Vec<i64>> {
    let units_of = units_of_activities(units, registry);
    let flat: Vec<usize> =
        (0..units.all.len()).filter(|unit| units.all[*unit].sorting.has_flat_rate).collect();
    let mut groups: BTreeMap<Costs, Vec<i64>> = BTreeMap::new();
    for (alike, cents) in alike(cells, units, choices, registry) {
        let mut able = Vec::new();
        for unit in &units_of[usize::from(alike.activity.0)] {
            let known = &units.all[*unit];
            if known.may_pay(&alike) {
                able.push(Access::new(*unit, known.sorting.group(alike.nature)));
            }
        }
        let mut chosen = alike.chosen.clone();
        chosen.retain(|choice| {
            let follows = |unit: &Unit| unit.lines.binary_search(&choices[*choice].line).is_ok();
            able.iter().any(|access| follows(&units.all[access.line()]))
        });
        if alike.activity == ActivityIndex::STRUCTURE && !flat.is_empty() {
            let others = flat.iter().filter(|unit| able.iter().all(|known| known.line() != **unit));
            let others = others.filter(|unit| !units.all[**unit].is_barred(&alike));
            let others: Vec<Access> = others.map(|unit| Access::new(*unit, Group::FlatRate)).collect();
            able.extend(others);
        }
        let costs = Costs { activity: alike.activity, able, chosen };
        add(groups.entry(costs).or_default(), &cents);
    }
    groups
}

/// By activity, the units whose activity is it or above it.
fn units_of_activities(units: &Units<'_>, registry: &Registry) -> Vec<Vec<usize>> {
    let mut units_of: Vec<Vec<usize>> = alloc::vec![Vec::new(); registry.activity_count()];
    let mut subtrees: BTreeMap<ActivityIndex, Vec<bool>> = BTreeMap::new();
    for (place, unit) in units.all.iter().enumerate() {
        let below = subtrees.entry(unit.activity).or_insert_with(|| registry.subtree(unit.activity));
        let inside = units_of.iter_mut().zip(below).filter(|(_, inside)| **inside);
        inside.for_each(|(units, _)| units.push(place));
    }
    units_of
}

fn alike(
    cells: &Cells,
    units: &Units<'_>,
    choices: &[Choice],
    registry: &Registry,
) -> BTreeMap<Alike, Vec<i64>> {
    let asks_nature = units.all.iter().any(|unit| unit.sorting.asks_nature());
    let mut alike: BTreeMap<Alike, Vec<i64>> = BTreeMap::new();
    for (key, cents) in &cells.costs {
        let account = registry.account_at(key.account).number;
        let wants = |choice: &usize| choices[*choice].wants(key, account);
        let found = Alike {
            activity: key.activity,
            wished: units.wishes.iter().map(|wishes| wishes.allows(account, key.position)).collect(),
            nature: asks_nature.then(|| nature(key, account)),
            chosen: (0..choices.len()).filter(wants).collect(),
            partners_of: key.partners_of,
        };
        add(alike.entry(found).or_default(), cents);
    }
    alike
}

/// Adds cents month by month to a row, empty so far or as long.
fn add(row: &mut Vec<i64>, cents: &[i64]) {
    if row.is_empty() {
        row.extend_from_slice(cents);
        return;
    }
    for (sum, cents) in row.iter_mut().zip(cents) {
        *sum += cents;
    }
}
