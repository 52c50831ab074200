//! Tranches that pay after the others: in which order they are known.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::agreement::Tranche;
use crate::payment::Trigger;

/// A tranche that waits for others, by their places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Waiting {
    pub(crate) place: usize,
    pub(crate) others: Vec<usize>,
}

/// Whether a payment of a tranche that is still awaited waits for others.
pub(crate) fn waits_for_others(tranche: &Tranche) -> bool {
    let mut awaited = tranche.instalments.iter().filter(|instalment| instalment.received.is_none());
    awaited.any(|instalment| matches!(instalment.trigger, Trigger::AfterOthers { .. }))
}

/// Those that wait in an order in which each comes after those it waits for. Those that wait for themselves
/// in the end have no others any more: nobody would ever pay first.
pub(crate) fn in_order(mut open: Vec<Waiting>) -> Vec<Waiting> {
    let mut ordered = Vec::with_capacity(open.len());
    while !open.is_empty() {
        let places: BTreeSet<usize> = open.iter().map(|waiting| waiting.place).collect();
        let is_known = |waiting: &Waiting| waiting.others.iter().all(|other| !places.contains(other));
        let (known, rest): (Vec<_>, Vec<_>) = open.into_iter().partition(is_known);
        if !known.is_empty() {
            ordered.extend(known);
            open = rest;
            continue;
        }
        let circular: Vec<bool> = rest.iter().map(|waiting| waits_for_itself(waiting, &rest)).collect();
        open = Vec::new();
        for (waiting, is_circular) in rest.into_iter().zip(circular) {
            if is_circular {
                ordered.push(Waiting { others: Vec::new(), ..waiting });
            } else {
                open.push(waiting);
            }
        }
    }
    ordered
}

fn waits_for_itself(waiting: &Waiting, all: &[Waiting]) -> bool {
    let mut seen = BTreeSet::new();
    let mut next = Vec::from([waiting]);
    while let Some(here) = next.pop() {
        if here.others.contains(&waiting.place) {
            return true;
        }
        next.extend(all.iter().filter(|one| here.others.contains(&one.place) && seen.insert(one.place)));
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waiting(place: usize, others: &[usize]) -> Waiting {
        Waiting { place, others: others.into() }
    }

    #[test]
    fn each_comes_after_those_it_waits_for_and_a_circle_waits_for_nobody() {
        // 1 waits for 2, which waits for 9, which is known; 3 and 4 wait for each other, 5 for 3.
        let open =
            [waiting(1, &[2]), waiting(2, &[9]), waiting(3, &[4, 9]), waiting(4, &[3]), waiting(5, &[3])];
        let ordered = in_order(open.into());
        let expected =
            [waiting(2, &[9]), waiting(1, &[2]), waiting(3, &[]), waiting(4, &[]), waiting(5, &[3])];
        assert_eq!(ordered, expected);
    }
}
