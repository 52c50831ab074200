//! The pages: each draws what the session describes and says what the person asked for.

mod activities;
mod agreements;
mod assumptions;
pub mod budget;
mod cash;
pub mod grid;
mod home;
mod place;
mod staff;
mod tabs;

use egui::{ScrollArea, Ui};
use previ_engine::diagnostic::Place;
use previ_engine::id::{ActivityId, AgreementId, InKindId, ItemId, PoolId, PositionId};
use previ_engine::month::Month;
use previ_session::events::{ImportReview, NewPlan};
use previ_session::grid::Intent;
use previ_session::views::budget::BudgetLayout;
use previ_session::views::calendar::CalendarFilter;
use previ_session::views::columns::OpenYears;
use previ_session::views::explanation::{Scope, Subject};
use previ_session::views::workload::WorkloadLayout;
use previ_session::{Edit, Session};

use previ_words::{Message, text};

use crate::action::Action;
use crate::dialog::Dialog;
use crate::widget::form::Typed;

use grid::Grid;

pub use assumptions::{month_choices, year_counts};
pub use place::Page;
pub use tabs::{ActivitiesTab, FundingTab, PostTab, StaffTab};

/// A page that is typed into as a spreadsheet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetName {
    /// The budget.
    Budget,
    /// The workload.
    Workload,
}

/// What is open and chosen on the pages; no part of the plan.
#[derive(Debug, Default)]
pub struct Desk {
    /// The page in front.
    pub page: Page,
    /// The figure whose explanation is shown.
    pub subject: Option<Subject>,
    /// The panel with the explanation is open.
    pub explaining: bool,
    /// Years and rows of the budget that are open.
    pub budget: BudgetLayout,
    /// The cursor of the budget.
    pub grid: Grid,
    /// Which view of the team is in front.
    pub staff: StaffTab,
    /// What of the workload is shown.
    pub workload: WorkloadLayout,
    /// The cursor of the workload.
    pub days: Grid,
    /// Years of the cash page that are open.
    pub cash_years: OpenYears,
    /// Which view of the funding is in front.
    pub funding: FundingTab,
    /// The fiscal year of the table of who pays what; all of them when none.
    pub matrix_year: Option<usize>,
    /// Which view of the activities is in front.
    pub activities: ActivitiesTab,
    /// Which part of the calendar is shown.
    pub calendar: CalendarFilter,
    /// The agreement in the form.
    pub agreement: Option<AgreementId>,
    /// The list of agreements or of posts scrolls to the one in the form in the next frame.
    pub scroll_to_row: bool,
    /// The position in the form.
    pub position: Option<PositionId>,
    /// Which part of its page is in front.
    pub post: PostTab,
    /// The month whose pay is explained; the first one of the position when none.
    pub pay_month: Option<Month>,
    /// The row of the activities that is looked at.
    pub activity: Scope,
    /// The fiscal year of the page of activities, from 0.
    pub activity_year: usize,
    /// The shared costs that the page scrolls to in the next frame.
    pub scroll_to_pool: Option<PoolId>,
    /// The contribution in kind in the form.
    pub in_kind: Option<InKindId>,
    /// The home page lists every alert.
    pub all_alerts: bool,
}

/// What a person asked for on a page, done once the frame is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// Something of the menus.
    Do(Action),
    /// Change the plan.
    Edit(Edit),
    /// Begin a plan in place of this one.
    NewPlan(NewPlan),
    /// Add what was read from a sheet.
    AcceptImport(Box<ImportReview>),
    /// Put a question or a form in front.
    Ask(Dialog),
    /// Do something in the sheet in front.
    Grid(Intent),
    /// Put another view of the team in front.
    Staff(StaffTab),
    /// Show the workload of another fiscal year, or other days.
    Workload(WorkloadLayout),
    /// Explain a figure.
    Explain(Subject),
    /// Go to an item.
    Show(ItemId),
    /// Say something that was typed cannot be read: message and hint.
    Refuse(Message),
}

