//! Rows 42 to 46: provisions of a European programme, year after year.

use std::sync::Arc;

use previ_engine::certainty::{CertaintyView, Stage};
use previ_engine::funder::FunderKind;
use previ_engine::funding_statement::funding_by_agreement;
use previ_engine::id::{AgreementId, FunderId, ItemId, TrancheId};
use previ_engine::plan::Plan;
use previ_session::Session;
use previ_session::edits::{
    AgreementEdit, AmountSpan, Edit, FrameEdit, FunderEdit, NewAgreement, Payer, Purpose, TrancheEdit,
};
use previ_tests::figures::figures;

use super::{
    agreement, both, by_project, cents, euros, everything, income_of, plan, projects, report, session,
};

/// The last tranche of the programme, that of the year.
fn leader_tranche(plan: &Plan) -> TrancheId {
    let leader = plan.agreements.iter().find(|agreement| agreement.label.starts_with("LEADER")).unwrap();
    leader.tranches.last().unwrap().id
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
fn row_42_and_43_the_forecast_of_the_workbook() {
    let report = report();
    // Provisions!I7:I9, what is awaited at the end of 2026.
    let awaited: Vec<String> =
        report.execution_years.iter().map(|one| one.waiting.normalize().to_string()).collect();
    assert_eq!(awaited, ["5000", "12000", "17000"]);
    // Provisions!AI7:AI9, 10 % of what came in 2026 and of what is awaited, and N7:N9.
    let made: Vec<_> = report.execution_years.iter().map(|one| both(one.made)).collect();
    assert_eq!(made, [[80_000, 30_000], [270_000, 150_000], [240_000, 495_000]]);
    // Provisions!AJ7:AJ9, 25 % of what came in 2026 and 10 % of what came before; then S7 + Y7 and so on.
    let released: Vec<_> = report.execution_years.iter().map(|one| both(one.released)).collect();
    assert_eq!(released, [[295_000, 175_000], [465_000, 375_000], [0, 0]]);
    // Provisions!AI1 and N1; AJ1 and AA1.
    assert_eq!(both(report.provisions_made()), [590_000, 675_000]);
    assert_eq!(both(report.provisions_released()), [760_000, 550_000]);
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
