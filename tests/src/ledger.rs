//! Journals in ledger text, as accountants write them by hand and as `hledger` reads them, and their
//! comparison with the journal of the engine.
//!
//! A small part of the format: transactions `2027-01-31 text`, postings `    512 Banque    -850.00 EUR`
//! whose account name begins with its number, comments after `;`. Every posting names its amount, debits
//! above zero, and every transaction balances. The opening balance stands in a transaction of the day
//! before the first fiscal year.

use std::collections::BTreeMap;

use previ_engine::account::AccountNumber;
use previ_engine::money::to_cents;
use previ_engine::month::Month;
use previ_engine::view::View;
use rust_decimal::Decimal;

/// A posting of a transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posting {
    /// The month of its date.
    pub month: Month,
    /// The number at the start of its account name.
    pub account: AccountNumber,
    /// Debit above zero, credit below.
    pub cents: i64,
}

/// What an account received in a month on either side, in cents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sides {
    /// Sum of the debits.
    pub debit: i64,
    /// Sum of the credits.
    pub credit: i64,
}

/// Debits and credits by account and month.
pub type Totals = BTreeMap<(AccountNumber, Month), Sides>;

/// The postings of a ledger text.
///
/// # Errors
///
/// The line that is no transaction, posting or comment, or the transaction that does not balance.
pub fn read(text: &str) -> Result<Vec<Posting>, String> {
    let mut postings = Vec::new();
    // Month, line and what is still missing on the credit side of the transaction being read.
    let mut open: Option<(Month, usize, i64)> = None;
    for (number, line) in (1..).zip(text.lines()) {
        let bare = line.split(';').next().unwrap_or_default().trim_end();
        let blank = line.trim().is_empty();
        if bare.is_empty() && !blank {
            continue;
        }
        if !bare.starts_with(' ') {
            if let Some((_, begun, left)) = open.take()
                && left != 0
            {
                return Err(format!("line {begun}: the transaction does not balance by {left} cents"));
            }
            if !blank {
                open =
                    Some((month_of(bare).ok_or(format!("line {number}: no date in « {bare} »"))?, number, 0));
            }
            continue;
        }
        let Some((month, _, left)) = &mut open else {
            return Err(format!("line {number}: a posting outside a transaction"));
        };
        let (account, cents) = posting(bare).ok_or(format!("line {number}: no posting in « {bare} »"))?;
        *left += cents;
        postings.push(Posting { month: *month, account, cents });
    }
    match open {
        Some((_, begun, left)) if left != 0 => {
            Err(format!("line {begun}: the transaction does not balance by {left} cents"))
        }
        _ => Ok(postings),
    }
}

/// The month of `2027-01-31 text`.
fn month_of(line: &str) -> Option<Month> {
    let (date, _) = line.split_once(' ')?;
    let (month, day) = date.rsplit_once('-')?;
    let day: u8 = day.parse().ok()?;
    month.parse().ok().filter(|_| (1..=31).contains(&day))
}

/// Account and cents of `512 Banque    -850.00 EUR`: two blanks or more before the amount.
fn posting(line: &str) -> Option<(AccountNumber, i64)> {
    let (account, amount) = line.trim_start().rsplit_once("  ")?;
    let account = account.split(' ').next()?.parse().ok()?;
    let euros = Decimal::from_str_exact(amount.trim().strip_suffix(" EUR")?).ok()?;
    (euros.scale() == 2).then(|| (account, to_cents(euros)))
}

/// The debits and credits of postings.
#[must_use]
pub fn totals(postings: &[Posting]) -> Totals {
    let mut totals = Totals::new();
    for posting in postings {
        add(&mut totals, posting.account, posting.month, posting.cents);
    }
    totals
}

/// The debits and credits of the engine's journal, the opening in the month before the horizon.
#[must_use]
pub fn totals_of(view: &View) -> Totals {
    let mut totals = Totals::new();
    for entry in view.entries() {
        let month = view.timeline().month(entry.month);
        let number = |place| view.registry().account_at(place).number;
        add(&mut totals, number(entry.debit), month, entry.amount_cents);
        add(&mut totals, number(entry.credit), month, -entry.amount_cents);
    }
    totals
}

