//! Pages that are kept until the plan, the view or the language changes.

use std::cell::{OnceCell, RefCell};
use std::sync::Arc;

use previ_engine::diagnostic::Diagnostic;
use previ_engine::id::AgreementId;
use previ_engine::line::BudgetLine;
use previ_engine::month::Month;
use previ_engine::timeline::FiscalYear;

use crate::open::Session;
use crate::views::activities::{ActivitiesPage, ActivityCard};
use crate::views::agreements::{AgreementsPage, TimelinePage};
use crate::views::calendar::CalendarPage;
use crate::views::cliff::CliffPage;
use crate::views::explanation::{Explanation, Scope, Subject};
use crate::views::funding::FundingPage;
use crate::views::home::HomePage;
use crate::views::in_kind::InKindPage;
use crate::views::matrix::MatrixPage;
use crate::views::pools::PoolsPage;
use crate::views::staff::StaffPage;
use crate::views::unused::{UnusedView, choices_in_words};
use crate::views::workload::{LoadPage, WorkloadLayout, WorkloadPage};

/// Pages made when first asked for: a window asks for the same one sixty times a second.
#[derive(Debug, Default)]
pub(crate) struct Pages {
    pub(crate) alerts: OnceCell<Vec<Diagnostic>>,
    home: OnceCell<Arc<HomePage>>,
    agreements: OnceCell<Arc<AgreementsPage>>,
    staff: OnceCell<Arc<StaffPage>>,
    pools: OnceCell<Arc<PoolsPage>>,
    load: OnceCell<Arc<LoadPage>>,
    /// The workload as it was laid out last.
    workload: Last<WorkloadLayout, Arc<WorkloadPage>>,
    activities: OnceCell<Arc<ActivitiesPage>>,
    /// The activity looked at last.
    activity: Last<Scope, Arc<ActivityCard>>,
    in_kind: OnceCell<Arc<InKindPage>>,
    funding: OnceCell<Arc<FundingPage>>,
    calendar: OnceCell<Arc<CalendarPage>>,
    timeline: OnceCell<Arc<TimelinePage>>,
    matrix: OnceCell<Arc<MatrixPage>>,
    cliff: OnceCell<Arc<CliffPage>>,
    choices: OnceCell<Option<String>>,
    /// Why money of the agreement looked at last found no cost.
    unused: Last<AgreementId, Option<Arc<UnusedView>>>,
    /// The last explanation asked for.
    explanation: Last<Subject, Option<Arc<Explanation>>>,
}

/// What was made last, and for what.
type Last<K, V> = RefCell<Option<(K, V)>>;

/// What was made for `key`, kept until something else is asked for.
fn kept<K: PartialEq, V: Clone>(last: &Last<K, V>, key: K, make: impl FnOnce() -> V) -> V {
    if let Some((_, known)) = last.borrow().as_ref().filter(|(known, _)| *known == key) {
        return known.clone();
    }
    let made = make();
    *last.borrow_mut() = Some((key, made.clone()));
    made
}

impl Session {
    /// The page *Accueil*.
    #[must_use]
    pub fn home(&self) -> Arc<HomePage> {
        Arc::clone(self.pages.home.get_or_init(|| Arc::new(HomePage::new(self))))
    }

    /// The page *Financements*.
    #[must_use]
    pub fn agreements(&self) -> Arc<AgreementsPage> {
        Arc::clone(self.pages.agreements.get_or_init(|| Arc::new(AgreementsPage::new(self))))
    }

    /// The page *Équipe*.
    #[must_use]
    pub fn staff(&self) -> Arc<StaffPage> {
        Arc::clone(self.pages.staff.get_or_init(|| Arc::new(StaffPage::new(self))))
    }

    /// The page *Plan de charge*, for one fiscal year.
    #[must_use]
    pub fn workload(&self, layout: WorkloadLayout) -> Arc<WorkloadPage> {
        kept(&self.pages.workload, layout, || Arc::new(WorkloadPage::new(self, layout)))
    }

    /// How busy positions are in each month.
    #[must_use]
    pub fn load(&self) -> Arc<LoadPage> {
        Arc::clone(self.pages.load.get_or_init(|| Arc::new(LoadPage::new(self))))
    }

