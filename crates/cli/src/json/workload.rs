//! Where days go, for a machine. Days are texts with at most six decimals.

use std::io::{self, Write};

use previ_engine::days::Days;
use previ_engine::funding_reasons::PayerId;
use previ_engine::view::View;
use previ_engine::workload::{self, ActivityTime, PositionLoad};
use previ_words::fiscal_year;
use serde::Serialize;

use super::{SCHEMA, view_name, write};

#[derive(Serialize)]
struct Workload {
    schema: u32,
    view: &'static str,
    months: Vec<String>,
    years: Vec<String>,
    positions: Vec<Position>,
}

/// Days by month, but for those done and paid, which are by fiscal year, as costs are.
#[derive(Serialize)]
struct Position {
    position: u32,
    label: String,
    available: Vec<String>,
    lent: Vec<String>,
    operational: Vec<String>,
    left: Vec<String>,
    load_percent: Vec<Option<String>>,
    cost_cents: Vec<i64>,
    operational_cost_cents: Vec<i64>,
    cost_per_day: Vec<Option<String>>,
    time: Vec<Time>,
}

/// The structure has no number.
#[derive(Serialize)]
struct Time {
    activity: Option<u32>,
    label: String,
    planned: Vec<String>,
    done: Vec<String>,
    paid: Vec<Paid>,
    unpaid: Vec<String>,
}

/// The activity whose own income it is, or the agreement.
#[derive(Serialize)]
struct Paid {
    activity: Option<u32>,
    agreement: Option<u32>,
    days: Vec<String>,
}

/// Writes where days go.
pub(crate) fn workload(out: &mut dyn Write, view: &View, found: &workload::Workload) -> io::Result<()> {
    let years = 0..found.years.len();
    let position = |load: &PositionLoad| Position {
        position: load.position.0,
        label: view.plan().label(load.position.into()).to_owned(),
        available: texts(&load.available),
        lent: texts(&load.lent),
        operational: texts(&load.operational),
        left: texts(&load.left()),
        load_percent: load.load().into_iter().map(|load| Some(load?.round_dp(2).to_string())).collect(),
        cost_cents: load.cost_cents.clone(),
        operational_cost_cents: load.operational_cost_cents.clone(),
        cost_per_day: years
            .clone()
            .map(|year| Some(load.cost_per_day(year)?.round_dp(6).normalize().to_string()))
            .collect(),
        time: load.time.iter().map(|time| of_activity(view, time)).collect(),
    };
    let workload = Workload {
        schema: SCHEMA,
        view: view_name(view.certainty),
        months: found.months.iter().map(ToString::to_string).collect(),
        years: found.years.iter().map(|year| fiscal_year(*year)).collect(),
        positions: found.positions.iter().map(position).collect(),
    };
    write(out, &workload)
}

fn of_activity(view: &View, time: &ActivityTime) -> Time {
    let paid = time.paid.iter().map(|paid| {
        let (activity, agreement) = match paid.payer {
            PayerId::OwnIncome(id) => (Some(id.0), None),
            PayerId::Agreement(id) => (None, Some(id.0)),
        };
        Paid { activity, agreement, days: texts(&paid.days) }
    });
    Time {
        activity: time.activity.map(|id| id.0),
        label: time.activity.map(|id| view.plan().label(id.into()).to_owned()).unwrap_or_default(),
        planned: texts(&time.planned),
        done: texts(&time.done),
        paid: paid.collect(),
        unpaid: texts(&time.unpaid),
    }
}

fn texts(days: &[Days]) -> Vec<String> {
    days.iter().map(|days| days.value().to_string()).collect()
}
