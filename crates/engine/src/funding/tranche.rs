//! Tranches of agreements and their lines.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::certainty::Certainty;
use crate::id::{ActivityId, TrancheId};
use crate::is_default;
use crate::money::Amount;
use crate::month::Month;
use crate::payment::Instalment;
use crate::provision::Release;
use crate::rule::ChosenCost;
use crate::timeline::Timeline;

/// Months after the fiscal year until the report is due. A constant here, because the dates of a plan are its own,
/// whatever edition of the reference data is at hand; previ-reference has it with its source and proves both
/// equal.
const REPORT_MONTHS: i32 = 6;

/// A part of an agreement with its own period, decision and payments (*tranche*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tranche {
    /// Identity.
    pub id: TrancheId,
    /// First month it pays for.
    pub from: Month,
    /// Last month it pays for.
    pub to: Month,
    /// The month of the decision, known or expected (*notification*).
    pub decision: Month,
    /// The month by which it has to be asked for (*dépôt de la demande*).
    #[serde(default, skip_serializing_if = "is_default")]
    pub filing: Option<Month>,
    /// The month of its signature (*signature de la convention*); that of the decision when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub signature: Option<Month>,
    /// The month of its interim report (*bilan intermédiaire*), where one is asked for. A payment that waits
    /// for one without a month comes at half of the period.
    #[serde(default, skip_serializing_if = "is_default")]
    pub interim_report: Option<Month>,
    /// The month of its final report (*compte rendu financier*); when absent, six months after the fiscal
    /// year in which it is over (loi n° 2000-321 du 12 avril 2000, art. 10).
    #[serde(default, skip_serializing_if = "is_default")]
    pub report: Option<Month>,
    /// Certainty, where it is not that of the agreement.
    #[serde(default, skip_serializing_if = "is_default")]
    pub certainty: Option<Certainty>,
    /// Its money, per activity.
    pub lines: Vec<FundingLine>,
    /// Its payments (*versements*); when there are none, a single one: at the decision, or after the final
    /// report where money is claimed as it is earned.
    #[serde(default, skip_serializing_if = "is_default")]
    pub instalments: Vec<Instalment>,
    /// Costs that the user wants it to pay, before anything else is shared out (*affectations choisies*).
    #[serde(default, skip_serializing_if = "is_default")]
    pub chosen: Vec<ChosenCost>,
    /// Parts of its provision on received money that are released, once the control is over (*reprises*).
    #[serde(default, skip_serializing_if = "is_default")]
    pub releases: Vec<Release>,
    /// What it was before each change of the convention, the oldest first (*avenants*).
    #[serde(default, skip_serializing_if = "is_default")]
    pub amendments: Vec<Amendment>,
}

/// A change of a tranche that was signed (*avenant*): kept to be read, it posts nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amendment {
    /// When it was signed.
    pub month: Month,
    /// Why, in the user's words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub reason: String,
    /// The lines it replaced, with their amounts of then.
    pub before: Vec<FundingLine>,
}

/// Money of a tranche for one activity or for the structure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FundingLine {
    /// What it is for; the structure when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub activity: Option<ActivityId>,
    /// What was or will be asked (*montant demandé*).
    pub asked: Amount,
    /// What was granted (*montant accordé*), once known.
    #[serde(default, skip_serializing_if = "is_default")]
    pub granted: Option<Amount>,
    /// Certainty, where it is not that of the tranche.
    #[serde(default, skip_serializing_if = "is_default")]
    pub certainty: Option<Certainty>,
    /// What it came to (*réalisé*); shown beside the plan, never posted.
    #[serde(default, skip_serializing_if = "is_default")]
    pub actual: Option<Amount>,
}

impl FundingLine {
    /// So much asked, nothing granted yet.
    #[must_use]
    pub fn new(activity: Option<ActivityId>, asked: Amount) -> Self {
        Self { activity, asked, granted: None, certainty: None, actual: None }
    }

    /// Granted if known, else asked.
    #[must_use]
    pub fn amount(&self) -> Amount {
        self.granted.unwrap_or(self.asked)
    }
}

impl Tranche {
    /// A tranche decided in its first month and paid at once.
    #[must_use]
    pub fn new(id: TrancheId, from: Month, to: Month, lines: Vec<FundingLine>) -> Self {
        Self {
            id,
            from,
            to,
            decision: from,
            filing: None,
            signature: None,
            interim_report: None,
            report: None,
            certainty: None,
            lines,
            instalments: Vec::new(),
            chosen: Vec::new(),
            releases: Vec::new(),
            amendments: Vec::new(),
        }
    }

    /// The month in which it is over: the last it pays for, or that of a later decision.
    #[must_use]
    pub fn end(&self) -> Month {
        self.to.max(self.decision)
    }

    /// The month of its report when its money is used until `end`: its own, else the usual one; never
    /// before `end`.
    #[must_use]
    pub fn report_after(&self, end: Month, timeline: &Timeline) -> Month {
        let usual = || timeline.fiscal_year(end).last().plus(REPORT_MONTHS);
        self.report.unwrap_or_else(usual).max(end)
    }

    /// Its money in cents, all lines together, whatever its certainty.
    #[must_use]
    pub fn total_cents(&self) -> i64 {
        self.lines.iter().map(|line| line.amount().cents()).sum()
    }
}
