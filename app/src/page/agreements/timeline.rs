//! The agreements over the years.

use egui::{Sense, TextStyle, Ui, vec2};
use previ_engine::calendar::DueKind;
use previ_engine::certainty::Certainty;
use previ_session::Session;
use previ_words::{certainty, text};

use super::open;
use crate::page::Desk;
use crate::theme::Tokens;
use crate::widget::block::{hint, swatch};
use crate::widget::timeline;

/// Draws the view.
pub fn show(ui: &mut Ui, session: &Session, desk: &mut Desk) {
    let language = session.language();
    let page = session.timeline();
    hint(ui, text(language, "app-timeline-intro"));
    legend(ui, session);
    ui.add_space(6.0);
    if page.rows.is_empty() {
        hint(ui, text(language, "app-timeline-none"));
        return;
    }
    if let Some(row) = timeline::show(ui, &page).and_then(|place| page.rows.get(place)) {
        open(desk, row.agreement);
    }
    if page.today.is_none() {
        hint(ui, text(language, "app-timeline-no-today"));
    }
}

/// What colours and signs mean.
fn legend(ui: &mut Ui, session: &Session) {
    let language = session.language();
    let tokens = Tokens::in_use(ui);
    ui.horizontal_wrapped(|ui| {
        for level in Certainty::ALL.into_iter().rev() {
            let words = certainty(language, level);
            keep_together(ui, &words);
            swatch(ui, timeline::colour(&tokens, Some(level)));
            ui.label(words);
            ui.add_space(8.0);
        }
    });
    ui.horizontal_wrapped(|ui| {
        for (kind, id) in [
            (DueKind::Decision, "app-timeline-decision"),
            (DueKind::Payment, "app-timeline-payment"),
            (DueKind::GiveBack, "app-timeline-give-back"),
        ] {
            let words = text(language, id);
            keep_together(ui, &words);
            let (rect, _) = ui.allocate_exact_size(vec2(14.0, 14.0), Sense::hover());
            timeline::sign(&tokens, ui.painter(), rect.center(), kind);
            ui.label(words);
            ui.add_space(8.0);
        }
    });
}

/// Goes to the next line where a sign and its words do not fit on this one.
fn keep_together(ui: &mut Ui, words: &str) {
    let tokens = Tokens::in_use(ui);
    let font = TextStyle::Body.resolve(ui.style());
    let width = ui.painter().layout_no_wrap(words.to_owned(), font, tokens.text).size().x;
    if ui.available_size_before_wrap().x < width + 14.0 + ui.spacing().item_spacing.x {
        ui.end_row();
    }
}
