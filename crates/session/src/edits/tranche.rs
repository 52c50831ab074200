//! Edits of the tranches of agreements.

use previ_engine::agreement::{Amendment, FundingAgreement, FundingLine, Tranche};
use previ_engine::certainty::Certainty;
use previ_engine::diagnostic::Diagnostic;
use previ_engine::id::{ActivityId, ItemId, TrancheId};
use previ_engine::money::Amount;
use previ_engine::month::Month;
use previ_engine::payment::Instalment;
use previ_engine::plan::Plan;
use previ_engine::provision::Release;
use previ_engine::rule::ChosenCost;

use super::draft::{self, Draft, find, whole};
use super::sound::not_negative;
use super::{EditName, sound};
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
    /// What came of the line at a place; nothing known when absent.
    SetActual {
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
    /// The month by which it has to be asked for; not known when absent.
    SetFiling(TrancheId, Option<Month>),
    /// The month of its signature; that of the decision when absent.
    SetSignature(TrancheId, Option<Month>),
    /// The month of its interim report; half of its period when absent.
    SetInterimReport(TrancheId, Option<Month>),
    /// Its certainty; that of the agreement when absent.
    SetCertainty(TrancheId, Option<Certainty>),
    /// Its payments; a single one when there are none, at the decision or, where money is claimed as it is
    /// earned, after the report.
    SetInstalments(TrancheId, Vec<Instalment>),
    /// The costs that the user wants it to pay first.
    SetChosen(TrancheId, Vec<ChosenCost>),
    /// The parts of its provision that are released.
    SetReleases(TrancheId, Vec<Release>),
    /// A change of the convention that was signed: other lines from now on, and those before are kept to be
    /// read.
    Amend {
        /// Which tranche.
        tranche: TrancheId,
        /// When it was signed.
        month: Month,
        /// Why, in the user's words.
        reason: String,
        /// The lines that hold now.
        lines: Vec<FundingLine>,
    },
    /// An amendment is forgotten, its place from 0; the lines stay as they are.
    ForgetAmendment {
        /// Which tranche.
        tranche: TrancheId,
        /// Place of the amendment, from 0.
        place: usize,
    },
}

impl TrancheEdit {
    fn tranche(&self) -> TrancheId {
        match self {
            Self::SetAsked { tranche, .. }
            | Self::SetGranted { tranche, .. }
            | Self::SetActual { tranche, .. }
            | Self::SetActivity { tranche, .. }
            | Self::AddLine { tranche, .. }
            | Self::RemoveLine { tranche, .. }
            | Self::SetPeriod { tranche, .. }
            | Self::Amend { tranche, .. }
            | Self::ForgetAmendment { tranche, .. }
            | Self::SetFiling(tranche, _)
            | Self::SetSignature(tranche, _)
            | Self::SetInterimReport(tranche, _)
            | Self::SetChosen(tranche, _)
            | Self::SetReleases(tranche, _)
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
            Self::SetActual { .. } => "edit-set-funding-actual",
            Self::SetActivity { .. } => "edit-set-activity",
            Self::AddLine { .. } => "edit-add-funding-line",
            Self::RemoveLine { .. } => "edit-remove-funding-line",
            Self::SetDecision(..) => "edit-set-decision",
            Self::SetReport(..) => "edit-set-report",
            Self::SetFiling(..) => "edit-set-filing",
            Self::SetSignature(..) => "edit-set-signature",
            Self::SetInterimReport(..) => "edit-set-interim-report",
            Self::SetChosen(..) => "edit-set-chosen",
            Self::SetReleases(..) => "edit-set-releases",
            Self::Amend { .. } => "edit-amend",
            Self::ForgetAmendment { .. } => "edit-forget-amendment",
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
        if let Self::Amend { lines, .. } = self {
            lines.iter().try_for_each(|line| sound_line(draft, line))?;
        }
        if let Self::SetChosen(_, chosen) = self {
            chosen.iter().try_for_each(|chosen| sound::chosen(draft, *chosen))?;
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
            Self::SetActual { line, amount, .. } => {
                amount.map_or(Ok(()), not_negative)?;
                line_mut(tranche, *line)?.actual = *amount;
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
            Self::SetFiling(_, month) => tranche.filing = *month,
            Self::SetSignature(_, month) => tranche.signature = *month,
            Self::SetInterimReport(_, month) => tranche.interim_report = *month,
            Self::SetChosen(_, chosen) => tranche.chosen.clone_from(chosen),
            Self::SetReleases(_, releases) => {
                releases.iter().try_for_each(|release| not_negative(release.amount))?;
                tranche.releases.clone_from(releases);
            }
            Self::Amend { month, reason, lines, .. } => {
                let before = std::mem::replace(&mut tranche.lines, lines.clone());
                let reason = reason.trim().to_owned();
                tranche.amendments.push(Amendment { month: *month, reason, before });
                tranche.amendments.sort_by_key(|amendment| amendment.month);
            }
            Self::ForgetAmendment { place, .. } => {
                if *place >= tranche.amendments.len() {
                    return Err(whole(codes::GONE));
                }
                tranche.amendments.remove(*place);
            }
            Self::SetDecision(_, month) => tranche.decision = *month,
            Self::SetPeriod { from, to, .. } => {
                draft::in_order(Some(*from), Some(*to))?;
                tranche.from = *from;
                tranche.to = *to;
            }
            Self::SetCertainty(_, certainty) => tranche.certainty = *certainty,
            Self::SetInstalments(_, instalments) => {
                instalments.iter().try_for_each(sound::instalment)?;
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

fn sound_line(draft: &Draft, line: &FundingLine) -> Result<(), Diagnostic> {
    draft.known_activity(line.activity)?;
    not_negative(line.asked)?;
    line.granted.map_or(Ok(()), not_negative)
}
