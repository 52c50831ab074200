//! Amounts of months shared out over weights, row after row into the same sums.

use alloc::vec::Vec;

use super::sharing::Sharing;

/// What each of several takers gets of rows of months, each month shared out by itself.
pub(crate) struct SharedRows {
    weights: usize,
    /// By month, what each weight gets more than in the month before: an amount that comes back month after month
    /// is written twice, where it begins and after its end.
    steps: Vec<i64>,
    /// The amounts of the row at hand, each once, and the parts of each.
    amounts: Vec<i64>,
    parts: Vec<i64>,
}

impl SharedRows {
    /// For so many weights and months.
    pub(crate) fn new(weights: usize, months: usize) -> Self {
        let steps = alloc::vec![0; weights * (months + 1)];
        Self { weights, steps, amounts: Vec::new(), parts: Vec::new() }
    }

    /// Adds the parts of the cents of months that follow each other from `first` on.
    pub(crate) fn share_out(&mut self, sharing: &Sharing, first: usize, cents: &[i64]) {
        let Self { weights, steps, amounts, parts } = self;
        // Nothing, of which everybody gets nothing, comes before the first month and after the last.
        amounts.clear();
        parts.clear();
        amounts.push(0);
        parts.resize(*weights, 0);
        let (mut month, mut before) = (first, 0);
        for same in cents.chunk_by(PartialEq::eq).chain([&[0][..]]) {
            // What comes back after other months is divided once.
            let known = amounts.iter().position(|known| *known == same[0]);
            let place = known.unwrap_or_else(|| {
                amounts.push(same[0]);
                parts.extend(sharing.parts(same[0]));
                amounts.len() - 1
            });
            let parts_of = |place: usize| &parts[place * *weights..][..*weights];
            let steps = steps[month * *weights..].iter_mut();
            for (step, (now, before)) in steps.zip(parts_of(place).iter().zip(parts_of(before))) {
                *step = step.wrapping_add(now.wrapping_sub(*before));
            }
            (month, before) = (month + same.len(), place);
        }
    }

    /// What each weight gets, month by month; those that get nothing are left out.
    pub(crate) fn for_each(&self, mut see: impl FnMut(usize, &[i64])) {
        let mut row = Vec::new();
        for weight in 0..self.weights {
            let steps = self.steps.chunks_exact(self.weights).map(|month| month[weight]);
            let mut cents = 0_i64;
            row.clear();
            row.extend(steps.map(|step| {
                cents = cents.wrapping_add(step);
                cents
            }));
            // Nothing comes after the last month.
            row.pop();
            if row.iter().any(|cents| *cents != 0) {
                see(weight, &row);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_month_of_each_row_is_shared_out_by_itself() {
        let sharing = Sharing::new(&[1, 2]).unwrap();
        let mut rows = SharedRows::new(2, 4);
        // 0.10 gives 0.03 and 0.07, 0.05 gives 0.02 and 0.03; together they would give 0.05 and 0.10.
        rows.share_out(&sharing, 0, &[10, 10, 0, 10]);
        rows.share_out(&sharing, 1, &[5, 0, -10]);
        let mut found = Vec::new();
        rows.for_each(|place, cents| found.push((place, cents.to_vec())));
        assert_eq!(found, [(0, [3, 5, 0, 0].into()), (1, [7, 10, 0, 0].into())]);
    }

    #[test]
    fn who_gets_nothing_has_no_row() {
        let sharing = Sharing::new(&[0, 1]).unwrap();
        let mut rows = SharedRows::new(2, 1);
        rows.share_out(&sharing, 0, &[10]);
        let mut found = Vec::new();
        rows.for_each(|place, _| found.push(place));
        assert_eq!(found, [1]);
    }
}
