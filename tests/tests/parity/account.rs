//! Rows 35 to 41: result accounts of all projects and of some, and the bridge to the result of Prévi.

use std::collections::BTreeMap;

use previ_engine::funder::FunderKind;
use previ_engine::income::income_statement;
use previ_engine::money::{Percent, to_cents};
use previ_sheets::incitu::{Account, StepKind, incitu_report, usual_contributions};
use previ_words::{ParseNumbersError, parse_numbers};
use rust_decimal::Decimal;

use crate::random::holds;

use super::{both, cents, everything, plan, report, rounded};

fn whole() -> Account {
    report().account(None, usual_contributions())
}

fn of(set: &str) -> Account {
    let report = report();
    let set = parse_numbers(set, report.projects.len()).unwrap();
    report.account(Some(&set), usual_contributions())
}

/// The headings 60 to 69, planned or realised.
fn charges(account: &Account, side: usize) -> Vec<i64> {
    account.charges.iter().map(|(_, amount)| both(*amount)[side]).collect()
}

/// What each kind of funder gives, planned or realised.
fn funders(account: &Account, side: usize) -> BTreeMap<FunderKind, i64> {
    account.funders.iter().map(|(kind, amount)| (*kind, both(*amount)[side])).collect()
}

#[test]
fn row_35_the_planned_result_account() {
    let account = whole();
    // CptResult_Global!C8, C13, C19, C25, C27, C31, C34, C36, C37, C40.
    let expected = [1_032_000, 1_824_000, 934_000, 76_000, 12_890_240, 64_000, 9_000, 0, 690_000, 0];
    assert_eq!(charges(&account, 0), expected);
    // C41, C39; G8, G11, G34, G38, G40.
    assert_eq!(both(account.total_charges())[0], 17_519_240);
    assert_eq!(both(account.provisions_made)[0], 590_000);
    assert_eq!(both(account.own_income)[0], 2_380_000);
    assert_eq!(both(account.total_funders())[0], 11_330_000);
    assert_eq!(both(account.other_income)[0], 520_000);
    assert_eq!(both(account.provisions_released)[0], 760_000);
    assert_eq!(both(account.total_income())[0], 14_990_000);
}

#[test]
fn row_36_the_realised_result_account() {
    let account = whole();
    // CptResultReal_Global, the same cells.
    let expected = [1_049_500, 1_798_500, 900_500, 76_000, 11_950_836, 61_000, 9_000, 0, 775_000, 0];
    assert_eq!(charges(&account, 1), expected);
    assert_eq!(both(account.total_charges())[1], 16_620_336);
    assert_eq!(both(account.total_income())[1], 11_483_000);
    let expected = [
        (FunderKind::State, 900_000),
        (FunderKind::Region, 1_800_000),
        (FunderKind::Municipality, 2_150_000),
        (FunderKind::PublicBody, 1_200_000),
        (FunderKind::SocialBody, 350_000),
        (FunderKind::Europe, 700_000),
        (FunderKind::EmploymentAid, 440_000),
        (FunderKind::Foundation, 500_000),
        (FunderKind::Company, 150_000),
    ];
    assert_eq!(funders(&account, 1), BTreeMap::from(expected));
}

#[test]
fn row_37_pay_and_contributions() {
    let account = whole();
    // CptResult_Global!C29 and C30: two thirds and one third of 102,126.92; CptResultReal_Global, the same.
    assert_eq!(both(account.pay), [6_808_461, 6_200_557]);
    assert_eq!(both(account.contributions), [3_404_231, 3_100_279]);
    // With contributions of 40 %: 102,126.92 ÷ 1.4 = 72,947.80; the rest is 29,179.12.
    let forty: Percent = "40".parse().unwrap();
    let account = report().account(None, forty);
    assert_eq!([both(account.pay)[0], both(account.contributions)[0]], [7_294_780, 2_917_912]);
}

#[test]
fn row_38_the_result_account_of_a_set() {
    let account = of("1,4-6");
    // CptResult_1-4-5-6!L4: 328.5 ÷ 593.25.
    assert_eq!(rounded(account.rate.planned, 6), "0.553729");
    let expected = [746_492, 1_159_004, 584_865, 42_083, 7_156_848, 30_455, 4_984, 0, 382_073, 0];
    assert_eq!(charges(&account, 0), expected);
    // C40, C29, C30, C38; G8, G11, G37.
    assert_eq!(both(account.total_charges())[0], 10_106_804);
    assert_eq!([both(account.pay)[0], both(account.contributions)[0]], [3_782_807, 1_891_404]);
    assert_eq!(both(account.provisions_made)[0], 326_700);
    assert_eq!(both(account.own_income)[0], 2_380_000);
    assert_eq!(both(account.total_funders())[0], 5_540_000);
    assert_eq!(both(account.provisions_released)[0], 420_834);
    // G39 is 85,708.34 with 2,300.00 in 75; 2,100.00 more belong there (row 39).
    assert_eq!(both(account.total_income())[0], 8_570_834 + 210_000);
}

