//! Edits of the tranches of agreements.

use previ_engine::agreement::{FundingAgreement, FundingLine, Tranche};
use previ_engine::certainty::Certainty;
use previ_engine::diagnostic::{Arg, Diagnostic};
use previ_engine::id::{ActivityId, ItemId, TrancheId};
use previ_engine::money::Amount;
use previ_engine::month::Month;
use previ_engine::payment::{Instalment, Part};
use previ_engine::plan::Plan;
use rust_decimal::Decimal;

use super::EditName;
use super::draft::{self, Draft, find, whole};
use super::position::not_negative;
use crate::codes;

/// A change of a tranche (*tranche*) of an agreement.
#[derive(Clone, Debug, PartialEq)]
pub enum TrancheEdit {
    /// What was or will be asked, of the line at a place.
    SetAsked {
        /// Which tranche.
        tranche: TrancheId,
        /// Place of the funding line, from 0.
        line: usize,
        /// How much, 0 or more.
        amount: Amount,
    },
    /// What was granted, of the line at a place; not known when absent.
    SetGranted {
        /// Which tranche.
        tranche: TrancheId,
        /// Place of the funding line, from 0.
        line: usize,
        /// How much, 0 or more.
        amount: Option<Amount>,
    },
    /// What the line at a place is for; the structure when absent.
    SetActivity {
        /// Which tranche.
        tranche: TrancheId,
        /// Place of the funding line, from 0.
        line: usize,
        /// The activity.
        activity: Option<ActivityId>,
    },
    /// One more line, nothing asked yet.
    AddLine {
        /// Which tranche.
        tranche: TrancheId,
        /// What it is for; the structure when absent.
        activity: Option<ActivityId>,
    },
    /// The line at a place goes.
    RemoveLine {
        /// Which tranche.
        tranche: TrancheId,
        /// Place of the funding line, from 0.
        line: usize,
    },
    /// The month of the decision, known or expected.
    SetDecision(TrancheId, Month),
    /// First and last month it pays for.
    SetPeriod {
        /// Which tranche.
        tranche: TrancheId,
        /// First month.
        from: Month,
        /// Last month.
        to: Month,
    },
    /// The month of its report; six months after the fiscal year of its end when absent.
    SetReport(TrancheId, Option<Month>),
    /// Its certainty; that of the agreement when absent.
    SetCertainty(TrancheId, Option<Certainty>),
    /// Its payments; one payment at the decision when there are none.
    SetInstalments(TrancheId, Vec<Instalment>),
}

impl TrancheEdit {
    fn tranche(&self) -> TrancheId {
        match self {
            Self::SetAsked { tranche, .. }
            | Self::SetGranted { tranche, .. }
            | Self::SetActivity { tranche, .. }
            | Self::AddLine { tranche, .. }
            | Self::RemoveLine { tranche, .. }
            | Self::SetPeriod { tranche, .. }
            | Self::SetDecision(tranche, _)
            | Self::SetReport(tranche, _)
            | Self::SetCertainty(tranche, _)
            | Self::SetInstalments(tranche, _) => *tranche,
        }
    }

    pub(super) fn name(&self, plan: &Plan) -> EditName {
        let id = match self {
            Self::SetAsked { .. } => "edit-set-asked",
            Self::SetGranted { .. } => "edit-set-granted",
            Self::SetActivity { .. } => "edit-set-activity",
            Self::AddLine { .. } => "edit-add-funding-line",
            Self::RemoveLine { .. } => "edit-remove-funding-line",
            Self::SetDecision(..) => "edit-set-decision",
            Self::SetReport(..) => "edit-set-report",
            Self::SetPeriod { .. } => "edit-set-dates",
            Self::SetCertainty(..) => "edit-set-certainty",
            Self::SetInstalments(..) => "edit-set-instalments",
        };
        EditName::of(id, plan.label(ItemId::Tranche(self.tranche())))
    }

    pub(super) fn apply(&self, draft: &mut Draft) -> Result<Option<ItemId>, Diagnostic> {
        if let Self::SetActivity { activity, .. } | Self::AddLine { activity, .. } = self {
            draft.known_activity(*activity)?;
        }
        let tranche = tranche_mut(draft, self.tranche())?;
        match self {
            Self::SetAsked { line, amount, .. } => {
                not_negative(*amount)?;
                line_mut(tranche, *line)?.asked = *amount;
            }
            Self::SetGranted { line, amount, .. } => {
                amount.map_or(Ok(()), not_negative)?;
                line_mut(tranche, *line)?.granted = *amount;
            }
            Self::SetActivity { line, activity, .. } => line_mut(tranche, *line)?.activity = *activity,
            Self::AddLine { activity, .. } => {
                let line = FundingLine::new(*activity, Amount::ZERO);
                tranche.lines.push(line);
            }
            Self::RemoveLine { line, .. } => {
                line_mut(tranche, *line)?;
                tranche.lines.remove(*line);
            }
            Self::SetReport(_, month) => tranche.report = *month,
            Self::SetDecision(_, month) => tranche.decision = *month,
            Self::SetPeriod { from, to, .. } => {
                draft::in_order(Some(*from), Some(*to))?;
                tranche.from = *from;
                tranche.to = *to;
            }
            Self::SetCertainty(_, certainty) => tranche.certainty = *certainty,
            Self::SetInstalments(_, instalments) => {
                instalments.iter().try_for_each(|instalment| sound_part(instalment.part))?;
                tranche.instalments.clone_from(instalments);
            }
        }
        Ok(None)
    }
}

fn tranche_mut(draft: &mut Draft, id: TrancheId) -> Result<&mut Tranche, Diagnostic> {
    let has = |agreement: &FundingAgreement| agreement.tranches.iter().any(|tranche| tranche.id == id);
    let agreement = find(&mut draft.plan.agreements, has)?;
    agreement.tranches.iter_mut().find(|tranche| tranche.id == id).ok_or_else(|| whole(codes::GONE))
}

fn line_mut(tranche: &mut Tranche, place: usize) -> Result<&mut FundingLine, Diagnostic> {
    tranche.lines.get_mut(place).ok_or_else(|| whole(codes::GONE))
}

/// What instalments add up to is looked at by the check of the plan; here only each one by itself.
fn sound_part(part: Part) -> Result<(), Diagnostic> {
    match part {
        Part::Amount(amount) => not_negative(amount),
        Part::Share(share) => {
            let sound = (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&share.value());
            let refusal = || whole(codes::RATE).with("percent", Arg::Number(share.value()));
            if sound { Ok(()) } else { Err(refusal()) }
        }
    }
}
