use super::*;
use crate::activity::Activity;
use crate::agreement::FundingAgreement;
use crate::cash::cash_forecast;
use crate::certainty::Stage;
use crate::id::ActivityId;
use crate::income::income_statement;
use crate::payment::{Instalment, Part, Trigger};
use crate::plan::Plan;
use crate::projection::project;
use crate::reference::{Reference, Threshold, ThresholdKind};
use crate::rule::{Ceiling, PaymentRule, UnspentRule};
use crate::schedule::ScheduleRule;
use crate::testing::{add_agreement, amount, line, month, no_reference, plan as plan_of};
use crate::timing::Timing;
use alloc::string::String;
use alloc::sync::Arc;

fn reference() -> Reference {
    let threshold = |kind, value: &str| Threshold {
        kind,
        value: value.parse().unwrap(),
        month: month("2001-01"),
        source: String::new(),
    };
    let thresholds = [
        threshold(ThresholdKind::AgreementNeeded, "23000"),
        threshold(ThresholdKind::AuditorNeeded, "153000"),
        threshold(ThresholdKind::OneFunder, "50"),
    ];
    Reference { thresholds: thresholds.into(), ..no_reference() }
}

/// The arguments of each alert of one code, names left out.
fn found(plan: &Plan, code: CodeSpec) -> Vec<Vec<Arg>> {
    let view = project(plan, &reference(), None).view(crate::certainty::CertaintyView::Everything);
    let all = alerts(
        &view,
        &income_statement(&view, None),
        &cash_forecast(&view),
        plan.frame.horizon.seen_from(None),
    );
    for alert in &all {
        let spec = CODES.iter().find(|spec| spec.code == alert.code).unwrap();
        let named: Vec<_> = alert.args.iter().map(|(name, arg)| (*name, arg.kind())).collect();
        assert_eq!(named, spec.args);
    }
    let of_code = all.into_iter().filter(|alert| alert.code == code.code);
    let args = |alert: Diagnostic| {
        alert.args.into_iter().map(|(_, arg)| arg).filter(|arg| !matches!(arg, Arg::Text(_))).collect()
    };
    of_code.map(args).collect()
}

/// Rent of 100.00 a month for activity 30 in two years, 5,000.00 at the bank, an agreement of the State of
/// `asked` for the activity in 2027.
fn plan(stage: Stage, payment: PaymentRule, asked: &str) -> Plan {
    let mut plan = plan_of(2, "5000");
    plan.activities.push(Arc::new(Activity::new(ActivityId(30), String::from("Lavoir"))));
    let mut rent = line(31, 613, ScheduleRule::Monthly(amount("100")), Timing::SameMonth);
    rent.activity = Some(ActivityId(30));
    plan.lines.push(Arc::new(rent));
    add_agreement(&mut plan, 10, stage, ("2027-01", "2027-12", "2027-01", asked));
    let agreement = last(&mut plan);
    agreement.payment = payment;
    agreement.tranches[0].lines[0].activity = Some(ActivityId(30));
    plan
}

fn last(plan: &mut Plan) -> &mut FundingAgreement {
    Arc::make_mut(plan.agreements.last_mut().unwrap())
}

fn rate(percent: &str) -> PaymentRule {
    PaymentRule::Rate(percent.parse().unwrap())
}

fn cents(cents: i64) -> Arg {
    Arg::Cents(cents)
}

#[test]
fn a_share_of_cost_that_others_pay_already_asks_for_more_than_there_is() {
    // 80 % of 1,200.00 is 960.00; own income of 500.00 leaves 700.00: 260.00 find nothing.
    let mut plan = plan(Stage::Signed, rate("80"), "960");
    assert_eq!(found(&plan, ENTITLEMENT), Vec::<Vec<Arg>>::new());
    let once = ScheduleRule::Once { month: month("2027-05"), amount: amount("500") };
    let mut sale = line(32, 706, once, Timing::SameMonth);
    sale.activity = Some(ActivityId(30));
    plan.lines.push(Arc::new(sale));
    assert_eq!(found(&plan, ENTITLEMENT), [[cents(26_000)]]);
}

#[test]
fn a_grant_that_its_share_of_the_cost_never_reaches_is_too_large() {
    // 80 % of 1,200.00 is 960.00 of 1,500.00: 540.00 will never be claimed.
    let plan = plan(Stage::Signed, rate("80"), "1500");
    assert_eq!(found(&plan, BASE_TOO_SMALL), [[cents(54_000), cents(96_000)]]);
    assert_eq!(found(&plan, NOTHING_ELIGIBLE), Vec::<Vec<Arg>>::new());
}

#[test]
fn an_agreement_that_may_pay_none_of_the_costs_says_so_once() {
    let mut plan = plan(Stage::Signed, rate("80"), "1500");
    last(&mut plan).eligible.accounts.push(crate::testing::account(64));
    assert_eq!(found(&plan, NOTHING_ELIGIBLE).len(), 1);
    assert_eq!(found(&plan, BASE_TOO_SMALL), Vec::<Vec<Arg>>::new());
}

#[test]
fn a_ceiling_on_public_money_says_what_it_cuts() {
    let mut plan = plan(Stage::Signed, rate("100"), "1200");
    last(&mut plan).ceilings.push(Ceiling::PublicMoney("80".parse().unwrap()));
    // 80 % of 1,200.00 is 960.00.
    assert_eq!(found(&plan, PUBLIC_CEILING), [[cents(24_000)]]);
}

