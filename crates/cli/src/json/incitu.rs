//! A year as InCitu's workbook reckons it, for a machine. Amounts are whole cents; days and rates are texts
//! with their decimals.

use std::io::{self, Write};

use previ_engine::money::to_cents;
use previ_engine::plan::Plan;
use previ_sheets::incitu::{Account, Both, Person, Project, Report, StepKind};
use previ_words::{Language, fiscal_year};
use rust_decimal::Decimal;
use serde::Serialize;

use super::{Message, SCHEMA, messages, write};

#[derive(Serialize)]
struct InCitu {
    schema: u32,
    year: String,
    collective_agreement: Option<String>,
    days: Days,
    people: Vec<PersonOne>,
    categories: Vec<CategoryOne>,
    projects: Vec<ProjectOne>,
    set: Option<Vec<usize>>,
    account: AccountOne,
    bridge: Vec<StepOne>,
    diagnostics: Vec<Message>,
}

#[derive(Serialize)]
struct Days {
    year: u32,
    weekend: u32,
    holidays: u32,
    off: String,
    workable: String,
}

#[derive(Serialize)]
struct Cents {
    planned_cents: i64,
    realised_cents: i64,
}

#[derive(Serialize)]
struct Numbers {
    planned: String,
    realised: String,
}

#[derive(Serialize)]
struct PersonOne {
    position: u32,
    days: String,
    operational_days: String,
    cost_cents: i64,
    day_cost_cents: i64,
    on_projects: Vec<Numbers>,
}

#[derive(Serialize)]
struct CategoryOne {
    pool: Option<u32>,
    before_cents: [i64; 2],
    amount: Cents,
    day_cost: Cents,
}

#[derive(Serialize)]
struct ProjectOne {
    activity: u32,
    label: String,
    days: Numbers,
    staff: Cents,
    indirect: Vec<Cents>,
    expenses: Cents,
    cost: Cents,
    funding: Cents,
    by_certainty: Vec<Cents>,
    other_income: Cents,
    paid_by_structure: Cents,
    deliverables: Vec<String>,
    details: Vec<String>,
}

#[derive(Serialize)]
struct AccountOne {
    rate: Numbers,
    charges: Vec<HeadingOne>,
    pay: Cents,
    contributions: Cents,
    provisions_made: Cents,
    total_charges: Cents,
    own_income: Cents,
    funders: Vec<FunderOne>,
    total_funders: Cents,
    other_income: Cents,
    provisions_released: Cents,
    total_income: Cents,
    result: Cents,
    without_account: Cents,
}

#[derive(Serialize)]
struct HeadingOne {
    account: String,
    amount: Cents,
}

#[derive(Serialize)]
struct FunderOne {
    kind: String,
    amount: Cents,
}

#[derive(Serialize)]
struct StepOne {
    step: &'static str,
    cents: i64,
}

pub(crate) fn incitu(
    out: &mut dyn Write,
    plan: &Plan,
    report: &Report,
    set: Option<&[usize]>,
    account: &Account,
    language: Language,
) -> io::Result<()> {
    let days = &report.days;
    let category = |category: &previ_sheets::incitu::Category| CategoryOne {
        pool: category.pool.map(|pool| pool.0),
        before_cents: category.before.map(to_cents),
        amount: cents(category.amount),
        day_cost: cents(category.day_cost),
    };
    let employer = &plan.frame.association.employer;
    let whole = InCitu {
        schema: SCHEMA,
        year: fiscal_year(report.year),
        collective_agreement: employer.collective_agreement.clone(),
        days: Days {
            year: days.days,
            weekend: days.weekend,
            holidays: days.holidays,
            off: number(days.off),
            workable: number(days.workable),
        },
        people: report.people.iter().map(person).collect(),
        categories: report.categories.iter().map(category).collect(),
        projects: report.projects.iter().map(|one| project(plan, one)).collect(),
        set: set.map(<[usize]>::to_vec),
        account: self::account(account),
        bridge: report
            .bridge
            .iter()
            .map(|step| StepOne { step: name(step.kind), cents: to_cents(step.euros) })
            .collect(),
        diagnostics: messages(&report.warnings, language),
    };
    write(out, &whole)
}

