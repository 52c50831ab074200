//! Funding agreements.

use previ_engine::agreement::FundingAgreement;
use previ_engine::funder::Funder;
use previ_engine::id::ItemId;
use previ_engine::rule::PaymentRule;

use super::assignment::{Assignment, assign};
use super::award::{Award, awards, claim};
use super::ceiling::cut;
use super::costs::{Ground, ground};
use super::euros::share_evenly;
use super::instalments::{Payment, of_claimed, payments, received};
use super::life::Life;
use super::movement::{Movement, Place};
use super::part::Part;
use super::provision::provision;
use super::situation::Situation;
use super::triggers::{Months, calendar};
use super::{fixed, partners, rate, scale};

/// The agreements with their funders.
fn known<'a>(situation: &Situation<'a>) -> Vec<(&'a FundingAgreement, &'a Funder)> {
    situation
        .plan
        .agreements
        .iter()
        .filter_map(|agreement| {
            let funder = situation.plan.funders.iter().find(|one| one.id == agreement.funder)?;
            Some((&**agreement, funder.as_ref()))
        })
        .collect()
}

/// Adds what of agreements is a cost, or takes one back, before anybody pays.
pub fn before_payment(situation: &Situation<'_>, movements: &mut Vec<(ItemId, Movement)>) {
    let agreements = known(situation);
    // What investment grants release is no cost any more.
    for (agreement, funder) in &agreements {
        if agreement.investment.is_some() {
            let mut out = Vec::new();
            awards(situation, agreement, funder)
                .iter()
                .for_each(|award| as_investment_grant(award, &mut out));
            movements.extend(out.into_iter().map(|movement| (ItemId::Agreement(agreement.id), movement)));
        }
    }
    for (agreement, _) in &agreements {
        let out = partners::costs(situation, agreement);
        movements.extend(out.into_iter().map(|movement| (ItemId::Agreement(agreement.id), movement)));
    }
}

/// Adds what the agreements move to the movements of everything else; says whether the rules leave something
/// open.
pub fn agreements(situation: &Situation<'_>, movements: &mut Vec<(ItemId, Movement)>) -> bool {
    let agreements = known(situation);
    before_payment(situation, movements);
    let ground = ground(situation, movements);
    let mut all: Vec<Award<'_>> =
        agreements.iter().flat_map(|(agreement, funder)| awards(situation, agreement, funder)).collect();
    cut(&mut all, &ground);
    let on_cost = all.iter().filter(|award| {
        award.agreement.investment.is_none() && award.agreement.payment != PaymentRule::General
    });
    let Assignment { lives, is_open } = assign(situation, on_cost.copied().collect(), &ground, movements);

    let parts: Vec<Part<'_>> = agreements
        .iter()
        .flat_map(|(agreement, funder)| {
            let all = &all;
            agreement.tranches.iter().map(move |tranche| {
                let own = all
                    .iter()
                    .filter(|award| award.agreement.id == agreement.id && award.tranche.id == tranche.id);
                Part { situation, agreement, tranche, funder, awards: own.copied().collect() }
            })
        })
        .collect();
    for (part, months) in parts.iter().zip(calendar(&parts, &ground)) {
        let out = of_tranche(part, &lives, &ground, &months);
        movements.extend(out.into_iter().map(|movement| (ItemId::Agreement(part.agreement.id), movement)));
    }
    is_open
}

/// What a tranche posts, the income of investment grants aside.
fn of_tranche(part: &Part<'_>, lives: &[Life<'_>], ground: &Ground, months: &[Months]) -> Vec<Movement> {
    let (agreement, funder) = (part.agreement, part.funder);
    let mut out = Vec::new();
    if agreement.investment.is_none() {
        let own = lives.iter().filter(|life| {
            life.award.agreement.id == agreement.id && life.award.tranche.id == part.tranche.id
        });
        for life in own {
            match agreement.payment {
                PaymentRule::General => {}
                PaymentRule::Fixed(_) => fixed::unspent(life, ground, &mut out),
                PaymentRule::Rate(share) => rate::income(life, share, ground, &mut out),
                PaymentRule::Scale => scale::income(life, &ground.costs, &mut out),
            }
        }
        if !part.is_claimed() {
            part.awards.iter().for_each(|award| as_income(award, &mut out));
        }
    }
    let mut payments: Vec<Payment> = payments(part, months);
    if part.is_claimed() {
        let (as_claimed, excess) = of_claimed(part, lives, payments);
        payments = as_claimed;
        out.push(received(agreement, funder, excess.arrives(funder), -excess.euros));
    }
    out.extend(
        payments.iter().map(|payment| received(agreement, funder, payment.arrives(funder), payment.euros)),
    );
    let set_aside = provision(part, &out, &payments);
    out.extend(set_aside);
    out.extend(partners::money(part, &payments));
    out
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
