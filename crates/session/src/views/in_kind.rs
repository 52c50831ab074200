//! The page *Bénévolat et dons en nature*: what is given without money, and which funders count it.

mod choices;

use std::collections::BTreeMap;

use previ_engine::id::{ActivityId, AgreementId, InKindId, ItemId};
use previ_engine::in_kind::{HourlyValue, InKind, InKindKind};
use previ_engine::journal::Segment;
use previ_engine::money::{Amount, Quantity};
use previ_engine::schedule::{Schedule, ScheduleRule, YearKind};
use previ_engine::timeline::FiscalYear;
use previ_engine::view::View;
use previ_words::{Language, editable, fiscal_year, in_kind_kind, number, schedule_rule, text};
use rust_decimal::Decimal;

pub use choices::{every_year, hour_values, in_kind_kinds, usual_measure};

use super::cell::{CellView, Emphasis};
use crate::edits::{Edit, InKindEdit};
use crate::open::Session;

/// The contributions in kind (*contributions volontaires en nature*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InKindPage {
    /// The fiscal years, such as 2027 or 2027-28.
    pub years: Vec<String>,
    /// The contributions in the order of the plan.
    pub items: Vec<InKindForm>,
    /// Agreements whose money must find a cost, with whether they count contributions in kind as one.
    pub funders: Vec<InKindFunder>,
    total_cents: Vec<i64>,
    language: Language,
}

/// A contribution with all that is typed of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InKindForm {
    /// Which one.
    pub id: InKindId,
    /// What it is.
    pub label: String,
    /// Which kind.
    pub kind: InKindKind,
    /// What it is for; the structure when absent.
    pub activity: Option<ActivityId>,
    /// In what it is typed.
    pub measure: InKindMeasure,
    /// What is typed for each fiscal year; empty for a calendar of another kind.
    pub typed: Vec<InKindYear>,
    /// What an hour is worth where the law says it.
    pub hourly: Option<HourlyValue>,
    /// What an hour is worth otherwise.
    pub price: Amount,
    /// Its calendar in words, where it is one of another kind.
    pub calendar: String,
    /// Its value by fiscal year, in cents.
    pub cents: Vec<i64>,
    schedule: Schedule,
    /// The fiscal years as calendars name them.
    typed_years: Vec<i32>,
    kind_name: String,
    activity_name: String,
}

/// In what a contribution is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InKindMeasure {
    /// Hours a year.
    Hours,
    /// Euros a year.
    Amount,
    /// A calendar of another kind, such as a monthly amount.
    Other,
}

/// What is typed for a fiscal year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InKindYear {
    /// Such as 2027 or 2027-28.
    pub title: String,
    /// Hours or euros, as they are edited; empty where the year goes on as the one before it.
    pub typed: String,
    /// The same as it is read, in groups of thousands.
    pub shown: String,
    /// What holds where nothing is typed.
    pub otherwise: String,
    key: i32,
}

/// An agreement that may count contributions in kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InKindFunder {
    /// Which one.
    pub agreement: AgreementId,
    /// Its name with its funder.
    pub label: String,
    /// Whether it counts them as costs.
    pub counts: bool,
}

/// How many columns stand before the years: what, which kind, what for.
pub const IN_KIND_COLUMNS: usize = 3;

impl InKindPage {
    pub(crate) fn new(session: &Session) -> Self {
        let view = session.view(session.selected_view());
        let plan = session.plan();
        let items: Vec<InKindForm> = plan.in_kind.iter().map(|item| form(session, view, item)).collect();
        let years = view.timeline().fiscal_years();
        let total_cents = (0..years.len()).map(|year| items.iter().map(|item| item.cents[year]).sum());
        let funders = plan.agreements.iter().filter(|agreement| agreement.must_find_cost());
        Self {
            total_cents: total_cents.collect(),
            years: years.into_iter().map(fiscal_year).collect(),
            items,
            funders: funders
                .map(|agreement| InKindFunder {
                    agreement: agreement.id,
                    label: format!("{} ({})", agreement.label, plan.label(agreement.funder.into())),
                    counts: agreement.eligible.in_kind,
                })
                .collect(),
            language: session.language(),
        }
    }

    /// How many rows: the contributions, and their total.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.items.len() + 1
    }

    /// The title of a column: [`IN_KIND_COLUMNS`], then the fiscal years.
    #[must_use]
    pub fn title(&self, column: usize) -> String {
        match column {
            0 => text(self.language, "in-kind-what"),
            1 => text(self.language, "in-kind-kind"),
            2 => text(self.language, "in-kind-for"),
            _ => self.years.get(column - IN_KIND_COLUMNS).cloned().unwrap_or_default(),
        }
    }

    /// How a row stands out.
    #[must_use]
    pub fn emphasis(&self, row: usize) -> Emphasis {
        if row == self.items.len() { Emphasis::Total } else { Emphasis::Normal }
    }

    /// A cell; an empty one beyond the last row or column.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> CellView {
        let emphasis = self.emphasis(row);
        let item = self.items.get(row);
        let words = |words: &str| CellView::text(words).standing_out(emphasis);
        match (column, item) {
            (0, Some(item)) => words(&item.label),
            (1, Some(item)) => words(&item.kind_name),
            (2, Some(item)) => words(&item.activity_name),
            (0, None) if row == self.items.len() => words(&text(self.language, "in-kind-total")),
            (0..IN_KIND_COLUMNS, None) => CellView::default(),
            _ => {
                let cents = item.map_or(&self.total_cents, |item| &item.cents);
                let cents = cents.get(column - IN_KIND_COLUMNS).filter(|_| row <= self.items.len());
                let shown = cents.map(|cents| CellView::amount(self.language, *cents));
                shown.unwrap_or_default().standing_out(emphasis)
            }
        }
    }

    /// The contribution of a row.
    #[must_use]
    pub fn item(&self, id: InKindId) -> Option<&InKindForm> {
        self.items.iter().find(|item| item.id == id)
    }
}

