//! Costs that no payer tells apart, taken together.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::funding::cells::{CellKey, Cells};
use crate::funding::settlement::line::FundedLine;
use crate::journal::ActivityIndex;
use crate::registry::Registry;
use crate::timeline::Timeline;

/// Costs of a fiscal year that the same payers may pay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CostClass {
    /// The fiscal year, counted from 0.
    pub(crate) year: usize,
    /// What it is made of, in cents.
    pub(crate) cells: Vec<(CellKey, i64)>,
}

impl CostClass {
    /// How much there is to pay.
    pub(crate) fn size_cents(&self) -> i64 {
        self.cells.iter().map(|(_, cents)| cents).sum::<i64>().max(0)
    }
}

/// All classes of a horizon and who may pay each.
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

/// Sorts costs into classes, and tells each line what it may pay.
pub(crate) fn classes(
    cells: &Cells,
    lines: &mut [FundedLine<'_>],
    registry: &Registry,
    timeline: &Timeline,
) -> Classes {
    let subtrees: Vec<Vec<bool>> =
        lines.iter().map(|line| registry.subtree(registry.activity(line.line.activity).0)).collect();
    let incomes: Vec<(ActivityIndex, &Vec<i64>, Vec<bool>)> = cells
        .own_income
        .iter()
        .filter(|(activity, _)| **activity != ActivityIndex::STRUCTURE)
        .map(|(activity, cents)| (*activity, cents, registry.subtree(*activity)))
        .collect();
    let mut found: BTreeMap<Able, Vec<(CellKey, i64)>> = BTreeMap::new();
    for (key, cents) in &cells.costs {
        let account = registry.account_at(key.account).number;
        let activity = usize::from(key.activity.0);
        let mut able: Vec<usize> = Vec::new();
        for (place, (line, subtree)) in lines.iter_mut().zip(&subtrees).enumerate() {
            if subtree[activity] && line.agreement.eligible.allows(account, key.position) {
                able.push(place);
                for month in line.carry_months.clone() {
                    line.eligible_cents[month] += cents[month];
                }
            }
        }
        for year in 0..timeline.year_count() {
            let earning: Vec<ActivityIndex> = incomes
                .iter()
                .filter(|(_, income, subtree)| income[year] > 0 && subtree[activity])
                .map(|(activity, _, _)| *activity)
                .collect();
            for (from, to) in slices(year, &able, lines) {
                let cents: i64 = cents[from..to].iter().sum();
                let those =
                    |covers: &dyn Fn(usize) -> bool| able.iter().copied().filter(|l| covers(*l)).collect();
                let new: Vec<usize> = those(&|line| lines[line].months.contains(&from));
                let carried: Vec<usize> = those(&|line| lines[line].carry_months.contains(&from));
                if cents != 0 && !(carried.is_empty() && earning.is_empty()) {
                    let able = Able { year, new, carried, earning: earning.clone() };
                    found.entry(able).or_default().push((*key, cents));
                }
            }
        }
    }
    let none = alloc::vec![Vec::new(); lines.len()];
    let mut classes = Classes { of_new: none.clone(), of_carried: none, ..Classes::default() };
    for (able, cells) in found {
        let place = classes.all.len();
        classes.all.push(CostClass { year: able.year, cells });
        able.new.iter().for_each(|line| classes.of_new[*line].push(place));
        able.carried.iter().for_each(|line| classes.of_carried[*line].push(place));
        for activity in able.earning {
            classes.of_income.entry(activity).or_default().push(place);
        }
    }
    classes
}

/// Who may pay a cost of a fiscal year.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Able {
    year: usize,
    new: Vec<usize>,
    carried: Vec<usize>,
    earning: Vec<ActivityIndex>,
}

/// The months of a year, from and up to, cut where the period of a line begins or ends.
fn slices(year: usize, able: &[usize], lines: &[FundedLine<'_>]) -> Vec<(usize, usize)> {
    let (start, end) = (year * 12, year * 12 + 12);
    let edges = able.iter().flat_map(|line| {
        let line = &lines[*line];
        [line.months.start, line.months.end, line.carry_months.end]
    });
    let mut cuts: Vec<usize> = edges.filter(|edge| (start..end).contains(edge)).collect();
    cuts.extend([start, end]);
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2).map(|pair| (pair[0], pair[1])).collect()
}
