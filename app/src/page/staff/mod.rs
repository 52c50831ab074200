//! *Équipe*: positions, what they cost, where their time goes.

mod contract;
mod lent;
mod load;
mod month;
mod pay;
mod time;
mod workload;

use egui::{Id, ScrollArea, Ui};
use previ_engine::diagnostic::Arg;
use previ_engine::id::PositionId;
use previ_session::edits::PositionEdit;
use previ_session::views::cell::Emphasis;
use previ_session::views::staff::{PositionForm, StaffColumn, StaffPage};
use previ_session::{Edit, Session};
use previ_words::{Language, fiscal_year, text, text_with};

use super::{Desk, PostTab, Request, StaffTab, take};
use crate::dialog::{Dialog, PositionDraft};
use crate::theme::BLOCK_GAP;
use crate::widget::block::{self, ListWish, card, heading, hint};
use crate::widget::field::Field;
use crate::widget::form;
use crate::widget::list::{Clicked, Group, List, ListColumn};

/// Widths of the columns of the list.
const HOLDER: f32 = 123.0;
const COST: f32 = 78.0;
const TIME: f32 = 68.0;
const DAYS: f32 = 68.0;
const AIDS: f32 = 101.0;
const DATES: f32 = 147.0;

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
    let (add, remove) = (say("app-position-add"), say("app-position-remove"));
    requests.extend(match block::add_and_remove(ui, add, remove, desk.position.is_some()) {
        Some(ListWish::Add) => Some(Request::Ask(Dialog::Position(PositionDraft::new(session)))),
        Some(ListWish::Remove) => desk.position.map(|id| tell(PositionEdit::Remove(id))),
        None => None,
    });
    ui.add_space(6.0);
    if page.rows.is_empty() {
        hint(ui, say("app-staff-none"));
        return;
    }
    list(ui, language, &page, desk);
    ui.add_space(10.0);
    let Some(form) = desk.position.and_then(|id| session.position(id)) else { return };
    let tabs = PostTab::ALL.map(|tab| (tab, say(tab.text_id())));
    ui.horizontal(|ui| {
        heading(ui, &form.row.job);
        ui.add_space(12.0);
        if let Some(chosen) = block::tabs(ui, &desk.post, &tabs) {
            desk.post = chosen;
        }
    });
    ui.add_space(4.0);
    // Another post is shown from its top.
    let id = ("position", desk.position, desk.post.text_id());
    ScrollArea::vertical().id_salt(id).auto_shrink(false).show(ui, |ui| match desk.post {
        PostTab::Contract => {
            job(ui, language, &form, requests);
            ui.add_space(BLOCK_GAP);
            pay::show(ui, session, &form, requests);
            ui.add_space(BLOCK_GAP);
            contract::show(ui, language, &form, requests);
        }
        PostTab::MonthPay => month::show(ui, session, desk, form.row.id),
        PostTab::Time => {
            time::show(ui, language, &form, requests);
            ui.add_space(BLOCK_GAP);
            lent::show(ui, language, &form, requests);
        }
    });
}

fn list(ui: &mut Ui, language: Language, page: &StaffPage, desk: &mut Desk) {
    let columns: Vec<ListColumn> = page
        .columns
        .iter()
        .enumerate()
        .map(|(place, column)| {
            let (width, number) = match column {
                StaffColumn::Job => (job_width(ui, page), false),
                StaffColumn::Holder => (HOLDER, false),
                StaffColumn::Cost(_) => (COST, true),
                StaffColumn::WorkingTime => (TIME, true),
                StaffColumn::Available | StaffColumn::Planned => (DAYS, true),
                StaffColumn::Aids => (AIDS, true),
                StaffColumn::Dates => (DATES, false),
            };
            ListColumn { title: page.title(place), width, number }
        })
        .collect();
    let selected = page.rows.iter().position(|row| Some(row.id) == desk.position);
    let posts = page.rows.len();
    let list = List {
        id: "staff",
        columns,
        sticky: 1,
        groups: groups(language, page),
        open_hint: String::new(),
        // The last row sums up.
        rows: posts + 1,
        cell: &|row, column| page.cell(row, column),
        emphasis: &|row| if row == posts { Emphasis::Total } else { Emphasis::Normal },
        selected,
        scroll_to: selected.filter(|_| std::mem::take(&mut desk.scroll_to_row)),
        choose_rows: true,
    };
    let height = (ui.available_height() * 0.46).max(140.0);
    if let Some(Clicked::Cell(row, _)) = list.show(ui, height)
        && let Some(row) = page.rows.get(row)
    {
        desk.position = Some(row.id);
    }
}

/// What the columns leave to the names of jobs: four years fit a small screen.
fn job_width(ui: &Ui, page: &StaffPage) -> f32 {
    let costs = page.columns.iter().filter(|column| matches!(column, StaffColumn::Cost(_))).count();
    let others = HOLDER + COST * costs as f32 + TIME + 2.0 * DAYS + AIDS + DATES + 16.0;
    (ui.available_width() - others).clamp(164.0, 300.0).round()
}

/// What costs and days have in common, over their columns.
fn groups(language: Language, page: &StaffPage) -> Vec<Group> {
    let is_cost = |column: &StaffColumn| matches!(column, StaffColumn::Cost(_));
    let first = page.columns.iter().position(is_cost).unwrap_or(0);
    let after = first + page.columns.iter().filter(|column| is_cost(column)).count();
    let group = |title: String, columns| Group { title, columns, open: None };
    let year = [("year", Arg::Text(fiscal_year(page.year)))];
    let of_year = text_with(language, "app-staff-in-year", &year);
    vec![
        group(String::new(), 1..first),
        group(text(language, "app-staff-cost"), first..after),
        // Working time; days; aids; dates.
        group(String::new(), after..after + 1),
        group(of_year, after + 1..after + 3),
        group(String::new(), after + 3..after + 4),
        group(String::new(), after + 4..after + 5),
    ]
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
        if form.conditions.len() > 1 {
            let words = say("app-staff-condition");
            form::row(ui, &words, |ui| {
                ui.spacing_mut().combo_width = 360.0;
                let key = place("condition", row.id);
                let chosen = form::choose(ui, key, &words, &form.only_if, &form.conditions);
                requests.extend(chosen.map(|condition| tell(PositionEdit::SetCondition(row.id, condition))));
                hint(ui, say("app-staff-condition-why"));
            });
        }
    });
}