impl InKindForm {
    /// The edit that types something for a fiscal year, hours or euros; none lets it go on as the year before it.
    /// Nothing beyond the bounds of hours or amounts.
    #[must_use]
    pub fn with_number(&self, year: &InKindYear, typed: Option<Decimal>) -> Option<Edit> {
        let mut schedule = self.schedule.clone();
        match (&mut schedule.rule, typed) {
            (ScheduleRule::QuantityPrice { quantities, .. }, Some(number)) => {
                quantities.insert(year.key, Quantity::new(number)?);
            }
            (ScheduleRule::QuantityPrice { quantities, .. }, None) => {
                quantities.remove(&year.key);
            }
            (ScheduleRule::Yearly { amounts, .. }, Some(number)) => {
                amounts.insert(year.key, Amount::new(number)?);
            }
            (ScheduleRule::Yearly { amounts, .. }, None) => {
                amounts.remove(&year.key);
            }
            _ => return None,
        }
        Some(InKindEdit::SetSchedule(self.id, schedule).into())
    }

    /// The edit that gives an hour another price.
    #[must_use]
    pub fn with_price(&self, price: Amount) -> Option<Edit> {
        let mut schedule = self.schedule.clone();
        let ScheduleRule::QuantityPrice { unit_price, .. } = &mut schedule.rule else { return None };
        *unit_price = price;
        Some(InKindEdit::SetSchedule(self.id, schedule).into())
    }

    /// The edit after which it is typed in hours, none yet, or in euros, as many as now.
    #[must_use]
    pub fn measured_in(&self, measure: InKindMeasure) -> Option<Edit> {
        let months = match &self.schedule.rule {
            ScheduleRule::Yearly { months, .. } | ScheduleRule::QuantityPrice { months, .. } => {
                months.clone()
            }
            _ => Vec::new(),
        };
        let rule = match measure {
            InKindMeasure::Hours => {
                ScheduleRule::QuantityPrice { quantities: BTreeMap::new(), unit_price: self.price, months }
            }
            InKindMeasure::Amount => {
                let years = self.typed_years.iter().zip(&self.cents);
                let amounts = years.map(|(key, cents)| (*key, Amount::from_cents(*cents))).collect();
                ScheduleRule::Yearly { amounts, years: YearKind::Fiscal, months }
            }
            InKindMeasure::Other => return None,
        };
        Some(InKindEdit::SetSchedule(self.id, Schedule { rule, ..self.schedule.clone() }).into())
    }
}

fn form(session: &Session, view: &View, item: &InKind) -> InKindForm {
    let language = session.language();
    let years = view.timeline().fiscal_years();
    let is_fiscal = |kind: YearKind| kind == YearKind::Fiscal || years.iter().all(|year| year.is_calendar());
    let steps: Option<(InKindMeasure, BTreeMap<i32, Decimal>)> = match &item.schedule.rule {
        ScheduleRule::QuantityPrice { quantities, .. } => {
            let steps = quantities.iter().map(|(key, number)| (*key, number.value()));
            Some((InKindMeasure::Hours, steps.collect()))
        }
        ScheduleRule::Yearly { amounts, years, .. } if is_fiscal(*years) => {
            let steps = amounts.iter().map(|(key, amount)| (*key, amount.euros()));
            Some((InKindMeasure::Amount, steps.collect()))
        }
        _ => None,
    };
    let (measure, steps) = steps.unwrap_or((InKindMeasure::Other, BTreeMap::new()));
    let year = |year: &FiscalYear| typed_year(language, &steps, *year);
    let typed = if measure == InKindMeasure::Other { Vec::new() } else { years.iter().map(year).collect() };
    InKindForm {
        id: item.id,
        label: item.label.clone(),
        kind: item.kind,
        activity: item.activity,
        measure,
        typed,
        hourly: item.hourly,
        price: match &item.schedule.rule {
            ScheduleRule::QuantityPrice { unit_price, .. } => *unit_price,
            _ => Amount::ZERO,
        },
        calendar: match measure {
            InKindMeasure::Other => schedule_rule(language, &item.schedule.rule),
            InKindMeasure::Hours | InKindMeasure::Amount => String::new(),
        },
        cents: value(view, item.id.into()),
        schedule: item.schedule.clone(),
        typed_years: years.iter().map(|year| year.key()).collect(),
        kind_name: in_kind_kind(language, item.kind),
        activity_name: match item.activity {
            Some(id) => session.plan().label(id.into()).to_owned(),
            None => text(language, "activities-structure"),
        },
    }
}

fn typed_year(language: Language, steps: &BTreeMap<i32, Decimal>, year: FiscalYear) -> InKindYear {
    let key = year.key();
    let before = steps.range(..key).next_back().map(|(_, known)| number(language, *known));
    InKindYear {
        title: fiscal_year(year),
        typed: steps.get(&key).map(|known| editable(language, *known)).unwrap_or_default(),
        shown: steps.get(&key).map(|known| number(language, *known)).unwrap_or_default(),
        otherwise: before.unwrap_or_else(|| "0".to_owned()),
        key,
    }
}

/// What a contribution is worth by fiscal year, in cents.
fn value(view: &View, item: ItemId) -> Vec<i64> {
    let mut cents = vec![0; view.timeline().year_count()];
    let segments = view.segments().iter().filter(|segment| segment.item == item);
    for entry in segments.flat_map(Segment::entries) {
        if let Some(year) = view.timeline().year_of(entry.month) {
            cents[year] += entry.amount_cents;
        }
    }
    cents
}
