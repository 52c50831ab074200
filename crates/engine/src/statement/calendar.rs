//! What is due when: decisions, payments, reports, money for partners, money to give back.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::agreement::{FundingAgreement, Tranche};
use crate::certainty::Stage;
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
    /// Where it stands.
    pub standing: Standing,
}

/// What is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DueKind {
    /// The association asks for the money (*dépôt de la demande*).
    Filing,
    /// The funder decides (*décision*).
    Decision,
    /// Both sign (*signature de la convention*).
    Signature,
    /// The association asks for a payment of money that is claimed as cost occurs (*demande de versement*):
    /// the funder's usual delay before it comes.
    Claim,
    /// The funder pays (*versement*): all that arrives, the money of partners with it.
    Payment,
    /// The association pays partners their share (*reversement aux partenaires*).
    ToPartners,
    /// The association reports half-way (*bilan intermédiaire*).
    InterimReport,
    /// The association reports on what it did and spent (*compte rendu*): six months after the fiscal year,
    /// or as the agreement says (loi n° 2000-321 du 12 avril 2000, art. 10).
    Report,
    /// The association gives back what it did not use (*reversement*).
    GiveBack,
}

impl DueKind {
    /// Every kind, in the order of the life of an agreement.
    pub const ALL: [Self; 9] = [
        Self::Filing,
        Self::Decision,
        Self::Signature,
        Self::Claim,
        Self::Payment,
        Self::ToPartners,
        Self::InterimReport,
        Self::Report,
        Self::GiveBack,
    ];
}

/// Where something due stands, as far as the plan tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Its month has passed and the stage of the agreement says that it was not done (*en retard*).
    Late,
    /// Its month has passed and the plan does not say whether it was done (*à vérifier*).
    Unknown,
    /// Its month has not passed (*à venir*).
    Ahead,
    /// Done.
    Done,
}

/// What is due for the agreements that a view counts, in order, seen from the month `as_of`.
///
/// In the months of the horizon; what is not done before it too, where `as_of` tells.
#[must_use]
pub fn calendar(view: &View, as_of: Option<Month>) -> Vec<Due> {
    let mut found = Vec::new();
    for agreement in &view.plan.agreements {
        for tranche in agreement.tranches.iter().filter(|tranche| view.counts(agreement, tranche)) {
            let papers = papers(view, agreement, tranche).into_iter();
            let known = papers.filter_map(|(kind, month)| month.map(|month| (kind, month, None)));
            let all = known.chain(money(view, agreement, tranche));
            found.extend(all.map(|(kind, month, cents)| Due {
                month,
                agreement: agreement.id,
                tranche: tranche.id,
                kind,
                cents,
                standing: standing(agreement, tranche, (kind, month), as_of),
            }));
        }
    }
    let (first, last) = (view.timeline.first(), view.timeline.last());
    let waits = |due: &Due| as_of.is_some() && matches!(due.standing, Standing::Late | Standing::Ahead);
    found.retain(|due| due.month <= last && (due.month >= first || waits(due)));
    found.sort_unstable();
    found
}

/// What has to be written, signed or decided.
fn papers(view: &View, agreement: &FundingAgreement, tranche: &Tranche) -> [(DueKind, Option<Month>); 5] {
    // Money without conditions asks for no account of its use.
    let report = agreement.must_find_cost().then(|| tranche.report_after(tranche.end(), &view.timeline));
    [
        (DueKind::Filing, tranche.filing),
        (DueKind::Decision, Some(tranche.decision)),
        (DueKind::Signature, tranche.signature),
        (DueKind::InterimReport, tranche.interim_report),
        (DueKind::Report, report),
    ]
}

