//! Edits of positions.

use std::collections::BTreeMap;
use std::sync::Arc;

use previ_engine::condition::Condition;
use previ_engine::contract::{Contract, ContractKind, PayScale};
use previ_engine::diagnostic::{Arg, Diagnostic};
use previ_engine::id::{IndexId, ItemId, PoolId, PositionId};
use previ_engine::money::{Amount, Percent, Quantity};
use previ_engine::month::Month;
use previ_engine::plan::Plan;
use previ_engine::position::Position;
use previ_words::{Language, month_long};
use rust_decimal::Decimal;

use super::EditName;
use super::draft::{self, Draft, find, named, whole};
use super::pool;
use super::sound::{known_agreements, not_negative, part as sound_part, share};
use crate::codes;

/// A change of a position (*poste*).
#[derive(Clone, Debug, PartialEq)]
pub enum PositionEdit {
    /// A new position, all of its time the structure's.
    Add {
        /// Name of the job.
        label: String,
        /// First month.
        from: Month,
        /// Gross pay of a month, from the first month on.
        gross: Amount,
        /// Share of full time from the first month on, 0 to 100 %.
        working_time: Percent,
        /// Employer's share on top of gross pay, 0 to 100 %; calculated by the rules of the time when absent.
        employer_rate: Option<Percent>,
    },
    /// The position goes.
    Remove(PositionId),
    /// Another name of the job.
    Rename(PositionId, String),
    /// Who holds it; nobody named when empty.
    SetHolder(PositionId, String),
    /// Gross pay of a month, from this month on until the next typed amount, in place of a scale from the same
    /// month on.
    SetGross {
        /// Which position.
        position: PositionId,
        /// From which month on.
        month: Month,
        /// Gross pay of a month, 0 or more.
        amount: Amount,
    },
    /// A raise goes: the pay before it goes on.
    ForgetGross {
        /// Which position.
        position: PositionId,
        /// The month of the typed amount.
        month: Month,
    },
    /// First and last month; the last one open when absent.
    SetDates {
        /// Which position.
        position: PositionId,
        /// First month.
        from: Month,
        /// Last month.
        to: Option<Month>,
    },
    /// Employer's and employee's shares of gross pay, 0 to 100 % each.
    SetRates {
        /// Which position.
        position: PositionId,
        /// Employer's share; calculated by the rules of the time when absent.
        employer: Option<Percent>,
        /// Employee's share; the usual 22 % when absent.
        employee: Option<Percent>,
    },
    /// Pay by a scale from this month on.
    SetScale {
        /// Which position.
        position: PositionId,
        /// From which month on.
        month: Month,
        /// The scale.
        scale: PayScale,
    },
    /// A scale goes: the pay before it goes on.
    ForgetScale {
        /// Which position.
        position: PositionId,
        /// The month from which it holds.
        month: Month,
    },
    /// The index that raises the pay; none leaves it as it is typed.
    SetIndex(PositionId, Option<IndexId>),
    /// What the contract says besides pay and dates, as a whole.
    SetContract(PositionId, Contract),
    /// Share of its time meant for activities, 0 to 100 %; all of it when absent.
    SetOperationalShare(PositionId, Option<Percent>),
    /// The pool by whose key the structure's part of it is shared out; none leaves it there.
    SetPool(PositionId, Option<PoolId>),
    /// The agreements without whose money the position does not exist; it exists in any case when absent.
    SetCondition(PositionId, Option<Condition>),
}

impl PositionEdit {
    pub(super) fn name(&self, plan: &Plan, language: Language) -> EditName {
        let of = |id, position: &PositionId| EditName::of(id, plan.label(ItemId::Position(*position)));
        match self {
            Self::Add { label, .. } => EditName::of("edit-add-position", label),
            Self::Remove(position) => of("edit-remove-position", position),
            Self::Rename(position, new) => of("edit-rename", position).with("new", new),
            Self::SetHolder(position, _) => of("edit-set-holder", position),
            Self::SetGross { position, month, .. } | Self::ForgetGross { position, month } => {
                of("edit-set-gross", position).with("month", &month_long(language, *month))
            }
            Self::SetDates { position, .. } => of("edit-set-dates", position),
            Self::SetRates { position, .. } => of("edit-set-rates", position),
            Self::SetScale { position, month, .. } | Self::ForgetScale { position, month } => {
                of("edit-set-gross", position).with("month", &month_long(language, *month))
            }
            Self::SetIndex(position, _) => of("edit-set-position-index", position),
            Self::SetContract(position, _) => of("edit-set-contract", position),
            Self::SetOperationalShare(position, _) => of("edit-set-operational-share", position),
            Self::SetPool(position, _) => of("edit-set-pool", position),
            Self::SetCondition(position, _) => of("edit-set-condition", position),
        }
    }

