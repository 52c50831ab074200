//! Costs and money of the one fiscal year of a view as a flow network, read from its plan and its journal.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use petgraph::algo::dinics;
use petgraph::graph::DiGraph;
use previ_engine::account::AccountNumber;
use previ_engine::agreement::{FundingAgreement, FundingLine, Tranche};
use previ_engine::id::{ActivityId, AgreementId, ItemId, PositionId};
use previ_engine::journal::Rule;
use previ_engine::money::spread;
use previ_engine::month::Month;
use previ_engine::payment::Part;
use previ_engine::plan::Plan;
use previ_engine::rule::{Ceiling, CostNature, PaymentRule, UnspentRule};
use previ_engine::timeline::MonthIndex;
use previ_engine::view::View;
use rust_decimal::Decimal;

use crate::properties::funding::counted_cents;

/// A cost of one month, for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cost {
    activity: Option<ActivityId>,
    account: AccountNumber,
    post: Option<PositionId>,
    /// The agreement whose partners get it.
    partners_of: Option<AgreementId>,
    /// Whether a key brought it to its activity.
    is_shared: bool,
    month: Month,
}

impl Cost {
    fn nature(&self) -> CostNature {
        let is_staff = self.post.is_some() || self.account.prefix(2) == 64;
        match (self.is_shared, is_staff, self.activity) {
            (true, ..) | (false, false, None) => CostNature::Indirect,
            (false, true, _) => CostNature::Staff,
            (false, false, Some(_)) => CostNature::OtherDirect,
        }
    }
}

/// What the journal has of costs in the year, shared costs where keys put them.
pub(super) fn costs(view: &View) -> BTreeMap<Cost, i64> {
    let month = |index: MonthIndex| view.timeline().first().plus(i32::from(index.0) - 1);
    let mut costs: BTreeMap<Cost, i64> = BTreeMap::new();
    for segment in view.segments() {
        let post = if let ItemId::Position(id) = segment.item { Some(id) } else { None };
        for entry in segment.entries().filter(|entry| view.timeline().year_of(entry.month) == Some(0)) {
            let partners_of = match (segment.item, entry.rule) {
                (ItemId::Agreement(id), Rule::PartnersShare) => Some(id),
                _ => None,
            };
            for (account, cents) in [(entry.debit, entry.amount_cents), (entry.credit, -entry.amount_cents)] {
                let number = view.registry().account_at(account).number;
                // What an investment grant releases is depreciation that nobody has to pay.
                let account = if number.prefix(3) == 747 { AccountNumber::of(6811) } else { number };
                if matches!(account.prefix(2), 60..=67) || account.prefix(4) == 6811 {
                    let activity = view.registry().activity_at(entry.activity);
                    let month = month(entry.month);
                    let cost = Cost { activity, account, post, partners_of, is_shared: false, month };
                    *costs.entry(cost).or_default() += cents;
                }
            }
        }
    }
    for row in view.allocation_rows() {
        let month = month(row.month);
        let of = |activity, is_shared| Cost {
            activity,
            account: row.account,
            post: row.position,
            partners_of: None,
            is_shared,
            month,
        };
        let is_cost = matches!(row.account.prefix(2), 60..=67) || row.account.prefix(4) == 6811;
        if is_cost && view.timeline().year_of(row.month) == Some(0) {
            *costs.entry(of(Some(row.activity), true)).or_default() += row.cents;
            *costs.entry(of(None, false)).or_default() -= row.cents;
        }
    }
    costs
}

/// Whether an activity is `above` or below it; the structure is above all.
fn is_of(plan: &Plan, activity: Option<ActivityId>, above: Option<ActivityId>) -> bool {
    let parent = |id: ActivityId| plan.activities.iter().find(|one| one.id == id).and_then(|one| one.parent);
    let mut chain = std::iter::successors(activity, |id| parent(*id)).take(plan.activities.len());
    above.is_none() || chain.any(|id| Some(id) == above)
}

/// Money, and the places of the costs it may pay: freely, or together up to a limit.
#[derive(Clone, Debug)]
pub(super) struct Purse {
    pub(super) cents: i64,
    pub(super) costs: Vec<usize>,
    pub(super) limited: Vec<(i64, Vec<usize>)>,
}

impl Purse {
    /// Nothing below zero is money.
    pub(super) fn new(cents: i64, costs: Vec<usize>) -> Self {
        Self { cents: cents.max(0), costs, limited: Vec::new() }
    }
}

/// The own income of each activity in the year, for what it and those below it cost.
pub(super) fn own_income(view: &View, costs: &[Cost]) -> Vec<Purse> {
    let mut income: BTreeMap<ActivityId, i64> = BTreeMap::new();
    for segment in view.segments().iter().filter(|segment| matches!(segment.item, ItemId::Line(_))) {
        for entry in segment.entries().filter(|entry| view.timeline().year_of(entry.month) == Some(0)) {
            let Some(activity) = view.registry().activity_at(entry.activity) else { continue };
            for (account, cents) in [(entry.credit, entry.amount_cents), (entry.debit, -entry.amount_cents)] {
                let number = view.registry().account_at(account).number;
                if matches!(number.prefix(2), 70..=76) && number.prefix(3) != 747 {
                    *income.entry(activity).or_default() += cents;
                }
            }
        }
    }
    let purse = |(activity, cents)| {
        let places = 0..costs.len();
        let below = places.filter(|place| is_of(view.plan(), costs[*place].activity, Some(activity)));
        Purse::new(cents, below.collect())
    };
    income.into_iter().map(purse).collect()
}

/// A line of an agreement that is tied to costs.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    agreement: &'a FundingAgreement,
    pub(super) tranche: &'a Tranche,
    line: &'a FundingLine,
}

