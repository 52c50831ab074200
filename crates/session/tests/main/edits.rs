//! What edits refuse, and what they do beside the obvious.

use previ_engine::certainty::{CertaintyView, Stage};
use previ_engine::diagnostic::Arg;
use previ_engine::id::{ActivityId, FunderId, LineId};
use previ_engine::position::TimeShare;
use previ_engine::timing::Timing;
use previ_session::Session;
use previ_session::edits::{
    ActivityEdit, AgreementEdit, BatchName, Edit, FrameEdit, FunderEdit, LineEdit, PositionEdit, TimeChange,
    TimeEdit, TrancheEdit, TreasuryEdit,
};

use crate::plan::{add_savings, do_it, empty, euros, month, new_line, percent, small, year};

fn refused(session: &mut Session, edit: impl Into<Edit>) -> &'static str {
    let before = session.plan().clone();
    let label = session.undo_label();
    let refusal = session.edit(edit.into()).unwrap_err();
    assert_eq!(*session.plan(), before);
    assert_eq!(session.undo_label(), label);
    refusal.code.0
}

#[test]
fn an_edit_of_something_gone_is_refused() {
    let (mut session, known) = small();
    let nowhere = LineId(9999);
    assert_eq!(refused(&mut session, LineEdit::Rename(nowhere, "x".into())), "session.item-gone");
    assert_eq!(refused(&mut session, LineEdit::Remove(nowhere)), "session.item-gone");
    let to_nothing = LineEdit::SetActivity(known.rent, Some(ActivityId(9999)));
    assert_eq!(refused(&mut session, to_nothing), "session.item-gone");
    let of_nobody = AgreementEdit::SetFunder(known.town_grant, FunderId(9999));
    assert_eq!(refused(&mut session, of_nobody), "session.item-gone");
    let beyond = TrancheEdit::SetAsked { tranche: known.town_tranche, line: 7, amount: euros("1") };
    assert_eq!(refused(&mut session, beyond), "session.item-gone");
}

#[test]
fn a_name_needs_at_least_one_letter() {
    let (mut session, known) = small();
    assert_eq!(refused(&mut session, LineEdit::Rename(known.rent, "  ".into())), "session.name-empty");
    do_it(&mut session, LineEdit::Rename(known.rent, "  Bail ".into()));
    assert_eq!(session.plan().label(known.rent.into()), "Bail");
}

#[test]
fn what_others_name_stays_and_the_refusal_names_them() {
    let (mut session, known) = small();
    let refusal = session.edit(ActivityEdit::Remove(known.workshops).into()).unwrap_err();
    assert_eq!(refusal.code.0, "session.still-used");
    assert!(refusal.args.contains(&("users", Arg::Text("Animatrice".into()))));
    assert_eq!(refused(&mut session, ActivityEdit::Remove(known.festival)), "session.still-used");
    assert_eq!(refused(&mut session, FunderEdit::Remove(known.town)), "session.still-used");
    do_it(&mut session, LineEdit::SetActivity(known.stage_hire, None));
    do_it(&mut session, ActivityEdit::Remove(known.festival));
    do_it(&mut session, AgreementEdit::Remove(known.town_grant));
    do_it(&mut session, FunderEdit::Remove(known.town));
}

#[test]
fn a_treasury_account_that_an_agreement_uses_stays() {
    let (mut session, _) = small();
    let savings = add_savings(&mut session);
    do_it(&mut session, TreasuryEdit::Remove(savings));
    assert_eq!(session.plan().treasury.len(), 1);
}

