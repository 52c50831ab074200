//! Costs that no payer tells apart, taken together.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::ops::Range;

use crate::funding::cells::{CellKey, Cells};
use crate::funding::settlement::alike::{Alike, alike, groups};
use crate::funding::settlement::choice::Choice;
use crate::funding::settlement::component::{Component, Connections};
use crate::funding::settlement::line::FundedLine;
use crate::funding::settlement::nature::Access;
use crate::funding::settlement::period::{Period, new_and_carried, slices, spread_over_years};
use crate::funding::settlement::reach::{Able, Reaches};
use crate::funding::settlement::units::{Unit, Units, units};
use crate::funding::together::Together;
use crate::id::PositionId;
use crate::journal::ActivityIndex;
use crate::registry::Registry;
use crate::side::Side;
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
    /// So much more of an activity; activities come in their order.
    pub(crate) fn add(&mut self, activity: ActivityIndex, cents: i64) {
        match self.parts.last_mut() {
            Some((last, sum)) if *last == activity => *sum += cents,
            _ => self.parts.push((activity, cents)),
        }
    }

    /// How much there is to pay.
    pub(crate) fn size_cents(&self) -> i64 {
        self.parts.iter().map(|(_, cents)| cents).sum::<i64>().max(0)
    }
}

/// How the costs of a view are sorted into classes, and who may pay each.
///
/// Depends on what costs there are and on the rules of the lines; on amounts only in where there are any. So
/// it serves again when amounts change, see [`Self::count`].
#[derive(Clone, Debug, Default)]
pub(crate) struct Classes {
    /// The costs that it sorts, and which of what is alike each of them is.
    keys: Vec<CellKey>,
    alike_of_cells: Vec<usize>,
    earning: Earning,
    eligible: Vec<Eligible>,
    groups: Vec<Costs>,
    /// The fiscal year of each class.
    years: Vec<usize>,
    pub(crate) reaches: Reaches,
    /// What is settled by itself; all lines and all classes are in one of them.
    pub(crate) components: Vec<Component>,
}

/// In which fiscal years each activity has own income, that of the structure aside: it pays before all
/// funding.
type Earning = BTreeMap<ActivityIndex, Vec<bool>>;

/// What some lines may pay, by its places in what is alike, their months aside.
#[derive(Clone, Debug)]
struct Eligible {
    alike: Vec<usize>,
    lines: Vec<usize>,
}

/// Costs of an activity that the same lines may pay, their months aside.
#[derive(Clone, Debug)]
struct Costs {
    activity: ActivityIndex,
    alike: Vec<usize>,
    pieces: Vec<Piece>,
}

/// Costs of the same activity in months of a fiscal year, which the same lines may pay.
#[derive(Clone, Debug)]
struct Piece {
    months: Range<usize>,
    /// Its class; none where it costs nothing.
    class: Option<usize>,
}

impl Classes {
    /// Sorts costs into classes. Gives what [`Self::count`] does too.
    pub(crate) fn sort(
        cells: &Cells,
        lines: &mut [FundedLine],
        choices: &[Choice],
        registry: &Registry,
        timeline: &Timeline,
    ) -> (Self, Vec<CostClass>) {
        let keys: Vec<CellKey> = cells.costs.keys().copied().collect();
        let units = units(lines, registry);
        let periods: Vec<Period> = lines.iter().map(Period::of).collect();
        let (alike, alike_of_cells) = alike(&keys, &units, choices, registry);
        let rows = rows(cells, &alike_of_cells);
        let earning = earning(cells);
        let above: Vec<(&ActivityIndex, &Vec<bool>, Vec<bool>)> =
            earning.iter().map(|(activity, years)| (activity, years, registry.subtree(*activity))).collect();
        let mut found: BTreeMap<Able, Vec<(usize, usize)>> = BTreeMap::new();
        let mut all = Vec::new();
        let mut able_lines = alloc::vec![None; lines.len()];
        let mut able_by_year = alloc::vec![Vec::new(); timeline.year_count()];
        for (costs, places) in groups(&alike, &units, choices, registry) {
            let cents = sum(&rows, &places);
            let above = above.iter().filter(|(.., below)| below[usize::from(costs.activity.0)]);
            let above: Vec<_> = above.collect();
            let mut pieces = Vec::new();
            units.write_lines_of(&costs.able, &mut able_lines);
            spread_over_years(&able_lines, &periods, &mut able_by_year);
            for (year, able) in able_by_year.iter().enumerate() {
                let earning = above.iter().filter(|(_, years, _)| years[year]);
                let earning: Vec<ActivityIndex> = earning.map(|(activity, ..)| **activity).collect();
                if able.is_empty() && earning.is_empty() {
                    continue;
                }
                for months in slices(year * 12..year * 12 + 12, able, &periods) {
                    if cents[months.clone()].iter().sum::<i64>() != 0 {
                        let (new, carried) = new_and_carried(able, months.start, &periods);
                        // A choice tells costs apart only where its line may pay them.
                        let follows = |choice: &usize| {
                            let of_line = |access: &Access| access.line() == choices[*choice].line;
                            carried.iter().any(|access| of_line(access) && !access.is_flat_rate())
                        };
                        let chosen = costs.chosen.iter().copied().filter(follows).collect();
                        let able = Able { year, new, carried, earning: earning.clone(), chosen };
                        found.entry(able).or_default().push((all.len(), pieces.len()));
                    }
                    pieces.push(Piece { months, class: None });
                }
            }
            all.push(Costs { activity: costs.activity, alike: places, pieces });
        }
        let mut connections = Connections::new(lines.len(), registry.activity_count());
        found.keys().for_each(|able| connections.connect(able));
        let (components, found) = connections.components(found, choices);
        for (class, (_, pieces)) in found.iter().enumerate() {
            pieces.iter().for_each(|(costs, piece)| all[*costs].pieces[*piece].class = Some(class));
        }
        let reaches = Reaches::new(&found, &components, (lines.len(), choices.len()));
        let years = found.iter().map(|(able, _)| able.year).collect();
        let eligible = eligible(&alike, units, registry);
        let sorted =
            Self { keys, alike_of_cells, earning, eligible, groups: all, years, reaches, components };
        let classes = sorted.count_rows(&rows, lines).unwrap_or_default();
        (sorted, classes)
    }

