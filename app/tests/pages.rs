//! Every page is drawn in both languages, light and dark, full and empty, with a name for each input and
//! a glyph for each sign: the harness panics otherwise.

use egui::Theme;
use egui_kittest::kittest::Queryable as _;
use previ::action::Action;
use previ::page::Page;
use previ_engine::certainty::CertaintyView;
use previ_words::{Language, text};

use crate::support::{example, window};

#[test]
fn every_page_of_the_example_is_drawn_in_both_languages_and_themes() {
    for theme in [Theme::Light, Theme::Dark] {
        for language in Language::ALL {
            let mut harness = window(None, theme);
            let ctx = harness.ctx.clone();
            harness.state_mut().act(&ctx, Action::Speak(language));
            harness.state_mut().act(&ctx, Action::Explain);
            for page in Page::ALL {
                harness.state_mut().act(&ctx, Action::Go(page));
                harness.run();
                assert_eq!(harness.state().desk().page, page);
            }
        }
    }
}

#[test]
fn every_page_of_an_empty_plan_is_drawn() {
    let mut harness = window(None, Theme::Light);
    let ctx = harness.ctx.clone();
    harness.state_mut().act(&ctx, Action::New);
    harness.run();
    harness.get_by_label("Commencer").click();
    harness.run();
    assert!(harness.state().session().plan().lines.is_empty());
    for first in ["Ajouter une ligne", "Importer un tableur…", "Ouvrir l'exemple"] {
        harness.get_by_label(first);
    }
    for page in Page::ALL {
        harness.state_mut().act(&ctx, Action::Go(page));
        harness.run();
    }
}

#[test]
fn every_page_is_drawn_at_the_size_of_text_of_weak_eyes() {
    let mut harness = example();
    harness.set_pixels_per_point(1.5);
    harness.set_size(egui::vec2(853.0, 533.0));
    let ctx = harness.ctx.clone();
    for page in Page::ALL {
        harness.state_mut().act(&ctx, Action::Go(page));
        harness.run();
    }
}

#[test]
fn the_three_views_count_other_money() {
    let mut harness = example();
    let ctx = harness.ctx.clone();
    let result = |harness: &egui_kittest::Harness<'_, previ::window::Window>| {
        harness.state().session().income().result_cents.clone()
    };
    let everything = result(&harness);
    harness.state_mut().act(&ctx, Action::Count(CertaintyView::Certain));
    harness.run();
    assert_ne!(result(&harness), everything);
}

#[test]
fn the_navigation_shows_the_page_clicked() {
    let mut harness = example();
    for page in [Page::Cash, Page::Staff, Page::Home] {
        let name = text(Language::French, page.text_id());
        harness.get_all_by_label(&name).next().unwrap().click();
        harness.run();
        assert_eq!(harness.state().desk().page, page);
    }
}

#[test]
fn alt_and_a_digit_show_a_page_on_any_keyboard() {
    let mut harness = example();
    harness.key_press_modifiers(egui::Modifiers::ALT, egui::Key::Num3);
    harness.run();
    assert_eq!(harness.state().desk().page, Page::Cash);
}

#[test]
fn every_dialog_is_drawn_and_escape_puts_it_away() {
    let mut harness = example();
    let ctx = harness.ctx.clone();
    for (page, button) in [
        (Page::Budget, "Ajouter une ligne"),
        (Page::Agreements, "Ajouter un financement"),
        (Page::Staff, "Ajouter un poste"),
        (Page::Activities, "Ajouter une action"),
        (Page::Assumptions, "Ajouter un compte"),
    ] {
        harness.state_mut().act(&ctx, Action::Go(page));
        harness.run();
        harness.get_by_label(button).click();
        harness.run();
        harness.get_by_label("Annuler");
        harness.key_press(egui::Key::Escape);
        harness.run();
        assert!(harness.query_by_label("Annuler").is_none(), "{button}");
    }
}
