//! Rows of a table become lines, and every cell of it gets its fate.

use std::collections::BTreeMap;

use previ_engine::account::AccountNumber;
use previ_engine::diagnostic::{Arg, Severity};

use super::remarks;
use crate::import::analysis::{Analysis, Found};
use crate::import::codes::{SIDE_UNKNOWN, say};
use crate::import::layout::columns::Band;
use crate::import::layout::rows::Planned;
use crate::import::layout::sides::{Kind, Placed};
use crate::import::proposal::{Fate, Reason};
use crate::import::settle::Role;
use crate::import::wording::headings::TotalWord;
use crate::import::workbook::{Sheet, Value};

/// Turns rows into lines and gives every cell of the band its fate.
pub(super) fn collect(
    sheet: &Sheet,
    (band, body): (&Band, u32),
    placed: &[Placed],
    roles: &BTreeMap<u32, Role>,
    analysis: &mut Analysis,
) {
    let last_line = placed.iter().rfind(|row| roles.get(&row.row.number) == Some(&Role::Line));
    let last_line = last_line.map_or(0, |row| row.row.number);
    let mut heading: Option<AccountNumber> = None;
    let mut section: Option<String> = None;
    let mut unknown: Option<&Placed> = None;
    for (place, row) in placed.iter().enumerate() {
        let number = row.row.number;
        let fate = match row.kind {
            Kind::Line if row.group.is_none() => {
                unknown = unknown.or(Some(row));
                Fate::NotPlaced(Reason::SideUnknown)
            }
            Kind::Line if roles.get(&number) == Some(&Role::Sum) => {
                if let Some(account) = row.account() {
                    heading = Some(account);
                    section = None;
                }
                if row.euros().is_none() { Fate::Header } else { Fate::Total }
            }
            Kind::Line => {
                if row.account().is_some_and(|account| heading.is_some_and(|above| !account.is_under(above)))
                {
                    heading = None;
                }
                add_line(row, heading, section.clone(), analysis);
                continue_row(sheet, band, row, analysis);
                continue;
            }
            Kind::Total(TotalWord::Check) => Fate::NotPlaced(Reason::Outside),
            Kind::Total(_) => {
                (heading, section) = (None, None);
                Fate::Total
            }
            Kind::SideHead(_) => {
                (heading, section) = (None, None);
                if row.euros().is_some() && number >= body { Fate::Total } else { Fate::Header }
            }
            Kind::Head => Fate::Header,
            Kind::Text if number < last_line && row.label().chars().count() <= 120 => {
                section = Some(row.label().to_owned());
                Fate::Header
            }
            Kind::Text => Fate::NotPlaced(Reason::Outside),
            Kind::Lone if remarks::lone_is_total(placed, place, roles) => Fate::Total,
            Kind::Lone => Fate::NotPlaced(Reason::NoLabel),
            Kind::OtherUnit => Fate::NotPlaced(Reason::OtherUnit),
            Kind::Error => Fate::NotPlaced(Reason::Error),
            Kind::NotAmount => Fate::NotPlaced(Reason::NotAnAmount),
            Kind::NoClass => Fate::NotPlaced(Reason::NoClass),
            Kind::NotBudget => Fate::NotPlaced(Reason::NotBudget),
            Kind::Carried => Fate::NotPlaced(Reason::CarriedResult),
            Kind::OfWhich => Fate::NotPlaced(Reason::OfWhich),
        };
        mark_row(row, band, sheet, fate, analysis);
        analysis.diagnostics.extend(remarks::of_row(row, row.place(sheet)));
    }
    if let Some(row) = unknown {
        let said = say(SIDE_UNKNOWN, Severity::Warning, row.place(sheet));
        analysis.diagnostics.push(said.with("label", Arg::Text(row.name())));
    }
}

fn add_line(row: &Placed, heading: Option<AccountNumber>, section: Option<String>, analysis: &mut Analysis) {
    let Some(group) = row.group else { return };
    let number = row.row.number;
    let code = row.row.code.as_ref().map(|(column, _)| (number, *column));
    let label = row.row.label.as_ref().map(|(column, _)| (number, *column));
    let mut named: Vec<(u32, u32)> = code.into_iter().chain(label).collect();
    named.dedup();
    let ambiguous = matches!(row.row.planned, Planned::Euros { ambiguous: true, .. });
    analysis.lines.push(Found {
        group,
        account: row.account(),
        heading: heading.filter(|_| row.account().is_none()),
        section: section.filter(|_| row.account().is_none()),
        label: row.label().to_owned(),
        amount: row.euros(),
        ambiguous,
        named,
        amounts: row.row.planned_columns.iter().map(|column| (number, *column)).collect(),
    });
}

/// The other cells of a row that holds a line.
fn continue_row(sheet: &Sheet, band: &Band, row: &Placed, analysis: &mut Analysis) {
    let number = row.row.number;
    for column in band.columns().filter(|column| sheet.cell(number, *column).is_some()) {
        let is_own = row.row.planned_columns.contains(&column)
            || row.row.code.as_ref().is_some_and(|(own, _)| *own == column)
            || row.row.label.as_ref().is_some_and(|(own, _)| *own == column);
        if !is_own {
            let is_amount = band.amounts.contains(&column);
            let reason = if is_amount { Reason::OtherColumn } else { Reason::Outside };
            analysis.mark((number, column), Fate::NotPlaced(reason));
        }
    }
}

/// Gives every filled cell of a row its fate; errors keep their own.
fn mark_row(placed: &Placed, band: &Band, sheet: &Sheet, fate: Fate, analysis: &mut Analysis) {
    for cell in band.columns().filter_map(|column| sheet.cell(placed.row.number, column)) {
        let fate = if matches!(cell.value, Value::Error(_)) { Fate::NotPlaced(Reason::Error) } else { fate };
        analysis.mark((cell.row, cell.column), fate);
    }
}
