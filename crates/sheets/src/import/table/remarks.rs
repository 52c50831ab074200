//! Rows that are no lines: what is said about them, and totals without label.

use std::collections::BTreeMap;

use previ_engine::diagnostic::{Arg, Diagnostic, Place, Severity};
use rust_decimal::Decimal;

use crate::import::account::Code;
use crate::import::codes::{NOT_BUDGET, OTHER_UNIT, WITHOUT_CLASS, say};
use crate::import::layout::rows::Planned;
use crate::import::layout::sides::{Group, Kind, Placed};
use crate::import::settle::{Role, equal};

/// What a person should know about a row that gives no line.
pub(crate) fn of_row(row: &Placed, place: Place) -> Option<Diagnostic> {
    let label = || Arg::Text(row.label().to_owned());
    match (row.kind, &row.row.planned, &row.row.code) {
        (Kind::OtherUnit, Planned::Quantity { number, unit }, _) => {
            let text = format!("{} {unit}", number.normalize().to_string().replace('.', ","));
            let said = say(OTHER_UNIT, Severity::Warning, place).with("label", label());
            Some(said.with("text", Arg::Text(text)))
        }
        (Kind::NoClass, _, Some((_, Code::NoClass(code)))) => {
            let said = say(WITHOUT_CLASS, Severity::Error, place).with("label", label());
            Some(said.with("text", Arg::Text(code.clone())))
        }
        (Kind::NotBudget, _, Some((_, Code::Account(account)))) => {
            let said = say(NOT_BUDGET, Severity::Warning, place).with("label", label());
            Some(said.with("account", Arg::Account(*account)))
        }
        _ => None,
    }
}

/// Whether an amount without label is the sum of what stands above it.
pub(crate) fn lone_is_total(placed: &[Placed], at: usize, roles: &BTreeMap<u32, Role>) -> bool {
    let Some((row, above)) = placed.get(at).zip(placed.get(..at)) else { return false };
    if let Planned::Quantity { number, unit } = &row.row.planned {
        return quantities(above, unit).is_some_and(|sum| equal(sum, *number));
    }
    let stray = row.row.stray.map(|(_, amount)| amount);
    let Some(amount) = row.euros().or(stray) else { return false };
    let is_line = |row: &&Placed| roles.get(&row.row.number) == Some(&Role::Line);
    let sum_of = |rows: &[Placed], group: Group| {
        let lines = rows.iter().filter(|row| row.group == Some(group)).filter(is_line);
        lines.clone().next()?;
        Some(lines.filter_map(Placed::euros).fold(Decimal::ZERO, Decimal::saturating_add))
    };
    let is_total = |row: &Placed| matches!(row.kind, Kind::Total(_) | Kind::Lone);
    let since = above.iter().rposition(is_total).map_or(0, |place| place + 1);
    let groups = [Group::Charges, Group::Income, Group::Uses, Group::Resources];
    groups.iter().any(|group| {
        let sums = [sum_of(above, *group), sum_of(above.get(since..).unwrap_or_default(), *group)];
        sums.into_iter().flatten().any(|sum| equal(sum, amount))
    })
}

/// The sum of the rows in this unit since the last such sum.
fn quantities(above: &[Placed], unit: &str) -> Option<Decimal> {
    let of_unit = |row: &Placed| match &row.row.planned {
        Planned::Quantity { number, unit: own } if own == unit => Some(*number),
        _ => None,
    };
    let since = above.iter().rposition(|row| row.kind == Kind::Lone && of_unit(row).is_some());
    let rows = above.get(since.map_or(0, |place| place + 1)..).unwrap_or_default();
    let found = rows.iter().filter_map(of_unit);
    found.clone().next()?;
    Some(found.fold(Decimal::ZERO, Decimal::saturating_add))
}
