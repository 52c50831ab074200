use super::*;
use crate::activity::Activity;
use crate::agreement::{FundingAgreement, Tranche};
use crate::certainty::{Certainty, Stage};
use crate::frame::Vat;
use crate::id::{ActivityId, AgreementId, LineId, TrancheId};
use crate::money::Percent;
use crate::payment::{Instalment, Part, Trigger};
use crate::provision::Release;
use crate::rule::{Ceiling, ChosenCost, ChosenKind, FlatRate, FlatRateBase, PaymentRule, UnspentRule};
use crate::schedule::ScheduleRule;
use crate::testing::{add_agreement, amount, line, month, no_reference, plan};
use crate::timing::Timing;
use alloc::string::String;
use alloc::sync::Arc;
use rust_decimal::Decimal;

fn codes(plan: &Plan) -> Vec<&'static str> {
    check(plan, &no_reference()).into_iter().map(|diagnostic| diagnostic.code.0).collect()
}

fn sound() -> Plan {
    let mut plan = plan(2, "0");
    let rent = line(10, 613, ScheduleRule::Monthly(amount("850")), Timing::SameMonth);
    plan.lines.push(Arc::new(rent));
    add_agreement(&mut plan, 20, Stage::Signed, ("2027-01", "2027-12", "2027-02", "1000"));
    plan
}

fn tranche(plan: &mut Plan) -> &mut Tranche {
    &mut Arc::make_mut(&mut plan.agreements[0]).tranches[0]
}

/// The agreement, as a lump sum for costs.
fn tied(plan: &mut Plan) -> &mut FundingAgreement {
    let agreement = Arc::make_mut(&mut plan.agreements[0]);
    agreement.payment = PaymentRule::Fixed(UnspentRule::GiveBack);
    agreement
}

fn activity(id: u32, parent: Option<u32>) -> Activity {
    Activity { parent: parent.map(ActivityId), ..Activity::new(ActivityId(id), String::new()) }
}

/// A cost of the structure.
fn chosen(number: u32) -> ChosenCost {
    let cost = ChosenKind::Account(crate::testing::account(number));
    ChosenCost { activity: None, cost, amount: amount("10") }
}

#[test]
fn a_sound_plan_has_nothing_to_say() {
    assert_eq!(codes(&sound()), Vec::<&str>::new());
}

