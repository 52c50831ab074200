//! Costs that no payer tells apart, taken together.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::ops::Range;

use crate::funding::cells::Cells;
use crate::funding::settlement::choice::Choice;
use crate::funding::settlement::line::FundedLine;
use crate::funding::settlement::nature::{Group, Sorting};
use crate::journal::ActivityIndex;
use crate::registry::Registry;
use crate::timeline::Timeline;

/// Costs of a fiscal year that the same payers may pay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CostClass {
    /// The fiscal year, counted from 0.
    pub(crate) year: usize,
    /// What each activity has in it, in cents.
    pub(crate) parts: Vec<(ActivityIndex, i64)>,
}

impl CostClass {
    /// How much there is to pay.
    pub(crate) fn size_cents(&self) -> i64 {
        self.parts.iter().map(|(_, cents)| cents).sum::<i64>().max(0)
    }
}

/// The classes that money of a line may pay, in the order of their years.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reach {
    pub(crate) free: Vec<usize>,
    /// Those under a limit of the line, by group.
    pub(crate) limited: Vec<(Group, Vec<usize>)>,
}

impl Reach {
    fn push(&mut self, group: Group, class: usize) {
        if group == Group::Free {
            self.free.push(class);
            return;
        }
        match self.limited.binary_search_by_key(&group, |(group, _)| *group) {
            Ok(place) => self.limited[place].1.push(class),
            Err(place) => self.limited.insert(place, (group, Vec::from([class]))),
        }
    }
}

/// The classes that a line may pay with what it carried over or with its new money, what stands for a flat
/// rate aside.
pub(crate) fn all_of((carried, new): (&Reach, &Reach)) -> Vec<usize> {
    let own = |reach: &Reach| {
        let limited = reach.limited.iter().filter(|(group, _)| *group != Group::FlatRate);
        limited.flat_map(|(_, classes)| classes.clone()).chain(reach.free.clone()).collect::<Vec<_>>()
    };
    let mut all = own(carried);
    all.extend(own(new));
    all.sort_unstable();
    all.dedup();
    all
}

/// All classes of a horizon, by fiscal year, and who may pay each.
#[derive(Clone, Debug, Default)]
pub(crate) struct Classes {
    pub(crate) all: Vec<CostClass>,
    /// By funded line, what its money of a fiscal year may pay.
    pub(crate) of_new: Vec<Reach>,
    /// By funded line, what money it carried over may pay.
    pub(crate) of_carried: Vec<Reach>,
    /// By choice of the user, what it is about.
    pub(crate) of_choices: Vec<Vec<usize>>,
    /// By activity with own income.
    pub(crate) of_income: BTreeMap<ActivityIndex, Vec<usize>>,
}

/// A line that may pay a cost, and as which of its groups.
type Access = (usize, Group);

/// Who may pay a cost of a fiscal year.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Able {
    year: usize,
    new: Vec<Access>,
    carried: Vec<Access>,
    earning: Vec<ActivityIndex>,
    chosen: Vec<usize>,
}

/// Sorts costs into classes, and tells each line what it may pay.
pub(crate) fn classes(
    cells: &Cells,
    lines: &mut [FundedLine<'_>],
    choices: &[Choice],
    registry: &Registry,
    timeline: &Timeline,
) -> Classes {
    let incomes: Vec<(ActivityIndex, &Vec<i64>, Vec<bool>)> = cells
        .own_income
        .iter()
        .filter(|(activity, _)| **activity != ActivityIndex::STRUCTURE)
        .map(|(activity, cents)| (*activity, cents, registry.subtree(*activity)))
        .collect();
    let mut found: BTreeMap<Able, BTreeMap<ActivityIndex, i64>> = BTreeMap::new();
    let units = units(lines, registry);
    for (costs, cents) in groups(cells, &units, lines, choices, registry) {
        let accesses = |(unit, group): Access| units[unit].lines.iter().map(move |line| (*line, group));
        let mut able: Vec<Access> = costs.able.iter().copied().flat_map(accesses).collect();
        able.sort_unstable();
        for (line, _) in able.iter().filter(|(_, group)| *group != Group::FlatRate) {
            let line = &mut lines[*line];
            let months = line.carry_months.clone();
            for (eligible, cents) in line.eligible_cents[months.clone()].iter_mut().zip(&cents[months]) {
                *eligible += cents;
            }
        }
        for year in 0..timeline.year_count() {
            let months = year * 12..year * 12 + 12;
            let able = chosen(&able, |(line, _)| overlap(&lines[line].carry_months, &months));
            let earning: Vec<ActivityIndex> = incomes
                .iter()
                .filter(|(_, income, subtree)| income[year] > 0 && subtree[usize::from(costs.activity.0)])
                .map(|(activity, _, _)| *activity)
                .collect();
            if able.is_empty() && earning.is_empty() {
                continue;
            }
            for slice in slices(months, &able, lines) {
                let cents: i64 = cents[slice.clone()].iter().sum();
                if cents == 0 {
                    continue;
                }
                let is_new = |(line, _): Access| lines[line].months.contains(&slice.start);
                // What a flat rate stands for is of the period itself.
                let is_carried = |(line, group): Access| match group {
                    Group::FlatRate => is_new((line, group)),
                    Group::Free | Group::Nature(_) => lines[line].carry_months.contains(&slice.start),
                };
                let (new, carried) = (chosen(&able, is_new), chosen(&able, is_carried));
                let able =
                    Able { year, new, carried, earning: earning.clone(), chosen: costs.chosen.clone() };
                *found.entry(able).or_default().entry(costs.activity).or_default() += cents;
            }
        }
    }
    let none = alloc::vec![Reach::default(); lines.len()];
    let of_choices = alloc::vec![Vec::new(); choices.len()];
    let mut classes = Classes { of_new: none.clone(), of_carried: none, of_choices, ..Classes::default() };
    for (able, parts) in found {
        let place = classes.all.len();
        classes.all.push(CostClass { year: able.year, parts: parts.into_iter().collect() });
        able.new.iter().for_each(|(line, group)| classes.of_new[*line].push(*group, place));
        able.carried.iter().for_each(|(line, group)| classes.of_carried[*line].push(*group, place));
        able.chosen.iter().for_each(|choice| classes.of_choices[*choice].push(place));
        for activity in able.earning {
            classes.of_income.entry(activity).or_default().push(place);
        }
    }
    classes
}

/// Lines of an agreement for the same activity, which may pay the same costs, their months aside.
struct Unit {
    activity: ActivityIndex,
    lines: Vec<usize>,
    sorting: Sorting,
}

fn units(lines: &[FundedLine<'_>], registry: &Registry) -> Vec<Unit> {
    let mut places: BTreeMap<(usize, ActivityIndex), usize> = BTreeMap::new();
    let mut units: Vec<Unit> = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        let (activity, _) = registry.activity(line.line.activity);
        let unit = *places.entry((line.place.0, activity)).or_insert_with(|| {
            units.push(Unit { activity, lines: Vec::new(), sorting: Sorting::of(line.agreement) });
            units.len() - 1
        });
        units[unit].lines.push(place);
    }
    units
}

/// Costs of an activity that the same units may pay, and that are chosen alike.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Costs {
    activity: ActivityIndex,
    /// Units, and as which of their groups.
    able: Vec<Access>,
    chosen: Vec<usize>,
}

