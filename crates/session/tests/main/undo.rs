//! Whatever is done can be undone, and done again.

use previ_engine::agreement::FundingLine;
use previ_engine::certainty::{Certainty, Stage};
use previ_engine::condition::Condition;
use previ_engine::funder::FunderKind;
use previ_engine::payment::{Instalment, Part, Trigger};
use previ_engine::provision::{Provision, Release};
use previ_engine::rule::{Ceiling, ChosenCost, ChosenKind, FlatRate, FlatRateBase, PaymentRule};
use previ_engine::schedule::{Schedule, ScheduleRule};
use previ_engine::timing::Timing;
use previ_session::edits::{
    ActivityEdit, AgreementEdit, AmountSpan, BatchName, Edit, FrameEdit, FunderEdit, LendingEdit, LineEdit,
    NewAgreement, Payer, PositionEdit, Purpose, TimeChange, TimeEdit, TrancheEdit, TreasuryEdit,
};
use previ_words::Language;

use crate::plan::{Small, do_it, euros, kind, month, new_line, percent, small, year};
use crate::shared::volunteering;

/// One edit of every kind, each changing something in the small plan.
pub fn every_edit(known: &Small) -> Vec<Edit> {
    let mut all = lines(known);
    all.extend(positions(known));
    all.extend(funding(known));
    all.extend(rest(known));
    all
}

fn lines(known: &Small) -> Vec<Edit> {
    let line = known.rent;
    let monthly = Schedule::new(ScheduleRule::Monthly(euros("610")));
    vec![
        new_line("Assurance", "616", None).into(),
        LineEdit::Remove(known.dues).into(),
        LineEdit::Rename(line, "Loyer du local".into()).into(),
        LineEdit::SetAccount(line, "614".parse().unwrap()).into(),
        LineEdit::SetActivity(line, Some(known.workshops)).into(),
        LineEdit::SetTiming(line, Timing::After { months: 1 }).into(),
        LineEdit::SetSchedule(line, monthly).into(),
        LineEdit::SetYearAmount { line, year: year(2028), amount: euros("8400") }.into(),
        LineEdit::SetMonthAmount { line, month: month("2027-03"), amount: euros("0") }.into(),
        LineEdit::ForgetMonthAmount { line: known.stage_hire, month: month("2028-06") }.into(),
    ]
}

fn positions(known: &Small) -> Vec<Edit> {
    let position = known.leader;
    let add = PositionEdit::Add {
        label: "Coordinateur".into(),
        from: month("2028-09"),
        gross: euros("2400"),
        working_time: percent("100"),
        employer_rate: Some(percent("42")),
    };
    vec![
        add.into(),
        PositionEdit::Remove(position).into(),
        LendingEdit::Add { position, lending: crate::shared::lending("10") }.into(),
        PositionEdit::Rename(position, "Animatrice sociale".into()).into(),
        PositionEdit::SetHolder(position, "Inès".into()).into(),
        PositionEdit::SetGross { position, month: month("2028-01"), amount: euros("2100") }.into(),
        PositionEdit::ForgetGross { position, month: month("2027-01") }.into(),
        PositionEdit::SetDates { position, from: month("2027-03"), to: Some(month("2029-06")) }.into(),
        PositionEdit::SetRates { position, employer: Some(percent("38")), employee: Some(percent("21")) }
            .into(),
        TimeEdit { position, activity: known.workshops, change: TimeChange::Share(percent("60")) }.into(),
        PositionEdit::SetCondition(position, Some(Condition::OneOf(vec![known.town_grant]))).into(),
    ]
}

