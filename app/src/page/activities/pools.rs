//! *Charges communes*: what several activities share, the keys by which it reaches them, and what each gets.

use egui::{Align, Id, Label, Layout, Ui, vec2};
use previ_engine::diagnostic::Arg;
use previ_engine::id::PoolId;
use previ_session::edits::PoolEdit;
use previ_session::views::pools::{PoolColumn, PoolForm, PoolMember, PoolResult, PoolsPage};
use previ_session::{Edit, Session};
use previ_words::{Language, text, text_with};

use super::years;
use crate::dialog::Dialog;
use crate::page::{Desk, Request, take};
use crate::theme::BLOCK_GAP;
use crate::widget::block::{card, heading, hint, main_button, unbroken};
use crate::widget::cell;
use crate::widget::field::Field;
use crate::widget::form;
use crate::widget::list::{List, ListColumn};

/// Width of the names of activities beside their parts.
const NAME: f32 = 320.0;

/// Width of the amount of a member.
const AMOUNT: f32 = 90.0;

/// Draws the page.
pub fn show(ui: &mut Ui, session: &Session, desk: &mut Desk, requests: &mut Vec<Request>) {
    let language = session.language();
    let page = session.pools();
    hint(ui, text(language, "app-pools-intro"));
    ui.horizontal_wrapped(|ui| {
        if main_button(ui, text(language, "app-pool-add")).clicked() {
            requests.push(Request::Ask(Dialog::Pool { label: String::new() }));
        }
        if !page.pools.is_empty() {
            ui.separator();
            years(ui, desk, &page.years);
        }
    });
    let year = desk.activity_year;
    for (nth, pool) in page.pools.iter().enumerate() {
        ui.add_space(BLOCK_GAP);
        let shown = card(ui, |ui| {
            ui.set_width(ui.available_width());
            one(ui, language, (nth, pool), requests);
            ui.add_space(8.0);
            members(ui, language, &page, (pool, year), requests);
            ui.add_space(8.0);
            result(ui, language, &page, (pool, year));
        });
        if desk.scroll_to_pool == Some(pool.id) {
            desk.scroll_to_pool = None;
            shown.response.scroll_to_me(Some(Align::TOP));
        }
    }
    if page.pools.is_empty() || page.members.is_empty() {
        return;
    }
    ui.add_space(BLOCK_GAP);
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        rest(ui, language, &page, year, requests);
    });
}

fn tell(edit: PoolEdit) -> Request {
    Request::Edit(Edit::Pool(edit))
}

/// Its name, its place, its key.
fn one(ui: &mut Ui, language: Language, (nth, pool): (usize, &PoolForm), requests: &mut Vec<Request>) {
    let say = |id| text(language, id);
    let place = |of: &str| Id::unique((of, pool.id.0));
    heading(ui, &pool.label);
    let words = say("app-pool-name");
    form::row(ui, &words, |ui| {
        let typed = Field::new(place("pool"), &words, &pool.label).width(320.0).show(ui);
        requests.extend(typed.map(|name| tell(PoolEdit::Rename(pool.id, name))));
        if nth > 0 && ui.button(say("app-pool-up")).on_hover_text(say("app-pool-up-tip")).clicked() {
            requests.push(tell(PoolEdit::MoveUp(pool.id)));
        }
        if ui.button(say("app-remove")).clicked() {
            requests.push(tell(PoolEdit::Remove(pool.id)));
        }
    });
    let words = say("app-pool-key");
    form::row(ui, &words, |ui| {
        let chosen = form::choose(ui, place("key"), &words, &pool.key, &pool.keys);
        requests.extend(chosen.map(|key| tell(PoolEdit::SetKey(pool.id, key))));
    });
    hint(ui, &pool.why);
    for part in &pool.parts {
        ui.horizontal(|ui| {
            name(ui, NAME, &part.name);
            let key = place("part").with(part.activity.0);
            let typed = form::quantity_or_none(ui, key, &part.name, language, part.part);
            take(typed, requests, |typed| {
                tell(PoolEdit::SetKey(pool.id, pool.with_part(part.activity, typed)))
            });
        });
    }
}

