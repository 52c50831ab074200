//! What an activity has on the accounts of classes 6 to 8.

use alloc::vec::Vec;

use crate::journal::AccountIndex;
use crate::side::Side;

/// Sums by account and fiscal year: an activity has something on few of all accounts, and only those take
/// room.
#[derive(Clone, Debug)]
pub(super) struct Flows {
    years: usize,
    /// By account, the place of its sums; none where it never had any.
    places: Vec<Option<u16>>,
    /// Debit minus credit, account after account.
    cents: Vec<i64>,
}

impl Flows {
    /// Nothing on so many accounts in so many fiscal years.
    pub(super) fn new(accounts: usize, years: usize) -> Self {
        Self { years, places: alloc::vec![None; accounts], cents: Vec::new() }
    }

    /// Adds cents of fiscal years that follow each other to an account.
    pub(super) fn add(&mut self, account: AccountIndex, first_year: usize, cents: &[i64], side: Side) {
        let end = self.cents.len();
        let place = *self.places[usize::from(account.0)].get_or_insert((end / self.years.max(1)) as u16);
        let start = usize::from(place) * self.years;
        if start == end {
            self.cents.resize(end + self.years, 0);
        }
        side.add_all(&mut self.cents[start + first_year..start + self.years], cents);
    }

    /// The sums of an account by year; empty where it never had any.
    pub(super) fn of(&self, account: usize) -> &[i64] {
        let place = self.places.get(account).copied().flatten();
        place.map_or(&[], |place| &self.cents[usize::from(place) * self.years..][..self.years])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_accounts_with_something_take_room() {
        let mut flows = Flows::new(300, 3);
        flows.add(AccountIndex(7), 1, &[5, 6], Side::Plus);
        flows.add(AccountIndex(2), 0, &[1], Side::Minus);
        flows.add(AccountIndex(7), 2, &[4], Side::Minus);
        assert_eq!(flows.of(7), [0, 5, 2]);
        assert_eq!(flows.of(2), [-1, 0, 0]);
        assert_eq!(flows.of(1), [0_i64; 0]);
        assert_eq!(flows.cents.len(), 2 * 3);
    }
}
