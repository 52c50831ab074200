//! What stands in a cell, before anything is written.

use rust_decimal::Decimal;

/// Amounts of a grid cell: a month of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    /// Nothing, and nothing to be typed: outside the dates of the item.
    Blank,
    /// Nothing yet; an amount may be typed.
    Open,
    /// Typed by a person, to be changed here too.
    Typed(i64),
    /// Calculated by Prévi, not followed by a formula.
    Derived(i64),
    /// A formula without its equals sign, and the cents it gives.
    Formula(String, i64),
}

impl Cell {
    /// Its amount.
    pub(super) fn cents(&self) -> i64 {
        match self {
            Self::Blank | Self::Open => 0,
            Self::Typed(cents) | Self::Derived(cents) | Self::Formula(_, cents) => *cents,
        }
    }

    /// Whether formulas look at it.
    pub(super) fn is_used(&self) -> bool {
        *self != Self::Blank
    }

    /// A cell calculated by Prévi, blank for zero.
    pub(super) fn derived(cents: i64) -> Self {
        if cents == 0 { Self::Blank } else { Self::Derived(cents) }
    }
}

/// What is written in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Content {
    /// Nothing but its look.
    Blank,
    /// Always a text, whatever it begins with.
    Text(String),
    /// A number.
    Number(f64),
    /// A formula without its equals sign, and its result.
    Formula(String, Outcome),
}

/// The result of a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// An amount, in cents.
    Cents(i64),
    /// A number or a text as it is written.
    Written(String),
}

/// How a cell is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The name of the sheet.
    Title,
    /// A block begins.
    Section,
    /// Head of a column.
    Header,
    /// An explanation.
    Note,
    /// An ordinary label or result.
    Plain,
    /// Typed by a person.
    Input,
    /// Calculated by Prévi, not live.
    Derived,
    /// A heading of accounts.
    Subtotal,
    /// A total.
    Total,
}

impl Role {
    pub(super) const ALL: [Self; 9] = [
        Self::Title,
        Self::Section,
        Self::Header,
        Self::Note,
        Self::Plain,
        Self::Input,
        Self::Derived,
        Self::Subtotal,
        Self::Total,
    ];
}

/// How its content is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Text on one line.
    Text,
    /// Text on several lines.
    Wrapped,
    /// Text or number in the middle.
    Centred,
    /// A whole number.
    Whole,
    /// Euros and cents, red below zero.
    Cents,
    /// Euros and cents of money that comes and goes: below zero is nothing to worry about.
    Flow,
    /// Euros without cents.
    Euros,
    /// A number as precise as it was typed.
    Decimal,
    /// A percentage.
    Percent,
    /// The level of an index.
    Level,
    /// A month.
    Month,
}

impl Shape {
    pub(super) const ALL: [Self; 11] = [
        Self::Text,
        Self::Wrapped,
        Self::Centred,
        Self::Whole,
        Self::Cents,
        Self::Flow,
        Self::Euros,
        Self::Decimal,
        Self::Percent,
        Self::Level,
        Self::Month,
    ];
}

/// Role and shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look(pub(super) Role, pub(super) Shape);

/// Cents as the text of a formula's result, without zeros at its end.
pub(super) fn result_of(cents: i64) -> String {
    if cents % 100 == 0 {
        return (cents / 100).to_string();
    }
    let mut text = cents.unsigned_abs().to_string();
    if text.len() < 3 {
        text.insert_str(0, &"000"[text.len()..]);
    }
    text.insert(text.len() - 2, '.');
    if text.ends_with('0') {
        text.pop();
    }
    if cents < 0 {
        text.insert(0, '-');
    }
    text
}

/// The number of a spreadsheet that is nearest to `value`.
pub(super) fn nearest(value: Decimal) -> f64 {
    // A decimal always reads as a number.
    value.to_string().parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cents_are_written_without_zeros_at_their_end() {
        let written = [0, 5, -5, 10, 100, 1_999, -120_030, 120_000].map(result_of);
        assert_eq!(written, ["0", "0.05", "-0.05", "0.1", "1", "19.99", "-1200.3", "1200"]);
    }
}
