//! Years in texts.

/// Whether a word is a year of 2000–2099.
pub(super) fn is_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with("20") && word.bytes().all(|b| b.is_ascii_digit())
}

/// The year that a text names: the latest of 2000–2099 that is no part of a date; the first one of
/// "2026-2027".
pub(crate) fn year(text: &str) -> Option<i32> {
    let mut found: Option<i32> = None;
    let mut before = '\0';
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (skipped, digits) = rest.split_at(start);
        let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
        let (number, after) = digits.split_at(end);
        let joined = skipped.trim();
        // "12/03/2025" is a date; "2025/2026" one fiscal year, named by its first.
        let behind_number = before.is_ascii_digit() && matches!(joined, "/" | "-" | "–" | ".");
        if is_year(number) && !behind_number {
            found = found.max(number.parse().ok());
        }
        before = number.chars().next_back().unwrap_or('\0');
        rest = after;
    }
    found
}

/// "N" is 0, "Année N-1" −1, "N+1" 1; `None` for "N°" or a word.
pub(super) fn relative(text: &str) -> Option<i32> {
    let mut before = ' ';
    for (at, sign) in text.char_indices() {
        if matches!(sign, 'N' | 'n') && !before.is_alphanumeric() {
            let after = text.get(at + 1..)?.trim_start();
            let mut signs = after.chars();
            match signs.next() {
                None => return Some(0),
                Some('-' | '–' | '\u{2212}') => {
                    return signs.find(|c| *c != ' ')?.to_digit(10).map(|n| -(n as i32));
                }
                Some('+') => return signs.find(|c| *c != ' ')?.to_digit(10).map(|n| n as i32),
                Some('°' | 'º' | '\'' | '’') => {}
                Some(next) if next.is_alphanumeric() && text.get(at + 1..)?.starts_with(next) => {}
                Some(_) => return Some(0),
            }
        }
        before = sign;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_told_from_dates() {
        assert_eq!(year("Budget prévisionnel 2026 (AG du 12/03/2027)"), Some(2026));
        assert_eq!(year("Comparatif 2025 et budget 2026"), Some(2026));
        assert_eq!(year("Exercice 2026-2027"), Some(2026));
        assert_eq!(year("BP2026"), Some(2026));
        assert_eq!(year("n° 120263, 1998"), None);
    }
}
