//! *Hypothèses*: what the plan starts from, each amount in a cell that formulas point to.

use previ_engine::frame::{Index, IndexStep};
use previ_engine::id::{IndexId, OpeningId, ReadingId, TransferId, TreasuryId};
use previ_engine::journal::AccountIndex;
use previ_engine::month::Month;
use previ_engine::treasury::TreasuryAccount;
use previ_words::{index_step, month_short, opening_side};
use rust_decimal::Decimal;

use super::super::cell::{Look, Role, Shape};
use super::super::refs::Tab;
use super::super::sheet::{Print, Sheet};
use super::super::source::Source;
use super::about;

/// The column of amounts.
const AMOUNT: u16 = 4;
const COLUMNS: u16 = 9;

/// Where the amounts of *Hypothèses* stand.
#[derive(Debug, Default)]
pub(in super::super) struct Assumed {
    treasury: Vec<(Option<TreasuryId>, String)>,
    opening: Vec<(OpeningId, String)>,
    transfers: Vec<(TransferId, String)>,
    readings: Vec<(ReadingId, String)>,
    levels: Vec<(IndexId, u32)>,
    /// Sum of the opening balances of usable accounts.
    pub(in super::super) opening_cash: String,
    /// Cash to keep, in months of payments.
    pub(in super::super) reserve: Option<String>,
}

fn find<T: PartialEq>(known: &[(T, String)], id: &T) -> Option<String> {
    known.iter().find(|(known, _)| known == id).map(|(_, address)| address.clone())
}

impl Assumed {
    /// The opening balance of a treasury account.
    pub(in super::super) fn treasury(&self, source: &Source<'_>, account: AccountIndex) -> String {
        let id = source.registry.account_at(account).treasury;
        find(&self.treasury, &id).unwrap_or_else(|| "0".to_owned())
    }

    /// A claim or debt of the opening balance.
    pub(in super::super) fn opening(&self, id: OpeningId) -> Option<String> {
        find(&self.opening, &id)
    }

    /// A transfer.
    pub(in super::super) fn transfer(&self, id: TransferId) -> Option<String> {
        find(&self.transfers, &id)
    }

    /// A balance read on a bank statement.
    pub(in super::super) fn reading(&self, id: ReadingId) -> Option<String> {
        find(&self.readings, &id)
    }

    /// The level of an index in a month, to nine decimals as amounts use it.
    pub(in super::super) fn level(&self, source: &Source<'_>, id: IndexId, month: Month) -> Option<String> {
        self.level_cell(source, id, month, 2)
    }

    /// The level of an index in a month, as pay uses it.
    pub(in super::super) fn raw_level(
        &self,
        source: &Source<'_>,
        id: IndexId,
        month: Month,
    ) -> Option<String> {
        self.level_cell(source, id, month, 1)
    }

    fn level_cell(&self, source: &Source<'_>, id: IndexId, month: Month, below: u32) -> Option<String> {
        let index = source.plan.frame.assumptions.indexes.iter().find(|index| index.id == id)?;
        let (_, row) = self.levels.iter().find(|(known, _)| *known == id)?;
        let place = year_of(source, index, month) - year_of(source, index, source.timeline.first());
        let column = AMOUNT + u16::try_from(place).ok()?;
        Some(source.refs.fixed(Tab::Assumptions, row + below, column))
    }
}

/// The year by which an index names its step.
fn year_of(source: &Source<'_>, index: &Index, month: Month) -> i32 {
    match index.steps {
        IndexStep::January => month.year(),
        IndexStep::FiscalYear => source.timeline.fiscal_year(month).key(),
    }
}

/// The sheet and where its amounts stand.
pub(in super::super) fn sheet(source: &Source<'_>) -> (Sheet, Assumed) {
    let name = source.tab(Tab::Assumptions);
    let mut sheet = Sheet::new(&name, &name, (0, &source.word("assumptions-note")));
    sheet.widths = vec![(0, 0, 46.0), (1, 3, 17.0), (4, AMOUNT + 20, 13.0)];
    sheet.frozen = (2, 0);
    sheet.print = Print::OnePageWide { repeated: (0, 1) };
    let mut assumed = Assumed::default();
    let mut row = about::explain(source, &mut sheet, 3, COLUMNS);
    row = treasury(source, &mut sheet, row, &mut assumed);
    row = opening(source, &mut sheet, row, &mut assumed);
    row = transfers(source, &mut sheet, row, &mut assumed);
    row = readings(source, &mut sheet, row, &mut assumed);
    row = indexes(source, &mut sheet, row, &mut assumed);
    about::remarks(source, &mut sheet, row, COLUMNS);
    (sheet, assumed)
}

