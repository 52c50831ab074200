//! *Actions*: charges, income and result of each activity and year, those below it included.

use std::collections::{BTreeMap, BTreeSet};

use previ_engine::id::ActivityId;
use previ_engine::journal::ActivityIndex;

use super::super::cell::{Look, Role, Shape};
use super::super::grids::{FIRST_ROW, Grids, year_column};
use super::super::refs::{Rows, Tab};
use super::super::sheet::{Print, Sheet};
use super::super::source::Source;
use super::months::{ACTIVITY_COLUMN, CLASS_COLUMN};

/// The column of the first year.
pub(super) const FIRST_YEAR: u16 = 3;
/// Rows of each activity: charges, income, result.
const ROWS: u32 = 3;

/// An activity with what is below it.
struct Node {
    id: Option<ActivityId>,
    depth: usize,
    row: u32,
    /// Places of the nodes right below.
    below: Vec<usize>,
    /// Charges then income by year, those below included.
    cents: [Vec<i64>; 2],
}

/// Amounts by year of each activity and class of accounts, those of activities below not counted.
type OwnCents = BTreeMap<(ActivityIndex, u8), Vec<i64>>;

/// The sheet.
pub(in super::super) fn sheet(source: &Source<'_>, grids: &Grids) -> Sheet {
    let name = source.word("tab-activities");
    let mut sheet = Sheet::new(&name, &source.word("activities-title"), (0, &source.word("activities-note")));
    let years = source.years.len() as u16;
    sheet.widths = vec![(0, 0, 7.0), (1, 1, 44.0), (2, 2, 12.0), (3, FIRST_YEAR + years, 14.0)];
    sheet.frozen = (FIRST_ROW, 2);
    sheet.print = Print::OnePageWide { repeated: (FIRST_ROW - 1, FIRST_ROW - 1) };
    sheet.headers(FIRST_ROW - 1, 0, &source.words(&["number", "activity", "empty"]));
    sheet.headers(FIRST_ROW - 1, FIRST_YEAR, &source.year_names());
    let nodes = nodes(source, &own_cents(source, grids));
    let keys = grids.month_rows();
    for node in &nodes {
        write(source, &mut sheet, &nodes, node, &keys);
    }
    total(source, &mut sheet, &nodes);
    sheet
}

/// The structure, then the activities, each followed by those below it, with how deep they lie.
pub(super) fn in_order(source: &Source<'_>) -> Vec<(Option<ActivityId>, usize)> {
    nodes(source, &OwnCents::new()).into_iter().map(|node| (node.id, node.depth)).collect()
}

fn own_cents(source: &Source<'_>, grids: &Grids) -> OwnCents {
    let mut own = OwnCents::new();
    for row in &grids.months {
        let known = own.entry((row.activity, row.account.class()));
        let years = known.or_insert_with(|| vec![0; source.years.len()]);
        years.iter_mut().enumerate().for_each(|(year, sum)| *sum += row.year_cents(year));
    }
    own
}

/// The same with their amounts.
fn nodes(source: &Source<'_>, own: &OwnCents) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::new();
    let mut seen: BTreeSet<ActivityId> = BTreeSet::new();
    push(source, own, None, 0, &mut nodes);
    let known = |id: ActivityId| source.plan.activities.iter().any(|activity| activity.id == id);
    let is_root = |parent: Option<ActivityId>| parent.is_none_or(|parent| !known(parent));
    let roots = source.plan.activities.iter().filter(|activity| is_root(activity.parent));
    for root in roots {
        tree(source, own, root.id, 0, &mut seen, &mut nodes);
    }
    // Activities of a tree that bites its tail stand alone; the check reports them.
    for activity in &source.plan.activities {
        if seen.insert(activity.id) {
            push(source, own, Some(activity.id), 0, &mut nodes);
        }
    }
    nodes
}

