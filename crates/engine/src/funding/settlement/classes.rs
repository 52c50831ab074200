//! Costs that no payer tells apart, taken together.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::ops::Range;

use crate::funding::cells::{CellKey, Cells};
use crate::funding::settlement::able::Able;
use crate::funding::settlement::alike::{AlikeCosts, groups};
use crate::funding::settlement::choice::Choice;
use crate::funding::settlement::component::{Component, Connections};
use crate::funding::settlement::line::FundedLine;
use crate::funding::settlement::pieces::{Piece, Pieces};
use crate::funding::settlement::reach::Reaches;
use crate::funding::settlement::rows::Rows;
use crate::funding::settlement::units::{Unit, Units, units};
use crate::id::PositionId;
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

impl Classes {
    /// Sorts costs into classes; the amounts of the classes too, and what each line may pay.
    pub(crate) fn sort(
        cells: &Cells,
        lines: &mut [FundedLine],
        choices: &[Choice],
        registry: &Registry,
        timeline: &Timeline,
    ) -> (Self, Vec<CostClass>) {
        let keys: Vec<CellKey> = cells.costs.keys().copied().collect();
        let units = units(lines, registry);
        let alike = AlikeCosts::new(&keys, &units, choices, registry);
        let rows = Rows::new(cells, &alike.of_cells);
        let earning = earning(cells);
        let above: Vec<(&ActivityIndex, &Vec<bool>, Vec<bool>)> =
            earning.iter().map(|(activity, years)| (activity, years, registry.subtree(*activity))).collect();
        let mut pieces = Pieces { lines, choices, found: Vec::new() };
        let groups = groups(&alike, &units, choices, registry);
        let mut cents = Vec::new();
        let mut all: Vec<Costs> = Vec::with_capacity(groups.len());
        for (place, (costs, places)) in groups.into_iter().enumerate() {
            rows.sum(&places, &mut cents);
            let able = units.lines(&costs.able);
            let above = above.iter().filter(|(.., below)| below[usize::from(costs.activity.0)]);
            let above: Vec<_> = above.collect();
            let mut of_costs = Vec::new();
            for year in 0..timeline.year_count() {
                let earning = above.iter().filter(|(_, years, _)| years[year]);
                let earning: Vec<ActivityIndex> = earning.map(|(activity, ..)| **activity).collect();
                pieces.cut((place, &mut of_costs), &cents, (year, &able, &earning), &costs.chosen);
            }
            all.push(Costs { activity: costs.activity, alike: places, pieces: of_costs });
        }
        let mut found = pieces.found;
        found.sort_unstable();
        let mut connections = Connections::new(lines.len(), registry.activity_count());
        let mut places = Vec::with_capacity(found.len());
        let mut classes: Vec<(Able, Range<usize>)> = Vec::new();
        for (place, (able, piece)) in found.into_iter().enumerate() {
            places.push(piece);
            match classes.last_mut() {
                Some((last, places)) if *last == able => places.end = place + 1,
                _ => {
                    connections.connect(&able);
                    classes.push((able, place..place + 1));
                }
            }
        }
        let components = connections.components(&mut classes, choices);
        for (class, (_, of_class)) in classes.iter().enumerate() {
            for (costs, piece) in &places[of_class.clone()] {
                all[*costs].pieces[*piece].class = Some(class);
            }
        }
        let sorted = Self {
            reaches: Reaches::new(&classes, &components, (lines.len(), choices.len())),
            years: classes.iter().map(|(able, _)| able.year()).collect(),
            eligible: eligible(&alike, units, registry),
            keys,
            alike_of_cells: alike.of_cells,
            earning,
            groups: all,
            components,
        };
        let counted = sorted.count_rows(&rows, lines).unwrap_or_default();
        (sorted, counted)
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
        self.count_rows(&Rows::new(cells, &self.alike_of_cells), lines)
    }

    fn count_rows(&self, rows: &Rows, lines: &mut [FundedLine]) -> Option<Vec<CostClass>> {
        let class = |year: &usize| CostClass { year: *year, parts: Vec::new() };
        let mut classes: Vec<CostClass> = self.years.iter().map(class).collect();
        let mut cents = Vec::new();
        for costs in &self.groups {
            rows.sum(&costs.alike, &mut cents);
            for Piece { months, class } in &costs.pieces {
                match (class, cents[months.clone()].iter().sum()) {
                    (None, 0_i64) => {}
                    (None, _) | (Some(_), 0) => return None,
                    (Some(class), cents) => classes[*class].add(costs.activity, cents),
                }
            }
        }
        for Eligible { alike, lines: places } in &self.eligible {
            rows.sum(alike, &mut cents);
            for place in places {
                let line = &mut lines[*place];
                let months = line.carry_months.clone();
                if let Some(cents) = cents.get(months.clone()) {
                    line.eligible_cents[months].copy_from_slice(cents);
                }
            }
        }
        Some(classes)
    }
}

impl Classes {
    /// What the posts of each activity have in each class, in cents: days follow them, no payment does.
    pub(crate) fn posts(&self, cells: &Cells) -> Vec<PostsOfClass> {
        let mut posts = alloc::vec![PostsOfClass::new(); self.years.len()];
        for (key, cents) in &cells.costs {
            let (Some(position), Ok(cell)) = (key.position, self.keys.binary_search(key)) else { continue };
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

/// What the lines of each unit may pay.
fn eligible(costs: &AlikeCosts, units: Units<'_>, registry: &Registry) -> Vec<Eligible> {
    let of_unit = |unit: Unit| {
        let below = registry.subtree(unit.activity);
        let is_eligible = |place: &usize| {
            let alike = &costs.all[*place];
            below[usize::from(alike.activity.0)] && unit.may_pay(alike, costs.wished(alike))
        };
        Eligible { alike: (0..costs.all.len()).filter(is_eligible).collect(), lines: unit.lines }
    };
    units.all.into_iter().map(of_unit).collect()
}
