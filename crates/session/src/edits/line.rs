//! Edits of budget lines.

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
use previ_engine::timing::{Settlement, Timing};
use previ_words::{Language, fiscal_year, month_long};

use super::EditName;
use super::draft::{self, Draft, find, named, refused, whole};
use super::line_fields::LineFields;
use super::pool;
use crate::codes;

/// A change of a budget line (*ligne budgétaire*).
#[derive(Clone, Debug, PartialEq)]
pub enum LineEdit {
    /// A new line.
    Add {
        /// What its form says of it.
        fields: LineFields,
        /// Its amount of each fiscal year from the first of the plan on; none yet where it is zero.
        yearly: Amount,
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
            Self::Add { fields, .. } => EditName::of("edit-add-line", fields.label.trim()),
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
            Self::Add { fields, yearly } => return add(draft, fields, *yearly).map(Some),
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

fn add(draft: &mut Draft, fields: &LineFields, yearly: Amount) -> Result<ItemId, Diagnostic> {
    let label = named(&fields.label)?;
    in_result(fields.account)?;
    draft.known_activity(fields.activity)?;
    draft::sound_timing(&fields.timing)?;
    let id = LineId(draft.id()?);
    let timeline = draft.plan.frame.timeline();
    let first = timeline.fiscal_year(timeline.first());
    let amounts = (yearly != Amount::ZERO).then_some((first.key(), yearly)).into_iter().collect();
    let months = fields.months.clone().unwrap_or_default();
    let rule = ScheduleRule::Yearly { amounts, years: YearKind::Fiscal, months };
    let actual = fields.actual.iter().filter_map(|(year, amount)| Some((*year, (*amount)?)));
    let line = BudgetLine {
        id,
        label,
        account: fields.account,
        activity: fields.activity,
        schedule: Schedule::new(rule),
        settlement: Settlement { timing: fields.timing.clone(), account: None },
        only_if: None,
        pool: None,
        actual: actual.collect(),
    };
    let inside = line_window(&draft.plan, &line);
    let takes = |month: Month| inside.contains(month) && shares(&line.schedule, month);
    let is_lost = yearly != Amount::ZERO && !timeline.months().any(takes);
    draft.plan.lines.push(Arc::new(line));
    if is_lost {
        return Err(no_month_in(draft, id, first));
    }
    Ok(id.into())
}

fn set_year(draft: &mut Draft, id: LineId, year: FiscalYear, amount: Amount) -> Result<(), Diagnostic> {
    let window = window_of(draft, id)?;
    let frame = Arc::clone(&draft.plan.frame);
    let timeline = frame.timeline();
    let line = line_mut(draft, id)?;
    let inside = window.and(timeline_window(&frame));
    if !year.months().any(|month| inside.contains(month) && shares(&line.schedule, month)) {
        return Err(no_month_in(draft, id, year));
    }
    let indexes = &frame.assumptions.indexes;
    line.schedule = line.schedule.with_year_total(year, amount, window, &timeline, indexes);
    Ok(())
}

/// Whether a month has a share of the amount of its fiscal year.
fn shares(schedule: &Schedule, month: Month) -> bool {
    match &schedule.rule {
        ScheduleRule::Yearly { years: YearKind::Fiscal, months, .. } => {
            months.is_empty() || months.contains(&month.number())
        }
        _ => true,
    }
}

/// The refusal of an amount that no month could take: it would vanish without a word.
fn no_month_in(draft: &Draft, id: LineId, year: FiscalYear) -> Diagnostic {
    outside(draft, id, codes::YEAR_OUTSIDE).with("year", Arg::Text(fiscal_year(year)))
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
