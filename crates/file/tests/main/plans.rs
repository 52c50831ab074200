//! Plans written by hand.

use std::collections::BTreeMap;
use std::sync::Arc;

use previ_engine::account::AccountNumber;
use previ_engine::activity::Activity;
use previ_engine::agreement::{Amendment, FundingAgreement, FundingLine, Tranche};
use previ_engine::certainty::{Certainty, Stage};
use previ_engine::condition::Condition;
use previ_engine::employer::Employer;
use previ_engine::frame::{
    Appropriation, AppropriationTarget, Association, Assumptions, CertaintyWeights, ContributionRhythm,
    Frame, Horizon, Index, IndexStep, Vat,
};
use previ_engine::funder::{Funder, FunderKind};
use previ_engine::id::*;
use previ_engine::in_kind::{HourlyValue, InKind, InKindKind};
use previ_engine::investment::Investment;
use previ_engine::lending::{Lending, LendingPrice};
use previ_engine::line::BudgetLine;
use previ_engine::loan::{Loan, Repayment};
use previ_engine::money::{Amount, Percent, Quantity};
use previ_engine::month::Month;
use previ_engine::note::{Note, NoteState};
use previ_engine::opening::{OpeningBalance, OpeningItem, OpeningSide};
use previ_engine::partner::{Answers, PartnerShare, Partnership};
use previ_engine::payment::{Instalment, Part, Receipt, Trigger};
use previ_engine::plan::Plan;
use previ_engine::pool::{AllocationKey, CostPool};
use previ_engine::position::{Position, TimeShare, WorkedDays};
use previ_engine::provision::{Provision, Release};
use previ_engine::rule::{
    Ceiling, ChosenCost, ChosenKind, CostNature, Eligibility, FlatRate, FlatRateBase, PaymentRule,
};
use previ_engine::schedule::{Schedule, ScheduleRule, YearKind};
use previ_engine::timing::{Settlement, Timing};
use previ_engine::treasury::{BalanceReading, Transfer, TreasuryAccount};
use previ_file::format::Document;

pub fn euros(text: &str) -> Amount {
    text.parse().unwrap()
}

fn percent(text: &str) -> Percent {
    text.parse().unwrap()
}

fn quantity(text: &str) -> Quantity {
    text.parse().unwrap()
}

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn account(text: &str) -> AccountNumber {
    text.parse().unwrap()
}

/// An association with nothing but a name, from 2027 on.
pub fn bare_frame(name: &str) -> Frame {
    Frame {
        association: Association {
            name: name.into(),
            rna: None,
            siren: None,
            fiscal_year_starts: 1,
            contributions: ContributionRhythm::Monthly,
            vat: None,
            employer: Employer::default(),
        },
        horizon: Horizon { first_year: 2027, years: 3, as_of: None },
        assumptions: Assumptions::default(),
        opening: OpeningBalance::default(),
    }
}

/// A document with a frame alone.
pub fn bare() -> Document {
    Document::new(Plan::new(bare_frame("Les Jardins partagés")), "d-1".into(), "2026-06".into())
}

/// A document with one budget line of this label.
pub fn with_label(label: &str) -> Document {
    let mut document = bare();
    let line = line(document.take_id(), label, ScheduleRule::Monthly(euros("850")), Timing::SameMonth);
    document.plan.lines = vec![Arc::new(line)];
    document
}

/// A document of `lines` budget lines.
pub fn of_size(lines: u32) -> Document {
    let mut document = bare();
    for n in 1..=lines {
        let id = document.take_id();
        let rule = ScheduleRule::Monthly(Amount::from_cents(i64::from(n) * 100));
        document.plan.lines.push(Arc::new(line(id, &format!("Ligne {n}"), rule, Timing::SameMonth)));
    }
    document
}

fn line(id: u32, label: &str, rule: ScheduleRule, timing: Timing) -> BudgetLine {
    BudgetLine {
        id: LineId(id),
        label: label.into(),
        account: account("6132"),
        activity: None,
        schedule: Schedule::new(rule),
        settlement: Settlement { timing, account: None },
        only_if: None,
        pool: None,
        actual: BTreeMap::new(),
    }
}

