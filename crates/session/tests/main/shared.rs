//! Time lent, partners of agreements, contributions in kind.

use previ_engine::calendar::DueKind;
use previ_engine::id::{ActivityId, InKindId, ItemId};
use previ_engine::in_kind::{HourlyValue, InKindKind};
use previ_engine::lending::{Lending, LendingPrice};
use previ_engine::money::Percent;
use previ_engine::partner::{Answers, PartnerShare, Partnership};
use previ_engine::payment::{Instalment, Part, Trigger};
use previ_engine::schedule::{Schedule, ScheduleRule, YearKind};
use previ_session::Session;
use previ_session::edits::{AgreementEdit, Edit, InKindEdit, LendingEdit, TimeChange, TimeEdit, TrancheEdit};
use previ_session::views::agreements::{PartnersChoice, one_more};
use previ_session::views::in_kind::{InKindMeasure, every_year};
use previ_words::Language;

use crate::plan::{Small, do_it, euros, month, percent, small};

fn refused(session: &mut Session, edit: impl Into<Edit>) -> &'static str {
    let before = session.plan().clone();
    let refusal = session.edit(edit.into()).unwrap_err();
    assert_eq!(*session.plan(), before);
    refusal.code.0
}

/// A share of the leader's time, at cost.
pub fn lending(share: &str) -> Lending {
    Lending {
        to: " La Ruche ".into(),
        share: percent(share),
        from: None,
        until: None,
        price: LendingPrice::Cost,
        delay_months: 1,
    }
}

/// A partner with a share.
pub fn partners(shares: &[&str]) -> Partnership {
    let share = |share: &&str| PartnerShare { name: "Le Moulin".into(), share: percent(share) };
    let shares = shares.iter().map(share).collect();
    Partnership { answers: Answers::EachPartner, shares, delay_months: 2 }
}

/// Volunteers whose hours are not known yet.
pub fn volunteering(label: &str) -> InKindEdit {
    let (amounts, months) = Default::default();
    let schedule = Schedule::new(ScheduleRule::Yearly { amounts, years: YearKind::Fiscal, months });
    let (label, kind) = (label.into(), InKindKind::Volunteering);
    InKindEdit::Add { label, kind, activity: None, schedule, hourly: None }
}

fn volunteers(session: &mut Session) -> InKindId {
    match session.edit(volunteering("Caisse de la fête").into()) {
        Ok(Some(ItemId::InKind(id))) => id,
        other => panic!("{other:?}"),
    }
}

fn lent(session: &Session, known: &Small) -> Vec<Lending> {
    let position = session.plan().positions.iter().find(|position| position.id == known.leader);
    position.map(|position| position.lent.clone()).unwrap_or_default()
}

#[test]
fn time_is_lent_changed_and_taken_back() {
    let (mut session, known) = small();
    let position = known.leader;
    do_it(&mut session, LendingEdit::Add { position, lending: lending("10") });
    assert_eq!(lent(&session, &known)[0].to, "La Ruche");
    let dearer = Lending { price: LendingPrice::Monthly(euros("400")), ..lending("12") };
    do_it(&mut session, LendingEdit::Change { position, place: 0, lending: dearer });
    assert_eq!(lent(&session, &known)[0].share, percent("12"));
    let gone = LendingEdit::Change { position, place: 1, lending: lending("1") };
    assert_eq!(refused(&mut session, gone), "session.item-gone");
    assert_eq!(refused(&mut session, LendingEdit::Remove { position, place: 1 }), "session.item-gone");
    do_it(&mut session, LendingEdit::Remove { position, place: 0 });
    assert!(lent(&session, &known).is_empty());
    session.undo();
    assert_eq!(lent(&session, &known).len(), 1);
}

#[test]
fn what_is_lent_is_not_there_for_activities() {
    let (mut session, known) = small();
    let (position, activity) = (known.leader, known.festival);
    // Half of the time is on an activity already.
    let more = LendingEdit::Add { position, lending: lending("51") };
    assert_eq!(refused(&mut session, more), "session.time-over-100");
    do_it(&mut session, LendingEdit::Add { position, lending: lending("40") });
    let more = TimeEdit { position, activity, change: TimeChange::Share(percent("11")) };
    assert_eq!(refused(&mut session, more), "session.time-over-100");
    do_it(&mut session, TimeEdit { position, activity, change: TimeChange::Share(percent("10")) });
}

#[test]
fn a_loan_of_time_has_a_name_sound_dates_and_a_sound_price() {
    let (mut session, known) = small();
    let mut add = |lending| refused(&mut session, LendingEdit::Add { position: known.leader, lending });
    assert_eq!(add(Lending { to: " ".into(), ..lending("5") }), "session.name-empty");
    assert_eq!(add(lending("101")), "session.rate-out-of-range");
    assert_eq!(add(Lending { delay_months: 61, ..lending("5") }), "session.delay-out-of-range");
    let price = LendingPrice::Monthly(euros("-1"));
    assert_eq!(add(Lending { price, ..lending("5") }), "session.negative-amount");
    let (from, until) = (Some(month("2028-01")), Some(month("2027-12")));
    assert_eq!(add(Lending { from, until, ..lending("5") }), "session.dates-reversed");
}

