//! Rows 12, 15 and 33 to 36: what was planned beside what was done, as Prévi itself says it.

use previ_engine::account::AccountNumber;
use previ_engine::actuals::{YearActuals, actuals};
use previ_engine::completion::{Beside, Completion};
use previ_engine::days::Days;
use previ_engine::id::ActivityId;
use previ_engine::workload::workload;
use previ_words::parse_numbers;

use super::{PLACE, by_project, everything, plan, projects, rounded};

/// All years of which something was done: of the whole, or of the projects with these numbers.
fn years(set: Option<&str>) -> Vec<YearActuals> {
    let plan = plan();
    let view = everything(&plan);
    let projects = projects(&plan);
    let chosen = set.map(|set| {
        let numbers = parse_numbers(set, projects.len()).unwrap();
        numbers.into_iter().map(|number| projects[number - 1]).collect::<Vec<ActivityId>>()
    });
    actuals(&view, &workload(&view), chosen.as_deref())
}

fn year(set: Option<&str>) -> YearActuals {
    years(set).into_iter().find(|year| year.place == Some(PLACE)).unwrap()
}

/// Each project of its own.
fn each(of: impl Fn(&YearActuals) -> i64) -> Vec<i64> {
    (1..=6).map(|number| of(&year(Some(&number.to_string())))).collect()
}

fn heading(number: u32) -> AccountNumber {
    AccountNumber::of(number)
}

/// All indirect charges: those of the pools.
fn indirect(year: &YearActuals) -> Beside<i64> {
    year.pools.iter().fold(Beside::default(), |sum, (_, amount)| sum + *amount)
}

/// What funders gave and own income (*financements*).
fn funding(year: &YearActuals) -> i64 {
    let funders: i64 = year.agreements.iter().filter_map(|(_, amount)| amount.done).sum();
    funders + year.income.heading(heading(70)).done.unwrap_or(0)
}

fn percent(completion: Option<Completion>) -> String {
    let Some(Completion::Percent(percent)) = completion else { panic!("no percentage: {completion:?}") };
    rounded(percent, 1)
}

fn both(planned: i64, done: i64) -> Beside<i64> {
    Beside { planned: Some(planned), done: Some(done) }
}

#[test]
fn row_12_the_two_years_before_stand_beside_the_year() {
    let years = years(None);
    let found: Vec<_> = years.iter().map(|year| (year.year.key(), indirect(year).done)).collect();
    // Coût_j_chgs_indrctes!B35, C35 and E35; line by line in the row of the same number of the charges.
    assert_eq!(found, [(2024, Some(4_601_000)), (2025, Some(4_804_000)), (2026, Some(4_902_000))]);
    // With the provisions of these years, totals of Provisions!L and M: 6,000.00 and 8,850.00.
    let all: Vec<_> = years[..2].iter().map(|year| year.charges.total_cents.done).collect();
    assert_eq!(all, [Some(4_601_000 + 600_000), Some(4_804_000 + 885_000)]);
}

#[test]
fn row_15_indirect_charges_done_and_their_share_of_the_plan() {
    let indirect = indirect(&year(None));
    // Coût_j_chgs_indrctes!D35 and E35; 49,020 ÷ 49,715.48.
    assert_eq!(indirect, both(4_971_548, 4_902_000));
    assert_eq!(percent(indirect.completion()), "98.6");
    // I35:K35 and L35:N35, category by category.
    let pools: Vec<_> = year(None).pools.iter().map(|(_, amount)| *amount).collect();
    assert_eq!(pools, [both(1_453_000, 1_464_500), both(3_413_548, 3_350_500), both(105_000, 87_000)]);
}

#[test]
fn row_33_what_was_done_of_all_projects() {
    let year = year(Some("1-6"));
    // Budget_chantiers!I11 and Budget_chantiers_réalisé!U11.
    let days = |text: &str| Some(Days::from(text.parse::<previ_engine::money::Quantity>().unwrap()));
    assert_eq!(year.days(), Beside { planned: days("556.5"), done: days("540.5") });
    // Budget_chantiers_réalisé!U29, and provisions beside it: 159,533.36 + 6,750.00.
    let provisions = year.charges.heading(heading(68));
    // Of 68, 1,000.00 of the structure's depreciation is in row 29.
    assert_eq!(provisions.done, Some(100_000 + 675_000));
    assert_eq!(year.charges.total_cents.done, Some(15_953_336 + 675_000));
    // U5: days at what a day costs; planned, what is in the books of the projects.
    let on_projects: i64 = by_project(&everything(&plan()), 64).iter().sum();
    assert_eq!(year.staff_cents(), both(on_projects, 9_300_836));
    // U54 is what funders gave and own income, U55 the rest; 5,500.00 of provisions come back beside them.
    assert_eq!(funding(&year), 10_430_000);
    assert_eq!(year.income.total_cents.done, Some(10_430_000 + 503_000 + 550_000));
}

