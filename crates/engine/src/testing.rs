//! Small plans for tests.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::account::AccountNumber;
use crate::activity::Activity;
use crate::agreement::{FundingAgreement, FundingLine, Tranche};
use crate::certainty::{CertaintyView, Stage};
use crate::frame::{Association, Assumptions, Frame, Horizon};
use crate::funder::{Funder, FunderKind};
use crate::id::{ActivityId, AgreementId, FunderId, LineId, PositionId, TrancheId, TreasuryId};
use crate::line::BudgetLine;
use crate::money::{Amount, Percent};
use crate::month::Month;
use crate::opening::OpeningBalance;
use crate::plan::Plan;
use crate::position::Position;
use crate::projection::project;
use crate::reference::Reference;
use crate::rule::PaymentRule;
use crate::schedule::{Schedule, ScheduleRule, YearKind};
use crate::timing::{Settlement, Timing};
use crate::treasury::TreasuryAccount;
use crate::view::View;

pub(crate) fn month(text: &str) -> Month {
    text.parse().unwrap()
}

pub(crate) fn amount(text: &str) -> Amount {
    text.parse().unwrap()
}

pub(crate) fn account(number: u32) -> AccountNumber {
    AccountNumber::of(number)
}

/// A calendar-year plan from 2027 with one bank account, id 1.
pub(crate) fn plan(years: u8, bank: &str) -> Plan {
    plan_from(2027, years, bank)
}

/// The same from another year.
pub(crate) fn plan_from(first_year: i32, years: u8, bank: &str) -> Plan {
    let mut plan = Plan::new(Frame {
        association: Association {
            name: String::from("Test"),
            rna: None,
            siren: None,
            fiscal_year_starts: 1,
            contributions: Default::default(),
            vat: None,
            employer: crate::employer::Employer::default(),
        },
        horizon: Horizon { first_year, years, as_of: None },
        assumptions: Assumptions::default(),
        opening: OpeningBalance::default(),
    });
    plan.treasury.push(Arc::new(TreasuryAccount {
        id: TreasuryId(1),
        label: String::from("Banque"),
        account: account(512),
        opening: amount(bank),
        overdraft_limit: None,
        blocked: false,
    }));
    plan
}

pub(crate) fn line(id: u32, number: u32, rule: ScheduleRule, timing: Timing) -> BudgetLine {
    BudgetLine {
        id: LineId(id),
        label: String::from("Ligne"),
        account: account(number),
        activity: None,
        schedule: Schedule::new(rule),
        settlement: Settlement { timing, account: None },
        only_if: None,
        pool: None,
        actual: BTreeMap::new(),
    }
}

/// A full-time position without pay from `from` on, typed with an employer's share of 40 %.
pub(crate) fn position(id: u32, from: &str) -> Position {
    Position {
        employer_rate: Some(percent("40")),
        ..Position::new(PositionId(id), String::from("Animatrice"), month(from))
    }
}

/// Adds a State agreement of one tranche: its lines give amounts for the structure.
pub(crate) fn add_agreement(plan: &mut Plan, id: u32, stage: Stage, tranche: (&str, &str, &str, &str)) {
    let (from, to, decision, asked) = tranche;
    plan.funders.push(Arc::new(Funder {
        id: FunderId(id + 1),
        name: String::from("État"),
        kind: FunderKind::State,
        delay_months: 0,
    }));
    let line = FundingLine::new(None, amount(asked));
    let mut tranche = Tranche::new(TrancheId(id + 2), month(from), month(to), Vec::from([line]));
    tranche.decision = month(decision);
    plan.agreements.push(Arc::new(FundingAgreement::new(
        AgreementId(id),
        String::from("Convention"),
        FunderId(id + 1),
        stage,
        Vec::from([tranche]),
    )));
}

pub(crate) fn no_reference() -> Reference {
    Reference {
        edition: String::new(),
        chart: Vec::new(),
        thresholds: Vec::new(),
        payroll: Default::default(),
    }
}

pub(crate) fn everything(plan: &Plan) -> View {
    project(plan, &no_reference(), None).view(CertaintyView::Everything)
}

/// The value of a figure in cents.
pub(crate) fn figure(view: &View, name: &str) -> i64 {
    let figure: crate::figure::Figure = name.parse().unwrap();
    figure.value(view).unwrap()
}

/// The project of [`with_project`].
pub(crate) const PROJECT: ActivityId = ActivityId(5);

pub(crate) fn percent(text: &str) -> Percent {
    text.parse().unwrap()
}

/// A plan with one project.
pub(crate) fn with_project(years: u8) -> Plan {
    let mut plan = plan(years, "0");
    plan.activities.push(Arc::new(Activity::new(PROJECT, String::from("Animation"))));
    plan
}

fn yearly(amounts: &[(i32, &str)]) -> ScheduleRule {
    let amounts: BTreeMap<_, _> = amounts.iter().map(|(year, text)| (*year, amount(text))).collect();
    ScheduleRule::Yearly { amounts, years: YearKind::Fiscal, months: Vec::new() }
}

pub(crate) fn of_project(id: u32, number: u32, amounts: &[(i32, &str)]) -> Arc<BudgetLine> {
    let mut line = line(id, number, yearly(amounts), Timing::SameMonth);
    line.activity = Some(PROJECT);
    Arc::new(line)
}

/// An agreement on the project, one tranche of `euros` per year from 2027, each decided in February.
pub(crate) fn agreement(plan: &mut Plan, id: u32, kind: FunderKind, payment: PaymentRule, euros: &[&str]) {
    plan.funders.push(Arc::new(Funder {
        id: FunderId(id + 1),
        name: String::from("Financeur"),
        kind,
        delay_months: 0,
    }));
    let tranche = |(place, euros): (u32, &&str)| {
        let line = FundingLine::new(Some(PROJECT), amount(euros));
        let january = month("2027-01").plus(12 * place as i32);
        Tranche {
            decision: january.plus(1),
            ..Tranche::new(TrancheId(id + 2 + place), january, january.plus(11), Vec::from([line]))
        }
    };
    let tranches = (0..).zip(euros).map(tranche).collect();
    let (agreement, funder) = (AgreementId(id), FunderId(id + 1));
    plan.agreements.push(Arc::new(FundingAgreement {
        payment,
        ..FundingAgreement::new(agreement, String::from("Convention"), funder, Stage::Signed, tranches)
    }));
}

pub(crate) fn last(plan: &mut Plan) -> &mut FundingAgreement {
    Arc::make_mut(plan.agreements.last_mut().unwrap())
}

/// Numbers that look like chance and come back the same each time (splitmix64).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// A number below `bound`.
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % bound
    }
}