/// Payments, what has to be asked for before them, and what goes back, by month.
fn money(
    view: &View,
    agreement: &FundingAgreement,
    tranche: &Tranche,
) -> impl Iterator<Item = (DueKind, Month, Option<i64>)> + use<> {
    let item = ItemId::Agreement(agreement.id);
    let index = view.registry.tranche(tranche.id);
    let funder = view.plan.funders.iter().find(|funder| funder.id == agreement.funder);
    let delay = funder.map_or(0, |funder| i32::from(funder.delay_months));
    let mut sums: BTreeMap<(DueKind, Month), i64> = BTreeMap::new();
    let segments = view.segments.iter().filter(|segment| segment.item == item);
    for entry in segments.flat_map(Segment::entries).filter(|entry| entry.tranche == index) {
        let kind = match entry.rule {
            // The opening is no payment.
            _ if view.timeline.year_of(entry.month).is_none() => continue,
            Rule::Instalment | Rule::PartnersMoney => DueKind::Payment,
            Rule::PartnersMoneyPassedOn | Rule::PartnersSharePayment => DueKind::ToPartners,
            Rule::GivenBackPayment => DueKind::GiveBack,
            _ => continue,
        };
        let month = view.timeline.month(entry.month);
        *sums.entry((kind, month)).or_default() += entry.amount_cents;
        let asked = month.plus(-delay);
        if kind == DueKind::Payment && agreement.is_claimed() && asked > tranche.decision {
            *sums.entry((DueKind::Claim, asked)).or_default() += entry.amount_cents;
        }
    }
    sums.into_iter().map(|((kind, month), cents)| (kind, month, Some(cents)))
}

