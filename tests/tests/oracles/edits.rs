//! The same change made in a plan and in its workbook.

use std::sync::Arc;

use previ_engine::certainty::CertaintyView;
use previ_engine::line::BudgetLine;
use previ_engine::money::{Amount, Percent};
use previ_engine::plan::Plan;
use previ_engine::schedule::{Schedule, ScheduleRule};
use previ_engine::timeline::Timeline;

use super::book::{At, Book, Value};
use super::recalculate::Change;

/// A change with its two sides.
pub struct Edit {
    /// What is changed, for messages.
    pub name: String,
    /// The cell of the workbook and its new number.
    pub change: Change,
    /// The plan after the change.
    pub plan: Plan,
}

/// First column of years, and of months after them.
const FIRST: u32 = 8;

struct Finder<'a> {
    plan: &'a Plan,
    book: &'a Book,
    timeline: Timeline,
}

/// Every change of an amount that both sides can make, of the items that the workbook shows.
pub fn edits(plan: &Plan, certainty: CertaintyView, book: &Book) -> Vec<Edit> {
    let finder = Finder { plan, book, timeline: plan.frame.timeline() };
    let mut edits = Vec::new();
    for (place, line) in plan.lines.iter().enumerate() {
        edits.extend(finder.of_line(place, line));
    }
    edits.extend(finder.of_opening());
    edits.extend(finder.of_positions());
    edits.extend(finder.of_funding(certainty));
    edits.extend(finder.of_other_amounts());
    edits
}

/// The first and the last of each kind: a kind is a sheet and the first word of the name.
pub fn some(edits: Vec<Edit>) -> Vec<Edit> {
    let kind = |edit: &Edit| (edit.change.0.clone(), edit.name.split(' ').next().map(str::to_owned));
    let mut kinds: Vec<_> = edits.iter().map(kind).collect();
    let all = kinds.clone();
    kinds.sort();
    kinds.dedup();
    let is_end = |place: usize| {
        kinds.iter().any(|kind| {
            all.iter().position(|known| known == kind) == Some(place)
                || all.iter().rposition(|known| known == kind) == Some(place)
        })
    };
    edits.into_iter().enumerate().filter(|(place, _)| is_end(*place)).map(|(_, edit)| edit).collect()
}

/// Another amount of the same sign: a sign that changes may split a row in two.
fn other(amount: Amount) -> Amount {
    let cents = amount.cents();
    Amount::from_cents(cents + cents / 7 + if cents < 0 { -1237 } else { 1237 })
}

fn euros(amount: Amount) -> f64 {
    amount.euros().to_string().parse().unwrap()
}

