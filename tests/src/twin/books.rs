//! The books, month by month, and the statements read from them.

use std::collections::BTreeMap;

use previ_engine::account::AccountNumber;
use previ_engine::cash::CashRow;
use previ_engine::frame::AppropriationTarget;
use previ_engine::id::{ActivityId, ItemId, TreasuryId};
use previ_engine::month::Month;
use previ_engine::plan::Plan;
use previ_engine::treasury::BalanceReading;
use rust_decimal::Decimal;

use super::euros::round;
use super::movement::{Movement, Place};
use super::sheet::{Sheet, sheet};
use super::situation::{Situation, months};
use crate::figures::{Cell, Figures};

/// What comes out, in euros.
#[derive(Clone, Debug, Default)]
pub struct Statements {
    /// The months of the plan.
    pub months: Vec<Month>,
    /// Charges, income and contributions in kind by fiscal year (from 0), activity without those below
    /// it, and account, above zero on the usual side.
    pub income: BTreeMap<(usize, Option<ActivityId>, AccountNumber), Decimal>,
    /// Usable treasury at the start of each month.
    pub opening: Vec<Decimal>,
    /// Usable treasury at the end of each month.
    pub closing: Vec<Decimal>,
    /// Usable treasury of each month once everything is paid and nothing received.
    pub worst: Vec<Decimal>,
    /// The rows of the cash forecast by month.
    pub rows: BTreeMap<(CashRow, Month), Decimal>,
    /// The balance sheet of the opening and of each year end.
    pub sheets: Vec<Sheet>,
}

impl Statements {
    /// Every figure under its name, in cents.
    #[must_use]
    pub fn figures(&self, plan: &Plan) -> Figures {
        let mut euros: BTreeMap<Cell, Decimal> = BTreeMap::new();
        for (place, month) in self.months.iter().enumerate() {
            euros.insert(Cell::Opening(*month), self.opening[place]);
            euros.insert(Cell::Closing(*month), self.closing[place]);
            euros.insert(Cell::Worst(*month), self.worst[place]);
        }
        for ((row, month), flow) in &self.rows {
            euros.insert(Cell::Cash(*month, *row), *flow);
        }
        for ((year, activity, account), amount) in &self.income {
            let first = self.months[12 * year];
            *euros.entry(Cell::Income(first, None, *account)).or_default() += amount;
            for above in plan.activities.iter().filter(|above| is_below(plan, *activity, above.id)) {
                *euros.entry(Cell::Income(first, Some(above.id), *account)).or_default() += amount;
            }
            match account.class() {
                6 => *euros.entry(Cell::Result(first)).or_default() -= amount,
                7 => *euros.entry(Cell::Result(first)).or_default() += amount,
                _ => {}
            }
        }
        for (column, sheet) in self.sheets.iter().enumerate() {
            let end = self.months[0].plus(12 * column as i32 - 1);
            for ((side, account), amount) in sheet {
                euros.insert(Cell::Balance(end, *side, *account), *amount);
            }
        }
        let cents = euros.into_iter().map(|(cell, euros)| (cell, cents(euros)));
        cents.filter(|(_, cents)| *cents != 0).collect()
    }
}

/// Whole cents; a number no statement has when there is less than a cent.
fn cents(euros: Decimal) -> i64 {
    let cents = (euros * Decimal::ONE_HUNDRED).normalize();
    i64::try_from(cents.mantissa()).ok().filter(|_| cents.scale() == 0).unwrap_or(i64::MIN)
}

/// Balances by item and account, debit above zero.
pub type Balances = BTreeMap<(ItemId, Place), Decimal>;

/// Keeps the books from the opening to the last month.
pub fn keep(situation: &Situation<'_>, movements: &[(ItemId, Movement)]) -> Statements {
    let plan = situation.plan;
    let mut books = Books { plan, balances: Balances::new(), statements: Statements::default() };
    books.open(situation, movements);
    books.statements.sheets.push(sheet(&books.balances, plan));
    let mut readings: Vec<&BalanceReading> = plan.readings.iter().map(AsRef::as_ref).collect();
    readings.sort_by_key(|reading| (reading.month, reading.id));
    for (place, month) in months(situation.first, situation.last).enumerate() {
        let opening = books.cash();
        let mut paid = Decimal::ZERO;
        for (item, movement) in movements.iter().filter(|(_, movement)| movement.month == Some(month)) {
            paid += books.post(*item, movement, place);
        }
        if let Some(appropriation) = books.appropriation(situation, place) {
            paid += books.post(ItemId::Frame, &appropriation, place);
        }
        for reading in readings.iter().filter(|reading| reading.month == month) {
            let movement = books.difference(reading);
            paid += books.post(ItemId::Reading(reading.id), &movement, place);
        }
        books.statements.months.push(month);
        books.statements.opening.push(opening);
        books.statements.worst.push(opening - paid);
        books.statements.closing.push(books.cash());
        if place % 12 == 11 {
            books.statements.sheets.push(sheet(&books.balances, plan));
        }
    }
    books.statements
}

struct Books<'a> {
    plan: &'a Plan,
    balances: Balances,
    statements: Statements,
}