fn tree(
    source: &Source<'_>,
    own: &OwnCents,
    id: ActivityId,
    depth: usize,
    seen: &mut BTreeSet<ActivityId>,
    nodes: &mut Vec<Node>,
) -> Option<usize> {
    if !seen.insert(id) {
        return None;
    }
    let place = push(source, own, Some(id), depth, nodes);
    for child in source.plan.activities.iter().filter(|activity| activity.parent == Some(id)) {
        let Some(below) = tree(source, own, child.id, depth + 1, seen, nodes) else { continue };
        let added = nodes[below].cents.clone();
        for (own, added) in nodes[place].cents.iter_mut().zip(added) {
            own.iter_mut().zip(added).for_each(|(own, added)| *own += added);
        }
        nodes[place].below.push(below);
    }
    Some(place)
}

fn push(
    source: &Source<'_>,
    own: &OwnCents,
    id: Option<ActivityId>,
    depth: usize,
    nodes: &mut Vec<Node>,
) -> usize {
    let place = nodes.len();
    let index = source.registry.activity(id).0;
    let nothing = || vec![0; source.years.len()];
    let cents = [6, 7].map(|class| own.get(&(index, class)).cloned().unwrap_or_else(nothing));
    nodes.push(Node { id, depth, row: FIRST_ROW + ROWS * place as u32, below: Vec::new(), cents });
    place
}

fn write(source: &Source<'_>, sheet: &mut Sheet, nodes: &[Node], node: &Node, keys: &Rows) {
    let row = node.row;
    let number = node.id.map_or(0, |id| id.0.into());
    sheet.whole(row, 0, number, Look(Role::Subtotal, Shape::Whole));
    let label = format!("{}{}", "    ".repeat(node.depth), source.activity(node.id));
    sheet.wrapped(row, 1, &label, Role::Subtotal);
    for (line, name) in (0..).zip(["charges", "income", "result"]) {
        let role = if line == 2 { Role::Total } else { Role::Plain };
        sheet.text(row + line, 2, &source.word(name), role);
    }
    let refs = &source.refs;
    for year in 0..source.years.len() {
        let column = FIRST_YEAR + year as u16;
        for (line, class) in [(0, 6), (1, 7)] {
            let sums = refs.down(Tab::Months, year_column(year), keys, false);
            let [classes, activities] =
                [CLASS_COLUMN, ACTIVITY_COLUMN].map(|column| refs.down(Tab::Months, column, keys, true));
            let mut formula = format!("SUMIFS({sums},{classes},{class},{activities},$A${})", row + 1);
            for below in node.below.iter().filter_map(|place| nodes.get(*place)) {
                formula = format!("{formula}+{}", refs.here(below.row + line, column));
            }
            let cents = node.cents[line as usize][year];
            sheet.formula(row + line, column, formula, cents, Look(Role::Plain, Shape::Cents));
        }
        let formula = format!("ROUND({}-{},2)", refs.here(row + 1, column), refs.here(row, column));
        let cents = node.cents[1][year] - node.cents[0][year];
        sheet.formula(row + 2, column, formula, cents, Look(Role::Total, Shape::Cents));
    }
}

/// Everything: the structure and the activities that stand at the top.
fn total(source: &Source<'_>, sheet: &mut Sheet, nodes: &[Node]) {
    let row = FIRST_ROW + ROWS * nodes.len() as u32 + 1;
    sheet.text(row, 1, &source.word("everything"), Role::Subtotal);
    let top: Vec<&Node> = nodes.iter().filter(|node| node.depth == 0).collect();
    for (line, name) in (0..).zip(["charges", "income", "result"]) {
        sheet.text(row + line, 2, &source.word(name), Role::Total);
        for year in 0..source.years.len() {
            let column = FIRST_YEAR + year as u16;
            let of = |side: usize| -> i64 { top.iter().map(|node| node.cents[side][year]).sum() };
            let cents = if line == 2 { of(1) - of(0) } else { of(line as usize) };
            let cells: Vec<String> =
                top.iter().map(|node| source.refs.here(node.row + line, column)).collect();
            let formula = format!("ROUND({},2)", cells.join("+"));
            sheet.formula(row + line, column, formula, cents, Look(Role::Total, Shape::Cents));
        }
    }
}
