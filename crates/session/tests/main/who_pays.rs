//! What each page of an activity or an agreement must answer: who pays, how sure it is, what found no cost.

use previ_engine::agreement::FundingAgreement;
use previ_engine::rule::{ChosenCost, ChosenKind};
use previ_session::Session;
use previ_session::edits::{FrameEdit, TrancheEdit};
use previ_session::views::explanation::Scope;
use previ_session::views::funding::FundingRowKind;

use crate::plan::{do_it, euros, examples, month, sessions, small};

fn employer() -> Session {
    examples().remove(0)
}

fn agreement<'a>(session: &'a Session, label: &str) -> &'a FundingAgreement {
    session.plan().agreements.iter().find(|known| known.label.starts_with(label)).unwrap()
}

#[test]
fn the_whole_is_the_sum_of_the_structure_and_of_every_activity() {
    for session in sessions() {
        let page = session.funding();
        let Some(whole) = page.scope(Scope::Whole) else {
            assert!(page.activities.is_empty());
            continue;
        };
        for kind in [FundingRowKind::Cost, FundingRowKind::Left] {
            let of = |rows: &[previ_session::views::funding::FundingRow]| {
                rows.iter().filter(|row| row.kind == kind).flat_map(|row| row.cents.clone()).sum::<i64>()
            };
            assert_eq!(of(whole), page.activities.iter().map(|table| of(&table.rows)).sum());
        }
        let of_all = |wanted: fn(FundingRowKind) -> bool| {
            whole.iter().filter(|row| wanted(row.kind)).flat_map(|row| &row.cents).sum::<i64>()
        };
        let paid = of_all(|kind| matches!(kind, FundingRowKind::OwnIncome | FundingRowKind::PaidBy(_)));
        let left = of_all(|kind| kind == FundingRowKind::Left);
        assert_eq!(paid + left, of_all(|kind| kind == FundingRowKind::Cost));
    }
}

#[test]
fn an_activity_with_others_below_it_shows_who_pays_for_them() {
    let session = employer();
    let page = session.funding();
    let scope = |label: &str| {
        let known = session.plan().activities.iter().find(|known| known.label == label);
        Scope::Activity(known.unwrap().id)
    };
    let cost = |label: &str| page.scope(scope(label)).unwrap()[0].cents.clone();
    let parts = cost("Animations scolaires").into_iter().zip(cost("Clubs nature et séjours"));
    assert_eq!(cost("Éducation à la nature"), parts.map(|(one, other)| one + other).collect::<Vec<_>>());
    assert!(page.scope(Scope::Structure).is_some());
}

#[test]
fn who_pays_says_when_its_money_becomes_less_sure() {
    let session = employer();
    let page = session.funding();
    let state = agreement(&session, "État").id;
    let whole = page.scope(Scope::Whole).unwrap();
    let row = whole.iter().find(|row| row.kind == FundingRowKind::PaidBy(state)).unwrap();
    // 2027 is signed, 2028 to 2030 are favourable.
    assert_eq!(row.note, "janv. 27 – déc. 30 · 4 jusqu'en déc. 27, puis 3");
    let list = session.agreements();
    let sureness = &list.rows.iter().find(|row| row.id == state).unwrap().sureness;
    assert_eq!(sureness, "4 – certain, puis 3");
}

#[test]
fn an_agreement_says_why_its_money_found_no_cost() {
    let session = employer();
    let foundation = agreement(&session, "Fondation Terre d'accueil").id;
    let found = session.unused_money(foundation).unwrap();
    assert!(found.title.contains("584,72"), "{}", found.title);
    // 12,000.00 granted, 584.72 of it unused: 11,415.28 of eligible cost.
    assert!(found.reasons[0].contains("11\u{202F}415,28"), "{:?}", found.reasons);
    let state = agreement(&session, "État").id;
    assert_eq!(session.unused_money(state), None);
}

#[test]
fn chosen_costs_say_what_the_choices_cost() {
    let (mut session, known) = small();
    assert_eq!(session.cost_of_choices(), None);
    let cost = ChosenKind::Position(known.leader);
    let chosen = vec![ChosenCost { activity: Some(known.workshops), cost, amount: euros("100") }];
    do_it(&mut session, TrancheEdit::SetChosen(known.town_tranche, chosen));
    assert!(session.cost_of_choices().is_some());
}

#[test]
fn the_reference_month_typed_holds_before_the_current_one_and_tells_what_is_late() {
    let mut session = employer();
    let late = |session: &Session| {
        session.alerts().iter().filter(|alert| alert.code.0 == "alert.report-overdue").count()
    };
    session.look_from(month("2026-11"));
    assert_eq!((session.as_of(), late(&session)), (Some(month("2026-11")), 0));
    do_it(&mut session, FrameEdit::SetAsOf(Some(month("2028-07"))));
    assert_eq!(session.as_of(), Some(month("2028-07")));
    // Reports on 2027 are due by June 2028.
    assert!(late(&session) > 0 && session.calendar().late_count() > 0);
    session.undo();
    assert_eq!((session.as_of(), late(&session)), (Some(month("2026-11")), 0));
    session.look_from(month("2028-07"));
    assert!(late(&session) > 0);
}