#[test]
fn each_mistake_is_named() {
    type Mistake = fn(&mut Plan);
    let mistakes: &[(&str, Mistake)] = &[
        ("plan.nothing-to-project", |plan| {
            plan.lines.clear();
            plan.agreements.clear();
        }),
        ("plan.fiscal-year-month", |plan| {
            Arc::make_mut(&mut plan.frame).association.fiscal_year_starts = 13;
        }),
        ("plan.horizon-years", |plan| Arc::make_mut(&mut plan.frame).horizon.years = 11),
        ("plan.vat-not-supported", |plan| {
            Arc::make_mut(&mut plan.frame).association.vat = Some(Vat {});
        }),
        ("plan.no-treasury-account", |plan| plan.treasury.clear()),
        ("plan.duplicate-id", |plan| Arc::make_mut(&mut plan.lines[0]).id = LineId(20)),
        ("plan.dangling-id", |plan| Arc::make_mut(&mut plan.lines[0]).activity = Some(ActivityId(99))),
        ("plan.activity-cycle", |plan| {
            plan.activities.extend([activity(30, Some(31)), activity(31, Some(30))].map(Arc::new));
        }),
        ("plan.account-class", |plan| {
            Arc::make_mut(&mut plan.lines[0]).account = crate::testing::account(512);
        }),
        ("plan.outside-horizon", |plan| {
            Arc::make_mut(&mut plan.lines[0]).schedule.from = Some(month("2029-01"));
        }),
        ("plan.dates-reversed", |plan| {
            let schedule = &mut Arc::make_mut(&mut plan.lines[0]).schedule;
            (schedule.from, schedule.to) = (Some(month("2027-05")), Some(month("2027-03")));
        }),
        ("plan.month-number", |plan| {
            let timing = Timing::InMonths { months: [3, 13].into() };
            Arc::make_mut(&mut plan.lines[0]).settlement.timing = timing;
        }),
        ("plan.timing-too-long", |plan| {
            Arc::make_mut(&mut plan.lines[0]).settlement.timing = Timing::After { months: 61 };
        }),
        ("plan.payment-rate", |plan| {
            let rate = PaymentRule::Rate("120".parse().unwrap());
            Arc::make_mut(&mut plan.agreements[0]).payment = rate;
        }),
        ("plan.instalments-under", |plan| {
            let share = Part::Share(Percent::new(Decimal::from(70)).unwrap());
            Arc::make_mut(&mut plan.agreements[0]).tranches[0].instalments =
                [Instalment::new(share, Trigger::OnDecision)].into();
        }),
        ("plan.instalments-over", |plan| {
            let part = Part::Amount(amount("1000.02"));
            Arc::make_mut(&mut plan.agreements[0]).tranches[0].instalments =
                [Instalment::new(part, Trigger::OnDecision)].into();
        }),
        ("plan.month-number", |plan| {
            let whole = Part::Share("100".parse().unwrap());
            tranche(plan).instalments = [Instalment::new(whole, Trigger::EachYearIn(13))].into();
        }),
        ("plan.payment-rate", |plan| {
            let flat = FlatRate { rate: "-5".parse().unwrap(), of: FlatRateBase::DirectCost };
            tied(plan).eligible.flat_rate = Some(flat);
        }),
        ("plan.amount-below-zero", |plan| {
            let release = Release { month: month("2027-06"), amount: amount("-1") };
            tranche(plan).releases.push(release);
        }),
        ("plan.filing-after-decision", |plan| tranche(plan).filing = Some(month("2027-03"))),
        ("plan.interim-report-outside", |plan| tranche(plan).interim_report = Some(month("2026-12"))),
        ("plan.tranches-total", |plan| {
            Arc::make_mut(&mut plan.agreements[0]).total = Some(amount("1000.02"));
        }),
        ("plan.overlapping-agreements", |plan| {
            let first = tied(plan).clone();
            let mut second = FundingAgreement { id: AgreementId(40), ..first };
            second.tranches[0].id = TrancheId(41);
            (second.tranches[0].from, second.tranches[0].to) = (month("2027-12"), month("2028-03"));
            plan.agreements.push(Arc::new(second));
        }),
        ("plan.circular-instalments", |plan| {
            let whole = Part::Share("100".parse().unwrap());
            let waits = Instalment::new(whole, Trigger::AfterOthers { months: 1 });
            add_agreement(plan, 40, Stage::Signed, ("2027-12", "2028-11", "2027-12", "500"));
            for agreement in plan.agreements.iter_mut().map(Arc::make_mut) {
                agreement.tranches[0].instalments = [waits.clone()].into();
            }
        }),
        ("plan.certainty-against-stage", |plan| tranche(plan).certainty = Some(Certainty::Filed)),
        ("plan.rule-without-effect", |plan| {
            let ceiling = Ceiling::PublicMoney("80".parse().unwrap());
            Arc::make_mut(&mut plan.agreements[0]).ceilings.push(ceiling);
        }),
        ("plan.chosen-cost", |plan| {
            plan.activities.push(Arc::new(activity(30, None)));
            tied(plan).tranches[0].lines[0].activity = Some(ActivityId(30));
            tranche(plan).chosen.push(chosen(613));
        }),
        ("plan.chosen-cost", |plan| {
            tied(plan).eligible.accounts.push(crate::testing::account(64));
            tranche(plan).chosen.push(chosen(613));
        }),
        ("plan.dangling-id", |plan| {
            let choice = ChosenCost { activity: Some(ActivityId(99)), ..chosen(613) };
            tied(plan).tranches[0].chosen.push(choice);
        }),
    ];
    for (code, mistake) in mistakes {
        let mut plan = sound();
        mistake(&mut plan);
        let found = codes(&plan);
        assert!(found.contains(code), "{code} is not in {found:?}");
        // The rest is calculated all the same.
        let _ = crate::testing::everything(&plan);
    }
}

