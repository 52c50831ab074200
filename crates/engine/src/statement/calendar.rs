//! What is due when: decisions, payments, reports, money to give back.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::agreement::{FundingAgreement, Tranche};
use crate::id::{AgreementId, ItemId, TrancheId};
use crate::journal::{Rule, Segment};
use crate::month::Month;
use crate::view::View;

/// Something that is due for a tranche of an agreement (*échéance*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Due {
    /// When.
    pub month: Month,
    /// Which agreement.
    pub agreement: AgreementId,
    /// Which tranche.
    pub tranche: TrancheId,
    /// What.
    pub kind: DueKind,
    /// How much money comes, or goes back, in cents; none for a paper.
    pub cents: Option<i64>,
}

/// What is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DueKind {
    /// The funder decides (*décision*).
    Decision,
    /// The funder pays (*versement*).
    Payment,
    /// The association reports on what it did and spent (*compte rendu*): six months after the fiscal year,
    /// or as the agreement says (loi n° 2000-321 du 12 avril 2000, art. 10).
    Report,
    /// The association gives back what it did not use (*reversement*).
    GiveBack,
}

/// What is due in the months of the horizon for the agreements that a view counts, in order.
#[must_use]
pub fn calendar(view: &View) -> Vec<Due> {
    let weights = view.plan.frame.weights();
    let counts = |agreement: &FundingAgreement, tranche: &Tranche| {
        let mut lines = tranche.lines.iter();
        lines.any(|line| agreement.counted_cents(tranche, line, view.certainty, &weights) > 0)
    };
    let mut found = Vec::new();
    for agreement in &view.plan.agreements {
        for tranche in agreement.tranches.iter().filter(|tranche| counts(agreement, tranche)) {
            let due =
                |month, kind| Due { month, agreement: agreement.id, tranche: tranche.id, kind, cents: None };
            found.push(due(tranche.decision, DueKind::Decision));
            // Money without conditions asks for no account of its use.
            if agreement.must_find_cost() {
                let report = tranche.report_after(tranche.end(), &view.timeline);
                found.push(due(report, DueKind::Report));
            }
        }
        found.extend(money(view, agreement.id));
    }
    let months = view.timeline.first()..=view.timeline.last();
    found.retain(|due| months.contains(&due.month));
    found.sort_unstable();
    found
}

/// Payments and what goes back, by tranche and month.
fn money(view: &View, agreement: AgreementId) -> impl Iterator<Item = Due> + use<> {
    let item = ItemId::Agreement(agreement);
    let mut sums: BTreeMap<(Month, TrancheId, DueKind), i64> = BTreeMap::new();
    let segments = view.segments.iter().filter(|segment| segment.item == item);
    for entry in segments.flat_map(Segment::entries) {
        let kind = match entry.rule {
            Rule::Instalment => DueKind::Payment,
            Rule::GivenBackPayment => DueKind::GiveBack,
            _ => continue,
        };
        let Some((tranche, _)) = view.registry.tranche_at(entry.tranche) else { continue };
        let month = view.timeline.month(entry.month);
        *sums.entry((month, tranche, kind)).or_default() += entry.amount_cents;
    }
    sums.into_iter().map(move |((month, tranche, kind), cents)| Due {
        month,
        agreement,
        tranche,
        kind,
        cents: Some(cents),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::certainty::Stage;
    use crate::rule::{PaymentRule, UnspentRule};
    use crate::testing::{add_agreement, everything, month, plan};
    use alloc::sync::Arc;

    #[test]
    fn a_project_grant_has_a_decision_a_payment_a_report_and_money_to_give_back() {
        let mut plan = plan(2, "0");
        add_agreement(&mut plan, 10, Stage::Signed, ("2027-01", "2027-12", "2027-02", "1000"));
        Arc::make_mut(&mut plan.agreements[0]).payment = PaymentRule::Fixed(UnspentRule::GiveBack);
        let found: Vec<_> =
            calendar(&everything(&plan)).iter().map(|due| (due.month, due.kind, due.cents)).collect();
        // No cost at all: the whole goes back after the report of June 2028.
        let expected = [
            (month("2027-02"), DueKind::Decision, None),
            (month("2027-02"), DueKind::Payment, Some(100_000)),
            (month("2028-06"), DueKind::Report, None),
            (month("2028-06"), DueKind::GiveBack, Some(100_000)),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_general_grant_asks_for_no_report_and_what_is_refused_is_not_due() {
        let mut plan = plan(2, "0");
        add_agreement(&mut plan, 10, Stage::Signed, ("2027-01", "2027-12", "2027-02", "1000"));
        add_agreement(&mut plan, 20, Stage::Refused, ("2027-01", "2027-12", "2027-02", "1000"));
        let found = calendar(&everything(&plan));
        assert_eq!(found.len(), 2);
        assert!(found.iter().all(|due| due.agreement == AgreementId(10)));
    }
}
