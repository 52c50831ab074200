//! Rows 11 to 17: indirect charges, their categories, and what they come to for a day. What is planned is what Prévi
//! itself says; what was typed of past years and of what was done is in the workbook's own arithmetic here, and as
//! Prévi itself says it in the file of actuals.

use previ_engine::account::AccountNumber;
use previ_engine::completion::Completion;
use previ_engine::full_cost::full_costs;
use previ_engine::id::ItemId;
use previ_engine::money::Amount;
use previ_engine::plan::Plan;
use previ_engine::timeline::FiscalYear;
use previ_session::edits::{Edit, LineEdit, LineFields};
use previ_sheets::incitu::{Both, Report, usual_contributions};
use rust_decimal::Decimal;

use super::{PLACE, both, cents, everything, plan, pools, report, report_on, rounded, session};

/// All indirect charges.
fn whole(report: &Report) -> Both {
    report.charges.iter().map(|charge| charge.amount).sum()
}

/// What the pools cost in the year, in their order, in cents.
fn costs_of_pools(plan: &Plan) -> Vec<i64> {
    pools(plan).iter().map(|pool| pool.cost_cents[PLACE]).collect()
}

/// Indirect charges of a heading, planned and realised.
fn heading(report: &Report, number: u32) -> [i64; 2] {
    let under = AccountNumber::of(number);
    let own = report.charges.iter().filter(|charge| charge.account.is_under(under));
    both(own.map(|charge| charge.amount).sum())
}

#[test]
fn row_11_charges_by_account() {
    let report = report();
    // Coût_j_chgs_indrctes!D4, D8, D13, D18, D21, D24, D27, D30 and D32, then E4 and so on; 64 is the time of
    // people that is not meant for projects: 42,000 × 10 % + 36,002.40 × 20 % + 20,500 × 75 % = 26,775.48.
    let expected = [
        (60, [400_000, 398_500]),
        (61, [1_154_000, 1_138_500]),
        (62, [500_000, 475_000]),
        (63, [76_000, 76_000]),
        (64, [2_677_548, 2_650_000]),
        (65, [55_000, 55_000]),
        (66, [9_000, 9_000]),
        (67, [0, 0]),
        (68, [100_000, 100_000]),
    ];
    assert_eq!(expected.map(|(number, _)| (number, heading(&report, number))), expected);
    // Coût_j_chgs_indrctes!D35.
    assert_eq!(both(whole(&report))[0], 4_971_548);
    // What the structure itself costs and what of its people's time is support.
    let plan = plan();
    let structure = &full_costs(&everything(&plan))[0];
    assert_eq!(structure.activity, None);
    let own = |number: u32| -> i64 {
        let rows = structure.direct.iter().filter(|row| row.account.is_under(AccountNumber::of(number)));
        rows.map(|row| row.cents[PLACE]).sum()
    };
    let found = expected.map(|(number, _)| {
        let support = pools(&plan).into_iter().flat_map(|pool| pool.support_cents.into_values());
        (number, if number == 64 { support.map(|cents| cents[PLACE]).sum() } else { own(number) })
    });
    assert_eq!(found, expected.map(|(number, [planned, _])| (number, planned)));
    assert_eq!(costs_of_pools(&plan).iter().sum::<i64>(), 4_971_548);
}

#[test]
fn row_12_the_two_years_before() {
    let report = report();
    let before = |age: usize| -> Decimal { report.charges.iter().map(|charge| charge.before[age]).sum() };
    // inputs.charges, n_2: 1,180 + 2,100 + 9,600 + 600 + 780 + 3,000 + 400 + 1,100 + 700 + 25,000 + 500 + 150
    // + 900; n_1: 1,320 + 2,450 + 9,800 + 650 + 810 + 3,100 + 450 + 1,150 + 720 + 26,000 + 520 + 120 + 950.
    assert_eq!([rounded(before(0), 2), rounded(before(1), 2)], ["46010", "48040"]);
}

#[test]
fn row_13_three_categories_with_names_of_their_own() {
    let (plan, report) = (plan(), report());
    let name = |id: previ_engine::id::PoolId| plan.label(id.into()).to_owned();
    let names: Vec<_> = report.categories.iter().map(|category| name(category.pool.unwrap())).collect();
    // Coût_j_chgs_indrctes!I3:K3, then I35:K35 and L35:N35.
    assert_eq!(names, ["Locaux", "Fonctionnement", "Vie associative"]);
    let amounts: Vec<_> = report.categories.iter().map(|category| both(category.amount)).collect();
    assert_eq!(amounts, [[1_453_000, 1_464_500], [3_413_548, 3_350_500], [105_000, 87_000]]);
    assert_eq!(costs_of_pools(&plan), [1_453_000, 3_413_548, 105_000]);
    // Of people, 10 % of 42,000.00, 20 % of 36,002.40 and 75 % of 20,500.00 are in the second one.
    let support = &pools(&plan)[1].support_cents;
    let support: Vec<i64> = support.values().map(|cents| cents[PLACE]).collect();
    assert_eq!(support, [420_000, 720_048, 1_537_500]);
    // The page of shared costs shows the same.
    let page = session().pools();
    let shown: Vec<i64> = page.pools.iter().map(|pool| pool.cost_cents[PLACE]).collect();
    assert_eq!(shown, costs_of_pools(&plan));
    let people = page.members.iter().filter(|member| matches!(member.item, ItemId::Position(_)));
    let shown: Vec<i64> =
        people.filter(|member| member.pool.is_some()).map(|member| member.cost_cents[PLACE]).collect();
    assert_eq!(shown, support);
}