#[test]
fn row_39_other_income_of_the_chosen_projects() {
    // 1,500 + 0 + 2,500 + 400; the workbook adds up the first four projects instead, 2,300.00
    // (computed.c75_selection_attendue and c75_formule_macro); realised 1,350 + 0 + 2,620 + 300.
    assert_eq!(both(of("1,4-6").other_income), [440_000, 427_000]);
}

#[test]
fn row_40_what_came_of_a_set() {
    let account = of("1,4-6");
    // CptResultReal_1-4-5-6!L4: 322 ÷ 540.5, all days done.
    assert_eq!(rounded(account.rate.realised, 6), "0.595745");
    let expected = [790_404, 1_210_255, 581_979, 45_277, 7_141_646, 32_766, 5_362, 0, 461_702, 0];
    assert_eq!(charges(&account, 1), expected);
    assert_eq!(both(account.total_charges())[1], 10_269_390);
    assert_eq!([both(account.pay)[1], both(account.contributions)[1]], [3_708_615, 1_854_307]);
    assert_eq!(both(account.provisions_made)[1], 402_128);
    assert_eq!(both(account.provisions_released)[1], 327_660);
    assert_eq!(both(account.total_funders())[1], 3_440_000);
}

#[test]
fn row_41_a_wrong_set_is_told_and_a_number_may_come_twice() {
    let refused = |text| parse_numbers(text, 6).unwrap_err();
    assert_eq!(refused("4-2"), ParseNumbersError::Reversed { from: 4, to: 2 });
    assert_eq!(refused("7"), ParseNumbersError::Beyond { number: 7, last: 6 });
    assert_eq!(refused("a"), ParseNumbersError::NotANumber("a".into()));
    assert_eq!(parse_numbers("1,1", 6).unwrap(), [1]);
    assert_eq!(of("1,1"), of("1"));
}

#[test]
fn the_bridge_leads_from_the_projects_to_the_workbook_and_to_previ() {
    let found: Vec<_> = report().bridge.iter().map(|step| (step.kind, to_cents(step.euros))).collect();
    let expected = [
        // Budget_chantiers!I60.
        (StepKind::Projects, -1_757_717),
        // computed.ecarts: 102,126.92 − 95,716.41 and 49,715.48 − 46,635.76.
        (StepKind::UnassignedPay, -641_051),
        (StepKind::UnabsorbedCharges, -307_972),
        // computed.comptes_de_resultat.CptResult_Global.lignes_sans_compte_perdues.
        (StepKind::WithoutAccount, 7_500),
        // CptResult_Global!C39 and G38.
        (StepKind::ProvisionsMade, -590_000),
        (StepKind::ProvisionsReleased, 760_000),
        // CptResult_Global!G40 − C41: 149,900.00 − 175,192.40.
        (StepKind::Workbook, -2_529_240),
        (StepKind::WithoutAccountBack, -7_500),
        (StepKind::ForecastOut, -170_000),
        // Provisions!AA1 − N1: 5,500.00 − 6,750.00.
        (StepKind::OwnProvisions, -125_000),
        (StepKind::Previ, -2_831_740),
    ];
    assert_eq!(found, expected);
    assert_eq!(cents(&everything(&plan()), "result.2026"), -2_831_740);
}

#[test]
fn the_bridge_adds_up_and_leaves_nothing_unexplained_in_any_plan() {
    holds(100, |plan, _| {
        let view = everything(plan);
        let results = income_statement(&view, None).result_cents;
        for (year, result) in view.timeline().fiscal_years().into_iter().zip(results) {
            let report = incitu_report(plan, previ_reference::reference(), year.key()).unwrap();
            let mut sum = Decimal::ZERO;
            for step in &report.bridge {
                // Steps of less than half a cent are not shown.
                let differs = (sum - step.euros).abs() > Decimal::new(5, 2);
                match step.kind {
                    StepKind::Projects => sum = step.euros,
                    kind if kind.is_result() && differs => {
                        return Err(format!("{}: {sum} before {step:?}", year.key()));
                    }
                    kind if kind.is_result() => sum = step.euros,
                    StepKind::Others => return Err(format!("{}: {step:?}", year.key())),
                    _ => sum += step.euros,
                }
            }
            if to_cents(sum) != result {
                return Err(format!("{}: {sum} instead of {result} cents", year.key()));
            }
        }
        Ok(())
    });
}
