//! From a plan to the entries of its items, those of funding excepted.

use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::allocation::allocate;
use crate::allocation::keys::{DirectCosts, Keys, Presence};
use crate::cash::CashRow;
use crate::check;
use crate::condition::Condition;
use crate::cubes::Cubes;
use crate::diagnostic::{Arg, Diagnostic, Severity};
use crate::id::{ItemId, PoolId};
use crate::journal::{ActivityIndex, Book, Context, Segment, Sheet};
use crate::payroll::Payroll;
use crate::plan::Plan;
use crate::reference::{Reference, Threshold};
use crate::registry::Registry;
use crate::staff::{PayCalendar, Taxable};
use crate::timeline::Timeline;
use crate::{in_kind, investment, line, loan, opening, staff, treasury};

/// What all views of a plan share: its calendar, its registry and the entries of every item that does
/// not depend on which money is counted.
#[derive(Clone, Debug)]
pub struct Projection {
    pub(crate) plan: Plan,
    pub(crate) timeline: Timeline,
    pub(crate) registry: Arc<Registry>,
    pub(crate) segments: Segments,
    pub(crate) thresholds: Arc<[Threshold]>,
    /// What pay is calculated with.
    pub(crate) pay: Arc<PayCalendar>,
    /// Sums of the segments that every view counts.
    pub(crate) cubes: Cubes,
    /// The keys of pools, everything counted that the plan has.
    pub(crate) keys: Arc<Keys>,
    /// What the check found.
    pub diagnostics: Vec<Diagnostic>,
}

/// The segments of each collection of the plan, in its order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Segments {
    pub(crate) frame: Vec<Gated>,
    pub(crate) treasury: Vec<Gated>,
    pub(crate) transfers: Vec<Gated>,
    pub(crate) lines: Vec<Gated>,
    pub(crate) positions: Vec<Gated>,
    pub(crate) investments: Vec<Gated>,
    pub(crate) loans: Vec<Gated>,
    pub(crate) in_kind: Vec<Gated>,
}

impl Segments {
    pub(crate) fn all(&self) -> impl Iterator<Item = &Gated> {
        let Self { frame, treasury, transfers, lines, positions, investments, loans, in_kind } = self;
        [frame, treasury, transfers, lines, positions, investments, loans, in_kind].into_iter().flatten()
    }
}

/// A segment and what it depends on.
#[derive(Clone, Debug)]
pub(crate) struct Gated {
    pub(crate) segment: Segment,
    /// The activity it belongs to, whose conditions it follows.
    pub(crate) activity: ActivityIndex,
    /// Its own condition.
    pub(crate) only_if: Option<Condition>,
    /// Whether every view counts it as it is; it is then part of the sums that views begin with.
    pub(crate) is_unconditional: bool,
    /// Pay on which salary tax is counted, of a position with calculated contributions.
    pub(crate) taxable: Option<Arc<Taxable>>,
}

/// Projects a plan: its check, and the entries of items that do not depend on which money is counted. Items
/// of `last` that did not change are taken over.
#[must_use]
pub fn project(plan: &Plan, reference: &Reference, last: Option<&Projection>) -> Projection {
    let timeline = plan.frame.timeline();
    let (registry, mut diagnostics) = Registry::new(plan);
    diagnostics.extend(check::check(plan, reference));
    let pay = PayCalendar::new(plan, &timeline, &reference.payroll);
    let last = last.filter(|last| {
        Arc::ptr_eq(&last.plan.frame, &plan.frame)
            && same(&last.plan.activities, &plan.activities)
            && same(&last.plan.treasury, &plan.treasury)
            && *last.registry == registry
            && *last.pay == pay
    });
    let registry = last.map_or_else(|| Arc::new(registry), |last| Arc::clone(&last.registry));
    let pay = last.map_or_else(|| Arc::new(pay), |last| Arc::clone(&last.pay));
    let context = Context { frame: &plan.frame, timeline: &timeline, registry: &registry, pay: &pay };
    let cubes = last.map_or_else(|| Cubes::new(plan, &timeline, &registry), |last| last.cubes.clone());
    let has_conditional_activities = plan.activities.iter().any(|activity| activity.only_if.is_some());
    let mut maker = Maker { context: &context, has_conditional_activities, sheet: Sheet::default(), cubes };
    let segments = segments(plan, &mut maker, last, &reference.payroll);
    let cubes = maker.cubes;
    let keys = keys(plan, &context, (&segments, &cubes), last);
    diagnostics.extend(keys_that_sum_to_zero(plan, &context, &segments, &keys));
    let thresholds = reference.thresholds.as_slice().into();
    Projection { plan: plan.clone(), timeline, registry, segments, thresholds, pay, cubes, keys, diagnostics }
}

