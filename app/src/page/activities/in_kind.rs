//! *Bénévolat et dons en nature*: what is given without money, and which funders count it.

use egui::{Id, Ui};
use previ_engine::diagnostic::Arg;
use previ_session::Session;
use previ_session::edits::{AgreementEdit, InKindEdit};
use previ_session::views::in_kind::{
    IN_KIND_COLUMNS, InKindForm, InKindMeasure, InKindPage, hour_values, in_kind_kinds,
};
use previ_words::{Message, ParseAmountError, parse_amount, text, text_with};

use crate::dialog::{Dialog, InKindDraft};
use crate::page::{Desk, Request, activities, take};
use crate::theme::BLOCK_GAP;
use crate::widget::block::{ListWish, add_and_remove, card, heading, hint, unbroken};
use crate::widget::field::Field;
use crate::widget::form;
use crate::widget::list::{Clicked, List, ListColumn};

/// Draws the page.
pub fn show(ui: &mut Ui, session: &Session, desk: &mut Desk, requests: &mut Vec<Request>) {
    let say = |id| text(session.language(), id);
    let page = session.in_kind();
    hint(ui, say("app-in-kind-intro"));
    if desk.in_kind.is_none_or(|id| page.item(id).is_none()) {
        desk.in_kind = page.items.first().map(|item| item.id);
    }
    let (add, remove) = (say("app-in-kind-add"), say("app-in-kind-remove"));
    requests.extend(match add_and_remove(ui, add, remove, desk.in_kind.is_some()) {
        Some(ListWish::Add) => Some(Request::Ask(Dialog::InKind(InKindDraft::new()))),
        Some(ListWish::Remove) => desk.in_kind.map(|id| tell(InKindEdit::Remove(id))),
        None => None,
    });
    ui.add_space(6.0);
    if page.items.is_empty() {
        hint(ui, say("app-in-kind-none"));
        return;
    }
    list(ui, &page, desk);
    if let Some(item) = desk.in_kind.and_then(|id| page.item(id)) {
        ui.add_space(BLOCK_GAP);
        card(ui, |ui| {
            ui.set_width(ui.available_width());
            form(ui, session, item, requests);
        });
    }
    ui.add_space(BLOCK_GAP);
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        funders(ui, session, &page, requests);
    });
}

fn tell(edit: InKindEdit) -> Request {
    Request::Edit(edit.into())
}

fn list(ui: &mut Ui, page: &InKindPage, desk: &mut Desk) {
    let years = page.years.len();
    let used = years.min(4) as f32 * 96.0 + 215.0 + 170.0 + 16.0;
    let width = (ui.available_width() - used).clamp(220.0, 440.0).round();
    let columns = (0..IN_KIND_COLUMNS + years).map(|column| {
        let (width, number) = match column {
            0 => (width, false),
            1 => (215.0, false),
            2 => (170.0, false),
            _ => (96.0, true),
        };
        ListColumn { title: page.title(column), width, number }
    });
    let list = List {
        id: "in-kind",
        columns: columns.collect(),
        sticky: 1,
        groups: Vec::new(),
        open_hint: String::new(),
        rows: page.row_count(),
        cell: &|row, column| page.cell(row, column),
        emphasis: &|row| page.emphasis(row),
        selected: page.items.iter().position(|item| Some(item.id) == desk.in_kind),
        scroll_to: None,
        choose_rows: true,
    };
    if let Some(Clicked::Cell(row, _)) = list.show(ui, f32::INFINITY) {
        desk.in_kind = page.items.get(row).map(|item| item.id).or(desk.in_kind);
    }
}

