//! What follows from the plan: made when first asked for, kept until an edit.

use std::cell::OnceCell;
use std::sync::Arc;

use previ_engine::alert::alerts;
use previ_engine::balance::{BalanceSheet, balance_sheet};
use previ_engine::cash::{CashForecast, cash_forecast};
use previ_engine::certainty::CertaintyView;
use previ_engine::diagnostic::Diagnostic;
use previ_engine::income::{IncomeStatement, income_statement};
use previ_engine::month::Month;
use previ_engine::plan::Plan;
use previ_engine::projection::{Projection, project};
use previ_engine::reference::Reference;
use previ_engine::view::View;
use previ_engine::workload::{Workload, workload};

use crate::views::budget::BudgetTable;

/// The projection of the plan and its three views.
#[derive(Debug)]
pub(crate) struct Computed {
    pub(crate) projection: Projection,
    views: [OnceCell<Statements>; 3],
    /// The views before the last edit, from which the new ones take over what is the same.
    before: [Option<Arc<View>>; 3],
}

/// One view with its statements.
#[derive(Debug)]
pub(crate) struct Statements {
    pub(crate) view: Arc<View>,
    pub(crate) income: Arc<IncomeStatement>,
    pub(crate) cash: Arc<CashForecast>,
    balance: OnceCell<Arc<BalanceSheet>>,
    budget: OnceCell<Arc<BudgetTable>>,
    workload: OnceCell<Arc<Workload>>,
}

impl Computed {
    /// Projects a plan, taking over what did not change.
    pub(crate) fn new(plan: &Plan, reference: &Reference, last: Option<&Self>) -> Self {
        let projection = project(plan, reference, last.map(|last| &last.projection));
        let before = last.map(|last| {
            let known = |place: usize| last.views[place].get().map(|known| Arc::clone(&known.view));
            [0, 1, 2].map(|place| known(place).or_else(|| last.before[place].clone()))
        });
        Self { projection, views: Default::default(), before: before.unwrap_or_default() }
    }

    /// The statements of one view.
    pub(crate) fn statements(&self, certainty: CertaintyView) -> &Statements {
        let place = match certainty {
            CertaintyView::Certain => 0,
            CertaintyView::Expected => 1,
            CertaintyView::Everything => 2,
        };
        let view = || self.projection.view_after(certainty, self.before[place].as_deref());
        self.views[place].get_or_init(|| Statements::new(view()))
    }
}

impl Statements {
    fn new(view: View) -> Self {
        let income = income_statement(&view, None);
        let cash = cash_forecast(&view);
        Self {
            view: Arc::new(view),
            income: Arc::new(income),
            cash: Arc::new(cash),
            balance: OnceCell::new(),
            budget: OnceCell::new(),
            workload: OnceCell::new(),
        }
    }

    /// What to look at first, seen from a month.
    pub(crate) fn alerts(&self, as_of: Option<Month>) -> Vec<Diagnostic> {
        alerts(&self.view, &self.income, &self.cash, as_of)
    }

    /// The balance sheet.
    pub(crate) fn balance(&self) -> &Arc<BalanceSheet> {
        self.balance.get_or_init(|| Arc::new(balance_sheet(&self.view)))
    }

    /// The rows of the budget.
    pub(crate) fn budget(&self) -> &Arc<BudgetTable> {
        self.budget.get_or_init(|| Arc::new(BudgetTable::new(&self.view)))
    }

    /// The days of positions.
    pub(crate) fn workload(&self) -> &Arc<Workload> {
        self.workload.get_or_init(|| Arc::new(workload(&self.view)))
    }
}
