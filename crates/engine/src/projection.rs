//! From a plan to the entries of its items, those of funding excepted.

use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::cash::CashRow;
use crate::check;
use crate::condition::Condition;
use crate::diagnostic::Diagnostic;
use crate::id::ItemId;
use crate::journal::{ActivityIndex, Book, Context, Segment};
use crate::plan::Plan;
use crate::reference::Reference;
use crate::registry::Registry;
use crate::timeline::Timeline;
use crate::{in_kind, investment, line, loan, opening, position, treasury};

/// What all views of a plan share: its calendar, its registry and the entries of every item that does
/// not depend on which money is counted.
#[derive(Clone, Debug)]
pub struct Projection {
    pub(crate) plan: Plan,
    pub(crate) timeline: Timeline,
    pub(crate) registry: Arc<Registry>,
    pub(crate) segments: Segments,
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
}

/// Projects a plan: steps 1 to 4 of the order of calculation. Items of `last` that did not change are
/// taken over.
#[must_use]
pub fn project(plan: &Plan, reference: &Reference, last: Option<&Projection>) -> Projection {
    let timeline = plan.frame.timeline();
    let (registry, mut diagnostics) = Registry::new(plan);
    diagnostics.extend(check::check(plan, reference));
    let last = last.filter(|last| {
        Arc::ptr_eq(&last.plan.frame, &plan.frame)
            && same(&last.plan.activities, &plan.activities)
            && same(&last.plan.treasury, &plan.treasury)
            && *last.registry == registry
    });
    let registry = last.map_or_else(|| Arc::new(registry), |last| Arc::clone(&last.registry));
    let context = Context { frame: &plan.frame, timeline: &timeline, registry: &registry };
    let segments = segments(plan, &context, last);
    Projection { plan: plan.clone(), timeline, registry, segments, diagnostics }
}

fn same<T>(a: &[Arc<T>], b: &[Arc<T>]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| Arc::ptr_eq(a, b))
}

/// The segments of `items`: those of the last projection where the item at the same place is the very
/// same, made by `make` elsewhere.
fn reuse<T>(items: &[Arc<T>], last: Option<(&[Arc<T>], &[Gated])>, make: impl Fn(&T) -> Gated) -> Vec<Gated> {
    let (last_items, last_segments) = last.unwrap_or_default();
    let one = |(place, item): (usize, &Arc<T>)| {
        let kept = last_items.get(place).filter(|last| Arc::ptr_eq(last, item));
        kept.and_then(|_| last_segments.get(place)).cloned().unwrap_or_else(|| make(item))
    };
    items.iter().enumerate().map(one).collect()
}

fn segments(plan: &Plan, context: &Context<'_>, last: Option<&Projection>) -> Segments {
    let root = ActivityIndex::STRUCTURE;
    let gated = |item: ItemId, activity, only_if: &Option<Condition>, post: &dyn Fn(&mut Book<'_>)| {
        let mut book = Book::new(context, item, activity);
        post(&mut book);
        let segment = Segment::new(item, book);
        Gated { segment, activity, only_if: only_if.clone() }
    };
    let opening = &plan.frame.opening;
    let mut frame = alloc::vec![gated(ItemId::Frame, root, &None, &|book| {
        opening::post_reserves(opening, book);
    })];
    frame.extend(
        opening
            .items
            .iter()
            .map(|item| gated(item.id.into(), root, &None, &|book| opening::post_item(item, book))),
    );
    Segments {
        frame,
        treasury: reuse(&plan.treasury, last.map(|l| (&*l.plan.treasury, &*l.segments.treasury)), |t| {
            gated(t.id.into(), root, &None, &|book| treasury::post_opening(t, book))
        }),
        transfers: reuse(&plan.transfers, last.map(|l| (&*l.plan.transfers, &*l.segments.transfers)), |t| {
            gated(t.id.into(), root, &None, &|book| treasury::post_transfer(t, book))
        }),
        lines: reuse(&plan.lines, last.map(|l| (&*l.plan.lines, &*l.segments.lines)), |line| {
            let (activity, window) = context.activity(line.activity);
            let mut gated =
                gated(line.id.into(), activity, &line.only_if, &|book| line::post(line, window, book));
            gated.segment.own_row = CashRow::of_line(line.account);
            gated
        }),
        positions: reuse(&plan.positions, last.map(|l| (&*l.plan.positions, &*l.segments.positions)), |p| {
            gated(p.id.into(), root, &p.only_if, &|book| position::post(p, book))
        }),
        investments: reuse(
            &plan.investments,
            last.map(|l| (&*l.plan.investments, &*l.segments.investments)),
            |item| {
                let (activity, _) = context.activity(item.activity);
                gated(item.id.into(), activity, &item.only_if, &|book| investment::post(item, book))
            },
        ),
        loans: reuse(&plan.loans, last.map(|l| (&*l.plan.loans, &*l.segments.loans)), |loan| {
            gated(loan.id.into(), root, &loan.only_if, &|book| loan::post(loan, book))
        }),
        in_kind: reuse(&plan.in_kind, last.map(|l| (&*l.plan.in_kind, &*l.segments.in_kind)), |item| {
            let (activity, window) = context.activity(item.activity);
            gated(item.id.into(), activity, &item.only_if, &|book| in_kind::post(item, window, book))
        }),
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
