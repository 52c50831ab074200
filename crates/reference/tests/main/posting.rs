//! What positions with calculated contributions post.

use std::collections::BTreeMap;
use std::sync::Arc;

use previ_engine::contract::{Absence, ContractKind, PayScale, YearlyBonus};
use previ_engine::employer::PayrollTax;
use previ_engine::frame::ContributionRhythm;
use previ_engine::money::{Amount, Percent, Quantity};
use previ_engine::payment::Part;
use previ_engine::plan::Plan;
use previ_engine::position::{Position, Time, TimeShare};
use previ_engine::view::View;

use crate::plans::{amount, employer, figure, month, percent, plan, position, view};

fn one(position: Position) -> View {
    let mut plan = plan("2027-01", 1, None);
    plan.positions.push(Arc::new(position));
    view(&plan)
}

fn quantity(text: &str) -> Quantity {
    text.parse().unwrap()
}

#[test]
fn a_year_of_1_2_minimum_wages_is_in_its_accounts() {
    let mut plan = plan("2027-01", 1, None);
    employer(&mut plan, |employer| {
        employer.health_cover = Some(amount("20"));
        employer.occupational_health = Some(amount("120"));
    });
    plan.positions.push(Arc::new(position(10, "2026-01", None, "2240")));
    let view = view(&plan);
    assert_eq!(figure(&view, "result.2027.641"), 12 * 224_000);
    // Case 8 of the page of sixty slips: 980.87 a month before the reduction, of which FNAL 2.24, social
    // dialogue 0.36, training 12.32 and apprenticeship tax 15.23 are taxes on pay. The reduction of the year is
    // 26,880.00 × 0.2487 = 6,685.06.
    assert_eq!(figure(&view, "result.2027.633"), 12 * (224 + 36 + 1_232 + 1_523));
    assert_eq!(figure(&view, "result.2027.645"), 12 * (98_087 - 3_015) - 668_506);
    assert_eq!(figure(&view, "result.2027.647"), 12_000);
    assert_eq!(figure(&view, "cash.2027-01.net-pay"), -175_125);
    assert_eq!(figure(&view, "balance.2027.421"), 0);
}

#[test]
fn each_body_is_paid_in_the_next_month() {
    let mut post = position(10, "2027-01", None, "2240");
    post.contract.tax_at_source = Some(percent("5"));
    let view = one(post);
    // Without health insurance CSG and CRDS are counted on 2,240.00 × 98.25 % = 2,200.80: 149.65, 52.82, 11.00.
    // Employee, 431: 154.56 + 8.96 + 149.65 + 52.82 + 11.00 = 376.99; 437: 70.56 + 19.26 = 89.82.
    // Taxable: 2,240.00 − 154.56 − 8.96 − 89.82 − 149.65 = 1,837.01; 5 % of it 91.85.
    // Employer, 437: 105.73 + 28.90 − 84.10 (557.09 × 0.0601 ÷ 0.3981) = 50.53.
    // Employer, 431: 960.87 − 134.63 − (557.09 − 84.10) = 353.25.
    assert_eq!(figure(&view, "cash.2027-01.net-pay"), -(224_000 - 37_699 - 8_982 - 9_185));
    assert_eq!(figure(&view, "cash.2027-02.contributions"), -(37_699 + 35_325 + 8_982 + 5_053 + 9_185));
    assert_eq!(figure(&view, "cash.2027-01.contributions"), 0);
    assert_eq!(figure(&view, "balance.2027.4421"), 9_185);
}

#[test]
fn a_thirteenth_month_is_in_proportion_to_the_months_worked() {
    let mut post = position(10, "2027-09", None, "2400");
    post.contract.bonuses.push(YearlyBonus { month: 12, part: Part::Share(Percent::WHOLE) });
    // September to December: four months, and 4 ÷ 12 of 2,400.00.
    assert_eq!(figure(&one(post), "result.2027.641"), 4 * 240_000 + 80_000);
}

#[test]
fn a_fixed_term_ends_with_its_bonus_and_the_leave_that_is_left() {
    let mut post = position(10, "2026-11", Some("2027-04"), "2000");
    post.contract.kind = ContractKind::FixedTerm { end_bonus: percent("10") };
    post.contract.leave_days_paid_out = quantity("5");
    // 10 % of six months, 1,200.00; five days of 2,000.00 × 12 ÷ 260 = 92.3077: 461.54.
    assert_eq!(figure(&one(post), "result.2027.641"), 4 * 200_000 + 120_000 + 46_154);
}

