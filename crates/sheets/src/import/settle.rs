//! Which rows are lines, and which are sums of others: by label, by formula, by account, by arithmetic.

use std::ops::RangeInclusive;

use previ_engine::account::AccountNumber;
use rust_decimal::Decimal;

/// A row of one part of a budget, in the order of the sheet.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    /// Row of the sheet.
    pub(crate) row: u32,
    pub(crate) account: Option<AccountNumber>,
    /// `None` where the cell is empty.
    pub(crate) amount: Option<Decimal>,
    /// The rows that its formula adds.
    pub(crate) sums: Option<Vec<RangeInclusive<u32>>>,
    /// Whether a formula that does something else gives its amount.
    pub(crate) computed: bool,
    /// Whether an empty row, or one of another part, stands before it.
    pub(crate) after_gap: bool,
    /// Whether a text without amount stands before it.
    pub(crate) after_text: bool,
    /// What its label says, where it is the label of a total.
    pub(crate) total: Option<TotalRow>,
}

/// A row whose label is that of a total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TotalRow {
    /// Of all lines above it.
    Whole,
    /// Of some of them.
    Part,
    /// A result or a check.
    Result,
}

/// What a row turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Part of the plan.
    Line,
    /// The sum of other rows.
    Sum,
}

/// What does not add up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    /// Place of the row among the entries.
    pub(crate) at: usize,
    pub(crate) kind: DifferenceKind,
    pub(crate) written: Decimal,
    pub(crate) computed: Decimal,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DifferenceKind {
    /// A total is not the sum of its lines.
    Total,
    /// A heading is not the sum of its details; the details are kept.
    Heading,
    /// An account and its sub-accounts both have amounts; all are kept.
    Both,
}

/// Amounts closer than this are equal: sheets show cents.
const TOLERANCE: Decimal = Decimal::from_parts(9, 0, 0, false, 3);
/// More doubtful rows than this are not tried in all ways.
const MAX_DOUBTS: usize = 8;

pub(crate) fn equal(one: Decimal, other: Decimal) -> bool {
    one.checked_sub(other).is_some_and(|difference| difference.abs() <= TOLERANCE)
}

/// The role of each entry, and what does not add up.
pub(crate) fn settle(entries: &[Entry]) -> (Vec<Role>, Vec<Difference>) {
    let mut settling = Settling {
        entries,
        roles: entries.iter().map(|e| if e.total.is_some() { Role::Sum } else { Role::Line }).collect(),
        differences: Vec::new(),
        doubts: Vec::new(),
    };
    // Details stand below their heading, so that the last rows are settled first.
    for at in (0..entries.len()).rev().filter(|at| entries[*at].total.is_none()) {
        settling.by_details_below(at);
    }
    for at in 0..entries.len() {
        settling.by_details_above(at);
    }
    settling.resolve_doubts();
    settling.drop_settled_differences();
    settling.check_totals();
    settling.differences.sort_by_key(|difference| difference.at);
    (settling.roles, settling.differences)
}

struct Settling<'a> {
    entries: &'a [Entry],
    roles: Vec<Role>,
    differences: Vec<Difference>,
    /// Rows that might as well be the other thing.
    doubts: Vec<usize>,
}

