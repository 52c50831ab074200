//! A spreadsheet enters the plan as one step, after it was shown.

use previ_engine::diagnostic::Severity;
use previ_engine::note::NoteState;
use previ_session::edits::Edit;
use previ_session::events::ImportReview;
use previ_session::views::import::ImportPage;
use previ_session::{Effect, Input, Now, Session};

use crate::plan::{NOW, do_it, empty, small};

const SHEET: &str = "Budget prévisionnel 2027;;;\n\
    CHARGES;Montant;PRODUITS;Montant\n\
    606 Fournitures;1200;7561 Cotisations;800\n\
    613 Location de la salle;2400;74 Ville;2800\n\
    TOTAL DES CHARGES;3600;TOTAL DES PRODUITS;3600\n";

fn review(session: &mut Session) -> Box<ImportReview> {
    let input = Input::Import { bytes: SHEET.as_bytes().to_vec(), name: "budget.csv".into() };
    match session.apply(input, NOW).into_iter().next() {
        Some(Effect::ShowProposal(review)) => review,
        other => panic!("{other:?}"),
    }
}

#[test]
fn nothing_enters_the_plan_before_it_is_accepted() {
    let mut session = empty();
    let before = session.document().clone();
    let review = review(&mut session);
    assert_eq!(*session.document(), before);
    let page = ImportPage::new(&review, session.reference(), session.language());
    assert_eq!((page.charges_cents, page.income_cents), (360_000, 360_000));
    assert_eq!((page.rows.len(), page.first_year, page.year_is_assumed), (4, 2027, false));
    assert!(page.left.is_empty(), "{:?}", page.left);
}

#[test]
fn an_import_is_one_step_with_a_name() {
    let mut session = empty();
    let before = session.plan().clone();
    let review = review(&mut session);
    assert_eq!(session.apply(Input::AcceptImport(review), NOW), []);
    assert_eq!(session.home().years[0].charges_cents, 360_000);
    assert_eq!(session.home().years[0].income_cents, 360_000);
    assert_eq!(session.undo_label().as_deref(), Some("import de 4 éléments"));
    let errors = session.diagnostics().filter(|said| said.severity == Severity::Error);
    assert_eq!(errors.count(), 0);
    // Each item says that its calendar is to be made precise.
    let open = session.plan().notes.iter().filter(|note| note.state == NoteState::ToBeSpecified);
    assert_eq!(open.count(), 4);
    session.apply(Input::Undo, NOW);
    assert_eq!(*session.plan(), before);
}

#[test]
fn a_funder_that_is_known_is_not_added_again() {
    let (mut session, known) = small();
    let review = review(&mut session);
    session.apply(Input::AcceptImport(review), NOW);
    assert_eq!(session.plan().funders.len(), 1);
    assert!(session.plan().agreements.iter().all(|agreement| agreement.funder == known.town));
    assert_eq!(session.plan().agreements.len(), 2);
}

#[test]
fn items_numbered_before_another_edit_are_refused() {
    let mut session = empty();
    let review = review(&mut session);
    let items =
        previ_sheets::import::items(&review.proposal, 1, session.document().next_id, session.language());
    let import = Edit::Import(Box::new(items));
    do_it(&mut session, import.clone());
    session.undo();
    assert_eq!(session.edit(import).unwrap_err().code.0, "session.stale-import");
}

#[test]
fn what_is_no_spreadsheet_is_refused_with_its_reason() {
    let mut session = empty();
    let input = Input::Import { bytes: b"PK\x03\x04 broken".to_vec(), name: "budget.xlsx".into() };
    let effects = session.apply(input, NOW);
    assert!(!effects.is_empty() && effects.iter().all(|effect| matches!(effect, Effect::Show(_))));
}

#[test]
fn the_year_follows_from_the_seconds() {
    // 57 years with 14 leap days from 1970 to 2027: 20,819 days.
    let new_year = 20_819 * 86_400;
    assert_eq!(Now { seconds: new_year - 1 }.year(), 2026);
    assert_eq!(Now { seconds: new_year }.year(), 2027);
    assert_eq!(Now { seconds: 0 }.year(), 1970);
    assert_eq!(Now { seconds: u64::MAX }.year(), 9999);
}
