//! *Synthèse*: the page a board reads first.

use previ_engine::cash::CashForecast;
use previ_engine::certainty::Certainty;
use previ_engine::diagnostic::Arg;
use previ_engine::month::Month;
use previ_words::{certainty, text_with, view};

use super::super::cell::{Look, Role, Shape};
use super::super::grids::{FIRST_ROW, Grids, year_column};
use super::super::refs::Tab;
use super::super::sheet::{Curve, Sheet};
use super::super::source::Source;
use super::super::style::serial;
use super::months::{CERTAINTY_COLUMN, CLASS_COLUMN, level};
use super::{cash, statement};

/// The column of the first year.
const FIRST_YEAR: u16 = 1;

/// What the summary points to.
pub(in super::super) struct Sources<'a> {
    pub(in super::super) grids: &'a Grids,
    pub(in super::super) statement: &'a statement::Placed,
    pub(in super::super) cash: &'a cash::Placed,
    pub(in super::super) forecast: &'a CashForecast,
    pub(in super::super) curve: &'a Curve,
}

/// The sheet.
pub(in super::super) fn sheet(source: &Source<'_>, from: &Sources<'_>) -> Sheet {
    let name = source.word("tab-summary");
    let mut sheet = Sheet::new(&name, &source.plan.frame.association.name, (0, &subtitle(source)));
    let years = source.years.len() as u16;
    sheet.widths = vec![(0, 0, 52.0), (1, years.max(5), 15.0)];
    sheet.frozen = (FIRST_ROW, 1);
    sheet.text(2, 0, &source.word("summary-note"), Role::Note);
    let mut writer = Writer { source, from, sheet: &mut sheet, next: FIRST_ROW };
    writer.result();
    writer.funding();
    writer.cash();
    let row = writer.next;
    sheet.curve = Some(Curve { row, ..from.curve.clone() });
    sheet
}

fn subtitle(source: &Source<'_>) -> String {
    let args = [("first", Arg::Month(source.timeline.first())), ("last", Arg::Month(source.timeline.last()))];
    let dates = text_with(source.language, "export-from-to", &args);
    let counted = view(source.language, source.view.certainty);
    let counted = text_with(source.language, "export-view-counted", &[("view", Arg::Text(counted))]);
    format!("{} {dates} – {counted}", source.word("budget-title"))
}

struct Writer<'a> {
    source: &'a Source<'a>,
    from: &'a Sources<'a>,
    sheet: &'a mut Sheet,
    next: u32,
}

