//! What InCitu's workbook gives, Prévi gives: the rows on funding of the table of its features, on the same
//! numbers (fixtures/incitu). Expected values stand with the cell of the workbook they come from.

#![expect(clippy::unwrap_used, reason = "helpers of tests: a fixture that cannot be read fails the test")]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use previ_engine::certainty::{Certainty, CertaintyView, Stage};
use previ_engine::diagnostic::{Diagnostic, Severity};
use previ_engine::figure::Figure;
use previ_engine::frame::CertaintyWeights;
use previ_engine::funder::FunderKind;
use previ_engine::funding_statement::funding_by_agreement;
use previ_engine::id::{ActivityId, AgreementId, FunderId, ItemId, TrancheId};
use previ_engine::money::{Amount, Percent};
use previ_engine::plan::Plan;
use previ_engine::projection::project;
use previ_engine::view::View;
use previ_session::Session;
use previ_session::edits::{
    AgreementEdit, AmountSpan, Edit, FrameEdit, FunderEdit, NewAgreement, Payer, Purpose, TrancheEdit,
};
use previ_tests::figures::figures;
use previ_words::Language;

/// The year of the budget, and its place in the horizon, which begins in 2022.
const YEAR: &str = "2026";
const PLACE: usize = 4;

fn bytes() -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/incitu/six-chantiers.previ.ron");
    std::fs::read(path).unwrap()
}

fn plan() -> Plan {
    let (document, notes) = previ_file::format::read(&bytes()).unwrap();
    assert_eq!(notes, []);
    document.plan
}

fn session() -> Session {
    Session::open(&bytes(), None, Language::French).unwrap()
}

fn everything(plan: &Plan) -> View {
    project(plan, previ_reference::reference(), None).view(CertaintyView::Everything)
}

/// A figure such as `result.2026.70`, in cents.
fn cents(view: &View, figure: &str) -> i64 {
    figure.parse::<Figure>().unwrap().value(view).unwrap()
}

/// The projects 1 to 6 in the order of the workbook's columns C to H.
fn projects(plan: &Plan) -> Vec<ActivityId> {
    plan.activities.iter().map(|activity| activity.id).collect()
}

/// An account of the year for each project.
fn by_project(view: &View, account: u32) -> Vec<i64> {
    let projects = projects(view.plan());
    projects.iter().map(|id| cents(view, &format!("result.{YEAR}.{account}@{}", id.0))).collect()
}

fn agreement(plan: &Plan, label: &str) -> AgreementId {
    plan.agreements.iter().find(|agreement| agreement.label == label).unwrap().id
}

fn euros(text: &str) -> Amount {
    text.parse().unwrap()
}

/// The last tranche of the European programme, that of the year.
fn leader_tranche(plan: &Plan) -> TrancheId {
    let leader = plan.agreements.iter().find(|agreement| agreement.label.starts_with("LEADER")).unwrap();
    leader.tranches.last().unwrap().id
}

/// The income of an agreement in the year.
fn income_of(view: &View, id: AgreementId) -> i64 {
    let found = funding_by_agreement(view).into_iter().find(|row| row.agreement == id).unwrap();
    found.income_cents[PLACE]
}

#[test]
fn the_plan_of_the_workbook_is_sound_and_written_as_it_was_read() {
    let (document, _) = previ_file::format::read(&bytes()).unwrap();
    assert!(previ_file::format::write(&document) == bytes());
    let found = project(&document.plan, previ_reference::reference(), None).diagnostics;
    // The workbook has a status for each project: those that differ from the stage are meant (row 26).
    let meant = |one: &&Diagnostic| one.code.0 == "plan.certainty-against-stage";
    let grave = found.iter().filter(|one| one.severity >= Severity::Warning && !meant(one));
    assert_eq!(grave.collect::<Vec<_>>(), Vec::<&Diagnostic>::new());
}

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

#[test]
fn row_31_what_the_association_pays_itself() {
    let view = everything(&plan());
    let found: Vec<i64> = projects(view.plan())
        .iter()
        .map(|id| {
            let of = |figure: &str| cents(&view, &format!("result.{YEAR}{figure}@{}", id.0));
            // The workbook leaves provisions out of the projects.
            -of("") - of(".6815") + of(".7815")
        })
        .collect();
    // Budget_chantiers!C58:H58, 8 654,04 and so on; below zero a surplus.
    assert_eq!(found, [865_404, 298_584, 31_529, 545_877, -229_424, 245_745]);
    // Budget_chantiers!I58 is 17 577,17: 17 577,16708, whose parts add up to 17 577,15 once rounded.
    assert_eq!(found.iter().sum::<i64>(), 1_757_715);
}

#[test]
fn row_42_provisions_of_a_european_programme() {
    let view = everything(&plan());
    let leader = agreement(view.plan(), "LEADER, filière locale");
    let rows = funding_by_agreement(&view);
    let received = &rows.iter().find(|row| row.agreement == leader).unwrap().received_cents;
    // Provisions!F5:F9, G5:G9, H5:H9 added up: 10 000,00; 12 000,00 + 9 000,00; 3 000,00 + 15 000,00 + 7 000,00.
    assert_eq!(received[2..], [1_000_000, 2_100_000, 2_500_000]);
    // Provisions!L10, M10 and N1: 10 % of what came in the year and 25 % of what is earned and not paid.
    let made = |year: i32| cents(&view, &format!("result.{year}.6815"));
    assert_eq!([2024, 2025, 2026].map(made), [600_000, 885_000, 675_000]);
}

