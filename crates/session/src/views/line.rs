//! What the form of a budget line offers to choose from.

use previ_engine::account::AccountNumber;
use previ_engine::timing::Timing;
use previ_words::{Language, account_label, short_month_names, text, timing};

use crate::open::Session;

/// Accounts to choose from are those of three digits or more: others are headings.
const SHORTEST: u32 = 3;
/// Shorter beginnings of a word fit too many others.
const FEWEST_LETTERS: usize = 3;

/// An account with its name, as forms show it.
#[must_use]
pub fn account_in_words(session: &Session, account: AccountNumber) -> String {
    format!("{account} – {}", account_label(session.language(), session.reference(), account))
}

/// The accounts of a class that fit what was looked for: nobody knows them by heart. Where nothing was typed yet, the
/// title of the line often says it, "Loyer"; where it does not, all of them. A number of the class typed in full comes
/// first, or last if the chart has no such account.
#[must_use]
pub fn accounts_like(session: &Session, class: u8, search: &str, title: &str) -> Vec<AccountNumber> {
    let words = text(session.language(), "account-usual-words");
    let find = |wanted: &str| -> Vec<AccountNumber> {
        let usual = usual(&words, wanted);
        let fits = |account: &AccountNumber| {
            account.class() == class
                && account.digits() >= SHORTEST
                && (usual.contains(account) || plain(&account_in_words(session, *account)).contains(wanted))
        };
        session.reference().chart.iter().map(|account| account.number).filter(fits).collect()
    };
    let search = plain(search);
    let by_title = if search.is_empty() { find(&plain(title)) } else { Vec::new() };
    let mut found = if by_title.is_empty() { find(&search) } else { by_title };
    if let Some(typed) = search.parse().ok().filter(|typed: &AccountNumber| typed.class() == class) {
        match found.iter().position(|account| *account == typed) {
            Some(place) => found[..=place].rotate_right(1),
            None => found.push(typed),
        }
    }
    found
}

/// The accounts of the words that people use and the chart does not: "word number, word number…".
fn usual(words: &str, wanted: &str) -> Vec<AccountNumber> {
    let entries = words.split(',').filter_map(|entry| entry.trim().rsplit_once(' '));
    let is_long = wanted.chars().count() >= FEWEST_LETTERS;
    let found = entries.filter(|(word, _)| is_long && plain(word).contains(wanted));
    found.filter_map(|(_, number)| number.parse().ok()).collect()
}

/// Without accents and capitals, for the search.
fn plain(text: &str) -> String {
    let fold = |letter: char| match letter {
        'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        other => other,
    };
    text.trim().to_lowercase().chars().map(fold).collect()
}

/// When a line of a class may be paid or received: what fits most lines, and what the line has.
#[must_use]
pub fn timings(language: Language, class: u8, current: &Timing) -> Vec<(Timing, String)> {
    let mut usual = vec![
        Timing::SameMonth,
        Timing::After { months: 1 },
        Timing::After { months: 2 },
        Timing::Before { months: 1 },
        Timing::InMonths { months: vec![3, 6, 9, 12] },
        Timing::Instalments { count: 3, every_months: 1 },
    ];
    // Only income is recognised when it comes.
    if class == 7 {
        usual.push(Timing::OnReceipt);
    }
    if !usual.contains(current) {
        usual.push(current.clone());
    }
    usual.into_iter().map(|found| (found.clone(), with_months(language, &found))).collect()
}

fn with_months(language: Language, found: &Timing) -> String {
    match found {
        Timing::InMonths { months } => {
            let name =
                |month: &u8| short_month_names(language).get(usize::from(*month).checked_sub(1)?).copied();
            let names: Vec<&str> = months.iter().filter_map(name).collect();
            format!("{} ({})", timing(language, found), names.join(", "))
        }
        _ => timing(language, found),
    }
}