#[test]
fn numbers_out_of_bounds_are_refused() {
    let (mut session, known) = small();
    assert_eq!(refused(&mut session, FrameEdit::SetHorizonYears(0)), "session.horizon-years");
    assert_eq!(refused(&mut session, FrameEdit::SetHorizonYears(11)), "session.horizon-years");
    assert_eq!(refused(&mut session, FrameEdit::SetFirstYear(27)), "session.first-year");
    assert_eq!(refused(&mut session, FrameEdit::SetFiscalYearStart(13)), "session.fiscal-year-month");
    let reserve = FrameEdit::SetReserveMonths(Some("25".parse().unwrap()));
    assert_eq!(refused(&mut session, reserve), "session.reserve-months");
    assert_eq!(refused(&mut session, FunderEdit::SetDelay(known.town, 61)), "session.delay-out-of-range");
    let timing = LineEdit::SetTiming(known.rent, Timing::After { months: 61 });
    assert_eq!(refused(&mut session, timing), "session.timing-out-of-range");
    let timing = LineEdit::SetTiming(known.rent, Timing::InMonths { months: vec![] });
    assert_eq!(refused(&mut session, timing), "session.timing-out-of-range");
    let account = LineEdit::SetAccount(known.rent, "512".parse().unwrap());
    assert_eq!(refused(&mut session, account), "session.line-class");
    let account = AgreementEdit::SetIncomeAccount(known.town_grant, Some("613".parse().unwrap()));
    assert_eq!(refused(&mut session, account), "session.income-class");
    let position = known.leader;
    let pay = PositionEdit::SetGross { position, month: month("2027-01"), amount: euros("-1") };
    assert_eq!(refused(&mut session, pay), "session.negative-amount");
    let rates = PositionEdit::SetRates { position, employer: Some(percent("101")), employee: None };
    assert_eq!(refused(&mut session, rates), "session.rate-out-of-range");
}

#[test]
fn dates_go_forward() {
    let (mut session, known) = small();
    let (early, late) = (month("2027-01"), month("2028-01"));
    let position = PositionEdit::SetDates { position: known.leader, from: late, to: Some(early) };
    assert_eq!(refused(&mut session, position), "session.dates-reversed");
    let tranche = TrancheEdit::SetPeriod { tranche: known.town_tranche, from: late, to: early };
    assert_eq!(refused(&mut session, tranche), "session.dates-reversed");
    let activity = ActivityEdit::SetDates { activity: known.festival, from: Some(late), to: Some(early) };
    assert_eq!(refused(&mut session, activity), "session.dates-reversed");
}

#[test]
fn nobody_works_more_than_their_whole_time() {
    let (mut session, known) = small();
    let more = TimeEdit {
        position: known.leader,
        activity: known.festival,
        change: TimeChange::Share(percent("51")),
    };
    assert_eq!(refused(&mut session, more), "session.time-over-100");
    let none = TimeEdit {
        position: known.leader,
        activity: known.workshops,
        change: TimeChange::Share(percent("0")),
    };
    do_it(&mut session, none);
    assert_eq!(session.plan().positions[0].time, []);
}

#[test]
fn days_take_the_place_of_a_share_and_keep_to_their_period() {
    let (mut session, known) = small();
    let (position, activity) = (known.leader, known.workshops);
    let quantity = |text: &str| text.parse().unwrap();
    do_it(&mut session, TimeEdit { position, activity, change: TimeChange::Days(quantity("12.5")) });
    let (from, to) = (Some(month("2027-03")), Some(month("2027-06")));
    do_it(&mut session, TimeEdit { position, activity, change: TimeChange::Period { from, to } });
    let expected = TimeShare { from, to, ..TimeShare::days(activity, quantity("12.5")) };
    assert_eq!(session.plan().positions[0].time, [expected]);
    let many = TimeEdit { position, activity, change: TimeChange::Days(quantity("367")) };
    assert_eq!(refused(&mut session, many), "session.days-out-of-range");
    let reversed = TimeEdit { position, activity, change: TimeChange::Period { from: to, to: from } };
    assert_eq!(refused(&mut session, reversed), "session.dates-reversed");
    do_it(&mut session, TimeEdit { position, activity, change: TimeChange::Days(quantity("0")) });
    assert_eq!(session.plan().positions[0].time, []);
}

