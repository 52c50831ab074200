//! Costs that no payer tells apart, taken together.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::ops::Range;

use crate::funding::cells::Cells;
use crate::funding::settlement::line::FundedLine;
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

/// All classes of a horizon, by fiscal year, and who may pay each.
#[derive(Clone, Debug, Default)]
pub(crate) struct Classes {
    pub(crate) all: Vec<CostClass>,
    /// By funded line, what its money of a fiscal year may pay.
    pub(crate) of_new: Vec<Vec<usize>>,
    /// By funded line, what money it carried over may pay.
    pub(crate) of_carried: Vec<Vec<usize>>,
    /// By activity with own income.
    pub(crate) of_income: BTreeMap<ActivityIndex, Vec<usize>>,
}

/// Who may pay a cost of a fiscal year.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Able {
    year: usize,
    new: Vec<usize>,
    carried: Vec<usize>,
    earning: Vec<ActivityIndex>,
}

/// Sorts costs into classes, and tells each line what it may pay.
pub(crate) fn classes(
    cells: &Cells,
    lines: &mut [FundedLine<'_>],
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
    for ((activity, able), cents) in groups(cells, &units, lines, registry) {
        let mut able: Vec<usize> = able.iter().flat_map(|unit| units[*unit].lines.iter().copied()).collect();
        able.sort_unstable();
        for line in &able {
            let line = &mut lines[*line];
            let months = line.carry_months.clone();
            for (eligible, cents) in line.eligible_cents[months.clone()].iter_mut().zip(&cents[months]) {
                *eligible += cents;
            }
        }
        for year in 0..timeline.year_count() {
            let months = year * 12..year * 12 + 12;
            let able = chosen(&able, |line| overlap(&lines[line].carry_months, &months));
            let earning: Vec<ActivityIndex> = incomes
                .iter()
                .filter(|(_, income, subtree)| income[year] > 0 && subtree[usize::from(activity.0)])
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
                let new = chosen(&able, |line| lines[line].months.contains(&slice.start));
                let carried = chosen(&able, |line| lines[line].carry_months.contains(&slice.start));
                let able = Able { year, new, carried, earning: earning.clone() };
                *found.entry(able).or_default().entry(activity).or_default() += cents;
            }
        }
    }
    let none = alloc::vec![Vec::new(); lines.len()];
    let mut classes = Classes { of_new: none.clone(), of_carried: none, ..Classes::default() };
    for (able, parts) in found {
        let place = classes.all.len();
        classes.all.push(CostClass { year: able.year, parts: parts.into_iter().collect() });
        able.new.iter().for_each(|line| classes.of_new[*line].push(place));
        able.carried.iter().for_each(|line| classes.of_carried[*line].push(place));
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
}

fn units(lines: &[FundedLine<'_>], registry: &Registry) -> Vec<Unit> {
    let mut places: BTreeMap<(usize, ActivityIndex), usize> = BTreeMap::new();
    let mut units: Vec<Unit> = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        let (activity, _) = registry.activity(line.line.activity);
        let unit = *places.entry((line.place.0, activity)).or_insert_with(|| {
            units.push(Unit { activity, lines: Vec::new() });
            units.len() - 1
        });
        units[unit].lines.push(place);
    }
    units
}

/// The costs of each activity by the units that may pay them.
fn groups(
    cells: &Cells,
    units: &[Unit],
    lines: &[FundedLine<'_>],
    registry: &Registry,
) -> BTreeMap<(ActivityIndex, Vec<usize>), Vec<i64>> {
    let mut units_of: Vec<Vec<usize>> = alloc::vec![Vec::new(); registry.activity_count()];
    let mut subtrees: BTreeMap<ActivityIndex, Vec<bool>> = BTreeMap::new();
    for (place, unit) in units.iter().enumerate() {
        let below = subtrees.entry(unit.activity).or_insert_with(|| registry.subtree(unit.activity));
        let inside = units_of.iter_mut().zip(below).filter(|(_, inside)| **inside);
        inside.for_each(|(units, _)| units.push(place));
    }
    let mut groups: BTreeMap<(ActivityIndex, Vec<usize>), Vec<i64>> = BTreeMap::new();
    for (key, cents) in &cells.costs {
        let account = registry.account_at(key.account).number;
        let may_pay = |unit: usize| {
            let line = units[unit].lines.first().and_then(|line| lines.get(*line));
            line.is_some_and(|line| line.agreement.eligible.allows(account, key.position))
        };
        let able = chosen(&units_of[usize::from(key.activity.0)], may_pay);
        let sum = groups.entry((key.activity, able)).or_insert_with(|| alloc::vec![0; cents.len()]);
        for (sum, cents) in sum.iter_mut().zip(cents) {
            *sum += cents;
        }
    }
    groups
}

/// Those of which something is true; in one allocation, where collecting a filter makes several.
fn chosen(all: &[usize], is: impl Fn(usize) -> bool) -> Vec<usize> {
    let mut chosen = Vec::with_capacity(all.len());
    chosen.extend(all.iter().copied().filter(|one| is(*one)));
    chosen
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// The months cut where the period of a line begins or ends.
fn slices(months: Range<usize>, able: &[usize], lines: &[FundedLine<'_>]) -> Vec<Range<usize>> {
    let edges = able.iter().flat_map(|line| {
        let line = &lines[*line];
        [line.months.start, line.months.end, line.carry_months.end]
    });
    let mut cuts: Vec<usize> = edges.filter(|edge| months.contains(edge)).collect();
    cuts.extend([months.start, months.end]);
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2).map(|pair| pair[0]..pair[1]).collect()
}
