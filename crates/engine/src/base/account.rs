//! Account numbers of the French chart of accounts.

use alloc::string::String;
use core::cmp::Ordering;
use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An account number (*numéro de compte*): one to nine digits, class 1 to 8 first.
///
/// Numbers sort as text, so that 6061 stands between 606 and 607. Written as a string in files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AccountNumber(u32);

impl AccountNumber {
    /// For numbers fixed by the rules; anything that is no account number gives class 4's 471.
    #[must_use]
    pub const fn of(number: u32) -> Self {
        let mut class = number;
        while class >= 10 {
            class /= 10;
        }
        if class == 0 || class == 9 || number > 999_999_999 { Self(471) } else { Self(number) }
    }

    /// The first digit, 1 to 8 (*classe*).
    #[must_use]
    pub fn class(self) -> u8 {
        self.prefix(1) as u8
    }

    /// The first `digits` digits as a number; the whole number when it is shorter.
    #[must_use]
    pub fn prefix(self, digits: u32) -> u32 {
        self.0 / 10_u32.pow(self.digits().saturating_sub(digits))
    }

    /// How many digits it has.
    #[must_use]
    pub fn digits(self) -> u32 {
        self.0.ilog10() + 1
    }

    /// Whether this number is `parent` or one of its sub-accounts.
    #[must_use]
    pub fn is_under(self, parent: Self) -> bool {
        self.digits() >= parent.digits() && self.prefix(parent.digits()) == parent.0
    }

    /// The number without its last digit; `None` for a class.
    #[must_use]
    pub fn parent(self) -> Option<Self> {
        (self.0 >= 10).then_some(Self(self.0 / 10))
    }

    /// The two-digit heading it stands under in a budget, such as 60 for 6061.
    #[must_use]
    pub fn heading(self) -> Self {
        Self(self.prefix(2))
    }

    /// The account of accumulated depreciation: 28 and what follows the 2, as 2183 → 28183.
    #[must_use]
    pub fn depreciation(self) -> Self {
        let below_class = self.0 - self.prefix(1) * 10_u32.pow(self.digits() - 1);
        let number = 28 * 10_u32.pow(self.digits() - 1) + below_class;
        Self::of(if self.digits() == 9 { number / 10 } else { number })
    }

    fn padded(self) -> u32 {
        const POWERS: [u32; 9] = [100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1];
        self.0 * POWERS[self.0.ilog10() as usize]
    }
}

impl Ord for AccountNumber {
    fn cmp(&self, other: &Self) -> Ordering {
        self.padded().cmp(&other.padded()).then(self.0.cmp(&other.0))
    }
}

impl PartialOrd for AccountNumber {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for AccountNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
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
        text.parse().map(Self).map_err(|_| WANTED)
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
