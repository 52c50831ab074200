//! Every page is drawn in both languages, light and dark, full and empty, with a name for each input and
//! a glyph for each sign: the harness panics otherwise.

use egui::Theme;
use egui_kittest::kittest::Queryable as _;
use previ::action::Action;
use previ::page::{ActivitiesTab, FundingTab, Page, PostTab, StaffTab};
use previ_engine::certainty::CertaintyView;
use previ_words::{Language, text};

use crate::support::{Folder, example, window};

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

/// The page of funding, by the words on its tab; the month of the test is that of the machine.
fn go_to(harness: &mut egui_kittest::Harness<'_, previ::window::Window>, tab: FundingTab) {
    let name = text(Language::French, tab.text_id());
    let on_tab = |label: Option<String>| label.is_some_and(|label| label.starts_with(&name));
    let tabs =
        harness.get_all_by(|node| on_tab(node.label()) && node.role() == egui::accesskit::Role::Button);
    let tab = tabs.into_iter().next().unwrap();
    tab.click();
    harness.run();
}

#[test]
fn every_view_of_funding_is_drawn_full_and_empty_in_large_text_and_both_themes() {
    for theme in [Theme::Light, Theme::Dark] {
        let mut harness = window(None, theme);
        let ctx = harness.ctx.clone();
        harness.state_mut().act(&ctx, Action::Go(Page::Agreements));
        harness.run();
        for tab in FundingTab::ALL {
            go_to(&mut harness, tab);
            assert_eq!(harness.state().desk().funding, tab);
        }
        harness.set_pixels_per_point(1.5);
        harness.set_size(egui::vec2(853.0, 533.0));
        for tab in FundingTab::ALL {
            go_to(&mut harness, tab);
        }
        harness.state_mut().act(&ctx, Action::New);
        harness.run();
        harness.get_by_label("Commencer").click();
        harness.run();
        harness.state_mut().act(&ctx, Action::Go(Page::Agreements));
        harness.run();
        for tab in FundingTab::ALL {
            go_to(&mut harness, tab);
        }
    }
}

#[test]
fn a_click_on_the_timeline_opens_the_agreement() {
    let mut harness = example();
    let ctx = harness.ctx.clone();
    harness.state_mut().act(&ctx, Action::Go(Page::Agreements));
    harness.run();
    go_to(&mut harness, FundingTab::Timeline);
    let row = harness.state().session().timeline().rows[2].clone();
    harness.get_by_label(&row.words).click();
    harness.run();
    let desk = harness.state().desk();
    assert_eq!((desk.funding, desk.agreement), (FundingTab::List, Some(row.agreement)));
}

#[test]
fn the_matrix_shows_one_year_or_all_of_them() {
    let mut harness = example();
    let ctx = harness.ctx.clone();
    harness.state_mut().act(&ctx, Action::Go(Page::Agreements));
    harness.run();
    go_to(&mut harness, FundingTab::Matrix);
    harness.get_by_label("2028").click();
    harness.run();
    assert_eq!(harness.state().desk().matrix_year, Some(1));
    harness.get_by_label("Toutes les années").click();
    harness.run();
    assert_eq!(harness.state().desk().matrix_year, None);
}

#[test]
fn a_row_of_the_calendar_and_an_end_open_their_agreement() {
    let mut harness = example();
    let ctx = harness.ctx.clone();
    harness.state_mut().act(&ctx, Action::Go(Page::Agreements));
    harness.run();
    go_to(&mut harness, FundingTab::Calendar);
    let filter = harness.state().desk().calendar;
    let (month, agreement) = {
        let page = harness.state().session().calendar();
        let first = page.shown(filter)[0];
        (first.month.clone(), first.agreement)
    };
    harness.get_all_by_label(&format!("Mois : {month}")).next().unwrap().click();
    harness.run();
    assert_eq!(harness.state().desk().agreement, Some(agreement));
    go_to(&mut harness, FundingTab::Cliff);
    let ending = harness.state().session().cliff().endings[0].agreement;
    harness.get_all_by_label("Voir ce financement").next().unwrap().click();
    harness.run();
    assert_eq!(harness.state().desk().agreement, Some(ending));
}

/// The page of the team, by the words on its tab.
fn go_to_staff(harness: &mut egui_kittest::Harness<'_, previ::window::Window>, tab: StaffTab) {
    let name = text(Language::French, tab.text_id());
    harness.get_by_role_and_label(egui::Role::Button, &name).click();
    harness.run();
}

#[test]
fn every_view_of_the_team_is_drawn_full_and_empty_in_large_text_and_both_themes() {
    for theme in [Theme::Light, Theme::Dark] {
        let mut harness = window(None, theme);
        let ctx = harness.ctx.clone();
        harness.state_mut().act(&ctx, Action::Go(Page::Staff));
        harness.run();
        for tab in StaffTab::ALL {
            go_to_staff(&mut harness, tab);
            assert_eq!(harness.state().desk().staff, tab);
        }
        harness.set_pixels_per_point(1.5);
        harness.set_size(egui::vec2(853.0, 533.0));
        for tab in StaffTab::ALL {
            go_to_staff(&mut harness, tab);
        }
        harness.state_mut().act(&ctx, Action::New);
        harness.run();
        harness.get_by_label("Commencer").click();
        harness.run();
        harness.state_mut().act(&ctx, Action::Go(Page::Staff));
        harness.run();
        for tab in StaffTab::ALL {
            go_to_staff(&mut harness, tab);
        }
    }
}

