//! Positions and the pay of a month, for a machine. Days are texts with at most six decimals.

use std::io::{self, Write};

use previ_engine::days::Days;
use previ_engine::id::PositionId;
use previ_engine::view::View;
use previ_session::views::staff::{MonthPayView, PayRow, StaffPage, StaffRow};
use previ_words::fiscal_year;
use serde::Serialize;

use super::{SCHEMA, view_name, write};

#[derive(Serialize)]
struct Staff<'a> {
    schema: u32,
    view: &'static str,
    years: Vec<String>,
    positions: Vec<Position<'a>>,
    pay: Option<Pay<'a>>,
}

/// The last month is absent where the position has no end.
#[derive(Serialize)]
struct Position<'a> {
    position: u32,
    label: &'a str,
    holder: &'a str,
    from: String,
    to: Option<String>,
    working_time_percent: String,
    cost_cents: &'a [i64],
    available: Vec<String>,
    planned: Vec<String>,
    aid_cents: &'a [i64],
}

/// Labels, rates and notes are in the language asked for.
#[derive(Serialize)]
struct Pay<'a> {
    position: u32,
    month: String,
    rows: Vec<Row<'a>>,
    notes: &'a [String],
}

#[derive(Serialize)]
struct Row<'a> {
    label: &'a str,
    base_cents: Option<i64>,
    rate: &'a str,
    cents: Option<i64>,
    since: &'a str,
}

/// Writes the positions, and the pay of one where it was asked for.
pub(crate) fn staff(
    out: &mut dyn Write,
    view: &View,
    page: &StaffPage,
    post: Option<PositionId>,
    pay: Option<&MonthPayView>,
) -> io::Result<()> {
    let shown = page.rows.iter().filter(|row| post.is_none_or(|post| row.id == post));
    let pay = post.zip(pay).map(|(post, pay)| Pay {
        position: post.0,
        month: pay.month.to_string(),
        rows: pay.rows.iter().map(row).collect(),
        notes: &pay.notes,
    });
    let staff = Staff {
        schema: SCHEMA,
        view: view_name(view.certainty),
        years: view.timeline().fiscal_years().into_iter().map(fiscal_year).collect(),
        positions: shown.map(position).collect(),
        pay,
    };
    write(out, &staff)
}

fn position(row: &StaffRow) -> Position<'_> {
    Position {
        position: row.id.0,
        label: &row.job,
        holder: &row.holder,
        from: row.from.to_string(),
        to: row.to.map(|to| to.to_string()),
        working_time_percent: row.working_time.value().to_string(),
        cost_cents: &row.cost_cents,
        available: texts(&row.available),
        planned: texts(&row.planned),
        aid_cents: &row.aid_cents,
    }
}

fn row(row: &PayRow) -> Row<'_> {
    let PayRow { label, base_cents, rate, cents, since, emphasis: _ } = row;
    Row { label, base_cents: *base_cents, rate, cents: *cents, since }
}

fn texts(days: &[Days]) -> Vec<String> {
    days.iter().map(|days| days.value().to_string()).collect()
}
