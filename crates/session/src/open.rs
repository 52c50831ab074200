//! The open document.

use std::sync::Arc;

use previ_engine::balance::BalanceSheet;
use previ_engine::cash::CashForecast;
use previ_engine::certainty::CertaintyView;
use previ_engine::diagnostic::Diagnostic;
use previ_engine::id::ItemId;
use previ_engine::income::IncomeStatement;
use previ_engine::month::Month;
use previ_engine::plan::Plan;
use previ_engine::projection::Projection;
use previ_engine::reference::Reference;
use previ_engine::view::View;
use previ_words::Language;

use crate::computed::{Computed, Statements};
use crate::edits::{Draft, Edit};
use crate::history::{History, Revision};
use crate::pages::Pages;
use crate::views::agreements::AgreementForm;
use crate::views::budget::{BudgetLayout, BudgetPage};
use crate::views::cash::CashPage;
use crate::views::columns::OpenYears;
use crate::views::staff::PositionForm;
use previ_file::format::Document;

/// An open document (*document ouvert*): the plan, what follows from it, and what can be undone.
#[derive(Debug)]
pub struct Session {
    pub(crate) document: Document,
    pub(crate) reference: &'static Reference,
    pub(crate) language: Language,
    pub(crate) selected: CertaintyView,
    /// The month it is, as the program said last.
    pub(crate) today: Option<Month>,
    pub(crate) name: Option<String>,
    pub(crate) history: History,
    pub(crate) saved: Option<Revision>,
    /// What the reading of the file said.
    pub(crate) reading: Vec<Diagnostic>,
    pub(crate) computed: Computed,
    pub(crate) pages: Pages,
}

impl Session {
    /// Opens a document that was never changed since it was written.
    #[must_use]
    pub fn new(document: Document, language: Language) -> Self {
        let reference = previ_reference::reference();
        let computed = Computed::new(&document.plan, reference, None);
        let history = History::new();
        Self {
            document,
            reference,
            language,
            selected: CertaintyView::default(),
            today: None,
            name: None,
            saved: Some(history.current()),
            history,
            reading: Vec::new(),
            computed,
            pages: Pages::default(),
        }
    }

    /// The document as it is now.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The plan as it is now.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.document.plan
    }

    /// The dated data the plan is projected with.
    #[must_use]
    pub fn reference(&self) -> &'static Reference {
        self.reference
    }

    /// The language texts are given in.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// Which money pages count.
    #[must_use]
    pub fn selected_view(&self) -> CertaintyView {
        self.selected
    }

    /// The month from which the plan is looked at (*mois de référence*): the one typed in the plan, else the
    /// one the program said last. What is late depends on it.
    #[must_use]
    pub fn as_of(&self) -> Option<Month> {
        self.plan().frame.horizon.seen_from(self.today)
    }

    /// The month in which the plan is looked at where none is typed in it; no part of the plan.
    pub fn look_from(&mut self, month: Month) {
        if self.today != Some(month) {
            self.today = Some(month);
            self.pages = Pages::default();
        }
    }

    /// Name or path of the file; none before the first save.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// Whether the plan differs from what was saved; an undo back to that is no difference.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.saved != Some(self.history.current())
    }

    /// Which state of the plan this is.
    #[must_use]
    pub fn revision(&self) -> Revision {
        self.history.current()
    }

    /// What undo would take back, such as "loyer 2028"; none if there is nothing.
    #[must_use]
    pub fn undo_label(&self) -> Option<String> {
        self.history.undo_label(self.language)
    }

    /// What redo would do again; none if there is nothing.
    #[must_use]
    pub fn redo_label(&self) -> Option<String> {
        self.history.redo_label(self.language)
    }

    /// What the reading of the file and the check of the plan found.
    pub fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.reading.iter().chain(&self.projection().diagnostics)
    }

    /// The projection of the plan as it is now.
    #[must_use]
    pub fn projection(&self) -> &Projection {
        &self.computed.projection
    }

    /// One of the three views.
    #[must_use]
    pub fn view(&self, certainty: CertaintyView) -> &Arc<View> {
        &self.computed.statements(certainty).view
    }

    pub(crate) fn statements(&self) -> &Statements {
        self.computed.statements(self.selected)
    }

    /// The income statement of the selected view.
    #[must_use]
    pub fn income(&self) -> &Arc<IncomeStatement> {
        &self.statements().income
    }

    /// The cash forecast of the selected view.
    #[must_use]
    pub fn cash_forecast(&self) -> &Arc<CashForecast> {
        &self.statements().cash
    }

    /// The balance sheet of the selected view.
    #[must_use]
    pub fn balance_sheet(&self) -> &Arc<BalanceSheet> {
        self.statements().balance()
    }

    /// The alerts of the selected view, the gravest first.
    #[must_use]
    pub fn alerts(&self) -> &[Diagnostic] {
        self.pages.alerts.get_or_init(|| self.statements().alerts(self.as_of()))
    }

    /// The page *Budget*, with the years and rows that are open.
    #[must_use]
    pub fn budget(&self, layout: &BudgetLayout) -> BudgetPage {
        BudgetPage::new(self, layout)
    }

    /// The page *Trésorerie*.
    #[must_use]
    pub fn cash(&self, open_years: &OpenYears) -> CashPage {
        CashPage::new(self, open_years)
    }

    /// One agreement with its tranches; none when it is gone.
    #[must_use]
    pub fn agreement(&self, id: previ_engine::id::AgreementId) -> Option<AgreementForm> {
        AgreementForm::new(self, id)
    }

    /// One position; none when it is gone.
    #[must_use]
    pub fn position(&self, id: previ_engine::id::PositionId) -> Option<PositionForm> {
        PositionForm::new(self, id)
    }

    /// Changes the plan; gives the item added, if any.
    ///
    /// # Errors
    /// A refused edit changes nothing and says why.
    pub fn edit(&mut self, edit: Edit) -> Result<Option<ItemId>, Diagnostic> {
        let mut draft = Draft { plan: self.document.plan.clone(), next_id: self.document.next_id };
        let outcome = edit.apply(&mut draft);
        // Numbers given to what was refused are not given again.
        self.document.next_id = draft.next_id;
        let added = outcome?;
        if draft.plan != self.document.plan {
            self.history.push(edit, self.document.plan.clone(), draft.plan.clone());
            self.replace(draft.plan);
        }
        Ok(added)
    }

    /// Takes back the last edit; whether there was one.
    pub fn undo(&mut self) -> bool {
        let plan = self.history.undo();
        plan.map(|plan| self.replace(plan)).is_some()
    }

    /// Does again what was taken back last; whether there was anything.
    pub fn redo(&mut self) -> bool {
        let plan = self.history.redo();
        plan.map(|plan| self.replace(plan)).is_some()
    }

    fn replace(&mut self, plan: Plan) {
        self.computed = Computed::new(&plan, self.reference, Some(&self.computed));
        self.document.plan = plan;
        self.pages = Pages::default();
    }
}
