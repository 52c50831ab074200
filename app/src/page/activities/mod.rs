//! *Actions*: what it is all for, and what each costs and brings in.

mod pools;

use egui::{Button, Id, Ui};
use previ_engine::activity::Activity;
use previ_session::edits::ActivityEdit;
use previ_session::views::activities::{ActivitiesPage, ActivityAmount};
use previ_session::views::cell::{CellKind, CellView, Emphasis};
use previ_session::views::explanation::Scope;
use previ_session::{Edit, Session};
use previ_words::{fiscal_year, text};

use super::{ActivitiesTab, Desk, Request, parents, take};
use crate::dialog::Dialog;
use crate::theme::BLOCK_GAP;
use crate::widget::block::{self, card, heading, hint, main_button};
use crate::widget::field::Field;
use crate::widget::list::{Clicked, Group, List, ListColumn};
use crate::widget::{form, table};

/// Draws the page.
pub fn show(ui: &mut Ui, session: &Session, desk: &mut Desk, requests: &mut Vec<Request>) {
    let tabs = ActivitiesTab::ALL.map(|tab| (tab, text(session.language(), tab.text_id())));
    if let Some(chosen) = block::tabs(ui, &desk.activities, &tabs) {
        desk.activities = chosen;
    }
    ui.add_space(6.0);
    match desk.activities {
        ActivitiesTab::Tree => tree(ui, session, desk, requests),
        ActivitiesTab::Pools => pools::show(ui, session, requests),
    }
}

/// The tree, and the form of one activity.
fn tree(ui: &mut Ui, session: &Session, desk: &mut Desk, requests: &mut Vec<Request>) {
    let language = session.language();
    let say = |id| text(language, id);
    let page = session.activities();
    hint(ui, say("app-activities-intro"));
    let chosen = |id| desk.activity == Scope::Activity(id);
    let known = session.plan().activities.iter().find(|item| chosen(item.id));
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
    });
    ui.add_space(6.0);
    list(ui, session, &page, desk, requests);
    let funding = session.funding();
    let rows = funding.scope(desk.activity);
    if known.is_none() && rows.is_none() {
        return;
    }
    ui.add_space(BLOCK_GAP);
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        match known {
            Some(activity) => form(ui, session, activity, requests),
            None => {
                let whole = desk.activity != Scope::Structure;
                heading(ui, say(if whole { "activities-whole" } else { "activities-structure" }));
            }
        }
        let Some(rows) = rows else { return };
        ui.add_space(8.0);
        table::show(ui, "activity-funding", &funding, &say("app-activity-funding"), rows);
        if known.is_some_and(|activity| has_children(session, activity)) {
            hint(ui, say("app-activity-funding-below"));
        }
        hint(ui, say("app-activity-funding-why"));
        hint(ui, say("app-activity-funding-levels"));
    });
}

/// Whether other activities are parts of it.
fn has_children(session: &Session, activity: &Activity) -> bool {
    session.plan().activities.iter().any(|other| other.parent == Some(activity.id))
}

fn tell(edit: ActivityEdit) -> Request {
    Request::Edit(Edit::Activity(edit))
}

fn list(ui: &mut Ui, session: &Session, page: &ActivitiesPage, desk: &mut Desk, requests: &mut Vec<Request>) {
    let language = session.language();
    let title = |row: usize| {
        let Some(row) = page.rows.get(row) else { return CellView::default() };
        let indent = "\u{A0}\u{A0}\u{A0}".repeat(usize::from(row.depth));
        let emphasis = if row.scope == Scope::Whole { Emphasis::Total } else { Emphasis::Normal };
        CellView {
            text: format!("{indent}{}", row.title),
            kind: CellKind::Text,
            emphasis,
            ..CellView::default()
        }
    };
    let cell = |row: usize, column: usize| match column.checked_sub(1) {
        None => title(row),
        Some(column) => page.cell(row, column),
    };
    let titles = page.columns.iter().map(|column| ListColumn {
        title: text(
            language,
            match column.amount {
                ActivityAmount::Costs => "app-activities-costs",
                ActivityAmount::Income => "app-activities-income",
                ActivityAmount::Gap => "app-activities-gap",
            },
        ),
        width: 104.0,
        number: true,
    });
    let width = (ui.available_width() * 0.4).clamp(200.0, 360.0).round();
    let first = ListColumn { title: text(language, "app-page-activities"), width, number: false };
    let groups = page.columns.iter().enumerate().step_by(3).map(|(place, column)| Group {
        title: fiscal_year(column.year),
        columns: place + 1..place + 4,
        open: None,
    });
    let scope_of = |row: usize| page.rows.get(row).map(|row| row.scope);
    let list = List {
        id: "activities",
        columns: std::iter::once(first).chain(titles).collect(),
        sticky: 1,
        groups: groups.collect(),
        open_hint: String::new(),
        rows: page.rows.len(),
        cell: &cell,
        emphasis: &|row| if row == 0 { Emphasis::Total } else { Emphasis::Normal },
        selected: page.rows.iter().position(|row| row.scope == desk.activity),
        scroll_to: None,
        choose_rows: true,
    };
    if let Some(Clicked::Cell(row, column)) = list.show(ui, f32::INFINITY) {
        if let Some(scope) = scope_of(row) {
            desk.activity = scope;
        }
        if let (true, Some(subject)) = (desk.explaining, cell(row, column).subject) {
            requests.push(Request::Explain(subject));
        }
    }
}

fn form(ui: &mut Ui, session: &Session, activity: &Activity, requests: &mut Vec<Request>) {
    let language = session.language();
    let say = |id| text(language, id);
    let id = activity.id;
    let place = |of: &str| Id::unique((of, id.0));
    heading(ui, &activity.label);
    let words = say("app-activity-name");
    form::row(ui, &words, |ui| {
        let typed = Field::new(place("activity"), &words, &activity.label).width(420.0).show(ui);
        requests.extend(typed.map(|name| tell(ActivityEdit::Rename(id, name))));
    });
    let words = say("app-activity-parent");
    form::row(ui, &words, |ui| {
        let others = parents(session, Some(id));
        let chosen = form::choose(ui, place("parent"), &words, &activity.parent, &others);
        requests.extend(chosen.map(|parent| tell(ActivityEdit::SetParent(id, parent))));
    });
    form::row(ui, &say("app-tranche-period"), |ui| {
        let from = form::month_or_none(ui, place("a-from"), &say("app-form-from"), language, activity.from);
        ui.label("–");
        let to = form::month_or_none(ui, place("a-to"), &say("app-form-to"), language, activity.to);
        let dates = |from, to| tell(ActivityEdit::SetDates { activity: id, from, to });
        take(from, requests, |from| dates(from, activity.to));
        take(to, requests, |to| dates(activity.from, to));
    });
    hint(ui, say("app-activity-dates-why"));
}
