//! *Équipe*: pay by month and what follows from it.

use super::super::cell::{Look, Role, Shape};
use super::super::grids::month_column;
use super::super::grids::staff::{RATE_COLUMN, Staffed};
use super::super::refs::Tab;
use super::super::sheet::Sheet;
use super::super::source::Source;
use super::months::{grid_heads, sum_of_year};
use previ_engine::position::usual_employee_rate;

/// The sheet; `None` without any position.
pub(in super::super) fn sheet(source: &Source<'_>, staff: &[Staffed<'_>]) -> Option<Sheet> {
    if staff.is_empty() {
        return None;
    }
    let name = source.tab(Tab::Team);
    let mut sheet = Sheet::new(&name, &name, (1, &source.word("team-note")));
    let heads = ["position", "pay-line", "number", "empty", "rate", "empty", "holder", "empty"];
    grid_heads(source, &mut sheet, &heads);
    sheet.widths.extend([(1, 1, 20.0), (4, 4, 9.0)]);
    for staffed in staff {
        write(source, &mut sheet, staffed);
    }
    Some(sheet)
}

fn write(source: &Source<'_>, sheet: &mut Sheet, staffed: &Staffed<'_>) {
    let position = staffed.position;
    let typed = |rate| (!staffed.is_calculated).then_some(rate);
    let rates = [
        None,
        typed(position.employee_rate.unwrap_or_else(usual_employee_rate)),
        typed(position.employer_rate.unwrap_or_default()),
        None,
    ];
    let names = ["gross", "employee-share", "employer-share", "net"];
    for (line, ((cells, rate), name)) in staffed.cells.iter().zip(rates).zip(names).enumerate() {
        let row = staffed.row + line as u32;
        let is_first = line == 0;
        sheet.text(row, 0, &position.label, if is_first { Role::Plain } else { Role::Note });
        sheet.text(row, 1, &source.word(name), Role::Plain);
        sheet.whole(row, 2, position.id.0.into(), Look(Role::Plain, Shape::Whole));
        if let Some(rate) = rate {
            sheet.decimal(row, RATE_COLUMN, rate.fraction(), Look(Role::Input, Shape::Percent));
        }
        if let Some(holder) = position.holder.as_ref().filter(|_| is_first) {
            sheet.text(row, 6, holder, Role::Plain);
        }
        for (month, cell) in cells.iter().enumerate() {
            sheet.cell(row, month_column(source.years.len(), month), cell.clone(), Shape::Cents);
        }
        for year in 0..source.years.len() {
            let cents = cells.iter().skip(year * 12).take(12).map(super::super::cell::Cell::cents).sum();
            sum_of_year(source, sheet, (row, year), cents, Look(Role::Subtotal, Shape::Cents));
        }
    }
}