impl Books<'_> {
    /// Typed balances, and what everything before the plan leaves in the books.
    fn open(&mut self, situation: &Situation<'_>, movements: &[(ItemId, Movement)]) {
        let own_funds = Place::account(110);
        for account in &self.plan.treasury {
            let (item, opening) = (ItemId::Treasury(account.id), round(account.opening.euros()));
            *self.balances.entry((item, Place::Treasury(Some(account.id)))).or_default() += opening;
            *self.balances.entry((item, own_funds)).or_default() -= opening;
        }
        let reserves = round(self.plan.frame.opening.reserves.euros());
        *self.balances.entry((ItemId::Frame, own_funds)).or_default() += reserves;
        *self.balances.entry((ItemId::Frame, Place::account(1068))).or_default() -= reserves;
        for (item, movement) in movements {
            if movement.month.is_some_and(|month| month >= situation.first) {
                continue;
            }
            let before = |place: Place| match place.class() {
                None | Some(6 | 7) => Some(own_funds),
                Some(8) => None,
                Some(_) => Some(place),
            };
            if let (Some(debit), Some(credit)) = (before(movement.debit), before(movement.credit)) {
                *self.balances.entry((*item, debit)).or_default() += movement.euros;
                *self.balances.entry((*item, credit)).or_default() -= movement.euros;
            }
        }
    }

    /// The treasury account meant, the first one of the plan for none or an unknown one.
    fn resolve(&self, place: Place) -> Place {
        let Place::Treasury(id) = place else { return place };
        let known = self.plan.treasury.iter().find(|account| Some(account.id) == id);
        Place::Treasury(known.or(self.plan.treasury.first()).map(|account| account.id))
    }

    fn is_usable(&self, place: Place) -> bool {
        let Place::Treasury(id) = place else { return false };
        !self.plan.treasury.iter().any(|account| Some(account.id) == id && account.blocked)
    }

    fn cash(&self) -> Decimal {
        let usable = self.balances.iter().filter(|((_, place), _)| self.is_usable(*place));
        usable.map(|(_, euros)| euros).sum()
    }

    /// Posts a movement of the plan's month number `place`; gives what usable treasury pays for it.
    fn post(&mut self, item: ItemId, movement: &Movement, place: usize) -> Decimal {
        let (debit, credit) = (self.resolve(movement.debit), self.resolve(movement.credit));
        *self.balances.entry((item, debit)).or_default() += movement.euros;
        *self.balances.entry((item, credit)).or_default() -= movement.euros;
        for (side, euros) in [(debit, movement.euros), (credit, -movement.euros)] {
            let Place::Account(account) = side else { continue };
            let shown = match account.prefix(2) {
                60..=69 | 86 => euros,
                70..=79 | 87 => -euros,
                _ => continue,
            };
            let cell = (place / 12, movement.activity, account);
            *self.statements.income.entry(cell).or_default() += shown;
        }
        let flow = match (self.is_usable(debit), self.is_usable(credit)) {
            (true, false) => movement.euros,
            (false, true) => -movement.euros,
            _ => Decimal::ZERO,
        };
        if let (Some(month), false) = (movement.month, flow.is_zero()) {
            *self.statements.rows.entry((movement.row, month)).or_default() += flow;
        }
        (-flow).max(Decimal::ZERO)
    }

    /// What is missing to the balance read on the statement of the bank.
    fn difference(&self, reading: &BalanceReading) -> Movement {
        let treasury = self.resolve(Place::Treasury(Some(reading.account)));
        let here = self.balances.iter().filter(|((_, place), _)| *place == treasury);
        let balance: Decimal = here.map(|(_, euros)| euros).sum();
        Movement {
            month: Some(reading.month),
            debit: treasury,
            credit: Place::account(471),
            euros: round(reading.balance.euros()) - balance,
            activity: None,
            row: CashRow::Readings,
        }
    }

    /// The result of the year whose general meeting is in this month.
    fn appropriation(&self, situation: &Situation<'_>, place: usize) -> Option<Movement> {
        let chosen = self.plan.frame.assumptions.appropriation;
        let after_year = (place + 1).checked_sub(usize::from(chosen.after_months))?;
        if after_year == 0 || !after_year.is_multiple_of(12) {
            return None;
        }
        let result = self.result_of(after_year / 12 - 1);
        let to_reserves = chosen.to == AppropriationTarget::ProjectReserves && result > Decimal::ZERO;
        Some(Movement {
            month: Some(situation.first.plus(place as i32)),
            debit: Place::account(120),
            credit: Place::account(if to_reserves { 1068 } else { 110 }),
            euros: result,
            activity: None,
            row: CashRow::Transfers,
        })
    }

    fn result_of(&self, year: usize) -> Decimal {
        let cells = self.statements.income.iter().filter(|((of, _, _), _)| *of == year);
        cells
            .map(|((_, _, account), euros)| match account.class() {
                6 => -euros,
                7 => *euros,
                _ => Decimal::ZERO,
            })
            .sum()
    }
}

/// Whether an activity is another one or stands below it.
pub fn is_below(plan: &Plan, activity: Option<ActivityId>, above: ActivityId) -> bool {
    let mut here = activity;
    while let Some(id) = here {
        if id == above {
            return true;
        }
        here = plan.activities.iter().find(|one| one.id == id).and_then(|one| one.parent);
    }
    false
}

/// The number under which a treasury account stands in the books.
pub fn treasury_number(plan: &Plan, id: Option<TreasuryId>) -> AccountNumber {
    let account = plan.treasury.iter().find(|account| Some(account.id) == id);
    account.map_or(AccountNumber::of(512), |account| account.account)
}
