//! Formulas that do nothing but add cells of their own sheet: the mark of a total.

use std::fmt;
use std::ops::RangeInclusive;

use super::workbook::address;

/// Stands for a formula of which nothing is known.
pub(crate) const UNREADABLE_FORMULA: &str = "?";
/// Stands for a formula that does something else than add cells.
pub(crate) const OTHER_FORMULA: &str = "=…";

/// More parentheses inside each other than any total has.
const MAX_DEPTH: u32 = 20;

/// A sum of cells, such as `SUM(C4:C9)` or `C4+C9+SUM(C12:C14)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sum {
    areas: Vec<Area>,
    /// Whether it says that it adds: `SUM(C4)` or `C4+C5`, not `C4` alone.
    pub(crate) is_explicit: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Area {
    first: Corner,
    last: Corner,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Corner {
    row: u32,
    column: u32,
    row_fixed: bool,
    column_fixed: bool,
}

impl Sum {
    /// Reads a formula as Excel or LibreOffice write it, in English or French; `None` where it does
    /// anything else than add cells of its own sheet.
    pub(crate) fn of(formula: &str) -> Option<Self> {
        // An xlsx file writes no equals sign.
        let bare = ["of:=", "oooc:=", "msoxl:=", "="].iter().find_map(|start| formula.strip_prefix(start));
        let mut reader = Reader { rest: bare.unwrap_or(formula), areas: Vec::new(), is_explicit: false };
        reader.sum(0)?;
        reader.spaces();
        (reader.rest.is_empty() && !reader.areas.is_empty())
            .then_some(Self { areas: reader.areas, is_explicit: reader.is_explicit })
    }

    /// The same sum written into another cell; `None` where it would leave the sheet.
    pub(crate) fn moved(&self, from: (u32, u32), to: (u32, u32)) -> Option<Self> {
        let shift = |at: u32, fixed: bool, from: u32, to: u32| {
            let moved = i64::from(at) + i64::from(to) - i64::from(from);
            if fixed { Some(at) } else { u32::try_from(moved).ok() }
        };
        let corner = |corner: Corner| {
            let row = shift(corner.row, corner.row_fixed, from.0, to.0)?;
            let column = shift(corner.column, corner.column_fixed, from.1, to.1)?;
            Some(Corner { row, column, ..corner })
        };
        let areas =
            self.areas.iter().map(|area| Some(Area { first: corner(area.first)?, last: corner(area.last)? }));
        areas.collect::<Option<_>>().map(|areas| Self { areas, is_explicit: self.is_explicit })
    }

    /// The rows of `column` that it adds; `None` where it also adds cells of other columns.
    pub(crate) fn rows_in(&self, column: u32) -> Option<Vec<RangeInclusive<u32>>> {
        let inside = |area: &Area| {
            let rows = area.first.row.min(area.last.row)..=area.first.row.max(area.last.row);
            (area.first.column == column && area.last.column == column).then_some(rows)
        };
        self.areas.iter().map(inside).collect()
    }
}

impl fmt::Display for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("=SUM(")?;
        for (place, Area { first, last }) in self.areas.iter().enumerate() {
            let comma = if place == 0 { "" } else { "," };
            write!(f, "{comma}{}", address(first.row, first.column))?;
            if first != last {
                write!(f, ":{}", address(last.row, last.column))?;
            }
        }
        f.write_str(")")
    }
}

struct Reader<'a> {
    rest: &'a str,
    areas: Vec<Area>,
    is_explicit: bool,
}