impl Desk {
    /// Goes where an item is changed.
    pub fn show(&mut self, session: &Session, item: ItemId) {
        self.page = Page::of(item);
        self.funding = FundingTab::List;
        self.scroll_to_row = true;
        match item {
            ItemId::Position(id) => {
                self.staff = StaffTab::Posts;
                self.position = Some(id);
            }
            ItemId::Agreement(id) => self.agreement = Some(id),
            ItemId::Tranche(id) => {
                let has = |found: &&std::sync::Arc<previ_engine::agreement::FundingAgreement>| {
                    found.tranches.iter().any(|tranche| tranche.id == id)
                };
                self.agreement = session.plan().agreements.iter().find(has).map(|found| found.id);
            }
            ItemId::Funder(id) => {
                let mut agreements = session.plan().agreements.iter();
                self.agreement = agreements.find(|found| found.funder == id).map(|found| found.id);
            }
            ItemId::Activity(id) => {
                self.activities = ActivitiesTab::Tree;
                self.activity = Scope::Activity(id);
            }
            ItemId::Pool(id) => {
                self.activities = ActivitiesTab::Pools;
                self.scroll_to_pool = Some(id);
            }
            ItemId::InKind(id) => {
                self.activities = ActivitiesTab::InKind;
                self.in_kind = Some(id);
            }
            ItemId::Line(_) => budget::show_line(session, self, item),
            _ => {}
        }
    }

    /// The sheet that is typed into, else the one in front.
    #[must_use]
    pub fn sheet(&self) -> Option<SheetName> {
        match self.page {
            _ if self.grid.is_typing() => Some(SheetName::Budget),
            _ if self.days.is_typing() => Some(SheetName::Workload),
            Page::Budget => Some(SheetName::Budget),
            Page::Staff if self.staff == StaffTab::Workload => Some(SheetName::Workload),
            _ => None,
        }
    }

    /// Its cursor.
    pub fn sheet_grid(&mut self) -> Option<&mut Grid> {
        self.sheet().map(|sheet| match sheet {
            SheetName::Budget => &mut self.grid,
            SheetName::Workload => &mut self.days,
        })
    }

    /// Gives the keyboard to the sheet in front, if there is one.
    pub fn focus_sheet(&mut self) {
        if let Some(grid) = self.sheet_grid() {
            grid.focus = true;
        }
    }

    /// Forgets what belonged to another document.
    pub fn reset(&mut self, page: Page) {
        *self = Self { page, explaining: self.explaining, ..Self::default() };
    }
}

/// The item a message is about, if it is about one.
#[must_use]
pub fn item_of(place: &Place) -> Option<ItemId> {
    match place {
        Place::Item(item, _) => Some(*item),
        Place::Cell { .. } | Place::Text { .. } | Place::Whole => None,
    }
}

/// Draws the page in front.
pub fn show(ui: &mut Ui, session: &Session, desk: &mut Desk, requests: &mut Vec<Request>) {
    // Each page is scrolled by itself: another one begins at its top.
    let scroll = ("page", desk.page.text_id(), desk.activities.text_id());
    let scrolled = |ui: &mut Ui, add: &mut dyn FnMut(&mut Ui)| {
        ScrollArea::vertical().id_salt(scroll).auto_shrink(false).show(ui, |ui| add(ui));
    };
    match desk.page {
        Page::Home => scrolled(ui, &mut |ui| home::show(ui, session, desk, requests)),
        Page::Budget => budget::show(ui, session, desk, requests),
        Page::Cash => cash::show(ui, session, desk, requests),
        Page::Agreements => agreements::show(ui, session, desk, requests),
        Page::Staff => staff::show(ui, session, desk, requests),
        Page::Activities => scrolled(ui, &mut |ui| activities::show(ui, session, desk, requests)),
        Page::Assumptions => scrolled(ui, &mut |ui| assumptions::show(ui, session, requests)),
    }
}

/// A value becomes a request, a text that is none is refused aloud.
fn take<T>(typed: Typed<T>, requests: &mut Vec<Request>, make: impl FnOnce(T) -> Request) {
    match typed {
        Some(Ok(value)) => requests.push(make(value)),
        Some(Err(message)) => requests.push(Request::Refuse(message)),
        None => {}
    }
}

/// What an activity may be a part of: nothing, or another one.
pub fn parents(session: &Session, of: Option<ActivityId>) -> Vec<(Option<ActivityId>, String)> {
    let none = (None, text(session.language(), "app-activity-no-parent"));
    let named = session.plan().activities.iter().map(|item| (Some(item.id), item.label.clone()));
    std::iter::once(none).chain(named.filter(|(id, _)| *id != of || of.is_none())).collect()
}

/// The structure and every activity, to choose from.
pub fn activities(session: &Session) -> Vec<(Option<ActivityId>, String)> {
    let structure = (None, text(session.language(), "activities-structure"));
    let named = session.plan().activities.iter().map(|item| (Some(item.id), item.label.clone()));
    std::iter::once(structure).chain(named).collect()
}
