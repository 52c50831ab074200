//! Costs cut where others may pay them from one month to the next.

use alloc::vec::Vec;
use core::ops::Range;

use crate::funding::settlement::able::Able;
use crate::funding::settlement::choice::Choice;
use crate::funding::settlement::line::FundedLine;
use crate::funding::settlement::nature::{Access, Group};
use crate::journal::ActivityIndex;

/// Costs of the same activity in months of a fiscal year, which the same lines may pay.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    pub(crate) months: Range<usize>,
    /// Its class; none where it costs nothing.
    pub(crate) class: Option<usize>,
}

/// Who may pay which piece.
pub(crate) struct Pieces<'a> {
    pub(crate) lines: &'a [FundedLine],
    pub(crate) choices: &'a [Choice],
    /// With the places of costs, and of pieces among those of the costs.
    pub(crate) found: Vec<(Able, (usize, usize))>,
}

impl Pieces<'_> {
    /// Cuts what costs come to in a fiscal year, which some lines and own income may pay; costs that nobody
    /// may pay are no piece.
    pub(crate) fn cut(
        &mut self,
        (costs, pieces): (usize, &mut Vec<Piece>),
        cents: &[i64],
        (year, able, earning): (usize, &[Access], &[ActivityIndex]),
        chosen: &[usize],
    ) {
        let months = year * 12..year * 12 + 12;
        let is_of_year = |access: &&Access| {
            let carry = &self.lines[access.line()].carry_months;
            carry.start < months.end && months.start < carry.end && carry.start < carry.end
        };
        let able: Vec<Access> = able.iter().filter(is_of_year).copied().collect();
        if able.is_empty() && earning.is_empty() {
            return;
        }
        for months in slices(months, &able, self.lines) {
            if cents[months.clone()].iter().sum::<i64>() != 0 {
                let is_new = |access: &Access| self.lines[access.line()].months.contains(&months.start);
                // What a flat rate stands for is of the period itself.
                let is_carried = |access: &Access| match access.group() {
                    Group::FlatRate => is_new(access),
                    Group::Free | Group::Nature(_) => {
                        self.lines[access.line()].carry_months.contains(&months.start)
                    }
                };
                let new = able.iter().copied().filter(is_new);
                let carried = able.iter().copied().filter(is_carried);
                let mut found = Able::new(year, new, carried, earning, able.len());
                for choice in chosen {
                    // A choice tells costs apart only where its line may pay them.
                    let of_line = |access: &Access| access.line() == self.choices[*choice].line;
                    let follows = |access| of_line(&access) && access.group() != Group::FlatRate;
                    if found.carried_lines().any(follows) {
                        found.choose(*choice);
                    }
                }
                self.found.push((found, (costs, pieces.len())));
            }
            pieces.push(Piece { months, class: None });
        }
    }
}

/// The months of a fiscal year cut where the period of a line begins or ends.
fn slices(months: Range<usize>, able: &[Access], lines: &[FundedLine]) -> impl Iterator<Item = Range<usize>> {
    let edges = able.iter().flat_map(|access| {
        let line = &lines[access.line()];
        [line.months.start, line.months.end, line.carry_months.end]
    });
    // One bit for each month of the year with an edge at its beginning.
    let cuts = edges
        .filter(|edge| months.contains(edge))
        .fold(1_u16, |cuts, edge| cuts | 1 << (edge - months.start));
    let is_cut = move |month: &usize| cuts >> (month - months.start) & 1 == 1;
    let starts = months.clone().filter(is_cut);
    starts.map(move |start| {
        let next = (start + 1..months.end).find(is_cut);
        start..next.unwrap_or(months.end)
    })
}