/// The keys of pools, everything counted that the plan has.
fn keys(
    plan: &Plan,
    context: &Context<'_>,
    (segments, cubes): (&Segments, &Cubes),
    last: Option<&Projection>,
) -> Arc<Keys> {
    if plan.pools.is_empty() {
        return Arc::default();
    }
    let last = last
        .filter(|last| same(&last.plan.pools, &plan.pools) && same(&last.plan.positions, &plan.positions));
    let others = segments.all().filter(|gated| !gated.is_unconditional).map(|gated| &gated.segment);
    let direct = DirectCosts::new(plan, context, cubes, others);
    let takes_place = alloc::vec![true; context.registry.activity_count()];
    let there = Presence { takes_place: &takes_place, condition_holds: &|_| true };
    Keys::new(plan, context, there, direct, last.map(|last| &last.keys))
}

/// Costs that a key gives to nobody, everything counted that the plan has.
fn keys_that_sum_to_zero(
    plan: &Plan,
    context: &Context<'_>,
    segments: &Segments,
    keys: &Arc<Keys>,
) -> Vec<Diagnostic> {
    if !keys.some_sum_to_zero() {
        return Vec::new();
    }
    let all: Vec<Segment> = segments.all().map(|gated| gated.segment.clone()).collect();
    let allocation = allocate(plan, context, &all, Arc::clone(keys));
    let years = context.timeline.fiscal_years();
    let found = allocation.without_key().into_iter();
    let say = |(pool, year, cents): (PoolId, usize, i64)| {
        let said = check::about(plan, check::KEY_SUMS_TO_ZERO, Severity::Warning, pool.into(), "key");
        let year = years.get(year).map_or(0, |year| year.key());
        said.with("year", Arg::Year(year)).with("amount", Arg::Cents(cents))
    };
    found.map(say).collect()
}

/// Whether two collections hold the very same items.
pub(crate) fn same<T>(a: &[Arc<T>], b: &[Arc<T>]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| Arc::ptr_eq(a, b))
}

/// Makes segments and counts them while they are at hand.
struct Maker<'a> {
    context: &'a Context<'a>,
    has_conditional_activities: bool,
    sheet: Sheet,
    cubes: Cubes,
}

impl Maker<'_> {
    /// The segment of an item, filled by `post`.
    fn gated(
        &mut self,
        item: ItemId,
        activity: ActivityIndex,
        only_if: &Option<Condition>,
        post: impl FnOnce(&mut Book<'_>),
    ) -> Gated {
        let mut book = Book::new(self.context, item, activity, &mut self.sheet);
        post(&mut book);
        let segment = Segment::new(item, &book);
        let is_unconditional = only_if.is_none() && !self.depends_on_an_activity(activity, &segment);
        Gated { segment, activity, only_if: only_if.clone(), is_unconditional, taxable: None }
    }

    /// Whether the segment is for activities that take place in some views only.
    fn depends_on_an_activity(&self, activity: ActivityIndex, segment: &Segment) -> bool {
        let is_conditional = |activity| self.context.registry.is_conditional(activity);
        self.has_conditional_activities
            && (is_conditional(activity) || segment.runs().any(|(run, _)| is_conditional(run.activity)))
    }

    /// The segments of `items`: those of the last projection where the item at the same place is the very
    /// same, made by `make` elsewhere.
    fn collection<T>(
        &mut self,
        items: &[Arc<T>],
        last: Option<(&[Arc<T>], &[Gated])>,
        make: impl Fn(&mut Self, &T) -> Gated,
    ) -> Vec<Gated> {
        let (last_items, last_segments) = last.unwrap_or_default();
        let mut made = Vec::with_capacity(items.len());
        for (place, item) in items.iter().enumerate() {
            let before = last_segments.get(place);
            let is_same = last_items.get(place).is_some_and(|last| Arc::ptr_eq(last, item));
            made.push(match before {
                Some(before) if is_same => before.clone(),
                _ => {
                    self.uncount(before);
                    let new = make(self, item);
                    self.count(&new);
                    new
                }
            });
        }
        self.uncount(last_segments.get(items.len()..).unwrap_or_default());
        made
    }

    fn count(&mut self, new: &Gated) {
        if new.is_unconditional {
            self.cubes.add(&new.segment);
        }
    }

    fn uncount<'b>(&mut self, old: impl IntoIterator<Item = &'b Gated>) {
        for old in old.into_iter().filter(|old| old.is_unconditional) {
            self.cubes.remove(&old.segment);
        }
    }
}

