//! *Actions*: what it is all for, what each costs and who pays for it, what several share, what is given in kind.

mod card;
mod in_kind;
mod list;
mod pools;

use egui::{Button, Ui};
use previ_session::edits::ActivityEdit;
use previ_session::views::explanation::Scope;
use previ_session::{Edit, Session};
use previ_words::text;

use super::{ActivitiesTab, Desk, Request};
use crate::dialog::Dialog;
use crate::theme::BLOCK_GAP;
use crate::widget::block::{self, hint, main_button};

/// Width of the buttons above the tree.
const BUTTONS: f32 = 360.0;

/// Width of the name of a fiscal year, such as 2027-28, among others.
const YEAR: f32 = 92.0;

/// Draws the page.
pub fn show(ui: &mut Ui, session: &Session, desk: &mut Desk, requests: &mut Vec<Request>) {
    let tabs = ActivitiesTab::ALL.map(|tab| (tab, text(session.language(), tab.text_id())));
    if let Some(chosen) = block::tabs(ui, &desk.activities, &tabs) {
        desk.activities = chosen;
    }
    ui.add_space(6.0);
    match desk.activities {
        ActivitiesTab::Tree => tree(ui, session, desk, requests),
        ActivitiesTab::Pools => pools::show(ui, session, desk, requests),
        ActivitiesTab::InKind => in_kind::show(ui, session, desk, requests),
    }
}

/// The tree, and what is told of one activity.
fn tree(ui: &mut Ui, session: &Session, desk: &mut Desk, requests: &mut Vec<Request>) {
    let say = |id| text(session.language(), id);
    let page = session.activities();
    hint(ui, say("app-activities-intro"));
    let chosen = |id| desk.activity == Scope::Activity(id);
    let known = session.plan().activities.iter().find(|item| chosen(item.id));
    let is_wide = ui.available_width() > BUTTONS + YEAR * page.years.len() as f32;
    ui.horizontal(|ui| {
        if main_button(ui, say("app-activity-add")).clicked() {
            requests.push(Request::Ask(Dialog::Activity { label: String::new(), parent: None }));
        }
        let remove = ui.add_enabled(known.is_some(), Button::new(say("app-activity-remove")));
        if remove.clicked()
            && let Scope::Activity(id) = desk.activity
        {
            requests.push(tell(ActivityEdit::Remove(id)));
        }
        if is_wide {
            ui.separator();
            years(ui, desk, &page.years);
        }
    });
    if !is_wide {
        years(ui, desk, &page.years);
    }
    ui.add_space(6.0);
    if session.plan().activities.is_empty() {
        hint(ui, say("app-activities-none"));
        ui.add_space(4.0);
    }
    list::show(ui, session, &page, desk, requests);
    hint(ui, say(if page.has_shared { "app-activities-why-shared" } else { "app-activities-why" }));
    ui.add_space(BLOCK_GAP);
    card::show(ui, session, &page, desk.activity, requests);
}

/// The fiscal years to choose from, the same for the views of this page.
fn years(ui: &mut Ui, desk: &mut Desk, years: &[String]) {
    // A plan may have fewer years than the one before.
    desk.activity_year = desk.activity_year.min(years.len().saturating_sub(1));
    let choices: Vec<(usize, String)> = years.iter().cloned().enumerate().collect();
    if let Some(year) = block::tabs(ui, &desk.activity_year, &choices) {
        desk.activity_year = year;
    }
}

fn tell(edit: ActivityEdit) -> Request {
    Request::Edit(Edit::Activity(edit))
}