impl Finder<'_> {
    /// The cell of an item by its number, which stands in `column`.
    fn cell(&self, sheet: &str, column: u32, id: u32, at: u32) -> Option<At> {
        let wanted = Value::Number(f64::from(id));
        let cells = self.book.sheet(sheet);
        let found = cells.iter().find(|((_, c), cell)| *c == column && cell.value == wanted)?;
        Some((found.0.0, at))
    }

    fn month_column(&self, month: previ_engine::month::Month) -> Option<u32> {
        let place = month.since(self.timeline.first());
        let inside = (0..self.timeline.month_count() as i32).contains(&place);
        inside.then(|| FIRST + self.timeline.year_count() as u32 + place as u32)
    }

    fn year_column(&self, key: i32) -> Option<u32> {
        let place = key - self.timeline.fiscal_years()[0].key();
        (0..self.timeline.year_count() as i32).contains(&place).then(|| FIRST + place as u32)
    }

    /// The plan with another schedule of a line, and the cell that says so.
    fn line_edit(
        &self,
        (place, line): (usize, &BudgetLine),
        (sheet, column): (&str, u32),
        amount: Amount,
        change: impl FnOnce(&mut Schedule),
    ) -> Option<Edit> {
        let key = if sheet == "Mois" { 2 } else { 1 };
        let at = self.cell(sheet, key, line.id.0, column)?;
        // Cells that are grey are outside the dates of the line.
        self.book.sheet("Mois").get(&self.cell("Mois", 2, line.id.0, 0)?)?;
        let mut plan = self.plan.clone();
        change(&mut Arc::make_mut(&mut plan.lines[place]).schedule);
        let name = format!("line {} on {sheet} {at:?}", line.id.0);
        Some(Edit { name, change: (sheet.to_owned(), at, euros(amount)), plan })
    }

    fn of_line(&self, place: usize, line: &BudgetLine) -> Vec<Edit> {
        let schedule = &line.schedule;
        let item = (place, line);
        let mut edits = Vec::new();
        // One sign in all months, or rows of the workbook may come and go.
        let (_, window) = previ_engine::registry::Registry::new(self.plan).0.activity(line.activity);
        let window = schedule.window().and(window);
        match &schedule.rule {
            ScheduleRule::Yearly { amounts, years, .. } => {
                let by_fiscal_year =
                    *years == previ_engine::schedule::YearKind::Fiscal || self.timeline.first().number() == 1;
                for (key, amount) in amounts.iter().filter(|_| by_fiscal_year) {
                    let months = self.timeline.fiscal_years().into_iter().find(|year| year.key() == *key);
                    let is_inside =
                        months.is_some_and(|year| year.months().any(|month| window.contains(month)));
                    let Some(column) = self.year_column(*key).filter(|_| is_inside) else { continue };
                    let amount = other(*amount);
                    edits.extend(self.line_edit(item, ("Lignes", column), amount, |schedule| {
                        if let ScheduleRule::Yearly { amounts, .. } = &mut schedule.rule {
                            amounts.insert(*key, amount);
                        }
                    }));
                }
            }
            ScheduleRule::Monthly(amount) => {
                let amount = other(*amount);
                edits.extend(self.line_edit(item, ("Lignes", 7), amount, |schedule| {
                    schedule.rule = ScheduleRule::Monthly(amount);
                }));
            }
            ScheduleRule::QuantityPrice { unit_price, .. } => {
                let amount = other(*unit_price);
                edits.extend(self.line_edit(item, ("Lignes", 7), amount, |schedule| {
                    if let ScheduleRule::QuantityPrice { unit_price, .. } = &mut schedule.rule {
                        *unit_price = amount;
                    }
                }));
            }
            ScheduleRule::Indexed { yearly, .. } => {
                let amount = other(*yearly);
                edits.extend(self.line_edit(item, ("Lignes", 7), amount, |schedule| {
                    if let ScheduleRule::Indexed { yearly, .. } = &mut schedule.rule {
                        *yearly = amount;
                    }
                }));
            }
            ScheduleRule::Once { month, amount } => {
                let typed = schedule.overrides.contains_key(month) || !window.contains(*month);
                if let Some(column) = self.month_column(*month).filter(|_| !typed) {
                    let amount = other(*amount);
                    edits.extend(self.line_edit(item, ("Mois", column), amount, |schedule| {
                        schedule.rule = ScheduleRule::Once { month: *month, amount };
                    }));
                }
            }
            ScheduleRule::Free(_) => {}
        }
        // Any month can be typed by hand, whatever the rule.
        let cells = self.book.sheet("Mois");
        for month in self.timeline.months().filter(|month| window.contains(*month)).step_by(5) {
            let Some(column) = self.month_column(month) else { continue };
            let Some(at) = self.cell("Mois", 2, line.id.0, column) else { continue };
            let had = match cells.get(&at).map(|cell| &cell.value) {
                Some(Value::Number(number)) => Amount::from_cents((number * 100.0).round() as i64),
                _ => continue,
            };
            if had.cents() == 0 {
                continue;
            }
            let amount = other(had);
            edits.extend(self.line_edit(item, ("Mois", column), amount, |schedule| {
                schedule.overrides.insert(month, amount);
            }));
        }
        edits
    }

    /// The row of *Hypothèses* `below` rows under a title.
    fn assumption(&self, title: &str, below: u32) -> At {
        (self.book.row("Hypothèses", 0, &Value::Text(title.to_owned())) + 2 + below, 4)
    }

    fn of_opening(&self) -> Vec<Edit> {
        let mut order: Vec<usize> = (0..self.plan.treasury.len()).collect();
        // Usable accounts stand first.
        order.sort_by_key(|place| self.plan.treasury[*place].blocked);
        let one = |(row, place): (usize, usize)| {
            let mut plan = self.plan.clone();
            let account = Arc::make_mut(&mut plan.treasury[place]);
            account.opening = other(account.opening);
            let at = self.assumption("Trésorerie à l’ouverture", row as u32);
            let number = euros(account.opening);
            Edit { name: format!("opening {place}"), change: ("Hypothèses".to_owned(), at, number), plan }
        };
        order.into_iter().enumerate().map(one).collect()
    }

    /// Claims and debts, transfers, balances read, and investments.
    fn of_other_amounts(&self) -> Vec<Edit> {
        let mut edits = Vec::new();
        let mut push = |name: &str, sheet: &str, at: At, amount: Amount, plan: Plan| {
            let change = (sheet.to_owned(), at, euros(amount));
            edits.push(Edit { name: name.to_owned(), change, plan });
        };
        for place in 0..self.plan.frame.opening.items.len() {
            let mut plan = self.plan.clone();
            let item = &mut Arc::make_mut(&mut plan.frame).opening.items[place];
            item.amount = other(item.amount);
            let amount = item.amount;
            let at = self.assumption("Créances, dettes et réserves à l’ouverture", place as u32);
            push("claim or debt", "Hypothèses", at, amount, plan);
        }
        for place in 0..self.plan.transfers.len() {
            let mut plan = self.plan.clone();
            let item = Arc::make_mut(&mut plan.transfers[place]);
            item.amount = other(item.amount);
            let amount = item.amount;
            push("transfer", "Hypothèses", self.assumption("Virements internes", place as u32), amount, plan);
        }
        for place in 0..self.plan.readings.len() {
            let mut plan = self.plan.clone();
            let item = Arc::make_mut(&mut plan.readings[place]);
            item.balance = other(item.balance);
            let amount = item.balance;
            let at = self.assumption("Soldes relevés sur les comptes", place as u32);
            push("reading", "Hypothèses", at, amount, plan);
        }
        for place in 0..self.plan.investments.len() {
            let mut plan = self.plan.clone();
            let item = Arc::make_mut(&mut plan.investments[place]);
            item.amount = other(item.amount);
            let (amount, id) = (item.amount, item.id.0);
            if let Some(at) = self.cell("Lignes", 1, id, 7) {
                push("investment", "Lignes", at, amount, plan);
            }
        }
        edits
    }

    /// The pay of months that the plan types, and the employer's rate.
    fn of_positions(&self) -> Vec<Edit> {
        let mut edits = Vec::new();
        if !self.book.sheets.iter().any(|(name, _)| name == "Équipe") {
            return edits;
        }
        for (place, position) in self.plan.positions.iter().enumerate() {
            let Some((row, _)) = self.cell("Équipe", 2, position.id.0, 0) else { continue };
            let starts_inside = position.from >= self.timeline.first();
            let inside = |month: &previ_engine::month::Month| {
                *month >= position.from && position.to.is_none_or(|to| *month <= to)
            };
            for (month, amount) in position.gross.iter().filter(|(month, _)| inside(month)) {
                let Some(column) = self.month_column(*month) else { continue };
                let mut plan = self.plan.clone();
                let amount = other(*amount);
                Arc::make_mut(&mut plan.positions[place]).gross.insert(*month, amount);
                let change = ("Équipe".to_owned(), (row, column), euros(amount));
                edits.push(Edit { name: format!("pay {} {month}", position.id.0), change, plan });
            }
            if starts_inside {
                let mut plan = self.plan.clone();
                let rate = Percent::new(rust_decimal::Decimal::new(4321, 2)).unwrap();
                Arc::make_mut(&mut plan.positions[place]).employer_rate = Some(rate);
                let change = ("Équipe".to_owned(), (row + 2, 4), 0.4321);
                edits.push(Edit { name: format!("rate {}", position.id.0), change, plan });
            }
        }
        edits
    }

    /// Granted amounts of lines with money in the view.
    fn of_funding(&self, certainty: CertaintyView) -> Vec<Edit> {
        let weights = self.plan.frame.weights();
        let mut edits = Vec::new();
        let mut row = 4;
        for (place, agreement) in self.plan.agreements.iter().enumerate() {
            if !self.plan.funders.iter().any(|funder| funder.id == agreement.funder) {
                continue;
            }
            for (t, tranche) in agreement.tranches.iter().enumerate() {
                for (l, line) in tranche.lines.iter().enumerate() {
                    if agreement.counted_cents(tranche, line, certainty, &weights) != 0 {
                        let mut plan = self.plan.clone();
                        let amount = other(line.amount());
                        Arc::make_mut(&mut plan.agreements[place]).tranches[t].lines[l].granted =
                            Some(amount);
                        let change = ("Financements".to_owned(), (row, 10), euros(amount));
                        edits.push(Edit { name: format!("grant {}", agreement.id.0), change, plan });
                    }
                    row += 1;
                }
            }
        }
        edits
    }
}