fn segments(plan: &Plan, maker: &mut Maker<'_>, last: Option<&Projection>, law: &Payroll) -> Segments {
    let root = ActivityIndex::STRUCTURE;
    let context = maker.context;
    let opening = &plan.frame.opening;
    let mut frame = alloc::vec![maker.gated(ItemId::Frame, root, &None, |book| {
        opening::post_reserves(opening, book);
    })];
    for item in &opening.items {
        frame.push(maker.gated(item.id.into(), root, &None, |book| opening::post_item(item, book)));
    }
    maker.uncount(last.map_or(&[][..], |last| &last.segments.frame));
    frame.iter().for_each(|gated| maker.count(gated));
    Segments {
        frame,
        treasury: maker.collection(
            &plan.treasury,
            last.map(|l| (&*l.plan.treasury, &*l.segments.treasury)),
            |maker, t| maker.gated(t.id.into(), root, &None, |book| treasury::post_opening(t, book)),
        ),
        transfers: maker.collection(
            &plan.transfers,
            last.map(|l| (&*l.plan.transfers, &*l.segments.transfers)),
            |maker, t| maker.gated(t.id.into(), root, &None, |book| treasury::post_transfer(t, book)),
        ),
        lines: maker.collection(
            &plan.lines,
            last.map(|l| (&*l.plan.lines, &*l.segments.lines)),
            |maker, line| {
                let (activity, window) = context.activity(line.activity);
                let post = |book: &mut Book<'_>| line::post(line, window, book);
                let mut gated = maker.gated(line.id.into(), activity, &line.only_if, post);
                gated.segment.own_row = CashRow::of_line(line.account);
                gated
            },
        ),
        positions: maker.collection(
            &plan.positions,
            last.map(|l| (&*l.plan.positions, &*l.segments.positions)),
            |maker, p| {
                let mut taxable = None;
                let post = |book: &mut Book<'_>| taxable = staff::post(p, book);
                let mut gated = maker.gated(p.id.into(), root, &p.only_if, post);
                gated.taxable = taxable.map(Arc::new);
                gated
            },
        ),
        investments: maker.collection(
            &plan.investments,
            last.map(|l| (&*l.plan.investments, &*l.segments.investments)),
            |maker, item| {
                let (activity, _) = context.activity(item.activity);
                maker.gated(item.id.into(), activity, &item.only_if, |book| investment::post(item, book))
            },
        ),
        loans: maker.collection(
            &plan.loans,
            last.map(|l| (&*l.plan.loans, &*l.segments.loans)),
            |maker, loan| maker.gated(loan.id.into(), root, &loan.only_if, |book| loan::post(loan, book)),
        ),
        in_kind: maker.collection(
            &plan.in_kind,
            last.map(|l| (&*l.plan.in_kind, &*l.segments.in_kind)),
            |maker, item| {
                let (activity, window) = context.activity(item.activity);
                let post = |book: &mut Book<'_>| in_kind::post(item, window, law, book);
                maker.gated(item.id.into(), activity, &item.only_if, post)
            },
        ),
    }
}

impl Projection {
    /// The months and fiscal years.
    #[must_use]
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// Where accounts, activities, tranches and items stand.
    #[must_use]
    pub fn registry(&self) -> &Registry {
        &self.registry
    }

    /// The plan it was made from.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }
}
