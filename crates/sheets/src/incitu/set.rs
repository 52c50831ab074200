//! A set of projects as people write it: `1,4-6`.

use std::collections::BTreeSet;

use previ_engine::diagnostic::{Arg, ArgKind, Code, CodeSpec, Diagnostic, Place, Severity};
use rust_decimal::Decimal;

pub(super) const SET_UNREADABLE: CodeSpec =
    CodeSpec { code: Code("sheets.project-set-unreadable"), args: &[("text", ArgKind::Text)] };
pub(super) const SET_REVERSED: CodeSpec =
    CodeSpec { code: Code("sheets.project-set-reversed"), args: &[("text", ArgKind::Text)] };
pub(super) const NO_SUCH_PROJECT: CodeSpec = CodeSpec {
    code: Code("sheets.no-such-project"),
    args: &[("text", ArgKind::Text), ("count", ArgKind::Number)],
};

/// Projects by their numbers, the first one being 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectSet(BTreeSet<usize>);

impl ProjectSet {
    /// Reads numbers and ranges with commas between them, for a plan of `count` projects; a number may come
    /// twice.
    ///
    /// # Errors
    ///
    /// - `sheets.project-set-unreadable` for what is neither a number nor a range
    /// - `sheets.project-set-reversed` for a range whose end comes first
    /// - `sheets.no-such-project` for a number that no project has
    pub fn parse(text: &str, count: usize) -> Result<Self, Diagnostic> {
        let mut numbers = BTreeSet::new();
        for part in text.split(',').map(str::trim) {
            let (first, last) = part.split_once('-').unwrap_or((part, part));
            let (Some(first), Some(last)) = (number(first), number(last)) else {
                return Err(wrong(SET_UNREADABLE, part));
            };
            if last < first {
                return Err(wrong(SET_REVERSED, part));
            }
            if first == 0 || last > count {
                let count = Arg::Number(Decimal::from(count));
                return Err(wrong(NO_SUCH_PROJECT, part).with("count", count));
            }
            numbers.extend(first..=last);
        }
        Ok(Self(numbers))
    }

    /// Whether the project at a place, the first one being 0, belongs to it.
    pub(super) fn has(&self, place: usize) -> bool {
        self.0.contains(&(place + 1))
    }

    /// The numbers in order.
    #[must_use]
    pub fn numbers(&self) -> Vec<usize> {
        self.0.iter().copied().collect()
    }
}

/// A plain whole number; the largest one where it is too long to be any project's.
fn number(text: &str) -> Option<usize> {
    let digits = text.trim();
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().unwrap_or(usize::MAX))
}

fn wrong(spec: CodeSpec, part: &str) -> Diagnostic {
    let said = Diagnostic::new(spec.code, Severity::Error, Place::Whole);
    said.with("text", Arg::Text(part.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_ranges_are_read_with_spaces_and_twice() {
        let read = |text| ProjectSet::parse(text, 6).map(|set| set.numbers());
        assert_eq!(read("1,4-6"), Ok(vec![1, 4, 5, 6]));
        assert_eq!(read(" 6 , 2 - 3 "), Ok(vec![2, 3, 6]));
        assert_eq!(read("1,1,2-3,3"), Ok(vec![1, 2, 3]));
    }

    #[test]
    fn what_is_no_set_is_said_part_by_part() {
        let code = |text| ProjectSet::parse(text, 6).unwrap_err().code.0;
        for text in ["a", "", "1,", "1--2", "-1", "+1", "1,b", "1.5"] {
            assert_eq!(code(text), "sheets.project-set-unreadable", "{text}");
        }
        assert_eq!(code("1,4-2"), "sheets.project-set-reversed");
        for text in ["7", "0", "1,4,6-8", "99999999999999999999999", "0-99999999999999999999999"] {
            assert_eq!(code(text), "sheets.no-such-project", "{text}");
        }
    }
}
