//! A view becomes ledger text, which plain text accounting programs such as hledger read.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use previ_engine::account::AccountNumber;
use previ_engine::journal::{ActivityIndex, Entry, Rule, SourceIndex, TrancheIndex};
use previ_engine::month::Month;
use previ_engine::reference::Reference;
use previ_engine::timeline::MonthIndex;
use previ_engine::view::View;
use previ_words::{Language, account_label, rule};

/// What makes one transaction: a month, an item of the plan, an activity, a tranche and a rule.
type Key = (MonthIndex, SourceIndex, ActivityIndex, TrancheIndex, Rule);

/// The journal (*journal*) of a view as ledger text: every entry in the order of months, dated the last day
/// of its month, the opening the day before the first fiscal year; debits above zero, credits below.
///
/// The name of an account begins with its number. The same view always gives the same text.
#[must_use]
pub fn ledger(view: &View, reference: &Reference, language: Language) -> String {
    let mut transactions: BTreeMap<Key, Vec<Entry>> = BTreeMap::new();
    for entry in view.entries() {
        let key = (entry.month, entry.source, entry.activity, entry.tranche, entry.rule);
        transactions.entry(key).or_default().push(entry);
    }
    let plan = view.plan();
    let mut text = format!("; {}\n", one_line(&plan.frame.association.name));
    for ((month, source, activity, _, why), entries) in &transactions {
        let item = one_line(plan.label(view.registry().source_at(*source)));
        let date = last_day(view.timeline().month(*month));
        let separator = if item.is_empty() { "" } else { " · " };
        push_line(&mut text, format_args!("\n{date} {}{separator}{item}", rule(language, *why)));
        if let Some(id) = view.registry().activity_at(*activity) {
            push_line(&mut text, format_args!("    ; {}", one_line(plan.label(id.into()))));
        }
        for entry in entries {
            for (account, cents) in [(entry.debit, entry.amount_cents), (entry.credit, -entry.amount_cents)] {
                let number = view.registry().account_at(account).number;
                let name = account_name(language, reference, number);
                push_line(&mut text, format_args!("    {name:<55}  {:>15} EUR", euros(cents)));
            }
        }
    }
    text
}

fn push_line(text: &mut String, line: std::fmt::Arguments<'_>) {
    // Writing to a text cannot fail.
    let _ = writeln!(text, "{line}");
}

/// `512 Banques`. Two spaces would end the name.
fn account_name(language: Language, reference: &Reference, number: AccountNumber) -> String {
    let label = one_line(&account_label(language, reference, number));
    if label == number.to_string() { label } else { format!("{number} {label}") }
}

/// A name without what would mean something to the reader of the text: line ends, comments, double spaces.
fn one_line(name: &str) -> String {
    let plain = name.replace([';', '|'], ",");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn euros(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    let cents = cents.unsigned_abs();
    format!("{sign}{}.{:02}", cents / 100, cents % 100)
}

/// `2027-02-28`.
fn last_day(month: Month) -> String {
    let year = month.year();
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let day = match month.number() {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    format!("{month}-{day}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_dated_its_last_day() {
        let day = |month: &str| last_day(month.parse().unwrap());
        let days = ["2027-02", "2028-02", "2100-02", "2027-04", "2027-12"].map(day);
        assert_eq!(days, ["2027-02-28", "2028-02-29", "2100-02-28", "2027-04-30", "2027-12-31"]);
    }

    #[test]
    fn names_cannot_end_or_comment_what_follows() {
        assert_eq!(one_line(" Loyer;  atelier\n| nord "), "Loyer, atelier , nord");
    }

    #[test]
    fn cents_are_written_as_euros() {
        assert_eq!([5, -5, 123_456].map(euros), ["0.05", "-0.05", "1234.56"]);
    }
}