fn standing(
    agreement: &FundingAgreement,
    tranche: &Tranche,
    (kind, month): (DueKind, Month),
    as_of: Option<Month>,
) -> Standing {
    let Some(as_of) = as_of.filter(|as_of| month <= *as_of) else { return Standing::Ahead };
    let stage = agreement.stage;
    let receipts = || tranche.instalments.iter().filter_map(|instalment| instalment.received);
    let is_granted = || tranche.lines.iter().all(|line| line.granted.is_some());
    // Whether it was done; none where the plan does not say.
    let done = match kind {
        DueKind::Filing => Some(stage > Stage::Idea),
        DueKind::Decision => Some(stage >= Stage::Decided || is_granted()),
        DueKind::Signature => Some(stage >= Stage::Signed),
        DueKind::InterimReport => (stage >= Stage::ReportDue).then_some(true),
        DueKind::Report if stage == Stage::Closed => Some(true),
        DueKind::Report => (stage == Stage::ReportDue).then_some(false),
        DueKind::Payment if receipts().any(|receipt| receipt.month == month) => Some(true),
        // Who writes down what came has not written this.
        DueKind::Payment => receipts().next().map(|_| false),
        DueKind::Claim | DueKind::ToPartners | DueKind::GiveBack => None,
    };
    match done {
        Some(true) => Standing::Done,
        _ if month == as_of => Standing::Ahead,
        Some(false) => Standing::Late,
        None => Standing::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::certainty::Stage;
    use crate::partner::{Answers, PartnerShare, Partnership};
    use crate::rule::{PaymentRule, UnspentRule};
    use crate::testing::{add_agreement, everything, month, percent, plan};
    use alloc::sync::Arc;

    #[test]
    fn a_project_grant_has_a_decision_a_payment_a_report_and_money_to_give_back() {
        let mut plan = plan(2, "0");
        add_agreement(&mut plan, 10, Stage::Signed, ("2027-01", "2027-12", "2027-02", "1000"));
        Arc::make_mut(&mut plan.agreements[0]).payment = PaymentRule::Fixed(UnspentRule::GiveBack);
        let found: Vec<_> =
            calendar(&everything(&plan), None).iter().map(|due| (due.month, due.kind, due.cents)).collect();
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
        let found = calendar(&everything(&plan), None);
        assert_eq!(found.len(), 2);
        assert!(found.iter().all(|due| due.agreement == AgreementId(10)));
    }

    #[test]
    fn what_the_stage_says_was_not_done_is_late_and_stands_even_before_the_horizon() {
        let mut plan = plan(1, "0");
        add_agreement(&mut plan, 10, Stage::Filed, ("2027-01", "2027-12", "2027-02", "1000"));
        let tranche = &mut Arc::make_mut(&mut plan.agreements[0]).tranches[0];
        tranche.filing = Some(month("2026-10"));
        tranche.signature = Some(month("2027-06"));
        let seen_from = |plan: &crate::plan::Plan, as_of: &str| -> Vec<_> {
            let found = calendar(&everything(plan), Some(month(as_of)));
            found.iter().map(|due| (due.month, due.kind, due.standing)).collect()
        };
        // Filed, so the filing of October is done and not shown; decision and payment of February have
        // passed, nothing says whether the money came; the signature is three months away.
        let expected = [
            (month("2027-02"), DueKind::Decision, Standing::Late),
            (month("2027-02"), DueKind::Payment, Standing::Unknown),
            (month("2027-06"), DueKind::Signature, Standing::Ahead),
        ];
        assert_eq!(seen_from(&plan, "2027-03"), expected);
        Arc::make_mut(&mut plan.agreements[0]).stage = Stage::Idea;
        let filing = (month("2026-10"), DueKind::Filing, Standing::Late);
        assert_eq!(seen_from(&plan, "2026-11").first(), Some(&filing));
        // In its own month it is not late yet.
        assert_eq!(seen_from(&plan, "2026-10")[0].2, Standing::Ahead);
    }

    #[test]
    fn partners_are_due_their_share_so_long_after_the_funder_paid() {
        let due = |answers| {
            let mut plan = plan(1, "0");
            add_agreement(&mut plan, 10, Stage::Signed, ("2027-01", "2027-12", "2027-03", "24000"));
            let share = |name: &str, share: &str| PartnerShare { name: name.into(), share: percent(share) };
            let shares = alloc::vec![share("Voisins", "30"), share("Amis", "10")];
            Arc::make_mut(&mut plan.agreements[0]).partners =
                Some(Partnership { answers, shares, delay_months: 2 });
            let found = calendar(&everything(&plan), Some(month("2027-06")));
            found.iter().map(|due| (due.month, due.kind, due.cents, due.standing)).collect::<Vec<_>>()
        };
        // The funder pays 24,000.00, two months later 40 % of it, 9,600.00, goes on; nothing says whether it did.
        let expected = [
            (month("2027-03"), DueKind::Decision, None, Standing::Done),
            (month("2027-03"), DueKind::Payment, Some(2_400_000), Standing::Unknown),
            (month("2027-05"), DueKind::ToPartners, Some(960_000), Standing::Unknown),
        ];
        // Whoever answers for it, the money takes the same way.
        assert_eq!(due(Answers::EachPartner), expected);
        assert_eq!(due(Answers::LeadAlone { is_eligible: true }), expected);
    }

    #[test]
    fn what_is_claimed_is_asked_for_before_the_funder_s_delay() {
        let mut plan = plan(2, "0");
        add_agreement(&mut plan, 10, Stage::Signed, ("2027-01", "2027-12", "2027-01", "1200"));
        let rent = crate::testing::line(
            50,
            613,
            crate::schedule::ScheduleRule::Monthly(crate::testing::amount("100")),
            crate::timing::Timing::SameMonth,
        );
        plan.lines.push(Arc::new(rent));
        Arc::make_mut(&mut plan.funders[0]).delay_months = 3;
        Arc::make_mut(&mut plan.agreements[0]).payment = "50".parse().map(PaymentRule::Rate).unwrap();
        let found: Vec<_> = calendar(&everything(&plan), None);
        let found: Vec<_> = found.iter().map(|due| (due.month, due.kind, due.cents)).collect();
        // Half of 12 × 100.00 = 600.00, asked for with the report of June 2028, there three months later.
        let expected = [
            (month("2027-01"), DueKind::Decision, None),
            (month("2028-06"), DueKind::Claim, Some(60_000)),
            (month("2028-06"), DueKind::Report, None),
            (month("2028-09"), DueKind::Payment, Some(60_000)),
        ];
        assert_eq!(found, expected);
    }
}