    /// The page *Charges communes*.
    #[must_use]
    pub fn pools(&self) -> Arc<PoolsPage> {
        Arc::clone(self.pages.pools.get_or_init(|| Arc::new(PoolsPage::new(self))))
    }

    /// The page *Actions*.
    #[must_use]
    pub fn activities(&self) -> Arc<ActivitiesPage> {
        Arc::clone(self.pages.activities.get_or_init(|| Arc::new(ActivitiesPage::new(self))))
    }

    /// What is told of one activity, of the structure or of the whole.
    #[must_use]
    pub fn activity(&self, scope: Scope) -> Arc<ActivityCard> {
        kept(&self.pages.activity, scope, || Arc::new(ActivityCard::new(self, scope)))
    }

    /// The fiscal years in which a person may type what a line came to: the one under way, the first of the
    /// plan where it is not yet there, the two before it, and those that are typed already.
    #[must_use]
    pub fn actual_years(&self, line: &BudgetLine) -> Vec<FiscalYear> {
        let timeline = self.plan().frame.timeline();
        let now = self.as_of().unwrap_or(timeline.first()).clamp(timeline.first(), timeline.last());
        let now = timeline.fiscal_year(now);
        let mut years: Vec<FiscalYear> =
            [-24, -12, 0].map(|months| FiscalYear { first: now.first.plus(months) }).into();
        let typed = line.actual.keys().filter_map(|year| Month::new(*year, now.first.number()));
        years.extend(typed.map(|first| FiscalYear { first }));
        years.sort_unstable();
        years.dedup();
        years
    }

    /// The contributions in kind.
    #[must_use]
    pub fn in_kind(&self) -> Arc<InKindPage> {
        Arc::clone(self.pages.in_kind.get_or_init(|| Arc::new(InKindPage::new(self))))
    }

    /// Who pays for what.
    #[must_use]
    pub fn funding(&self) -> Arc<FundingPage> {
        let page = || FundingPage::new(self.view(self.selected_view()), self.language());
        Arc::clone(self.pages.funding.get_or_init(|| Arc::new(page())))
    }

    /// Why money of an agreement found no cost; none where all of it did.
    #[must_use]
    pub fn unused_money(&self, agreement: AgreementId) -> Option<Arc<UnusedView>> {
        kept(&self.pages.unused, agreement, || {
            UnusedView::new(self.view(self.selected_view()), agreement, self.language()).map(Arc::new)
        })
    }

    /// What the costs chosen for funders cost in all, in words; none where nothing is chosen.
    #[must_use]
    pub fn cost_of_choices(&self) -> Option<&str> {
        let words = || choices_in_words(self.view(self.selected_view()), self.language());
        self.pages.choices.get_or_init(words).as_deref()
    }

    /// What is due when.
    #[must_use]
    pub fn calendar(&self) -> Arc<CalendarPage> {
        let page = || CalendarPage::new(self.view(self.selected_view()), self.as_of(), self.language());
        Arc::clone(self.pages.calendar.get_or_init(|| Arc::new(page())))
    }

    /// The agreements over the years.
    #[must_use]
    pub fn timeline(&self) -> Arc<TimelinePage> {
        let page = || TimelinePage::new(self.view(self.selected_view()), self.as_of(), self.language());
        Arc::clone(self.pages.timeline.get_or_init(|| Arc::new(page())))
    }

    /// Who pays what: funders and activities.
    #[must_use]
    pub fn matrix(&self) -> Arc<MatrixPage> {
        let page = || MatrixPage::new(self.view(self.selected_view()), self.language());
        Arc::clone(self.pages.matrix.get_or_init(|| Arc::new(page())))
    }

    /// What stops, and when.
    #[must_use]
    pub fn cliff(&self) -> Arc<CliffPage> {
        let page = || CliffPage::new(self.view(self.selected_view()), self.language());
        Arc::clone(self.pages.cliff.get_or_init(|| Arc::new(page())))
    }

    /// Where a figure of the selected view comes from; none outside the horizon.
    #[must_use]
    pub fn explain(&self, subject: Subject) -> Option<Arc<Explanation>> {
        kept(&self.pages.explanation, subject, || Explanation::new(self, subject).map(Arc::new))
    }
}
