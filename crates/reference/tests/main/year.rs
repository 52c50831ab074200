//! Pay is annual in law: the reduction and the ceilings are regularised as the calendar year goes.

use previ_engine::contract::ContractKind;
use previ_engine::employer::HeadcountBand;
use previ_engine::money::Percent;
use previ_engine::month::Month;
use previ_engine::payroll::{Contribution, Growth, Pay, Payer, Slip, Terms, YearSoFar, slip};

use crate::plans::percent;

/// The slips of 2026 for gross pays in cents, January first.
fn year(gross: impl IntoIterator<Item = i64>, payer: &Payer, terms: &Terms) -> Vec<Slip> {
    let payroll = &previ_reference::reference().payroll;
    let mut so_far = YearSoFar::default();
    let months = (1..).zip(gross).map(|(number, gross)| {
        let month = Month::new(2026, number).unwrap();
        let levels = payroll.levels(month, &Growth::default()).unwrap();
        slip(&Pay { gross, share: Percent::WHOLE }, terms, payer, &levels, &mut so_far)
    });
    months.collect()
}

fn small() -> Payer {
    Payer { accident: percent("2.08"), ..Payer::default() }
}

/// The base and the cents of a contribution over some months, the employer's share first.
fn sum(slips: &[Slip], contribution: Contribution) -> (i64, i64) {
    let lines = slips.iter().flat_map(|slip| &slip.lines);
    let lines = lines.filter(|line| line.contribution == contribution);
    lines.fold((0, 0), |(base, cents), line| (base + line.base, cents + line.cents))
}

fn reduction(slips: &[Slip]) -> i64 {
    sum(slips, Contribution::Reduction).1 + sum(slips, Contribution::PensionReduction).1
}

#[test]
fn the_months_of_a_year_add_up_to_the_reduction_of_the_year() {
    // 2,000.00 a month and a 13th in December: 26,000.00. Minimum wage of 2026: five months at 12.02 and
    // seven at 12.31, (60.10 + 86.17) × 1,820 ÷ 12 = 22,184.28. Half of (3 × 22,184.28 ÷ 26,000 − 1) is
    // 0.779863, to the power of 1.75 0.647193; 0.02 + 0.3781 × 0.647193 = 0.2647; × 26,000 = 6,882.20.
    let gross = (1..=12).map(|number| if number == 12 { 400_000 } else { 200_000 });
    let slips = year(gross, &small(), &Terms::default());
    assert_eq!(reduction(&slips), -688_220);
    // Until May alone: 60.10 × 1,820 ÷ 12 = 9,115.17 for 10,000.00: half of 1.734550 is 0.867275, power
    // 0.779400, coefficient 0.02 + 0.294691 = 0.3147: 3,147.00.
    assert_eq!(reduction(&slips[..5]), -314_700);
}

#[test]
fn a_reduction_given_too_early_is_taken_back() {
    // 3,000.00 a month, then 30,000.00 in December: 63,000.00 is less than three minimum wages of the year,
    // 66,552.85. Half of 66,552.85 ÷ 63,000 − 1 is 0.028197, power 0.001940, coefficient 0.02 + 0.000734 =
    // 0.0207: 1,304.10, which is less than the months before December gave.
    let gross = (1..=12).map(|number| if number == 12 { 3_000_000 } else { 300_000 });
    let slips = year(gross, &small(), &Terms::default());
    assert!(reduction(&slips[..11]) < -130_410);
    assert!(reduction(&slips[11..]) > 0);
    assert_eq!(reduction(&slips), -130_410);
}

#[test]
fn a_high_month_within_the_ceiling_of_the_year_leaves_nothing_beyond_it() {
    // 11 × 3,500.00 + 7,000.00 = 45,500.00, below 12 × 4,005.00 = 48,060.00.
    let gross = (1..=12).map(|number| if number == 12 { 700_000 } else { 350_000 });
    let slips = year(gross, &small(), &Terms::default());
    // 45,500.00 × 8.55 % = 3,890.25 and × 6.90 % = 3,139.50, each month rounded: 299.25, 598.50; 241.50, 483.00.
    assert_eq!(sum(&slips, Contribution::OldAgeCapped), (2 * 4_550_000, 389_025 + 313_950));
    assert_eq!(sum(&slips, Contribution::Pension2), (0, 0));
    assert_eq!(sum(&slips, Contribution::TechnicalBalance), (0, 0));
}

#[test]
fn what_is_beyond_the_ceiling_so_far_comes_back_when_pay_falls() {
    // 6,000.00 then 1,000.00: 7,000.00 against 8,010.00. January gives 1,995.00 to the second band and CET on
    // 6,000.00; February takes both back.
    let slips = year([600_000, 100_000], &small(), &Terms::default());
    assert_eq!(sum(&slips[..1], Contribution::Pension2).0, 2 * 199_500);
    assert_eq!(sum(&slips[..1], Contribution::TechnicalBalance).0, 2 * 600_000);
    assert_eq!(sum(&slips, Contribution::Pension2), (0, 0));
    assert_eq!(sum(&slips, Contribution::TechnicalBalance), (0, 0));
}

#[test]
fn training_rises_by_steps_after_eleven_employees_were_reached() {
    let rate = |reached_11| {
        let payer = Payer { headcount: HeadcountBand::From11To49, reached_11, ..small() };
        sum(&year([200_000], &payer, &Terms::default()), Contribution::Training).1
    };
    // 2,000.00 × 0.55, 0.70, 0.90 and 1 %.
    let years = [Some(2026), Some(2024), Some(2023), Some(2022), Some(2021), None];
    assert_eq!(years.map(rate), [1_100, 1_100, 1_400, 1_800, 2_000, 2_000]);
}

#[test]
fn a_rate_of_accidents_below_the_part_covered_lowers_the_reduction() {
    // At the minimum wage of January, 1,823.03: 0.3981 with 0.49 % or more, 0.3981 − 0.0009 with 0.40 %.
    let with = |accident| {
        let payer = Payer { accident: percent(accident), ..Payer::default() };
        reduction(&year([182_303], &payer, &Terms::default()))
    };
    // 1,823.03 × 0.3981 = 725.75 and × 0.3972 = 724.11.
    assert_eq!([with("0.49"), with("2.08"), with("0.4")], [-72_575, -72_575, -72_411]);
}

#[test]
fn the_share_of_complementary_pensions_in_the_reduction_is_theirs_in_the_largest_coefficient() {
    let slips = year([182_303], &small(), &Terms::default());
    // 725.75 × 0.0601 ÷ 0.3981 = 109.56; the rest is social security's.
    assert_eq!(sum(&slips, Contribution::PensionReduction).1, -10_956);
    assert_eq!(sum(&slips, Contribution::Reduction).1, -(72_575 - 10_956));
}

#[test]
fn an_apprentice_below_half_the_minimum_wage_owes_nothing() {
    let terms = Terms { kind: ContractKind::Apprentice, ..Terms::default() };
    // Half of 1,823.03 is 911.52.
    let slips = year([91_000], &small(), &terms);
    assert_eq!((slips[0].net, slips[0].salary_tax_base), (91_000, 0));
}