fn funding(known: &Small) -> Vec<Edit> {
    let (agreement, tranche) = (known.town_grant, known.town_tranche);
    let add = AgreementEdit::Add(Box::new(NewAgreement {
        label: "Projet".into(),
        payer: Payer::New { name: "Région".into(), kind: FunderKind::Region },
        kind: kind("cpo"),
        stage: Stage::Filed,
        from: month("2028-01"),
        to: month("2030-12"),
        amount: euros("6000"),
        span: AmountSpan::InAll,
        purpose: Purpose::Activity(known.workshops),
    }));
    let flat_rate = FlatRate { rate: percent("15"), of: FlatRateBase::StaffCost };
    let chosen = ChosenCost {
        activity: None,
        cost: ChosenKind::Account("613".parse().unwrap()),
        amount: euros("1000"),
    };
    let amendment = TrancheEdit::Amend {
        tranche,
        month: month("2027-06"),
        reason: "Baisse de la dotation".into(),
        lines: vec![FundingLine::new(None, euros("15000"))],
    };
    let instalment = Instalment::new(Part::Share(percent("80")), Trigger::InMonth(month("2027-04")));
    vec![
        FunderEdit::Add { name: "Région".into(), kind: FunderKind::Region }.into(),
        FunderEdit::Rename(known.town, "Ville de Quai".into()).into(),
        FunderEdit::SetKind(known.town, FunderKind::Department).into(),
        FunderEdit::SetDelay(known.town, 2).into(),
        add.into(),
        AgreementEdit::Remove(agreement).into(),
        AgreementEdit::Rename(agreement, "Ville 2027".into()).into(),
        AgreementEdit::SetFunder(agreement, known.town).into(),
        AgreementEdit::SetStage(agreement, Stage::Filed).into(),
        AgreementEdit::SetCertainty(agreement, Some(Certainty::Favourable)).into(),
        AgreementEdit::SetIncomeAccount(agreement, Some("742".parse().unwrap())).into(),
        AgreementEdit::SetPayment(agreement, PaymentRule::Scale).into(),
        AgreementEdit::SetEligibleAccounts(agreement, vec!["613".parse().unwrap()]).into(),
        AgreementEdit::SetEligiblePosition(agreement, known.leader, true).into(),
        AgreementEdit::SetFlatRate(agreement, Some(flat_rate)).into(),
        AgreementEdit::SetInKind(agreement, true).into(),
        AgreementEdit::SetCeilings(agreement, vec![Ceiling::PublicMoney(percent("80"))]).into(),
        AgreementEdit::SetProvision(agreement, Some(provision("10", "25"))).into(),
        AgreementEdit::SetPartners(agreement, Some(crate::shared::partners(&["30"]))).into(),
        AgreementEdit::SetTotal(agreement, Some(euros("60000"))).into(),
        AgreementEdit::SetPerson(agreement, "Inès".into()).into(),
        AgreementEdit::AddTranche(agreement).into(),
        AgreementEdit::RemoveTranche(tranche).into(),
        TrancheEdit::SetAsked { tranche, line: 0, amount: euros("25000") }.into(),
        TrancheEdit::SetGranted { tranche, line: 0, amount: Some(euros("18000")) }.into(),
        TrancheEdit::SetActivity { tranche, line: 0, activity: Some(known.workshops) }.into(),
        TrancheEdit::AddLine { tranche, activity: Some(known.festival) }.into(),
        TrancheEdit::RemoveLine { tranche, line: 0 }.into(),
        TrancheEdit::SetDecision(tranche, month("2027-05")).into(),
        TrancheEdit::SetPeriod { tranche, from: month("2027-03"), to: month("2028-02") }.into(),
        TrancheEdit::SetCertainty(tranche, Some(Certainty::Filed)).into(),
        TrancheEdit::SetInstalments(tranche, vec![instalment]).into(),
        TrancheEdit::SetReport(tranche, Some(month("2028-03"))).into(),
        TrancheEdit::SetFiling(tranche, Some(month("2026-11"))).into(),
        TrancheEdit::SetSignature(tranche, Some(month("2027-02"))).into(),
        TrancheEdit::SetInterimReport(tranche, Some(month("2027-07"))).into(),
        TrancheEdit::SetChosen(tranche, vec![chosen]).into(),
        TrancheEdit::SetReleases(tranche, vec![Release { month: month("2029-01"), amount: euros("500") }])
            .into(),
        amendment.into(),
    ]
}

fn provision(received: &str, unpaid: &str) -> Provision {
    Provision { received: percent(received), unpaid: percent(unpaid) }
}

fn rest(known: &Small) -> Vec<Edit> {
    let dates = ActivityEdit::SetDates { activity: known.workshops, from: Some(month("2027-02")), to: None };
    let paste = vec![
        LineEdit::SetYearAmount { line: known.rent, year: year(2027), amount: euros("7500") }.into(),
        LineEdit::SetYearAmount { line: known.dues, year: year(2027), amount: euros("3100") }.into(),
    ];
    vec![
        ActivityEdit::Add { label: "Jardin".into(), parent: Some(known.workshops) }.into(),
        volunteering("Buvette").into(),
        ActivityEdit::Rename(known.workshops, "Ateliers du soir".into()).into(),
        ActivityEdit::SetParent(known.festival, Some(known.workshops)).into(),
        dates.into(),
        TreasuryEdit::Add { label: "Caisse".into(), account: "53".parse().unwrap(), opening: euros("80") }
            .into(),
        TreasuryEdit::Remove(known.bank).into(),
        TreasuryEdit::Rename(known.bank, "Crédit coopératif".into()).into(),
        TreasuryEdit::SetOpening(known.bank, euros("-150.25")).into(),
        TreasuryEdit::SetBlocked(known.bank, true).into(),
        FrameEdit::SetAssociationName("Amis du quai".into()).into(),
        FrameEdit::SetFirstYear(2028).into(),
        FrameEdit::SetHorizonYears(5).into(),
        FrameEdit::SetFiscalYearStart(9).into(),
        FrameEdit::SetAsOf(Some(month("2028-03"))).into(),
        FrameEdit::SetReserveMonths(Some("3".parse().unwrap())).into(),
        Edit::Batch(BatchName::Paste, paste),
    ]
}

