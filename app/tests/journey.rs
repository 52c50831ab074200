//! A treasurer opens the example, changes an amount, sees what follows, takes it back, saves, opens again.

use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use previ::action::Action;
use previ::page::{Page, StaffTab};
use previ::window::Window;
use previ_engine::id::ItemId;

use crate::support::{Folder, example, window};

/// Results and cash at the end of each year, in cents.
fn figures(harness: &Harness<'_, Window>) -> (Vec<i64>, Vec<i64>) {
    let session = harness.state().session();
    (session.income().result_cents.clone(), session.cash_forecast().closing_cents.clone())
}

/// Shows the budget with the cursor on the first year of the first line; gives its name.
fn on_the_first_line(harness: &mut Harness<'_, Window>) -> String {
    let ctx = harness.ctx.clone();
    harness.state_mut().act(&ctx, Action::Go(Page::Budget));
    harness.run();
    let line = harness.state().session().plan().lines[0].id;
    let name = harness.state().session().plan().label(ItemId::Line(line)).to_owned();
    harness.state_mut().show_item(ItemId::Line(line));
    harness.run();
    harness.run();
    name
}

fn type_and_enter(harness: &mut Harness<'_, Window>, text: &str) {
    for letter in text.chars() {
        harness.event(egui::Event::Text(letter.to_string()));
        harness.run();
    }
    harness.key_press(Key::Enter);
    harness.run();
}

#[test]
fn an_amount_typed_in_the_budget_changes_result_and_cash_and_is_undone_by_name() {
    let mut harness = example();
    let before = figures(&harness);
    let name = on_the_first_line(&mut harness);
    type_and_enter(&mut harness, "123456");
    let after = figures(&harness);
    assert_ne!(after.0, before.0, "the result");
    assert_ne!(after.1, before.1, "the cash");
    assert!(harness.state().session().is_changed());
    let label = harness.state().session().undo_label().unwrap();
    assert!(label.to_lowercase().contains(&name.to_lowercase()), "{label} names {name}");

    harness.get_by_label("Édition").click();
    harness.run();
    harness.get_by_label_contains("Annuler\u{A0}: ").click();
    harness.run();
    assert_eq!(figures(&harness), before);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Y);
    harness.run();
    assert_eq!(figures(&harness), after);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(figures(&harness), before);
}

#[test]
fn what_is_saved_opens_again_with_the_same_figures() {
    let folder = Folder::new();
    let path = folder.file("budget.previ.ron");
    let mut harness = example();
    let ctx = harness.ctx.clone();
    on_the_first_line(&mut harness);
    type_and_enter(&mut harness, "=12*850");
    let changed = figures(&harness);
    harness.state_mut().save_as(&ctx, &path);
    harness.run();
    assert!(!harness.state().session().is_changed(), "saved is not changed");
    drop(harness);
    let reopened = window(Some(path), egui::Theme::Light);
    assert_eq!(figures(&reopened), changed);
    assert!(reopened.state().session().name().is_some());
}

#[test]
fn escape_leaves_the_cell_as_it_was() {
    let mut harness = example();
    let before = figures(&harness);
    on_the_first_line(&mut harness);
    harness.event(egui::Event::Text("9".into()));
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(figures(&harness), before);
    assert!(!harness.state().session().is_changed());
}

#[test]
fn text_that_is_no_amount_stays_in_the_cell_with_the_reason() {
    let mut harness = example();
    let before = figures(&harness);
    on_the_first_line(&mut harness);
    type_and_enter(&mut harness, "douze");
    assert_eq!(figures(&harness), before);
    let ctx = harness.ctx.clone();
    // Not even another page takes it away.
    harness.state_mut().act(&ctx, Action::Go(Page::Home));
    harness.run();
    assert_eq!(harness.state().desk().page, Page::Budget);
    harness.key_press(Key::Escape);
    harness.run();
    harness.state_mut().act(&ctx, Action::Go(Page::Home));
    harness.run();
    assert_eq!(harness.state().desk().page, Page::Home);
}

#[test]
fn a_block_from_a_spreadsheet_is_pasted_as_one_step() {
    let mut harness = example();
    let before = figures(&harness);
    on_the_first_line(&mut harness);
    harness.event(egui::Event::Paste("1 000,50\t2 000".into()));
    harness.run();
    assert_ne!(figures(&harness), before);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(figures(&harness), before, "one step takes both back");
}

