//! Small plans with positions.

use std::collections::BTreeMap;
use std::sync::Arc;

use previ_engine::account::AccountNumber;
use previ_engine::certainty::CertaintyView;
use previ_engine::employer::{Employer, PayrollTax};
use previ_engine::figure::Figure;
use previ_engine::frame::{Association, Assumptions, Frame, Horizon};
use previ_engine::id::{PositionId, TreasuryId};
use previ_engine::money::{Amount, Percent};
use previ_engine::month::Month;
use previ_engine::opening::OpeningBalance;
use previ_engine::plan::Plan;
use previ_engine::position::Position;
use previ_engine::projection::project;
use previ_engine::treasury::TreasuryAccount;
use previ_engine::view::View;

pub fn month(text: &str) -> Month {
    text.parse().unwrap()
}

pub fn amount(text: &str) -> Amount {
    text.parse().unwrap()
}

pub fn percent(text: &str) -> Percent {
    text.parse().unwrap()
}

/// A plan of so many fiscal years from a month on, with a bank and an employer without any default of its own
/// but the accident rate: no health insurance, no occupational health.
pub fn plan(first: &str, years: u8, payroll_tax: Option<PayrollTax>) -> Plan {
    let first = month(first);
    let employer = Employer {
        work_accident_rate: Some(percent("2.08")),
        health_cover: Some(Amount::ZERO),
        occupational_health: Some(Amount::ZERO),
        payroll_tax,
        ..Employer::default()
    };
    let association = Association {
        name: "Essai".to_owned(),
        rna: None,
        siren: None,
        fiscal_year_starts: first.number(),
        contributions: Default::default(),
        employer,
        vat: None,
    };
    let mut plan = Plan::new(Frame {
        association,
        horizon: Horizon { first_year: first.year(), years, as_of: None },
        assumptions: Assumptions::default(),
        opening: OpeningBalance::default(),
    });
    plan.treasury.push(Arc::new(TreasuryAccount {
        id: TreasuryId(1),
        label: "Banque".to_owned(),
        account: AccountNumber::of(512),
        opening: amount("100000"),
        overdraft_limit: None,
        blocked: false,
    }));
    plan
}

/// Changes the employer of a plan.
pub fn employer(plan: &mut Plan, change: impl FnOnce(&mut Employer)) {
    change(&mut Arc::make_mut(&mut plan.frame).association.employer);
}

/// A position with calculated contributions.
pub fn position(id: u32, from: &str, to: Option<&str>, gross: &str) -> Position {
    Position {
        to: to.map(month),
        gross: BTreeMap::from([(month(from), amount(gross))]),
        ..Position::new(PositionId(id), format!("Poste {id}"), month(from))
    }
}

pub fn view(plan: &Plan) -> View {
    project(plan, previ_reference::reference(), None).view(CertaintyView::Everything)
}

/// The value of a figure in cents.
pub fn figure(view: &View, name: &str) -> i64 {
    name.parse::<Figure>().unwrap().value(view).unwrap()
}