/// The costs of each activity by the units that may pay them.
fn groups(
    cells: &Cells,
    units: &[Unit],
    lines: &[FundedLine<'_>],
    choices: &[Choice],
    registry: &Registry,
) -> BTreeMap<Costs, Vec<i64>> {
    let mut units_of: Vec<Vec<usize>> = alloc::vec![Vec::new(); registry.activity_count()];
    let mut subtrees: BTreeMap<ActivityIndex, Vec<bool>> = BTreeMap::new();
    for (place, unit) in units.iter().enumerate() {
        let below = subtrees.entry(unit.activity).or_insert_with(|| registry.subtree(unit.activity));
        let inside = units_of.iter_mut().zip(below).filter(|(_, inside)| **inside);
        inside.for_each(|(units, _)| units.push(place));
    }
    let flat: Vec<usize> = (0..units.len()).filter(|unit| units[*unit].sorting.has_flat_rate).collect();
    let mut groups: BTreeMap<Costs, Vec<i64>> = BTreeMap::new();
    for (key, cents) in &cells.costs {
        let account = registry.account_at(key.account).number;
        let may_pay = |unit: &usize| {
            let line = units[*unit].lines.first().and_then(|line| lines.get(*line));
            line.is_some_and(|line| line.agreement.eligible.allows(account, key.position))
        };
        let possible = &units_of[usize::from(key.activity.0)];
        let mut able = Vec::with_capacity(possible.len());
        let eligible = possible.iter().copied().filter(may_pay);
        able.extend(eligible.map(|unit| (unit, units[unit].sorting.group(key, account))));
        let wanted = (0..choices.len()).filter(|choice| {
            let pays = |unit: &Unit| unit.lines.binary_search(&choices[*choice].line).is_ok();
            choices[*choice].wants(key, account) && able.iter().any(|(unit, _)| pays(&units[*unit]))
        });
        let chosen = wanted.collect();
        if key.activity == ActivityIndex::STRUCTURE && !flat.is_empty() {
            let others = flat.iter().filter(|unit| able.iter().all(|(known, _)| known != *unit));
            let others: Vec<Access> = others.map(|unit| (*unit, Group::FlatRate)).collect();
            able.extend(others);
        }
        let costs = Costs { activity: key.activity, able, chosen };
        let sum = groups.entry(costs).or_insert_with(|| alloc::vec![0; cents.len()]);
        for (sum, cents) in sum.iter_mut().zip(cents) {
            *sum += cents;
        }
    }
    groups
}

/// Those of which something is true; in one allocation, where collecting a filter makes several.
fn chosen(all: &[Access], is: impl Fn(Access) -> bool) -> Vec<Access> {
    let mut chosen = Vec::with_capacity(all.len());
    chosen.extend(all.iter().copied().filter(|one| is(*one)));
    chosen
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// The months cut where the period of a line begins or ends.
fn slices(months: Range<usize>, able: &[Access], lines: &[FundedLine<'_>]) -> Vec<Range<usize>> {
    let edges = able.iter().flat_map(|(line, _)| {
        let line = &lines[*line];
        [line.months.start, line.months.end, line.carry_months.end]
    });
    let mut cuts: Vec<usize> = edges.filter(|edge| months.contains(edge)).collect();
    cuts.extend([months.start, months.end]);
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2).map(|pair| pair[0]..pair[1]).collect()
}
