//! What to do first in an empty plan, and what is still missing in another one.

use egui::{Align, Layout, Ui, vec2};
use previ_session::Session;
use previ_session::views::home::{HomePage, NextKind};
use previ_words::text;

use crate::action::Action;
use crate::dialog::{AgreementDraft, Dialog, LineForm, PositionDraft};
use crate::page::{Page, Request};
use crate::theme::BLOCK_GAP;
use crate::widget::block::{card, heading, hint, main_button};

/// A plan with nothing in it: three ways to begin.
pub fn first(ui: &mut Ui, session: &Session, page: &HomePage, requests: &mut Vec<Request>) {
    let language = session.language();
    let say = |id: &str| text(language, id);
    hint(ui, say("app-first-intro"));
    ui.add_space(BLOCK_GAP);
    let steps = [
        ("app-first-line", first_line()),
        ("app-first-import", vec![Request::Do(Action::Import)]),
        ("app-first-example", vec![Request::Do(Action::OpenExample)]),
    ];
    ui.columns(3, |columns| {
        for (place, (ui, (id, wanted))) in columns.iter_mut().zip(steps).enumerate() {
            card(ui, |ui| {
                ui.with_layout(Layout::top_down(Align::Min), |ui| {
                    ui.set_min_size(vec2(ui.available_width(), 160.0));
                    heading(ui, say(id));
                    ui.label(say(&format!("{id}-why")));
                    ui.add_space(8.0);
                    let button = say(&format!("{id}-button"));
                    let clicked = if place == 0 { main_button(ui, button) } else { ui.button(button) };
                    if clicked.clicked() {
                        requests.extend(wanted);
                    }
                });
            });
        }
    });
    ui.add_space(BLOCK_GAP);
    let rest: Vec<_> = page
        .next_steps
        .iter()
        .filter(|step| {
            !matches!(step.kind, NextKind::ImportSheet | NextKind::OpenExample | NextKind::AddLines)
        })
        .collect();
    if !rest.is_empty() {
        heading(ui, say("app-first-then"));
        for step in rest {
            step_line(ui, session, &step.text, step.kind, requests);
        }
    }
}

/// The form of a line, over the page on which it will stand.
fn first_line() -> Vec<Request> {
    vec![Request::Do(Action::Go(Page::Budget)), Request::Ask(Dialog::Line(LineForm::new(None)))]
}

/// What is still missing.
pub fn next(ui: &mut Ui, session: &Session, page: &HomePage, requests: &mut Vec<Request>) {
    if page.next_steps.is_empty() {
        return;
    }
    ui.add_space(8.0);
    heading(ui, text(session.language(), "app-home-next"));
    for step in &page.next_steps {
        step_line(ui, session, &step.text, step.kind, requests);
    }
}

fn step_line(ui: &mut Ui, session: &Session, words: &str, kind: NextKind, requests: &mut Vec<Request>) {
    let language = session.language();
    ui.horizontal(|ui| {
        let button = ui.button(text(language, "app-home-do")).accessible_name(words);
        ui.label(words);
        if button.clicked() {
            requests.push(match kind {
                NextKind::ImportSheet => Request::Do(Action::Import),
                NextKind::OpenExample => Request::Do(Action::OpenExample),
                NextKind::SetOpeningCash | NextKind::SetReserve => Request::Do(Action::Go(Page::Assumptions)),
                NextKind::AddLines => return requests.extend(first_line()),
                NextKind::AddPositions => Request::Ask(Dialog::Position(PositionDraft::new(session))),
                NextKind::AddAgreements => Request::Ask(Dialog::Agreement(AgreementDraft::new(session))),
            });
        }
    });
}
