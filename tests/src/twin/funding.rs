//! Funding agreements.

use previ_engine::agreement::FundingAgreement;
use previ_engine::funder::Funder;
use previ_engine::id::ItemId;
use previ_engine::rule::PaymentRule;

use super::assignment::assign;
use super::award::{Award, awards, claim};
use super::costs::costs;
use super::euros::share_evenly;
use super::instalments::{instalments, received};
use super::movement::{Movement, Place};
use super::situation::Situation;
use super::{fixed, rate, scale};

/// Adds what the agreements move to the movements of everything else.
pub fn agreements(situation: &Situation<'_>, movements: &mut Vec<(ItemId, Movement)>) {
    let agreements = || {
        situation.plan.agreements.iter().filter_map(|agreement| {
            let funder = situation.plan.funders.iter().find(|one| one.id == agreement.funder)?;
            Some((agreement, funder))
        })
    };
    for (agreement, funder) in agreements().filter(|(agreement, _)| agreement.investment.is_some()) {
        let mut out = Vec::new();
        for award in awards(situation, agreement, funder) {
            as_investment_grant(&award, &mut out);
        }
        pay_all(situation, agreement, funder, &mut out);
        movements.extend(out.into_iter().map(|movement| (ItemId::Agreement(agreement.id), movement)));
    }

    let costs = costs(situation, movements);
    let with_rule = agreements().filter(|(agreement, _)| agreement.investment.is_none());
    let on_cost = with_rule.clone().filter(|(agreement, _)| agreement.payment != PaymentRule::General);
    let lines = on_cost.flat_map(|(agreement, funder)| awards(situation, agreement, funder)).collect();
    let lives = assign(situation, lines, &costs, movements);

    for (agreement, funder) in with_rule {
        let mut out = Vec::new();
        if let PaymentRule::Rate(_) | PaymentRule::Scale = agreement.payment {
            for tranche in &agreement.tranches {
                rate::payments(agreement, tranche, &lives, &mut out);
            }
        } else {
            awards(situation, agreement, funder).iter().for_each(|award| as_income(award, &mut out));
            pay_all(situation, agreement, funder, &mut out);
        }
        for life in lives.iter().filter(|life| life.award.agreement.id == agreement.id) {
            match agreement.payment {
                PaymentRule::General => {}
                PaymentRule::Fixed(_) => fixed::unspent(life, &costs, &mut out),
                PaymentRule::Rate(share) => rate::income(life, share, &costs, &mut out),
                PaymentRule::Scale => scale::income(life, &costs, &mut out),
            }
        }
        movements.extend(out.into_iter().map(|movement| (ItemId::Agreement(agreement.id), movement)));
    }
}

/// Income of the years up to the decision at once, of later years in their first month.
fn as_income(award: &Award<'_>, out: &mut Vec<Movement>) {
    let decision = award.tranche.decision;
    let (claim, deferred) = (claim(award.funder), Place::account(487));
    let income = Place::Account(award.income_account());
    for (year, share) in award.shares() {
        if year <= award.decided() {
            award.post(out, decision, claim, income, share);
        } else {
            award.post(out, decision, claim, deferred, share);
            award.post(out, award.situation.start_of(year), deferred, income, share);
        }
    }
}

/// Own funds, released as the investment loses value.
fn as_investment_grant(award: &Award<'_>, out: &mut Vec<Movement>) {
    let (grant, released) = (Place::account(131), Place::account(139));
    let decision = award.tranche.decision;
    award.post(out, decision, claim(award.funder), grant, award.counted);
    let investments = &award.situation.plan.investments;
    let Some(investment) = investments.iter().find(|one| Some(one.id) == award.agreement.investment) else {
        return;
    };
    let Some(life) = investment.life_months else { return };
    let start = investment.in_use.unwrap_or(investment.purchase);
    let mut last = decision;
    for (place, part) in share_evenly(award.counted, usize::from(life)).into_iter().enumerate() {
        last = start.plus(place as i32).max(decision);
        award.post(out, last, released, Place::account(747), part);
    }
    award.post(out, last, grant, released, award.counted);
}

/// Every payment of every tranche in full, at the decision when none are said.
fn pay_all(
    situation: &Situation<'_>,
    agreement: &FundingAgreement,
    funder: &Funder,
    out: &mut Vec<Movement>,
) {
    for tranche in &agreement.tranches {
        let counted = tranche.lines.iter().map(|line| situation.counted(agreement, tranche, line)).sum();
        for (month, part) in instalments(tranche, tranche.decision, counted) {
            out.push(received(agreement, funder, month, part));
        }
    }
}
