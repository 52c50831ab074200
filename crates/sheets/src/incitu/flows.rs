//! What each item of the plan costs or brings in a year, by activity and account.

use std::collections::BTreeMap;

use previ_engine::account::AccountNumber;
use previ_engine::id::{ActivityId, ItemId};
use previ_engine::journal::{AccountIndex, Rule};
use previ_engine::timeline::MonthIndex;
use previ_engine::view::View;
use rust_decimal::Decimal;

/// Costs and income of a fiscal year, whatever the months in which they fall.
pub(super) struct Flows {
    cents: BTreeMap<Key, i64>,
    /// Set aside for money of programmes (6815), and no longer needed (7815).
    pub(super) provisions: [Decimal; 2],
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    item: ItemId,
    activity: Option<ActivityId>,
    account: AccountNumber,
}

/// Cost or income of an item in an account.
pub(super) struct Flow {
    pub(super) item: ItemId,
    pub(super) activity: Option<ActivityId>,
    pub(super) account: AccountNumber,
    /// Above zero for a cost in class 6 and for an income in class 7.
    pub(super) euros: Decimal,
}

/// The flows of the fiscal year number `place` of the horizon.
pub(super) fn flows(view: &View, place: usize) -> Flows {
    let registry = view.registry();
    let months = view.timeline().months_of(place);
    let number = |account: AccountIndex| registry.account_at(account).number;
    let mut found = Flows { cents: BTreeMap::new(), provisions: [Decimal::ZERO; 2] };
    for segment in view.segments() {
        let in_year = |month: MonthIndex| months.contains(&month.0);
        for entry in segment.entries().filter(|entry| in_year(entry.month)) {
            let activity = registry.activity_at(entry.activity);
            for (account, debit) in [(number(entry.debit), 1), (number(entry.credit), -1)] {
                let cents = match account.class() {
                    6 => entry.amount_cents * debit,
                    7 => -entry.amount_cents * debit,
                    _ => continue,
                };
                let provision = match entry.rule {
                    Rule::ProvisionMade => Some(0),
                    Rule::ProvisionReleased => Some(1),
                    _ => None,
                };
                match provision {
                    Some(side) => found.provisions[side] += Decimal::new(cents, 2),
                    None => {
                        let key = Key { item: segment.item, activity, account };
                        *found.cents.entry(key).or_default() += cents;
                    }
                }
            }
        }
    }
    found
}

impl Flows {
    /// All of them but provisions, by item.
    pub(super) fn all(&self) -> impl Iterator<Item = Flow> + '_ {
        let flow = |(key, cents): (&Key, &i64)| Flow {
            item: key.item,
            activity: key.activity,
            account: key.account,
            euros: Decimal::new(*cents, 2),
        };
        self.cents.iter().map(flow)
    }

    /// What an item costs in all.
    pub(super) fn cost(&self, item: ItemId) -> Decimal {
        self.all().filter(|flow| flow.item == item && flow.account.class() == 6).map(|flow| flow.euros).sum()
    }

    /// What an item brings in all.
    pub(super) fn income(&self, item: ItemId) -> Decimal {
        self.all().filter(|flow| flow.item == item && flow.account.class() == 7).map(|flow| flow.euros).sum()
    }

    /// What some items bring more than they cost, provisions apart.
    pub(super) fn result_where(&self, is_meant: impl Fn(ItemId) -> bool) -> Decimal {
        let signed = |flow: Flow| if flow.account.class() == 7 { flow.euros } else { -flow.euros };
        self.all().filter(|flow| is_meant(flow.item)).map(signed).sum()
    }
}