#[test]
fn a_report_is_late_from_its_month_on_until_the_agreement_is_closed() {
    let mut plan = plan(Stage::Running, rate("80"), "960");
    let looked_at = |plan: &mut Plan, from: &str| {
        Arc::make_mut(&mut plan.frame).horizon.as_of = Some(month(from));
        found(plan, REPORT_OVERDUE)
    };
    assert_eq!(looked_at(&mut plan, "2028-05"), Vec::<Vec<Arg>>::new());
    assert_eq!(looked_at(&mut plan, "2028-06"), [[Arg::Month(month("2028-06"))]]);
    last(&mut plan).stage = Stage::Closed;
    assert_eq!(looked_at(&mut plan, "2028-06"), Vec::<Vec<Arg>>::new());
}

#[test]
fn more_income_than_cost_on_an_activity_is_named_once_with_its_first_year_the_sum_and_how_many_years() {
    let mut plan = plan(Stage::Signed, PaymentRule::General, "1500");
    let said = |cents, count: u8| [Arg::Year(2027), cents, Arg::Number(count.into())];
    // 1,500.00 for 1,200.00 of cost in 2027; no grant in 2028.
    assert_eq!(found(&plan, OVER_FUNDED), [said(cents(30_000), 1)]);
    // 1,250.00 for 1,200.00 in 2028: 300.00 + 50.00.
    add_agreement(&mut plan, 20, Stage::Signed, ("2028-01", "2028-12", "2028-01", "1250"));
    last(&mut plan).tranches[0].lines[0].activity = Some(ActivityId(30));
    assert_eq!(found(&plan, OVER_FUNDED), [said(cents(35_000), 2)]);
}

#[test]
fn costs_that_outlive_the_money_tied_to_them_are_named_with_what_nobody_pays() {
    let mut plan = plan(Stage::Signed, rate("100"), "1200");
    // 2028: twelve months of 100.00.
    assert_eq!(found(&plan, COSTS_AFTER_MONEY), [[Arg::Month(month("2028-01")), cents(120_000)]]);
    // 700.00 of general money pay a part of them.
    add_agreement(&mut plan, 20, Stage::Signed, ("2028-01", "2028-12", "2028-01", "700"));
    last(&mut plan).tranches[0].lines[0].activity = Some(ActivityId(30));
    assert_eq!(found(&plan, COSTS_AFTER_MONEY), [[Arg::Month(month("2028-01")), cents(50_000)]]);
}

#[test]
fn a_public_funder_beyond_23000_euros_a_year_signs_an_agreement() {
    let general = PaymentRule::General;
    assert_eq!(found(&plan(Stage::Filed, general, "23000"), AGREEMENT_NEEDED), Vec::<Vec<Arg>>::new());
    let beyond = [Arg::Year(2027), cents(2_300_100), cents(2_300_000)];
    assert_eq!(found(&plan(Stage::Filed, general, "23001"), AGREEMENT_NEEDED), [beyond]);
    assert_eq!(found(&plan(Stage::Signed, general, "23001"), AGREEMENT_NEEDED), Vec::<Vec<Arg>>::new());
    // Over two years 40,000.00 are 20,000.00 a year.
    let mut plan = plan(Stage::Filed, general, "40000");
    last(&mut plan).tranches[0].to = month("2028-12");
    assert_eq!(found(&plan, AGREEMENT_NEEDED), Vec::<Vec<Arg>>::new());
}

#[test]
fn public_grants_received_beyond_153000_euros_in_a_fiscal_year_ask_for_an_auditor() {
    let mut plan = plan(Stage::Signed, PaymentRule::General, "153001");
    let beyond = [Arg::Year(2027), cents(15_300_100), cents(15_300_000)];
    assert_eq!(found(&plan, AUDITOR_NEEDED), [beyond]);
    // Half of it comes a year later.
    let half = |when| Instalment::new(Part::Share("50".parse().unwrap()), Trigger::InMonth(month(when)));
    last(&mut plan).tranches[0].instalments = [half("2027-03"), half("2028-03")].into();
    assert_eq!(found(&plan, AUDITOR_NEEDED), Vec::<Vec<Arg>>::new());
}

#[test]
fn a_funder_of_more_than_half_of_the_income_is_named() {
    let mut plan = plan(Stage::Signed, PaymentRule::General, "1000");
    let sales = ScheduleRule::Monthly(amount("50"));
    plan.lines.push(Arc::new(line(32, 706, sales, Timing::SameMonth)));
    // 1,000.00 of 1,600.00.
    let percent = |text: &str| Arg::Number(text.parse().unwrap());
    assert_eq!(found(&plan, ONE_FUNDER), [[Arg::Year(2027), percent("62.5"), percent("50")]]);
}

#[test]
fn the_payment_that_would_have_kept_cash_above_zero_is_the_largest_that_comes_too_late() {
    let mut plan = plan(Stage::Signed, PaymentRule::Fixed(UnspentRule::GiveBack), "1200");
    Arc::make_mut(&mut plan.treasury[0]).opening = amount("350");
    let part = |euros, when| Instalment::new(Part::Amount(amount(euros)), Trigger::InMonth(month(when)));
    last(&mut plan).tranches[0].instalments = [part("200", "2027-06"), part("1000", "2027-08")].into();
    // 350.00 − 100.00 a month: −50.00 in April, −150.00 in May, −50.00 in June with 200.00, −150.00 in July.
    let expected = [cents(100_000), Arg::Month(month("2027-08")), Arg::Month(month("2027-04"))];
    assert_eq!(found(&plan, LATE_INSTALMENT), [expected]);
    // Nothing comes too late where cash never runs out.
    Arc::make_mut(&mut plan.treasury[0]).opening = amount("5000");
    assert_eq!(found(&plan, LATE_INSTALMENT), Vec::<Vec<Arg>>::new());
}
