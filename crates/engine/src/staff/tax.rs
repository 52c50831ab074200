//! The tax on salaries of the whole association, shared out over the positions of a view.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::computed::Taxable;
use super::leave;
use super::position::Position;
use super::split::Split;
use crate::employer::PayrollTax;
use crate::journal::{ActivityIndex, Book, Context, Rule, Segment, Sheet, accounts};
use crate::money::spread;
use crate::month::Month;
use crate::payroll::{SalaryTaxRhythm, salary_tax};
use crate::row::Row;

/// The entries of the tax for the positions that take place, one segment for each.
///
/// The tax of a calendar year is owed by the association as a whole; each month and position bears it in
/// proportion to its taxable pay. Positions with typed rates stay out: their rates hold it.
pub(crate) fn salary_tax_segments(
    positions: &[(&Position, &Taxable)],
    tax: &PayrollTax,
    context: &Context<'_>,
) -> Vec<Segment> {
    let (Some(first), Some(last)) = (context.pay.first(), context.pay.last()) else { return Vec::new() };
    let mut accrued: Vec<Row> = positions.iter().map(|_| Row::new(first, last)).collect();
    let mut rhythms = Vec::new();
    let mut before = tax.before.cents();
    for year in first.year()..=last.year() {
        let due = accrue(year, positions, tax, &mut accrued, context);
        let levels = Month::new(year, 1).and_then(|january| context.pay.at(january));
        rhythms.push(
            levels.map_or(SalaryTaxRhythm::Monthly, |(levels, _)| SalaryTaxRhythm::after(before, levels)),
        );
        // What is typed is the tax of the year before the first one of the plan.
        before = if year < context.timeline().first().year() { tax.before.cents() } else { due };
    }
    let segments = positions.iter().zip(&accrued).map(|((position, _), accrued)| {
        let mut sheet = Sheet::default();
        let mut book = Book::new(context, position.id.into(), ActivityIndex::STRUCTURE, &mut sheet);
        let split = Split::new(position, first, last, context);
        split.post(Rule::SalaryTax, accounts::SALARY_TAX, accounts::OTHER_TAXES, accrued, &mut book);
        let (owed, treasury) = (book.account(accounts::OTHER_TAXES), book.treasury(None));
        if context.posts_leave_owed() {
            let leave = leave::changes(accrued, position, context.timeline());
            split.post(Rule::LeaveOwed, accounts::SALARY_TAX, accounts::TAXES_ON_LEAVE, &leave, &mut book);
        }
        for (month, cents) in accrued.months() {
            let place = usize::try_from(month.year() - first.year()).unwrap_or(0);
            let rhythm = rhythms.get(place).copied().unwrap_or(SalaryTaxRhythm::Monthly);
            book.post(paid(month, rhythm), Rule::ContributionsPayment, owed, treasury, cents);
        }
        Segment::new(position.id.into(), &book)
    });
    segments.collect()
}

/// Writes the tax of a calendar year into its months and gives it, in cents.
fn accrue(
    year: i32,
    positions: &[(&Position, &Taxable)],
    tax: &PayrollTax,
    accrued: &mut [Row],
    context: &Context<'_>,
) -> i64 {
    let month = |number| Month::new(year, number).unwrap_or(Month::FIRST);
    let Some((levels, _)) = context.pay.at(month(12)) else { return 0 };
    let months: Vec<Month> = (1..=12).map(month).collect();
    let cents = |row: &Row, month: Month| {
        usize::try_from(month.since(row.first)).ok().and_then(|n| row.cents.get(n).copied()).unwrap_or(0)
    };
    let of_year = |row: &Row| months.iter().map(|month| cents(row, *month)).sum::<i64>();
    let due = salary_tax(positions.iter().map(|(_, row)| tax.liable.of_cents(of_year(row))), levels);
    let places = || months.iter().flat_map(|month| (0..positions.len()).map(|place| (*month, place)));
    let weight =
        |(month, place): (Month, usize)| u64::try_from(cents(positions[place].1, month)).unwrap_or(0);
    let weights: Vec<u64> = places().map(weight).collect();
    for ((month, place), part) in places().zip(spread(Decimal::new(due, 2), &weights)) {
        if let Some(cell) = accrued[place].cell_mut(month) {
            *cell = part;
        }
    }
    due
}

/// The month in which the tax of a month is paid.
fn paid(month: Month, rhythm: SalaryTaxRhythm) -> Month {
    let number = rhythm.paid_in(month.number());
    let year = month.year() + i32::from(number <= month.number());
    Month::new(year, number).unwrap_or(month)
}