/// Every part of a plan, every variant and every optional field at least once; ids 1 to 73.
pub fn with_every_variant() -> Document {
    let mut plan = Plan::new(frame());
    treasury(&mut plan);
    activities_and_lines(&mut plan);
    plan.positions = positions().map(Arc::new).into();
    funding(&mut plan);
    assets(&mut plan);
    pools(&mut plan);
    in_kind_and_notes(&mut plan);
    Document::new(plan, "0f8b1c52".into(), "2026-06".into())
}

fn frame() -> Frame {
    Frame {
        association: Association {
            name: "L'Atelier \"des Lices\"".into(),
            rna: Some("W351000000".into()),
            siren: Some("123456789".into()),
            fiscal_year_starts: 9,
            contributions: ContributionRhythm::Quarterly,
            vat: Some(Vat {}),
            employer: Employer::default(),
        },
        horizon: Horizon { first_year: 2027, years: 4, as_of: None },
        assumptions: Assumptions {
            indexes: vec![
                index(1, "Prix", IndexStep::January, &[(2028, "1.8")]),
                index(2, "Salaires", IndexStep::FiscalYear, &[]),
            ],
            reserve_months: Some(quantity("2.5")),
            certainty_weights: Some(CertaintyWeights { filed: percent("40"), ..CertaintyWeights::default() }),
            appropriation: Appropriation { after_months: 4, to: AppropriationTarget::ProjectReserves },
        },
        opening: OpeningBalance {
            items: vec![
                opening(3, "Subvention 2026", "441", OpeningSide::Receivable),
                opening(4, "Loyer de décembre", "401", OpeningSide::Payable),
            ],
            reserves: euros("5000"),
        },
    }
}

fn index(id: u32, name: &str, steps: IndexStep, by_year: &[(i32, &str)]) -> Index {
    let by_year = by_year.iter().map(|(year, growth)| (*year, percent(growth))).collect();
    Index { id: IndexId(id), name: name.into(), steps, yearly: percent("2"), by_year }
}

fn opening(id: u32, label: &str, number: &str, side: OpeningSide) -> OpeningItem {
    OpeningItem {
        id: OpeningId(id),
        label: label.into(),
        account: account(number),
        side,
        amount: euros("1234.56"),
        due: month("2027-10"),
    }
}

fn treasury(plan: &mut Plan) {
    let bank = TreasuryAccount {
        id: TreasuryId(5),
        label: "Crédit coopératif".into(),
        account: account("512"),
        opening: euros("-12.5"),
        overdraft_limit: Some(euros("1500")),
        blocked: false,
    };
    let savings = TreasuryAccount {
        id: TreasuryId(6),
        label: "Livret".into(),
        account: account("503"),
        opening: Amount::ZERO,
        overdraft_limit: None,
        blocked: true,
    };
    plan.treasury = vec![Arc::new(bank), Arc::new(savings)];
    plan.transfers = vec![Arc::new(Transfer {
        id: TransferId(7),
        label: "Épargne".into(),
        from: TreasuryId(5),
        to: TreasuryId(6),
        month: month("2028-01"),
        amount: euros("3000"),
    })];
    plan.readings = vec![Arc::new(BalanceReading {
        id: ReadingId(8),
        account: TreasuryId(5),
        month: month("2027-09"),
        balance: euros("18250.07"),
    })];
}