fn form(ui: &mut Ui, session: &Session, item: &InKindForm, requests: &mut Vec<Request>) {
    let language = session.language();
    let say = |id| text(language, id);
    let id = Id::unique(("in-kind", item.id.0));
    heading(ui, &item.label);
    let words = say("app-in-kind-label");
    form::row(ui, &words, |ui| {
        let typed = Field::new(id.with("label"), &words, &item.label).width(420.0).show(ui);
        requests.extend(typed.map(|name| tell(InKindEdit::Rename(item.id, name))));
    });
    ui.spacing_mut().combo_width = 360.0;
    let words = say("app-in-kind-kind");
    form::row(ui, &words, |ui| {
        let chosen = form::choose(ui, id.with("kind"), &words, &item.kind, &in_kind_kinds(language));
        requests.extend(chosen.map(|kind| tell(InKindEdit::SetKind(item.id, kind))));
    });
    let words = say("app-in-kind-for");
    form::row(ui, &words, |ui| {
        let chosen = form::choose(ui, id.with("for"), &words, &item.activity, &activities(session));
        requests.extend(chosen.map(|activity| tell(InKindEdit::SetActivity(item.id, activity))));
    });
    if item.measure == InKindMeasure::Other {
        hint(
            ui,
            text_with(language, "app-in-kind-calendar", &[("calendar", Arg::Text(item.calendar.clone()))]),
        );
        if ui.button(say("app-in-kind-by-year")).clicked() {
            requests.extend(item.measured_in(InKindMeasure::Amount).map(Request::Edit));
        }
        return;
    }
    let words = say("app-in-kind-measure");
    form::row(ui, &words, |ui| {
        let measures = [
            (InKindMeasure::Hours, say("app-in-kind-hours")),
            (InKindMeasure::Amount, say("app-in-kind-euros")),
        ];
        let chosen = form::choose(ui, id.with("measure"), &words, &item.measure, &measures);
        requests.extend(chosen.and_then(|measure| item.measured_in(measure)).map(Request::Edit));
    });
    if item.measure == InKindMeasure::Hours {
        worth(ui, session, item, requests);
    }
    years(ui, session, item, requests);
}

/// What an hour is worth.
fn worth(ui: &mut Ui, session: &Session, item: &InKindForm, requests: &mut Vec<Request>) {
    let language = session.language();
    let id = Id::unique(("in-kind-worth", item.id.0));
    let words = text(language, "app-in-kind-worth");
    form::row(ui, &words, |ui| {
        let chosen = form::choose(ui, id, &words, &item.hourly, &hour_values(session));
        requests.extend(chosen.map(|hourly| tell(InKindEdit::SetHourly(item.id, hourly))));
    });
    if item.hourly.is_none() {
        let words = text(language, "app-in-kind-price");
        form::row(ui, &words, |ui| {
            let typed = form::amount(ui, id.with("price"), &words, language, item.price);
            if let Some(Ok(price)) = typed {
                requests.extend(item.with_price(price).map(Request::Edit));
            } else if let Some(Err(message)) = typed {
                requests.push(Request::Refuse(message));
            }
            ui.label(text(language, "app-in-kind-price-unit"));
        });
    }
}

/// Hours or euros of each fiscal year.
fn years(ui: &mut Ui, session: &Session, item: &InKindForm, requests: &mut Vec<Request>) {
    let language = session.language();
    let say = |id| text(language, id);
    let is_hours = item.measure == InKindMeasure::Hours;
    let words = say(if is_hours { "app-in-kind-hours-a-year" } else { "app-in-kind-euros-a-year" });
    ui.label(&words);
    ui.horizontal_wrapped(|ui| {
        for year in &item.typed {
            form::above(ui, 130.0, &year.title, |ui| {
                let id = Id::unique(("in-kind-year", item.id.0)).with(&year.title);
                let args = [("label", Arg::Text(words.clone())), ("year", Arg::Text(year.title.clone()))];
                let name = text_with(language, "app-in-kind-year-of", &args);
                let (shown, otherwise) = (unbroken(&year.shown), unbroken(&year.otherwise));
                let field = Field::new(id, &name, &year.typed).at_rest(&shown).hint(&otherwise);
                let field = field.number().width(110.0);
                let Some(typed) = field.show(ui) else { return };
                let too_large = || Message {
                    text: say("app-in-kind-too-large"),
                    hint: say("app-in-kind-too-large.hint"),
                };
                let number = match typed.trim() {
                    "" => Ok(None),
                    typed => {
                        let wrong = |it: ParseAmountError| form::about(language, &name, it.message(language));
                        parse_amount(typed).map(|it| Some(it.euros())).map_err(wrong)
                    }
                };
                let edit = number.and_then(|number| item.with_number(year, number).ok_or_else(too_large));
                take(Some(edit), requests, Request::Edit);
            });
        }
    });
    hint(ui, say("app-in-kind-carry"));
}

/// Counted or not, agreement by agreement.
fn funders(ui: &mut Ui, session: &Session, page: &InKindPage, requests: &mut Vec<Request>) {
    let say = |id| text(session.language(), id);
    heading(ui, say("app-in-kind-funders"));
    if page.funders.is_empty() {
        hint(ui, say("app-in-kind-funders-none"));
        return;
    }
    hint(ui, say("app-in-kind-funders-why"));
    for funder in &page.funders {
        let mut counts = funder.counts;
        if form::marks(ui, |ui| ui.checkbox(&mut counts, &funder.label)).changed() {
            requests.push(Request::Edit(AgreementEdit::SetInKind(funder.agreement, counts).into()));
        }
    }
}
