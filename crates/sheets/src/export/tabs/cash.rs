//! *Trésorerie*: the cash forecast by month, each year closed by its total.

use previ_engine::cash::{CashForecast, CashLine, CashRow};
use previ_words::cash_row;

use super::super::cell::{Look, Role, Shape};
use super::super::grids::{FIRST_ROW, month_column};
use super::super::refs::Tab;
use super::super::sheet::{Print, Sheet};
use super::super::source::Source;
use super::super::style::serial;
use super::assumptions::Assumed;
use super::money::{self, ROW_COLUMN, row_number};

/// The column of the first month.
const FIRST_MONTH: u16 = 2;

/// The column of a month, counted from 0; a total follows each twelve.
pub(super) fn column(month: usize) -> u16 {
    FIRST_MONTH + (month + month / 12) as u16
}

/// The column of a year's total.
pub(super) fn year_column(year: usize) -> u16 {
    FIRST_MONTH + (13 * year + 12) as u16
}

/// Where the rows that the summary looks at stand.
pub(in super::super) struct Placed {
    pub(super) opening: u32,
    pub(super) closing: u32,
    pub(super) worst: u32,
    /// The month of the lowest month end of each year.
    pub(super) lowest: u32,
    /// The months that end below zero, and those inside which cash may be short.
    pub(super) negative_end: u32,
    pub(super) negative_inside: u32,
}

/// The sheet and where its rows stand.
pub(in super::super) fn sheet(
    source: &Source<'_>,
    money: &money::Placed,
    assumed: &Assumed,
    forecast: &CashForecast,
) -> (Sheet, Placed) {
    let name = source.tab(Tab::Cash);
    let mut sheet = Sheet::new(&name, &source.word("cash-title"), (FIRST_MONTH, &source.word("cash-note")));
    let years = source.years.len();
    let last = year_column(years - 1);
    sheet.widths = vec![(0, 0, 4.5), (1, 1, 40.0), (FIRST_MONTH, last, 11.5)];
    sheet.frozen = (FIRST_ROW, FIRST_MONTH);
    sheet.print = Print::PageByYear {
        breaks: (1..years).map(|year| column(year * 12).into()).collect(),
        repeated: (FIRST_ROW - 1, FIRST_ROW - 1),
        repeated_columns: (0, 1),
        scale: 57,
    };
    let mut writer = Writer { source, money, assumed, forecast, sheet: &mut sheet, next: FIRST_ROW };
    let placed = writer.write();
    (sheet, placed)
}

struct Writer<'a> {
    source: &'a Source<'a>,
    money: &'a money::Placed,
    assumed: &'a Assumed,
    forecast: &'a CashForecast,
    sheet: &'a mut Sheet,
    next: u32,
}

/// What the total of a year is.
#[derive(Clone, Copy)]
enum OfYear {
    First,
    Sum,
    Lowest,
    Last,
}