/// Begins a block: its title, and the heads of the columns; gives the first row below.
fn begin(source: &Source<'_>, sheet: &mut Sheet, row: u32, title: &str, heads: &[&str]) -> u32 {
    sheet.section(row, COLUMNS, &source.word(title));
    sheet.headers(row + 1, 0, &source.words(heads));
    row + 2
}

const AMOUNT_LOOK: Look = Look(Role::Input, Shape::Cents);
const CENTRED: Look = Look(Role::Plain, Shape::Centred);

fn treasury(source: &Source<'_>, sheet: &mut Sheet, row: u32, assumed: &mut Assumed) -> u32 {
    let heads = ["label", "account", "use", "overdraft", "opening-balance"];
    let mut row = begin(source, sheet, row, "assumptions-treasury", &heads);
    let first = row;
    // Usable accounts side by side, so that one sum adds them.
    let (usable, blocked): (Vec<_>, Vec<_>) =
        source.plan.treasury.iter().partition(|account| !account.blocked);
    let mut write = |row: u32, account: Option<&TreasuryAccount>| {
        let label = account.map_or_else(|| source.word("bank"), |account| account.label.clone());
        let is_blocked = account.is_some_and(|account| account.blocked);
        sheet.text(row, 0, &label, Role::Plain);
        if let Some(account) = account {
            sheet.shaped_text(row, 1, &account.account.to_string(), CENTRED);
            if let Some(limit) = account.overdraft_limit {
                sheet.cents(row, 3, limit.cents(), Look(Role::Plain, Shape::Cents));
            }
        }
        sheet.shaped_text(row, 2, &source.word(if is_blocked { "blocked" } else { "usable" }), CENTRED);
        sheet.cents(row, AMOUNT, account.map_or(0, |account| account.opening.cents()), AMOUNT_LOOK);
        let address = source.refs.fixed(Tab::Assumptions, row, AMOUNT);
        assumed.treasury.push((account.map(|account| account.id), address));
    };
    if source.plan.treasury.is_empty() {
        write(row, None);
        row += 1;
    }
    for account in &usable {
        write(row, Some(account));
        row += 1;
    }
    let end = row;
    for account in &blocked {
        write(row, Some(account));
        row += 1;
    }
    let address = |row| source.refs.fixed(Tab::Assumptions, row, AMOUNT);
    assumed.opening_cash = match end - first {
        0 => "0".to_owned(),
        1 => address(first),
        _ => {
            let last = address(end - 1);
            format!("SUM({}:{})", address(first), last.rsplit('!').next().unwrap_or_default())
        }
    };
    if let Some(target) = source.plan.frame.assumptions.reserve_months {
        sheet.text(row, 0, &source.word("reserve-months"), Role::Plain);
        sheet.decimal(row, AMOUNT, target.value(), Look(Role::Input, Shape::Decimal));
        assumed.reserve = Some(address(row));
        row += 1;
    }
    row + 2
}

fn opening(source: &Source<'_>, sheet: &mut Sheet, row: u32, assumed: &mut Assumed) -> u32 {
    let opening = &source.plan.frame.opening;
    if opening.items.is_empty() && opening.reserves.cents() == 0 {
        return row;
    }
    let heads = ["label", "account", "side", "due", "amount"];
    let mut row = begin(source, sheet, row, "assumptions-opening", &heads);
    for item in &opening.items {
        sheet.text(row, 0, &item.label, Role::Plain);
        sheet.shaped_text(row, 1, &item.account.to_string(), CENTRED);
        sheet.shaped_text(row, 2, &opening_side(source.language, item.side), CENTRED);
        sheet.shaped_text(row, 3, &month_short(source.language, item.due), CENTRED);
        sheet.cents(row, AMOUNT, item.amount.cents(), AMOUNT_LOOK);
        assumed.opening.push((item.id, source.refs.fixed(Tab::Assumptions, row, AMOUNT)));
        row += 1;
    }
    if opening.reserves.cents() != 0 {
        sheet.text(row, 0, &source.word("reserves"), Role::Plain);
        sheet.shaped_text(row, 1, "1068", CENTRED);
        sheet.cents(row, AMOUNT, opening.reserves.cents(), Look(Role::Derived, Shape::Cents));
        row += 1;
    }
    row + 2
}

