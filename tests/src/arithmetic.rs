//! Arithmetic as French pages write it: `12 × (2 420,00 + 556,60) × 80 %`.

use rust_decimal::Decimal;

/// The value of an expression with `+ − × ÷`, parentheses, `%` after a number, and numbers such as
/// `10 200,00`.
///
/// # Errors
///
/// What cannot be read, a division by zero, a number out of reach.
pub fn evaluate(text: &str) -> Result<Decimal, String> {
    let mut reader = Reader { rest: text.trim_start() };
    let value = reader.sum()?;
    if reader.rest.is_empty() { Ok(value) } else { Err(format!("cannot read « {} »", reader.rest)) }
}

/// A number alone, with an optional minus sign.
#[must_use]
pub fn number(text: &str) -> Option<Decimal> {
    let (sign, digits) = match text.strip_prefix('−') {
        Some(digits) => (-Decimal::ONE, digits),
        None => (Decimal::ONE, text),
    };
    let mut reader = Reader { rest: digits };
    let value = reader.digits()?;
    (reader.rest.is_empty() && !digits.is_empty()).then_some(sign * value)
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    /// Steps over `sign` and the blanks after it, if it comes next.
    fn takes(&mut self, sign: char) -> bool {
        let after = self.rest.strip_prefix(sign);
        self.rest = after.map_or(self.rest, str::trim_start);
        after.is_some()
    }

    fn sum(&mut self) -> Result<Decimal, String> {
        let mut value = self.product()?;
        loop {
            let next = if self.takes('+') {
                value.checked_add(self.product()?)
            } else if self.takes('−') {
                value.checked_sub(self.product()?)
            } else {
                return Ok(value);
            };
            value = next.ok_or("out of reach")?;
        }
    }

    fn product(&mut self) -> Result<Decimal, String> {
        let mut value = self.factor()?;
        loop {
            let next = if self.takes('×') {
                value.checked_mul(self.factor()?)
            } else if self.takes('÷') {
                value.checked_div(self.factor()?)
            } else {
                return Ok(value);
            };
            value = next.ok_or("out of reach, or divided by zero")?;
        }
    }

    fn factor(&mut self) -> Result<Decimal, String> {
        if self.takes('−') {
            return Ok(-self.factor()?);
        }
        let value = if self.takes('(') {
            let value = self.sum()?;
            if !self.takes(')') {
                return Err("a parenthesis is not closed".to_owned());
            }
            value
        } else {
            let value = self.digits().ok_or(format!("no number at « {} »", self.rest))?;
            self.rest = self.rest.trim_start();
            value
        };
        Ok(if self.takes('%') { value / Decimal::ONE_HUNDRED } else { value })
    }

    /// Digits, in groups of three after a blank, and a decimal comma.
    fn digits(&mut self) -> Option<Decimal> {
        let mut plain = String::new();
        plain.push_str(self.run());
        while let Some(group) = self.group() {
            plain.push_str(group);
        }
        if let Some(after) = self.rest.strip_prefix(',') {
            self.rest = after;
            plain.push('.');
            plain.push_str(self.run());
        }
        let whole = plain.starts_with(|c: char| c.is_ascii_digit()) && !plain.ends_with('.');
        whole.then(|| Decimal::from_str_exact(&plain).ok()).flatten()
    }

    /// The digits that come next.
    fn run(&mut self) -> &str {
        let end = self.rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(self.rest.len());
        let (run, rest) = self.rest.split_at(end);
        self.rest = rest;
        run
    }

    /// A blank and three digits, the digits.
    fn group(&mut self) -> Option<&str> {
        let after = self.rest.strip_prefix([' ', '\u{a0}', '\u{202f}'])?;
        let group = after.get(..3).filter(|group| group.bytes().all(|b| b.is_ascii_digit()))?;
        let rest = &after[3..];
        if rest.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        self.rest = rest;
        Some(group)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> String {
        evaluate(text).map_or_else(|why| why, |value| value.normalize().to_string())
    }

    #[test]
    fn the_four_operations_keep_their_order() {
        assert_eq!(value("2 + 3 × 4 − 10 ÷ 4"), "11.5");
        assert_eq!(value("(2 + 3) × 4"), "20");
        assert_eq!(value("10 − 2 − 3"), "5");
        assert_eq!(value("−2 × (−3 + 1)"), "4");
        assert_eq!(value("12 × 80 % × (2 420,00 + 556,60)"), "28575.36");
    }

    #[test]
    fn numbers_are_written_the_french_way() {
        assert_eq!(value("10\u{202f}200,50 + 1\u{a0}000"), "11200.5");
        assert_eq!(number("−1 234 567,89").map(|n| n.to_string()), Some("-1234567.89".to_owned()));
        for wrong in ["", "−", "10 20", "1 0000", "1.5", "1,", ",5", "12 €", "1 + 1"] {
            assert_eq!(number(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_refused() {
        for wrong in ["", "1 +", "(1", "1 2", "1 ÷ 0", "a", "1)", "79228162514264337593543950335 × 10"] {
            assert!(evaluate(wrong).is_err(), "{wrong}");
        }
    }
}
