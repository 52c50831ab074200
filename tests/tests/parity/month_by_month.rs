//! The full costs of the six projects in Prévi, which are those of row 24 but for some cents.
//!
//! The workbook multiplies days of the year by what a day costs. Prévi's books have months, and each part of a month
//! is a number of cents: where all months are alike the same part of a cent comes back twelve times. Here the
//! months are written out a second time from what people typed, without the engine.

use previ_engine::full_cost::full_costs;

use super::{PLACE, everything, plan, pools};

/// Somebody's pay from January and from May, the employer's contributions in percent, tenths of days of the year,
/// the share meant for projects in percent, tenths of days on each project.
type Person = ([i64; 2], i64, i64, i64, [i64; 6]);

const PEOPLE: [Person; 4] = [
    ([250_000, 250_000], 40, 2_260, 90, [600, 400, 300, 200, 300, 100]),
    ([192_000, 208_000], 25, 1_808, 100, [200, 500, 200, 400, 200, 250]),
    ([214_300, 214_300], 40, 2_260, 80, [300, 200, 600, 200, 250, 150]),
    ([130_000, 140_000], 25, 1_130, 25, [45, 40, 40, 50, 0, 40]),
];

/// Charges of the year in each category, in euros; the time of people that is support comes to the second one.
const CHARGES: [&[i64]; 3] =
    [&[2_600, 10_000, 840, 90, 1_000], &[1_400, 700, 3_300, 1_200, 760], &[500, 550]];

/// Expenses of each project, in cents: row 22 without the 75.00 that have no account, which nobody can be asked
/// to pay and which are no part of a full cost.
const EXPENSES: [i64; 6] = [285_000, 308_000, 84_000, 730_000, 250_000, 88_000];

/// Parts of an amount in cents: up to each of them the sum is the nearest cent, half a cent more.
fn parts(cents: i64, weights: &[i64]) -> Vec<i64> {
    let whole: i64 = weights.iter().sum();
    let (mut reached, mut given) = (0, 0);
    let part = |weight: &i64| {
        reached += weight;
        let due = (2 * i128::from(cents) * i128::from(reached) + i128::from(whole)) / (2 * i128::from(whole));
        let part = due as i64 - given;
        given = due as i64;
        part
    };
    weights.iter().map(part).collect()
}

fn add(sums: &mut [i64; 6], parts: &[i64]) {
    sums.iter_mut().zip(parts).for_each(|(sum, part)| *sum += part);
}

/// What people cost on each project, and rows of twelve months for the second category: their support.
fn staff() -> ([i64; 6], Vec<Vec<i64>>) {
    let (mut staff, mut support) = ([0; 6], Vec::new());
    for (pay, rate, days, share, on_projects) in PEOPLE {
        // Of all time to the millionth of a percent, what is left being the structure's.
        let mut weights = vec![100_000_000];
        for on_project in on_projects {
            let weight = (2 * on_project * 100_000_000 + days) / (2 * days);
            weights[0] -= weight;
            weights.push(weight);
        }
        let mut rows = [Vec::new(), Vec::new()];
        for month in 0..12 {
            let gross = pay[usize::from(month >= 4)];
            let [employee, employer] = [22, rate].map(|percent| (gross * percent + 50) / 100);
            for due in [gross - employee, employee, employer] {
                add(&mut staff, &parts(due, &weights)[1..]);
            }
            for (row, of_account) in rows.iter_mut().zip([gross, employer]) {
                row.push(parts(of_account, &[100 - share, share])[0]);
            }
        }
        support.extend(rows);
    }
    (staff, support)
}

/// What each project gets of a category.
fn shared(rows: &[Vec<i64>]) -> [i64; 6] {
    // 593.25 days are meant for projects and 556.5 planned, in quarters of days.
    let weights = [147, 458, 456, 456, 340, 300, 216];
    let mut sums = [0; 6];
    for cents in rows.iter().flatten() {
        add(&mut sums, &parts(*cents, &weights)[1..]);
    }
    sums
}

#[test]
fn the_full_costs_of_projects_are_months_added_up() {
    // Gardens, 114.5 days. The coordinator's 60 of 226 are 26.548673 %: of 1,950.00, 550.00 and 1,000.00 a month,
    // 517.70 + 146.02 + 265.49, twelve times 929.21. Animation 4 × 265.50 + 8 × 287.61, technical 12 × 398.26,
    // accounts 4 × 64.72 + 8 × 69.69: 11,150.52 + 3,362.88 + 4,779.12 + 816.40 = 20,108.92; row 24 has 20,108.73.
    let (staff, support) = staff();
    assert_eq!(staff, [2_010_892, 1_975_236, 1_922_172, 1_453_580, 1_292_068, 917_696]);
    let mut categories = CHARGES
        .map(|charges| charges.iter().map(|euros| parts(euros * 100, &[1; 12])).collect::<Vec<Vec<i64>>>());
    categories[1].extend(support);
    // 114.5 of 593.25 days are 19.300463 %. Premises: 216.67, 833.33, 70.00, 7.50 and 83.33 a month, of which 41.82,
    // 160.84, 13.51, 1.45 and 16.09: twelve times 233.71; row 24 has 2,804.36.
    let shared = categories.map(|rows| shared(&rows));
    let expected = [
        [280_452, 279_204, 279_208, 208_196, 183_688, 132_252],
        [658_852, 655_940, 655_964, 489_088, 431_540, 310_716],
        [20_260, 20_184, 20_176, 15_040, 13_284, 9_552],
    ];
    assert_eq!(shared, expected);
    let mut totals = EXPENSES;
    [staff].iter().chain(&shared).for_each(|part| add(&mut totals, part));
    let full_costs = full_costs(&everything(&plan()));
    let found: Vec<i64> = full_costs[1..].iter().map(|cost| cost.total_cents[PLACE]).collect();
    assert_eq!(found, totals);
    assert_eq!(found, [3_255_456, 3_238_564, 2_961_520, 2_895_904, 2_170_580, 1_458_216]);
    // Beside row 24: 0.52, −0.20, −0.09, 0.27, 0.04 and, with the 75.00 without account, −0.29.
    let row_24 = [3_255_404, 3_238_584, 2_961_529, 2_895_877, 2_170_576, 1_465_745 - 7_500];
    let beside: Vec<i64> = found.iter().zip(row_24).map(|(found, expected)| found - expected).collect();
    assert_eq!(beside, [52, -20, -9, 27, 4, -29]);
}

#[test]
fn the_structure_keeps_pay_of_days_without_project_and_charges_that_no_day_bears() {
    let view = everything(&plan());
    let structure = &full_costs(&view)[0];
    // People cost 128,902.40, charges 22,940.00, expenses 17,450.00: 169,292.40, of which the projects bear the sum of
    // the above, 159,802.40. The bridge has 6,410.51 + 3,079.72 = 9,490.23.
    assert_eq!(structure.total_cents[PLACE], 16_929_240 - 15_980_240);
    // Of each category what days without project would have borne.
    let kept: Vec<i64> = pools(view.plan()).iter().map(|pool| pool.kept_cents[PLACE]).collect();
    assert_eq!(kept, [90_000, 211_448, 6_504]);
    // 13.4, 5.8, 10.8 and 6.75 days are for projects and on none, at what a day of each person costs.
    assert_eq!(structure.total_cents[PLACE] - kept.iter().sum::<i64>(), 641_048);
}