#[test]
fn leave_without_pay_costs_nothing_and_part_of_the_pay_costs_its_part() {
    let mut post = position(10, "2027-01", None, "2000");
    let absence = |from, to, kept| Absence { from: month(from), to: month(to), kept: percent(kept) };
    post.contract.absences =
        Vec::from([absence("2027-03", "2027-05", "0"), absence("2027-08", "2027-08", "50")]);
    let view = one(post);
    assert_eq!(figure(&view, "result.2027.641"), (12 - 3 - 1) * 200_000 + 100_000);
    assert_eq!(figure(&view, "cash.2027-04.net-pay"), 0);
    assert_eq!(figure(&view, "cash.2027-05.contributions"), 0);
}

#[test]
fn pay_by_the_minimum_wage_follows_contracted_hours_from_their_month_on() {
    let mut post = position(10, "2027-01", None, "0");
    post.scale.insert(month("2027-01"), PayScale::MinimumWage(quantity("1.2")));
    let half = BTreeMap::from([(month("2027-01"), percent("50")), (month("2027-07"), percent("80"))]);
    post.contract.working_time = half;
    // 1,867.016667 × 1.2 × 50 % = 1,120.21, × 80 % = 1,792.34 (1,792.336).
    assert_eq!(figure(&one(post), "result.2027.641"), 6 * 112_021 + 6 * 179_234);
}

#[test]
fn points_have_two_values_and_the_minimum_wage_below_them() {
    let points = |coefficient, yearly| {
        let mut post = position(10, "2026-04", None, "0");
        let (personal, yearly) = (quantity("6"), quantity(yearly));
        let personal = if coefficient == "257" { quantity("0") } else { personal };
        post.scale.insert(
            month("2026-04"),
            PayScale::Points { coefficient: quantity(coefficient), personal, yearly },
        );
        figure(&one(post), "result.2027.641")
    };
    // 257 × 7.23 = 1,858.11 is below 1,867.02.
    assert_eq!(points("257", "0"), 12 * 186_702);
    // 1,858.11 + (300 − 257 + 6) × 6.81 = 2,191.80.
    assert_eq!(points("300", "0"), 12 * 219_180);
    // Two points more from April 2027, the first anniversary: 13.62.
    assert_eq!(points("300", "2"), 12 * 219_180 + 9 * 1_362);
}

#[test]
fn an_amount_typed_after_a_scale_replaces_it() {
    let mut post = position(10, "2027-01", None, "0");
    post.scale.insert(month("2027-01"), PayScale::MinimumWage(quantity("1")));
    post.gross.insert(month("2027-10"), amount("2500"));
    assert_eq!(figure(&one(post), "result.2027.641"), 9 * 186_702 + 3 * 250_000);
}

#[test]
fn calculated_pay_is_split_over_activities_like_typed_pay() {
    use previ_engine::activity::Activity;
    use previ_engine::id::ActivityId;
    let mut plan = plan("2027-01", 1, None);
    let (from, to) = (None, Some(month("2027-06")));
    let label = "Action".to_owned();
    let id = ActivityId(30);
    let lists = (Vec::new(), Vec::new());
    plan.activities.push(Arc::new(Activity {
        id,
        label,
        parent: None,
        from,
        to,
        only_if: None,
        deliverables: lists.0,
        details: lists.1,
    }));
    let mut post = position(10, "2027-01", None, "2000");
    post.time.push(TimeShare { activity: id, time: Time::Share(percent("40")), from: None, to: None });
    plan.positions.push(Arc::new(post));
    let view = view(&plan);
    assert_eq!(figure(&view, "result.2027.641@30"), 6 * 80_000);
    let [whole, part] = ["result.2027.645", "result.2027.645@30"].map(|name| figure(&view, name));
    // The same pay each month: 40 % of half of the year, cents apart.
    assert!((part - whole / 5).abs() <= 12, "{part} of {whole}");
}

#[test]
fn typed_rates_stay_as_they_are_beside_calculated_ones() {
    let typed = |other: bool| {
        let mut plan = plan("2027-01", 1, Some(PayrollTax { liable: Percent::WHOLE, before: Amount::ZERO }));
        let mut post = position(10, "2027-01", None, "2000");
        post.employer_rate = Some(percent("40"));
        plan.positions.push(Arc::new(post));
        if other {
            plan.positions.push(Arc::new(position(11, "2027-01", None, "2000")));
        }
        figure(&view(&plan), "result.2027.645")
    };
    assert_eq!(typed(false), 12 * 80_000);
    assert!(typed(true) > 12 * 80_000);
}

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