fn activities_and_lines(plan: &mut Plan) {
    let top = Activity::new(ActivityId(9), "Médiation".into());
    let below = Activity {
        id: ActivityId(10),
        label: "Ateliers d'été".into(),
        parent: Some(ActivityId(9)),
        from: Some(month("2028-06")),
        to: Some(month("2028-08")),
        only_if: Some(Condition::AllOf(vec![AgreementId(40), AgreementId(41)])),
        deliverables: vec!["Journal de bord n°1".into(), "Bilan".into()],
        details: vec!["Public : habitants".into()],
    };
    plan.activities = vec![Arc::new(top), Arc::new(below)];
    let by_year = |amount: &str| BTreeMap::from([(2027, euros(amount)), (2029, euros("12000.5"))]);
    let rules = [
        ScheduleRule::Yearly { amounts: by_year("9000"), years: YearKind::Fiscal, months: vec![] },
        ScheduleRule::Yearly { amounts: by_year("-1"), years: YearKind::Calendar, months: vec![3, 9] },
        ScheduleRule::Monthly(euros("850")),
        ScheduleRule::Once { month: month("2028-04"), amount: euros("432.1") },
        ScheduleRule::QuantityPrice {
            quantities: BTreeMap::from([(2027, quantity("120")), (2028, quantity("0.5"))]),
            unit_price: euros("15"),
            months: vec![],
        },
        ScheduleRule::QuantityPrice {
            quantities: BTreeMap::new(),
            unit_price: euros("0.000001"),
            months: vec![1],
        },
        ScheduleRule::Indexed { yearly: euros("9999999999.99"), index: IndexId(1) },
        ScheduleRule::Free(BTreeMap::from([
            (month("2027-11"), euros("10")),
            (month("2028-02"), euros("20")),
        ])),
    ];
    let timings = [
        Timing::SameMonth,
        Timing::After { months: 1 },
        Timing::Before { months: 2 },
        Timing::InMonths { months: vec![3, 6, 9, 12] },
        Timing::Instalments { count: 4, every_months: 3 },
        Timing::OnReceipt,
        Timing::SameMonth,
        Timing::SameMonth,
    ];
    let lines = (11..).zip(rules).zip(timings).map(|((id, rule), timing)| line(id, "Ligne", rule, timing));
    plan.lines = lines.map(Arc::new).collect();
    plan.lines.push(Arc::new(BudgetLine {
        activity: Some(ActivityId(10)),
        schedule: Schedule {
            rule: ScheduleRule::Monthly(euros("45")),
            from: Some(month("2028-06")),
            to: Some(month("2028-08")),
            overrides: BTreeMap::from([(month("2028-07"), Amount::ZERO)]),
        },
        settlement: Settlement { timing: Timing::OnReceipt, account: Some(TreasuryId(6)) },
        actual: BTreeMap::from([(2026, euros("430")), (2027, euros("-12.5"))]),
        only_if: Some(Condition::OneOf(vec![AgreementId(40)])),
        ..line(19, "Adhésions", ScheduleRule::Monthly(euros("45")), Timing::OnReceipt)
    }));
}

fn positions() -> [Position; 2] {
    let plain = Position {
        gross: BTreeMap::from([(month("2024-03"), euros("2150"))]),
        employer_rate: Some(percent("41.5")),
        ..Position::new(PositionId(20), "Coordination".into(), month("2024-03"))
    };
    let full = Position {
        id: PositionId(21),
        label: "Animation".into(),
        holder: Some("Zoé".into()),
        to: Some(month("2029-08")),
        index: Some(IndexId(2)),
        employee_rate: Some(percent("21.3")),
        time: vec![
            TimeShare::share(ActivityId(9), percent("60")),
            TimeShare { to: Some(month("2027-12")), ..TimeShare::days(ActivityId(9), quantity("12.5")) },
            TimeShare {
                from: Some(month("2028-03")),
                ..TimeShare::share(ActivityId(10), percent("33.333333"))
            },
        ],
        operational_share: Some(percent("90")),
        worked: vec![WorkedDays { activity: ActivityId(9), year: 2027, days: quantity("58.25") }],
        only_if: Some(Condition::OneOf(vec![AgreementId(41)])),
        lent: vec![
            Lending {
                to: "La Ruche".into(),
                share: percent("20"),
                from: Some(month("2027-02")),
                until: Some(month("2028-01")),
                price: LendingPrice::Monthly(euros("450.5")),
                delay_months: 2,
            },
            Lending {
                to: "Le Moulin".into(),
                share: percent("7"),
                from: None,
                until: None,
                price: LendingPrice::Cost,
                delay_months: 0,
            },
        ],
        ..plain.clone()
    };
    [plain, full]
}