#[test]
fn closing_with_changes_asks_first() {
    let mut harness = example();
    on_the_first_line(&mut harness);
    type_and_enter(&mut harness, "1");
    let ctx = harness.ctx.clone();
    harness.state_mut().act(&ctx, Action::Quit);
    harness.run();
    harness.get_by_label("Ne pas enregistrer");
    harness.get_by_label("Annuler").click();
    harness.run();
    assert!(harness.query_by_label("Ne pas enregistrer").is_none());
    assert!(harness.state().session().is_changed());
}

#[test]
fn a_file_that_somebody_else_changed_is_not_written_over() {
    let folder = Folder::new();
    let path = folder.file("commun.previ.ron");
    let mut harness = example();
    let ctx = harness.ctx.clone();
    harness.state_mut().save_as(&ctx, &path);
    harness.run();
    let theirs = [std::fs::read(&path).unwrap(), b"\n".to_vec()].concat();
    std::fs::write(&path, &theirs).unwrap();
    on_the_first_line(&mut harness);
    type_and_enter(&mut harness, "1");
    harness.state_mut().act(&ctx, Action::Save);
    harness.run();
    assert_eq!(std::fs::read(&path).unwrap(), theirs);
    harness.get_by_label("Remplacer par le mien").click();
    harness.run();
    assert_ne!(std::fs::read(&path).unwrap(), theirs);
    assert!(!harness.state().session().is_changed());
}

#[test]
fn a_file_that_is_no_plan_is_refused_and_the_document_stays() {
    let folder = Folder::new();
    let path = folder.file("photo.previ.ron");
    std::fs::write(&path, b"\x89PNG").unwrap();
    let mut harness = example();
    let before = figures(&harness);
    let ctx = harness.ctx.clone();
    harness.state_mut().open_file(&ctx, &path);
    harness.run();
    harness.get_by_label("D'accord").click();
    harness.run();
    assert_eq!(figures(&harness), before);
}

#[test]
fn a_spreadsheet_is_shown_before_it_enters_the_plan_as_one_step() {
    let folder = Folder::new();
    let path = folder.file("budget 2027.csv");
    let sheet = "CHARGES;2027;PRODUITS;2027\nLoyer;9 600;Cotisations;1 500\nTOTAL;9 600;TOTAL;1 500\n";
    std::fs::write(&path, sheet).unwrap();
    let mut harness = example();
    let ctx = harness.ctx.clone();
    let lines = |harness: &Harness<'_, Window>| harness.state().session().plan().lines.len();
    let before = lines(&harness);
    harness.state_mut().import_file(&ctx, &path);
    harness.run();
    assert_eq!(lines(&harness), before, "nothing before it is accepted");
    harness.get_by_label("Ajouter au plan").click();
    harness.run();
    assert_eq!(lines(&harness), before + 2);
    harness.state_mut().act(&ctx, Action::Undo);
    harness.run();
    assert_eq!(lines(&harness), before);
}

#[test]
fn a_line_is_added_by_the_keyboard_and_taken_back_in_one_step() {
    let mut harness = example();
    let ctx = harness.ctx.clone();
    harness.state_mut().act(&ctx, Action::Go(Page::Budget));
    harness.run();
    let before = harness.state().session().plan().clone();
    harness.get_by_label("Ajouter une ligne").click();
    harness.run();
    // The title has the keyboard; then the account, the first one found taken by Enter.
    harness.event(egui::Event::Text("Responsabilité civile".into()));
    harness.run();
    harness.key_press(Key::Tab);
    harness.run();
    harness.event(egui::Event::Text("maif".into()));
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(*harness.state().session().plan(), before, "nothing before the form is accepted");
    harness.get_by_role_and_label(egui::Role::TextInput, "Montant").focus();
    harness.run();
    harness.event(egui::Event::Text("480".into()));
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    let line = harness.state().session().plan().lines.last().unwrap().clone();
    assert_eq!((line.label.as_str(), line.account.to_string().as_str()), ("Responsabilité civile", "616"));
    harness.state_mut().act(&ctx, Action::Undo);
    harness.run();
    assert_eq!(*harness.state().session().plan(), before);
}

