use super::*;
use crate::activity::Activity;
use crate::contract::Absence;
use crate::employer::{DaysOff, Employer};
use crate::funder::FunderKind;
use crate::money::{Percent, Quantity};
use crate::plan::Plan;
use crate::position::{TimeShare, WorkedDays};
use crate::rule::{PaymentRule, UnspentRule};
use crate::testing::{
    PROJECT, agreement, amount, everything, last, month, of_project, percent, plan_from, position,
    with_project,
};
use alloc::string::String;
use alloc::sync::Arc;

fn quantity(text: &str) -> Quantity {
    text.parse().unwrap()
}

fn days(text: &str) -> Days {
    quantity(text).into()
}

/// The people of InCitu's workbook as rebuilt in its synthetic fixture: name, working time, monthly pay (the
/// second one from September on, so that the year has its cents), operational share, days on the six
/// chantiers, days done on them.
type Person =
    (&'static str, &'static str, [&'static str; 2], &'static str, [&'static str; 6], [&'static str; 6]);
const PEOPLE: [Person; 4] = [
    (
        "Camille",
        "100",
        ["3500", "3500"],
        "90",
        ["60", "40", "30", "20", "30", "10"],
        ["58", "36", "33", "24", "28", "6"],
    ),
    (
        "Léa",
        "80",
        ["2533.33", "2533.34"],
        "100",
        ["20", "50", "20", "40", "20", "25"],
        ["22", "47", "18", "44", "21", "20"],
    ),
    (
        "Hugo",
        "100",
        ["3000.20", "3000.20"],
        "80",
        ["30", "20", "60", "20", "25", "15"],
        ["27", "22", "55", "26", "20", "12"],
    ),
    (
        "Nadia",
        "50",
        ["1708.33", "1708.34"],
        "25",
        ["4.5", "4", "4", "5", "0", "4"],
        ["5", "3.5", "4", "6", "1", "2"],
    ),
];

fn workbook() -> Plan {
    let mut plan = plan_from(2026, 1, "0");
    let days_off = DaysOff { leave: Some(quantity("25")), further: quantity("1"), ..DaysOff::default() };
    Arc::make_mut(&mut plan.frame).association.employer = Employer { days_off, ..Employer::default() };
    for id in 1..=6 {
        plan.activities.push(Arc::new(Activity::new(ActivityId(id), String::from("Chantier"))));
    }
    for (id, (name, time, [first, second], share, planned, done)) in (20..).zip(PEOPLE) {
        let mut post = position(id, "2026-01");
        post.label = String::from(name);
        post.contract.working_time.insert(month("2026-01"), percent(time));
        post.gross.extend([(month("2026-01"), amount(first)), (month("2026-09"), amount(second))]);
        post.employer_rate = Some(Percent::default());
        post.operational_share = Some(percent(share));
        let time = (1..).zip(planned).filter(|(_, days)| *days != "0");
        post.time = time.map(|(id, days)| TimeShare::days(ActivityId(id), quantity(days))).collect();
        let worked = (1..).zip(done);
        post.worked = worked
            .map(|(id, days)| WorkedDays { activity: ActivityId(id), year: 2026, days: quantity(days) })
            .collect();
        plan.positions.push(Arc::new(post));
    }
    plan
}

#[test]
fn the_people_of_the_workbook_have_its_days_and_day_costs() {
    let found = workload(&everything(&workbook()));
    let each = |of: &dyn Fn(&PositionLoad) -> Days| -> Vec<Days> { found.positions.iter().map(of).collect() };
    // 226 working days times the working time; times the operational share.
    let available = ["226", "180.8", "226", "113"].map(days);
    assert_eq!(each(&|load| in_year(&load.available, 0)), available);
    let operational = ["203.4", "180.8", "180.8", "28.25"].map(days);
    assert_eq!(each(&|load| in_year(&load.operational, 0)), operational);
    assert_eq!(found.operational(0), days("593.25"));
    let costs: Vec<i64> = found.positions.iter().map(|load| load.cost_cents[0]).collect();
    assert_eq!(costs, [4_200_000, 3_040_000, 3_600_240, 2_050_000]);
    let costs: Vec<i64> = found.positions.iter().map(|load| load.operational_cost_cents[0]).collect();
    assert_eq!(costs, [3_780_000, 3_040_000, 2_880_192, 512_500]);
    // 42,000 / 226, 30,400 / 180.8, 36,002.40 / 226, 20,500 / 113.
    let per_day: Vec<Decimal> =
        found.positions.iter().map(|load| load.cost_per_day(0).unwrap().round_dp(2)).collect();
    assert_eq!(per_day, ["185.84", "168.14", "159.30", "181.42"].map(|text| amount(text).euros()));
    // 20,500 / 28.25, if operational days had to bear all of it.
    assert_eq!(found.positions[3].full_cost_per_day(0).unwrap().round_dp(2), amount("725.66").euros());
}

#[test]
fn the_chantiers_of_the_workbook_have_its_days_and_what_staff_costs_them() {
    let found = workload(&everything(&workbook()));
    let activities = found.activities();
    let chantiers = &activities[1..];
    let planned: Vec<Days> = chantiers.iter().map(|it| in_year(&it.time.planned, 0)).collect();
    assert_eq!(planned, ["114.5", "114", "114", "85", "75", "54"].map(days));
    assert_eq!(found.planned(0), days("556.5"));
    let done: Vec<Days> = chantiers.iter().map(|it| it.time.done[0]).collect();
    assert_eq!(done, ["112", "108.5", "110", "100", "70", "40"].map(days));
    // Planned days times the cost of one, as the workbook has them.
    let staff = |id: u32| -> Decimal {
        let cost = |load: &PositionLoad| {
            let time = load.time.iter().find(|time| time.activity == Some(ActivityId(id)));
            let days = time.map_or(Days::ZERO, |time| in_year(&time.planned, 0));
            days.value() * load.cost_per_day(0).unwrap()
        };
        found.positions.iter().map(cost).sum::<Decimal>().round_dp(2)
    };
    let expected = ["20108.73", "19752.42", "19221.88", "14535.61", "12920.62", "9177.15"];
    assert_eq!([1, 2, 3, 4, 5, 6].map(staff), expected.map(|text| amount(text).euros()));
}

#[test]
fn what_is_left_of_operational_days_is_under_load_and_what_is_beyond_over_load() {
    let found = workload(&everything(&workbook()));
    let left: Vec<Days> = found.positions.iter().map(|load| in_year(&load.left(), 0)).collect();
    // 203.4 − 190, 180.8 − 175, 180.8 − 170, 28.25 − 21.5.
    assert_eq!(left, ["13.4", "5.8", "10.8", "6.75"].map(days));
    let mut plan = workbook();
    Arc::make_mut(&mut plan.positions[3]).time[0] = TimeShare::days(ActivityId(1), quantity("14.5"));
    let found = workload(&everything(&plan));
    assert_eq!(in_year(&found.positions[3].left(), 0), days("-3.25"));
    // 31.5 of 113 days.
    let load = found.positions[3].load();
    assert!(load.iter().all(|load| load.unwrap().round_dp(2) == amount("27.88").euros()));
}

/// A post of 2,800.00 a month on the project for 45.8 of its 229 days of 2027.
fn funded() -> Plan {
    let mut plan = with_project(1);
    let mut post = position(20, "2027-01");
    post.gross.insert(month("2027-01"), amount("2000"));
    post.time.push(TimeShare::days(PROJECT, quantity("45.8")));
    plan.positions.push(Arc::new(post));
    plan
}

/// Paid days of the post on the project by payer, and those that nobody pays.
fn paid(plan: &Plan) -> (Vec<Days>, Days) {
    let found = workload(&everything(plan));
    let time = found.positions[0].time.iter().find(|time| time.activity == Some(PROJECT)).unwrap();
    (time.paid.iter().map(|paid| paid.days[0]).collect(), time.unpaid[0])
}

const GIVE_BACK: PaymentRule = PaymentRule::Fixed(UnspentRule::GiveBack);

#[test]
fn days_charged_to_an_agreement_are_its_euros_over_the_cost_of_a_day() {
    let mut plan = funded();
    // 20 % of 33,600.00 are 6,720.00 on the project; a day costs 33,600 / 229 = 146.72.
    assert_eq!(paid(&plan), (Vec::new(), days("45.8")));
    agreement(&mut plan, 30, FunderKind::State, GIVE_BACK, &["3360"]);
    assert_eq!(paid(&plan), (Vec::from([days("22.9")]), days("22.9")));
    // With 3,360.00 of other costs that the same money may pay, the post has two thirds of it.
    plan.lines.push(of_project(50, 604, &[(2027, "3360")]));
    assert_eq!(paid(&plan), (Vec::from([days("15.266667")]), days("30.533333")));
    // An agreement for the post pays nothing else.
    last(&mut plan).eligible.positions.push(PositionId(20));
    assert_eq!(paid(&plan), (Vec::from([days("22.9")]), days("22.9")));
}

#[test]
fn general_grants_pay_the_days_that_others_leave() {
    let mut plan = funded();
    agreement(&mut plan, 30, FunderKind::State, GIVE_BACK, &["3360"]);
    agreement(&mut plan, 40, FunderKind::Region, PaymentRule::General, &["1680"]);
    assert_eq!(paid(&plan), (["22.9", "11.45"].map(days).into(), days("11.45")));
    let found = workload(&everything(&plan));
    let payers: Vec<PayerId> = found.paid().iter().map(|paid| paid.payer).collect();
    assert_eq!(payers, [30, 40].map(|id| PayerId::Agreement(AgreementId(id))));
    assert_eq!(found.unpaid(0), days("11.45"));
}

#[test]
fn which_grant_pays_the_odd_cent_of_a_post_does_not_follow_the_order_of_the_plan() {
    let mut plan = funded();
    plan.lines.push(of_project(50, 604, &[(2027, "6720")]));
    for id in [30, 40] {
        agreement(&mut plan, id, FunderKind::State, PaymentRule::General, &["0.01"]);
    }
    let payers = |plan: &Plan| -> Vec<PayerId> {
        workload(&everything(plan)).paid().iter().map(|paid| paid.payer).collect()
    };
    // What is no post comes first and has half of the costs: half of the first cent, which is rounded up, and a
    // little less than half of the second, which is for the post. A cent is 229 × 0.01 / 33,600.00 = 0.000068
    // days.
    assert_eq!(paid(&plan), (Vec::from([days("0.000068")]), days("45.799932")));
    assert_eq!(payers(&plan), [PayerId::Agreement(AgreementId(40))]);
    plan.agreements.reverse();
    assert_eq!(payers(&plan), [PayerId::Agreement(AgreementId(40))]);
}

#[test]
fn time_goes_back_to_the_structure_where_nothing_takes_it() {
    let mut plan = funded();
    let post = Arc::make_mut(&mut plan.positions[0]);
    post.contract.absences.push(Absence {
        from: month("2027-07"),
        to: month("2027-12"),
        kept: Percent::WHOLE,
    });
    Arc::make_mut(&mut plan.activities[0]).to = Some(month("2027-03"));
    let found = workload(&everything(&plan));
    let load = &found.positions[0];
    // All 45.8 days fall into January to March, which have 21 − 1, 20 and 23 − 1 weekdays less 6.25.
    let time = &load.time[1];
    assert_eq!(time.planned[..3].iter().sum::<Days>(), days("45.8"));
    assert!(time.planned[3..].iter().all(|days| days.is_zero()));
    assert_eq!(load.time[0].planned[..3].iter().sum::<Days>(), days("9.95"));
    assert_eq!(load.load()[3], Some(Decimal::ZERO));
    assert_eq!(load.load()[6], None);
}