impl Settling<'_> {
    fn amount(&self, at: usize) -> Decimal {
        self.entries[at].amount.unwrap_or_default()
    }

    /// The sum of the lines among these entries.
    fn lines(&self, places: impl IntoIterator<Item = usize>) -> Decimal {
        let lines = places.into_iter().filter(|place| self.roles[*place] == Role::Line);
        lines.fold(Decimal::ZERO, |sum, place| sum.saturating_add(self.amount(place)))
    }

    /// The rows below `at` that are details of it: sub-accounts, and rows without account up to the next
    /// break.
    fn details(&self, at: usize) -> Vec<usize> {
        let mut details = Vec::new();
        for (place, entry) in self.entries.iter().enumerate().skip(at + 1) {
            if entry.total.is_some() {
                break;
            }
            match (self.entries[at].account, entry.account) {
                (Some(heading), Some(account)) => {
                    if !(account.is_under(heading) && account.digits() > heading.digits()) {
                        break;
                    }
                }
                (None, Some(_)) => break,
                // Forms name under a heading with account also what has no amount.
                (Some(_), None) if entry.after_gap => break,
                (None, None) if entry.after_gap || entry.after_text => break,
                (_, None) => {}
            }
            details.push(place);
        }
        details
    }

    /// The entries whose rows a formula adds.
    fn added(&self, at: usize) -> Vec<usize> {
        let Some(ranges) = &self.entries[at].sums else { return Vec::new() };
        let is_added = |place: &usize| {
            let row = self.entries[*place].row;
            *place != at && ranges.iter().any(|range| range.contains(&row))
        };
        (0..self.entries.len()).filter(is_added).collect()
    }

    fn by_details_below(&mut self, at: usize) {
        let entry = &self.entries[at];
        let details = self.details(at);
        let sum = self.lines(details.iter().copied());
        let (amount, is_nothing) = (self.amount(at), self.amount(at).is_zero());
        let with_account = details.iter().any(|place| self.entries[*place].account.is_some());
        let added = self.added(at);
        if added.len() > 1 || added.first() == Some(&(at + 1)) {
            self.roles[at] = Role::Sum;
            // Without account nothing says how far down a heading reaches, but its own formula.
            if entry.account.is_some() && !details.is_empty() && !equal(amount, sum) {
                self.differ(at, DifferenceKind::Heading, sum);
            }
            return;
        }
        let Some(account) = entry.account else {
            // A heading without account is told only by the total that then comes out right.
            if details.len() > 1 && !is_nothing && equal(amount, sum) {
                self.doubts.push(at);
            }
            return;
        };
        let is_heading = account.digits() <= 2;
        if details.is_empty() || (!with_account && !is_heading && (details.len() < 2 || is_nothing)) {
            return;
        }
        if is_nothing {
            let is_line = entry.computed && sum.is_zero();
            self.roles[at] = if is_line { Role::Line } else { Role::Sum };
        } else if equal(amount, sum) {
            self.roles[at] = Role::Sum;
        } else if is_heading {
            self.roles[at] = Role::Sum;
            self.doubts.push(at);
            self.differ(at, DifferenceKind::Heading, sum);
        } else if with_account && !entry.computed {
            self.doubts.push(at);
            self.differ(at, DifferenceKind::Both, sum);
        }
    }

    /// Sums that stand below their details.
    fn by_details_above(&mut self, at: usize) {
        let entry = &self.entries[at];
        if self.roles[at] != Role::Line || self.amount(at).is_zero() || entry.computed {
            return;
        }
        let mut above = Vec::new();
        for (place, before) in self.entries.iter().enumerate().take(at).rev() {
            let belongs = match (entry.account, before.account) {
                (Some(heading), Some(account)) => {
                    account.is_under(heading) && account.digits() > heading.digits()
                }
                (Some(_), None) => false,
                (None, _) => true,
            };
            if before.total.is_some() || !belongs {
                break;
            }
            above.push(place);
            if entry.account.is_none() && (before.after_gap || before.after_text) {
                break;
            }
        }
        if above.is_empty() || !equal(self.amount(at), self.lines(above.iter().copied())) {
            return;
        }
        if entry.account.is_some() {
            self.roles[at] = Role::Sum;
        } else if above.len() > 1 && !self.doubts.contains(&at) {
            self.doubts.push(at);
        }
    }

    fn differ(&mut self, at: usize, kind: DifferenceKind, computed: Decimal) {
        self.differences.push(Difference { at, kind, written: self.amount(at), computed });
    }

    /// Where the lines do not add up to the total of the whole, the fewest doubtful rows that make them do
    /// so become what else they may be.
    fn resolve_doubts(&mut self) {
        let is_whole = |place: &usize| self.entries[*place].total == Some(TotalRow::Whole);
        let Some(total) = (0..self.entries.len()).rfind(is_whole) else { return };
        let target = self.amount(total);
        let doubts: Vec<usize> = self.doubts.iter().copied().filter(|at| *at < total).collect();
        if target.is_zero() || doubts.is_empty() || doubts.len() > MAX_DOUBTS {
            return;
        }
        let mut ways: Vec<u32> = (0..1 << doubts.len()).collect();
        ways.sort_by_key(|way| way.count_ones());
        for way in ways {
            let before = self.roles.clone();
            for (bit, at) in doubts.iter().enumerate() {
                if way >> bit & 1 == 1 {
                    self.roles[*at] = if self.roles[*at] == Role::Line { Role::Sum } else { Role::Line };
                }
            }
            let sum = self.lines(0..total);
            if equal(sum, target) || equal(sum + self.results(total), target) {
                return;
            }
            self.roles = before;
        }
    }

    /// The results shown before an entry: "TOTAL" closes on both sides with them.
    fn results(&self, at: usize) -> Decimal {
        let results = (0..at).filter(|place| self.entries[*place].total == Some(TotalRow::Result));
        results.fold(Decimal::ZERO, |sum, place| sum.saturating_add(self.amount(place)))
    }

    /// A heading that turned out to be a line, or a line that turned out to be a heading, says so no more.
    fn drop_settled_differences(&mut self) {
        let roles = &self.roles;
        self.differences.retain(|difference| match difference.kind {
            DifferenceKind::Heading => roles[difference.at] == Role::Sum,
            DifferenceKind::Both => roles[difference.at] == Role::Line,
            DifferenceKind::Total => true,
        });
    }

    fn check_totals(&mut self) {
        for at in 0..self.entries.len() {
            let (Some(kind), Some(written)) = (self.entries[at].total, self.entries[at].amount) else {
                continue;
            };
            if kind == TotalRow::Result {
                continue;
            }
            let is_sum =
                |place: &usize| matches!(self.entries[*place].total, Some(TotalRow::Whole | TotalRow::Part));
            let after_total = (0..at).rfind(is_sum).map_or(0, |place| place + 1);
            let is_first = |entry: &Entry| entry.after_gap || entry.after_text;
            let after_break = (0..at).rfind(|place| is_first(&self.entries[*place])).unwrap_or(0);
            let all = self.lines(0..at);
            let since_total = self.lines(after_total..at);
            let since_break = self.lines(after_break..at);
            let with_results = all.saturating_add(self.results(at));
            let candidates = [all, since_total, since_break, with_results];
            if candidates.iter().any(|sum| equal(*sum, written)) {
                continue;
            }
            let computed = if kind == TotalRow::Whole { all } else { since_total };
            self.differences.push(Difference { at, kind: DifferenceKind::Total, written, computed });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Role::{Line, Sum};
    use super::*;

    /// Entries from accounts (0 = none) and amounts; an amount of −1 is an empty cell.
    fn entries(rows: &[(u32, i64)]) -> Vec<Entry> {
        let entry = |(row, (account, amount)): (u32, &(u32, i64))| Entry {
            row,
            account: (*account > 0).then(|| AccountNumber::of(*account)),
            amount: (*amount >= 0).then(|| Decimal::from(*amount)),
            ..Entry::default()
        };
        (0..).zip(rows).map(entry).collect()
    }

    fn roles(rows: &[(u32, i64)]) -> Vec<Role> {
        settle(&entries(rows)).0
    }

    #[test]
    fn rows_with_sub_accounts_below_that_add_up_are_sums() {
        let rows = [(6, 380), (60, 200), (606, 150), (609, 50), (61, 30), (613, 30), (62, 150)];
        assert_eq!(roles(&rows), [Sum, Sum, Line, Line, Sum, Line, Line]);
    }

    #[test]
    fn a_heading_that_differs_from_its_details_is_left_out_and_said() {
        let (roles, differences) = settle(&entries(&[(60, 210), (606, 150), (609, 50)]));
        assert_eq!(roles, [Sum, Line, Line]);
        let expected =
            Difference { at: 0, kind: DifferenceKind::Heading, written: 210.into(), computed: 200.into() };
        assert_eq!(differences, [expected]);
    }

    #[test]
    fn an_account_and_its_sub_account_are_both_lines_where_they_differ() {
        let (roles, differences) = settle(&entries(&[(618, 100), (6181, 30)]));
        assert_eq!(roles, [Line, Line]);
        assert_eq!(differences[0].kind, DifferenceKind::Both);
    }

    #[test]
    fn the_total_of_the_block_settles_doubts() {
        // 618 = 100 is a wrong heading of 6181 = 30: the total says 30 + 20.
        let mut rows = entries(&[(618, 100), (6181, 30), (626, 20), (0, 50)]);
        rows[3].total = Some(TotalRow::Whole);
        let (roles, differences) = settle(&rows);
        assert_eq!(roles, [Sum, Line, Line, Sum]);
        assert_eq!(differences, []);
        // 300 + 100 + 200 = 600: the first is no heading although 100 + 200 = 300.
        let mut rows = entries(&[(0, 300), (0, 100), (0, 200), (0, 600)]);
        rows[3].total = Some(TotalRow::Whole);
        assert_eq!(settle(&rows).0, [Line, Line, Line, Sum]);
        rows[3].amount = Some(300.into());
        assert_eq!(settle(&rows).0, [Sum, Line, Line, Sum]);
    }

    #[test]
    fn a_total_that_is_not_the_sum_of_its_lines_is_said() {
        let mut rows = entries(&[(606, 100), (613, 50), (0, 160)]);
        rows[2].total = Some(TotalRow::Whole);
        let (_, differences) = settle(&rows);
        assert_eq!((differences[0].kind, differences[0].computed), (DifferenceKind::Total, 150.into()));
        rows[2].amount = Some(Decimal::new(150_004, 3));
        assert_eq!(settle(&rows).1, []);
    }

    #[test]
    fn a_total_may_close_with_the_result() {
        // Expenses 150, surplus 10, total 160.
        let mut rows = entries(&[(606, 150), (0, 10), (0, 160)]);
        rows[1].total = Some(TotalRow::Result);
        rows[2].total = Some(TotalRow::Whole);
        assert_eq!(settle(&rows).1, []);
    }

    #[test]
    fn empty_templates_keep_what_a_formula_of_its_own_gives() {
        // 61 sums 613 and 618; 613 sums its details; 618 and 6181 are looked up, each on its own.
        let mut rows = entries(&[(61, 0), (613, 0), (6132, 0), (6135, 0), (618, 0), (6181, 0)]);
        rows[0].sums = Some(vec![1..=1, 4..=4]);
        rows[1].sums = Some(vec![2..=3]);
        for place in [2, 3, 4, 5] {
            rows[place].computed = true;
        }
        assert_eq!(settle(&rows).0, [Sum, Sum, Line, Line, Line, Line]);
        // Without formulas an account with sub-accounts below is taken for their heading.
        assert_eq!(roles(&[(618, 0), (6181, 0)]), [Sum, Line]);
    }

    #[test]
    fn details_without_account_stand_below_their_heading() {
        assert_eq!(roles(&[(60, 500), (0, 200), (0, 300), (61, 40)]), [Sum, Line, Line, Line]);
        // Sub-totals may stand below their details.
        assert_eq!(roles(&[(606, 150), (609, 50), (60, 200)]), [Line, Line, Sum]);
    }

    #[test]
    fn texts_between_details_do_not_end_a_heading_with_account_but_empty_rows_do() {
        let mut rows = entries(&[(74, 500), (0, 200), (0, 300), (0, 40)]);
        rows[1].after_text = true;
        rows[3].after_gap = true;
        assert_eq!(settle(&rows).0, [Sum, Line, Line, Line]);
    }

    #[test]
    fn a_heading_without_details_is_a_line() {
        assert_eq!(roles(&[(60, 100), (61, 200), (62, 300)]), [Line, Line, Line]);
    }
}
