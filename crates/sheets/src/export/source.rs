//! What every sheet is made from: the view, its calendar, its words, and the sums of its entries.

use std::collections::{BTreeMap, BTreeSet};

use previ_engine::account::AccountNumber;
use previ_engine::agreement::FundingAgreement;
use previ_engine::cash::CashRow;
use previ_engine::condition::Condition;
use previ_engine::id::{ActivityId, AgreementId, ItemId, TrancheId};
use previ_engine::journal::{AccountIndex, ActivityIndex, Entry, Rule, Segment, accounts};
use previ_engine::month::Month;
use previ_engine::plan::Plan;
use previ_engine::reference::Reference;
use previ_engine::registry::Registry;
use previ_engine::timeline::{FiscalYear, MonthIndex, Timeline};
use previ_engine::view::View;
use previ_words::{Language, text};

use super::refs::{Refs, Tab};

/// The view and everything around it.
pub(super) struct Source<'a> {
    pub(super) view: &'a View,
    pub(super) plan: &'a Plan,
    pub(super) timeline: &'a Timeline,
    pub(super) registry: &'a Registry,
    pub(super) reference: &'a Reference,
    pub(super) language: Language,
    pub(super) years: Vec<FiscalYear>,
    pub(super) months: Vec<Month>,
    pub(super) refs: Refs,
    granted: BTreeSet<AgreementId>,
    segments: BTreeMap<ItemId, Vec<&'a Segment>>,
}

/// Costs or income of an item on one account for one activity, by month, above zero on the usual side.
#[derive(Clone, Debug)]
pub(super) struct Flow {
    pub(super) account: AccountNumber,
    pub(super) activity: ActivityIndex,
    pub(super) cents: Vec<i64>,
}

/// Money of an item in one row of the cash forecast and one treasury account, by month.
#[derive(Clone, Debug)]
pub(super) struct Money {
    pub(super) row: CashRow,
    pub(super) treasury: AccountIndex,
    /// What comes in, zero or above.
    pub(super) received: Vec<i64>,
    /// What goes out, zero or below.
    pub(super) paid: Vec<i64>,
}

impl<'a> Source<'a> {
    pub(super) fn new(view: &'a View, reference: &'a Reference, language: Language) -> Self {
        let (plan, timeline) = (view.plan(), view.timeline());
        let weights = plan.frame.weights();
        let granted = plan.agreements.iter().filter(|found| found.is_granted(view.certainty, &weights));
        let mut segments: BTreeMap<ItemId, Vec<&Segment>> = BTreeMap::new();
        for segment in view.segments() {
            segments.entry(segment.item).or_default().push(segment);
        }
        // Labels, years and months of the widest sheet.
        let columns = timeline.month_count() + 2 * timeline.year_count() + 16;
        Self {
            granted: granted.map(|agreement| agreement.id).collect(),
            segments,
            refs: Refs::new(|tab| text(language, tab.text_id()), columns as u16),
            years: timeline.fiscal_years(),
            months: timeline.months().collect(),
            view,
            plan,
            timeline,
            registry: view.registry(),
            reference,
            language,
        }
    }

    /// A text of this export, by the part of its id after `export-`.
    pub(super) fn word(&self, id: &str) -> String {
        text(self.language, &format!("export-{id}"))
    }

    /// Several texts.
    pub(super) fn words(&self, ids: &[&str]) -> Vec<String> {
        ids.iter().map(|id| self.word(id)).collect()
    }

    /// The name of a sheet.
    pub(super) fn tab(&self, tab: Tab) -> String {
        text(self.language, tab.text_id())
    }

    /// How fiscal years are named in heads of columns.
    pub(super) fn year_names(&self) -> Vec<String> {
        self.years.iter().map(|year| previ_words::fiscal_year(*year)).collect()
    }

    /// The place of a month in the horizon, counted from 0.
    pub(super) fn place(&self, month: Month) -> Option<usize> {
        let index = self.timeline.index(month)?;
        (index != MonthIndex::OPENING).then(|| usize::from(index.0) - 1)
    }

    /// The name of an activity; that of the structure for none.
    pub(super) fn activity(&self, id: Option<ActivityId>) -> String {
        let label = id.map_or("", |id| self.plan.label(id.into()));
        if label.is_empty() { self.word("structure") } else { label.to_owned() }
    }

    /// The same, by the place of the activity.
    pub(super) fn activity_at(&self, index: ActivityIndex) -> String {
        self.activity(self.registry.activity_at(index))
    }

    /// Whether an item with this condition, for this activity, takes place in the view.
    pub(super) fn takes_place(&self, only_if: Option<&Condition>, activity: Option<ActivityId>) -> bool {
        let holds = |condition: &Condition| condition.holds(|id| self.granted.contains(&id));
        only_if.is_none_or(holds) && self.activity_takes_place(activity)
    }

    fn activity_takes_place(&self, mut activity: Option<ActivityId>) -> bool {
        // As many steps as there are activities: a tree that bites its tail ends too.
        for _ in 0..self.plan.activities.len() {
            let Some(found) = self.plan.activities.iter().find(|known| Some(known.id) == activity) else {
                break;
            };
            let holds = |condition: &Condition| condition.holds(|id| self.granted.contains(&id));
            if !found.only_if.as_ref().is_none_or(holds) {
                return false;
            }
            activity = found.parent;
        }
        true
    }

