//! Positions: who works, since when, for how much.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::contract::{Contract, PayScale};
use super::lending::Lending;
pub use super::time::{Time, TimeShare, WorkedDays};
use crate::condition::Condition;
use crate::frame::Index;
use crate::id::{IndexId, PoolId, PositionId};
use crate::is_default;
use crate::journal::Context;
use crate::money::{Amount, Percent, to_cents};
use crate::month::Month;

/// A position (*poste*): a job with its pay, its dates and where its time goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// Identity.
    pub id: PositionId,
    /// Name of the job.
    pub label: String,
    /// Who holds it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub holder: Option<String>,
    /// First month; before the plan for those already there.
    pub from: Month,
    /// Last month.
    #[serde(default, skip_serializing_if = "is_default")]
    pub to: Option<Month>,
    /// Gross pay of a month (*salaire brut mensuel*), each amount from its month on.
    pub gross: BTreeMap<Month, Amount>,
    /// Pay by a scale (*grille*), each from its month on until the next amount or scale; in a month that has
    /// both the scale holds.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scale: BTreeMap<Month, PayScale>,
    /// The index that raises the pay, from the month of the last typed amount on.
    #[serde(default, skip_serializing_if = "is_default")]
    pub index: Option<IndexId>,
    /// Employer's share on top of gross pay (*charges patronales*): covers 645, 633 and 6311. Calculated
    /// with the dated parameters when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub employer_rate: Option<Percent>,
    /// Employee's share inside gross pay (*charges salariales*), where the employer's is typed; 22 % when
    /// absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub employee_rate: Option<Percent>,
    /// What the contract says besides.
    #[serde(default, skip_serializing_if = "is_default")]
    pub contract: Contract,
    /// Time per activity; what is left is the structure's.
    #[serde(default, skip_serializing_if = "is_default")]
    pub time: Vec<TimeShare>,
    /// Share of its time that is meant for activities (*taux opérateur*), lent time aside; the rest is support
    /// (*fonctions support*). All of it when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub operational_share: Option<Percent>,
    /// Days really worked for activities (*temps réalisé*).
    #[serde(default, skip_serializing_if = "is_default")]
    pub worked: Vec<WorkedDays>,
    /// Time for other associations.
    #[serde(default, skip_serializing_if = "is_default")]
    pub lent: Vec<Lending>,
    /// The pool by whose key the structure's time is shared out over activities; it stays with the structure
    /// when absent. Lent time always stays, and so does time meant for activities that none of them has, where
    /// `operational_share` tells it from support.
    #[serde(default, skip_serializing_if = "is_default")]
    pub pool: Option<PoolId>,
    /// Exists only if these agreements are granted.
    #[serde(default, skip_serializing_if = "is_default")]
    pub only_if: Option<Condition>,
}

/// The employee's share used when a position says nothing: 22 %, the usual order of magnitude for
/// non-executive pay.
#[must_use]
pub fn usual_employee_rate() -> Percent {
    Percent::new(Decimal::from(22)).unwrap_or_default()
}

impl Position {
    /// Gross pay of a usual month in cents, without absences and bonuses; 0 outside its dates.
    #[must_use]
    pub fn gross_cents(&self, month: Month, context: &Context<'_>) -> i64 {
        if month < self.from || self.to.is_some_and(|to| month > to) {
            return 0;
        }
        if let Some(scale) = self.scale_in(month) {
            return self.by_scale(scale, month, context);
        }
        let typed = self.typed(month);
        let Some(index) = self.index(context) else { return typed.cents() };
        let since = self.gross.range(..=month).next_back().map_or(month, |(since, _)| *since);
        let timeline = context.timeline();
        let level = index.applied(typed, month, timeline);
        let base = index.factor(since, timeline);
        to_cents(if base.is_zero() { level } else { level / base })
    }

    pub(super) fn index<'a>(&self, context: &Context<'a>) -> Option<&'a Index> {
        self.index.and_then(|id| context.indexes().iter().find(|index| index.id == id))
    }
}