#[test]
fn row_42_the_year_alone_opens_with_what_was_set_aside() {
    let mut plan = plan();
    let frame = Arc::make_mut(&mut plan.frame);
    (frame.horizon.first_year, frame.horizon.years) = (2026, 1);
    let view = everything(&plan);
    // Before 2026, 10 % of 10 000,00 + 12 000,00 + 9 000,00, and 25 % of what was awaited at the end of 2025,
    // 30 000,00 − 22 000,00 and 36 000,00 − 9 000,00: 3 100,00 + 8 750,00.
    assert_eq!(cents(&view, "balance.opening.151"), 1_185_000);
    // The year itself as in the longer plan: Provisions!N1 and AA1.
    assert_eq!(cents(&view, "result.2026.6815"), 675_000);
    assert_eq!(cents(&view, "result.2026.7815"), 550_000);
}

#[test]
fn row_43_provisions_taken_back() {
    let view = everything(&plan());
    let released = |year: i32| cents(&view, &format!("result.{year}.7815"));
    // Provisions!R10; then AA1: S1 + Z1 = 4 500,00 as money comes + 1 000,00 after a control.
    assert_eq!([2024, 2025, 2026].map(released), [0, 300_000, 550_000]);
    // What is left, AA10 + T10: 4 600,00 of the 10 % and 34 000,00 awaited × 25 % = 8 500,00.
    assert_eq!(cents(&view, "balance.2026.151"), 1_310_000);
}

#[test]
fn row_44_the_provision_follows_a_change_of_the_programme() {
    let mut session = session();
    let tranche = leader_tranche(session.plan());
    session.edit(TrancheEdit::SetAsked { tranche, line: 1, amount: euros("19000") }.into()).unwrap();
    // 1 000,00 more are awaited at the end of the year: 6 750,00 + 1 000,00 × 25 %.
    assert_eq!(cents(session.view(CertaintyView::Everything), "result.2026.6815"), 700_000);
    assert!(session.undo());
    assert_eq!(cents(session.view(CertaintyView::Everything), "result.2026.6815"), 675_000);
}

#[test]
fn row_44_a_change_of_the_programme_is_followed_everywhere() {
    let mut session = session();
    let before = session.plan().clone();
    let leader = agreement(&before, "LEADER, filière locale");
    let result = |session: &Session| cents(session.view(CertaintyView::Everything), "result.2026");
    let (was, tranche) = (result(&session), leader_tranche(&before));
    // Provisions!C9 links to Budget_chantiers!I44: 24 000,00.
    assert_eq!(income_of(session.view(CertaintyView::Everything), leader), 2_400_000);
    // 18 000,00 + 1 000,00 for the fourth project.
    session.edit(TrancheEdit::SetAsked { tranche, line: 1, amount: euros("19000") }.into()).unwrap();
    assert_eq!(income_of(session.view(CertaintyView::Everything), leader), 2_500_000);
    let view = session.view(CertaintyView::Everything);
    assert_eq!(by_project(view, 741)[3], 1_900_000);
    assert!(result(&session) > was);
    assert!(session.undo());
    assert_eq!(*session.plan(), before);
    assert_eq!(result(&session), was);
}

#[test]
fn row_45_a_european_funder_and_its_programme_come_and_go_together() {
    let mut session = session();
    let before = session.plan().clone();
    let kind = previ_reference::agreement_kinds().iter().find(|kind| kind.id == "europe").unwrap();
    let add = AgreementEdit::Add(Box::new(NewAgreement {
        label: "FSE+, insertion".into(),
        payer: Payer::New { name: "FSE+".into(), kind: FunderKind::Europe },
        kind,
        stage: Stage::Signed,
        from: "2026-01".parse().unwrap(),
        to: "2026-12".parse().unwrap(),
        amount: euros("10000"),
        span: AmountSpan::InAll,
        purpose: Purpose::Activity(projects(&before)[4]),
    }));
    let Some(ItemId::Agreement(programme)) = session.edit(add.into()).unwrap() else {
        panic!("no programme")
    };
    let after = session.plan().clone();
    let added = after.agreements.iter().find(|agreement| agreement.id == programme).unwrap();
    // 10 % of what is received, 25 % of what is not paid yet: the block of the sheet Provisions.
    assert!(added.provision.is_some());
    assert_eq!(after.funders.len(), before.funders.len() + 1);
    // The funder does not go alone, the programme does, and both by undoing.
    assert!(session.edit(FunderEdit::Remove(added.funder).into()).is_err());
    for edit in removal(programme, added.funder) {
        session.edit(edit).unwrap();
    }
    assert_eq!(*session.plan(), before);
    for _ in 0..2 {
        assert!(session.undo());
    }
    assert_eq!(*session.plan(), after);
    assert!(session.undo());
    assert_eq!(*session.plan(), before);
}

fn removal(programme: AgreementId, funder: FunderId) -> [Edit; 2] {
    [AgreementEdit::Remove(programme).into(), FunderEdit::Remove(funder).into()]
}

#[test]
fn row_46_an_earlier_year_changes_no_sum() {
    let mut session = session();
    let before = session.plan().clone();
    let sums = figures(session.view(CertaintyView::Everything));
    // Provisions_Years_Add: D4 − 1.
    session.edit(FrameEdit::SetFirstYear(2021).into()).unwrap();
    session.edit(FrameEdit::SetHorizonYears(6).into()).unwrap();
    let longer = figures(session.view(CertaintyView::Everything));
    let changed: Vec<_> = sums.iter().filter(|(cell, cents)| longer.get(cell) != Some(cents)).collect();
    assert!(sums.len() > 200 && changed.is_empty(), "{changed:?}");
    for _ in 0..2 {
        assert!(session.undo());
    }
    assert_eq!(*session.plan(), before);
}
