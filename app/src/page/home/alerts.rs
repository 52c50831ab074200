//! *À regarder d'abord*: the alerts, each with the way to where it is mended.

use egui::Ui;
use previ_engine::diagnostic::Arg;
use previ_session::Session;
use previ_session::views::home::{AlertView, HomePage};
use previ_words::{text, text_with};

use crate::action::Action;
use crate::page::{Desk, Page, Request, item_of};
use crate::theme::Tokens;
use crate::widget::block::{filled, heading, hint, mark, severity_colours, unbroken};

/// How many alerts are shown before the others are asked for.
const ALERTS: usize = 4;

/// Draws them.
pub fn show(ui: &mut Ui, session: &Session, page: &HomePage, desk: &mut Desk, requests: &mut Vec<Request>) {
    let language = session.language();
    heading(ui, text(language, "app-home-alerts"));
    if page.alerts.is_empty() {
        hint(ui, text(language, "app-home-no-alert"));
        return;
    }
    let shown = if desk.all_alerts { page.alerts.len() } else { ALERTS };
    let mut last_hint = "";
    for alert in page.alerts.iter().take(shown) {
        // What to do is said once for alerts of one kind that follow each other.
        let hint = if alert.hint == last_hint { "" } else { &alert.hint };
        last_hint = &alert.hint;
        alert_card(ui, session, alert, hint, requests);
    }
    if let Some(more) = page.alerts.len().checked_sub(ALERTS).filter(|more| *more > 0) {
        let count = [("count", Arg::Number(more.into()))];
        let label = match desk.all_alerts {
            true => text(language, "app-home-fewer-alerts"),
            false => text_with(language, "app-home-more-alerts", &count),
        };
        if ui.button(label).clicked() {
            desk.all_alerts = !desk.all_alerts;
        }
    }
}

/// One alert: what, what to do, and the way there.
fn alert_card(
    ui: &mut Ui,
    session: &Session,
    alert: &AlertView,
    what_to_do: &str,
    requests: &mut Vec<Request>,
) {
    let tokens = Tokens::in_use(ui);
    let language = session.language();
    let (_, fill) = severity_colours(&tokens, alert.severity);
    filled(ui, fill, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            mark(ui, alert.severity);
            ui.vertical(|ui| {
                ui.label(unbroken(&alert.text));
                if !what_to_do.is_empty() {
                    hint(ui, what_to_do);
                }
                let (label, request) = match item_of(&alert.place) {
                    Some(item) => ("app-home-go-item", Request::Show(item)),
                    None if is_about_cash(session, alert) => {
                        ("app-home-go-cash", Request::Do(Action::Go(Page::Cash)))
                    }
                    None => ("app-home-go-budget", Request::Do(Action::Go(Page::Budget))),
                };
                if ui.button(text(language, label)).clicked() {
                    requests.push(request);
                }
            });
        });
    });
}

/// Whether an alert about the whole is one about cash: the view model says where, but not of what.
fn is_about_cash(session: &Session, alert: &AlertView) -> bool {
    let about_cash = ["alert.cash-negative", "alert.cash-negative-inside-month", "alert.below-reserve"];
    let mut of_cash = session.alerts().iter().filter(|found| about_cash.contains(&found.code.0));
    of_cash.any(|found| AlertView::new(session.language(), found) == *alert)
}
