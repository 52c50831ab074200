//! A budget in front of which somebody sits.

use previ_engine::id::ItemId;
use previ_session::Session;
use previ_session::grid::{CellAt, GridState, Intent, Mode, run};
use previ_session::views::budget::{BudgetLayout, BudgetPage};

use crate::plan::{Small, small};

/// The small plan with the year 2027 open and the cursor on the rent of 2027.
pub struct Desk {
    pub session: Session,
    pub known: Small,
    pub layout: BudgetLayout,
    pub state: GridState,
}

impl Desk {
    pub fn new() -> Self {
        let (session, known) = small();
        let layout = BudgetLayout { open_years: [2027].into(), ..BudgetLayout::default() };
        let mut desk = Self { session, known, layout, state: GridState::default() };
        let row = desk.row(desk.known.rent);
        desk.key(Intent::Select(CellAt { row, column: 0 }));
        desk
    }

    pub fn page(&self) -> BudgetPage {
        self.session.budget(&self.layout)
    }

    pub fn row(&self, item: impl Into<ItemId>) -> usize {
        self.page().place_of_item(item.into()).unwrap()
    }

    pub fn cents(&self, item: impl Into<ItemId>, column: usize) -> i64 {
        self.page().cents(self.row(item), column).unwrap()
    }

    /// Sends an intent; what was copied, and the code of a refusal.
    pub fn key(&mut self, intent: Intent) -> (Option<String>, Option<&'static str>) {
        let page = self.page();
        let outcome = run(&mut self.session, &page, &mut self.state, intent);
        (outcome.copied, outcome.refused.map(|refused| refused.code.0))
    }

    pub fn refusal(&mut self, intent: Intent) -> Option<&'static str> {
        self.key(intent).1
    }

    pub fn select(&mut self, item: impl Into<ItemId>, from: usize, to: usize) {
        let row = self.row(item);
        self.key(Intent::Select(CellAt { row, column: from }));
        self.key(Intent::SelectTo(CellAt { row, column: to }));
    }

    pub fn buffer(&self) -> Option<&str> {
        match &self.state.mode {
            Mode::Navigate => None,
            Mode::Edit { buffer, .. } => Some(buffer),
        }
    }
}

/// Columns: 0 the year 2027, 1 to 12 its months, 13 and 14 the years 2028 and 2029.
pub const YEAR_2028: usize = 13;
