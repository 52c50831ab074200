//! What is said of one cell of the workload: its cost, and who pays.

use previ_engine::days::Days;
use previ_engine::diagnostic::Arg;
use previ_engine::funding_reasons::PayerId;
use previ_engine::money::to_cents;
use previ_engine::position::Time;
use previ_words::{Decimals, money, percent, text, text_with};
use rust_decimal::Decimal;

use super::money::CostOfDays;
use super::page::{DaysShown, WorkloadColumn, WorkloadPage, WorkloadRow};

/// What is said of one cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkloadDetail {
    /// The position, the activity and the fiscal year.
    pub title: String,
    /// How many days, where they come from, what they cost: a sentence each.
    pub sentences: Vec<String>,
    /// More days than there are, in words; empty otherwise.
    pub warning: String,
    /// Who pays, what nobody pays last; none for cells without a cost.
    pub payers: Vec<DaysPayer>,
}

/// Who pays how many days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DaysPayer {
    /// Who.
    pub name: String,
    /// How many days.
    pub days: String,
    /// What they cost.
    pub amount: String,
    /// The same in cents.
    pub cents: i64,
    /// Nobody pays these.
    pub is_missing: bool,
}

impl WorkloadPage {
    /// What is said of a cell; none beyond the last row or column.
    #[must_use]
    pub fn detail(&self, row: usize, column: usize) -> Option<WorkloadDetail> {
        let (at, of) = (*self.rows.get(row)?, *self.columns.get(column)?);
        let year = self.years.get(self.layout.year)?;
        // Of the rows of money the days are said as of the total.
        let at = if matches!(at, WorkloadRow::Position(_)) { at } else { WorkloadRow::Total };
        let row = self.rows.iter().position(|known| *known == at)?;
        let shown = self.number_at(row, column).unwrap_or(0);
        let mut detail = WorkloadDetail {
            title: format!("{}, {}, {year}", self.row_title(row).0, self.column_title(column)),
            ..WorkloadDetail::default()
        };
        detail.sentences.push(self.in_days(Decimal::new(shown, 2)));
        if let Some((position, activity)) = self.crossing(row, column) {
            let load = self.loads(at).next();
            let time = load.and_then(|load| load.time.iter().find(|time| time.activity == Some(activity)));
            match self.layout.days {
                DaysShown::Planned => {
                    if let Some(Time::Share(share)) = self.share(position, activity) {
                        let share = [("share", Arg::Text(percent(self.language, share)))];
                        detail.sentences.push(text_with(self.language, "workload-from-share", &share));
                    }
                }
                DaysShown::Done => {
                    let planned =
                        time.map(|time| previ_engine::workload::in_year(&time.planned, self.layout.year));
                    let days = self.in_days(rounded(planned.unwrap_or_default()));
                    let planned = [("days", Arg::Text(days))];
                    detail.sentences.push(text_with(self.language, "workload-were-planned", &planned));
                }
            }
        }
        detail.warning = self.warning(at);
        if self.layout.days == DaysShown::Planned {
            self.say_cost(at, of, shown, &mut detail);
        }
        Some(detail)
    }

    fn say_cost(&self, row: WorkloadRow, column: WorkloadColumn, shown: i64, detail: &mut WorkloadDetail) {
        let Some(found) = self.money(row, column).filter(|found| found.cost_cents() != 0) else { return };
        let cents = found.cost_cents();
        let exact = |cents| Arg::Text(money(self.language, cents, Decimals::Two));
        let args = [("cost", exact(cents))];
        detail.sentences.push(text_with(self.language, "workload-costs", &args));
        if let Some(one) = Decimal::from(cents).checked_div(Decimal::from(shown)).map(to_cents) {
            let args = [("cost", exact(one))];
            detail.sentences.push(text_with(self.language, "workload-costs-a-day", &args));
        }
        detail.payers =
            found.paid.iter().map(|(payer, paid)| self.payer(self.name(*payer), *paid, false)).collect();
        if found.unpaid.cents != 0 {
            let nobody = text(self.language, "workload-nobody");
            detail.payers.push(self.payer(nobody, found.unpaid, true));
        }
    }

    fn payer(&self, name: String, paid: CostOfDays, is_missing: bool) -> DaysPayer {
        DaysPayer {
            name,
            days: self.in_days(rounded(paid.days)),
            amount: money(self.language, paid.cents, Decimals::Two),
            cents: paid.cents,
            is_missing,
        }
    }

    fn name(&self, payer: PayerId) -> String {
        let label = |item| self.view.plan().label(item).to_owned();
        match payer {
            PayerId::Agreement(id) => label(id.into()),
            PayerId::OwnIncome(id) => {
                let args = [("item", Arg::Text(label(id.into())))];
                text_with(self.language, "unused-own-income", &args)
            }
        }
    }

    /// Says where more is planned than there is.
    fn warning(&self, row: WorkloadRow) -> String {
        let over = |load: &&previ_engine::workload::PositionLoad| {
            previ_engine::workload::in_year(&load.left(), self.layout.year) < Days::ZERO
        };
        if self.layout.days == DaysShown::Done || !matches!(row, WorkloadRow::Position(_)) {
            return String::new();
        }
        let Some(load) = self.loads(row).find(over) else { return String::new() };
        let beyond = Days::ZERO - previ_engine::workload::in_year(&load.left(), self.layout.year);
        let args = [("days", Arg::Text(self.in_days(rounded(beyond))))];
        text_with(self.language, "workload-beyond", &args)
    }

    fn in_days(&self, days: Decimal) -> String {
        text_with(self.language, "workload-days", &[("days", Arg::Number(days.normalize()))])
    }
}

/// Days to the hundredth.
fn rounded(days: Days) -> Decimal {
    Decimal::new(to_cents(days.value()), 2)
}
