//! A month as people type it.

use previ_engine::month::Month;

use crate::language::Language;
use crate::month::{month_names, short_month_names};

/// The text is no month; its text is `parse-not-a-month`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAMonth;

impl NotAMonth {
    /// The id of its text.
    #[must_use]
    pub fn text_id(self) -> &'static str {
        "parse-not-a-month"
    }
}

/// Reads a month: `2027-03`, `03/2027`, `3/27`, `mars 2027`, `mars 27`, `déc. 2027`, `March 2027`. Names
/// may be French or English, shortened to three letters or more, without accents or capitals. A year of
/// two digits lies in 2000–2099.
///
/// # Errors
/// Where it is nothing of the kind.
pub fn parse_month(text: &str) -> Result<Month, NotAMonth> {
    let is_between = |c: char| c.is_whitespace() || matches!(c, '-' | '/' | '.' | ',');
    let mut parts = text.split(is_between).filter(|part| !part.is_empty());
    let (Some(first), Some(second), None) = (parts.next(), parts.next(), parts.next()) else {
        return Err(NotAMonth);
    };
    let (number, year) = match named(first) {
        Some(number) => (Some(number), second),
        None if first.len() == 4 => (numbered(second), first),
        None => (numbered(first), second),
    };
    let (Some(number), Some(year)) = (number, year_of(year)) else { return Err(NotAMonth) };
    Month::new(year, number).ok_or(NotAMonth)
}

fn digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

fn numbered(text: &str) -> Option<u8> {
    (digits(text) && text.len() <= 2).then(|| text.parse().ok()).flatten()
}

fn year_of(text: &str) -> Option<i32> {
    let year: i32 = digits(text).then(|| text.parse().ok()).flatten()?;
    match text.len() {
        2 => Some(2000 + year),
        4 => Some(year),
        _ => None,
    }
}

/// The number of the one month whose name begins with these letters.
fn named(text: &str) -> Option<u8> {
    let typed = folded(text);
    if typed.len() < 3 {
        return None;
    }
    let mut found = None;
    for language in Language::ALL {
        let names = month_names(language).iter().zip(short_month_names(language));
        for (number, (long, short)) in (1..).zip(names) {
            let is_name = folded(long).starts_with(&typed) || folded(short) == typed;
            if is_name && found.is_some_and(|found| found != number) {
                return None;
            }
            if is_name {
                found = Some(number);
            }
        }
    }
    found
}

/// Small letters without accents.
fn folded(name: &str) -> String {
    let plain = |c: char| match c {
        'é' | 'è' | 'ê' => 'e',
        'û' | 'ù' => 'u',
        other => other,
    };
    name.chars().filter(|c| *c != '.').flat_map(char::to_lowercase).map(plain).collect()
}