#[test]
fn row_33_what_was_done_of_each_project() {
    // Budget_chantiers_réalisé, row 29: each within a cent, as days of all projects together are rounded once.
    let expected = [3_269_383, 3_142_781, 2_935_292, 3_409_815, 2_085_055, 1_111_009];
    let costs = each(|year| {
        let provisions = year.charges.headings.iter().flat_map(|heading| &heading.rows);
        let provisions = provisions.filter(|(account, _)| account.is_under(heading(6815)));
        let provisions: i64 = provisions.filter_map(|(_, amount)| amount.done).sum();
        year.charges.total_cents.done.unwrap() - provisions
    });
    let off: Vec<i64> = costs.iter().zip(expected).map(|(cost, expected)| (cost - expected).abs()).collect();
    assert!(off.iter().all(|cents| *cents <= 2), "{costs:?}");
    assert_eq!(costs.iter().sum::<i64>(), 15_953_336);
    // Rows 54 and 55.
    let income = [2_100_000, 2_900_000, 1_850_000, 1_310_000, 1_920_000, 350_000];
    assert_eq!(each(funding), income);
    let other = each(|year| {
        let released = year.income.heading(heading(78)).done.unwrap_or(0);
        year.income.total_cents.done.unwrap() - released - funding(year)
    });
    assert_eq!(other, [135_000, 0, 76_000, 0, 262_000, 30_000]);
    // Row 11.
    let days: Vec<_> = (1..=6)
        .map(|number| year(Some(&number.to_string())).days().done.unwrap().value().to_string())
        .collect();
    assert_eq!(days, ["112", "108.5", "110", "100", "70", "40"]);
}

#[test]
fn row_34_what_was_not_planned_is_told_and_has_no_percentage() {
    // Budget_chantiers!G10 is empty, Budget_chantiers_réalisé!P10 is 1: the workbook shows 1E+11 %.
    let nadia = year(Some("5")).posts[3];
    assert_eq!(nadia.days.done.unwrap().value().to_string(), "1");
    assert_eq!(nadia.days.completion(), Some(Completion::Unplanned));
    // The CAF gave nothing of the 2,500.00 for the third project: 0 %.
    let year = year(Some("3"));
    let caf = year.agreements.iter().find(|(_, amount)| *amount == both(250_000, 0)).unwrap();
    assert_eq!(percent(caf.1.completion()), "0");
    // Wherever something came that was not planned, it is told so.
    for year in years(None).iter().filter(|year| year.place.is_some()) {
        let headings = year.charges.headings.iter().chain(&year.income.headings);
        for (account, amount) in headings.flat_map(|heading| &heading.rows) {
            let is_unplanned = amount.planned == Some(0) && amount.done.is_some_and(|done| done != 0);
            assert_eq!(is_unplanned, amount.completion() == Some(Completion::Unplanned), "{account}");
        }
    }
}

#[test]
fn rows_35_and_36_the_result_account_planned_and_done() {
    let year = year(None);
    let of =
        |block: &previ_engine::actuals::ActualBlock, numbers: std::ops::RangeInclusive<u32>| -> Vec<i64> {
            numbers.map(|number| block.heading(heading(number)).done.unwrap_or(0)).collect()
        };
    // CptResultReal_Global!C8, C13, C19, C25, C27, C31, C34, C36, C37 and C40.
    let expected = [1_049_500, 1_798_500, 900_500, 76_000, 11_950_836, 61_000, 9_000, 0, 775_000, 0];
    assert_eq!(of(&year.charges, 60..=69), expected);
    // « Divers sans compte », 75.00 planned and 80.00 done, is no account of the workbook; here it counts (row 23).
    assert_eq!(year.charges.heading(heading(6)), both(7_500, 8_000));
    assert_eq!(year.charges.total_cents.done, Some(16_620_336 + 8_000));
    assert_eq!(year.income.total_cents.done, Some(11_483_000));
    // 114,830.00 − 166,283.36.
    assert_eq!(year.result_cents.done, Some(11_483_000 - 16_628_336));
    // Planned: CptResult_Global!C27, all pay; G8; and the result of Prévi (the bridge ends with it).
    assert_eq!(year.charges.heading(heading(64)).planned, Some(12_890_240));
    assert_eq!(year.income.heading(heading(70)).planned, Some(2_380_000));
    assert_eq!(year.result_cents.planned, Some(-2_831_740));
    // 119,508.36 of 128,902.40.
    assert_eq!(percent(year.charges.heading(heading(64)).completion()), "92.7");
}
