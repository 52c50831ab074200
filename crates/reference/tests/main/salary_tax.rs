//! The tax on salaries of a whole association.

use previ_engine::employer::PayrollTax;
use previ_engine::money::Percent;
use previ_engine::payroll::{
    Growth, Levels, Parameter, SalaryTaxRhythm, salary_tax, salary_tax_before_relief,
};
use std::sync::Arc;

use crate::plans::{amount, figure, month, plan, position, view};

fn levels() -> Levels {
    previ_reference::reference().payroll.levels(month("2026-12"), &Growth::default()).unwrap()
}

#[test]
fn nine_posts_owe_nothing_and_ten_owe_506_euros() {
    let levels = levels();
    // Each of 28,000.00: 9,229 × 4.25 % + 9,194 × 8.50 % + 9,577 × 13.60 % = 2,476.1945.
    assert_eq!(salary_tax_before_relief(2_800_000, &levels), 2_476_194_500);
    let due = |posts: usize| salary_tax(std::iter::repeat_n(2_800_000, posts), &levels);
    // Less 24,256 once for the association, in whole euros.
    let known = [(8, 0), (9, 0), (10, 506), (12, 5_458), (15, 12_887), (20, 25_268)];
    for (posts, euros) in known {
        assert_eq!(due(posts), euros * 100, "{posts} posts");
    }
    assert_eq!(levels.cents(Parameter::SalaryTaxRelief), 2_425_600);
}

#[test]
fn the_tax_of_last_year_says_when_this_years_is_paid() {
    use SalaryTaxRhythm::{Monthly, Quarterly, Yearly};
    let after = [399_999, 400_000, 1_000_000, 1_000_001].map(|tax| SalaryTaxRhythm::after(tax, &levels()));
    assert_eq!(after, [Yearly, Quarterly, Quarterly, Monthly]);
    // January is 1, of the next year.
    assert_eq!([1, 6, 12].map(|number| Yearly.paid_in(number)), [1, 1, 1]);
    assert_eq!([1, 3, 4, 10, 12].map(|number| Quarterly.paid_in(number)), [4, 4, 7, 1, 1]);
    assert_eq!([1, 11, 12].map(|number| Monthly.paid_in(number)), [2, 12, 1]);
}

/// Twelve posts of 2,400.00 a month and one of 2,500.00 that begins in July 2027; fiscal years from
/// September 2026. The tax of 2025 was 6,500.00: 2026 is paid by quarters.
///
/// 2026: a post of 28,800.00 makes 392.2325 + 781.49 + 10,377 × 13.60 % = 2,584.9945; twelve 31,019.934; less
/// 24,256: 6,764 €. 2027: six months of 2,500.00 are 15,000.00, 392.2325 + 5,771 × 8.50 % = 882.7675; in all
/// 31,902.7015 − 24,256: 7,647 €. 2028: 30,000.00 make 2,748.1945; 33,768.1285 − 24,256: 9,512 €.
#[test]
fn a_season_from_september_bears_its_months_of_each_calendar_year() {
    let tax = PayrollTax { liable: Percent::WHOLE, before: amount("6500") };
    let mut plan = plan("2026-09", 2, Some(tax));
    plan.positions.extend((10..22).map(|id| Arc::new(position(id, "2024-01", None, "2400"))));
    plan.positions.push(Arc::new(position(22, "2027-07", None, "2500")));
    let view = view(&plan);
    // September to December 2026: 6,764 × 4 ÷ 12, what is left after 4,509.33 of eight months. January to
    // August 2027: pay of 6 × 28,800 + 2 × 31,300 = 235,400 of 360,600 in the year, 7,647 × 235,400 ÷
    // 360,600 = 4,991.97.
    assert_eq!(figure(&view, "result.2026.6311"), 225_467 + 499_197);
    // The rest of 2027, 2,655.03, and eight twelfths of 9,512, 6,341.33.
    assert_eq!(figure(&view, "result.2027.6311"), 265_503 + 634_133);
    // July and August 2026 are owed when the plan begins: 4,509.33 − 3,382.00.
    assert_eq!(figure(&view, "balance.opening.447"), 112_733);
    // July and August 2027: 4,991.97 − 7,647 × 172,800 ÷ 360,600 = 4,991.97 − 3,664.45.
    assert_eq!(figure(&view, "balance.2026.447"), 132_752);
    // July and August 2028: 9,512 × 2 ÷ 12 = 6,341.33 − 4,756.00.
    assert_eq!(figure(&view, "balance.2027.447"), 158_533);
}

#[test]
fn a_post_that_depends_on_money_that_is_not_counted_is_not_taxed() {
    use previ_engine::certainty::CertaintyView;
    use previ_engine::condition::Condition;
    use previ_engine::id::AgreementId;
    use previ_engine::projection::project;
    let tax = PayrollTax { liable: Percent::WHOLE, before: amount("0") };
    let mut plan = plan("2027-01", 1, Some(tax));
    plan.positions.extend((10..20).map(|id| {
        let mut post = position(id, "2026-01", None, "2333.333333");
        // No such agreement: the condition never holds.
        post.only_if = (id == 19).then(|| Condition::AllOf([AgreementId(99)].into()));
        Arc::new(post)
    }));
    let view = project(&plan, previ_reference::reference(), None).view(CertaintyView::Everything);
    // Nine posts of 28,000 owe nothing.
    assert_eq!(figure(&view, "result.2027.6311"), 0);
    plan.positions.pop();
    plan.positions.push(Arc::new(position(19, "2026-01", None, "2333.333333")));
    let view = project(&plan, previ_reference::reference(), None).view(CertaintyView::Everything);
    // 12 × 2,333.33 = 27,999.96: ten owe 24,761.89 − 24,256 = 505.89, 506 €.
    assert_eq!(figure(&view, "result.2027.6311"), 50_600);
}
