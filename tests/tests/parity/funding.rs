//! Rows 25 to 30: funders, statuses, own income.

use std::collections::BTreeMap;
use std::sync::Arc;

use previ_engine::certainty::{Certainty, CertaintyView};
use previ_engine::frame::CertaintyWeights;
use previ_engine::funder::FunderKind;
use previ_engine::funding_statement::funding_by_agreement;
use previ_engine::money::Percent;
use previ_engine::projection::project;

use super::{PLACE, agreement, by_project, cents, everything, income_of, plan, projects};

#[test]
fn row_25_income_by_type_of_funder() {
    let plan = plan();
    let mut found: BTreeMap<FunderKind, i64> = BTreeMap::new();
    for row in funding_by_agreement(&everything(&plan)) {
        let agreement = plan.agreements.iter().find(|agreement| agreement.id == row.agreement).unwrap();
        let funder = plan.funders.iter().find(|funder| funder.id == agreement.funder).unwrap();
        *found.entry(funder.kind).or_default() += row.income_cents[PLACE];
    }
    // CptResult_Global!G12, G14, G16, G19, G21, G23, G25, G27, G29.
    let expected = [
        (FunderKind::State, 1_000_000),
        (FunderKind::Region, 1_800_000),
        (FunderKind::Municipality, 2_850_000),
        (FunderKind::PublicBody, 1_200_000),
        (FunderKind::SocialBody, 600_000),
        (FunderKind::Europe, 2_400_000),
        (FunderKind::EmploymentAid, 480_000),
        (FunderKind::Foundation, 750_000),
        (FunderKind::Company, 250_000),
    ];
    assert_eq!(found, BTreeMap::from(expected));
    // CptResult_Global!G11.
    assert_eq!(found.values().sum::<i64>(), 11_330_000);
}

#[test]
fn row_26_a_status_per_funder_and_project() {
    let plan = plan();
    let id = agreement(&plan, "FDVA");
    let fdva = plan.agreements.iter().find(|agreement| agreement.id == id).unwrap();
    let tranche = &fdva.tranches[0];
    let found: Vec<_> =
        tranche.lines.iter().map(|line| (line.activity, fdva.certainty_of(tranche, line))).collect();
    let projects = projects(&plan);
    // Budget_chantiers!C33 « déposé, issue et montant incertains », G33 « issue favorable ».
    let expected =
        [(Some(projects[0]), Some(Certainty::Filed)), (Some(projects[4]), Some(Certainty::Favourable))];
    assert_eq!(found, expected);
}

#[test]
fn row_27_the_sum_of_each_status_in_each_project() {
    // The workbook does not show them: computed.chantiers[…].planned.financements_par_statut, made of
    // Budget_chantiers!C32:H51; not filed, filed, favourable, certain.
    let expected = [
        [1_000, 4_000, 3_500, 11_400],
        [0, 5_000, 0, 24_400],
        [2_500, 0, 8_000, 18_000],
        [0, 1_500, 0, 18_000],
        [0, 0, 6_000, 0],
        [5_500, 4_500, 0, 0],
    ];
    let mut found = [[0; 4]; 6];
    for (level, certainty) in Certainty::ALL.into_iter().enumerate() {
        let mut plan = plan();
        let weight = |of| if of == certainty { percent("100") } else { percent("0") };
        Arc::make_mut(&mut plan.frame).assumptions.certainty_weights = Some(CertaintyWeights {
            not_filed: weight(Certainty::NotFiled),
            filed: weight(Certainty::Filed),
            favourable: weight(Certainty::Favourable),
            certain: weight(Certainty::Certain),
        });
        let view = project(&plan, previ_reference::reference(), None).view(CertaintyView::Expected);
        for account in [73, 741, 7542, 7551] {
            for (place, cents) in by_project(&view, account).into_iter().enumerate() {
                found[place][level] += cents / 100;
            }
        }
    }
    assert_eq!(found, expected);
}

fn percent(text: &str) -> Percent {
    text.parse().unwrap()
}

#[test]
fn row_28_own_income() {
    let view = everything(&plan());
    // CptResult_Global!G8.
    assert_eq!(cents(&view, "result.2026.70"), 2_380_000);
    // Budget_chantiers!C53, F53, G52, H53.
    assert_eq!(by_project(&view, 70), [250_000, 0, 0, 400_000, 1_550_000, 180_000]);
}

#[test]
fn row_29_one_funder_over_several_projects() {
    let plan = plan();
    let id = agreement(&plan, "Projet de territoire");
    // Budget_chantiers!I36.
    assert_eq!(income_of(&everything(&plan), id), 2_400_000);
    // Without it the four projects lose Budget_chantiers!C36, D36, E36 and H36, and nothing else changes.
    let mut without = plan.clone();
    without.agreements.retain(|agreement| agreement.id != id);
    let (with, without) = (by_project(&everything(&plan), 741), by_project(&everything(&without), 741));
    let lost: Vec<i64> = with.iter().zip(&without).map(|(with, without)| with - without).collect();
    assert_eq!(lost, [900_000, 400_000, 800_000, 0, 0, 300_000]);
}

#[test]
fn row_30_other_income_that_the_projects_bring() {
    let view = everything(&plan());
    // CptResult_Global!G34; foundations and companies stand in 754 and 755.
    assert_eq!(cents(&view, "result.2026.758"), 520_000);
    // Budget_chantiers!C55:H55.
    assert_eq!(by_project(&view, 758), [150_000, 0, 80_000, 0, 250_000, 40_000]);
}
