//! What became of segments from one view to the next.

use alloc::vec::Vec;

use crate::journal::Segment;

/// Segments that are no longer there, and those that are new; one that changed is both.
#[derive(Debug, Default)]
pub(super) struct Changes<'a> {
    pub(super) gone: Vec<&'a Segment>,
    pub(super) come: Vec<&'a Segment>,
}

impl<'a> Changes<'a> {
    /// Between two lists in much the same order.
    pub(super) fn between(mut before: &'a [Segment], mut after: &'a [Segment]) -> Self {
        let mut changes = Self::default();
        while let ([old, later_old @ ..], [new, later_new @ ..]) = (before, after) {
            let is_next =
                |of: &[Segment], item: &Segment| of.first().is_some_and(|next| next.item == item.item);
            if old.item == new.item {
                if !old.is_same(new) {
                    changes.gone.push(old);
                    changes.come.push(new);
                }
                (before, after) = (later_old, later_new);
            } else if is_next(later_new, old) {
                changes.come.push(new);
                after = later_new;
            } else {
                changes.gone.push(old);
                before = later_old;
                if !is_next(later_old, new) {
                    changes.come.push(new);
                    after = later_new;
                }
            }
        }
        changes.gone.extend(before);
        changes.come.extend(after);
        changes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::certainty::CertaintyView;
    use crate::id::ItemId;
    use crate::line::BudgetLine;
    use crate::projection::project;
    use crate::schedule::ScheduleRule;
    use crate::testing::{amount, line, no_reference, plan};
    use crate::timing::Timing;
    use alloc::sync::Arc;

    /// Segments of lines of so many euros a month; those of lines of nothing are not there.
    fn segments(euros: [&str; 6]) -> Vec<Segment> {
        let mut plan = plan(1, "0");
        let of = |(id, euros): (u32, &str)| -> BudgetLine {
            line(id, 604, ScheduleRule::Monthly(amount(euros)), Timing::SameMonth)
        };
        plan.lines.extend((10..).zip(euros).map(of).map(Arc::new));
        let view = project(&plan, &no_reference(), None).view(CertaintyView::Everything);
        view.segments().iter().filter(|segment| matches!(segment.item, ItemId::Line(_))).cloned().collect()
    }

    #[test]
    fn only_what_was_added_taken_away_or_changed_is_another() {
        let before = segments(["10", "20", "30", "0", "50", "0"]);
        let is = |after: [&str; 6], gone: &[usize], come: &[usize]| {
            let after = segments(after);
            let changes = Changes::between(&before, &after);
            let places = |of: &[Segment], places: &[usize]| -> Vec<Segment> {
                places.iter().map(|place| of[*place].clone()).collect()
            };
            assert_eq!(changes.gone.into_iter().cloned().collect::<Vec<_>>(), places(&before, gone));
            assert_eq!(changes.come.into_iter().cloned().collect::<Vec<_>>(), places(&after, come));
        };
        is(["10", "20", "30", "0", "50", "0"], &[], &[]);
        is(["10", "25", "30", "0", "50", "0"], &[1], &[1]);
        is(["10", "0", "30", "0", "50", "0"], &[1], &[]);
        is(["10", "20", "30", "40", "50", "0"], &[], &[3]);
        is(["10", "20", "0", "40", "50", "60"], &[2], &[2, 4]);
        is(["0", "0", "0", "0", "0", "0"], &[0, 1, 2, 3], &[]);
    }
}
