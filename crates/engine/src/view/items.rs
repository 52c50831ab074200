//! The segments of a projection that a view counts, those of funding excepted.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::certainty::CertaintyView;
use crate::id::AgreementId;
use crate::journal::{ActivityIndex, Segment};
use crate::projection::Projection;
use crate::staff::salary_tax_segments;

/// What a view counts of a projection.
pub(super) struct Items {
    /// In the order of the collections of the plan.
    pub(super) all: Vec<Segment>,
    /// The places of those that are not part of the sums of the projection.
    pub(super) conditional: Vec<usize>,
    /// The agreements that it counts.
    pub(super) granted: BTreeSet<AgreementId>,
    /// Which activities take place, by place.
    pub(super) takes_place: Vec<bool>,
}

/// The segments that a view counts.
pub(super) fn items(projection: &Projection, certainty: CertaintyView) -> Items {
    let weights = projection.plan.frame.weights();
    let agreements = projection.plan.agreements.iter();
    let granted: BTreeSet<AgreementId> =
        agreements.filter(|item| item.is_granted(certainty, &weights)).map(|item| item.id).collect();
    let is_granted = |id: AgreementId| granted.contains(&id);
    let takes_place: Vec<bool> = (0..projection.registry.activity_count())
        .map(|place| projection.registry.takes_place(ActivityIndex(place as u16), &is_granted))
        .collect();
    let (all, conditional) = (Vec::new(), Vec::new());
    let mut items = Items { all, conditional, takes_place, granted: granted.clone() };
    for gated in projection.segments.all() {
        let own = gated.only_if.as_ref().is_none_or(|condition| condition.holds(is_granted));
        let segment = if gated.is_unconditional {
            gated.segment.clone()
        } else if own && items.takes_place[usize::from(gated.activity.0)] {
            items.conditional.extend((!gated.segment.is_empty()).then_some(items.all.len()));
            kept_activities(&gated.segment, &items.takes_place)
        } else {
            continue;
        };
        items.all.extend((!segment.is_empty()).then_some(segment));
    }
    for segment in salary_tax(projection, &is_granted).iter().filter(|segment| !segment.is_empty()) {
        items.conditional.push(items.all.len());
        items.all.push(kept_activities(segment, &items.takes_place));
    }
    items
}

/// The tax on salaries of the positions that take place: owed by all of them together.
fn salary_tax(projection: &Projection, is_granted: &dyn Fn(AgreementId) -> bool) -> Vec<Segment> {
    let Some(tax) = &projection.plan.frame.association.employer.payroll_tax else { return Vec::new() };
    let positions = projection.plan.positions.iter().zip(&projection.segments.positions);
    let there = positions.filter(|(position, _)| {
        position.only_if.as_ref().is_none_or(|condition| condition.holds(is_granted))
    });
    let taxable: Vec<_> =
        there.filter_map(|(position, gated)| Some((&**position, &**gated.taxable.as_ref()?))).collect();
    salary_tax_segments(&taxable, tax, &projection.context())
}

/// The segment with the time of activities that do not take place given to the structure.
pub(super) fn kept_activities(segment: &Segment, takes_place: &[bool]) -> Segment {
    let kept = |activity: ActivityIndex| takes_place.get(usize::from(activity.0)).copied().unwrap_or(true);
    if takes_place.iter().all(|takes_place| *takes_place) || segment.runs().all(|(run, _)| kept(run.activity))
    {
        return segment.clone();
    }
    segment.with_activities(|activity| if kept(activity) { activity } else { ActivityIndex::STRUCTURE })
}
