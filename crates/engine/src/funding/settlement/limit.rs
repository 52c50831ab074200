//! What a line may pay of some of its costs together: ceilings by nature, and flat rates for the structure.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::funding::assignment::Assignment;
use crate::funding::settlement::line::FundedLine;
use crate::funding::settlement::nature::Group;
use crate::money::spread;
use crate::payment::Part;
use crate::rule::Ceiling;

/// The caps of a group of costs of a line. A cap lasts as long as its payers may pay the same costs.
#[derive(Clone, Debug)]
pub(crate) struct Limit {
    pub(crate) group: Group,
    pub(crate) caps: Vec<usize>,
}

impl Limit {
    pub(crate) fn new(group: Group) -> Self {
        Self { group, caps: Vec::new() }
    }

    /// The cap behind which some costs stand, `most_cents` in all being what the line may pay of the group
    /// over its life.
    ///
    /// Where payers of the line may pay other costs than the one before, theirs is a cap of its own with the
    /// room that is left, and the earlier ones are closed: nobody pays more than the limit, whatever is
    /// moved afterwards.
    pub(crate) fn cap(&mut self, costs: Vec<usize>, most_cents: i64, assignment: &mut Assignment) -> usize {
        match self.caps.last() {
            Some(last) if assignment.costs_of_cap(*last) == costs => *last,
            _ => {
                let room = most_cents - self.taken_cents(assignment);
                let cap = assignment.add_cap(room, costs);
                self.caps.push(cap);
                cap
            }
        }
    }

    /// What the line pays of the group so far; it pays no more through the caps there are.
    pub(crate) fn taken_cents(&self, assignment: &mut Assignment) -> i64 {
        self.caps.iter().map(|cap| assignment.close_cap(*cap)).sum()
    }
}

/// What a line may pay of a group over its life, up to the end of a month of the horizon.
pub(crate) fn most_cents(lines: &[FundedLine], place: usize, group: Group, month: usize) -> i64 {
    let line = &lines[place];
    let nature = match group {
        Group::Free => return i64::MAX,
        Group::FlatRate => return line.flat_money_cents(month),
        Group::Nature(nature) => nature,
    };
    let of_nature = line.agreement.ceilings.iter().filter_map(|ceiling| match ceiling {
        Ceiling::Nature(of, up_to) if *of == nature => Some(*up_to),
        Ceiling::Nature(..) | Ceiling::PublicMoney(_) => None,
    });
    let most = of_nature.map(|up_to| match up_to {
        Part::Share(share) => share.of_cents(line.base_cents(month)),
        Part::Amount(amount) => part_of(lines, place, line.weight.of_cents(amount.cents())),
    });
    most.min().unwrap_or(i64::MAX).max(0)
}

/// The part of a line in an amount for its tranche.
fn part_of(lines: &[FundedLine], place: usize, cents: i64) -> i64 {
    let tranche = lines[place].tranche_place();
    let of_tranche = || (0..).zip(lines).filter(|(_, line)| line.tranche_place() == tranche);
    let weights: Vec<u64> = of_tranche().map(|(_, line)| line.counted_cents.unsigned_abs()).collect();
    let mut parts = of_tranche().zip(spread(Decimal::new(cents, 2), &weights));
    parts.find(|((other, _), _)| *other == place).map_or(0, |(_, cents)| cents)
}