#[test]
fn what_two_agreements_say_in_different_months_or_of_different_costs_is_sound() {
    let mut plan = sound();
    let first = tied(&mut plan).clone();
    let mut second = FundingAgreement { id: AgreementId(40), ..first };
    second.tranches[0].id = TrancheId(41);
    second.eligible.accounts.push(crate::testing::account(64));
    plan.agreements.push(Arc::new(second));
    assert_eq!(codes(&plan), Vec::<&str>::new());
    let second = Arc::make_mut(&mut plan.agreements[1]);
    second.eligible.accounts.clear();
    let next_year = &mut second.tranches[0];
    (next_year.from, next_year.to) = (month("2028-01"), month("2028-12"));
    assert_eq!(codes(&plan), Vec::<&str>::new());
}

#[test]
fn a_later_tranche_of_a_signed_agreement_may_wait_for_its_own_decision() {
    let mut plan = sound();
    let mut later = tranche(&mut plan).clone();
    later.id = TrancheId(40);
    (later.from, later.to, later.decision) = (month("2028-01"), month("2028-12"), month("2028-02"));
    later.certainty = Some(Certainty::Favourable);
    Arc::make_mut(&mut plan.agreements[0]).tranches.push(later);
    assert_eq!(codes(&plan), Vec::<&str>::new());
    // Before anything is decided nothing is certain, a later tranche neither.
    let agreement = Arc::make_mut(&mut plan.agreements[0]);
    agreement.stage = Stage::Filed;
    agreement.tranches[1].certainty = Some(Certainty::Certain);
    assert_eq!(codes(&plan), ["plan.certainty-against-stage"]);
}

#[test]
fn every_diagnostic_has_exactly_the_arguments_of_its_code() {
    let mut plan = sound();
    Arc::make_mut(&mut plan.lines[0]).activity = Some(ActivityId(99));
    for diagnostic in check(&plan, &no_reference()) {
        let spec = CODES.iter().find(|spec| spec.code == diagnostic.code).unwrap();
        let named: Vec<_> = diagnostic.args.iter().map(|(name, arg)| (*name, arg.kind())).collect();
        assert_eq!(named, spec.args);
    }
}

/// A post with half of its time on an activity, so much of it lent twice.
fn lender(lent: [(&str, Option<&str>, Option<&str>); 2]) -> crate::position::Position {
    let lending = |(share, from, until): (&str, Option<&str>, Option<&str>)| crate::lending::Lending {
        to: String::from("La Ruche"),
        share: share.parse().unwrap(),
        from: from.map(month),
        until: until.map(month),
        price: crate::lending::LendingPrice::Cost,
        delay_months: 1,
    };
    crate::position::Position {
        lent: lent.into_iter().map(lending).collect(),
        time: [crate::position::TimeShare::share(ActivityId(40), "50".parse().unwrap())].into(),
        ..crate::testing::position(30, "2026-06")
    }
}

#[test]
fn time_lent_and_time_of_activities_are_at_most_the_whole() {
    let found = |lent| {
        let mut plan = sound();
        plan.activities.push(Arc::new(activity(40, None)));
        plan.positions.push(Arc::new(lender(lent)));
        codes(&plan)
    };
    let over = "plan.lent-over-100";
    // 50 % are lent in each half of the year; then 50 % and 10 % in June.
    assert!(!found([("50", None, Some("2027-06")), ("50", Some("2027-07"), None)]).contains(&over));
    assert!(found([("50", None, Some("2027-06")), ("10", Some("2027-06"), None)]).contains(&over));
    assert!(found([("0", None, None), ("-1", None, None)]).contains(&"plan.payment-rate"));
    let reversed = ("10", Some("2027-07"), Some("2027-06"));
    assert!(found([("0", None, None), reversed]).contains(&"plan.dates-reversed"));
}

#[test]
fn partners_have_shares_of_the_whole_at_most() {
    let found = |shares: &[&str]| {
        let mut plan = sound();
        let share = |share: &&str| crate::partner::PartnerShare {
            name: String::from("Voisins"),
            share: share.parse().unwrap(),
        };
        Arc::make_mut(&mut plan.agreements[0]).partners = Some(crate::partner::Partnership {
            answers: crate::partner::Answers::EachPartner,
            shares: shares.iter().map(share).collect(),
            delay_months: 0,
        });
        codes(&plan)
    };
    assert!(found(&["60", "40"]).is_empty());
    assert_eq!(found(&["60", "41"]), ["plan.partners-over-100"]);
    assert_eq!(found(&["60", "0"]), ["plan.partner-without-share"]);
}
