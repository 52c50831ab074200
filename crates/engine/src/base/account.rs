//! Account numbers of the French chart of accounts.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An account number (*numéro de compte*): one to nine digits, class 1 to 8 first.
///
/// Numbers sort as text, so that 6061 stands between 606 and 607. Written as a string in files.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountNumber {
    /// Filled up with zeros to nine digits, which makes numbers sort as text.
    padded: u32,
    digits: u8,
}

/// What a number of so many digits is multiplied by to have nine: looked up, because numbers are compared
/// by the million.
const fn padding(digits: u32) -> u32 {
    const POWERS: [u32; 10] =
        [1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1];
    if digits < 9 { POWERS[digits as usize] } else { 1 }
}

impl AccountNumber {
    /// For numbers fixed by the rules; anything that is no account number gives class 4's 471.
    #[must_use]
    pub const fn of(number: u32) -> Self {
        let mut class = number;
        while class >= 10 {
            class /= 10;
        }
        Self::unchecked(if class == 0 || class == 9 || number > 999_999_999 { 471 } else { number })
    }

    const fn unchecked(number: u32) -> Self {
        let digits = number.ilog10() + 1;
        Self { padded: number * padding(digits), digits: digits as u8 }
    }

    /// The first digit, 1 to 8 (*classe*).
    #[must_use]
    pub fn class(self) -> u8 {
        self.prefix(1) as u8
    }

    /// The number itself, such as 6061.
    #[must_use]
    pub fn get(self) -> u32 {
        self.padded / padding(self.digits())
    }

    /// The first `digits` digits as a number; the whole number when it is shorter.
    #[must_use]
    pub fn prefix(self, digits: u32) -> u32 {
        self.padded / padding(digits.min(self.digits()))
    }

    /// How many digits it has.
    #[must_use]
    pub fn digits(self) -> u32 {
        u32::from(self.digits)
    }

    /// Whether this number is `parent` or one of its sub-accounts.
    #[must_use]
    pub fn is_under(self, parent: Self) -> bool {
        self.digits >= parent.digits && self.prefix(parent.digits()) == parent.get()
    }

    /// The number without its last digit; `None` for a class.
    #[must_use]
    pub fn parent(self) -> Option<Self> {
        (self.digits > 1).then(|| Self::unchecked(self.get() / 10))
    }

    /// The two-digit heading it stands under in a budget, such as 60 for 6061.
    #[must_use]
    pub fn heading(self) -> Self {
        Self::unchecked(self.prefix(2))
    }

    /// The account of accumulated depreciation: 28 and what follows the 2, as 2183 → 28183.
    #[must_use]
    pub fn depreciation(self) -> Self {
        let class = 10_u32.pow(self.digits() - 1);
        let number = 28 * class + self.get() - self.prefix(1) * class;
        Self::of(if self.digits == 9 { number / 10 } else { number })
    }
}

impl fmt::Debug for AccountNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for AccountNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.get(), f)
    }
}

impl FromStr for AccountNumber {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const WANTED: &str = "an account number has one to nine digits and begins with 1 to 8";
        if text.is_empty() || text.len() > 9 || !text.bytes().all(|b| b.is_ascii_digit()) {
            return Err(WANTED);
        }
        if !matches!(text.as_bytes().first(), Some(b'1'..=b'8')) {
            return Err(WANTED);
        }
        text.parse().map(Self::unchecked).map_err(|_| WANTED)
    }
}

impl Serialize for AccountNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for AccountNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|_| serde::de::Error::custom("account-without-class"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    fn number(text: &str) -> AccountNumber {
        text.parse().unwrap()
    }

    #[test]
    fn numbers_sort_as_text_so_sub_accounts_follow_their_account() {
        let mut numbers: Vec<_> = ["607", "60", "6061", "606", "7"].map(number).into();
        numbers.sort();
        assert_eq!(numbers, ["60", "606", "6061", "607", "7"].map(number));
    }

    #[test]
    fn depreciation_stands_in_28_under_the_same_digits() {
        assert_eq!(number("2183").depreciation(), number("28183"));
        assert_eq!(number("205").depreciation(), number("2805"));
        assert_eq!(number("2").depreciation(), number("28"));
    }

    #[test]
    fn a_number_needs_a_class_from_1_to_8() {
        for bad in ["", "0", "9", "012", "60a", "6 0", "1234567890"] {
            assert!(bad.parse::<AccountNumber>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_sub_account_is_under_its_account_and_under_itself() {
        assert!(number("6061").is_under(number("606")));
        assert!(number("606").is_under(number("606")));
        assert!(!number("60").is_under(number("606")));
        assert_eq!(number("6061").heading(), number("60"));
    }
}