impl Reader<'_> {
    fn spaces(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn eat(&mut self, sign: char) -> bool {
        self.spaces();
        let after = self.rest.strip_prefix(sign);
        self.rest = after.unwrap_or(self.rest);
        after.is_some()
    }

    fn sum(&mut self, depth: u32) -> Option<()> {
        self.eat('+');
        self.term(depth)?;
        while self.eat('+') {
            self.is_explicit = true;
            self.term(depth)?;
        }
        Some(())
    }

    fn term(&mut self, depth: u32) -> Option<()> {
        if depth > MAX_DEPTH {
            return None;
        }
        if self.eat('(') {
            self.sum(depth + 1)?;
            return self.eat(')').then_some(());
        }
        if self.function(depth)? {
            return Some(());
        }
        let in_brackets = self.eat('[');
        let first = self.corner()?;
        let last = if self.eat(':') { self.corner()? } else { first };
        self.areas.push(Area { first, last });
        (!in_brackets || self.eat(']')).then_some(())
    }

    /// A function that adds; whether there was one.
    fn function(&mut self, depth: u32) -> Option<bool> {
        self.spaces();
        let adds = |name: &str| {
            let (start, after) = (self.rest.get(..name.len())?, self.rest.get(name.len()..)?);
            start.eq_ignore_ascii_case(name).then_some(after)
        };
        if let Some(after) = adds("SUM(").or_else(|| adds("SOMME(")) {
            self.rest = after;
        } else if let Some(after) = adds("SUBTOTAL(").or_else(|| adds("SOUS.TOTAL(")) {
            // 9 and 109 mean the sum.
            let after = after.trim_start();
            let after = after.strip_prefix("109").or_else(|| after.strip_prefix('9'))?.trim_start();
            self.rest = after.strip_prefix([',', ';'])?;
        } else {
            return Some(false);
        }
        self.is_explicit = true;
        loop {
            self.sum(depth + 1)?;
            if self.eat(')') {
                return Some(true);
            }
            if !(self.eat(',') || self.eat(';') || self.eat('~')) {
                return None;
            }
        }
    }

    /// `C4`, `$C$4`, or `.C4` as ods files write it.
    fn corner(&mut self) -> Option<Corner> {
        self.eat('.');
        let column_fixed = self.eat('$');
        let digits = self.rest.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let letters =
            self.rest.get(..self.rest.len() - digits.len()).filter(|l| (1..=3).contains(&l.len()))?;
        let column = letters
            .bytes()
            .fold(0, |column, letter| column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
        self.rest = digits;
        let row_fixed = self.eat('$');
        let after = self.rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let row = self.rest.get(..self.rest.len() - after.len())?.parse::<u32>().ok()?.checked_sub(1)?;
        self.rest = after;
        Some(Corner { row, column: column - 1, row_fixed, column_fixed })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_of_one_column_name_their_rows() {
        let rows = |formula: &str| Sum::of(formula).and_then(|sum| sum.rows_in(3));
        assert_eq!(rows("=SUM(D5:D7)"), Some(vec![4..=6]));
        assert_eq!(rows("of:=[.D9]+SUM([.D12:.D14])"), Some(vec![8..=8, 11..=13]));
        assert_eq!(rows("of:=SUM([.D16];[.D17])"), Some(vec![15..=15, 16..=16]));
        assert_eq!(rows("=SOMME($D$2; D4)"), Some(vec![1..=1, 3..=3]));
        assert_eq!(rows("=SUBTOTAL(9,D2:D4)"), Some(vec![1..=3]));
        assert_eq!(rows("=SUM(C5:C7)"), None);
        assert!(Sum::of("=SUM(D5)").unwrap().is_explicit);
        assert!(!Sum::of("=D5").unwrap().is_explicit);
    }

    #[test]
    fn whatever_does_more_than_add_is_no_sum() {
        for other in [
            "=D4*2",
            "=D4-D5",
            "=SUM(D4:D5)*10%",
            "=12",
            "=SUMIF(D4:D5,1)",
            "=Feuil2!D4",
            "",
            "=",
            "=SUM()",
            "of:=SUM([$'X'.O$1:$'X'.O$9])",
            "=SUBTOTAL(1,D2:D4)",
            "=D4+",
            "=SUM(D4",
            "=D0",
            "=ABCD1",
            "?",
        ] {
            assert_eq!(Sum::of(other), None, "{other}");
        }
        assert_eq!(Sum::of(&format!("={}D4", "(".repeat(10_000))), None);
    }

    #[test]
    fn a_moved_sum_keeps_its_fixed_parts() {
        let sum = Sum::of("=SUM(B$2:$C4)").unwrap();
        // One row down, two columns to the right.
        assert_eq!(sum.moved((9, 1), (10, 3)).unwrap().to_string(), "=SUM(D2:C5)");
        assert_eq!(sum.moved((9, 1), (0, 0)), None);
    }
}
