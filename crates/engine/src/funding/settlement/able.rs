//! Who may pay a cost of a fiscal year.

use alloc::vec::Vec;
use core::ops::Range;

use crate::funding::settlement::nature::Access;
use crate::journal::ActivityIndex;

/// The lines, activities and choices that a cost of a fiscal year is for.
///
/// All of them stand in one list of numbers, because such lists are made, compared and put in order by the
/// thousand.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Able {
    /// The fiscal year, then four lists of numbers above 0, each but the last with a 0 behind it.
    numbers: Vec<u32>,
    /// Where the lists end.
    ends: [usize; 4],
}

impl Able {
    /// Those who may pay with new money and with what they carried over, and whose own income may; no more than
    /// `room` lines.
    pub(crate) fn new(
        year: usize,
        new: impl Iterator<Item = Access>,
        carried: impl Iterator<Item = Access>,
        earning: &[ActivityIndex],
        room: usize,
    ) -> Self {
        let mut numbers = Vec::with_capacity(room * 2 + earning.len() + 4);
        let mut ends = [0; 4];
        numbers.push(year as u32);
        numbers.extend(new.map(Access::number));
        ends[0] = numbers.len();
        numbers.push(0);
        numbers.extend(carried.map(Access::number));
        ends[1] = numbers.len();
        numbers.push(0);
        numbers.extend(earning.iter().map(|activity| u32::from(activity.0) + 1));
        ends[2] = numbers.len();
        numbers.push(0);
        ends[3] = numbers.len();
        Self { numbers, ends }
    }

    /// One more choice is about it.
    pub(crate) fn choose(&mut self, choice: usize) {
        self.numbers.push(choice as u32 + 1);
        self.ends[3] = self.numbers.len();
    }

    pub(crate) fn year(&self) -> usize {
        self.numbers[0] as usize
    }

    fn list(&self, list: Range<usize>) -> impl Iterator<Item = u32> + '_ {
        self.numbers[list].iter().copied()
    }

    /// Lines that may pay it with new money.
    pub(crate) fn new_lines(&self) -> impl Iterator<Item = Access> + '_ {
        self.list(1..self.ends[0]).map(Access::of_number)
    }

    /// Lines that may pay it with what they carried over.
    pub(crate) fn carried_lines(&self) -> impl Iterator<Item = Access> + '_ {
        self.list(self.ends[0] + 1..self.ends[1]).map(Access::of_number)
    }

    /// Activities whose own income may pay it.
    pub(crate) fn earning(&self) -> impl Iterator<Item = ActivityIndex> + '_ {
        self.list(self.ends[1] + 1..self.ends[2]).map(|number| ActivityIndex((number - 1) as u16))
    }

    /// Choices that are about it.
    pub(crate) fn chosen(&self) -> impl Iterator<Item = usize> + '_ {
        self.list(self.ends[2] + 1..self.ends[3]).map(|number| number as usize - 1)
    }
}
