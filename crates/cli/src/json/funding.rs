//! Who pays for what, for a machine.

use std::io::{self, Write};

use previ_engine::choices::cost_of_choices;
use previ_engine::cliff::{Ending, cliff};
use previ_engine::funding_reasons::{OtherPayer, PayerId, Reason, funding_reasons};
use previ_engine::funding_statement::{
    AgreementFunding, PaidBy, TrancheFunding, funding_by_activity, funding_by_agreement, funding_by_tranche,
};
use previ_engine::id::AgreementId;
use previ_engine::matrix::{MatrixRow, Payer, funding_matrix};
use previ_engine::month::Month;
use previ_engine::promise::{Promise, funding_by_funder};
use previ_engine::rule::{Ceiling, CostNature};
use previ_engine::view::View;
use previ_words::fiscal_year;
use serde::Serialize;

use super::{SCHEMA, view_name, write};

#[derive(Serialize)]
struct Funding {
    schema: u32,
    view: &'static str,
    years: Vec<String>,
    activities: Vec<ActivityFunded>,
    agreements: Vec<AgreementFunded>,
    tranches: Vec<TrancheFunded>,
    funders: Vec<FunderFunded>,
    matrix: Vec<MatrixFunded>,
    endings: Vec<EndingFunded>,
    unused: Vec<UnusedFunded>,
    choices: Option<ChoicesCost>,
}

