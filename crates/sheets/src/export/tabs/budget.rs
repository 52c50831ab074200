//! *Budget*: one sheet per year, charges on the left and income on the right, as a French budget is read.

use previ_engine::account::AccountNumber;
use previ_engine::diagnostic::Arg;
use previ_words::{account_label, text_with};

use super::super::cell::{Look, Role, Shape};
use super::super::grids::FIRST_ROW;
use super::super::sheet::Sheet;
use super::super::source::Source;
use super::statement::{Block, Placed, Row};

/// First column of income.
const INCOME: u16 = 4;

/// The budget of a year, counted from 0.
pub(in super::super) fn sheet(source: &Source<'_>, statement: &Placed, year: usize) -> Sheet {
    let year_name = source.year_names().get(year).cloned().unwrap_or_default();
    let name = format!("{} {year_name}", source.word("tab-budget"));
    let title = format!("{} {year_name}", source.word("budget-title"));
    let mut sheet = Sheet::new(&name, &title, (0, &subtitle(source, year)));
    sheet.widths = vec![(0, 0, 8.0), (1, 1, 48.0), (2, 2, 14.0), (3, 3, 2.0)];
    sheet.widths.extend([(4, 4, 8.0), (5, 5, 48.0), (6, 6, 14.0)]);
    sheet.frozen = (FIRST_ROW, 0);
    let mut writer = Writer { source, sheet: &mut sheet, year };
    writer.heads(FIRST_ROW - 1, ["charges", "income"]);
    let row = writer.sides(FIRST_ROW, &statement.charges, &statement.income);
    let row = writer.closing(row, statement);
    if !statement.in_kind_uses.headings.is_empty() {
        writer.heads(row, ["in-kind-uses", "in-kind-resources"]);
        let row = writer.sides(row + 1, &statement.in_kind_uses, &statement.in_kind_resources);
        writer.total(row, 0, "in-kind-uses-total", &statement.in_kind_uses.total);
        writer.total(row, INCOME, "in-kind-resources-total", &statement.in_kind_resources.total);
    }
    sheet
}

fn subtitle(source: &Source<'_>, year: usize) -> String {
    let Some(year) = source.years.get(year) else { return String::new() };
    let args = [("first", Arg::Month(year.first)), ("last", Arg::Month(year.last()))];
    let dates = text_with(source.language, "export-from-to", &args);
    format!("{} – {dates}", source.plan.frame.association.name)
}

struct Writer<'a> {
    source: &'a Source<'a>,
    sheet: &'a mut Sheet,
    year: usize,
}

impl Writer<'_> {
    fn heads(&mut self, row: u32, titles: [&str; 2]) {
        for (title, column) in titles.into_iter().zip([0, INCOME]) {
            let heads = [self.source.word("account"), self.source.word(title), self.source.word("amount")];
            self.sheet.headers(row, column, &heads);
        }
    }

    /// Both sides from `row` on; gives the first row below the longer one.
    fn sides(&mut self, row: u32, left: &Block, right: &Block) -> u32 {
        let ends = [(0, left), (INCOME, right)].map(|(column, block)| {
            let mut next = row;
            for heading in &block.headings {
                self.account(next, column, heading.account, &heading.row, Role::Subtotal);
                next += 1;
                for (account, row) in &heading.accounts {
                    self.account(next, column, *account, row, Role::Plain);
                    next += 1;
                }
            }
            next
        });
        ends[0].max(ends[1])
    }

    fn account(&mut self, row: u32, column: u16, account: AccountNumber, from: &Row, role: Role) {
        let label = account_label(self.source.language, self.source.reference, account);
        self.sheet.whole(row, column, account.prefix(9).into(), Look(role, Shape::Whole));
        self.sheet.wrapped(row, column + 1, &label, role);
        let (address, cents) = from.year(self.source, self.year);
        self.sheet.formula(row, column + 2, address, cents, Look(role, Shape::Cents));
    }

    fn total(&mut self, row: u32, column: u16, label: &str, from: &Row) -> i64 {
        let (address, cents) = from.year(self.source, self.year);
        self.amount(row, column, label, address, cents);
        cents
    }

    fn amount(&mut self, row: u32, column: u16, label: &str, formula: String, cents: i64) {
        self.sheet.blank(row, column, Look(Role::Total, Shape::Text));
        self.sheet.text(row, column + 1, &self.source.word(label), Role::Total);
        self.sheet.formula(row, column + 2, formula, cents, Look(Role::Total, Shape::Cents));
    }

    /// The totals of both sides, made equal by the excess or the deficit; what is to be found beside.
    fn closing(&mut self, row: u32, statement: &Placed) -> u32 {
        let charges = self.total(row, 0, "charges-total", &statement.charges.total);
        let income = self.total(row, INCOME, "income-total", &statement.income.total);
        let (result, cents) = statement.result.year(self.source, self.year);
        self.amount(row + 1, 0, "excess", format!("MAX(0,{result})"), cents.max(0));
        self.amount(row + 1, INCOME, "deficit", format!("MAX(0,-{result})"), (-cents).max(0));
        let refs = &self.source.refs;
        let both = [(0, charges + cents.max(0)), (INCOME, income + (-cents).max(0))];
        for (column, total) in both {
            let [first, last] = [row, row + 1].map(|row| refs.here(row, column + 2));
            self.amount(row + 2, column, "grand-total", format!("{first}+{last}"), total);
        }
        let (to_find, cents) = statement.to_find.year(self.source, self.year);
        self.sheet.text(row + 4, INCOME + 1, &self.source.word("to-find"), Role::Subtotal);
        self.sheet.formula(row + 4, INCOME + 2, to_find, cents, Look(Role::Subtotal, Shape::Cents));
        self.sheet.text(row + 5, INCOME + 1, &self.source.word("to-find-note"), Role::Note);
        row + 7
    }
}
