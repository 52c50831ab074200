//! *Financements*: who promises money, how sure it is, when it comes, what it pays and when it stops.

mod calendar;
mod cliff;
mod conditions;
mod form;
mod instalments;
mod matrix;
mod partners;
mod payment;
mod timeline;
mod tranche;

use egui::{ScrollArea, Ui};
use previ_engine::diagnostic::Arg;
use previ_engine::id::AgreementId;
use previ_session::edits::AgreementEdit;
use previ_session::views::agreements::{AgreementColumn, AgreementsPage};
use previ_session::{Edit, Session};
use previ_words::{text, text_with};

use super::{Desk, FundingTab, Request};
use crate::dialog::{AgreementDraft, Dialog};
use crate::widget::block::{self, ListWish, hint};
use crate::widget::list::{Clicked, List, ListColumn};

/// Draws the page.
pub fn show(ui: &mut Ui, session: &Session, desk: &mut Desk, requests: &mut Vec<Request>) {
    tabs(ui, session, desk);
    ui.add_space(6.0);
    match desk.funding {
        FundingTab::List => return list_and_form(ui, session, desk, requests),
        // A long table that scrolls on its own keeps its headings in sight.
        FundingTab::Calendar => return calendar::show(ui, session, desk),
        FundingTab::Timeline | FundingTab::Matrix | FundingTab::Cliff => {}
    }
    // Each view scrolls on its own: another one begins at its top.
    ScrollArea::vertical().id_salt(desk.funding.text_id()).auto_shrink(false).show(ui, |ui| {
        if session.plan().agreements.is_empty() && desk.funding != FundingTab::Matrix {
            hint(ui, text(session.language(), "app-funding-none"));
            return;
        }
        match desk.funding {
            FundingTab::List | FundingTab::Calendar => {}
            FundingTab::Timeline => timeline::show(ui, session, desk),
            FundingTab::Matrix => matrix::show(ui, session, desk),
            FundingTab::Cliff => cliff::show(ui, session, desk),
        }
    });
}

/// The views to choose from; what is late is said on its tab.
fn tabs(ui: &mut Ui, session: &Session, desk: &mut Desk) {
    let language = session.language();
    let late = session.calendar().late_count();
    let name = |tab: FundingTab| match tab {
        FundingTab::Calendar if late > 0 => {
            let args = [("count", Arg::Number(late.into()))];
            text_with(language, "app-funding-calendar-late", &args)
        }
        _ => text(language, tab.text_id()),
    };
    let all = FundingTab::ALL.map(|tab| (tab, name(tab)));
    if let Some(chosen) = block::tabs(ui, &desk.funding, &all) {
        desk.funding = chosen;
    }
}

/// Goes to the form of an agreement.
fn open(desk: &mut Desk, agreement: AgreementId) {
    desk.agreement = Some(agreement);
    desk.funding = FundingTab::List;
    desk.scroll_to_row = true;
}

fn list_and_form(ui: &mut Ui, session: &Session, desk: &mut Desk, requests: &mut Vec<Request>) {
    let language = session.language();
    let say = |id| text(language, id);
    let page = session.agreements();
    if !page.rows.iter().any(|row| Some(row.id) == desk.agreement) {
        desk.agreement = page.rows.first().map(|row| row.id);
    }
    let (add, remove) = (say("app-agreement-add"), say("app-agreement-remove"));
    requests.extend(match block::add_and_remove(ui, add, remove, desk.agreement.is_some()) {
        Some(ListWish::Add) => Some(Request::Ask(Dialog::Agreement(AgreementDraft::new(session)))),
        Some(ListWish::Remove) => {
            desk.agreement.map(|id| Request::Edit(Edit::Agreement(AgreementEdit::Remove(id))))
        }
        None => None,
    });
    ui.add_space(6.0);
    if page.rows.is_empty() {
        hint(ui, say("app-agreements-none"));
        return;
    }
    list(ui, &page, desk);
    ui.add_space(10.0);
    let Some(form) = desk.agreement.and_then(|id| session.agreement(id)) else { return };
    // Another agreement is shown from its top.
    ScrollArea::vertical().id_salt(("agreement", form.id)).auto_shrink(false).show(ui, |ui| {
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
            AgreementColumn::Certainty => (260.0, false),
            AgreementColumn::Asked | AgreementColumn::Granted => (110.0, true),
            AgreementColumn::Income(_) | AgreementColumn::Received(_) => (130.0, true),
        };
        Some(ListColumn { title: page.title(*place), width, number })
    });
    let selected = page.rows.iter().position(|row| Some(row.id) == desk.agreement);
    let list = List {
        id: "agreements",
        columns: columns.collect(),
        sticky: 1,
        groups: Vec::new(),
        open_hint: String::new(),
        rows: page.rows.len(),
        cell: &|row, column| order.get(column).map(|place| page.cell(row, *place)).unwrap_or_default(),
        emphasis: &|_| Default::default(),
        selected,
        scroll_to: selected.filter(|_| std::mem::take(&mut desk.scroll_to_row)),
        choose_rows: true,
    };
    let height = (ui.available_height() * 0.42).max(140.0);
    if let Some(Clicked::Cell(row, _)) = list.show(ui, height) {
        desk.agreement = page.rows.get(row).map(|row| row.id);
    }
}