fn funding(plan: &mut Plan) {
    let funders = (22..).zip(FunderKind::ALL).map(|(id, kind)| Funder {
        id: FunderId(id),
        name: format!("Financeur {id}"),
        kind,
        delay_months: if kind == FunderKind::Europe { 14 } else { 0 },
    });
    plan.funders = funders.map(Arc::new).collect();
    let agreements = (40..).zip(Stage::ALL).map(|(id, stage)| {
        let tranches = vec![tranche(id + 10)];
        FundingAgreement::new(AgreementId(id), format!("Convention {id}"), FunderId(22), stage, tranches)
    });
    plan.agreements = agreements.map(Arc::new).collect();
    plan.agreements.push(Arc::new(FundingAgreement {
        id: AgreementId(49),
        label: "Équipement".into(),
        funder: FunderId(23),
        stage: Stage::Filed,
        certainty: Some(Certainty::NotFiled),
        income_account: Some(account("7418")),
        investment: Some(InvestmentId(60)),
        payment: PaymentRule::General,
        eligible: Eligibility {
            accounts: vec![account("60"), account("6132")],
            positions: vec![PositionId(20)],
            flat_rate: Some(FlatRate { rate: percent("15"), of: FlatRateBase::StaffCost }),
            in_kind: true,
        },
        ceilings: vec![
            Ceiling::PublicMoney(percent("80")),
            Ceiling::Nature(CostNature::Staff, Part::Amount(euros("9000"))),
            Ceiling::Nature(CostNature::OtherDirect, Part::Share(percent("50"))),
            Ceiling::Nature(CostNature::Indirect, Part::Share(percent("10"))),
        ],
        provision: Some(Provision { received: percent("10"), unpaid: percent("25") }),
        account: Some(TreasuryId(6)),
        total: Some(euros("24000")),
        person: "Aminata".into(),
        tranches: vec![full_tranche(59)],
        partners: Some(Partnership {
            answers: Answers::LeadAlone { is_eligible: true },
            shares: vec![
                PartnerShare { name: "Le Moulin".into(), share: percent("25") },
                PartnerShare { name: "La Ruche".into(), share: percent("12.5") },
            ],
            delay_months: 1,
        }),
    }));
    let share = PartnerShare { name: "Le Moulin".into(), share: percent("40") };
    let partners = Partnership { answers: Answers::EachPartner, shares: vec![share], delay_months: 0 };
    if let Some(first) = plan.agreements.first_mut() {
        Arc::make_mut(first).partners = Some(partners);
    }
}

fn tranche(id: u32) -> Tranche {
    let line = FundingLine::new(None, euros("10000"));
    Tranche {
        decision: month("2027-07"),
        ..Tranche::new(TrancheId(id), month("2027-09"), month("2028-08"), vec![line])
    }
}

fn full_tranche(id: u32) -> Tranche {
    let line = |certainty| FundingLine {
        activity: Some(ActivityId(10)),
        asked: euros("8000"),
        granted: Some(euros("6000")),
        certainty: Some(certainty),
        actual: Some(euros("5900.5")),
    };
    let share = Part::Share(percent("5"));
    let received = Receipt { month: month("2027-08"), amount: euros("16000") };
    let mut instalments = vec![
        Instalment { received: Some(received), ..Instalment::new(share, Trigger::OnDecision) },
        Instalment::new(Part::Amount(euros("1800")), Trigger::InMonth(month("2028-11"))),
    ];
    let triggers = [
        Trigger::OnSignature,
        Trigger::EachYearIn(3),
        Trigger::Quarterly,
        Trigger::OnInterimReport,
        Trigger::AfterReport { months: 2 },
        Trigger::WhenSpent(percent("70")),
        Trigger::AfterOthers { months: 1 },
    ];
    instalments.extend(triggers.map(|trigger| Instalment::new(share, trigger)));
    let chosen = |cost| ChosenCost { activity: Some(ActivityId(10)), cost, amount: euros("1000") };
    let before = FundingLine::new(None, euros("9000"));
    Tranche {
        filing: Some(month("2027-03")),
        signature: Some(month("2027-08")),
        interim_report: Some(month("2028-02")),
        report: Some(month("2028-12")),
        certainty: Some(Certainty::Filed),
        lines: Certainty::ALL.map(line).into(),
        instalments,
        chosen: vec![
            chosen(ChosenKind::Account(account("6132"))),
            ChosenCost { activity: None, ..chosen(ChosenKind::Position(PositionId(20))) },
        ],
        releases: vec![Release { month: month("2030-12"), amount: euros("600") }],
        amendments: vec![Amendment {
            month: month("2028-01"),
            reason: "Baisse de la dotation".into(),
            before: vec![before],
        }],
        ..tranche(id)
    }
}

