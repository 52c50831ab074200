//! Costs that no payer tells apart, taken together.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::ops::Range;

use crate::funding::cells::Cells;
use crate::funding::settlement::choice::Choice;
use crate::funding::settlement::line::FundedLine;
use crate::funding::settlement::nature::{Access, Group};
use crate::funding::settlement::units::{alike, groups, tell_eligible, units};
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
    /// All but the cost of the structure that stands for a flat rate.
    pub(crate) fn eligible(&self) -> impl Iterator<Item = usize> + '_ {
        let limited = self.limited.iter().filter(|(group, _)| *group != Group::FlatRate);
        self.free.iter().chain(limited.flat_map(|(_, classes)| classes)).copied()
    }

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

impl Classes {
    /// None yet, with room for who may pay what: there are far more of those than of classes.
    fn with_room_for<'a>(all: impl Iterator<Item = &'a Able>, lines: usize, choices: usize) -> Self {
        let mut counts = alloc::vec![[0, 0]; lines];
        for able in all {
            able.new.iter().for_each(|access| counts[access.line()][0] += 1);
            able.carried.iter().for_each(|access| counts[access.line()][1] += 1);
        }
        let reach = |count| Reach { free: Vec::with_capacity(count), limited: Vec::new() };
        Self {
            of_new: counts.iter().map(|[count, _]| reach(*count)).collect(),
            of_carried: counts.iter().map(|[_, count]| reach(*count)).collect(),
            of_choices: alloc::vec![Vec::new(); choices],
            ..Self::default()
        }
    }
}

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
    let units = units(lines, registry, timeline);
    let alike = alike(cells, &units, choices, registry);
    tell_eligible(&alike, &units, lines, registry);
    let incomes: Vec<(ActivityIndex, &Vec<i64>, Vec<bool>)> = cells
        .own_income
        .iter()
        .filter(|(activity, _)| **activity != ActivityIndex::STRUCTURE)
        .map(|(activity, cents)| (*activity, cents, registry.subtree(*activity)))
        .collect();
    let mut found: BTreeMap<Able, Vec<(ActivityIndex, i64)>> = BTreeMap::new();
    for (costs, cents) in groups(alike, &units, choices, registry) {
        let above = |(_, _, below): &&(_, _, Vec<bool>)| below[usize::from(costs.activity.0)];
        let incomes: Vec<_> = incomes.iter().filter(above).collect();
        for year in 0..timeline.year_count() {
            let able = units.lines_of_year(&costs.able, year);
            let earning = incomes.iter().filter(|(_, income, _)| income[year] > 0);
            let earning: Vec<ActivityIndex> = earning.map(|(activity, ..)| *activity).collect();
            if able.is_empty() && earning.is_empty() {
                continue;
            }
            for slice in slices(year * 12..year * 12 + 12, &able, lines) {
                let cents: i64 = cents[slice.clone()].iter().sum();
                if cents == 0 {
                    continue;
                }
                let is_new = |access: Access| lines[access.line()].months.contains(&slice.start);
                // What a flat rate stands for is of the period itself.
                let is_carried = |access: Access| match access.group() {
                    Group::FlatRate => is_new(access),
                    Group::Free | Group::Nature(_) => {
                        lines[access.line()].carry_months.contains(&slice.start)
                    }
                };
                let (new, carried) = (chosen(&able, is_new), chosen(&able, is_carried));
                // A choice tells costs apart only where its line may pay them.
                let follows = |choice: &usize| {
                    let of_line = |access: &Access| access.line() == choices[*choice].line;
                    carried.iter().any(|access| of_line(access) && access.group() != Group::FlatRate)
                };
                let chosen = costs.chosen.iter().copied().filter(follows).collect();
                let able = Able { year, new, carried, earning: earning.clone(), chosen };
                let parts = found.entry(able).or_default();
                // Groups come in the order of their activities.
                match parts.last_mut() {
                    Some((activity, sum)) if *activity == costs.activity => *sum += cents,
                    _ => parts.push((costs.activity, cents)),
                }
            }
        }
    }
    let mut classes = Classes::with_room_for(found.keys(), lines.len(), choices.len());
    for (able, parts) in found {
        let place = classes.all.len();
        classes.all.push(CostClass { year: able.year, parts });
        able.new.iter().for_each(|access| classes.of_new[access.line()].push(access.group(), place));
        able.carried.iter().for_each(|access| classes.of_carried[access.line()].push(access.group(), place));
        able.chosen.iter().for_each(|choice| classes.of_choices[*choice].push(place));
        for activity in able.earning {
            classes.of_income.entry(activity).or_default().push(place);
        }
    }
    classes
}

/// Those of which something is true; in one allocation, where collecting a filter makes several.
fn chosen(all: &[Access], is: impl Fn(Access) -> bool) -> Vec<Access> {
    let mut chosen = Vec::with_capacity(all.len());
    chosen.extend(all.iter().copied().filter(|one| is(*one)));
    chosen
}

/// The months of a fiscal year cut where the period of a line begins or ends.
fn slices(
    months: Range<usize>,
    able: &[Access],
    lines: &[FundedLine<'_>],
) -> impl Iterator<Item = Range<usize>> {
    let edges = able.iter().flat_map(|access| {
        let line = &lines[access.line()];
        [line.months.start, line.months.end, line.carry_months.end]
    });
    // One bit for each month of the year with an edge at its beginning.
    let cuts = edges
        .filter(|edge| months.contains(edge))
        .fold(1_u16, |cuts, edge| cuts | 1 << (edge - months.start));
    let is_cut = move |month: &usize| cuts >> (month - months.start) & 1 == 1;
    let starts = months.clone().filter(is_cut);
    starts.map(move |start| {
        let next = (start + 1..months.end).find(is_cut);
        start..next.unwrap_or(months.end)
    })
}
