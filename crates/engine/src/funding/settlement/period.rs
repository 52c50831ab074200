//! When lines may pay: by fiscal year, and in which of its months.

use alloc::vec::Vec;
use core::ops::Range;

use crate::funding::settlement::line::FundedLine;
use crate::funding::settlement::nature::Access;

/// The months of the horizon that a line may pay for, from the first of its period: up to the end of that, and
/// with what it carries over.
#[derive(Clone, Copy)]
pub(super) struct Period {
    first: usize,
    end: usize,
    carry_end: usize,
}

impl Period {
    pub(super) fn of(line: &FundedLine) -> Self {
        Self { first: line.months.start, end: line.months.end, carry_end: line.carry_months.end }
    }
}

/// Puts those who may pay into the fiscal years in which they may.
pub(super) fn spread_over_years(able: &[Option<Access>], periods: &[Period], years: &mut [Vec<Access>]) {
    years.iter_mut().for_each(Vec::clear);
    for access in able.iter().flatten() {
        let Period { first, carry_end, .. } = periods[access.line()];
        if first < carry_end {
            years[first / 12..carry_end.div_ceil(12)].iter_mut().for_each(|year| year.push(*access));
        }
    }
}

/// Which of those who may pay costs of a fiscal year may pay them in one of its months: with new money, and
/// with what they carried over.
pub(super) fn new_and_carried(
    able: &[Access],
    month: usize,
    periods: &[Period],
) -> (Vec<Access>, Vec<Access>) {
    let (mut new, mut carried) = (Vec::with_capacity(able.len()), Vec::with_capacity(able.len()));
    for access in able {
        let Period { first, end, carry_end } = periods[access.line()];
        let is_new = (first..end).contains(&month);
        if is_new {
            new.push(*access);
        }
        // What a flat rate stands for is of the period itself.
        let is_carried = if access.is_flat_rate() { is_new } else { (first..carry_end).contains(&month) };
        if is_carried {
            carried.push(*access);
        }
    }
    (new, carried)
}

/// The months of a fiscal year cut where the period of a line begins or ends.
pub(super) fn slices(
    months: Range<usize>,
    able: &[Access],
    periods: &[Period],
) -> impl Iterator<Item = Range<usize>> {
    // One bit for each month of the year with an edge at its beginning.
    let mut cuts = 1_u16;
    for access in able {
        let Period { first, end, carry_end } = periods[access.line()];
        for edge in [first, end, carry_end] {
            if months.contains(&edge) {
                cuts |= 1 << (edge - months.start);
            }
        }
    }
    let first = months.start;
    let is_cut = move |month: &usize| cuts >> (month - first) & 1 == 1;
    let starts = months.clone().filter(is_cut);
    starts.map(move |start| {
        let next = (start + 1..months.end).find(is_cut);
        start..next.unwrap_or(months.end)
    })
}