#[test]
fn an_activity_is_not_part_of_itself() {
    let (mut session, known) = small();
    do_it(&mut session, ActivityEdit::SetParent(known.festival, Some(known.workshops)));
    let round = ActivityEdit::SetParent(known.workshops, Some(known.festival));
    assert_eq!(refused(&mut session, round), "session.activity-below-itself");
    let itself = ActivityEdit::SetParent(known.workshops, Some(known.workshops));
    assert_eq!(refused(&mut session, itself), "session.activity-below-itself");
}

#[test]
fn an_amount_outside_the_dates_of_the_activity_is_refused_and_not_swallowed() {
    let (mut session, known) = small();
    let line = known.stage_hire;
    let before = LineEdit::SetYearAmount { line, year: year(2027), amount: euros("100") };
    assert_eq!(refused(&mut session, before), "session.year-outside-dates");
    let after = LineEdit::SetMonthAmount { line, month: month("2028-08"), amount: euros("100") };
    assert_eq!(refused(&mut session, after), "session.month-outside-dates");
    let beyond = LineEdit::SetMonthAmount { line: known.rent, month: month("2030-01"), amount: euros("1") };
    assert_eq!(refused(&mut session, beyond), "session.month-outside-dates");
    // 900 over May, June and July.
    let statement = previ_engine::income::income_statement(session.view(CertaintyView::Everything), None);
    assert!(statement.charges.headings[0].rows.iter().any(|row| row.cents == [0, 90_000, 0]));
}

#[test]
fn a_batch_takes_place_as_a_whole_or_not_at_all() {
    let (mut session, known) = small();
    let good = LineEdit::SetYearAmount { line: known.rent, year: year(2027), amount: euros("1") };
    let bad = LineEdit::SetYearAmount { line: known.stage_hire, year: year(2027), amount: euros("1") };
    let batch = Edit::Batch(BatchName::Paste, vec![good.into(), bad.into()]);
    assert_eq!(refused(&mut session, batch), "session.year-outside-dates");
}

#[test]
fn the_first_pay_moves_with_the_first_month() {
    let (mut session, known) = small();
    let earlier = PositionEdit::SetDates { position: known.leader, from: month("2026-06"), to: None };
    do_it(&mut session, earlier);
    let gross = &session.plan().positions[0].gross;
    assert_eq!(gross.iter().collect::<Vec<_>>(), [(&month("2026-06"), &euros("2000"))]);
}

#[test]
fn dues_and_gifts_are_recognised_when_they_come() {
    let mut session = empty();
    for account in ["7561", "7541", "706"] {
        do_it(&mut session, new_line(account, account, None));
    }
    let timings: Vec<&Timing> = session.plan().lines.iter().map(|line| &line.settlement.timing).collect();
    assert_eq!(timings, [&Timing::OnReceipt, &Timing::OnReceipt, &Timing::SameMonth]);
}

#[test]
fn a_further_tranche_follows_the_last_one_with_what_was_asked() {
    let (mut session, known) = small();
    do_it(
        &mut session,
        TrancheEdit::SetGranted { tranche: known.town_tranche, line: 0, amount: Some(euros("18000")) },
    );
    do_it(&mut session, AgreementEdit::AddTranche(known.town_grant));
    let added = &session.plan().agreements[0].tranches[1];
    assert_eq!((added.from, added.to), (month("2028-01"), month("2028-12")));
    assert_eq!((added.lines[0].asked, added.lines[0].granted), (euros("20000"), None));
}

#[test]
fn a_refused_grant_leaves_every_view() {
    let (mut session, known) = small();
    do_it(&mut session, AgreementEdit::SetStage(known.town_grant, Stage::Refused));
    for view in CertaintyView::ALL {
        let statement = previ_engine::income::income_statement(session.view(view), None);
        // Dues alone are left.
        assert_eq!(statement.income.total_cents, [300_000, 300_000, 300_000]);
    }
}
