//! The role of each row of a table, and what does not add up in it.

use std::collections::BTreeMap;

use previ_engine::diagnostic::{Arg, Diagnostic, Severity};
use previ_engine::money::to_cents;
use rust_decimal::Decimal;

use crate::import::analysis::Analysis;
use crate::import::codes::{BOTH_KEPT, HEADING_DIFFERS, TOTAL_DIFFERS, say};
use crate::import::layout::sides::{Group, Kind, Placed};
use crate::import::settle::{Difference, DifferenceKind, Entry, Role, TotalRow, equal, settle};
use crate::import::wording::headings::TotalWord;
use crate::import::workbook::Sheet;

/// The role of each row that is a line or a total.
pub(super) fn settle_groups(
    sheet: &Sheet,
    placed: &[Placed],
    analysis: &mut Analysis,
) -> BTreeMap<u32, Role> {
    let mut roles = BTreeMap::new();
    for group in [Group::Charges, Group::Income, Group::Uses, Group::Resources] {
        let mut entries = Vec::new();
        let mut rows: Vec<&Placed> = Vec::new();
        let (mut after_gap, mut after_text) = (true, false);
        for row in placed {
            let total = match row.kind {
                Kind::Total(TotalWord::Sum { part: false, .. }) => Some(TotalRow::Whole),
                Kind::Total(TotalWord::Sum { part: true, .. }) => Some(TotalRow::Part),
                Kind::Total(TotalWord::Result | TotalWord::Check) => Some(TotalRow::Result),
                _ => None,
            };
            if row.group == Some(group) && (row.kind == Kind::Line || total.is_some()) {
                entries.push(Entry {
                    row: row.row.number,
                    account: row.account(),
                    amount: row.euros(),
                    sums: row.row.sums.clone(),
                    computed: row.row.computed,
                    after_gap: after_gap || row.row.after_gap,
                    after_text,
                    total,
                });
                rows.push(row);
                (after_gap, after_text) = (false, false);
            } else if row.kind == Kind::Text {
                (after_gap, after_text) = (after_gap || row.row.after_gap, true);
            } else {
                after_gap = true;
            }
        }
        let (settled, differences) = settle(&entries);
        roles.extend(entries.iter().map(|entry| entry.row).zip(settled));
        for difference in differences {
            let whole_side = total_with_in_kind(placed, &roles, &difference, &entries, group);
            if let (Some(row), false) = (rows.get(difference.at), whole_side) {
                analysis.diagnostics.push(said(sheet, row, &difference));
            }
        }
    }
    roles
}

/// Whether a total below contributions in kind counts them and the euros of its side.
fn total_with_in_kind(
    placed: &[Placed],
    roles: &BTreeMap<u32, Role>,
    difference: &Difference,
    entries: &[Entry],
    group: Group,
) -> bool {
    let Some(entry) = entries.get(difference.at).filter(|_| difference.kind == DifferenceKind::Total) else {
        return false;
    };
    let same_side = |row: &&Placed| row.group.is_some_and(|other| other.side() == group.side());
    let above = || placed.iter().filter(|row| row.row.number < entry.row).filter(same_side);
    let sum_of = |rows: &mut dyn Iterator<Item = &Placed>| {
        rows.filter_map(Placed::euros).fold(Decimal::ZERO, Decimal::saturating_add)
    };
    let lines = sum_of(&mut above().filter(|row| roles.get(&row.row.number) == Some(&Role::Line)));
    let results = sum_of(&mut above().filter(|row| row.kind == Kind::Total(TotalWord::Result)));
    [lines, lines.saturating_add(results)].iter().any(|sum| equal(*sum, difference.written))
}

fn said(sheet: &Sheet, row: &Placed, difference: &Difference) -> Diagnostic {
    let cents = |amount: Decimal| Arg::Cents(to_cents(amount));
    let code = match difference.kind {
        DifferenceKind::Total => TOTAL_DIFFERS,
        DifferenceKind::Heading => HEADING_DIFFERS,
        DifferenceKind::Both => BOTH_KEPT,
    };
    let said = say(code, Severity::Warning, row.place(sheet))
        .with("label", Arg::Text(row.name()))
        .with("written", cents(difference.written))
        .with("computed", cents(difference.computed));
    match difference.kind {
        DifferenceKind::Both => said,
        DifferenceKind::Total | DifferenceKind::Heading => {
            said.with("difference", cents(difference.written.saturating_sub(difference.computed)))
        }
    }
}