#[test]
fn every_view_of_activities_is_drawn_full_and_empty_in_large_text_and_both_themes() {
    let go = |harness: &mut egui_kittest::Harness<'_, previ::window::Window>, tab: ActivitiesTab| {
        let name = text(Language::French, tab.text_id());
        // The page and its first view have one name: the one on the page comes last.
        harness.get_all_by_role_and_label(egui::Role::Button, &name).last().unwrap().click();
        harness.run();
        assert_eq!(harness.state().desk().activities, tab);
    };
    let volunteers =
        concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/volontaires/choeur-des-quatre-rivieres.previ.ron");
    let shared = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/incitu/six-chantiers.previ.ron");
    for theme in [Theme::Light, Theme::Dark] {
        for file in [None, Some(volunteers), Some(shared)] {
            let mut harness = window(file.map(std::path::PathBuf::from), theme);
            let ctx = harness.ctx.clone();
            harness.state_mut().act(&ctx, Action::Go(Page::Activities));
            harness.run();
            for tab in ActivitiesTab::ALL.into_iter().rev() {
                go(&mut harness, tab);
            }
            let year = harness.state().session().activities().years[1].clone();
            harness.get_all_by_role_and_label(egui::Role::Button, &year).next().unwrap().click();
            harness.run();
            assert_eq!(harness.state().desk().activity_year, 1);
            harness.set_pixels_per_point(1.5);
            harness.set_size(egui::vec2(853.0, 533.0));
            for tab in ActivitiesTab::ALL {
                go(&mut harness, tab);
            }
        }
        let mut harness = window(None, theme);
        let ctx = harness.ctx.clone();
        harness.state_mut().act(&ctx, Action::New);
        harness.run();
        harness.get_by_label("Commencer").click();
        harness.run();
        harness.state_mut().act(&ctx, Action::Go(Page::Activities));
        harness.run();
        for tab in ActivitiesTab::ALL {
            go(&mut harness, tab);
        }
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

/// Types into the field that has the keyboard.
fn type_text(harness: &mut egui_kittest::Harness<'_, previ::window::Window>, typed: &str) {
    harness.event(egui::Event::Text(typed.into()));
    harness.run();
}

#[test]
fn a_post_is_added_in_ten_inputs_and_each_dialog_begins_at_its_first_field() {
    let mut harness = example();
    let ctx = harness.ctx.clone();
    harness.state_mut().act(&ctx, Action::Go(Page::Staff));
    harness.run();
    let posts = harness.state().session().plan().positions.len();
    for (nth, job) in ["Comptable", "Cuisinier"].into_iter().enumerate() {
        // Click, name, Tab, gross pay, Tab, working time, Enter: nothing is clicked inside the dialog.
        harness.get_by_label("Ajouter un poste").click();
        harness.run();
        type_text(&mut harness, job);
        harness.key_press(egui::Key::Tab);
        harness.run();
        type_text(&mut harness, "1850");
        harness.key_press(egui::Key::Tab);
        harness.run();
        // What stands in a field is chosen when the keyboard comes to it.
        type_text(&mut harness, "28 h");
        harness.key_press(egui::Key::Enter);
        harness.run();
        harness.run();
        assert!(harness.query_by_label("Annuler").is_none(), "the dialog is put away");
        let plan = harness.state().session().plan();
        assert_eq!(plan.positions.len(), posts + nth + 1);
        let added = &plan.positions[posts + nth];
        assert_eq!((added.label.as_str(), added.employer_rate), (job, None));
        let time: Vec<_> =
            added.contract.working_time.values().map(|time| time.value().to_string()).collect();
        assert_eq!(time, ["80"]);
        assert_eq!(harness.state().desk().position, Some(added.id));
    }
}

#[test]
fn every_part_of_a_post_is_drawn_in_large_text_and_both_themes_and_months_go_by() {
    // The example with calculated contributions, and as it is.
    let example = include_str!("../../fixtures/employeur/graines-de-lisiere.previ.ron");
    let lines = example.lines().filter(|line| !line.trim().starts_with("employer_rate:"));
    let folder = Folder::new();
    let calculated = folder.file("plan.previ.ron");
    std::fs::write(&calculated, lines.collect::<Vec<_>>().join("\n")).unwrap();
    for (theme, document) in
        [(Theme::Light, Some(calculated.clone())), (Theme::Dark, Some(calculated)), (Theme::Light, None)]
    {
        let mut harness = window(document, theme);
        let ctx = harness.ctx.clone();
        harness.state_mut().act(&ctx, Action::Go(Page::Staff));
        harness.run();
        for size in [1.0, 1.5] {
            harness.set_pixels_per_point(size);
            harness.set_size(egui::vec2(1280.0 / size, 800.0 / size));
            harness.run();
            for tab in PostTab::ALL {
                let name = text(Language::French, tab.text_id());
                harness.get_by_role_and_label(egui::Role::Button, &name).click();
                harness.run();
                assert_eq!(harness.state().desk().post, tab);
            }
            let name = text(Language::French, PostTab::MonthPay.text_id());
            harness.get_by_role_and_label(egui::Role::Button, &name).click();
            harness.run();
            harness.get_by_label("janvier 2027");
            harness.get_by_label("Mois suivant").click();
            harness.run();
            harness.get_by_label("février 2027");
            harness.get_by_label("Mois précédent").click();
            harness.run();
        }
    }
}
