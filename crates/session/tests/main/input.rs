//! Inputs and effects: opening, saving, leaving.

use previ_engine::certainty::CertaintyView;
use previ_engine::diagnostic::{Code, Diagnostic, Place, Severity};
use previ_session::edits::{FunderEdit, LineEdit};
use previ_session::events::{ExportKind, NewPlan, Revision, Then};
use previ_session::{Effect, Input, Session};
use previ_words::Language;

use crate::plan::{NOW, do_it, empty, euros, examples, small};

fn written(effects: Vec<Effect>) -> (String, Vec<u8>, Revision) {
    match effects.into_iter().next() {
        Some(Effect::Write { name, bytes, revision }) => (name, bytes, revision),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_plan_without_a_name_asks_for_one() {
    let mut session = empty();
    let effects = session.apply(Input::Save, NOW);
    assert_eq!(effects, [Effect::AskSaveName { suggested: "Les Amis du quai.previ.ron".into() }]);
}

#[test]
fn what_is_written_is_read_back_the_same() {
    let (mut session, _) = small();
    let (name, bytes, revision) =
        written(session.apply(Input::SaveAs { name: "a/plan.previ.ron".into() }, NOW));
    assert!(session.is_changed());
    session.apply(Input::Saved { name: name.clone(), revision }, NOW);
    assert!(!session.is_changed());
    let other = Session::open(&bytes, Some(name), Language::French).unwrap();
    assert_eq!(other.document(), session.document());
    assert!(!other.is_changed());
    let effects = session.apply(Input::Export(ExportKind::Workbook), NOW);
    assert!(matches!(&effects[..], [Effect::WriteExport { suggested, .. }] if suggested == "plan.xlsx"));
}

#[test]
fn an_undo_back_to_what_was_saved_is_no_change() {
    let (mut session, known) = small();
    let (name, _, revision) = written(session.apply(Input::SaveAs { name: "p".into() }, NOW));
    session.apply(Input::Saved { name, revision }, NOW);
    do_it(&mut session, LineEdit::Rename(known.rent, "Bail".into()));
    assert!(session.is_changed());
    session.apply(Input::Undo, NOW);
    assert!(!session.is_changed());
    session.apply(Input::Redo, NOW);
    assert!(session.is_changed());
}

#[test]
fn what_was_changed_while_it_was_written_is_not_saved() {
    let (mut session, known) = small();
    let (name, _, revision) = written(session.apply(Input::SaveAs { name: "p".into() }, NOW));
    do_it(&mut session, LineEdit::Rename(known.rent, "Bail".into()));
    session.apply(Input::Saved { name, revision }, NOW);
    assert!(session.is_changed());
}

#[test]
fn a_failed_save_is_said_and_leaves_the_document_changed() {
    let (mut session, _) = small();
    let failure = Diagnostic::new(Code("file.disk-full"), Severity::Error, Place::Whole);
    let effects = session.apply(Input::SaveFailed(failure.clone()), NOW);
    assert_eq!(effects, [Effect::Show(failure)]);
    assert!(session.is_changed());
}

#[test]
fn a_changed_document_is_not_left_without_asking() {
    let (mut session, _) = small();
    assert_eq!(session.apply(Input::Leave(Then::Quit), NOW), [Effect::AskUnsaved(Then::Quit)]);
    assert_eq!(empty().apply(Input::Leave(Then::Open), NOW), [Effect::GoOn(Then::Open)]);
}

#[test]
fn a_file_that_cannot_be_read_leaves_the_document_open() {
    let (mut session, _) = small();
    let before = session.document().clone();
    let effects = session.apply(Input::Open { bytes: b"not a plan".to_vec(), name: "x".into() }, NOW);
    assert!(!effects.is_empty() && effects.iter().all(|effect| matches!(effect, Effect::Show(_))));
    assert_eq!(*session.document(), before);
}

#[test]
fn another_document_takes_the_place_of_this_one_in_the_same_view() {
    let (mut session, _) = small();
    session.apply(Input::SetView(CertaintyView::Certain), NOW);
    let example = examples().remove(0);
    let bytes = previ_file::format::write(example.document());
    assert_eq!(session.apply(Input::OpenExample { bytes }, NOW), []);
    assert_eq!(session.document(), example.document());
    assert_eq!(session.selected_view(), CertaintyView::Certain);
    assert_eq!((session.name(), session.is_changed(), session.undo_label()), (None, false, None));
}

#[test]
fn a_new_plan_begins_with_its_bank_account() {
    let session = empty();
    assert_eq!(session.plan().treasury[0].opening, euros("5000"));
    assert_eq!(session.cash_forecast().closing_cents, [500_000; 36]);
    let wanted = NewPlan {
        association: " ".into(),
        first_year: 2027,
        years: 3,
        fiscal_year_starts: 1,
        opening: euros("0"),
    };
    let refusal = Session::new_plan(&wanted, Language::French, NOW).unwrap_err();
    assert_eq!(refusal.code.0, "session.name-empty");
    let long = NewPlan { association: "A".into(), years: 11, ..wanted };
    let refusal = Session::new_plan(&long, Language::French, NOW).unwrap_err();
    assert_eq!(refusal.code.0, "session.horizon-years");
}

#[test]
fn an_item_that_is_added_is_shown() {
    let mut session = empty();
    let add = FunderEdit::Add { name: "Ville".into(), kind: previ_engine::funder::FunderKind::Municipality };
    let effects = session.apply(Input::Edit(add.into()), NOW);
    let id = session.plan().funders[0].id;
    assert_eq!(effects, [Effect::Select(id.into())]);
}