    /// The place of an activity, the structure's where it does not take place.
    pub(super) fn kept_activity(&self, id: Option<ActivityId>) -> ActivityIndex {
        if self.activity_takes_place(id) { self.registry.activity(id).0 } else { ActivityIndex::STRUCTURE }
    }

    /// Whether an agreement has money in the view.
    pub(super) fn is_granted(&self, agreement: &FundingAgreement) -> bool {
        self.granted.contains(&agreement.id)
    }

    /// Whether an account is part of the cash forecast.
    pub(super) fn is_usable(&self, account: AccountIndex) -> bool {
        let id = self.registry.account_at(account).treasury;
        let blocked = self.plan.treasury.iter().any(|treasury| Some(treasury.id) == id && treasury.blocked);
        self.registry.is_treasury(account) && !blocked
    }

    /// Costs and income of an item, by account and activity.
    pub(super) fn flows(&self, item: ItemId) -> Vec<Flow> {
        self.flows_where(item, |_| true)
    }

    /// Net pay that is due for each month of a position.
    pub(super) fn net_pay(&self, item: ItemId) -> Vec<i64> {
        let mut cents = vec![0; self.months.len()];
        for (_, entry) in self.entries(item).filter(|(_, entry)| entry.month != MonthIndex::OPENING) {
            let is_staff = |account| self.registry.account_at(account).number == accounts::STAFF;
            if entry.rule == Rule::Pay && is_staff(entry.credit) {
                add(&mut cents, entry.month, entry.amount_cents);
            }
        }
        cents
    }

    /// Those of a tranche of an agreement.
    pub(super) fn flows_of_tranche(&self, item: ItemId, tranche: TrancheId) -> Vec<Flow> {
        let tranche = self.registry.tranche(tranche);
        self.flows_where(item, |entry| entry.tranche == tranche)
    }

    fn flows_where(&self, item: ItemId, counts: impl Fn(&Entry) -> bool) -> Vec<Flow> {
        let mut flows: Vec<Flow> = Vec::new();
        let entries = self.entries(item).map(|(_, entry)| entry).filter(counts);
        for entry in entries.filter(|entry| entry.month != MonthIndex::OPENING) {
            for (account, sign) in [(entry.debit, 1), (entry.credit, -1)] {
                let number = self.registry.account_at(account).number;
                if number.class() < 6 || self.registry.is_treasury(account) {
                    continue;
                }
                let usual = if is_income(number) { -sign } else { sign };
                let known = flows.iter().position(|f| f.account == number && f.activity == entry.activity);
                let place = known.unwrap_or_else(|| {
                    let cents = vec![0; self.months.len()];
                    flows.push(Flow { account: number, activity: entry.activity, cents });
                    flows.len() - 1
                });
                add(&mut flows[place].cents, entry.month, usual * entry.amount_cents);
            }
        }
        flows
    }

    /// Money of an item, by row of the cash forecast and treasury account.
    pub(super) fn money(&self, item: ItemId) -> Vec<Money> {
        let mut all: Vec<Money> = Vec::new();
        for (segment, entry) in self.entries(item).filter(|(_, entry)| entry.month != MonthIndex::OPENING) {
            let row = CashRow::of(segment, entry.rule);
            for (treasury, cents) in [(entry.debit, entry.amount_cents), (entry.credit, -entry.amount_cents)]
            {
                if !self.registry.is_treasury(treasury) {
                    continue;
                }
                let known = all.iter().position(|money| money.row == row && money.treasury == treasury);
                let place = known.unwrap_or_else(|| {
                    let nothing = vec![0; self.months.len()];
                    all.push(Money { row, treasury, received: nothing.clone(), paid: nothing });
                    all.len() - 1
                });
                let side = if cents > 0 { &mut all[place].received } else { &mut all[place].paid };
                add(side, entry.month, cents);
            }
        }
        all
    }

    fn entries(&self, item: ItemId) -> impl Iterator<Item = (&'a Segment, Entry)> + use<'_, 'a> {
        let segments = self.segments.get(&item).into_iter().flatten();
        segments.flat_map(|segment| segment.entries().map(move |entry| (*segment, entry)))
    }
}

/// Whether an account stands usually in credit: income, and resources in kind.
fn is_income(account: AccountNumber) -> bool {
    account.class() == 7 || account.prefix(2) == 87
}

fn add(cents: &mut [i64], month: MonthIndex, amount: i64) {
    if let Some(cell) = usize::from(month.0).checked_sub(1).and_then(|place| cents.get_mut(place)) {
        *cell += amount;
    }
}

impl Money {
    /// What comes in less what goes out, by month.
    pub(super) fn net(&self) -> Vec<i64> {
        self.received.iter().zip(&self.paid).map(|(received, paid)| received + paid).collect()
    }

    /// Whether money comes in and goes out in the same month: then both are shown, because the worst
    /// inside the month counts what goes out alone.
    pub(super) fn is_mixed(&self) -> bool {
        self.received.iter().zip(&self.paid).any(|(received, paid)| *received != 0 && *paid != 0)
    }
}
