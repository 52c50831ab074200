//! The form of a line: what it offers, and the one step that it comes to.

use std::collections::BTreeMap;

use previ_engine::account::AccountNumber;
use previ_engine::line::BudgetLine;
use previ_engine::money::Amount;
use previ_engine::schedule::{ScheduleRule, YearKind};
use previ_engine::timing::Timing;
use previ_session::Session;
use previ_session::edits::{LineEdit, LineFields, months_of};
use previ_session::views::line::{accounts_like, timings};
use previ_words::Language;

use crate::plan::{do_it, empty, euros, small};

fn account(number: &str) -> AccountNumber {
    number.parse().unwrap()
}

/// The form of a line as it is.
fn form_of(line: &BudgetLine) -> LineFields {
    LineFields {
        timing: line.settlement.timing.clone(),
        months: months_of(&line.schedule).map(<[u8]>::to_vec),
        ..LineFields::new(line.label.clone(), line.account, line.activity)
    }
}

#[test]
fn a_new_line_with_all_its_form_says_is_one_step() {
    let (mut session, known) = small();
    let before = session.plan().clone();
    let fields = LineFields {
        timing: Timing::After { months: 1 },
        months: Some(vec![6, 7]),
        ..LineFields::new(" Sécurité ".into(), account("6185"), Some(known.festival))
    };
    do_it(&mut session, LineEdit::Add { fields, yearly: euros("900") });
    let line = session.plan().lines.last().unwrap();
    assert_eq!((line.label.as_str(), &line.settlement.timing), ("Sécurité", &Timing::After { months: 1 }));
    // The same each year from the first of the plan on, though the festival takes place in 2028 only.
    let amounts = BTreeMap::from([(2027, euros("900"))]);
    let rule = ScheduleRule::Yearly { amounts, years: YearKind::Fiscal, months: vec![6, 7] };
    assert_eq!(line.schedule.rule, rule);
    assert_eq!(session.undo_label().as_deref(), Some("nouvelle ligne Sécurité"));
    assert!(session.undo());
    assert_eq!(*session.plan(), before);
}

#[test]
fn an_amount_that_no_month_could_take_leaves_no_line_behind() {
    let (mut session, known) = small();
    let before = session.plan().clone();
    let january = |yearly: Amount| {
        let fields = LineFields::new("Sécurité".into(), account("6185"), Some(known.festival));
        LineEdit::Add { fields: LineFields { months: Some(vec![1]), ..fields }, yearly }
    };
    let refused = session.edit(january(euros("900")).into()).unwrap_err();
    assert_eq!(refused.code.0, "session.year-outside-dates");
    assert_eq!(*session.plan(), before);
    do_it(&mut session, january(Amount::ZERO));
}

#[test]
fn what_differs_in_a_form_is_one_step() {
    let (mut session, known) = small();
    let before = session.plan().clone();
    let rent = before.lines.iter().find(|line| line.id == known.rent).unwrap();
    let form = form_of(rent);
    assert_eq!(form.edit(rent), None);
    let renamed = LineFields { label: "Bail".into(), ..form };
    do_it(&mut session, renamed.edit(rent).unwrap());
    assert_eq!(session.undo_label().as_deref(), Some("Loyer renommé en Bail"));
    assert!(session.undo());
    let actual = BTreeMap::from([(2025, None), (2026, Some(euros("7100")))]);
    let changed = LineFields { account: account("614"), months: Some(vec![1, 7]), actual, ..renamed };
    do_it(&mut session, changed.edit(rent).unwrap());
    assert_eq!(session.undo_label().as_deref(), Some("modification de la ligne Loyer"));
    let line = session.plan().lines.iter().find(|line| line.id == known.rent).unwrap();
    assert_eq!((line.label.as_str(), line.account), ("Bail", account("614")));
    assert_eq!(months_of(&line.schedule), Some(&[1, 7][..]));
    assert_eq!(line.actual, [(2026, euros("7100"))].into());
    assert!(session.undo());
    assert_eq!(*session.plan(), before);
}

fn found(session: &Session, search: &str, title: &str) -> Vec<String> {
    accounts_like(session, 6, search, title).iter().map(ToString::to_string).collect()
}

#[test]
fn accounts_are_found_by_the_words_that_people_use() {
    let session = empty();
    assert_eq!(found(&session, " Maif ", ""), ["616"]);
    // The title says it where nothing was looked for.
    assert_eq!(found(&session, "", "MAIF"), ["616"]);
    assert_eq!(found(&session, "", "Qwertz"), found(&session, "", ""));
    assert!(found(&session, "qwertz", "").is_empty());
    // Membership fees are no cost.
    assert!(accounts_like(&session, 7, "adhésions", "").contains(&account("756")));
    assert!(!found(&session, "adhésions", "").contains(&"756".to_owned()));
}

#[test]
fn a_number_typed_in_full_is_offered_whatever_the_chart_says() {
    let session = empty();
    assert_eq!(found(&session, "616", "")[0], "616");
    assert_eq!(found(&session, "61698765", ""), ["61698765"]);
    assert!(found(&session, "756", "").iter().all(|number| number != "756"));
}

#[test]
fn only_income_is_recognised_when_it_comes_but_what_a_line_has_is_always_offered() {
    let offered = |class, current: &Timing| -> Vec<Timing> {
        timings(Language::French, class, current).into_iter().map(|(timing, _)| timing).collect()
    };
    assert!(!offered(6, &Timing::SameMonth).contains(&Timing::OnReceipt));
    assert!(offered(7, &Timing::SameMonth).contains(&Timing::OnReceipt));
    let late = Timing::After { months: 7 };
    assert_eq!(offered(6, &late).last(), Some(&late));
}
