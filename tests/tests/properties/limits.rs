//! What agreements may pay is limited: by nature, by other public money, by what is given at a flat rate.

use std::sync::Arc;

use previ_engine::account::AccountNumber;
use previ_engine::funding_statement::funding_by_tranche;
use previ_engine::id::TrancheId;
use previ_engine::line::BudgetLine;
use previ_engine::money::Percent;
use previ_engine::payment::Part;
use previ_engine::plan::Plan;
use previ_engine::rule::{Ceiling, CostNature, Eligibility, PaymentRule};
use rust_decimal::Decimal;

use super::funding::{all_counted_cents, awarded_cents, in_each_view, of_one_year, without_refunds};

fn percent(seed: u64) -> Percent {
    Percent::new(Decimal::from(20 + seed % 90)).unwrap()
}

/// Nothing but staff is eligible, by one line each, limited as staff where it is limited at all.
fn for_staff_only(plan: &mut Plan) {
    without_refunds(plan);
    // Staff that is shared out is indirect, and would be paid beside what the ceilings limit. What else is shared
    // out stays: it is no staff, and nobody pays it here.
    let is_staff = |line: &BudgetLine| line.account.prefix(2) == 64;
    for line in plan.lines.iter_mut().filter(|line| is_staff(line)) {
        Arc::make_mut(line).pool = None;
    }
    plan.positions.iter_mut().for_each(|position| Arc::make_mut(position).pool = None);
    for agreement in plan.agreements.iter_mut().map(Arc::make_mut) {
        // A convention that calls what goes to partners eligible does so whatever the accounts are.
        if agreement.pays_its_partners() == Some(true) {
            agreement.partners = None;
        }
        agreement.eligible = Eligibility { accounts: vec![AccountNumber::of(64)], ..Eligibility::default() };
        for ceiling in &mut agreement.ceilings {
            if let Ceiling::Nature(nature, _) = ceiling {
                *nature = CostNature::Staff;
            }
        }
        agreement.tranches.iter_mut().for_each(|tranche| tranche.lines.truncate(1));
    }
}

#[test]
fn a_tranche_pays_no_more_of_a_nature_than_its_ceilings_let_it() {
    in_each_view(400, for_staff_only, |view, _| {
        let plan = view.plan();
        for tranche in funding_by_tranche(view) {
            let agreement = plan.agreements.iter().find(|one| one.id == tranche.money.agreement).unwrap();
            if !agreement.must_find_cost() {
                continue;
            }
            let mut paid = 0;
            let mut base = 0;
            for year in 0..view.timeline().year_count() {
                paid += tranche.money.paid_cents[year];
                base += tranche.money.base_cents[year];
                for ceiling in &agreement.ceilings {
                    let most = match ceiling {
                        Ceiling::Nature(_, Part::Share(share)) => share.of_cents(base),
                        // A view counts no more than all of it.
                        Ceiling::Nature(_, Part::Amount(amount)) => amount.cents(),
                        Ceiling::PublicMoney(_) => continue,
                    };
                    if paid > most {
                        let what = tranche.tranche;
                        return Err(format!("{what:?} pays {paid} until year {year}, {ceiling:?}: {most}"));
                    }
                }
            }
        }
        Ok(())
    });
}

/// A year of one project: every agreement may pay all of its costs, in all of the year.
fn of_one_project(plan: &mut Plan) {
    of_one_year(plan);
    without_refunds(plan);
    plan.in_kind.clear();
    let (first, last) = (plan.frame.timeline().first(), plan.frame.timeline().last());
    let activity = plan.activities.iter().find(|activity| activity.only_if.is_none()).map(|one| one.id);
    for agreement in plan.agreements.iter_mut().map(Arc::make_mut) {
        let has_flat_rate = agreement.eligible.flat_rate;
        agreement.eligible = Eligibility { flat_rate: has_flat_rate, ..Eligibility::default() };
        agreement.tranches.truncate(1);
        for tranche in &mut agreement.tranches {
            (tranche.from, tranche.to) = (first, last);
            tranche.decision = tranche.decision.clamp(first, last);
            tranche.lines.truncate(1);
            tranche.lines.iter_mut().for_each(|line| line.activity = activity);
        }
    }
}