/// Money of an agreement that found no cost, and why.
#[derive(Serialize)]
struct UnusedFunded {
    agreement: u32,
    cents: i64,
    reasons: Vec<WhyUnused>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum WhyUnused {
    NoEligibleCost,
    TooLittleCost { eligible_cents: i64, cents: i64 },
    AlreadyPaid { others: Vec<PaidByOther> },
    Ceiling { of: &'static str, cents: i64 },
}

/// The activity whose own income it is, or the agreement.
#[derive(Serialize)]
struct PaidByOther {
    activity: Option<u32>,
    agreement: Option<u32>,
    cents: i64,
}

/// Money that finds a cost, with the chosen costs and without them.
#[derive(Serialize)]
struct ChoicesCost {
    paid_cents: i64,
    unchosen_cents: i64,
}

/// The structure has no number.
#[derive(Serialize)]
struct ActivityFunded {
    activity: Option<u32>,
    label: String,
    cost_cents: Vec<i64>,
    own_income_cents: Vec<i64>,
    paid: Vec<Paid>,
    left_cents: Vec<i64>,
    own_funds_cents: Vec<i64>,
    to_find_cents: Vec<i64>,
    carried_cents: Vec<i64>,
    surplus_cents: Vec<i64>,
}

#[derive(Serialize)]
struct Paid {
    agreement: u32,
    cents: Vec<i64>,
    first: Option<String>,
    last: Option<String>,
}

#[derive(Serialize)]
struct AgreementFunded {
    agreement: u32,
    label: String,
    base_cents: Vec<i64>,
    paid_cents: Vec<i64>,
    income_cents: Vec<i64>,
    carried_cents: Vec<i64>,
    given_back_cents: Vec<i64>,
    received_cents: Vec<i64>,
    #[serde(flatten)]
    promise: Promised,
}

#[derive(Serialize)]
struct Promised {
    asked_cents: i64,
    granted_cents: i64,
    counted_cents: i64,
    by_year_cents: Vec<i64>,
    to_come_cents: Vec<i64>,
    at_risk_cents: Vec<i64>,
}

#[derive(Serialize)]
struct TrancheFunded {
    tranche: u32,
    #[serde(flatten)]
    money: AgreementFunded,
}

#[derive(Serialize)]
struct FunderFunded {
    funder: u32,
    label: String,
    paid_cents: Vec<i64>,
    income_cents: Vec<i64>,
    received_cents: Vec<i64>,
    #[serde(flatten)]
    promise: Promised,
}

/// Activities in the order of `activities`, by fiscal year; the funder where a funder pays.
#[derive(Serialize)]
struct MatrixFunded {
    payer: &'static str,
    funder: Option<u32>,
    activities: Vec<Option<u32>>,
    cents: Vec<Vec<i64>>,
}

/// Months that follow the last one of the agreement.
#[derive(Serialize)]
struct EndingFunded {
    month: String,
    agreement: u32,
    yearly_cents: i64,
    activities: Vec<(Option<u32>, i64)>,
    positions: Vec<(u32, i64)>,
    cost_cents: Vec<i64>,
    left_cents: Vec<i64>,
}

/// Writes who pays for what.
pub(crate) fn funding(out: &mut dyn Write, view: &View) -> io::Result<()> {
    let plan = view.plan();
    let activities = funding_by_activity(view).into_iter().map(|found| ActivityFunded {
        activity: found.activity.map(|id| id.0),
        label: found.activity.map(|id| plan.label(id.into()).to_owned()).unwrap_or_default(),
        cost_cents: found.cost_cents,
        own_income_cents: found.own_income_cents,
        paid: found.paid.into_iter().map(paid).collect(),
        left_cents: found.left_cents,
        own_funds_cents: found.own_funds_cents,
        to_find_cents: found.to_find_cents,
        carried_cents: found.carried_cents,
        surplus_cents: found.surplus_cents,
    });
    let agreement = |found: AgreementFunding| AgreementFunded {
        agreement: found.agreement.0,
        label: plan.label(found.agreement.into()).to_owned(),
        base_cents: found.base_cents,
        paid_cents: found.paid_cents,
        income_cents: found.income_cents,
        carried_cents: found.carried_cents,
        given_back_cents: found.given_back_cents,
        received_cents: found.received_cents,
        promise: promised(found.promise),
    };
    let tranche =
        |found: TrancheFunding| TrancheFunded { tranche: found.tranche.0, money: agreement(found.money) };
    let funders = funding_by_funder(view).into_iter().map(|found| FunderFunded {
        funder: found.funder.0,
        label: plan.label(found.funder.into()).to_owned(),
        paid_cents: found.paid_cents,
        income_cents: found.income_cents,
        received_cents: found.received_cents,
        promise: promised(found.promise),
    });
    let funding = Funding {
        schema: SCHEMA,
        view: view_name(view.certainty),
        years: view.timeline().fiscal_years().into_iter().map(fiscal_year).collect(),
        activities: activities.collect(),
        agreements: funding_by_agreement(view).into_iter().map(agreement).collect(),
        tranches: funding_by_tranche(view).into_iter().map(tranche).collect(),
        funders: funders.collect(),
        matrix: matrix(view),
        endings: cliff(view).endings.into_iter().map(ending).collect(),
        unused: plan.agreements.iter().filter_map(|known| unused(view, known.id)).collect(),
        choices: cost_of_choices(view)
            .map(|found| ChoicesCost { paid_cents: found.paid_cents, unchosen_cents: found.unchosen_cents }),
    };
    write(out, &funding)
}

fn paid(paid: PaidBy) -> Paid {
    let month = |month: Option<Month>| month.map(|month| month.to_string());
    Paid { agreement: paid.agreement.0, cents: paid.cents, first: month(paid.first), last: month(paid.last) }
}

fn promised(promise: Promise) -> Promised {
    Promised {
        asked_cents: promise.asked_cents,
        granted_cents: promise.granted_cents,
        counted_cents: promise.counted_cents,
        by_year_cents: promise.by_year_cents,
        to_come_cents: promise.to_come_cents,
        at_risk_cents: promise.at_risk_cents,
    }
}

fn unused(view: &View, agreement: AgreementId) -> Option<UnusedFunded> {
    let found = funding_reasons(view, agreement)?;
    let other = |other: OtherPayer| {
        let (activity, agreement) = match other.payer {
            PayerId::OwnIncome(id) => (Some(id.0), None),
            PayerId::Agreement(id) => (None, Some(id.0)),
        };
        PaidByOther { activity, agreement, cents: other.cents }
    };
    let reasons = found.reasons.into_iter().map(|reason| match reason {
        Reason::NoEligibleCost => WhyUnused::NoEligibleCost,
        Reason::TooLittleCost { eligible_cents, cents } => WhyUnused::TooLittleCost { eligible_cents, cents },
        Reason::AlreadyPaid(others) => {
            WhyUnused::AlreadyPaid { others: others.into_iter().map(other).collect() }
        }
        Reason::Ceiling { ceiling, cents } => {
            let of = match ceiling {
                Ceiling::PublicMoney(_) => "public-money",
                Ceiling::Nature(CostNature::Staff, _) => "staff",
                Ceiling::Nature(CostNature::OtherDirect, _) => "other-direct",
                Ceiling::Nature(CostNature::Indirect, _) => "indirect",
            };
            WhyUnused::Ceiling { of, cents }
        }
    });
    Some(UnusedFunded { agreement: agreement.0, cents: found.cents, reasons: reasons.collect() })
}

fn matrix(view: &View) -> Vec<MatrixFunded> {
    let matrix = funding_matrix(view);
    let activities: Vec<Option<u32>> = matrix.activities.iter().map(|id| id.map(|id| id.0)).collect();
    let row = |row: MatrixRow| {
        let (payer, funder) = match row.payer {
            Payer::Funder(id) => ("funder", Some(id.0)),
            Payer::OwnIncome => ("own-income", None),
            Payer::OwnFunds => ("own-funds", None),
            Payer::ToFind => ("to-find", None),
        };
        MatrixFunded { payer, funder, activities: activities.clone(), cents: row.cents }
    };
    matrix.rows.into_iter().map(row).collect()
}

fn ending(ending: Ending) -> EndingFunded {
    EndingFunded {
        month: ending.month.to_string(),
        agreement: ending.agreement.0,
        yearly_cents: ending.yearly_cents,
        activities: ending.activities.into_iter().map(|(id, cents)| (id.map(|id| id.0), cents)).collect(),
        positions: ending.positions.into_iter().map(|(id, cents)| (id.0, cents)).collect(),
        cost_cents: ending.cost_cents,
        left_cents: ending.left_cents,
    }
}