#[test]
fn partners_of_an_agreement_are_set_as_a_whole() {
    let (mut session, known) = small();
    let id = known.town_grant;
    do_it(&mut session, AgreementEdit::SetPartners(id, Some(partners(&["60", "40"]))));
    let shared = |session: &Session| {
        let agreement = session.plan().agreements.iter().find(|agreement| agreement.id == id);
        agreement.and_then(|agreement| agreement.partners.clone())
    };
    assert_eq!(shared(&session), Some(partners(&["60", "40"])));
    let mut set = |partners| refused(&mut session, AgreementEdit::SetPartners(id, Some(partners)));
    assert_eq!(set(partners(&["60", "41"])), "session.rate-out-of-range");
    assert_eq!(set(partners(&["-1"])), "session.rate-out-of-range");
    assert_eq!(set(Partnership { delay_months: 61, ..partners(&[]) }), "session.delay-out-of-range");
    let mut nameless = partners(&["10"]);
    nameless.shares[0].name.clear();
    assert_eq!(set(nameless), "session.name-empty");
    do_it(&mut session, AgreementEdit::SetPartners(id, None));
    assert_eq!(shared(&session), None);
}

#[test]
fn what_a_funder_pays_is_told_with_the_money_of_partners_and_arrives_so() {
    let (mut session, known) = small();
    let agreement = known.town_grant;
    let due = Instalment::new(Part::Share(Percent::WHOLE), Trigger::InMonth(month("2027-03")));
    do_it(&mut session, TrancheEdit::SetInstalments(known.town_tranche, vec![due.clone()]));
    do_it(&mut session, AgreementEdit::SetPartners(agreement, Some(partners(&["30"]))));
    let told = |session: &Session| {
        let form = session.agreement(agreement).unwrap();
        let instalment = &form.tranches[0].instalments[0];
        (instalment.awaited_cents, instalment.missing_cents, instalment.usual_receipt)
    };
    let money = |session: &Session| -> Vec<_> {
        let page = session.calendar();
        page.rows.iter().filter_map(|row| Some((row.kind, row.cents?))).collect()
    };
    // All of the 20,000.00 arrives, 30 % of it goes on.
    let expected = [(DueKind::Payment, 2_000_000), (DueKind::ToPartners, 600_000)];
    let (awaited, _, receipt) = told(&session);
    assert_eq!((awaited, receipt.amount), (2_000_000, euros("20000")));
    assert_eq!(money(&session), expected);
    let came = Instalment { received: Some(receipt), ..due };
    do_it(&mut session, TrancheEdit::SetInstalments(known.town_tranche, vec![came]));
    assert_eq!(told(&session).1, 0);
    assert_eq!(money(&session), expected);
}

#[test]
fn contributions_in_kind_come_change_and_go() {
    let (mut session, known) = small();
    let before = session.plan().clone();
    let id = volunteers(&mut session);
    let hours = ScheduleRule::QuantityPrice {
        quantities: [(2027, "120".parse().unwrap())].into(),
        unit_price: euros("0"),
        months: vec![6],
    };
    let edits = [
        InKindEdit::Rename(id, "Buvette".into()),
        InKindEdit::SetKind(id, InKindKind::Services),
        InKindEdit::SetActivity(id, Some(known.festival)),
        InKindEdit::SetSchedule(id, Schedule::new(hours)),
        InKindEdit::SetHourly(id, Some(HourlyValue::MinimumWage)),
    ];
    for edit in edits {
        do_it(&mut session, edit);
    }
    let item = session.plan().in_kind[0].clone();
    assert_eq!((item.label.as_str(), item.kind), ("Buvette", InKindKind::Services));
    assert_eq!((item.activity, item.hourly), (Some(known.festival), Some(HourlyValue::MinimumWage)));
    do_it(&mut session, InKindEdit::Remove(id));
    assert!(session.plan().in_kind.is_empty());
    for _ in 0..7 {
        session.undo();
    }
    assert_eq!(*session.plan(), before);
}