#[test]
fn public_money_passes_its_ceiling_only_by_what_knows_none() {
    in_each_view(400, of_one_project, |view, seed| {
        let mut plan = view.plan().clone();
        let share = percent(seed);
        for agreement in plan.agreements.iter_mut().map(Arc::make_mut) {
            agreement.eligible.flat_rate = None;
            for ceiling in &mut agreement.ceilings {
                if let Ceiling::PublicMoney(of) = ceiling {
                    *of = share;
                }
            }
        }
        let view = crate::random::view_of(&plan, view.certainty);
        let activity_of = |tranche: TrancheId| {
            let mut all = plan.agreements.iter().flat_map(|agreement| &agreement.tranches);
            all.find(|one| one.id == tranche).and_then(|one| one.lines.first()).and_then(|line| line.activity)
        };
        let mut most = 0;
        let (mut limited, mut free) = (0, 0);
        for tranche in funding_by_tranche(&view) {
            let agreement = plan.agreements.iter().find(|one| one.id == tranche.money.agreement).unwrap();
            let funder = plan.funders.iter().find(|one| one.id == agreement.funder).unwrap();
            let is_operation =
                agreement.payment == PaymentRule::General && activity_of(tranche.tranche).is_none();
            if agreement.investment.is_some() || is_operation {
                continue;
            }
            let is_limited = agreement.must_find_cost()
                && agreement.ceilings.iter().any(|ceiling| matches!(ceiling, Ceiling::PublicMoney(_)));
            if is_limited {
                most = most.max(share.of_cents(tranche.money.base_cents.iter().sum()));
                limited += awarded_cents(&view, agreement.id);
            } else if funder.kind.is_public() {
                free += all_counted_cents(&view, agreement);
            }
        }
        // Limited money of private funders is cut by public money, and cuts none.
        let all_public = |limited: i64| free + limited;
        let private: i64 = plan
            .agreements
            .iter()
            .filter(|agreement| {
                plan.funders.iter().any(|one| one.id == agreement.funder && !one.kind.is_public())
            })
            .filter(|agreement| {
                agreement.must_find_cost()
                    && agreement.ceilings.iter().any(|ceiling| matches!(ceiling, Ceiling::PublicMoney(_)))
            })
            .map(|agreement| awarded_cents(&view, agreement.id))
            .sum();
        let public = all_public(limited - private);
        if public <= free.max(most) || limited == private {
            Ok(())
        } else {
            Err(format!("{public} of public money, {free} without ceiling, {most} allowed"))
        }
    });
}

#[test]
fn a_flat_rate_gives_no_more_than_its_share_of_the_base() {
    in_each_view(300, of_one_project, |view, _| {
        for tranche in funding_by_tranche(view) {
            let agreement =
                view.plan().agreements.iter().find(|one| one.id == tranche.money.agreement).unwrap();
            let most = match agreement.eligible.flat_rate {
                Some(flat_rate) => flat_rate.rate.of_cents(tranche.money.base_cents.iter().sum()),
                None => 0,
            };
            let beyond: i64 = tranche.money.beyond_cents.iter().sum();
            if beyond > most || tranche.money.beyond_cents.iter().any(|cents| *cents < 0) {
                return Err(format!("{:?}: {beyond} beyond cost, at most {most}", tranche.tranche));
            }
        }
        Ok(())
    });
}

#[test]
fn a_choice_that_cannot_be_made_changes_nothing() {
    in_each_view(200, of_one_year, |view, _| {
        let mut other = view.plan().clone();
        for agreement in other.agreements.iter_mut().map(Arc::make_mut) {
            for tranche in &mut agreement.tranches {
                let mut none = tranche.chosen.clone();
                none.iter_mut().for_each(|chosen| {
                    chosen.cost = previ_engine::rule::ChosenKind::Account(AccountNumber::of(69));
                });
                tranche.chosen.extend(none);
            }
        }
        let other = crate::random::view_of(&other, view.certainty);
        if view.segments() == other.segments() { Ok(()) } else { Err("another journal".to_owned()) }
    });
}