fn random_plan(seed: u64) -> Plan {
    let mut dice = Dice(seed);
    let before = Amount::from_cents(dice.below(1_500_000) as i64);
    let tax = (dice.below(4) > 0).then_some(PayrollTax { liable: percent("100"), before });
    let first = ["2026-09", "2027-01", "2027-04"][dice.below(3) as usize];
    let mut plan = plan(first, 3, tax);
    if dice.below(2) == 0 {
        Arc::make_mut(&mut plan.frame).association.contributions = ContributionRhythm::Quarterly;
    }
    for id in 10..10 + 4 + dice.below(12) as u32 {
        let from = month("2026-01").plus(dice.below(24) as i32);
        // All leave long before the plan ends, so that everything can be paid.
        let to = from.plus(dice.below(9) as i32).max(month(first));
        let gross = Amount::from_cents(80_000 + dice.below(700_000) as i64).euros().to_string();
        let mut post = position(id, &from.to_string(), Some(&to.to_string()), &gross);
        let contract = &mut post.contract;
        contract.is_executive = dice.below(3) == 0;
        contract.kind = match dice.below(3) {
            0 => ContractKind::Permanent,
            1 => ContractKind::FixedTerm { end_bonus: percent("10") },
            _ => ContractKind::Apprentice,
        };
        contract.tax_at_source = (dice.below(2) == 0).then(|| percent("7.3"));
        contract
            .bonuses
            .push(YearlyBonus { month: 1 + dice.below(12) as u8, part: Part::Amount(amount("700")) });
        plan.positions.push(Arc::new(post));
    }
    plan
}

#[test]
fn all_that_is_owed_for_pay_is_paid_in_the_end() {
    for seed in 0..60 {
        let plan = random_plan(seed);
        let view = view(&plan);
        let last = plan.frame.horizon.first_year + 2;
        for account in [421, 431, 437, 4421, 447] {
            assert_eq!(figure(&view, &format!("balance.{last}.{account}")), 0, "seed {seed}, {account}");
        }
        assert!(figure(&view, &format!("balance.{}.431", last - 2)) > 0 || seed > 0);
    }
}

#[test]
fn a_plan_over_fewer_years_begins_the_same() {
    for seed in 0..20 {
        let long = random_plan(seed);
        let mut short = long.clone();
        Arc::make_mut(&mut short.frame).horizon.years = 2;
        let (long_view, short_view) = (view(&long), view(&short));
        let first = long.frame.horizon.first_year;
        for name in ["641", "645", "633", "6311"] {
            for year in [first, first + 1] {
                let name = format!("result.{year}.{name}");
                assert_eq!(figure(&long_view, &name), figure(&short_view, &name), "seed {seed}, {name}");
            }
        }
    }
}

#[test]
fn leave_owed_is_posted_by_its_change_at_each_year_end() {
    let mut plan = plan("2027-01", 2, None);
    employer(&mut plan, |employer| employer.posts_leave_owed = true);
    let mut post = position(10, "2026-09", Some("2028-03"), "2000");
    post.employer_rate = Some(percent("40"));
    plan.positions.push(Arc::new(post));
    let view = view(&plan);
    // A tenth of September to December 2026: 800.00 and 40 % of it. Of June to December 2027: 1,400.00.
    assert_eq!(figure(&view, "balance.opening.4282"), 80_000);
    assert_eq!(figure(&view, "balance.opening.4382"), 32_000);
    assert_eq!(figure(&view, "balance.2027.4282"), 140_000);
    assert_eq!(figure(&view, "result.2027.6412"), 60_000);
    assert_eq!(figure(&view, "result.2027.645"), 12 * 80_000 + 24_000);
    // Who left is owed nothing more.
    assert_eq!(figure(&view, "balance.2028.4282"), 0);
    assert_eq!(figure(&view, "result.2028.6412"), -140_000);
}

#[test]
fn leave_owed_of_calculated_pay_has_its_contributions_and_its_taxes() {
    let mut plan = plan("2027-01", 1, Some(PayrollTax { liable: Percent::WHOLE, before: Amount::ZERO }));
    employer(&mut plan, |employer| employer.posts_leave_owed = true);
    plan.positions.extend((10..22).map(|id| Arc::new(position(id, "2027-06", None, "5000"))));
    let with = view(&plan);
    employer(&mut plan, |employer| employer.posts_leave_owed = false);
    let without = view(&plan);
    let change = |name: &str| figure(&with, name) - figure(&without, name);
    // All of the year's pay was earned since June: a tenth of everything.
    assert_eq!(change("result.2027.6412"), 12 * 350_000);
    for name in ["result.2027.645", "result.2027.633", "result.2027.6311"] {
        let whole = figure(&without, name);
        assert!(whole > 0 && (change(name) - whole / 10).abs() <= 24, "{name}: {} of {whole}", change(name));
    }
    assert_eq!(figure(&with, "cash.2027-12"), figure(&without, "cash.2027-12"));
}
