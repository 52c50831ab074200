//! Who pays for what, for a machine.

use std::io::{self, Write};

use previ_engine::funding_statement::{funding_by_activity, funding_by_agreement};
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
}

#[derive(Serialize)]
struct Paid {
    agreement: u32,
    cents: Vec<i64>,
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
}

/// Writes who pays for what.
pub(crate) fn funding(out: &mut dyn Write, view: &View) -> io::Result<()> {
    let plan = view.plan();
    let activities = funding_by_activity(view).into_iter().map(|found| ActivityFunded {
        activity: found.activity.map(|id| id.0),
        label: found.activity.map(|id| plan.label(id.into()).to_owned()).unwrap_or_default(),
        cost_cents: found.cost_cents,
        own_income_cents: found.own_income_cents,
        paid: found
            .paid
            .into_iter()
            .map(|paid| Paid { agreement: paid.agreement.0, cents: paid.cents })
            .collect(),
        left_cents: found.left_cents,
    });
    let agreements = funding_by_agreement(view).into_iter().map(|found| AgreementFunded {
        agreement: found.agreement.0,
        label: plan.label(found.agreement.into()).to_owned(),
        base_cents: found.base_cents,
        paid_cents: found.paid_cents,
        income_cents: found.income_cents,
        carried_cents: found.carried_cents,
        given_back_cents: found.given_back_cents,
        received_cents: found.received_cents,
    });
    let funding = Funding {
        schema: SCHEMA,
        view: view_name(view.certainty),
        years: view.timeline().fiscal_years().into_iter().map(fiscal_year).collect(),
        activities: activities.collect(),
        agreements: agreements.collect(),
    };
    write(out, &funding)
}
