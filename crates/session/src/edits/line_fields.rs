//! What the form of a budget line asks, and the one step that it comes to.

use std::collections::BTreeMap;

use previ_engine::account::AccountNumber;
use previ_engine::id::ActivityId;
use previ_engine::line::BudgetLine;
use previ_engine::money::Amount;
use previ_engine::schedule::{Schedule, ScheduleRule};
use previ_engine::timing::Timing;

use super::{BatchName, Edit, LineEdit};

/// A budget line as its form has it (*fiche d'une ligne*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineFields {
    /// What it is.
    pub label: String,
    /// Account of class 6 or 7.
    pub account: AccountNumber,
    /// What it is for; the structure when absent.
    pub activity: Option<ActivityId>,
    /// When it is paid or received.
    pub timing: Timing,
    /// Months of the calendar, 1–12, among which the amount of a year is shared, all of them when empty; none for a
    /// line whose amounts are not yearly.
    pub months: Option<Vec<u8>>,
    /// What it came to, by the calendar year in which a fiscal year begins; nothing known when absent.
    pub actual: BTreeMap<i32, Option<Amount>>,
}

impl LineFields {
    /// A new line, every month of the year, paid as is usual for its account.
    #[must_use]
    pub fn new(label: String, account: AccountNumber, activity: Option<ActivityId>) -> Self {
        let (timing, actual) = (usual_timing(account), BTreeMap::new());
        Self { label, account, activity, timing, months: Some(Vec::new()), actual }
    }

    /// What makes a line so, in one step whatever differs; none where nothing does.
    #[must_use]
    pub fn edit(&self, line: &BudgetLine) -> Option<Edit> {
        let id = line.id;
        let mut edits: Vec<Edit> = Vec::new();
        if self.label.trim() != line.label {
            edits.push(LineEdit::Rename(id, self.label.clone()).into());
        }
        if self.account != line.account {
            edits.push(LineEdit::SetAccount(id, self.account).into());
        }
        if self.activity != line.activity {
            edits.push(LineEdit::SetActivity(id, self.activity).into());
        }
        if self.timing != line.settlement.timing {
            edits.push(LineEdit::SetTiming(id, self.timing.clone()).into());
        }
        if let Some(schedule) = self.months.as_ref().and_then(|months| among(&line.schedule, months)) {
            edits.push(LineEdit::SetSchedule(id, schedule).into());
        }
        for (year, amount) in &self.actual {
            if *amount != line.actual.get(year).copied() {
                edits.push(LineEdit::SetActual { line: id, year: *year, amount: *amount }.into());
            }
        }
        match edits.len() {
            0 | 1 => edits.pop(),
            _ => Some(Edit::Batch(BatchName::LineForm(id), edits)),
        }
    }
}

/// The months of the calendar among which the amounts of a schedule are shared; none where they are not yearly.
#[must_use]
pub fn months_of(schedule: &Schedule) -> Option<&[u8]> {
    match &schedule.rule {
        ScheduleRule::Yearly { months, .. } | ScheduleRule::QuantityPrice { months, .. } => Some(months),
        _ => None,
    }
}

/// When what stands on an account is mostly paid or received: dues and gifts are recognised when they come.
#[must_use]
pub fn usual_timing(account: AccountNumber) -> Timing {
    if matches!(account.prefix(3), 754 | 756) { Timing::OnReceipt } else { Timing::SameMonth }
}

/// The same schedule shared among other months; none where nothing changes.
fn among(schedule: &Schedule, chosen: &[u8]) -> Option<Schedule> {
    let mut changed = schedule.clone();
    match &mut changed.rule {
        ScheduleRule::Yearly { months, .. } | ScheduleRule::QuantityPrice { months, .. } => {
            *months = chosen.to_vec();
        }
        _ => return None,
    }
    (changed != *schedule).then_some(changed)
}
