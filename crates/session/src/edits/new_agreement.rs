//! A new agreement from what stands on its paper: every tranche of it in one step.

use std::sync::Arc;

use previ_engine::agreement::{FundingAgreement, FundingLine, Tranche};
use previ_engine::certainty::Certainty;
use previ_engine::certainty::Stage;
use previ_engine::diagnostic::{Arg, Diagnostic};
use previ_engine::funder::{Funder, FunderKind};
use previ_engine::id::{ActivityId, AgreementId, FunderId, InvestmentId, ItemId, PositionId, TrancheId};
use previ_engine::money::{Amount, spread};
use previ_engine::month::Month;
use previ_reference::{AgreementKind, PaysFor};

use super::draft::{self, Draft, named, whole};
use super::sound;
use super::sound::not_negative;
use crate::codes;

/// What a person knows of a new agreement, with the kind that fills in the rest.
#[derive(Clone, Debug, PartialEq)]
pub struct NewAgreement {
    /// Name.
    pub label: String,
    /// Who pays.
    pub payer: Payer,
    /// What kind it is (*type de convention*): its values are where the agreement starts from.
    pub kind: &'static AgreementKind,
    /// Where it stands.
    pub stage: Stage,
    /// First month it pays for.
    pub from: Month,
    /// Last month it pays for.
    pub to: Month,
    /// How much, 0 or more.
    pub amount: Amount,
    /// What the amount counts.
    pub span: AmountSpan,
    /// What it is for.
    pub purpose: Purpose,
}

/// Who pays a new agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Payer {
    /// A funder of the plan.
    Known(FunderId),
    /// One that the same step adds.
    New {
        /// Name.
        name: String,
        /// What it is.
        kind: FunderKind,
    },
}

/// What the amount of a new agreement counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountSpan {
    /// Twelve months; a part of them for a shorter time.
    EachYear,
    /// The whole time of the agreement.
    InAll,
}

/// What a new agreement is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The association as a whole.
    Structure,
    /// An activity.
    Activity(ActivityId),
    /// A post, whose cost it pays.
    Post(PositionId),
    /// An investment.
    Investment(InvestmentId),
}

/// More tranches than any agreement has.
const MAX_TRANCHES: usize = 10;

impl NewAgreement {
    pub(super) fn apply(&self, draft: &mut Draft) -> Result<ItemId, Diagnostic> {
        let label = named(&self.label)?;
        draft::in_order(Some(self.from), Some(self.to))?;
        not_negative(self.amount)?;
        let activity = self.activity(draft)?;
        let periods = self.periods();
        if periods.len() > MAX_TRANCHES {
            let refusal = whole(codes::TOO_MANY_TRANCHES);
            return Err(refusal.with("number", Arg::Number(periods.len().into())));
        }
        let (funder, funder_kind) = self.funder(draft)?;
        let id = AgreementId(draft.id()?);
        let amounts = self.amounts(&periods);
        let mut tranches = Vec::new();
        for (place, ((from, to), amount)) in periods.into_iter().zip(amounts).enumerate() {
            let lines = vec![FundingLine::new(activity, amount)];
            let tranche = Tranche::new(TrancheId(draft.id()?), from, to, lines);
            tranches.push(self.tranche(place, tranche));
        }
        let mut new = FundingAgreement::new(id, label, funder, self.stage, tranches);
        if self.is_signed() {
            new.total =
                Amount::new(new.tranches.iter().flat_map(|t| &t.lines).map(|l| l.asked.euros()).sum());
        }
        new.payment = self.kind.payment;
        new.income_account = self.kind.income_account(funder_kind);
        new.ceilings.clone_from(&self.kind.ceilings);
        new.provision = self.kind.provision;
        match self.purpose {
            Purpose::Post(post) => new.eligible.positions = vec![post],
            Purpose::Investment(investment) => new.investment = Some(investment),
            Purpose::Structure | Purpose::Activity(_) => {}
        }
        draft.plan.agreements.push(Arc::new(new));
        Ok(id.into())
    }

