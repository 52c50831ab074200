//! *Équipe*: positions, what they cost, where their time goes.

mod contract;
mod load;
mod pay;
mod time;
mod workload;

use egui::{Button, Id, ScrollArea, Ui};
use previ_engine::id::PositionId;
use previ_session::edits::PositionEdit;
use previ_session::views::staff::{PositionForm, StaffColumn, StaffPage};
use previ_session::{Edit, Session};
use previ_words::{Language, text};

use super::{Desk, Request, StaffTab, take};
use crate::dialog::{Dialog, PositionDraft};
use crate::theme::BLOCK_GAP;
use crate::widget::block::{self, card, heading, hint, main_button};
use crate::widget::field::Field;
use crate::widget::form;
use crate::widget::list::{Clicked, List, ListColumn};

/// Draws the page.
pub fn show(ui: &mut Ui, session: &Session, desk: &mut Desk, requests: &mut Vec<Request>) {
    let tabs = StaffTab::ALL.map(|tab| (tab, text(session.language(), tab.text_id())));
    if let Some(chosen) = block::tabs(ui, &desk.staff, &tabs) {
        // Asked for, not done: what is being typed into the workload is written first.
        requests.push(Request::Staff(chosen));
    }
    ui.add_space(6.0);
    match desk.staff {
        StaffTab::Posts => posts(ui, session, desk, requests),
        StaffTab::Workload => workload::show(ui, session, desk, requests),
        StaffTab::Load => load::show(ui, session),
    }
}

/// The list of positions, and the form of one.
fn posts(ui: &mut Ui, session: &Session, desk: &mut Desk, requests: &mut Vec<Request>) {
    let language = session.language();
    let say = |id| text(language, id);
    let page = session.staff();
    if !page.rows.iter().any(|row| Some(row.id) == desk.position) {
        desk.position = page.rows.first().map(|row| row.id);
    }
    ui.horizontal(|ui| {
        if main_button(ui, say("app-position-add")).clicked() {
            requests.push(Request::Ask(Dialog::Position(PositionDraft::new(session))));
        }
        let remove = ui.add_enabled(desk.position.is_some(), Button::new(say("app-position-remove")));
        if remove.clicked()
            && let Some(id) = desk.position
        {
            requests.push(tell(PositionEdit::Remove(id)));
        }
    });
    ui.add_space(6.0);
    if page.rows.is_empty() {
        hint(ui, say("app-staff-none"));
        return;
    }
    list(ui, &page, desk);
    ui.add_space(10.0);
    let Some(form) = desk.position.and_then(|id| session.position(id)) else { return };
    // Another post is shown from its top.
    ScrollArea::vertical().id_salt(("position", desk.position)).auto_shrink(false).show(ui, |ui| {
        job(ui, language, &form, requests);
        ui.add_space(BLOCK_GAP);
        pay::show(ui, language, &form, requests);
        ui.add_space(BLOCK_GAP);
        contract::show(ui, language, &form, requests);
        ui.add_space(BLOCK_GAP);
        time::show(ui, language, &form, requests);
    });
}

fn list(ui: &mut Ui, page: &StaffPage, desk: &mut Desk) {
    let job_width = (ui.available_width() * 0.4).clamp(180.0, 300.0).round();
    let columns = page.columns.iter().enumerate().map(|(place, column)| {
        let (width, number) = match column {
            StaffColumn::Job => (job_width, false),
            StaffColumn::Holder => (140.0, false),
            StaffColumn::From | StaffColumn::To => (150.0, false),
            StaffColumn::Gross => (130.0, true),
            StaffColumn::EmployerRate => (170.0, true),
            StaffColumn::Time => (420.0, false),
            StaffColumn::Cost(_) => (110.0, true),
        };
        ListColumn { title: page.title(place), width, number }
    });
    let selected = page.rows.iter().position(|row| Some(row.id) == desk.position);
    let list = List {
        id: "staff",
        columns: columns.collect(),
        sticky: 1,
        groups: Vec::new(),
        open_hint: String::new(),
        rows: page.rows.len(),
        cell: &|row, column| page.cell(row, column),
        emphasis: &|_| Default::default(),
        selected,
        scroll_to: selected.filter(|_| std::mem::take(&mut desk.scroll_to_row)),
        choose_rows: true,
    };
    let height = (ui.available_height() * 0.42).max(140.0);
    if let Some(Clicked::Cell(row, _)) = list.show(ui, height) {
        desk.position = page.rows.get(row).map(|row| row.id);
    }
}

fn tell(edit: PositionEdit) -> Request {
    Request::Edit(Edit::Position(edit))
}

fn place(of: &str, id: PositionId) -> Id {
    Id::unique((of, id.0))
}

fn job(ui: &mut Ui, language: Language, form: &PositionForm, requests: &mut Vec<Request>) {
    let say = |id| text(language, id);
    let row = &form.row;
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        heading(ui, &row.job);
        let words = say("staff-job");
        form::row(ui, &words, |ui| {
            let typed = Field::new(place("job", row.id), &words, &row.job).width(360.0).show(ui);
            requests.extend(typed.map(|name| tell(PositionEdit::Rename(row.id, name))));
        });
        let words = say("staff-holder");
        form::row(ui, &words, |ui| {
            let nobody = say("app-staff-nobody");
            let field = Field::new(place("holder", row.id), &words, &row.holder).width(360.0);
            let typed = field.hint(&nobody).show(ui);
            requests.extend(typed.map(|name| tell(PositionEdit::SetHolder(row.id, name))));
        });
        form::row(ui, &say("app-staff-dates"), |ui| {
            let from = form::month(ui, place("from", row.id), &say("staff-from"), language, row.from);
            ui.label("–");
            let to = form::month_or_none(ui, place("to", row.id), &say("staff-to"), language, row.to);
            let dates = |from, to| tell(PositionEdit::SetDates { position: row.id, from, to });
            take(from, requests, |from| dates(from, row.to));
            take(to, requests, |to| dates(row.from, to));
        });
    });
}