impl Writer<'_> {
    fn take(&mut self) -> u32 {
        self.next += 1;
        self.next - 1
    }

    fn here(&self, row: u32, column: u16) -> String {
        self.source.refs.here(row, column)
    }

    fn write(&mut self) -> Placed {
        let forecast = self.forecast;
        self.heads(FIRST_ROW - 1);
        let opening = self.take();
        let (receipts, payments) = self.groups();
        let [received, paid] =
            [("receipts", &receipts), ("payments", &payments)].map(|(title, rows)| self.group(title, rows));
        self.next += 1;
        let closing = self.take();
        let worst = self.take();
        self.amounts(
            opening,
            "cash-opening",
            Role::Total,
            OfYear::First,
            &forecast.opening_cents,
            |this, month| match month.checked_sub(1) {
                Some(before) => this.here(closing, column(before)),
                None => this.assumed.opening_cash.clone(),
            },
        );
        self.amounts(
            closing,
            "cash-closing",
            Role::Total,
            OfYear::Last,
            &forecast.closing_cents,
            |this, month| {
                let [opening, received, paid] =
                    [opening, received, paid].map(|row| this.here(row, column(month)));
                format!("ROUND({opening}+{received}+{paid},2)")
            },
        );
        self.amounts(
            worst,
            "cash-worst",
            Role::Plain,
            OfYear::Lowest,
            &forecast.worst_cents,
            |this, month| {
                let moves = this.moves(month);
                format!("ROUND({}+SUMIF({moves},\"<0\"),2)", this.here(opening, column(month)))
            },
        );
        self.reserve(opening, worst);
        self.balances();
        let columns = (column(0), column(self.source.months.len() - 1));
        self.sheet.warned.push((closing, columns.0, columns.1 + 1));
        self.sheet.warned.push((worst, columns.0, columns.1 + 1));
        self.next += 1;
        let row = self.take();
        self.sheet.section(row, columns.1 + 2, &self.source.word("landmarks-title"));
        let lowest = self.lowest(closing);
        let negative_end = self.negative("negative-end", closing, &forecast.closing_cents);
        let negative_inside = self.negative("negative-inside", worst, &forecast.worst_cents);
        Placed { opening, closing, worst, lowest, negative_end, negative_inside }
    }

    fn heads(&mut self, row: u32) {
        self.sheet.headers(row, 0, &self.source.words(&["row-number", "cash-row"]));
        for (place, month) in self.source.months.iter().enumerate() {
            self.sheet.whole(row, column(place), serial(*month), Look(Role::Header, Shape::Month));
        }
        for (year, name) in self.source.year_names().into_iter().enumerate() {
            let total = format!("{} {name}", self.source.word("total"));
            self.sheet.shaped_text(row, year_column(year), &total, Look(Role::Header, Shape::Wrapped));
        }
    }

    /// The rows that occur on *Règlements*, receipts and payments apart.
    fn groups(&self) -> (Vec<CashLine>, Vec<CashLine>) {
        let known = || self.forecast.receipts.iter().chain(&self.forecast.payments);
        let line = |row: &CashRow| {
            let cents = known().find(|line| line.row == *row).map(|line| line.cents.clone());
            CashLine { row: *row, cents: cents.unwrap_or_else(|| vec![0; self.source.months.len()]) }
        };
        self.money.cash_rows.iter().map(line).partition(|line| line.row.is_receipt())
    }

    /// The money of a month on *Règlements*.
    fn moves(&self, month: usize) -> String {
        let column = month_column(self.source.years.len(), month);
        self.source.refs.down(Tab::Money, column, &self.money.counted, false)
    }

    /// A group of rows with its total, whose row is given.
    fn group(&mut self, title: &str, lines: &[CashLine]) -> u32 {
        let title_row = self.take();
        let columns = year_column(self.source.years.len() - 1) + 1;
        self.sheet.section(title_row, columns, &self.source.word(title));
        for line in lines {
            let row = self.take();
            let keys = self.source.refs.down(Tab::Money, ROW_COLUMN, &self.money.counted, true);
            self.sheet.whole(row, 0, row_number(line.row), Look(Role::Note, Shape::Whole));
            let label = cash_row(self.source.language, line.row);
            self.labelled(row, &label, Role::Plain, OfYear::Sum, &line.cents, |this, month| {
                format!("SUMIF({keys},$A{},{})", row + 1, this.moves(month))
            });
        }
        let total = self.take();
        let cents: Vec<i64> = (0..self.source.months.len())
            .map(|month| lines.iter().filter_map(|line| line.cents.get(month)).sum())
            .collect();
        let label = format!("{title}-total");
        self.amounts(total, &label, Role::Subtotal, OfYear::Sum, &cents, |this, month| {
            let column = column(month);
            if total == title_row + 1 {
                return "0".to_owned();
            }
            format!("SUM({})", this.source.refs.here_span((title_row + 1, column), (total - 1, column)))
        });
        total
    }

    fn amounts(
        &mut self,
        row: u32,
        label: &str,
        role: Role,
        of_year: OfYear,
        cents: &[i64],
        formula: impl Fn(&Self, usize) -> String,
    ) {
        let label = self.source.word(label);
        self.sheet.blank(row, 0, Look(role, Shape::Text));
        self.labelled(row, &label, role, of_year, cents, formula);
    }

    fn labelled(
        &mut self,
        row: u32,
        label: &str,
        role: Role,
        of_year: OfYear,
        cents: &[i64],
        formula: impl Fn(&Self, usize) -> String,
    ) {
        self.sheet.text(row, 1, label, role);
        let look = Look(role, Shape::Flow);
        for (month, cents) in cents.iter().enumerate() {
            let formula = formula(self, month);
            self.sheet.formula(row, column(month), formula, *cents, look);
        }
        for (year, months) in cents.chunks(12).enumerate() {
            let [first, last] = [year * 12, year * 12 + months.len() - 1].map(column);
            let span = self.source.refs.here_span((row, first), (row, last));
            let (formula, cents) = match of_year {
                OfYear::First => (self.here(row, first), months.first().copied()),
                OfYear::Sum => (format!("SUM({span})"), Some(months.iter().sum())),
                OfYear::Lowest => (format!("MIN({span})"), months.iter().min().copied()),
                OfYear::Last => (self.here(row, last), months.last().copied()),
            };
            let role = if role == Role::Plain { Role::Subtotal } else { role };
            let look = Look(role, Shape::Flow);
            self.sheet.formula(row, year_column(year), formula, cents.unwrap_or(0), look);
        }
    }

    /// The cash to keep: the target in months times a twelfth of what the year pays, which is what lies
    /// between the opening and the worst of each month.
    fn reserve(&mut self, opening: u32, worst: u32) {
        let (Some(target), Some(cents)) = (self.assumed.reserve.clone(), &self.forecast.reserve_cents) else {
            return;
        };
        let row = self.take();
        self.amounts(row, "cash-reserve", Role::Plain, OfYear::Last, cents, |this, month| {
            let [first, last] = [month / 12 * 12, month / 12 * 12 + 11].map(column);
            let [opening, worst] =
                [opening, worst].map(|row| this.source.refs.here_span((row, first), (row, last)));
            format!("ROUND(ROUND(SUM({opening})-SUM({worst}),2)*{target}/12,2)")
        });
    }

    /// The balance of each account, where there are several.
    fn balances(&mut self) {
        if self.money.balances.len() < 2 {
            return;
        }
        self.next += 1;
        let title = self.take();
        let columns = year_column(self.source.years.len() - 1) + 1;
        self.sheet.section(title, columns, &self.source.word("balances-title"));
        let money = self.money;
        for balance in &money.balances {
            let row = self.take();
            self.sheet.blank(row, 0, Look(Role::Plain, Shape::Text));
            self.labelled(row, &balance.name, Role::Plain, OfYear::Last, &balance.cents, |this, month| {
                let column = month_column(this.source.years.len(), month);
                this.source.refs.at(Tab::Money, balance.row, column)
            });
        }
    }

    /// The month of the lowest month end of each year.
    fn lowest(&mut self, closing: u32) -> u32 {
        let forecast = self.forecast;
        let row = self.take();
        let low: Vec<i64> =
            forecast.closing_cents.chunks(12).filter_map(|year| year.iter().min().copied()).collect();
        self.marks(row, "lowest-month", |this, month| {
            let [first, last] = [month / 12 * 12, month / 12 * 12 + 11].map(|month| (closing, column(month)));
            let span = this.source.refs.here_span(first, last);
            let is_lowest = forecast.closing_cents.get(month) == low.get(month / 12);
            (format!("{}=MIN({span})", this.here(closing, column(month))), is_lowest)
        });
        row
    }

    /// The months in which a row is below zero.
    fn negative(&mut self, label: &str, of: u32, cents: &[i64]) -> u32 {
        let row = self.take();
        self.marks(row, label, |this, month| {
            let is_below = cents.get(month).is_some_and(|cents| *cents < 0);
            (format!("{}<0", this.here(of, column(month))), is_below)
        });
        row
    }

    /// The months for which a condition holds, and the first of them in each year.
    fn marks(&mut self, row: u32, label: &str, condition: impl Fn(&Self, usize) -> (String, bool)) {
        self.sheet.text(row, 1, &self.source.word(label), Role::Note);
        let look = Look(Role::Note, Shape::Month);
        let mut found = Vec::new();
        for (place, month) in self.source.months.iter().enumerate() {
            let (condition, holds) = condition(self, place);
            let head = format!("{}${}", column_letters(&self.here(0, column(place))), FIRST_ROW);
            // A text stands for no: the lowest of several cells looks at numbers alone.
            let formula = format!("IF({condition},{head},\"–\")");
            let result = if holds { serial(*month).to_string() } else { "–".to_owned() };
            self.sheet.formula_of(row, column(place), formula, &result, look);
            found.push(holds.then(|| serial(*month)));
        }
        for (year, months) in found.chunks(12).enumerate() {
            let [first, last] = [year * 12, year * 12 + 11].map(|month| (row, column(month)));
            let lowest = format!("MIN({})", self.source.refs.here_span(first, last));
            let formula = format!("IF({lowest}=0,\"–\",{lowest})");
            let first = months.iter().flatten().min().map_or_else(|| "–".to_owned(), i64::to_string);
            self.sheet.formula_of(row, year_column(year), formula, &first, look);
        }
    }
}

/// The letters of an address.
fn column_letters(address: &str) -> &str {
    address.trim_end_matches(|c: char| c.is_ascii_digit())
}