/// What belongs to it, and what could.
fn members(
    ui: &mut Ui,
    language: Language,
    page: &PoolsPage,
    (pool, year): (&PoolForm, usize),
    requests: &mut Vec<Request>,
) {
    let say = |id| text(language, id);
    ui.label(say("app-pool-members"));
    let mut none = true;
    for member in page.members_of(Some(pool.id)) {
        none = false;
        ui.horizontal(|ui| {
            let width = (ui.available_width() - AMOUNT - 180.0).clamp(160.0, 460.0);
            name_and_cost(ui, width, member, &page.cost(member, year));
            let name = format!("{} : {}", say("app-pool-give"), member.label);
            let button = ui.button(say("app-pool-give"));
            if block_name(&button, &name).clicked() {
                requests.extend(member.put_into(None).map(Request::Edit));
            }
        });
    }
    if page.members.is_empty() {
        hint(ui, say("app-pool-nothing"));
        return;
    }
    if none {
        hint(ui, say("app-pool-members-none"));
    }
    let free: Vec<&PoolMember> = page.members_of(None).collect();
    if free.is_empty() {
        hint(ui, say("app-pool-rest-none"));
        return;
    }
    let words = say("app-pool-take");
    form::row(ui, &words, |ui| {
        ui.spacing_mut().combo_width = 460.0;
        let which = (None, say("app-pool-take-which"));
        let named = free.iter().enumerate().map(|(place, member)| (Some(place), member.label.clone()));
        let choices: Vec<(Option<usize>, String)> = std::iter::once(which).chain(named).collect();
        let chosen = form::choose(ui, Id::unique(("take", pool.id.0)), &words, &None, &choices).flatten();
        let member = chosen.and_then(|place| free.get(place));
        requests.extend(member.and_then(|member| member.put_into(Some(pool.id))).map(Request::Edit));
    });
}

/// A long name ends in dots and is whole under the mouse: what stands beside it stays in its column.
fn name(ui: &mut Ui, width: f32, words: &str) {
    let size = vec2(width, ui.spacing().interact_size.y);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(size);
        ui.add(Label::new(words).truncate());
    });
}

fn name_and_cost(ui: &mut Ui, width: f32, member: &PoolMember, cost: &str) {
    name(ui, width, &member.label);
    form::label_right(ui, AMOUNT, unbroken(cost));
}

/// A name for a screen reader that says more than the words on a button.
fn block_name<'a>(button: &'a egui::Response, name: &str) -> &'a egui::Response {
    button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
    button
}

/// What each activity gets of it in a fiscal year.
fn result(ui: &mut Ui, language: Language, page: &PoolsPage, (pool, year): (&PoolForm, usize)) {
    let found = &pool.result;
    if page.members_of(Some(pool.id)).next().is_none() {
        return;
    }
    if !found.has_cost(year) {
        let year = page.years.get(year).cloned().unwrap_or_default();
        hint(ui, text_with(language, "app-pool-no-cost", &[("year", Arg::Text(year))]));
        return;
    }
    table(ui, pool.id, found, year, text(language, "app-pool-result"));
    if let Some(daily) = found.daily.get(year).filter(|daily| !daily.is_empty()) {
        ui.label(unbroken(daily));
    }
}

fn table(ui: &mut Ui, pool: PoolId, found: &PoolResult, year: usize, title: String) {
    let numbers = found.columns.iter().enumerate().map(|(place, column)| {
        let width = if *column == PoolColumn::Amount { 110.0 } else { 90.0 };
        ListColumn { title: found.title(place), width, number: true }
    });
    let numbers: Vec<ListColumn> = numbers.collect();
    let used: f32 = numbers.iter().map(|column| column.width).sum();
    let width = (ui.available_width() - used - 16.0).clamp(180.0, 420.0).round();
    let first = ListColumn { title, width, number: false };
    let list = List {
        id: "pool-result",
        columns: std::iter::once(first).chain(numbers).collect(),
        sticky: 1,
        groups: Vec::new(),
        open_hint: String::new(),
        rows: found.rows.len(),
        cell: &|row, column| match (column.checked_sub(1), found.rows.get(row)) {
            (Some(column), _) => found.cell(row, column, year),
            (None, Some(row)) => cell::words(row.title.clone(), row.emphasis),
            (None, None) => Default::default(),
        },
        emphasis: &|row| found.rows.get(row).map(|row| row.emphasis).unwrap_or_default(),
        selected: None,
        scroll_to: None,
        choose_rows: false,
    };
    ui.push_id(pool.0, |ui| list.show(ui, f32::INFINITY));
}

/// What no pool takes: it stays with the structure.
fn rest(ui: &mut Ui, language: Language, page: &PoolsPage, year: usize, requests: &mut Vec<Request>) {
    let say = |id| text(language, id);
    heading(ui, say("app-pool-rest"));
    let free: Vec<&PoolMember> = page.members_of(None).collect();
    hint(ui, say(if free.is_empty() { "app-pool-rest-none" } else { "app-pool-rest-why" }));
    let none = (None, say("app-pool-none"));
    let pools = page.pools.iter().map(|pool| (Some(pool.id), pool.label.clone()));
    let choices: Vec<(Option<PoolId>, String)> = std::iter::once(none).chain(pools).collect();
    for member in free {
        ui.horizontal(|ui| {
            let width = (ui.available_width() - AMOUNT - 230.0).clamp(160.0, 460.0);
            name_and_cost(ui, width, member, &page.cost(member, year));
            let chosen = form::choose(ui, ("member", member.item), &member.label, &member.pool, &choices);
            let edit = chosen.and_then(|pool| member.put_into(pool));
            requests.extend(edit.map(Request::Edit));
        });
    }
    hint(ui, say("app-pool-lines-why"));
}
