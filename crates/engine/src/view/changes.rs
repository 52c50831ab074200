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
