//! One activity: what it is, what it costs, who pays, whose days it takes.

use egui::{Id, Ui};
use previ_engine::activity::Activity;
use previ_session::Session;
use previ_session::edits::ActivityEdit;
use previ_session::views::activities::ActivitiesPage;
use previ_session::views::explanation::Scope;
use previ_words::text;

use super::tell;
use crate::page::{Request, parents, take};
use crate::widget::block::{card, heading, hint};
use crate::widget::field::Field;
use crate::widget::form::{self, Folded};
use crate::widget::table;

/// Draws the card of an activity, of the structure or of the whole.
pub fn show(
    ui: &mut Ui,
    session: &Session,
    page: &ActivitiesPage,
    scope: Scope,
    requests: &mut Vec<Request>,
) {
    let say = |id| text(session.language(), id);
    let told = session.activity(scope);
    let funding = session.funding();
    let known = session.plan().activities.iter().find(|item| scope == Scope::Activity(item.id));
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        match known {
            Some(activity) => form(ui, session, activity, requests),
            None => {
                let whole = scope != Scope::Structure;
                heading(ui, say(if whole { "activities-whole" } else { "activities-structure" }));
            }
        }
        ui.add_space(8.0);
        table::years(ui, "activity-costs", &page.years, &say("app-activity-cost"), &told.costs);
        if let Some(rows) = funding.scope(scope) {
            ui.add_space(8.0);
            table::show(ui, "activity-funding", &funding, &say("app-activity-funding"), rows);
            if known.is_some_and(|activity| has_children(session, activity)) {
                hint(ui, say("app-activity-funding-below"));
            }
            hint(ui, say("app-activity-funding-why"));
            hint(ui, say("app-activity-funding-levels"));
        }
        if !told.days.is_empty() {
            ui.add_space(8.0);
            table::years(ui, "activity-days", &page.years, &say("app-activity-days"), &told.days);
        }
        if !told.actuals.columns.is_empty() {
            ui.add_space(8.0);
            table::actuals(ui, session.language(), &say("app-activity-actuals"), &told.actuals);
            hint(ui, say("app-activity-actuals-why"));
        }
        if !told.indirect.is_empty() {
            ui.add_space(8.0);
            let title = say("app-activity-indirect");
            form::fold(ui, Id::unique("activity-indirect"), &Folded::new(&title, ""), false, |ui| {
                table::years(ui, "activity-indirect", &page.years, "", &told.indirect);
                hint(ui, say("app-activity-indirect-why"));
            });
        }
    });
}

/// Whether other activities are parts of it.
fn has_children(session: &Session, activity: &Activity) -> bool {
    session.plan().activities.iter().any(|other| other.parent == Some(activity.id))
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