fn add(totals: &mut Totals, account: AccountNumber, month: Month, cents: i64) {
    let sides = totals.entry((one_of_two_names(account), month)).or_default();
    if cents > 0 {
        sides.debit += cents;
    } else {
        sides.credit -= cents;
    }
}

/// 110 and 119, 120 and 129 are names of one account by its sign: the engine keeps the first, a
/// statement or an accountant writes the one that fits.
fn one_of_two_names(account: AccountNumber) -> AccountNumber {
    match account.prefix(9) {
        119 => AccountNumber::of(110),
        129 => AccountNumber::of(120),
        _ => account,
    }
}

/// Where two journals differ, one sentence per account and month.
#[must_use]
pub fn differences(by_hand: &Totals, calculated: &Totals) -> Vec<String> {
    let mut keys: Vec<_> = by_hand.keys().chain(calculated.keys()).copied().collect();
    keys.sort_unstable_by_key(|(account, month)| (*month, *account));
    keys.dedup();
    let sides = |totals: &Totals, key| totals.get(key).copied().unwrap_or_default();
    let text = |sides: Sides| {
        format!("debit {}, credit {}", Decimal::new(sides.debit, 2), Decimal::new(sides.credit, 2))
    };
    keys.iter()
        .map(|key| (key, sides(by_hand, key), sides(calculated, key)))
        .filter(|(_, hand, calculated)| hand != calculated)
        .map(|((account, month), hand, calculated)| {
            format!("{month} {account}: by hand {}; calculated {}", text(hand), text(calculated))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_transaction_is_read_with_its_comments() {
        let text = "; a journal\n2027-01-31 Loyer\n    ; why\n    613 Locations     850.00 EUR ; rent\n    512 Banque       -850.00 EUR\n";
        let january = "2027-01".parse().unwrap();
        let expected = [(613, 85_000), (512, -85_000)];
        let expected = expected.map(|(account, cents)| Posting {
            month: january,
            account: AccountNumber::of(account),
            cents,
        });
        assert_eq!(read(text), Ok(expected.to_vec()));
    }

    #[test]
    fn what_is_no_journal_is_refused_with_its_line() {
        let cases = [
            (
                "2027-01-31 x\n  613 a  850.00 EUR\n  512 b  -85.00 EUR\n",
                "line 1: the transaction does not balance",
            ),
            ("2027-01-31 x\n  613 a  850.00 EUR\n\n", "line 1: the transaction does not balance"),
            ("  613 a  850.00 EUR\n", "line 1: a posting outside a transaction"),
            ("2027-13-01 x\n", "line 1: no date"),
            ("2027-01-41 x\n", "line 1: no date"),
            ("2027-01-31 x\n  613 a 850.00 EUR\n", "line 2: no posting"),
            ("2027-01-31 x\n  613 a  850 EUR\n", "line 2: no posting"),
            ("2027-01-31 x\n  loyer  850.00 EUR\n", "line 2: no posting"),
        ];
        for (text, expected) in cases {
            let said = read(text).unwrap_err();
            assert!(said.starts_with(expected), "{said}");
        }
    }

    #[test]
    fn a_difference_names_the_month_the_account_and_both_amounts() {
        let journal = |cents: &str| {
            let text = format!("2027-01-31 x\n  613 a  {cents} EUR\n  119 b  -{cents} EUR\n");
            totals(&read(&text).unwrap())
        };
        assert_eq!(differences(&journal("850.00"), &journal("850.00")), Vec::<String>::new());
        assert_eq!(
            differences(&journal("850.00"), &journal("805.00")),
            [
                "2027-01 110: by hand debit 0.00, credit 850.00; calculated debit 0.00, credit 805.00",
                "2027-01 613: by hand debit 850.00, credit 0.00; calculated debit 805.00, credit 0.00",
            ]
        );
    }
}