fn assets(plan: &mut Plan) {
    let land = Investment {
        id: InvestmentId(60),
        label: "Terrain".into(),
        account: account("211"),
        activity: None,
        purchase: month("2027-12"),
        amount: euros("40000"),
        in_use: None,
        life_months: None,
        settlement: Settlement::default(),
        only_if: None,
    };
    let oven = Investment {
        id: InvestmentId(61),
        label: "Four à céramique".into(),
        account: account("2154"),
        activity: Some(ActivityId(9)),
        in_use: Some(month("2028-02")),
        life_months: Some(84),
        settlement: Settlement { timing: Timing::After { months: 1 }, account: Some(TreasuryId(5)) },
        only_if: Some(Condition::OneOf(vec![AgreementId(49)])),
        ..land.clone()
    };
    plan.investments = vec![Arc::new(land), Arc::new(oven)];
    let loan = |id, repayment, number| Loan {
        id: LoanId(id),
        label: "Emprunt".into(),
        account: account(number),
        drawn: month("2027-11"),
        amount: euros("15000"),
        yearly_rate: percent("3.45"),
        months: 60,
        repayment,
        treasury: (id == 63).then_some(TreasuryId(5)),
        only_if: (id == 64).then(|| Condition::AllOf(vec![])),
    };
    plan.loans = [
        loan(62, Repayment::ConstantPayment, "164"),
        loan(63, Repayment::ConstantPrincipal, "168"),
        loan(64, Repayment::AtTheEnd, "164"),
    ]
    .map(Arc::new)
    .into();
}

/// Every key; a line and a position name a pool.
fn pools(plan: &mut Plan) {
    let parts = || BTreeMap::from([(ActivityId(9), "60.5".parse().unwrap())]);
    let keys = [
        AllocationKey::Days,
        AllocationKey::DaysAvailable,
        AllocationKey::FullTimeEquivalents,
        AllocationKey::DirectCost,
        AllocationKey::FloorArea(parts()),
        AllocationKey::Shares(parts()),
    ];
    let pool = |(id, key)| Arc::new(CostPool { id: PoolId(id), label: "Locaux".into(), key });
    plan.pools = (30..).zip(keys).map(pool).collect();
    let line = plan.lines.iter_mut().find(|line| line.activity.is_none());
    line.into_iter().for_each(|line| Arc::make_mut(line).pool = Some(PoolId(30)));
    Arc::make_mut(&mut plan.positions[0]).pool = Some(PoolId(31));
}

fn in_kind_and_notes(plan: &mut Plan) {
    let kinds = [InKindKind::Relief, InKindKind::FreeUse, InKindKind::Services, InKindKind::Volunteering];
    let in_kind = (65..).zip(kinds).map(|(id, kind)| InKind {
        id: InKindId(id),
        label: "Bénévolat, locaux, dons".into(),
        kind,
        activity: (id == 66).then_some(ActivityId(9)),
        schedule: Schedule::new(ScheduleRule::Monthly(euros("300"))),
        only_if: (id == 67).then(|| Condition::OneOf(vec![AgreementId(40)])),
        hourly: match id {
            67 => Some(HourlyValue::MinimumWage),
            68 => Some(HourlyValue::MinimumWageWithContributions),
            _ => None,
        },
    });
    plan.in_kind = in_kind.map(Arc::new).collect();
    let states = [NoteState::Settled, NoteState::Question, NoteState::ToDo, NoteState::ToBeSpecified];
    let about = [None, Some(ItemId::Frame), Some(LineId(11).into()), Some(AgreementId(40).into())];
    let notes = (69..).zip(states).zip(about).map(|((id, state), about)| Note {
        id: NoteId(id),
        about,
        text: "Devis de l'imprimeur reçu.\nÀ confirmer en C:\\Budget.".into(),
        author: if id == 69 { String::new() } else { "Zoé".into() },
        state,
    });
    plan.notes = notes.map(Arc::new).collect();
    plan.notes.push(Arc::new(note_on_everything(73)));
}

fn note_on_everything(id: u32) -> Note {
    Note {
        id: NoteId(id),
        about: Some(TrancheId(59).into()),
        text: String::new(),
        author: String::new(),
        state: NoteState::Settled,
    }
}
