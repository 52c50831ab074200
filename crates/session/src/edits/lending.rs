//! Edits of time lent to other associations.

use previ_engine::diagnostic::{Arg, Diagnostic};
use previ_engine::id::{ItemId, PositionId};
use previ_engine::lending::{Lending, LendingPrice, most_lent};
use previ_engine::plan::Plan;
use previ_engine::position::Position;
use rust_decimal::Decimal;

use super::EditName;
use super::draft::{self, Draft, find, named, refused, whole};
use super::sound::{delay, not_negative, share};
use crate::codes;

/// A change of what a position lends (*mise à disposition*). Its loans are named by their place, from 0.
#[derive(Clone, Debug, PartialEq)]
pub enum LendingEdit {
    /// So much more is lent.
    Add {
        /// Which position.
        position: PositionId,
        /// What, to whom and at which price: 0 to 100 % of its time, a monthly price of 0 or more, paid within 60
        /// months.
        lending: Lending,
    },
    /// A loan of time as it is now.
    Change {
        /// Which position.
        position: PositionId,
        /// Which of its loans.
        place: usize,
        /// What it is now.
        lending: Lending,
    },
    /// A loan of time goes.
    Remove {
        /// Which position.
        position: PositionId,
        /// Which of its loans.
        place: usize,
    },
}

impl LendingEdit {
    pub(super) fn name(&self, plan: &Plan) -> EditName {
        let of = |id, position: &PositionId| EditName::of(id, plan.label(ItemId::Position(*position)));
        match self {
            Self::Add { position, lending } => of("edit-add-lending", position).with("to", &lending.to),
            Self::Change { position, lending, .. } => {
                of("edit-set-lending", position).with("to", &lending.to)
            }
            Self::Remove { position, .. } => of("edit-remove-lending", position),
        }
    }

    pub(super) fn apply(&self, draft: &mut Draft) -> Result<(), Diagnostic> {
        match self {
            Self::Add { position, lending } => {
                let lending = sound(lending)?;
                let position = position_mut(draft, *position)?;
                position.lent.push(lending);
                within_whole(position)
            }
            Self::Change { position, place, lending } => {
                let lending = sound(lending)?;
                let position = position_mut(draft, *position)?;
                *position.lent.get_mut(*place).ok_or_else(|| whole(codes::GONE))? = lending;
                within_whole(position)
            }
            Self::Remove { position, place } => {
                let position = position_mut(draft, *position)?;
                if *place >= position.lent.len() {
                    return Err(whole(codes::GONE));
                }
                position.lent.remove(*place);
                Ok(())
            }
        }
    }
}

fn position_mut(draft: &mut Draft, id: PositionId) -> Result<&mut Position, Diagnostic> {
    find(&mut draft.plan.positions, |position| position.id == id)
}

fn sound(lending: &Lending) -> Result<Lending, Diagnostic> {
    let to = named(&lending.to)?;
    share(lending.share)?;
    draft::in_order(lending.from, lending.until)?;
    delay(lending.delay_months)?;
    if let LendingPrice::Monthly(amount) = lending.price {
        not_negative(amount)?;
    }
    Ok(Lending { to, ..lending.clone() })
}

/// What is lent is not there for activities: both together are at most the whole.
pub(super) fn within_whole(position: &Position) -> Result<(), Diagnostic> {
    let own: Decimal = position.time.iter().map(|known| known.share.value()).sum();
    let total = own + most_lent(position);
    if total > Decimal::ONE_HUNDRED {
        let refusal = refused(codes::TIME_OVER, position.id, "time");
        let refusal = refusal.with("item", Arg::Text(position.label.clone()));
        return Err(refusal.with("percent", Arg::Number(total)));
    }
    Ok(())
}
