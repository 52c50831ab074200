//! Arithmetic typed in a cell: + − × ÷ and parentheses over exact decimals.

use std::iter::Peekable;
use std::str::CharIndices;

use rust_decimal::Decimal;

use super::ParseAmountError::{self, DivisionByZero, NotANumber, TooLarge};
use super::plain::{self, Lone};

/// More parentheses inside each other than anyone types.
const MAX_DEPTH: u32 = 50;

/// Reads what stands after the equals sign.
pub(super) fn evaluate(text: &str, lone: Lone) -> Result<Decimal, ParseAmountError> {
    let mut reader = Reader { text, rest: text.char_indices().peekable(), lone };
    let value = reader.sum(0)?;
    match reader.next_sign() {
        None => Ok(value),
        Some(_) => Err(NotANumber),
    }
}

struct Reader<'a> {
    text: &'a str,
    rest: Peekable<CharIndices<'a>>,
    lone: Lone,
}

impl Reader<'_> {
    /// The next sign that is no space, left in place.
    fn next_sign(&mut self) -> Option<char> {
        while self.rest.next_if(|(_, c)| c.is_whitespace()).is_some() {}
        self.rest.peek().map(|(_, c)| *c)
    }

    /// Products parted by + and −.
    fn sum(&mut self, depth: u32) -> Result<Decimal, ParseAmountError> {
        let mut total = self.product(depth)?;
        while let Some(sign) = self.next_sign().filter(|c| *c == '+' || plain::is_minus(*c)) {
            self.rest.next();
            let term = self.product(depth)?;
            let next = if sign == '+' { total.checked_add(term) } else { total.checked_sub(term) };
            total = next.ok_or(TooLarge)?;
        }
        Ok(total)
    }

    /// Factors parted by × and ÷.
    fn product(&mut self, depth: u32) -> Result<Decimal, ParseAmountError> {
        let mut total = self.factor(depth)?;
        while let Some(sign) = self.next_sign().filter(|c| matches!(c, '*' | '×' | '/' | '÷')) {
            self.rest.next();
            let factor = self.factor(depth)?;
            total = match sign {
                '*' | '×' => total.checked_mul(factor),
                _ if factor.is_zero() => return Err(DivisionByZero),
                _ => total.checked_div(factor),
            }
            .ok_or(TooLarge)?;
        }
        Ok(total)
    }

    /// A number or parentheses, with any signs before them.
    fn factor(&mut self, depth: u32) -> Result<Decimal, ParseAmountError> {
        let mut minus = false;
        while let Some(sign) = self.next_sign().filter(|c| *c == '+' || plain::is_minus(*c)) {
            self.rest.next();
            minus ^= sign != '+';
        }
        let value = if self.next_sign() == Some('(') { self.parentheses(depth) } else { self.number() }?;
        Ok(if minus { -value } else { value })
    }

    fn parentheses(&mut self, depth: u32) -> Result<Decimal, ParseAmountError> {
        if depth == MAX_DEPTH {
            return Err(NotANumber);
        }
        self.rest.next();
        let value = self.sum(depth + 1)?;
        match self.next_sign() {
            Some(')') => {
                self.rest.next();
                Ok(value)
            }
            _ => Err(NotANumber),
        }
    }

    fn number(&mut self) -> Result<Decimal, ParseAmountError> {
        let in_number = |c: char| c.is_ascii_digit() || c == ',' || c == '.' || plain::is_space(c);
        let start = self.rest.peek().map_or(self.text.len(), |(place, _)| *place);
        while self.rest.next_if(|(_, c)| in_number(*c)).is_some() {}
        let end = self.rest.peek().map_or(self.text.len(), |(place, _)| *place);
        let typed = self.text.get(start..end).unwrap_or_default();
        plain::unsigned(typed.trim_end(), self.lone)
    }
}
