//! *Coût complet*: what each activity costs with its part of shared costs, and who pays that.

use previ_engine::full_cost::full_costs;
use previ_engine::funding_statement::funding_by_activity;
use previ_engine::id::ActivityId;

use super::super::cell::{Look, Role, Shape};
use super::super::grids::FIRST_ROW;
use super::super::sheet::{Print, Sheet};
use super::super::source::Source;
use super::activities::{FIRST_YEAR, in_order};

/// The rows of an activity: what they are, and how they stand out.
const ROWS: [(&str, Role); 8] = [
    ("direct-cost", Role::Plain),
    ("shared-cost", Role::Plain),
    ("full-cost", Role::Subtotal),
    ("paid-by-own-income", Role::Plain),
    ("paid-by-funders", Role::Plain),
    ("left-to-pay", Role::Total),
    ("left-own-funds", Role::Plain),
    ("left-to-find", Role::Plain),
];

/// Each row of an activity by fiscal year, in cents.
type Rows = [Vec<i64>; ROWS.len()];

/// The sheet.
///
/// Who pays which cost is no formula, so the figures stand here as they were when exported, and the sheet says so.
pub(in super::super) fn sheet(source: &Source<'_>) -> Sheet {
    let name = source.word("tab-full-cost");
    let mut sheet = Sheet::new(&name, &source.word("full-cost-title"), (0, &source.word("full-cost-note")));
    sheet.text(2, 0, &source.word("as-exported-note"), Role::Note);
    let years = source.years.len() as u16;
    sheet.widths = vec![(0, 0, 7.0), (1, 1, 44.0), (2, 2, 30.0), (3, FIRST_YEAR + years, 14.0)];
    sheet.frozen = (FIRST_ROW, 3);
    sheet.print = Print::OnePageWide { repeated: (FIRST_ROW - 1, FIRST_ROW - 1) };
    sheet.headers(FIRST_ROW - 1, 0, &source.words(&["number", "activity", "empty"]));
    sheet.headers(FIRST_ROW - 1, FIRST_YEAR, &source.year_names());
    let own = own(source);
    let mut row = FIRST_ROW;
    for (activity, depth) in in_order(source) {
        let label = format!("{}{}", "    ".repeat(depth), source.activity(activity));
        let number = activity.map_or(0, |id| id.0.into());
        sheet.whole(row, 0, number, Look(Role::Subtotal, Shape::Whole));
        write(source, &mut sheet, row, &label, &sum(&own, &counted(source, activity), source.years.len()));
        row += ROWS.len() as u32;
    }
    let all = vec![true; own.len()];
    write(source, &mut sheet, row + 1, &source.word("everything"), &sum(&own, &all, source.years.len()));
    sheet
}

/// The rows of the structure and of every activity by its place, those below it left out.
fn own(source: &Source<'_>) -> Vec<Rows> {
    let costs = full_costs(source.view);
    let funding = funding_by_activity(source.view);
    let rows = costs.iter().zip(&funding).map(|(cost, funding)| {
        let paid = (0..source.years.len())
            .map(|year| funding.paid.iter().filter_map(|paid| paid.cents.get(year)).sum());
        [
            cost.direct_cents(),
            cost.shared_cents(),
            cost.total_cents.clone(),
            funding.own_income_cents.clone(),
            paid.collect(),
            funding.left_cents.clone(),
            funding.own_funds_cents.clone(),
            funding.to_find_cents.clone(),
        ]
    });
    rows.collect()
}

/// Which places an activity counts: its own and those below it; the structure only its own.
fn counted(source: &Source<'_>, activity: Option<ActivityId>) -> Vec<bool> {
    let all = source.registry.activity_count();
    match activity {
        Some(id) => source.registry.subtree(source.registry.activity(Some(id)).0),
        None => (0..all).map(|place| place == 0).collect(),
    }
}

fn sum(own: &[Rows], counted: &[bool], years: usize) -> Rows {
    let mut sums: Rows = std::array::from_fn(|_| vec![0; years]);
    for (rows, _) in own.iter().zip(counted).filter(|(_, counted)| **counted) {
        for (sum, row) in sums.iter_mut().zip(rows) {
            sum.iter_mut().zip(row).for_each(|(sum, cents)| *sum += cents);
        }
    }
    sums
}

fn write(source: &Source<'_>, sheet: &mut Sheet, first: u32, label: &str, rows: &Rows) {
    sheet.wrapped(first, 1, label, Role::Subtotal);
    for (row, ((name, role), cents)) in (first..).zip(ROWS.iter().zip(rows)) {
        let is_part = matches!(*name, "left-own-funds" | "left-to-find");
        let indent = if is_part { "    " } else { "" };
        sheet.text(row, 2, &format!("{indent}{}", source.word(name)), *role);
        // What leaves the structure is no loss, and not in red.
        let shape = if *name == "shared-cost" { Shape::Flow } else { Shape::Cents };
        for (column, cents) in (FIRST_YEAR..).zip(cents) {
            sheet.cents(row, column, *cents, Look(*role, shape));
        }
    }
}
