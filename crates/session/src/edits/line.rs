//! Edits of budget lines.

use std::collections::BTreeMap;
use std::sync::Arc;

use previ_engine::account::AccountNumber;
use previ_engine::diagnostic::{Arg, CodeSpec, Diagnostic};
use previ_engine::id::{ActivityId, ItemId, LineId, PoolId};
use previ_engine::line::BudgetLine;
use previ_engine::money::Amount;
use previ_engine::month::Month;
use previ_engine::plan::Plan;
use previ_engine::schedule::{Schedule, ScheduleRule, Window, YearKind};
use previ_engine::timeline::FiscalYear;
use previ_engine::timing::Timing;
use previ_words::{Language, fiscal_year, month_long};

use super::EditName;
use super::draft::{self, Draft, find, named, refused, whole};
use super::pool;
use crate::codes;

/// A change of a budget line (*ligne budgétaire*).
#[derive(Clone, Debug, PartialEq)]
pub enum LineEdit {
    /// A new line without any amount yet.
    Add {
        /// What it is.
        label: String,
        /// Account of class 6 or 7.
        account: AccountNumber,
        /// What it is for; the structure when absent.
        activity: Option<ActivityId>,
    },
    /// The line goes.
    Remove(LineId),
    /// Another name.
    Rename(LineId, String),
    /// Another account of class 6 or 7.
    SetAccount(LineId, AccountNumber),
    /// What it is for; the structure when absent.
    SetActivity(LineId, Option<ActivityId>),
    /// The pool by whose key it is shared out; none leaves it with the structure.
    SetPool(LineId, Option<PoolId>),
    /// What it came to in a fiscal year that is past or under way, 0 or more; nothing known when absent.
    SetActual {
        /// Which line.
        line: LineId,
        /// Which fiscal year, by the calendar year in which it begins.
        year: i32,
        /// What it came to.
        amount: Option<Amount>,
    },
    /// When it is paid or received.
    SetTiming(LineId, Timing),
    /// How much and when, as a whole.
    SetSchedule(LineId, Schedule),
    /// The total of a fiscal year, spread as the line's calendar says.
    SetYearAmount {
        /// Which line.
        line: LineId,
        /// Which fiscal year.
        year: FiscalYear,
        /// Its total.
        amount: Amount,
    },
    /// The amount of one month, typed by hand.
    SetMonthAmount {
        /// Which line.
        line: LineId,
        /// Which month.
        month: Month,
        /// Its amount.
        amount: Amount,
    },
    /// The month goes back to what the line's calendar gives.
    ForgetMonthAmount {
        /// Which line.
        line: LineId,
        /// Which month.
        month: Month,
    },
}

impl LineEdit {
    pub(super) fn name(&self, plan: &Plan, language: Language) -> EditName {
        let of = |id, line: &LineId| EditName::of(id, plan.label(ItemId::Line(*line)));
        match self {
            Self::Add { label, .. } => EditName::of("edit-add-line", label),
            Self::Remove(line) => of("edit-remove-line", line),
            Self::Rename(line, new) => of("edit-rename", line).with("new", new),
            Self::SetAccount(line, account) => {
                of("edit-set-account", line).with("account", &account.to_string())
            }
            Self::SetActivity(line, _) => of("edit-set-activity", line),
            Self::SetPool(line, _) => of("edit-set-pool", line),
            Self::SetActual { line, year, .. } => of("edit-set-actual", line).with("year", &year.to_string()),
            Self::SetTiming(line, _) => of("edit-set-timing", line),
            Self::SetSchedule(line, _) => of("edit-set-schedule", line),
            Self::SetYearAmount { line, year, .. } => {
                of("edit-set-year-amount", line).with("year", &fiscal_year(*year))
            }
            Self::SetMonthAmount { line, month, .. } => {
                of("edit-set-month-amount", line).with("month", &month_long(language, *month))
            }
            Self::ForgetMonthAmount { line, month } => {
                of("edit-forget-month-amount", line).with("month", &month_long(language, *month))
            }
        }
    }