#[test]
fn row_14_a_charge_without_category_counts_in_the_first() {
    let mut session = session();
    let interest =
        session.plan().lines.iter().find(|line| line.account == AccountNumber::of(661)).unwrap().id;
    let before = report_on(session.plan());
    // Coût_j_chgs_indrctes!H28 is empty, I28 is 90.00.
    session.edit(LineEdit::SetPool(interest, None).into()).unwrap();
    assert_eq!(report_on(session.plan()).categories, before.categories);
    session.edit(LineEdit::SetPool(interest, before.categories[2].pool).into()).unwrap();
    let moved = report_on(session.plan()).categories;
    assert_eq!(both(moved[0].amount)[0], 1_453_000 - 9_000);
    assert_eq!(both(moved[2].amount)[0], 105_000 + 9_000);
    // Prévi puts it where somebody put it; what has no category at all stays with the structure.
    assert_eq!(costs_of_pools(session.plan()), [1_453_000 - 9_000, 3_413_548, 105_000 + 9_000]);
    session.edit(LineEdit::SetPool(interest, None).into()).unwrap();
    assert_eq!(costs_of_pools(session.plan()), [1_453_000 - 9_000, 3_413_548, 105_000]);
}

#[test]
fn row_15_realised_charges_and_their_share_of_the_plan() {
    let whole = whole(&report());
    // Coût_j_chgs_indrctes!E35; 49,020 ÷ 49,715.48.
    assert_eq!(both(whole)[1], 4_902_000);
    let Completion::Percent(percent) = whole.completion() else { panic!("no percentage") };
    assert_eq!(rounded(percent, 1), "98.6");
}

#[test]
fn row_16_what_a_day_bears_of_each_category() {
    let pools = pools(&plan());
    let days: Vec<String> =
        pools.iter().map(|pool| pool.available_days[PLACE].normalize().to_string()).collect();
    // Coût_j_salaires!F16.
    assert_eq!(days, ["593.25"; 3]);
    let own: Vec<String> = pools.iter().map(|pool| pool.daily_euros(PLACE).unwrap().to_string()).collect();
    // Coût_j_chgs_indrctes!I38:K38: 14,530, 34,135.48 and 1,050 ÷ 593.25.
    assert_eq!(own, ["24.492204", "57.539789", "1.769912"]);
    let report = report();
    let costs = |side: fn(Both) -> Decimal| -> Vec<String> {
        report.categories.iter().map(|category| rounded(side(category.day_cost), 6)).collect()
    };
    assert_eq!(costs(|cost| cost.planned), ["24.492204", "57.539789", "1.769912"]);
    // computed.charges.cout_jour_realise: 14,645, 33,505 and 870 ÷ 540.5.
    assert_eq!(costs(|cost| cost.realised), ["27.095282", "61.988899", "1.609621"]);
}

#[test]
fn row_17_a_charge_comes_under_its_heading_and_goes() {
    let mut session = session();
    let before = report_on(session.plan());
    let own_before = cents(&everything(session.plan()), "result.2026.62");
    let heading_62 = |report: &Report| both(report.account(None, usual_contributions()).heading(62))[0];
    let fields = LineFields::new("Services bancaires".into(), "627".parse().unwrap(), None);
    let edit = LineEdit::Add { fields, yearly: Amount::ZERO };
    let Some(ItemId::Line(line)) = session.edit(edit.into()).unwrap() else { panic!("no line") };
    assert_eq!(report_on(session.plan()).projects, before.projects);
    let year = FiscalYear { first: "2026-01".parse().unwrap() };
    let edits: [Edit; 2] = [
        LineEdit::SetYearAmount { line, year, amount: "120".parse().unwrap() }.into(),
        LineEdit::SetPool(line, before.categories[1].pool).into(),
    ];
    for edit in edits {
        session.edit(edit).unwrap();
    }
    let after = report_on(session.plan());
    assert_eq!(heading_62(&after), heading_62(&before) + 12_000);
    assert_eq!(both(after.categories[1].amount)[0], 3_413_548 + 12_000);
    assert_eq!(cents(&everything(session.plan()), "result.2026.62"), own_before + 12_000);
    assert_eq!(costs_of_pools(session.plan()), [1_453_000, 3_413_548 + 12_000, 105_000]);
    session.edit(LineEdit::Remove(line).into()).unwrap();
    // One in the middle goes: the office supplies, 1,400.00.
    let supplies = session.plan().lines.iter().find(|line| line.label == "Fournitures de bureau").unwrap().id;
    session.edit(LineEdit::Remove(supplies).into()).unwrap();
    assert_eq!(both(whole(&report_on(session.plan())))[0], 4_971_548 - 140_000);
    assert_eq!(costs_of_pools(session.plan()), [1_453_000, 3_413_548 - 140_000, 105_000]);
}