fn transfers(source: &Source<'_>, sheet: &mut Sheet, row: u32, assumed: &mut Assumed) -> u32 {
    if source.plan.transfers.is_empty() {
        return row;
    }
    let heads = ["label", "from-account", "to-account", "month", "amount"];
    let mut row = begin(source, sheet, row, "assumptions-transfers", &heads);
    for transfer in &source.plan.transfers {
        sheet.wrapped(row, 0, &transfer.label, Role::Plain);
        sheet.wrapped(row, 1, source.plan.label(transfer.from.into()), Role::Plain);
        sheet.wrapped(row, 2, source.plan.label(transfer.to.into()), Role::Plain);
        sheet.shaped_text(row, 3, &month_short(source.language, transfer.month), CENTRED);
        sheet.cents(row, AMOUNT, transfer.amount.cents(), AMOUNT_LOOK);
        assumed.transfers.push((transfer.id, source.refs.fixed(Tab::Assumptions, row, AMOUNT)));
        row += 1;
    }
    row + 2
}

fn readings(source: &Source<'_>, sheet: &mut Sheet, row: u32, assumed: &mut Assumed) -> u32 {
    if source.plan.readings.is_empty() {
        return row;
    }
    let heads = ["label", "empty", "empty", "month", "amount"];
    let mut row = begin(source, sheet, row, "assumptions-readings", &heads);
    for reading in &source.plan.readings {
        sheet.text(row, 0, source.plan.label(reading.account.into()), Role::Plain);
        sheet.shaped_text(row, 3, &month_short(source.language, reading.month), CENTRED);
        sheet.cents(row, AMOUNT, reading.balance.cents(), AMOUNT_LOOK);
        assumed.readings.push((reading.id, source.refs.fixed(Tab::Assumptions, row, AMOUNT)));
        row += 1;
    }
    row + 2
}

/// Each index: its growth, its level, and the level to nine decimals that amounts use.
fn indexes(source: &Source<'_>, sheet: &mut Sheet, mut row: u32, assumed: &mut Assumed) -> u32 {
    let timeline = source.timeline;
    for index in &source.plan.frame.assumptions.indexes {
        let years = year_of(source, index, timeline.first())..=year_of(source, index, timeline.last());
        sheet.section(row, COLUMNS, &format!("{} – {}", source.word("index"), index.name));
        row += 1;
        sheet.text(row, 0, &index_step(source.language, index.steps), Role::Header);
        for column in 1..AMOUNT {
            sheet.blank(row, column, Look(Role::Header, Shape::Text));
        }
        for (label, below) in [("index-growth", 1), ("index-level", 2), ("index-level-used", 3)] {
            sheet.text(row + below, 0, &source.word(label), Role::Plain);
        }
        assumed.levels.push((index.id, row + 1));
        let mut level = Decimal::ONE;
        for (column, year) in (AMOUNT..).zip(years) {
            let is_first = column == AMOUNT;
            sheet.shaped_text(row, column, &year.to_string(), Look(Role::Header, Shape::Centred));
            let growth = index.by_year.get(&year).copied().unwrap_or(index.yearly).fraction();
            let shown = Look(Role::Plain, Shape::Level);
            if is_first {
                sheet.decimal(row + 2, column, level, shown);
            } else {
                level = level.saturating_mul(Decimal::ONE + growth);
                sheet.decimal(row + 1, column, growth, Look(Role::Input, Shape::Percent));
                let [before, rate] =
                    [(row + 2, column - 1), (row + 1, column)].map(|(r, c)| source.refs.here(r, c));
                sheet.formula_of(row + 2, column, format!("{before}*(1+{rate})"), &nearest(level), shown);
            }
            let used = level.clamp(Decimal::ZERO, Decimal::from(1_000_000)).round_dp(9);
            let formula = format!("ROUND(MIN(1000000,MAX(0,{})),9)", source.refs.here(row + 2, column));
            sheet.formula_of(row + 3, column, formula, &nearest(used), shown);
        }
        row += 6;
    }
    row
}

fn nearest(value: Decimal) -> f64 {
    super::super::cell::nearest(value)
}