    pub(super) fn apply(&self, draft: &mut Draft) -> Result<Option<ItemId>, Diagnostic> {
        match self {
            Self::Add { label, account, activity } => {
                let label = named(label)?;
                in_result(*account)?;
                draft.known_activity(*activity)?;
                return add(draft, label, *account, *activity).map(Some);
            }
            Self::Remove(id) => draft::remove(&mut draft.plan.lines, |line| line.id == *id)?,
            Self::Rename(id, label) => line_mut(draft, *id)?.label = named(label)?,
            Self::SetAccount(id, account) => {
                in_result(*account)?;
                line_mut(draft, *id)?.account = *account;
            }
            Self::SetActivity(id, activity) => {
                draft.known_activity(*activity)?;
                line_mut(draft, *id)?.activity = *activity;
            }
            Self::SetPool(id, pool) => {
                pool::known(draft, *pool)?;
                line_mut(draft, *id)?.pool = *pool;
            }
            Self::SetActual { line, year, amount } => {
                let actual = &mut line_mut(draft, *line)?.actual;
                match amount {
                    Some(amount) => actual.insert(*year, *amount),
                    None => actual.remove(year),
                };
            }
            Self::SetTiming(id, timing) => {
                draft::sound_timing(timing)?;
                line_mut(draft, *id)?.settlement.timing = timing.clone();
            }
            Self::SetSchedule(id, schedule) => {
                draft::in_order(schedule.from, schedule.to)?;
                line_mut(draft, *id)?.schedule = schedule.clone();
            }
            Self::SetYearAmount { line, year, amount } => set_year(draft, *line, *year, *amount)?,
            Self::SetMonthAmount { line, month, amount } => {
                let window = window_of(draft, *line)?.and(timeline_window(&draft.plan.frame));
                if !window.contains(*month) {
                    return Err(outside(draft, *line, codes::MONTH_OUTSIDE).with("month", Arg::Month(*month)));
                }
                let schedule = &mut line_mut(draft, *line)?.schedule;
                schedule.overrides.insert(*month, *amount);
            }
            Self::ForgetMonthAmount { line, month } => {
                line_mut(draft, *line)?.schedule.overrides.remove(month);
            }
        }
        Ok(None)
    }
}

fn line_mut(draft: &mut Draft, id: LineId) -> Result<&mut BudgetLine, Diagnostic> {
    find(&mut draft.plan.lines, |line| line.id == id)
}

fn in_result(account: AccountNumber) -> Result<(), Diagnostic> {
    let refusal = || whole(codes::LINE_CLASS).with("account", Arg::Account(account));
    if matches!(account.class(), 6 | 7) { Ok(()) } else { Err(refusal()) }
}

fn add(
    draft: &mut Draft,
    label: String,
    account: AccountNumber,
    activity: Option<ActivityId>,
) -> Result<ItemId, Diagnostic> {
    let id = LineId(draft.id()?);
    let rule =
        ScheduleRule::Yearly { amounts: Default::default(), years: YearKind::Fiscal, months: Vec::new() };
    let mut line = BudgetLine {
        id,
        label,
        account,
        activity,
        schedule: Schedule::new(rule),
        settlement: Default::default(),
        only_if: None,
        pool: None,
        actual: BTreeMap::new(),
    };
    // Dues and gifts are recognised when they come.
    if matches!(account.prefix(3), 754 | 756) {
        line.settlement.timing = Timing::OnReceipt;
    }
    draft.plan.lines.push(Arc::new(line));
    Ok(id.into())
}

fn set_year(draft: &mut Draft, id: LineId, year: FiscalYear, amount: Amount) -> Result<(), Diagnostic> {
    let window = window_of(draft, id)?;
    let frame = Arc::clone(&draft.plan.frame);
    let timeline = frame.timeline();
    let shared_among = |schedule: &Schedule, month: Month| match &schedule.rule {
        ScheduleRule::Yearly { years: YearKind::Fiscal, months, .. } => {
            months.is_empty() || months.contains(&month.number())
        }
        _ => true,
    };
    let line = line_mut(draft, id)?;
    let inside = window.and(timeline_window(&frame));
    // An amount that no month could take would vanish without a word.
    if !year.months().any(|month| inside.contains(month) && shared_among(&line.schedule, month)) {
        let year = Arg::Text(fiscal_year(year));
        return Err(outside(draft, id, codes::YEAR_OUTSIDE).with("year", year));
    }
    let indexes = &frame.assumptions.indexes;
    line.schedule = line.schedule.with_year_total(year, amount, window, &timeline, indexes);
    Ok(())
}

fn timeline_window(frame: &previ_engine::frame::Frame) -> Window {
    let timeline = frame.timeline();
    Window { from: Some(timeline.first()), to: Some(timeline.last()) }
}

fn outside(draft: &Draft, line: LineId, code: CodeSpec) -> Diagnostic {
    let label = draft.plan.label(line.into()).to_owned();
    refused(code, line, "schedule").with("item", Arg::Text(label))
}

fn window_of(draft: &Draft, id: LineId) -> Result<Window, Diagnostic> {
    let line = draft.plan.lines.iter().find(|line| line.id == id).ok_or_else(|| whole(codes::GONE))?;
    Ok(line_window(&draft.plan, line))
}

/// The months in which a line may have amounts: its own dates and those of its activity and of the
/// activities above it.
fn line_window(plan: &Plan, line: &BudgetLine) -> Window {
    let mut window = line.schedule.window();
    let mut above = line.activity;
    // As many steps as there are activities, so that a cycle ends.
    for _ in 0..plan.activities.len() {
        let Some(activity) = above.and_then(|id| plan.activities.iter().find(|item| item.id == id)) else {
            break;
        };
        window = window.and(activity.window());
        above = activity.parent;
    }
    window
}