#[test]
fn undo_gives_back_the_plan_as_it_was_and_redo_the_plan_as_it_became() {
    let (_, known) = small();
    for edit in every_edit(&known) {
        let (mut session, _) = small();
        let before = session.plan().clone();
        do_it(&mut session, edit.clone());
        let after = session.plan().clone();
        if after == before {
            continue;
        }
        assert!(session.undo());
        assert_eq!(*session.plan(), before, "{edit:?}");
        assert!(session.redo());
        assert_eq!(*session.plan(), after, "{edit:?}");
    }
}

#[test]
fn nearly_every_edit_of_the_list_changes_the_plan() {
    let (_, known) = small();
    let same: Vec<Edit> = every_edit(&known)
        .into_iter()
        .filter(|edit| {
            let (mut session, _) = small();
            let before = session.plan().clone();
            do_it(&mut session, edit.clone());
            *session.plan() == before
        })
        .collect();
    // The month has no amount of its own, and the agreement is the town's already.
    let expected: [Edit; 2] = [
        LineEdit::ForgetMonthAmount { line: known.stage_hire, month: month("2028-06") }.into(),
        AgreementEdit::SetFunder(known.town_grant, known.town).into(),
    ];
    assert_eq!(same, expected);
}

#[test]
fn all_edits_one_after_the_other_are_undone_one_after_the_other() {
    let (mut session, known) = small();
    let mut plans = vec![session.plan().clone()];
    let is_removal = |edit: &Edit| format!("{edit:?}").contains("Remove");
    let (removals, others): (Vec<Edit>, Vec<Edit>) = every_edit(&known).into_iter().partition(is_removal);
    for edit in others.into_iter().chain(removals) {
        // Some name what an earlier one removed: refused, and nothing to undo.
        if session.edit(edit).is_ok() && plans.last() != Some(session.plan()) {
            plans.push(session.plan().clone());
        }
    }
    assert!(plans.len() > 30);
    for plan in plans.iter().rev().skip(1) {
        assert!(session.undo());
        assert_eq!(session.plan(), plan);
    }
    for plan in plans.iter().skip(1) {
        assert!(session.redo());
        assert_eq!(session.plan(), plan);
    }
    assert!(!session.redo());
}

#[test]
fn an_edit_that_changes_nothing_is_no_step() {
    let (mut session, known) = small();
    let label = session.undo_label();
    do_it(&mut session, LineEdit::Rename(known.rent, "Loyer".into()));
    do_it(&mut session, LineEdit::SetActivity(known.rent, None));
    assert_eq!(session.undo_label(), label);
}

#[test]
fn a_new_edit_forgets_what_was_undone() {
    let (mut session, known) = small();
    session.undo();
    do_it(&mut session, LineEdit::Rename(known.rent, "Bail".into()));
    assert_eq!(session.redo_label(), None);
    assert!(!session.redo());
}

#[test]
fn numbers_of_items_are_not_given_again_after_an_undo() {
    let (mut session, _) = small();
    do_it(&mut session, FunderEdit::Add { name: "Région".into(), kind: FunderKind::Region });
    let first = session.plan().funders.last().unwrap().id;
    session.undo();
    do_it(&mut session, FunderEdit::Add { name: "Europe".into(), kind: FunderKind::Europe });
    assert_eq!(session.plan().funders.last().unwrap().id.0, first.0 + 1);
}

#[test]
fn undo_says_what_it_takes_back() {
    let (mut session, known) = small();
    let amount = LineEdit::SetYearAmount { line: known.rent, year: year(2028), amount: euros("8000") };
    do_it(&mut session, amount);
    assert_eq!(session.undo_label().as_deref(), Some("Loyer 2028"));
    let one_month =
        LineEdit::SetMonthAmount { line: known.rent, month: month("2027-03"), amount: euros("9") };
    do_it(&mut session, one_month);
    assert_eq!(session.undo_label().as_deref(), Some("Loyer mars 2027"));
    do_it(&mut session, LineEdit::Remove(known.rent));
    assert_eq!(session.undo_label().as_deref(), Some("suppression de la ligne Loyer"));
    session.undo();
    assert_eq!(session.redo_label().as_deref(), Some("suppression de la ligne Loyer"));
    do_it(&mut session, AgreementEdit::SetStage(known.town_grant, Stage::Refused));
    assert_eq!(session.undo_label().as_deref(), Some("Subvention de la Ville\u{A0}: Refusée"));
}

#[test]
fn every_edit_has_a_name_in_both_languages() {
    let (session, known) = small();
    for language in Language::ALL {
        for edit in every_edit(&known) {
            let label = edit.label(session.plan(), language);
            assert!(!label.starts_with("edit-") && !label.contains(['{', '}']), "{edit:?}: {label}");
        }
    }
}