impl Writer<'_> {
    fn take(&mut self) -> u32 {
        self.next += 1;
        self.next - 1
    }

    fn block(&mut self, title: &str) {
        let row = self.take();
        self.sheet.shaped_text(row, 0, &self.source.word(title), Look(Role::Header, Shape::Text));
        self.sheet.headers(row, FIRST_YEAR, &self.source.year_names());
    }

    /// A row of amounts: formula and cents of each year.
    fn amounts(&mut self, label: &str, role: Role, amounts: Vec<(String, i64)>) {
        let row = self.take();
        self.sheet.text(row, 0, label, role);
        for (column, (formula, cents)) in (FIRST_YEAR..).zip(amounts) {
            self.sheet.formula(row, column, formula, cents, Look(role, Shape::Euros));
        }
    }

    fn of_row(&self, row: &statement::Row) -> Vec<(String, i64)> {
        (0..self.source.years.len()).map(|year| row.year(self.source, year)).collect()
    }

    fn result(&mut self) {
        self.block("summary-result");
        let statement = self.from.statement;
        let rows = [
            ("income-total", Role::Plain, &statement.income.total),
            ("charges-total", Role::Plain, &statement.charges.total),
            ("result", Role::Total, &statement.result),
            ("to-find", Role::Subtotal, &statement.to_find),
        ];
        for (label, role, row) in rows {
            self.amounts(&self.source.word(label), role, self.of_row(row));
        }
        if !statement.in_kind_uses.headings.is_empty() {
            let label = self.source.word("in-kind-title");
            self.amounts(&label, Role::Plain, self.of_row(&statement.in_kind_uses.total));
        }
        self.next += 1;
    }

    /// Income by how sure it is.
    fn funding(&mut self) {
        self.block("summary-certainty");
        let first = self.next + 1;
        let keys = self.from.grids.month_rows();
        let mut levels: Vec<(String, Vec<(String, i64)>)> = Vec::new();
        let refs = &self.source.refs;
        for sure in Certainty::ALL.into_iter().rev() {
            let amounts = (0..self.source.years.len()).map(|year| {
                let rows = self.from.grids.months.iter();
                let wanted = rows.filter(|row| row.certainty == Some(sure) && row.account.class() == 7);
                let cents = wanted.map(|row| row.year_cents(year)).sum();
                let sums = refs.down(Tab::Months, year_column(year), &keys, false);
                let [classes, certainties] = [CLASS_COLUMN, CERTAINTY_COLUMN]
                    .map(|column| refs.down(Tab::Months, column, &keys, true));
                (format!("SUMIFS({sums},{classes},7,{certainties},{})", level(sure)), cents)
            });
            levels.push((certainty(self.source.language, sure), amounts.collect()));
        }
        // Own income is what no agreement pays.
        let own: Vec<(String, i64)> = (0..self.source.years.len())
            .map(|year| {
                let (total, cents) = self.from.statement.income.total.year(self.source, year);
                let column = FIRST_YEAR + year as u16;
                let last = first + levels.len() as u32 - 1;
                let span = refs.here_span((first, column), (last, column));
                let funded: i64 =
                    levels.iter().filter_map(|(_, amounts)| amounts.get(year)).map(|(_, c)| c).sum();
                (format!("ROUND({total}-SUM({span}),2)"), cents - funded)
            })
            .collect();
        self.amounts(&self.source.word("own-income"), Role::Plain, own);
        for (label, amounts) in levels {
            let args = [("level", Arg::Text(label))];
            let label = text_with(self.source.language, "export-funding-level", &args);
            self.amounts(&label, Role::Plain, amounts);
        }
        self.amounts(
            &self.source.word("income-total"),
            Role::Total,
            self.of_row(&self.from.statement.income.total),
        );
        self.next += 1;
    }

    fn cash(&mut self) {
        self.block("summary-cash");
        let (placed, forecast) = (self.from.cash, self.from.forecast);
        let of = |row: u32, year: usize| self.source.refs.at(Tab::Cash, row, cash::year_column(year));
        let by_year = |row: u32, cents: &[i64], pick: &dyn Fn(&[i64]) -> Option<i64>| -> Vec<(String, i64)> {
            let years = cents.chunks(12).enumerate();
            years.map(|(year, months)| (of(row, year), pick(months).unwrap_or(0))).collect()
        };
        let opening = by_year(placed.opening, &forecast.opening_cents, &|months| months.first().copied());
        let closing = by_year(placed.closing, &forecast.closing_cents, &|months| months.last().copied());
        let worst = by_year(placed.worst, &forecast.worst_cents, &|months| months.iter().min().copied());
        let lowest: Vec<(String, i64)> = forecast
            .closing_cents
            .chunks(12)
            .enumerate()
            .map(|(year, months)| {
                let [first, last] = [year * 12, year * 12 + 11].map(cash::column);
                let span = self.source.refs.across(Tab::Cash, placed.closing, first, last);
                (format!("MIN({span})"), months.iter().min().copied().unwrap_or(0))
            })
            .collect();
        let lowest_months: Vec<Option<Month>> =
            forecast.low_points.iter().map(|(month, _)| Some(*month)).collect();
        self.amounts(&self.source.word("cash-opening"), Role::Plain, opening);
        self.amounts(&self.source.word("cash-closing"), Role::Total, closing);
        self.amounts(&self.source.word("cash-lowest"), Role::Plain, lowest);
        self.months("lowest-month", placed.lowest, &lowest_months);
        self.amounts(&self.source.word("cash-worst-of-year"), Role::Plain, worst);
        let first_below = |cents: &[i64]| -> Vec<Option<Month>> {
            let years = cents.chunks(12).zip(forecast.months.chunks(12));
            years
                .map(|(cents, months)| {
                    let place = cents.iter().position(|cents| *cents < 0)?;
                    months.get(place).copied()
                })
                .collect()
        };
        self.months("first-negative-end", placed.negative_end, &first_below(&forecast.closing_cents));
        self.months("first-negative-inside", placed.negative_inside, &first_below(&forecast.worst_cents));
        self.next += 1;
    }

    /// A row of months; a dash for none.
    fn months(&mut self, label: &str, row_of_cash: u32, months: &[Option<Month>]) {
        let row = self.take();
        self.sheet.text(row, 0, &self.source.word(label), Role::Plain);
        for (year, month) in months.iter().enumerate() {
            let mark = self.source.refs.at(Tab::Cash, row_of_cash, cash::year_column(year));
            let result = month.map_or_else(|| "–".to_owned(), |month| serial(month).to_string());
            let look = Look(Role::Plain, Shape::Month);
            self.sheet.formula_of(row, FIRST_YEAR + year as u16, mark, &result, look);
        }
    }
}