    pub(super) fn apply(&self, draft: &mut Draft) -> Result<Option<ItemId>, Diagnostic> {
        match self {
            Self::Add { label, from, gross, working_time, employer_rate } => {
                let label = named(label)?;
                not_negative(*gross)?;
                share(*working_time)?;
                employer_rate.map_or(Ok(()), share)?;
                let mut contract = Contract::default();
                if *working_time != Percent::WHOLE {
                    contract.working_time.insert(*from, *working_time);
                }
                let id = PositionId(draft.id()?);
                draft.plan.positions.push(Arc::new(Position {
                    gross: BTreeMap::from([(*from, *gross)]),
                    employer_rate: *employer_rate,
                    contract,
                    ..Position::new(id, label, *from)
                }));
                return Ok(Some(id.into()));
            }
            Self::Remove(id) => draft::remove(&mut draft.plan.positions, |position| position.id == *id)?,
            Self::Rename(id, label) => position_mut(draft, *id)?.label = named(label)?,
            Self::SetHolder(id, holder) => {
                position_mut(draft, *id)?.holder = named(holder).ok();
            }
            Self::SetGross { position, month, amount } => {
                not_negative(*amount)?;
                let position = position_mut(draft, *position)?;
                position.gross.insert(*month, *amount);
                position.scale.remove(month);
            }
            Self::ForgetGross { position, month } => {
                position_mut(draft, *position)?.gross.remove(month);
            }
            Self::SetDates { position, from, to } => {
                draft::in_order(Some(*from), *to)?;
                set_dates(position_mut(draft, *position)?, *from, *to);
            }
            Self::SetRates { position, employer, employee } => {
                employer.map_or(Ok(()), share)?;
                employee.map_or(Ok(()), share)?;
                let position = position_mut(draft, *position)?;
                position.employer_rate = *employer;
                position.employee_rate = *employee;
            }
            Self::SetScale { position, month, scale } => {
                sound_scale(*scale)?;
                position_mut(draft, *position)?.scale.insert(*month, *scale);
            }
            Self::ForgetScale { position, month } => {
                position_mut(draft, *position)?.scale.remove(month);
            }
            Self::SetIndex(id, index) => {
                if let Some(index) = index {
                    find_index(draft, *index)?;
                }
                position_mut(draft, *id)?.index = *index;
            }
            Self::SetContract(id, contract) => {
                sound_contract(contract)?;
                position_mut(draft, *id)?.contract = contract.clone();
            }
            Self::SetOperationalShare(id, part) => {
                part.map_or(Ok(()), share)?;
                position_mut(draft, *id)?.operational_share = *part;
            }
            Self::SetPool(id, pool) => {
                pool::known(draft, *pool)?;
                position_mut(draft, *id)?.pool = *pool;
            }
            Self::SetCondition(id, condition) => {
                known_agreements(&draft.plan, condition.as_ref())?;
                position_mut(draft, *id)?.only_if.clone_from(condition);
            }
        }
        Ok(None)
    }
}

fn position_mut(draft: &mut Draft, id: PositionId) -> Result<&mut Position, Diagnostic> {
    find(&mut draft.plan.positions, |position| position.id == id)
}

fn find_index(draft: &Draft, id: IndexId) -> Result<(), Diagnostic> {
    let known = draft.plan.frame.assumptions.indexes.iter().any(|index| index.id == id);
    if known { Ok(()) } else { Err(whole(codes::GONE)) }
}

/// The first pay and working time move with the first month, so that a position that comes earlier is paid
/// from its start.
fn set_dates(position: &mut Position, from: Month, to: Option<Month>) {
    let old = position.from;
    position.from = from;
    position.to = to;
    move_first(&mut position.gross, old, from);
    move_first(&mut position.scale, old, from);
    move_first(&mut position.contract.working_time, old, from);
}

/// What holds from the old first month on holds from the new one on, unless something else holds by then.
fn move_first<T: Copy>(steps: &mut BTreeMap<Month, T>, old: Month, new: Month) {
    let first = steps.first_key_value().map(|(month, step)| (*month, *step));
    if let Some((month, step)) = first
        && month == old
        && steps.range(..=new).count() <= 1
    {
        steps.remove(&month);
        steps.insert(new, step);
    }
}

/// A multiple of the minimum from 1 on; no points below zero.
fn sound_scale(scale: PayScale) -> Result<(), Diagnostic> {
    let at_least = |least: Decimal, number: Quantity| {
        let refusal = || whole(codes::SCALE).with("number", Arg::Number(number.value()));
        if number.value() >= least { Ok(()) } else { Err(refusal()) }
    };
    match scale {
        PayScale::MinimumWage(multiple) => at_least(Decimal::ONE, multiple),
        PayScale::Points { coefficient, personal, yearly } => {
            [coefficient, personal, yearly].into_iter().try_for_each(|points| at_least(Decimal::ZERO, points))
        }
    }
}

fn sound_contract(contract: &Contract) -> Result<(), Diagnostic> {
    let rates = [contract.work_accident_rate, contract.tax_at_source].into_iter().flatten();
    rates.chain(contract.working_time.values().copied()).try_for_each(share)?;
    if let ContractKind::FixedTerm { end_bonus } = contract.kind {
        share(end_bonus)?;
    }
    for bonus in &contract.bonuses {
        sound_part(bonus.part)?;
        if !(1..=12).contains(&bonus.month) {
            return Err(whole(codes::TRIGGER_MONTH).with("number", Arg::Number(bonus.month.into())));
        }
    }
    for absence in &contract.absences {
        draft::in_order(Some(absence.from), Some(absence.to))?;
        share(absence.kept)?;
    }
    Ok(())
}
