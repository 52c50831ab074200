//! Edits of funders.

use std::sync::Arc;

use previ_engine::diagnostic::{Arg, Diagnostic};
use previ_engine::funder::{Funder, FunderKind};
use previ_engine::id::{FunderId, ItemId};
use previ_engine::plan::Plan;

use super::EditName;
use super::draft::{self, Draft, find, named, whole};
use crate::codes;

/// A change of a funder (*financeur*).
#[derive(Clone, Debug, PartialEq)]
pub enum FunderEdit {
    /// A new funder.
    Add {
        /// Name.
        name: String,
        /// What it is.
        kind: FunderKind,
    },
    /// The funder goes; refused while agreements name it.
    Remove(FunderId),
    /// Another name.
    Rename(FunderId, String),
    /// What it is.
    SetKind(FunderId, FunderKind),
    /// Months it usually takes to pay, 0 to 60.
    SetDelay(FunderId, u8),
}

impl FunderEdit {
    pub(super) fn name(&self, plan: &Plan) -> EditName {
        let of = |id, funder: &FunderId| EditName::of(id, plan.label(ItemId::Funder(*funder)));
        match self {
            Self::Add { name, .. } => EditName::of("edit-add-funder", name),
            Self::Remove(funder) => of("edit-remove-funder", funder),
            Self::Rename(funder, new) => of("edit-rename", funder).with("new", new),
            Self::SetKind(funder, _) => of("edit-set-kind", funder),
            Self::SetDelay(funder, _) => of("edit-set-delay", funder),
        }
    }

    pub(super) fn apply(&self, draft: &mut Draft) -> Result<Option<ItemId>, Diagnostic> {
        match self {
            Self::Add { name, kind } => {
                let name = named(name)?;
                let id = FunderId(draft.id()?);
                draft.plan.funders.push(Arc::new(Funder { id, name, kind: *kind, delay_months: 0 }));
                return Ok(Some(id.into()));
            }
            Self::Remove(id) => {
                let agreements = draft.plan.agreements.iter().filter(|agreement| agreement.funder == *id);
                let users: Vec<String> = agreements.map(|agreement| agreement.label.clone()).collect();
                draft.refuse_if_used((*id).into(), &users)?;
                draft::remove(&mut draft.plan.funders, |funder| funder.id == *id)?;
            }
            Self::Rename(id, name) => funder_mut(draft, *id)?.name = named(name)?,
            Self::SetKind(id, kind) => funder_mut(draft, *id)?.kind = *kind,
            Self::SetDelay(id, months) => {
                if *months > 60 {
                    return Err(whole(codes::DELAY).with("number", Arg::Number((*months).into())));
                }
                funder_mut(draft, *id)?.delay_months = *months;
            }
        }
        Ok(None)
    }
}

fn funder_mut(draft: &mut Draft, id: FunderId) -> Result<&mut Funder, Diagnostic> {
    find(&mut draft.plan.funders, |funder| funder.id == id)
}