    /// Whether its amounts are what the funder decided.
    fn is_signed(&self) -> bool {
        self.stage.certainty() == Some(Certainty::Certain)
    }

    /// The activity of its lines: a post or an investment must be there, and the latter brings its own.
    fn activity(&self, draft: &Draft) -> Result<Option<ActivityId>, Diagnostic> {
        match self.purpose {
            Purpose::Investment(id) => {
                let found = draft.plan.investments.iter().find(|item| item.id == id);
                found.map(|item| item.activity).ok_or_else(|| whole(codes::GONE))
            }
            _ if self.kind.pays_for == PaysFor::Investment => Err(whole(codes::NO_INVESTMENT)),
            Purpose::Structure => Ok(None),
            Purpose::Activity(id) => draft.known_activity(Some(id)).map(|()| Some(id)),
            Purpose::Post(id) => sound::known_position(&draft.plan, id).map(|()| None),
        }
    }

    fn funder(&self, draft: &mut Draft) -> Result<(FunderId, FunderKind), Diagnostic> {
        match &self.payer {
            Payer::Known(id) => {
                let found = draft.plan.funders.iter().find(|item| item.id == *id);
                found.map(|funder| (*id, funder.kind)).ok_or_else(|| whole(codes::GONE))
            }
            Payer::New { name, kind } => {
                let name = named(name)?;
                let id = FunderId(draft.id()?);
                let new = Funder { id, name, kind: *kind, delay_months: self.kind.funder_delay };
                draft.plan.funders.push(Arc::new(new));
                Ok((id, *kind))
            }
        }
    }

    /// Its time, cut every twelve months from its beginning where each year is a tranche of its own.
    fn periods(&self) -> Vec<(Month, Month)> {
        if !self.kind.each_year {
            return vec![(self.from, self.to)];
        }
        let starts = std::iter::successors(Some(self.from), |from| Some(from.plus(12)));
        let starts = starts.take_while(|from| *from <= self.to).take(MAX_TRANCHES + 1);
        starts.map(|from| (from, from.plus(11).min(self.to))).collect()
    }

    /// The money of each period, in proportion to its months.
    fn amounts(&self, periods: &[(Month, Month)]) -> Vec<Amount> {
        let months = periods.iter().map(|(from, to)| u64::from(to.since(*from).unsigned_abs()) + 1);
        let cents: Vec<i64> = match self.span {
            AmountSpan::InAll => spread(self.amount.euros(), &months.collect::<Vec<_>>()).collect(),
            // A year and what is beside it in twelfths: the second of two parts is a year again.
            AmountSpan::EachYear => months
                .map(|months| {
                    let year = self.amount.cents();
                    let rest = spread(self.amount.euros(), &[months % 12, 12 - months % 12]).next();
                    let years = i64::try_from(months / 12).unwrap_or(i64::MAX);
                    year.saturating_mul(years).saturating_add(rest.unwrap_or(0))
                })
                .collect(),
        };
        cents.into_iter().map(Amount::from_cents).collect()
    }

    /// A tranche with what its kind says: a later one that is not yet decided has its own decision.
    fn tranche(&self, place: usize, mut tranche: Tranche) -> Tranche {
        let kind = self.kind;
        let is_later = place > 0 && kind.later.is_some();
        if self.is_signed() && !is_later {
            tranche.lines.iter_mut().for_each(|line| line.granted = Some(line.asked));
        }
        let level = self.stage.certainty();
        // What is less sure than the stage says stays so, whatever becomes of the stage.
        tranche.certainty = kind.later.filter(|later| is_later && level.is_some_and(|level| *later <= level));
        tranche.decision = if is_later { tranche.from } else { self.from };
        tranche.report = kind.report_months.map(|months| tranche.to.plus(months.into()));
        tranche.instalments.clone_from(&kind.instalments);
        tranche
    }
}
