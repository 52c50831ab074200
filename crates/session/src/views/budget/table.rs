//! The rows of the budget with their cents by month, made once for a view.

use std::collections::{BTreeMap, HashMap};

use previ_engine::account::AccountNumber;
use previ_engine::figure::usual_side;
use previ_engine::id::ItemId;
use previ_engine::plan::Plan;
use previ_engine::view::View;

use super::row::{Block, RowKey};

/// Every row of the budget, folded or not, in the order of the page.
#[derive(Debug)]
pub(crate) struct BudgetTable {
    pub(crate) rows: Vec<TableRow>,
    months: usize,
    /// Cents by row, then month.
    cents: Vec<i64>,
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TableRow {
    pub(crate) key: RowKey,
    pub(crate) depth: u8,
    /// Place of the budget line in the plan, for rows of lines.
    pub(crate) line: Option<usize>,
    /// How many rows after it stand below it.
    pub(crate) below: usize,
    /// Whether the view has any entry of its item.
    pub(crate) posted: bool,
}

/// What one item adds to one account, by month.
type Movements = BTreeMap<(AccountNumber, Order, ItemId), Option<Vec<i64>>>;

/// Lines in the order of the plan first, then what is computed from other items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Order {
    Line(usize),
    Other,
}

impl BudgetTable {
    pub(crate) fn new(view: &View) -> Self {
        let plan = view.plan();
        let mut table = Self { rows: Vec::new(), months: view.timeline().month_count(), cents: Vec::new() };
        let mut movements = movements(view, plan);
        for block in [Block::Charges, Block::Income] {
            table.add_block(block, &mut movements);
        }
        let charges = table.total_of(Block::Charges);
        let income = table.total_of(Block::Income);
        let result: Vec<i64> =
            income.iter().zip(&charges).map(|(income, charges)| income - charges).collect();
        table.push(TableRow::computed(RowKey::Result), &result);
        // What is to be found is that of a year: months have none.
        table.push(TableRow::computed(RowKey::ToFind), &[]);
        if movements.keys().any(|(account, _, _)| account.class() == 8) {
            for block in [Block::InKindUses, Block::InKindResources] {
                table.add_block(block, &mut movements);
            }
        }
        table
    }

    /// The cents of a row by month.
    pub(crate) fn cents(&self, row: usize) -> &[i64] {
        self.cents.get(row * self.months..(row + 1) * self.months).unwrap_or_default()
    }

    /// The place of a row.
    pub(crate) fn place(&self, key: RowKey) -> Option<usize> {
        self.rows.iter().position(|row| row.key == key)
    }

    fn total_of(&self, block: Block) -> Vec<i64> {
        self.place(RowKey::Total(block)).map_or_else(Vec::new, |row| self.cents(row).to_vec())
    }

    fn push(&mut self, row: TableRow, cents: &[i64]) -> usize {
        self.rows.push(row);
        self.cents.extend_from_slice(cents);
        self.cents.resize(self.rows.len() * self.months, 0);
        self.rows.len() - 1
    }

    fn add_to(&mut self, row: usize, cents: &[i64]) {
        for (total, part) in self.cents.iter_mut().skip(row * self.months).zip(cents) {
            *total += part;
        }
    }

    /// Moves the accounts of a block from the movements to the table.
    fn add_block(&mut self, block: Block, movements: &mut Movements) {
        let title = self.push(TableRow::computed(RowKey::Block(block)), &[]);
        let mut total = vec![0; self.months];
        let (mut heading, mut account) = (None, None);
        let nothing = vec![0; self.months];
        let of_block = movements.extract_if(.., |(number, _, _), _| Block::of(*number) == Some(block));
        let of_block: Vec<_> = of_block.collect();
        for ((number, order, item), cents) in of_block {
            let posted = cents.is_some();
            let cents = cents.as_ref().unwrap_or(&nothing);
            let top = match heading {
                Some((known, row)) if known == number.heading() => row,
                _ => {
                    let row = TableRow { depth: 1, ..TableRow::computed(RowKey::Heading(number.heading())) };
                    let row = self.push(row, &[]);
                    heading = Some((number.heading(), row));
                    row
                }
            };
            let middle = match account {
                Some((known, row)) if known == number => row,
                _ => {
                    let row = TableRow { depth: 2, ..TableRow::computed(RowKey::Account(number)) };
                    let row = self.push(row, &[]);
                    account = Some((number, row));
                    row
                }
            };
            let line = match order {
                Order::Line(place) => Some(place),
                Order::Other => None,
            };
            let row = TableRow { key: RowKey::Item(number, item), depth: 3, line, below: 0, posted };
            self.push(row, cents);
            self.add_to(top, cents);
            self.add_to(middle, cents);
            for (total, part) in total.iter_mut().zip(cents) {
                *total += part;
            }
        }
        self.count_below(title);
        self.push(TableRow::computed(RowKey::Total(block)), &total);
    }

    /// Counts, from `start` on, how many rows stand below each one.
    fn count_below(&mut self, start: usize) {
        for place in start..self.rows.len() {
            let depth = self.rows[place].depth;
            let below = self.rows[place + 1..].iter().take_while(|row| row.depth > depth).count();
            self.rows[place].below = below;
        }
    }
}

impl TableRow {
    fn computed(key: RowKey) -> Self {
        Self { key, depth: 0, line: None, below: 0, posted: true }
    }
}

/// What each item adds to each account of classes 6 to 8, lines without entries included.
fn movements(view: &View, plan: &Plan) -> Movements {
    let months = view.timeline().month_count();
    let places: HashMap<ItemId, usize> =
        plan.lines.iter().enumerate().map(|(place, line)| (line.id.into(), place)).collect();
    let mut found = Movements::new();
    for (place, line) in plan.lines.iter().enumerate() {
        found.insert((line.account, Order::Line(place), line.id.into()), None);
    }
    let accounts = view.registry().accounts();
    // 0 for what is no flow.
    let side = |number: AccountNumber| if number.class() < 6 { 0 } else { usual_side(number) };
    let sides: Vec<i64> = accounts.iter().map(|account| side(account.number)).collect();
    for segment in view.segments() {
        let order = places.get(&segment.item).map_or(Order::Other, |place| Order::Line(*place));
        // An item has two or three accounts at most: looking through them is faster than any map.
        let mut rows: Vec<(usize, Vec<i64>)> = Vec::new();
        for entry in segment.entries() {
            let Some(month) = usize::from(entry.month.0).checked_sub(1) else { continue };
            for (index, cents) in [(entry.debit, entry.amount_cents), (entry.credit, -entry.amount_cents)] {
                let account = usize::from(index.0);
                let side = sides.get(account).copied().unwrap_or(0);
                if side == 0 {
                    continue;
                }
                let place = rows.iter().position(|(known, _)| *known == account).unwrap_or_else(|| {
                    rows.push((account, vec![0; months]));
                    rows.len() - 1
                });
                rows[place].1[month] += cents * side;
            }
        }
        for (account, cents) in rows {
            let row = found.entry((accounts[account].number, order, segment.item)).or_default();
            match row {
                None => *row = Some(cents),
                Some(row) => row.iter_mut().zip(cents).for_each(|(total, part)| *total += part),
            }
        }
    }
    found
}
