//! Tranches that pay after the others: whom they wait for.

use alloc::vec::Vec;

use crate::agreement::Tranche;
use crate::id::AgreementId;
use crate::journal::ActivityIndex;
use crate::month::Month;
use crate::payment::Trigger;
use crate::registry::Registry;

/// A tranche among those that may wait for each other.
pub(crate) struct Cofinancer<'a> {
    pub(crate) agreement: AgreementId,
    pub(crate) tranche: &'a Tranche,
    /// What its lines are for.
    pub(crate) activities: Vec<ActivityIndex>,
    /// When its last payment arrives; none where it waits for others itself.
    pub(crate) last_arrival: Option<Month>,
}

impl Cofinancer<'_> {
    /// Whether both pay for the same activity, or for one above or below, in the same months.
    fn shares_costs_with(&self, other: &Self, registry: &Registry) -> bool {
        let shares_months = self.tranche.from <= other.tranche.to && other.tranche.from <= self.tranche.to;
        self.agreement != other.agreement
            && shares_months
            && self
                .activities
                .iter()
                .any(|one| other.activities.iter().any(|another| registry.is_same_branch(*one, *another)))
    }

    /// When the last of `others` has paid; none where there are none, or where one of them waits too: as
    /// costs are shared both ways, the two would wait for each other without end.
    pub(crate) fn others_paid(&self, others: &[Self], registry: &Registry) -> Option<Month> {
        let mut last = None;
        for other in others.iter().filter(|other| self.shares_costs_with(other, registry)) {
            last = last.max(Some(other.last_arrival?));
        }
        last
    }
}

/// Whether a payment of a tranche that is still awaited waits for others.
pub(crate) fn waits_for_others(tranche: &Tranche) -> bool {
    let mut awaited = tranche.instalments.iter().filter(|instalment| instalment.received.is_none());
    awaited.any(|instalment| matches!(instalment.trigger, Trigger::AfterOthers { .. }))
}
