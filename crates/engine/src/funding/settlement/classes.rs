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
    for ((activity, able), cents) in groups(cells, lines, registry) {
        for line in &able {
            let line = &mut lines[*line];
            let months = line.carry_months.clone();
            for (eligible, cents) in line.eligible_cents[months.clone()].iter_mut().zip(&cents[months]) {
                *eligible += cents;
            }
        }
        for year in 0..timeline.year_count() {
            let months = year * 12..year * 12 + 12;
            let is_of_year = |line: &usize| overlap(&lines[*line].carry_months, &months);
            let able: Vec<usize> = able.iter().copied().filter(is_of_year).collect();
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
                let new = able.iter().copied().filter(|line| lines[*line].months.contains(&slice.start));
                let carried =
                    able.iter().copied().filter(|line| lines[*line].carry_months.contains(&slice.start));
                let able =
                    Able { year, new: new.collect(), carried: carried.collect(), earning: earning.clone() };
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

/// The costs of each activity by the lines that may pay them, their months aside.
fn groups(
    cells: &Cells,
    lines: &[FundedLine<'_>],
    registry: &Registry,
) -> BTreeMap<(ActivityIndex, Vec<usize>), Vec<i64>> {
    let mut lines_of: Vec<Vec<usize>> = alloc::vec![Vec::new(); registry.activity_count()];
    let mut subtrees: BTreeMap<ActivityIndex, Vec<bool>> = BTreeMap::new();
    for (place, line) in lines.iter().enumerate() {
        let (activity, _) = registry.activity(line.line.activity);
        let below = subtrees.entry(activity).or_insert_with(|| registry.subtree(activity));
        let inside = lines_of.iter_mut().zip(below).filter(|(_, inside)| **inside);
        inside.for_each(|(lines, _)| lines.push(place));
    }
    let mut groups: BTreeMap<(ActivityIndex, Vec<usize>), Vec<i64>> = BTreeMap::new();
    for (key, cents) in &cells.costs {
        let account = registry.account_at(key.account).number;
        let mut able = Vec::new();
        // The lines of an agreement stand together and may all pay it, or none.
        let mut last: Option<(usize, bool)> = None;
        for place in &lines_of[usize::from(key.activity.0)] {
            let line = &lines[*place];
            let may_pay = match last {
                Some((agreement, may_pay)) if agreement == line.place.0 => may_pay,
                _ => line.agreement.eligible.allows(account, key.position),
            };
            last = Some((line.place.0, may_pay));
            able.extend(may_pay.then_some(*place));
        }
        let sum = groups.entry((key.activity, able)).or_insert_with(|| alloc::vec![0; cents.len()]);
        for (sum, cents) in sum.iter_mut().zip(cents) {
            *sum += cents;
        }
    }
    groups
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
