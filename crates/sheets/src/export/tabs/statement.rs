//! *Résultat*: the income statement of all years by account, to which the budgets and the summary point.

use std::collections::BTreeMap;

use previ_engine::account::AccountNumber;
use previ_words::account_label;

use super::super::cell::{Look, Role, Shape};
use super::super::grids::{FIRST_ROW, Grids, year_column};
use super::super::refs::{Rows, Tab};
use super::super::sheet::{Print, Sheet};
use super::super::source::Source;
use super::months::ACCOUNT_COLUMN;

/// The column of the first year.
const FIRST_YEAR: u16 = 2;

/// Where the rows of *Résultat* stand, and their amounts by year.
#[derive(Debug, Default)]
pub(in super::super) struct Placed {
    pub(in super::super) charges: Block,
    pub(in super::super) income: Block,
    pub(in super::super) in_kind_uses: Block,
    pub(in super::super) in_kind_resources: Block,
    pub(in super::super) result: Row,
    pub(in super::super) to_find: Row,
}

/// One side: its headings and its total.
#[derive(Debug, Default)]
pub(in super::super) struct Block {
    pub(in super::super) headings: Vec<Heading>,
    pub(in super::super) total: Row,
}

/// A two-digit heading with its accounts.
#[derive(Debug)]
pub(in super::super) struct Heading {
    pub(in super::super) account: AccountNumber,
    pub(in super::super) row: Row,
    pub(in super::super) accounts: Vec<(AccountNumber, Row)>,
}

/// A row and its amounts by year.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Row {
    pub(in super::super) row: u32,
    pub(in super::super) cents: Vec<i64>,
}

impl Row {
    /// The cell of a year on *Résultat* and its amount.
    pub(in super::super) fn year(&self, source: &Source<'_>, year: usize) -> (String, i64) {
        let address = source.refs.at(Tab::Statement, self.row, FIRST_YEAR + year as u16);
        (address, self.cents.get(year).copied().unwrap_or(0))
    }
}

/// The sheet and where its rows stand.
pub(in super::super) fn sheet(source: &Source<'_>, grids: &Grids) -> (Sheet, Placed) {
    let name = source.tab(Tab::Statement);
    let mut sheet = Sheet::new(&name, &source.word("statement-title"), (0, &source.word("statement-note")));
    let years = source.years.len();
    sheet.widths = vec![(0, 0, 9.0), (1, 1, 52.0), (2, FIRST_YEAR + years as u16, 14.0)];
    sheet.frozen = (FIRST_ROW, FIRST_YEAR);
    sheet.print = Print::OnePageWide { repeated: (FIRST_ROW - 1, FIRST_ROW - 1) };
    sheet.headers(FIRST_ROW - 1, 0, &source.words(&["account", "account-label"]));
    sheet.headers(FIRST_ROW - 1, FIRST_YEAR, &source.year_names());
    let mut amounts: BTreeMap<AccountNumber, Vec<i64>> = BTreeMap::new();
    for row in &grids.months {
        let cents = amounts.entry(row.account).or_insert_with(|| vec![0; years]);
        for (year, cents) in cents.iter_mut().enumerate() {
            *cents += row.year_cents(year);
        }
    }
    let mut writer = Writer { source, sheet: &mut sheet, keys: grids.month_rows(), next: FIRST_ROW };
    let charges = writer.block(&amounts, "charges", |account| account.class() == 6);
    let income = writer.block(&amounts, "income", |account| account.class() == 7);
    let result = writer.result(&charges.total, &income.total);
    let to_find = writer.missing(&result);
    let (mut in_kind_uses, mut in_kind_resources) = (Block::default(), Block::default());
    if amounts.keys().any(|account| account.class() == 8) {
        writer.next += 1;
        let is_resource = |account: AccountNumber| account.prefix(2) == 87;
        in_kind_uses =
            writer.block(&amounts, "in-kind-uses", |account| account.class() == 8 && !is_resource(account));
        in_kind_resources = writer.block(&amounts, "in-kind-resources", is_resource);
    }
    (sheet, Placed { charges, income, in_kind_uses, in_kind_resources, result, to_find })
}

struct Writer<'a> {
    source: &'a Source<'a>,
    sheet: &'a mut Sheet,
    keys: Rows,
    next: u32,
}