/// The lines of which the view counts something, in their turn: the surest first, then what is worst to leave
/// unused, then what ends first.
pub(super) fn lines(view: &View) -> Vec<Line<'_>> {
    let agreements = view.plan().agreements.iter().filter(|agreement| agreement.must_find_cost());
    let tranches =
        agreements.flat_map(|agreement| agreement.tranches.iter().map(move |one| (agreement, one)));
    let lines = tranches.flat_map(|(agreement, tranche)| {
        tranche.lines.iter().enumerate().map(move |(place, line)| (place, Line { agreement, tranche, line }))
    });
    let mut lines: Vec<(usize, Line<'_>)> = lines
        .filter(|(_, Line { agreement, tranche, line })| counted_cents(view, agreement, tranche, line) > 0)
        .collect();
    lines.sort_by_key(|(place, Line { agreement, tranche, line })| {
        let loss = match agreement.payment {
            PaymentRule::Fixed(UnspentRule::Keep { .. }) => 2,
            PaymentRule::Fixed(UnspentRule::Carry { .. }) => 1,
            _ => 0,
        };
        let certainty = Reverse(agreement.certainty_of(tranche, line));
        (certainty, loss, tranche.to, agreement.id, tranche.id, *place)
    });
    lines.into_iter().map(|(_, line)| line).collect()
}

impl Line<'_> {
    /// What it has in the year, and what that may pay: costs of its months, of its activity and those below it,
    /// which its agreement may pay.
    pub(super) fn purse(&self, view: &View, costs: &[Cost], cents: &[i64]) -> Purse {
        let Self { agreement, tranche, line } = *self;
        let may_pay = |cost: &Cost| {
            (tranche.from..=tranche.to).contains(&cost.month)
                && is_of(view.plan(), cost.activity, line.activity)
                && match agreement.pays_its_partners() {
                    Some(pays) if cost.partners_of == Some(agreement.id) => pays,
                    _ => agreement.eligible.allows(cost.account, cost.post),
                }
        };
        let (mut purse, mut by_nature) = (Purse::new(self.cents(view), Vec::new()), BTreeMap::new());
        let mut base = 0;
        for (place, cost) in costs.iter().enumerate().filter(|(_, cost)| may_pay(cost)) {
            base += cents[place];
            by_nature.entry(cost.nature()).or_insert_with(Vec::new).push(place);
        }
        for (nature, costs) in by_nature {
            match self.most(view, nature, base) {
                Some(most) => purse.limited.push((most, costs)),
                None => purse.costs.extend(costs),
            }
        }
        purse
    }

    /// Its share of what is counted of it: that of the months in the year, once it is decided.
    fn cents(&self, view: &View) -> i64 {
        let (first, last) = (view.timeline().first(), view.timeline().last());
        if self.tranche.decision > last {
            return 0;
        }
        let mut months = [0; 3];
        for place in 0..=self.tranche.to.since(self.tranche.from).max(0) {
            let month = self.tranche.from.plus(place);
            months[usize::from(month >= first) + usize::from(month > last)] += 1;
        }
        let counted = counted_cents(view, self.agreement, self.tranche, self.line);
        spread(Decimal::new(counted, 2), &months).nth(1).unwrap_or_default()
    }

    /// What its agreement lets it pay of a nature, of a base of so much, if it limits that.
    fn most(&self, view: &View, nature: CostNature, base: i64) -> Option<i64> {
        let certainty = self.agreement.certainty_of(self.tranche, self.line);
        let weight = view.certainty.weight(certainty, &view.plan().frame.weights());
        let most = |ceiling: &Ceiling| match ceiling {
            Ceiling::Nature(of, Part::Share(share)) if *of == nature => Some(share.of_cents(base)),
            Ceiling::Nature(of, Part::Amount(amount)) if *of == nature => {
                Some(weight.of_cents(amount.cents()))
            }
            Ceiling::Nature(..) | Ceiling::PublicMoney(_) => None,
        };
        self.agreement.ceilings.iter().filter_map(most).min()
    }
}

/// The most that some money can pay together.
pub(super) fn greatest_flow<'a>(cents: &[i64], purses: impl IntoIterator<Item = &'a Purse>) -> i64 {
    let mut network = DiGraph::<(), u64>::new();
    let (source, sink) = (network.add_node(()), network.add_node(()));
    let costs: Vec<_> = cents.iter().map(|_| network.add_node(())).collect();
    for (cost, cents) in costs.iter().zip(cents) {
        network.add_edge(*cost, sink, cents.unsigned_abs());
    }
    for purse in purses {
        let free = std::iter::once((purse.cents, &purse.costs));
        let from = network.add_node(());
        network.add_edge(source, from, purse.cents.unsigned_abs());
        for (most, places) in free.chain(purse.limited.iter().map(|(most, places)| (*most, places))) {
            let through = network.add_node(());
            network.add_edge(from, through, most.max(0).unsigned_abs());
            network.extend_with_edges(places.iter().map(|place| (through, costs[*place], u64::MAX >> 8)));
        }
    }
    dinics(&network, source, sink).0 as i64
}

/// What each payer takes that is not moved once it has paid, first costs first: what a settlement that looks no
/// further would come to.
pub(super) fn without_moving(cents: &[i64], purses: &[Purse]) -> i64 {
    let mut left = cents.to_vec();
    let mut paid = 0;
    for purse in purses {
        let mut has = purse.cents;
        let free = std::iter::once((purse.cents, &purse.costs));
        for (most, places) in free.chain(purse.limited.iter().map(|(most, places)| (*most, places))) {
            let mut most = most.max(0);
            for place in places {
                let cents = has.min(most).min(left[*place]);
                (has, most, left[*place]) = (has - cents, most - cents, left[*place] - cents);
                paid += cents;
            }
        }
    }
    paid
}
