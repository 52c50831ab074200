//! What is due when, what is late first.

use egui::Ui;
use previ_engine::calendar::{DueKind, Standing};
use previ_engine::diagnostic::Arg;
use previ_engine::id::FunderId;
use previ_session::Session;
use previ_session::views::calendar::{CalendarRow, due_kind};
use previ_session::views::cell::{CellKind, CellView, Emphasis};
use previ_words::{text, text_with};

use super::open;
use crate::page::Desk;
use crate::widget::block::hint;
use crate::widget::list::{Clicked, List, ListColumn};
use crate::widget::{cell, form};

/// A row: the heading of what is late or of a fiscal year, or something due.
enum Row<'a> {
    Heading(String),
    Due(&'a CalendarRow),
}

/// What a column says of something due.
type Words = fn(&CalendarRow) -> String;

/// Draws the view.
pub fn show(ui: &mut Ui, session: &Session, desk: &mut Desk) {
    let language = session.language();
    let say = |id| text(language, id);
    let page = session.calendar();
    if page.rows.is_empty() {
        hint(ui, say("app-calendar-nothing"));
        return;
    }
    hint(ui, say("app-calendar-intro"));
    filter(ui, session, desk);
    ui.add_space(4.0);
    let shown = page.shown(desk.calendar);
    if shown.is_empty() {
        hint(ui, say("app-calendar-none"));
        return;
    }
    let late = shown.iter().filter(|row| row.standing == Standing::Late).count();
    let mut rows: Vec<Row<'_>> = Vec::new();
    let mut year = String::new();
    for (place, row) in shown.into_iter().enumerate() {
        if late > 0 && place == 0 {
            let args = [("count", Arg::Number(late.into()))];
            rows.push(Row::Heading(text_with(language, "app-calendar-late", &args)));
        } else if place >= late && row.year != year {
            rows.push(Row::Heading(row.year.clone()));
            year.clone_from(&row.year);
        }
        rows.push(Row::Due(row));
    }
    if let Some(Row::Due(row)) = list(ui, session, &rows).and_then(|place| rows.get(place)) {
        let agreement = row.agreement;
        open(desk, agreement);
    }
}

fn filter(ui: &mut Ui, session: &Session, desk: &mut Desk) {
    let language = session.language();
    let say = |id| text(language, id);
    let page = session.calendar();
    ui.horizontal_wrapped(|ui| {
        let mut funders: Vec<(Option<FunderId>, String)> = vec![(None, say("app-calendar-every-funder"))];
        let known = session.plan().funders.iter();
        let due = known.filter(|funder| page.rows.iter().any(|row| row.funder == Some(funder.id)));
        funders.extend(due.map(|funder| (Some(funder.id), funder.name.clone())));
        // What was chosen in another plan is not there any more.
        if !funders.iter().any(|(funder, _)| *funder == desk.calendar.funder) {
            desk.calendar.funder = None;
        }
        let name = say("agreements-funder");
        if let Some(chosen) = form::choose(ui, "calendar-funder", &name, &desk.calendar.funder, &funders) {
            desk.calendar.funder = chosen;
        }
        let mut kinds: Vec<(Option<DueKind>, String)> = vec![(None, say("app-calendar-every-kind"))];
        let there = DueKind::ALL.into_iter().filter(|kind| page.rows.iter().any(|row| row.kind == *kind));
        kinds.extend(there.map(|kind| (Some(kind), due_kind(language, kind))));
        if !kinds.iter().any(|(kind, _)| *kind == desk.calendar.kind) {
            desk.calendar.kind = None;
        }
        let name = say("app-calendar-kind");
        if let Some(chosen) = form::choose(ui, "calendar-kind", &name, &desk.calendar.kind, &kinds) {
            desk.calendar.kind = chosen;
        }
        if page.has_past() {
            form::marks(ui, |ui| ui.checkbox(&mut desk.calendar.past, say("app-calendar-past")));
        }
    });
}

/// The row that was clicked.
fn list(ui: &mut Ui, session: &Session, rows: &[Row<'_>]) -> Option<usize> {
    let language = session.language();
    let say = |id| text(language, id);
    let dues = || {
        rows.iter().filter_map(|row| match row {
            Row::Due(due) => Some(*due),
            Row::Heading(_) => None,
        })
    };
    let mut columns: Vec<(ListColumn, Words)> = Vec::new();
    let mut add = |id: &str, width: f32, number: bool, words: Words| {
        let title = if id.is_empty() { String::new() } else { text(language, id) };
        columns.push((ListColumn { title, width, number }, words));
    };
    add("app-calendar-month", 148.0, false, |row| row.month.clone());
    add("app-calendar-what", 196.0, false, |row| row.short.clone());
    add("app-calendar-amount", 112.0, true, |row| row.amount.clone());
    // Columns that nobody filled take no room.
    if dues().any(|row| !row.remark.is_empty()) {
        add("app-calendar-standing", 92.0, false, |row| row.remark.clone());
    }
    if dues().any(|row| !row.person.is_empty()) {
        add("app-calendar-person", 118.0, false, |row| row.person.clone());
    }
    let used: f32 = columns.iter().map(|(column, _)| column.width).sum();
    let rest = (ui.available_width() - used - 16.0).max(360.0);
    columns.insert(
        2,
        (ListColumn { title: say("agreements-label"), width: (rest * 0.6).round(), number: false }, |row| {
            row.label.clone()
        }),
    );
    columns.insert(
        3,
        (ListColumn { title: say("agreements-funder"), width: (rest * 0.4).round(), number: false }, |row| {
            row.funder_name.clone()
        }),
    );
    let (titles, words): (Vec<ListColumn>, Vec<Words>) = columns.into_iter().unzip();
    let numbers: Vec<bool> = titles.iter().map(|column| column.number).collect();
    let cell = |row: usize, column: usize| match rows.get(row) {
        Some(Row::Heading(title)) if column == 0 => cell::words(title.clone(), Emphasis::Heading),
        Some(Row::Due(due)) => {
            let Some(words) = words.get(column) else { return CellView::default() };
            let emphasis = match due.standing {
                Standing::Late => Emphasis::Alarm,
                Standing::Done | Standing::Unknown => Emphasis::Quiet,
                Standing::Ahead => Emphasis::Normal,
            };
            let kind = if numbers[column] { CellKind::Amount } else { CellKind::Text };
            CellView { kind, ..cell::words(words(due), emphasis) }
        }
        Some(Row::Heading(_)) | None => CellView::default(),
    };
    let list = List {
        id: "calendar",
        columns: titles,
        sticky: 1,
        groups: Vec::new(),
        open_hint: String::new(),
        rows: rows.len(),
        cell: &cell,
        emphasis: &|row| match rows.get(row) {
            Some(Row::Heading(_)) => Emphasis::Heading,
            Some(Row::Due(_)) | None => Emphasis::Normal,
        },
        selected: None,
        scroll_to: None,
        choose_rows: true,
    };
    match list.show(ui, ui.available_height().max(200.0)) {
        Some(Clicked::Cell(row, _)) => Some(row),
        Some(Clicked::Group(_)) | None => None,
    }
}
