//! What projects share, what is given to them, and with whom they are led.

use egui::{Event, Key, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use previ::action::Action;
use previ::page::{ActivitiesTab, Page};
use previ::window::Window;
use previ_engine::in_kind::{HourlyValue, InKindKind};
use previ_engine::partner::Answers;
use previ_words::{Language, text};

use crate::support::example;

/// High enough for the whole page: what lies below the window cannot be clicked.
fn on(page: Page) -> Harness<'static, Window> {
    let mut harness = example();
    harness.set_size(egui::vec2(1280.0, 3000.0));
    let ctx = harness.ctx.clone();
    harness.state_mut().act(&ctx, Action::Go(page));
    harness.run();
    harness
}

fn tab(harness: &mut Harness<'_, Window>, tab: ActivitiesTab) {
    let name = text(Language::French, tab.text_id());
    harness.get_all_by_role_and_label(Role::Button, &name).last().unwrap().click();
    harness.run();
}

/// As fingers do: into whatever has the keyboard.
fn keys(harness: &mut Harness<'_, Window>, typed: &str) {
    harness.event(Event::Text(typed.to_owned()));
    harness.run();
}

#[test]
fn every_dialog_that_appears_has_the_keyboard_in_its_first_field() {
    let mut harness = on(Page::Activities);
    tab(&mut harness, ActivitiesTab::Pools);
    for name in ["Locaux", "Direction"] {
        harness.get_by_label("Ajouter un groupe de charges").click();
        harness.run();
        keys(&mut harness, name);
        harness.key_press(Key::Enter);
        harness.run();
        assert!(harness.query_by_label("Annuler").is_none());
        assert_eq!(harness.state().session().plan().pools.last().unwrap().label, name);
        // The page shows it, below the others as it is.
        let of_pool = |node: &egui_kittest::Node<'_>| node.value().is_some_and(|value| value == name);
        let field = harness.get_all_by_role(Role::TextInput).find(of_pool).unwrap();
        assert!(field.rect().max.y < harness.ctx.content_rect().max.y, "{name}: {:?}", field.rect());
    }
    // The page has scrolled to the last one: its tabs are above.
    let name = text(Language::French, ActivitiesTab::Tree.text_id());
    harness.get_all_by_role_and_label(Role::Button, &name).last().unwrap().click_accesskit();
    harness.run();
    harness.get_by_label("Ajouter une action").click();
    harness.run();
    // What was put away leaves no trace.
    harness.key_press(Key::Escape);
    harness.run();
    harness.get_by_label("Ajouter une action").click();
    harness.run();
    keys(&mut harness, "Fournil");
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().session().plan().activities.last().unwrap().label, "Fournil");
}

#[test]
fn hours_of_volunteers_are_written_down_and_a_funder_counts_them() {
    let mut harness = on(Page::Activities);
    tab(&mut harness, ActivitiesTab::InKind);
    harness.get_by_label("Ajouter une contribution").click();
    harness.run();
    keys(&mut harness, "Chantiers du samedi");
    harness.get_by_role_and_label(Role::TextInput, "Heures par exercice").focus();
    harness.run();
    keys(&mut harness, "200");
    harness.get_by_label("Ajouter").click();
    harness.run();
    let item = harness.state().session().plan().in_kind.last().unwrap().clone();
    assert_eq!((item.label.as_str(), item.kind), ("Chantiers du samedi", InKindKind::Volunteering));
    assert_eq!(item.hourly, Some(HourlyValue::MinimumWage));
    let page = harness.state().session().in_kind();
    assert!(page.item(item.id).unwrap().cents.iter().all(|cents| *cents > 200_000));
    let funder = page.funders.iter().find(|funder| !funder.counts).unwrap().clone();
    harness.get_by_role_and_label(Role::CheckBox, &funder.label).click();
    harness.run();
    let page = harness.state().session().in_kind();
    assert!(page.funders.iter().any(|known| known.agreement == funder.agreement && known.counts));
    harness.get_by_label("Retirer cette contribution").click();
    harness.run();
    assert!(!harness.state().session().plan().in_kind.iter().any(|known| known.id == item.id));
}

#[test]
fn one_answer_says_who_answers_for_the_money_of_partners() {
    let mut harness = on(Page::Agreements);
    harness.get_all_by_label_contains("Projet mené avec des partenaires").next().unwrap().click();
    harness.run();
    let partners = |harness: &Harness<'_, Window>| {
        let session = harness.state().session();
        let chosen = harness.state().desk().agreement;
        let found = session.plan().agreements.iter().find(|known| Some(known.id) == chosen);
        found.unwrap().partners.clone()
    };
    assert_eq!(partners(&harness), None);
    harness.get_by_label_contains("chacun répond de sa part").click();
    harness.run();
    assert_eq!(partners(&harness).unwrap().answers, Answers::EachPartner);
    harness.get_by_label("Ajouter un partenaire").click();
    harness.run();
    assert_eq!(partners(&harness).unwrap().shares.len(), 2);
    harness.get_by_label_contains("répond seule de tout").click();
    harness.run();
    assert_eq!(partners(&harness).unwrap().answers, Answers::LeadAlone { is_eligible: true });
    harness.get_by_label_contains("Il n'y a pas de partenaire").click();
    harness.run();
    assert_eq!(partners(&harness), None);
}