fn cents(amount: Both) -> Cents {
    Cents { planned_cents: to_cents(amount.planned), realised_cents: to_cents(amount.realised) }
}

fn number(value: Decimal) -> String {
    value.round_dp(6).normalize().to_string()
}

fn numbers(both: Both) -> Numbers {
    Numbers { planned: number(both.planned), realised: number(both.realised) }
}

fn person(person: &Person) -> PersonOne {
    PersonOne {
        position: person.position.0,
        days: number(person.days),
        operational_days: number(person.operational_days),
        cost_cents: to_cents(person.cost),
        day_cost_cents: to_cents(person.day_cost),
        on_projects: person.on_projects.iter().map(|days| numbers(*days)).collect(),
    }
}

fn project(plan: &Plan, project: &Project) -> ProjectOne {
    let activity = plan.activities.iter().find(|known| known.id == project.activity);
    let texts = |of: fn(&previ_engine::activity::Activity) -> &Vec<String>| {
        activity.map(|activity| of(activity).clone()).unwrap_or_default()
    };
    ProjectOne {
        activity: project.activity.0,
        label: plan.label(project.activity.into()).to_owned(),
        days: numbers(project.days),
        staff: cents(project.staff),
        indirect: project.indirect.iter().map(|amount| cents(*amount)).collect(),
        expenses: cents(project.expenses_total()),
        cost: cents(project.cost()),
        funding: cents(project.funding()),
        by_certainty: project.by_certainty().map(cents).into(),
        other_income: cents(project.other_income()),
        paid_by_structure: cents(project.paid_by_structure()),
        deliverables: texts(|activity| &activity.deliverables),
        details: texts(|activity| &activity.details),
    }
}

fn account(account: &Account) -> AccountOne {
    let heading = |(account, amount): &(previ_engine::account::AccountNumber, Both)| HeadingOne {
        account: account.to_string(),
        amount: cents(*amount),
    };
    let funders = account.funders.iter();
    AccountOne {
        rate: numbers(account.rate),
        charges: account.charges.iter().map(heading).collect(),
        pay: cents(account.pay),
        contributions: cents(account.contributions),
        provisions_made: cents(account.provisions_made),
        total_charges: cents(account.total_charges()),
        own_income: cents(account.own_income),
        funders: funders
            .map(|(kind, amount)| FunderOne { kind: format!("{kind:?}"), amount: cents(*amount) })
            .collect(),
        total_funders: cents(account.total_funders()),
        other_income: cents(account.other_income),
        provisions_released: cents(account.provisions_released),
        total_income: cents(account.total_income()),
        result: cents(account.result()),
        without_account: cents(account.without_account),
    }
}

/// A step of the bridge, as machines name it.
fn name(kind: StepKind) -> &'static str {
    step_id(kind).strip_prefix("cli-incitu-step-").unwrap_or_default()
}

/// The text of a step of the bridge.
pub(crate) fn step_id(kind: StepKind) -> &'static str {
    match kind {
        StepKind::Projects => "cli-incitu-step-projects",
        StepKind::UnassignedPay => "cli-incitu-step-unassigned-pay",
        StepKind::UnabsorbedCharges => "cli-incitu-step-unabsorbed-charges",
        StepKind::WithoutAccount => "cli-incitu-step-without-account",
        StepKind::ProvisionsMade => "cli-incitu-step-provisions-made",
        StepKind::ProvisionsReleased => "cli-incitu-step-provisions-released",
        StepKind::Workbook => "cli-incitu-step-workbook",
        StepKind::WithoutAccountBack => "cli-incitu-step-without-account-back",
        StepKind::ForecastOut => "cli-incitu-step-forecast-out",
        StepKind::OwnProvisions => "cli-incitu-step-own-provisions",
        StepKind::StructureIncome => "cli-incitu-step-structure-income",
        StepKind::Agreements => "cli-incitu-step-agreements",
        StepKind::Others => "cli-incitu-step-others",
        StepKind::Previ => "cli-incitu-step-previ",
    }
}
