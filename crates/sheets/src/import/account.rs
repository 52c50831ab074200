//! Account numbers as sheets write them.

use previ_engine::account::AccountNumber;

use super::workbook::Value;

/// A cell or the start of a label read as a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Code {
    /// An account number: class 1 to 8.
    Account(AccountNumber),
    /// Digits that are no account number: class 0 or 9, or too long.
    NoClass(String),
}

/// Reads `606`, `606100`, `6:0:6:4`, `60.6`, `'606`; `None` for what is no code, as `C10` or the analytic
/// `10.000`.
pub(crate) fn code(value: &Value) -> Option<Code> {
    let text = match value {
        Value::Text(text) => text.trim().trim_start_matches('\'').to_owned(),
        Value::Number(number) if !number.is_sign_negative() => number.normalize().to_string(),
        Value::Number(_) | Value::Date(_) | Value::Bool(_) | Value::Error(_) | Value::Empty => return None,
    };
    of_text(text.trim())
}

fn of_text(text: &str) -> Option<Code> {
    let separator = text.chars().find(|c| !c.is_ascii_digit());
    let groups: Vec<&str> = match separator {
        None => vec![text],
        Some(sign @ (':' | '.')) => text.split(sign).collect(),
        Some(_) => return None,
    };
    let are_digits =
        groups.iter().all(|group| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit()));
    // "10.000" is an analytic code or an amount; "60.6" and "60.61" go down one account.
    let too_long = separator == Some('.') && groups.iter().skip(1).any(|group| group.len() > 2);
    if !are_digits || too_long {
        return None;
    }
    let digits = groups.concat();
    Some(digits.parse().map_or(Code::NoClass(text.to_owned()), Code::Account))
}

/// A label that begins with the account of a budget, "60 - Achats" or "613 Locations": account and rest.
pub(crate) fn leading(label: &str) -> Option<(AccountNumber, &str)> {
    let end = label.find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.'))).unwrap_or(label.len());
    let (code, rest) = label.split_at(end);
    let behind = rest.trim_start_matches([' ', '\u{A0}', '-', '–', '—', ':', '.', ')', '\t']);
    let parted = behind.len() < rest.len() || code.ends_with([':', '.']);
    let Some(Code::Account(account)) = of_text(code.trim_end_matches([':', '.'])) else { return None };
    let is_label = parted && behind.starts_with(|c: char| c.is_alphabetic());
    // One digit alone needs a dash, or "7 jours" would be an account.
    let is_clear = account.digits() > 1 || rest.trim_start().starts_with(['-', '–', '—', ':']);
    (is_label && is_clear && (6..=8).contains(&account.class())).then_some((account, behind))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        match code(&Value::Text(text.into()))? {
            Code::Account(account) => Some(account.to_string()),
            Code::NoClass(text) => Some(format!("no class: {text}")),
        }
    }

    #[test]
    fn account_numbers_are_written_in_many_ways() {
        let cases =
            [("606", "606"), ("606100", "606100"), ("6:0:6:4", "6064"), ("60.6", "606"), ("'606 ", "606")];
        for (text, expected) in cases {
            assert_eq!(read(text).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(code(&Value::Number(606.into())), Some(Code::Account(AccountNumber::of(606))));
        for text in ["10.000", "C10", "", "6 0", "473,71", "60-6", ":6", "6::0"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn digits_without_class_are_told() {
        assert_eq!(read("9").as_deref(), Some("no class: 9"));
        assert_eq!(read("012").as_deref(), Some("no class: 012"));
        assert_eq!(read("6061000000").as_deref(), Some("no class: 6061000000"));
    }

    #[test]
    fn a_label_may_begin_with_its_account() {
        let parts = |label| leading(label).map(|(account, rest)| (account.to_string(), rest.to_owned()));
        assert_eq!(parts("60 - Achats"), Some(("60".into(), "Achats".into())));
        assert_eq!(parts("613 Locations"), Some(("613".into(), "Locations".into())));
        assert_eq!(parts("6:0:6 : Fournitures"), Some(("606".into(), "Fournitures".into())));
        assert_eq!(parts("7 – Produits"), Some(("7".into(), "Produits".into())));
        for label in ["7 jours de stage", "12 repas", "60", "606100", "60e anniversaire", "2026 - Budget"] {
            assert_eq!(parts(label), None, "{label}");
        }
    }
}
