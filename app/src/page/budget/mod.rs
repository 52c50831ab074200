//! *Budget*: expenses and income by year, years that open into months, typed into as into a
//! spreadsheet.

mod table;

use egui::{Button, RichText, Ui};
use previ_engine::diagnostic::Arg;
use previ_engine::id::{ItemId, LineId};
use previ_session::grid::{CellAt, Intent};
use previ_session::views::budget::{BudgetPage, RowKey};
use previ_session::views::cell::CellKind;
use previ_session::{Edit, Session, edits::LineEdit};
use previ_words::{Decimals, money, text, text_with};

use super::{Desk, Request, grid};
use crate::dialog::{Dialog, LineForm};
use crate::theme::Tokens;
use crate::widget::block::{hint, main_button, unbroken};

/// Room for the sentence about keys.
const KEYS_HINT: f32 = 430.0;

/// Draws the page.
pub fn show(ui: &mut Ui, session: &Session, desk: &mut Desk, requests: &mut Vec<Request>) {
    let page = session.budget(&desk.budget);
    desk.grid.begin(ui, &page);
    toolbar(ui, session, &page, desk, requests);
    cell_line(ui, session, &page, desk);
    ui.add_space(4.0);
    let plan = session.plan();
    if plan.lines.is_empty() && plan.positions.is_empty() && plan.agreements.is_empty() {
        hint(ui, text(session.language(), "app-budget-none"));
    }
    grid::read_keys(ui, &mut desk.grid, requests);
    table::show(ui, &page, desk, requests);
    if desk.explaining {
        let at = desk.grid.state.cursor;
        desk.subject = page.cell(at.row, at.column).subject.or(desk.subject);
    }
}

/// Puts the cursor on a line, unfolding what hides it.
pub fn show_line(session: &Session, desk: &mut Desk, item: ItemId) {
    let ItemId::Line(id) = item else { return };
    let line = session.plan().lines.iter().find(|line| line.id == id);
    if let Some(line) = line {
        let account = line.account;
        desk.budget.folded.retain(|key| match key {
            RowKey::Heading(heading) => *heading != account.heading(),
            RowKey::Account(known) => *known != account,
            RowKey::Block(_) => false,
            _ => true,
        });
    }
    let page = session.budget(&desk.budget);
    if let Some(row) = page.place_of_item(item) {
        let column = desk.grid.state.cursor.column;
        desk.grid.state.apply(Intent::Select(CellAt { row, column }), &page);
        desk.grid.scroll_to_cursor = true;
        desk.grid.placed = true;
    }
}

fn toolbar(ui: &mut Ui, session: &Session, page: &BudgetPage, desk: &mut Desk, requests: &mut Vec<Request>) {
    let language = session.language();
    let say = |id| text(language, id);
    let line = line_at_cursor(page, desk);
    ui.horizontal(|ui| {
        if main_button(ui, say("app-budget-add")).on_hover_text(say("app-budget-add-tip")).clicked() {
            let like = page.editable(desk.grid.state.cursor.row);
            requests.push(Request::Ask(Dialog::Line(LineForm::new(like))));
        }
        let change = ui.add_enabled(line.is_some(), Button::new(say("app-budget-change")));
        if change.on_disabled_hover_text(say("app-budget-choose-line")).clicked()
            && let Some(found) = page.editable(desk.grid.state.cursor.row)
        {
            requests.push(Request::Ask(Dialog::Line(LineForm::of(found))));
        }
        let remove = ui.add_enabled(line.is_some(), Button::new(say("app-budget-remove")));
        if remove.on_disabled_hover_text(say("app-budget-choose-line")).clicked()
            && let Some(id) = line
        {
            requests.push(Request::Edit(Edit::Line(LineEdit::Remove(id))));
        }
        ui.separator();
        let folded = !desk.budget.folded.is_empty();
        let fold = say(if folded { "app-budget-unfold" } else { "app-budget-fold" });
        if ui.button(fold).clicked() {
            fold_all(page, desk);
        }
        if ui.available_width() > KEYS_HINT {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let tokens = Tokens::in_use(ui);
                ui.label(RichText::new(say("app-budget-keys")).small().color(tokens.weak));
            });
        }
    });
}

/// Hides the lines of every account, or shows them again.
fn fold_all(page: &BudgetPage, desk: &mut Desk) {
    if !desk.budget.folded.is_empty() {
        desk.budget.folded.clear();
        return;
    }
    let keys = (0..page.row_count()).filter_map(|row| page.key(row));
    desk.budget.folded.extend(keys.filter(|key| matches!(key, RowKey::Heading(_))));
}

fn line_at_cursor(page: &BudgetPage, desk: &Desk) -> Option<LineId> {
    page.editable(desk.grid.state.cursor.row).map(|line| line.id)
}

/// What stands in the cell of the cursor, cents included: the cells show whole euros.
fn cell_line(ui: &mut Ui, session: &Session, page: &BudgetPage, desk: &Desk) {
    let language = session.language();
    let at = desk.grid.state.cursor;
    let tokens = Tokens::in_use(ui);
    let (Some(row), Some(column)) = (page.row(at.row), page.columns.columns.get(at.column)) else { return };
    let cell = page.cell(at.row, at.column);
    ui.horizontal(|ui| {
        let title = format!("{}, {}", row.title, column.title(language));
        ui.label(RichText::new(title).color(tokens.weak));
        if let Some(cents) = cell.cents {
            let shown = unbroken(&money(language, cents, Decimals::Two));
            ui.label(RichText::new(shown).color(tokens.amount(cents)));
        }
        if cell.by_hand {
            ui.label(RichText::new(text(language, "app-budget-by-hand")).color(tokens.accent));
        } else if !row.note.is_empty() {
            let note = text_with(language, "app-budget-note", &[("note", Arg::Text(row.note))]);
            ui.label(RichText::new(note).color(tokens.weak));
        } else if cell.kind == CellKind::Amount && !cell.editable {
            ui.label(RichText::new(text(language, "app-budget-sum")).color(tokens.weak));
        }
    });
}