    /// The amount of each class, and what each line may pay, whoever pays it. Nothing where these costs are not
    /// sorted so: where there are others, or where there is something in months in which there was
    /// nothing, or nothing where there was something.
    ///
    /// The lines are those it was made for.
    pub(crate) fn count(&self, cells: &Cells, lines: &mut [FundedLine]) -> Option<Vec<CostClass>> {
        if !cells.costs.keys().eq(&self.keys) || earning(cells) != self.earning {
            return None;
        }
        self.count_rows(&rows(cells, &self.alike_of_cells), lines)
    }

    /// The same of what is alike, by month.
    fn count_rows(&self, rows: &[Vec<i64>], lines: &mut [FundedLine]) -> Option<Vec<CostClass>> {
        let class = |year: &usize| CostClass { year: *year, parts: Vec::new() };
        let mut classes: Vec<CostClass> = self.years.iter().map(class).collect();
        for costs in &self.groups {
            let cents = sum(rows, &costs.alike);
            for Piece { months, class } in &costs.pieces {
                match (class, cents[months.clone()].iter().sum()) {
                    (None, 0_i64) => {}
                    (None, _) | (Some(_), 0) => return None,
                    (Some(class), cents) => classes[*class].add(costs.activity, cents),
                }
            }
        }
        for Eligible { alike, lines: places } in &self.eligible {
            let cents = sum(rows, alike);
            for place in places {
                let line = &mut lines[*place];
                if let Some(cents) = cents.get(line.carry_months.clone()) {
                    line.eligible_cents[..cents.len()].copy_from_slice(cents);
                }
            }
        }
        Some(classes)
    }
}

impl Classes {
    /// What the posts of each activity have in each class, in cents: days follow them, no payment does.
    pub(crate) fn posts(&self, cells: &Cells, together: &Together) -> Vec<PostsOfClass> {
        let mut posts = alloc::vec![PostsOfClass::new(); self.years.len()];
        for (key, cents) in &cells.costs {
            let cell = self.keys.binary_search(&together.key(key));
            let (Some(position), Ok(cell)) = (key.position, cell) else { continue };
            let groups = self.groups.iter().filter(|costs| costs.alike.contains(&self.alike_of_cells[cell]));
            for piece in groups.flat_map(|costs| &costs.pieces) {
                if let Some(class) = piece.class {
                    let cents: i64 = cents[piece.months.clone()].iter().sum();
                    *posts[class].entry((key.activity, position)).or_default() += cents;
                }
            }
        }
        posts
    }
}

/// What posts have in a class, by activity, in cents.
pub(crate) type PostsOfClass = BTreeMap<(ActivityIndex, PositionId), i64>;

fn earning(cells: &Cells) -> Earning {
    let activities = cells.own_income.iter().filter(|(activity, _)| **activity != ActivityIndex::STRUCTURE);
    activities.map(|(activity, cents)| (*activity, cents.iter().map(|cents| *cents > 0).collect())).collect()
}

/// What is alike, by month.
fn rows(cells: &Cells, alike_of_cells: &[usize]) -> Vec<Vec<i64>> {
    let count = alike_of_cells.iter().max().map_or(0, |last| last + 1);
    let mut rows = alloc::vec![Vec::new(); count];
    for (cents, alike) in cells.costs.values().zip(alike_of_cells) {
        add(&mut rows[*alike], cents);
    }
    rows
}

/// Some rows together; empty when there are none.
fn sum(rows: &[Vec<i64>], places: &[usize]) -> Vec<i64> {
    let mut sum = Vec::new();
    places.iter().for_each(|place| add(&mut sum, &rows[*place]));
    sum
}

/// Adds cents month by month to a row, empty so far or as long.
fn add(row: &mut Vec<i64>, cents: &[i64]) {
    if row.is_empty() {
        row.extend_from_slice(cents);
    } else {
        Side::Plus.add_all(row, cents);
    }
}

/// What the lines of each unit may pay.
fn eligible(alike: &[Alike], units: Units<'_>, registry: &Registry) -> Vec<Eligible> {
    let of_unit = |unit: Unit| {
        let below = registry.subtree(unit.activity);
        let is_eligible =
            |place: &usize| below[usize::from(alike[*place].activity.0)] && unit.may_pay(&alike[*place]);
        Eligible { alike: (0..alike.len()).filter(is_eligible).collect(), lines: unit.lines }
    };
    units.all.into_iter().map(of_unit).collect()
}