#[test]
fn a_field_left_by_the_keyboard_becomes_an_edit() {
    let mut harness = example();
    let ctx = harness.ctx.clone();
    harness.state_mut().act(&ctx, Action::Go(Page::Assumptions));
    harness.run();
    harness.get_by_role_and_label(egui::Role::TextInput, "Nom de l'association").focus();
    harness.run();
    // All of it is chosen when the keyboard comes; what is typed at its end is added.
    harness.key_press(Key::End);
    harness.get_by_role_and_label(egui::Role::TextInput, "Nom de l'association").type_text(" et Cie");
    harness.run();
    harness.key_press(Key::Tab);
    harness.run();
    assert_eq!(harness.state().session().plan().frame.association.name, "Graines de Lisière et Cie");
}

#[test]
fn a_key_that_changes_the_page_writes_nothing_into_the_grid() {
    let mut harness = example();
    let before = figures(&harness);
    on_the_first_line(&mut harness);
    let key = |pressed| egui::Event::Key {
        key: Key::Num3,
        physical_key: Some(Key::Num3),
        pressed,
        repeat: false,
        modifiers: Modifiers::ALT,
    };
    // As X11 reports Alt+3: the key and the sign it bears, in the same frame.
    let held = egui::Event::ModifiersChanged(Modifiers::ALT);
    harness.input_mut().events.extend([held, key(true), egui::Event::Text("3".into())]);
    harness.run();
    assert_eq!(harness.state().desk().page, Page::Cash);
    assert_eq!(figures(&harness), before);
    assert!(!harness.state().session().is_changed());
}

#[test]
fn amounts_typed_faster_than_frames_are_drawn_end_in_their_own_cells() {
    let typed = |harness: &mut Harness<'_, Window>, at_once: bool| {
        on_the_first_line(harness);
        let key = |key| egui::Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        let text = |text: &str| egui::Event::Text(text.into());
        let events =
            [text("9"), text("4"), text("0"), text("0"), key(Key::Tab), text("7"), text("1"), key(Key::Tab)];
        if at_once {
            harness.input_mut().events.extend(events);
            harness.run();
        } else {
            for event in events {
                harness.input_mut().events.push(event);
                harness.run();
            }
        }
        figures(harness)
    };
    let (mut slow, mut fast) = (example(), example());
    let before = figures(&slow);
    let expected = typed(&mut slow, false);
    assert_ne!(expected.0[0], before.0[0], "the first year");
    assert_ne!(expected.0[1], before.0[1], "the second year");
    assert_eq!(typed(&mut fast, true), expected);
}

/// Shows the workload with the cursor on the first cell that is typed.
fn in_the_workload(harness: &mut Harness<'_, Window>) {
    let ctx = harness.ctx.clone();
    harness.state_mut().act(&ctx, Action::Go(Page::Staff));
    harness.run();
    harness.get_by_role_and_label(egui::Role::Button, "Plan de charge").click();
    harness.run();
    harness.run();
    assert_eq!(harness.state().desk().staff, StaffTab::Workload);
}

#[test]
fn days_typed_in_the_workload_move_costs_between_activities_and_are_undone_by_name() {
    let mut harness = example();
    let before = harness.state().session().plan().clone();
    in_the_workload(&mut harness);
    type_and_enter(&mut harness, "12,5");
    assert_ne!(*harness.state().session().plan(), before);
    let label = harness.state().session().undo_label().unwrap();
    assert!(label.contains("jours de"), "{label}");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(*harness.state().session().plan(), before);
}

#[test]
fn what_is_typed_into_the_workload_is_written_before_another_view_comes() {
    let mut harness = example();
    let before = harness.state().session().plan().clone();
    in_the_workload(&mut harness);
    harness.event(egui::Event::Text("7".into()));
    harness.run();
    harness.get_by_role_and_label(egui::Role::Button, "Charge par mois").click();
    harness.run();
    assert_eq!(harness.state().desk().staff, StaffTab::Load);
    assert_ne!(*harness.state().session().plan(), before);
    // Text that is no number keeps its place.
    in_the_workload(&mut harness);
    harness.event(egui::Event::Text("x".into()));
    harness.run();
    harness.get_by_role_and_label(egui::Role::Button, "Charge par mois").click();
    harness.run();
    assert_eq!(harness.state().desk().staff, StaffTab::Workload);
}