impl Writer<'_> {
    fn take(&mut self) -> u32 {
        self.next += 1;
        self.next - 1
    }

    fn block(
        &mut self,
        amounts: &BTreeMap<AccountNumber, Vec<i64>>,
        title: &str,
        is_in: impl Fn(AccountNumber) -> bool,
    ) -> Block {
        let row = self.take();
        let columns = FIRST_YEAR + self.source.years.len() as u16;
        self.sheet.section(row, columns, &self.source.word(title));
        let mut headings: Vec<Heading> = Vec::new();
        for (account, cents) in amounts.iter().filter(|(account, _)| is_in(**account)) {
            if headings.last().is_none_or(|last| last.account != account.heading()) {
                let row = Row { row: self.take(), cents: vec![0; cents.len()] };
                headings.push(Heading { account: account.heading(), row, accounts: Vec::new() });
            }
            let row = Row { row: self.take(), cents: cents.clone() };
            self.account(*account, &row);
            if let Some(heading) = headings.last_mut() {
                heading.row.cents.iter_mut().zip(cents).for_each(|(total, cents)| *total += cents);
                heading.accounts.push((*account, row));
            }
        }
        for heading in &headings {
            self.heading(heading);
        }
        let total = self.total(&headings, &format!("{title}-total"));
        Block { headings, total }
    }

    fn account(&mut self, account: AccountNumber, row: &Row) {
        let label = account_label(self.source.language, self.source.reference, account);
        let number = Look(Role::Plain, Shape::Whole);
        self.sheet.whole(row.row, 0, account.prefix(9).into(), number);
        self.sheet.wrapped(row.row, 1, &label, Role::Plain);
        let refs = &self.source.refs;
        for (year, cents) in row.cents.iter().enumerate() {
            let keys = refs.down(Tab::Months, ACCOUNT_COLUMN, &self.keys, true);
            let sums = refs.down(Tab::Months, year_column(year), &self.keys, false);
            let formula = format!("SUMIF({keys},$A{},{sums})", row.row + 1);
            let look = Look(Role::Plain, Shape::Cents);
            self.sheet.formula(row.row, FIRST_YEAR + year as u16, formula, *cents, look);
        }
    }

    fn heading(&mut self, heading: &Heading) {
        let label = account_label(self.source.language, self.source.reference, heading.account);
        let (row, number) = (heading.row.row, Look(Role::Subtotal, Shape::Whole));
        self.sheet.whole(row, 0, heading.account.prefix(9).into(), number);
        self.sheet.wrapped(row, 1, &label, Role::Subtotal);
        let last = row + heading.accounts.len() as u32;
        for (year, cents) in heading.row.cents.iter().enumerate() {
            let column = FIRST_YEAR + year as u16;
            let formula = format!("SUM({})", self.source.refs.here_span((row + 1, column), (last, column)));
            self.sheet.formula(row, column, formula, *cents, Look(Role::Subtotal, Shape::Cents));
        }
    }

    fn total(&mut self, headings: &[Heading], label: &str) -> Row {
        let row = self.take();
        self.sheet.blank(row, 0, Look(Role::Total, Shape::Text));
        self.sheet.text(row, 1, &self.source.word(label), Role::Total);
        let mut all = Row { row, cents: Vec::new() };
        for year in 0..self.source.years.len() {
            let column = FIRST_YEAR + year as u16;
            let cells: Vec<String> =
                headings.iter().map(|heading| self.source.refs.here(heading.row.row, column)).collect();
            let cents = headings.iter().filter_map(|heading| heading.row.cents.get(year)).sum();
            let formula = if cells.is_empty() { "0".to_owned() } else { cells.join("+") };
            self.sheet.formula(row, column, formula, cents, Look(Role::Total, Shape::Cents));
            all.cents.push(cents);
        }
        all
    }

    fn result(&mut self, charges: &Row, income: &Row) -> Row {
        self.next += 1;
        let row = self.take();
        let here = |row: &Row, column| self.source.refs.here(row.row, column);
        let formula = |column| format!("ROUND({}-{},2)", here(income, column), here(charges, column));
        let cents = income.cents.iter().zip(&charges.cents).map(|(income, charges)| income - charges);
        self.line(Row { row, cents: cents.collect() }, "result", formula)
    }

    fn missing(&mut self, result: &Row) -> Row {
        let row = self.take();
        let formula = |column| format!("MAX(0,-{})", self.source.refs.here(result.row, column));
        let cents = result.cents.iter().map(|cents| (-cents).max(0));
        self.line(Row { row, cents: cents.collect() }, "to-find", formula)
    }

    fn line(&mut self, row: Row, label: &str, formula: impl Fn(u16) -> String) -> Row {
        let formulas: Vec<String> = (FIRST_YEAR..).take(row.cents.len()).map(formula).collect();
        self.sheet.blank(row.row, 0, Look(Role::Total, Shape::Text));
        self.sheet.text(row.row, 1, &self.source.word(label), Role::Total);
        for ((column, formula), cents) in (FIRST_YEAR..).zip(formulas).zip(&row.cents) {
            self.sheet.formula(row.row, column, formula, *cents, Look(Role::Total, Shape::Cents));
        }
        row
    }
}