#[test]
fn hours_are_typed_by_year_and_go_on_as_the_year_before() {
    let (mut session, known) = small();
    let id = volunteers(&mut session);
    let calendar = every_year(&session, InKindMeasure::Hours, "120".parse().unwrap(), euros("10")).unwrap();
    do_it(&mut session, InKindEdit::SetSchedule(id, calendar));
    do_it(&mut session, InKindEdit::SetActivity(id, Some(known.workshops)));
    let item = |session: &Session| session.in_kind().item(id).unwrap().clone();
    assert_eq!(item(&session).cents, [120_000; 3]);
    let typed = |session: &Session| -> Vec<(String, String)> {
        item(session).typed.into_iter().map(|year| (year.typed, year.otherwise)).collect()
    };
    let pair = |typed: &str, otherwise: &str| (typed.to_owned(), otherwise.to_owned());
    assert_eq!(typed(&session), [pair("120", "0"), pair("", "120"), pair("", "120")]);
    let year = item(&session).typed[1].clone();
    let less = item(&session).with_number(&year, Some("100".parse().unwrap())).unwrap();
    do_it(&mut session, less);
    let edit = item(&session).with_price(euros("12")).unwrap();
    do_it(&mut session, edit);
    // 120 × 12.00, then 100 × 12.00.
    assert_eq!(item(&session).cents, [144_000, 120_000, 120_000]);
    assert_eq!(item(&session).with_number(&year, Some("10000001".parse().unwrap())), None);
    // In euros it is worth as much as before; nothing is written down twice.
    let edit = item(&session).measured_in(InKindMeasure::Amount).unwrap();
    do_it(&mut session, edit);
    assert_eq!(item(&session).measure, InKindMeasure::Amount);
    assert_eq!(item(&session).cents, [144_000, 120_000, 120_000]);
    let page = session.in_kind();
    let row = |row: usize| [0, 2, 3].map(|column| page.cell(row, column).text);
    assert_eq!(row(0), ["Caisse de la fête", session.plan().label(known.workshops.into()), "1\u{202F}440"]);
    assert_eq!(row(1), ["Total", "", "1\u{202F}440"]);
}

#[test]
fn a_calendar_of_another_kind_is_told_until_an_amount_a_year_takes_its_place() {
    let (mut session, _) = small();
    let id = volunteers(&mut session);
    let monthly = Schedule::new(ScheduleRule::Monthly(euros("50")));
    do_it(&mut session, InKindEdit::SetSchedule(id, monthly));
    let item = |session: &Session| session.in_kind().item(id).unwrap().clone();
    assert_eq!(item(&session).measure, InKindMeasure::Other);
    assert!(item(&session).typed.is_empty() && !item(&session).calendar.is_empty());
    let edit = item(&session).measured_in(InKindMeasure::Amount).unwrap();
    do_it(&mut session, edit);
    // 12 × 50.00.
    assert_eq!(item(&session).typed[2].typed, "600");
    assert_eq!(item(&session).cents, [60_000; 3]);
}

#[test]
fn the_answer_about_partners_keeps_those_there_are() {
    let french = Language::French;
    let first = PartnersChoice::Named.take(None, french).unwrap();
    assert_eq!((first.answers, first.shares.len()), (Answers::EachPartner, 1));
    assert_eq!(first.shares[0].share, percent("0"));
    let two = one_more(&first, french);
    assert_ne!(two.shares[0].name, two.shares[1].name);
    let alone = PartnersChoice::LeadAlone.take(Some(&two), french).unwrap();
    assert_eq!((alone.shares.clone(), alone.answers), (two.shares, Answers::LeadAlone { is_eligible: true }));
    assert_eq!(PartnersChoice::of(Some(&alone)), PartnersChoice::LeadAlone);
    assert_eq!(PartnersChoice::Nobody.take(Some(&alone), french), None);
    let (mut session, known) = small();
    do_it(&mut session, AgreementEdit::SetPartners(known.town_grant, Some(partners(&["30", "10"]))));
    // 40 % of what it promises.
    let form = session.agreement(known.town_grant).unwrap();
    assert_eq!(form.partners_cents * 10, form.promised_cents * 4);
    assert_eq!(form.own_cents + form.partners_cents, form.promised_cents);
}

#[test]
fn contributions_in_kind_have_names_and_known_activities() {
    let (mut session, _) = small();
    let id = volunteers(&mut session);
    assert_eq!(refused(&mut session, InKindEdit::Rename(id, " ".into())), "session.name-empty");
    let nowhere = InKindEdit::SetActivity(id, Some(ActivityId(9999)));
    assert_eq!(refused(&mut session, nowhere), "session.item-gone");
    assert_eq!(refused(&mut session, InKindEdit::Remove(InKindId(9999))), "session.item-gone");
}

#[test]
fn what_was_shared_has_a_name_to_be_taken_back_by() {
    let (mut session, known) = small();
    do_it(&mut session, LendingEdit::Add { position: known.leader, lending: lending("10") });
    let label = session.undo_label();
    assert!(label.is_some_and(|label| label.contains("La Ruche")));
    let edit = Edit::from(AgreementEdit::SetPartners(known.town_grant, None));
    assert!(edit.label(session.plan(), Language::French).starts_with("partenaires de "));
}
