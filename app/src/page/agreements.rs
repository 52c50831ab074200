//! *Financements*: who promises money, how sure it is, when it comes.

mod conditions;
mod form;
mod instalments;
mod payment;
mod tranche;

use egui::{Button, ScrollArea, Ui};
use previ_session::edits::AgreementEdit;
use previ_session::views::agreements::{AgreementColumn, AgreementsPage};
use previ_session::{Edit, Session};
use previ_words::text;

use super::{Desk, Request};
use crate::dialog::{AgreementDraft, Dialog};
use crate::widget::block::{hint, main_button};
use crate::widget::list::{Clicked, List, ListColumn};

/// Draws the page.
pub fn show(ui: &mut Ui, session: &Session, desk: &mut Desk, requests: &mut Vec<Request>) {
    let language = session.language();
    let say = |id| text(language, id);
    let page = session.agreements();
    if !page.rows.iter().any(|row| Some(row.id) == desk.agreement) {
        desk.agreement = page.rows.first().map(|row| row.id);
    }
    ui.horizontal(|ui| {
        if main_button(ui, say("app-agreement-add")).clicked() {
            requests.push(Request::Ask(Dialog::Agreement(AgreementDraft::new(session))));
        }
        let remove = ui.add_enabled(desk.agreement.is_some(), Button::new(say("app-agreement-remove")));
        if remove.clicked()
            && let Some(id) = desk.agreement
        {
            requests.push(Request::Edit(Edit::Agreement(AgreementEdit::Remove(id))));
        }
    });
    ui.add_space(6.0);
    if page.rows.is_empty() {
        hint(ui, say("app-agreements-none"));
        return;
    }
    list(ui, &page, desk);
    ui.add_space(10.0);
    let Some(form) = desk.agreement.and_then(|id| session.agreement(id)) else { return };
    ScrollArea::vertical().id_salt("agreement").auto_shrink(false).show(ui, |ui| {
        form::show(ui, session, &form, requests);
    });
}

/// The name first: it stays in sight while the years scroll by.
fn list(ui: &mut Ui, page: &AgreementsPage, desk: &mut Desk) {
    let name = page.columns.iter().position(|column| *column == AgreementColumn::Label).unwrap_or(0);
    let order: Vec<usize> =
        std::iter::once(name).chain((0..page.columns.len()).filter(|place| *place != name)).collect();
    let name_width = (ui.available_width() * 0.4).clamp(180.0, 300.0).round();
    let columns = order.iter().filter_map(|place| {
        let (width, number) = match page.columns.get(*place)? {
            AgreementColumn::Label => (name_width, false),
            AgreementColumn::Funder => (175.0, false),
            AgreementColumn::Stage => (105.0, false),
            AgreementColumn::Certainty => (240.0, false),
            AgreementColumn::Asked | AgreementColumn::Granted => (110.0, true),
            AgreementColumn::Income(_) | AgreementColumn::Received(_) => (130.0, true),
        };
        Some(ListColumn { title: page.title(*place), width, number })
    });
    let list = List {
        id: "agreements",
        columns: columns.collect(),
        sticky: 1,
        groups: Vec::new(),
        open_hint: String::new(),
        rows: page.rows.len(),
        cell: &|row, column| order.get(column).map(|place| page.cell(row, *place)).unwrap_or_default(),
        emphasis: &|_| Default::default(),
        selected: page.rows.iter().position(|row| Some(row.id) == desk.agreement),
        choose_rows: true,
    };
    let height = (ui.available_height() * 0.42).max(140.0);
    if let Some(Clicked::Cell(row, _)) = list.show(ui, height) {
        desk.agreement = page.rows.get(row).map(|row| row.id);
    }
}
