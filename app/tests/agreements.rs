//! A treasurer writes a convention down, and what became of it later.

use egui::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use previ::action::Action;
use previ::page::Page;
use previ::window::Window;
use previ_engine::agreement::{FundingAgreement, Tranche};
use previ_engine::payment::Trigger;

use crate::support::example;

fn on_the_page() -> Harness<'static, Window> {
    let mut harness = example();
    // High enough for the whole page: what lies below the window cannot be clicked.
    harness.set_size(egui::vec2(1280.0, 3000.0));
    let ctx = harness.ctx.clone();
    harness.state_mut().act(&ctx, Action::Go(Page::Agreements));
    harness.run();
    harness
}

fn type_into(harness: &mut Harness<'_, Window>, field: &str, typed: &str) {
    harness.get_by_role_and_label(Role::TextInput, field).focus();
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, field).type_text(typed);
    harness.run();
}

fn last(harness: &Harness<'_, Window>) -> FundingAgreement {
    FundingAgreement::clone(harness.state().session().plan().agreements.last().unwrap())
}

#[test]
fn a_cpo_is_added_with_four_tranches_in_one_step() {
    let mut harness = on_the_page();
    let before = harness.state().session().plan().clone();
    harness.get_by_label("Ajouter un financement").click();
    harness.run();
    // The first funder of the example is the State: a CPO over four years is proposed.
    harness.get_by_label_contains("Convention pluriannuelle (CPO)");
    type_into(&mut harness, "Montant", "12000");
    harness.get_by_label("Ajouter").click();
    harness.run();
    let cpo = last(&harness);
    assert_eq!(cpo.label, "CPO, État, direction de la jeunesse");
    assert_eq!(cpo.tranches.iter().map(Tranche::total_cents).collect::<Vec<_>>(), [1_200_000; 4]);
    assert_eq!(cpo.tranches[0].instalments[0].trigger, Trigger::EachYearIn(3));
    assert_eq!(harness.state().desk().agreement, Some(cpo.id));
    // Its page shows the first year open and the others folded.
    harness.get_by_label_contains("Tranche 2028");
    let ctx = harness.ctx.clone();
    harness.state_mut().act(&ctx, Action::Undo);
    harness.run();
    assert_eq!(*harness.state().session().plan(), before);
}

#[test]
fn an_amendment_is_noted_with_its_month_and_the_amount_before_it() {
    let mut harness = on_the_page();
    let agreement = harness.state().session().plan().agreements[0].clone();
    let before = agreement.tranches[0].total_cents();
    harness.get_all_by_label_contains("Avenants").next().unwrap().click();
    harness.run();
    harness.get_by_label("Noter un avenant").click();
    harness.run();
    type_into(&mut harness, "Pourquoi", "Baisse des crédits");
    harness.get_by_label("Noter").click();
    harness.run();
    let now = harness.state().session().plan().agreements[0].clone();
    let amendment = &now.tranches[0].amendments[0];
    assert_eq!(amendment.reason, "Baisse des crédits");
    assert_eq!(amendment.before.iter().map(|line| line.amount().cents()).sum::<i64>(), before);
}

#[test]
fn money_that_came_is_written_down_beside_its_payment() {
    let mut harness = on_the_page();
    let first = |harness: &Harness<'_, Window>| {
        harness.state().session().plan().agreements[0].tranches[0].instalments[0].received
    };
    assert_eq!(first(&harness), None);
    harness.get_all_by_label("C'est arrivé").next().unwrap().click();
    harness.run();
    assert!(first(&harness).is_some());
    harness.get_by_label("Pas encore reçu").click();
    harness.run();
    assert_eq!(first(&harness), None);
}
